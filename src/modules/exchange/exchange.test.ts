import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'

const fixture = async (name: string) =>
  new File([await readFile(join(import.meta.dirname, '../../../tests/fixtures/longan-2023', name))], name)

let world: World
beforeAll(async () => {
  world = await aWorld()
})

test('the classes of the article are understood, checked against the file’s own totals, and written', async () => {
  const officer = await world.as('trainingOffice')
  const run = await officer.exchange.check({ kind: 'classes', file: await fixture('lop-2023.xlsx') })
  console.dir(run, { depth: 5 })
  const { rows } = await officer.exchange.get({ runId: run.id })
  console.dir(rows.slice(0, 3), { depth: 5 })
  console.dir(
    rows.filter((r) => r.problems.length),
    { depth: 5 },
  )
  expect(run.counts).toMatchObject({ add: 83, wrong: 0 })
  await officer.exchange.apply({ runId: run.id })
  const list = await officer.classes.list({ year: 2023 })
  expect(list.total).toBe(83)
  expect(list.learners).toBe(4681 + 3153)
})
