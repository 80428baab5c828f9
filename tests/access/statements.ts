import type pg from 'pg'
import type { Pool } from '../../src/server/db/pool.ts'
import { aReader, type Book } from './book.ts'
import type { School } from './school.ts'

/** What a request says of itself to the database; null: nothing at all. */
export type Asker = { accountId: number | null; personId: number | null; unitIds: readonly number[] } | null

/** Work as `nhip_app` with these settings, taken back afterwards. */
export async function asApp<T>(
  pool: Pool,
  asker: Asker,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin; set local role nhip_app')
    if (asker)
      await client.query(
        `set local app.account='${asker.accountId ?? ''}'; set local app.person='${asker.personId ?? ''}'; set local app.units='{${asker.unitIds.join(',')}}'`,
      )
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** The rows of a statement, or the code with which the database refused it; the transaction goes on. */
export async function attempt(
  client: pg.PoolClient,
  text: string,
  values: unknown[] = [],
): Promise<{ rows: Record<string, unknown>[]; refused: null } | { rows: []; refused: string }> {
  await client.query('savepoint raw')
  try {
    const { rows, rowCount } = await client.query(text, values)
    const found = rows.length > 0 ? rows : Array.from({ length: rowCount ?? 0 }, () => ({}))
    return { rows: found, refused: null }
  } catch (error) {
    return { rows: [], refused: (error as { code?: string }).code ?? String(error) }
  } finally {
    await client.query('rollback to savepoint raw')
  }
}

export type TableFacts = {
  name: string
  hasWalls: boolean
  isRecorded: boolean
  /** Columns that a statement may write, those that the database makes itself left out. */
  columns: string[]
  keys: string[]
}

/** Every table of the business as the catalogue has it. */
export async function tablesOf(pool: Pool): Promise<TableFacts[]> {
  const { rows } = await pool.query<TableFacts>(`
    select c.relname as name, c.relrowsecurity as "hasWalls",
      exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audit') as "isRecorded",
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as keys
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`)
  return rows
}

/** Rows that are foreign to A, at most three a table. */
export async function foreignRows(
  school: School,
): Promise<Map<string, Book extends Map<string, infer R> ? R[] : never>> {
  const query = school.world.pool.query.bind(school.world.pool)
  const reader = await aReader(query)
  const book = await reader.read(query)
  const { unitId, parentUnitId, leafUnitId } = school.ids.foreign
  const keys = reader.foreignIn(
    book,
    [unitId, parentUnitId, leafUnitId].map((id) => `unit/${id}`),
  )
  const rows = [...keys].flatMap((key) => book.get(key) ?? [])
  return new Map([...Map.groupBy(rows, (one) => one.table)].map(([table, all]) => [table, all.slice(0, 3)]))
}

/** Tries to change, delete and copy foreign rows by plain statements; what was not refused. */
export async function writeForeign(school: School, asker: Asker): Promise<{ tried: number; done: string[] }> {
  const { pool } = school.world
  const rows = await foreignRows(school)
  const done: string[] = []
  let tried = 0
  for (const { name, columns, keys } of await tablesOf(pool)) {
    for (const { row } of rows.get(name) ?? []) {
      const where = keys.map((key, i) => `"${key}" = $${i + 1}`).join(' and ')
      const at = keys.map((key) => row[key])
      const plain = columns.find((column) => !keys.includes(column)) ?? keys[0]
      const listed = columns.map((column) => `"${column}"`).join(', ')
      const statements: [string, string, unknown[]][] = [
        ['changed', `update "${name}" set "${plain}" = "${plain}" where ${where}`, at],
        ['deleted', `delete from "${name}" where ${where}`, at],
        [
          'copied',
          `insert into "${name}" (${listed}) overriding system value select ${listed} from jsonb_populate_record(null::"${name}", $1::jsonb)`,
          [JSON.stringify(row)],
        ],
      ]
      await asApp(pool, asker, async (client) => {
        for (const [what, text, values] of statements) {
          tried += 1
          const { rows: hit, refused } = await attempt(client, text, values)
          // 42501: no right, or against a policy. 23001: a guard of the table spoke before the policy.
          if (refused ? !['42501', '23001'].includes(refused) : hit.length > 0)
            done.push(`${what} a row of ${name}: ${refused ?? 'done'}`)
        }
      })
    }
  }
  return { tried, done }
}
