import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { Criterion, Overall, Verdict } from './contract/verdict.ts'
import type { checkCauses, exception } from './contract.ts'

export type Cause = (typeof checkCauses)[number]
export type Exception = z.infer<typeof exception>

/** A nomination with what the rules look at that is not masked. */
export type ToJudge = {
  id: number
  personId: number
  basis: 'held' | 'planned'
  postId: number | null
  sentOn: Day
  isForeign: boolean
  level: 'elementary' | 'intermediate' | 'advanced' | null
  mode: 'fullTime' | 'partTime' | 'none'
  opensOn: Day
  sex: 'female' | 'male' | null
  birthPrecision: 'day' | 'month' | 'year' | 'unknown'
  bornOn: Day | null
  bornYear: number | null
  bornMonth: number | null
  unitLevel: string | null
  unitKind: string | null
  posts: {
    id: number
    title: string
    level: string | null
    kind: string | null
    document: string | null
    fromOn: Day | null
    untilOn: Day | null
    isMain: boolean
  }[]
  educations: string[]
  exceptions: { criterion: Criterion; number: string; on: Day }[]
  checkId: number | null
}

/** As of each one's own sending date. Somebody whose file is out of the asker's reach is left out. */
export async function toJudge(db: Db, ids: readonly number[]): Promise<ToJudge[]> {
  const { rows } = await sql<ToJudge>`
    select m.id, m.person_id as "personId", m.basis, m.post_id as "postId", m.sent_on as "sentOn", m.is_foreign as "isForeign",
      g.level, c.mode_code as mode, c.opens_on as "opensOn", p.sex, p.birth_precision as "birthPrecision", p.born_on as "bornOn",
      p.born_year as "bornYear", p.born_month as "bornMonth", m.check_id as "checkId", u.level as "unitLevel", u.kind as "unitKind",
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'title', o.title, 'level', v.level, 'kind', v.kind, 'document', o.document,
            'fromOn', o.from_on, 'untilOn', o.until_on, 'isMain', o.is_main) order by o.is_main desc, o.id)
          from person_post o left join unit_version v on v.unit_id = o.unit_id and daterange(v.from_on, v.until_on) @> m.sent_on
          where o.person_id = p.id and (o.id = m.post_id or ((o.from_on is null or o.from_on <= m.sent_on)
            and (o.until_on is null or o.until_on > m.sent_on)))), '[]') as posts,
      coalesce((select jsonb_agg(concat_ws(' ', e.level, e.field) order by e.id) from person_education e
          where e.person_id = p.id and e.kind = 'speciality' and e.withdrawn_at is null), '[]') as educations,
      coalesce((select jsonb_agg(jsonb_build_object('criterion', x.criterion, 'number', x.document_number, 'on', x.document_on) order by x.id)
          from nomination_exception x where x.nomination_id = m.id), '[]') as exceptions
    from nomination m join person p on p.id = m.person_id join training_class c on c.id = m.class_id join programme g on g.id = c.programme_id
      left join unit_version u on u.unit_id = p.unit_id and daterange(u.from_on, u.until_on) @> m.sent_on
    where m.id = any (${[...ids]}::bigint[]) order by m.id`.execute(db)
  return rows
}

/** What is masked of people, for the rules only. Dates are days, as jsonb has them. */
export type Sensitive = {
  party: { admittedOn: Day | null; officialOn: Day | null; text: string | null } | null
  ethnicity: string | null
  plannings: {
    term: string
    post: string
    decidedOn: Day
    removedOn: Day | null
    document: string | null
  }[]
  ratings: { year: number; level: number; source: string }[]
}

export async function sensitiveOf(db: Db, personIds: readonly number[]): Promise<Map<number, Sensitive>> {
  const { rows } = await sql<{ personId: number; facts: Sensitive }>`
    select person_id as "personId", facts from nomination_facts_of(${[...new Set(personIds)]}::bigint[])`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.personId, row.facts]))
}

export async function keepRuleSets(
  db: Db,
  sets: readonly { hash: string; setId: string; content: string }[],
): Promise<void> {
  for (const set of sets)
    await sql`insert into nomination_rule_set (hash, set_id, content) values (${set.hash}, ${set.setId}, ${set.content}::jsonb)
      on conflict (hash) do nothing`.execute(db)
}

export type NewCheck = {
  nominationId: number
  cause: Cause
  ruleSet: string | null
  ruleHash: string | null
  overall: Overall
  proposal: 'fullTime' | null
  /** As everybody may read them, and in full. */
  masked: readonly Verdict[]
  verdicts: readonly Verdict[]
  facts: unknown
}

