import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day, Instant } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { notice, noticeRow, noticesInput, quota, setting } from './contract/notices.ts'

export type NoticeRow = z.infer<typeof noticeRow>
export type NoticeFile = Omit<z.infer<typeof notice>, 'quotas' | 'can'>
export type Quota = z.infer<typeof quota>
export type NoticeValues = {
  deadlineOn: Day
  sendsOn: Day
  seats?: number | undefined
  standards: string
  note: string
}

/** What stands: nominations that are neither refused nor withdrawn. */
export const standing = sql`('refused', 'withdrawn')`
/** What the head has signed and nobody has sent back. */
const signed = sql`('submitted', 'checked', 'admitted', 'waiting')`

const seenUnits = (scope: Scope, column: string) =>
  scope.all ? sql`true` : sql`${sql.ref(column)} = any (${[...scope.unitIds]}::bigint[])`

const columns = (scope: Scope) => {
  const of = (when: RawBuilder<unknown>) =>
    sql`(select count(*)::int from nomination m where m.notice_id = n.id and ${when} and ${seenUnits(scope, 'm.unit_id')})`
  return sql`n.id, n.class_id as "classId", c.code as "classCode", c.name as "className", p.name as programme, p.level, c.mode_code as mode,
    c.opens_on as "opensOn", c.closes_on as "closesOn", n.deadline_on as "deadlineOn", n.sends_on as "sendsOn", n.seats, n.state,
    (select coalesce(sum(q.seats), 0)::int from admission_quota q where q.notice_id = n.id and ${seenUnits(scope, 'q.unit_id')}) as "quotaSeats",
    ${of(sql`m.state not in ${standing}`)} as names, ${of(sql`m.state in ${signed}`)} as submitted,
    ${of(sql`m.state = 'admitted'`)} as admitted, ${of(sql`m.state = 'waiting'`)} as waiting`
}

const table = sql`admission_notice n join training_class c on c.id = n.class_id join programme p on p.id = c.programme_id`

/** A unit sees the notices that ask it, once they are issued. */
const seen = (scope: Scope) =>
  scope.all
    ? sql`true`
    : sql`(n.state <> 'draft' and exists (select from admission_quota q where q.notice_id = n.id and ${seenUnits(scope, 'q.unit_id')}))`

