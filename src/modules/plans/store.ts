import { type ExpressionBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Locale } from '../../pure/words.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Tables } from '../../server/db/rows.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { planLine, planVersion } from './contract.ts'
import type { PlanState, Sums } from './rules.ts'

export type VersionRow = Omit<z.infer<typeof planVersion>, 'can' | 'steps'> & {
  hasOpenVersion: boolean
  hasApprovedVersion: boolean
}
export type LineRow = z.infer<typeof planLine>

/** The first wall: what is still being written exists for the whole school's people only. */
const visible = (scope: Scope) =>
  scope.all ? sql<boolean>`true` : sql<boolean>`plan_version.state in ('submitted', 'approved')`

const who = (column: 'made_by' | 'submitted_by' | 'decided_by') =>
  sql<{
    id: number | null
    name: string | null
  }>`json_build_object('id', ${sql.ref(`plan_version.${column}`)},
    'name', (select a.name from account a where a.id = ${sql.ref(`plan_version.${column}`)}))`

const otherApproved = (than: '<' | '>') =>
  sql<boolean>`(plan_version.state = 'approved' and not exists (select from plan_version o
    where o.plan_id = plan_version.plan_id and o.state = 'approved' and o.number ${sql.raw(than)} plan_version.number))`

const versionColumns = (eb: ExpressionBuilder<Tables, 'plan_version' | 'plan'>) =>
  [
    'plan_version.id',
    'plan_version.plan_id as planId',
    sql<number>`coalesce(plan.year, plan.from_year)`.as('year'),
    'plan.until_year as untilYear',
    'plan.title',
    'plan.assigned_by as assignedBy',
    'plan_version.number',
    eb.ref('plan_version.state').$castTo<PlanState>().as('state'),
    'plan_version.copied_from_id as copiedFromId',
    who('made_by').as('madeBy'),
    'plan_version.made_at as madeAt',
    who('submitted_by').as('submittedBy'),
    'plan_version.submitted_at as submittedAt',
    who('decided_by').as('decidedBy'),
    'plan_version.decided_at as decidedAt',
    'plan_version.document_number as documentNumber',
    'plan_version.document_on as documentOn',
    'plan_version.return_reason as returnReason',
    otherApproved('<').as('isAssigned'),
    otherApproved('>').as('isCurrent'),
    'plan_version.version',
    sql<Sums>`(select json_build_object('lines', count(*), 'carriedOver', coalesce(sum(l.carried_over), 0), 'opened', coalesce(sum(l.opened), 0),
      'classes', coalesce(sum(l.classes), 0), 'learners', sum(l.learners), 'budgetDong', sum(l.budget_dong))
      from plan_line l where l.version_id = plan_version.id)`.as('sums'),
    sql<boolean>`exists (select from plan_version o where o.plan_id = plan_version.plan_id and o.state <> 'approved')`.as(
      'hasOpenVersion',
    ),
    sql<boolean>`exists (select from plan_version o where o.plan_id = plan_version.plan_id and o.state = 'approved')`.as(
      'hasApprovedVersion',
    ),
  ] as const

const versions = (db: Db, scope: Scope) =>
  db
    .selectFrom('plan_version')
    .innerJoin('plan', 'plan.id', 'plan_version.plan_id')
    .where(visible(scope))
    .select(versionColumns)

/** The versions of all years' plans, or of one year's; the newest year and version first. */
export async function versionsOf(db: Db, scope: Scope, year: number | null): Promise<VersionRow[]> {
  let query = versions(db, scope).where('plan.year', 'is not', null)
  if (year !== null) query = query.where('plan.year', '=', year)
  return query.orderBy('plan.year', 'desc').orderBy('plan_version.number', 'desc').execute()
}

/** The versions of all plans for periods; the newest period and version first. */
export const periodVersions = (db: Db, scope: Scope): Promise<VersionRow[]> =>
  versions(db, scope)
    .where('plan.year', 'is', null)
    .orderBy('plan.from_year', 'desc')
    .orderBy('plan.until_year', 'desc')
    .orderBy('plan_version.number', 'desc')
    .execute()

/** The versions of one plan, of a year or a period; the newest first. */
export const versionsOfPlan = (db: Db, scope: Scope, planId: number): Promise<VersionRow[]> =>
  versions(db, scope).where('plan.id', '=', planId).orderBy('plan_version.number', 'desc').execute()

export const versionById = (db: Db, scope: Scope, versionId: number): Promise<VersionRow | undefined> =>
  versions(db, scope).where('plan_version.id', '=', versionId).executeTakeFirst()

/** Holds the version until the transaction ends, so that two changes of one plan come one after the other. */
export async function lockVersion(db: Db, versionId: number): Promise<void> {
  await db.selectFrom('plan_version').select('id').where('id', '=', versionId).forUpdate().execute()
}

