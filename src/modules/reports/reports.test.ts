import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'

const fixture = async (name: string) =>
  new File([await readFile(join(import.meta.dirname, '../../../tests/fixtures/longan-2023', name))], name)

let world: World
beforeAll(async () => {
  world = await aWorld()
  for (const [kind, name] of [
    ['plan', 'ke-hoach-2023.xlsx'],
    ['classes', 'lop-2023.xlsx'],
  ] as const) {
    const run = await world.office.exchange.check({ kind, file: await fixture(name) })
    await world.office.exchange.apply({ runId: run.id })
  }
})

test('the two workbooks of the article give the article’s figures', async () => {
  const report = await world.office.reports.progress({ year: 2023 })
  console.log(JSON.stringify(report, null, 1))
  expect(report.share).toBe('104,16')
})
