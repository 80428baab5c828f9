import { beforeAll, describe, expect, test } from 'vitest'
import { concluded } from '../../../tests/concluded.ts'
import { wordText } from '../../../tests/word.ts'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import { readConfig } from '../../server/config.ts'
import type { Mail } from '../../server/mail.ts'
import { tendInvitations } from './jobs.ts'

let world: World
let office: Api
let programmeId: number
let counter = 0
/** The clock of the house, moved by hand. */
let now = new Date('2026-11-24T05:00:00.000Z')
const on = (day: string) => {
  now = new Date(`${day}T05:00:00.000Z`)
}

beforeAll(async () => {
  world = await aWorld({ clock: { now: () => now } })
  office = await world.as('trainingOffice')
  programmeId = (
    await office.programmes.make({
      code: 'BD',
      name: 'Bồi dưỡng cấp ủy',
      groupCode: 'fostering',
      kind: 'fostering',
      modes: ['none'],
    })
  ).id
})

async function aSession(more: { classId?: number; onDay?: string; part?: 'morning' | 'afternoon' } = {}) {
  counter += 1
  const classId =
    more.classId ??
    (
      await office.classes.open({
        code: `BD-${counter}`,
        name: `Lớp bồi dưỡng ${counter}`,
        programmeId,
        opensOn: '2026-11-02',
        closesOn: '2027-06-30',
        place: 'Hội trường tỉnh',
        basis: 'plan',
      })
    ).id
  const { id } = await office.teaching.addSession({
    classId,
    onDay: more.onDay ?? '2026-12-14',
    part: more.part ?? 'morning',
    hours: 5,
    title: 'Xây dựng Đảng ở cơ sở',
  })
  return { classId, id }
}
async function aGuest(more: object = {}) {
  counter += 1
  return (
    await office.lecturers.make({
      code: `M-${counter}`,
      name: `Khách mời ${counter}`,
      fields: ['XDĐ'],
      isGuest: true,
      ...more,
    })
  ).id
}
async function invited(more: object = {}) {
  const { id, classId } = await aSession()
  const lecturerId = await aGuest()
  const { invitation, token } = await office.teaching.invite({ sessionIds: [id], lecturerId, ...more })
  return { sessionId: id, classId, lecturerId, token, invitationId: invitation.id }
}
const answer = (token: string, given: object) =>
  world.stranger.teaching.answerByLink({ token, answer: 'accepted', ...given })
const lecturerOf = async (classId: number) =>
  (await office.teaching.timetable({ classId })).sessions[0]?.lecturerId
const stateOf = async (invitationId: number) => (await office.teaching.invitation({ invitationId })).state

describe('a guest answers by the link, without an account', () => {
  test('sees what is needed and nothing else; a yes stands in the timetable at once', async () => {
    const { token, classId, lecturerId, invitationId } = await invited({ message: 'Có xe đón' })
    const sheet = await world.stranger.teaching.publicInvitation({ token })
    expect(sheet).toMatchObject({
      state: 'waiting',
      standing: 'open',
      title: 'Xây dựng Đảng ở cơ sở',
      message: 'Có xe đón',
      deadlineOn: '2026-12-01',
      sessions: [
        { onDay: '2026-12-14', part: 'morning', hours: 5, place: 'Hội trường tỉnh', startsAt: '07:30' },
      ],
    })
    expect(Object.keys(sheet)).not.toContain('id')
    expect(await answer(token, {})).toEqual({ state: 'accepted' })
    expect(await lecturerOf(classId)).toBe(lecturerId)
    expect(await office.teaching.invitation({ invitationId })).toMatchObject({
      state: 'accepted',
      answeredBy: 'link',
    })
  })

  test('a second press changes nothing; until the deadline the answer may be changed, and a no frees the session', async () => {
    const { token, classId, lecturerId, invitationId } = await invited()
    await answer(token, {})
    const { version } = await office.teaching.invitation({ invitationId })
    expect(await answer(token, {})).toEqual({ state: 'accepted' })
    expect((await office.teaching.invitation({ invitationId })).version).toBe(version)
    await answer(token, { answer: 'declined', reason: 'Đi công tác' })
    expect(await lecturerOf(classId)).toBeNull()
    await answer(token, {})
    expect(await lecturerOf(classId)).toBe(lecturerId)
    expect(await office.teaching.invitation({ invitationId })).toMatchObject({
      state: 'accepted',
      reason: '',
    })
  })

  test('may propose other dates or somebody else, and must say which', async () => {
    const { token, invitationId } = await invited()
    await expect(answer(token, { answer: 'otherDates' })).rejects.toMatchObject({
      fields: [{ path: 'proposedDates', code: 'teaching.whichDates' }],
    })
    await expect(answer(token, { answer: 'substitute' })).rejects.toMatchObject({
      fields: [{ path: 'substituteName' }],
    })
    await expect(
      answer(token, { answer: 'substitute', substituteName: 'A', substitutePhone: 'gọi tôi' }),
    ).rejects.toMatchObject({ fields: [{ code: 'field.phone' }] })
    await expect(answer(token, { answer: 'withdrawn' })).rejects.toMatchObject({ status: 422 })
    await answer(token, { answer: 'otherDates', proposedDates: 'Chiều 15/12' })
    expect(await stateOf(invitationId)).toBe('otherDates')
    await answer(token, {
      answer: 'substitute',
      substituteName: 'Trần  Văn B',
      substitutePost: 'Phó Giám đốc Sở Nội vụ',
      substitutePhone: '0912 345 678',
    })
    expect(await office.teaching.invitation({ invitationId })).toMatchObject({
      state: 'substitute',
      proposedDates: '',
      substituteName: 'Trần Văn B',
      substitutePhone: '0912 345 678',
    })
  })
})

