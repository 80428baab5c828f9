import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Pool } from './pool.ts'
import type { Tables } from './rows.ts'

/** A database inside a transaction. A store function takes it first. */
export type Db = Kysely<Tables>

/** Who is at the database, for row-level security and for the record. Whole numbers and plain names only. */
export type Identity = {
  accountId: number | null
  personId: number | null
  /** `'all'`: every unit; else the ids of the units that exist for this actor. */
  units: 'all' | readonly number[]
  /** The procedure or job, as it will stand in the record. */
  procedure: string
  requestId: string
}

export type TransactionOptions = { readOnly: boolean; timeoutMs: number; reason?: string | undefined }

const whole = (value: number | null): string => {
  if (value === null) return ''
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`not an id: ${value}`)
  return String(value)
}
const plain = (value: string): string => {
  if (!/^[\w.:-]{0,100}$/.test(value)) throw new Error(`not a plain name: ${value}`)
  return value
}

const unitsText = (units: Identity['units']): string =>
  units === 'all' ? 'all' : `{${units.map(whole).join(',')}}`

/** Moves the second wall for the rest of the transaction. */
export async function standBehind(client: pg.PoolClient, units: Identity['units']): Promise<void> {
  await client.query(`select set_config('app.units', $1, true)`, [unitsText(units)])
}

/**
 * Runs `work` in one transaction as role `nhip_app`, in three round trips besides the work itself
 * (`begin` with all settings, the work, `commit`). The settings last for the transaction only, so that a
 * transaction-mode pooler may stand between.
 */
export async function inTransaction<T>(
  pool: Pool,
  who: Identity,
  how: TransactionOptions,
  work: (db: Db, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query(
      `begin${how.readOnly ? ' read only' : ''};` +
        'set local role nhip_app;' +
        `set local statement_timeout=${whole(how.timeoutMs)};` +
        `set local app.account='${whole(who.accountId)}';` +
        `set local app.person='${whole(who.personId)}';` +
        `set local app.units='${unitsText(who.units)}';` +
        `set local app.procedure='${plain(who.procedure)}';` +
        `set local app.request='${plain(who.requestId)}'`,
    )
    if (how.reason) await client.query(`select set_config('app.reason', $1, true)`, [how.reason])
    const result = await work(overOneClient(client), client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Kysely over one connection that somebody else began and will end. */
export function overOneClient(client: pg.PoolClient): Db {
  const borrowed = { query: client.query.bind(client), release: () => {} }
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: {
        options: {},
        connect: async () => borrowed as unknown as pg.PoolClient,
        end: async () => {},
      } as never,
    }),
  })
}

/** The owner's view, outside every wall: migrations, the session's look-up, the command line. */
export const asOwner = (pool: Pool): Db => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
