import type * as z from 'zod'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import { rangeOf } from '../calendar/index.ts'
import { dropFile, filesOf, keepFile, takeFile } from '../files/index.ts'
import { type fieldStudiesContract, type hostInput, type visitInput, visitVerbs } from './contract.ts'
import { refusalOf, stepsOf, topicsOf, type VisitVerb } from './rules.ts'
import { hostsSheet, visitsSheet } from './sheets.ts'
import * as store from './store.ts'

type Answer = 'agreed' | 'declined'

export const fieldStudiesService: Service<typeof fieldStudiesContract> = {
  hosts: async (ctx, input) => {
    const { rows, total } = await store.hosts(ctx.db, input, ctx.scope, ctx.today, input)
    return { rows: rows.map((row) => withHostVerbs(ctx, row)), total }
  },

  hostsXlsx: async (ctx, input) =>
    hostsSheet(ctx, (await store.hosts(ctx.db, input, ctx.scope, ctx.today)).rows),

  host: async (ctx, { hostId }) => withHostVerbs(ctx, await readHost(ctx, hostId)),

  makeHost: async (ctx, input) => {
    const hostId = await store.addHost(ctx.db, soundHost(input))
    return withHostVerbs(ctx, await readHost(ctx, hostId))
  },

  editHost: async (ctx, { hostId, version, ...input }) => {
    const current = await readHost(ctx, hostId)
    const values = soundHost(ctx.scope.all ? input : { ...input, unitId: current.unitId ?? undefined })
    if (!(await store.setHost(ctx.db, hostId, values, version)))
      throw problem(409, 'fieldStudies.stale', { current })
    return withHostVerbs(ctx, await readHost(ctx, hostId))
  },

  list: (ctx, input) => store.visits(ctx.db, input, ctx.scope, ctx.today, input),

  xlsx: async (ctx, input) =>
    visitsSheet(ctx, (await store.visits(ctx.db, input, ctx.scope, ctx.today)).rows),

  get: async (ctx, { fieldStudyId }) => detailed(ctx, await readVisit(ctx, fieldStudyId)),

  make: async (ctx, { classId, ...input }) => {
    const values = await soundVisit(ctx, input)
    await mustBeFree(ctx, { id: 0, classId, hostId: values.hostId }, values, 'draft')
    return shown(ctx, await store.addVisit(ctx.db, classId, values, actorOf(ctx).accountId))
  },

  edit: async (ctx, { fieldStudyId, version, ...input }) => {
    const before = await forStep(ctx, fieldStudyId, 'edit', version)
    const values = await soundVisit(ctx, input)
    const isElsewhere =
      values.hostId !== before.hostId || values.fromOn !== before.fromOn || values.lastOn !== before.lastOn
    // A host has agreed to these days only.
    const asksAgain = isElsewhere && before.state !== 'draft'
    const state = asksAgain ? 'draft' : before.state
    await mustBeFree(ctx, { ...before, hostId: values.hostId }, values, state)
    await store.setVisit(ctx.db, fieldStudyId, {
      ...store.changeOfVisit(values),
      ...(asksAgain && { state, asked_at: null, answer_by: null, ...unanswered }),
    })
    return shown(ctx, fieldStudyId)
  },

  ask: async (ctx, { fieldStudyId, version, answerBy }) => {
    const before = await forStep(ctx, fieldStudyId, 'ask', version)
    if (answerBy < ctx.today || answerBy > before.fromOn)
      throw problem(422, 'input.wrong', {}, [{ path: 'answerBy', code: 'fieldStudies.answerByRange' }])
    await mustBeFree(ctx, before, before, 'asked')
    await store.setVisit(ctx.db, fieldStudyId, {
      state: 'asked',
      asked_at: ctx.now,
      answer_by: answerBy,
      ...unanswered,
    })
    return shown(ctx, fieldStudyId)
  },

  answer: async (ctx, { fieldStudyId, version, agrees, note, receivedBy, otherFrom, otherLast }) => {
    const before = await forStep(ctx, fieldStudyId, 'answer', version)
    const state: Answer = agrees ? 'agreed' : 'declined'
    const others = agrees ? null : otherDays(ctx, otherFrom, otherLast)
    await mustBeFree(ctx, before, before, state)
    await store.setVisit(ctx.db, fieldStudyId, {
      state,
      answered_at: ctx.now,
      answered_by: actorOf(ctx).accountId,
      answer_note: note,
      received_by: receivedBy,
      other_days: others,
    })
    return shown(ctx, fieldStudyId)
  },

  hold: async (ctx, { fieldStudyId, version }) => {
    await forStep(ctx, fieldStudyId, 'hold', version)
    await store.setVisit(ctx.db, fieldStudyId, { state: 'held' })
    return shown(ctx, fieldStudyId)
  },

  report: async (ctx, { fieldStudyId, version, report, schoolRemark }) => {
    await forStep(ctx, fieldStudyId, 'report', version)
    await store.setVisit(ctx.db, fieldStudyId, { report, school_remark: schoolRemark })
    return shown(ctx, fieldStudyId)
  },

  remark: async (ctx, { fieldStudyId, version, hostRemark }) => {
    await forStep(ctx, fieldStudyId, 'remark', version)
    await store.setVisit(ctx.db, fieldStudyId, { host_remark: hostRemark })
    return shown(ctx, fieldStudyId)
  },

  setCosts: async (ctx, { fieldStudyId, version, costs }) => {
    const before = await lockVisit(ctx, fieldStudyId)
    if (before.state === 'cancelled') throw problem(409, 'fieldStudies.cancelled')
    await mustBeCurrent(ctx, before, version)
    const named = costs.map((one) => ({ ...one, item: tidy(one.item) }))
    const nameless = named.findIndex(
      (one) => one.item === '' && (one.plannedDong ?? one.spentDong ?? null) !== null,
    )
    if (nameless >= 0)
      throw problem(422, 'input.wrong', {}, [
        { path: `costs.${nameless}.item`, code: 'fieldStudies.costUnnamed' },
      ])
    await store.setCosts(
      ctx.db,
      fieldStudyId,
      named
        .filter((one) => one.item !== '')
        .map((one) => ({ ...one, plannedDong: one.plannedDong ?? null, spentDong: one.spentDong ?? null })),
    )
    await store.setVisit(ctx.db, fieldStudyId, {})
    return shown(ctx, fieldStudyId)
  },

  cancel: async (ctx, { fieldStudyId, version, reason }) => {
    await forStep(ctx, fieldStudyId, 'cancel', version)
    await store.setVisit(ctx.db, fieldStudyId, { state: 'cancelled', cancelled_reason: reason })
    return shown(ctx, fieldStudyId)
  },

  attach: async (ctx, { fieldStudyId, file }) => {
    await lockVisit(ctx, fieldStudyId)
    await keepFile(ctx, filesAt(fieldStudyId), file)
    return shown(ctx, fieldStudyId)
  },

  detach: async (ctx, { fieldStudyId, fileId }) => {
    await lockVisit(ctx, fieldStudyId)
    await dropFile(ctx, filesAt(fieldStudyId), fileId)
    return shown(ctx, fieldStudyId)
  },

  file: async (ctx, { fieldStudyId, fileId }) => {
    await readVisit(ctx, fieldStudyId)
    return takeFile(ctx, filesAt(fieldStudyId), fileId)
  },
}

