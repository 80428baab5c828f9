import type { Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import { type Finder, type Finding, finderOf } from './rules/finding.ts'
import * as store from './store.ts'

export { successionsImporter, unitsImporter } from './imports.ts'
export { reorganisationImporter } from './reorganisation-import.ts'
export type { Finder, Finding } from './rules/finding.ts'
export { unitsService } from './service.ts'
export { nameOn, todayUnitOf } from './store.ts'

/** Finds units by their names or codes as they stood on a day; for the rows of a file, made once. */
export const unitFinder = async (db: Db, on: Day): Promise<Finder> => finderOf(await store.standingOn(db, on))

/** One unit by its name or code on a day. Namesakes are `many`, never guessed between. */
export const findUnitByName = async (db: Db, name: string, on: Day): Promise<Finding> =>
  (await unitFinder(db, on))(name)

/** Every unit that has a code, closed ones too. */
export async function unitsByCode(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom('unit').select(['id', 'code']).where('code', 'is not', null).execute()
  return new Map(rows.map((row) => [row.code ?? '', row.id]))
}
