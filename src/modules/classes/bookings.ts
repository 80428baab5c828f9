import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import { entriesBetween, rangeOf, type Span } from '../calendar/index.ts'
import type { classBookings } from './contract.ts'
import type { OpeningFacts } from './rules/opening.ts'

export type RoomWish = Span & { roomId: number }
export type LecturerWish = Span & { lecturerId: number; fieldCode: string }

/** Another class on wished days, or an absence (`classId` null). */
export type Clash = Span & {
  what: string
  wishFrom: Day
  wishLast: Day
  classId: number | null
  code: string | null
  name: string | null
  reason: string | null
}

const span = (range: RawBuilder<unknown>) => sql`lower(${range}) as "fromOn", upper(${range}) - 1 as "lastOn"`

type Bookings = z.infer<typeof classBookings>

export async function roomsOf(db: Db, classId: number): Promise<Bookings['rooms']> {
  const { rows } = await sql<Bookings['rooms'][number]>`
    select b.id, b.room_id as "roomId", r.name as room, r.seats, ${span(sql`b.during`)}
    from class_room b join room r on r.id = b.room_id where b.class_id = ${classId} order by lower(b.during), b.id`.execute(
    db,
  )
  return rows
}

export async function lecturersOf(db: Db, classId: number): Promise<Bookings['lecturers']> {
  const { rows } = await sql<Bookings['lecturers'][number]>`
    select b.id, b.lecturer_id as "lecturerId", l.name as lecturer, b.field_code as "fieldCode", t.name as field,
      ${span(sql`b.during`)}
    from class_lecturer b join lecturer l on l.id = b.lecturer_id join teaching_field t on t.code = b.field_code
    where b.class_id = ${classId} order by lower(b.during), t.sort_order, l.sort_key`.execute(db)
  return rows
}

/** Locks rooms and lecturers, always in the same order, so that of two bookings at once the second sees the first. */
export async function lockResources(
  db: Db,
  roomIds: readonly number[],
  lecturerIds: readonly number[],
): Promise<{ rooms: number[]; lecturers: number[] }> {
  const rooms = await sql<{ id: number }>`
    select id from room where id = any (${[...roomIds]}::bigint[]) order by id for update`.execute(db)
  const lecturers = await sql<{ id: number }>`
    select id from lecturer where id = any (${[...lecturerIds]}::bigint[]) order by id for update`.execute(db)
  return { rooms: rooms.rows.map((one) => one.id), lecturers: lecturers.rows.map((one) => one.id) }
}

const wishes = (ids: readonly number[], spans: readonly Span[]) =>
  sql`unnest(${[...ids]}::bigint[], ${spans.map(rangeOf)}::daterange[]) as w (id, during)`

/** The first class that has a wished room on wished days. */
export async function roomClash(
  db: Db,
  wished: readonly RoomWish[],
  exceptClassId: number | null,
): Promise<Clash | undefined> {
  const { rows } = await sql<Clash>`
    select r.name as what, lower(w.during) as "wishFrom", upper(w.during) - 1 as "wishLast",
      c.id as "classId", c.code, c.name, null as reason, ${span(sql`b.during`)}
    from ${wishes(
      wished.map((one) => one.roomId),
      wished,
    )} join class_room b on b.room_id = w.id and b.during && w.during
    join room r on r.id = b.room_id join training_class c on c.id = b.class_id
    where b.class_id is distinct from ${exceptClassId} order by lower(b.during), c.code limit 1`.execute(db)
  return rows[0]
}

/** The first class that a wished lecturer teaches on wished days, or the absence that lies there. */
export async function lecturerClash(
  db: Db,
  wished: readonly LecturerWish[],
  exceptClassId: number | null,
): Promise<Clash | undefined> {
  const { rows } = await sql<Clash>`
    with wish as (select * from ${wishes(
      wished.map((one) => one.lecturerId),
      wished,
    )})
    select l.name as what, lower(w.during) as "wishFrom", upper(w.during) - 1 as "wishLast",
      c.id as "classId", c.code, c.name, null as reason, ${span(sql`b.during`)}
    from wish w join class_lecturer b on b.lecturer_id = w.id and b.during && w.during
    join lecturer l on l.id = b.lecturer_id join training_class c on c.id = b.class_id
    where b.class_id is distinct from ${exceptClassId}
    union all
    select l.name, lower(w.during), upper(w.during) - 1, null, null, null, a.reason, ${span(sql`a.during`)}
    from wish w join lecturer_absence a on a.lecturer_id = w.id and a.during && w.during
    join lecturer l on l.id = a.lecturer_id order by 8, 5 limit 1`.execute(db)
  return rows[0]
}

/** The days on which a room, or a lecturer, is taken from a day on. */
export async function takenFrom(
  db: Db,
  of: { roomId: number } | { lecturerId: number },
  from: Day,
): Promise<Span[]> {
  const ranges =
    'roomId' in of
      ? sql`select during from class_room where room_id = ${of.roomId}`
      : sql`select during from class_lecturer where lecturer_id = ${of.lecturerId}
          union all select during from lecturer_absence where lecturer_id = ${of.lecturerId}`
  const { rows } = await sql<Span>`select ${span(sql`t.during`)} from (${ranges}) t
    where t.during && daterange(${from}::date, null) order by 1`.execute(db)
  return rows
}

export async function addRooms(db: Db, classId: number, wished: readonly RoomWish[]): Promise<void> {
  if (wished.length === 0) return
  await db
    .insertInto('class_room')
    .values(wished.map((one) => ({ class_id: classId, room_id: one.roomId, during: rangeOf(one) })))
    .execute()
}

