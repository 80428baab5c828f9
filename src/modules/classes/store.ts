import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey, sortKey } from '../../pure/vietnamese.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { classDetail, classesInput, classInput, classRow, classYear } from './contract.ts'

type ListInput = z.infer<typeof classesInput>
type Row = z.infer<typeof classRow>
type Detail = Omit<z.infer<typeof classDetail>, 'can' | 'years'>
type ClassInput = z.infer<typeof classInput>

const facts = sql`
  c.id, c.code, c.name, c.programme_id as "programmeId", p.name as programme, p.group_code as "group", c.mode_code as mode,
  c.opens_on as "opensOn", c.closes_on as "closesOn", c.place, c.host_unit_id as "hostUnitId", c.partner,
  c.partner_unit_id as "partnerUnitId", c.basis, c.learners, c.note, c.cancelled_on as "cancelledOn",
  case when c.basis = 'policy' then json_build_object(
    'issuer', c.policy_issuer, 'number', c.policy_number, 'on', c.policy_on, 'title', c.policy_title) end as policy`

/**
 * Class `c` with its year `y`: `y.year`, `y.counts_as` (`class_counts_as` of the database), `y.is_corrected`. Classes that
 * neither run in the year nor were corrected into it are not there. Without a year: that of the opening.
 */
const classesWithYear = (year: number | undefined): RawBuilder<unknown> => {
  const asked = year === undefined ? sql`extract(year from c.opens_on)::integer` : sql`${year}::integer`
  return sql`training_class c
    left join class_year_correction k on k.class_id = c.id and k.year = ${asked} and k.counts_as <> 'byDates'
    left join class_year_correction o on o.class_id = c.id and o.counts_as = 'opened'
    cross join lateral (select ${asked} as year, k.id is not null as is_corrected,
      class_counts_as(c.opens_on, c.closes_on, c.cancelled_on, o.year, k.counts_as, ${asked}) as counts_as) y`
}

const belongsToYear = (year: number): RawBuilder<unknown> =>
  sql`(k.id is not null or (c.opens_on < make_date(${year} + 1, 1, 1) and coalesce(c.closes_on, c.opens_on) >= make_date(${year}, 1, 1)))`

/**
 * The classes of a year that the filter leaves, as the FROM and WHERE of a query over `c` (class), `p` (programme) and
 * `y` (its year). The report counts exactly these, so its figures and the list's cannot differ.
 */
