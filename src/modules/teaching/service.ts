import { createHash } from 'node:crypto'
import type * as z from 'zod'
import { addDays, type Day } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import { entriesBetween, mondayOf } from '../calendar/index.ts'
import type { paymentInput, proposalInput, teachingContract } from './contract.ts'
import { feedFile } from './feed.ts'
import * as invitations from './invitations.ts'
import { type Inviting, invite, inviteInstead, sendLink, substitutesFor } from './invite.ts'
import { hashOf, newToken } from './links.ts'
import { paidFor, proposeSessions } from './rules.ts'
import { invitationsSheet, paymentSheet, sessionsSheet, timetableSheet } from './sheets.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

type SessionInput = Parameters<typeof store.changeSession>[3]
type ProposalInput = z.infer<typeof proposalInput>

/** How far ahead a lecturer sees the own sessions, in days. */
const ownDaysAhead = 60

export const teachingService: Service<typeof teachingContract> = {
  timetable: (ctx, { classId }) => timetableOf(ctx, classId),

  timetableXlsx: async (ctx, { classId }) => timetableSheet(await timetableOf(ctx, classId)),

  proposal: async (ctx, { classId, ...input }) => proposed(ctx, classId, input),

  fill: async (ctx, { classId, mark, ...input }) => {
    const { sessions, mark: now } = await proposed(ctx, classId, input)
    if (mark !== undefined && mark !== now) throw problem(409, 'teaching.proposalChanged')
    if (sessions.length === 0) throw problem(409, 'teaching.nothingToPropose')
    const added = await store.addSessions(
      ctx.db,
      sessions.map(({ roomClash, ...one }) =>
        store.asNew(classId, one, roomClash ? undefined : input.roomId),
      ),
    )
    return { added: added.length }
  },

  addSession: async (ctx, { classId, ...input }) => {
    const [id] = await store.addSessions(ctx.db, [{ classId, ...(await sound(ctx, classId, input)) }])
    return readSession(ctx, id as number)
  },

  changeSession: async (ctx, { sessionId, version, ...input }) => {
    const before = await readSession(ctx, sessionId)
    const facts = await sound(ctx, before.classId, input)
    if (before.state !== 'planned') throw problem(409, 'teaching.sessionSettled', { state: before.state })
    if (!(await store.changeSession(ctx.db, sessionId, version, facts)))
      throw problem(409, 'teaching.stale', { current: before })
    return readSession(ctx, sessionId)
  },

  cancelSession: async (ctx, { sessionId, reason, version }) => {
    const before = await readSession(ctx, sessionId)
    if (before.state !== 'planned') throw problem(409, 'teaching.sessionSettled', { state: before.state })
    if (!(await store.cancelSession(ctx.db, sessionId, version, reason)))
      throw problem(409, 'teaching.stale', { current: before })
    return readSession(ctx, sessionId)
  },

  confirm: async (ctx, { sessionId, version, outcome, hours, lecturerId, note }) => {
    const before = await readSession(ctx, sessionId)
    const { accountId, rights } = actorOf(ctx)
    const isOffice = rights.includes('teaching.edit')
    const own = isOffice ? null : await store.lecturerOfAccount(ctx.db, accountId)
    if (!isOffice && (own === null || before.lecturerId !== own)) throw problem(403, 'teaching.notYours')
    if (!isOffice && lecturerId !== undefined && lecturerId !== own) throw problem(403, 'teaching.notYours')
    if (before.state === 'cancelled') throw problem(409, 'teaching.sessionSettled', { state: before.state })
    if (before.onDay > ctx.today) throw problem(409, 'teaching.notYetHeld', { on: before.onDay })
    if (outcome !== 'taught' && note === '')
      throw problem(422, 'teaching.sayWhat', {}, [{ path: 'note', code: 'teaching.sayWhat' }])
    const facts = {
      sessionId,
      version,
      outcome,
      hours: outcome === 'changed' ? (hours ?? before.hours) : before.hours,
      lecturerId: outcome === 'changed' ? (lecturerId ?? before.lecturerId) : before.lecturerId,
      note,
      by: accountId,
    }
    if (outcome !== 'notTaught' && facts.lecturerId === null)
      throw problem(422, 'teaching.whoTaught', {}, [{ path: 'lecturerId', code: 'teaching.whoTaught' }])
    if (!(await store.confirmSession(ctx.db, facts)))
      throw problem(409, 'teaching.stale', { current: before })
    return readSession(ctx, sessionId)
  },

  confirmAll: async (ctx, { classId, untilOn }) => {
    await readClass(ctx, classId)
    if (untilOn > ctx.today) throw problem(409, 'teaching.notYetHeld', { on: untilOn })
    return { confirmed: await store.confirmUntil(ctx.db, classId, untilOn, actorOf(ctx).accountId) }
  },

  week: async (ctx, { on, ...filter }) => {
    const monday = mondayOf(on ?? ctx.today)
    return {
      monday,
      days: Array.from({ length: 7 }, (_, i) => addDays(monday, i)),
      sessions: await store.sessionsOf(ctx.db, ctx.scope, store.ofWeek(monday, filter)),
    }
  },

  invitations: (ctx, input) => invitations.listed(ctx.db, input, ctx.today),

  invitationsXlsx: async (ctx, input) =>
    invitationsSheet(ctx.locale, await invitations.allListed(ctx.db, input, ctx.today)),

  invitation: (ctx, { invitationId }) => readInvitation(ctx, invitationId),

  invite: async (ctx, input) => {
    const { invitationId, ...link } = await invite(inviting(ctx), {
      ...input,
      title: tidy(input.title),
      deadlineOn: input.deadlineOn,
      followsId: null,
    })
    return { invitation: await readInvitation(ctx, invitationId), ...link }
  },

  link: async (ctx, { invitationId }) => {
    const found = await readInvitation(ctx, invitationId)
    if (!found.can.includes('link')) throw problem(409, 'teaching.noLinkAnyMore')
    const { token } = await sendLink(inviting(ctx), invitationId, found.lecturerId, null)
    return { token }
  },

  withdraw: async (ctx, { invitationId, reason, version }) => {
    const found = await readInvitation(ctx, invitationId)
    if (!found.can.includes('withdraw')) throw problem(409, 'teaching.noLinkAnyMore')
    if (!(await invitations.withdraw(ctx.db, invitationId, version, reason)))
      throw problem(409, 'teaching.stale', { current: found })
    return readInvitation(ctx, invitationId)
  },

  setNext: async (ctx, { invitationId, invitesNext, version }) => {
    const found = await readInvitation(ctx, invitationId)
    if (!(await invitations.setNext(ctx.db, invitationId, version, invitesNext)))
      throw problem(409, 'teaching.stale', { current: found })
    return readInvitation(ctx, invitationId)
  },

  note: async (ctx, { invitationId, ...answer }) => {
    await readInvitation(ctx, invitationId)
    return answered(ctx, { id: invitationId }, 'office', answer)
  },

  substitutes: async (ctx, { sessionIds }) => {
    const found = await store.sessionsOf(ctx.db, ctx.scope, store.withIds(sessionIds))
    if (found.length !== new Set(sessionIds).size) throw problem(404, 'teaching.noSession')
    if (new Set(found.map((one) => one.classId)).size > 1) throw problem(422, 'teaching.oneClass')
    return substitutesFor(ctx.db, sessionIds)
  },

  inviteNext: async (ctx, { invitationId, lecturerId, byMail, version }) => {
    const before = await readInvitation(ctx, invitationId)
    if (before.version !== version) throw problem(409, 'teaching.stale', { current: before })
    const made = await inviteInstead(inviting(ctx), invitationId, lecturerId, byMail)
    if (!made) throw problem(409, 'teaching.nobodySuitable')
    const { invitationId: newId, ...link } = made
    return { invitation: await readInvitation(ctx, newId), ...link }
  },

  publicInvitation: async (ctx, { token }) => {
    const found = await invitations.sheetBehind(ctx.db, hashOf('invitation', token), ctx.today)
    if (!found) throw problem(404, 'teaching.noLink')
    return found
  },

  answerByLink: (ctx, { token, ...answer }) =>
    answered(ctx, { hash: hashOf('invitation', token) }, 'link', answer),

  mine: async (ctx) => {
    const lecturerId = await store.lecturerOfAccount(ctx.db, actorOf(ctx).accountId)
    if (lecturerId === null) return { invitations: [], sessions: [] }
    const [from, until] = [addDays(ctx.today, -14), addDays(ctx.today, ownDaysAhead)]
    return {
      invitations: await invitations.ofLecturer(ctx.db, lecturerId, ctx.today),
      sessions: await store.sessionsOf(ctx.db, ctx.scope, store.ofLecturerOwn(lecturerId, from, until)),
    }
  },

  answer: async (ctx, { invitationId, ...answer }) => {
    const lecturerId = await store.lecturerOfAccount(ctx.db, actorOf(ctx).accountId)
    const found = await invitations.invitationById(ctx.db, invitationId, ctx.today)
    if (!found || found.lecturerId !== lecturerId) throw problem(404, 'access.notFound')
    return answered(ctx, { id: invitationId }, 'account', answer)
  },

  taught: (ctx, { lecturerId }) => store.taughtBy(ctx.db, lecturerId),

  sessionsOf: (ctx, input) => store.sessionsOfLecturer(ctx.db, ctx.scope, input, ctx.today),

  sessionsOfXlsx: async (ctx, input) =>
    sessionsSheet(
      ctx.locale,
      await nameOf(ctx, input.lecturerId),
      await store.allSessionsOfLecturer(ctx.db, ctx.scope, input, ctx.today),
    ),

  payment: (ctx, input) => paymentOf(ctx, input, input),

  paymentXlsx: async (ctx, input) => paymentSheet(input, await paymentOf(ctx, input)),

  rates: (ctx) => store.ratesNow(ctx.db),

  addRate: async (ctx, input) => {
    await store.addRate(ctx.db, input, actorOf(ctx).accountId)
    return store.ratesNow(ctx.db)
  },

  setting: (ctx) => store.settingNow(ctx.db),

  setSetting: async (ctx, input) => {
    if (!(await store.keepSetting(ctx.db, input)))
      throw problem(409, 'teaching.stale', { current: await store.settingNow(ctx.db) })
    return store.settingNow(ctx.db)
  },

  makeFeed: async (ctx, of) => ({ token: await newFeed(ctx, feedOf(of)) }),

  feedState: async (ctx, of) => ({ madeAt: await store.feedMadeAt(ctx.db, feedOf(of)) }),

  dropFeed: async (ctx, of) => withoutFeed(ctx, feedOf(of)),

  myFeed: async (ctx) => {
    const lecturerId = await store.lecturerOfAccount(ctx.db, actorOf(ctx).accountId)
    return {
      madeAt: lecturerId === null ? null : await store.feedMadeAt(ctx.db, { lecturerId, classId: null }),
    }
  },

  makeMyFeed: async (ctx) => ({ token: await newFeed(ctx, await ownFeed(ctx)) }),

  dropMyFeed: async (ctx) => withoutFeed(ctx, await ownFeed(ctx)),

  feed: async (ctx, { token }) => {
    const found = await store.feedBehind(ctx.db, hashOf('feed', token), ctx.today)
    if (!found) throw problem(404, 'teaching.noFeed')
    return feedFile(words(ctx), found, ctx.config.origin ?? '', ctx.config.timeZone)
  },
}

