import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey, sortKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { treeNode, unit, unitPage, unitsInput } from './contract.ts'
import { type Bloc, fullName, identityKey, type Level, type UnitKind, unitSearchKey } from './rules/names.ts'

type Unit = z.infer<typeof unit>
type Node = z.infer<typeof treeNode>
type Page = z.infer<typeof unitPage>

/** Whether a version holds on a day; `version` is the alias of its table. */
const holdsOn = (version: string, on: Day | RawBuilder<unknown>) => {
  const day = typeof on === 'string' ? sql`${on}::date` : on
  const column = (name: string) => sql.ref(`${version}.${name}`)
  return sql<boolean>`((${column('from_on')} is null or ${column('from_on')} <= ${day}) and (${column('until_on')} is null or ${column('until_on')} > ${day}))`
}

/** The units of a day: those that exist, those that no longer do (under their last name), or both. Coming ones are left out. */
export async function unitsOf(
  db: Db,
  on: Day,
  input: z.infer<typeof unitsInput>,
): Promise<{ rows: Unit[]; total: number }> {
  const parts: RawBuilder<unknown>[] = [sql`true`]
  if (input.state !== 'all') parts.push(sql`v.is_closed = ${input.state === 'closed'}`)
  if (input.level) parts.push(sql`v.level = ${input.level}`)
  if (input.bloc) parts.push(sql`v.bloc = ${input.bloc}`)
  if (input.kind) parts.push(sql`v.kind = ${input.kind}`)
  if (input.parentId) parts.push(sql`v.parent_id = ${input.parentId}`)
  if (input.q) {
    const key = searchKey(input.q)
    parts.push(sql`(v.search_key like ${`%${key}%`} or lower(u.code) = ${input.q.toLowerCase()})`)
  }
  const direction = sql.raw(input.desc ? 'desc' : 'asc')
  const order = {
    name: sql`v.sort_key ${direction}`,
    code: sql`u.code collate "C" ${direction} nulls last, v.sort_key`,
    level: sql`array_position(array['central', 'province', 'district', 'commune'], v.level) ${direction}, v.sort_key`,
    fromOn: sql`v.from_on ${direction} nulls first, v.sort_key`,
  }[input.sort]
  const from = sql`
    (select distinct on (unit_id) *, coalesce(until_on <= ${on}::date, false) as is_closed from unit_version
      where (from_on is null or from_on <= ${on}::date) and not isempty(daterange(from_on, until_on)) order by unit_id, from_on desc nulls last) v
    join unit u on u.id = v.unit_id where ${sql.join(parts, sql` and `)}`
  const { rows } = await sql<Unit & { total: number }>`
    select u.id, u.code, v.name, v.full_name as "fullName", v.kind, v.level, v.bloc, v.parent_id as "parentId",
      unit_name_on(v.parent_id, least(${on}::date, v.until_on - 1)) as "parentName",
      v.from_on as "fromOn", v.until_on as "untilOn", v.is_closed as "isClosed"
    from ${from} order by ${order}, u.id limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(
    db,
  )
  const counted = await sql<{ total: number }>`select count(*) as total from ${from}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** Every matching unit without paging, for the file of a list. */
export const allUnitsOf = async (db: Db, on: Day, input: z.infer<typeof unitsInput>): Promise<Unit[]> =>
  (await unitsOf(db, on, { ...input, page: 1, size: 100_000 as 100 })).rows

/** The tree of a day, parents before their names: all of it, or the children of one unit. */
export async function nodesOf(db: Db, on: Day, parentId?: number): Promise<Node[]> {
  const under = parentId === undefined ? sql`true` : sql`v.parent_id = ${parentId}`
  const { rows } = await sql<Node>`
    select v.unit_id as id, v.parent_id as "parentId", u.code, v.full_name as "fullName", v.kind, v.level, v.bloc,
      coalesce(c.children, 0)::int as children
    from unit_version v join unit u on u.id = v.unit_id
    left join (select w.parent_id, count(*) as children from unit_version w where ${holdsOn('w', on)} group by w.parent_id) c
      on c.parent_id = v.unit_id
    where ${holdsOn('v', on)} and ${under}
    order by array_position(array['central', 'province', 'district', 'commune'], v.level), v.sort_key, v.unit_id`.execute(
    db,
  )
  return rows
}

const changeColumns = (alias: string) => {
  const c = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`json_build_object('id', ${c('id')}, 'kind', ${c('kind')}, 'effectiveOn', ${c('effective_on')}, 'documentNumber', ${c('document_number')},
    'documentOn', ${c('document_on')}, 'documentIssuer', ${c('document_issuer')}, 'reason', ${c('reason')}, 'reorganisationId', ${c('reorganisation_id')})`
}

/** One change of the tree at a time: what one of them looks at must not move under it. */
export async function lockTree(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('nhip.units'))`.execute(db)
}

export type UnitRow = { id: number; code: string | null; version: number }

export const unitById = (db: Db, unitId: number): Promise<UnitRow | undefined> =>
  db.selectFrom('unit').select(['id', 'code', 'version']).where('id', '=', unitId).executeTakeFirst()

/** Names, kinds and parents of a unit over time, the oldest first. */
export async function versionsOf(db: Db, unitId: number): Promise<Page['versions']> {
  const { rows } = await sql<Page['versions'][number]>`
    select v.id, v.name, v.full_name as "fullName", v.qualifier, v.kind, v.level, v.bloc, v.parent_id as "parentId",
      unit_name_on(v.parent_id, coalesce(v.until_on - 1, current_date)) as "parentName", v.from_on as "fromOn", v.until_on as "untilOn",
      ${changeColumns('opened')} as opened, case when closed.id is null then null else ${changeColumns('closed')} end as closed
    from unit_version v join unit_change opened on opened.id = v.opened_by left join unit_change closed on closed.id = v.closed_by
    where v.unit_id = ${unitId} and not isempty(daterange(v.from_on, v.until_on)) order by v.from_on nulls first`.execute(
    db,
  )
  return rows
}

/** The old units that went into this one, or the new ones that it went into. The old under their last name, the new under their first. */
export async function relativesOf(
  db: Db,
  unitId: number,
  side: 'predecessors' | 'successors',
): Promise<Page['successors']> {
  const [own, other] =
    side === 'predecessors' ? ['to_unit_id', 'from_unit_id'] : ['from_unit_id', 'to_unit_id']
  const day = side === 'predecessors' ? sql`s.effective_on - 1` : sql`s.effective_on`
  const { rows } = await sql<Page['successors'][number]>`
    select ${sql.ref(`s.${other}`)} as "unitId", unit_name_on(${sql.ref(`s.${other}`)}, ${day}) as "fullName", s.kind, s.extent,
      s.estimated_share::float as "estimatedShare", s.effective_on as "effectiveOn", ${changeColumns('c')} as change
    from succession s join unit_change c on c.id = s.change_id
    where ${sql.ref(`s.${own}`)} = ${unitId}
    order by s.effective_on, array_position(array['whole', 'part', 'remainder'], s.extent), s.id`.execute(db)
  return rows
}

/** The parents of a unit on a day, the uppermost first. */
export async function pathOf(db: Db, unitId: number, on: Day): Promise<Page['path']> {
  const { rows } = await sql<{ id: number; fullName: string }>`
    with recursive up(id, depth) as (
      select v.parent_id, 1 from unit_version v where v.unit_id = ${unitId} and ${holdsOn('v', on)} and v.parent_id is not null
      union all
      select v.parent_id, u.depth + 1 from up u join unit_version v on v.unit_id = u.id
        where ${holdsOn('v', on)} and v.parent_id is not null and u.depth < 30
    )
    select id, unit_name_on(id, ${on}::date) as "fullName" from up order by depth desc`.execute(db)
  return rows
}

/** Who holds a role at the unit on a day, as far as the asker may know. */
export async function holdersOf(db: Db, scope: Scope, unitId: number, on: Day): Promise<Page['holders']> {
  if (!scope.all && !scope.unitIds.includes(unitId)) return null
  const { rows } = await sql<NonNullable<Page['holders']>[number]>`
    select a.id as "accountId", a.name, a.email, g.role, g.from_on as "fromOn"
    from role_grant g join account a on a.id = g.account_id
    where g.unit_id = ${unitId} and not a.is_disabled
      and g.from_on <= ${on}::date and (g.until_on is null or g.until_on > ${on}::date)
    order by g.role desc, a.sort_key`.execute(db)
  return rows
}

/** What the unit has become on a day, whole successions followed; null when it was divided or dissolved. */
export async function todayUnitOf(db: Db, unitId: number, on: Day): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`
    with recursive path(at) as (
      select ${unitId}::bigint
      union
      select s.to_unit_id from path p join succession s on s.from_unit_id = p.at and s.extent = 'whole' and s.effective_on <= ${on}::date
        where not exists (select from unit_version v where v.unit_id = p.at and ${holdsOn('v', on)})
    )
    select min(p.at) as id from path p where exists (select from unit_version v where v.unit_id = p.at and ${holdsOn('v', on)})`.execute(
    db,
  )
  return rows[0]?.id ?? null
}

/** What a unit was called on a day; null for an id that is none. A closed unit keeps its last name. */
export async function nameOn(db: Db, unitId: number, on: Day): Promise<string | null> {
  const { rows } = await sql<{
    name: string | null
  }>`select unit_name_on(${unitId}, ${on}::date) as name`.execute(db)
  return rows[0]?.name ?? null
}

/** Whether a unit exists on a day. */
export async function existsOn(db: Db, unitId: number, on: Day): Promise<boolean> {
  const { rows } = await sql<{
    id: number
  }>`select unit_id as id from unit_version v where unit_id = ${unitId} and ${holdsOn('v', on)}`.execute(db)
  return rows.length > 0
}

/** A version as the rules of a reorganisation and the finding of names need it. */
export type StandingVersion = {
  versionId: number
  unitId: number
  code: string | null
  name: string
  fullName: string
  qualifier: string | null
  kind: UnitKind
  level: Level
  bloc: Bloc
  parentId: number | null
  identityKey: string
  searchKey: string
  fromOn: Day | null
  untilOn: Day | null
}

const standingColumns = sql`v.id as "versionId", v.unit_id as "unitId", u.code, v.name, v.full_name as "fullName", v.qualifier, v.kind, v.level, v.bloc,
  v.parent_id as "parentId", v.identity_key as "identityKey", v.search_key as "searchKey", v.from_on as "fromOn", v.until_on as "untilOn"`

/** Every unit as it stands on a day. */
export async function standingOn(db: Db, on: Day): Promise<StandingVersion[]> {
  const { rows } = await sql<StandingVersion>`
    select ${standingColumns} from unit_version v join unit u on u.id = v.unit_id where ${holdsOn('v', on)} order by v.unit_id`.execute(
    db,
  )
  return rows
}

/** Every version there is: for imports, and for names that come back. */
export async function everyVersion(db: Db): Promise<StandingVersion[]> {
  const { rows } = await sql<StandingVersion>`
    select ${standingColumns} from unit_version v join unit u on u.id = v.unit_id
    where not isempty(daterange(v.from_on, v.until_on)) order by v.unit_id, v.from_on nulls first`.execute(db)
  return rows
}

/** Ids of the unit and of everything under it on a day. */
export async function subtreeOf(db: Db, unitId: number, on: Day): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive down(id) as (
      select ${unitId}::bigint
      union
      select v.unit_id from down d join unit_version v on v.parent_id = d.id where ${holdsOn('v', on)}
    )
    select id from down`.execute(db)
  return rows.map((row) => row.id)
}