const lineColumns = (
  eb: ExpressionBuilder<Tables, 'plan_line' | 'programme' | 'programme_group' | 'study_mode' | 'plan'>,
  locale: Locale,
) =>
  [
    'plan_line.id',
    'plan_line.line_key as lineKey',
    'plan_line.group_code as groupCode',
    eb.ref(locale === 'vi' ? 'programme_group.name' : 'programme_group.name_en').as('groupName'),
    'plan_line.programme_id as programmeId',
    'programme.code as programmeCode',
    'plan_line.title',
    'plan_line.mode_code as modeCode',
    eb.ref(locale === 'vi' ? 'study_mode.name' : 'study_mode.name_en').as('modeName'),
    eb.ref('plan_line.bloc').$castTo<LineRow['bloc']>().as('bloc'),
    'plan_line.carried_over as carriedOver',
    'plan_line.opened',
    'plan_line.opened_by_year as openedByYear',
    'plan_line.classes',
    'plan_line.learners',
    'plan_line.partner_unit_id as partnerUnitId',
    // The name of that year, so that an old plan reads as it was written.
    sql<
      string | null
    >`coalesce(unit_name_on(plan_line.partner_unit_id, make_date(coalesce(plan.year, plan.from_year), 1, 1)), plan_line.partner_text)`.as(
      'partner',
    ),
    'plan_line.place',
    'plan_line.months',
    'plan_line.budget_dong as budgetDong',
    'plan_line.note',
    'plan_line.sort_order as sortOrder',
    'plan_line.version',
  ] as const

/** The lines of a version by group and order. The version must have been found within the scope before. */
export const linesOf = (db: Db, versionId: number, locale: Locale = 'vi'): Promise<LineRow[]> =>
  db
    .selectFrom('plan_line')
    .innerJoin('plan_version', 'plan_version.id', 'plan_line.version_id')
    .innerJoin('plan', 'plan.id', 'plan_version.plan_id')
    .innerJoin('programme_group', 'programme_group.code', 'plan_line.group_code')
    .innerJoin('study_mode', 'study_mode.code', 'plan_line.mode_code')
    .leftJoin('programme', 'programme.id', 'plan_line.programme_id')
    .where('plan_line.version_id', '=', versionId)
    .select((eb) => lineColumns(eb, locale))
    .orderBy('programme_group.sort_order')
    .orderBy('plan_line.group_code')
    .orderBy('plan_line.sort_order')
    .orderBy('plan_line.id')
    .execute()

/** Of which years a plan is: one, or a period. */
export type PlanYears = { year: number; untilYear?: number | undefined }

/** The plan of a year or a period, made when there is none; locked, so that its versions are numbered one after the other. */
export async function lockedPlan(
  db: Db,
  input: PlanYears & { title: string; assignedBy: string | null },
): Promise<number> {
  const years =
    input.untilYear === undefined
      ? { year: input.year, from_year: null, until_year: null }
      : { year: null, from_year: input.year, until_year: input.untilYear }
  await db
    .insertInto('plan')
    .values({ ...years, title: input.title, assigned_by: input.assignedBy })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  let query = db.selectFrom('plan').select('id').forUpdate()
  query =
    input.untilYear === undefined
      ? query.where('year', '=', input.year)
      : query.where('from_year', '=', input.year).where('until_year', '=', input.untilYear)
  return (await query.executeTakeFirstOrThrow()).id
}

/** Title and assigning body of a year's plan; the database refuses once a version is submitted or approved. */
export async function renamePlan(
  db: Db,
  planId: number,
  name: { title: string; assignedBy: string | null },
): Promise<void> {
  await db
    .updateTable('plan')
    .set((eb) => ({ title: name.title, assigned_by: name.assignedBy, version: eb('version', '+', 1) }))
    .where('id', '=', planId)
    .execute()
}

