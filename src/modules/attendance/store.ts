import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import { seenBy } from '../enrolments/index.ts'
import type {
  absence,
  absencesInput,
  askInput,
  cost,
  costInput,
  mark,
  markInput,
  rollLearner,
  rollSession,
  termInput,
  termRow,
  unrecorded,
} from './contract.ts'

export type Session = z.infer<typeof rollSession>
export type Learner = z.infer<typeof rollLearner>
export type Mark = z.infer<typeof mark>
export type Absence = Omit<z.infer<typeof absence>, 'can'>
type Days = z.infer<typeof costInput>
type Hours = { sessions: number; recorded: number; missed: number } & Record<
  'excused' | 'unexcused' | 'recalled' | 'ill' | 'other',
  number
>

/** Sessions that were, or will be, held. */
const isHeld = sql`s.state not in ('cancelled', 'notTaught')`
const order = sql`s.on_day, part_order(s.part), s.id`
/** Who was a learner of the class on the day of the session. */
const learnsThen = sql`e.enrolled_on <= s.on_day and (e.left_on is null or e.left_on > s.on_day)`

export async function classOf(
  db: Db,
  classId: number,
): Promise<{ classId: number; code: string; name: string } | undefined> {
  const { rows } = await sql<{ classId: number; code: string; name: string }>`
    select id as "classId", code, name from training_class where id = ${classId}`.execute(db)
  return rows[0]
}

export async function classOfSession(
  db: Db,
  sessionId: number,
): Promise<{ classId: number; onDay: Day; hours: number; isHeld: boolean } | undefined> {
  const { rows } = await sql<{ classId: number; onDay: Day; hours: number; isHeld: boolean }>`
    select s.class_id as "classId", s.on_day as "onDay", s.hours, ${isHeld} as "isHeld" from class_session s where s.id = ${sessionId}`.execute(
    db,
  )
  return rows[0]
}

/** What the asker is to a class: of the whole school, who looks after it, who speaks for it. */
export async function placeIn(db: Db, classId: number): Promise<{ isHead: boolean; isMonitor: boolean }> {
  const { rows } = await sql<{ isHead: boolean; isMonitor: boolean }>`
    select ${classId} = any (headed_classes()) as "isHead", ${classId} = any (monitored_classes()) as "isMonitor"`.execute(
    db,
  )
  return rows[0] ?? { isHead: false, isMonitor: false }
}

/** Months in which a class has sessions, and that of the newest session held until a day. */
export async function monthsOf(
  db: Db,
  classId: number,
  today: Day,
): Promise<{ months: string[]; current: string | null }> {
  const { rows } = await sql<{ month: string; isPast: boolean }>`
    select to_char(s.on_day, 'YYYY-MM') as month, bool_or(s.on_day <= ${today}::date) as "isPast" from class_session s
    where s.class_id = ${classId} and ${isHeld} group by 1 order by 1`.execute(db)
  const past = rows.filter((row) => row.isPast).at(-1) ?? rows[0]
  return { months: rows.map((row) => row.month), current: past?.month ?? null }
}

const sessionColumns = (
  scope: Scope,
) => sql`s.id, s.on_day as "onDay", s.part, s.hours, s.kind, s.title, l.name as lecturer,
  a.name as "recordedBy", r.recorded_at as "recordedAt",
  (select count(*)::int from enrolment e where e.class_id = s.class_id and ${learnsThen} and ${seenBy(scope)}) as learners,
  (select count(*)::int from attendance_mark m join enrolment e on e.id = m.enrolment_id
    where m.session_id = s.id and ${learnsThen} and ${seenBy(scope)}) as marked`
const sessionsFrom = sql`from class_session s left join lecturer l on l.id = s.lecturer_id
  left join attendance_roll r on r.session_id = s.id left join account a on a.id = r.recorded_by`

const inMonth = (month: string | undefined) =>
  month === undefined
    ? sql`true`
    : sql`s.on_day >= ${`${month}-01`}::date and s.on_day < ${`${month}-01`}::date + interval '1 month'`

/** The sessions of a class in a month, or all of them. */
export async function sessionsOf(
  db: Db,
  classId: number,
  month: string | undefined,
  scope: Scope,
): Promise<Session[]> {
  const { rows } = await sql<Session>`
    select ${sessionColumns(scope)} ${sessionsFrom}
    where s.class_id = ${classId} and ${isHeld} and ${inMonth(month)} order by ${order}`.execute(db)
  return rows
}

