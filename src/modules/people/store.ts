import { type Expression, type SqlBool, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey, tidy } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import { inScope } from '../../server/scope.ts'
import type * as contract from './contract.ts'
import { type ClosedUnits, duplicateWeights, type Succession } from './rules.ts'

type PeopleInput = z.infer<typeof contract.peopleInput>
type Row = Omit<z.infer<typeof contract.personRow>, 'party' | 'masked' | 'can'>
type Post = z.infer<typeof contract.personPost>
type Education = z.infer<typeof contract.education>
export type Sensitive = Omit<z.infer<typeof contract.sensitive>, 'masked'>

type ListRow = Omit<Row, 'unit'> & { unitId: number | null; unitName: string | null }

/** The name of a unit on a day; a closed unit keeps its last. Written out, because the planner cannot look into unit_name_on(). */
const unitName = (unitId: string, today: Day) => sql<string | null>`(
  select v.full_name from unit_version v where v.unit_id = ${sql.ref(unitId)} and (v.from_on is null or v.from_on <= ${today}::date)
  order by v.from_on desc nulls last limit 1)`

const rowColumns = (today: Day) =>
  [
    'person.id',
    'person.code',
    'person.full_name as fullName',
    sql<Row['sex']>`person.sex`.as('sex'),
    sql<Row['birthPrecision']>`person.birth_precision`.as('birthPrecision'),
    'person.born_on as bornOn',
    'person.born_year as bornYear',
    'person.born_month as bornMonth',
    // Where a placement is only proposed, the file still belongs to the old unit; shown is the one proposed.
    'post.unit_id as unitId',
    unitName('post.unit_id', today).as('unitName'),
    'post.title',
    'person.rank',
    sql<Row['placement']>`post.placement`.as('placement'),
  ] as const

const withPost = (db: Db) =>
  db.selectFrom('person').leftJoin('person_post as post', 'post.id', 'person.post_id')

const rowFrom = ({ unitId, unitName, ...rest }: ListRow): Row => ({
  ...rest,
  unit: unitId === null ? null : { id: unitId, name: unitName ?? '' },
})

type Filter = Omit<PeopleInput, 'page' | 'size' | 'sort' | 'desc'>
type Condition = Expression<SqlBool>

/** Everything of a filter but the text that is searched for. One place, so that list, count and workbook cannot differ. */
function conditions(scope: Scope, today: Day, input: Filter): Condition[] {
  const parts: Condition[] = [inScope(undefined as never, 'person.unit_id', 'person.id', scope)]
  if (input.unitId)
    parts.push(
      sql<SqlBool>`person.unit_id = any (array(select units_in_scope(${input.unitId}, ${today}::date)))`,
    )
  if (input.sex) parts.push(sql<SqlBool>`person.sex = ${input.sex}`)
  if (input.bornFrom) parts.push(sql<SqlBool>`person.born_year >= ${input.bornFrom}`)
  if (input.bornUntil) parts.push(sql<SqlBool>`person.born_year <= ${input.bornUntil}`)
  if (input.rank !== undefined) parts.push(sql<SqlBool>`person.rank = ${input.rank}`)
  if (input.isPartyMember !== undefined)
    parts.push(sql<SqlBool>`person.is_party_member = ${input.isPartyMember}`)
  if (input.isPlanned !== undefined) parts.push(sql<SqlBool>`person.is_planned = ${input.isPlanned}`)
  return parts
}

// Up to so many hits the ids are fetched through the trigram index; more are cheaper to meet on the way through the list.
const fewHits = 3000
// Up to so many rows a filtered list is counted; an officer of the largest province sees an exact number.
const countLimit = 10_000

/** The text searched for: as a condition, and as words where it is a name with too many hits to fetch them by their ids. */
type Search = { condition: Condition; words: string[] | null }

/**
 * A text with a digit is the beginning of a code, or a cadre number; else every word must begin a word of the name, without
 * diacritics, in any order. Both sides are folded alike, so '%' and '_' never reach LIKE.
 */
async function searched(db: Db, q: string): Promise<Search | null> {
  const typed = tidy(q)
  if (typed === '') return null
  if (/\d/.test(typed)) {
    const code = typed.toUpperCase()
    // As a range, because row-level security lets no LIKE into an index condition.
    return {
      condition: sql<SqlBool>`((person.code >= ${code} and person.code < ${`${code}\uffff`}) or person.cadre_number = ${code})`,
      words: null,
    }
  }
  const words = searchKey(typed).split(' ').filter(Boolean)
  if (words.length === 0) return { condition: sql<SqlBool>`false`, words: null }
  const { rows } = await sql<{
    id: number
  }>`select people_found(${words}::text[], ${fewHits + 1}) as id`.execute(db)
  if (rows.length <= fewHits)
    return { condition: sql<SqlBool>`person.id = any (${rows.map((row) => row.id)}::bigint[])`, words: null }
  const likes = words.map((word) => sql`(' ' || person.search_key) like ${`% ${word}%`}`)
  return { condition: sql<SqlBool>`(${sql.join(likes, sql` and `)})`, words }
}

const order = { name: 'person.sort_key', code: 'person.code', born: 'person.born_from' } as const

/**
 * One page of people: its ids first, as far as possible in an index alone, then only its rows. `isTotalCapped`: there are
 * more than `total`. Without filters the number comes from the tally, and the second half of the list is read from its end.
 */
