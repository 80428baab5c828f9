import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { calendarEntry, commitment, commitmentsInput, unitRow, unitsInput, week } from './contract.ts'
import type { Occurrence } from './rules/dues.ts'
import type { PulseEvent } from './rules/pulse.ts'

export type CommitmentRow = Omit<z.infer<typeof commitment>, 'can'>
export type CommitmentEvent = {
  id: number
  kind: 'kept' | 'broken' | 'waived' | 'reopened' | 'moved' | 'passedOn' | 'dropped'
  note: string | null
  by: string | null
  at: string
}

const unitsOf = (scope: Scope): number[] => (scope.all ? [] : [...scope.unitIds])

/** The first wall for a column that holds a unit. */
const within = (scope: Scope, column: string): RawBuilder<boolean> =>
  scope.all ? sql`true` : sql`${sql.ref(column)} = any (${unitsOf(scope)}::bigint[])`

/** Every commitment as it stands on a day: what an answer in Nhịp has kept counts as kept on the day of the answer. */
const onDay = (today: Day) => sql`(
  select c.*, a.answered_on,
    coalesce(c.done_on, case when c.state = 'open' then a.answered_on end) as kept_on,
    commitment_standing(case when c.state = 'open' and a.answered_on is not null then 'kept' else c.state end, c.due_on,
      coalesce(c.done_on, a.answered_on), ${today}::date) as standing
  from commitment c cross join lateral (
    select case when c.fulfilled_by is not null then commitment_answered_on(c.unit_id, c.from_unit_id, c.fulfilled_by, c.period) end as answered_on
  ) a)`

const columns = (
  today: Day,
) => sql`c.id, c.unit_id as "unitId", unit_name_on(c.unit_id, ${today}::date) as "unitName",
  unit_name_on(c.from_unit_id, c.due_on) as "fromUnitName", c.year, c.period, c.side, c.title, c.evidence, c.due_on as "dueOn", c.standing,
  c.kept_on as "doneOn", case when c.kept_on > c.due_on then c.kept_on - c.due_on end as "daysLate", c.note, c.document_number as "documentNumber",
  c.link, c.reason, (select a.name from account a where a.id = c.settled_by) as "settledBy",
  (c.state = 'open' and c.answered_on is not null) as "isByAnswer", c.version`

type ListInput = z.infer<typeof commitmentsInput>

function matching(scope: Scope, today: Day, input: ListInput): RawBuilder<unknown> {
  const conditions = [within(scope, 'c.unit_id')]
  if (input.year !== undefined) conditions.push(sql`c.year = ${input.year}`)
  if (input.unitId !== undefined) conditions.push(sql`c.unit_id = ${input.unitId}`)
  if (input.side) conditions.push(sql`c.side = ${input.side}`)
  if (input.standing) conditions.push(sql`c.standing = ${input.standing}`)
  if (input.from) conditions.push(sql`c.due_on >= ${input.from}::date`)
  if (input.until) conditions.push(sql`c.due_on <= ${input.until}::date`)
  if (input.q) {
    const key = `%${searchKey(input.q)}%`
    conditions.push(sql`exists (select from unit_version v where v.unit_id = c.unit_id and daterange(v.from_on, v.until_on) @> ${today}::date
      and v.search_key like ${key})`)
  }
  return sql`from ${onDay(today)} c where ${sql.join(conditions, sql` and `)}`
}

const order = (input: Pick<ListInput, 'sort' | 'desc'>, today: Day) => {
  const direction = sql.raw(input.desc ? 'desc' : 'asc')
  const by = {
    dueOn: sql`c.due_on`,
    title: sql`c.title`,
    unit: sql`(select v.sort_key from unit_version v where v.unit_id = c.unit_id and daterange(v.from_on, v.until_on) @> ${today}::date)`,
  }[input.sort]
  return sql`order by ${by} ${direction}, c.due_on, c.id`
}