export async function sessionById(db: Db, sessionId: number, scope: Scope): Promise<Session | undefined> {
  const { rows } = await sql<Session>`
    select ${sessionColumns(scope)} ${sessionsFrom} where s.id = ${sessionId} and ${isHeld}`.execute(db)
  return rows[0]
}

/** Sums and causes are not for who only speaks for the class: of the own people, one's own, or of a class that one looks after. */
const closely = (scope: Scope) =>
  scope.all ? sql`true` : sql`(${ofOwn(scope)} or e.class_id = any ((select headed_classes())::bigint[]))`

/** The learners of a class whom the asker may see, in the order of the list; `isClose`: whose sums the asker may see. */
export async function learnersOf(db: Db, classId: number, scope: Scope, isClose = false): Promise<Learner[]> {
  const { rows } = await sql<Learner>`
    select e.id as "enrolmentId", e.number, e.full_name as "fullName", unit_name_on(e.unit_id, e.enrolled_on) as unit,
      e.enrolled_on as "enrolledOn", e.left_on as "leftOn"
    from enrolment e where e.class_id = ${classId} and ${isClose ? closely(scope) : seenBy(scope)} order by e.number`.execute(
    db,
  )
  return rows
}

const markColumns = (
  table: RawBuilder<unknown>,
) => sql`${table}.session_id as "sessionId", ${table}.enrolment_id as "enrolmentId",
  ${table}.status, ${table}.missed_hours as "missedHours", ${table}.cause, ${table}.version`

/** The marks of a class in a month, or all of them. */
export async function marksOf(
  db: Db,
  classId: number,
  month: string | undefined,
  scope: Scope,
): Promise<Mark[]> {
  const { rows } = await sql<Mark>`
    select ${markColumns(sql`m`)} from class_session s join attendance_mark m on m.session_id = s.id
      ${scope.all ? sql`` : sql`join enrolment e on e.id = m.enrolment_id and ${seenBy(scope)}`}
    where s.class_id = ${classId} and ${isHeld} and ${inMonth(month)}`.execute(db)
  return rows
}

export async function marksIn(db: Db, sessionId: number, scope: Scope): Promise<Mark[]> {
  const { rows } = await sql<Mark>`
    select ${markColumns(sql`m`)} from attendance_mark m join enrolment e on e.id = m.enrolment_id
    where m.session_id = ${sessionId} and ${seenBy(scope)} order by e.number`.execute(db)
  return rows
}