export async function addLecturers(db: Db, classId: number, wished: readonly LecturerWish[]): Promise<void> {
  if (wished.length === 0) return
  await db
    .insertInto('class_lecturer')
    .values(
      wished.map((one) => ({
        class_id: classId,
        lecturer_id: one.lecturerId,
        field_code: one.fieldCode,
        during: rangeOf(one),
      })),
    )
    .execute()
}

/** Frees everything that a class has. */
export async function freeAll(db: Db, classId: number): Promise<void> {
  await db.deleteFrom('class_room').where('class_id', '=', classId).execute()
  await db.deleteFrom('class_lecturer').where('class_id', '=', classId).execute()
}

export async function freeRoom(db: Db, classId: number, bookingId: number): Promise<boolean> {
  const row = await db
    .deleteFrom('class_room')
    .where('id', '=', bookingId)
    .where('class_id', '=', classId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function freeLecturer(db: Db, classId: number, bookingId: number): Promise<boolean> {
  const row = await db
    .deleteFrom('class_lecturer')
    .where('id', '=', bookingId)
    .where('class_id', '=', classId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Frees what a class has from a day on; what lay before it stays. */
export async function freeFrom(db: Db, classId: number, on: Day): Promise<void> {
  for (const table of ['class_room', 'class_lecturer'] as const) {
    await db
      .deleteFrom(table)
      .where('class_id', '=', classId)
      .where(sql<boolean>`lower(during) >= ${on}::date`)
      .execute()
    await db
      .updateTable(table)
      .set({ during: sql<string>`daterange(lower(during), ${on}::date)` })
      .where('class_id', '=', classId)
      .where(sql<boolean>`upper(during) > ${on}::date`)
      .execute()
  }
}

/** What the proposals of opening dates stand on, in one look: nothing of the class that is being moved is in its own way. */
export async function openingFacts(
  db: Db,
  input: {
    programmeId: number
    earliest: Day
    lastOn: Day
    /** Where the class is held: other classes there are told. */
    hostUnitId: number | null
    exceptClassId: number | null
  },
): Promise<Pick<OpeningFacts, 'entries' | 'rooms' | 'fields' | 'lecturers' | 'classes'>> {
  const { earliest, lastOn, hostUnitId, exceptClassId } = input
  const horizon = rangeOf({ fromOn: earliest, lastOn })
  // Before it comes and after it goes, a room (a lecturer) is as good as taken.
  const outside = (from: RawBuilder<unknown>, until: RawBuilder<unknown>) => sql`
    select json_build_object('fromOn', '1900-01-01', 'lastOn', ${from} - 1) as taken where ${from} is not null
    union all select json_build_object('fromOn', ${until}, 'lastOn', '2999-12-31') where ${until} is not null`
  const json = (range: RawBuilder<unknown>) =>
    sql`json_build_object('fromOn', lower(${range}), 'lastOn', upper(${range}) - 1)`
  const [entries, rooms, fields, lecturers, classes] = [
    await entriesBetween(db, { fromOn: earliest, lastOn }),
    await sql<OpeningFacts['rooms'][number]>`
      select r.id, r.name, r.seats, r.is_own as "isOwn", coalesce((select json_agg(t.taken) from (
        select ${json(sql`b.during`)} as taken from class_room b
          where b.room_id = r.id and b.class_id is distinct from ${exceptClassId} and b.during && ${horizon}::daterange
        union all ${outside(sql`r.from_on`, sql`r.until_on`)}) t), '[]') as taken
      from room r where daterange(r.from_on, r.until_on) && ${horizon}::daterange order by r.code`.execute(
      db,
    ),
    await sql<OpeningFacts['fields'][number]>`
      select t.code, t.name, h.hours from programme_teaching h join teaching_field t on t.code = h.field_code
      where h.programme_id = ${input.programmeId} order by t.sort_order, t.code`.execute(db),
    await sql<OpeningFacts['lecturers'][number]>`
      select l.id, l.name, l.is_guest as "isGuest", l.weekly_hours as "weeklyHours",
        array(select f.field_code from lecturer_field f where f.lecturer_id = l.id) as fields,
        coalesce((select json_agg(t.taken) from (
          select ${json(sql`b.during`)} as taken from class_lecturer b
            where b.lecturer_id = l.id and b.class_id is distinct from ${exceptClassId} and b.during && ${horizon}::daterange
          union all select ${json(sql`a.during`)} from lecturer_absence a
            where a.lecturer_id = l.id and a.during && ${horizon}::daterange
          union all ${outside(sql`l.from_on`, sql`l.until_on`)}) t), '[]') as taken
      from lecturer l where daterange(l.from_on, l.until_on) && ${horizon}::daterange order by l.sort_key`.execute(
      db,
    ),
    await sql<OpeningFacts['classes'][number]>`
      select c.code, c.name, c.opens_on as "fromOn", coalesce(c.closes_on, c.opens_on) as "lastOn"
      from training_class c
      where c.cancelled_on is null and c.id is distinct from ${exceptClassId}
        and c.host_unit_id = ${hostUnitId}::bigint
        and daterange(c.opens_on, coalesce(c.closes_on, c.opens_on), '[]') && ${horizon}::daterange
      order by c.opens_on`.execute(db),
  ]
  return {
    entries,
    rooms: rooms.rows,
    fields: fields.rows,
    lecturers: lecturers.rows,
    classes: classes.rows,
  }
}
