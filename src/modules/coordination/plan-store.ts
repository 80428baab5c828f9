import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import { inScope } from '../../server/scope.ts'
import type { item, plan, template } from './contract.ts'
import type { Anchors } from './rules/dues.ts'

export type TemplateRow = z.infer<typeof template>
export type ItemRow = z.infer<typeof item>
export type PlanRow = Omit<z.infer<typeof plan>, 'items' | 'can'>

/** What an item or a template promises, as it is stored. */
export type PromiseValues = Pick<
  ItemRow,
  'side' | 'title' | 'detail' | 'evidence' | 'dueKind' | 'dueMonth' | 'dueDay' | 'offsetDays'
>

const stored = (values: PromiseValues) => ({
  side: values.side,
  title: values.title,
  detail: values.detail,
  evidence: values.evidence,
  due_kind: values.dueKind,
  due_month: values.dueMonth,
  due_day: values.dueDay,
  offset_days: values.offsetDays,
})

const promised = (table: 'commitment_template' | 'coordination_item') => {
  const as = <T>(column: string) => sql<T>`${sql.ref(`${table}.${column}`)}`
  return [
    as<ItemRow['side']>('side').as('side'),
    as<string>('title').as('title'),
    as<string | null>('detail').as('detail'),
    as<string | null>('evidence').as('evidence'),
    as<ItemRow['dueKind']>('due_kind').as('dueKind'),
    as<number | null>('due_month').as('dueMonth'),
    as<number | null>('due_day').as('dueDay'),
    as<number>('offset_days').as('offsetDays'),
    as<'needAnswer' | null>('fulfilled_by').as('fulfilledBy'),
  ] as const
}

/** The templates in their order; of one id, or all. */
export async function templatesOf(db: Db, templateId: number | null = null): Promise<TemplateRow[]> {
  let query = db.selectFrom('commitment_template')
  if (templateId !== null) query = query.where('id', '=', templateId)
  return query
    .select(['id', 'code', 'is_used as isUsed', 'needs_confirmation as needsConfirmation', 'version'])
    .select(promised('commitment_template'))
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
}

