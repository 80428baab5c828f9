import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import type { Api } from '../src/api.ts'
import { type App, makeApp, root } from '../src/app.ts'
import { contract } from '../src/contract.ts'
import { actorOfAccount, addAccount, addGrant, setSchool } from '../src/modules/access/index.ts'
import type { Role } from '../src/modules/access/rights.ts'
import type { Day } from '../src/pure/day.ts'
import type { Clock } from '../src/server/clock.ts'
import { readConfig } from '../src/server/config.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { openPool, type Pool } from '../src/server/db/pool.ts'
import { type Db, inTransaction } from '../src/server/db/transaction.ts'
import { openLog } from '../src/server/log.ts'

/** A school of its own on a real database, for one test file. Closed when the file ends. */
export type World = {
  pool: Pool
  app: App
  /** The contract as the command line calls it: every right, the whole school. */
  office: Api
  /** Makes an account with one role (at a unit, if it is a unit's) and gives its client. */
  as(role: Role, at?: { unitId?: number; personId?: number }): Promise<Api & { accountId: number }>
  /** The client of nobody: signed out. */
  stranger: Api
  /** Raw work as the owner, outside every wall: to look at what is stored. */
  rows<T>(text: string, values?: unknown[]): Promise<T[]>
  /** Work in a transaction as the command line, for a module's own functions. */
  inside<T>(work: (db: Db) => Promise<T>): Promise<T>
}

export type WorldOptions = { today?: Day; firstWall?: boolean; clock?: Clock; isEmpty?: boolean }

/** 24 November 2026, noon in Vietnam, unless a test says otherwise. */
const noon = (day: Day): Date => new Date(`${day}T05:00:00.000Z`)

/**
 * Makes a world: a database of its own, copied from a template that the migrations have built once, and the house on it
 * without HTTP. Every call goes through the contract, as it would from outside.
 */
export async function aWorld(options: WorldOptions = {}): Promise<World> {
  const url = await freshDatabase()
  const pool = openPool({ connectionString: url }, 8)
  const clock = options.clock ?? { now: () => noon(options.today ?? ('2026-11-24' as Day)) }
  const app = makeApp({
    pool,
    config: readConfig({}),
    log: openLog('silent'),
    clock,
    firstWall: options.firstWall ?? true,
  })
  if (!options.isEmpty)
    await inTransaction(pool, system, { readOnly: false, timeoutMs: 10_000 }, (db) =>
      setSchool(db, {
        schoolName: 'Trường Chính trị tỉnh thử nghiệm',
        provinceName: 'Tỉnh thử nghiệm',
        isSample: true,
      }),
    )
  const close = async () => {
    await pool.end()
    await dropDatabase(url)
  }
  afterAll(close)
  const today = options.today ?? ('2026-11-24' as Day)
  const inside: World['inside'] = (work) =>
    inTransaction(pool, system, { readOnly: false, timeoutMs: 60_000 }, work)
  return {
    pool,
    app,
    office: app.clientFor(await app.commandLine()),
    stranger: app.clientFor(app.visitorOf(null)),
    inside,
    rows: async (text, values = []) => (await pool.query(text, values)).rows,
    as: async (role, at = {}) => {
      const accountId = await inside(async (db) => {
        const id = await addAccount(
          { db, actor: null },
          { name: `Đồng chí ${role}`, email: `${role}-${randomUUID()}@thu-nghiem.vn` },
        )
        await addGrant(db, {
          accountId: id,
          role,
          unitId: at.unitId ?? null,
          fromOn: '2020-01-01' as Day,
          untilOn: null,
          grantedBy: null,
        })
        return id
      })
      if (at.personId !== undefined)
        await pool.query('update account set person_id = $1 where id = $2', [at.personId, accountId])
      const known = await actorOfAccount(pool, accountId, today)
      return { ...modulesOf(app.clientFor(app.visitorOf(known))), accountId }
    },
  }
}

/** The client's modules one by one: the client itself is a proxy and cannot be spread. */
const modulesOf = (api: Api): Api =>
  Object.fromEntries((Object.keys(contract) as (keyof Api)[]).map((name) => [name, api[name]])) as Api

const system = {
  accountId: 1,
  personId: null,
  units: 'all',
  procedure: 'test.world',
  requestId: 'test',
} as const

const server = () => inject('postgresUrl')

function at(database: string): string {
  const url = new URL(server())
  url.pathname = `/${database}`
  return url.href
}

async function onServer<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool({ connectionString: server() }, 1)
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

const template = 'nhip_template'

/** The address of a new, migrated, otherwise empty database. */
export async function freshDatabase(): Promise<string> {
  return onServer(async (pool) => {
    const client = await pool.connect()
    try {
      // One worker builds the template, the others wait for it; copying needs it to be closed.
      await client.query(`select pg_advisory_lock(hashtext('nhip.template'))`)
      const { rowCount } = await client.query(
        `select from pg_database where datname = $1 and datistemplate`,
        [template],
      )
      if (!rowCount) {
        await client.query(`drop database if exists ${template}`)
        await client.query(`create database ${template}`)
        const building = openPool({ connectionString: at(template) }, 1)
        await migrate(building, join(root, 'db/migrations'))
        await building.end()
        await client.query(`alter database ${template} is_template true`)
      }
      const name = `nhip_test_${randomUUID().replaceAll('-', '')}`
      await client.query(`create database ${name} template ${template}`)
      return at(name)
    } finally {
      client.release(true)
    }
  })
}

export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await onServer((pool) => pool.query(`drop database if exists ${name} with (force)`))
}