describe('a link opens exactly its invitation', () => {
  test('it has 128 random bits, only its hash is kept, and neither record nor jobs hold it', async () => {
    const { token } = await invited()
    expect(Buffer.from(token, 'base64url')).toHaveLength(16)
    const rows = await world.rows<{ found: string }>(
      `select l.after::text as found from audit_line l where l.after::text like '%' || $1 || '%'
       union all select t.hash::text from teaching_link t where encode(t.hash, 'escape') like '%' || $1 || '%'`,
      [token],
    )
    expect(rows).toEqual([])
  })

  test('guessed, cut, of a survey, of a calendar: nothing opens', async () => {
    const { token, lecturerId } = await invited()
    const calendar = await office.teaching.makeFeed({ lecturerId })
    for (const other of [
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase(),
      'A'.repeat(22),
      calendar.token,
    ]) {
      await expect(world.stranger.teaching.publicInvitation({ token: other })).rejects.toMatchObject({
        code: 'teaching.noLink',
      })
      await expect(answer(other, {})).rejects.toMatchObject({ code: 'teaching.noLink' })
    }
    await expect(world.stranger.surveys.sheet({ token })).rejects.toMatchObject({ code: 'surveys.noLink' })
    await expect(world.stranger.teaching.feed({ token })).rejects.toMatchObject({ code: 'teaching.noFeed' })
    await expect(world.stranger.coordination.feed({ token })).rejects.toMatchObject({ status: 404 })
  })

  test('of one invitation answers no other, and signed-out people reach nothing beside it', async () => {
    const [one, two] = [await invited(), await invited()]
    await answer(one.token, { answer: 'declined' })
    expect(await stateOf(two.invitationId)).toBe('waiting')
    await expect(
      world.stranger.teaching.invitation({ invitationId: two.invitationId }),
    ).rejects.toMatchObject({ code: 'access.signInFirst' })
    await expect(
      world.stranger.teaching.answer({ invitationId: two.invitationId, answer: 'accepted' }),
    ).rejects.toMatchObject({ code: 'access.signInFirst' })
  })

  test('after the deadline it can be read, not answered; the office may still note what was said by telephone', async () => {
    const { token, invitationId, classId, lecturerId } = await invited()
    await world.rows(
      `update teaching_invitation set sent_on = '2026-11-16', deadline_on = '2026-11-23' where id = $1`,
      [invitationId],
    )
    expect(await world.stranger.teaching.publicInvitation({ token })).toMatchObject({ standing: 'late' })
    await expect(answer(token, {})).rejects.toMatchObject({ code: 'teaching.late' })
    expect(await office.teaching.note({ invitationId, answer: 'accepted' })).toEqual({ state: 'accepted' })
    expect(await lecturerOf(classId)).toBe(lecturerId)
  })

  test('withdrawn, it opens nothing, and what was taken is free again; a further link to the same thing works until then', async () => {
    const { token, invitationId, classId } = await invited()
    const second = await office.teaching.link({ invitationId })
    await answer(second.token, {})
    const { version } = await office.teaching.invitation({ invitationId })
    await office.teaching.withdraw({ invitationId, version, reason: 'Đổi chương trình' })
    expect(await lecturerOf(classId)).toBeNull()
    for (const one of [token, second.token])
      await expect(answer(one, {})).rejects.toMatchObject({ code: 'teaching.noLink' })
    await expect(office.teaching.link({ invitationId })).rejects.toMatchObject({
      code: 'teaching.noLinkAnyMore',
    })
  })

  test('after the session was held nothing is changed any more', async () => {
    const { token, sessionId } = await invited()
    await answer(token, {})
    await world.rows(`update class_session set on_day = '2026-11-23' where id = $1`, [sessionId])
    await expect(answer(token, { answer: 'declined' })).rejects.toMatchObject({ code: 'teaching.held' })
  })
})

