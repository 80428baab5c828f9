import { beforeAll, expect, test } from 'vitest'
import { workbook } from '../../../tests/workbook.ts'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'

let world: World
let office: Api

beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
})

const head = ['Mã phòng', 'Tên phòng', 'Số chỗ', 'Cơ sở', 'Quản lý', 'Hết dùng từ ngày']
const list = (...rows: (string | number)[][]) =>
  new File([workbook({ name: 'Phòng', rows: [head, ...rows] }) as BlobPart], 'phong.xlsx')
const check = (file: File) => office.exchange.check({ kind: 'rooms', file })
const rowsOf = async (runId: number) =>
  (await office.exchange.get({ runId })).rows.toSorted((a, b) => a.rowNumber - b.rowNumber)

test('a list comes in, comes in again without change, and a changed row changes its room', async () => {
  const first = list(
    ['HT-A', 'Hội trường A', 250, 'Cơ sở 1', 'Của trường', ''],
    ['M1', 'Hội trường xã', '120', '', 'Mượn', ''],
  )
  const run = await check(first)
  expect(run.counts).toMatchObject({ add: 2, wrong: 0 })
  await office.exchange.apply({ runId: run.id })
  expect(
    (await office.rooms.list({})).rows.map(({ code, seats, isOwn }) => ({ code, seats, isOwn })),
  ).toEqual([
    { code: 'HT-A', seats: 250, isOwn: true },
    { code: 'M1', seats: 120, isOwn: false },
  ])
  expect((await check(first)).counts).toMatchObject({ same: 2, add: 0, change: 0 })
  const changed = await check(list(['HT-A', 'Hội trường A', 260, 'Cơ sở 1', 'Của trường', '01/01/2030']))
  expect(changed.counts).toMatchObject({ change: 1 })
  await office.exchange.apply({ runId: changed.id })
  expect((await office.rooms.list({ q: 'hoi truong a' })).rows[0]).toMatchObject({
    seats: 260,
    untilOn: '2030-01-01',
  })
})

test.each<[string, (string | number)[], string]>([
  ['no code', ['', 'Phòng 1', 50, '', '', ''], 'field.required'],
  ['no name', ['P1', '', 50, '', '', ''], 'field.required'],
  ['no seats', ['P1', 'Phòng 1', '', '', '', ''], 'field.required'],
  ['seats in words', ['P1', 'Phòng 1', 'năm mươi', '', '', ''], 'field.whole'],
  ['no seat at all', ['P1', 'Phòng 1', 0, '', '', ''], 'field.tooSmall'],
  ['seats of a stadium', ['P1', 'Phòng 1', 50_000, '', '', ''], 'field.tooLarge'],
  ['an owner that nobody knows', ['P1', 'Phòng 1', 50, '', 'Chung', ''], 'field.notInList'],
  ['a day that is none', ['P1', 'Phòng 1', 50, '', '', '31/02/2027'], 'field.day'],
])('a row with %s is named at its cell', async (_, row, code) => {
  const run = await check(list(row, ['OK', 'Phòng sau', 50, '', '', '']))
  expect((await rowsOf(run.id))[0]).toMatchObject({
    action: 'wrong',
    problems: [expect.objectContaining({ code })],
  })
})

test('the same code twice in a file is refused at the second', async () => {
  const run = await check(list(['P7', 'Phòng 7', 50, '', '', ''], ['P7', 'Phòng bảy', 60, '', '', '']))
  expect((await rowsOf(run.id)).map((row) => row.action)).toEqual(['add', 'wrong'])
})

test('the last row of a file is read too, whatever it lacks; a signature is not', async () => {
  const run = await check(
    list(['P8', 'Phòng 8', '', '', '', ''], ['Người lập', '', '', 'Thủ trưởng', '', '']),
  )
  expect(await rowsOf(run.id)).toMatchObject([{ rowNumber: 2, action: 'wrong' }])
})

test('a code is given once, an old page overwrites nothing, and a room does not end before it begins', async () => {
  const room = await office.rooms.make({ code: 'P9', name: 'Phòng 9', seats: 40 })
  await expect(office.rooms.make({ code: 'P9', name: 'Phòng khác', seats: 40 })).rejects.toMatchObject({
    code: 'rooms.codeTaken',
  })
  const change = { roomId: room.id, version: room.version, code: 'P9', name: 'Phòng 9', seats: 45 }
  await office.rooms.edit(change)
  await expect(office.rooms.edit(change)).rejects.toMatchObject({ code: 'rooms.stale' })
  await expect(
    office.rooms.make({
      code: 'P10',
      name: 'Phòng 10',
      seats: 40,
      fromOn: '2027-01-01',
      untilOn: '2027-01-01',
    }),
  ).rejects.toMatchObject({ code: 'rooms.endsBeforeItBegins' })
})

test('a room that was given up is found only among all', async () => {
  await office.rooms.make({ code: 'CU', name: 'Phòng cũ', seats: 40, untilOn: '2026-01-01' })
  expect((await office.rooms.list({ q: 'phong cu' })).total).toBe(0)
  expect((await office.rooms.list({ q: 'phong cu', period: 'all' })).total).toBe(1)
})

test('whoever only reads changes nothing', async () => {
  const lecturer = await world.as('lecturer')
  expect((await lecturer.rooms.list({})).rows[0]?.can).toEqual([])
  await expect(lecturer.rooms.make({ code: 'X', name: 'X', seats: 1 })).rejects.toMatchObject({ status: 403 })
})
