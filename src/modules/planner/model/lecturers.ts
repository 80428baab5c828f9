import type { Form, Instance } from '../contract/instance.ts'
import { hoursLeft } from './supply.ts'

/** Hours of one field that a class needs in a week. */
type Item = { classId: string; field: string; hours: number }
export type Given = { classId: string; lecturerId: string; field: string; hours: number }

/**
 * Who teaches what in one week: a maximum flow from hours asked for to hours that lecturers have left, so that everything is
 * covered whenever that is possible at all. It begins with who taught the class in the week before.
 * @param before what each class and field was given in the week before, as preference only
 * @returns what is given, and the hours of each field that nobody can teach
 */
export function teach(
  instance: Instance,
  week: number,
  items: readonly Item[],
  before: ReadonlyMap<string, readonly Given[]> = new Map(),
): { given: Given[]; missing: Map<string, number> } {
  const lecturers = instance.lecturers.map((one) => ({
    id: one.id,
    fields: new Set(one.fields),
    left: hoursLeft(instance, one, week),
  }))
  const at = new Map(lecturers.map((one, i) => [one.id, i]))
  const flow = items.map(() => new Map<number, number>())
  const open = items.map((item) => item.hours)
  const give = (i: number, l: number, hours: number) => {
    flow[i]?.set(l, (flow[i]?.get(l) ?? 0) + hours)
    open[i] = (open[i] as number) - hours
    const lecturer = lecturers[l]
    if (lecturer) lecturer.left -= hours
  }
  items.forEach((item, i) => {
    for (const old of before.get(`${item.classId}\n${item.field}`) ?? []) {
      const l = at.get(old.lecturerId) ?? -1
      const hours = Math.min(open[i] as number, old.hours, lecturers[l]?.left ?? 0)
      if (hours > 0) give(i, l, hours)
    }
  })
  // Whoever teaches least else comes first: those who teach many fields are kept for where they are needed.
  const order = lecturers
    .map((_, l) => l)
    .sort((a, b) => (lecturers[a]?.fields.size ?? 0) - (lecturers[b]?.fields.size ?? 0))
  items.forEach((item, i) => {
    for (const l of order) {
      if (open[i] === 0) break
      const lecturer = lecturers[l]
      if (!lecturer?.fields.has(item.field)) continue
      const hours = Math.min(open[i] as number, lecturer.left)
      if (hours > 0) give(i, l, hours)
    }
  })
  items.forEach((_, i) => {
    while ((open[i] as number) > 0 && augment(i)) {}
  })

  /** One path by which another hour of the item becomes free: hours move from lecturer to lecturer. */
  function augment(first: number): boolean {
    const cameTo = new Map<number, { item: number; from: number | null }>()
    let front: { item: number; lecturer: number | null }[] = [{ item: first, lecturer: null }]
    const visited = new Set([first])
    while (front.length > 0) {
      const next: typeof front = []
      for (const { item, lecturer: from } of front)
        for (const l of order) {
          const lecturer = lecturers[l]
          if (cameTo.has(l) || !lecturer?.fields.has(items[item]?.field ?? '')) continue
          cameTo.set(l, { item, from })
          if (lecturer.left > 0) return pass(l)
          items.forEach((_, other) => {
            if (visited.has(other) || !(flow[other]?.get(l) ?? 0)) return
            visited.add(other)
            next.push({ item: other, lecturer: l })
          })
        }
      front = next
    }
    return false

    function pass(end: number): boolean {
      const path: { item: number; to: number; from: number | null }[] = []
      for (let l: number | null = end; l !== null; ) {
        const step = cameTo.get(l) as { item: number; from: number | null }
        path.push({ item: step.item, to: l, from: step.from })
        l = step.from
      }
      const hours = Math.min(
        open[first] as number,
        lecturers[end]?.left ?? 0,
        ...path.flatMap((step) => (step.from === null ? [] : [flow[step.item]?.get(step.from) ?? 0])),
      )
      for (const step of path) {
        flow[step.item]?.set(step.to, (flow[step.item]?.get(step.to) ?? 0) + hours)
        if (step.from !== null)
          flow[step.item]?.set(step.from, (flow[step.item]?.get(step.from) ?? 0) - hours)
      }
      open[first] = (open[first] as number) - hours
      const last = lecturers[end]
      if (last) last.left -= hours
      return hours > 0
    }
  }

  const missing = new Map<string, number>()
  items.forEach((item, i) => {
    if ((open[i] as number) > 0) missing.set(item.field, (missing.get(item.field) ?? 0) + (open[i] as number))
  })
  const given = items.flatMap(({ classId, field }, i) =>
    [...(flow[i] ?? [])].flatMap(([l, hours]) =>
      hours > 0 ? [{ classId, lecturerId: lecturers[l]?.id ?? '', field, hours }] : [],
    ),
  )
  return { given, missing }
}

/** The hours of a class of this form in any week of its lessons. */
export const itemsOf = (classId: string, form: Form): Item[] =>
  Object.entries(form.hoursPerWeek)
    .filter(([, hours]) => hours > 0)
    .map(([field, hours]) => ({ classId, field, hours }))
