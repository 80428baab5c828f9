import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import { addDays, type Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { calendarEntry, calendarInput, entryInput } from './contract.ts'
import { type Holiday, mondayOf, overlaps, type Span, type TeachingWeek, teachingWeeksOf } from './rules.ts'

export type Entry = Omit<z.infer<typeof calendarEntry>, 'can'>
type ListInput = z.infer<typeof calendarInput>
type EntryInput = z.infer<typeof entryInput>

/** A range of days as the database writes it, from both days included. */
export const rangeOf = ({ fromOn, lastOn }: Span): string => `[${fromOn},${addDays(lastOn, 1)})`

const unitNow = sql`(select v.name from unit_version v where v.unit_id = e.unit_id order by v.from_on desc nulls last limit 1)`

const columns = sql`e.id, e.kind, e.title, lower(e.during) as "fromOn", upper(e.during) - 1 as "lastOn",
  e.stops_teaching as "stopsTeaching", e.unit_id as "unitId", ${unitNow} as unit, e.source,
  e.needs_confirmation as "needsConfirmation", e.version`

/** What concerns everybody, and what belongs to the units that exist for the actor. */
const visible = (scope: Scope): RawBuilder<unknown> =>
  scope.all ? sql`true` : sql`(e.unit_id is null or e.unit_id = any (${[...scope.unitIds]}::bigint[]))`

const ofYear = (year: number): RawBuilder<unknown> =>
  sql`e.during && daterange(make_date(${year}, 1, 1), make_date(${year} + 1, 1, 1))`

function chosen(input: ListInput, scope: Scope): RawBuilder<unknown> {
  const when = [visible(scope)]
  if (input.year !== undefined) when.push(ofYear(input.year))
  if (input.kind) when.push(sql`e.kind = ${input.kind}`)
  if (input.unitId) when.push(sql`e.unit_id = ${input.unitId}`)
  if (input.stopsTeaching !== undefined) when.push(sql`e.stops_teaching = ${input.stopsTeaching}`)
  if (input.needsConfirmation !== undefined) when.push(sql`e.needs_confirmation = ${input.needsConfirmation}`)
  if (input.q) when.push(sql`e.search_key like ${`%${searchKey(input.q)}%`}`)
  return sql`from calendar_entry e where ${sql.join(when, sql` and `)}`
}

const orders = { fromOn: sql`lower(e.during)`, title: sql`e.search_key collate "C"`, kind: sql`e.kind` }

const ordered = (input: ListInput) =>
  sql`order by ${orders[input.sort]} ${input.desc ? sql`desc` : sql`asc`}, lower(e.during), e.id`

/** A page of the calendar. */
export async function listed(
  db: Db,
  input: ListInput,
  scope: Scope,
): Promise<{ rows: Entry[]; total: number }> {
  const where = chosen(input, scope)
  const { rows } = await sql<Entry & { total: number }>`select ${columns}, count(*) over () as total
    ${where} ${ordered(input)} limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const total = rows[0]?.total
  if (total !== undefined || input.page === 1)
    return { rows: rows.map(({ total: _total, ...row }) => row), total: total ?? 0 }
  const past = await sql<{ total: number }>`select count(*) as total ${where}`.execute(db)
  return { rows: [], total: past.rows[0]?.total ?? 0 }
}

/** All of the list, for the workbook. */
export async function allListed(db: Db, input: ListInput, scope: Scope): Promise<Entry[]> {
  const { rows } = await sql<Entry>`select ${columns} ${chosen(input, scope)} ${ordered(input)}`.execute(db)
  return rows
}

/** Every entry with a day in the year, by its first day. */
export async function entriesOfYear(db: Db, year: number, scope: Scope): Promise<Entry[]> {
  const { rows } = await sql<Entry>`select ${columns} from calendar_entry e
    where ${ofYear(year)} and ${visible(scope)} order by lower(e.during), e.id`.execute(db)
  return rows
}

export async function entryById(db: Db, entryId: number, scope: Scope): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>`
    select ${columns} from calendar_entry e where e.id = ${entryId} and ${visible(scope)}`.execute(db)
  return rows[0]
}

const stored = (input: EntryInput) => ({
  kind: input.kind,
  title: input.title,
  search_key: searchKey(`${input.title} ${input.source}`),
  during: rangeOf(input),
  stops_teaching: input.stopsTeaching,
  unit_id: input.unitId ?? null,
  source: input.source,
  needs_confirmation: input.needsConfirmation,
})

export async function addEntry(db: Db, input: EntryInput): Promise<number> {
  const row = await db
    .insertInto('calendar_entry')
    .values(stored(input))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Changes an entry that is still at the version that was seen; false when somebody was faster. */
export async function changeEntry(
  db: Db,
  entryId: number,
  input: EntryInput,
  version: number,
): Promise<boolean> {
  const row = await db
    .updateTable('calendar_entry')
    .set((eb) => ({ ...stored(input), version: eb('version', '+', 1) }))
    .where('id', '=', entryId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function removeEntry(db: Db, entryId: number, version: number): Promise<boolean> {
  const row = await db
    .deleteFrom('calendar_entry')
    .where('id', '=', entryId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Enters the holidays that are not there yet; how many were entered. Two at once enter each day once. */
export async function addHolidays(db: Db, holidays: readonly Holiday[]): Promise<number> {
  if (holidays.length === 0) return 0
  const added = await db
    .insertInto('calendar_entry')
    .values(
      holidays.map((one) => ({
        ...stored({ ...one, kind: 'holiday', stopsTeaching: true }),
        holiday_key: one.key,
      })),
    )
    .onConflict((on) => on.column('holiday_key').doNothing())
    .returning('id')
    .execute()
  return added.length
}

/** Entries with a day between the two, both included, as whoever asks may see them. */
export async function entriesBetween(db: Db, span: Span): Promise<Entry[]> {
  const { rows } = await sql<Entry>`select ${columns} from calendar_entry e
    where e.during && ${rangeOf(span)}::daterange order by lower(e.during), e.id`.execute(db)
  return rows
}

/**
 * The teaching days of each ISO week of a year (Monday to Friday less what stops teaching), with the reason for each day that
 * is missing. Weeks without any teaching have `days: 0`.
 */
export async function teachingWeeks(db: Db, year: number): Promise<TeachingWeek[]> {
  const around = { fromOn: `${year - 1}-12-28`, lastOn: `${year + 1}-01-04` }
  const entries = await entriesBetween(db, around)
  return teachingWeeksOf(
    year,
    entries.filter((one) => one.stopsTeaching),
  )
}

/** A unit that is busy in a week: how many of its working days, and with what. */
export type BusyWeek = { unitId: number; week: number; mondayOn: Day; days: number; titles: string[] }

/** The weeks of a year in which units are busy, by what they or the school have entered for them. */
export async function busyWeeksOfUnits(db: Db, year: number): Promise<BusyWeek[]> {
  const weeks = await teachingWeeks(db, year)
  const entries = await entriesBetween(db, { fromOn: `${year - 1}-12-28`, lastOn: `${year + 1}-01-04` })
  const numberOf = new Map(weeks.map((one) => [one.mondayOn, one.week]))
  const found: BusyWeek[] = []
  for (const [unitId, own] of Map.groupBy(
    entries.filter((one) => one.unitId !== null),
    (one) => one.unitId as number,
  )) {
    const mondays = new Set<Day>()
    for (const { fromOn, lastOn } of own)
      for (let on = mondayOf(fromOn); on <= lastOn; on = addDays(on, 7)) mondays.add(on)
    for (const mondayOn of [...mondays].sort()) {
      const week = numberOf.get(mondayOn)
      const working = Array.from({ length: 5 }, (_, i) => addDays(mondayOn, i))
      const days = working.filter((on) => own.some((one) => one.fromOn <= on && on <= one.lastOn)).length
      const span = { fromOn: mondayOn, lastOn: addDays(mondayOn, 4) }
      if (week !== undefined && days > 0)
        found.push({
          unitId,
          week,
          mondayOn,
          days,
          titles: own.filter((one) => overlaps(one, span)).map((one) => one.title),
        })
    }
  }
  return found
}