/** A page of the notices, or all of them for the workbook. */
export async function notices(
  db: Db,
  input: z.infer<typeof noticesInput>,
  scope: Scope,
  only?: { page: number; size: number },
): Promise<{ rows: NoticeRow[]; total: number }> {
  const when = [seen(scope)]
  if (input.state) when.push(sql`n.state = ${input.state}`)
  for (const word of searchKey(input.q).split(' ').filter(Boolean))
    when.push(sql`c.search_key like ${`%${word}%`}`)
  const where = sql.join(when, sql` and `)
  const orders = { deadlineOn: sql`n.deadline_on`, class: sql`c.sort_key`, opensOn: sql`c.opens_on` }
  const direction = input.desc ? sql`desc` : sql`asc`
  const { rows } = await sql<NoticeRow>`select ${columns(scope)} from ${table} where ${where}
    order by n.state = 'closed', ${orders[input.sort]} ${direction}, n.id
    ${only ? sql`limit ${only.size} offset ${(only.page - 1) * only.size}` : sql``}`.execute(db)
  const counted = await sql<{
    total: number
  }>`select count(*)::int as total from ${table} where ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export async function noticeById(
  db: Db,
  noticeId: number,
  scope: Scope,
  lock = false,
): Promise<NoticeFile | undefined> {
  const { rows } =
    await sql<NoticeFile>`select ${columns(scope)}, n.standards, n.note, n.issued_at as "issuedAt",
      n.closed_at as "closedAt", n.version
    from ${table} where n.id = ${noticeId} and ${seen(scope)} ${lock ? sql`for update of n` : sql``}`.execute(
      db,
    )
  return rows[0]
}

/** The units that are asked, by name; of a unit its own. */
export async function quotasOf(db: Db, noticeId: number, scope: Scope, on: Day): Promise<Quota[]> {
  const of = (when: RawBuilder<unknown>) => sql`(count(*) filter (where ${when}))::int`
  const { rows } = await sql<Quota>`
    select x.*, greatest(x.seats - x.names, 0) as reserved from (
      select q.unit_id as "unitId", coalesce(unit_name_on(q.unit_id, ${on}::date), '') as unit, q.seats,
        ${of(sql`m.state not in ${standing}`)} as names, ${of(sql`m.state in ${signed}`)} as submitted,
        ${of(sql`m.state = 'admitted'`)} as admitted
      from admission_quota q left join nomination m on m.notice_id = q.notice_id and m.unit_id = q.unit_id
      where q.notice_id = ${noticeId} and ${seenUnits(scope, 'q.unit_id')} group by q.unit_id, q.seats
    ) x order by x.unit collate "vi-x-icu"`.execute(db)
  return rows
}

export async function addNotice(
  db: Db,
  classId: number,
  values: NoticeValues,
  madeBy: number,
): Promise<number> {
  const row = await db
    .insertInto('admission_notice')
    .values({ class_id: classId, ...stored(values), made_by: madeBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

const stored = (values: NoticeValues) => ({
  deadline_on: values.deadlineOn,
  sends_on: values.sendsOn,
  seats: values.seats ?? null,
  standards: values.standards,
  note: values.note,
})

/** False when somebody else was faster. */
export async function setNotice(
  db: Db,
  noticeId: number,
  version: number,
  values: NoticeValues,
): Promise<boolean> {
  const done = await db
    .updateTable('admission_notice')
    .set({ ...stored(values), version: sql`version + 1` })
    .where('id', '=', noticeId)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function setNoticeState(
  db: Db,
  noticeId: number,
  change:
    | { state: 'issued'; issued_at: Instant }
    | { state: 'closed'; closed_at: Instant }
    | { version?: never },
): Promise<void> {
  await db
    .updateTable('admission_notice')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', noticeId)
    .execute()
}

/** The whole grid anew: what is not in it goes, what differs changes. */
export async function setQuotas(
  db: Db,
  noticeId: number,
  quotas: readonly { unitId: number; seats: number }[],
): Promise<void> {
  const given = sql`unnest(${quotas.map((one) => one.unitId)}::bigint[], ${quotas.map((one) => one.seats)}::integer[]) as g (unit_id, seats)`
  await sql`delete from admission_quota q where q.notice_id = ${noticeId} and not exists (select from ${given} where g.unit_id = q.unit_id)`.execute(
    db,
  )
  await sql`insert into admission_quota (notice_id, unit_id, seats) select ${noticeId}, g.unit_id, g.seats from ${given}
    on conflict (notice_id, unit_id) do update set seats = excluded.seats where admission_quota.seats <> excluded.seats`.execute(
    db,
  )
}

/** Which of these units stand on a day. */
export async function standingUnits(db: Db, unitIds: readonly number[], on: Day): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select v.unit_id as id from unit_version v
    where v.unit_id = any (${[...unitIds]}::bigint[]) and daterange(v.from_on, v.until_on) @> ${on}::date`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

export async function readSetting(db: Db): Promise<z.infer<typeof setting>> {
  const row = await db.selectFrom('nomination_setting').selectAll().executeTakeFirstOrThrow()
  return {
    forbidsTwoCourses: row.forbids_two_courses,
    unitLoadPercent: row.unit_load_percent,
    commitment: row.commitment,
    version: row.version,
  }
}

export async function writeSetting(
  db: Db,
  values: { forbidsTwoCourses: boolean; unitLoadPercent: number | null; commitment: string; version: number },
): Promise<boolean> {
  const done = await db
    .updateTable('nomination_setting')
    .set({
      forbids_two_courses: values.forbidsTwoCourses,
      unit_load_percent: values.unitLoadPercent,
      commitment: values.commitment,
      version: sql`version + 1`,
    })
    .where('version', '=', values.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
