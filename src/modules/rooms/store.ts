import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import { addDays, type Day } from '../../pure/day.ts'
import { searchKey, sortKey } from '../../pure/vietnamese.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { room, roomInput, roomsInput } from './contract.ts'

export type Room = Omit<z.infer<typeof room>, 'can'>
type ListInput = z.infer<typeof roomsInput>
type RoomInput = z.infer<typeof roomInput>

const columns = sql`r.id, r.code, r.name, r.seats, r.site, r.is_own as "isOwn", r.from_on as "fromOn",
  r.until_on as "untilOn", r.note, r.version`

function chosen(input: ListInput, today: Day): RawBuilder<unknown> {
  const when = [sql`true`]
  if (input.q) when.push(sql`r.search_key like ${`%${searchKey(input.q)}%`}`)
  if (input.isOwn !== undefined) when.push(sql`r.is_own = ${input.isOwn}`)
  if (input.seats !== undefined) when.push(sql`r.seats >= ${input.seats}`)
  if (input.period === 'inUse') when.push(sql`daterange(r.from_on, r.until_on) @> ${today}::date`)
  return sql`from room r where ${sql.join(when, sql` and `)}`
}

const orders = {
  code: sql`r.code collate "C"`,
  name: sql`r.sort_key`,
  seats: sql`r.seats`,
  site: sql`r.site collate "C"`,
}

const ordered = (input: ListInput) =>
  sql`order by ${orders[input.sort]} ${input.desc ? sql`desc` : sql`asc`}, r.code collate "C", r.id`

/** A page of the rooms. */
export async function listed(db: Db, input: ListInput, today: Day): Promise<{ rows: Room[]; total: number }> {
  const where = chosen(input, today)
  const { rows } = await sql<Room & { total: number }>`select ${columns}, count(*) over () as total
    ${where} ${ordered(input)} limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const total = rows[0]?.total
  if (total !== undefined || input.page === 1)
    return { rows: rows.map(({ total: _total, ...row }) => row), total: total ?? 0 }
  const past = await sql<{ total: number }>`select count(*) as total ${where}`.execute(db)
  return { rows: [], total: past.rows[0]?.total ?? 0 }
}

/** All of the list, for the workbook. */
export async function allListed(db: Db, input: ListInput, today: Day): Promise<Room[]> {
  const { rows } = await sql<Room>`select ${columns} ${chosen(input, today)} ${ordered(input)}`.execute(db)
  return rows
}

export async function roomById(db: Db, roomId: number): Promise<Room | undefined> {
  const { rows } = await sql<Room>`select ${columns} from room r where r.id = ${roomId}`.execute(db)
  return rows[0]
}

/** The rooms that have one of these codes. */
export async function roomsWithCode(db: Db, codes: readonly string[]): Promise<Room[]> {
  const { rows } = await sql<Room>`
    select ${columns} from room r where r.code = any (${[...codes]}::text[])`.execute(db)
  return rows
}

const stored = (input: RoomInput) => ({
  code: input.code,
  name: input.name,
  search_key: searchKey([input.code, input.name, input.site].join(' ')),
  sort_key: sortKey(input.name),
  seats: input.seats,
  site: input.site,
  is_own: input.isOwn,
  from_on: input.fromOn ?? null,
  until_on: input.untilOn ?? null,
  note: input.note,
})

/** Adds rooms in one statement; their ids in the same order. */
export async function addRooms(db: Db, inputs: readonly RoomInput[]): Promise<number[]> {
  if (inputs.length === 0) return []
  const rows = await db.insertInto('room').values(inputs.map(stored)).returning('id').execute()
  return rows.map((row) => row.id)
}

/** Changes a room that is still at the version that was seen; false when somebody was faster. */
export async function changeRoom(
  db: Db,
  roomId: number,
  input: RoomInput,
  version: number,
): Promise<boolean> {
  const row = await db
    .updateTable('room')
    .set((eb) => ({ ...stored(input), version: eb('version', '+', 1) }))
    .where('id', '=', roomId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The classes in a room on the working days of these weeks. */
export async function classesInWeeks(
  db: Db,
  roomId: number,
  mondays: readonly Day[],
): Promise<{ mondayOn: Day; days: number; classId: number; code: string; name: string }[]> {
  const [first, last] = [mondays[0], mondays.at(-1)]
  if (!first || !last) return []
  const { rows } = await sql<{ mondayOn: Day; days: number; classId: number; code: string; name: string }>`
    with week as (select m::date as monday from unnest(${[...mondays]}::date[]) m)
    select w.monday as "mondayOn", c.id as "classId", c.code, c.name,
      sum(least(upper(b.during), w.monday + 5) - greatest(lower(b.during), w.monday))::integer as days
    from class_room b join training_class c on c.id = b.class_id
    join week w on b.during && daterange(w.monday, w.monday + 5)
    where b.room_id = ${roomId} and b.during && daterange(${first}::date, ${addDays(last, 7)}::date)
    group by w.monday, c.id, c.code, c.name order by w.monday, c.code`.execute(db)
  return rows
}
