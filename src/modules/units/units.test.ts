import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import { readSheets } from '../../server/files/xlsx.ts'
import { findUnitByName, nameOn } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

const decision = {
  documentNumber: '12-QĐ/TU',
  documentOn: '2024-02-20',
  documentIssuer: 'Tỉnh ủy',
  reason: 'Theo quyết định',
}
const commune = { kind: 'commune', level: 'commune', bloc: 'state', reason: 'Lập sổ đơn vị' } as const
const district = { kind: 'district', level: 'district', bloc: 'state', reason: 'Lập sổ đơn vị' } as const

const aDistrict = (name: string) => world.office.units.make({ ...district, name }).then((made) => made.unitId)
const aCommune = (name: string, parentId?: number) =>
  world.office.units.make({ ...commune, name, ...(parentId ? { parentId } : {}) }).then((made) => made.unitId)

test('a renamed unit has its old name before the day and its new one from then on', async () => {
  const unitId = await aDistrict('Lộc Hải')
  const renamed = await world.office.units.rename({
    ...decision,
    unitId,
    version: 1,
    effectiveOn: '2024-03-01',
    name: 'Huyện Lộc Hải Đông',
  })
  expect(renamed).toMatchObject({ fullName: 'Huyện Lộc Hải Đông', version: 2, state: 'existing' })
  expect(renamed.versions).toMatchObject([
    {
      fullName: 'Huyện Lộc Hải',
      fromOn: null,
      untilOn: '2024-03-01',
      closed: { documentNumber: '12-QĐ/TU' },
    },
    {
      fullName: 'Huyện Lộc Hải Đông',
      fromOn: '2024-03-01',
      untilOn: null,
      opened: { kind: 'renamed', documentIssuer: 'Tỉnh ủy' },
    },
  ])
  expect(await world.inside((db) => nameOn(db, unitId, '2024-02-29'))).toBe('Huyện Lộc Hải')
  expect(await world.inside((db) => nameOn(db, unitId, '2024-03-01'))).toBe('Huyện Lộc Hải Đông')
})

test('a form that was opened before somebody else renamed the unit is refused', async () => {
  const unitId = await aDistrict('Thanh Trúc')
  await world.office.units.rename({
    ...decision,
    unitId,
    version: 1,
    effectiveOn: '2024-03-01',
    name: 'Thanh Trúc Mới',
  })
  await expect(
    world.office.units.rename({ ...decision, unitId, version: 1, effectiveOn: '2024-04-01', name: 'Khác' }),
  ).rejects.toMatchObject({ status: 409, code: 'units.stale', params: { current: 'Huyện Thanh Trúc Mới' } })
})

test('nothing is put between changes that are in the book already', async () => {
  const unitId = await aDistrict('Vĩnh Lạc')
  await world.office.units.rename({
    ...decision,
    unitId,
    version: 1,
    effectiveOn: '2024-03-01',
    name: 'Vĩnh Lạc Tây',
  })
  await expect(
    world.office.units.rename({ ...decision, unitId, version: 2, effectiveOn: '2023-01-01', name: 'Khác' }),
  ).rejects.toMatchObject({ code: 'units.changedLater' })
})

test('a moved unit leaves the old parent on the day, and is under one parent only', async () => {
  const [from, to] = [await aDistrict('An Quới'), await aDistrict('Phú Nghĩa')]
  const unitId = await aCommune('Mỹ Điền', from)
  await world.office.units.move({ ...decision, unitId, version: 1, effectiveOn: '2024-03-01', parentId: to })
  const under = async (parentId: number, on: string) =>
    (await world.office.units.tree({ parentId, on })).nodes.map((node) => node.id)
  expect([await under(from, '2024-02-29'), await under(to, '2024-02-29')]).toEqual([[unitId], []])
  expect([await under(from, '2024-03-01'), await under(to, '2024-03-01')]).toEqual([[], [unitId]])
})

test('a unit cannot be put under what lies under it', async () => {
  const upper = await aDistrict('Bình Sơn')
  const lower = await aCommune('Hòa Phong', upper)
  await expect(
    world.office.units.move({
      ...decision,
      unitId: upper,
      version: 1,
      effectiveOn: '2024-03-01',
      parentId: lower,
    }),
  ).rejects.toMatchObject({ code: 'units.parentBelow' })
})

