import type { Day } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import type { Config } from '../../server/config.ts'
import type { Jobs } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { Mail } from '../../server/mail.ts'
import { readContact, withoutApproval } from '../lecturers/index.ts'
import * as store from './invitations.ts'
import { hashOf, newToken } from './links.ts'
import { deadlineFor, isSuitable, rankSubstitutes } from './rules.ts'
import * as sessions from './store.ts'
import { vi } from './words.vi.ts'

/** What inviting needs of the house: a request has it, the night's work too. */
export type Inviting = { db: Db; today: Day; jobs: Jobs; config: Config; accountId: number | null }

export type Invited = { invitationId: number; token: string; isMailed: boolean }

/** The sessions that somebody is invited to: of one class, planned, to come, without anybody else. Locked. */
async function askedFor(
  { db, today }: Inviting,
  sessionIds: readonly number[],
  lecturerId: number,
): Promise<sessions.Session[]> {
  await db
    .selectFrom('class_session')
    .where('id', 'in', [...sessionIds])
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()
  const found = await sessions.sessionsOf(db, { all: true }, sessions.withIds(sessionIds))
  if (found.length !== new Set(sessionIds).size) throw problem(404, 'teaching.noSession')
  if (new Set(found.map((one) => one.classId)).size > 1) throw problem(422, 'teaching.oneClass')
  for (const one of found) {
    const { title, onDay: on, part } = one
    if (one.state !== 'planned' || one.onDay < today)
      throw problem(409, 'teaching.notToCome', { title, on, part })
    if (one.lecturerId !== null && one.lecturerId !== lecturerId)
      throw problem(409, 'teaching.given', { title, on, part, what: one.lecturer })
  }
  return found
}

/**
 * Invites somebody to sessions of one class and makes the link. Refused where the person cannot come anyway (teaches, is booked,
 * is away), or has no approval and the school refuses that.
 */
export async function invite(
  house: Inviting,
  input: {
    sessionIds: readonly number[]
    lecturerId: number
    title: string
    deadlineOn: Day | undefined
    message: string
    byMail: boolean
    invitesNext: boolean
    followsId: number | null
  },
): Promise<Invited> {
  const { db, today } = house
  const asked = await askedFor(house, input.sessionIds, input.lecturerId)
  const [first] = asked as [sessions.Session]
  const [facts] = await store.substituteFacts(db, input.sessionIds, input.lecturerId)
  if (!facts) throw problem(404, 'teaching.noLecturer')
  if (facts.busy) throw problem(409, facts.busy.code, { what: facts.name, ...facts.busy.params })
  if (facts.approval === 'invalid' && (await withoutApproval(db)) === 'refuse')
    throw problem(409, 'teaching.noApproval', { what: facts.name })
  const { answerDays } = await sessions.settingNow(db)
  const deadlineOn = input.deadlineOn ?? deadlineFor(today, first.onDay, answerDays)
  if (deadlineOn < today || deadlineOn > first.onDay)
    throw problem(422, 'teaching.deadline', { firstOn: first.onDay }, [
      { path: 'deadlineOn', code: 'teaching.deadline', params: { firstOn: first.onDay } },
    ])
  const invitationId = await store.addInvitation(db, {
    ...input,
    classId: first.classId,
    title: input.title || [...new Set(asked.map((one) => one.title))].join('; ').slice(0, 500),
    deadlineOn,
    sentOn: today,
    madeBy: house.accountId,
  })
  return {
    invitationId,
    ...(await sendLink(house, invitationId, input.lecturerId, input.byMail ? 'invited' : null)),
  }
}

/** A new link to an invitation; mailed where that is asked for, an address is known and mail is set up. */
export async function sendLink(
  { db, today, jobs, config }: Inviting,
  invitationId: number,
  lecturerId: number,
  mail: 'invited' | 'reminded' | null,
): Promise<{ token: string; isMailed: boolean }> {
  const token = newToken()
  await store.addLink(db, invitationId, hashOf('invitation', token))
  const to = mail && config.smtpUrl ? (await readContact(db, lecturerId)).email : null
  if (!mail || to === null) return { token, isMailed: false }
  const found = await store.sheetBehind(db, hashOf('invitation', token), today)
  if (!found) return { token, isMailed: false }
  const link = `${config.origin ?? ''}/moi/${token}`
  const letter: Mail = {
    to,
    subject: vi.mail[mail].subject(found),
    text: vi.mail[mail].text({ ...found, link }),
  }
  await jobs.later('mail', letter, `teaching:${invitationId}:${mail}:${today}`)
  await store.markMailed(db, invitationId)
  return { token, isMailed: true }
}

/** Who could teach the sessions of an invitation, in the school's order. */
export async function substitutesFor(db: Db, sessionIds: readonly number[]) {
  const { substituteOrder } = await sessions.settingNow(db)
  const rows = (await store.substituteFacts(db, sessionIds)).map((one) => ({
    ...one,
    isSuitable: isSuitable(one),
  }))
  return { order: substituteOrder, rows: rankSubstitutes(rows, substituteOrder) }
}

/** Invites the first suitable (or the named) lecturer in place of an invitation; undefined where nobody is suitable. */
export async function inviteInstead(
  house: Inviting,
  invitationId: number,
  lecturerId: number | undefined,
  byMail: boolean,
): Promise<Invited | undefined> {
  const { db, today } = house
  const before = await store.invitationById(db, invitationId, today)
  if (!before) throw problem(404, 'access.notFound')
  if (before.isFollowed) throw problem(409, 'teaching.alreadyFollowed')
  if (before.state === 'accepted') throw problem(409, 'teaching.isAccepted', { what: before.lecturer })
  const planned = (await sessions.sessionsOf(db, { all: true }, sessions.ofInvitation(invitationId))).filter(
    (one) => one.state === 'planned' && one.onDay >= today && one.lecturerId === null,
  )
  if (planned.length === 0) throw problem(409, 'teaching.nothingLeft')
  const sessionIds = planned.map((one) => one.id)
  const chosen =
    lecturerId ?? (await substitutesFor(db, sessionIds)).rows.find((one) => one.isSuitable)?.lecturerId
  if (chosen === undefined) return undefined
  return invite(house, {
    sessionIds,
    lecturerId: chosen,
    title: before.title,
    deadlineOn: undefined,
    message: before.message,
    byMail,
    invitesNext: before.invitesNext,
    followsId: invitationId,
  })
}
