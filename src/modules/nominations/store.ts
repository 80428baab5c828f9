import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day, Instant } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { nomination, nominationRow, nominationsInput, step } from './contract.ts'
import { standing } from './notice-store.ts'
import type { Waiting } from './rules/allocation.ts'
import type { StepFacts } from './rules/steps.ts'

export type Row = Omit<z.infer<typeof nominationRow>, 'concerns'>
export type File = Omit<
  z.infer<typeof nomination>,
  'concerns' | 'check' | 'checks' | 'exceptions' | 'steps' | 'can'
> & { checkId: number | null; isEnrolled: boolean; noticeState: StepFacts['noticeState']; deadlineOn: Day }
export type StepKind = z.infer<typeof step>['kind']
export type Clash = {
  personId: number
  classId: number
  kind: 'otherUnit' | 'otherClass' | 'learning' | 'otherFile'
  about: string
}

const within = (scope: Scope) =>
  scope.all ? sql`true` : sql`m.unit_id = any (${[...scope.unitIds]}::bigint[])`

const columns = (
  on: Day,
) => sql`m.id, m.notice_id as "noticeId", m.class_id as "classId", c.code as "classCode", m.unit_id as "unitId",
  coalesce(unit_name_on(m.unit_id, ${on}::date), '') as unit, m.person_id as "personId", m.full_name as "fullName", m.post_title as "postTitle",
  m.basis, m.sent_on as "sentOn", m.state, m.overall, m.proposal, m.opinion, m.wait_order as "waitOrder", m.version`

const chips = sql`coalesce((select jsonb_agg(jsonb_build_object('criterion', v -> 'criterion', 'result', v -> 'result'))
  from nomination_check k, jsonb_array_elements(k.verdicts) v where k.id = m.check_id), '[]') as chips`

const orders = {
  name: sql`m.sort_key`,
  unit: sql`unit collate "vi-x-icu"`,
  state: sql`array_position(array['submitted', 'checked', 'waiting', 'admitted', 'returned', 'draft', 'refused', 'withdrawn'], m.state)`,
  order: sql`m.wait_order nulls last, m.waits_since nulls last`,
}