/** Writes checks with their frozen facts, and what they came to beside the nominations. */
export async function addChecks(db: Db, checks: readonly NewCheck[], madeBy: number | null): Promise<void> {
  if (checks.length === 0) return
  const { rows } = await sql<{ id: number; nominationId: number }>`
    insert into nomination_check (nomination_id, cause, rule_set, rule_hash, overall, proposal, verdicts, made_by)
    select (r ->> 'nominationId')::bigint, r ->> 'cause', r ->> 'ruleSet', r ->> 'ruleHash', r ->> 'overall', r ->> 'proposal', r -> 'masked',
      ${madeBy}::bigint
    from jsonb_array_elements(${JSON.stringify(checks)}::jsonb) r
    returning id, nomination_id as "nominationId"`.execute(db)
  const idOf = new Map(rows.map((row) => [row.nominationId, row.id]))
  const frozen = checks.map((one) => ({
    checkId: idOf.get(one.nominationId),
    facts: one.facts,
    verdicts: one.verdicts,
  }))
  await sql`select nomination_freeze(${JSON.stringify(frozen)}::jsonb)`.execute(db)
  await sql`update nomination m set check_id = k.id, overall = k.overall, proposal = k.proposal
    from nomination_check k where k.id = any (${rows.map((row) => row.id)}::bigint[]) and m.id = k.nomination_id`.execute(
    db,
  )
}

export type CheckRow = {
  id: number
  nominationId: number
  madeAt: string
  madeBy: string | null
  cause: Cause
  ruleSet: string | null
  ruleHash: string | null
  overall: Overall
  verdicts: Verdict[]
}

/** The checks of a nomination, newest first; or one check. */
export async function checks(
  db: Db,
  which: { nominationId: number } | { checkId: number },
): Promise<CheckRow[]> {
  const { rows } =
    await sql<CheckRow>`select k.id, k.nomination_id as "nominationId", k.made_at as "madeAt", k.cause, k.rule_set as "ruleSet",
      k.rule_hash as "ruleHash", k.overall, k.verdicts, (select a.name from account a where a.id = k.made_by) as "madeBy"
    from nomination_check k
    where ${'checkId' in which ? sql`k.id = ${which.checkId}` : sql`k.nomination_id = ${which.nominationId}`}
      and exists (select from nomination m where m.id = k.nomination_id) order by k.id desc`.execute(db)
  return rows
}

export type Frozen = { facts: unknown; verdicts: Verdict[] }

/** What checks saw, to say the same again. */
export async function frozen(db: Db, checkIds: readonly number[]): Promise<Map<number, Frozen>> {
  const { rows } = await sql<Frozen & { checkId: number }>`
    select check_id as "checkId", facts, verdicts from nomination_frozen(${[...checkIds]}::bigint[])`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.checkId, row]))
}

export async function ruleSetKept(db: Db, hash: string): Promise<unknown> {
  const row = await db
    .selectFrom('nomination_rule_set')
    .select('content')
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row?.content
}

/** The verdicts of a check in full; the reading goes into the record under the reason of this transaction. */
export async function unmasked(db: Db, checkId: number): Promise<Verdict[] | null> {
  const { rows } = await sql<{
    verdicts: Verdict[] | null
  }>`select nomination_unmask(${checkId}) as verdicts`.execute(db)
  return rows[0]?.verdicts ?? null
}

export async function exceptionsOf(db: Db, nominationId: number): Promise<Exception[]> {
  const { rows } =
    await sql<Exception>`select x.id, x.criterion, x.document_number as number, x.document_on as on, x.issuer, x.reason,
      x.made_at as "madeAt", (select a.name from account a where a.id = x.made_by) as "madeBy"
    from nomination_exception x where x.nomination_id = ${nominationId} order by x.id`.execute(db)
  return rows
}

export async function addException(
  db: Db,
  one: {
    nominationId: number
    criterion: Criterion
    number: string
    on: Day
    issuer: string
    reason: string
    madeBy: number
  },
): Promise<void> {
  await db
    .insertInto('nomination_exception')
    .values({
      nomination_id: one.nominationId,
      criterion: one.criterion,
      document_number: one.number,
      document_on: one.on,
      issuer: one.issuer,
      reason: one.reason,
      made_by: one.madeBy,
    })
    .execute()
}