export function classesOfYear(
  input: Omit<ListInput, 'page' | 'size' | 'sort' | 'desc'>,
  today: Day,
): RawBuilder<unknown> {
  const { year } = input
  const when = [year === undefined ? sql`true` : belongsToYear(year)]
  if (input.countsAs) when.push(sql`y.counts_as = ${input.countsAs}`)
  else if (year !== undefined) when.push(sql`y.counts_as in ('opened', 'carriedOver')`)
  if (input.q) {
    const key = `%${searchKey(input.q)}%`
    const code = `${input.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
    when.push(sql`(c.search_key like ${key} or lower(c.code) like ${code})`)
  }
  if (input.group) when.push(sql`p.group_code = ${input.group}`)
  if (input.programmeId) when.push(sql`c.programme_id = ${input.programmeId}`)
  if (input.mode) when.push(sql`c.mode_code = ${input.mode}`)
  if (input.basis) when.push(sql`c.basis = ${input.basis}`)
  if (input.partner) when.push(sql`c.partner = ${input.partner}`)
  if (input.hostUnitId) when.push(sql`c.host_unit_id = ${input.hostUnitId}`)
  if (input.planLineKey) when.push(sql`c.plan_line_key = ${input.planLineKey}`)
  if (input.openedIn) {
    when.push(sql`y.counts_as = 'opened' and extract(year from c.opens_on) = y.year
      and extract(month from c.opens_on) = ${input.openedIn}`)
  }
  if (input.runningIn) when.push(runsInMonth(sql`y.year`, sql`${input.runningIn}::integer`))
  if (input.state === 'held') when.push(sql`c.opens_on <= ${today}`)
  if (input.state === 'coming') when.push(sql`c.opens_on > ${today}`)
  return sql`from ${classesWithYear(year)} join programme p on p.id = c.programme_id
    where ${sql.join(when, sql` and `)}`
}

/** Whether class `c` runs on a day of the month; without a day of closing, only in the month in which it opens. */
export const runsInMonth = (year: RawBuilder<unknown>, month: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(c.opens_on < make_date(${year}, ${month}, 1) + interval '1 month'
    and least(coalesce(c.closes_on, c.opens_on), c.cancelled_on) >= make_date(${year}, ${month}, 1))`

const orders = {
  opensOn: sql`c.opens_on`,
  closesOn: sql`c.closes_on`,
  code: sql`c.code collate "C"`,
  name: sql`c.sort_key`,
  learners: sql`c.learners`,
}

const ordered = (input: ListInput) =>
  sql`order by ${orders[input.sort]} ${input.desc ? sql`desc` : sql`asc`} nulls last, c.code collate "C", c.id`

/** A page of the classes of a year, with what all of them together have. */
export async function listed(
  db: Db,
  input: ListInput,
  today: Day,
): Promise<{ rows: Row[]; total: number; learners: number }> {
  const where = classesOfYear(input, today)
  // One question in all: a list is asked for far more often than anything else.
  const { rows } = await sql<Row & { total: number; sum: number }>`
    select ${facts}, y.counts_as as "countsAs", y.is_corrected as "isCorrected", count(*) over () as total,
      coalesce(sum(c.learners) over (), 0) as sum
    ${where} ${ordered(input)} limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const [first] = rows
  if (first)
    return {
      rows: rows.map(({ total: _total, sum: _sum, ...row }) => row),
      total: first.total,
      learners: first.sum,
    }
  if (input.page === 1) return { rows: [], total: 0, learners: 0 }
  const past = await sql<{ total: number; learners: number }>`
    select count(*) as total, coalesce(sum(c.learners), 0) as learners ${where}`.execute(db)
  return { rows: [], total: past.rows[0]?.total ?? 0, learners: past.rows[0]?.learners ?? 0 }
}

/** All of the list, for the workbook. */
export async function allListed(db: Db, input: ListInput, today: Day): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${facts}, y.counts_as as "countsAs", y.is_corrected as "isCorrected" ${classesOfYear(input, today)} ${ordered(input)}`.execute(
    db,
  )
  return rows
}

/** The partners of the classes of a year, for the filter. */
export async function partnersOf(db: Db, year: number | undefined): Promise<string[]> {
  const { rows } = await sql<{ partner: string }>`
    select distinct c.partner from ${classesWithYear(year)}
    where ${year === undefined ? sql`true` : belongsToYear(year)} and y.counts_as <> 'notCounted' and c.partner <> ''
    order by 1`.execute(db)
  return rows.map((row) => row.partner)
}

const unitName = (unit: RawBuilder<unknown>, on: RawBuilder<unknown>) =>
  sql`(select v.name from unit_version v where v.unit_id = ${unit} and daterange(v.from_on, v.until_on) @> ${on})`

export async function classById(db: Db, classId: number): Promise<Detail | undefined> {
  const { rows } = await sql<Detail>`
    select ${facts}, c.plan_line_key as "planLineKey", c.curriculum_id as "curriculumId",
      (select v.title from curriculum v where v.id = c.curriculum_id) as curriculum,
      (select l.title from plan_line l where l.line_key = c.plan_line_key order by l.id desc limit 1) as "planLine", c.cancelled_reason as "cancelledReason", c.version,
      ${unitName(sql`c.host_unit_id`, sql`c.opens_on`)} as "hostUnit",
      ${unitName(sql`c.partner_unit_id`, sql`c.opens_on`)} as "partnerUnit"
    from training_class c join programme p on p.id = c.programme_id where c.id = ${classId}`.execute(db)
  return rows[0]
}

/** How a class counts in each of its years. */
export async function yearsOf(db: Db, classId: number): Promise<z.infer<typeof classYear>[]> {
  const { rows } = await sql<z.infer<typeof classYear>>`
    select y.year, class_counts_as(c.opens_on, c.closes_on, c.cancelled_on, o.year, k.counts_as, y.year) as "countsAs",
      case when k.id is not null then json_build_object('reason', k.reason, 'on', k.made_at::date,
        'by', (select a.name from account a where a.id = k.made_by)) end as correction
    from training_class c
    cross join lateral (
      select generate_series(extract(year from c.opens_on)::integer, extract(year from coalesce(c.closes_on, c.opens_on))::integer)
      union
      select n.year from class_year_correction n where n.class_id = c.id and n.counts_as <> 'byDates'
    ) y (year)
    left join class_year_correction k on k.class_id = c.id and k.year = y.year and k.counts_as <> 'byDates'
    left join class_year_correction o on o.class_id = c.id and o.counts_as = 'opened'
    where c.id = ${classId} order by y.year`.execute(db)
  return rows
}

const stored = (input: ClassInput) => ({
  code: input.code,
  name: input.name,
  search_key: searchKey([input.code, input.name, input.place, input.partner].join(' ')),
  sort_key: sortKey(input.name),
  programme_id: input.programmeId,
  mode_code: input.mode,
  opens_on: input.opensOn,
  closes_on: input.closesOn ?? null,
  place: input.place,
  host_unit_id: input.hostUnitId ?? null,
  partner: input.partner,
  partner_unit_id: input.partnerUnitId ?? null,
  basis: input.basis,
  plan_line_key: input.planLineKey ?? null,
  ...(input.curriculumId !== undefined && { curriculum_id: input.curriculumId }),
  policy_issuer: input.policyIssuer ?? null,
  policy_number: input.policyNumber ?? null,
  policy_on: input.policyOn ?? null,
  policy_title: input.policyTitle ?? null,
  learners: input.learners ?? null,
  note: input.note,
})

/** Adds classes in one statement; their ids in the same order. */
export async function addClasses(db: Db, inputs: readonly ClassInput[]): Promise<number[]> {
  if (inputs.length === 0) return []
  const rows = await db.insertInto('training_class').values(inputs.map(stored)).returning('id').execute()
  return rows.map((row) => row.id)
}

/** Changes a class that is still at the version that was seen; false when somebody was faster. */
export async function changeClass(
  db: Db,
  classId: number,
  input: ClassInput,
  version: number,
): Promise<boolean> {
  const row = await db
    .updateTable('training_class')
    .set((eb) => ({ ...stored(input), version: eb('version', '+', 1) }))
    .where('id', '=', classId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Gives a class other dates, if it is still at the version that was seen. */
export async function setDates(
  db: Db,
  classId: number,
  dates: { opensOn: Day; closesOn: Day },
  version: number,
): Promise<boolean> {
  const row = await db
    .updateTable('training_class')
    .set((eb) => ({ opens_on: dates.opensOn, closes_on: dates.closesOn, version: eb('version', '+', 1) }))
    .where('id', '=', classId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function cancelClass(
  db: Db,
  input: { classId: number; cancelledOn: Day; reason: string; version: number },
): Promise<boolean> {
  const row = await db
    .updateTable('training_class')
    .set((eb) => ({
      cancelled_on: input.cancelledOn,
      cancelled_reason: input.reason,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', input.classId)
    .where('version', '=', input.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type Correction = {
  classId: number
  year: number
  countsAs: 'opened' | 'carriedOver' | 'notCounted' | 'byDates'
  reason: string
  madeBy: number | null
}

export async function putCorrection(db: Db, input: Correction): Promise<void> {
  const set = { counts_as: input.countsAs, reason: input.reason, made_by: input.madeBy }
  await db
    .insertInto('class_year_correction')
    .values({ class_id: input.classId, year: input.year, ...set })
    .onConflict((on) => on.columns(['class_id', 'year']).doUpdateSet({ ...set, made_at: sql<string>`now()` }))
    .execute()
}

/** A class as an import compares it with a row of the file. */
export type KnownClass = ClassInput & {
  id: number
  version: number
  cancelledOn: Day | null
  corrections: Record<string, string>
}

/** The classes that a file may mean: by code, and by name and day of opening where it gives none. */
export async function classesLike(
  db: Db,
  codes: readonly string[],
  names: readonly string[],
): Promise<KnownClass[]> {
  const { rows } = await sql<KnownClass>`
    select c.id, c.version, c.code, c.name, c.programme_id as "programmeId", c.mode_code as mode, c.opens_on as "opensOn",
      c.closes_on as "closesOn", c.place, c.host_unit_id as "hostUnitId", c.partner, c.partner_unit_id as "partnerUnitId", c.basis,
      c.plan_line_key as "planLineKey", c.policy_issuer as "policyIssuer", c.policy_number as "policyNumber",
      c.policy_on as "policyOn", c.policy_title as "policyTitle", c.learners, c.note, c.cancelled_on as "cancelledOn",
      coalesce((select json_object_agg(k.year, k.counts_as) from class_year_correction k
        where k.class_id = c.id and k.counts_as <> 'byDates'), '{}'::json) as corrections
    from training_class c
    where c.code = any (${[...codes]}::text[]) or c.name = any (${[...names]}::text[])`.execute(db)
  return rows
}

/** Codes that begin so and end in a number, to find the next one. */
export async function codesBeginning(db: Db, beginning: string): Promise<string[]> {
  const rows = await db
    .selectFrom('training_class')
    .select('code')
    .where('code', 'like', `${beginning.replace(/[\\%_]/g, '\\$&')}%`)
    .execute()
  return rows.map((row) => row.code)
}
