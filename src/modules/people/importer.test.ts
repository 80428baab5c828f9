import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type HandCell, workbook } from '../../../tests/workbook.ts'
import { aWorld, type World } from '../../../tests/world.ts'

const cohort = (name: string) => readFile(join(import.meta.dirname, '../../../tests/fixtures/cohort', name))

/** Brings a file in as an officer does: look at it, then write it. */
async function bring(world: World, kind: string, bytes: Uint8Array, name = 'tep.csv') {
  const run = await world.office.exchange.check({ kind, file: new File([bytes as BlobPart], name) })
  if (run.counts.wrong === 0 && run.counts.add + run.counts.change > 0)
    await world.office.exchange.apply({ runId: run.id })
  return run
}

const rowsOf = async (world: World, runId: number) => (await world.office.exchange.get({ runId })).rows
const sheet = (...rows: HandCell[][]) => workbook({ name: 'Cán bộ', rows })

let world: World
beforeAll(async () => {
  world = await aWorld()
  await bring(world, 'units', await cohort('to_chuc.csv'))
  await bring(world, 'successions', await cohort('sap_xep_to_chuc.csv'))
})

test('8,106 files of the cohort come in, each change with its line, and the same list again changes nothing', async () => {
  const bytes = await cohort('can_bo.csv')
  const run = await bring(world, 'people', bytes)
  expect(run.counts).toMatchObject({ add: 8106, wrong: 0 })
  expect((await world.office.people.list({})).total).toBe(8106)
  const lines = await world.rows<{ table: string; n: number }>(
    `select table_name as table, count(*)::int as n from audit_line where table_name like 'person%' group by 1`,
  )
  expect(Object.fromEntries(lines.map((one) => [one.table, one.n]))).toMatchObject({
    person: 8106,
    person_education: 8074,
    person_private: 7072,
  })
  const again = await bring(world, 'people', bytes)
  expect(again.counts).toMatchObject({ add: 0, change: 0, same: 8106, wrong: 0 })
}, 60_000)

test('births are kept as exactly as the file gives them', async () => {
  const counts = await world.rows(
    `select birth_precision as p, count(*)::int as n from person group by 1 order by 1`,
  )
  expect(counts).toEqual([
    { p: 'day', n: 8005 },
    { p: 'year', n: 101 },
  ])
})

test('whoever stood at a unit that went over whole is at its successor; at a divided one, by proposal', async () => {
  const { rows } = await world.office.people.list({ q: 'CB10002' })
  expect(rows).toMatchObject([{ unit: { name: 'Đảng ủy xã Tân Điền' }, placement: 'decided' }])
  const moved = await world.office.people.get({ personId: rows[0]?.id as number })
  expect(moved.posts).toMatchObject([
    { unit: { name: 'Đảng ủy xã Tân Điền' }, fromOn: '2025-07-01', untilOn: null, cause: 'reorganisation' },
    {
      unit: { name: 'Đảng ủy xã Thạnh Khánh' },
      fromOn: null,
      untilOn: '2025-07-01',
      endCause: 'reorganisation',
      cause: 'start',
    },
  ])
  const [divided] = (await world.office.people.list({ q: 'CB10001' })).rows
  expect(divided).toMatchObject({ unit: { name: 'Đảng ủy xã Thạnh Trạch' }, placement: 'proposed' })
  const nowhere = await world.rows(`select from person where unit_id is null or post_id is null`)
  expect(nowhere).toHaveLength(0)
  const { unplaced, total } = await world.office.people.placements({})
  expect(unplaced).toEqual([])
  expect(total).toBeGreaterThan(2000)
})

