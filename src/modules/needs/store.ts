import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Locale } from '../../pure/words.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type * as contract from './contract.ts'
import type { AnswerState, RoundState } from './rules.ts'

export type RoundRow = Omit<z.infer<typeof contract.round>, 'own' | 'steps' | 'can'>
export type AnswerRow = z.infer<typeof contract.answerRow>
export type NeedRow = z.infer<typeof contract.need>

/** The first wall of what units ask: their own, or everything. */
const within = (column: string, scope: Scope): RawBuilder<unknown> =>
  scope.all ? sql`true` : sql`${sql.ref(column)} = any (${[...scope.unitIds]}::bigint[])`

// Late: not answered though the day has passed, or answered after it.
const isLate = (today: Day) => sql`(r.state <> 'draft' and case when a.state in ('submitted', 'confirmed')
  then a.submitted_at::date > r.closes_on else ${today}::date > r.closes_on end)`

/** Rounds, newest first: what units see once they are open, the school always. One, or all. */
export async function roundsOf(
  db: Db,
  scope: Scope,
  today: Day,
  only: { roundId: number } | null = null,
): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    with counted as (
      select a.round_id, json_build_object('asked', count(*), 'opened', count(*) filter (where a.opened_at is not null),
        'answered', count(*) filter (where a.state in ('submitted', 'confirmed')),
        'confirmed', count(*) filter (where a.state = 'confirmed'), 'returned', count(*) filter (where a.state = 'returned'),
        'late', count(*) filter (where ${isLate(today)}),
        'heads', coalesce(sum((select sum(n.heads) from need n where n.answer_id = a.id)), 0)) as progress
      from need_answer a join need_round r on r.id = a.round_id
      where ${within('a.unit_id', scope)} ${only ? sql`and a.round_id = ${only.roundId}` : sql``}
      group by a.round_id)
    select r.id, r.title, r.year, r.until_year as "untilYear", r.guide, r.opens_on as "opensOn", r.closes_on as "closesOn", r.asks, r.state,
      r.opened_at as "openedAt", r.closed_at as "closedAt", r.version,
      coalesce(c.progress, '{"asked":0,"opened":0,"answered":0,"confirmed":0,"returned":0,"late":0,"heads":0}'::json) as progress
    from need_round r left join counted c on c.round_id = r.id
    where ${scope.all ? sql`true` : sql`r.state <> 'draft'`} ${only ? sql`and r.id = ${only.roundId}` : sql``}
    order by r.year desc, r.id desc`.execute(db)
  return rows
}

/** The answers of the units themselves, for who answers: at most five of a round. */
export async function ownAnswers(
  db: Db,
  unitIds: readonly number[],
): Promise<{ roundId: number; answerId: number; unitName: string; state: AnswerState }[]> {
  const { rows } = await sql<{ roundId: number; answerId: number; unitName: string; state: AnswerState }>`
    select x.round_id as "roundId", x.id as "answerId", unit_name_on(x.unit_id, r.closes_on) as "unitName", x.state from (
      select a.*, row_number() over (partition by a.round_id order by a.id) as place from need_answer a
      where a.unit_id = any (${[...unitIds]}::bigint[])) x
    join need_round r on r.id = x.round_id where x.place <= 5 order by x.id`.execute(db)
  return rows
}

/** Whether a round asks one of these units. */
export async function asksOneOf(db: Db, roundId: number, unitIds: readonly number[]): Promise<boolean> {
  const { rows } = await sql`select from need_answer where round_id = ${roundId}
    and unit_id = any (${[...unitIds]}::bigint[]) limit 1`.execute(db)
  return rows.length > 0
}

export async function lockRound(db: Db, roundId: number): Promise<void> {
  await sql`select id from need_round where id = ${roundId} for update`.execute(db)
}

export async function programmesOfRound(
  db: Db,
  roundId: number,
): Promise<{ id: number; code: string; name: string; modes: string[] }[]> {
  return db
    .selectFrom('need_round_programme')
    .innerJoin('programme', 'programme.id', 'need_round_programme.programme_id')
    .innerJoin('programme_group', 'programme_group.code', 'programme.group_code')
    .where('need_round_programme.round_id', '=', roundId)
    .select(['programme.id', 'programme.code', 'programme.name', 'programme.modes'])
    .orderBy('programme_group.sort_order')
    .orderBy('programme.sort_key')
    .execute()
}

/** Units chosen for a round that does not ask all, by their names on its first day. */
export async function unitsOfRound(db: Db, roundId: number): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select u.unit_id as id, unit_name_on(u.unit_id, r.opens_on) as name from need_round_unit u
    join need_round r on r.id = u.round_id where u.round_id = ${roundId} order by 2`.execute(db)
  return rows
}

