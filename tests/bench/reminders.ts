import { remind } from '../../src/modules/coordination/index.ts'
import { readConfig } from '../../src/server/config.ts'
import { aSchoolThatOwes } from '../owing.ts'
import { aBenchHouse } from './house.ts'

// node tests/bench/reminders.ts [units]: the reminders of all units in one run, the run after it that finds nothing to do, and
// the lists of coordination through the contract.
const units = Number(process.argv[2] ?? 300)
const house = await aBenchHouse()
const due = await aSchoolThatOwes(house.pool, units, '2026-11-24')
const clock = { now: () => new Date('2026-11-24T00:30:00.000Z') }
const config = { ...readConfig({}), smtpUrl: 'smtp://localhost:2525' }
let mails = 0
const jobs = {
  later: async () => {
    mails += 1
  },
}
for (const name of ['first run', 'second run']) {
  const began = performance.now()
  const { recipients } = await remind({ pool: house.pool, config, clock }, () => jobs)
  console.log(
    `${name}: ${recipients} recipients, ${mails} mails in all, ${Math.round(performance.now() - began)} ms`,
  )
}
const { rows } = await house.pool.query<{ n: number }>('select count(*)::int as n from reminder')
console.log(`${units} units: ${rows[0]?.n} reminders of ${due}`)

const office = await house.as('trainingOffice')
const [{ id: unitId } = { id: 0 }] = (
  await house.pool.query<{ id: number }>('select min(id) as id from unit')
).rows
const coordinator = await house.as('unitCoordinator', unitId)
const cases: [string, () => Promise<unknown>][] = [
  ['units of the year', () => office.coordination.units({ year: 2026 })],
  ['commitments', () => office.coordination.commitments({ year: 2026 })],
  ['pulses of 50 units', () => office.coordination.pulses({})],
  ['load of the year', () => office.coordination.load({ year: 2026 })],
  ['calendar of a month', () => office.coordination.calendar({ from: '2026-11-01', until: '2026-11-30' })],
  ['work list of the office', () => office.coordination.tasks()],
  ['work list of a coordinator', () => coordinator.coordination.tasks()],
  ['unread notices', () => coordinator.coordination.unread()],
]
for (const [name, call] of cases) {
  const times: number[] = []
  for (let i = 0; i < 21; i += 1) {
    const began = performance.now()
    await call()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  console.log(`${name.padEnd(28)} median ${times[10]?.toFixed(1)} ms   p95 ${times[19]?.toFixed(1)} ms`)
}
await house.close()