const filesAt = (fieldStudyId: number) => ({ kind: 'fieldStudy' as const, id: fieldStudyId })

const unanswered = {
  answered_at: null,
  answered_by: null,
  answer_note: '',
  other_days: null,
  received_by: '',
}

async function readHost(ctx: Ctx, hostId: number): Promise<store.Host> {
  const found = await store.hostById(ctx.db, hostId, ctx.scope, ctx.today)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

const withHostVerbs = (ctx: Ctx, row: store.Host) => ({
  ...row,
  can: actorOf(ctx).rights.includes('fieldStudies.offer') ? ['edit' as const] : [],
})

function soundHost({ topics, ...input }: z.infer<typeof hostInput>): store.HostValues {
  if (input.fromOn && input.untilOn && input.untilOn <= input.fromOn)
    throw problem(422, 'input.wrong', {}, [{ path: 'untilOn', code: 'fieldStudies.endsBeforeItBegins' }])
  const named = topicsOf(topics)
  if (named.length > 50 || named.some((one) => one.length > 300))
    throw problem(422, 'input.wrong', {}, [{ path: 'topics', code: 'fieldStudies.topicsTooMany' }])
  return { ...input, name: tidy(input.name), place: tidy(input.place), topics: named }
}

async function readVisit(ctx: Ctx, fieldStudyId: number): Promise<store.VisitRow> {
  const found = await store.visitById(ctx.db, fieldStudyId, ctx.scope, ctx.today)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

async function lockVisit(ctx: Ctx, fieldStudyId: number): Promise<store.VisitRow> {
  const found = await store.visitById(ctx.db, fieldStudyId, ctx.scope, ctx.today, true)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

const factsOf = (ctx: Ctx, row: store.VisitRow) => ({ ...row, today: ctx.today })

/** The visit, locked, when this step may be taken on the version that was seen. */
async function forStep(
  ctx: Ctx,
  fieldStudyId: number,
  verb: VisitVerb,
  version: number,
): Promise<store.VisitRow> {
  const found = await lockVisit(ctx, fieldStudyId)
  const refusal = refusalOf(verb, factsOf(ctx, found))
  if (refusal) throw problem(409, refusal)
  await mustBeCurrent(ctx, found, version)
  return found
}

async function mustBeCurrent(ctx: Ctx, found: store.VisitRow, version: number): Promise<void> {
  if (found.version !== version)
    throw problem(409, 'fieldStudies.stale', { current: await detailed(ctx, found) })
}

const shown = async (ctx: Ctx, fieldStudyId: number) => detailed(ctx, await readVisit(ctx, fieldStudyId))

/** The page of a visit. Money and what speaks against it are the school's affair. */
async function detailed(ctx: Ctx, row: store.VisitRow) {
  const ofSchool = ctx.scope.all
  return {
    ...row,
    costs: ofSchool ? await store.costsOf(ctx.db, row.id) : [],
    concerns:
      ofSchool && ['draft', 'asked', 'agreed'].includes(row.state) ? await store.concernsOf(ctx.db, row) : [],
    files: await filesOf(ctx, filesAt(row.id)),
    can: stepsOf(factsOf(ctx, row), actorOf(ctx).rights, visitVerbs),
  }
}

type VisitValues = Omit<z.infer<typeof visitInput>, 'classId'>

async function soundVisit(ctx: Ctx, input: VisitValues): Promise<VisitValues> {
  const wrong = (path: string, code: string) => problem(422, 'input.wrong', {}, [{ path, code }])
  if (input.lastOn < input.fromOn) throw wrong('lastOn', 'fieldStudies.endsBeforeItBegins')
  if (input.papersBy && input.papersBy < input.fromOn) throw wrong('papersBy', 'fieldStudies.papersBefore')
  await readHost(ctx, input.hostId)
  const name = input.leaderId ? await store.lecturerName(ctx.db, input.leaderId) : undefined
  if (input.leaderId && name === undefined) throw wrong('leaderId', 'fieldStudies.noLecturer')
  return { ...input, title: tidy(input.title), leader: name ?? tidy(input.leader) }
}

/** Refuses with the name of who is there already; the database holds the same under any haste. */
async function mustBeFree(
  ctx: Ctx,
  { id, classId, hostId }: { id: number; classId: number; hostId: number },
  days: { fromOn: string; lastOn: string },
  state: store.Visit['state'],
): Promise<void> {
  if (state !== 'asked' && state !== 'agreed') return
  const away = await store.classAwayOn(ctx.db, classId, days, id)
  if (away) throw problem(409, 'fieldStudies.classAway', away)
  const taken = state === 'agreed' ? await store.hostTakenBy(ctx.db, hostId, days, id) : undefined
  if (taken) throw problem(409, 'fieldStudies.hostTaken', taken)
}

function otherDays(ctx: Ctx, fromOn: string | undefined, lastOn: string | undefined): string | null {
  if (!fromOn) return null
  const last = lastOn ?? fromOn
  if (fromOn < ctx.today || last < fromOn)
    throw problem(422, 'input.wrong', {}, [
      { path: last < fromOn ? 'otherLast' : 'otherFrom', code: 'fieldStudies.otherDays' },
    ])
  return rangeOf({ fromOn, lastOn: last })
}