type FeedOf = { lecturerId: number | null; classId: number | null }

/** A calendar is of one lecturer or of one class. */
function feedOf({
  lecturerId,
  classId,
}: {
  lecturerId?: number | undefined
  classId?: number | undefined
}): FeedOf {
  if ((lecturerId === undefined) === (classId === undefined)) throw problem(422, 'teaching.feedOfOne')
  return { lecturerId: lecturerId ?? null, classId: classId ?? null }
}

async function ownFeed(ctx: Ctx): Promise<FeedOf> {
  const lecturerId = await store.lecturerOfAccount(ctx.db, actorOf(ctx).accountId)
  if (lecturerId === null) throw problem(409, 'teaching.noLecturerOfYours')
  return { lecturerId, classId: null }
}

async function newFeed(ctx: Ctx, of: FeedOf): Promise<string> {
  const token = newToken()
  await store.makeFeed(ctx.db, of, hashOf('feed', token), actorOf(ctx).accountId)
  return token
}

async function withoutFeed(ctx: Ctx, of: FeedOf): Promise<{ madeAt: null }> {
  await store.dropFeed(ctx.db, of)
  return { madeAt: null }
}

const words = (ctx: Ctx) => (ctx.locale === 'vi' ? vi : en)

const inviting = (ctx: Ctx): Inviting => ({
  db: ctx.db,
  today: ctx.today,
  jobs: ctx.jobs,
  config: ctx.config,
  accountId: actorOf(ctx).accountId,
})

