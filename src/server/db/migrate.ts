import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problem } from '../../pure/problem.ts'
import type { Pool } from './pool.ts'

/**
 * Brings the database to the newest structure: every file of `db/migrations` that it has not seen, in order of name,
 * each in a transaction of its own, one process at a time. A file that changed after it had landed stops the start.
 * @returns the names of the migrations that were applied now
 */
export async function migrate(pool: Pool, folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const client = await pool.connect()
  const applied: string[] = []
  try {
    const { rows: version } = await client.query<{ v: number }>(
      `select current_setting('server_version_num')::int as v`,
    )
    if ((version[0]?.v ?? 0) < 150000) throw problem(500, 'database.tooOld', { version: version[0]?.v })
    for (const name of files) {
      const text = await readFile(join(folder, name), 'utf8')
      const hash = createHash('sha256').update(text).digest('hex')
      await client.query('begin')
      try {
        await client.query(`select pg_advisory_xact_lock(hashtext('nhip.migrate'))`)
        await client.query(
          'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
        )
        const { rows } = await client.query<{ hash: string }>('select hash from migration where name = $1', [
          name,
        ])
        if (rows[0] && rows[0].hash !== hash) throw problem(500, 'database.migrationChanged', { name })
        if (!rows[0]) {
          await client.query(text)
          await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
          applied.push(name)
        }
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
    }
    return applied
  } finally {
    client.release()
  }
}
