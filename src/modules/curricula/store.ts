import { type ExpressionBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Tables } from '../../server/db/rows.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { curriculum, usable } from './contract.ts'
import type { BareItem, Hours } from './rules.ts'

export type CurriculumRow = Omit<z.infer<typeof curriculum>, 'can' | 'steps'> & {
  /** The actor's unit was invited to write in it. */
  isInvitedToEdit: boolean
  isInvited: boolean
  /** The council of the newest submission has concluded. */
  isConcluded: boolean
}

/** The first wall: whose drafts exist for the actor. */
export type Sight = { scope: Scope; seesDrafts: boolean }

const invited = (scope: Scope, edits: boolean) =>
  scope.all
    ? sql<boolean>`false`
    : sql<boolean>`exists (select from curriculum_collaborator k where k.curriculum_id = curriculum.id
        and (k.may_edit or ${!edits}) and k.unit_id = any (${[...scope.unitIds]}::bigint[]))`

const visible = ({ scope, seesDrafts }: Sight) =>
  seesDrafts && scope.all
    ? sql<boolean>`true`
    : seesDrafts
      ? sql<boolean>`(curriculum.state in ('approved', 'retired') or ${invited(scope, false)})`
      : sql<boolean>`curriculum.state in ('approved', 'retired')`

const who = (column: 'made_by' | 'submitted_by' | 'decided_by') =>
  sql<{
    id: number | null
    name: string | null
  }>`json_build_object('id', ${sql.ref(`curriculum.${column}`)},
    'name', (select a.name from account a where a.id = ${sql.ref(`curriculum.${column}`)}))`

const allHours = sql.raw(
  'i.theory_hours + i.discussion_hours + i.practice_hours + i.field_hours + i.self_study_hours + i.report_hours + i.exam_hours',
)

const curricula = (db: Db, sight: Sight) =>
  db
    .selectFrom('curriculum')
    .innerJoin('programme', 'programme.id', 'curriculum.programme_id')
    .leftJoin('curriculum as frame', 'frame.id', 'curriculum.frame_id')
    .leftJoinLateral(
      sql<{
        topics: number
        hours: number
      }>`(select count(*) filter (where i.kind = 'topic')::integer as topics,
        coalesce(sum(${allHours}), 0)::integer as hours from curriculum_item i where i.curriculum_id = curriculum.id)`.as(
        'tally',
      ),
      (join) => join.onTrue(),
    )
    .where(visible(sight))
    .select((eb) => [
      'curriculum.id',
      'curriculum.programme_id as programmeId',
      'programme.name as programmeName',
      eb.ref('curriculum.kind').$castTo<CurriculumRow['kind']>().as('kind'),
      'curriculum.number',
      'curriculum.title',
      'curriculum.frame_id as frameId',
      'frame.title as frameTitle',
      'curriculum.starts_from_id as startsFromId',
      eb.ref('curriculum.state').$castTo<CurriculumRow['state']>().as('state'),
      'curriculum.goals',
      'curriculum.source',
      'curriculum.needs_confirmation as needsConfirmation',
      who('made_by').as('madeBy'),
      'curriculum.made_at as madeAt',
      who('submitted_by').as('submittedBy'),
      'curriculum.submitted_at as submittedAt',
      who('decided_by').as('decidedBy'),
      'curriculum.decided_at as decidedAt',
      'curriculum.return_reason as returnReason',
      'curriculum.document_number as documentNumber',
      'curriculum.document_on as documentOn',
      'curriculum.document_by as documentBy',
      'curriculum.from_on as fromOn',
      'curriculum.until_on as untilOn',
      sql<number>`tally.topics`.as('topics'),
      sql<number>`tally.hours`.as('totalHours'),
      'curriculum.version',
      sql<boolean>`coalesce((select a.result is not null from curriculum_appraisal a where a.curriculum_id = curriculum.id
        order by a.round desc limit 1), false)`.as('isConcluded'),
      invited(sight.scope, true).as('isInvitedToEdit'),
      invited(sight.scope, false).as('isInvited'),
    ])