export async function addVersion(
  db: Db,
  input: { planId: number; copiedFromId: number | null; madeBy: number },
): Promise<number> {
  const row = await db
    .insertInto('plan_version')
    .values({
      plan_id: input.planId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from plan_version where plan_id = ${input.planId})`,
      copied_from_id: input.copiedFromId,
      made_by: input.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/**
 * Copies the lines as they are in force: with the approved changes that stand on the version, without lines that they emptied.
 * Within one plan they stay the same lines; for another year they are new ones.
 */
export async function copyLines(
  db: Db,
  from: { versionId: number; keepKeys: boolean },
  toVersionId: number,
): Promise<void> {
  await sql`insert into plan_line (version_id, line_key, group_code, programme_id, title, mode_code, bloc, carried_over, opened,
      opened_by_year, learners, partner_unit_id, partner_text, place, months, budget_dong, note, sort_order)
    select ${toVersionId}, case when ${from.keepKeys} then a.line_key else gen_random_uuid() end, a.group_code, a.programme_id, a.title,
      a.mode_code, a.bloc, a.carried_over, a.opened, l.opened_by_year, a.learners, a.partner_unit_id, a.partner_text, a.place, a.months,
      a.budget_dong, a.note, row_number() over (order by a.sort_order, a.id)
    from plan_line_adjusted a left join plan_line l on l.version_id = a.version_id and l.line_key = a.line_key
    where a.version_id = ${from.versionId} and a.classes > 0`.execute(db)
}

/** A line as it is to be stored. */
export type LineValues = {
  groupCode: string
  programmeId: number | null
  title: string
  modeCode: string
  bloc: 'party' | 'state' | 'front' | null
  carriedOver: number
  opened: number
  openedByYear?: number[] | null
  learners: number | null
  partnerUnitId: number | null
  partnerText: string | null
  place: string | null
  months: number[]
  budgetDong: number | null
  note: string | null
}

const lineValues = (line: LineValues) => ({
  group_code: line.groupCode,
  programme_id: line.programmeId,
  title: line.title,
  mode_code: line.modeCode,
  bloc: line.bloc,
  carried_over: line.carriedOver,
  opened: line.opened,
  opened_by_year: line.openedByYear ?? null,
  learners: line.learners,
  partner_unit_id: line.partnerUnitId,
  partner_text: line.partnerText,
  place: line.place,
  months: line.months,
  budget_dong: line.budgetDong,
  note: line.note,
})

/** Puts the line at the end, or at `sortOrder`. */
export async function addLine(
  db: Db,
  versionId: number,
  line: LineValues,
  sortOrder?: number,
): Promise<number> {
  const row = await db
    .insertInto('plan_line')
    .values({
      version_id: versionId,
      ...lineValues(line),
      sort_order:
        sortOrder ??
        sql<number>`(select coalesce(max(sort_order), 0) + 1 from plan_line where version_id = ${versionId})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False when the line is not of this version, or somebody changed it since it was read. */
export async function setLine(
  db: Db,
  at: { versionId: number; lineId: number; version: number },
  line: LineValues,
  sortOrder?: number,
): Promise<boolean> {
  const row = await db
    .updateTable('plan_line')
    .set((eb) => ({
      ...lineValues(line),
      ...(sortOrder === undefined ? {} : { sort_order: sortOrder }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', at.lineId)
    .where('version_id', '=', at.versionId)
    .where('version', '=', at.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function dropLine(
  db: Db,
  at: { versionId: number; lineId: number; version: number },
): Promise<boolean> {
  const row = await db
    .deleteFrom('plan_line')
    .where('id', '=', at.lineId)
    .where('version_id', '=', at.versionId)
    .where('version', '=', at.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function orderLines(db: Db, versionId: number, lineIds: readonly number[]): Promise<void> {
  await sql`update plan_line set sort_order = o.n from unnest(${[...lineIds]}::bigint[]) with ordinality as o(id, n)
    where plan_line.id = o.id and plan_line.version_id = ${versionId} and plan_line.sort_order <> o.n`.execute(
    db,
  )
}

/** Marks the version as changed, so that who has an older one before their eyes is told. */
export async function touchVersion(db: Db, versionId: number): Promise<void> {
  await db
    .updateTable('plan_version')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', versionId)
    .execute()
}

export async function setState(
  db: Db,
  versionId: number,
  step:
    | { state: 'submitted'; by: number }
    | { state: 'returned'; by: number; reason: string }
    | { state: 'approved'; by: number; documentNumber: string; documentOn: Day },
): Promise<void> {
  await db
    .updateTable('plan_version')
    .set((eb) => ({
      state: step.state,
      version: eb('version', '+', 1),
      ...(step.state === 'submitted'
        ? { submitted_by: step.by, submitted_at: sql<string>`now()` }
        : { decided_by: step.by, decided_at: sql<string>`now()` }),
      ...(step.state === 'returned' ? { return_reason: step.reason } : {}),
      ...(step.state === 'approved'
        ? { document_number: step.documentNumber, document_on: step.documentOn }
        : {}),
    }))
    .where('id', '=', versionId)
    .execute()
}

export const unitExists = async (db: Db, unitId: number): Promise<boolean> =>
  (await db.selectFrom('unit').select('id').where('id', '=', unitId).executeTakeFirst()) !== undefined

/** Every unit's name as printed on a day. */
export async function unitNamesOn(db: Db, on: Day): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('unit_version')
    .where(sql<boolean>`daterange(from_on, until_on) @> ${on}::date`)
    .select(['unit_id as unitId', 'full_name as name'])
    .execute()
  return new Map(rows.map((row) => [row.unitId, row.name]))
}
