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
const weekdaysFrom = (from: RawBuilder<unknown>, until: RawBuilder<unknown>) =>
  sql`(${before(until)} - ${before(from)})`
const weekdays = (range: RawBuilder<unknown>) => weekdaysFrom(sql`lower(${range})`, sql`upper(${range})`)

// As days, not as ranges: of these the planner knows how many rows they leave, and joins many rows otherwise than one.
const firstOf = (year: number) => sql`${`${year}-01-01`}::date`
const endOf = (year: number) => sql`${`${year + 1}-01-01`}::date`
const thisMonth = (today: Day) => sql`${`${today.slice(0, 7)}-01`}::date`
/** In service on some day of the year. */
const inYear = (year: number) =>
  sql`(l.from_on is null or l.from_on < ${endOf(year)}) and (l.until_on is null or l.until_on > ${firstOf(year)})`

const calendar = (year: number) => sql`
  whole_year as (select daterange(make_date(${year}, 1, 1), make_date(${year} + 1, 1, 1)) as days),
  month_of as (select m as month, make_date(${year}, m, 1) as first_on, (make_date(${year}, m, 1) + interval '1 month')::date as next_on
    from generate_series(1, 12) m)`

const isHeld = sql`n.state not in ('cancelled', 'notTaught')`

/**
 * What those who are `picked` teach. `timetabled`: by month and field, planned from the sums that are kept beside the sessions
 * (`teaching_load`), taught from those of the months before and the sessions of this month. `booked`: what is arranged for classes in
 * which a lecturer has no session of the year; where there are sessions, they speak for themselves.
 */
const arranged = (year: number, today: Day) => sql`
  timetabled as (
    select t.lecturer_id, extract(month from t.month_on)::int as month, t.field_code, t.hours as planned,
      case when t.month_on < ${thisMonth(today)} then t.hours else 0 end as taught
    from teaching_load t join picked k on k.id = t.lecturer_id where t.month_on >= ${firstOf(year)} and t.month_on < ${endOf(year)}
    union all
    select n.lecturer_id, extract(month from n.on_day)::int, i.field_code, 0, n.hours
    from class_session n join picked k on k.id = n.lecturer_id left join curriculum_item i on i.id = n.item_id
    where n.on_day >= greatest(${thisMonth(today)}, ${firstOf(year)}) and n.on_day <= ${today}::date
      and n.on_day < ${endOf(year)} and ${isHeld}
  ),
  -- The hours that a programme has in a field are spread over the weekdays for which a class has booked lecturers in it.
  booking as materialized (
    select b.lecturer_id, b.class_id, b.field_code, b.during, h.hours::float8 / nullif(sum(${weekdays(sql`b.during`)})
      over (partition by b.class_id, b.field_code), 0) as hours_a_day
    from class_lecturer b join training_class c on c.id = b.class_id and c.cancelled_on is null
    join programme_teaching h on h.programme_id = c.programme_id and h.field_code = b.field_code
    where c.opens_on < ${endOf(year)} and coalesce(c.closes_on, c.opens_on) >= ${firstOf(year)}
      and b.class_id in (select o.class_id from class_lecturer o join picked k on k.id = o.lecturer_id)
  ),
  booked as materialized (
    select b.lecturer_id, b.class_id, b.field_code, b.hours_a_day, greatest(lower(b.during), ${firstOf(year)}) as from_on,
      least(upper(b.during), ${endOf(year)}) as until_on, ${today}::date + 1 as tomorrow
    from booking b join picked k on k.id = b.lecturer_id
    where b.hours_a_day is not null and lower(b.during) < ${endOf(year)} and upper(b.during) > ${firstOf(year)}
      and not exists (select from class_session n where n.lecturer_id = b.lecturer_id and n.class_id = b.class_id
        and n.on_day >= ${firstOf(year)} and n.on_day < ${endOf(year)} and ${isHeld})
  )`

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
  piece as materialized (select f.lecturer_id, lower(r.days) as from_on, upper(r.days) as until_on
    from free f cross join lateral unnest(f.days) r (days)),
  able as (
    select l.id as lecturer_id, p.month,
      least(coalesce(l.monthly_hours, 100000), round(l.weekly_hours * p.weekdays / 5.0))::int as capacity
    from (select x.lecturer_id, m.month,
        sum(${weekdaysFrom(sql`greatest(x.from_on, m.first_on)`, sql`least(x.until_on, m.next_on)`)}) as weekdays
      from piece x join month_of m on m.first_on < x.until_on and m.next_on > x.from_on group by 1, 2) p join lecturer l on l.id = p.lecturer_id
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
    arranged as (
      select t.lecturer_id, t.month, t.planned::float8 as planned, t.taught::float8 as taught from timetabled t
      union all
      select b.lecturer_id, m.month,
        b.hours_a_day * ${weekdaysFrom(sql`greatest(b.from_on, m.first_on)`, sql`least(b.until_on, m.next_on)`)},
        b.hours_a_day * greatest(0, ${weekdaysFrom(sql`greatest(b.from_on, m.first_on)`, sql`least(b.until_on, m.next_on, b.tomorrow)`)})
      from booked b join month_of m on m.first_on < b.until_on and m.next_on > b.from_on
    ),
    of_month as (select a.lecturer_id, a.month, sum(a.planned) as planned, sum(a.taught) as taught from arranged a group by 1, 2),
    of_year as (
      select k.id as lecturer_id, json_agg(json_build_object('month', m.month, 'planned', round(coalesce(o.planned, 0))::int,
          'capacity', coalesce(b.capacity, 0)) order by m.month) as months, round(coalesce(sum(o.planned), 0))::int as planned,
        round(coalesce(sum(o.taught), 0))::int as taught, coalesce(sum(b.capacity), 0)::int as capacity
      from picked k cross join month_of m left join of_month o on o.lecturer_id = k.id and o.month = m.month
      left join able b on b.lecturer_id = k.id and b.month = m.month group by 1
    ),
    of_class as (select a.lecturer_id, count(*)::int as classes from (
        select distinct n.lecturer_id, n.class_id from class_session n
        where n.lecturer_id = any (array(select k.id from picked k)) and n.on_day >= ${firstOf(year)} and n.on_day < ${endOf(year)} and ${isHeld}
        union all select distinct b.lecturer_id, b.class_id from booked b
      ) a group by 1)
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
    -- What has no field counts in the first of its lecturer's.
    first_field as (select f.lecturer_id, min(f.field_code) as field_code from lecturer_field f group by 1),
    given as (
      select a.field_code, sum(a.planned) as planned, sum(a.taught) as taught from (
        select coalesce(t.field_code, o.field_code) as field_code, t.planned::float8 as planned, t.taught::float8 as taught
        from (select x.lecturer_id, x.field_code, sum(x.planned) as planned, sum(x.taught) as taught from timetabled x group by 1, 2) t
        left join first_field o on o.lecturer_id = t.lecturer_id
        union all
        select b.field_code, b.hours_a_day * ${weekdaysFrom(sql`b.from_on`, sql`b.until_on`)},
          b.hours_a_day * greatest(0, ${weekdaysFrom(sql`b.from_on`, sql`least(b.until_on, b.tomorrow)`)})
        from booked b
      ) a group by 1
    ),
    in_force as (
      select v.id from plan p join plan_version v on v.plan_id = p.id and v.state = 'approved'
      where p.year = ${year} order by v.number desc limit 1
    ),
    asked as (
      select h.field_code, sum(h.hours * n.opened) as needed from plan_line n join in_force v on v.id = n.version_id
      join programme_teaching h on h.programme_id = n.programme_id group by 1
    ),
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
