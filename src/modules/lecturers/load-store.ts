import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { fieldLoad, lecturerLoad, loadInput } from './contract/load.ts'
import { standingOf } from './store.ts'

export type Load = z.infer<typeof lecturerLoad>
export type FieldLoad = z.infer<typeof fieldLoad>
type Filter = Pick<z.infer<typeof loadInput>, 'year' | 'fieldCode' | 'isGuest' | 'q' | 'sort' | 'desc'>

// Mondays to Fridays before a day, counted from Monday 1 January 1900: the difference of two is the weekdays of a period.
const before = (day: RawBuilder<unknown>) =>
  sql`(((${day}) - date '1900-01-01') / 7 * 5 + least(((${day}) - date '1900-01-01') % 7, 5))`
const weekdays = (range: RawBuilder<unknown>) =>
  sql`(${before(sql`upper(${range})`)} - ${before(sql`lower(${range})`)})`

/**
 * The hours of sessions, and of classes without a timetable what is arranged with those who are `picked`, by lecturer, field and month: the hours that a programme has in a field are spread over the weekdays for
 * which a class has booked lecturers in it.
 */
const arranged = (year: number, today: Day) => sql`
  booking as materialized (
    select b.lecturer_id, b.class_id, b.field_code, b.during, h.hours::numeric / nullif(sum(${weekdays(sql`b.during`)})
      over (partition by b.class_id, b.field_code), 0) as hours_a_day
    from class_lecturer b join training_class c on c.id = b.class_id and c.cancelled_on is null
    join programme_teaching h on h.programme_id = c.programme_id and h.field_code = b.field_code
    where c.opens_on < ${endOf(year)} and coalesce(c.closes_on, c.opens_on) >= ${firstOf(year)}
      and b.class_id in (select o.class_id from class_lecturer o join picked k on k.id = o.lecturer_id)
  ),
  -- Sessions of the timetable speak for themselves; a booking counts where a class has none for that lecturer.
  session as materialized (
    select n.lecturer_id, n.class_id, i.field_code, extract(month from n.on_day)::int as month, sum(n.hours)::numeric as planned,
      coalesce(sum(n.hours) filter (where n.on_day <= ${today}::date), 0)::numeric as taught
    from class_session n left join curriculum_item i on i.id = n.item_id
    where n.lecturer_id = any (array(select k.id from picked k)) and n.state not in ('cancelled', 'notTaught')
      and n.on_day >= ${firstOf(year)} and n.on_day < ${endOf(year)}
    group by 1, 2, 3, 4
  ),
  arranged as materialized (
    select n.lecturer_id, coalesce(n.field_code, (select min(f.field_code) from lecturer_field f where f.lecturer_id = n.lecturer_id))
        as field_code, n.class_id, n.month, n.planned, n.taught
    from session n
    union all
    select b.lecturer_id, b.field_code, b.class_id, m.month, b.hours_a_day * ${weekdays(sql`(b.during * m.days)`)} as planned,
      case when lower(b.during * m.days) > ${today}::date then 0
        else b.hours_a_day * ${weekdays(sql`(b.during * m.days * daterange(null, ${today}::date, '[]'))`)} end as taught
    from booking b join picked k on k.id = b.lecturer_id join month_of m on b.during && m.days where b.hours_a_day is not null
      and (b.lecturer_id, b.class_id) not in (select n.lecturer_id, n.class_id from session n)
  )`

// As days, not as ranges: of these the planner knows how many rows they leave, and joins many rows otherwise than one.
const firstOf = (year: number) => sql`${`${year}-01-01`}::date`
const endOf = (year: number) => sql`${`${year + 1}-01-01`}::date`
/** In service on some day of the year. */
const inYear = (year: number) =>
  sql`(l.from_on is null or l.from_on < ${endOf(year)}) and (l.until_on is null or l.until_on > ${firstOf(year)})`

const calendar = (year: number) => sql`
  whole_year as (select daterange(make_date(${year}, 1, 1), make_date(${year} + 1, 1, 1)) as days),
  month_of as (select m as month, daterange(make_date(${year}, m, 1), (make_date(${year}, m, 1) + interval '1 month')::date) as days
    from generate_series(1, 12) m)`

/** The days of the year on which each of `picked` could teach, and from them the hours of each month at most. */
const able = sql`
  free as (
    select l.id as lecturer_id, (datemultirange(daterange(l.from_on, l.until_on) * y.days)
        * case when l.is_guest and coalesce(c.needs_approval, true) then coalesce(ap.days, '{}'::datemultirange) else datemultirange(y.days) end)
        - coalesce(aw.days, '{}'::datemultirange) as days
    from picked k join lecturer l on l.id = k.id cross join whole_year y left join lecturer_category c on c.code = l.category_code
    left join lateral (select range_agg(p.during) as days from lecturer_approved() p where p.lecturer_id = l.id) ap on true
    left join lateral (select range_agg(a.during) as days from lecturer_absence a where a.lecturer_id = l.id) aw on true
  ),
  piece as materialized (select f.lecturer_id, r.days from free f cross join lateral unnest(f.days) r (days)),
  able as (
    select l.id as lecturer_id, p.month,
      least(coalesce(l.monthly_hours, 100000), round(l.weekly_hours * p.weekdays / 5.0))::int as capacity
    from (select x.lecturer_id, m.month, sum(${weekdays(sql`(x.days * m.days)`)}) as weekdays
      from piece x join month_of m on m.days && x.days group by 1, 2) p join lecturer l on l.id = p.lecturer_id
  )`

