import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey, sortKey } from '../../pure/vietnamese.ts'
import type { Locale } from '../../pure/words.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { situation, situationsInput, situationTopic } from './contract/situations.ts'

export type SituationRow = Omit<z.infer<typeof situation>, 'can'>

const columns = (on: Day, locale: Locale) => sql`
  s.id, s.title, s.text, s.kind, s.field_code as "fieldCode",
  (select ${locale === 'vi' ? sql`f.name` : sql`f.name_en`} from teaching_field f where f.code = s.field_code) as "fieldName",
  s.unit_id as "unitId", (select u.full_name from unit_version u where u.unit_id = s.unit_id
    order by (daterange(u.from_on, u.until_on) @> ${on}::date) desc, u.from_on desc limit 1) as "unitName",
  s.withdrawn_on as "withdrawnOn", s.version,
  (select count(*)::integer from situation_topic t where t.situation_id = s.id) as topics,
  (select count(distinct i.curriculum_id)::integer from situation_topic t join curriculum_item i on i.lineage_id = t.lineage_id
     join curriculum c on c.id = i.curriculum_id where t.situation_id = s.id and c.kind = 'school' and c.state in ('approved', 'retired'))
    as "usedIn"`

const orders = {
  title: sql`s.sort_key`,
  kind: sql`s.kind`,
  owner: sql`s.unit_id`,
}

/** A page of the bank, or with `isAll` the whole of it. */
export async function situationsOf(
  db: Db,
  input: z.infer<typeof situationsInput>,
  on: Day,
  locale: Locale,
  isAll = false,
): Promise<{ rows: SituationRow[]; total: number }> {
  const when = [input.state === 'withdrawn' ? sql`s.withdrawn_on is not null` : sql`s.withdrawn_on is null`]
  if (input.q) when.push(sql`s.search_key like ${`%${searchKey(input.q)}%`}`)
  if (input.kind) when.push(sql`s.kind = ${input.kind}`)
  if (input.fieldCode) when.push(sql`s.field_code = ${input.fieldCode}`)
  if (input.owner) when.push(input.owner === 'school' ? sql`s.unit_id is null` : sql`s.unit_id is not null`)
  if (input.unitId) when.push(sql`s.unit_id = ${input.unitId}`)
  if (input.lineageId)
    when.push(
      sql`exists (select from situation_topic t where t.situation_id = s.id and t.lineage_id = ${input.lineageId})`,
    )
  const { rows } = await sql<SituationRow & { total: number }>`
    select ${columns(on, locale)}, count(*) over ()::integer as total from situation s where ${sql.join(when, sql` and `)}
    order by ${orders[input.sort]} ${input.desc ? sql`desc` : sql`asc`} nulls first, s.sort_key, s.id
    ${isAll ? sql`` : sql`limit ${input.size} offset ${(input.page - 1) * input.size}`}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export async function situationById(
  db: Db,
  id: number,
  on: Day,
  locale: Locale,
): Promise<SituationRow | undefined> {
  const { rows } = await sql<SituationRow>`
    select ${columns(on, locale)} from situation s where s.id = ${id}`.execute(db)
  return rows[0]
}

/** The topics of one, by their newest text, each with the versions in which it stands that the reader may see. */
export async function topicsOf(db: Db, situationId: number): Promise<z.infer<typeof situationTopic>[]> {
  const { rows } = await sql<z.infer<typeof situationTopic>>`
    select t.lineage_id as "lineageId", (array_agg(i.title order by i.id desc))[1] as title,
      json_agg(json_build_object('curriculumId', c.id, 'title', c.title, 'state', c.state) order by c.id desc) as versions
    from situation_topic t join curriculum_item i on i.lineage_id = t.lineage_id
      join curriculum c on c.id = i.curriculum_id and c.kind = 'school' and c.state in ('approved', 'retired')
    where t.situation_id = ${situationId} group by t.lineage_id order by min(i.id)`.execute(db)
  return rows
}

/** Topics to choose from: those of approved versions, each once, by the newest text. */
export async function knownTopics(
  db: Db,
): Promise<{ lineageId: number; title: string; programmeName: string }[]> {
  const { rows } = await sql<{ lineageId: number; title: string; programmeName: string }>`
    select distinct on (i.lineage_id) i.lineage_id as "lineageId", i.title, p.name as "programmeName"
    from curriculum_item i join curriculum c on c.id = i.curriculum_id join programme p on p.id = c.programme_id
    where i.kind = 'topic' and c.kind = 'school' and c.state = 'approved' order by i.lineage_id, c.id desc`.execute(
    db,
  )
  return rows
}

export type SituationValues = {
  title: string
  text: string
  kind: 'situation' | 'exercise'
  fieldCode: string | null
}

const values = (row: SituationValues) => ({
  title: row.title,
  search_key: searchKey(`${row.title} ${row.text}`).slice(0, 4000),
  sort_key: sortKey(row.title),
  text: row.text,
  kind: row.kind,
  field_code: row.fieldCode,
})

export async function addSituation(
  db: Db,
  row: SituationValues & { unitId: number | null; madeBy: number },
): Promise<number> {
  const made = await db
    .insertInto('situation')
    .values({ ...values(row), unit_id: row.unitId, made_by: row.madeBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

export async function setSituation(
  db: Db,
  at: { id: number; version: number },
  row: SituationValues | { withdrawnOn: Day },
): Promise<boolean> {
  const found = await db
    .updateTable('situation')
    .set((eb) => ({
      ...('withdrawnOn' in row ? { withdrawn_on: row.withdrawnOn } : values(row)),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .returning('id')
    .executeTakeFirst()
  return found !== undefined
}

/** The topics of one become these. */
export async function setTopics(db: Db, situationId: number, lineageIds: readonly number[]): Promise<void> {
  await sql`delete from situation_topic where situation_id = ${situationId}
    and not (lineage_id = any (${[...lineageIds]}::bigint[]))`.execute(db)
  await sql`insert into situation_topic (situation_id, lineage_id)
    select ${situationId}, l from unnest(${[...lineageIds]}::bigint[]) l on conflict do nothing`.execute(db)
}

/** Which of these lineages exist at all. */
export async function lineagesAmong(db: Db, lineageIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select distinct lineage_id as id from curriculum_item
    where lineage_id = any (${[...lineageIds]}::bigint[])`.execute(db)
  return rows.map((row) => row.id)
}