test('a person decides proposed placements, singly, at another successor, or all of a unit', async () => {
  const { rows, open, total } = await world.office.people.placements({ sort: 'name' })
  const one = rows[0] as (typeof rows)[number]
  expect(one.candidates.map((candidate) => candidate.share)).toEqual([0.5, 0.35, 0.15])
  const other = one.candidates[1]?.unit.id as number
  expect(await world.office.people.place({ postIds: [one.postId], unitId: other })).toEqual({ placed: 1 })
  expect(await world.office.people.get({ personId: one.personId })).toMatchObject({
    unit: { id: other },
    placement: 'decided',
  })
  const stranger = rows.find((row) => row.candidates.every((candidate) => candidate.unit.id !== other))
  await expect(
    world.office.people.place({ postIds: [stranger?.postId as number], unitId: other }),
  ).rejects.toMatchObject({ code: 'people.notPlaceable' })
  const before = open.find((unit) => unit.unit.id !== one.fromUnit.id) as (typeof open)[number]
  expect(await world.office.people.place({ fromUnitId: before.unit.id })).toEqual({ placed: before.count })
  expect((await world.office.people.placements({})).total).toBe(total - 1 - before.count)
})

test('planning and ratings come in by code, several sources side by side; the report names nobody’s value', async () => {
  const plannings = await bring(world, 'plannings', await cohort('quy_hoach.csv'))
  expect(plannings.counts).toMatchObject({ add: 600, wrong: 0 })
  expect((await bring(world, 'plannings', await cohort('quy_hoach.csv'))).counts).toMatchObject({ same: 600 })
  const ratings = await bring(world, 'ratings', await cohort('xep_loai_nam.csv'))
  expect(ratings.counts).toMatchObject({ add: 2000, wrong: 0 })
  expect((await bring(world, 'ratings', await cohort('xep_loai_nam.csv'))).counts).toMatchObject({
    same: 2000,
  })
  expect((await rowsOf(world, ratings.id))[0]?.understood).toBe('CB10001 · Nguyễn Minh Bình')

  const again = await bring(
    world,
    'ratings',
    sheet(
      ['Mã cán bộ', 'Năm', 'Xếp loại', 'Nguồn'],
      ['CB10001', 2023, 'Hoàn thành nhiệm vụ', 'HTTT cán bộ'],
      ['CB10001', 2023, 'Hoàn thành xuất sắc nhiệm vụ', 'Tự khai'],
    ),
    'a.xlsx',
  )
  expect(again.counts).toMatchObject({ change: 1, add: 1 })
  const [person] = (await world.office.people.list({ q: 'CB10001' })).rows
  const shown = await world.office.people.unmask({
    personId: person?.id as number,
    fields: ['ratings'],
    reason: 'Kiểm tra việc nhập',
  })
  expect(shown.ratings?.filter((one) => one.year === 2023)).toMatchObject([
    { level: 2, source: 'HTTT cán bộ' },
    { level: 4, source: 'Tự khai' },
  ])
  const kept = await world.rows(
    `select level from person_rating where person_id = $1 and year = 2023 and superseded_at is not null`,
    [person?.id],
  )
  expect(kept).toEqual([{ level: 3 }])
})

test('an unknown code, an impossible level and the same row twice are all said at once', async () => {
  const run = await bring(
    world,
    'ratings',
    sheet(
      ['Mã cán bộ', 'Năm', 'Mức xếp loại'],
      ['CB99999', 2023, 3],
      ['CB10002', 2023, 5],
      ['CB10002', 2023, 3],
    ),
    'a.xlsx',
  )
  expect((await rowsOf(world, run.id)).map((row) => row.problems.map((one) => one.code))).toEqual([
    ['people.codeUnknown'],
    ['people.levelUnknown'],
    ['people.rowTwice'],
  ])
})