export async function commitmentsOf(
  db: Db,
  scope: Scope,
  today: Day,
  input: ListInput,
  isWhole = false,
): Promise<{ rows: CommitmentRow[]; total: number }> {
  const found = matching(scope, today, input)
  const limit = isWhole ? sql`limit 20000` : sql`limit ${input.size} offset ${(input.page - 1) * input.size}`
  const { rows } =
    await sql<CommitmentRow>`select ${columns(today)} ${found} ${order(input, today)} ${limit}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export async function commitmentById(
  db: Db,
  scope: Scope,
  today: Day,
  commitmentId: number,
): Promise<CommitmentRow | undefined> {
  const { rows } = await sql<CommitmentRow>`
    select ${columns(today)} from ${onDay(today)} c where c.id = ${commitmentId} and ${within(scope, 'c.unit_id')}`.execute(
    db,
  )
  return rows[0]
}

/** What has happened to a commitment, the newest first. It must have been found within the scope before. */
export async function eventsOf(db: Db, commitmentId: number): Promise<CommitmentEvent[]> {
  const { rows } = await sql<CommitmentEvent>`
    select e.id, e.kind, e.note, (select a.name from account a where a.id = e.made_by) as by, e.made_at as at
    from commitment_event e where e.commitment_id = ${commitmentId} order by e.id desc`.execute(db)
  return rows
}

export type Settlement =
  | { kind: 'kept'; doneOn: Day; note: string | null; documentNumber: string | null; link: string | null }
  | { kind: 'waived' | 'broken' | 'reopened'; reason: string }

/** Settles a commitment that is as it was seen, or opens it again, and notes it. False: somebody was faster. */
export async function settle(
  db: Db,
  seen: { commitmentId: number; version: number },
  by: number | null,
  step: Settlement,
): Promise<boolean> {
  const isKept = step.kind === 'kept'
  const row = await db
    .updateTable('commitment')
    .set((eb) => ({
      state: step.kind === 'reopened' ? 'open' : step.kind,
      done_on: isKept ? step.doneOn : null,
      ...(isKept ? { note: step.note, document_number: step.documentNumber, link: step.link } : {}),
      reason: isKept || step.kind === 'reopened' ? null : step.reason,
      settled_by: by,
      settled_at: sql<string>`now()`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', seen.commitmentId)
    .where('version', '=', seen.version)
    .returning('id')
    .executeTakeFirst()
  if (!row) return false
  await addEvent(db, seen.commitmentId, {
    kind: step.kind,
    note:
      step.kind === 'kept'
        ? [step.documentNumber, step.note].filter(Boolean).join('; ') || null
        : step.reason,
    by,
  })
  return true
}

async function addEvent(
  db: Db,
  commitmentId: number,
  event: { kind: CommitmentEvent['kind']; note: string | null; by: number | null },
): Promise<void> {
  await db
    .insertInto('commitment_event')
    .values({ commitment_id: commitmentId, kind: event.kind, note: event.note, made_by: event.by })
    .execute()
}

/** One item's dated commitments. What was drawn before stays; an open one whose day has moved moves with it. */
export async function draw(
  db: Db,
  plan: { planId: number; unitId: number; year: number },
  item: {
    itemKey: string
    templateCode: string | null
    side: 'unit' | 'school'
    title: string
    evidence: string | null
    fulfilledBy: string | null
  },
  dues: readonly Occurrence[],
): Promise<void> {
  if (dues.length === 0) return
  await sql`
    insert into commitment (unit_id, year, plan_id, item_key, template_code, period, side, title, evidence, due_on, fulfilled_by)
    select ${plan.unitId}, ${plan.year}, ${plan.planId}, ${item.itemKey}::uuid, ${item.templateCode}, d.period, ${item.side}, ${item.title},
      ${item.evidence}, d.due_on, ${item.fulfilledBy}
    from unnest(${dues.map((one) => one.period)}::text[], ${dues.map((one) => one.dueOn)}::date[]) d (period, due_on)
    on conflict on constraint commitment_once do update
      set due_on = excluded.due_on, title = excluded.title, evidence = excluded.evidence, plan_id = excluded.plan_id, version = commitment.version + 1
      where commitment.state = 'open'
        and (commitment.due_on, commitment.title, commitment.plan_id) is distinct from (excluded.due_on, excluded.title, excluded.plan_id)`.execute(
    db,
  )
}

/** What a new version of a plan no longer asks for falls away, if its day has not come yet; what is overdue stays owed. */
export async function dropUnasked(
  db: Db,
  plan: { planId: number; unitId: number; year: number },
  today: Day,
  note: string,
): Promise<void> {
  await sql`
    with gone as (
      update commitment c set state = 'dropped', reason = ${note}, settled_at = now(), version = c.version + 1
      where c.unit_id = ${plan.unitId} and c.year = ${plan.year} and c.state = 'open' and c.due_on >= ${today}::date and c.from_unit_id is null
        and not exists (select from coordination_item i where i.plan_id = ${plan.planId} and i.item_key = c.item_key)
      returning c.id
    ) insert into commitment_event (commitment_id, kind, note) select id, 'dropped', ${note} from gone`.execute(
    db,
  )
}

/**
 * What a unit that is no more still owes or is owed goes to its successor: the one that it went over to whole, or the one
 * that holds what was left of it. Of the same thing for the same period the successor owes one. @returns how many passed on
 */
export async function passOn(
  db: Db,
  today: Day,
  notes: { passedOn: string; doubled: string },
): Promise<number> {
  const { rows } = await sql<{ passed: number }>`
    with heir as (
      select b.unit_id as old_id, coalesce(b.became_id, (
        select s.to_unit_id from succession s
        where s.from_unit_id = b.unit_id and s.extent = 'remainder' and s.effective_on <= ${today}::date
          and exists (select from unit_version v where v.unit_id = s.to_unit_id and daterange(v.from_on, v.until_on) @> ${today}::date)
        order by s.effective_on desc limit 1)) as new_id
      from units_become(${today}::date) b where b.became_id is distinct from b.unit_id
    ), passed as (
      update commitment c set from_unit_id = coalesce(c.from_unit_id, c.unit_id), unit_id = h.new_id, version = c.version + 1
      from heir h where h.old_id = c.unit_id and h.new_id is not null and c.state = 'open'
      returning c.id
    ), noted as (
      insert into commitment_event (commitment_id, kind, note) select id, 'passedOn', ${notes.passedOn} from passed
    ) select count(*)::int as passed from passed`.execute(db)
  const passed = rows[0]?.passed ?? 0
  if (passed > 0)
    await sql`
      with doubled as (
        select id from (
          select c.id, row_number() over (partition by c.unit_id, c.template_code, c.period, c.side order by (c.from_unit_id is null) desc, c.id) as nth
          from commitment c where c.state = 'open' and c.template_code is not null and c.due_on >= ${today}::date
        ) n where nth > 1
      ), gone as (
        update commitment c set state = 'dropped', reason = ${notes.doubled}, settled_at = now(), version = c.version + 1
        from doubled d where d.id = c.id and c.from_unit_id is not null returning c.id
      ) insert into commitment_event (commitment_id, kind, note) select id, 'dropped', ${notes.doubled} from gone`.execute(
      db,
    )
  return passed
}

/** Units of the day by name, with their plan of the year and how its commitments stand. */
export async function unitRows(
  db: Db,
  scope: Scope,
  today: Day,
  input: z.infer<typeof unitsInput> & { year: number },
  isWhole = false,
): Promise<{ rows: z.infer<typeof unitRow>[]; total: number }> {
  const conditions = [
    sql`daterange(v.from_on, v.until_on) @> ${today}::date`,
    sql`v.kind not in ('province', 'school')`,
    within(scope, 'v.unit_id'),
  ]
  if (input.q) conditions.push(sql`v.search_key like ${`%${searchKey(input.q)}%`}`)
  if (input.planState === 'missing') conditions.push(sql`p.id is null`)
  else if (input.planState) conditions.push(sql`p.state = ${input.planState}`)
  if (input.standing) conditions.push(sql`coalesce(${sql.ref(`s.${input.standing}`)}, 0) > 0`)
  // Counted once: joined otherwise it may be counted anew for each unit.
  const counts = sql`with s as materialized (
      select c.unit_id, count(*) filter (where c.side = 'unit' and c.standing in ('open', 'overdue', 'broken', 'kept', 'late')) as due,
        count(*) filter (where c.side = 'unit' and c.standing = 'kept') as kept,
        count(*) filter (where c.side = 'unit' and c.standing = 'late') as late,
        count(*) filter (where c.side = 'unit' and c.standing = 'overdue') as overdue,
        count(*) filter (where c.side = 'unit' and c.standing = 'broken') as broken,
        count(*) filter (where c.side = 'unit' and c.standing = 'waived') as waived,
        count(*) filter (where c.side = 'school' and c.standing in ('overdue', 'broken')) as school_overdue,
        min(c.due_on) filter (where c.side = 'unit' and c.standing = 'open') as next_on
      from ${onDay(today)} c where c.year = ${input.year} group by 1
    )`
  const found = sql`
    from unit_version v
    left join lateral (
      select p.id, p.state from coordination_plan p where p.unit_id = v.unit_id and p.year = ${input.year} and p.state <> 'replaced'
      order by (p.state = 'accepted') desc, p.number desc limit 1
    ) p on true
    left join s on s.unit_id = v.unit_id
    where ${sql.join(conditions, sql` and `)}`
  const direction = sql.raw(input.desc ? 'desc' : 'asc')
  const by = { unit: sql`v.sort_key`, overdue: sql`coalesce(s.overdue, 0)`, nextOn: sql`s.next_on` }[
    input.sort
  ]
  const limit = isWhole ? sql`limit 5000` : sql`limit ${input.size} offset ${(input.page - 1) * input.size}`
  const { rows } = await sql<z.infer<typeof unitRow>>`
    ${counts} select v.unit_id as "unitId", v.full_name as "unitName", p.id as "planId", p.state as "planState", coalesce(s.due, 0)::int as due,
      coalesce(s.kept, 0)::int as kept, coalesce(s.late, 0)::int as late, coalesce(s.overdue, 0)::int as overdue, coalesce(s.broken, 0)::int as broken,
      coalesce(s.waived, 0)::int as waived, coalesce(s.school_overdue, 0)::int as "schoolOverdue", s.next_on as "nextOn"
    ${found} order by ${by} ${direction} nulls last, v.sort_key, v.unit_id ${limit}`.execute(db)
  const counted = await sql<{ total: number }>`${counts} select count(*)::int as total ${found}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** What is due between two days: for the school the same thing of many units is one line with its count. */
export async function calendarOf(
  db: Db,
  scope: Scope,
  today: Day,
  span: { from: Day; until: Day },
): Promise<z.infer<typeof calendarEntry>[]> {
  const { rows } = await sql<z.infer<typeof calendarEntry>>`
    select 'commitment' as kind, min(c.id) as id, c.due_on as on, c.title, c.side,
      case when count(*) = 1 then unit_name_on(min(c.unit_id), ${today}::date) end as "unitName",
      case when count(*) = 1 then min(c.standing) end as standing, count(*)::int as count,
      case when count(*) = 1 then '/phoi-hop/cam-ket/' || min(c.id)
        else '/phoi-hop/cam-ket?from=' || c.due_on || '&until=' || c.due_on || '&side=' || c.side end as path
    from ${onDay(today)} c
    where c.due_on between ${span.from}::date and ${span.until}::date and c.standing <> 'dropped' and ${within(scope, 'c.unit_id')}
    group by c.due_on, c.title, c.side
    union all
    select 'class', t.id, t.opens_on, t.code || ' · ' || t.name, null, null, null, 1, '/lop/' || t.id
    from training_class t
    where t.opens_on between ${span.from}::date and ${span.until}::date and t.cancelled_on is null
      and (${scope.all} or t.partner_unit_id = any (${unitsOf(scope)}::bigint[]) or t.host_unit_id = any (${unitsOf(scope)}::bigint[]))
    union all
    select 'needRound', r.id, r.closes_on, r.title, null, null, null, 1, '/nhu-cau/' || r.id
    from need_round r
    where r.state <> 'draft' and r.closes_on between ${span.from}::date and ${span.until}::date
      and (${scope.all} or exists (select from need_answer a where a.round_id = r.id and a.unit_id = any (${unitsOf(scope)}::bigint[])))
    order by 3, 1, 4`.execute(db)
  return rows
}

/** How much is due in each week of a year, weeks by their Monday; every week of the year, also an empty one. */
export async function loadOf(
  db: Db,
  scope: Scope,
  today: Day,
  year: number,
): Promise<z.infer<typeof week>[]> {
  const { rows } = await sql<z.infer<typeof week>>`
    with weeks as (
      select generate_series(date_trunc('week', make_date(${year}, 1, 1))::date, make_date(${year}, 12, 31), interval '7 days')::date as monday
    ), due as (
      select date_trunc('week', c.due_on)::date as monday, count(*) filter (where c.side = 'unit') as from_units,
        count(*) filter (where c.side = 'school') as from_school
      from ${onDay(today)} c
      where c.due_on between make_date(${year}, 1, 1) - 7 and make_date(${year}, 12, 31) + 7 and c.standing not in ('dropped', 'waived') and ${within(scope, 'c.unit_id')}
      group by 1
    ), opening as (
      select date_trunc('week', t.opens_on)::date as monday, count(*) as classes from training_class t
      where t.opens_on between make_date(${year}, 1, 1) - 7 and make_date(${year}, 12, 31) + 7 and t.cancelled_on is null
        and (${scope.all} or t.partner_unit_id = any (${unitsOf(scope)}::bigint[]) or t.host_unit_id = any (${unitsOf(scope)}::bigint[]))
      group by 1
    )
    select w.monday, coalesce(d.from_units, 0)::int as "fromUnits", coalesce(d.from_school, 0)::int as "fromSchool", coalesce(o.classes, 0)::int as classes
    from weeks w left join due d on d.monday = w.monday left join opening o on o.monday = w.monday order by w.monday`.execute(
    db,
  )
  return rows
}

/** Units of the day by name, a page of them. */
export async function pulseUnits(
  db: Db,
  scope: Scope,
  today: Day,
  input: { q: string; page: number; size: number },
): Promise<{ rows: { unitId: number; unitName: string }[]; total: number }> {
  const found = sql`from unit_version v where daterange(v.from_on, v.until_on) @> ${today}::date and v.kind not in ('province', 'school')
    and ${within(scope, 'v.unit_id')} and v.search_key like ${`%${searchKey(input.q)}%`}`
  const { rows } = await sql<{ unitId: number; unitName: string }>`
    select v.unit_id as "unitId", v.full_name as "unitName" ${found} order by v.sort_key, v.unit_id
    limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/**
 * What the units owed in the last two years, for their pulse; what their predecessors owed that went over to them whole
 * counts as theirs. Waived and dropped commitments do not count.
 */
export async function pulseEvents(
  db: Db,
  today: Day,
  unitIds: readonly number[],
): Promise<Map<number, PulseEvent[]>> {
  const { rows } = await sql<PulseEvent & { unitId: number }>`
    with owed as (
      select 'unitCommitment' as kind, c.id, c.unit_id, c.due_on, c.kept_on as done_on from ${onDay(today)} c
      where c.side = 'unit' and c.fulfilled_by is null and c.standing not in ('waived', 'dropped')
      union all
      select 'needAnswer', a.id, a.unit_id, r.closes_on,
        case when a.state in ('submitted', 'confirmed') then (a.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date end
      from need_answer a join need_round r on r.id = a.round_id and r.state <> 'draft'
    )
    select b.became_id as "unitId", o.due_on as "dueOn", o.done_on as "doneOn", coalesce((
      select max(case when r.audience in ('head', 'committee') then 2 else 1 end) from reminder r
      where r.subject_kind = o.kind and r.subject_id = o.id and r.made_on <= coalesce(o.done_on, ${today}::date)), 0) as rung
    from owed o join units_become(${today}::date) b on b.unit_id = o.unit_id
    where o.due_on < ${today}::date and o.due_on >= ${today}::date - 760 and b.became_id = any (${[...unitIds]}::bigint[])
    order by o.due_on`.execute(db)
  const events = new Map<number, PulseEvent[]>(unitIds.map((id) => [id, []]))
  for (const { unitId, ...event } of rows) events.get(unitId)?.push(event)
  return events
}

/** The first day on which reminders were recorded; null: never. */
export async function remindedSince(db: Db): Promise<Day | null> {
  const { rows } = await sql<{
    first: Day | null
  }>`select min(made_on) as first from reminder`.execute(db)
  return rows[0]?.first ?? null
}

/**
 * Draws what accepted plans owe for classes and rounds that came after the acceptance, and moves what is open with a day
 * that has moved. What lies before today is not owed any more by being found late.
 */
export async function drawAnchored(db: Db, today: Day): Promise<void> {
  await sql`
    insert into commitment (unit_id, year, plan_id, item_key, template_code, period, side, title, evidence, due_on, fulfilled_by)
    select p.unit_id, p.year, p.id, i.item_key, i.template_code, m.period, i.side, i.title, i.evidence, m.on_day + i.offset_days, i.fulfilled_by
    from coordination_plan p join coordination_item i on i.plan_id = p.id
    join (
      select 'classOpens' as due_kind, 'class:' || t.id as period, u.unit_id, t.opens_on as on_day from training_class t
      cross join lateral (select distinct unnest(array[t.partner_unit_id, t.host_unit_id]) as unit_id) u where t.cancelled_on is null
      union all
      select 'needRound', 'round:' || r.id, a.unit_id, r.closes_on from need_round r join need_answer a on a.round_id = r.id where r.state <> 'draft'
    ) m on m.due_kind = i.due_kind and m.unit_id = p.unit_id and extract(year from m.on_day) = p.year
    where p.state = 'accepted' and m.on_day + i.offset_days >= ${today}::date
    on conflict on constraint commitment_once do update set due_on = excluded.due_on, version = commitment.version + 1
      where commitment.state = 'open' and commitment.due_on <> excluded.due_on`.execute(db)
}
