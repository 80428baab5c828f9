import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { act, preview, reorganisation, reorganisationsContract } from './contract.ts'

type Row = Omit<z.infer<typeof reorganisation>, 'can'> & { enteredById: number }
type Acts = z.infer<typeof act>[]
type Preview = z.infer<typeof preview>
type ListInput = z.infer<
  NonNullable<(typeof reorganisationsContract.reorganisations)['~orpc']['inputSchema']>
>

const columns = sql`
  r.id, r.title, r.document_number as "documentNumber", r.document_on as "documentOn", r.document_issuer as "documentIssuer",
  r.effective_on as "effectiveOn", r.state, r.version, r.entered_by as "enteredById", r.entered_at as "enteredAt",
  (select a.name from account a where a.id = r.entered_by) as "enteredBy", r.confirmed_at as "confirmedAt",
  (select a.name from account a where a.id = r.confirmed_by) as "confirmedBy", jsonb_array_length(r.acts) as "actCount"`

export async function reorganisationsOf(db: Db, input: ListInput): Promise<{ rows: Row[]; total: number }> {
  const state = input.state ?? null
  const where = sql`(${state}::text is null or r.state = ${state}) and r.search_key like ${`%${searchKey(input.q)}%`}`
  // The newest first, unless asked otherwise.
  const by = {
    effectiveOn: sql`r.effective_on ${sql.raw(input.desc ? 'asc' : 'desc')}`,
    enteredAt: sql`r.entered_at ${sql.raw(input.desc ? 'asc' : 'desc')}`,
    title: sql`r.search_key ${sql.raw(input.desc ? 'desc' : 'asc')}`,
  }[input.sort]
  const { rows } = await sql<Row>`
    select ${columns} from reorganisation r where ${where}
    order by ${by}, r.id desc limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const counted = await sql<{
    total: number
  }>`select count(*) as total from reorganisation r where ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** One reorganisation with its acts; with `lock` held until the transaction ends. */
export async function reorganisationById(
  db: Db,
  id: number,
  lock = false,
): Promise<(Row & { acts: Acts }) | undefined> {
  const { rows } = await sql<Row & { acts: Acts }>`
    select ${columns}, r.acts from reorganisation r where r.id = ${id} ${lock ? sql`for update` : sql``}`.execute(
    db,
  )
  return rows[0]
}

export type Entered = {
  title: string
  documentNumber: string
  documentOn: Day
  documentIssuer: string
  effectiveOn: Day
  acts: Acts
}

export async function addReorganisation(
  db: Db,
  input: Entered & { enteredBy: number; sourceHash?: string | undefined },
): Promise<number> {
  const row = await db
    .insertInto('reorganisation')
    .values({ ...stored(input), entered_by: input.enteredBy, source_hash: input.sourceHash ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Writes a draft anew; it is then its changer's. */
export async function changeReorganisation(
  db: Db,
  id: number,
  input: Entered & { enteredBy: number },
): Promise<void> {
  await db
    .updateTable('reorganisation')
    .set((eb) => ({
      ...stored(input),
      entered_by: input.enteredBy,
      entered_at: sql<string>`now()`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

const stored = (input: Entered) => ({
  title: input.title,
  search_key: searchKey(`${input.title} ${input.documentNumber}`),
  document_number: input.documentNumber,
  document_on: input.documentOn,
  document_issuer: input.documentIssuer,
  effective_on: input.effectiveOn,
  acts: JSON.stringify(input.acts),
})

export async function endReorganisation(
  db: Db,
  id: number,
  end: { state: 'confirmed'; confirmedBy: number } | { state: 'withdrawn' },
): Promise<void> {
  await db
    .updateTable('reorganisation')
    .set((eb) => ({
      state: end.state,
      version: eb('version', '+', 1),
      ...(end.state === 'confirmed'
        ? { confirmed_by: end.confirmedBy, confirmed_at: sql<string>`now()` }
        : {}),
    }))
    .where('id', '=', id)
    .execute()
}

/** The reorganisation that this file was read into already, if it was not withdrawn. */
export async function reorganisationOfSource(db: Db, sourceHash: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('reorganisation')
    .select('id')
    .where('source_hash', '=', sourceHash)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  return row?.id
}

/** What lies at these units on the day: people by their present post, classes that have not ended, accounts with roles. */
export async function touchedBy(
  db: Db,
  unitIds: readonly number[],
  on: Day,
): Promise<Pick<Preview['counts'], 'people' | 'classes' | 'accounts'>> {
  const ids = sql`any (${[...unitIds]}::bigint[])`
  const { rows } = await sql<Pick<Preview['counts'], 'people' | 'classes' | 'accounts'>>`
    select
      (select count(*) from person where unit_id = ${ids})::int as people,
      (select count(*) from training_class where (host_unit_id = ${ids} or partner_unit_id = ${ids})
        and opens_on < ${on}::date and (closes_on is null or closes_on >= ${on}::date))::int as classes,
      (select count(distinct account_id) from role_grant where unit_id = ${ids}
        and from_on <= ${on}::date and (until_on is null or until_on > ${on}::date))::int as accounts`.execute(
    db,
  )
  return rows[0] ?? { people: 0, classes: 0, accounts: 0 }
}

/** Names of units on a day, by id. */
export async function namesIn(db: Db, unitIds: readonly number[], on: Day): Promise<Record<string, string>> {
  const { rows } = await sql<{ id: number; name: string | null }>`
    select id, unit_name_on(id, ${on}::date) as name from unnest(${[...unitIds]}::bigint[]) id`.execute(db)
  return Object.fromEntries(rows.map((row) => [row.id, row.name ?? '']))
}

export type Holder = { accountId: number; name: string; role: string; unitId: number }

/** Roles held at these units on a day. */
export async function holdersAt(db: Db, unitIds: readonly number[], on: Day): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select a.id as "accountId", a.name, g.role, g.unit_id as "unitId" from role_grant g join account a on a.id = g.account_id
    where g.unit_id = any (${[...unitIds]}::bigint[]) and not a.is_disabled
      and g.from_on <= ${on}::date and (g.until_on is null or g.until_on > ${on}::date)
    order by g.unit_id, a.sort_key, g.id`.execute(db)
  return rows
}

export type AppliedUnit = {
  unitId: number
  before: string | null
  after: string | null
  parentBefore: number | null
  parentAfter: number | null
  isNew: boolean
}

/** What a confirmed reorganisation did to each unit: the version that it ended and the one that it opened. */
export async function appliedUnits(db: Db, reorganisationId: number): Promise<AppliedUnit[]> {
  const { rows } = await sql<AppliedUnit>`
    with change as (select id, effective_on from unit_change where reorganisation_id = ${reorganisationId}),
    old as (select v.* from unit_version v join change c on v.closed_by = c.id),
    new as (select v.* from unit_version v join change c on v.opened_by = c.id and v.from_on = c.effective_on)
    select coalesce(old.unit_id, new.unit_id) as "unitId", old.full_name as before, new.full_name as after,
      old.parent_id as "parentBefore", new.parent_id as "parentAfter", old.unit_id is null as "isNew"
    from old full join new on new.unit_id = old.unit_id order by 1`.execute(db)
  return rows
}

export type AppliedEdge = {
  fromUnitId: number
  toUnitId: number
  from: string
  to: string
  extent: 'whole' | 'part' | 'remainder'
}

export async function appliedEdges(db: Db, reorganisationId: number): Promise<AppliedEdge[]> {
  const { rows } = await sql<AppliedEdge>`
    select s.from_unit_id as "fromUnitId", s.to_unit_id as "toUnitId", s.extent,
      unit_name_on(s.from_unit_id, s.effective_on - 1) as "from", unit_name_on(s.to_unit_id, s.effective_on) as "to"
    from succession s join unit_change c on c.id = s.change_id where c.reorganisation_id = ${reorganisationId} order by s.id`.execute(
    db,
  )
  return rows
}
