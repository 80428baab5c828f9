import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { fold } from '../../pure/vietnamese.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { acrossFilter, acrossRow, ratedLecturer, ratings } from './contract.ts'

export type Across = z.output<z.ZodObject<typeof acrossFilter>>
type View = { q: string; page: number; size: number }
type Row = z.infer<typeof acrossRow>
type Ratings = z.infer<typeof ratings>

/*
 * Results over several classes. All of them are made of survey_shown, which holds only what the result of each class shows: five
 * answers or more, and nothing that could be found by subtraction. So whatever is added up here says nothing of a hidden group.
 */

const within = ({ fromOn, untilOn }: { fromOn?: Day | undefined; untilOn?: Day | undefined }) => sql`
  (${fromOn ?? null}::date is null or v.held_on >= ${fromOn ?? null}::date)
  and (${untilOn ?? null}::date is null or v.held_on <= ${untilOn ?? null}::date)`

const chosen = (filter: Across) => sql`${within(filter)}
  and (${filter.programmeId ?? null}::bigint is null or v.programme_id = ${filter.programmeId ?? null}::bigint)
  and (${filter.hostUnitId ?? null}::bigint is null or v.host_unit_id = ${filter.hostUnitId ?? null}::bigint)
  and (${filter.campaignId ?? null}::bigint is null or v.campaign_id = ${filter.campaignId ?? null}::bigint)`

/** Means and spreads of groups put together as if all answers had lain in one heap. */
const merged = sql`
  v.form_id as "formId", (array_agg(v.form_title order by v.campaign_id desc))[1] as "formTitle", v.question,
  (array_agg(v.text order by v.campaign_id desc))[1] as text, v.low, v.high, sum(v.n)::integer as n,
  count(distinct v.campaign_id)::integer as campaigns, sum(v.n * v.mean) / sum(v.n) as mean,
  case when sum(v.n) > 1 then sqrt(greatest(0, sum((v.n - 1) * v.spread ^ 2 + v.n * v.mean ^ 2)
    - sum(v.n) * (sum(v.n * v.mean) / sum(v.n)) ^ 2) / (sum(v.n) - 1)) end as spread`

/** What a row is about. The course as a whole is asked of its programme. Topics are one by their lineage, else by their words; parts and modules are made of
 * the topics in them that are shown. */
const about: Record<
  Exclude<Across['by'], 'lecturer'>,
  { is: RawBuilder<unknown>; key: RawBuilder<unknown>; label: RawBuilder<unknown> }
> = {
  programme: {
    is: sql`(v.kind = 'programme' or v.kind is null)`,
    key: sql`v.programme_id::text`,
    label: sql`v.programme_name`,
  },
  part: {
    is: sql`v.kind = 'topic' and v.part_lineage_id is not null`,
    key: sql`v.part_lineage_id::text`,
    label: sql`(array_agg(v.part order by v.campaign_id desc))[1]`,
  },
  module: {
    is: sql`v.kind = 'topic' and v.module_lineage_id is not null`,
    key: sql`v.module_lineage_id::text`,
    label: sql`(array_agg(v.module order by v.campaign_id desc))[1]`,
  },
  topic: {
    is: sql`v.kind = 'topic'`,
    key: sql`coalesce('#' || v.lineage_id, lower(v.label))`,
    label: sql`(array_agg(v.label order by v.campaign_id desc))[1]`,
  },
  place: {
    is: sql`v.kind = 'place'`,
    key: sql`lower(v.label)`,
    label: sql`(array_agg(v.label order by v.campaign_id desc))[1]`,
  },
}

