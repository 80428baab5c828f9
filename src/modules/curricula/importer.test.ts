import { expect, test } from 'vitest'
import { workbook } from '../../../tests/workbook.ts'
import { aWorld } from '../../../tests/world.ts'
import { readSheets } from '../../server/files/xlsx.ts'

const world = await aWorld()
const { office } = world
const school = await world.as('trainingOffice')

let count = 0
async function aDraft() {
  count += 1
  const { id: programmeId } = await office.programmes.make({
    code: `CTN${count}`,
    name: `Bồi dưỡng nhập ${count}`,
    groupCode: 'fostering',
    kind: 'fostering',
    modes: ['none'],
  })
  const { id } = await school.curricula.make({ programmeId, kind: 'school' })
  return id
}

const head = ['STT', 'Nội dung', 'Lý thuyết', 'Thảo luận', 'Thực hành', 'Cộng']
const file = (curriculumId: number, rows: (string | number)[][], titles = head) =>
  new File(
    [
      workbook({
        name: 'Khung',
        rows: [['KHUNG CHƯƠNG TRÌNH'], [`Mã phiên bản: ${curriculumId}`], titles, ...rows],
      }) as BlobPart,
    ],
    'khung.xlsx',
  )
const outlineOf = async (curriculumId: number) =>
  (await school.curricula.get({ curriculumId })).items.map((one) => `${one.number} ${one.title} ${one.total}`)

const paper = [
  ['I', 'Kiến thức chung', 12, 2, 4, 18],
  ['1', 'Nhà nước', 8, 2, 0, 10],
  ['1.1', 'Tổ chức bộ máy', 4, 1, 0, 5],
  ['1.2', 'Chính quyền hai cấp', 4, 1, 0, 5],
  ['2', 'Kỹ năng họp', 4, 0, 4, 8],
  ['II', 'Đi thực tế', 0, 0, 6, 6],
  ['', 'Tổng cộng', 12, 2, 10, 24],
]

test('an outline pasted from paper is read by its numbers, written, and the same file again changes nothing', async () => {
  const curriculumId = await aDraft()
  const run = await school.exchange.check({ kind: 'curriculum', file: file(curriculumId, paper) })
  expect(run.counts).toMatchObject({ add: 6, wrong: 0 })
  expect(run.checks).toMatchObject([{ code: 'curricula.totalMatches', holds: true }])
  await school.exchange.apply({ runId: run.id })
  expect(await outlineOf(curriculumId)).toEqual([
    'I Kiến thức chung 18',
    '1 Nhà nước 10',
    '1.1 Tổ chức bộ máy 5',
    '1.2 Chính quyền hai cấp 5',
    '2 Kỹ năng họp 8',
    'II Đi thực tế 6',
  ])
  const again = await school.exchange.check({ kind: 'curriculum', file: file(curriculumId, paper) })
  expect(again.counts).toMatchObject({ add: 0, change: 0, drop: 0, same: 6 })
})

test('what is wrong is said by row and column, and nothing is written', async () => {
  const curriculumId = await aDraft()
  const run = await school.exchange.check({
    kind: 'curriculum',
    file: file(curriculumId, [
      ['I', 'Kiến thức chung', 3, 0, 0, 3],
      ['1', 'Chuyên đề', 4, 1, 0, 6],
      ['x', 'Không rõ cấp', 1, 0, 0, 1],
      ['2', 'Số tiết bằng chữ', 'bốn', 0, 0, ''],
    ]),
  })
  const { rows } = await school.exchange.get({ runId: run.id, size: 20 })
  const said = rows.flatMap((row) => row.problems.map((one) => [row.rowNumber, one.column, one.code]))
  expect(said).toEqual(
    expect.arrayContaining([
      [4, 'Lý thuyết', 'curricula.sumTooSmall'],
      [5, 'Cộng', 'curricula.rowSum'],
      [6, 'STT', 'curricula.numberUnread'],
      [7, 'Lý thuyết', 'field.whole'],
    ]),
  )
  await expect(school.exchange.apply({ runId: run.id })).rejects.toThrow()
  expect(await outlineOf(curriculumId)).toEqual([])
})

test('the exported file comes back: lines keep what they are, renamed, moved, dropped and added ones are told', async () => {
  const curriculumId = await aDraft()
  const first = await school.exchange.check({ kind: 'curriculum', file: file(curriculumId, paper) })
  await school.exchange.apply({ runId: first.id })
  const bytes = new Uint8Array(await (await school.curricula.xlsx({ curriculumId })).arrayBuffer())
  const [sheet] = await readSheets(bytes)
  const same = await school.exchange.check({
    kind: 'curriculum',
    file: new File([bytes as BlobPart], 'khung.xlsx'),
  })
  expect(same.counts).toMatchObject({ add: 0, change: 0, drop: 0, same: 6, wrong: 0 })
  // As a person edits it: another title, one line deleted, one written anew.
  const rows = (sheet?.rows ?? []).map((row) =>
    row.cells.map((cell) => (cell.kind === 'number' ? cell.number : cell.kind === 'text' ? cell.text : '')),
  )
  const at = (title: string) => rows.find((row) => row.includes(title)) ?? []
  const before = (await school.curricula.get({ curriculumId })).items
  at('Kỹ năng họp')[2] = 'Kỹ năng điều hành họp'
  const kept = rows.filter((row) => !row.includes('Chính quyền hai cấp'))
  const nation = at('Nhà nước')
  nation.fill('', 3, 11)
  at('Kiến thức chung').fill('', 3, 11)
  const edited = new File([workbook({ name: 'Khung', rows: kept }) as BlobPart], 'khung.xlsx')
  // Somebody else works on meanwhile; what the file would write over is told.
  const other = await world.as('trainingOffice')
  const skill = before.find((one) => one.title === 'Kỹ năng họp')
  await other.curricula.editItem({
    curriculumId,
    itemId: skill?.id ?? 0,
    title: 'Kỹ năng họp trực tuyến',
    hours: skill?.hours ?? {},
    version: skill?.version ?? 0,
  })
  const run = await school.exchange.check({ kind: 'curriculum', file: edited })
  expect(run.counts).toMatchObject({ add: 0, change: 1, drop: 1, doubtful: 1, wrong: 0 })
  await school.exchange.apply({ runId: run.id })
  const after = (await school.curricula.get({ curriculumId })).items
  expect(after.find((one) => one.lineageId === skill?.lineageId)).toMatchObject({
    title: 'Kỹ năng điều hành họp',
  })
  expect(after.map((one) => one.title)).not.toContain('Chính quyền hai cấp')
})

test('a file for nobody’s draft, or for an approved version, is refused in a sentence', async () => {
  const curriculumId = await aDraft()
  await expect(
    school.exchange.check({ kind: 'curriculum', file: file(900_000, paper) }),
  ).rejects.toMatchObject({ code: 'curricula.notFound' })
  const stranger = await world.as('unitCoordinator', {
    unitId: (
      await office.units.make({
        name: 'Sở lạ',
        kind: 'office',
        level: 'province',
        bloc: 'state',
        reason: 'Lập đơn vị để kiểm thử',
      })
    ).unitId,
  })
  await expect(
    stranger.exchange.check({ kind: 'curriculum', file: file(curriculumId, paper) }),
  ).rejects.toMatchObject({ code: 'curricula.notFound' })
})
