import type pg from 'pg'
import type { Pool } from '../../src/server/db/pool.ts'

/** A pool with one connection, inside a transaction that is never committed. */
export type OneConnection = {
  /** What the house takes for its pool: its transactions are savepoints here. */
  pool: Pool
  /** Work as the owner on what the attempts have left, before it is taken back. */
  query: pg.PoolClient['query']
  /** Runs `work` and takes back everything that was written meanwhile. */
  rehearse<T>(work: () => Promise<T>): Promise<T>
  end(): Promise<void>
}

/**
 * Holds one connection in an open transaction. Whoever begins, commits or rolls back on it moves between savepoints, so that
 * thousands of attempts at the same world need no second one and none sees what another did.
 */
export async function atOneConnection(real: Pool): Promise<OneConnection> {
  const client = await real.connect()
  await client.query('begin; savepoint untouched')
  let isTouched = false
  const query = ((text: unknown, ...rest: unknown[]) => {
    isTouched = true
    return (client.query as (...all: unknown[]) => Promise<unknown>)(
      typeof text === 'string' ? translated(text) : text,
      ...rest,
    )
  }) as pg.PoolClient['query']
  return {
    pool: { connect: async () => ({ query, release: () => {} }), query } as unknown as Pool,
    query,
    rehearse: async (work) => {
      isTouched = false
      try {
        return await work()
      } finally {
        // Most attempts are refused before they reach the database.
        if (isTouched) await client.query('rollback to savepoint untouched')
      }
    },
    end: async () => {
      await client.query('rollback').catch(() => {})
      client.release(true)
    },
  }
}

function translated(text: string): string {
  if (text === 'commit') return 'release savepoint attempt'
  if (text === 'rollback') return 'rollback to savepoint attempt'
  return text.replace(/^begin( read only)?;/, (_, readOnly) =>
    readOnly ? 'savepoint attempt; set local transaction_read_only = on;' : 'savepoint attempt;',
  )
}
