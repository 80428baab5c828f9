import { sql } from 'kysely'
import type * as z from 'zod'
import type { Db } from '../../server/db/transaction.ts'
import type { keptFile } from './contract.ts'
import type { FileType } from './rules.ts'

/** What a file hangs on. Whoever asks has found the thing within the reader's scope before. */
export type Subject = {
  kind: 'needRound' | 'situation' | 'lecturer' | 'fieldStudy' | 'learnerCase'
  id: number
}

export type FileRow = z.infer<typeof keptFile>

/** The files of a thing in the order in which they came; those taken away only on demand. */
export async function filesOf(db: Db, subject: Subject, withRemoved: boolean): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select f.id, f.name, f.type, f.size_bytes as "sizeBytes", f.sha256, f.made_at as "madeAt", f.removed_at as "removedAt",
      (select a.name from account a where a.id = f.made_by) as "madeBy", (select a.name from account a where a.id = f.removed_by) as "removedBy"
    from kept_file f where f.subject_kind = ${subject.kind} and f.subject_id = ${subject.id}
      ${withRemoved ? sql`` : sql`and f.removed_at is null`}
    order by f.removed_at is not null, f.id`.execute(db)
  return rows
}

/** A file's content, of one that hangs on this thing and was not taken away. */
export async function contentOf(
  db: Db,
  subject: Subject,
  fileId: number,
): Promise<{ name: string; type: FileType; bytes: Uint8Array } | undefined> {
  const { rows } = await sql<{ name: string; type: FileType; bytes: Buffer }>`
    select f.name, f.type, c.bytes from kept_file f join kept_content c on c.file_id = f.id
    where f.id = ${fileId} and f.subject_kind = ${subject.kind} and f.subject_id = ${subject.id} and f.removed_at is null`.execute(
    db,
  )
  return rows[0]
}

export async function addFile(
  db: Db,
  subject: Subject,
  file: { name: string; type: FileType; sha256: string; bytes: Uint8Array; madeBy: number },
): Promise<number> {
  const { id } = await db
    .insertInto('kept_file')
    .values({
      subject_kind: subject.kind,
      subject_id: subject.id,
      name: file.name,
      type: file.type,
      size_bytes: file.bytes.length,
      sha256: file.sha256,
      made_by: file.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('kept_content')
    .values({ file_id: id, bytes: Buffer.from(file.bytes) })
    .execute()
  return id
}

/** @returns whether there was such a file to take away */
export async function removeFile(db: Db, subject: Subject, fileId: number, by: number): Promise<boolean> {
  const row = await db
    .updateTable('kept_file')
    .set({ removed_by: by, removed_at: sql<string>`now()` })
    .where('id', '=', fileId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