/** A page of nominations, or all of them for the workbook. */
export async function nominations(
  db: Db,
  input: z.infer<typeof nominationsInput>,
  scope: Scope,
  on: Day,
  only?: { page: number; size: number },
): Promise<{ rows: Row[]; total: number }> {
  const when: RawBuilder<unknown>[] = [within(scope)]
  if (input.noticeId) when.push(sql`m.notice_id = ${input.noticeId}`)
  if (input.classId) when.push(sql`m.class_id = ${input.classId}`)
  if (input.unitId) when.push(sql`m.unit_id in (select units_in_scope(${input.unitId}, ${on}::date))`)
  if (input.state === 'open') when.push(sql`m.state not in ${standing}`)
  else if (input.state === 'toReview') when.push(sql`m.state in ('submitted', 'checked')`)
  else if (input.state) when.push(sql`m.state = ${input.state}`)
  if (input.overall) when.push(sql`m.overall = ${input.overall}`)
  if (input.criterion)
    when.push(sql`exists (select from nomination_check k, jsonb_array_elements(k.verdicts) v
      where k.id = m.check_id and v ->> 'criterion' = ${input.criterion} and v ->> 'result' in ('unmet', 'unknown'))`)
  for (const word of searchKey(input.q).split(' ').filter(Boolean))
    when.push(sql`' ' || m.search_key like ${`% ${word}%`}`)
  const where = sql`from nomination m join training_class c on c.id = m.class_id where ${sql.join(when, sql` and `)}`
  const direction = input.desc ? sql`desc` : sql`asc`
  const first = input.sort === 'order' ? orders.order : sql`${orders[input.sort]} ${direction}`
  const { rows } = await sql<Row>`select ${columns(on)}, ${chips} ${where} order by ${first}, m.sort_key, m.id
    ${only ? sql`limit ${only.size} offset ${(only.page - 1) * only.size}` : sql``}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*)::int as total ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** Nominations with what their steps depend on, in the order of the ids; what is out of reach is not there. */
export async function files(
  db: Db,
  ids: readonly number[],
  scope: Scope,
  on: Day,
  lock = false,
): Promise<File[]> {
  const { rows } =
    await sql<File>`select ${columns(on)}, c.name as "className", p.name as programme, m.note, m.is_foreign as "isForeign",
      m.post_id as "postId", m.commitment, m.signed_at as "signedAt", m.answer_reason as "answerReason", m.opinion_reason as "opinionReason",
      m.check_id as "checkId", m.enrolled_at is not null as "isEnrolled", n.state as "noticeState", n.deadline_on as "deadlineOn",
      (select a.name from account a where a.id = m.signed_by) as "signedBy"
    from nomination m join training_class c on c.id = m.class_id join programme p on p.id = c.programme_id
      join admission_notice n on n.id = m.notice_id
    where m.id = any (${[...ids]}::bigint[]) and ${within(scope)}
    order by array_position(${[...ids]}::bigint[], m.id) ${lock ? sql`for update of m` : sql``}`.execute(db)
  return rows
}

export type NewNomination = {
  noticeId: number
  classId: number
  unitId: number
  personId: number
  fullName: string
  sortKey: string
  searchKey: string
  postTitle: string
  basis: 'held' | 'planned'
  postId: number | null
  sentOn: Day
  isForeign: boolean
  note: string
  replacesId: number | null
}

export async function addNomination(db: Db, one: NewNomination, madeBy: number): Promise<number> {
  const row = await db
    .insertInto('nomination')
    .values({
      notice_id: one.noticeId,
      class_id: one.classId,
      unit_id: one.unitId,
      person_id: one.personId,
      full_name: one.fullName,
      sort_key: one.sortKey,
      search_key: one.searchKey,
      post_title: one.postTitle,
      basis: one.basis,
      post_id: one.postId,
      sent_on: one.sentOn,
      is_foreign: one.isForeign,
      note: one.note,
      replaces_id: one.replacesId,
      made_by: madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

type Change = {
  state?: StepFacts['state']
  basis?: 'held' | 'planned'
  post_id?: number | null
  post_title?: string
  sent_on?: Day
  is_foreign?: boolean
  note?: string
  commitment?: string
  signed_by?: number
  signed_at?: Instant
  answer_reason?: string | null
  opinion?: 'agrees' | 'objects'
  opinion_reason?: string
  opinion_by?: number
  opinion_at?: Instant
  waits_since?: Instant
  wait_order?: number | null
  enrolled_at?: Instant
}

/** One step for all of these, each with a new version. */
export async function setAll(db: Db, ids: readonly number[], change: Change): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('nomination')
    .set({ ...change, version: sql`version + 1` })
    .where('id', 'in', [...ids])
    .execute()
}

export async function addSteps(
  db: Db,
  ids: readonly number[],
  one: { kind: StepKind; by: number | null; reason: string | null },
): Promise<void> {
  if (ids.length === 0) return
  await db
    .insertInto('nomination_step')
    .values(
      ids.map((id) => ({ nomination_id: id, kind: one.kind, made_by: one.by, reason: one.reason || null })),
    )
    .execute()
}

export async function stepsOf(db: Db, nominationId: number): Promise<z.infer<typeof step>[]> {
  const { rows } = await sql<z.infer<typeof step>>`select s.id, s.at, s.kind, s.reason,
      (select a.name from account a where a.id = s.made_by) as by
    from nomination_step s where s.nomination_id = ${nominationId} order by s.id`.execute(db)
  return rows
}

/** Where else people stand, each for one class. */
export async function clashes(
  db: Db,
  pairs: readonly { personId: number; classId: number }[],
  on: Day,
): Promise<Clash[]> {
  if (pairs.length === 0) return []
  const { rows } = await sql<Clash>`select person_id as "personId", class_id as "classId", kind, about
    from nomination_clashes(${pairs.map((one) => one.personId)}::bigint[], ${pairs.map((one) => one.classId)}::bigint[], ${on}::date)
    order by 1, 3, 4`.execute(db)
  return rows
}

export type Person = {
  personId: number
  fullName: string
  sortKey: string
  searchKey: string
  unitId: number | null
  unit: string
  bornOn: Day | null
  bornYear: number | null
  posts: { id: number; title: string; unit: string }[]
}

/** People of a unit (with what stands under it) who hold a post on a day, by name; or one person. */
export async function peopleOf(
  db: Db,
  about: { unitIds: readonly number[]; q: string; on: Day; personIds?: readonly number[]; limit: number },
): Promise<Person[]> {
  const words = searchKey(about.q).split(' ').filter(Boolean)
  const { rows } = await sql<Person>`
    select p.id as "personId", p.full_name as "fullName", p.sort_key as "sortKey", p.search_key as "searchKey", p.unit_id as "unitId",
      coalesce(unit_name_on(p.unit_id, ${about.on}::date), '') as unit, p.born_on as "bornOn", p.born_year as "bornYear",
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'title', o.title, 'unit', coalesce(unit_name_on(o.unit_id, ${about.on}::date), ''))
          order by o.is_main desc, o.id)
        from person_post o where o.person_id = p.id and o.title <> '' and (o.from_on is null or o.from_on <= ${about.on}::date)
          and (o.until_on is null or o.until_on > ${about.on}::date)), '[]') as posts
    from person p
    where p.unit_id = any (${[...about.unitIds]}::bigint[])
      ${about.personIds ? sql`and p.id = any (${[...about.personIds]}::bigint[])` : sql``}
      ${
        words.length > 0
          ? sql`and ${sql.join(
              words.map((word) => sql`' ' || p.search_key like ${`% ${word}%`}`),
              sql` and `,
            )}`
          : sql``
      }
    order by p.sort_key, p.id limit ${about.limit}`.execute(db)
  return rows
}

/** A unit and all that stands under it on a day, with what went over to it whole. */
export async function unitsUnder(db: Db, unitId: number, on: Day): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select units_in_scope(${unitId}, ${on}::date) as id`.execute(db)
  return rows.map((row) => row.id)
}