export async function peopleOf(
  db: Db,
  scope: Scope,
  today: Day,
  input: PeopleInput,
): Promise<{ rows: Row[]; total: number; isTotalCapped: boolean }> {
  const search = await searched(db, input.q)
  const parts = conditions(scope, today, input)
  const isUnfiltered = scope.all && parts.length === 1
  const isPlain = !search && scope.all && parts.length === (input.unitId ? 2 : 1)
  if (search) parts.push(search.condition)
  const where = db.selectFrom('person').where((eb) => eb.and(parts))
  const counted = isPlain
    ? await tallied(db, today, input.unitId)
    : search?.words && isUnfiltered
      ? await countFound(db, search.words)
      : await db
          .selectFrom(
            where
              .select(sql<number>`1`.as('one'))
              .limit(countLimit + 1)
              .as('some'),
          )
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
          .then((row) => row.n)
  const isTotalCapped = !isPlain && counted > countLimit
  const total = isTotalCapped ? countLimit : counted

  let offset = (input.page - 1) * input.size
  let limit: number = input.size
  let desc = input.desc
  const fromTheEnd = isPlain && offset > total / 2
  if (fromTheEnd) {
    limit = Math.max(0, Math.min(limit, total - offset))
    offset = Math.max(0, total - offset - limit)
    desc = !desc
  }
  const direction = desc ? 'desc' : 'asc'
  const page = where
    .select('person.id')
    .orderBy(order[input.sort], direction)
    .orderBy('person.id', direction)
    .limit(limit)
    .offset(offset)
  const rows = await withPost(db)
    .where('person.id', 'in', page)
    .select(rowColumns(today))
    .orderBy(order[input.sort], input.desc ? 'desc' : 'asc')
    .orderBy('person.id', input.desc ? 'desc' : 'asc')
    .execute()
  return { rows: rows.map(rowFrom), total, isTotalCapped }
}

