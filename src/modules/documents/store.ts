import { sql } from 'kysely'
import type * as z from 'zod'
import type { Db } from '../../server/db/transaction.ts'
import type { Layout } from '../files/index.ts'
import type { templateVersion } from './contract.ts'
import type { Kind } from './samples.ts'

export type VersionRow = z.infer<typeof templateVersion> & { kind: Kind; layout: Layout }

/** Every version of every template, the newest first. */
export async function versionsOf(db: Db): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select t.id, t.kind, t.layout, t.number, t.file_name as "fileName", t.made_at as "madeAt",
      (select a.name from account a where a.id = t.made_by) as "madeBy"
    from document_template t order by t.kind, t.layout, t.number desc`.execute(db)
  return rows
}

/** The content of a version; undefined where there is none, null where it goes back to the shipped one. */
export async function contentOf(
  db: Db,
  which: { kind: Kind; layout: Layout; number: number },
): Promise<Uint8Array | null | undefined> {
  const row = await db
    .selectFrom('document_template')
    .select('content')
    .where('kind', '=', which.kind)
    .where('layout', '=', which.layout)
    .where('number', '=', which.number)
    .executeTakeFirst()
  return row === undefined ? undefined : row.content
}

export async function addVersion(
  db: Db,
  input: { kind: Kind; layout: Layout; content: Uint8Array | null; fileName: string | null; madeBy: number },
): Promise<void> {
  await db
    .insertInto('document_template')
    .values({
      kind: input.kind,
      layout: input.layout,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from document_template where kind = ${input.kind} and layout = ${input.layout})`,
      content: input.content === null ? null : Buffer.from(input.content),
      file_name: input.fileName,
      made_by: input.madeBy,
    })
    .execute()
}