export async function addTemplate(db: Db, values: PromiseValues & { isUsed: boolean }): Promise<number> {
  const row = await db
    .insertInto('commitment_template')
    .values({
      ...stored(values),
      is_used: values.isUsed,
      code: sql<string>`'own-' || gen_random_uuid()`,
      sort_order: values.side === 'unit' ? 90 : 190,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Changes a template that is as it was seen; whoever has looked at it has confirmed it. */
export async function setTemplate(
  db: Db,
  seen: { templateId: number; version: number },
  values: PromiseValues & { isUsed: boolean },
): Promise<boolean> {
  const row = await db
    .updateTable('commitment_template')
    .set((eb) => ({
      ...stored(values),
      is_used: values.isUsed,
      needs_confirmation: false,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', seen.templateId)
    .where('version', '=', seen.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const plans = (db: Db, scope: Scope, today: Day) =>
  db
    .selectFrom('coordination_plan as p')
    .where((eb) => inScope(eb, 'p.unit_id', null, scope))
    .where(scope.all ? sql<boolean>`true` : sql<boolean>`p.state <> 'draft'`)
    .select((eb) => [
      'p.id',
      'p.unit_id as unitId',
      sql<string>`unit_name_on(p.unit_id, ${today}::date)`.as('unitName'),
      'p.year',
      'p.number',
      eb.ref('p.state').$castTo<PlanRow['state']>().as('state'),
      'p.drawn_at as drawnAt',
      'p.offered_at as offeredAt',
      nameOf('p.offered_by').as('offeredBy'),
      'p.accepted_at as acceptedAt',
      nameOf('p.accepted_by').as('acceptedBy'),
      'p.return_reason as returnReason',
      'p.version',
    ])

/** An account's name, as far as the asker may know it. */
export const nameOf = (column: string): RawBuilder<string | null> =>
  sql<string | null>`(select a.name from account a where a.id = ${sql.ref(column)})`

export const planById = (db: Db, scope: Scope, today: Day, planId: number): Promise<PlanRow | undefined> =>
  plans(db, scope, today).where('p.id', '=', planId).executeTakeFirst()

/** The plans of a unit and year that count: the one in force and the one under way. */
export const plansOfUnit = (
  db: Db,
  scope: Scope,
  today: Day,
  unitId: number,
  year: number,
): Promise<PlanRow[]> =>
  plans(db, scope, today)
    .where('p.unit_id', '=', unitId)
    .where('p.year', '=', year)
    .where('p.state', '<>', 'replaced')
    .execute()

/** Holds the plan until the transaction ends. False: there is none in reach. */
export async function lockPlan(db: Db, planId: number): Promise<boolean> {
  const row = await db
    .selectFrom('coordination_plan')
    .select('id')
    .where('id', '=', planId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export const itemsOf = (db: Db, planId: number): Promise<ItemRow[]> =>
  db
    .selectFrom('coordination_item')
    .where('plan_id', '=', planId)
    .select(['id', 'item_key as itemKey', 'template_code as templateCode'])
    .select(promised('coordination_item'))
    .orderBy('sort_order')
    .orderBy('id')
    .execute()

/**
 * Draws up plans from the templates in use, for one unit or for every unit of the day that has none for the year. The
 * province and the school itself are no partners. @returns how many were made
 */
export async function drawUp(
  db: Db,
  input: { year: number; unitId: number | null; drawnBy: number | null; today: Day },
): Promise<number> {
  const { rows } = await sql<{ made: number }>`
    with made as (
      insert into coordination_plan (unit_id, year, drawn_by)
      select v.unit_id, ${input.year}, ${input.drawnBy}::bigint from unit_version v
      where daterange(v.from_on, v.until_on) @> ${input.today}::date and v.kind not in ('province', 'school')
        and (${input.unitId}::bigint is null or v.unit_id = ${input.unitId}::bigint)
        and not exists (select from coordination_plan p where p.unit_id = v.unit_id and p.year = ${input.year})
      order by v.sort_key
      returning id
    ), written as (
      insert into coordination_item (plan_id, template_code, side, title, detail, evidence, due_kind, due_month, due_day, offset_days, fulfilled_by, sort_order)
      select m.id, t.code, t.side, t.title, t.detail, t.evidence, t.due_kind, t.due_month, t.due_day, t.offset_days, t.fulfilled_by, t.sort_order
      from made m cross join commitment_template t where t.is_used
    )
    select count(*)::int as made from made`.execute(db)
  return rows[0]?.made ?? 0
}

/** A draft that is a copy of an accepted plan, its items with their keys. */
export async function copyPlan(db: Db, planId: number, drawnBy: number): Promise<number> {
  const row = await db
    .insertInto('coordination_plan')
    .columns(['unit_id', 'year', 'number', 'drawn_by'])
    .expression((eb) =>
      eb
        .selectFrom('coordination_plan as p')
        .where('p.id', '=', planId)
        .select([
          'p.unit_id',
          'p.year',
          sql<number>`(select max(o.number) + 1 from coordination_plan o where o.unit_id = p.unit_id and o.year = p.year)`.as(
            'number',
          ),
          sql<number>`${drawnBy}::bigint`.as('drawn_by'),
        ]),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into coordination_item (plan_id, item_key, template_code, side, title, detail, evidence, due_kind, due_month, due_day, offset_days, fulfilled_by, sort_order)
    select ${row.id}, item_key, template_code, side, title, detail, evidence, due_kind, due_month, due_day, offset_days, fulfilled_by, sort_order
    from coordination_item where plan_id = ${planId}`.execute(db)
  return row.id
}

export async function addItem(db: Db, planId: number, values: PromiseValues): Promise<void> {
  await db
    .insertInto('coordination_item')
    .values({
      ...stored(values),
      plan_id: planId,
      sort_order: sql<number>`(select coalesce(max(i.sort_order), 0) + 10 from coordination_item i where i.plan_id = ${planId} and i.side = ${values.side})`,
    })
    .execute()
}

export async function setItem(
  db: Db,
  planId: number,
  itemId: number,
  values: PromiseValues,
): Promise<boolean> {
  const row = await db
    .updateTable('coordination_item')
    .set(stored(values))
    .where('id', '=', itemId)
    .where('plan_id', '=', planId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function dropItem(db: Db, planId: number, itemId: number): Promise<boolean> {
  const row = await db
    .deleteFrom('coordination_item')
    .where('id', '=', itemId)
    .where('plan_id', '=', planId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A changed draft is a new one: what was returned is under way again. */
export async function touchDraft(db: Db, planId: number): Promise<void> {
  await db
    .updateTable('coordination_plan')
    .set((eb) => ({ state: 'draft', version: eb('version', '+', 1) }))
    .where('id', '=', planId)
    .execute()
}

/** The school stands by its drafts: of one plan, or of all of a year. @returns how many */
export async function offer(
  db: Db,
  input: { year: number; planId: number | null; by: number },
): Promise<number> {
  let query = db
    .updateTable('coordination_plan')
    .set((eb) => ({
      state: 'offered',
      offered_by: input.by,
      offered_at: sql<string>`now()`,
      return_reason: null,
      version: eb('version', '+', 1),
    }))
    .where('state', 'in', ['draft', 'returned'])
    .where('year', '=', input.year)
  if (input.planId !== null) query = query.where('id', '=', input.planId)
  else query = query.where('state', '=', 'draft')
  return (await query.returning('id').execute()).length
}

export async function answerPlan(
  db: Db,
  planId: number,
  step: { state: 'accepted'; by: number } | { state: 'returned'; reason: string },
): Promise<void> {
  if (step.state === 'accepted')
    await sql`
      update coordination_plan o set state = 'replaced', version = o.version + 1 from coordination_plan p
      where p.id = ${planId} and o.unit_id = p.unit_id and o.year = p.year and o.state = 'accepted' and o.id <> p.id`.execute(
      db,
    )
  await db
    .updateTable('coordination_plan')
    .set((eb) => ({
      state: step.state,
      version: eb('version', '+', 1),
      ...(step.state === 'accepted'
        ? { accepted_by: step.by, accepted_at: sql<string>`now()` }
        : { return_reason: step.reason }),
    }))
    .where('id', '=', planId)
    .execute()
}

/** What rules of a unit's plan may count from in a year: its classes, the rounds of needs that ask it. */
export async function anchorsOf(db: Db, unitId: number, year: number): Promise<Anchors> {
  const { rows } = await sql<{ kind: 'class' | 'round'; id: number; on: Day }>`
    select 'class' as kind, c.id, c.opens_on as on from training_class c
    where ${unitId} in (c.partner_unit_id, c.host_unit_id) and c.cancelled_on is null
      and c.opens_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
    union all
    select 'round', r.id, r.closes_on from need_round r join need_answer a on a.round_id = r.id and a.unit_id = ${unitId}
    where r.state <> 'draft' and extract(year from r.closes_on) = ${year}`.execute(db)
  const of = (kind: 'class' | 'round') => rows.filter((row) => row.kind === kind)
  return { classes: of('class'), rounds: of('round') }
}
