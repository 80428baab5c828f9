import { type ExpressionBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey, sortKey } from '../../pure/vietnamese.ts'
import type { Tables } from '../../server/db/rows.ts'
import type { Db } from '../../server/db/transaction.ts'
import type {
  groupInput,
  newProgrammeInput,
  programme,
  programmeGroup,
  programmeInput,
  programmesInput,
  studyMode,
} from './contract.ts'

export type ProgrammeRow = Omit<z.infer<typeof programme>, 'can'>
export type GroupRow = Omit<z.infer<typeof programmeGroup>, 'can'>
export type ModeRow = z.infer<typeof studyMode>

const columns = (eb: ExpressionBuilder<Tables, 'programme' | 'programme_group'>) =>
  [
    'programme.id',
    'programme.code',
    'programme.name',
    'programme.group_code as groupCode',
    'programme_group.name as groupName',
    eb.ref('programme.kind').$castTo<ProgrammeRow['kind']>().as('kind'),
    eb.ref('programme.level').$castTo<ProgrammeRow['level']>().as('level'),
    eb.ref('programme.bloc').$castTo<ProgrammeRow['bloc']>().as('bloc'),
    'programme.modes',
    'programme.lesson_hours as lessonHours',
    'programme.months',
    'programme.scheme',
    'programme.from_on as fromOn',
    'programme.until_on as untilOn',
    'programme.source',
    'programme.synonyms',
    'programme.version',
  ] as const

const joined = (db: Db) =>
  db.selectFrom('programme').innerJoin('programme_group', 'programme_group.code', 'programme.group_code')

/** One page of the catalogue, or all of it when `size` is left out. */
export async function programmesOf(
  db: Db,
  today: Day,
  input: Omit<z.infer<typeof programmesInput>, 'size' | 'page'> & { size?: number; page?: number },
): Promise<{ rows: ProgrammeRow[]; total: number }> {
  let query = joined(db)
  if (input.q) {
    query = query.where('programme.search_key', 'like', `%${searchKey(input.q)}%`)
  }
  const { groupCode, kind, bloc } = input
  if (groupCode) query = query.where('programme.group_code', '=', groupCode)
  if (kind) query = query.where('programme.kind', '=', kind)
  if (bloc) query = query.where('programme.bloc', '=', bloc)
  if (input.period === 'inUse')
    query = query.where(sql<boolean>`daterange(programme.from_on, programme.until_on) @> ${today}::date`)
  const way = input.desc ? 'desc' : 'asc'
  let ordered = query.select(columns)
  if (input.sort === 'group')
    ordered = ordered.orderBy('programme_group.sort_order', way).orderBy('programme.id')
  else
    ordered = ordered
      .orderBy(input.sort === 'code' ? 'programme.code' : 'programme.sort_key', way)
      .orderBy('programme.id')
  if (input.size) ordered = ordered.limit(input.size).offset(((input.page ?? 1) - 1) * input.size)
  const rows = await ordered.execute()
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

/** Every programme that there ever was: what an import compares names with. */
export const catalogue = (db: Db): Promise<ProgrammeRow[]> =>
  joined(db).select(columns).orderBy('programme_group.sort_order').orderBy('programme.id').execute()

export const programmeById = (db: Db, programmeId: number): Promise<ProgrammeRow | undefined> =>
  joined(db).select(columns).where('programme.id', '=', programmeId).executeTakeFirst()

const values = (code: string, input: z.infer<typeof programmeInput>) => ({
  name: input.name,
  search_key: searchKey([code, input.name, ...input.synonyms].join(' ')),
  sort_key: sortKey(input.name),
  group_code: input.groupCode,
  kind: input.kind,
  level: input.level ?? null,
  bloc: input.bloc ?? null,
  modes: input.modes,
  lesson_hours: input.lessonHours ?? null,
  months: input.months ?? null,
  scheme: input.scheme ?? null,
  from_on: input.fromOn ?? null,
  until_on: input.untilOn ?? null,
  source: input.source,
  synonyms: input.synonyms,
})

export async function addProgramme(db: Db, input: z.infer<typeof newProgrammeInput>): Promise<number> {
  const row = await db
    .insertInto('programme')
    .values({ code: input.code, ...values(input.code, input) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False when somebody changed the row since this version of it was read. */
export async function setProgramme(
  db: Db,
  row: { id: number; code: string; version: number },
  input: z.infer<typeof programmeInput>,
): Promise<boolean> {
  const set = await db
    .updateTable('programme')
    .set((eb) => ({ ...values(row.code, input), version: eb('version', '+', 1) }))
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returning('id')
    .executeTakeFirst()
  return set !== undefined
}

export async function endProgramme(
  db: Db,
  programmeId: number,
  version: number,
  untilOn: Day,
): Promise<boolean> {
  const row = await db
    .updateTable('programme')
    .set((eb) => ({ until_on: untilOn, version: eb('version', '+', 1) }))
    .where('id', '=', programmeId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const groupColumns = [
  'code',
  'name',
  'name_en as nameEn',
  'synonyms',
  'sort_order as sortOrder',
  'version',
] as const

export const groups = (db: Db): Promise<GroupRow[]> =>
  db.selectFrom('programme_group').select(groupColumns).orderBy('sort_order').orderBy('code').execute()

const groupValues = (input: z.infer<typeof groupInput>) => ({
  name: input.name,
  name_en: input.nameEn,
  synonyms: input.synonyms,
  sort_order: input.sortOrder,
})

export async function addGroup(db: Db, code: string, input: z.infer<typeof groupInput>): Promise<void> {
  await db
    .insertInto('programme_group')
    .values({ code, ...groupValues(input) })
    .execute()
}

export async function setGroup(
  db: Db,
  code: string,
  version: number,
  input: z.infer<typeof groupInput>,
): Promise<boolean> {
  const row = await db
    .updateTable('programme_group')
    .set((eb) => ({ ...groupValues(input), version: eb('version', '+', 1) }))
    .where('code', '=', code)
    .where('version', '=', version)
    .returning('code')
    .executeTakeFirst()
  return row !== undefined
}

export const modes = (db: Db): Promise<ModeRow[]> =>
  db
    .selectFrom('study_mode')
    .select(['code', 'name', 'name_en as nameEn', 'synonyms'])
    .orderBy('sort_order')
    .execute()
