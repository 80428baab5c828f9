import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type HandCell, workbook } from '../../../tests/workbook.ts'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Ctx } from '../../server/ctx.ts'
import { findTable } from '../../server/files/table.ts'
import { readSheets } from '../../server/files/xlsx.ts'
import type { Importer } from '../../server/importer.ts'
import { nameOn, successionsImporter, todayUnitOf, unitsByCode, unitsImporter } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

const fixture = (name: string) => readFile(join(import.meta.dirname, '../../../tests/fixtures', name))

/** Reads a file and, unless only looked at, writes it: the two steps of every import. */
async function take(importer: Importer, bytes: Uint8Array, how: { write: boolean } = { write: true }) {
  const table = findTable(await readSheets(bytes), importer.columns)
  return world.inside(async (db) => {
    const ctx = { db, today: '2026-11-24', actor: { accountId: 1, rights: [] } } as unknown as Ctx
    const { report, apply } = await importer.check(ctx, table, {})
    if (how.write) await apply(ctx)
    const count = (action: string) => report.rows.filter((row) => row.action === action).length
    return { report, added: count('add'), same: count('same'), wrong: count('wrong') }
  })
}

const unitsSheet = (...rows: HandCell[][]) => workbook({ name: 'Đơn vị', rows })

test('the 90 units and 85 lines of the cohort come in, and the same files again change nothing', async () => {
  const units = await fixture('cohort/to_chuc.csv')
  const lines = await fixture('cohort/sap_xep_to_chuc.csv')
  expect(await take(unitsImporter, units)).toMatchObject({ added: 90, wrong: 0 })
  expect(await take(successionsImporter, lines)).toMatchObject({ added: 85, wrong: 0 })
  const before = await world.rows<{ n: number }>('select count(*) as n from audit_line')
  expect(await take(unitsImporter, units)).toMatchObject({ added: 0, same: 90, wrong: 0 })
  expect(await take(successionsImporter, lines)).toMatchObject({ added: 0, same: 85, wrong: 0 })
  expect(await world.rows('select count(*) as n from audit_line')).toEqual(before)
})

test('the last day in the file is the last day in the book', async () => {
  const count = async (on: string) => (await world.office.units.list({ on, size: 20 })).total
  expect([
    await count('2025-02-28'),
    await count('2025-03-01'),
    await count('2025-06-30'),
    await count('2025-07-01'),
  ]).toEqual([67, 62, 62, 30])
  const { rows } = await world.office.units.list({ q: 'T32' })
  expect(rows).toMatchObject([
    { fullName: 'Sở Nội vụ (sau hợp nhất)', kind: 'department', level: 'province', bloc: 'state' },
  ])
})

test('a merged unit is followed to the unit of today, a divided one is not', async () => {
  const ids = await world.inside((db) => unitsByCode(db))
  const today = async (code: string) =>
    world.inside((db) => todayUnitOf(db, ids.get(code) ?? 0, '2026-01-01'))
  expect(await today('T03')).toBe(ids.get('T31'))
  expect(await today('T07')).toBeNull()
  expect(await today('H01')).toBeNull()
  expect(await today('T01')).toBe(ids.get('T01'))
  const became = await world.rows<{ unit_id: number; became_id: number | null }>(
    `select * from units_become('2026-01-01')`,
  )
  expect(became).toHaveLength(90)
  for (const code of ['T03', 'T07', 'T01'])
    expect(became.find((row) => row.unit_id === ids.get(code))?.became_id).toBe(await today(code))
  const page = await world.office.units.get({ unitId: ids.get('Y01') ?? 0 })
  expect(page.predecessors.map((one) => [one.fullName, one.kind, one.extent])).toEqual([
    ['Đảng ủy xã An Khánh', 'merge', 'whole'],
    ['Đảng ủy xã Hòa Ninh', 'merge', 'whole'],
    ['Đảng ủy xã Tân Lập', 'merge', 'whole'],
    ['Huyện ủy Lộc Hải', 'end_of_level', 'part'],
    ['Huyện ủy Cẩm Thạch', 'end_of_level', 'part'],
  ])
  expect(await world.inside((db) => nameOn(db, ids.get('T03') ?? 0, '2026-01-01'))).toBe(
    'Ban Tuyên giáo Tỉnh ủy',
  )
})

