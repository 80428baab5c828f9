import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Api } from '../../src/api.ts'
import { makeApp, root } from '../../src/app.ts'
import { actorOfAccount, addAccount, addGrant, setSchool } from '../../src/modules/access/index.ts'
import { readConfig } from '../../src/server/config.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { openPool } from '../../src/server/db/pool.ts'
import { inTransaction } from '../../src/server/db/transaction.ts'
import { openLog } from '../../src/server/log.ts'
import { startTestCluster } from '../../src/server/postgres/test-cluster.ts'
import { addManyPeople } from './people.ts'

// node tests/bench/people-speed.ts [people]: how long lists of people take, through the contract, one after another.
const people = Number(process.argv[2] ?? 100_000)
const cluster = await startTestCluster()
const pool = openPool({ connectionString: cluster.url }, 8)
await migrate(pool, join(root, 'db/migrations'))
const app = makeApp({ pool, config: readConfig({}), log: openLog('silent') })
const system = { accountId: 1, personId: null, units: 'all', procedure: 'bench', requestId: 'bench' } as const
const inside = <T>(work: Parameters<typeof inTransaction<T>>[3]) =>
  inTransaction(pool, system, { readOnly: false, timeoutMs: 60_000 }, work)
await inside((db) => setSchool(db, { schoolName: 'Trường đo tốc độ', provinceName: '', isSample: true }))

let began = performance.now()
const units = await addManyPeople(pool, { people, units: 90 })
console.log(`${people} people in ${Math.round(performance.now() - began)} ms`)

const as = async (role: string, unitId: number | null): Promise<Api> => {
  const accountId = await inside(async (db) => {
    const id = await addAccount({ db, actor: null }, { name: role, email: `${randomUUID()}@thu.vn` })
    await addGrant(db, { accountId: id, role, unitId, fromOn: '2020-01-01', untilOn: null, grantedBy: null })
    return id
  })
  return app.clientFor(
    app.visitorOf(await actorOfAccount(pool, accountId, new Date().toISOString().slice(0, 10))),
  )
}
const office = await as('trainingOffice', null)
const unit = await as('unitCoordinator', units[3] as number)

const cases: [string, () => Promise<{ total: number }>][] = [
  ['office, first page', () => office.people.list({})],
  ['office, page 2,000 of 50', () => office.people.list({ page: Math.floor(people / 50) })],
  ['office, page 1,000 of 50', () => office.people.list({ page: Math.floor(people / 100) })],
  ['office, two syllables', () => office.people.list({ q: 'thuy ngan' })],
  ['office, two common syllables', () => office.people.list({ q: 'nguyen van' })],
  ['office, one syllable', () => office.people.list({ q: 'an' })],
  ['office, code', () => office.people.list({ q: 'BM0500' })],
  ['office, one unit', () => office.people.list({ unitId: units[3] as number })],
  ['office, sex and years', () => office.people.list({ sex: 'female', bornFrom: 1980, bornUntil: 1989 })],
  ['office, rank', () => office.people.list({ rank: 3 })],
  ['office, Party and planned', () => office.people.list({ isPartyMember: true, isPlanned: true })],
  ['office, by birth', () => office.people.list({ sort: 'born', desc: true })],
  ['office, by code', () => office.people.list({ sort: 'code', page: 1000 })],
  ['unit, first page', () => unit.people.list({})],
  ['unit, two syllables', () => unit.people.list({ q: 'thuy ngan' })],
]
if (process.argv.includes('--duplicates'))
  cases.push(['office, duplicates', () => office.people.duplicates({})])
for (const [name, call] of cases) {
  const times: number[] = []
  let total = 0
  for (let i = 0; i < 21; i += 1) {
    began = performance.now()
    total = (await call()).total
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  console.log(
    `${name.padEnd(32)} ${String(total).padStart(7)} rows   median ${times[10]?.toFixed(1)} ms   p95 ${times[19]?.toFixed(1)} ms`,
  )
}
await pool.end()
await cluster.stop()
