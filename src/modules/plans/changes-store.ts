import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Locale } from '../../pure/words.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { changesInput, planChange } from './contract/changes.ts'
import type { Effect } from './rules/changes.ts'
import type { LineRow, LineValues } from './store.ts'

export type ChangeRow = Omit<z.infer<typeof planChange>, 'can' | 'steps'> & {
  planId: number
  hasSubmittedVersion: boolean
}
/** A line of the adjusted plan. `changeId`: the newest change that says how it is now. */
export type AdjustedRow = LineRow & { changeId: number | null }

/** Approved changes are part of the published plan; others exist for the school and for the unit that proposed them. */
const visible = (scope: Scope) =>
  scope.all
    ? sql`true`
    : sql`(c.state = 'approved' or c.proposer_unit_id = any (${[...scope.unitIds]}::bigint[]))`

const nameOf = (table: string, locale: Locale) => sql.ref(`${table}.${locale === 'vi' ? 'name' : 'name_en'}`)

const whoIs = (column: string) =>
  sql`json_build_object('id', ${sql.ref(column)}, 'name', (select a.name from account a where a.id = ${sql.ref(column)}))`

/** `l`: the line as any version has it, for the words that a change does not bring. */
const changeColumns = (locale: Locale): RawBuilder<unknown> => sql`
  c.id, c.plan_id as "planId", p.year, c.kind, c.state, c.reason, c.proposer_unit_id as "proposerUnitId",
  unit_name_on(c.proposer_unit_id, c.proposed_at::date) as "proposerUnit", ${whoIs('c.proposed_by')} as "proposedBy",
  c.proposed_at as "proposedAt", c.letter_number as "letterNumber", c.letter_on as "letterOn", ${whoIs('c.decided_by')} as "decidedBy",
  c.decided_at as "decidedAt", c.document_number as "documentNumber", c.document_on as "documentOn", c.answer, c.version,
  (select v.number from plan_version v where v.id = c.applied_to_id) as "appliedToNumber",
  exists (select from plan_version v where v.plan_id = c.plan_id and v.state = 'submitted') as "hasSubmittedVersion",
  (select coalesce(json_agg(json_build_object('lineKey', x.line_key, 'isNew', x.is_new,
      'groupName', coalesce(${nameOf('gx', locale)}, l."groupName"), 'title', coalesce(x.title, l.title, ''),
      'modeName', coalesce(case when mx.code <> 'none' then ${nameOf('mx', locale)} end, l."modeName", ''),
      'partner', case when x.is_new then x.partner_text else l.partner end, 'place', case when x.is_new then x.place else l.place end,
      'before', json_build_object('opened', x.opened_before, 'learners', x.learners_before, 'months', x.months_before),
      'after', json_build_object('opened', x.opened, 'learners', x.learners, 'months', x.months)) order by x.id), '[]'::json)
    from plan_change_line x
    left join programme_group gx on gx.code = x.group_code
    left join study_mode mx on mx.code = x.mode_code
    left join lateral (
      select o.title, ${nameOf('g', locale)} as "groupName", case when m.code <> 'none' then ${nameOf('m', locale)} end as "modeName", o.place,
        coalesce(unit_name_on(o.partner_unit_id, make_date(p.year, 1, 1)), o.partner_text) as partner
      from (
        select o.title, o.group_code, o.mode_code, o.place, o.partner_unit_id, o.partner_text, o.version_id
        from plan_line o join plan_version v on v.id = o.version_id and v.state = 'approved' where o.line_key = x.line_key
        union all
        select o.title, o.group_code, o.mode_code, o.place, o.partner_unit_id, o.partner_text, 0
        from plan_change_line o where o.line_key = x.line_key and o.is_new
        order by version_id desc limit 1
      ) o
      join programme_group g on g.code = o.group_code join study_mode m on m.code = o.mode_code
    ) l on true
    where x.change_id = c.id) as lines`

const orders = {
  proposedAt: sql`c.proposed_at`,
  decidedAt: sql`c.decided_at`,
  kind: sql`c.kind`,
}

type ListInput = z.infer<typeof changesInput>

