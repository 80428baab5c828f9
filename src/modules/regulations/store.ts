import { sql } from 'kysely'
import type { Day } from '../../pure/day.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { PostFact } from './rules.ts'

/** Facts that several people share, and who they are: posts and levels repeat, so that a school has few of them. */
export type FactsGroup = { posts: PostFact[]; qualifications: string[]; personIds: number[] }

const within = (column: string, scope: Scope) =>
  scope.all
    ? sql`true`
    : sql`(${sql.ref(column)} = any (${[...scope.unitIds]}::bigint[])${
        scope.personId === null ? sql`` : sql` or p.id = ${scope.personId}`
      })`

const between = '\u001f'

/**
 * What the rule has to know of everybody who holds (or is planned for) a post on a day: posts with level and kind of their
 * unit, and what is recorded of political theory. Planned posts only of the units of `planned`; null: of nobody.
 */
export async function factsOf(
  db: Db,
  scope: Scope,
  about: { on: Day; unitIds: readonly number[] | null; planned: Scope | null; personIds?: readonly number[] },
): Promise<FactsGroup[]> {
  // The units apart: how many stand on a day PostgreSQL cannot tell beforehand, and would go through all of them for every post.
  const units = await sql<{ id: number; level: string; kind: string }>`
    select v.unit_id as id, v.level, v.kind from unit_version v
    where daterange(v.from_on, v.until_on) @> ${about.on}::date`.execute(db)
  // Handed in by value, so that it knows how many they are; people of like units then share one row.
  const place = sql`unnest(${units.rows.map((unit) => unit.id)}::bigint[], ${units.rows.map((unit) => unit.level)}::text[], ${units.rows.map((unit) => unit.kind)}::text[])
    as u (id, level, kind)`
  const { rows } = await sql<{ posts: string[]; qualifications: string[]; personIds: number[] }>`
    with people as (
      select p.id, p.unit_id from person p
      where ${within('p.unit_id', scope)}
        ${about.unitIds ? sql`and p.unit_id = any (${[...about.unitIds]}::bigint[])` : sql``}
        ${about.personIds ? sql`and p.id = any (${[...about.personIds]}::bigint[])` : sql``}
    ), post as (
      select o.person_id, concat_ws(${between}::text, 'held', coalesce(u.level, ''), coalesce(u.kind, ''), o.title) as fact
        from person_post o left join ${place} on u.id = o.unit_id
        where (o.from_on is null or o.from_on <= ${about.on}::date) and (o.until_on is null or o.until_on > ${about.on}::date)
          and o.title <> '' ${about.personIds ? sql`and o.person_id = any (${[...about.personIds]}::bigint[])` : sql``}
      ${
        about.planned
          ? sql`union all
            select g.person_id, concat_ws(${between}::text, 'planned', coalesce(u.level, ''), coalesce(u.kind, ''), g.post)
              from people_planned_posts(${about.on}::date) g join people p on p.id = g.person_id left join ${place} on u.id = p.unit_id
              where ${within('p.unit_id', about.planned)}`
          : sql``
      }
    ), posts as (
      select post.person_id, array_agg(post.fact order by post.fact) as facts from post group by 1
    ), theory as (
      select e.person_id, array_agg(concat_ws(' ', e.level, e.field) order by e.level, e.field) as texts from person_education e
      where e.kind = 'politicalTheory' and e.withdrawn_at is null group by 1
    )
    select posts.facts as posts, coalesce(theory.texts, '{}') as qualifications, array_agg(people.id) as "personIds"
    from people join posts on posts.person_id = people.id left join theory on theory.person_id = people.id group by 1, 2`.execute(
    db,
  )
  return rows.map(({ posts, qualifications, personIds }) => ({
    qualifications,
    personIds,
    posts: posts.map((fact): PostFact => {
      const [basis, level, kind, ...title] = fact.split(between)
      return {
        basis: basis === 'planned' ? 'planned' : 'held',
        level: level || null,
        kind: kind || null,
        title: title.join(' '),
      }
    }),
  }))
}

export type Named = { personId: number; fullName: string; unitId: number | null; unitName: string | null }

/** One page of these people by name or unit; all of them where `size` is left out. */
export async function namesOf(
  db: Db,
  scope: Scope,
  personIds: readonly number[],
  view: { q: string; sort: 'name' | 'unit'; desc: boolean; on: Day; size?: number; page?: number },
  searchKey: string,
): Promise<{ rows: Named[]; total: number }> {
  const words = searchKey === '' ? [] : searchKey.split(' ')
  const where = sql`from person p where p.id = any (${[...personIds]}::bigint[]) and ${within('p.unit_id', scope)}
    ${
      words.length === 0
        ? sql``
        : sql`and ${sql.join(
            words.map((word) => sql`' ' || p.search_key like ${`% ${word}%`}`),
            sql` and `,
          )}`
    }`
  const direction = view.desc ? sql`desc` : sql`asc`
  const { rows } = await sql<Named>`
    select p.id as "personId", p.full_name as "fullName", p.unit_id as "unitId", unit_name_on(p.unit_id, ${view.on}::date) as "unitName"
    ${where} order by ${view.sort === 'unit' ? sql`unit_name_on(p.unit_id, ${view.on}::date) ${direction},` : sql``} p.sort_key ${direction}, p.id
    ${view.size === undefined ? sql`` : sql`limit ${view.size} offset ${((view.page ?? 1) - 1) * view.size}`}`.execute(
    db,
  )
  const counted = await sql<{ total: number }>`select count(*)::int as total ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** A unit and all that stands under it on a day, with what went over to it whole. */
export async function unitsUnder(db: Db, unitId: number, on: Day): Promise<number[]> {
  const { rows } = await sql<{
    id: number
  }>`select units_in_scope(${unitId}, ${on}::date) as id`.execute(db)
  return rows.map((row) => row.id)
}