/** The versions of a programme, the school's before the frames, newest first. */
export const curriculaOf = (db: Db, sight: Sight, programmeId: number): Promise<CurriculumRow[]> =>
  curricula(db, sight)
    .where('curriculum.programme_id', '=', programmeId)
    .orderBy('curriculum.kind', 'desc')
    .orderBy('curriculum.number', 'desc')
    .execute()

/** Approved versions of the school on which classes may run; on a day, and of one programme, where they are given. */
export async function inForce(
  db: Db,
  on: Day | undefined,
  programmeId: number | undefined,
): Promise<z.infer<typeof usable>[]> {
  let query = db
    .selectFrom('curriculum')
    .innerJoin('programme', 'programme.id', 'curriculum.programme_id')
    .where('curriculum.kind', '=', 'school')
    .where('curriculum.state', 'in', ['approved', 'retired'])
    .select([
      'curriculum.id',
      'curriculum.programme_id as programmeId',
      'programme.name as programmeName',
      'curriculum.number',
      'curriculum.title',
      'curriculum.from_on as fromOn',
      'curriculum.until_on as untilOn',
    ])
  if (on !== undefined)
    query = query.where(sql<boolean>`daterange(curriculum.from_on, curriculum.until_on) @> ${on}::date`)
  if (programmeId !== undefined) query = query.where('curriculum.programme_id', '=', programmeId)
  return query
    .orderBy('programme.sort_key')
    .orderBy('programme.id')
    .orderBy('curriculum.number', 'desc')
    .execute()
}

export const curriculumById = (db: Db, sight: Sight, id: number): Promise<CurriculumRow | undefined> =>
  curricula(db, sight).where('curriculum.id', '=', id).executeTakeFirst()

const itemColumns = (eb: ExpressionBuilder<Tables, 'curriculum_item'>) =>
  [
    'curriculum_item.id',
    'curriculum_item.parent_id as parentId',
    eb.ref('curriculum_item.kind').$castTo<BareItem['kind']>().as('kind'),
    'curriculum_item.position',
    'curriculum_item.title',
    'curriculum_item.outcomes',
    'curriculum_item.field_code as fieldCode',
    sql<Hours>`json_build_object('theory', theory_hours, 'discussion', discussion_hours, 'practice', practice_hours,
      'field', field_hours, 'selfStudy', self_study_hours, 'report', report_hours, 'exam', exam_hours)`.as(
      'hours',
    ),
    'curriculum_item.lineage_id as lineageId',
    'curriculum_item.version',
  ] as const

/** Everything in a version, in no particular order. Call for a version that the actor was seen to see. */
export const itemsOf = (db: Db, curriculumId: number): Promise<BareItem[]> =>
  db.selectFrom('curriculum_item').where('curriculum_id', '=', curriculumId).select(itemColumns).execute()

/** Holds the version until the transaction ends: decisions come one after the other, and wait for writing under way. */
export async function lockCurriculum(db: Db, id: number): Promise<void> {
  await db.selectFrom('curriculum').select('id').where('id', '=', id).forUpdate().execute()
}

/**
 * Who changes the order, adds or removes waits here for whoever does so in the same version. Not the row: a unit that writes
 * together with the school may not change it and so cannot lock it, and whoever only edits a text need not wait.
 */
export async function lockOrder(db: Db, curriculumId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('curriculum.order'), ${curriculumId}::bigint::integer)`.execute(
    db,
  )
}

/** The next number of a programme's versions of this kind; waits for whoever is just taking one. */
export async function nextNumber(db: Db, programmeId: number, kind: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('curriculum.number'), ${programmeId}::bigint::integer)`.execute(
    db,
  )
  const { rows } = await sql<{ n: number }>`select coalesce(max(number), 0) + 1 as n from curriculum
    where programme_id = ${programmeId} and kind = ${kind}`.execute(db)
  return rows[0]?.n ?? 1
}

