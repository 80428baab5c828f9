import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { collaborator, comment, proposal } from './contract/drafting.ts'
import type { Hours } from './rules.ts'

export type ItemText = { title: string; outcomes: string; hours: Hours }

/** The units invited to a version, with their names on a day. */
export async function collaboratorsOf(
  db: Db,
  curriculumId: number,
  on: Day,
): Promise<z.infer<typeof collaborator>[]> {
  const { rows } = await sql<z.infer<typeof collaborator>>`
    select k.id, k.unit_id as "unitId", coalesce(v.full_name, '') as "unitName", k.may_edit as "mayEdit", k.made_at as "madeAt"
    from curriculum_collaborator k
      left join lateral (select u.full_name from unit_version u where u.unit_id = k.unit_id
        order by (daterange(u.from_on, u.until_on) @> ${on}::date) desc, u.from_on desc limit 1) v on true
    where k.curriculum_id = ${curriculumId} order by v.full_name, k.id`.execute(db)
  return rows
}

/** Invites a unit, or changes what it may do. */
export async function invite(
  db: Db,
  row: { curriculumId: number; unitId: number; mayEdit: boolean; madeBy: number },
): Promise<void> {
  await db
    .insertInto('curriculum_collaborator')
    .values({
      curriculum_id: row.curriculumId,
      unit_id: row.unitId,
      may_edit: row.mayEdit,
      made_by: row.madeBy,
    })
    .onConflict((on) =>
      on.columns(['curriculum_id', 'unit_id']).doUpdateSet((eb) => ({
        may_edit: row.mayEdit,
        version: eb('curriculum_collaborator.version', '+', 1),
      })),
    )
    .execute()
}

export async function uninvite(db: Db, curriculumId: number, unitId: number): Promise<void> {
  await db
    .deleteFrom('curriculum_collaborator')
    .where('curriculum_id', '=', curriculumId)
    .where('unit_id', '=', unitId)
    .execute()
}

export const unitExists = async (db: Db, unitId: number): Promise<boolean> =>
  (await db.selectFrom('unit').select('id').where('id', '=', unitId).executeTakeFirst()) !== undefined

/** The newest change, and how many others than this account have made since one. */
export async function newsOf(
  db: Db,
  curriculumId: number,
  sinceId: number,
  accountId: number,
): Promise<{ changes: number; lastId: number }> {
  const { rows } = await sql<{ changes: number; lastId: number }>`
    select count(*) filter (where id > ${sinceId} and made_by is distinct from ${accountId})::integer as changes,
      coalesce(max(id), 0) as "lastId" from curriculum_change where curriculum_id = ${curriculumId}`.execute(
    db,
  )
  return rows[0] ?? { changes: 0, lastId: 0 }
}

export type Authors = Map<number, { name: string; unit: string | null }>

/** Who has written in a version, with the unit for which they do. */
export async function authorsOf(db: Db, curriculumId: number, on: Day): Promise<Authors> {
  const { rows } = await sql<{ id: number; name: string; unit: string | null }>`
    select a.account_id as id, a.name, (select u.full_name from unit_version u where u.unit_id = a.unit_id
      order by (daterange(u.from_on, u.until_on) @> ${on}::date) desc, u.from_on desc limit 1) as unit
    from curriculum_authors(${curriculumId}) a`.execute(db)
  return new Map(rows.map(({ id, name, unit }) => [id, { name, unit }]))
}

export type ChangeRow = {
  id: number
  act: 'add' | 'edit' | 'move' | 'remove' | 'import' | 'about' | 'accept' | 'limit'
  lineageId: number | null
  reasonKind: 'survey' | 'outcome' | 'regulation' | 'need' | 'other' | null
  reason: string
  madeBy: number | null
  madeAt: string
}