const chosen = (input: ListInput, scope: Scope) => sql`
  from plan_change c join plan p on p.id = c.plan_id
  where ${visible(scope)} and p.year is not null
    and (${input.year ?? null}::integer is null or p.year = ${input.year ?? null})
    and (${input.state ?? null}::text is null or c.state = ${input.state ?? null})
    and (${input.kind ?? null}::text is null or c.kind = ${input.kind ?? null})
    and (${input.q} = '' or c.reason ilike ${`%${input.q.replace(/[\\%_]/g, '\\$&')}%`}
      or c.document_number ilike ${`%${input.q.replace(/[\\%_]/g, '\\$&')}%`})`

/** A page of the changes, or all of them for a workbook (`all`); the newest first unless sorted otherwise. */
export async function changesOf(
  db: Db,
  scope: Scope,
  input: ListInput,
  locale: Locale,
  all = false,
): Promise<{ rows: ChangeRow[]; total: number }> {
  const { rows } = await sql<ChangeRow>`select ${changeColumns(locale)} ${chosen(input, scope)}
    order by ${orders[input.sort]} ${input.desc ? sql`desc` : sql`asc`} nulls last, c.id
    ${all ? sql`` : sql`limit ${input.size} offset ${(input.page - 1) * input.size}`}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*)::int as total ${chosen(input, scope)}`.execute(
    db,
  )
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** One change within the scope; `changes` of several, in the order of their ids, for a letter. */
export async function changeById(
  db: Db,
  scope: Scope,
  changeId: number,
  locale: Locale,
): Promise<ChangeRow | undefined> {
  const { rows } = await sql<ChangeRow>`select ${changeColumns(locale)}
    from plan_change c join plan p on p.id = c.plan_id where c.id = ${changeId} and ${visible(scope)}`.execute(
    db,
  )
  return rows[0]
}

/** The lines of an approved version with its approved changes, by group and order; emptied lines too, with no class. */
export async function adjustedLinesOf(db: Db, versionId: number, locale: Locale): Promise<AdjustedRow[]> {
  const { rows } = await sql<AdjustedRow>`
    select a.id, a.line_key as "lineKey", a.group_code as "groupCode", ${nameOf('g', locale)} as "groupName",
      a.programme_id as "programmeId", pr.code as "programmeCode", a.title, a.mode_code as "modeCode", ${nameOf('m', locale)} as "modeName",
      a.bloc, a.carried_over as "carriedOver", a.opened, null as "openedByYear", a.classes, a.learners, a.partner_unit_id as "partnerUnitId",
      coalesce(unit_name_on(a.partner_unit_id, make_date(p.year, 1, 1)), a.partner_text) as partner, a.place, a.months,
      a.budget_dong as "budgetDong", a.note, a.sort_order as "sortOrder", 1 as version, a.change_id as "changeId"
    from plan_line_adjusted a
    join plan_version v on v.id = a.version_id join plan p on p.id = v.plan_id
    join programme_group g on g.code = a.group_code join study_mode m on m.code = a.mode_code
    left join programme pr on pr.id = a.programme_id
    where a.version_id = ${versionId}
    order by g.sort_order, a.group_code, a.sort_order, a.id`.execute(db)
  return rows
}

/** How many approved changes stand on a version, and how many proposed ones of its plan wait, as far as one sees them. */
export async function countsOf(
  db: Db,
  scope: Scope,
  at: { planId: number; versionId: number },
): Promise<{ approved: number; proposed: number }> {
  const { rows } = await sql<{ approved: number; proposed: number }>`
    select (count(*) filter (where c.applied_to_id = ${at.versionId}))::int as approved,
      (count(*) filter (where c.state = 'proposed'))::int as proposed
    from plan_change c where c.plan_id = ${at.planId} and ${visible(scope)}`.execute(db)
  return rows[0] ?? { approved: 0, proposed: 0 }
}

/** Holds the plan until the transaction ends, so that its changes are decided one after the other. */
export async function lockPlan(db: Db, planId: number): Promise<void> {
  await db.selectFrom('plan').select('id').where('id', '=', planId).forUpdate().execute()
}

export async function addChange(
  db: Db,
  change: {
    planId: number
    kind: string
    reason: string
    proposerUnitId: number | null
    proposedBy: number
    letterNumber: string | null
    letterOn: Day | null
  },
  effects: readonly Effect[],
  newLine: LineValues | null,
): Promise<number> {
  const { id } = await db
    .insertInto('plan_change')
    .values({
      plan_id: change.planId,
      kind: change.kind,
      reason: change.reason,
      proposer_unit_id: change.proposerUnitId,
      proposed_by: change.proposedBy,
      letter_number: change.letterNumber,
      letter_on: change.letterOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('plan_change_line')
    .values(
      effects.map(({ lineKey, before, after }) => ({
        change_id: id,
        is_new: lineKey === null,
        ...(lineKey !== null && { line_key: lineKey }),
        opened_before: before.opened,
        opened: after.opened,
        learners_before: before.learners,
        learners: after.learners,
        months_before: [...before.months],
        months: [...after.months],
        ...(lineKey === null &&
          newLine && {
            group_code: newLine.groupCode,
            programme_id: newLine.programmeId,
            title: newLine.title,
            mode_code: newLine.modeCode,
            bloc: newLine.bloc,
            partner_unit_id: newLine.partnerUnitId,
            partner_text: newLine.partnerText,
            place: newLine.place,
            budget_dong: newLine.budgetDong,
            note: newLine.note,
          }),
      })),
    )
    .execute()
  return id
}

export type Decision =
  | { state: 'approved'; documentNumber: string; documentOn: Day; appliedToId: number }
  | { state: 'refused'; answer: string; documentNumber: string | null; documentOn: Day | null }
  | { state: 'withdrawn'; answer: string }

/** False when somebody changed it since it was read. */
export async function decideChange(
  db: Db,
  at: { changeId: number; version: number; by: number },
  decision: Decision,
): Promise<boolean> {
  const row = await db
    .updateTable('plan_change')
    .set((eb) => ({
      state: decision.state,
      decided_by: at.by,
      // Two decisions of one transaction must not be simultaneous: the newer one says how a line is.
      decided_at: sql<string>`clock_timestamp()`,
      version: eb('version', '+', 1),
      ...(decision.state === 'withdrawn'
        ? { answer: decision.answer }
        : { document_number: decision.documentNumber, document_on: decision.documentOn }),
      ...(decision.state === 'refused' && { answer: decision.answer }),
      ...(decision.state === 'approved' && { applied_to_id: decision.appliedToId }),
    }))
    .where('id', '=', at.changeId)
    .where('version', '=', at.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Writes an approved change into the version that is being drafted, so that it is not lost with the next approval: lines that
 * the draft still has as they were, and lines that the change brings. Where the draft says something else, the draft is later.
 */
export async function carryIntoDraft(db: Db, changeId: number, versionId: number): Promise<void> {
  await sql`update plan_line l set opened = x.opened, learners = x.learners, months = x.months, version = l.version + 1
    from plan_change_line x
    where x.change_id = ${changeId} and l.version_id = ${versionId} and l.line_key = x.line_key and l.opened = x.opened_before
      and l.learners is not distinct from x.learners_before and l.months = x.months_before and l.carried_over + x.opened > 0`.execute(
    db,
  )
  await sql`delete from plan_line l using plan_change_line x
    where x.change_id = ${changeId} and l.version_id = ${versionId} and l.line_key = x.line_key and l.opened = x.opened_before
      and l.learners is not distinct from x.learners_before and l.carried_over = 0 and x.opened = 0`.execute(
    db,
  )
  await sql`insert into plan_line (version_id, line_key, group_code, programme_id, title, mode_code, bloc, opened, learners, partner_unit_id,
      partner_text, place, months, budget_dong, note, sort_order)
    select ${versionId}, x.line_key, x.group_code, x.programme_id, x.title, x.mode_code, x.bloc, x.opened, x.learners, x.partner_unit_id,
      x.partner_text, x.place, x.months, x.budget_dong, x.note,
      (select coalesce(max(sort_order), 0) + 1 from plan_line where version_id = ${versionId})
    from plan_change_line x where x.change_id = ${changeId} and x.is_new`.execute(db)
}