async function countFound(db: Db, words: readonly string[]): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from people_found(${[...words]}::text[], ${countLimit + 1})`.execute(db)
  return rows[0]?.n ?? 0
}

async function tallied(db: Db, today: Day, unitId: number | undefined): Promise<number> {
  let query = db.selectFrom('person_tally')
  if (unitId)
    query = query.where(sql<SqlBool>`unit_id = any (array(select units_in_scope(${unitId}, ${today}::date)))`)
  const row = await query
    .select(sql<number>`coalesce(sum(people), 0)::bigint`.as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** All people of a filter for a workbook, at most `limit`. */
export async function peopleForSheet(
  db: Db,
  scope: Scope,
  today: Day,
  input: PeopleInput,
  limit: number,
): Promise<(Row & { cadreNumber: string | null; bornText: string | null })[]> {
  const direction = input.desc ? 'desc' : 'asc'
  const search = await searched(db, input.q)
  const rows = await withPost(db)
    .where((eb) => eb.and([...conditions(scope, today, input), ...(search ? [search.condition] : [])]))
    .select([...rowColumns(today), 'person.cadre_number as cadreNumber', 'person.born_text as bornText'])
    .orderBy(order[input.sort], direction)
    .orderBy('person.id', direction)
    .limit(limit)
    .execute()
  return rows.map(({ cadreNumber, bornText, ...row }) => ({
    ...rowFrom(row),
    cadreNumber,
    bornText,
  }))
}

export type PersonFile = Row & {
  givenNameOverride: string | null
  bornText: string | null
  cadreNumber: string | null
  source: string | null
  version: number
}

export async function personById(
  db: Db,
  scope: Scope,
  today: Day,
  personId: number,
): Promise<PersonFile | undefined> {
  const row = await withPost(db)
    .where('person.id', '=', personId)
    .where((eb) => inScope(eb, 'person.unit_id', 'person.id', scope))
    .select([
      ...rowColumns(today),
      'person.given_name_override as givenNameOverride',
      'person.born_text as bornText',
      'person.cadre_number as cadreNumber',
      'person.source',
      'person.version',
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const { givenNameOverride, bornText, cadreNumber, source, version, ...rest } = row
  return { ...rowFrom(rest), givenNameOverride, bornText, cadreNumber, source, version }
}

/** Posts of a person, newest first. Each unit under the name that it had when the post began. */
export async function postsOf(db: Db, personId: number, today: Day): Promise<Post[]> {
  const rows = await db
    .selectFrom('person_post')
    .where('person_id', '=', personId)
    .select([
      'id',
      'unit_id as unitId',
      sql<string>`unit_name_on(unit_id, least(coalesce(until_on - 1, ${today}::date), ${today}::date))`.as(
        'unitName',
      ),
      'title',
      'rank',
      'work_field as workField',
      'is_main as isMain',
      'from_on as fromOn',
      'until_on as untilOn',
      sql<Post['cause']>`cause`.as('cause'),
      sql<Post['endCause']>`end_cause`.as('endCause'),
      'document',
      sql<Post['placement']>`placement`.as('placement'),
    ])
    .orderBy(sql`until_on desc nulls first, from_on desc nulls last, id desc`)
    .execute()
  return rows.map(({ unitId, unitName, ...row }) => ({ ...row, unit: { id: unitId, name: unitName } }))
}

export const educationsOf = (db: Db, personId: number): Promise<Education[]> =>
  db
    .selectFrom('person_education')
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .select([
      'id',
      sql<Education['kind']>`kind`.as('kind'),
      'level',
      'field',
      'granted_on as grantedOn',
      'source',
    ])
    .orderBy('kind', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Sensitive fields of a person, by the only way there is: the reading is recorded. Undefined outside the walls. */
export async function unmask(
  db: Db,
  personId: number,
  fields: readonly string[],
): Promise<Partial<Sensitive> | undefined> {
  const { rows } = await sql<{
    shown: Partial<Sensitive> | null
  }>`select people_unmask(${personId}, ${[...fields]}::text[]) as shown`.execute(db)
  return rows[0]?.shown ?? undefined
}

/** The actor's own sensitive fields. */
export async function ownSensitive(db: Db): Promise<Sensitive | undefined> {
  const { rows } = await sql<{ shown: Sensitive | null }>`select people_own() as shown`.execute(db)
  return rows[0]?.shown ?? undefined
}

type HistoryLine = Omit<z.infer<typeof contract.historyLine>, 'masked'>

export async function historyOf(
  db: Db,
  personId: number,
  page: number,
  size: number,
): Promise<{ rows: HistoryLine[]; total: number }> {
  const { rows } = await sql<HistoryLine & { total: number }>`
    select l.id, l.made_at as "madeAt", l.account_name as "accountName", l.procedure, l.reason,
      l.table_name as "tableName", l.row_id as "rowId", l.action, l.before, l.after, count(*) over () as total
    from people_history(${personId}) l order by l.id desc limit ${size} offset ${(page - 1) * size}`.execute(
    db,
  )
  return { rows: rows.map(({ total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** How many people each unit holds, within the walls; units without any are absent. */
export async function peopleCounts(db: Db, unitIds: readonly number[] | null): Promise<Map<number, number>> {
  let query = db.selectFrom('person_tally').where('unit_id', 'is not', null)
  if (unitIds) query = query.where(sql<SqlBool>`unit_id = any (${[...unitIds]}::bigint[])`)
  const rows = await query
    .select(['unit_id as unitId', sql<number>`sum(people)::bigint`.as('people')])
    .groupBy('unit_id')
    .execute()
  return new Map(rows.filter((row) => row.people > 0).map((row) => [row.unitId as number, row.people]))
}

/** Units that no longer exist on the day, with what they went over to. */
export async function closedUnits(db: Db, today: Day): Promise<ClosedUnits> {
  const { rows } = await sql<{ unitId: number; endedOn: Day; successions: Succession[] }>`
    select v.unit_id as "unitId", max(v.until_on) as "endedOn", coalesce((
        select json_agg(json_build_object('toUnitId', s.to_unit_id, 'extent', s.extent, 'share', s.estimated_share::float8,
          'effectiveOn', s.effective_on, 'changeId', s.change_id) order by s.effective_on, s.to_unit_id)
        from succession s where s.from_unit_id = v.unit_id and s.effective_on <= ${today}::date), '[]'::json) as successions
    from unit_version v group by v.unit_id
    having bool_and(v.until_on is not null and v.until_on <= ${today}::date)`.execute(db)
  return new Map(rows.map((row) => [row.unitId, { endedOn: row.endedOn, successions: row.successions }]))
}

export type PersonValues = {
  code: string | null
  full_name: string
  given_name_override: string | null
  sort_key: string
  search_key: string
  sex: string | null
  birth_precision: string
  born_on: Day | null
  born_year: number | null
  born_month: number | null
  born_text: string | null
  cadre_number: string | null
}

export async function addPerson(
  db: Db,
  values: PersonValues & { unit_id: number; source: string | null },
): Promise<number> {
  const row = await db.insertInto('person').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Writes the file as seen in `version`; false when somebody else was faster. */
export async function setPerson(
  db: Db,
  personId: number,
  version: number,
  values: PersonValues,
): Promise<boolean> {
  const row = await db
    .updateTable('person')
    .set({ ...values, version: version + 1 })
    .where('id', '=', personId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Holds the person's file until the transaction ends: posts of one person are written one after another. */
export const lockPerson = async (db: Db, personId: number): Promise<void> => {
  await db.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute()
}

/** Whether the unit exists on that day. */
export async function unitExists(db: Db, unitId: number, on: Day): Promise<boolean> {
  const { rows } =
    await sql`select from unit_version v where v.unit_id = ${unitId} and daterange(v.from_on, v.until_on) @> ${on}::date`.execute(
      db,
    )
  return rows.length > 0
}

export type PostValues = {
  person_id: number
  unit_id: number
  title: string
  rank: number | null
  work_field: string | null
  is_main: boolean
  from_on: Day | null
  cause: string
  document: string | null
}

export async function addPost(db: Db, values: PostValues): Promise<void> {
  await db.insertInto('person_post').values(values).execute()
}

/** Ends the open main post at that day, where there is one that began before it. */
export async function endMainPost(db: Db, personId: number, untilOn: Day): Promise<void> {
  await db
    .updateTable('person_post')
    .set({ until_on: untilOn, end_cause: 'next' })
    .where('person_id', '=', personId)
    .where('is_main', '=', true)
    .where('until_on', 'is', null)
    .where((eb) => eb.or([eb('from_on', 'is', null), eb('from_on', '<', untilOn)]))
    .execute()
}

export async function endPost(db: Db, input: z.infer<typeof contract.endPostInput>): Promise<boolean> {
  const row = await db
    .updateTable('person_post')
    .set({
      until_on: input.untilOn,
      end_cause: input.endCause,
      document: input.document
        ? sql<string>`left(concat_ws('; ', document, ${input.document}::text), 300)`
        : sql<string>`document`,
    })
    .where('id', '=', input.postId)
    .where('person_id', '=', input.personId)
    .where('until_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Brings unit, post and rank of the file to the main post of the day (the last one where there is none): for these
 * people, or for all whose post began or ended since. Answers how many files changed. A proposed placement moves nobody
 * into another unit's reach: until a person has decided, the file stays at the unit that was (docs/decisions/0002).
 */
export async function settlePosts(db: Db, today: Day, personIds: readonly number[] | null): Promise<number> {
  const whose = personIds === null ? sql`true` : sql`o.person_id = any (${[...personIds]}::bigint[])`
  const { numAffectedRows } = await sql`
    update person p set unit_id = c.unit_id, post_id = c.id, rank = c.rank from (
      select distinct on (o.person_id) o.person_id, o.id, o.rank,
        case when o.placement = 'decided' then o.unit_id else (
          select d.unit_id from person_post d where d.person_id = o.person_id and d.is_main and d.placement = 'decided' and d.until_on <= o.from_on
          order by d.until_on desc limit 1) end as unit_id
      from person_post o where o.is_main and ${whose} and (o.from_on is null or o.from_on <= ${today}::date)
      order by o.person_id, o.until_on desc nulls first
    ) c where c.person_id = p.id and (p.unit_id, p.post_id, p.rank) is distinct from (c.unit_id, c.id, c.rank)`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}

export async function addEducation(db: Db, input: z.infer<typeof contract.educationInput>): Promise<void> {
  await db
    .insertInto('person_education')
    .values({
      person_id: input.personId,
      kind: input.kind,
      level: input.level || null,
      field: input.field || null,
      granted_on: input.grantedOn ?? null,
    })
    .execute()
}

export async function withdrawEducation(db: Db, personId: number, educationId: number): Promise<boolean> {
  const row = await db
    .updateTable('person_education')
    .set({ withdrawn_at: sql<string>`now()` })
    .where('id', '=', educationId)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Sensitive rows as a set; answers the persons whose row differs from what is kept. With `isDry` nothing is written. */
export async function putPrivate(
  db: Db,
  rows: readonly Record<string, unknown>[],
  isDry: boolean,
): Promise<Set<number>> {
  const found = await sql<{
    id: number
  }>`select people_put_private(${JSON.stringify(rows)}::jsonb, ${isDry}) as id`.execute(db)
  return new Set(found.rows.map((row) => row.id))
}

export type PutState = 'add' | 'change' | 'same'

/** For each row by its place in the array: what was (or, dry, would be) done; undefined for a person outside the walls. */
export async function putPlannings(
  db: Db,
  rows: readonly Record<string, unknown>[],
  isDry: boolean,
): Promise<(PutState | undefined)[]> {
  const found = await sql<{
    place: number
    state: PutState
  }>`select place, state from people_put_plannings(${JSON.stringify(rows)}::jsonb, ${isDry})`.execute(db)
  return byPlace(found.rows, rows.length)
}

export async function putRatings(
  db: Db,
  rows: readonly Record<string, unknown>[],
  isDry: boolean,
): Promise<(PutState | undefined)[]> {
  const found = await sql<{
    place: number
    state: PutState
  }>`select place, state from people_put_ratings(${JSON.stringify(rows)}::jsonb, ${isDry})`.execute(db)
  return byPlace(found.rows, rows.length)
}

function byPlace(
  found: readonly { place: number; state: PutState }[],
  length: number,
): (PutState | undefined)[] {
  const states = new Array<PutState | undefined>(length).fill(undefined)
  for (const { place, state } of found) states[place - 1] = state
  return states
}

export async function endPlanning(
  db: Db,
  personId: number,
  planningId: number,
  removedOn: Day,
): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean
  }>`select people_end_planning(${personId}, ${planningId}, ${removedOn}::date) as done`.execute(db)
  return rows[0]?.done ?? false
}

type Suspect = z.infer<typeof contract.duplicate>['first']
export type SuspectPair = { first: Suspect; second: Suspect; reasons: string[]; score: number }

/**
 * Pairs of files that may be one person: the same cadre number; the same name (without diacritics, y as i) with a birth
 * that does not speak against it; a similar name with the same day of birth and sex. Surest first.
 */
export async function suspectPairs(
  db: Db,
  scope: Scope,
  today: Day,
  q: string,
  page: number,
  size: number,
): Promise<{ rows: SuspectPair[]; total: number }> {
  const within = inScope(undefined as never, 'person.unit_id', 'person.id', scope)
  const key = searchKey(q)
  const named =
    key === '' ? sql`true` : sql`(a.search_key like ${`%${key}%`} or b.search_key like ${`%${key}%`})`
  const { rows } = await sql<{
    firstId: number
    secondId: number
    reasons: string[]
    score: number
    total: number
  }>`
    with within as (
      select person.id, person.search_key, person.sex, person.birth_precision, person.born_on, person.born_year, person.cadre_number, person.unit_id,
        split_part(person.search_key, ' ', 1) as family, substring(person.search_key from '[^ ]+$') as given
      from person where ${within}
    ), pairs as (
      select a.id as first_id, b.id as second_id from within a join within b on a.cadre_number = b.cadre_number and a.id < b.id
      union
      select a.id, b.id from within a join within b on a.search_key = b.search_key and a.id < b.id
        and (a.born_on = b.born_on
          or (a.born_year = b.born_year and (a.birth_precision <> 'day' or b.birth_precision <> 'day'))
          or a.birth_precision = 'unknown' or b.birth_precision = 'unknown')
      union
      select a.id, b.id from within a join within b on a.born_on = b.born_on and a.given = b.given and a.search_key <> b.search_key and a.id < b.id
        and a.sex is not distinct from b.sex and similarity(a.search_key, b.search_key) >= 0.5
      union
      select a.id, b.id from within a join within b on a.born_on = b.born_on and a.family = b.family and a.search_key <> b.search_key and a.id < b.id
        and a.sex is not distinct from b.sex and similarity(a.search_key, b.search_key) >= 0.65
    ), judged as (
      select a.id as "firstId", b.id as "secondId", array_remove(array[
          case when a.cadre_number = b.cadre_number then 'sameCadreNumber' end,
          case when a.search_key = b.search_key then 'sameName'
               when similarity(a.search_key, b.search_key) >= 0.5 then 'similarName' else 'differentName' end,
          case when a.born_on = b.born_on then 'sameBirthDay' when a.born_year = b.born_year then 'sameBirthYear'
               when a.birth_precision = 'unknown' or b.birth_precision = 'unknown' then 'birthUnknown' end,
          case when a.born_year <> b.born_year or a.born_on <> b.born_on then 'differentBirth' end,
          case when a.sex <> b.sex then 'differentSex' end,
          case when a.unit_id = b.unit_id then 'sameUnit' end,
          case when a.cadre_number <> b.cadre_number then 'differentCadreNumber' end
        ], null) as reasons
      from pairs p join within a on a.id = p.first_id join within b on b.id = p.second_id
      where ${named} and not exists (select from person_distinct d where d.person_id = p.first_id and d.other_id = p.second_id)
    ), scored as (
      select j.*, least(100, greatest(0, (select sum(w.weight) from unnest(j.reasons) r join (values ${sql.join(
        Object.entries(duplicateWeights).map(([reason, weight]) => sql`(${reason}::text, ${weight}::int)`),
      )}) w (reason, weight) on w.reason = r)))::int as score from judged j
    )
    select s.*, count(*) over () as total from scored s
    order by s.score desc, s."firstId", s."secondId" limit ${size} offset ${(page - 1) * size}`.execute(db)
  const ids = [...new Set(rows.flatMap((row) => [row.firstId, row.secondId]))]
  const people = new Map((await suspects(db, today, ids)).map((one) => [one.id, one]))
  return {
    rows: rows.flatMap(({ firstId, secondId, reasons, score }) => {
      const [first, second] = [people.get(firstId), people.get(secondId)]
      return first && second ? [{ first, second, reasons, score }] : []
    }),
    total: rows[0]?.total ?? 0,
  }
}

async function suspects(db: Db, today: Day, ids: number[]): Promise<Suspect[]> {
  if (ids.length === 0) return []
  const rows = await withPost(db)
    .where('person.id', 'in', ids)
    .select([...rowColumns(today), 'person.cadre_number as cadreNumber'])
    .execute()
  return rows.map(({ cadreNumber, ...row }) => ({ ...rowFrom(row), cadreNumber }))
}

export async function addDistinct(
  db: Db,
  firstId: number,
  secondId: number,
  decidedBy: number,
): Promise<void> {
  await db
    .insertInto('person_distinct')
    .values({
      person_id: Math.min(firstId, secondId),
      other_id: Math.max(firstId, secondId),
      decided_by: decidedBy,
    })
    .onConflict((conflict) => conflict.constraint('person_distinct_once').doNothing())
    .execute()
}

type PlacementRow = z.infer<typeof contract.placementRow>

/** Proposed placements with the units that could be chosen instead. */
export async function placementsOf(
  db: Db,
  scope: Scope,
  input: {
    q: string
    page: number
    size: number
    sort: 'name' | 'fromUnit'
    desc: boolean
    fromUnitId?: number | undefined
    toUnitId?: number | undefined
  },
): Promise<{
  rows: PlacementRow[]
  total: number
  open: { unit: { id: number; name: string }; count: number }[]
}> {
  const within = inScope(undefined as never, 'person.unit_id', 'person.id', scope)
  const proposed = sql`
    select o.id as "postId", person.id as "personId", person.code, person.full_name as "fullName", o.title, b.unit_id as from_id,
      o.unit_id as to_id, o.from_on as "effectiveOn", person.sort_key, person.search_key
    from person_post o join person on person.id = o.person_id
    join person_post b on b.person_id = o.person_id and b.is_main and b.until_on = o.from_on
    where o.placement = 'proposed' and o.is_main and ${within}`
  const key = searchKey(input.q)
  const parts = [sql`true`]
  if (key !== '') parts.push(sql`x.search_key like ${`%${key}%`}`)
  if (input.fromUnitId) parts.push(sql`x.from_id = ${input.fromUnitId}`)
  if (input.toUnitId) parts.push(sql`x.to_id = ${input.toUnitId}`)
  const direction = sql.raw(input.desc ? 'desc' : 'asc')
  const order =
    input.sort === 'name'
      ? sql`x.sort_key ${direction}, x."postId"`
      : sql`x.from_id ${direction}, x.sort_key, x."postId"`
  const { rows } = await sql<PlacementRow & { total: number }>`
    select x."postId", x."personId", x.code, x."fullName", x.title, x."effectiveOn",
      json_build_object('id', x.from_id, 'name', unit_name_on(x.from_id, x."effectiveOn" - 1)) as "fromUnit",
      json_build_object('id', x.to_id, 'name', unit_name_on(x.to_id, x."effectiveOn")) as "toUnit",
      (select json_agg(json_build_object('unit', json_build_object('id', s.to_unit_id, 'name', unit_name_on(s.to_unit_id, s.effective_on)),
          'extent', s.extent, 'share', s.estimated_share::float8) order by s.estimated_share desc nulls last, s.to_unit_id)
        from succession s where s.from_unit_id = x.from_id and s.effective_on = x."effectiveOn") as candidates,
      count(*) over () as total
    from (${proposed}) x where ${sql.join(parts, sql` and `)}
    order by ${order} limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const open = await sql<{ unit: { id: number; name: string }; count: number }>`
    select json_build_object('id', x.from_id, 'name', unit_name_on(x.from_id, min(x."effectiveOn") - 1)) as unit, count(*) as count
    from (${proposed}) x group by x.from_id order by count(*) desc, x.from_id`.execute(db)
  return {
    rows: rows.map(({ total, ...row }) => ({ ...row, candidates: row.candidates ?? [] })),
    total: rows[0]?.total ?? 0,
    open: open.rows,
  }
}

