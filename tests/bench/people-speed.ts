import { aBenchHouse } from './house.ts'
import { addManyPeople } from './people.ts'

// node tests/bench/people-speed.ts [people] [--duplicates]: how long lists of people take, through the contract, one after another.
const people = Number(process.argv[2] ?? 100_000)
const house = await aBenchHouse()
let began = performance.now()
const units = await addManyPeople(house.pool, { people, units: 90 })
console.log(`${people} people in ${Math.round(performance.now() - began)} ms`)
const office = await house.as('trainingOffice')
const unit = await house.as('unitCoordinator', units[3] as number)

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
await house.close()