test('a list with «Họ đệm» and «Tên» apart, other titles, units by name and odd births is understood', async () => {
  const other = await aWorld()
  await other.office.units.make({
    name: 'Sở Nội vụ',
    kind: 'department',
    level: 'province',
    bloc: 'state',
    reason: 'Lập sổ đơn vị',
  })
  const list = sheet(
    ['DANH SÁCH CÁN BỘ', null, null, null, null, null],
    ['STT', 'Họ và tên đệm', 'Tên', 'Năm sinh', 'Nam/Nữ', 'Cơ quan công tác', 'Chức danh'],
    [1, 'Nguyễn  Thị', 'Ánh'.normalize('NFD'), { day: '1974-05-19' }, 'Nữ', 'sở nội vụ', 'Chuyên viên'],
    [2, 'Trần Văn', 'Bình', 1980, 'nam', 'Sở Nội vụ', 'Phó Giám đốc'],
    [3, 'Lê', 'Cường', '05/19/1974', null, 'So noi vu', 'Giám đốc'],
    [4, 'Lê', 'Dũng', 'khoảng 1970', 'Nam', 'Sở Nội vụ', ''],
  )
  const run = await bring(other, 'people', list, 'a.xlsx')
  expect(run.counts).toMatchObject({ add: 4, wrong: 0, doubtful: 2 })
  const { rows } = await other.office.people.list({})
  expect(rows).toMatchObject([
    { fullName: 'Nguyễn Thị Ánh', birthPrecision: 'day', bornOn: '1974-05-19', sex: 'female' },
    { fullName: 'Trần Văn Bình', birthPrecision: 'year', bornYear: 1980, sex: 'male' },
    { fullName: 'Lê Cường', birthPrecision: 'unknown', bornYear: null, sex: null },
    { fullName: 'Lê Dũng', birthPrecision: 'unknown' },
  ])
  expect(await other.office.people.get({ personId: rows[2]?.id as number })).toMatchObject({
    bornText: '05/19/1974',
  })
  expect((await bring(other, 'people', list, 'a.xlsx')).counts).toMatchObject({ same: 4 })
})

test('a list corrects what it says anew, clears nothing by an empty cell, and moves whoever stands elsewhere from today', async () => {
  const other = await aWorld()
  for (const name of ['Sở Y tế', 'Sở Nội vụ'])
    await other.office.units.make({
      name,
      kind: 'department',
      level: 'province',
      bloc: 'state',
      reason: 'Lập sổ đơn vị',
    })
  const head = ['Mã cán bộ', 'Họ tên', 'Ngày sinh', 'Đơn vị', 'Chức vụ', 'Số hiệu']
  await bring(
    other,
    'people',
    sheet(
      head,
      ['C1', 'Nguyễn Văn An', '19/05/1974', 'Sở Y tế', 'Chuyên viên', 'SH1'],
      ['C2', 'Lê Văn Ba', '1980', 'Sở Y tế', 'Chuyên viên', 'SH2'],
    ),
    'a.xlsx',
  )
  const run = await bring(
    other,
    'people',
    sheet(
      head,
      ['C1', 'Nguyễn Văn Ân', '1974', 'Sở Y tế', 'Phó Trưởng phòng', null],
      ['C2', 'Lê Văn Ba', '', 'Sở Nội vụ', 'Chuyên viên', ''],
    ),
    'a.xlsx',
  )
  expect(run.counts).toMatchObject({ change: 2, wrong: 0 })
  const { rows } = await other.office.people.list({ sort: 'code' })
  expect(rows).toMatchObject([
    { fullName: 'Nguyễn Văn Ân', bornOn: '1974-05-19', title: 'Phó Trưởng phòng', unit: { name: 'Sở Y tế' } },
    { fullName: 'Lê Văn Ba', bornYear: 1980, unit: { name: 'Sở Nội vụ' } },
  ])
  expect((await other.office.people.get({ personId: rows[1]?.id as number })).posts).toMatchObject([
    { cause: 'transfer', fromOn: '2026-11-24' },
    { untilOn: '2026-11-24', endCause: 'next' },
  ])
  expect((await other.office.people.list({ q: 'SH1' })).total).toBe(1)
})

test('a unit that nobody knows refuses its rows, and nothing is written', async () => {
  const run = await bring(
    world,
    'people',
    sheet(['Mã cán bộ', 'Họ tên', 'Đơn vị'], ['N1', 'Người Lạc', 'Sở Không Có']),
    'a.xlsx',
  )
  expect((await rowsOf(world, run.id))[0]?.problems).toMatchObject([
    { code: 'people.unitUnknown', column: 'Đơn vị' },
  ])
  await expect(world.office.exchange.apply({ runId: run.id })).rejects.toMatchObject({ status: 409 })
  expect((await world.office.people.list({ q: 'N1' })).total).toBe(0)
})