/** Closed units that still hold people, with how many. */
export async function unplacedOf(
  db: Db,
  scope: Scope,
  today: Day,
): Promise<{ unit: { id: number; name: string }; count: number }[]> {
  const within = inScope(undefined as never, 'person.unit_id', 'person.id', scope)
  const { rows } = await sql<{ unit: { id: number; name: string }; count: number }>`
    select json_build_object('id', c.unit_id, 'name', unit_name_on(c.unit_id, ${today}::date)) as unit, c.count from (
      select person.unit_id, count(*) as count from person where person.unit_id is not null and ${within}
        and not exists (select from person_post o where o.id = person.post_id and o.placement = 'proposed') group by person.unit_id) c
    where not exists (select from unit_version v where v.unit_id = c.unit_id and (v.until_on is null or v.until_on > ${today}::date))
    order by c.count desc, c.unit_id`.execute(db)
  return rows
}

/** Decides proposed placements: as they are, or at another of the old unit's successors. Answers how many were decided. */
export async function decidePlacements(
  db: Db,
  scope: Scope,
  today: Day,
  input: { postIds: readonly number[]; fromUnitId?: number | undefined; unitId?: number | undefined },
): Promise<number> {
  const within = inScope(undefined as never, 'person.unit_id', 'person.id', scope)
  const chosen =
    input.fromUnitId === undefined
      ? sql`o.id = any (${[...input.postIds]}::bigint[])`
      : sql`exists (select from person_post b where b.person_id = o.person_id and b.is_main and b.until_on = o.from_on and b.unit_id = ${input.fromUnitId})`
  const successor =
    input.unitId === undefined
      ? sql`true`
      : sql`exists (select from person_post b join succession s on s.from_unit_id = b.unit_id and s.effective_on = o.from_on and s.to_unit_id = ${input.unitId}
          where b.person_id = o.person_id and b.is_main and b.until_on = o.from_on)`
  const { rows } = await sql<{ personId: number }>`
    update person_post o set placement = 'decided', unit_id = coalesce(${input.unitId ?? null}::bigint, o.unit_id)
    from person where person.id = o.person_id and o.placement = 'proposed' and ${chosen} and ${successor} and ${within}
    returning o.person_id as "personId"`.execute(db)
  if (rows.length > 0)
    await settlePosts(
      db,
      today,
      rows.map((row) => row.personId),
    )
  return rows.length
}

