import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Locale } from '../../pure/words.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import { classesOfYear, runsInMonth } from '../classes/index.ts'
import type { progress, progressGroup, progressInput } from './contract.ts'

type Report = z.infer<typeof progress>
type Group = Omit<z.infer<typeof progressGroup>, 'fraction' | 'share' | 'portion'>

type Planned = Report['planned']

/** The report before anything is printed: whole numbers only, partners, units and kinds in no order. */
export type Figures = Pick<Report, 'plan' | 'beyond' | 'months' | 'partners' | 'units'> & {
  groups: Group[]
  /** Sums of both approved plans; null while nothing is approved. */
  against: { assigned: Planned | null; adjusted: Planned | null; changes: number }
  lines: NonNullable<Report['lines']> | null
}

/**
 * A year's classes against its plan, in one query. `counted` is the list of classes as the list's page has it (the same
 * condition), so a figure here and the number of rows there are the same thing.
 */
export async function progressOf(
  db: Db,
  scope: Scope,
  today: Day,
  input: z.infer<typeof progressInput>,
  locale: Locale = 'vi',
): Promise<Figures> {
  const { year } = input
  const classes = classesOfYear({ year, q: '' }, today)
  const unitThen = sql`c.host_unit_id as unit_id, unit_name_on(c.host_unit_id, c.opens_on) as unit, false as is_divided`
  const unitToday = sql`coalesce(b.became_id, c.host_unit_id) as unit_id,
    coalesce(unit_name_on(b.became_id, ${today}::date), unit_name_on(c.host_unit_id, c.opens_on)) as unit,
    b.became_id is null and c.host_unit_id is not null as is_divided`
  const nameOf = (table: string) => sql.ref(`${table}.${locale === 'vi' ? 'name' : 'name_en'}`)
  const isThen = input.units === 'then'
  // What was assigned is the version as it was approved; what is in force has the approved changes in it.
  const inUse =
    input.plan === 'assigned' ? sql`select l.* from plan_line l` : sql`select l.* from plan_line_adjusted l`

  const { rows } = await sql<{ report: Figures }>`
    with plan_in_use as (
      select p.id as "planId", v.id as "versionId", v.number, v.state, p.assigned_by as "assignedBy",
        v.document_number as "documentNumber", v.document_on as "documentOn"
      from plan p join plan_version v on v.plan_id = p.id
      where p.year = ${year} and (${scope.all} or v.state in ('submitted', 'approved'))
      order by v.state = 'approved' desc, v.number ${input.plan === 'assigned' ? sql`asc` : sql`desc`}
      limit 1
    ),
    plan_lines as (
      ${inUse} join plan_in_use u on u."versionId" = l.version_id where l.classes > 0
    ),
    planned as (
      select l.group_code, sum(l.classes) as classes, sum(l.carried_over) as carried_over, sum(l.opened) as opened,
        sum(l.learners) as learners
      from plan_lines l
      group by l.group_code
    ),
    assigned as (
      select l.group_code, sum(l.classes) as classes, sum(l.carried_over) as carried_over, sum(l.opened) as opened,
        sum(l.learners) as learners
      from plan_line l
      where l.version_id = (select v.id from plan_version v join plan p on p.id = v.plan_id
        where p.year = ${year} and v.state = 'approved' order by v.number limit 1)
      group by l.group_code
    ),
    in_force as (
      select v.id from plan_version v join plan p on p.id = v.plan_id
      where p.year = ${year} and v.state = 'approved' order by v.number desc limit 1
    ),
    adjusted as (
      select l.group_code, sum(l.classes) as classes, sum(l.carried_over) as carried_over, sum(l.opened) as opened,
        sum(l.learners) as learners
      from plan_line_adjusted l join in_force f on f.id = l.version_id
      group by l.group_code
    ),
    counted as (
      select c.*, p.group_code, p.name as programme, y.counts_as, y.year, c.opens_on <= ${today} as is_held
      ${classes}
    ),
    held_by_group as (
      select group_code,
        count(*) filter (where is_held) as classes,
        count(*) filter (where is_held and counts_as = 'carriedOver') as carried_over,
        count(*) filter (where is_held and counts_as = 'opened') as opened,
        count(*) filter (where is_held and counts_as = 'opened' and mode_code = 'fullTime') as full_time,
        count(*) filter (where is_held and counts_as = 'opened' and mode_code = 'partTime') as part_time,
        count(*) filter (where is_held and counts_as = 'opened' and mode_code = 'none') as no_mode,
        coalesce(sum(learners) filter (where is_held), 0) as learners,
        count(*) filter (where not is_held) as coming
      from counted where basis = 'plan' group by group_code
    ),
    groups as (
      select g.code as "group", ${nameOf('g')} as name, g.sort_order,
        coalesce(p.classes, 0) as planned, coalesce(p.carried_over, 0) as "plannedCarriedOver",
        coalesce(p.opened, 0) as "plannedOpened", p.learners as "plannedLearners",
        coalesce(a.classes, 0) as assigned, coalesce(d.classes, 0) as adjusted,
        coalesce(h.classes, 0) as held, coalesce(h.carried_over, 0) as "carriedOver", coalesce(h.opened, 0) as opened,
        json_build_object('fullTime', coalesce(h.full_time, 0), 'partTime', coalesce(h.part_time, 0),
          'none', coalesce(h.no_mode, 0)) as "openedByMode",
        coalesce(h.learners, 0) as learners, coalesce(h.coming, 0) as coming
      from programme_group g
      left join planned p on p.group_code = g.code
      left join assigned a on a.group_code = g.code
      left join adjusted d on d.group_code = g.code
      left join held_by_group h on h.group_code = g.code
      where p.group_code is not null or h.group_code is not null
    ),
    held_by_line as (
      select k.line_key,
        count(*) filter (where is_held) as held,
        count(*) filter (where is_held and counts_as = 'carriedOver') as carried_over,
        count(*) filter (where is_held and counts_as = 'opened') as opened,
        coalesce(sum(learners) filter (where is_held), 0) as learners,
        count(*) filter (where not is_held) as coming
      from counted c
      left join (select l.line_key from plan_lines l) k
        on k.line_key = c.plan_line_key
      where basis = 'plan' group by k.line_key
    ),
    lines as (
      select l.line_key as "lineKey", l.group_code as "group", ${nameOf('g')} as "groupName", l.title,
        case when l.mode_code <> 'none' then ${nameOf('m')} end as mode,
        coalesce(unit_name_on(l.partner_unit_id, make_date(${year}::integer, 1, 1)), l.partner_text) as partner,
        l.classes as planned, l.carried_over as "plannedCarriedOver", l.opened as "plannedOpened",
        l.learners as "plannedLearners", coalesce(h.held, 0) as held, coalesce(h.carried_over, 0) as "carriedOver",
        coalesce(h.opened, 0) as opened, coalesce(h.learners, 0) as learners, coalesce(h.coming, 0) as coming,
        row_number() over (order by g.sort_order, l.group_code, l.sort_order, l.id) as place
      from plan_lines l
      join programme_group g on g.code = l.group_code
      join study_mode m on m.code = l.mode_code
      left join held_by_line h on h.line_key = l.line_key
    ),
    beyond_by_programme as (
      select programme_id as "programmeId", programme, group_code as "group",
        count(*) filter (where is_held) as classes, coalesce(sum(learners) filter (where is_held), 0) as learners,
        count(*) filter (where not is_held) as coming
      from counted where basis = 'policy' group by programme_id, programme, group_code
    ),
    months as (
      select m as month,
        count(*) filter (where c.basis = 'plan' and c.opens_in_month) as opened,
        count(*) filter (where c.basis = 'plan' and c.runs_in_month) as running,
        count(*) filter (where c.basis = 'policy' and c.opens_in_month) as "beyondOpened",
        count(*) filter (where c.basis = 'policy' and c.runs_in_month) as "beyondRunning"
      from generate_series(1, 12) m
      left join lateral (
        select c.basis, ${runsInMonth(sql`${year}::integer`, sql`m`)} as runs_in_month,
          c.counts_as = 'opened' and extract(year from c.opens_on) = ${year} and extract(month from c.opens_on) = m as opens_in_month
        from counted c where c.is_held
      ) c on true
      group by m
    ),
    partners as (
      select partner,
        count(*) filter (where basis = 'plan') as classes,
        coalesce(sum(learners) filter (where basis = 'plan'), 0) as learners,
        count(*) filter (where basis = 'policy') as "beyondClasses",
        coalesce(sum(learners) filter (where basis = 'policy'), 0) as "beyondLearners"
      from counted where is_held group by partner
    ),
    at_units as (
      select ${isThen ? unitThen : unitToday}, c.basis, c.learners
      from counted c ${isThen ? sql`` : sql`left join units_become(${today}::date) b on b.unit_id = c.host_unit_id`}
      where c.is_held
    ),
    units as (
      select unit_id as "unitId", unit, is_divided as "isDivided",
        count(*) filter (where basis = 'plan') as classes,
        coalesce(sum(learners) filter (where basis = 'plan'), 0) as learners,
        count(*) filter (where basis = 'policy') as "beyondClasses",
        coalesce(sum(learners) filter (where basis = 'policy'), 0) as "beyondLearners"
      from at_units group by unit_id, unit, is_divided
    )
    select json_build_object(
      'plan', (select row_to_json(u) from plan_in_use u),
      'against', json_build_object(
        'assigned', (select json_build_object('classes', sum(classes), 'carriedOver', sum(carried_over), 'opened', sum(opened),
          'learners', sum(learners)) from assigned having count(*) > 0),
        'adjusted', (select json_build_object('classes', sum(classes), 'carriedOver', sum(carried_over), 'opened', sum(opened),
          'learners', sum(learners)) from adjusted having count(*) > 0),
        'changes', (select count(*) from plan_change c join in_force f on f.id = c.applied_to_id)),
      'groups', (select coalesce(json_agg(to_jsonb(g) - 'sort_order' order by g.sort_order, g."group"), '[]'::json) from groups g),
      'lines', (select json_build_object(
          'rows', (select coalesce(json_agg(to_jsonb(l) - 'place' order by l.place), '[]'::json) from lines l),
          'unnamed', (select json_build_object('classes', coalesce(sum(held), 0), 'carriedOver', coalesce(sum(carried_over), 0),
            'opened', coalesce(sum(opened), 0), 'learners', coalesce(sum(learners), 0), 'coming', coalesce(sum(coming), 0))
            from held_by_line where line_key is null))
        from plan_in_use),
      'beyond', (select json_build_object('classes', coalesce(sum(classes), 0), 'learners', coalesce(sum(learners), 0),
          'coming', coalesce(sum(coming), 0),
          'kinds', coalesce(json_agg(to_jsonb(k) - 'coming') filter (where k.classes > 0), '[]'::json))
        from beyond_by_programme k),
      'months', (select json_agg(m order by m.month) from months m),
      'partners', (select coalesce(json_agg(p), '[]'::json) from partners p),
      'units', (select coalesce(json_agg(u), '[]'::json) from units u)
    ) as report`.execute(db)
  const report = rows[0]?.report
  if (!report) throw new Error('the report has no row')
  return report
}