describe('nobody is booked twice', () => {
  test('of two invitations for one session only the first yes counts; the other is told kindly and the officer sees why', async () => {
    const { id, classId } = await aSession()
    const [first, second] = [await aGuest(), await aGuest()]
    const one = await office.teaching.invite({ sessionIds: [id], lecturerId: first })
    const two = await office.teaching.invite({ sessionIds: [id], lecturerId: second })
    const said = await Promise.all([answer(one.token, {}), answer(two.token, {})])
    expect(said.map((each) => each.state).sort()).toEqual(['accepted', 'overtaken'])
    const winner = said[0]?.state === 'accepted' ? first : second
    expect(await lecturerOf(classId)).toBe(winner)
    const loser = winner === first ? two : one
    expect(await office.teaching.invitation({ invitationId: loser.invitation.id })).toMatchObject({
      state: 'overtaken',
      clash: { why: 'given' },
    })
    const { rows } = await office.teaching.invitations({ view: 'toReplace', classId })
    expect(rows).toEqual([])
  })

  test('a yes that meets a booking made meanwhile is refused kindly, and the officer is told with which class', async () => {
    const { token, lecturerId, invitationId, classId } = await invited()
    const other = await aSession()
    await world.rows('update class_session set lecturer_id = $1 where id = $2', [lecturerId, other.id])
    expect(await answer(token, {})).toEqual({ state: 'overtaken' })
    expect(await lecturerOf(classId)).toBeNull()
    const { clash } = await office.teaching.invitation({ invitationId })
    expect(clash).toMatchObject({
      why: 'class_session_lecturer_once',
      params: { on: '2026-12-14', part: 'morning' },
    })
    expect((await office.teaching.invitations({ view: 'toReplace', classId })).total).toBe(1)
  })

  test('who cannot come anyway is not invited: teaches, is away, the session is given or over', async () => {
    const { id, classId } = await aSession()
    const [busy, away, taken] = [await aGuest(), await aGuest(), await aGuest()]
    const other = await aSession()
    await world.rows('update class_session set lecturer_id = $1 where id = $2', [busy, other.id])
    await office.lecturers.addAbsence({
      lecturerId: away,
      fromOn: '2026-12-01',
      lastOn: '2026-12-31',
      reason: 'Đi học',
    })
    const invite = (lecturerId: number, sessionIds = [id]) =>
      office.teaching.invite({ sessionIds, lecturerId })
    await expect(invite(busy)).rejects.toMatchObject({ code: 'teaching.lecturerTaken' })
    await expect(invite(away)).rejects.toMatchObject({
      code: 'teaching.lecturerAway',
      params: { reason: 'Đi học' },
    })
    await expect(invite(taken, [id, other.id])).rejects.toMatchObject({ code: 'teaching.oneClass' })
    await world.rows('update class_session set lecturer_id = $1 where id = $2', [taken, id])
    await expect(invite(await aGuest())).rejects.toMatchObject({ code: 'teaching.given' })
    await expect(
      invite(await aGuest(), [(await aSession({ classId, onDay: '2026-11-10' })).id]),
    ).rejects.toMatchObject({ code: 'teaching.notToCome' })
    await expect(
      office.teaching.invite({
        sessionIds: [(await aSession({ classId, part: 'afternoon' })).id],
        lecturerId: await aGuest(),
        deadlineOn: '2026-12-20',
      }),
    ).rejects.toMatchObject({ code: 'teaching.deadline' })
  })

  test('six press yes at once on six invitations for one session: one has it', async () => {
    const { id, classId } = await aSession()
    const made = []
    for (let i = 0; i < 6; i += 1)
      made.push(await office.teaching.invite({ sessionIds: [id], lecturerId: await aGuest() }))
    const said = await Promise.all(made.map((one) => answer(one.token, {})))
    expect(said.map((one) => one.state).toSorted()).toEqual(['accepted', ...Array(5).fill('overtaken')])
    expect(await lecturerOf(classId)).toBe(
      made[said.findIndex((one) => one.state === 'accepted')]?.invitation.lecturerId,
    )
  })
})

