import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { Instance } from './contract/instance.ts'
import type {
  classForm,
  classFormInput,
  missing,
  progress,
  scenario,
  scenarioParameters,
} from './contract.ts'
import type { Answer } from './model/solve.ts'

export type FormRow = z.infer<typeof classForm>
export type ScenarioRow = Omit<z.infer<typeof scenario>, 'can'>
export type Missing = z.infer<typeof missing>
export type Parameters = z.infer<typeof scenarioParameters>

/** Each mode of each programme in use in the year, with its form where there is one; those that are asked for come first. */
export async function formsOf(db: Db, year: number, heads: ReadonlyMap<string, number>): Promise<FormRow[]> {
  const { rows } = await sql<Omit<FormRow, 'asked'>>`
    select p.id as "programmeId", p.code as "programmeCode", p.name as title, m.code as "modeCode", m.name as "modeName",
      f.size_from as "sizeFrom", f.size_to as "sizeTo", f.weeks, f.every_weeks as "everyWeeks", f.seat, f.cost_dong as "costDong",
      coalesce(f.may_run_over, false) as "mayRunOver",
      (select coalesce(sum(t.hours), 0) from programme_teaching t where t.programme_id = p.id)::integer as hours,
      coalesce(f.version, 0) as version
    from programme p cross join study_mode m left join class_form f on f.programme_id = p.id and f.mode_code = m.code
    where m.code = any (p.modes)
      and daterange(p.from_on, p.until_on) && daterange(make_date(${year}, 1, 1), make_date(${year} + 1, 1, 1))
    order by p.sort_key, m.sort_order`.execute(db)
  return rows
    .map((row) => ({ ...row, asked: heads.get(`${row.programmeId}/${row.modeCode}`) ?? 0 }))
    .sort((a, b) => Number(b.asked > 0) - Number(a.asked > 0))
}