/** Open main posts at these units: whom a reorganisation moves. */
export async function openPostsAt(
  db: Db,
  unitIds: readonly number[],
): Promise<{ id: number; personId: number; unitId: number; fromOn: Day | null }[]> {
  return db
    .selectFrom('person_post')
    .where(sql<SqlBool>`unit_id = any (${[...unitIds]}::bigint[])`)
    .where('is_main', '=', true)
    .where('until_on', 'is', null)
    .select(['id', 'person_id as personId', 'unit_id as unitId', 'from_on as fromOn'])
    .orderBy('id')
    .execute()
}

export type Move = {
  postId: number
  unitId: number
  fromOn: Day
  untilOn: Day | null
  isProposed: boolean
  changeId: number | null
}

/** Ends the posts at the day of each move and opens the same posts at the successors, all at once. */
export async function movePosts(db: Db, moves: readonly Move[], today: Day): Promise<void> {
  const wanted = JSON.stringify(moves)
  const columns = sql`jsonb_to_recordset(${wanted}::jsonb) as m ("postId" bigint, "unitId" bigint, "fromOn" date, "untilOn" date, "isProposed" boolean, "changeId" bigint)`
  await sql`
    update person_post o set until_on = m.ends, end_cause = 'reorganisation'
    from (select m."postId", min(m."fromOn") as ends from ${columns} group by 1) m where o.id = m."postId"`.execute(
    db,
  )
  await sql`
    insert into person_post (person_id, unit_id, title, rank, work_field, is_main, from_on, until_on, cause, end_cause, change_id, placement)
    select o.person_id, m."unitId", o.title, o.rank, o.work_field, true, m."fromOn", m."untilOn", 'reorganisation',
      case when m."untilOn" is not null then 'reorganisation' end, m."changeId", case when m."isProposed" then 'proposed' else 'decided' end
    from ${columns} join person_post o on o.id = m."postId" order by m."fromOn", o.id`.execute(db)
  const { rows } = await sql<{ personId: number }>`
    select distinct o.person_id as "personId" from person_post o where o.id = any (${moves.map((one) => one.postId)}::bigint[])`.execute(
    db,
  )
  await settlePosts(
    db,
    today,
    rows.map((row) => row.personId),
  )
}

