import { join } from 'node:path'
import { migrate } from '../server/db/migrate.ts'
import type { Pool } from '../server/db/pool.ts'

/** Takes away everything that an installation holds and leaves an empty one. For the sample only; the caller makes sure. */
export async function emptyDatabase(pool: Pool, root: string): Promise<void> {
  await pool.query(
    'drop schema if exists jobs cascade; drop schema if exists auth cascade; drop schema public cascade; create schema public',
  )
  await migrate(pool, join(root, 'db/migrations'))
}

/** Is there neither a school nor anything of one? A load of the sample that was cut off has accounts but no school. */
export async function stateOf(pool: Pool): Promise<'empty' | 'cutOff' | 'sample' | 'school'> {
  const { rows } = await pool.query<{ isSample: boolean | null; accounts: number }>(
    `select (select is_sample from installation) as "isSample", (select count(*)::int from account where auth_user_id is not null) as accounts`,
  )
  const row = rows[0]
  if (row?.isSample !== null && row?.isSample !== undefined) return row.isSample ? 'sample' : 'school'
  return (row?.accounts ?? 0) > 0 ? 'cutOff' : 'empty'
}