describe('the next one', () => {
  test('is confirmed by the officer; the first cannot answer any more, the substitute’s yes stands', async () => {
    const { token, invitationId, classId } = await invited()
    await answer(token, { answer: 'declined' })
    const { version } = await office.teaching.invitation({ invitationId })
    const next = await aGuest()
    const made = await office.teaching.inviteNext({ invitationId, lecturerId: next, version })
    expect(made.invitation).toMatchObject({ followsId: invitationId, lecturerId: next, state: 'waiting' })
    await expect(answer(token, {})).rejects.toMatchObject({ code: 'teaching.followed' })
    await expect(
      office.teaching.inviteNext({ invitationId, lecturerId: await aGuest(), version }),
    ).rejects.toMatchObject({ code: 'teaching.alreadyFollowed' })
    expect(await answer(made.token, {})).toEqual({ state: 'accepted' })
    expect(await lecturerOf(classId)).toBe(next)
  })

  test('each candidate is shown with the value of every criterion, suitable ones first', async () => {
    const { id, classId } = await aSession()
    await world.rows(`update class_session set item_id = null where id = $1`, [id])
    const [own, away] = [await aGuest({ isGuest: false }), await aGuest({ isGuest: false })]
    await office.lecturers.addAbsence({
      lecturerId: away,
      fromOn: '2026-12-14',
      lastOn: '2026-12-14',
      reason: 'Đi thực tế',
    })
    const other = await aSession({ onDay: '2026-12-16' })
    await world.rows('update class_session set lecturer_id = $1 where id = $2', [own, other.id])
    const { rows, order } = await office.teaching.substitutes({ sessionIds: [id] })
    expect(order).toEqual(['topic', 'load', 'distance', 'rating', 'lastTaught'])
    const of = (lecturerId: number) => rows.find((row) => row.lecturerId === lecturerId)
    expect(of(own)).toMatchObject({
      teaches: 'unknown',
      approval: 'notNeeded',
      busy: null,
      weekHours: 10,
      weeklyHours: 16,
      isSuitable: false,
    })
    expect(of(away)).toMatchObject({
      busy: { code: 'teaching.lecturerAway', params: { reason: 'Đi thực tế' } },
    })
    expect(classId).toBeGreaterThan(0)
  })
})

