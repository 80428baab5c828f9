import { addDays, type Day, monthOf } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { Service } from '../../server/service.ts'
import { plansService } from '../plans/index.ts'
import type { Instance } from './contract/instance.ts'
import type { ProposedClass, Solution } from './contract/proposal.ts'
import type { plannerContract } from './contract.ts'
import { scenarioQueue } from './jobs.ts'
import { headsAsked, questionOf } from './question.ts'
import { namesOf } from './rules/naming.ts'
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
      answer: solution && shown(instance, solution),
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

  compare: async (ctx, { ids }) => {
    const all = await Promise.all([...new Set(ids)].map((id) => read(ctx, id)))
    const sides = all.map(({ parameters: _, instance, missing: __, answer, ...row }) => {
      if (row.state !== 'done' || answer?.kind !== 'solved') throw problem(409, 'planner.noAnswer')
      return { row, instance, solution: answer.solution, shown: shown(instance, answer.solution) }
    })
    const forms = new Map(
      sides.flatMap((side) => side.instance.forms.map((form) => [form.id, form] as const)),
    )
    const groups = [...new Set(sides.flatMap((side) => side.shown.groups.map((one) => one.group)))]
    return {
      scenarios: sides.map((side) => withVerbs(ctx, side.row)),
      forms: [...forms.values()].map((form) => ({
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
      })),
      groups: groups.map((group) => ({
        group,
        asked: Math.max(
          ...sides.map((side) => side.shown.groups.find((one) => one.group === group)?.asked ?? 0),
        ),
        seats: sides.map((side) => side.shown.groups.find((one) => one.group === group)?.seats ?? 0),
      })),
    }
  },

  xlsx: async (ctx, { scenarioId }) => {
    const { instance, answer, state, name, year } = await read(ctx, scenarioId)
    if (state !== 'done' || answer?.kind !== 'solved') throw problem(409, 'planner.noAnswer')
    const w = words(ctx)
    const f = w.fields
    const rows = shown(instance, answer.solution).classes
    const bytes = await writeSheet({
      sheetName: w.pages.sheet,
      titleLines: [
        { text: w.pages.sheetTitle({ name, year }).toUpperCase(), isBold: true },
        w.pages.proven(answer.solution.proof),
      ],
      isLandscape: true,
      columns: [
        { key: 'title', title: f.class, kind: 'text', width: 40 },
        { key: 'mode', title: f.mode, kind: 'text' },
        { key: 'startsOn', title: f.startsOn, kind: 'day' },
        { key: 'endsOn', title: f.endsOn, kind: 'day' },
        { key: 'length', title: f.weeks, kind: 'number' },
        { key: 'room', title: f.room, kind: 'text' },
        { key: 'learners', title: f.learners, kind: 'number' },
        { key: 'units', title: f.units, kind: 'text', width: 60 },
        { key: 'lecturers', title: f.lecturers, kind: 'text', width: 40 },
        { key: 'cost', title: f.cost, kind: 'number' },
      ],
      rows: rows.map((one) => ({
        title: one.title,
        mode: w.modes[one.modeCode as keyof typeof w.modes] ?? one.modeCode,
        startsOn: one.startsOn,
        endsOn: one.endsOn,
        length: one.weeks.length,
        room: one.rooms.join(', ') || w.pages.atHost,
        learners: one.learners,
        units: one.units.map(({ unit, heads }) => `${unit}: ${heads}`).join('; '),
        lecturers: one.lecturers.join(', '),
        cost: one.costDong,
      })),
      totals: [
        {
          title: w.pages.total({ classes: rows.length }),
          learners: rows.reduce((sum, one) => sum + one.learners, 0),
          cost: rows.reduce((sum, one) => sum + one.costDong, 0),
        },
      ],
    })
    return xlsxFile(`phuong-an-${scenarioId}`, bytes)
  },
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

/** An answer with names, and its sums by unit and by target group. */
function shown(instance: Instance, solution: Solution) {
  const names = namesOf(instance)
  const { classes } = solution.proposal
  const formOf = new Map(instance.forms.map((one) => [one.id, one]))
  const demandOf = new Map(instance.demands.map((one) => [one.id, one]))
  const seats = classes.flatMap((one) => one.seats)
  const sumsBy = (key: (demand: Instance['demands'][number]) => string) => {
    const sums = new Map<string, { asked: number; seats: number }>()
    const at = (name: string) => {
      const kept = sums.get(name) ?? { asked: 0, seats: 0 }
      sums.set(name, kept)
      return kept
    }
    for (const demand of instance.demands) at(key(demand)).asked += demand.heads
    for (const seat of seats) {
      const demand = demandOf.get(seat.demandId)
      if (demand) at(key(demand)).seats += seat.heads
    }
    return [...sums].map(([name, sum]) => ({ name, ...sum }))
  }
  return {
    proof: solution.proof,
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
    units: sumsBy((demand) => names.unit(demand.unitId)).map(({ name, ...sum }) => ({ unit: name, ...sum })),
    groups: sumsBy((demand) => demand.group).map(({ name, ...sum }) => ({ group: name, ...sum })),
    leftOut: solution.leftOut.map((one) => ({
      ...one,
      title: names.form(one.formId),
      modeCode: formOf.get(one.formId)?.modeCode ?? 'none',
      startsOn: one.startWeek === null ? null : mondayIn(instance, one.startWeek),
    })),
  }
}
