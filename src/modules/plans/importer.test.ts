import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type HandCell, workbook } from '../../../tests/workbook.ts'
import { aWorld, type World } from '../../../tests/world.ts'

type Client = Awaited<ReturnType<World['as']>>
const article = readFileSync(
  new URL('../../../tests/fixtures/longan-2023/ke-hoach-2023.xlsx', import.meta.url),
)

let world: World
let officer: Client
let committee: Client
beforeAll(async () => {
  world = await aWorld()
  officer = await world.as('trainingOffice')
  committee = await world.as('standingCommittee')
})

/** Checks a file as the page does. */
async function check(client: Client, bytes: Uint8Array, year?: number) {
  const file = new File([bytes as Uint8Array<ArrayBuffer>], 'ke-hoach.xlsx')
  const run = await client.exchange.check({ kind: 'plan', file, ...(year ? { year } : {}) })
  const { rows } = await client.exchange.get({ runId: run.id, size: 100 })
  const data = rows.filter((row) => row.action !== 'skipped').sort((a, b) => a.rowNumber - b.rowNumber)
  return { run, rows, data, failed: run.checks.filter((one) => !one.holds) }
}

async function bringIn(client: Client, bytes: Uint8Array, year?: number) {
  const checked = await check(client, bytes, year)
  await client.exchange.apply({ runId: checked.run.id })
  return checked
}

const planOf = async (client: Client, year: number) =>
  (await client.plans.years()).find((plan) => plan.year === year)

/** A plan as a workbook: title lines, head, rows. */
const file = (titles: string[], head: HandCell[][], rows: HandCell[][], merges: string[] = []) =>
  workbook({ name: 'KH', rows: [...titles.map((title) => [title]), ...head, ...rows], merges })

const plainHead: HandCell[] = [
  'STT',
  'Nội dung',
  'Hình thức',
  'Số lớp',
  'Chuyển tiếp',
  'Khai giảng mới',
  'Số học viên',
  'Đơn vị phối hợp',
]

