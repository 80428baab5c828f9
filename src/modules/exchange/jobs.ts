import { todayIn } from '../../pure/day.ts'
import type { Clock } from '../../server/clock.ts'
import type { Config } from '../../server/config.ts'
import type { Pool } from '../../server/db/pool.ts'
import { inTransaction } from '../../server/db/transaction.ts'
import type { JobKind } from '../../server/jobs.ts'
import { forgetFiles } from './store.ts'

/**
 * Every night, and when the server starts: the content of files that are no longer needed is deleted (`fileKeptDays`). Run
 * and report stay. A run twice a day finds nothing to do.
 */
export const forgetFilesEveryNight = (house: { pool: Pool; config: Config; clock: Clock }): JobKind => ({
  name: 'exchange.forgetFiles',
  every: { cron: '17 0 * * *', timeZone: house.config.timeZone },
  run: async () => {
    const who = {
      accountId: null,
      personId: null,
      units: 'all',
      procedure: 'exchange.forgetFiles',
      requestId: '',
    } as const
    const now = house.clock.now()
    await inTransaction(house.pool, who, { readOnly: false, timeoutMs: 60_000 }, (db) =>
      forgetFiles(db, now, todayIn(house.config.timeZone, now)),
    )
  },
})