/** Who stands for a class already, by person: the id of the nomination. */
export async function standingFor(db: Db, classId: number): Promise<Map<number, number>> {
  const { rows } = await sql<{
    id: number
    personId: number
  }>`select m.id, m.person_id as "personId" from nomination m
    where m.class_id = ${classId} and m.state not in ${standing}`.execute(db)
  return new Map(rows.map((row) => [row.personId, row.id]))
}

/** How many of a unit's people there are, and how many stand for classes that run at the same time as this one. */
export async function unitLoad(
  db: Db,
  unitId: number,
  classId: number,
): Promise<{ people: number; away: number }> {
  const { rows } = await sql<{ people: number; away: number }>`
    with here as (select daterange(c.opens_on, coalesce(c.closes_on, c.opens_on), '[]') as days from training_class c where c.id = ${classId})
    select (select count(*)::int from person p where p.unit_id = ${unitId}) as people,
      (select count(distinct m.person_id)::int from nomination m join training_class c on c.id = m.class_id, here h
        where m.unit_id = ${unitId} and m.state not in ${standing} and c.cancelled_on is null
          and h.days && daterange(c.opens_on, coalesce(c.closes_on, c.opens_on), '[]')) as away`.execute(db)
  return rows[0] ?? { people: 0, away: 0 }
}

/** Who waits for a place of a notice, with what an order is made from. */
export async function waitingOf(
  db: Db,
  noticeId: number,
  on: Day,
): Promise<(Waiting & { fullName: string; unit: string; waitOrder: number | null })[]> {
  const { rows } = await sql<Waiting & { fullName: string; unit: string; waitOrder: number | null }>`
    select m.id as "nominationId", m.basis, coalesce(o.rank, p.rank) as rank, m.signed_at as "signedAt", p.born_from as "bornOn",
      m.full_name as "fullName", coalesce(unit_name_on(m.unit_id, ${on}::date), '') as unit, m.wait_order as "waitOrder",
      coalesce((select q.seats from admission_quota q where q.notice_id = m.notice_id and q.unit_id = m.unit_id), 0) as seats,
      (select count(*)::int from nomination a where a.notice_id = m.notice_id and a.unit_id = m.unit_id and a.state = 'admitted') as admitted
    from nomination m join person p on p.id = m.person_id left join person_post o on o.id = m.post_id
    where m.notice_id = ${noticeId} and m.state = 'waiting' order by m.wait_order nulls last, m.waits_since, m.id`.execute(
    db,
  )
  return rows
}

export async function setOrder(db: Db, order: readonly number[]): Promise<void> {
  await sql`update nomination m set wait_order = x.place, version = version + 1
    from unnest(${[...order]}::bigint[]) with ordinality x (id, place) where m.id = x.id and m.wait_order is distinct from x.place`.execute(
    db,
  )
}

export type AllocationRow = {
  id: number
  rule: 'rank' | 'lot'
  criteria: string[]
  seed: string
  places: { nominationId: number; fullName: string; unit: string; why: string }[]
  madeBy: string | null
  madeAt: Instant
}