/** The change of units that a confirmed reorganisation made; null while it is a draft. */
export async function changeOf(db: Db, reorganisationId: number): Promise<number | null> {
  const row = await db
    .selectFrom('unit_change')
    .select('id')
    .where('reorganisation_id', '=', reorganisationId)
    .executeTakeFirst()
  return row?.id ?? null
}

/** A person as an import compares with: the newest posts first. */
export type KnownPerson = {
  id: number
  code: string | null
  fullName: string
  givenNameOverride: string | null
  sex: 'female' | 'male' | null
  birthPrecision: z.infer<typeof contract.birthPrecision>
  bornOn: Day | null
  bornYear: number | null
  bornMonth: number | null
  bornText: string | null
  cadreNumber: string | null
  source: string | null
  unitName: string | null
  posts: { unitId: number; title: string; rank: number | null; workField: string | null }[]
  specialities: string[]
}

/**
 * The people whom an import may mean: by code, by cadre number, or by their exact name. Posts newest first, the unit under its
 * name of `today`. Four plain queries: for a list of thousands they took less time than one with everything in it.
 */
export async function knownPeople(
  db: Db,
  today: Day,
  by: { codes: readonly string[]; cadreNumbers: readonly string[]; names: readonly string[] },
): Promise<KnownPerson[]> {
  if (by.codes.length + by.cadreNumbers.length + by.names.length === 0) return []
  type Person = Omit<KnownPerson, 'unitName' | 'posts' | 'specialities'> & { unitId: number | null }
  const { rows: people } = await sql<Person>`
    select p.id, p.code, p.full_name as "fullName", p.given_name_override as "givenNameOverride", p.sex, p.birth_precision as "birthPrecision",
      p.born_on as "bornOn", p.born_year as "bornYear", p.born_month as "bornMonth", p.born_text as "bornText",
      p.cadre_number as "cadreNumber", p.source, p.unit_id as "unitId"
    from person p where p.id = any (array(
      select id from person where code = any (${[...by.codes]}::text[])
      union select id from person where cadre_number = any (${[...by.cadreNumbers]}::text[])
      union select id from person where full_name = any (${[...by.names]}::text[])))`.execute(db)
  const ids = people.map((one) => one.id)
  const { rows: posts } = await sql<KnownPerson['posts'][number] & { personId: number }>`
    select o.person_id as "personId", o.unit_id as "unitId", o.title, o.rank, o.work_field as "workField"
    from person_post o where o.person_id = any (${ids}::bigint[]) and o.is_main order by o.until_on desc nulls first`.execute(
    db,
  )
  const { rows: educations } = await sql<{ personId: number; field: string }>`
    select e.person_id as "personId", e.field from person_education e
    where e.person_id = any (${ids}::bigint[]) and e.kind = 'speciality' and e.withdrawn_at is null and e.field is not null`.execute(
    db,
  )
  const units = await unitNames(db, [...new Set(people.flatMap((one) => one.unitId ?? []))], today)
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]))
  const postsOf = Map.groupBy(posts, (one) => one.personId)
  const fieldsOf = Map.groupBy(educations, (one) => one.personId)
  return people.map(({ unitId, ...one }) => ({
    ...one,
    unitName: nameOf.get(unitId ?? 0) ?? null,
    posts: postsOf.get(one.id) ?? [],
    specialities: (fieldsOf.get(one.id) ?? []).map((education) => education.field),
  }))
}

