import type { Instance } from '../contract/instance.ts'
import type { Clash, Need } from '../contract/proposal.ts'
import { solveProgram } from './highs.ts'
import { planningProgram } from './program.ts'

const fits = async (instance: Instance, assignedIds: ReadonlySet<string>): Promise<boolean> => {
  const { program } = planningProgram(instance, { assignedIds, optional: false })
  return (await solveProgram(program, { seconds: 20, gap: 1 })).status !== 'infeasible'
}

/**
 * Which assigned classes cannot all be held, by deletion: a class without which the rest still does not fit has no part in
 * the quarrel. What remains is minimal: without any one of them, the others fit. Then what it is about: each kind of means
 * is given without limit, alone.
 */
export async function clashOf(instance: Instance): Promise<Clash | null> {
  const left = new Set(instance.assigned.map((one) => one.id))
  if (await fits(instance, left)) return null
  for (const one of instance.assigned) {
    const without = new Set([...left].filter((id) => id !== one.id))
    if (!(await fits(instance, without))) left.delete(one.id)
  }
  const about: Need[] = []
  for (const [need, relaxed] of relaxations(instance)) if (await fits(relaxed, left)) about.push(need)
  return { assignedIds: [...left], about }
}

function relaxations(instance: Instance): [Need, Instance][] {
  const weeks = instance.weeks.map((one) => one.week)
  const plain = { weeks: [], amount: 0 }
  const many = Array.from({ length: instance.assigned.length }, (_, i) => i)
  const seats = Math.max(
    1,
    ...instance.assigned.map((one) => one.heads ?? 0),
    ...instance.forms.map((one) => one.sizeTo),
  )
  const used = [...new Set(instance.forms.flatMap((form) => Object.keys(form.hoursPerWeek)))]
  const lecturer = (field: string) => ({
    id: `+${field}`,
    name: '',
    fields: [field],
    hoursPerWeek: 1_000_000,
    absentWeeks: [],
  })
  const demand = (formId: string, i: number) => ({
    id: `+${formId}${i}`,
    formId,
    unitId: instance.units[0]?.id ?? '',
    group: '',
    heads: 100_000,
    weight: 1,
    wishedWeeks: [],
  })
  return [
    [
      { ...plain, kind: 'room' },
      {
        ...instance,
        rooms: [...instance.rooms, ...many.map((i) => ({ id: `+${i}`, name: '', site: '', seats, weeks }))],
      },
    ],
    ...used.map((field): [Need, Instance] => [
      { ...plain, kind: 'lecturer', field },
      { ...instance, lecturers: [...instance.lecturers, lecturer(field)] },
    ]),
    [
      { ...plain, kind: 'budget' },
      { ...instance, budgetDong: null },
    ],
    [
      { ...plain, kind: 'classesAtOnce' },
      { ...instance, limits: { ...instance.limits, classesAtOnce: null } },
    ],
    [
      { ...plain, kind: 'tooFew' },
      {
        ...instance,
        demands: [...instance.demands, ...instance.forms.map((form, i) => demand(form.id, i))],
      },
    ],
    [
      { ...plain, kind: 'calendar' },
      { ...instance, assigned: instance.assigned.map((one) => ({ ...one, startsFrom: 1, startsTo: 53 })) },
    ],
  ]
}
