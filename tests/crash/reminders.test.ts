import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { openPool } from '../../src/server/db/pool.ts'
import { aSchoolThatOwes } from '../owing.ts'
import { dropDatabase, freshDatabase } from '../world.ts'

const script = resolve(import.meta.dirname, 'remind.ts')
const units = 200
/** `NHIP_KILLS=7 npx vitest run tests/crash/reminders` kills after every batch; the gate only now and then. */
const mostKills = Number(process.env.NHIP_KILLS ?? 2)
const today = '2026-11-24'
let child: ChildProcess | undefined
let url = ''

afterAll(async () => {
  child?.kill('SIGKILL')
  if (url) await dropDatabase(url)
})

const ended = (one: ChildProcess) =>
  new Promise((done) =>
    one.exitCode === null && one.signalCode === null ? one.once('exit', done) : done(null),
  )

test('reminders killed in the middle, again and again, are each written once, and none is missing', async () => {
  url = await freshDatabase()
  const pool = openPool({ connectionString: url }, 2)
  try {
    const number = async (text: string) =>
      (await pool.query<{ n: number }>(`select (${text})::int as n`)).rows[0]?.n ?? 0
    const count = () => number('select count(*) from reminder')
    const due = await aSchoolThatOwes(pool, units, today)
    // A pause at the end of each batch, so that there is a middle to be killed in.
    await pool.query(`
      create function pause() returns trigger language plpgsql as $$ begin perform pg_sleep(0.1); return null; end $$;
      create trigger pause after insert on reminder for each statement execute function pause()`)
    let kills = 0
    for (let done = 0; done < due; ) {
      child = spawn(process.execPath, [script, url, today], { stdio: 'ignore' })
      const began = done
      while (done === began && child.exitCode === null) {
        await sleep(10)
        done = await count()
      }
      if (done < due && child.exitCode === null && kills < mostKills) {
        kills += 1
        // Between two batches or within one, as it comes.
        await sleep(Math.random() * 100)
      } else await ended(child)
      child.kill('SIGKILL')
      await ended(child)
      done = await count()
    }
    expect(kills).toBe(mostKills)
    expect(await count()).toBe(due)
    // Each of the two people of a unit is to have one mail, and none without a reminder.
    expect(await number(`select count(*) from jobs.job where name = 'coordination.mail'`)).toBe(units * 2)
    expect(
      await number(
        `select count(distinct data->>'recipientId') from jobs.job where name = 'coordination.mail'`,
      ),
    ).toBe(units * 2)
    console.log(`${units} units, ${due} reminders, ${kills} kills`)
  } finally {
    await pool.end()
  }
}, 180_000)