test('a unit with units under it is not dissolved; without them it ends and stays readable', async () => {
  const upper = await aDistrict('Long Điền')
  const lower = await aCommune('Cẩm Thạch', upper)
  const ending = { ...decision, effectiveOn: '2025-07-01' }
  await expect(world.office.units.dissolve({ ...ending, unitId: upper, version: 1 })).rejects.toMatchObject({
    code: 'units.hasChildren',
  })
  await world.office.units.dissolve({ ...ending, unitId: lower, version: 1 })
  const closed = await world.office.units.dissolve({ ...ending, unitId: upper, version: 1 })
  expect(closed).toMatchObject({ state: 'closed', fullName: 'Huyện Long Điền', became: null, can: [] })
  expect(await world.office.units.list({ q: 'long dien' })).toMatchObject({ total: 0 })
  expect(await world.office.units.list({ q: 'long dien', state: 'closed' })).toMatchObject({
    rows: [{ fullName: 'Huyện Long Điền', isClosed: true, untilOn: '2025-07-01' }],
  })
  expect(await world.office.units.list({ q: 'LONG ĐIỀN', on: '2025-06-30' })).toMatchObject({ total: 1 })
  await expect(
    world.office.units.make({ ...commune, name: 'Mới', parentId: upper, fromOn: '2025-08-01', ...decision }),
  ).rejects.toMatchObject({ code: 'units.parentNotThere' })
})

test('the same name twice under one parent is refused, whatever the capitals, blanks and place of the tone', async () => {
  const parent = await aDistrict('Sông Lam')
  await aCommune('Hòa Khánh', parent)
  for (const name of ['hòa  khánh', 'Hoà Khánh', 'Xã Hòa Khánh'])
    await expect(world.office.units.make({ ...commune, name, parentId: parent })).rejects.toMatchObject({
      code: 'units.nameTaken',
    })
  const other = await aDistrict('Trà Bình')
  await expect(aCommune('Hòa Khánh', other)).resolves.toBeGreaterThan(0)
})

test('two communes may differ by their tones alone', async () => {
  const parent = await aDistrict('Bến Xa')
  await aCommune('Thanh Phú', parent)
  const second = await aCommune('Thạnh Phú', parent)
  const find = (name: string) => world.inside((db) => findUnitByName(db, name, '2026-01-01'))
  expect(await find('xã Thạnh Phú')).toEqual({ found: 'one', unitId: second })
  expect(await find('thanh phu')).toMatchObject({ found: 'many' })
  expect(await find('Thành Phú')).toEqual({ found: 'none' })
})

test('a new unit with a day needs its document', async () => {
  await expect(
    world.office.units.make({ ...commune, name: 'Thiếu Căn Cứ', fromOn: '2024-01-01' }),
  ).rejects.toMatchObject({
    status: 422,
    fields: [
      { path: 'documentNumber', code: 'field.required' },
      { path: 'documentOn' },
      { path: 'documentIssuer' },
    ],
  })
})

test('a code is given once', async () => {
  await world.office.units.make({ ...commune, name: 'Có Mã', code: 'X99' })
  await expect(world.office.units.make({ ...commune, name: 'Trùng Mã', code: 'X99' })).rejects.toMatchObject({
    code: 'units.codeTaken',
  })
  expect(await world.office.units.list({ q: 'x99' })).toMatchObject({
    rows: [{ code: 'X99', fullName: 'Xã Có Mã' }],
  })
})

test('everybody signed in reads the tree; only who reorganises changes it, in the page and in the database', async () => {
  const unitId = await aDistrict('Tân Lợi')
  const coordinator = await world.as('unitCoordinator', { unitId })
  const page = await coordinator.units.get({ unitId })
  expect(page).toMatchObject({ fullName: 'Huyện Tân Lợi', can: [], holders: [{ role: 'unitCoordinator' }] })
  await expect(coordinator.units.make({ ...commune, name: 'Lén' })).rejects.toMatchObject({ status: 403 })
  await expect(world.stranger.units.list({})).rejects.toMatchObject({ status: 401 })
  const other = await world.as('unitCoordinator', { unitId: await aDistrict('Khác Hẳn') })
  expect((await other.units.get({ unitId })).holders).toBeNull()
})

test('the list comes home as a workbook that says of which day it is', async () => {
  const book = await world.office.units.listXlsx({ on: '2025-06-30', q: 'lộc hải' })
  const [sheet] = await readSheets(new Uint8Array(await book.arrayBuffer()))
  const texts = sheet?.rows.flatMap((row) => row.cells.map((cell) => (cell.kind === 'text' ? cell.text : '')))
  expect(book.name).toBe('don-vi-30-06-2025.xlsx')
  expect(texts).toEqual(
    expect.arrayContaining(['DANH SÁCH ĐƠN VỊ TẠI NGÀY 30/06/2025', 'Huyện Lộc Hải Đông']),
  )
})