export async function peopleByCode(
  db: Db,
  codes: readonly string[],
): Promise<Map<string, { id: number; fullName: string }>> {
  const { rows } = await sql<{ id: number; code: string; fullName: string }>`
    select id, code, full_name as "fullName" from person where code = any (${[...codes]}::text[])`.execute(db)
  return new Map(rows.map(({ code, ...person }) => [code, person]))
}

/** The last days of units that have ended, the latest first: days on which their names can be looked up. */
export async function lastDaysOfUnits(db: Db, today: Day): Promise<Day[]> {
  const { rows } = await sql<{ on: Day }>`
    select distinct v.until_on - 1 as "on" from unit_version v where v.until_on <= ${today}::date order by 1 desc limit 12`.execute(
    db,
  )
  return rows.map((row) => row.on)
}

/** Ids for rows that are about to be added, so that they and all that hangs on them can be written as sets. */
export async function reserveIds(db: Db, of: 'person' | 'person_post', count: number): Promise<number[]> {
  if (count === 0) return []
  const { rows } = await sql<{
    id: number
  }>`select nextval(${`${of}_id_seq`}::regclass) as id from generate_series(1, ${count}::int)`.execute(db)
  return rows.map((row) => row.id)
}

// Rows travel as one JSON text each; a chunk keeps the text, and what the server unpacks of it, small.
const chunkRows = 2000
async function inChunks<T>(rows: readonly T[], work: (json: string) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += chunkRows)
    await work(JSON.stringify(rows.slice(at, at + chunkRows)))
}

