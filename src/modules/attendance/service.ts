import type * as z from 'zod'
import { addDays, type Day } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import { ruleOfClass } from '../enrolments/index.ts'
import type { absence, attendanceContract, costInput, markInput, moduleStanding, study } from './contract.ts'
import { standingOf, worstOf } from './rules.ts'
import { bookSheet } from './sheets.ts'
import * as store from './store.ts'

type ModuleStanding = z.infer<typeof moduleStanding>

export const attendanceService: Service<typeof attendanceContract> = {
  grid: async (ctx, { classId, month }) => {
    const found = await readClass(ctx, classId)
    const { months, current } = await store.monthsOf(ctx.db, classId, ctx.today)
    const shown = month ?? current ?? ctx.today.slice(0, 7)
    const place = await placeOf(ctx, classId)
    return {
      ...found,
      month: shown,
      months,
      sessions: await store.sessionsOf(ctx.db, classId, shown, ctx.scope),
      learners: await store.learnersOf(ctx.db, classId, ctx.scope),
      marks: forReader(place, await store.marksOf(ctx.db, classId, shown, ctx.scope)),
      can: place.records ? ['record'] : [],
    }
  },

  book: async (ctx, { classId, month }) => {
    const found = await readClass(ctx, classId)
    const place = await placeOf(ctx, classId)
    return bookSheet(ctx, {
      ...found,
      sessions: await store.sessionsOf(ctx.db, classId, month, ctx.scope),
      learners: await store.learnersOf(ctx.db, classId, ctx.scope),
      marks: forReader(place, await store.marksOf(ctx.db, classId, month, ctx.scope)),
    })
  },

  roll: async (ctx, { sessionId }) => {
    const where = await store.classOfSession(ctx.db, sessionId)
    const session = where && (await store.sessionById(ctx.db, sessionId, ctx.scope))
    if (!session) throw problem(404, 'access.notFound')
    const place = await placeOf(ctx, where.classId)
    const learners = await store.learnersOf(ctx.db, where.classId, ctx.scope)
    return {
      ...(await readClass(ctx, where.classId)),
      session,
      learners: learners.filter(
        (one) => one.enrolledOn <= session.onDay && (one.leftOn === null || one.leftOn > session.onDay),
      ),
      marks: forReader(place, await store.marksIn(ctx.db, sessionId, ctx.scope)),
      showsCauses: place.seesCauses,
      can: place.records && session.onDay <= ctx.today ? ['record'] : [],
    }
  },

  save: async (ctx, { sessionId, marks }) => {
    const session = await store.classOfSession(ctx.db, sessionId)
    if (!session) throw problem(404, 'access.notFound')
    const place = await placeOf(ctx, session.classId)
    if (!place.records) throw problem(404, 'access.notFound')
    if (!session.isHeld) throw problem(409, 'attendance.notHeld')
    if (session.onDay > ctx.today) throw problem(409, 'attendance.tooEarly', { on: session.onDay })
    const learners = await store.learnersThen(
      ctx.db,
      sessionId,
      marks.map((one) => one.enrolmentId),
    )
    // Whoever is none of the asker's does not exist.
    if (learners.size === 0) throw problem(404, 'access.notFound')
    if (marks.some((one) => !learners.has(one.enrolmentId))) throw problem(409, 'attendance.notLearner')
    await store.lockRoll(ctx.db, sessionId, session.classId, actorOf(ctx).accountId, ctx.now)
    const current = new Map(
      (await store.marksIn(ctx.db, sessionId, ctx.scope)).map((one) => [one.enrolmentId, one]),
    )
    const wanted = new Map(
      marks.map((one) => [
        one.enrolmentId,
        asWanted(one, session.hours, current.get(one.enrolmentId), place),
      ]),
    )
    const stale = marks.filter((one) => {
      const now = current.get(one.enrolmentId)
      return now?.version !== one.version && !isSame(wanted.get(one.enrolmentId), now)
    })
    if (stale.length > 0)
      throw problem(409, 'attendance.stale', {
        count: stale.length,
        current: forReader(
          place,
          stale.flatMap((one) => current.get(one.enrolmentId) ?? []),
        ),
      })
    const changed = [...wanted.values()].filter((one) => !isSame(one, current.get(one.enrolmentId)))
    await store.putMarks(ctx.db, sessionId, session.classId, changed)
    return {
      saved: changed.length,
      marks: forReader(place, await store.marksIn(ctx.db, sessionId, ctx.scope)),
    }
  },

  unrecorded: (ctx, { classId }) => store.unrecordedSessions(ctx.db, ctx.scope, ctx.today, classId),

  summary: async (ctx, { classId }) => {
    const found = await readClass(ctx, classId)
    const rule = await least(ctx, classId)
    const learners = await store.learnersOf(ctx.db, classId, ctx.scope, true)
    const sums = await store.sumsOf(ctx.db, classId, ctx.scope)
    const modules = await modulesBy(ctx, classId, rule.minPercent)
    const rows = learners.map((one) => {
      const own = modules.get(one.enrolmentId) ?? []
      return {
        ...one,
        ...(sums.get(one.enrolmentId) ?? nothing),
        modules: own,
        standing: rule.minPercent === null ? ('unknown' as const) : worstOf(own),
      }
    })
    return {
      ...found,
      ...rule,
      unrecordedSessions: (await store.unrecordedSessions(ctx.db, ctx.scope, ctx.today, classId)).length,
      learners: rows,
      near: rows.filter((one) => one.leftOn === null && one.standing === 'near').length,
      below: rows.filter((one) => one.leftOn === null && one.standing === 'below').length,
    }
  },

  term: (ctx, input) => store.term(ctx.db, input, ctx.scope),

  study: async (ctx) => {
    const { personId } = actorOf(ctx)
    if (personId === null) return []
    // One connection: one after another.
    const found: z.infer<typeof study>[] = []
    for (const one of await store.ownOf(ctx.db, personId)) found.push(await studyOf(ctx, one))
    return found
  },

  cost: async (ctx, { enrolmentId, ...days }) => {
    const asked = await readAsked(ctx, enrolmentId)
    return costOf(ctx, asked, days)
  },

  absences: async (ctx, input) => {
    const { rows, total } = await store.absences(ctx.db, input, ctx.scope)
    return { rows: await withVerbs(ctx, rows), total }
  },

  ask: async (ctx, { enrolmentId, ...input }) => {
    const asked = await readAsked(ctx, enrolmentId)
    if (asked.leftOn !== null) throw problem(409, 'attendance.hasLeft', { name: asked.fullName })
    const isOwn = asked.personId === actorOf(ctx).personId
    if (input.kind === 'recall' && isOwn) throw problem(409, 'attendance.recallIsUnits')
    if (input.kind === 'leave' && !isOwn && !actorOf(ctx).rights.includes('attendance.decide'))
      throw problem(409, 'attendance.leaveIsOwn')
    if (input.kind === 'recall' && input.calledBy === '')
      throw problem(422, 'input.wrong', {}, [{ path: 'calledBy', code: 'attendance.whoCalls' }])
    mustBeInOrder(input)
    const { sessions, hours } = await costOf(ctx, asked, input)
    const absenceId = await store.addAbsence(
      ctx.db,
      asked,
      input,
      { sessions: sessions.length, hours },
      { accountId: actorOf(ctx).accountId, at: ctx.now },
    )
    return shown(ctx, absenceId)
  },

  decide: async (ctx, { absenceId, version, agrees, note }) => {
    const found = await lockAbsence(ctx, absenceId, version)
    if (found.state !== 'asked') throw problem(409, 'attendance.step')
    const { isHead } = await store.placeIn(ctx.db, found.classId)
    if (!ctx.scope.all && !isHead) throw problem(404, 'access.notFound')
    if (!agrees && note.length < 5)
      throw problem(422, 'input.wrong', {}, [{ path: 'note', code: 'field.reason' }])
    await store.setAbsence(ctx.db, absenceId, {
      state: agrees ? 'agreed' : 'refused',
      by: actorOf(ctx).accountId,
      at: ctx.now,
      note,
    })
    return shown(ctx, absenceId)
  },

  withdraw: async (ctx, { absenceId, version }) => {
    const found = await lockAbsence(ctx, absenceId, version)
    const asked = await readAsked(ctx, found.enrolmentId)
    const isLate = found.fromOn <= ctx.today && found.state === 'agreed'
    if (!['asked', 'agreed'].includes(found.state) || isLate) throw problem(409, 'attendance.step')
    if (found.kind === 'recall' && asked.personId === actorOf(ctx).personId)
      throw problem(409, 'attendance.recallIsUnits')
    await store.setAbsence(ctx.db, absenceId, {
      state: 'withdrawn',
      by: null,
      at: null,
      note: found.decisionNote,
    })
    return shown(ctx, absenceId)
  },
}