async function readClass(ctx: Ctx, classId: number): Promise<store.ClassFacts> {
  const found = await store.classFacts(ctx.db, classId)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

async function readSession(ctx: Ctx, sessionId: number): Promise<store.Session> {
  const [found] = await store.sessionsOf(ctx.db, ctx.scope, store.withIds([sessionId]))
  if (!found) throw problem(404, 'access.notFound')
  return found
}

/** The timetable of a class as whoever asks may see it. */
export async function timetableOf(ctx: Ctx, classId: number) {
  const found = await readClass(ctx, classId)
  const { rights } = actorOf(ctx)
  const mayEdit = rights.includes('teaching.edit') && found.cancelledOn === null
  return {
    ...found,
    sessions: await store.sessionsOf(ctx.db, ctx.scope, store.ofClass(classId)),
    visits: await store.visitsOf(ctx.db, classId),
    topics: await store.topicsOf(ctx.db, classId),
    can: mayEdit ? (['edit', 'confirm'] as const).slice() : [],
  }
}

async function proposed(ctx: Ctx, classId: number, input: ProposalInput) {
  const { opensOn, closesOn } = await openClass(ctx, classId)
  if (closesOn === null) throw problem(409, 'teaching.noEnd')
  const topics = await store.topicsOf(ctx.db, classId)
  if (topics.length === 0) throw problem(409, 'teaching.noOutline')
  const from = [opensOn, input.fromOn ?? '', addDays(ctx.today, 1)].sort().at(-1) as Day
  const span = { fromOn: from, lastOn: closesOn }
  const [entries, held, { partHours }, visits] = [
    span.fromOn > span.lastOn ? [] : await entriesBetween(ctx.db, span),
    await store.sessionsOf(ctx.db, ctx.scope, store.ofClass(classId)),
    await store.settingNow(ctx.db),
    await store.visitsOf(ctx.db, classId),
  ]
  const stops = [
    ...entries
      .filter((one) => one.stopsTeaching)
      .map(({ fromOn, lastOn, title }) => ({ fromOn, lastOn, title, why: 'calendar' as const })),
    ...visits
      .filter((one) => one.lastOn >= span.fromOn && one.fromOn <= span.lastOn)
      .map(({ fromOn, lastOn, title, host }) => ({
        fromOn,
        lastOn,
        title: `${title}, ${host}`,
        why: 'visit' as const,
      })),
  ].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
  const found = proposeSessions({
    ...span,
    topics,
    weekdays: input.weekdays,
    parts: input.parts,
    partHours,
    stops,
    taken: new Set(
      held
        .filter((one) => one.state !== 'cancelled' && one.state !== 'notTaught')
        .map((one) => `${one.onDay} ${one.part}`),
    ),
  })
  const holds =
    input.roomId === undefined || span.fromOn > span.lastOn
      ? []
      : await store.roomHolds(ctx.db, input.roomId, classId, span)
  const sessions = found.sessions.map((one) => {
    const hold = holds.find(
      (it) => it.fromOn <= one.onDay && it.lastOn >= one.onDay && (it.part === null || it.part === one.part),
    )
    const code = hold?.part === null ? 'teaching.roomBooked' : 'teaching.roomTaken'
    return { ...one, roomClash: hold ? { code, params: hold.params } : null }
  })
  const mark = createHash('sha256')
    .update(JSON.stringify([input.roomId ?? null, sessions]))
    .digest('base64url')
  return { ...found, ...span, sessions, stops, mark }
}

/** A class that is still held: a cancelled one gets no sessions. */
async function openClass(ctx: Ctx, classId: number): Promise<store.ClassFacts> {
  const found = await readClass(ctx, classId)
  if (found.cancelledOn) throw problem(409, 'teaching.classCancelled', { on: found.cancelledOn })
  return found
}

/** A session as it may stand: within the class's days, its topic of the class's own outline, with a title. */
async function sound(ctx: Ctx, classId: number, input: SessionInput): Promise<SessionInput> {
  const found = await openClass(ctx, classId)
  if (input.onDay < found.opensOn || (found.closesOn !== null && input.onDay > found.closesOn)) {
    const params = { opensOn: found.opensOn, closesOn: found.closesOn }
    throw problem(422, 'teaching.outsideClass', params, [
      { path: 'onDay', code: 'teaching.outsideClass', params },
    ])
  }
  const topic =
    input.itemId === undefined ? undefined : await store.topicOfClass(ctx.db, classId, input.itemId)
  if (input.itemId !== undefined && topic === undefined)
    throw problem(422, 'teaching.noTopic', {}, [{ path: 'itemId', code: 'teaching.noTopic' }])
  const title = tidy(input.title) || topic || ''
  if (title === '') throw problem(422, 'input.wrong', {}, [{ path: 'title', code: 'teaching.titleOrTopic' }])
  return { ...input, title, place: tidy(input.place) }
}

async function nameOf(ctx: Ctx, lecturerId: number): Promise<string> {
  const name = await store.lecturerName(ctx.db, lecturerId)
  if (name === undefined) throw problem(404, 'access.notFound')
  return name
}

async function readInvitation(ctx: Ctx, invitationId: number) {
  const found = await invitations.invitationById(ctx.db, invitationId, ctx.today)
  if (!found) throw problem(404, 'access.notFound')
  const planned = await store.sessionsOf(ctx.db, ctx.scope, store.ofInvitation(invitationId))
  const { accountId, rights } = actorOf(ctx)
  const isToCome = planned.some((one) => one.state === 'planned' && one.onDay >= ctx.today)
  const isOpen = found.state !== 'withdrawn' && !found.isFollowed && isToCome
  const can: ('withdraw' | 'link' | 'inviteNext' | 'answer' | 'note' | 'setNext')[] = []
  if (rights.includes('teaching.edit') && isOpen) {
    can.push('withdraw', 'setNext', 'note')
    if (!found.isLate) can.push('link')
    if (found.state !== 'accepted') can.push('inviteNext')
  }
  if (
    isOpen &&
    !found.isLate &&
    rights.includes('teaching.answer') &&
    (await store.lecturerOfAccount(ctx.db, accountId)) === found.lecturerId
  )
    can.push('answer')
  const { clash, ...rest } = found
  const { why, ...params } = clash ?? { why: '' }
  return { ...rest, clash: clash ? { why, params } : null, planned, can }
}

type Answer = Parameters<typeof invitations.putAnswer>[4]

/** Keeps of an answer what belongs to it, and says kindly why it was not taken. */
async function answered(
  ctx: Ctx,
  which: { hash: Buffer } | { id: number },
  by: 'link' | 'account' | 'office',
  given: Answer,
): Promise<{ state: string }> {
  if (given.answer === 'otherDates' && given.proposedDates === '')
    throw problem(422, 'input.wrong', {}, [{ path: 'proposedDates', code: 'teaching.whichDates' }])
  if (given.answer === 'substitute' && given.substituteName === '')
    throw problem(422, 'input.wrong', {}, [{ path: 'substituteName', code: 'teaching.whoInstead' }])
  const isSubstitute = given.answer === 'substitute'
  const state = await invitations.putAnswer(ctx.db, which, by, ctx.today, {
    answer: given.answer,
    reason: given.answer === 'accepted' ? '' : given.reason,
    proposedDates: given.answer === 'otherDates' ? given.proposedDates : '',
    substituteName: isSubstitute ? tidy(given.substituteName) : '',
    substitutePost: isSubstitute ? tidy(given.substitutePost) : '',
    substitutePhone: isSubstitute ? given.substitutePhone : '',
  })
  if (state === null) throw problem(404, by === 'link' ? 'teaching.noLink' : 'access.notFound')
  if (state in notTaken) throw problem(409, notTaken[state as keyof typeof notTaken])
  return { state }
}

/** Why an answer was not taken, by where the invitation stands. */
const notTaken = {
  late: 'teaching.late',
  followed: 'teaching.followed',
  withdrawn: 'teaching.withdrawn',
  held: 'teaching.held',
}

/** What is paid for hours taught and confirmed: a page of the rows, or all of them; the sums are always of all. */
export async function paymentOf(
  ctx: Ctx,
  input: z.infer<typeof paymentInput>,
  page?: { page: number; size: number },
) {
  const rateOf = (row: { hourDong: number | null; taxBasisPoints: number | null }) =>
    row.hourDong === null ? null : { hourDong: row.hourDong, taxBasisPoints: row.taxBasisPoints ?? 0 }
  const rows = (await store.taughtHours(ctx.db, input, page)).map((row) => {
    const { taxBasisPoints: _, ...shown } = row
    return { ...shown, ...paidFor(row.hours, rateOf(row)) }
  })
  const sums = (await store.owedSums(ctx.db, input)).map((one) => ({
    ...one,
    ...paidFor(one.hours, rateOf(one)),
  }))
  // Each row is rounded by itself, and so many rows are alike.
  const sum = (of: (one: (typeof sums)[number]) => number | null) =>
    sums.reduce((all, one) => all + (of(one) ?? 0), 0)
  return {
    rows,
    total: sum((one) => one.rows),
    sessions: sum((one) => one.sessions),
    hours: sum((one) => one.hours * one.rows),
    amountDong: sum((one) => one.amountDong && one.amountDong * one.rows),
    taxDong: sum((one) => one.taxDong && one.taxDong * one.rows),
    netDong: sum((one) => one.netDong && one.netDong * one.rows),
    withoutRate: sum((one) => (one.hourDong === null ? one.rows : 0)),
    unconfirmed: await store.unconfirmedCount(ctx.db, input, ctx.today),
  }
}

export type Payment = Awaited<ReturnType<typeof paymentOf>>
export type Timetable = Awaited<ReturnType<typeof timetableOf>>
