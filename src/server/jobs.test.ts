import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { dropDatabase, freshDatabase } from '../../tests/world.ts'
import { openPool, type Pool } from './db/pool.ts'
import { inTransaction } from './db/transaction.ts'
import { openJobs } from './jobs.ts'
import { openLog } from './log.ts'

let url: string
let pool: Pool
beforeAll(async () => {
  url = await freshDatabase()
  pool = openPool({ connectionString: url }, 6)
  return async () => {
    await pool.end()
    await dropDatabase(url)
  }
})

const log = openLog('silent')
const who = { accountId: 1, personId: null, units: 'all', procedure: 'test.jobs', requestId: 'test' } as const

async function aWorker(kind: string, run: (payload: Record<string, unknown>) => Promise<void>) {
  const house = await openJobs(pool, { connectionString: url }, [{ name: kind, run }], log)
  onTestFinished(house.stop)
  return house
}

const until = async (look: () => boolean) => {
  for (const end = Date.now() + 15_000; !look() && Date.now() < end; )
    await new Promise((done) => setTimeout(done, 30))
  expect(look()).toBe(true)
}

test('a job exists exactly if the request that left it has committed', async () => {
  const done: unknown[] = []
  const house = await aWorker('note', async (payload) => void done.push(payload.text))
  const leave = (text: string, fails: boolean) =>
    inTransaction(pool, who, { readOnly: false, timeoutMs: 5000 }, async (_, client) => {
      await house.jobsIn(client).later('note', { text }, text)
      if (fails) throw new Error('refused')
    })
  await expect(leave('rolled back', true)).rejects.toThrow('refused')
  await leave('kept', false)
  await until(() => done.length > 0)
  await leave('kept later', false)
  await until(() => done.length > 1)
  expect(done).toEqual(['kept', 'kept later'])
})

test('the same key waits only once', async () => {
  const waiting = await openJobs(pool, { connectionString: url }, [], log)
  onTestFinished(waiting.stop)
  await pool.query(
    `select jobs.create_queue('twice', '{"policy":"short","retryLimit":1,"retryDelay":0,"expireInSeconds":60}')`,
  )
  await waiting.jobs.later('twice', {}, 'one')
  await waiting.jobs.later('twice', {}, 'one')
  await waiting.jobs.later('twice', {}, 'two')
  const { rows } = await pool.query(`select singleton_key from jobs.job where name = 'twice'`)
  expect(rows).toHaveLength(2)
})

test('two servers start at once, and each job is taken by one of them', async () => {
  const done: unknown[] = []
  const run = async (payload: Record<string, unknown>) => void done.push(payload.n)
  const [one, two] = await Promise.all([aWorker('shared', run), aWorker('shared', run)])
  await Promise.all(
    Array.from({ length: 40 }, (_, n) => (n % 2 ? one : two).jobs.later('shared', { n }, String(n))),
  )
  await until(() => done.length >= 40)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 40 }, (_, n) => n))
})

test('what failed is tried again', async () => {
  let tries = 0
  const house = await aWorker('stubborn', async () => {
    if (++tries === 1) throw new Error('not yet')
  })
  await house.jobs.later('stubborn', {}, 'x')
  await until(() => tries === 2)
})

test('a server that stops lets the job in hand end', async () => {
  let isDone = false
  let isBegun = false
  const house = await aWorker('long', async () => {
    isBegun = true
    await new Promise((resolve) => setTimeout(resolve, 500))
    isDone = true
  })
  await house.jobs.later('long', {}, 'x')
  await until(() => isBegun)
  await house.stop()
  expect(isDone).toBe(true)
})

test('the work of every night is also done when a server starts, by one of two that start at once', async () => {
  let runs = 0
  const kind = {
    name: 'nightly',
    every: { cron: '3 0 * * *', timeZone: 'Asia/Ho_Chi_Minh' },
    run: async () => {
      runs += 1
    },
  }
  const houses = await Promise.all([1, 2].map(() => openJobs(pool, { connectionString: url }, [kind], log)))
  for (const house of houses) onTestFinished(house.stop)
  await until(() => runs > 0)
  const { rows } = await pool.query(`select cron, timezone from jobs.schedule where name = 'nightly'`)
  expect(rows).toEqual([{ cron: '3 0 * * *', timezone: 'Asia/Ho_Chi_Minh' }])
})
