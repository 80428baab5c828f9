import { sql } from 'kysely'
import { addDays, type Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import { entriesBetween, teachingDaysIn } from '../calendar/index.ts'
import { classesOfYear } from '../classes/index.ts'
import { demandsOf } from '../needs/index.ts'
import type { adjustedLinesInForce } from '../plans/index.ts'
import type { Facts, KnownClass, PastYear, PlannedLine } from './rules.ts'

/** How many earlier years speak. */
const pastYears = 3
/** Lesson hours that a room can hold in a week: two half-days of four, five days. House default, see docs/vi/ke-hoach.md. */
const roomHours = 40

type ClassRow = KnownClass & {
  closesOn: Day | null
  lessonHours: number | null
  runsOver: boolean
  hasRoom: boolean
}

/**
 * Everything that the forecast of a year on a day needs beside the lines in force. `planNumber` null: no plan of the year is approved.
 * A day before the year counts the whole year as to come, one after it nothing.
 */
export async function factsOf(
  db: Db,
  year: number,
  today: Day,
  { number, lines }: Awaited<ReturnType<typeof adjustedLinesInForce>>,
): Promise<Facts & { planNumber: number | null }> {
  const [first, last] = [`${year}-01-01` as Day, `${year}-12-31` as Day]
  const on = today < first ? addDays(first, -1) : today > last ? last : today
  const span = { fromOn: addDays(on, 1), lastOn: last }
  const stops = (await entriesBetween(db, span)).filter((entry) => entry.stopsTeaching)
  const weeksLeft = on === last ? 0 : Math.floor(teachingDaysIn(span, stops) / 5)
  const classes = await classesIn(db, year, on)
  const lengths = await lengthsOf(db, year)
  const demands = await demandsOf(db, { year })
  const weeksBetween = (from: Day, to: Day) =>
    Math.max(1, Math.ceil(teachingDaysIn({ fromOn: from, lastOn: to }, []) / 5))
  const planned = lines
    .filter((line) => line.classes > 0)
    .map((line): PlannedLine => {
      const length = lengths.find((one) => one.programmeId === line.programmeId && one.mode === line.modeCode)
      const weeks = Math.max(1, length?.weeks ?? 1)
      const hours = length?.lessonHours ?? null
      const runsOver = length?.runsOver ?? false
      return {
        lineKey: line.lineKey,
        groupCode: line.groupCode,
        groupName: line.groupName,
        title: line.title,
        modeCode: line.modeCode,
        modeName: line.modeName,
        programmeId: line.programmeId,
        carriedOver: line.carriedOver,
        opened: line.opened,
        learners: line.learners,
        months: line.months,
        // A course of training runs over New Year by nature: this year it needs its first week.
        weeks: runsOver ? 1 : weeks,
        hours: hours === null ? null : runsOver ? Math.ceil(hours / weeks) : hours,
        wanted:
          demands.length === 0 || line.programmeId === null
            ? null
            : demands
                .filter((one) => one.programmeId === line.programmeId)
                .reduce((sum, one) => sum + one.heads, 0),
      }
    })
  const coming = classes.filter((one) => one.opensOn > on || (one.closesOn !== null && one.closesOn > on))
  const restOf = (one: ClassRow): number => {
    const from = one.opensOn > on ? one.opensOn : span.fromOn
    const to = one.closesOn !== null && one.closesOn < last ? one.closesOn : last
    return to < from ? 0 : weeksBetween(from, to)
  }
  const rooms = await roomsOf(db, span)
  const most = rooms.count > 0 ? rooms.count : await mostAtOnce(db, year)
  const short = coming.filter((one) => !one.runsOver && !one.hasRoom)
  return {
    year,
    on,
    planNumber: number,
    weeksLeft,
    lines: planned,
    classes,
    history: await historyOf(db, year, on),
    atOnce: most === 0 ? null : { count: most, source: rooms.count > 0 ? 'rooms' : 'past' },
    weeksTaken: (rooms.count > 0 ? rooms.weeksTaken : 0) + short.reduce((sum, one) => sum + restOf(one), 0),
    hoursLeft: await hoursLeft(
      db,
      span,
      weeksLeft,
      coming.reduce((sum, one) => sum + hoursInRest(one, restOf(one)), 0),
    ),
  }
}

/** The lesson hours of a class that fall into the rest of the year, spread evenly over its weeks. */
function hoursInRest(one: ClassRow, rest: number): number {
  if (one.lessonHours === null || one.closesOn === null) return 0
  const all = Math.max(1, Math.ceil(teachingDaysIn({ fromOn: one.opensOn, lastOn: one.closesOn }, []) / 5))
  return (one.lessonHours * Math.min(rest, all)) / all
}

/** The classes within the plan that count in the year. */
async function classesIn(db: Db, year: number, on: Day): Promise<ClassRow[]> {
  const { rows } = await sql<ClassRow>`
    select c.plan_line_key as "lineKey", c.programme_id as "programmeId", p.group_code as "groupCode", c.mode_code as "modeCode",
      y.counts_as as "countsAs", c.opens_on as "opensOn", least(c.closes_on, c.cancelled_on) as "closesOn",
      p.lesson_hours as "lessonHours", p.kind = 'training' as "runsOver",
      exists (select from class_room r where r.class_id = c.id) as "hasRoom"
    ${classesOfYear({ year, q: '', basis: 'plan' }, on)} order by c.opens_on, c.id`.execute(db)
  return rows
}

/** How long the classes of each programme and mode have lasted, in weeks; else what their lesson hours take. */
async function lengthsOf(
  db: Db,
  year: number,
): Promise<
  { programmeId: number; mode: string; weeks: number | null; lessonHours: number | null; runsOver: boolean }[]
> {
  const { rows } = await sql<{
    programmeId: number
    mode: string
    weeks: number | null
    lessonHours: number | null
    runsOver: boolean
  }>`
    select p.id as "programmeId", m.code as mode, p.lesson_hours as "lessonHours", p.kind = 'training' as "runsOver",
      coalesce(ceil((percentile_disc(0.5) within group (order by c.closes_on - c.opens_on + 1)) / 7.0),
        ceil(p.lesson_hours / ${roomHours}::numeric))::int as weeks
    from programme p cross join study_mode m
    left join training_class c on c.programme_id = p.id and c.mode_code = m.code and c.closes_on is not null
      and c.opens_on between make_date(${year}::integer - ${pastYears}::integer, 1, 1) and make_date(${year}::integer, 12, 31)
    group by p.id, m.code`.execute(db)
  return rows
}

/** Earlier years with an approved plan: new classes as assigned, opened by the same day of that year, opened at all. */
async function historyOf(db: Db, year: number, on: Day): Promise<PastYear[]> {
  const monthDay = on.slice(4) === '-02-29' ? '-02-28' : on.slice(4)
  const beforeYear = on < `${year}-01-01`
  const { rows } = await sql<PastYear>`
    with years as (
      select p.year, (select v.id from plan_version v where v.plan_id = p.id and v.state = 'approved' order by v.number limit 1) as version_id
      from plan p where p.year between ${year}::integer - ${pastYears}::integer and ${year}::integer - 1
    ),
    opened as (
      select coalesce(o.year, extract(year from c.opens_on)::integer) as year, c.opens_on
      from training_class c
      left join class_year_correction o on o.class_id = c.id and o.counts_as = 'opened'
      where c.basis = 'plan' and (c.cancelled_on is null or c.cancelled_on > c.opens_on)
    )
    select y.year, (select coalesce(sum(l.opened), 0)::int from plan_line l where l.version_id = y.version_id) as planned,
      (select count(*)::int from opened c where c.year = y.year and ${!beforeYear}
        and c.opens_on <= (y.year || ${monthDay})::date) as "openedByNow",
      (select count(*)::int from opened c where c.year = y.year) as opened
    from years y where y.version_id is not null and exists (select from opened c where c.year = y.year)
    order by y.year`.execute(db)
  return rows
}

/** The school's own rooms in the rest of the year, and how many weeks of them are booked. */
async function roomsOf(
  db: Db,
  span: { fromOn: Day; lastOn: Day },
): Promise<{ count: number; weeksTaken: number }> {
  const { rows } = await sql<{ count: number; weeksTaken: number }>`
    select (select count(*)::int from room r where r.is_own
        and daterange(r.from_on, r.until_on) && daterange(${span.fromOn}::date, ${span.lastOn}::date, '[]')) as count,
      (select coalesce(ceil(sum(upper(b.during * s.rest) - lower(b.during * s.rest)) / 7.0), 0)::int
        from class_room b join room r on r.id = b.room_id and r.is_own where b.during && s.rest) as "weeksTaken"
    from (select daterange(${span.fromOn}::date, greatest(${span.fromOn}, ${span.lastOn})::date, '[]') as rest) s`.execute(
    db,
  )
  return rows[0] ?? { count: 0, weeksTaken: 0 }
}

/** Where no room is entered: the most classes that ended within a year were held at once in earlier years. */
async function mostAtOnce(db: Db, year: number): Promise<number> {
  const { rows } = await sql<{ most: number }>`
    select coalesce(max(held), 0)::int as most from (
      select w.week, count(*) as held
      from (select make_date(${year}::integer - ${pastYears}::integer, 1, 1) as first, make_date(${year}::integer, 12, 31) as last) y
      join training_class c on c.basis = 'plan' and c.closes_on >= y.first and c.opens_on <= y.last and c.cancelled_on is null
      join programme p on p.id = c.programme_id and p.kind <> 'training'
      cross join lateral generate_series((greatest(c.opens_on, y.first) - y.first) / 7, (least(c.closes_on, y.last) - y.first) / 7) w (week)
      group by w.week
    ) weeks`.execute(db)
  return rows[0]?.most ?? 0
}

/**
 * What the school's own lecturers can still teach this year, by their limits of week and month, less absences and what is known
 * to be taught; null: no lecturer is entered. Guests are not counted: whether they come is not the school's to say.
 */
async function hoursLeft(
  db: Db,
  span: { fromOn: Day; lastOn: Day },
  weeksLeft: number,
  taken: number,
): Promise<number | null> {
  const { rows } = await sql<{ weekly: number | null; away: number }>`
    with rest as (select daterange(${span.fromOn}::date, greatest(${span.fromOn}, ${span.lastOn})::date, '[]') as during),
    own as (
      select l.id, least(l.weekly_hours, coalesce(l.monthly_hours * 12 / 52.0, l.weekly_hours)) as weekly_hours from lecturer l, rest
      where not l.is_guest and daterange(l.from_on, l.until_on) && rest.during
    )
    select (select sum(weekly_hours)::int from own) as weekly,
      (select coalesce(sum(o.weekly_hours * (upper(a.during * rest.during) - lower(a.during * rest.during)) / 7.0), 0)::int
        from own o join lecturer_absence a on a.lecturer_id = o.id, rest where a.during && rest.during) as away`.execute(
    db,
  )
  const row = rows[0]
  if (!row || row.weekly === null) return null
  return Math.max(0, Math.round(row.weekly * weeksLeft - row.away - taken))
}
