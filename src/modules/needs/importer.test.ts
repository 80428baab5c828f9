import { beforeAll, expect, test } from 'vitest'
import { type HandCell, workbook } from '../../../tests/workbook.ts'
import { aWorld, type World } from '../../../tests/world.ts'
import type { Api } from '../../api.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'

let world: World
let office: Api
beforeAll(async () => {
  world = await aWorld()
  office = await world.as('trainingOffice')
})

const reason = 'Lý do để kiểm thử'
let made = 0

/** A unit that is asked, with its people and its form. */
async function aForm(people: { fullName: string; code?: string }[] = []) {
  made += 1
  const { unitId } = await world.office.units.make({
    name: `Đảng ủy xã ${made}`,
    kind: 'partyCommittee',
    level: 'commune',
    bloc: 'party',
    reason,
  })
  for (const person of people) await world.office.people.make({ ...person, unitId, title: 'Cấp ủy viên' })
  const programmes = await world.rows<{ id: number }>(
    `select id from programme where code in ('TC-LLCT', 'CC-LLCT', 'BD-BTCB', 'BD-CV', 'BD-CVC')`,
  )
  const round = await office.needs.make({
    title: `Đợt đăng ký ${made}`,
    year: 2027,
    opensOn: '2026-11-01',
    closesOn: '2026-12-15',
    programmeIds: programmes.map((one) => one.id),
    asks: 'chosen',
    unitIds: [unitId],
  })
  await office.needs.open({ roundId: round.id, version: round.version })
  const coordinator = await world.as('unitCoordinator', { unitId })
  const { rows } = await coordinator.needs.board({ roundId: round.id })
  return { unitId, answerId: rows[0]?.id ?? 0, coordinator }
}

const heads = [
  'Chương trình',
  'Hệ',
  'Số người',
  'Đối tượng',
  'Chức danh',
  'Người được nêu tên',
  'Tháng mong muốn',
  'Nơi học mong muốn',
  'Lý do',
  'Mức ưu tiên',
]
type Title = (typeof heads)[number]
const usual: Partial<Record<Title, HandCell>> = {
  'Chương trình': 'Trung cấp lý luận chính trị',
  Hệ: 'Vừa làm vừa học',
  'Số người': 2,
  'Đối tượng': 'Cấp ủy viên',
}
const row = (over: Partial<Record<Title, HandCell>> = {}): HandCell[] =>
  heads.map((title) => (title in over ? (over[title] ?? null) : (usual[title] ?? null)))
const fileOf = (answerId: number, rows: HandCell[][]) =>
  new File(
    [
      workbook({
        name: 'Nhu cầu',
        rows: [[`Phiếu nhu cầu số ${answerId}. Đơn vị: x. Đợt: y`], [], heads, ...rows],
      }) as BlobPart,
    ],
    'nhu-cau.xlsx',
  )
const lineOf = (page: Awaited<ReturnType<Api['needs']['answer']>>) =>
  page.needs.map((need) => `${need.programmeName} ${need.modeCode} ${need.heads} ${need.targetGroup}`)

test('a file is the whole form: it adds, changes and drops, and sent again it changes nothing', async () => {
  const { answerId, coordinator } = await aForm([{ fullName: 'Trần Văn Nêu' }])
  const send = async (rows: HandCell[][]) => {
    const run = await coordinator.exchange.check({ kind: 'needs', file: fileOf(answerId, rows) })
    if (run.can.includes('apply')) await coordinator.exchange.apply({ runId: run.id })
    return run.counts
  }
  const first = [
    row({
      'Người được nêu tên': 'Trần Văn Nêu',
      'Tháng mong muốn': '3-5; 9',
      'Mức ưu tiên': 'Cao',
      'Lý do': 'Thiếu',
    }),
    row({ 'Chương trình': 'Bồi dưỡng bí thư chi bộ', Hệ: null, 'Số người': 4 }),
  ]
  expect(await send(first)).toMatchObject({ add: 2, wrong: 0 })
  const page = await coordinator.needs.answer({ answerId })
  expect(page.answer).toMatchObject({ state: 'draft', heads: 6 })
  expect(page.needs[0]).toMatchObject({
    months: [3, 4, 5, 9],
    priority: 1,
    people: [{ name: 'Trần Văn Nêu' }],
  })
  expect(await send(first)).toMatchObject({ add: 0, change: 0, drop: 0, same: 2 })
  expect(await send([row({ 'Số người': 7 }), row({ 'Đối tượng': 'Công an' })])).toMatchObject({
    add: 1,
    change: 1,
    drop: 1,
  })
  expect(lineOf(await coordinator.needs.answer({ answerId }))).toEqual([
    'Trung cấp lý luận chính trị partTime 7 committeeMember',
    'Trung cấp lý luận chính trị partTime 2 police',
  ])
})

