import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import { addDays, type Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type {
  classVisit,
  ownSessionsInput,
  paymentInput,
  rate,
  rateInput,
  session,
  sessionInput,
  setting,
  taughtRow,
  timetable,
} from './contract.ts'
import type { HourKind, ProposedSession } from './rules.ts'

export type Session = z.infer<typeof session>
type SessionInput = z.infer<typeof sessionInput>
type Setting = z.infer<typeof setting>
export type ClassFacts = Omit<z.infer<typeof timetable>, 'sessions' | 'topics' | 'can'>

/** Neither cancelled nor left untaught: such a session holds its class, room and lecturer. */
export const isHeld = (s: RawBuilder<unknown>) => sql`${s}.state not in ('cancelled', 'notTaught')`

const partOrder = sql`array_position(array['morning', 'afternoon', 'evening'], s.part)`

/** Sessions `s`, with who and where. Who teaches, and who was asked, is for the school. */
const sessionColumns = (scope: Scope) => sql`
  s.id, s.class_id as "classId", c.code as "classCode", c.name as "className", s.item_id as "itemId", s.title, s.on_day as "onDay",
  s.part, s.hours, s.kind, s.room_id as "roomId", r.name as room, s.place, s.state, s.note, s.version,
  ${scope.all ? sql`s.lecturer_id` : sql`null::bigint`} as "lecturerId", ${scope.all ? sql`l.name` : sql`null::text`} as lecturer,
  ${scope.all ? sql`v.id` : sql`null::bigint`} as "invitationId", ${scope.all ? sql`v.state` : sql`null::text`} as "invitationState"`

const sessionTables = sql`class_session s join training_class c on c.id = s.class_id left join room r on r.id = s.room_id
  left join lecturer l on l.id = s.lecturer_id
  left join lateral (select i.id, i.state from teaching_invitation_session x join teaching_invitation i on i.id = x.invitation_id
    where x.session_id = s.id and i.state <> 'withdrawn' order by i.id desc limit 1) v on true`

const inTime = sql`order by s.on_day, ${partOrder}, s.id`

export async function sessionsOf(db: Db, scope: Scope, where: RawBuilder<unknown>): Promise<Session[]> {
  const { rows } =
    await sql<Session>`select ${sessionColumns(scope)} from ${sessionTables} where ${where} ${inTime}`.execute(
      db,
    )
  return rows
}

export const ofClass = (classId: number) => sql`s.class_id = ${classId}`
export const withIds = (ids: readonly number[]) => sql`s.id = any (${[...ids]}::bigint[])`
export const ofInvitation = (invitationId: number) =>
  sql`s.id in (select x.session_id from teaching_invitation_session x where x.invitation_id = ${invitationId})`

/** The sessions of a week from its Monday, of everybody, a lecturer or a room. */
export const ofWeek = (
  monday: Day,
  filter: { lecturerId?: number | undefined; roomId?: number | undefined; q: string },
) => {
  const when = [
    sql`s.on_day between ${monday}::date and ${addDays(monday, 6)}::date and s.state <> 'cancelled'`,
  ]
  if (filter.lecturerId !== undefined) when.push(sql`s.lecturer_id = ${filter.lecturerId}`)
  if (filter.roomId !== undefined) when.push(sql`s.room_id = ${filter.roomId}`)
  if (filter.q) when.push(sql`c.search_key like ${`%${searchKey(filter.q)}%`}`)
  return sql.join(when, sql` and `)
}

/** What a lecturer sees of the own: the days around today, and what is over and was confirmed by nobody. */
export const ofLecturerOwn = (lecturerId: number, from: Day, until: Day) =>
  sql`s.lecturer_id = ${lecturerId} and s.on_day <= ${until}::date and ${isHeld(sql`s`)}
    and (s.on_day >= ${from}::date or (s.state = 'planned' and s.on_day >= ${from}::date - 365))`

const seenAs = (input: z.infer<typeof ownSessionsInput>, today: Day) => {
  const when = [sql`s.lecturer_id = ${input.lecturerId} and ${isHeld(sql`s`)}`]
  if (input.view === 'taught') when.push(sql`s.state in ('taught', 'changed')`)
  if (input.view === 'toConfirm') when.push(sql`s.state = 'planned' and s.on_day < ${today}::date`)
  if (input.view === 'coming') when.push(sql`s.state = 'planned' and s.on_day >= ${today}::date`)
  if (input.fromOn) when.push(sql`s.on_day >= ${input.fromOn}::date`)
  if (input.untilOn) when.push(sql`s.on_day <= ${input.untilOn}::date`)
  if (input.q) {
    const key = `%${searchKey(input.q)}%`
    when.push(sql`c.search_key like ${key}`)
  }
  return sql.join(when, sql` and `)
}

/** What a lecturer has taught and is to teach, a page of it, with the hours of all that the filter leaves. */
export async function sessionsOfLecturer(
  db: Db,
  scope: Scope,
  input: z.infer<typeof ownSessionsInput>,
  today: Day,
): Promise<{ rows: Session[]; total: number; hours: number; taughtHours: number }> {
  const where = seenAs(input, today)
  const way = input.desc ? sql`desc` : sql`asc`
  const { rows } = await sql<Session>`
    select ${sessionColumns(scope)} from ${sessionTables} where ${where}
    order by s.on_day ${way}, ${partOrder} ${way}, s.id ${way} limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(
    db,
  )
  const sums = await sql<{ total: number; hours: number; taughtHours: number }>`
    select count(*)::int as total, coalesce(sum(s.hours), 0)::int as hours,
      coalesce(sum(s.hours) filter (where s.state in ('taught', 'changed')), 0)::int as "taughtHours"
    from class_session s join training_class c on c.id = s.class_id where ${where}`.execute(db)
  return { rows, ...(sums.rows[0] ?? { total: 0, hours: 0, taughtHours: 0 }) }
}

/** All of the list, for the workbook. */
export const allSessionsOfLecturer = (
  db: Db,
  scope: Scope,
  input: z.infer<typeof ownSessionsInput>,
  today: Day,
): Promise<Session[]> => sessionsOf(db, scope, seenAs(input, today))

/** When others have a room: sessions by their part, classes that hold it for whole days (`part` null). */
export async function roomHolds(
  db: Db,
  roomId: number,
  classId: number,
  span: { fromOn: Day; lastOn: Day },
): Promise<{ fromOn: Day; lastOn: Day; part: string | null; params: Record<string, unknown> }[]> {
  const { rows } = await sql<{
    fromOn: Day
    lastOn: Day
    part: string | null
    params: Record<string, unknown>
  }>`
    select s.on_day as "fromOn", s.on_day as "lastOn", s.part,
      jsonb_build_object('what', r.name, 'code', c.code, 'name', c.name, 'title', s.title, 'on', s.on_day, 'part', s.part) as params
    from class_session s join training_class c on c.id = s.class_id join room r on r.id = s.room_id
    where s.room_id = ${roomId} and s.on_day between ${span.fromOn}::date and ${span.lastOn}::date and ${isHeld(sql`s`)}
    union all
    select lower(b.during), upper(b.during) - 1, null,
      jsonb_build_object('what', r.name, 'code', c.code, 'name', c.name, 'fromOn', lower(b.during), 'lastOn', upper(b.during) - 1)
    from class_room b join training_class c on c.id = b.class_id join room r on r.id = b.room_id
    where b.room_id = ${roomId} and b.class_id <> ${classId}
      and b.during && daterange(${span.fromOn}::date, ${span.lastOn}::date, '[]')`.execute(db)
  return rows
}

export async function classFacts(db: Db, classId: number): Promise<ClassFacts | undefined> {
  const { rows } = await sql<ClassFacts>`
    select c.id as "classId", c.code, c.name, p.name as programme, c.opens_on as "opensOn", c.closes_on as "closesOn", c.place,
      c.cancelled_on as "cancelledOn"
    from training_class c join programme p on p.id = c.programme_id where c.id = ${classId}`.execute(db)
  return rows[0]
}

/** The topics of a class's outline in their order, with what the timetable has of each. */
export async function topicsOf(db: Db, classId: number): Promise<z.infer<typeof timetable>['topics']> {
  const { rows } = await sql<z.infer<typeof timetable>['topics'][number]>`
    with recursive tree as (
      select i.*, array[i.position] as path from curriculum_item i join training_class c on c.curriculum_id = i.curriculum_id
      where c.id = ${classId} and i.parent_id is null
      union all select i.*, t.path || i.position from curriculum_item i join tree t on i.parent_id = t.id
    ), held as (
      select s.item_id, s.kind, sum(s.hours)::int as hours from class_session s
      where s.class_id = ${classId} and s.item_id is not null and ${isHeld(sql`s`)} group by 1, 2
    )
    select t.id as "itemId", t.title, t.field_code as "fieldCode",
      json_build_object('theory', t.theory_hours, 'discussion', t.discussion_hours, 'practice', t.practice_hours, 'field', t.field_hours,
        'selfStudy', t.self_study_hours, 'report', t.report_hours, 'exam', t.exam_hours) as hours,
      coalesce((select json_object_agg(h.kind, h.hours) from held h where h.item_id = t.id), '{}'::json) as scheduled
    from tree t where t.kind = 'topic' order by t.path`.execute(db)
  return rows
}

/** The topic as the class's own outline has it; undefined where it is of another. */
export async function topicOfClass(db: Db, classId: number, itemId: number): Promise<string | undefined> {
  const { rows } = await sql<{ title: string }>`
    select i.title from curriculum_item i join training_class c on c.curriculum_id = i.curriculum_id
    where c.id = ${classId} and i.id = ${itemId} and i.kind = 'topic'`.execute(db)
  return rows[0]?.title
}

const stored = (input: SessionInput) => ({
  item_id: input.itemId ?? null,
  title: input.title,
  on_day: input.onDay,
  part: input.part,
  hours: input.hours,
  kind: input.kind,
  room_id: input.roomId ?? null,
  place: input.place,
  lecturer_id: input.lecturerId ?? null,
  note: input.note,
})

export type NewSession = SessionInput & { classId: number }

/** Adds sessions in one statement; their ids in the same order. */
export async function addSessions(db: Db, inputs: readonly NewSession[]): Promise<number[]> {
  if (inputs.length === 0) return []
  const rows = await db
    .insertInto('class_session')
    .values(inputs.map((one) => ({ class_id: one.classId, ...stored(one) })))
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

export const asNew = (
  classId: number,
  proposed: ProposedSession,
  roomId: number | undefined,
): NewSession => ({ classId, ...proposed, ...(roomId !== undefined && { roomId }), place: '', note: '' })

/** Changes a planned session that is still at the version that was seen; false when it is not. */
export async function changeSession(
  db: Db,
  sessionId: number,
  version: number,
  input: SessionInput,
): Promise<boolean> {
  const row = await db
    .updateTable('class_session')
    .set((eb) => ({ ...stored(input), version: eb('version', '+', 1) }))
    .where('id', '=', sessionId)
    .where('version', '=', version)
    .where('state', '=', 'planned')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function cancelSession(
  db: Db,
  sessionId: number,
  version: number,
  note: string,
): Promise<boolean> {
  const row = await db
    .updateTable('class_session')
    .set((eb) => ({ state: 'cancelled', note: note.slice(0, 500), version: eb('version', '+', 1) }))
    .where('id', '=', sessionId)
    .where('version', '=', version)
    .where('state', '=', 'planned')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function confirmSession(
  db: Db,
  input: {
    sessionId: number
    version: number
    outcome: 'taught' | 'changed' | 'notTaught'
    hours: number
    lecturerId: number | null
    note: string
    by: number
  },
): Promise<boolean> {
  const row = await db
    .updateTable('class_session')
    .set((eb) => ({
      state: input.outcome,
      hours: input.hours,
      lecturer_id: input.lecturerId,
      note: input.note,
      confirmed_by: input.by,
      confirmed_at: sql<string>`now()`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', input.sessionId)
    .where('version', '=', input.version)
    .where('state', '<>', 'cancelled')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Confirms as taught what was planned until a day and has a lecturer. @returns how many */
export async function confirmUntil(db: Db, classId: number, untilOn: Day, by: number): Promise<number> {
  const rows = await db
    .updateTable('class_session')
    .set((eb) => ({
      state: 'taught',
      confirmed_by: by,
      confirmed_at: sql<string>`now()`,
      version: eb('version', '+', 1),
    }))
    .where('class_id', '=', classId)
    .where('on_day', '<=', untilOn)
    .where('state', '=', 'planned')
    .where('lecturer_id', 'is not', null)
    .returning('id')
    .execute()
  return rows.length
}

export async function lecturerName(db: Db, lecturerId: number): Promise<string | undefined> {
  const row = await db.selectFrom('lecturer').where('id', '=', lecturerId).select('name').executeTakeFirst()
  return row?.name
}

export async function lecturerOfAccount(db: Db, accountId: number): Promise<number | null> {
  const row = await db
    .selectFrom('lecturer')
    .where('account_id', '=', accountId)
    .select('id')
    .executeTakeFirst()
  return row?.id ?? null
}

const clock = (column: string) => sql<string>`to_char(${sql.ref(column)}, 'HH24:MI')`

export async function settingNow(db: Db): Promise<Setting & { needsConfirmation: boolean }> {
  return db
    .selectFrom('teaching_setting')
    .select([
      'part_hours as partHours',
      clock('morning_at').as('morningAt'),
      clock('morning_until').as('morningUntil'),
      clock('afternoon_at').as('afternoonAt'),
      clock('afternoon_until').as('afternoonUntil'),
      clock('evening_at').as('eveningAt'),
      clock('evening_until').as('eveningUntil'),
      'answer_days as answerDays',
      'remind_days as remindDays',
      sql<Setting['substituteOrder']>`to_json(substitute_order)`.as('substituteOrder'),
      'contact',
      'version',
      'needs_confirmation as needsConfirmation',
    ])
    .executeTakeFirstOrThrow()
}

export async function keepSetting(db: Db, input: Setting): Promise<boolean> {
  const row = await db
    .updateTable('teaching_setting')
    .set((eb) => ({
      part_hours: input.partHours,
      morning_at: input.morningAt,
      morning_until: input.morningUntil,
      afternoon_at: input.afternoonAt,
      afternoon_until: input.afternoonUntil,
      evening_at: input.eveningAt,
      evening_until: input.eveningUntil,
      answer_days: input.answerDays,
      remind_days: input.remindDays,
      substitute_order: [...new Set(input.substituteOrder)],
      contact: input.contact,
      needs_confirmation: false,
      version: eb('version', '+', 1),
    }))
    .where('version', '=', input.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What a lecturer has taught and is to teach, by topic and class, the newest first. */
export async function taughtBy(db: Db, lecturerId: number): Promise<z.infer<typeof taughtRow>[]> {
  const { rows } = await sql<z.infer<typeof taughtRow>>`
    select s.class_id as "classId", c.code as "classCode", c.name as "className", s.title, min(s.on_day) as "firstOn", max(s.on_day) as "lastOn",
      count(*)::int as sessions, sum(s.hours)::int as hours,
      coalesce(sum(s.hours) filter (where s.state in ('taught', 'changed')), 0)::int as "taughtHours"
    from class_session s join training_class c on c.id = s.class_id
    where s.lecturer_id = ${lecturerId} and ${isHeld(sql`s`)}
    group by s.class_id, c.code, c.name, s.title order by max(s.on_day) desc, c.code, s.title limit 500`.execute(
    db,
  )
  return rows
}

const inMonth = (month: string | undefined): RawBuilder<unknown> =>
  month === undefined
    ? sql`true`
    : sql`s.on_day >= ${`${month}-01`}::date and s.on_day < (${`${month}-01`}::date + interval '1 month')::date`

const paidSessions = (input: z.infer<typeof paymentInput>) => sql`${inMonth(input.month)}
  and ${input.classId === undefined ? sql`true` : sql`s.class_id = ${input.classId}`}
  and ${input.isGuest === undefined ? sql`true` : sql`l.is_guest = ${input.isGuest}`}`

export type TaughtHours = {
  lecturerId: number
  lecturer: string
  isGuest: boolean
  workplace: string
  classCode: string
  title: string
  sessions: number
  hours: number
  days: string
  hourDong: number | null
  taxBasisPoints: number | null
}

/**
 * Hours taught and confirmed, one row for each lecturer, class, topic and rate; the rate is that of the day that was taught: the
 * lecturer's own before that of the group.
 */
const owed = (input: z.infer<typeof paymentInput>) => sql`
  rate as (
    select t.lecturer_id, t.is_guest, t.hour_dong, t.tax_basis_points, t.from_on, lead(t.from_on)
      over (partition by t.lecturer_id, case when t.lecturer_id is null then t.is_guest end order by t.from_on) as until_on
    from teaching_rate t
  ),
  owed as materialized (
    select s.lecturer_id, s.class_id, s.title, coalesce(o.hour_dong, g.hour_dong) as hour_dong,
      case when o.hour_dong is null then g.tax_basis_points else o.tax_basis_points end as tax_basis_points,
      count(*)::int as sessions, sum(s.hours)::int as hours, min(s.on_day) as first_on, array_agg(s.id) as ids
    from class_session s join lecturer l on l.id = s.lecturer_id
    left join rate o on o.lecturer_id = l.id and o.from_on <= s.on_day and (o.until_on is null or o.until_on > s.on_day)
    left join rate g on g.lecturer_id is null and g.is_guest = l.is_guest and g.from_on <= s.on_day
      and (g.until_on is null or g.until_on > s.on_day)
    where s.state in ('taught', 'changed') and ${paidSessions(input)}
    group by 1, 2, 3, 4, 5
  )`

/** A page of what is owed, or all of it. */
export async function taughtHours(
  db: Db,
  input: z.infer<typeof paymentInput>,
  page?: { page: number; size: number },
): Promise<TaughtHours[]> {
  const { rows } = await sql<TaughtHours>`
    with ${owed(input)}
    select l.id as "lecturerId", l.name as lecturer, l.is_guest as "isGuest", l.workplace, c.code as "classCode", w.title, w.sessions, w.hours,
      d.days, w.hour_dong as "hourDong", w.tax_basis_points as "taxBasisPoints"
    from (
      select w.*, row_number() over (order by l.sort_key, l.id, c.code, w.first_on, w.title, w.hour_dong) as place
      from owed w join lecturer l on l.id = w.lecturer_id join training_class c on c.id = w.class_id
      order by place ${page ? sql`limit ${page.size} offset ${(page.page - 1) * page.size}` : sql`limit 20000`}
    ) w join lecturer l on l.id = w.lecturer_id join training_class c on c.id = w.class_id
    cross join lateral (select string_agg(to_char(s.on_day, 'DD/MM'), ', ' order by s.on_day, s.part) as days
      from class_session s where s.id = any (w.ids)) d
    order by w.place`.execute(db)
  return rows
}

/** All of what is owed, as many rows as there are different numbers of hours and rates: what sums are made of. */
export async function owedSums(
  db: Db,
  input: z.infer<typeof paymentInput>,
): Promise<
  { rows: number; sessions: number; hours: number; hourDong: number | null; taxBasisPoints: number | null }[]
> {
  const { rows } = await sql<Awaited<ReturnType<typeof owedSums>>[number]>`
    with ${owed(input)}
    select w.hours, w.hour_dong as "hourDong", w.tax_basis_points as "taxBasisPoints", count(*)::int as rows, sum(w.sessions)::int as sessions
    from owed w group by 1, 2, 3`.execute(db)
  return rows
}

/** Sessions of past days with a lecturer that nobody has confirmed. */
export async function unconfirmedCount(
  db: Db,
  input: z.infer<typeof paymentInput>,
  today: Day,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from class_session s join lecturer l on l.id = s.lecturer_id
    where s.state = 'planned' and s.on_day < ${today}::date and ${paidSessions(input)}`.execute(db)
  return rows[0]?.n ?? 0
}

export async function ratesNow(db: Db): Promise<z.infer<typeof rate>[]> {
  const { rows } = await sql<z.infer<typeof rate>>`
    select t.id, t.is_guest as "isGuest", t.lecturer_id as "lecturerId", l.name as lecturer, t.from_on as "fromOn", t.hour_dong as "hourDong",
      (t.tax_basis_points / 100.0)::float8 as "taxPercent", t.source
    from teaching_rate t left join lecturer l on l.id = t.lecturer_id
    order by t.lecturer_id is not null, l.sort_key, t.is_guest desc, t.from_on desc`.execute(db)
  return rows
}

export const addRate = (db: Db, input: z.infer<typeof rateInput>, by: number): Promise<unknown> =>
  db
    .insertInto('teaching_rate')
    .values({
      is_guest: input.isGuest,
      lecturer_id: input.lecturerId ?? null,
      from_on: input.fromOn,
      hour_dong: input.hourDong,
      tax_basis_points: Math.round(input.taxPercent * 100),
      source: input.source,
      made_by: by,
    })
    .execute()

type FeedOf = { lecturerId: number | null; classId: number | null }

const ofFeed = (of: FeedOf) =>
  sql<boolean>`revoked_at is null and (lecturer_id = ${of.lecturerId} or class_id = ${of.classId})`

/** Since when the calendar of a lecturer or a class has a private address; null: it has none. */
export async function feedMadeAt(db: Db, of: FeedOf): Promise<string | null> {
  const row = await db
    .selectFrom('teaching_feed')
    .where(ofFeed(of))
    .select('made_at as madeAt')
    .executeTakeFirst()
  return row?.madeAt ?? null
}

/** Whatever program still asks the address gets nothing any more. */
export const dropFeed = (db: Db, of: FeedOf): Promise<unknown> =>
  db.updateTable('teaching_feed').set({ revoked_at: sql<string>`now()` }).where(ofFeed(of)).execute()

/** Makes a new address for the calendar of a lecturer or a class; an earlier one ends. */
export async function makeFeed(db: Db, of: FeedOf, hash: Buffer, by: number): Promise<void> {
  await dropFeed(db, of)
  await db
    .insertInto('teaching_feed')
    .values({ hash, lecturer_id: of.lecturerId, class_id: of.classId, made_by: by })
    .execute()
}

export type FeedSession = {
  id: number
  classId: number
  onDay: Day
  part: string
  hours: number
  kind: HourKind
  title: string
  className: string
  place: string
  version: number
  startsAt: string
  endsAt: string
}
export type FeedVisit = {
  id: number
  classId: number
  title: string
  className: string
  host: string
  fromOn: Day
  lastOn: Day
  version: number
}
export type Feed = { name: string; isLecturer: boolean; sessions: FeedSession[]; visits: FeedVisit[] }

export async function feedBehind(db: Db, hash: Buffer, today: Day): Promise<Feed | null> {
  const { rows } = await sql<{
    feed: Feed | null
  }>`select teaching_feed_of(${hash}, ${today}::date) as feed`.execute(db)
  return rows[0]?.feed ?? null
}

/** The field studies of a class that their hosts have agreed to. */
export async function visitsOf(db: Db, classId: number): Promise<z.infer<typeof classVisit>[]> {
  const { rows } = await sql<z.infer<typeof classVisit>>`
    select id, title, host, kind, from_on as "fromOn", last_on as "lastOn" from class_visits(${classId})`.execute(
    db,
  )
  return rows
}