describe('every morning', () => {
  const mails: Mail[] = []
  const house = () => ({
    pool: world.pool,
    clock: { now: () => now },
    config: readConfig({
      SMTP_URL: 'smtp://localhost:1',
      MAIL_FROM: 'nhip@thu-nghiem.vn',
      NHIP_ORIGIN: 'https://nhip.thu-nghiem.vn',
    }),
  })
  const jobsIn = () => ({
    later: async (_name: string, payload: Record<string, unknown>) => {
      mails.push(payload as Mail)
    },
  })

  test('who has not answered is reminded once before the deadline, by a link of the same invitation', async () => {
    const { invitationId, lecturerId } = await invited({ deadlineOn: '2026-11-30' })
    await world.rows('insert into lecturer_contact (lecturer_id, email) values ($1, $2)', [
      lecturerId,
      'khach@thu-nghiem.vn',
    ])
    on('2026-11-27')
    await tendInvitations(house(), jobsIn)
    expect(mails).toEqual([])
    on('2026-11-28')
    await tendInvitations(house(), jobsIn)
    await tendInvitations(house(), jobsIn)
    expect(mails.filter((one) => one.to === 'khach@thu-nghiem.vn')).toHaveLength(1)
    const link = /moi\/([\w-]{22})/.exec(mails[0]?.text ?? '')?.[1] ?? ''
    expect(await world.stranger.teaching.publicInvitation({ token: link })).toMatchObject({
      standing: 'open',
    })
    expect(await office.teaching.invitation({ invitationId })).toMatchObject({
      remindedOn: '2026-11-28',
      links: 2,
    })
    on('2026-11-24')
  })

  test('the next is invited by itself only where the officer has set it, once, and only who is suitable', async () => {
    on('2026-11-24')
    const rector = await world.as('rectorate')
    const { id: curriculumId } = await office.curricula.make({ programmeId, kind: 'school' })
    const { id: itemId } = await office.curricula.addItem({
      curriculumId,
      kind: 'topic',
      title: 'Xây dựng Đảng ở cơ sở',
      fieldCode: 'XDĐ',
      hours: { theory: 10 },
    })
    const { version } = await office.curricula.submit({ curriculumId, version: 1 })
    await concluded(office, curriculumId)
    await rector.curricula.approve({
      curriculumId,
      version,
      documentNumber: '1',
      documentOn: '2026-11-01',
      documentBy: 'Hiệu trưởng',
    })
    const ask = async (invitesNext: boolean) => {
      const made = await invited({ invitesNext })
      await world.rows('update training_class set curriculum_id = $1 where id = $2', [
        curriculumId,
        made.classId,
      ])
      await world.rows('update class_session set item_id = $1 where id = $2', [itemId, made.sessionId])
      await answer(made.token, { answer: 'declined' })
      return made
    }
    const [self, byHand] = [await ask(true), await ask(false)]
    const own = await aGuest({ isGuest: false, name: 'Ân Thị Đầu' })
    await tendInvitations(house(), jobsIn)
    await tendInvitations(house(), jobsIn)
    const { rows } = await office.teaching.invitations({ classId: self.classId, sort: 'sentOn' })
    const [next] = rows.filter((row) => row.id !== self.invitationId)
    expect(rows).toHaveLength(2)
    expect(next).toMatchObject({ state: 'waiting', isGuest: false, invitesNext: true })
    expect((await office.teaching.invitations({ classId: byHand.classId })).total).toBe(1)
    expect(own).toBeGreaterThan(0)
  })
})

describe('a lecturer with an account', () => {
  test('sees the own invitations and sessions, answers there, and nobody else’s', async () => {
    const one = await invited()
    const foreign = await invited()
    const teacher = await world.as('lecturer')
    expect(await teacher.teaching.mine()).toEqual({ invitations: [], sessions: [] })
    await world.rows('update lecturer set account_id = $1 where id = $2', [teacher.accountId, one.lecturerId])
    expect((await teacher.teaching.mine()).invitations.map((row) => row.id)).toEqual([one.invitationId])
    await expect(
      teacher.teaching.answer({ invitationId: foreign.invitationId, answer: 'declined' }),
    ).rejects.toMatchObject({ code: 'access.notFound' })
    expect(await teacher.teaching.answer({ invitationId: one.invitationId, answer: 'accepted' })).toEqual({
      state: 'accepted',
    })
    expect((await teacher.teaching.mine()).sessions.map((row) => row.id)).toEqual([one.sessionId])
    await expect(
      office.teaching.answer({ invitationId: one.invitationId, answer: 'declined' }),
    ).rejects.toMatchObject({ code: 'access.notAllowed' })
  })
})

test('the calendars of the lecturer and of the class follow the answer; a new address ends the old one', async () => {
  const { token, lecturerId, classId } = await invited()
  const [ofLecturer, ofClass] = [
    await office.teaching.makeFeed({ lecturerId }),
    await office.teaching.makeFeed({ classId }),
  ]
  const read = async (feed: { token: string }) => (await world.stranger.teaching.feed(feed)).text()
  expect(await read(ofLecturer)).not.toContain('BEGIN:VEVENT')
  expect(await read(ofClass)).toContain('SUMMARY:Xây dựng Đảng ở cơ sở')
  await answer(token, {})
  const calendar = await read(ofLecturer)
  expect(calendar).toContain('DTSTART:20261214T003000Z')
  expect(calendar).toContain('DTEND:20261214T043000Z')
  expect(calendar).not.toContain('Khách mời')
  await answer(token, { answer: 'declined' })
  expect(await read(ofLecturer)).not.toContain('BEGIN:VEVENT')
  await office.teaching.makeFeed({ lecturerId })
  await expect(read(ofLecturer)).rejects.toMatchObject({ code: 'teaching.noFeed' })
})