const valueColumns = sql`code text, full_name text, given_name_override text, sort_key text, search_key text, sex text, birth_precision text,
  born_on date, born_year smallint, born_month smallint, born_text text, cadre_number text, source text`

/** People with what is kept of their posts and sensitive rows, which are written next. */
export async function addPeople(
  db: Db,
  people: readonly (PersonValues & {
    id: number
    source: string | null
    unit_id: number
    post_id: number
    rank: number | null
    is_party_member: boolean
  })[],
): Promise<void> {
  await inChunks(people, (json) =>
    sql`
      insert into person (id, code, full_name, given_name_override, sort_key, search_key, sex, birth_precision, born_on, born_year, born_month, born_text,
        cadre_number, source, unit_id, post_id, rank, is_party_member) overriding system value
      select r.id, r.code, r.full_name, r.given_name_override, r.sort_key, r.search_key, r.sex, r.birth_precision, r.born_on, r.born_year, r.born_month,
        r.born_text, r.cadre_number, r.source, r.unit_id, r.post_id, r.rank, r.is_party_member
      from jsonb_to_recordset(${json}::jsonb) as r (id bigint, unit_id bigint, post_id bigint, rank smallint, is_party_member boolean, ${valueColumns})`.execute(
      db,
    ),
  )
}

export async function setPeople(
  db: Db,
  people: readonly (PersonValues & { id: number; source: string | null })[],
): Promise<void> {
  await inChunks(people, (json) =>
    sql`
      update person p set code = r.code, full_name = r.full_name, sort_key = r.sort_key, search_key = r.search_key, sex = r.sex,
        birth_precision = r.birth_precision, born_on = r.born_on, born_year = r.born_year, born_month = r.born_month, born_text = r.born_text,
        cadre_number = r.cadre_number, source = r.source, version = p.version + 1
      from jsonb_to_recordset(${json}::jsonb) as r (id bigint, ${valueColumns}) where p.id = r.id`.execute(
      db,
    ),
  )
}

export type NewPost = {
  id: number
  personId: number
  unitId: number
  title: string
  rank: number | null
  workField: string | null
  fromOn: Day | null
  untilOn: Day | null
  cause: string
  endCause: string | null
  changeId: number | null
  placement: 'decided' | 'proposed'
}

export async function addPosts(db: Db, posts: readonly NewPost[]): Promise<void> {
  await inChunks(posts, (json) =>
    sql`
      insert into person_post (id, person_id, unit_id, title, rank, work_field, from_on, until_on, cause, end_cause, change_id, placement)
        overriding system value
      select r.id, r."personId", r."unitId", r.title, r.rank, r."workField", r."fromOn", r."untilOn", r.cause, r."endCause", r."changeId", r.placement
      from jsonb_to_recordset(${json}::jsonb) as r (id bigint, "personId" bigint, "unitId" bigint, title text, rank smallint, "workField" text, "fromOn" date,
        "untilOn" date, cause text, "endCause" text, "changeId" bigint, placement text)`.execute(db),
  )
}

/** Ends the open main posts of these people, where they began before that day. */
export async function endMainPosts(db: Db, personIds: readonly number[], untilOn: Day): Promise<void> {
  if (personIds.length === 0) return
  await sql`
    update person_post set until_on = ${untilOn}::date, end_cause = 'next'
    where person_id = any (${[...personIds]}::bigint[]) and is_main and until_on is null and (from_on is null or from_on < ${untilOn}::date)`.execute(
    db,
  )
}

/**
 * Corrects title, rank and field of the newest main post at a unit, and of the posts that a reorganisation made of it. What is
 * null in the correction stays.
 */
export async function correctPosts(
  db: Db,
  corrections: readonly {
    personId: number
    unitId: number
    title: string | null
    rank: number | null
    workField: string | null
  }[],
): Promise<void> {
  await inChunks(corrections, (json) =>
    sql`
      with wanted as (
        select r.*, (select o.id from person_post o where o.person_id = r."personId" and o.unit_id = r."unitId" and o.is_main
          order by o.until_on desc nulls first limit 1) as post_id
        from jsonb_to_recordset(${json}::jsonb) as r ("personId" bigint, "unitId" bigint, title text, rank smallint, "workField" text)
      )
      update person_post o set title = coalesce(w.title, o.title), rank = coalesce(w.rank, o.rank), work_field = coalesce(w."workField", o.work_field)
      from wanted w join person_post first on first.id = w.post_id
      where o.person_id = w."personId" and (o.id = w.post_id or (o.is_main and o.cause = 'reorganisation' and o.title = first.title
        and o.from_on >= first.until_on))`.execute(db),
  )
}

export async function addEducations(
  db: Db,
  rows: readonly { personId: number; field: string; source: string | null }[],
): Promise<void> {
  await inChunks(rows, (json) =>
    sql`
      insert into person_education (person_id, kind, field, source) select r."personId", 'speciality', r.field, r.source
      from jsonb_to_recordset(${json}::jsonb) as r ("personId" bigint, field text, source text)`.execute(db),
  )
}

/** Units by their names of the day, each once. */
export async function unitNames(
  db: Db,
  unitIds: readonly number[],
  today: Day,
): Promise<{ id: number; name: string }[]> {
  if (unitIds.length === 0) return []
  const { rows } = await sql<{ id: number; name: string }>`
    select u.id, coalesce(unit_name_on(u.id, ${today}::date), '') as name from unit u where u.id = any (${[...unitIds]}::bigint[]) order by u.id`.execute(
    db,
  )
  return rows
}
