import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type HandCell, workbook } from '../../../tests/workbook.ts'
import { aWorld, type World } from '../../../tests/world.ts'

// Resolution 1682/NQ-UBTVQH15; the figures are those of domain-addendum.md §6.

const on = '2025-07-01'
const dayBefore = '2025-06-30'
const document = {
  title: 'Sắp xếp các đơn vị hành chính cấp xã của tỉnh Tây Ninh năm 2025',
  documentNumber: '1682/NQ-UBTVQH15',
  documentOn: '2025-06-16',
  documentIssuer: 'Ủy ban Thường vụ Quốc hội',
  effectiveOn: on,
}

let world: World
let office: World['office']
let reorganisationId: number
let provinceId: number
const csv = () =>
  readFile(join(import.meta.dirname, '../../../tests/fixtures/tayninh-reform/sap-xep-2025.csv'), 'utf8')

beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
  const second = await world.as('rectorate')
  const made = await world.office.units.make({
    kind: 'province',
    level: 'province',
    bloc: 'state',
    name: 'Tây Ninh',
    reason: 'Lập sổ đơn vị',
  })
  provinceId = made.unitId
  const entered = await office.units.enterFromFile({
    ...document,
    file: new File([await csv()], 'sap-xep-2025.csv'),
  })
  expect(entered.isNew).toBe(true)
  reorganisationId = entered.reorganisationId
  draft = await office.units.preview({ reorganisationId })
  await second.units.confirm({ reorganisationId, version: 1 })
})

let draft: Awaited<ReturnType<typeof office.units.preview>>

const unitOf = async (fullName: string, day: string) => {
  const { rows } = await office.units.list({ on: day, q: fullName, size: 100 })
  const found = rows.filter((row) => row.fullName === fullName)
  expect(found, fullName).toHaveLength(1)
  return office.units.get({ unitId: found[0]?.id ?? 0, on: day })
}

test('280 units go into 96, 21 of them divided', () => {
  expect(draft.counts).toMatchObject({
    closed: 280,
    opened: 96,
    recorded: 280,
    divided: 21,
    renamed: 0,
    moved: 0,
  })
  expect(draft.faults.filter((fault) => fault.severity === 'error')).toEqual([])
})

test('the same file again, even as a workbook under title lines, enters nothing new', async () => {
  const again = await office.units.enterFromFile({
    ...document,
    file: new File([await csv()], 'ten-khac.csv'),
  })
  expect(again).toEqual({ reorganisationId, isNew: false })
  const rows = (await csv())
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',') as HandCell[])
  const book = workbook({
    name: 'Phụ lục',
    rows: [
      ['PHỤ LỤC'],
      ['Kèm theo Nghị quyết'],
      [null],
      ['Khoản', 'Loại', 'Đơn vị mới', 'Đơn vị cũ', 'Phần'],
      ...rows,
    ],
  })
  const asBook = await office.units.enterFromFile({
    ...document,
    file: new File([book as BlobPart], 'phu-luc.xlsx'),
  })
  expect(asBook).toEqual({ reorganisationId, isNew: false })
})

test('on 30 June there are the 280 old units, on 1 July the 96 new: 82 communes and 14 wards', async () => {
  const count = async (day: string, kind?: 'commune' | 'ward' | 'township') =>
    (await office.units.list({ on: day, parentId: provinceId, ...(kind ? { kind } : {}), size: 20 })).total
  expect(await count(dayBefore)).toBe(280)
  expect([
    await count(on),
    await count(on, 'commune'),
    await count(on, 'ward'),
    await count(on, 'township'),
  ]).toEqual([96, 82, 14, 0])
  expect((await office.units.tree({ on: dayBefore })).nodes).toHaveLength(281)
  expect((await office.units.tree({ on })).nodes).toHaveLength(97)
})

test('73 are pure mergers, 23 take a part or a remainder', async () => {
  const rows = await world.rows<{ pure: boolean; n: number }>(
    `select pure, count(*)::int as n from (select bool_and(extent = 'whole') as pure from succession group by to_unit_id) s group by pure order by pure`,
  )
  expect(rows).toEqual([
    { pure: false, n: 23 },
    { pure: true, n: 73 },
  ])
})