const nothing = {
  sessions: 0,
  recorded: 0,
  missed: 0,
  excused: 0,
  unexcused: 0,
  recalled: 0,
  ill: 0,
  other: 0,
}

async function readClass(ctx: Ctx, classId: number) {
  const found = await store.classOf(ctx.db, classId)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

type Place = { records: boolean; seesCauses: boolean }

/** What the asker may do in a class: the school and who looks after it all, who speaks for it records without causes. */
async function placeOf(ctx: Ctx, classId: number): Promise<Place> {
  const { isHead, isMonitor } = await store.placeIn(ctx.db, classId)
  const isClose = ctx.scope.all || isHead
  return {
    records: (isClose || isMonitor) && actorOf(ctx).rights.includes('attendance.record'),
    seesCauses: isClose || !isMonitor,
  }
}

const forReader = ({ seesCauses }: Place, marks: readonly store.Mark[]): store.Mark[] =>
  marks.map((one) => (seesCauses ? one : { ...one, cause: null }))

/** A mark as it is to stand. Hours of the whole session are the whole session; who does not see causes leaves them as they are. */
function asWanted(
  input: z.infer<typeof markInput>,
  hours: number,
  now: store.Mark | undefined,
  place: Place,
): store.NewMark {
  const { enrolmentId, status, missedHours = null, cause = null } = input
  if (status === 'present') return { enrolmentId, status, missedHours: null, cause: null }
  return {
    enrolmentId,
    status,
    missedHours: missedHours !== null && missedHours < hours ? missedHours : null,
    cause: place.seesCauses ? cause : now?.status === 'absent' ? now.cause : null,
  }
}

const isSame = (one: store.NewMark | undefined, now: store.Mark | undefined): boolean =>
  one !== undefined &&
  now !== undefined &&
  one.status === now.status &&
  one.missedHours === now.missedHours &&
  one.cause === now.cause

/** The share of hours that the regulation of a class's intake asks for. */
async function least(ctx: Ctx, classId: number) {
  const figure = (await ruleOfClass(ctx, classId)).figures.find((one) => one.figure === 'minPercent')
  return {
    minPercent: figure?.value ?? null,
    ruleSource: figure?.source ?? null,
    toConfirm: figure?.tag === 'toConfirm',
  }
}

/** By learner the modules in which something was missed, with where the learner stands in each. */
async function modulesBy(
  ctx: Ctx,
  classId: number,
  minPercent: number | null,
  enrolmentId?: number,
): Promise<Map<number, ModuleStanding[]>> {
  const hoursOf = new Map((await store.modulesOf(ctx.db, classId)).map((one) => [one.module, one]))
  const rows = (await store.missedIn(ctx.db, classId, ctx.scope, enrolmentId)).map((one) => {
    const { hours, sessionHours } = hoursOf.get(one.module) ?? { hours: 0, sessionHours: 0 }
    return {
      enrolmentId: one.enrolmentId,
      row: { ...one, hours, standing: standingOf({ hours, missed: one.missed, sessionHours }, minPercent) },
    }
  })
  return new Map(
    [...Map.groupBy(rows, (one) => one.enrolmentId)].map(([id, all]) => [id, all.map((one) => one.row)]),
  )
}

async function studyOf(ctx: Ctx, one: store.Own) {
  const { minPercent } = await least(ctx, one.classId)
  const modules = (await modulesBy(ctx, one.classId, minPercent, one.enrolmentId)).get(one.enrolmentId) ?? []
  const sums = (await store.sumsOf(ctx.db, one.classId, ctx.scope)).get(one.enrolmentId) ?? nothing
  const { rows } = await store.absences(
    ctx.db,
    { enrolmentId: one.enrolmentId, state: 'all', q: '', page: 1, size: 20, sort: 'askedAt', desc: true },
    ctx.scope,
  )
  const { isMonitor } = await store.placeIn(ctx.db, one.classId)
  return {
    ...one,
    isMonitor,
    minPercent,
    recorded: sums.recorded,
    missed: sums.missed,
    standing: minPercent === null ? ('unknown' as const) : worstOf(modules),
    modules,
    next: one.leftOn === null ? await store.nextSessions(ctx.db, one.classId, ctx.today) : [],
    missedSessions: await store.missedSessions(ctx.db, one.enrolmentId),
    absences: await withVerbs(ctx, rows),
  }
}

/** Whom a request is about. Those who only look after or speak for a class ask for nobody. */
async function readAsked(ctx: Ctx, enrolmentId: number): Promise<store.Asked> {
  const found = await store.enrolmentOf(ctx.db, enrolmentId, ctx.scope)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

type Days = z.infer<typeof costInput>
const partOrder = { morning: 1, afternoon: 2, evening: 3 }

function mustBeInOrder(days: Days): void {
  const isBackwards =
    days.lastOn < days.fromOn ||
    (days.lastOn === days.fromOn && partOrder[days.lastPart] < partOrder[days.fromPart])
  if (isBackwards) throw problem(422, 'input.wrong', {}, [{ path: 'lastOn', code: 'attendance.endsBefore' }])
  if (addDays(days.fromOn as Day, 119) < days.lastOn)
    throw problem(422, 'input.wrong', {}, [{ path: 'lastOn', code: 'attendance.tooLong' }])
}

async function costOf(ctx: Ctx, asked: store.Asked, days: Days) {
  mustBeInOrder(days)
  const sessions = await store.sessionsIn(ctx.db, asked.classId, days)
  const { minPercent } = await least(ctx, asked.classId)
  const missed = new Map(
    (await store.missedIn(ctx.db, asked.classId, ctx.scope, asked.enrolmentId)).map((one) => [
      one.module,
      one.missed,
    ]),
  )
  const sums = (await store.sumsOf(ctx.db, asked.classId, ctx.scope)).get(asked.enrolmentId) ?? nothing
  const comes = new Map<string, number>()
  for (const one of sessions) comes.set(one.module, (comes.get(one.module) ?? 0) + one.hours)
  const wouldFall = (await store.modulesOf(ctx.db, asked.classId))
    .filter(({ module, hours, sessionHours }) => {
      const more = comes.get(module) ?? 0
      const all = { hours, sessionHours, missed: (missed.get(module) ?? 0) + more }
      return more > 0 && standingOf(all, minPercent) === 'below'
    })
    .map((one) => one.module)
  return {
    fullName: asked.fullName,
    classCode: asked.classCode,
    sessions,
    hours: sessions.reduce((sum, one) => sum + one.hours, 0),
    missedBefore: sums.missed,
    recordedBefore: sums.recorded,
    recallsBefore: await store.recallsBefore(ctx.db, asked.enrolmentId),
    wouldFall,
    minPercent,
  }
}

async function lockAbsence(ctx: Ctx, absenceId: number, version: number): Promise<store.Absence> {
  const found = await store.absenceById(ctx.db, absenceId, ctx.scope, true)
  if (!found) throw problem(404, 'access.notFound')
  if (found.version !== version) throw problem(409, 'attendance.staleRequest')
  return found
}

async function shown(ctx: Ctx, absenceId: number) {
  const found = await store.absenceById(ctx.db, absenceId, ctx.scope)
  const [row] = found ? await withVerbs(ctx, [found]) : []
  if (!row) throw problem(404, 'access.notFound')
  return row
}

/** What may be done with each request by who asks. */
async function withVerbs(ctx: Ctx, rows: readonly store.Absence[]) {
  const { rights, personId } = actorOf(ctx)
  const heads = new Map<number, boolean>()
  for (const classId of new Set(rows.map((one) => one.classId)))
    heads.set(classId, ctx.scope.all || (await store.placeIn(ctx.db, classId)).isHead)
  const found: z.infer<typeof absence>[] = []
  for (const one of rows) {
    const isOpen = one.state === 'asked' || (one.state === 'agreed' && one.fromOn > ctx.today)
    const asked = isOpen ? await store.enrolmentOf(ctx.db, one.enrolmentId, ctx.scope) : undefined
    const isOwn = asked?.personId === personId
    const can: ('decide' | 'withdraw')[] = []
    if (one.state === 'asked' && rights.includes('attendance.decide') && heads.get(one.classId))
      can.push('decide')
    if (asked && rights.includes('attendance.ask') && (one.kind === 'leave') === isOwn) can.push('withdraw')
    found.push({ ...one, can })
  }
  return found
}