/** Children that the unit has or will have on a day or later. */
export async function childrenFrom(
  db: Db,
  unitId: number,
  on: Day,
): Promise<{ unitId: number; fullName: string }[]> {
  const { rows } = await sql<{ unitId: number; fullName: string }>`
    select distinct on (v.unit_id) v.unit_id as "unitId", v.full_name as "fullName" from unit_version v
    where v.parent_id = ${unitId} and (v.until_on is null or v.until_on > ${on}::date) order by v.unit_id, v.from_on desc nulls last`.execute(
    db,
  )
  return rows
}

export type NewChange = {
  kind: 'made' | 'renamed' | 'moved' | 'dissolved' | 'reorganised' | 'imported'
  effectiveOn: Day | null
  documentNumber?: string | null | undefined
  documentOn?: Day | null | undefined
  documentIssuer?: string | null | undefined
  reason?: string | null | undefined
  reorganisationId?: number | undefined
  enteredBy: number | null
}

export async function addChange(db: Db, change: NewChange): Promise<number> {
  const row = await db
    .insertInto('unit_change')
    .values({
      kind: change.kind,
      effective_on: change.effectiveOn,
      document_number: change.documentNumber ?? null,
      document_on: change.documentOn ?? null,
      document_issuer: change.documentIssuer ?? null,
      reason: change.reason ?? null,
      reorganisation_id: change.reorganisationId ?? null,
      entered_by: change.enteredBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** New ids, one for each code (null: without one), in the same order. */
export async function addUnits(db: Db, codes: readonly (string | null)[]): Promise<number[]> {
  if (codes.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    insert into unit (code) select code from unnest(${[...codes]}::text[]) with ordinality as given(code, n) order by n returning id`.execute(
    db,
  )
  // An insert from an ordered query gives its identities in that order.
  return rows.map((row) => row.id)
}

export type NewVersion = {
  unitId: number
  name: string
  kind: UnitKind
  qualifier: string | null
  level: Level
  bloc: Bloc
  parentId: number | null
  fromOn: Day | null
  untilOn: Day | null
  openedBy: number
  closedBy: number | null
}

export async function addVersions(db: Db, versions: readonly NewVersion[]): Promise<void> {
  for (let at = 0; at < versions.length; at += 500) {
    await db
      .insertInto('unit_version')
      .values(
        versions.slice(at, at + 500).map((version) => ({
          unit_id: version.unitId,
          name: version.name,
          kind: version.kind,
          qualifier: version.qualifier,
          search_key: unitSearchKey(version),
          sort_key: sortKey(fullName(version)),
          identity_key: identityKey(version),
          level: version.level,
          bloc: version.bloc,
          parent_id: version.parentId,
          from_on: version.fromOn,
          until_on: version.untilOn,
          opened_by: version.openedBy,
          closed_by: version.closedBy,
        })),
      )
      .execute()
  }
}

/** Ends versions on a day. Every one must still be open; a second closing finds none and is told by the count. */
export async function closeVersions(
  db: Db,
  versionIds: readonly number[],
  untilOn: Day,
  closedBy: number,
): Promise<number> {
  if (versionIds.length === 0) return 0
  const { rows } = await sql<{ id: number }>`
    update unit_version set until_on = ${untilOn}::date, closed_by = ${closedBy}
    where id = any (${[...versionIds]}::bigint[]) and until_on is null returning id`.execute(db)
  return rows.length
}

/** A unit that has changed has a new version, so that a form opened before is refused. */
export async function countUp(db: Db, unitIds: readonly number[]): Promise<void> {
  if (unitIds.length === 0) return
  await sql`update unit set version = version + 1 where id = any (${[...unitIds]}::bigint[])`.execute(db)
}

export type NewSuccession = {
  fromUnitId: number
  toUnitId: number
  kind: 'merge' | 'absorb' | 'split' | 'part_moved' | 'end_of_level'
  extent: 'whole' | 'part' | 'remainder'
  share: number | null
}

export async function addSuccessions(
  db: Db,
  changeId: number,
  effectiveOn: Day,
  edges: readonly NewSuccession[],
): Promise<void> {
  for (let at = 0; at < edges.length; at += 500) {
    await db
      .insertInto('succession')
      .values(
        edges.slice(at, at + 500).map((edge) => ({
          change_id: changeId,
          from_unit_id: edge.fromUnitId,
          to_unit_id: edge.toUnitId,
          kind: edge.kind,
          extent: edge.extent,
          estimated_share: edge.share,
          effective_on: effectiveOn,
        })),
      )
      .execute()
  }
}

/** All lines between old and new units. */
export async function successions(db: Db): Promise<(NewSuccession & { effectiveOn: Day })[]> {
  const { rows } = await sql<NewSuccession & { effectiveOn: Day }>`
    select from_unit_id as "fromUnitId", to_unit_id as "toUnitId", kind, extent, estimated_share::float as share, effective_on as "effectiveOn"
    from succession order by id`.execute(db)
  return rows
}
