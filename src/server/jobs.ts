import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Jobs } from './ctx.ts'
import type { Connection } from './db/pool.ts'
import type { Log } from './log.ts'

/** A kind of work done later. A job can run twice: it looks first whether its work is done. */
export type JobKind = { name: string; run(payload: Record<string, unknown>): Promise<void> }

export type JobHouse = { jobsIn(client: pg.PoolClient): Jobs; stop(): Promise<void> }

/** Starts the workers. Jobs are enqueued in the transaction of whoever asks, and so exist exactly if it committed. */
export async function openJobs(connection: Connection, kinds: JobKind[], log: Log): Promise<JobHouse> {
  const boss = new PgBoss({ ...connection, schema: 'jobs', max: 4 } as ConstructorParameters<
    typeof PgBoss
  >[0] &
    object)
  boss.on('error', (error) => log.error({ error }, 'jobs'))
  await boss.start()
  for (const kind of kinds) {
    await boss.createQueue(kind.name, {
      policy: 'short',
      retryLimit: 5,
      retryBackoff: true,
      expireInSeconds: 300,
    })
    await boss.work(kind.name, async (jobs) => {
      for (const job of jobs) await kind.run(job.data as Record<string, unknown>)
    })
  }
  return {
    jobsIn: (client) => ({
      later: async (name, payload, key) => {
        await boss.send(name, payload, {
          singletonKey: key,
          db: { executeSql: async (text, values) => client.query(text, values as unknown[]) },
        })
      },
    }),
    stop: () => boss.stop({ graceful: true, timeout: 3000 }),
  }
}