describe('the plan of the article', () => {
  test('is 48 classes, 16 carried over and 32 new: 23 intermediate, 21 fostering, 4 advanced', async () => {
    const { run, data, failed } = await bringIn(officer, article)
    expect(failed).toEqual([])
    expect(run.counts).toMatchObject({ add: 13, change: 0, wrong: 0, skipped: 4 })
    expect(data[0]).toMatchObject({
      rowNumber: 8,
      understood: expect.stringContaining('Tập trung · 8 lớp (4 chuyển tiếp + 4 mở mới) · 520 học viên'),
    })
    const plan = await planOf(officer, 2023)
    expect(plan).toMatchObject({
      title: 'Kế hoạch đào tạo, bồi dưỡng năm 2023',
      assignedBy: 'Thường trực Tỉnh ủy',
      assignedVersion: null,
      openVersion: { number: 1, state: 'draft', sums: { classes: 48, carriedOver: 16, opened: 32 } },
    })
    const { groups, lines } = await officer.plans.get({ versionId: plan!.openVersion!.id })
    expect(groups.map(({ groupCode, classes }) => [groupCode, classes])).toEqual([
      ['intermediate', 23],
      ['fostering', 21],
      ['advanced', 4],
    ])
    expect(lines.map((line) => [line.programmeCode, line.modeCode, line.bloc, line.classes])).toEqual([
      ['TC-LLCT', 'fullTime', null, 8],
      ['TC-LLCT', 'partTime', null, 15],
      ['BD-CTD', 'none', 'party', 5],
      ['BD-BTCB', 'none', 'party', 3],
      ['BD-CV', 'none', 'state', 4],
      ['BD-CVC', 'none', 'state', 2],
      ['BD-LDP', 'none', 'state', 2],
      ['BD-MTTQ', 'none', 'front', 1],
      ['BD-PN', 'none', 'front', 1],
      ['BD-ND', 'none', 'front', 1],
      ['BD-TN', 'none', 'front', 1],
      ['BD-CCB', 'none', 'front', 1],
      ['CC-LLCT', 'partTime', null, 4],
    ])
  })

  test('sent again changes nothing', async () => {
    const { run } = await check(officer, article)
    expect(run.counts).toMatchObject({ add: 0, change: 0, same: 13, wrong: 0 })
    await expect(officer.exchange.apply({ runId: run.id })).rejects.toMatchObject({ status: 409 })
  })

  test('is not taken in while it waits for a decision; approved it stays, and a changed file becomes a draft beside it', async () => {
    const versionId = (await planOf(officer, 2023))!.openVersion!.id
    const seen = (await officer.plans.get({ versionId })).version.version
    const { version } = await officer.plans.submit({ versionId, version: seen })
    await expect(check(officer, article)).rejects.toMatchObject({ code: 'plans.importWhileSubmitted' })
    await committee.plans.approve({
      versionId,
      version,
      documentNumber: '45-KH/TU',
      documentOn: '2023-01-16',
    })

    expect((await check(officer, article)).run.counts).toMatchObject({ same: 13, add: 0, change: 0 })
    expect((await planOf(officer, 2023))!.versions).toBe(1)

    const changed = file(
      ['KẾ HOẠCH NĂM 2023'],
      [plainHead],
      [
        [1, 'Trung cấp LLCT', 'Tập trung', 10, 4, 6, 600, 'Ban Tổ chức Tỉnh ủy'],
        [2, 'Trung cấp LLCT', 'Không tập trung', 15, 9, 6, 1350, 'Ban Tổ chức Tỉnh ủy'],
        [3, 'Tập huấn báo cáo viên', '-', 1, null, 1, 50, ''],
      ],
    )
    await officer.programmes.make({
      code: 'TH-BCV',
      name: 'Tập huấn báo cáo viên',
      groupCode: 'other',
      kind: 'briefing',
      modes: ['none'],
    })
    const { run, rows } = await bringIn(officer, changed)
    expect(run.counts).toMatchObject({ same: 1, add: 1, change: 1, drop: 11 })
    expect(rows.filter((row) => row.action === 'drop').map((row) => row.rowNumber)).toEqual(Array(11).fill(0))
    expect(rows.find((row) => row.action === 'drop')?.understood).toMatch(/^Dòng kế hoạch đang có · .* lớp$/)
    expect(rows.find((row) => row.rowNumber === 3)?.changes).toEqual([
      { column: 'Khai giảng mới', before: '4', after: '6' },
      { column: 'Số học viên', before: '520', after: '600' },
    ])
    expect(run.checks.map((one) => one.code)).toEqual(
      expect.arrayContaining(['plans.newVersion', 'plans.linesDropped']),
    )
    const plan = await planOf(officer, 2023)
    expect(plan).toMatchObject({
      currentVersion: { number: 1, sums: { classes: 48 } },
      openVersion: { number: 2, copiedFromId: versionId, sums: { lines: 3, classes: 26 } },
    })
    const { changes, same } = await officer.plans.compare({
      versionId: plan!.openVersion!.id,
      otherId: versionId,
    })
    expect(same).toBe(1)
    expect(changes.filter((one) => one.kind === 'dropped')).toHaveLength(11)
  })

  test('comes back the same from its own Excel file', async () => {
    const other = await aWorld()
    const writer = await other.as('trainingOffice')
    await bringIn(writer, article)
    const versionId = (await planOf(writer, 2023))!.openVersion!.id
    const sent = await writer.plans.xlsx({ versionId })
    const { run, failed } = await check(writer, new Uint8Array(await sent.arrayBuffer()))
    expect(run.counts).toMatchObject({ same: 13, add: 0, change: 0, wrong: 0 })
    expect(failed).toEqual([])
  })
})