export async function extensionsOf(
  db: Db,
  roundId: number,
): Promise<{ beforeOn: Day; afterOn: Day; reason: string; madeBy: string | null }[]> {
  return db
    .selectFrom('need_extension')
    .where('round_id', '=', roundId)
    .select((eb) => [
      'before_on as beforeOn',
      'after_on as afterOn',
      'reason',
      eb.selectFrom('account').select('name').whereRef('account.id', '=', 'made_by').as('madeBy'),
    ])
    .orderBy('id')
    .execute()
}

export type RoundValues = {
  title: string
  year: number
  untilYear: number | null
  guide: string | null
  opensOn: Day
  closesOn: Day
  asks: 'all' | 'chosen'
}

const roundColumns = (values: RoundValues) => ({
  title: values.title,
  year: values.year,
  until_year: values.untilYear,
  guide: values.guide,
  opens_on: values.opensOn,
  closes_on: values.closesOn,
  asks: values.asks,
})

export async function addRound(db: Db, values: RoundValues, madeBy: number): Promise<number> {
  const { id } = await db
    .insertInto('need_round')
    .values({ ...roundColumns(values), made_by: madeBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function setRound(db: Db, roundId: number, values: RoundValues): Promise<void> {
  await db
    .updateTable('need_round')
    .set((eb) => ({ ...roundColumns(values), version: eb('version', '+', 1) }))
    .where('id', '=', roundId)
    .execute()
}

export async function setRoundState(
  db: Db,
  roundId: number,
  step: { state: 'open' | 'closed' } | { state: 'open'; closesOn: Day },
): Promise<void> {
  await db
    .updateTable('need_round')
    .set((eb) => ({
      state: step.state,
      version: eb('version', '+', 1),
      closed_at: step.state === 'closed' ? sql<string>`now()` : null,
      ...(step.state === 'open' ? { opened_at: sql<string>`coalesce(opened_at, now())` } : {}),
      ...('closesOn' in step ? { closes_on: step.closesOn } : {}),
    }))
    .where('id', '=', roundId)
    .execute()
}

export async function addExtension(
  db: Db,
  values: { roundId: number; beforeOn: Day; afterOn: Day; reason: string; madeBy: number },
): Promise<void> {
  await db
    .insertInto('need_extension')
    .values({
      round_id: values.roundId,
      before_on: values.beforeOn,
      after_on: values.afterOn,
      reason: values.reason,
      made_by: values.madeBy,
    })
    .execute()
}

/** Sets what is on offer and who is chosen. Programmes that a need stands on stay. */
export async function setOffer(
  db: Db,
  roundId: number,
  offer: { programmeIds: readonly number[]; unitIds: readonly number[] | null },
): Promise<void> {
  await sql`insert into need_round_programme (round_id, programme_id)
    select ${roundId}, x from unnest(${[...offer.programmeIds]}::bigint[]) x on conflict do nothing`.execute(
    db,
  )
  await sql`delete from need_round_programme where round_id = ${roundId} and programme_id <> all (${[...offer.programmeIds]}::bigint[])
    and not exists (select from need n where n.round_id = ${roundId} and n.programme_id = need_round_programme.programme_id)`.execute(
    db,
  )
  if (offer.unitIds === null) return
  await db.deleteFrom('need_round_unit').where('round_id', '=', roundId).execute()
  await sql`insert into need_round_unit (round_id, unit_id) select ${roundId}, x
    from unnest(${[...new Set(offer.unitIds)]}::bigint[]) x`.execute(db)
}

/** Which of these units stand on a day. */
export async function standing(db: Db, unitIds: readonly number[], on: Day): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select unit_id as id from unit_version
    where unit_id = any (${[...unitIds]}::bigint[]) and daterange(from_on, until_on) @> ${on}::date`.execute(
    db,
  )
  return new Set(rows.map((row) => row.id))
}

/**
 * Asks the units of a round: an answer for each. All: the units of the day directly under the province (or under nothing),
 * but not the province and the school themselves. Answers how many.
 */
export async function askUnits(db: Db, roundId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into need_answer (round_id, unit_id)
    select r.id, v.unit_id from need_round r
    join unit_version v on daterange(v.from_on, v.until_on) @> r.opens_on
    left join unit_version above on above.unit_id = v.parent_id and daterange(above.from_on, above.until_on) @> r.opens_on
    where r.id = ${roundId} and case when r.asks = 'all'
      then v.kind not in ('province', 'school') and (above.id is null or above.kind = 'province')
      else exists (select from need_round_unit u where u.round_id = r.id and u.unit_id = v.unit_id) end
    on conflict do nothing returning id`.execute(db)
  return rows.length
}

const become = (today: Day) => sql`become as materialized (select * from units_become(${today}::date))`

const answerColumns = (today: Day) => sql`
  a.id, a.round_id as "roundId", a.unit_id as "unitId", unit_name_on(a.unit_id, r.closes_on) as "unitName",
  case when b.became_id <> a.unit_id then json_build_object('id', b.became_id, 'name', unit_name_on(b.became_id, ${today}::date)) end as successor,
  a.state, a.no_need as "noNeed", a.opened_at as "openedAt", a.submitted_at as "submittedAt", a.confirmed_at as "confirmedAt",
  a.returned_at as "returnedAt", ${isLate(today)} as "isLate", coalesce(l.lines, 0)::int as lines, coalesce(l.heads, 0)::int as heads`

const answersFrom = sql`need_answer a join need_round r on r.id = a.round_id
  left join (select n.answer_id, count(*) as lines, sum(n.heads) as heads from need n group by 1) l on l.answer_id = a.id
  left join become b on b.unit_id = a.unit_id`

type BoardInput = Omit<z.infer<typeof contract.boardInput>, 'size' | 'page'> & {
  size?: number
  page?: number
}

/** One page of the board, or all of it where `size` is left out. */
export async function boardOf(
  db: Db,
  scope: Scope,
  roundId: number,
  today: Day,
  input: BoardInput,
): Promise<{ rows: AnswerRow[]; total: number }> {
  const when: RawBuilder<unknown>[] = [sql`a.round_id = ${roundId}`, within('a.unit_id', scope)]
  const { state } = input
  if (state === 'late') when.push(isLate(today))
  else if (state === 'noNeed') when.push(sql`a.no_need and a.state in ('submitted', 'confirmed')`)
  else if (state === 'notOpened') when.push(sql`a.opened_at is null and a.state = 'asked'`)
  else if (state === 'opened') when.push(sql`a.opened_at is not null and a.state in ('asked', 'draft')`)
  else if (state) when.push(sql`a.state = ${state}`)
  const words = searchKey(input.q)
  if (words !== '')
    when.push(
      sql`exists (select from unit_version v where v.unit_id = a.unit_id and v.search_key like ${`%${words}%`})`,
    )
  const where = sql`${sql.join(when, sql` and `)}`
  const direction = input.desc ? sql`desc` : sql`asc`
  const by = {
    unit: sql`(select v.sort_key from unit_version v where v.unit_id = a.unit_id order by v.from_on desc nulls last limit 1)`,
    state: sql`array_position(array['asked', 'returned', 'draft', 'submitted', 'confirmed'], a.state)`,
    heads: sql`coalesce(l.heads, 0)`,
    answeredAt: sql`a.submitted_at`,
  }[input.sort]
  const { rows } = await sql<AnswerRow>`
    with ${become(today)} select ${answerColumns(today)} from ${answersFrom} where ${where}
    order by ${by} ${direction} nulls last, a.id
    ${input.size === undefined ? sql`` : sql`limit ${input.size} offset ${((input.page ?? 1) - 1) * input.size}`}`.execute(
    db,
  )
  if (input.size === undefined) return { rows, total: rows.length }
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from need_answer a join need_round r on r.id = a.round_id where ${where}`.execute(
    db,
  )
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export type AnswerFile = AnswerRow & {
  note: string | null
  submittedBy: string | null
  confirmedBy: string | null
  returnedFrom: 'head' | 'school' | null
  returnReason: string | null
  version: number
  roundState: RoundState
}

export async function answerById(
  db: Db,
  scope: Scope,
  answerId: number,
  today: Day,
): Promise<AnswerFile | undefined> {
  const { rows } = await sql<AnswerFile>`
    with ${become(today)} select ${answerColumns(today)}, a.note, a.returned_from as "returnedFrom", a.return_reason as "returnReason", a.version,
      (select c.name from account c where c.id = a.submitted_by) as "submittedBy",
      (select c.name from account c where c.id = a.confirmed_by) as "confirmedBy", r.state as "roundState"
    from ${answersFrom} where a.id = ${answerId} and ${within('a.unit_id', scope)}`.execute(db)
  return rows[0]
}

/** Holds the answer until the transaction ends, so that two changes of one form come one after the other. */
export async function lockAnswer(db: Db, answerId: number): Promise<void> {
  await sql`select id from need_answer where id = ${answerId} for update`.execute(db)
}

/** Keeps the first opening of the form. */
export async function openedAt(db: Db, answerId: number, accountId: number): Promise<string> {
  const row = await db
    .updateTable('need_answer')
    .set({
      opened_at: sql<string>`coalesce(opened_at, now())`,
      opened_by: sql<number>`coalesce(opened_by, ${accountId})`,
    })
    .where('id', '=', answerId)
    .returning('opened_at')
    .executeTakeFirstOrThrow()
  return row.opened_at ?? ''
}

/** After a line was written: a form that was only asked for is a draft now, and nobody says any more that there is no need. */
export async function touchAnswer(db: Db, answerId: number): Promise<void> {
  await db
    .updateTable('need_answer')
    .set((eb) => ({
      version: eb('version', '+', 1),
      state: sql<string>`case when state = 'asked' then 'draft' else state end`,
      no_need: false,
    }))
    .where('id', '=', answerId)
    .execute()
}

export async function setAnswerState(
  db: Db,
  answerId: number,
  step:
    | { state: 'submitted'; by: number; noNeed: boolean; note: string | null }
    | { state: 'confirmed'; by: number }
    | { state: 'returned'; by: number; from: 'head' | 'school'; reason: string },
): Promise<void> {
  await db
    .updateTable('need_answer')
    .set((eb) => ({
      state: step.state,
      version: eb('version', '+', 1),
      ...(step.state === 'submitted'
        ? { submitted_by: step.by, submitted_at: sql<string>`now()`, no_need: step.noNeed, note: step.note }
        : {}),
      ...(step.state === 'confirmed' ? { confirmed_by: step.by, confirmed_at: sql<string>`now()` } : {}),
      ...(step.state === 'returned'
        ? {
            returned_by: step.by,
            returned_at: sql<string>`now()`,
            returned_from: step.from,
            return_reason: step.reason,
          }
        : {}),
    }))
    .where('id', '=', answerId)
    .execute()
}

const needColumns = (locale: Locale, showsPeople: boolean) => sql`
  n.id, n.answer_id as "answerId", n.unit_id as "unitId", unit_name_on(n.unit_id, r.closes_on) as "unitName", n.programme_id as "programmeId",
  p.name as "programmeName", n.mode_code as "modeCode", ${sql.ref(locale === 'vi' ? 'm.name' : 'm.name_en')} as "modeName", n.heads,
  n.target_group as "targetGroup", n.post_title as "postTitle", n.months, n.place, n.reason, n.priority, n.version,
  ${
    showsPeople
      ? sql`coalesce((select json_agg(json_build_object('id', q.id, 'name', q.full_name) order by q.sort_key) from need_person np
          join person q on q.id = np.person_id where np.need_id = n.id), '[]')`
      : sql`'[]'::json`
  } as people`

const needsFrom = sql`need n join need_round r on r.id = n.round_id join programme p on p.id = n.programme_id
  join programme_group g on g.code = p.group_code join study_mode m on m.code = n.mode_code`

/** The lines of an answer that was found within the scope before, in the order of the catalogue. */
export async function needsOfAnswer(
  db: Db,
  answerId: number,
  locale: Locale,
  showsPeople: boolean,
): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`select ${needColumns(locale, showsPeople)} from ${needsFrom}
    where n.answer_id = ${answerId} order by g.sort_order, p.sort_key, n.id`.execute(db)
  return rows
}

export type NeedValues = {
  programmeId: number
  modeCode: string
  heads: number
  targetGroup: string
  postTitle: string | null
  personIds: readonly number[]
  months: readonly number[]
  place: string | null
  reason: string | null
  priority: number
}

const lineColumns = (values: NeedValues) => ({
  programme_id: values.programmeId,
  mode_code: values.modeCode,
  heads: values.heads,
  target_group: values.targetGroup,
  post_title: values.postTitle,
  months: [...values.months],
  place: values.place,
  reason: values.reason,
  priority: values.priority,
})

export type OfAnswer = { id: number; roundId: number; unitId: number }

export async function addNeed(db: Db, answer: OfAnswer, values: NeedValues): Promise<number> {
  const { id } = await db
    .insertInto('need')
    .values({
      answer_id: answer.id,
      round_id: answer.roundId,
      unit_id: answer.unitId,
      ...lineColumns(values),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await setPeople(db, id, values.personIds)
  return id
}

/** Changes a line that is still the version that was seen; answers whether it was. */
export async function setNeed(
  db: Db,
  line: { answerId: number; needId: number; version: number },
  values: NeedValues,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('need')
    .set((eb) => ({ ...lineColumns(values), version: eb('version', '+', 1) }))
    .where('id', '=', line.needId)
    .where('answer_id', '=', line.answerId)
    .where('version', '=', line.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await setPeople(db, line.needId, values.personIds)
  return true
}

async function setPeople(db: Db, needId: number, personIds: readonly number[]): Promise<void> {
  await sql`delete from need_person where need_id = ${needId} and person_id <> all (${[...personIds]}::bigint[])`.execute(
    db,
  )
  await sql`insert into need_person (need_id, round_id, unit_id, person_id)
    select n.id, n.round_id, n.unit_id, x from need n, unnest(${[...personIds]}::bigint[]) x where n.id = ${needId} on conflict do nothing`.execute(
    db,
  )
}

export async function dropNeed(
  db: Db,
  line: { answerId: number; needId: number; version: number },
): Promise<boolean> {
  const found = await db
    .selectFrom('need')
    .select('id')
    .where('id', '=', line.needId)
    .where('answer_id', '=', line.answerId)
    .where('version', '=', line.version)
    .executeTakeFirst()
  if (!found) return false
  await db.deleteFrom('need_person').where('need_id', '=', line.needId).execute()
  await db.deleteFrom('need').where('id', '=', line.needId).execute()
  return true
}

export type UnitPerson = {
  id: number
  name: string
  code: string | null
  searchKey: string
  title: string | null
}

/** The people of a unit and of what stands under it, by name; what the asker's walls hide is not there. */
export async function peopleOfUnit(db: Db, unitId: number, today: Day): Promise<UnitPerson[]> {
  const { rows } = await sql<UnitPerson>`
    select p.id, p.full_name as name, p.code, p.search_key as "searchKey", o.title from person p
    left join person_post o on o.id = p.post_id
    where p.unit_id in (select units_in_scope(${unitId}, ${today}::date)) order by p.sort_key, p.id`.execute(
    db,
  )
  return rows
}

/** The last round of an earlier year; of a unit, the last one in which it (or one that went over to it whole) answered. */
export async function roundBefore(
  db: Db,
  roundId: number,
  unit: { id: number; today: Day } | null = null,
): Promise<{ id: number; title: string; year: number } | undefined> {
  const { rows } = await sql<{ id: number; title: string; year: number }>`
    select o.id, o.title, o.year from need_round o join need_round r on r.id = ${roundId}
    where o.state <> 'draft' and o.year < r.year
      ${
        unit
          ? sql`and exists (select from need_answer a where a.round_id = o.id and a.state in ('submitted', 'confirmed')
              and (a.unit_id = ${unit.id} or exists (select from units_become(${unit.today}::date) b
                where b.unit_id = a.unit_id and b.became_id = ${unit.id})))`
          : sql``
      }
    order by o.year desc, o.id desc limit 1`.execute(db)
  return rows[0]
}

export type Before = {
  title: string
  programmeId: number
  programmeName: string
  modeCode: string
  targetGroup: string
  heads: number
}

/** What a unit asked in a round, with those that have become it since. */
export async function askedBefore(db: Db, roundId: number, unitId: number, today: Day): Promise<Before[]> {
  const { rows } = await sql<Before>`
    with ${become(today)}
    select r.title, n.programme_id as "programmeId", p.name as "programmeName", n.mode_code as "modeCode", n.target_group as "targetGroup",
      sum(n.heads)::int as heads
    from need n join need_answer a on a.id = n.answer_id join need_round r on r.id = n.round_id join programme p on p.id = n.programme_id
    left join become b on b.unit_id = n.unit_id
    where n.round_id = ${roundId} and a.state in ('submitted', 'confirmed') and (n.unit_id = ${unitId} or b.became_id = ${unitId})
    group by r.title, n.programme_id, p.name, p.sort_key, n.mode_code, n.target_group order by p.sort_key, n.mode_code`.execute(
    db,
  )
  return rows
}

export type Waiting = { personId: number; programmeId: number; since: number }

/** People of a unit who were named in rounds of earlier years (confirmed answers), with the first year. */
export async function waitingOf(db: Db, roundId: number, personIds: readonly number[]): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select np.person_id as "personId", n.programme_id as "programmeId", min(o.year)::int as since
    from need_person np join need n on n.id = np.need_id join need_answer a on a.id = n.answer_id join need_round o on o.id = n.round_id
    join need_round r on r.id = ${roundId}
    where np.person_id = any (${[...personIds]}::bigint[]) and a.state = 'confirmed' and o.year < r.year
    group by 1, 2`.execute(db)
  return rows
}

/** The answers that lie open within the reach and may still change, for a file that does not say which. */
export async function openAnswers(
  db: Db,
  scope: Scope,
): Promise<{ id: number; title: string; unitName: string }[]> {
  const { rows } = await sql<{ id: number; title: string; unitName: string }>`
    select a.id, r.title, unit_name_on(a.unit_id, r.closes_on) as "unitName" from need_answer a join need_round r on r.id = a.round_id
    where r.state = 'open' and ${within('a.unit_id', scope)} order by a.id limit 6`.execute(db)
  return rows
}

/** Who sends a letter. */
export async function sender(db: Db): Promise<{ school: string; province: string }> {
  const row = await db
    .selectFrom('installation')
    .select(['school_name as school', 'province_name as province'])
    .executeTakeFirst()
  return row ?? { school: '', province: '' }
}
