import type pg from 'pg'
import type { Pool } from '../../src/server/db/pool.ts'

type Query = (text: string, values?: unknown[]) => Promise<pg.QueryResult>

/**
 * Measures calls one after another, seven times each, and says their medians in milliseconds. What takes longer than `most` is
 * called once more, and followed by the plan of its slowest statement: explained where it ran, as the app's role behind its walls.
 */
export function stopwatchOn(pool: Pool, most = 100) {
  let slowest: { took: number; plan: string } | undefined
  const seen = new WeakSet<pg.PoolClient>()
  pool.on('acquire', (client) => {
    if (seen.has(client)) return
    seen.add(client)
    const query = client.query.bind(client) as unknown as Query
    const timed: Query = async (text, values) => {
      const began = performance.now()
      const result = await query(text, values)
      const took = performance.now() - began
      if (slowest && took > slowest.took && values && /^\s*(select|with)\b/i.test(text)) {
        const { rows } = await query(`explain (analyze, buffers) ${text}`, values)
        slowest = { took, plan: `${text}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}` }
      }
      return result
    }
    client.query = timed as typeof client.query
  })
  let isSlow = false
  return {
    time: async (name: string, work: () => Promise<unknown>): Promise<void> => {
      const times: number[] = []
      for (let i = 0; i < 7; i += 1) {
        const began = performance.now()
        await work()
        times.push(performance.now() - began)
      }
      times.sort((a, b) => a - b)
      const median = times[3] ?? 0
      console.log(`${name}: ${Math.round(median)} ms (best ${Math.round(times[0] ?? 0)})`)
      if (median <= most) return
      isSlow = true
      slowest = { took: 0, plan: '' }
      await work()
      console.log(slowest.plan)
      slowest = undefined
    },
    /** To be called at the end: a bench in which something was too slow fails. */
    finish: () => {
      if (isSlow) process.exitCode = 1
    },
  }
}