test('21 old communes were divided, each with one remainder; Thái Bình Trung between three', async () => {
  const rows = await world.rows<{ name: string; n: number; remainders: number }>(
    `select unit_name_on(from_unit_id, '2025-06-30') as name, count(*)::int as n, (count(*) filter (where extent = 'remainder'))::int as remainders
     from succession group by from_unit_id having count(*) > 1 order by n desc, name`,
  )
  expect(rows).toHaveLength(21)
  expect(rows.every((row) => row.remainders === 1)).toBe(true)
  expect(rows.filter((row) => row.n !== 2)).toEqual([{ name: 'Xã Thái Bình Trung', n: 3, remainders: 1 }])
  const divided = await unitOf('Xã Thái Bình Trung', dayBefore)
  expect(divided.successors.map((one) => [one.fullName, one.extent])).toEqual([
    ['Xã Tuyên Bình', 'part'],
    ['Xã Vĩnh Hưng', 'part'],
    ['Xã Khánh Hưng', 'remainder'],
  ])
})

test('a divided unit has become no single unit, a whole one has', async () => {
  const [divided, whole] = [
    await unitOf('Xã Thái Bình Trung', dayBefore),
    await unitOf('Thị trấn Tân Hưng', dayBefore),
  ]
  const today = async (unitId: number) => (await office.units.get({ unitId, on })).became?.fullName ?? null
  expect(await today(divided.id)).toBeNull()
  expect(await today(whole.id)).toBe('Xã Tân Hưng')
})

test('a name that is reborn is another unit: old Vĩnh Thạnh went to Tân Hưng, the new one came from others', async () => {
  const [old, reborn] = [await unitOf('Xã Vĩnh Thạnh', dayBefore), await unitOf('Xã Vĩnh Thạnh', on)]
  expect(old.id).not.toBe(reborn.id)
  expect(old.successors.map((one) => one.fullName)).toEqual(['Xã Tân Hưng'])
  expect(reborn.predecessors.map((one) => one.fullName)).toEqual([
    'Xã Thạnh Hưng (h. Tân Hưng)',
    'Xã Vĩnh Châu B',
    'Xã Hưng Thạnh',
  ])
})

test('the preview warned of every name that comes back on other ground', () => {
  const reborn = draft.faults
    .filter((fault) => fault.code === 'units.nameReborn')
    .map((fault) => fault.params.name)
  expect(reborn.toSorted()).toEqual(
    [
      'Xã Bình Thành',
      'Xã Vĩnh Thạnh',
      'Phường Long An',
      'Phường Tân Ninh',
      'Xã Tân Hưng',
      'Xã Thạnh Đức',
      'Xã Tân Đông',
      'Xã Tân Phú',
      'Xã Tân Thành',
      'Xã Tân Hòa',
      'Xã Tân Lập',
      'Xã Long Thuận',
    ].toSorted(),
  )
})

test('four communes were called Tân Thành, told apart as the resolution prints them', async () => {
  const { rows } = await office.units.list({ on: dayBefore, q: 'xã tân thành', sort: 'name' })
  expect(rows.map((row) => row.fullName).toSorted()).toEqual([
    'Xã Tân Thành (h. Mộc Hóa)',
    'Xã Tân Thành (h. Thủ Thừa)',
    'Xã Tân Thành (h. Tân Châu)',
    'Xã Tân Thành (h. Tân Thạnh)',
  ])
})

test('nothing of the day before was rewritten, and the chain of the record holds', async () => {
  const officer = await world.as('trainingOffice')
  const { firstBreak } = await officer.record.verify()
  expect(firstBreak).toBeNull()
  const deleted = await world.rows(`select id from audit_line where action = 'delete'`)
  expect(deleted).toEqual([])
  const after = await office.units.preview({ reorganisationId })
  expect(after.counts).toMatchObject({ closed: 280, opened: 96, recorded: 280, divided: 21 })
})
