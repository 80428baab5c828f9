import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { appraisal, memberInput } from './contract/appraisal.ts'

type Row = Omit<z.infer<typeof appraisal>, 'remarks' | 'isOpen'>
type Member = Omit<z.infer<typeof memberInput>, 'accountEmail'> & { accountId: number | null }

/** The appraisals of a version, newest first, with their councils: chair, reviewers, members, secretary. */
export async function appraisalsOf(db: Db, curriculumId: number, accountId: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select a.id, a.round, a.council_number as "councilNumber", a.council_on as "councilOn", a.meets_on as "meetsOn", a.place,
      a.conclusion, a.result, a.version,
      coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name, 'post', m.post, 'role', m.role, 'verdict', m.verdict,
        'opinion', m.opinion, 'version', m.version,
        'account', (select json_build_object('name', k.name, 'email', k.email) from account k where k.id = m.account_id),
        'isOwn', m.account_id is not distinct from ${accountId}::bigint) order by array_position(array['chair', 'reviewer', 'member', 'secretary'], m.role), m.id)
        from curriculum_council_member m where m.appraisal_id = a.id), '[]') as members
    from curriculum_appraisal a where a.curriculum_id = ${curriculumId} order by a.round desc`.execute(db)
  return rows
}

/** Begins the appraisal of a submission. */
export async function beginAppraisal(db: Db, curriculumId: number): Promise<void> {
  await sql`insert into curriculum_appraisal (curriculum_id, round)
    select ${curriculumId}, coalesce(max(round), 0) + 1 from curriculum_appraisal where curriculum_id = ${curriculumId}`.execute(
    db,
  )
}

export async function setAppraisal(
  db: Db,
  at: { appraisalId: number; version: number },
  row: {
    councilNumber: string | null
    councilOn: Day | null
    meetsOn: Day | null
    place: string
    conclusion: string
    result: string | null
  },
): Promise<boolean> {
  const found = await db
    .updateTable('curriculum_appraisal')
    .set((eb) => ({
      council_number: row.councilNumber,
      council_on: row.councilOn,
      meets_on: row.meetsOn,
      place: row.place,
      conclusion: row.conclusion,
      result: row.result,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', at.appraisalId)
    .where('version', '=', at.version)
    .returning('id')
    .executeTakeFirst()
  return found !== undefined
}

const stored = ({ accountId, ...member }: Member) => ({
  ...member,
  verdict: member.verdict ?? null,
  account_id: accountId,
})

export async function accountOf(db: Db, email: string): Promise<number | null> {
  const { rows } = await sql<{
    id: number
  }>`select id from account where lower(email) = lower(${email})`.execute(db)
  return rows[0]?.id ?? null
}

/** Writes down the opinion of the member who has this account, at the version that was seen; false when it is another by now. */
export async function setOpinion(
  db: Db,
  at: { appraisalId: number; accountId: number; version: number },
  { verdict, opinion }: { verdict: string; opinion: string },
): Promise<boolean> {
  const found = await db
    .updateTable('curriculum_council_member')
    .set((eb) => ({ verdict, opinion, version: eb('version', '+', 1) }))
    .where('appraisal_id', '=', at.appraisalId)
    .where('account_id', '=', at.accountId)
    .where('version', '=', at.version)
    .returning('id')
    .executeTakeFirst()
  return found !== undefined
}

export async function addMember(db: Db, appraisalId: number, member: Member): Promise<void> {
  await db
    .insertInto('curriculum_council_member')
    .values({ appraisal_id: appraisalId, ...stored(member) })
    .execute()
}

export async function setMember(
  db: Db,
  at: { appraisalId: number; memberId: number; version: number },
  member: Member,
): Promise<boolean> {
  const found = await db
    .updateTable('curriculum_council_member')
    .set((eb) => ({ ...stored(member), version: eb('version', '+', 1) }))
    .where('id', '=', at.memberId)
    .where('appraisal_id', '=', at.appraisalId)
    .where('version', '=', at.version)
    .returning('id')
    .executeTakeFirst()
  return found !== undefined
}

export async function dropMember(db: Db, appraisalId: number, memberId: number): Promise<void> {
  await db
    .deleteFrom('curriculum_council_member')
    .where('id', '=', memberId)
    .where('appraisal_id', '=', appraisalId)
    .execute()
}