export async function addCurriculum(
  db: Db,
  row: {
    programmeId: number
    kind: 'frame' | 'school'
    number: number
    title: string
    frameId: number | null
    startsFromId: number | null
    goals: string
    source: string
    needsConfirmation: boolean
    madeBy: number
  },
): Promise<number> {
  const made = await db
    .insertInto('curriculum')
    .values({
      programme_id: row.programmeId,
      kind: row.kind,
      number: row.number,
      title: row.title,
      frame_id: row.frameId,
      starts_from_id: row.startsFromId,
      goals: row.goals,
      source: row.source,
      needs_confirmation: row.needsConfirmation,
      made_by: row.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

/** Copies everything in a version into another, of the same lineage; level by level, so that each finds its parent. */
export async function copyItems(db: Db, fromId: number, toId: number): Promise<void> {
  for (const kind of ['part', 'module', 'topic'])
    await sql`insert into curriculum_item (curriculum_id, parent_id, kind, position, title, outcomes, field_code, theory_hours,
        discussion_hours, practice_hours, field_hours, self_study_hours, report_hours, exam_hours, lineage_id)
      select ${toId}, p.id, i.kind, i.position, i.title, i.outcomes, i.field_code, i.theory_hours, i.discussion_hours,
        i.practice_hours, i.field_hours, i.self_study_hours, i.report_hours, i.exam_hours, i.lineage_id
      from curriculum_item i left join curriculum_item o on o.id = i.parent_id
        left join curriculum_item p on p.curriculum_id = ${toId} and p.lineage_id = o.lineage_id
      where i.curriculum_id = ${fromId} and i.kind = ${kind} order by i.position`.execute(db)
}

/** The limits of a frame into its next version. */
export async function copyLimits(db: Db, fromId: number, toId: number): Promise<void> {
  await sql`insert into curriculum_limit (curriculum_id, kind, lineage_id, allows, minimum, maximum, source, needs_confirmation)
    select ${toId}, kind, lineage_id, allows, minimum, maximum, source, needs_confirmation
    from curriculum_limit where curriculum_id = ${fromId}`.execute(db)
}

export async function setAbout(
  db: Db,
  id: number,
  seen: number,
  about: { title: string; goals: string; source: string },
): Promise<boolean> {
  const row = await db
    .updateTable('curriculum')
    .set((eb) => ({ ...about, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', seen)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type ItemValues = { title: string; outcomes: string; fieldCode: string | null; hours: Hours }

const itemValues = (item: ItemValues) => ({
  title: item.title,
  outcomes: item.outcomes,
  field_code: item.fieldCode,
  theory_hours: item.hours.theory,
  discussion_hours: item.hours.discussion,
  practice_hours: item.hours.practice,
  field_hours: item.hours.field,
  self_study_hours: item.hours.selfStudy,
  report_hours: item.hours.report,
  exam_hours: item.hours.exam,
})

export async function addItem(
  db: Db,
  at: {
    curriculumId: number
    parentId: number | null
    kind: BareItem['kind']
    position: number
    lineageId?: number | null
  },
  item: ItemValues,
): Promise<number> {
  // The lineage is given by the database: its own id.
  const { rows } = await sql<{ id: number }>`insert into curriculum_item
      (curriculum_id, parent_id, kind, position, title, outcomes, field_code, theory_hours, discussion_hours, practice_hours,
       field_hours, self_study_hours, report_hours, exam_hours, lineage_id)
    values (${at.curriculumId}, ${at.parentId}, ${at.kind}, ${at.position}, ${item.title}, ${item.outcomes}, ${item.fieldCode},
      ${item.hours.theory}, ${item.hours.discussion}, ${item.hours.practice}, ${item.hours.field}, ${item.hours.selfStudy},
      ${item.hours.report}, ${item.hours.exam}, ${at.lineageId ?? null}) returning id`.execute(db)
  return rows[0]?.id ?? 0
}

/** False when somebody changed the item since it was read, or it is gone. */
export async function setItem(
  db: Db,
  at: { curriculumId: number; itemId: number; version: number },
  item: ItemValues,
): Promise<boolean> {
  const row = await db
    .updateTable('curriculum_item')
    .set((eb) => ({ ...itemValues(item), version: eb('version', '+', 1) }))
    .where('id', '=', at.itemId)
    .where('curriculum_id', '=', at.curriculumId)
    .where('version', '=', at.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function dropItem(
  db: Db,
  at: { curriculumId: number; itemId: number; version: number },
): Promise<boolean> {
  const row = await db
    .deleteFrom('curriculum_item')
    .where('id', '=', at.itemId)
    .where('curriculum_id', '=', at.curriculumId)
    .where('version', '=', at.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Sets parent and order of siblings: the ids in their order. The version of an item is of its text, not of its place. */
export async function placeItems(
  db: Db,
  curriculumId: number,
  parentId: number | null,
  ids: readonly number[],
): Promise<void> {
  await sql`update curriculum_item set parent_id = ${parentId}, position = o.n
    from unnest(${[...ids]}::bigint[]) with ordinality as o(id, n)
    where curriculum_item.id = o.id and curriculum_item.curriculum_id = ${curriculumId}
      and (curriculum_item.position <> o.n or curriculum_item.parent_id is distinct from ${parentId}::bigint)`.execute(
    db,
  )
}

/** Notes a change that was just made in this transaction, with its reason. Call after the change: the record has its number then. */
export async function noteChange(
  db: Db,
  change: {
    curriculumId: number
    lineageId: number | null
    act: 'add' | 'edit' | 'move' | 'remove' | 'import' | 'about' | 'accept' | 'limit'
    reasonKind: string | null
    reason: string
    madeBy: number
  },
): Promise<void> {
  await sql`insert into curriculum_change (curriculum_id, lineage_id, act, reason_kind, reason, transaction_id, made_by)
    values (${change.curriculumId}, ${change.lineageId}, ${change.act}, ${change.reasonKind}, ${change.reason},
      nullif(current_setting('app.transaction', true), '')::uuid, ${change.madeBy})`.execute(db)
}

type Decision = { documentNumber: string; documentOn: Day; documentBy: string; fromOn: Day }

export async function setState(
  db: Db,
  id: number,
  step:
    | { state: 'submitted'; by: number }
    | { state: 'returned'; by: number; reason: string }
    | ({ state: 'approved'; by: number } & Decision)
    | { state: 'retired'; untilOn: Day },
): Promise<void> {
  await db
    .updateTable('curriculum')
    .set((eb) => ({
      state: step.state,
      version: eb('version', '+', 1),
      ...(step.state === 'submitted' ? { submitted_by: step.by, submitted_at: sql<string>`now()` } : {}),
      ...(step.state === 'returned' || step.state === 'approved'
        ? { decided_by: step.by, decided_at: sql<string>`now()` }
        : {}),
      ...(step.state === 'returned' ? { return_reason: step.reason } : {}),
      ...(step.state === 'approved'
        ? {
            document_number: step.documentNumber,
            document_on: step.documentOn,
            document_by: step.documentBy,
            from_on: step.fromOn,
          }
        : {}),
      ...(step.state === 'retired' ? { until_on: step.untilOn } : {}),
    }))
    .where('id', '=', id)
    .execute()
}

export const fieldExists = async (db: Db, code: string): Promise<boolean> =>
  (await db.selectFrom('teaching_field').select('code').where('code', '=', code).executeTakeFirst()) !==
  undefined

/** Codes of the teaching fields by code and names, folded. */
export async function fieldCodes(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('teaching_field').select(['code', 'name', 'name_en']).execute()
  return new Map(
    rows.flatMap((row) => [row.code, row.name, row.name_en].map((name) => [searchKey(name), row.code])),
  )
}

/** Every lineage of the programme of a version: what an item of a file may go on from. */
export async function lineagesOfProgramme(db: Db, curriculumId: number): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select distinct i.lineage_id as id from curriculum_item i
    join curriculum c on c.id = i.curriculum_id
    where c.programme_id = (select programme_id from curriculum where id = ${curriculumId})`.execute(db)
  return new Set(rows.map((row) => row.id))
}

/** Drafts in which the actor may write. */
export async function openDrafts(db: Db, sight: Sight, mayAll: boolean): Promise<number[]> {
  const rows = await curricula(db, sight)
    .where('curriculum.state', 'in', ['draft', 'returned'])
    .where(mayAll ? sql<boolean>`true` : invited(sight.scope, true))
    .limit(2)
    .execute()
  return rows.map((row) => row.id)
}

/** The newest change of a version; 0 where nothing was changed, or it is none of the reader's business. */
export async function lastChange(db: Db, curriculumId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`select coalesce(max(id), 0) as id from curriculum_change
    where curriculum_id = ${curriculumId}`.execute(db)
  return rows[0]?.id ?? 0
}
