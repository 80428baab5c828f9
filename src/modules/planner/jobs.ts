import { inTransaction } from '../../server/db/transaction.ts'
import type { JobKind } from '../../server/jobs.ts'
import type { NightHouse } from '../../server/nightly.ts'
import { type SolveProgress, solve } from './model/solve.ts'
import * as store from './store.ts'

/** The queue in which a scenario waits. */
export const scenarioQueue = 'scenario'

/** Good enough to stop before the time is up: half a percent. */
const goodGap = 0.005

/**
 * Solves what waits, one scenario after another, in threads beside the server's own. Done also once at every start: a
 * scenario whose process has gone is taken up again. Cancelling is seen within a second.
 */
export const solveScenarios = (house: NightHouse): JobKind => ({
  name: scenarioQueue,
  every: { cron: '15 4 * * *', timeZone: house.config.timeZone },
  run: () => solveWaiting(house.pool),
})

export async function solveWaiting(pool: NightHouse['pool']): Promise<void> {
  const who = {
    accountId: null,
    personId: null,
    units: 'all',
    procedure: 'planner.solve',
    requestId: '',
  } as const
  const inside = <T>(work: (db: Parameters<typeof store.claimScenario>[0]) => Promise<T>) =>
    inTransaction(pool, who, { readOnly: false, timeoutMs: 10_000 }, work)
  for (;;) {
    const next = await inside(store.claimScenario)
    if (!next) return
    const stop = new AbortController()
    let newest: SolveProgress | null = null
    const pulse = setInterval(() => {
      void inside((db) => store.beat(db, next.id, newest)).then(
        (goesOn) => goesOn || stop.abort(),
        // The database is away for a moment: the search goes on, and says how far it is the next time.
        () => {},
      )
    }, 1000)
    try {
      const answer = await solve(next.instance, {
        seconds: next.parameters.seconds,
        gap: goodGap,
        signal: stop.signal,
        onProgress: (progress) => {
          newest = progress
        },
      })
      if (answer.kind !== 'cancelled') await inside((db) => store.endScenario(db, next.id, answer))
    } catch (error) {
      // A mistake of ours: nobody must wait for it for ever, and the log must have it.
      await inside((db) => store.endScenario(db, next.id, { kind: 'nothing' }))
      throw error
    } finally {
      clearInterval(pulse)
    }
  }
}
