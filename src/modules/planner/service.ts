import type * as z from 'zod'
import { addDays, type Day, monthOf } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import { plansService } from '../plans/index.ts'
import { targetGroupsIn } from '../regulations/index.ts'
import type { Instance } from './contract/instance.ts'
import type { ProposedClass, Solution } from './contract/proposal.ts'
import type { compared, plannerContract } from './contract.ts'
import { scenarioQueue } from './jobs.ts'
import { headsAsked, questionOf } from './question.ts'
import { boundBy } from './rules/bound.ts'
import { namesOf } from './rules/naming.ts'
import { type Comparison, classesSheet, comparisonSheet, type SeatRow, seatsSheet } from './sheet.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

export const plannerService: Service<typeof plannerContract> = {
  forms: async (ctx, { year }) => store.formsOf(ctx.db, year, await headsAsked(ctx.db, year)),

  setForm: async (ctx, input) => {
    if (input.sizeTo < input.sizeFrom)
      throw problem(422, 'input.wrong', {}, [{ path: 'sizeTo', code: 'planner.sizeOrder' }])
    const year = Number(ctx.today.slice(0, 4))
    const own = async () => {
      const rows = await store.formsOf(ctx.db, year, await headsAsked(ctx.db, year))
      return rows.find((row) => row.programmeId === input.programmeId && row.modeCode === input.modeCode)
    }
    if (!(await own())) throw problem(404, 'planner.noSuchMode')
    if (!(await store.setForm(ctx.db, input))) throw problem(409, 'planner.stale')
    return (await own()) as store.FormRow
  },

  question: (ctx, input) => questionOf(ctx.db, input),

  list: async (ctx, { year }) => (await store.scenarios(ctx.db, { year })).map((row) => withVerbs(ctx, row)),

  make: async (ctx, parameters) => {
    const { instance, missing } = await questionOf(ctx.db, parameters)
    if (instance.forms.length === 0) throw problem(409, 'planner.nothingToPlan', { year: parameters.year })
    const id = await store.addScenario(ctx.db, { parameters, instance, missing, by: actorOf(ctx).accountId })
    await ctx.jobs.later(scenarioQueue, {}, `scenario:${id}`)
    return { id }
  },

  get: async (ctx, { scenarioId }) => {
    const { parameters, instance, missing, answer, ...row } = await read(ctx, scenarioId)
    const solution = row.state === 'done' && answer?.kind === 'solved' ? answer.solution : null
    const versions = await plansService.list(ctx, { year: row.year })
    const plan = versions.find((one) => one.state !== 'approved') ?? versions.find((one) => one.isCurrent)
    return {
      ...withVerbs(ctx, row),
      parameters,
      missing,
      answer: solution && shown(instance, solution, await targetGroupsIn(ctx.locale)),
      refusal:
        answer === null || solution
          ? null
          : answer.kind === 'clash'
            ? {
                kind: 'clash',
                clash: answer.clash,
                titles: answer.clash.assignedIds.map(namesOf(instance).assigned),
              }
            : answer.kind === 'faults'
              ? { kind: 'faults', faults: answer.faults }
              : { kind: answer.kind === 'solved' ? 'unsound' : 'nothing' },
      names: {
        fields: Object.fromEntries(instance.fields.map((one) => [one.code, one.name])),
        rooms: Object.fromEntries(instance.rooms.map((one) => [one.id, one.name])),
        weeks: Object.fromEntries(instance.weeks.map((one) => [String(one.week), one.startsOn])),
        closed: instance.weeks
          .filter((one) => one.teachingDays < instance.limits.minTeachingDays)
          .map((one) => one.week),
      },
      plan: plan ? { versionId: plan.id, number: plan.number, state: plan.state } : null,
    }
  },

  cancel: async (ctx, { scenarioId }) => {
    await read(ctx, scenarioId)
    if (!(await store.cancelScenario(ctx.db, scenarioId))) throw problem(409, 'planner.over')
    return withVerbs(ctx, await read(ctx, scenarioId))
  },

  toPlan: async (outer, { scenarioId, formIds }) => {
    const ctx = await outer.under('plans.edit')
    const { instance, answer, state, year, name } = await read(ctx, scenarioId)
    if (state !== 'done' || answer?.kind !== 'solved') throw problem(409, 'planner.noAnswer')
    const { classes } = answer.solution.proposal
    const chosen = [...new Set(formIds)].map((formId) => {
      const form = instance.forms.find((one) => one.id === formId)
      const own = classes.filter((one) => one.formId === formId)
      if (!form || own.length === 0) throw problem(409, 'planner.noSuchLine')
      return { form, own }
    })
    const open = (await plansService.list(ctx, { year })).find((one) => one.state !== 'approved')
    const version = open ?? (await plansService.makeDraft(ctx, { year }))
    const { lines } = await plansService.get(ctx, { versionId: version.id })
    let [added, changed] = [0, 0]
    for (const { form, own } of chosen) {
      const opened = own.length
      const about = {
        modeCode: form.modeCode,
        opened,
        learners: own.reduce((sum, one) => sum + learnersOf(one), 0),
        months: [...new Set(own.map((one) => monthOf(mondayIn(instance, one.startWeek))))],
        budgetDong: form.costDong * own.length,
      }
      const there = lines.find(
        (one) => one.programmeId === form.programmeId && one.modeCode === form.modeCode,
      )
      const programmeId = form.programmeId as number
      if (there) {
        await plansService.editLine(ctx, {
          versionId: version.id,
          lineId: there.id,
          version: there.version,
          programmeId,
          carriedOver: there.carriedOver,
          ...(there.bloc && { bloc: there.bloc }),
          ...(there.partnerUnitId
            ? { partnerUnitId: there.partnerUnitId }
            : there.partner && { partnerText: there.partner }),
          ...(there.place && { place: there.place }),
          ...(there.note && { note: there.note }),
          ...about,
        })
        changed += 1
      } else {
        await plansService.addLine(ctx, {
          versionId: version.id,
          programmeId,
          carriedOver: 0,
          note: words(ctx).pages.fromScenario({ name }),
          ...about,
        })
        added += 1
      }
    }
    return { versionId: version.id, added, changed }
  },

  compare: (ctx, input) => sideBySide(ctx, input),

  xlsx: async (ctx, { scenarioId }) => {
    const { row, shown } = await solved(ctx, scenarioId)
    return classesSheet(words(ctx), row, shown)
  },

  seatsXlsx: async (ctx, { scenarioId }) => {
    const { row, shown, seats } = await solved(ctx, scenarioId)
    return seatsSheet(words(ctx), row, shown, seats())
  },

  compareXlsx: async (ctx, input) => comparisonSheet(words(ctx), await sideBySide(ctx, input)),
}