export async function addAllocation(
  db: Db,
  one: {
    noticeId: number
    rule: 'rank' | 'lot'
    criteria: readonly string[]
    seed: string
    places: unknown
    madeBy: number
  },
): Promise<number> {
  const { rows } = await sql<{
    id: number
  }>`insert into nomination_allocation (notice_id, rule, criteria, seed, places, made_by)
    values (${one.noticeId}, ${one.rule}, ${[...one.criteria]}::text[], ${one.seed}, ${JSON.stringify(one.places)}::jsonb, ${one.madeBy})
    returning id`.execute(db)
  return rows[0]?.id ?? 0
}

export async function allocationsOf(db: Db, noticeId: number): Promise<AllocationRow[]> {
  const { rows } =
    await sql<AllocationRow>`select l.id, l.rule, l.criteria, l.seed, l.places, l.made_at as "madeAt",
      (select a.name from account a where a.id = l.made_by) as "madeBy"
    from nomination_allocation l where l.notice_id = ${noticeId} order by l.id desc`.execute(db)
  return rows
}

/** Places of a notice and how many of them are taken; the notice is locked until the end, so that two cannot take the last one. */
export async function seatsOf(db: Db, noticeId: number): Promise<{ seats: number | null; admitted: number }> {
  await sql`select from admission_notice n where n.id = ${noticeId} for update`.execute(db)
  const { rows } = await sql<{ seats: number | null; admitted: number }>`
    select coalesce(n.seats, (select sum(q.seats)::int from admission_quota q where q.notice_id = n.id)) as seats,
      (select count(*)::int from nomination m where m.notice_id = n.id and m.state = 'admitted') as admitted
    from admission_notice n where n.id = ${noticeId}`.execute(db)
  return rows[0] ?? { seats: null, admitted: 0 }
}

/** Admitted for a class, for the module that enrols them. */
export async function admitted(
  db: Db,
  classId: number,
): Promise<{ nominationId: number; personId: number; unitId: number; isEnrolled: boolean }[]> {
  const { rows } = await sql<{ nominationId: number; personId: number; unitId: number; isEnrolled: boolean }>`
    select m.id as "nominationId", m.person_id as "personId", m.unit_id as "unitId", m.enrolled_at is not null as "isEnrolled"
    from nomination m where m.class_id = ${classId} and m.state = 'admitted' order by m.sort_key, m.id`.execute(
    db,
  )
  return rows
}

export type RosterRow = {
  fullName: string
  unit: string
  postTitle: string
  sex: 'female' | 'male' | null
  /** As people write it: 19/05/1974, 05/1974, 1974. */
  born: string
  educations: string[]
  theory: string[]
  note: string
  /** Null: the file is out of reach. */
  sensitive: {
    party: { admittedOn: Day | null; officialOn: Day | null; text: string | null } | null
    ethnicity: string | null
    religion: string | null
    plannings: {
      post: string
      document: string | null
      decidedOn: Day
      removedOn: Day | null
      term: string
    }[]
    ratings: { year: number; level: number }[]
  } | null
}

/** What the list of short profiles says of each, in the order of the ids; every reading goes into the record. */
export async function rosterOf(db: Db, ids: readonly number[], on: Day): Promise<RosterRow[]> {
  const { rows } = await sql<RosterRow>`
    select m.full_name as "fullName", coalesce(unit_name_on(m.unit_id, ${on}::date), '') as unit, m.post_title as "postTitle", m.note, p.sex,
      case p.birth_precision when 'day' then to_char(p.born_on, 'DD/MM/YYYY')
        when 'month' then lpad(p.born_month::text, 2, '0') || '/' || p.born_year when 'year' then p.born_year::text
        else coalesce(p.born_text, '') end as born,
      coalesce((select jsonb_agg(concat_ws(' ', e.level, e.field) order by e.id) from person_education e
        where e.person_id = p.id and e.kind = 'speciality' and e.withdrawn_at is null), '[]') as educations,
      coalesce((select jsonb_agg(concat_ws(' ', e.level, e.field) order by e.id) from person_education e
        where e.person_id = p.id and e.kind = 'politicalTheory' and e.withdrawn_at is null), '[]') as theory,
      people_unmask(p.id, array['party', 'ethnicity', 'religion', 'plannings', 'ratings']) as sensitive
    from nomination m join person p on p.id = m.person_id where m.id = any (${[...ids]}::bigint[])
    order by array_position(${[...ids]}::bigint[], m.id)`.execute(db)
  return rows
}

/** The codes by which files name people. */
export async function codesOf(db: Db, personIds: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; code: string }>`select p.id, upper(p.code) as code from person p
    where p.code is not null and p.id = any (${[...personIds]}::bigint[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row.code]))
}
