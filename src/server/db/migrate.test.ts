import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrate } from './migrate.ts'
import { openPool, type Pool } from './pool.ts'

const folder = join(import.meta.dirname, '../../../db/migrations')

/** Two servers' pools on one empty database. */
async function anEmptyDatabase(): Promise<[Pool, Pool]> {
  const server = openPool({ connectionString: inject('postgresUrl') }, 1)
  const name = `nhip_test_${randomUUID().replaceAll('-', '')}`
  await server.query(`create database ${name}`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  const pools: [Pool, Pool] = [
    openPool({ connectionString: url.href }, 2),
    openPool({ connectionString: url.href }, 2),
  ]
  onTestFinished(async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    await server.query(`drop database ${name} with (force)`)
    await server.end()
  })
  return pools
}

test('two servers that start at once do every migration once', { timeout: 90_000 }, async () => {
  const [one, two] = await anEmptyDatabase()
  const done = await Promise.all([migrate(one, folder), migrate(two, folder)])
  const all = done.flat()
  expect(all.length).toBeGreaterThan(5)
  expect(new Set(all).size).toBe(all.length)
  expect(await migrate(one, folder)).toEqual([])
})

test('a migration that was changed after it had landed stops the start and is named', async () => {
  const [pool] = await anEmptyDatabase()
  const own = await mkdtemp(join(tmpdir(), 'nhip-migrations-'))
  onTestFinished(() => rm(own, { recursive: true }))
  await cp(join(folder, '0001-foundation.sql'), join(own, '0001-foundation.sql'))
  await migrate(pool, own)
  await writeFile(join(own, '0001-foundation.sql'), '-- other')
  await expect(migrate(pool, own)).rejects.toMatchObject({
    code: 'database.migrationChanged',
    params: { name: '0001-foundation.sql' },
  })
})

test('a migration that fails leaves nothing of itself, and what came before it stays', async () => {
  const [pool] = await anEmptyDatabase()
  const own = await mkdtemp(join(tmpdir(), 'nhip-migrations-'))
  onTestFinished(() => rm(own, { recursive: true }))
  await writeFile(join(own, '0001-a.sql'), 'create table a (id int)')
  await writeFile(join(own, '0002-b.sql'), 'create table b (id int); select 1 / 0')
  await expect(migrate(pool, own)).rejects.toMatchObject({ code: '22012' })
  const { rows } = await pool.query(`select relname from pg_class where relname in ('a', 'b')`)
  expect(rows).toEqual([{ relname: 'a' }])
})