/** A scenario that has an answer, with that answer as it is shown. */
async function solved(ctx: Ctx, scenarioId: number) {
  const { parameters: _, instance, missing: __, answer, ...row } = await read(ctx, scenarioId)
  if (row.state !== 'done' || answer?.kind !== 'solved') throw problem(409, 'planner.noAnswer')
  const groups = await targetGroupsIn(ctx.locale)
  const { solution } = answer
  return {
    row,
    instance,
    solution,
    shown: shown(instance, solution, groups),
    seats: () => seatsInDetail(instance, solution, groups),
  }
}

/** Scenarios side by side, by form of class and by target group. */
async function sideBySide(ctx: Ctx, { ids, differing }: z.infer<typeof compared>): Promise<Comparison> {
  const sides = await Promise.all([...new Set(ids)].map((id) => solved(ctx, id)))
  const forms = new Map(sides.flatMap((side) => side.instance.forms.map((form) => [form.id, form] as const)))
  const groups = new Map(
    sides.flatMap((side) => side.shown.groups.map((one) => [one.group, one.name] as const)),
  )
  const isWanted = (cells: readonly unknown[]) =>
    !differing || new Set(cells.map((cell) => JSON.stringify(cell))).size > 1
  return {
    scenarios: sides.map((side) => withVerbs(ctx, side.row)),
    forms: [...forms.values()]
      .map((form) => ({
        title: form.title,
        modeCode: form.modeCode,
        cells: sides.map(({ solution }) => {
          const own = solution.proposal.classes.filter((one) => one.formId === form.id)
          return {
            classes: own.length,
            seats: own.reduce((sum, one) => sum + learnersOf(one), 0),
            unmet: solution.leftOut.find((one) => one.formId === form.id)?.heads ?? 0,
          }
        }),
      }))
      .filter((row) => isWanted(row.cells)),
    groups: [...groups]
      .map(([group, name]) => {
        const own = sides.map((side) => side.shown.groups.find((one) => one.group === group))
        return {
          group,
          name,
          asked: Math.max(...own.map((one) => one?.asked ?? 0)),
          seats: own.map((one) => one?.seats ?? 0),
        }
      })
      .filter((row) => isWanted(row.seats)),
  }
}

const words = (ctx: Ctx) => (ctx.locale === 'vi' ? vi : en)

async function read(ctx: Ctx, scenarioId: number) {
  const found = await store.scenarioById(ctx.db, scenarioId)
  if (!found) throw problem(404, 'planner.notFound')
  return found
}

