import type pg from 'pg'
import { type ConnectionOptions, type JobResult, PgBoss } from 'pg-boss'
import type { Jobs } from './ctx.ts'
import type { Connection, Pool } from './db/pool.ts'
import type { Log } from './log.ts'

/** A kind of work done later. A job can run twice: it looks first whether its work is done. */
export type JobKind = {
  name: string
  run(payload: Record<string, unknown>, house: Pick<JobHouse, 'jobsIn'>): Promise<void>
  /** How long a finished job is kept, in seconds; short where its payload is personal. A day unless said. */
  keptSeconds?: number
  /** Done again and again at this time of the school's clock, and once at every start of a server. */
  every?: { cron: string; timeZone: string }
}

export type JobHouse = {
  /** Jobs that exist exactly if the transaction on this connection commits. */
  jobsIn(client: pg.PoolClient): Jobs
  /** For who has no transaction of the house: sign-in. */
  jobs: Jobs
  stop(): Promise<void>
}

/** Starts the workers. Any number of processes may do so on one database: each job is taken by one of them. */
export async function openJobs(
  pool: Pool,
  connection: Connection,
  kinds: JobKind[],
  log: Log,
): Promise<JobHouse> {
  const boss = new PgBoss({ ...connection, schema: 'jobs', max: 4 } as ConstructorParameters<
    typeof PgBoss
  >[0] &
    object)
  boss.on('error', (error) => log.error({ err: error }, 'jobs'))
  await boss.start()
  for (const kind of kinds) {
    const options = {
      retryLimit: 5,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: 300,
      deleteAfterSeconds: kind.keptSeconds ?? 86_400,
    }
    await boss.createQueue(kind.name, { policy: 'short', ...options })
    // A queue that was there before keeps its old options unless it is told.
    await boss.updateQueue(kind.name, options)
  }
  await openToRequests(pool)
  const through = (db?: NonNullable<ConnectionOptions['db']>): Jobs => ({
    later: async (name, payload, key) => {
      await boss.send(name, payload, { singletonKey: key, ...(db && { db }) })
    },
  })
  const jobsIn: JobHouse['jobsIn'] = (client) =>
    through({ executeSql: async (text, values) => client.query(text, values as unknown[]) })
  for (const kind of kinds) {
    const one = async (job: { id: string; data: unknown }): Promise<JobResult> => {
      try {
        await kind.run(job.data as Record<string, unknown>, { jobsIn })
        return { id: job.id, status: 'completed' }
      } catch (error) {
        log.warn({ err: error, job: job.id, kind: kind.name }, 'a job failed; it is tried again')
        return { id: job.id, status: 'failed' }
      }
    }
    // Each job of a batch ends for itself: a mail that went out is not sent again because its neighbour did not.
    await boss.work(
      kind.name,
      { pollingIntervalSeconds: 1, batchSize: 5, burstWhenBatchFull: true, perJobResults: true },
      (jobs) => Promise.all(jobs.map(one)),
    )
  }
  for (const { name, every } of kinds) {
    if (!every) continue
    await boss.schedule(name, every.cron, {}, { tz: every.timeZone })
    await boss.send(name, {}, { singletonKey: name })
  }
  return {
    jobsIn,
    jobs: through(),
    stop: () => boss.stop({ graceful: true, timeout: 3000 }),
  }
}

/**
 * Requests run as nhip_app and must be able to leave a job. Granted at every start, because a newer pg-boss may bring new
 * tables; one process at a time, because two that change the rights of one table at once fail.
 */
async function openToRequests(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(
      `begin; select pg_advisory_xact_lock(hashtext('nhip.jobs'));
       grant usage on schema jobs to nhip_app; grant select, insert, update on all tables in schema jobs to nhip_app; commit`,
    )
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