const orders = { name: sql`l.sort_key`, code: sql`l.code collate "C"` }

function loads(filter: Filter, today: Day, more: { lecturerId?: number; paging?: RawBuilder<unknown> }) {
  const { year } = filter
  const when = [sql`true`]
  if (filter.q) when.push(sql`l.search_key like ${`%${searchKey(filter.q)}%`}`)
  if (filter.isGuest !== undefined) when.push(sql`l.is_guest = ${filter.isGuest}`)
  if (filter.fieldCode)
    when.push(
      sql`exists (select from lecturer_field f where f.lecturer_id = l.id and f.field_code = ${filter.fieldCode})`,
    )
  if (more.lecturerId !== undefined) when.push(sql`l.id = ${more.lecturerId}`)
  return sql<Load & { total: number }>`
    with ${calendar(year)},
    picked as materialized (
      select l.id, count(*) over ()::int as total from lecturer l where ${inYear(year)} and ${sql.join(when, sql` and `)}
      order by ${orders[filter.sort]} ${filter.desc ? sql`desc` : sql`asc`}, l.id ${more.paging ?? sql``}
    ), ${arranged(year, today)}, ${able},
    of_month as (select a.lecturer_id, a.month, sum(a.planned) as planned, sum(a.taught) as taught from arranged a group by 1, 2),
    of_year as (
      select k.id as lecturer_id, json_agg(json_build_object('month', m.month, 'planned', round(coalesce(o.planned, 0))::int,
          'capacity', coalesce(b.capacity, 0)) order by m.month) as months, round(coalesce(sum(o.planned), 0))::int as planned,
        round(coalesce(sum(o.taught), 0))::int as taught, coalesce(sum(b.capacity), 0)::int as capacity
      from picked k cross join month_of m left join of_month o on o.lecturer_id = k.id and o.month = m.month
      left join able b on b.lecturer_id = k.id and b.month = m.month group by 1
    ),
    of_class as (select a.lecturer_id, count(distinct a.class_id)::int as classes from arranged a group by 1)
    select l.id as "lecturerId", l.name, l.code, l.is_guest as "isGuest",
      array(select f.field_code from lecturer_field f join teaching_field t on t.code = f.field_code
        where f.lecturer_id = l.id order by t.sort_order, t.code) as fields,
      l.weekly_hours as "weeklyHours", l.monthly_hours as "monthlyHours", s.approval, s.approved_until - 1 as "approvedLastOn",
      y.months, y.planned, y.taught, y.capacity, coalesce(n.classes, 0) as classes, k.total
    from picked k join of_year y on y.lecturer_id = k.id join lecturer l on l.id = k.id
    ${standingOf(sql`k.id`, today)} left join of_class n on n.lecturer_id = k.id
    order by ${orders[filter.sort]} ${filter.desc ? sql`desc` : sql`asc`}, l.id`
}

/** Lecturers of the year with what they teach by month, as filtered; a page of them, or all. */
export async function loadOf(
  db: Db,
  filter: Filter,
  today: Day,
  page?: { page: number; size: number },
): Promise<{ rows: Load[]; total: number }> {
  const { rows } = await loads(filter, today, {
    ...(page && { paging: sql`limit ${page.size} offset ${(page.page - 1) * page.size}` }),
  }).execute(db)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** One lecturer's year; undefined: not in service in that year, or unknown. */
export async function loadOfOne(
  db: Db,
  lecturerId: number,
  year: number,
  today: Day,
): Promise<Load | undefined> {
  const { rows } = await loads({ year, q: '', sort: 'name', desc: false }, today, { lecturerId }).execute(db)
  const [found] = rows
  if (!found) return undefined
  const { total: _total, ...row } = found
  return row
}

/** Each field of the year: what the plan in force asks for (null without one), what is arranged, what lecturers could teach. */
export async function fieldsOf(db: Db, year: number, today: Day): Promise<FieldLoad[]> {
  const { rows } = await sql<FieldLoad>`
    with ${calendar(year)},
    picked as (select l.id from lecturer l where ${inYear(year)}),
    ${arranged(year, today)}, ${able},
    in_force as (
      select v.id from plan p join plan_version v on v.plan_id = p.id and v.state = 'approved'
      where p.year = ${year} order by v.number desc limit 1
    ),
    asked as (
      select h.field_code, sum(h.hours * n.opened) as needed from plan_line n join in_force v on v.id = n.version_id
      join programme_teaching h on h.programme_id = n.programme_id group by 1
    ),
    given as (select a.field_code, sum(a.planned) as planned, sum(a.taught) as taught from arranged a group by 1),
    could as (
      select f.field_code, count(distinct f.lecturer_id) as lecturers, sum(k.capacity) as capacity
      from lecturer_field f join able k on k.lecturer_id = f.lecturer_id group by 1
    )
    select t.code as "fieldCode", t.name, coalesce(c.lecturers, 0)::int as lecturers,
      case when exists (select from in_force) then coalesce(a.needed, 0)::int end as needed,
      round(coalesce(g.planned, 0))::int as planned, round(coalesce(g.taught, 0))::int as taught, coalesce(c.capacity, 0)::int as capacity
    from teaching_field t left join asked a on a.field_code = t.code left join given g on g.field_code = t.code
    left join could c on c.field_code = t.code order by t.sort_order, t.code`.execute(db)
  return rows
}