test('a list as offices keep it: title lines, other columns, dates as text, parents by name', async () => {
  const book = unitsSheet(
    ['DANH SÁCH CÁC CƠ QUAN, ĐƠN VỊ'],
    [null],
    ['STT', 'Tên cơ quan, đơn vị', 'Trực thuộc', 'Khối', 'Từ ngày'],
    [1, 'Huyện Hà Lam', null, 'Nhà nước', null],
    [2, 'xã Đại Thắng', 'huyện Hà Lam', 'nhà nước', '01/07/2010'],
    [3, 'Đảng ủy xã Đại Thắng', 'Huyện Hà Lam', 'Đảng', { day: '2010-07-01' }],
    [4, 'Hội Nông dân huyện', 'Hà Lam', 'MTTQ, đoàn thể', null],
  )
  expect(await take(unitsImporter, book)).toMatchObject({ added: 4, wrong: 0 })
  expect(await take(unitsImporter, book)).toMatchObject({ added: 0, same: 4 })
  const { rows } = await world.office.units.list({ q: 'dai thang' })
  expect(rows).toMatchObject([
    { fullName: 'Đảng ủy xã Đại Thắng', kind: 'partyCommittee', level: 'commune', bloc: 'party' },
    { fullName: 'Xã Đại Thắng', kind: 'commune', parentName: 'Huyện Hà Lam', fromOn: '2010-07-01' },
  ])
})

test('what is wrong is said row by row, and nothing is written', async () => {
  const book = unitsSheet(
    ['Mã đơn vị', 'Tên đơn vị', 'Cấp', 'Khối', 'Đơn vị cấp trên', 'Hiệu lực từ', 'Hiệu lực đến'],
    ['A1', 'Sở Một', 'tỉnh', 'nhà nước', null, '13/25/2020', null],
    ['A1', 'Sở Hai', 'cấp trời', 'nhà nước', null, null, null],
    ['A3', 'Sở Ba', 'tỉnh', 'nhà nước', 'Không Có', '01/01/2024', '01/01/2023'],
    ['T01', 'Tên Khác Hẳn', 'tỉnh', 'đảng', null, null, null],
  )
  const { report } = await take(unitsImporter, book, { write: false })
  expect(report.rows.map((row) => row.problems.map((one) => [one.column, one.code]))).toEqual([
    [['Hiệu lực từ', 'field.day']],
    [
      ['Cấp', 'field.notInList'],
      ['Mã đơn vị', 'units.codeTwice'],
    ],
    [
      ['Hiệu lực đến', 'units.endsBeforeItBegins'],
      ['Đơn vị cấp trên', 'units.nameUnknown'],
    ],
    [['Mã đơn vị', 'units.codeOfOther']],
  ])
})

test('a line between units that do not exist on that day, or that goes over twice, is refused', async () => {
  const { report } = await take(
    successionsImporter,
    workbook({
      name: 'Kế thừa',
      rows: [
        ['Ngày hiệu lực', 'Đơn vị cũ', 'Đơn vị mới', 'Hình thức', 'Tỷ lệ'],
        ['01/07/2025', 'T01', 'Y01', 'Sáp nhập', 1],
        ['01/07/2025', 'X01', 'Y02', 'Sáp nhập', 1],
        ['01/01/2020', 'X02', 'Y02', 'Sáp nhập', 1],
        ['01/07/2025', 'X01', 'Y01', 'Chia', '40 %'],
        ['01/07/2025', 'X01', 'Y01', 'Biến mất', '140 %'],
      ],
    }),
    { write: false },
  )
  expect(report.rows.map((row) => row.problems.map((one) => one.code))).toEqual([
    ['units.livesOn'],
    ['units.wentElsewhere'],
    ['units.notThere', 'units.livesOn'],
    ['units.successionDiffers'],
    ['field.notInList', 'units.shareWrong'],
  ])
})
