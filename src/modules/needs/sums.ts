import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Locale } from '../../pure/words.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type * as contract from './contract.ts'
import type { NeedRow } from './store.ts'

// The SQL of what many answers say together: sums, lines behind them, duplicates, and how needs go on with successors.

type Which = { by: 'asked' | 'today'; answers: 'confirmed' | 'all'; targetGroup?: string | undefined }

const within = (column: string, scope: Scope): RawBuilder<unknown> =>
  scope.all ? sql`true` : sql`${sql.ref(column)} = any (${[...scope.unitIds]}::bigint[])`

/**
 * The lines of rounds with the unit that they count under: as asked, or what it has become (decided where it was divided;
 * the unit that asked while nobody has decided). `isUndecided`: divided or dissolved, and not decided.
 */
const lines = (scope: Scope, today: Day, rounds: readonly number[], which: Which) => sql`
  become as materialized (select * from units_become(${today}::date)),
  line as (
    select n.id, n.round_id, n.programme_id, n.mode_code, n.target_group, n.heads, n.priority, n.unit_id as asked_id,
      ${which.by === 'today' ? sql`coalesce(d.unit_id, b.became_id, n.unit_id)` : sql`n.unit_id`} as unit_id,
      d.unit_id is null and b.became_id is null as is_undecided
    from need n join need_answer a on a.id = n.answer_id left join become b on b.unit_id = n.unit_id
    left join need_placement d on d.need_id = n.id
    where n.round_id = any (${[...rounds]}::bigint[]) and ${within('n.unit_id', scope)}
      ${which.answers === 'confirmed' ? sql`and a.state = 'confirmed'` : sql``}
      ${which.targetGroup ? sql`and n.target_group = ${which.targetGroup}` : sql``}
  )`

export type Cell = { roundId: number; unitId: number; programmeId: number; heads: number; named: number }

/** Heads by round, unit and programme: the cells of the matrix. */
export async function cellsOf(
  db: Db,
  scope: Scope,
  today: Day,
  rounds: readonly number[],
  which: Which,
): Promise<Cell[]> {
  const { rows } = await sql<Cell>`
    with ${lines(scope, today, rounds, which)},
    named as (select np.need_id, count(*) as people from need_person np where np.round_id = any (${[...rounds]}::bigint[]) group by 1)
    select l.round_id as "roundId", l.unit_id as "unitId", l.programme_id as "programmeId", sum(l.heads)::int as heads,
      coalesce(sum(named.people), 0)::int as named
    from line l left join named on named.need_id = l.id group by 1, 2, 3`.execute(db)
  return rows
}

export async function groupSums(
  db: Db,
  scope: Scope,
  today: Day,
  roundId: number,
  which: Which,
): Promise<{ code: string; heads: number; undecided: number }[]> {
  const { rows } = await sql<{ code: string; heads: number; undecided: number }>`
    with ${lines(scope, today, [roundId], which)}
    select l.target_group as code, sum(l.heads)::int as heads, (count(*) filter (where l.is_undecided))::int as undecided
    from line l group by 1 order by 2 desc, 1`.execute(db)
  return rows
}