/** Changes of a version or of one item in it, newest first. */
export async function changesOf(
  db: Db,
  curriculumId: number,
  lineageId: number | undefined,
  page: number,
): Promise<{ rows: ChangeRow[]; total: number }> {
  const size = 50
  const { rows } = await sql<ChangeRow & { total: number }>`
    select id, act, lineage_id as "lineageId", reason_kind as "reasonKind", reason, made_by as "madeBy", made_at as "madeAt",
      count(*) over ()::integer as total
    from curriculum_change where curriculum_id = ${curriculumId}
      and (${lineageId ?? null}::bigint is null or lineage_id = ${lineageId ?? null})
    order by id desc limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export type RecordLine = {
  changeId: number
  action: string
  rowId: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** What the record holds of these changes. */
export async function recordOf(
  db: Db,
  curriculumId: number,
  changeIds: readonly number[],
): Promise<RecordLine[]> {
  const { rows } = await sql<RecordLine>`
    select change_id as "changeId", action, row_id as "rowId", before, after from curriculum_history(${curriculumId})
    where change_id = any (${[...changeIds]}::bigint[])`.execute(db)
  return rows
}

type CommentRow = Omit<z.infer<typeof comment>, 'by' | 'unit' | 'answers' | 'resolvedBy'> & {
  threadId: number | null
  madeBy: number
  resolvedById: number | null
}

export async function commentsOf(db: Db, curriculumId: number): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    select id, lineage_id as "lineageId", thread_id as "threadId", text, made_by as "madeBy", made_at as "madeAt",
      resolved_by as "resolvedById", resolved_at as "resolvedAt"
    from curriculum_comment where curriculum_id = ${curriculumId} order by id`.execute(db)
  return rows
}

export async function addComment(
  db: Db,
  row: {
    curriculumId: number
    lineageId: number | null
    threadId: number | null
    text: string
    madeBy: number
  },
): Promise<number> {
  const made = await db
    .insertInto('curriculum_comment')
    .values({
      curriculum_id: row.curriculumId,
      lineage_id: row.lineageId,
      thread_id: row.threadId,
      text: row.text,
      made_by: row.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

/** False when there is no such thread in the version. */
export async function resolve(
  db: Db,
  at: { curriculumId: number; commentId: number },
  by: number | null,
): Promise<boolean> {
  const row = await db
    .updateTable('curriculum_comment')
    .set((eb) => ({
      resolved_by: by,
      resolved_at: by === null ? null : sql<string>`now()`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', at.commentId)
    .where('curriculum_id', '=', at.curriculumId)
    .where('thread_id', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type ProposalRow = Pick<
  z.infer<typeof proposal>,
  | 'id'
  | 'lineageId'
  | 'base'
  | 'proposed'
  | 'reasonKind'
  | 'reason'
  | 'madeAt'
  | 'state'
  | 'decidedAt'
  | 'answer'
> & { madeBy: number; unitId: number | null; decidedById: number | null }

export async function proposalsOf(db: Db, curriculumId: number): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`
    select id, lineage_id as "lineageId", base, proposed, reason_kind as "reasonKind", reason, made_by as "madeBy", unit_id as "unitId",
      made_at as "madeAt", state, decided_by as "decidedById", decided_at as "decidedAt", answer
    from curriculum_proposal where curriculum_id = ${curriculumId} order by id`.execute(db)
  return rows
}

export async function addProposal(
  db: Db,
  row: {
    curriculumId: number
    lineageId: number
    base: ItemText
    proposed: ItemText
    reasonKind: string | null
    reason: string
    unitId: number | null
    madeBy: number
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into curriculum_proposal (curriculum_id, lineage_id, base, proposed, reason_kind, reason, unit_id, made_by)
    values (${row.curriculumId}, ${row.lineageId}, ${JSON.stringify(row.base)}, ${JSON.stringify(row.proposed)}, ${row.reasonKind},
      ${row.reason}, ${row.unitId}, ${row.madeBy}) returning id`.execute(db)
  return rows[0]?.id ?? 0
}

/** Decides on an open proposal; false when somebody has decided already. */
export async function decide(
  db: Db,
  proposalId: number,
  to: { state: 'accepted' | 'declined' | 'withdrawn'; by: number; answer: string | null },
): Promise<boolean> {
  const row = await db
    .updateTable('curriculum_proposal')
    .set((eb) => ({
      state: to.state,
      decided_by: to.by,
      decided_at: sql<string>`now()`,
      answer: to.answer,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', proposalId)
    .where('state', '=', 'open')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The items that others than this account have changed since a change that was seen. */
export async function changedSince(
  db: Db,
  curriculumId: number,
  sinceId: number,
  accountId: number,
): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select distinct lineage_id as id from curriculum_change
    where curriculum_id = ${curriculumId} and id > ${sinceId} and made_by is distinct from ${accountId}
      and lineage_id is not null`.execute(db)
  return new Set(rows.map((row) => row.id))
}