describe('other layouts of the same kind', () => {
  test('a file without the columns of partner, place, months and money leaves them as the plan has them', async () => {
    const { id: versionId } = await officer.plans.makeDraft({ year: 2039 })
    const { rows: programmes } = await officer.programmes.list({ size: 100, period: 'all' })
    await officer.plans.addLine({
      versionId,
      programmeId: programmes.find((one) => one.code === 'TC-LLCT')!.id,
      modeCode: 'fullTime',
      opened: 2,
      learners: 120,
      partnerText: 'Trường bạn',
      place: 'Hội trường A',
      months: [3, 4],
      budgetDong: 5_000_000,
      note: 'Ưu tiên',
    })
    const short = file(
      ['KẾ HOẠCH NĂM 2039'],
      [['TT', 'Nội dung', 'Hệ', 'Mở mới']],
      [[1, 'Trung cấp lý luận chính trị', 'Tập trung', 3]],
    )
    const { run, rows } = await bringIn(officer, short)
    expect(run.counts).toMatchObject({ change: 1, drop: 0 })
    expect(rows[0]?.changes).toEqual([{ column: 'Mở mới', before: '2', after: '3' }])
    expect((await officer.plans.get({ versionId })).lines).toMatchObject([
      {
        opened: 3,
        learners: 120,
        partner: 'Trường bạn',
        place: 'Hội trường A',
        months: [3, 4],
        budgetDong: 5_000_000,
        note: 'Ưu tiên',
      },
    ])
    expect((await check(officer, short)).run.counts).toMatchObject({ same: 1, change: 0 })
  })

  test('another school’s title lines, another year, columns in another order, a head of one row', async () => {
    const bytes = file(
      [
        'TỈNH ỦY TÂY NINH',
        'TRƯỜNG CHÍNH TRỊ',
        'Tây Ninh, ngày 12 tháng 12 năm 2023',
        'CHỈ TIÊU ĐÀO TẠO, BỒI DƯỠNG CÁN BỘ NĂM 2024',
        '(Kèm theo Kế hoạch số 10-KH/TCT)',
      ],
      [
        [
          'STT',
          'Cơ quan phối hợp',
          'Số học viên',
          'Khai giảng mới',
          'Chuyển tiếp',
          'Số lớp',
          'Hình thức đào tạo',
          'Tên chương trình',
        ],
      ],
      [
        [1, 'Ban Tổ chức Tỉnh ủy', '1.350', '06', 9, 15, 'Tại chức', 'TRUNG CẤP LÝ LUẬN CHÍNH TRỊ'],
        [2, 'Sở Nội vụ', 90, 1, null, '01', '–', 'Bồi dưỡng kiến thức quản lý nhà nước ngạch chuyên viên'],
      ],
    )
    const { run, failed } = await bringIn(officer, bytes)
    expect(failed).toEqual([])
    expect(run.checks).toMatchObject([{ code: 'plans.noTotals' }])
    expect(await planOf(officer, 2024)).toMatchObject({
      openVersion: { sums: { classes: 16, carriedOver: 9, opened: 7, learners: 1440 } },
    })
  })

  test('sections with sub-totals, a total in each section, and nested sections', async () => {
    const bytes = file(
      ['KẾ HOẠCH 2025', 'Năm 2025'],
      [plainHead],
      [
        ['A', 'ĐÀO TẠO', null, 20, 8, 12, null, null],
        ['I', 'Trung cấp lý luận chính trị', null, 16, 6, 10, null, null],
        [1, 'Hệ tập trung', null, 6, 2, 4, 300, null],
        [2, 'Hệ vừa làm vừa học', null, 10, 4, 6, 800, null],
        ['II', 'Cao cấp lý luận chính trị', null, 4, 2, 2, null, null],
        [1, 'Cao cấp LLCT', 'Không tập trung', 4, 2, 2, 300, null],
        ['B', 'BỒI DƯỠNG', null, 3, null, 3, null, null],
        [1, 'Bồi dưỡng bí thư chi bộ', '-', 2, null, 2, 180, null],
        [2, 'Bồi dưỡng, cập nhật kiến thức nhóm 3', '-', 1, null, 1, 90, null],
        [null, 'TỔNG CỘNG', null, 23, 8, 15, 1670, null],
      ],
    )
    const { run, failed, data } = await bringIn(officer, bytes)
    expect(failed).toEqual([])
    expect(run.checks.filter((one) => one.code === 'plans.totalMatches').length).toBeGreaterThan(10)
    expect(data.map((row) => row.understood.split(' · ').slice(0, 2))).toEqual([
      ['Trung cấp lý luận chính trị', 'Tập trung'],
      ['Trung cấp lý luận chính trị', 'Vừa làm vừa học'],
      ['Cao cấp lý luận chính trị', 'Vừa làm vừa học'],
      ['Bồi dưỡng bí thư chi bộ', '2 lớp (0 chuyển tiếp + 2 mở mới)'],
      ['Bồi dưỡng, cập nhật kiến thức nhóm 3', '1 lớp (0 chuyển tiếp + 1 mở mới)'],
    ])
  })

  test('place, months and money; a budget in millions', async () => {
    const bytes = file(
      ['Kế hoạch mở lớp năm 2026'],
      [['TT', 'Tên lớp', 'Hệ', 'Số lớp', 'Địa điểm', 'Thời gian', 'Kinh phí (triệu đồng)', 'Ghi chú']],
      [
        [1, 'Bồi dưỡng bí thư chi bộ', '-', 2, 'Trường Chính trị', 'Tháng 3-5', 120.5, 'Đợt 1'],
        [2, 'Bồi dưỡng ngạch chuyên viên', '-', 1, 'Hội trường B', 'Quý II, tháng 9', '1.250', null],
        [3, 'Bồi dưỡng ngạch chuyên viên chính', '-', 1, null, 'sau Đại hội', '85 triệu', null],
      ],
    )
    const { data } = await bringIn(officer, bytes)
    expect(data[2]?.problems).toMatchObject([
      { code: 'plans.monthsUnclear', column: 'Thời gian', isError: false },
    ])
    const { lines } = await officer.plans.get({ versionId: (await planOf(officer, 2026))!.openVersion!.id })
    expect(
      lines.map(({ place, months, budgetDong, note, carriedOver, opened }) => [
        place,
        months,
        budgetDong,
        note,
        carriedOver,
        opened,
      ]),
    ).toEqual([
      ['Trường Chính trị', [3, 4, 5], 120_500_000, 'Đợt 1', 0, 2],
      ['Hội trường B', [4, 5, 6, 9], 1_250_000_000, null, 0, 1],
      [null, [], 85_000_000, 'Thời gian: sau Đại hội', 0, 1],
    ])
  })

  test('a total that does not match says both numbers', async () => {
    const bytes = file(
      ['KẾ HOẠCH NĂM 2027'],
      [plainHead],
      [
        [1, 'Bồi dưỡng bí thư chi bộ', '-', 2, null, 2, 180, null],
        [2, 'Bồi dưỡng ngạch chuyên viên', '-', 3, null, 3, 270, null],
        [null, 'Cộng', null, 6, null, 5, 450, null],
      ],
    )
    const { failed } = await check(officer, bytes)
    expect(failed).toMatchObject([
      { code: 'plans.totalMatches', params: { rowNumber: 5, column: 'Số lớp', written: 6, summed: 5 } },
    ])
    expect(failed[0]?.sentence).toBe(
      'Dòng 5 «Cộng», cột «Số lớp»: tệp ghi 6, cộng các dòng được 5. Không khớp.',
    )
  })

  test('a unit that is known by its name becomes the partner, an unknown one keeps its words', async () => {
    await world.office.units.make({
      name: 'Sở Tư pháp',
      kind: 'department',
      level: 'province',
      bloc: 'state',
      reason: 'Lập sổ đơn vị',
    })
    const bytes = file(
      ['KẾ HOẠCH NĂM 2028'],
      [plainHead],
      [
        [1, 'Bồi dưỡng bí thư chi bộ', '-', 2, null, 2, 180, 'sở tư pháp'],
        [2, 'Bồi dưỡng ngạch chuyên viên', '-', 3, null, 3, 270, 'Tổ công tác liên ngành'],
      ],
    )
    const { data } = await bringIn(officer, bytes)
    expect(data.map((row) => row.problems.map((one) => one.code))).toEqual([[], ['plans.partnerAsText']])
    const { lines } = await officer.plans.get({ versionId: (await planOf(officer, 2028))!.openVersion!.id })
    expect(lines.map((line) => [line.partnerUnitId !== null, line.partner])).toEqual([
      [true, 'Sở Tư pháp'],
      [false, 'Tổ công tác liên ngành'],
    ])
    expect((await check(officer, bytes)).run.counts).toMatchObject({ same: 2, change: 0 })
  })
})

