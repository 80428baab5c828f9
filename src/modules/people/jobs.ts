import { todayIn } from '../../pure/day.ts'
import type { Clock } from '../../server/clock.ts'
import type { Config } from '../../server/config.ts'
import type { Pool } from '../../server/db/pool.ts'
import { inTransaction } from '../../server/db/transaction.ts'
import type { JobKind } from '../../server/jobs.ts'
import { settlePosts } from './store.ts'

/**
 * Every night, and when the server starts: a post that was entered beforehand begins on its day, so the person comes to the
 * new unit, into its walls and its numbers. A run twice a day finds nothing to do.
 */
export const settleEveryNight = (house: { pool: Pool; config: Config; clock: Clock }): JobKind => ({
  name: 'people.settle',
  every: { cron: '3 0 * * *', timeZone: house.config.timeZone },
  run: async () => {
    const who = {
      accountId: null,
      personId: null,
      units: 'all',
      procedure: 'people.settle',
      requestId: '',
    } as const
    await inTransaction(house.pool, who, { readOnly: false, timeoutMs: 60_000 }, (db) =>
      settlePosts(db, todayIn(house.config.timeZone, house.clock.now()), null),
    )
  },
})