function withVerbs(ctx: Ctx, row: store.ScenarioRow) {
  const mayEdit = actorOf(ctx).rights.includes('planner.edit')
  const can: ('cancel' | 'toPlan')[] = []
  if (mayEdit && (row.state === 'queued' || row.state === 'running')) can.push('cancel')
  if (mayEdit && row.state === 'done') can.push('toPlan')
  return { ...row, can }
}

const learnersOf = (one: ProposedClass): number =>
  one.namedHeads + one.seats.reduce((sum, seat) => sum + seat.heads, 0)

const mondayIn = (instance: Instance, week: number): Day =>
  instance.weeks.find((one) => one.week === week)?.startsOn ?? `${instance.year}-01-04`

type Groups = readonly { code: string; name: string }[]
type Demand = Instance['demands'][number]

/** What was asked for and given, summed by a key of the demands; in the order in which the keys come. */
function sumsBy(instance: Instance, solution: Solution, key: (demand: Demand) => string) {
  const demandOf = new Map(instance.demands.map((one) => [one.id, one]))
  const sums = new Map<string, { demand: Demand; asked: number; seats: number }>()
  for (const demand of instance.demands) {
    const sum = sums.get(key(demand)) ?? { demand, asked: 0, seats: 0 }
    sums.set(key(demand), { ...sum, asked: sum.asked + demand.heads })
  }
  for (const seat of solution.proposal.classes.flatMap((one) => one.seats)) {
    const demand = demandOf.get(seat.demandId)
    const sum = demand && sums.get(key(demand))
    if (sum) sum.seats += seat.heads
  }
  return [...sums.values()]
}

const groupNames = (groups: Groups) => {
  const known = new Map(groups.map((one) => [one.code, one.name]))
  return (code: string) => known.get(code) ?? code
}

/** Seats by unit, programme, mode and target group. */
function seatsInDetail(instance: Instance, solution: Solution, groups: Groups): SeatRow[] {
  const names = namesOf(instance)
  const groupName = groupNames(groups)
  const formOf = new Map(instance.forms.map((one) => [one.id, one]))
  return sumsBy(instance, solution, (one) => [one.unitId, one.formId, one.group].join('|')).map(
    ({ demand, asked, seats }) => ({
      unit: names.unit(demand.unitId),
      title: names.form(demand.formId),
      modeCode: formOf.get(demand.formId)?.modeCode ?? 'none',
      group: groupName(demand.group),
      asked,
      seats,
    }),
  )
}

/** An answer with names, and its sums by unit and by target group. */
function shown(instance: Instance, solution: Solution, groups: Groups) {
  const names = namesOf(instance)
  const groupName = groupNames(groups)
  const { classes } = solution.proposal
  const formOf = new Map(instance.forms.map((one) => [one.id, one]))
  return {
    proof: { ...solution.proof, boundBy: boundBy(instance, solution.proof.bound) },
    figures: solution.figures,
    greedy: solution.greedy,
    classes: classes.map((one) => {
      const last = one.weeks.at(-1) ?? one.startWeek
      const units = new Map<string, number>()
      for (const seat of one.seats) {
        const unit = names.demand(seat.demandId)
        units.set(unit, (units.get(unit) ?? 0) + seat.heads)
      }
      return {
        id: one.id,
        formId: one.formId,
        title: names.form(one.formId),
        modeCode: formOf.get(one.formId)?.modeCode ?? 'none',
        isAssigned: one.assignedId !== null,
        startWeek: one.startWeek,
        endWeek: last,
        startsOn: mondayIn(instance, one.startWeek),
        endsOn: addDays(mondayIn(instance, last), 4),
        weeks: one.weeks,
        rooms: [...new Set(one.rooms.map((room) => names.room(room.roomId)))],
        learners: learnersOf(one),
        units: [...units].map(([unit, heads]) => ({ unit, heads })),
        lecturers: [...new Set(one.lecturers.map((item) => names.lecturer(item.lecturerId)))],
        costDong: formOf.get(one.formId)?.costDong ?? 0,
      }
    }),
    units: sumsBy(instance, solution, (one) => one.unitId).map(({ demand, asked, seats }) => ({
      unit: names.unit(demand.unitId),
      asked,
      seats,
    })),
    groups: sumsBy(instance, solution, (one) => one.group).map(({ demand, asked, seats }) => ({
      group: demand.group,
      name: groupName(demand.group),
      asked,
      seats,
    })),
    leftOut: solution.leftOut.map((one) => ({
      ...one,
      title: names.form(one.formId),
      modeCode: formOf.get(one.formId)?.modeCode ?? 'none',
      startsOn: one.startWeek === null ? null : mondayIn(instance, one.startWeek),
    })),
  }
}
