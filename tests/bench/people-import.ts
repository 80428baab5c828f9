import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../src/app.ts'
import { aBenchHouse } from './house.ts'

// node tests/bench/people-import.ts: how long the 8,106 files of the cohort take, from the file to the sealed record.
const house = await aBenchHouse()
const office = await house.as('trainingOffice')
const cohort = async (name: string) =>
  new File([await readFile(join(root, 'tests/fixtures/cohort', name))], name)

for (const [kind, name] of [
  ['units', 'to_chuc.csv'],
  ['successions', 'sap_xep_to_chuc.csv'],
  ['people', 'can_bo.csv'],
  ['people', 'can_bo.csv'],
  ['plannings', 'quy_hoach.csv'],
  ['ratings', 'xep_loai_nam.csv'],
] as const) {
  const began = performance.now()
  const { id, counts } = await office.exchange.check({ kind, file: await cohort(name) })
  const checked = performance.now()
  if (counts.add + counts.change > 0) await office.exchange.apply({ runId: id })
  const done = performance.now()
  console.log(
    `${name.padEnd(22)} ${String(counts.add).padStart(5)} new, ${String(counts.same).padStart(5)} the same   look ${Math.round(checked - began)} ms, write ${Math.round(done - checked)} ms`,
  )
}
const { rows } = await house.pool.query('select count(*) as lines from audit_line')
console.log(`${rows[0]?.lines} lines in the record`)

// The same rows by bare SQL, without record, walls or checks: what the table alone costs.
const bare = performance.now()
await house.pool.query(
  `create table bare as select * from person; create table bare_post as select * from person_post;
   truncate bare, bare_post; insert into bare select * from person; insert into bare_post select * from person_post`,
)
console.log(`bare SQL, persons and posts only: ${Math.round(performance.now() - bare)} ms`)
await house.close()