test('the work list names who is late or declined, what has no lecturer, and to the lecturer the own invitation', async () => {
  const kindsOf = async (who: Api) =>
    (await who.coordination.tasks())
      .filter((one) => /^(invitation|sessions)/.test(one.kind))
      .map((one) => `${one.kind} ${one.path}`)
  on('2026-11-24')
  const [late, declined, own] = [
    await invited({ deadlineOn: '2026-11-26' }),
    await invited(),
    await invited({ deadlineOn: '2026-12-13' }),
  ]
  const { classId } = await aSession({ onDay: '2026-12-01' })
  const teacher = await world.as('lecturer')
  await world.rows('update lecturer set account_id = null where account_id = $1', [teacher.accountId])
  await world.rows('update lecturer set account_id = $1 where id = $2', [teacher.accountId, own.lecturerId])
  await answer(declined.token, { answer: 'declined' })
  const path = (one: { invitationId: number }) => `/moi-giang/${one.invitationId}`
  const before = await kindsOf(office)
  expect(before).toContain(`invitationToReplace ${path(declined)}`)
  expect(before).toContain(`sessionsWithoutLecturer /lop/${classId}/lich-hoc`)
  expect(before).not.toContain(`invitationLate ${path(late)}`)
  expect(before).not.toContain(`invitationWaiting ${path(own)}`)
  await world.rows(
    "update teaching_invitation set sent_on = '2026-11-10', deadline_on = '2026-11-20' where id = $1",
    [late.invitationId],
  )
  expect(await kindsOf(office)).toContain(`invitationLate ${path(late)}`)
  expect(await kindsOf(teacher)).toEqual([`invitationWaiting ${path(own)}`])
  await teacher.teaching.answer({ invitationId: own.invitationId, answer: 'accepted' })
  expect(await kindsOf(teacher)).toEqual([])
})

test('the letter names who is invited, to what, when and until when to answer', async () => {
  const { invitationId } = await invited({ message: 'Có xe đón' })
  const { lecturer, classCode } = await office.teaching.invitation({ invitationId })
  for (const layout of ['state', 'party'] as const) {
    const text = await wordText(await office.documents.invitationLetter({ invitationId, layout }))
    for (const said of [
      lecturer,
      classCode,
      'Xây dựng Đảng ở cơ sở',
      '14/12/2026',
      'Sáng',
      'Có xe đón',
      'trước ngày 01/12/2026',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/[{}]/)
  }
  await expect(office.documents.invitationLetter({ invitationId: 999_999 })).rejects.toMatchObject({
    status: 404,
  })
})

test('thanks go out for what was taught, not before, and never for somebody who declined', async () => {
  // Held on the day of asking, so that it may be confirmed at once.
  const { id: sessionId, classId } = await aSession({ onDay: '2026-11-24' })
  const made = await office.teaching.invite({ sessionIds: [sessionId], lecturerId: await aGuest() })
  const invitationId = made.invitation.id
  await answer(made.token, {})
  await expect(office.documents.thanksLetter({ invitationId })).rejects.toMatchObject({
    code: 'documents.notTaughtYet',
  })
  const [held] = (await office.teaching.timetable({ classId })).sessions
  await office.teaching.confirm({ sessionId, version: held?.version ?? 0, outcome: 'taught' })
  const { lecturer, classCode } = await office.teaching.invitation({ invitationId })
  const text = await wordText(await office.documents.thanksLetter({ invitationId }))
  for (const said of ['THƯ CẢM ƠN', `Đồng chí ${lecturer}`, classCode, '24/11/2026', '1 buổi, 5 tiết'])
    expect(text).toContain(said)
  const other = await invited()
  await answer(other.token, { answer: 'declined' })
  await expect(office.documents.thanksLetter({ invitationId: other.invitationId })).rejects.toMatchObject({
    code: 'documents.notTaughtYet',
  })
})