/** False when somebody changed it since it was seen. */
export async function setForm(db: Db, input: z.infer<typeof classFormInput>): Promise<boolean> {
  const values = {
    size_from: input.sizeFrom,
    size_to: input.sizeTo,
    weeks: input.weeks,
    every_weeks: input.everyWeeks,
    seat: input.seat,
    cost_dong: input.costDong,
    may_run_over: input.mayRunOver,
  }
  if (input.version === 0) {
    const row = await db
      .insertInto('class_form')
      .values({ programme_id: input.programmeId, mode_code: input.modeCode, ...values })
      .onConflict((on) => on.columns(['programme_id', 'mode_code']).doNothing())
      .returning('version')
      .executeTakeFirst()
    return row !== undefined
  }
  const row = await db
    .updateTable('class_form')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('programme_id', '=', input.programmeId)
    .where('mode_code', '=', input.modeCode)
    .where('version', '=', input.version)
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

/** Hours of each programme by field. */
export async function teachingOf(db: Db): Promise<{ programmeId: number; field: string; hours: number }[]> {
  return db
    .selectFrom('programme_teaching')
    .select(['programme_id as programmeId', 'field_code as field', 'hours'])
    .execute()
}

export const fieldsOf = (db: Db): Promise<{ code: string; name: string }[]> =>
  db.selectFrom('teaching_field').select(['code', 'name']).orderBy('sort_order').execute()

type Days = { fromOn: Day; untilOn: Day | null }
const taken = (table: string, key: string) => sql<(Days & { classId: number })[]>`
  coalesce((select json_agg(json_build_object('classId', b.class_id, 'fromOn', lower(b.during), 'untilOn', upper(b.during)))
    from ${sql.table(table)} b join training_class c on c.id = b.class_id and c.cancelled_on is null
    where b.${sql.ref(key)} = x.id and b.during && y.days), '[]')`

const ofYear = (year: number) =>
  sql`(select daterange(make_date(${year}, 1, 1) - 7, make_date(${year} + 1, 1, 1) + 7) as days) y`

/** Rooms that exist in the year, with the days on which classes sit in them. */
export async function roomsOf(db: Db, year: number) {
  const { rows } = await sql<{
    id: number
    name: string
    site: string
    seats: number
    fromOn: Day | null
    untilOn: Day | null
    taken: (Days & { classId: number })[]
  }>`select x.id, x.name, x.site, x.seats, x.from_on as "fromOn", x.until_on as "untilOn", ${taken('class_room', 'room_id')} as taken
    from room x, ${ofYear(year)} where daterange(x.from_on, x.until_on) && y.days order by x.seats, x.sort_key`.execute(
    db,
  )
  return rows
}

/**
 * Lecturers of the year, with the days on which they are away or teach classes that are there already. A guest is away on every
 * day without the approval that is needed. A limit by month stands as a quarter of it a week: the planner counts in weeks.
 */
export async function lecturersOf(db: Db, year: number) {
  const { rows } = await sql<{
    id: number
    name: string
    fields: string[]
    weeklyHours: number
    fromOn: Day | null
    untilOn: Day | null
    away: Days[]
    taken: (Days & { classId: number })[]
  }>`select x.id, x.name, least(x.weekly_hours, coalesce(ceil(x.monthly_hours / 4.0)::int, x.weekly_hours)) as "weeklyHours", x.from_on as "fromOn", x.until_on as "untilOn",
      array(select f.field_code from lecturer_field f where f.lecturer_id = x.id order by 1) as fields,
      coalesce((select json_agg(json_build_object('fromOn', lower(r), 'untilOn', upper(r))) from unnest(
        coalesce((select range_agg(a.during * y.days) from lecturer_absence a where a.lecturer_id = x.id and a.during && y.days), '{}')
        + case when x.is_guest and coalesce(k.needs_approval, true) then datemultirange(y.days)
            - coalesce((select range_agg(p.during) from lecturer_approved() p where p.lecturer_id = x.id), '{}') else '{}'::datemultirange end
      ) r), '[]') as away,
      ${taken('class_lecturer', 'lecturer_id')} as taken
    from lecturer x left join lecturer_category k on k.code = x.category_code, ${ofYear(year)}
    where daterange(x.from_on, x.until_on) && y.days order by x.sort_key`.execute(db)
  return rows
}

/** Classes that have lessons in the year and are there already. */
export async function classesIn(db: Db, year: number) {
  const { rows } = await sql<{
    id: number
    title: string
    opensOn: Day
    closesOn: Day
    lineKey: string | null
  }>`
    select c.id, c.name as title, c.opens_on as "opensOn", coalesce(c.closes_on, c.opens_on) as "closesOn", c.plan_line_key as "lineKey"
    from training_class c where c.cancelled_on is null
      and c.opens_on < make_date(${year} + 1, 1, 1) and coalesce(c.closes_on, c.opens_on) >= make_date(${year}, 1, 1)
    order by c.opens_on, c.id`.execute(db)
  return rows
}

/** The lines of the plan in force in a year that open classes of a programme. */
export async function planLinesOf(db: Db, year: number) {
  const { rows } = await sql<{
    lineKey: string
    programmeId: number
    modeCode: string
    title: string
    opened: number
    learners: number | null
    months: number[]
    document: string
  }>`select l.line_key as "lineKey", l.programme_id as "programmeId", l.mode_code as "modeCode", l.title, l.opened, l.learners, l.months,
      v.document_number as document
    from plan p join plan_version v on v.plan_id = p.id and v.state = 'approved'
      and v.number = (select max(o.number) from plan_version o where o.plan_id = p.id and o.state = 'approved')
    join plan_line l on l.version_id = v.id
    where p.year = ${year} and l.programme_id is not null and l.opened > 0 order by l.sort_order`.execute(db)
  return rows
}

export async function unitNames(db: Db): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select distinct on (unit_id) unit_id as id, full_name as name from unit_version order by unit_id, from_on desc nulls last`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

const columns = sql`s.id, s.name, s.year, s.state, (select a.name from account a where a.id = s.made_by) as "madeBy",
  s.made_at as "madeAt", s.ended_at as "endedAt", case when s.bound > 0 then (s.bound - s.points) / s.bound when s.points is not null then 0 end as gap,
  s.bound_by as "boundBy", s.classes, s.seats, s.heads, s.cost_dong as "costDong",
  case when s.state = 'running' then w.progress end as progress`

export async function scenarios(
  db: Db,
  which: { year?: number | undefined; ids?: readonly number[] },
): Promise<ScenarioRow[]> {
  const { rows } =
    await sql<ScenarioRow>`select ${columns} from scenario s join scenario_work w on w.scenario_id = s.id
    where ${which.year ?? null}::integer is null or s.year = ${which.year ?? null}::integer
    order by s.id desc limit 200`.execute(db)
  return which.ids ? rows.filter((row) => which.ids?.includes(row.id)) : rows
}

export type Work = { parameters: Parameters; instance: Instance; missing: Missing[]; answer: Answer | null }

export async function scenarioById(db: Db, scenarioId: number): Promise<(ScenarioRow & Work) | undefined> {
  const { rows } = await sql<ScenarioRow & Work>`
    select ${columns}, s.parameters, w.instance, w.missing, w.answer
    from scenario s join scenario_work w on w.scenario_id = s.id where s.id = ${scenarioId}`.execute(db)
  return rows[0]
}

export async function addScenario(
  db: Db,
  input: { parameters: Parameters; instance: Instance; missing: Missing[]; by: number },
): Promise<number> {
  const { name, year } = input.parameters
  const { id } = await db
    .insertInto('scenario')
    .values({ name, year, parameters: JSON.stringify(input.parameters), made_by: input.by })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('scenario_work')
    .values({
      scenario_id: id,
      instance: JSON.stringify(input.instance),
      missing: JSON.stringify(input.missing),
    })
    .execute()
  return id
}

/** False when it was over already. */
export async function cancelScenario(db: Db, scenarioId: number): Promise<boolean> {
  const { rows } = await sql`update scenario set state = 'cancelled', ended_at = now(), version = version + 1
    where id = ${scenarioId} and state in ('queued', 'running') returning id`.execute(db)
  return rows.length > 0
}

/**
 * Takes the oldest scenario that waits, or whose process has gone silent; marks it as this process's own. One at a time:
 * another process that looks at the same moment skips the row.
 */
export async function claimScenario(
  db: Db,
): Promise<{ id: number; parameters: Parameters; instance: Instance } | undefined> {
  const { rows } = await sql<{ id: number; parameters: Parameters; instance: Instance }>`
    select s.id, s.parameters, w.instance from scenario s join scenario_work w on w.scenario_id = s.id
    where s.state = 'queued' or (s.state = 'running' and w.beat_at < now() - interval '20 seconds')
    order by s.id limit 1 for update of s skip locked`.execute(db)
  const found = rows[0]
  if (!found) return undefined
  await sql`update scenario set state = 'running', version = version + 1 where id = ${found.id}`.execute(db)
  await sql`update scenario_work set beat_at = now(), progress = null where scenario_id = ${found.id}`.execute(
    db,
  )
  return found
}

/** Says how far it is; false when it was cancelled meanwhile. */
export async function beat(
  db: Db,
  scenarioId: number,
  at: z.infer<typeof progress> | null,
): Promise<boolean> {
  const { rows } =
    await sql`update scenario_work w set beat_at = now(), progress = coalesce(${at === null ? null : JSON.stringify(at)}::jsonb, w.progress)
    from scenario s where s.id = w.scenario_id and w.scenario_id = ${scenarioId} and s.state = 'running' returning w.scenario_id`.execute(
      db,
    )
  return rows.length > 0
}

/** Writes the answer down, unless somebody cancelled the scenario or it was answered before. */
export async function endScenario(db: Db, scenarioId: number, answer: Answer): Promise<void> {
  const isSolved = answer.kind === 'solved' && answer.violations.length === 0
  const solution = answer.kind === 'solved' ? answer.solution : null
  const { rows } =
    await sql`update scenario set state = ${isSolved ? 'done' : 'failed'}, ended_at = now(), version = version + 1,
      points = ${solution?.proof.points ?? null}, bound = ${solution?.proof.bound ?? null}, bound_by = ${solution?.proof.boundBy ?? null}, classes = ${solution?.figures.classes ?? null},
      seats = ${solution ? solution.figures.seats + solution.figures.named : null}, heads = ${solution ? solution.figures.heads + solution.figures.named : null},
      cost_dong = ${solution?.figures.costDong ?? null}, violations = ${answer.kind === 'solved' ? answer.violations.length : null}
    where id = ${scenarioId} and state = 'running' returning id`.execute(db)
  if (rows.length === 0) return
  await sql`update scenario_work set answer = ${JSON.stringify(answer)}::jsonb, progress = null where scenario_id = ${scenarioId}`.execute(
    db,
  )
}