describe('what is refused', () => {
  test('every wrong row is named with its reason, and nothing is written', async () => {
    const bytes = file(
      ['KẾ HOẠCH NĂM 2029'],
      [plainHead],
      [
        [1, 'Trung cấp lý luận chính trị', 'Tập trung', 8, 4, 3, 520, null],
        [2, 'Bồi dưỡng ngạch chuyên viên cao cấp', '-', 1, null, 1, 40, null],
        [3, 'Bồi dưỡng bí thư chi bộ', 'Ban đêm', 1, null, 1, 40, null],
        [4, 'Bồi dưỡng bí thư chi bộ', '-', 'hai', null, 1, 40, null],
        [5, 'Bồi dưỡng, cập nhật kiến thức đối tượng 4', '-', 1, null, 1, 40, null],
        [6, 'Lớp lái xe', '-', 1, null, 1, 40, null],
        [7, 'Trung cấp lý luận chính trị', null, 1, null, 1, 40, null],
        [8, 'Bồi dưỡng cán bộ Hội Nông dân', '-', null, null, null, 40, null],
      ],
    )
    const { run, data } = await check(officer, bytes)
    expect(data.map((row) => [row.rowNumber, row.problems.map((one) => one.code)])).toEqual([
      [3, ['plans.sumDiffers']],
      [4, ['plans.programmeUnknown']],
      [5, ['plans.modeUnknown']],
      [6, ['plans.notWhole']],
      [7, ['plans.programmeOutOfPeriod']],
      [8, ['plans.programmeUnknown']],
      [9, ['plans.modeMissing']],
      [10, ['plans.noClass']],
    ])
    expect(data[0]?.problems[0]?.sentence).toContain('ghi 8, nhưng chuyển tiếp 4 + mở mới 3 = 7.')
    expect(run.can).not.toContain('apply')
    await expect(officer.exchange.apply({ runId: run.id })).rejects.toMatchObject({ status: 409 })
    expect(await planOf(officer, 2029)).toBeUndefined()
  })

  test('an unknown programme names the nearest ones', async () => {
    const { data } = await check(
      officer,
      file(['KẾ HOẠCH NĂM 2030'], [plainHead], [[1, 'Bồi dưỡng bí thư chi bộo', '-', 1, null, 1, 40, null]]),
    )
    expect(data[0]?.problems[0]).toMatchObject({
      code: 'plans.programmeUnknown',
      params: { nearest: expect.arrayContaining(['Bồi dưỡng bí thư chi bộ']) },
    })
  })

  test('a course that no catalogue knows keeps its words and counts in the group of its section', async () => {
    const bytes = file(
      ['KẾ HOẠCH NĂM 2032'],
      [plainHead],
      [
        ['I', 'Bồi dưỡng', null, null, null, null, null, null],
        [1, 'Kỹ năng công tác dân vận (khối đoàn thể)', '-', 2, null, 2, 120, null],
        [2, 'Bồi dưỡng ngạch chuyên viên cao cấp', '-', 1, null, 1, 40, null],
        ['II', 'Trung cấp LLCT', null, null, null, null, null, null],
        [1, 'Lớp Trung cấp LLCT khóa 30', 'Tập trung', 1, null, 1, 60, null],
      ],
    )
    const { data } = await bringIn(officer, bytes)
    expect(data.map((row) => row.problems.map((one) => one.code))).toEqual([
      ['plans.programmeNew'],
      ['plans.programmeNew'],
      ['plans.nameContained'],
    ])
    const { lines } = await officer.plans.get({ versionId: (await planOf(officer, 2032))!.openVersion!.id })
    expect(lines.map((line) => [line.title, line.groupCode, line.programmeCode, line.bloc])).toEqual([
      ['Trung cấp lý luận chính trị', 'intermediate', 'TC-LLCT', null],
      ['Kỹ năng công tác dân vận (khối đoàn thể)', 'fostering', null, 'front'],
      ['Bồi dưỡng ngạch chuyên viên cao cấp', 'fostering', null, null],
    ])
    expect((await check(officer, bytes)).run.counts).toMatchObject({ same: 3 })
  })

  test('without a year in the title somebody has to say it; against the title it is pointed out', async () => {
    const rows: HandCell[][] = [[1, 'Bồi dưỡng bí thư chi bộ', '-', 1, null, 1, 40, null]]
    await expect(check(officer, file(['KẾ HOẠCH MỞ LỚP'], [plainHead], rows))).rejects.toMatchObject({
      code: 'plans.yearUnknown',
    })
    expect((await check(officer, file(['KẾ HOẠCH MỞ LỚP'], [plainHead], rows), 2031)).failed).toEqual([])
    expect((await check(officer, file(['KẾ HOẠCH NĂM 2030'], [plainHead], rows), 2031)).failed).toMatchObject(
      [{ code: 'plans.yearDiffers', params: { written: 2030, chosen: 2031 } }],
    )
  })

  test('who may not write plans cannot bring one in', async () => {
    await expect(check(committee, article)).rejects.toMatchObject({ status: 403 })
  })
})