/** Which of these are learners of the session's class on its day. */
export async function learnersThen(db: Db, sessionId: number, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select e.id from class_session s join enrolment e on e.class_id = s.class_id and ${learnsThen}
    where s.id = ${sessionId} and e.id = any (${[...ids]}::bigint[])`.execute(db)
  return new Set(rows.map((row) => row.id))
}

/** Locks the roll of a session, which is made if nobody has called it: of two who save at once the second sees the first. */
export async function lockRoll(
  db: Db,
  sessionId: number,
  classId: number,
  by: number,
  at: string,
): Promise<void> {
  await sql`insert into attendance_roll (session_id, class_id, recorded_by, recorded_at) values (${sessionId}, ${classId}, ${by}, ${at})
    on conflict (session_id) do update set recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at,
      version = attendance_roll.version + 1`.execute(db)
}

export type NewMark = Pick<z.infer<typeof markInput>, 'enrolmentId' | 'status'> & {
  missedHours: number | null
  cause: Mark['cause']
}

/** Writes marks that are new or differ, in one statement. */
export async function putMarks(
  db: Db,
  sessionId: number,
  classId: number,
  marks: readonly NewMark[],
): Promise<void> {
  if (marks.length === 0) return
  await sql`insert into attendance_mark as t (session_id, class_id, enrolment_id, status, missed_hours, cause)
    select ${sessionId}, ${classId}, x."enrolmentId", x.status, x."missedHours", x.cause
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as x("enrolmentId" bigint, status text, "missedHours" integer, cause text)
    order by x."enrolmentId"
    on conflict (session_id, enrolment_id) do update set status = excluded.status, missed_hours = excluded.missed_hours,
      cause = excluded.cause, version = t.version + 1,
      absence_id = case when excluded.status = 'absent' and excluded.cause is not distinct from t.cause then t.absence_id end`.execute(
    db,
  )
}

/**
 * Sessions held and not recorded whole, the oldest first: of one class all; of all classes those of the last sixty days, since what
 * is older is no work any more, and looking for it would take longer every year.
 */
export async function unrecordedSessions(
  db: Db,
  scope: Scope,
  today: Day,
  classId: number | undefined,
): Promise<z.infer<typeof unrecorded>[]> {
  const { rows } = await sql<z.infer<typeof unrecorded>>`
    select s.id as "sessionId", c.id as "classId", c.code, c.name, s.on_day as "onDay", s.part, s.title, n.learners, n.marked
    from class_session s join training_class c on c.id = s.class_id
      cross join lateral (select count(*)::int as learners, count(m.id)::int as marked from enrolment e
        left join attendance_mark m on m.session_id = s.id and m.enrolment_id = e.id
        where e.class_id = s.class_id and ${learnsThen}) n
    where ${isHeld} and s.on_day < ${today}::date and n.learners > n.marked
      and ${classId === undefined ? sql`s.on_day > ${today}::date - 60 and s.class_id in (select e.class_id from enrolment e)` : sql`s.class_id = ${classId}`}
      and ${scope.all ? sql`true` : sql`(s.class_id = any ((select headed_classes())::bigint[]) or s.class_id = any ((select monitored_classes())::bigint[]))`}
    order by ${order} limit 200`.execute(db)
  return rows
}

/** The kept sums of each learner of a class, by enrolment. */
export async function sumsOf(db: Db, classId: number, scope: Scope): Promise<Map<number, Hours>> {
  const { rows } = await sql<Hours & { enrolmentId: number }>`
    select t.enrolment_id as "enrolmentId", ${summed} from attendance_sum t
      ${scope.all ? sql`` : sql`join enrolment e on e.id = t.enrolment_id and ${closely(scope)}`}
    where t.class_id = ${classId} group by 1`.execute(db)
  return new Map(rows.map(({ enrolmentId, ...hours }) => [enrolmentId, hours]))
}

const summed = sql`sum(t.sessions)::int as sessions, sum(t.recorded_hours)::int as recorded, sum(t.missed_hours)::int as missed,
  sum(t.excused_hours)::int as excused, sum(t.unexcused_hours)::int as unexcused, sum(t.recalled_hours)::int as recalled,
  sum(t.ill_hours)::int as ill, sum(t.other_hours)::int as other`

/** The hours of every class in some months, from the kept sums alone. */
export async function term(
  db: Db,
  input: z.infer<typeof termInput>,
  scope: Scope,
): Promise<z.infer<typeof termRow>[]> {
  const { rows } = await sql<z.infer<typeof termRow>>`
    select c.id as "classId", c.code, c.name, x.learners, x.recorded, x.missed, x.excused, x.unexcused, x.recalled, x.ill, x.other
    from (select t.class_id, count(distinct t.enrolment_id)::int as learners, ${summed} from attendance_sum t
      ${scope.all ? sql`` : sql`join enrolment e on e.id = t.enrolment_id and ${closely(scope)}`}
      where t.month between ${`${input.from}-01`}::date and ${`${input.until}-01`}::date group by t.class_id) x
    join training_class c on c.id = x.class_id order by c.code collate "C" limit 2000`.execute(db)
  return rows
}

/** The module of a session: the part of the outline above its topic. */
const moduleTitle = sql`coalesce((select o.title from curriculum_item i join curriculum_item o on o.id = i.parent_id where i.id = s.item_id), '')`

export type ModuleHours = { module: string; hours: number; sessionHours: number }

/** The hours that the timetable of a class has of each module. */
export async function modulesOf(db: Db, classId: number): Promise<ModuleHours[]> {
  const { rows } = await sql<ModuleHours>`
    select ${moduleTitle} as module, sum(s.hours)::int as hours, max(s.hours)::int as "sessionHours"
    from class_session s where s.class_id = ${classId} and ${isHeld} group by 1`.execute(db)
  return rows
}

export type MissedInModule = { enrolmentId: number; module: string; recorded: number; missed: number }

/** What was missed in each module, of learners who missed something there. */
export async function missedIn(
  db: Db,
  classId: number,
  scope: Scope,
  enrolmentId?: number,
): Promise<MissedInModule[]> {
  const { rows } = await sql<MissedInModule>`
    with of_module as (select s.id, s.hours, ${moduleTitle} as module from class_session s where s.class_id = ${classId} and ${isHeld})
    select m.enrolment_id as "enrolmentId", s.module, sum(s.hours)::int as recorded,
      sum(case m.status when 'absent' then least(coalesce(m.missed_hours, s.hours), s.hours) else 0 end)::int as missed
    from of_module s join attendance_mark m on m.session_id = s.id
      ${scope.all ? sql`` : sql`join enrolment e on e.id = m.enrolment_id and ${closely(scope)}`}
    where ${enrolmentId === undefined ? sql`true` : sql`m.enrolment_id = ${enrolmentId}`}
    group by 1, 2 having bool_or(m.status = 'absent') order by 1, 2`.execute(db)
  return rows
}

export type Own = {
  enrolmentId: number
  classId: number
  code: string
  name: string
  opensOn: Day
  closesOn: Day | null
  leftOn: Day | null
}

/** One's own enrolments, those that run first. */
export async function ownOf(db: Db, personId: number): Promise<Own[]> {
  const { rows } = await sql<Own>`
    select e.id as "enrolmentId", c.id as "classId", c.code, c.name, c.opens_on as "opensOn", c.closes_on as "closesOn", e.left_on as "leftOn"
    from enrolment e join training_class c on c.id = e.class_id where e.person_id = ${personId}
    order by e.left_on is not null, c.opens_on desc limit 30`.execute(db)
  return rows
}

type Next = { id: number; onDay: Day; part: Session['part']; hours: number; title: string; place: string }

export async function nextSessions(db: Db, classId: number, from: Day): Promise<Next[]> {
  const { rows } = await sql<Next>`
    select s.id, s.on_day as "onDay", s.part, s.hours, s.title,
      coalesce(nullif(concat_ws(', ', r.name, nullif(s.place, '')), ''), c.place) as place
    from class_session s join training_class c on c.id = s.class_id left join room r on r.id = s.room_id
    where s.class_id = ${classId} and s.on_day >= ${from}::date and ${isHeld} order by ${order} limit 12`.execute(
    db,
  )
  return rows
}

type Missed = {
  id: number
  onDay: Day
  part: Session['part']
  title: string
  hours: number
  cause: Mark['cause']
}

export async function missedSessions(db: Db, enrolmentId: number): Promise<Missed[]> {
  const { rows } = await sql<Missed>`
    select s.id, s.on_day as "onDay", s.part, s.title, least(coalesce(m.missed_hours, s.hours), s.hours) as hours, m.cause
    from attendance_mark m join class_session s on s.id = m.session_id
    where m.enrolment_id = ${enrolmentId} and m.status = 'absent' and ${isHeld} order by ${order} limit 200`.execute(
    db,
  )
  return rows
}

export type Asked = {
  enrolmentId: number
  classId: number
  classCode: string
  fullName: string
  personId: number
  leftOn: Day | null
}

/** Whom a request is about, where the asker may see them. */
export async function enrolmentOf(db: Db, enrolmentId: number, scope: Scope): Promise<Asked | undefined> {
  const { rows } = await sql<Asked>`
    select e.id as "enrolmentId", e.class_id as "classId", c.code as "classCode", e.full_name as "fullName", e.person_id as "personId",
      e.left_on as "leftOn"
    from enrolment e join training_class c on c.id = e.class_id where e.id = ${enrolmentId} and ${ofOwn(scope)}`.execute(
    db,
  )
  return rows[0]
}

/** Of the school all, of a unit its people, of a person the own: who speaks for a class has no say over the others. */
const ofOwn = (scope: Scope) =>
  scope.all
    ? sql`true`
    : sql`(e.unit_id = any (${[...scope.unitIds]}::bigint[]) or e.person_id = ${scope.personId})`

const covered = (
  days: Days,
) => sql`(s.on_day, part_order(s.part)) >= (${days.fromOn}::date, part_order(${days.fromPart}))
  and (s.on_day, part_order(s.part)) <= (${days.lastOn}::date, part_order(${days.lastPart}))`

/** The sessions of a class that lie in these days. */
export async function sessionsIn(
  db: Db,
  classId: number,
  days: Days,
): Promise<z.infer<typeof cost>['sessions']> {
  const { rows } = await sql<z.infer<typeof cost>['sessions'][number]>`
    select s.id, s.on_day as "onDay", s.part, s.hours, s.title, ${moduleTitle} as module
    from class_session s where s.class_id = ${classId} and ${isHeld} and ${covered(days)} order by ${order} limit 200`.execute(
    db,
  )
  return rows
}

export async function recallsBefore(db: Db, enrolmentId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from absence where enrolment_id = ${enrolmentId} and kind = 'recall' and state in ('asked', 'agreed')`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

const absenceColumns = sql`a.id, a.enrolment_id as "enrolmentId", a.class_id as "classId", c.code as "classCode", e.full_name as "fullName",
  unit_name_on(e.unit_id, e.enrolled_on) as unit, a.kind, a.cause, a.from_on as "fromOn", a.from_part as "fromPart",
  a.last_on as "lastOn", a.last_part as "lastPart", a.called_by as "calledBy", a.reason, a.document_number as "documentNumber",
  a.cost_sessions as "costSessions", a.cost_hours as "costHours", a.state, k.name as "askedBy", a.asked_at as "askedAt",
  a.from_on < (a.asked_at at time zone 'Asia/Ho_Chi_Minh')::date as "isAfter", a.decision_note as "decisionNote", a.version`
const absencesFrom = sql`from absence a join enrolment e on e.id = a.enrolment_id join training_class c on c.id = a.class_id
  left join account k on k.id = a.asked_by`

/** Why somebody is away: known to the school, who looks after the class, the unit and oneself; not to who speaks for the class. */
const absencesSeen = (scope: Scope) =>
  scope.all ? sql`true` : sql`(${ofOwn(scope)} or a.class_id = any ((select headed_classes())::bigint[]))`

const absenceOrders = {
  fromOn: sql`a.from_on`,
  askedAt: sql`a.asked_at`,
  name: sql`e.sort_key`,
  class: sql`c.code collate "C"`,
}

export async function absences(
  db: Db,
  input: z.infer<typeof absencesInput>,
  scope: Scope,
): Promise<{ rows: Absence[]; total: number }> {
  const when = [absencesSeen(scope)]
  if (input.state !== 'all') when.push(sql`a.state = ${input.state}`)
  if (input.kind) when.push(sql`a.kind = ${input.kind}`)
  if (input.classId) when.push(sql`a.class_id = ${input.classId}`)
  if (input.enrolmentId) when.push(sql`a.enrolment_id = ${input.enrolmentId}`)
  if (input.q) when.push(sql`e.search_key like ${`%${searchKey(input.q)}%`}`)
  const where = sql`${absencesFrom} where ${sql.join(when, sql` and `)}`
  const { rows } = await sql<Absence>`select ${absenceColumns} ${where}
    order by ${absenceOrders[input.sort]} ${input.desc ? sql`desc` : sql`asc`}, a.id
    limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*)::int as total ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export async function absenceById(
  db: Db,
  absenceId: number,
  scope: Scope,
  locked = false,
): Promise<Absence | undefined> {
  const { rows } = await sql<Absence>`select ${absenceColumns} ${absencesFrom}
    where a.id = ${absenceId} and ${absencesSeen(scope)} ${locked ? sql`for update of a` : sql``}`.execute(db)
  return rows[0]
}

export async function addAbsence(
  db: Db,
  { enrolmentId, classId }: Asked,
  input: z.infer<typeof askInput>,
  costs: { sessions: number; hours: number },
  by: { accountId: number; at: string },
): Promise<number> {
  const { id } = await db
    .insertInto('absence')
    .values({
      enrolment_id: enrolmentId,
      class_id: classId,
      kind: input.kind,
      cause: input.kind === 'recall' ? 'recalled' : input.cause,
      from_on: input.fromOn,
      from_part: input.fromPart,
      last_on: input.lastOn,
      last_part: input.lastPart,
      called_by: input.calledBy,
      reason: input.why,
      document_number: input.documentNumber,
      cost_sessions: costs.sessions,
      cost_hours: costs.hours,
      asked_by: by.accountId,
      asked_at: by.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes a step with a request that is locked. */
export async function setAbsence(
  db: Db,
  absenceId: number,
  change: { state: Absence['state']; by: number | null; at: string | null; note: string },
): Promise<void> {
  await db
    .updateTable('absence')
    .set((eb) => ({
      state: change.state,
      decided_by: change.by,
      decided_at: change.at,
      decision_note: change.note,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', absenceId)
    .execute()
}
