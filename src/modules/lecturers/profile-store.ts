import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Db } from '../../server/db/transaction.ts'
import type {
  categoryInput,
  contactSeen,
  degreeInput,
  documentInput,
  lecturerCategory,
  postInput,
  topic,
} from './contract/profile.ts'

type Category = z.infer<typeof lecturerCategory>
export type Topic = z.infer<typeof topic>
type PostInput = z.infer<typeof postInput>

export async function categories(db: Db): Promise<Category[]> {
  return db
    .selectFrom('lecturer_category')
    .select([
      'code',
      'name',
      'name_en as nameEn',
      'is_guest as isGuest',
      'needs_approval as needsApproval',
      'sort_order as sortOrder',
      'is_used as isUsed',
      'version',
    ])
    .orderBy('sort_order')
    .orderBy('code')
    .execute()
}

const storedCategory = (input: z.infer<typeof categoryInput>) => ({
  name: input.name,
  name_en: input.nameEn,
  is_guest: input.isGuest,
  needs_approval: input.needsApproval,
  sort_order: input.sortOrder,
  is_used: input.isUsed,
})

export const addCategory = (db: Db, code: string, input: z.infer<typeof categoryInput>): Promise<unknown> =>
  db
    .insertInto('lecturer_category')
    .values({ code, ...storedCategory(input) })
    .execute()

/** False when somebody was faster. */
export async function changeCategory(
  db: Db,
  code: string,
  version: number,
  input: z.infer<typeof categoryInput>,
): Promise<boolean> {
  const row = await db
    .updateTable('lecturer_category')
    .set((eb) => ({ ...storedCategory(input), version: eb('version', '+', 1) }))
    .where('code', '=', code)
    .where('version', '=', version)
    .returning('code')
    .executeTakeFirst()
  return row !== undefined
}

/** Locks a lecturer, so that of two changes of posts or approvals at once the second sees the first. */
export async function lockLecturer(db: Db, lecturerId: number): Promise<void> {
  await sql`select from lecturer where id = ${lecturerId} for update`.execute(db)
}

/** Ends the main post that holds on that day, on that day. */
export async function endMainPost(db: Db, lecturerId: number, on: Day): Promise<void> {
  await sql`update lecturer_post set until_on = ${on}::date where lecturer_id = ${lecturerId} and is_main and withdrawn_at is null
    and until_on is null and from_on < ${on}::date`.execute(db)
}

export const addPost = (
  db: Db,
  lecturerId: number,
  input: PostInput,
  madeBy: number | null,
): Promise<unknown> =>
  db
    .insertInto('lecturer_post')
    .values({
      lecturer_id: lecturerId,
      title: input.title,
      unit_id: input.unitId ?? null,
      workplace: input.unitId === undefined ? (input.workplace ?? null) : null,
      is_main: input.isMain,
      from_on: input.fromOn,
      document: input.document || null,
      made_by: madeBy,
    })
    .execute()

