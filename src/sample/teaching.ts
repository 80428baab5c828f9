import type { Api } from '../api.ts'
import { addDays, type Day } from '../pure/day.ts'
import type { Db } from '../server/db/transaction.ts'

type Session = Awaited<ReturnType<Api['teaching']['addSession']>>

const weekdays = [1, 2, 3, 4]
const weekdayOf = (on: Day): number => new Date(`${on}T00:00:00Z`).getUTCDay()

/**
 * Timetables of two running classes: three weeks that are taught and confirmed, and what is to come until they close; in the next
 * weeks own lecturers and guests, invitations in every state, and sessions that still need somebody. All of it is invented.
 */
export async function teachClasses(
  office: Api,
  anybody: Api,
  inside: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  today: Day,
): Promise<void> {
  const { teaching } = office
  const fromOn = addDays(today, -300)
  for (const [isGuest, hourDong, taxPercent] of [
    [true, 300_000, 10],
    [false, 150_000, 0],
  ] as const)
    await teaching.addRate({
      isGuest,
      fromOn,
      hourDong,
      taxPercent,
      source: 'Mức chi mẫu, nhà trường thay bằng quy chế của mình (mẫu)',
    })
  const { rows } = await office.classes.list({ year: Number(today.slice(0, 4)), size: 100, sort: 'opensOn' })
  const long = rows.filter(
    (row) => row.opensOn < addDays(today, -30) && (row.closesOn ?? today) > addDays(today, 60),
  )
  let taught = 0
  for (const { id } of long) {
    if (taught === 2) break
    const { topics } = await teaching.timetable({ classId: id })
    if (topics.length === 0) continue
    await teachUntil(office, id, topics, taught === 0 ? 'morning' : 'afternoon', today)
    await teaching.fill({ classId: id, weekdays, parts: [taught === 0 ? 'morning' : 'afternoon'] })
    await inviteFor(office, anybody, inside, id, taught, today)
    taught += 1
  }
}

type Topics = Awaited<ReturnType<Api['teaching']['timetable']>>['topics']

/** Three weeks behind today: one topic after another, confirmed but for the last days; one session was taught otherwise. */
async function teachUntil(
  office: Api,
  classId: number,
  topics: Topics,
  part: 'morning' | 'afternoon',
  today: Day,
): Promise<void> {
  const { teaching } = office
  const days = Array.from({ length: 21 }, (_, i) => addDays(today, i - 21)).filter((on) =>
    weekdays.includes(weekdayOf(on)),
  )
  const plan = topics.flatMap(({ itemId }) =>
    ([5, 5, 2, 4] as const).map((hours, i) => ({
      itemId,
      hours,
      kind: i === 3 ? ('discussion' as const) : ('theory' as const),
    })),
  )
  const made: Session[] = []
  for (const [i, onDay] of days.entries()) {
    const planned = plan[i]
    if (planned) made.push(await teaching.addSession({ classId, onDay, part, ...planned }))
  }
  for (let at = 0; at < made.length; at += 4) {
    // The last two sessions of the second topic were a guest's.
    const group = made.slice(at, at + 4)
    const guests = at === 4 ? group.slice(2) : []
    await give(office, group.slice(0, 4 - guests.length), false)
    await give(office, guests, true)
  }
  const { sessions } = await teaching.timetable({ classId })
  const other = sessions.find((one) => one.lecturerId !== null)
  if (other)
    await teaching.confirm({
      sessionId: other.id,
      version: other.version,
      outcome: 'changed',
      hours: 4,
      note: 'Kết thúc sớm một tiết để lớp dự mít tinh (mẫu)',
    })
  await teaching.confirmAll({ classId, untilOn: addDays(today, -2) })
}

/** Who may teach all of these sessions, is free and within the limits; guests have a valid approval. */
async function suitable(office: Api, sessions: readonly Session[], isGuest: boolean): Promise<number[]> {
  if (sessions.length === 0) return []
  const { rows } = await office.teaching.substitutes({ sessionIds: sessions.map((one) => one.id) })
  return rows.filter((row) => row.isSuitable && row.isGuest === isGuest).map((row) => row.lecturerId)
}

async function give(office: Api, sessions: readonly Session[], isGuest: boolean): Promise<void> {
  const [lecturerId] = await suitable(office, sessions, isGuest)
  if (lecturerId === undefined) return
  for (const one of sessions)
    await office.teaching.changeSession({
      sessionId: one.id,
      version: one.version,
      ...(one.itemId !== null && { itemId: one.itemId }),
      title: one.title,
      onDay: one.onDay,
      part: one.part,
      hours: one.hours,
      kind: one.kind,
      lecturerId,
    })
}

/** The next four weeks, topic by topic: given, invited in every state, the account's own invitation, and some without anybody. */
async function inviteFor(
  office: Api,
  anybody: Api,
  inside: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  classId: number,
  turn: number,
  today: Day,
): Promise<void> {
  const { teaching } = office
  const { sessions } = await teaching.timetable({ classId })
  const coming = sessions.filter((one) => one.onDay > today && one.onDay <= addDays(today, 30))
  const topics = [...new Set(coming.map((one) => one.itemId))].map((itemId) =>
    coming.filter((one) => one.itemId === itemId),
  )
  const own = (await office.lecturers.list({ q: 'GV01', size: 20 })).rows[0]?.id
  const invite = async (group: readonly Session[], lecturerId: number) =>
    teaching.invite({
      sessionIds: group.map((one) => one.id),
      lecturerId,
      message: 'Kính mời đồng chí báo cáo chuyên đề với lớp (mẫu)',
    })
  const guestFor = async (group: readonly Session[]) => (await suitable(office, group, true))[turn]
  for (const [i, group] of topics.entries()) {
    const [first, second] = [group.slice(0, 2), group.slice(-2)]
    if (i === 1 && own !== undefined && (await suitable(office, first, false)).includes(own))
      await invite(first, own)
    else if (i !== 3) await give(office, group.length > 2 ? first : [], false)
    const guest = i < 5 ? await guestFor(second) : undefined
    if (guest === undefined) continue
    const { invitation, token } = await invite(second, guest)
    if (i === 0) await anybody.teaching.answerByLink({ token, answer: 'accepted' })
    if (i === 1)
      await anybody.teaching.answerByLink({
        token,
        answer: 'declined',
        reason: 'Trùng cuộc họp của cơ quan (mẫu)',
      })
    if (i === 3)
      await anybody.teaching.answerByLink({
        token,
        answer: 'otherDates',
        proposedDates: 'Xin lùi một tuần (mẫu)',
      })
    // What is invited to is always answered in the future: an invitation that nobody answered in time is moved back.
    if (i === 4)
      await inside((db) =>
        db
          .updateTable('teaching_invitation')
          .set({ sent_on: addDays(today, -10), deadline_on: addDays(today, -3) })
          .where('id', '=', invitation.id)
          .execute(),
      )
  }
}