test('the unit’s own template goes out with what stands there and comes back as it is', async () => {
  const { answerId, coordinator } = await aForm()
  await coordinator.exchange.apply({
    runId: (
      await coordinator.exchange.check({ kind: 'needs', file: fileOf(answerId, [row({ 'Số người': 8 })]) })
    ).id,
  })
  const template = await coordinator.needs.template({ answerId })
  const [sheet, notes] = await readSheets(new Uint8Array(await template.arrayBuffer()))
  expect(cellText(sheet?.rows[0]?.cells[0])).toMatch(new RegExp(`^Phiếu nhu cầu số ${answerId}\\. `))
  expect(notes?.name).toBe('Ghi chú')
  const run = await coordinator.exchange.check({ kind: 'needs', file: template })
  expect(run.counts).toMatchObject({ same: 1, add: 0, change: 0, drop: 0, wrong: 0 })
})

test('a form of another unit does not exist for the sender, and a form that waits for the head is not overwritten', async () => {
  const [mine, theirs] = [await aForm(), await aForm()]
  await expect(
    mine.coordinator.exchange.check({ kind: 'needs', file: fileOf(theirs.answerId, [row()]) }),
  ).rejects.toMatchObject({ code: 'needs.noOpenAnswer' })
  await expect(
    mine.coordinator.exchange.check({ kind: 'classes', file: fileOf(mine.answerId, [row()]) }),
  ).rejects.toMatchObject({ status: 403 })
  const run = await mine.coordinator.exchange.check({ kind: 'needs', file: fileOf(mine.answerId, [row()]) })
  await expect(theirs.coordinator.exchange.get({ runId: run.id })).rejects.toMatchObject({ status: 404 })
  expect((await theirs.coordinator.exchange.list({})).rows).toEqual([])
  await mine.coordinator.exchange.apply({ runId: run.id })
  const { answer } = await mine.coordinator.needs.answer({ answerId: mine.answerId })
  await mine.coordinator.needs.submit({ answerId: mine.answerId, version: answer.version })
  await expect(
    mine.coordinator.exchange.check({ kind: 'needs', file: fileOf(mine.answerId, [row({ 'Số người': 9 })]) }),
  ).rejects.toMatchObject({ code: 'needs.waitsForHead' })
})