/** Names and order of units on a day; of a unit that has ended its last name. */
export async function unitNames(
  db: Db,
  unitIds: readonly number[],
  on: Day,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select distinct on (v.sort_key, v.unit_id) v.unit_id as id, v.full_name as name from (
      select distinct on (unit_id) unit_id, full_name, sort_key from unit_version
      where unit_id = any (${[...unitIds]}::bigint[]) and not isempty(daterange(from_on, until_on))
      order by unit_id, (from_on is null or from_on <= ${on}::date) desc,
        case when from_on is null or from_on <= ${on}::date then from_on end desc nulls last, from_on) v
    order by v.sort_key, v.unit_id`.execute(db)
  return rows
}

export async function programmeNames(
  db: Db,
  programmeIds: readonly number[],
): Promise<{ id: number; name: string; level: string | null }[]> {
  return db
    .selectFrom('programme')
    .innerJoin('programme_group', 'programme_group.code', 'programme.group_code')
    .where('programme.id', 'in', programmeIds.length === 0 ? [0] : [...programmeIds])
    .select(['programme.id', 'programme.name', 'programme.level'])
    .orderBy('programme_group.sort_order')
    .orderBy('programme.sort_key')
    .execute()
}

type NeedsInput = Omit<z.infer<typeof contract.needsInput>, 'size' | 'page'> & {
  size?: number
  page?: number
}

/** One page of the lines behind a sum, or all of them where `size` is left out. */
export async function needsOf(
  db: Db,
  scope: Scope,
  roundId: number,
  today: Day,
  input: NeedsInput,
  locale: Locale,
  showsPeople: boolean,
): Promise<{ rows: NeedRow[]; total: number }> {
  const when: RawBuilder<unknown>[] = []
  if (input.programmeId) when.push(sql`l.programme_id = ${input.programmeId}`)
  if (input.unitId) when.push(sql`l.unit_id = ${input.unitId}`)
  const words = searchKey(input.q)
  if (words !== '')
    when.push(sql`(p.search_key like ${`%${words}%`} or exists (select from unit_version v
      where v.unit_id = l.asked_id and v.search_key like ${`%${words}%`}))`)
  const where = when.length === 0 ? sql`true` : sql.join(when, sql` and `)
  const direction = input.desc ? sql`desc` : sql`asc`
  const by = {
    unit: sql`(select v.sort_key from unit_version v where v.unit_id = l.asked_id order by v.from_on desc nulls last limit 1)`,
    programme: sql`p.sort_key`,
    heads: sql`n.heads`,
    priority: sql`n.priority`,
  }[input.sort]
  const head = lines(scope, today, [roundId], input)
  const from = sql`line l join need n on n.id = l.id join need_round r on r.id = n.round_id join programme p on p.id = n.programme_id
    join study_mode m on m.code = n.mode_code`
  const { rows } = await sql<NeedRow>`
    with ${head}
    select n.id, n.answer_id as "answerId", l.unit_id as "unitId", unit_name_on(l.unit_id, ${
      input.by === 'today' ? sql`${today}::date` : sql`r.closes_on`
    }) as "unitName", n.programme_id as "programmeId", p.name as "programmeName", n.mode_code as "modeCode",
      ${sql.ref(locale === 'vi' ? 'm.name' : 'm.name_en')} as "modeName", n.heads, n.target_group as "targetGroup", n.post_title as "postTitle",
      n.months, n.place, n.reason, n.priority, n.version,
      ${
        showsPeople
          ? sql`coalesce((select json_agg(json_build_object('id', q.id, 'name', q.full_name) order by q.sort_key) from need_person np
              join person q on q.id = np.person_id where np.need_id = n.id), '[]')`
          : sql`'[]'::json`
      } as people
    from ${from} where ${where} order by ${by} ${direction}, n.id
    ${input.size === undefined ? sql`` : sql`limit ${input.size} offset ${((input.page ?? 1) - 1) * input.size}`}`.execute(
    db,
  )
  if (input.size === undefined) return { rows, total: rows.length }
  const counted = await sql<{
    total: number
  }>`with ${head} select count(*)::int as total from ${from} where ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** People named by two units, or for two programmes at once, in one round. */
export async function duplicatesOf(
  db: Db,
  scope: Scope,
  roundId: number,
  locale: Locale,
): Promise<z.infer<typeof contract.duplicate>[]> {
  const { rows } = await sql<z.infer<typeof contract.duplicate>>`
    with twice as (
      select np.person_id, count(distinct np.unit_id) as units, count(distinct n.programme_id) as programmes
      from need_person np join need n on n.id = np.need_id
      where np.round_id = ${roundId} and ${within('np.unit_id', scope)} group by 1
      having count(distinct np.unit_id) > 1 or count(distinct n.programme_id) > 1
    )
    select t.person_id as "personId", q.full_name as "fullName", case when t.units > 1 then 'units' else 'programmes' end as kind,
      json_agg(json_build_object('needId', n.id, 'unitName', unit_name_on(n.unit_id, r.closes_on), 'programmeName', p.name,
        'modeName', ${sql.ref(locale === 'vi' ? 'm.name' : 'm.name_en')}) order by n.id) as asks
    from twice t join person q on q.id = t.person_id join need_person np on np.person_id = t.person_id and np.round_id = ${roundId}
    join need n on n.id = np.need_id join need_round r on r.id = n.round_id join programme p on p.id = n.programme_id
    join study_mode m on m.code = n.mode_code
    where ${within('np.unit_id', scope)}
    group by t.person_id, t.units, q.full_name, q.sort_key order by q.sort_key, t.person_id`.execute(db)
  return rows
}

export type DividedLine = NeedRow & { placedUnitId: number | null; choices: { id: number; name: string }[] }

/** Lines of units that were divided or dissolved since, with the units that came from them. */
export async function dividedOf(db: Db, roundId: number, today: Day, locale: Locale): Promise<DividedLine[]> {
  const { rows } = await sql<{ id: number; placed: number | null; choices: { id: number; name: string }[] }>`
    with recursive become as materialized (select * from units_become(${today}::date)),
    after(origin, at) as (
      select b.unit_id, b.unit_id from become b where b.became_id is null
      union
      select a.origin, s.to_unit_id from after a join succession s on s.from_unit_id = a.at and s.effective_on <= ${today}::date
    )
    select n.id, d.unit_id as placed, coalesce((
      select json_agg(distinct jsonb_build_object('id', x.at, 'name', unit_name_on(x.at, ${today}::date))) from after x
      join become b on b.unit_id = x.at and b.became_id = x.at where x.origin = n.unit_id), '[]') as choices
    from need n join become o on o.unit_id = n.unit_id and o.became_id is null left join need_placement d on d.need_id = n.id
    where n.round_id = ${roundId} order by n.unit_id, n.id`.execute(db)
  const shown = await needsOf(
    db,
    { all: true },
    roundId,
    today,
    { q: '', sort: 'unit', desc: false, by: 'asked', answers: 'all' },
    locale,
    false,
  )
  const known = new Map(shown.rows.map((row) => [row.id, row]))
  return rows.flatMap((row) => {
    const line = known.get(row.id)
    return line ? [{ ...line, placedUnitId: row.placed, choices: row.choices }] : []
  })
}

export async function placeNeed(db: Db, needId: number, unitId: number, by: number): Promise<void> {
  await db
    .insertInto('need_placement')
    .values({ need_id: needId, unit_id: unitId, decided_by: by })
    .onConflict((conflict) =>
      conflict
        .column('need_id')
        .doUpdateSet({ unit_id: unitId, decided_by: by, decided_at: sql<string>`now()` }),
    )
    .execute()
}

export async function roundOfNeed(db: Db, needId: number): Promise<number | undefined> {
  return (await db.selectFrom('need').where('id', '=', needId).select('round_id').executeTakeFirst())
    ?.round_id
}

export type Demand = {
  needId: number
  programmeId: number
  modeCode: string
  targetGroup: string
  /** The unit of today that it counts for: the successor where the unit that asked has gone over to one whole. */
  unitId: number
  heads: number
  months: number[]
  place: string | null
  priority: 1 | 2 | 3
}

/** What units have asked for in a year, confirmed by their heads, carried to the units of the day `on` (today unless said). */
export async function demandsOf(db: Db, about: { year: number; on?: Day }): Promise<Demand[]> {
  const { rows } = await sql<Demand>`
    with become as materialized (select * from units_become(coalesce(${about.on ?? null}::date, current_date)))
    select n.id as "needId", n.programme_id as "programmeId", n.mode_code as "modeCode", n.target_group as "targetGroup",
      coalesce(d.unit_id, b.became_id, n.unit_id) as "unitId", n.heads, n.months, n.place, n.priority
    from need n join need_answer a on a.id = n.answer_id and a.state = 'confirmed' join need_round r on r.id = n.round_id
    left join become b on b.unit_id = n.unit_id left join need_placement d on d.need_id = n.id
    where ${about.year} between r.year and coalesce(r.until_year, r.year) and r.state <> 'draft'
    order by n.id`.execute(db)
  return rows
}
