import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { Criterion, Subject, sheet, Weights } from './contract.ts'

export type SheetRow = Omit<z.infer<typeof sheet>, 'can'>

const columns = [
  's.id',
  's.year',
  's.state',
  's.legal_duty as legalDuty',
  's.planned_post as plannedPost',
  's.years_waited as yearsWaited',
  's.unit_balance as unitBalance',
  's.unit_urgency as unitUrgency',
  's.directive',
  's.term_of_office as termOfOffice',
  'maker.name as madeBy',
  's.made_at as madeAt',
  'agreer.name as agreedBy',
  's.agreed_at as agreedAt',
  's.document_number as documentNumber',
  's.document_on as documentOn',
  's.version',
] as const

const read = (db: Db) =>
  db
    .selectFrom('priority_sheet as s')
    .leftJoin('account as maker', 'maker.id', 's.made_by')
    .leftJoin('account as agreer', 'agreer.id', 's.agreed_by')
    .select(columns)

/** Newest year first, of a year the newest sheet first. */
export async function sheets(db: Db): Promise<SheetRow[]> {
  return (await read(db).orderBy('s.year', 'desc').orderBy('s.id', 'desc').execute()).map(shaped)
}

export async function sheetById(db: Db, sheetId: number): Promise<SheetRow | null> {
  const row = await read(db).where('s.id', '=', sheetId).executeTakeFirst()
  return row ? shaped(row) : null
}

function shaped({
  legalDuty,
  plannedPost,
  yearsWaited,
  unitBalance,
  unitUrgency,
  directive,
  termOfOffice,
  state,
  ...row
}: Awaited<ReturnType<ReturnType<typeof read>['executeTakeFirstOrThrow']>>): SheetRow {
  return {
    ...row,
    state: state as SheetRow['state'],
    weights: { legalDuty, plannedPost, yearsWaited, unitBalance, unitUrgency, directive, termOfOffice },
  }
}

const stored = (weights: Weights) => ({
  legal_duty: weights.legalDuty,
  planned_post: weights.plannedPost,
  years_waited: weights.yearsWaited,
  unit_balance: weights.unitBalance,
  unit_urgency: weights.unitUrgency,
  directive: weights.directive,
  term_of_office: weights.termOfOffice,
})

export async function addSheet(
  db: Db,
  input: { year: number; weights: Weights; madeBy: number },
): Promise<number> {
  const { id } = await db
    .insertInto('priority_sheet')
    .values({ year: input.year, made_by: input.madeBy, ...stored(input.weights) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function lockSheet(db: Db, sheetId: number): Promise<void> {
  await db.selectFrom('priority_sheet').where('id', '=', sheetId).select('id').forUpdate().execute()
}

/** False when somebody else was quicker. */
export async function setWeights(
  db: Db,
  input: { sheetId: number; version: number; weights: Weights },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('priority_sheet')
    .set((eb) => ({ ...stored(input.weights), version: eb('version', '+', 1) }))
    .where('id', '=', input.sheetId)
    .where('version', '=', input.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A later mark replaces the earlier one; the record keeps both. */
export async function setMark(
  db: Db,
  mark: {
    sheetId: number
    programmeId: number
    modeCode: string
    criterion: Criterion
    mark: number
    reason: string
    madeBy: number
  },
): Promise<void> {
  const values = { mark: mark.mark, reason: mark.reason, made_by: mark.madeBy }
  await db
    .insertInto('priority_mark')
    .values({
      sheet_id: mark.sheetId,
      programme_id: mark.programmeId,
      mode_code: mark.modeCode,
      criterion: mark.criterion,
      ...values,
    })
    .onConflict((conflict) => conflict.constraint('priority_mark_once').doUpdateSet(values))
    .execute()
  await db
    .updateTable('priority_sheet')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', mark.sheetId)
    .execute()
}

/** False when somebody else was quicker. */
export async function agree(
  db: Db,
  input: {
    sheetId: number
    version: number
    documentNumber: string
    documentOn: string
    subjects: readonly Subject[]
    by: number
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('priority_sheet')
    .set((eb) => ({
      state: 'agreed',
      document_number: input.documentNumber,
      document_on: input.documentOn,
      agreed_by: input.by,
      agreed_at: sql<string>`now()`,
      agreed_subjects: JSON.stringify(input.subjects),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', input.sheetId)
    .where('version', '=', input.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What the demands said when the sheet was agreed; null while it is a draft. */
export async function agreedSubjects(db: Db, sheetId: number): Promise<Subject[] | null> {
  const row = await db
    .selectFrom('priority_sheet')
    .where('id', '=', sheetId)
    .select('agreed_subjects as subjects')
    .executeTakeFirst()
  return (row?.subjects as Subject[] | null | undefined) ?? null
}

export type MarkRow = {
  programmeId: number
  modeCode: string
  criterion: Criterion
  mark: number
  reason: string
}

export async function marks(db: Db, sheetId: number): Promise<MarkRow[]> {
  const rows = await db
    .selectFrom('priority_mark')
    .where('sheet_id', '=', sheetId)
    .select(['programme_id as programmeId', 'mode_code as modeCode', 'criterion', 'mark', 'reason'])
    .execute()
  return rows.map((row) => ({ ...row, criterion: row.criterion as Criterion }))
}

/** Whom confirmed answers of a year name for each programme. */
export async function namedPeople(
  db: Db,
  year: number,
): Promise<{ programmeId: number; unitId: number | null; personId: number }[]> {
  return db
    .selectFrom('need_person')
    .innerJoin('need', 'need.id', 'need_person.need_id')
    .innerJoin('need_answer', 'need_answer.id', 'need.answer_id')
    .innerJoin('need_round', 'need_round.id', 'need.round_id')
    .innerJoin('person', 'person.id', 'need_person.person_id')
    .where('need_round.year', '=', year)
    .where('need_answer.state', '=', 'confirmed')
    .select([
      'need.programme_id as programmeId',
      // Of today: a demand of a unit that was merged is its successor's.
      'person.unit_id as unitId',
      'need_person.person_id as personId',
    ])
    .distinct()
    .execute()
}

/** The people of these units, and how many of them were granted a level of political theory from `since` on. */
export async function trainedOf(
  db: Db,
  unitIds: readonly number[],
  since: Day,
): Promise<{ unitId: number; people: number; trained: number }[]> {
  const { rows } = await sql<{ unitId: number; people: number; trained: number }>`
    select p.unit_id as "unitId", count(distinct p.id)::int as people, count(distinct e.person_id)::int as trained
    from person p left join person_education e on e.person_id = p.id and e.kind = 'politicalTheory'
      and e.withdrawn_at is null and e.granted_on >= ${since}::date
    where p.unit_id = any (${[...unitIds]}::bigint[]) group by 1`.execute(db)
  return rows
}

/** Programmes by identity: code, name, level. */
export async function programmesOf(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, { code: string; name: string; level: string | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('programme')
    .where('id', 'in', [...ids])
    .select(['id', 'code', 'name', 'level'])
    .execute()
  return new Map(rows.map(({ id, ...programme }) => [id, programme]))
}