/** @returns whether there was such a post, under way on that day */
export async function endPost(db: Db, lecturerId: number, postId: number, untilOn: Day): Promise<boolean> {
  const row = await db
    .updateTable('lecturer_post')
    .set({ until_on: untilOn })
    .where('id', '=', postId)
    .where('lecturer_id', '=', lecturerId)
    .where('withdrawn_at', 'is', null)
    .where('until_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** @returns whether there was such a post; the one that it had ended goes on from that day */
export async function withdrawPost(
  db: Db,
  lecturerId: number,
  postId: number,
  reason: string,
): Promise<boolean> {
  const { rows } = await sql<{ fromOn: Day; isMain: boolean }>`
    update lecturer_post set withdrawn_at = now(), withdrawn_reason = ${reason}
    where id = ${postId} and lecturer_id = ${lecturerId} and withdrawn_at is null
    returning from_on as "fromOn", is_main as "isMain"`.execute(db)
  const [post] = rows
  if (post?.isMain)
    await sql`insert into lecturer_post (lecturer_id, title, unit_id, workplace, from_on, document, made_by)
      select lecturer_id, title, unit_id, workplace, ${post.fromOn}::date, document, made_by from lecturer_post
      where lecturer_id = ${lecturerId} and is_main and withdrawn_at is null and until_on = ${post.fromOn}::date
      and not exists (select from lecturer_post o where o.lecturer_id = ${lecturerId} and o.is_main and o.withdrawn_at is null
        and o.from_on >= ${post.fromOn}::date)`.execute(db)
  return post !== undefined
}

export const addDegree = (db: Db, lecturerId: number, input: z.infer<typeof degreeInput>): Promise<unknown> =>
  db
    .insertInto('lecturer_degree')
    .values({
      lecturer_id: lecturerId,
      kind: input.kind,
      name: input.name,
      field: input.field || null,
      granted_on: input.grantedOn ?? null,
      granted_by: input.grantedBy || null,
    })
    .execute()

export async function withdrawDegree(db: Db, lecturerId: number, degreeId: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`update lecturer_degree set withdrawn_at = now()
    where id = ${degreeId} and lecturer_id = ${lecturerId} and withdrawn_at is null returning id`.execute(db)
  return rows.length > 0
}

export async function putContact(
  db: Db,
  lecturerId: number,
  contact: { phone?: string | undefined; email?: string | undefined },
): Promise<void> {
  await sql`select lecturer_contact_put(${lecturerId}, ${contact.phone ?? null}, ${contact.email ?? null})`.execute(
    db,
  )
}

/** Telephone and e-mail. That they were read stands in the record. */
export async function readContact(db: Db, lecturerId: number): Promise<z.infer<typeof contactSeen>> {
  const { rows } = await sql<z.infer<typeof contactSeen>>`
    select phone, email from lecturer_contact_read(${lecturerId})`.execute(db)
  return rows[0] ?? { phone: null, email: null }
}

/** What one may always know of oneself. */
export async function ownContact(db: Db): Promise<z.infer<typeof contactSeen>> {
  const { rows } = await sql<
    z.infer<typeof contactSeen>
  >`select phone, email from lecturer_contact_own()`.execute(db)
  return rows[0] ?? { phone: null, email: null }
}

/** The lecturer of an account; undefined: none. */
export async function lecturerOfAccount(db: Db, accountId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('lecturer')
    .select('id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.id
}

/** Every topic of an outline that is or was approved, once, under its newest title. */
const topicsWhere = (where: RawBuilder<unknown>) => sql<Topic>`
  select distinct on (i.lineage_id) i.lineage_id as "lineageId", i.title, p.name as programme
  from curriculum_item i join curriculum c on c.id = i.curriculum_id join programme p on p.id = c.programme_id
  where i.kind = 'topic' and ${where}
  order by i.lineage_id, c.state = 'approved' desc, c.kind = 'school' desc, c.number desc`

const approved = sql`c.state in ('approved', 'retired')`

/** Topics of approved outlines whose title holds every word, in the order of programmes; at most `most`. */
export async function topicsNamed(db: Db, words: string, most: number): Promise<Topic[]> {
  const { rows } = await topicsWhere(approved).execute(db)
  const keys = searchKey(words).split(' ').filter(Boolean)
  return rows
    .filter((one) => keys.every((key) => searchKey(`${one.title} ${one.programme ?? ''}`).includes(key)))
    .toSorted((a, b) => {
      const [first, second] = [`${a.programme} ${a.title}`, `${b.programme} ${b.title}`].map(searchKey)
      return (first ?? '') < (second ?? '') ? -1 : 1
    })
    .slice(0, most)
}

export async function topicsOf(db: Db, lecturerId: number): Promise<Topic[]> {
  const { rows } = await topicsWhere(
    sql`i.lineage_id in (select t.lineage_id from lecturer_topic t where t.lecturer_id = ${lecturerId})`,
  ).execute(db)
  return rows
}

/** Those of these ids that are topics of an approved outline. */
export async function knownTopics(db: Db, lineageIds: readonly number[]): Promise<number[]> {
  const { rows } = await topicsWhere(
    sql`${approved} and i.lineage_id = any (${[...lineageIds]}::bigint[])`,
  ).execute(db)
  return rows.map((one) => one.lineageId)
}

/** The lineages of topics with these words that some lecturer teaches. */
export async function taughtTopicsNamed(db: Db, words: string): Promise<number[]> {
  const { rows } = await topicsWhere(
    sql`i.lineage_id in (select t.lineage_id from lecturer_topic t)`,
  ).execute(db)
  const keys = searchKey(words).split(' ').filter(Boolean)
  return rows
    .filter((one) => keys.every((key) => searchKey(one.title).includes(key)))
    .map((one) => one.lineageId)
}

export async function setTopics(db: Db, lecturerId: number, lineageIds: readonly number[]): Promise<void> {
  const wanted = [...new Set(lineageIds)]
  await sql`delete from lecturer_topic where lecturer_id = ${lecturerId} and lineage_id <> all (${wanted}::bigint[])`.execute(
    db,
  )
  if (wanted.length === 0) return
  await db
    .insertInto('lecturer_topic')
    .values(wanted.map((lineage_id) => ({ lecturer_id: lecturerId, lineage_id })))
    .onConflict((on) => on.doNothing())
    .execute()
}

export const addDocument = (
  db: Db,
  lecturerId: number,
  fileId: number,
  input: Omit<z.infer<typeof documentInput>, 'file'>,
): Promise<unknown> =>
  db
    .insertInto('lecturer_document')
    .values({
      file_id: fileId,
      lecturer_id: lecturerId,
      title: input.title,
      kind: input.kind,
      lineage_id: input.lineageId ?? null,
    })
    .onConflict((on) => on.doNothing())
    .execute()

/** Title, kind and topic of the documents of a lecturer, by file. */
export async function documentsOf(db: Db, lecturerId: number) {
  const { rows } = await sql<{
    fileId: number
    title: string
    kind: z.infer<typeof documentInput>['kind']
    topic: string | null
  }>`
    select d.file_id as "fileId", d.title, d.kind,
      (select i.title from curriculum_item i where i.lineage_id = d.lineage_id order by i.id desc limit 1) as topic
    from lecturer_document d where d.lecturer_id = ${lecturerId}`.execute(db)
  return new Map(rows.map((one) => [one.fileId, one]))
}