/** A page of merged results. Names are searched and sorted as they are written. */
export async function across(
  db: Db,
  filter: Across & { by: Exclude<Across['by'], 'lecturer'> },
  { q, page, size }: View,
): Promise<{ rows: Row[]; total: number }> {
  const { is, key, label } = about[filter.by]
  const labelled = filter.by === 'programme' ? sql`max(${label})` : label
  const { rows } = await sql<Row & { total: number }>`
    select *, count(*) over ()::integer as total from (
      select ${labelled} as label, ${merged} from survey_shown v
      where ${is} and ${chosen(filter)} and v.mean is not null and cardinality(v.comments) = 0
      group by ${key}, v.form_id, v.question, v.low, v.high) r
    where ${q} = '' or lower(r.label) like '%' || lower(${q}) || '%'
    order by r.label collate "C", r."formTitle" collate "C", r.question limit ${size} offset ${(page - 1) * size}`.execute(
    db,
  )
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** Lecturers who have results, by the alphabet: how many campaigns and answers, and no mark. */
export async function ratedLecturers(
  db: Db,
  filter: Across,
  { q, page, size }: View,
): Promise<{ rows: z.infer<typeof ratedLecturer>[]; total: number }> {
  const { rows } = await sql<z.infer<typeof ratedLecturer> & { total: number }>`
    select l.id as "lecturerId", l.name as label, count(*)::integer as campaigns, sum(x.n)::integer as n,
      count(*) over ()::integer as total
    from (select v.lecturer_id, v.campaign_id, max(v.n) as n from survey_shown v
      where v.kind = 'lecturer' and v.lecturer_id is not null and ${chosen(filter)} group by 1, 2) x
      join lecturer l on l.id = x.lecturer_id
    where ${q} = '' or l.search_key like '%' || ${fold(q)} || '%'
    group by l.id order by l.sort_key, l.id limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** What results can be narrowed down to: programmes and host units that have any. */
export async function choices(
  db: Db,
  today: Day,
): Promise<{ programmes: { id: number; name: string }[]; hostUnits: { id: number; name: string }[] }> {
  const programmes = await sql<{ id: number; name: string }>`
    select distinct v.programme_id as id, v.programme_name as name from survey_shown v order by 2, 1`.execute(
    db,
  )
  const hostUnits = await sql<{ id: number; name: string }>`
    select x.id, coalesce(unit_name_on(x.id, ${today}::date), unit_name_on(x.id, x.held_on)) as name
    from (select v.host_unit_id as id, max(v.held_on) as held_on from survey_shown v
      where v.host_unit_id is not null group by 1) x order by 2, 1`.execute(db)
  return { programmes: programmes.rows, hostUnits: hostUnits.rows }
}

export async function lecturerName(db: Db, lecturerId: number): Promise<string | undefined> {
  const row = await db.selectFrom('lecturer').select('name').where('id', '=', lecturerId).executeTakeFirst()
  return row?.name
}

type Period = { fromOn?: Day | undefined; untilOn?: Day | undefined }

/** What one lecturer was rated, and what was written of that lecturer. */
export const ratingsOf = (db: Db, lecturerId: number, period: Period): Promise<Ratings> =>
  ratingsIn(db, sql`(select * from survey_shown where lecturer_id = ${lecturerId})`, period)

/** What whoever is signed in was rated as a lecturer; the database gives nobody else's. */
export const ownRatings = (db: Db, period: Period): Promise<Ratings> =>
  ratingsIn(db, sql`survey_own()`, period)

async function ratingsIn(db: Db, source: RawBuilder<unknown>, period: Period): Promise<Ratings> {
  const { rows } = await sql<Ratings['rows'][number]>`
    select max(v.lineage_id) as "lineageId", (array_agg(v.topic order by v.campaign_id desc))[1] as topic, ${merged}
    from ${source} v where v.kind = 'lecturer' and ${within(period)} and v.mean is not null
    group by coalesce('#' || v.lineage_id, lower(v.topic)), v.form_id, v.question, v.low, v.high
    order by 2 nulls first, 4, v.question`.execute(db)
  const said = await sql<{ comment: string }>`
    select c as comment from ${source} v, unnest(v.comments) c where v.kind = 'lecturer' and ${within(period)}
    order by c collate "C"`.execute(db)
  return { rows, comments: said.rows.map((row) => row.comment) }
}
