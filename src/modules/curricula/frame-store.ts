import { sql } from 'kysely'
import type { Db } from '../../server/db/transaction.ts'
import type { Limit } from './rules/compare.ts'

/** The limits of a frame, those of the whole first, then in the order in which items were made. */
export async function limitsOf(db: Db, frameId: number): Promise<Limit[]> {
  const { rows } = await sql<Limit>`
    select l.id, l.kind, l.lineage_id as "lineageId", i.title as "itemTitle", l.allows, l.minimum, l.maximum, l.source,
      l.needs_confirmation as "needsConfirmation", l.version
    from curriculum_limit l left join curriculum_item i on i.curriculum_id = l.curriculum_id and i.lineage_id = l.lineage_id
    where l.curriculum_id = ${frameId} order by l.lineage_id nulls first, l.kind, l.id`.execute(db)
  return rows
}

export async function setLimit(
  db: Db,
  curriculumId: number,
  limit: Omit<Limit, 'id' | 'itemTitle' | 'version'>,
): Promise<void> {
  const values = {
    allows: limit.allows,
    minimum: limit.minimum,
    maximum: limit.maximum,
    source: limit.source,
    needs_confirmation: limit.needsConfirmation,
  }
  await db
    .insertInto('curriculum_limit')
    .values({ curriculum_id: curriculumId, kind: limit.kind, lineage_id: limit.lineageId, ...values })
    .onConflict((on) =>
      on
        .constraint('curriculum_limit_once')
        .doUpdateSet((eb) => ({ ...values, version: eb('curriculum_limit.version', '+', 1) })),
    )
    .execute()
}

export async function dropLimit(db: Db, curriculumId: number, limitId: number): Promise<void> {
  await db
    .deleteFrom('curriculum_limit')
    .where('id', '=', limitId)
    .where('curriculum_id', '=', curriculumId)
    .execute()
}