test('twenty kinds of mistakes come back as twenty sentences, each at its row under its column', async () => {
  const { answerId, coordinator } = await aForm([
    { fullName: 'Lê Thị Trùng', code: 'CB1' },
    { fullName: 'Lê Thị Trùng', code: 'CB2' },
    { fullName: 'Lê Văn Một' },
  ])
  const long = 'x'.repeat(201)
  const mistakes: [Partial<Record<Title, HandCell>>, Title, RegExp][] = [
    [{ 'Chương trình': null }, 'Chương trình', /Chưa ghi chương trình/],
    [{ 'Chương trình': 'Lớp học nấu ăn' }, 'Chương trình', /Không biết chương trình «Lớp học nấu ăn»/],
    [{ 'Chương trình': 'Bồi dưỡng cán bộ', Hệ: null }, 'Chương trình', /có thể là: /],
    [
      { 'Chương trình': 'Bồi dưỡng cán bộ Hội Nông dân', Hệ: null },
      'Chương trình',
      /không có trong đợt đăng ký/,
    ],
    [
      { 'Chương trình': 'Bồi dưỡng, cập nhật kiến thức đối tượng 4', Hệ: null, 'Đối tượng': 'Công an' },
      'Chương trình',
      /đối tượng 4» không có trong đợt/,
    ],
    [{ Hệ: 'Học đêm' }, 'Hệ', /Không biết hệ «Học đêm»/],
    [{ Hệ: null }, 'Hệ', /Chưa ghi hệ; chương trình này có: Tập trung, Vừa làm vừa học/],
    [{ 'Số người': null }, 'Số người', /Chưa ghi số người/],
    [{ 'Số người': 'hai người' }, 'Số người', /«hai người» không phải số nguyên/],
    [{ 'Số người': 0 }, 'Số người', /phải từ 1 trở lên/],
    [{ 'Số người': 20_000 }, 'Số người', /là quá nhiều/],
    [{ 'Đối tượng': null }, 'Đối tượng', /Chưa ghi đối tượng/],
    [{ 'Đối tượng': 'Cán bộ Mặt trận' }, 'Đối tượng', /Gần nhất: «Cán bộ Mặt trận, đoàn thể»/],
    [{ 'Chức danh': long }, 'Chức danh', /Dài quá 200 ký tự/],
    [{ 'Người được nêu tên': 'Lê Văn Lạ' }, 'Người được nêu tên', /không có người tên «Lê Văn Lạ»/],
    [{ 'Người được nêu tên': 'Lê Thị Trùng' }, 'Người được nêu tên', /có 2 người tên/],
    [{ 'Người được nêu tên': 'CB1; CB1' }, 'Người được nêu tên', /«CB1» được nêu hai lần/],
    [
      { 'Người được nêu tên': 'CB1; Lê Văn Một', 'Số người': 1 },
      'Người được nêu tên',
      /Nêu tên 2 người nhưng số người chỉ ghi 1/,
    ],
    [{ 'Tháng mong muốn': 'sau Tết' }, 'Tháng mong muốn', /Không hiểu tháng «sau Tết»/],
    [{ 'Tháng mong muốn': '13' }, 'Tháng mong muốn', /tháng phải từ 1 đến 12/],
    [{ 'Nơi học mong muốn': long }, 'Nơi học mong muốn', /Dài quá 200 ký tự/],
    [{ 'Mức ưu tiên': 'gấp lắm' }, 'Mức ưu tiên', /Không hiểu mức ưu tiên «gấp lắm»/],
    [{ 'Mức ưu tiên': '1' }, 'Lý do', /Ưu tiên cao phải ghi lý do/],
    [{ 'Chức danh': 'Trùng nhau' }, 'Chương trình', /Trùng dòng 4: /],
  ]
  expect(mistakes.length).toBeGreaterThanOrEqual(20)
  const file = fileOf(answerId, [
    row({ 'Chức danh': 'Trùng nhau' }),
    ...mistakes.map(([over], i) => row({ 'Chức danh': `Chức danh ${i}`, ...over })),
  ])
  const run = await coordinator.exchange.check({ kind: 'needs', file })
  expect(run.counts).toMatchObject({ wrong: mistakes.length, add: 1 })
  expect(run.can).not.toContain('apply')
  const marked = await coordinator.exchange.errors({ runId: run.id })
  const [sheet] = await readSheets(new Uint8Array(await marked.arrayBuffer()))
  const said = new Map(sheet?.rows.map((one) => [one.rowNumber, cellText(one.cells[heads.length])]))
  for (const [i, [, title, sentence]] of mistakes.entries()) {
    const text = said.get(5 + i) ?? ''
    expect(text, `row ${5 + i}`).toMatch(sentence)
    expect(text.startsWith(`${title}: `), `row ${5 + i} «${text}» begins with «${title}»`).toBe(true)
    expect(text.split('\n'), `row ${5 + i}`).toHaveLength(1)
  }
  expect(said.get(4)).toBe('')
})
