import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day, Instant } from '../../pure/day.ts'
import { searchKey, sortKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import { rangeOf, type Span } from '../calendar/index.ts'
import type {
  concern,
  costLine,
  hostsInput,
  studyHost,
  visit,
  visitDetail,
  visitInput,
  visitsInput,
} from './contract.ts'

export type Host = Omit<z.infer<typeof studyHost>, 'can'>
export type HostValues = {
  unitId?: number | undefined
  name: string
  place: string
  topics: string[]
  seats?: number | undefined
  contact: string
  phone: string
  note: string
  fromOn?: Day | undefined
  untilOn?: Day | undefined
}
export type Visit = z.infer<typeof visit>
export type Concern = z.infer<typeof concern>
export type CostLine = z.infer<typeof costLine>
export type VisitRow = Omit<z.infer<typeof visitDetail>, 'costs' | 'concerns' | 'files' | 'can'>
type VisitValues = Omit<z.infer<typeof visitInput>, 'classId'>
type HostsInput = z.infer<typeof hostsInput>
type VisitsInput = z.infer<typeof visitsInput>
type Page = { page: number; size: number }

/** What a host agreed to, or has done: the states that count as its visits. */
const counted = sql`('agreed', 'held')`

const hostColumns = (
  today: Day,
) => sql`h.id, h.unit_id as "unitId", unit_name_on(h.unit_id, ${today}::date) as unit, h.name, h.place,
  h.topics, h.seats, h.contact, h.phone, h.note, h.from_on as "fromOn", h.until_on as "untilOn", h.version,
  (select count(*)::int from field_study s where s.host_id = h.id and s.state in ${counted}) as visits`

/** The school's places; of a unit's people their own. */
const hostsSeen = (scope: Scope) =>
  scope.all ? sql`true` : sql`h.unit_id = any (${[...scope.unitIds]}::bigint[])`

function hostsChosen(input: HostsInput, scope: Scope, today: Day): RawBuilder<unknown> {
  const when = [hostsSeen(scope)]
  if (input.q) when.push(sql`h.search_key like ${`%${searchKey(input.q)}%`}`)
  if (input.period === 'inUse') when.push(sql`daterange(h.from_on, h.until_on) @> ${today}::date`)
  return sql`from study_host h where ${sql.join(when, sql` and `)}`
}

const hostOrders = { name: sql`h.sort_key`, place: sql`h.place collate "C"`, visits: sql`visits` }

/** A page of the places, or all of them for the workbook. */
export async function hosts(
  db: Db,
  input: HostsInput,
  scope: Scope,
  today: Day,
  only?: Page,
): Promise<{ rows: Host[]; total: number }> {
  const where = hostsChosen(input, scope, today)
  const { rows } = await sql<Host>`select ${hostColumns(today)} ${where}
    order by ${hostOrders[input.sort]} ${input.desc ? sql`desc` : sql`asc`}, h.id ${limited(only)}`.execute(
    db,
  )
  return { rows, total: await counts(db, where) }
}

const limited = (only: Page | undefined): RawBuilder<unknown> =>
  only ? sql`limit ${only.size} offset ${(only.page - 1) * only.size}` : sql``

async function counts(db: Db, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total ${where}`.execute(db)
  return rows[0]?.total ?? 0
}

export async function hostById(db: Db, hostId: number, scope: Scope, today: Day): Promise<Host | undefined> {
  const { rows } = await sql<Host>`
    select ${hostColumns(today)} from study_host h where h.id = ${hostId} and ${hostsSeen(scope)}`.execute(db)
  return rows[0]
}

const hostStored = (input: HostValues) => ({
  unit_id: input.unitId ?? null,
  name: input.name,
  search_key: searchKey([input.name, input.place, ...input.topics].join(' ')),
  sort_key: sortKey(input.name),
  place: input.place,
  topics: input.topics,
  seats: input.seats ?? null,
  contact: input.contact,
  phone: input.phone,
  note: input.note,
  from_on: input.fromOn ?? null,
  until_on: input.untilOn ?? null,
})

export async function addHost(db: Db, input: HostValues): Promise<number> {
  const row = await db
    .insertInto('study_host')
    .values(hostStored(input))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Changes a place that is still at the version that was seen; false when somebody was faster. */
export async function setHost(db: Db, hostId: number, input: HostValues, version: number): Promise<boolean> {
  const row = await db
    .updateTable('study_host')
    .set((eb) => ({ ...hostStored(input), version: eb('version', '+', 1) }))
    .where('id', '=', hostId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const owes = (today: Day) =>
  sql`(s.report = '' and (s.state = 'held' or (s.state = 'agreed' and upper(s.during) <= ${today}::date)))`

const visitColumns = (
  today: Day,
) => sql`s.id, s.class_id as "classId", c.code as "classCode", c.name as "className",
  s.host_id as "hostId", h.name as host, s.kind, s.title, lower(s.during) as "fromOn", upper(s.during) - 1 as "lastOn", s.people,
  s.leader, s.state, s.answer_by as "answerBy", ${owes(today)} as "owesReport"`

const visitsFrom = sql`from field_study s join training_class c on c.id = s.class_id join study_host h on h.id = s.host_id`

/** All visits of the school; of a unit's people those at their own places of which they were asked. */
const visitsSeen = (scope: Scope) =>
  scope.all ? sql`true` : sql`(s.asked_at is not null and h.unit_id = any (${[...scope.unitIds]}::bigint[]))`

function visitsChosen(input: VisitsInput, scope: Scope, today: Day): RawBuilder<unknown> {
  const when = [visitsSeen(scope)]
  if (input.year !== undefined)
    when.push(
      sql`lower(s.during) >= make_date(${input.year}, 1, 1) and lower(s.during) < make_date(${input.year} + 1, 1, 1)`,
    )
  if (input.classId) when.push(sql`s.class_id = ${input.classId}`)
  if (input.hostId) when.push(sql`s.host_id = ${input.hostId}`)
  if (input.state === 'owesReport') when.push(owes(today))
  else if (input.state) when.push(sql`s.state = ${input.state}`)
  if (input.q) {
    const key = `%${searchKey(input.q)}%`
    when.push(sql`(c.search_key like ${key} or h.search_key like ${key})`)
  }
  return sql`${visitsFrom} where ${sql.join(when, sql` and `)}`
}

const visitOrders = { fromOn: sql`lower(s.during)`, host: sql`h.sort_key`, class: sql`c.code collate "C"` }

/** A page of the visits, or all of them for the workbook. */
export async function visits(
  db: Db,
  input: VisitsInput,
  scope: Scope,
  today: Day,
  only?: Page,
): Promise<{ rows: Visit[]; total: number }> {
  const where = visitsChosen(input, scope, today)
  const { rows } = await sql<Visit>`select ${visitColumns(today)} ${where}
    order by ${visitOrders[input.sort]} ${input.desc ? sql`desc` : sql`asc`}, s.id ${limited(only)}`.execute(
    db,
  )
  return { rows, total: await counts(db, where) }
}

/** One visit as its page shows it. With `locked` nobody else changes it until the end of the transaction. */
export async function visitById(
  db: Db,
  fieldStudyId: number,
  scope: Scope,
  today: Day,
  locked = false,
): Promise<VisitRow | undefined> {
  const { rows } = await sql<VisitRow>`
    select ${visitColumns(today)}, h.unit_id as "hostUnitId", h.contact as "hostContact", h.phone as "hostPhone",
      h.topics as "hostTopics", s.programme, s.leader_id as "leaderId", s.leader as "leaderName", s.asked_at as "askedAt",
      s.answered_at as "answeredAt", a.name as "answeredBy", s.answer_note as "answerNote", lower(s.other_days) as "otherFrom",
      upper(s.other_days) - 1 as "otherLast", s.received_by as "receivedBy", s.papers_by as "papersBy", s.report,
      s.school_remark as "schoolRemark", s.host_remark as "hostRemark", s.cancelled_reason as "cancelledReason", s.version
    ${visitsFrom} left join account a on a.id = s.answered_by
    where s.id = ${fieldStudyId} and ${visitsSeen(scope)} ${locked ? sql`for update of s` : sql``}`.execute(
    db,
  )
  return rows[0]
}

const visitStored = (input: VisitValues) => ({
  host_id: input.hostId,
  kind: input.kind,
  title: input.title,
  during: rangeOf(input),
  people: input.people,
  programme: input.programme,
  leader_id: input.leaderId ?? null,
  leader: input.leader,
  papers_by: input.papersBy ?? null,
})

export async function addVisit(db: Db, classId: number, input: VisitValues, madeBy: number): Promise<number> {
  const row = await db
    .insertInto('field_study')
    .values({ class_id: classId, ...visitStored(input), made_by: madeBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

type VisitChange = Partial<{
  state: Visit['state']
  asked_at: Instant | null
  answer_by: Day | null
  answered_at: Instant | null
  answered_by: number | null
  answer_note: string
  other_days: string | null
  received_by: string
  report: string
  school_remark: string
  host_remark: string
  cancelled_reason: string
}>

/** Changes a visit that is locked. */
export async function setVisit(
  db: Db,
  fieldStudyId: number,
  change: VisitChange & Partial<ReturnType<typeof visitStored>>,
): Promise<void> {
  await db
    .updateTable('field_study')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', fieldStudyId)
    .execute()
}

export const changeOfVisit = visitStored

export async function costsOf(db: Db, fieldStudyId: number): Promise<CostLine[]> {
  const { rows } = await sql<CostLine>`
    select item, planned_dong as "plannedDong", spent_dong as "spentDong", source from field_study_cost
    where field_study_id = ${fieldStudyId} order by sort_order, id`.execute(db)
  return rows
}

/** The list of costs anew. */
export async function setCosts(db: Db, fieldStudyId: number, costs: readonly CostLine[]): Promise<void> {
  await db.deleteFrom('field_study_cost').where('field_study_id', '=', fieldStudyId).execute()
  if (costs.length === 0) return
  await db
    .insertInto('field_study_cost')
    .values(
      costs.map((one, i) => ({
        field_study_id: fieldStudyId,
        sort_order: i,
        item: one.item,
        planned_dong: one.plannedDong,
        spent_dong: one.spentDong,
        source: one.source,
      })),
    )
    .execute()
}

/** What speaks against the days, the place or the leader of a visit. */
export async function concernsOf(
  db: Db,
  {
    id,
    hostId,
    classId,
    leaderId,
    fromOn,
    lastOn,
    people,
  }: Pick<VisitRow, 'id' | 'hostId' | 'classId' | 'leaderId' | 'fromOn' | 'lastOn' | 'people'>,
): Promise<Concern[]> {
  const days = rangeOf({ fromOn, lastOn })
  const span = (range: string) =>
    sql`lower(${sql.raw(range)}) as "fromOn", upper(${sql.raw(range)}) - 1 as "lastOn"`
  const { rows } = await sql<Concern>`
    select 'outsideClass' as kind, c.code as about, c.opens_on as "fromOn", c.closes_on as "lastOn" from training_class c
    where c.id = ${classId} and not daterange(c.opens_on, c.closes_on, '[]') @> ${days}::daterange
    union all
    select case when e.unit_id is null then 'schoolRests' else 'hostBusy' end, e.title, ${span('e.during')}
    from calendar_entry e join study_host h on h.id = ${hostId}
    where e.during && ${days}::daterange and (e.stops_teaching or e.unit_id = h.unit_id)
    union all
    select 'hostTaken', c.code, ${span('s.during')} from field_study s join training_class c on c.id = s.class_id
    where s.host_id = ${hostId} and s.id <> ${id} and s.during && ${days}::daterange and s.state in ('asked', 'agreed', 'held')
    union all
    select 'hostClosed', h.name, h.from_on, h.until_on - 1 from study_host h
    where h.id = ${hostId} and not daterange(h.from_on, h.until_on) @> ${days}::daterange
    union all
    select 'tooMany', h.seats::text, null, null from study_host h where h.id = ${hostId} and h.seats < ${people}
    union all
    select 'leaderAway', a.reason, ${span('a.during')} from lecturer_absence a
    where a.lecturer_id = ${leaderId}::bigint and a.during && ${days}::daterange
    union all
    select 'leaderTeaches', c.code, ${span('b.during')} from class_lecturer b join training_class c on c.id = b.class_id
    where b.lecturer_id = ${leaderId}::bigint and b.class_id <> ${classId} and b.during && ${days}::daterange
    union all
    select 'leaderTeaches', c.code, t.on_day, t.on_day from class_session t join training_class c on c.id = t.class_id
    where t.lecturer_id = ${leaderId}::bigint and t.class_id <> ${classId} and ${days}::daterange @> t.on_day
      and t.state not in ('cancelled', 'notTaught')
    union all
    select 'lessonsThen', count(*)::text, min(t.on_day), max(t.on_day) from class_session t
    where t.class_id = ${classId} and t.kind <> 'field' and ${days}::daterange @> t.on_day and t.state = 'planned'
    having count(*) > 0
    order by 1, 3`.execute(db)
  return rows
}

/** The name of a lecturer who leads; undefined when there is none of that id. */
export async function lecturerName(db: Db, lecturerId: number): Promise<string | undefined> {
  const row = await db.selectFrom('lecturer').where('id', '=', lecturerId).select('name').executeTakeFirst()
  return row?.name
}

/** The class that has the agreed host on these days. */
export async function hostTakenBy(
  db: Db,
  hostId: number,
  days: Span,
  exceptId: number,
): Promise<{ code: string; fromOn: Day; lastOn: Day } | undefined> {
  const { rows } = await sql<{ code: string; fromOn: Day; lastOn: Day }>`
    select c.code, lower(s.during) as "fromOn", upper(s.during) - 1 as "lastOn" from field_study s
    join training_class c on c.id = s.class_id
    where s.host_id = ${hostId} and s.id <> ${exceptId} and s.state in ${counted} and s.during && ${rangeOf(days)}::daterange
    order by lower(s.during) limit 1`.execute(db)
  return rows[0]
}

/** Another visit of a class on these days that was asked for or agreed. */
export async function classAwayOn(
  db: Db,
  classId: number,
  days: Span,
  exceptId: number,
): Promise<{ host: string; fromOn: Day; lastOn: Day } | undefined> {
  const { rows } = await sql<{ host: string; fromOn: Day; lastOn: Day }>`
    select h.name as host, lower(s.during) as "fromOn", upper(s.during) - 1 as "lastOn" ${visitsFrom}
    where s.class_id = ${classId} and s.id <> ${exceptId} and s.state in ('asked', 'agreed', 'held')
      and s.during && ${rangeOf(days)}::daterange order by lower(s.during) limit 1`.execute(db)
  return rows[0]
}
