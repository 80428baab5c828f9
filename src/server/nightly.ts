import { type Day, todayIn } from '../pure/day.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Pool } from './db/pool.ts'
import { type Db, inTransaction } from './db/transaction.ts'
import type { JobKind } from './jobs.ts'

/** What a module's nightly work is given by the house. */
export type NightHouse = { pool: Pool; config: Config; clock: Clock }

/** A job that needs nothing but its own transaction. */
export type NightJob = Omit<JobKind, 'run'> & { run(payload: Record<string, unknown>): Promise<void> }

/**
 * Work of every night of the school's clock, and of each start of a server, for the whole school in one transaction; in the
 * record it has no actor but its name. It may run twice a day: the second time must find nothing to do.
 */
export const nightly = (
  house: NightHouse,
  name: string,
  cron: string,
  work: (db: Db, today: Day, now: Date) => Promise<unknown>,
): NightJob => ({
  name,
  every: { cron, timeZone: house.config.timeZone },
  run: async () => {
    const who = { accountId: null, personId: null, units: 'all', procedure: name, requestId: '' } as const
    const now = house.clock.now()
    await inTransaction(house.pool, who, { readOnly: false, timeoutMs: 60_000 }, async (db) => {
      await work(db, todayIn(house.config.timeZone, now), now)
    })
  },
})
