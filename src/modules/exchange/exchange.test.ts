import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type HandCell, workbook } from '../../../tests/workbook.ts'
import { aWorld, type World } from '../../../tests/world.ts'
import { readConfig } from '../../server/config.ts'
import { cellText, readSheets } from '../../server/files/xlsx.ts'
import { forgetFilesEveryNight } from './index.ts'

const fixture = async (name: string) =>
  new File([await readFile(join(import.meta.dirname, '../../../tests/fixtures/longan-2023', name))], name)

const sheet = (rows: HandCell[][], name = 'lop.xlsx', merges: string[] = []) =>
  new File([workbook({ name: 'Lớp', rows, merges }) as BlobPart], name)

let world: World
let officer: Awaited<ReturnType<World['as']>>
beforeAll(async () => {
  world = await aWorld()
  officer = await world.as('trainingOffice')
})

const head = [
  'STT',
  'Mã lớp',
  'Tên lớp',
  'Hệ',
  'Loại',
  'Khai giảng',
  'Bế giảng',
  'Địa điểm',
  'Đơn vị phối hợp',
  'Căn cứ',
  'Số học viên',
  'Ghi chú',
]
const title = (year: number): HandCell[] => [`DANH SÁCH CÁC LỚP NĂM ${year}`]
const row = (code: string | null, over: Partial<Record<string, HandCell>> = {}): HandCell[] => {
  const usual: Record<string, HandCell> = {
    STT: 1,
    'Mã lớp': code,
    'Tên lớp': 'Trung cấp lý luận chính trị',
    Hệ: 'Tập trung',
    Loại: 'Khai giảng',
    'Khai giảng': { day: '2031-03-03' },
    'Bế giảng': { day: '2031-12-03' },
    'Địa điểm': 'Trường Chính trị',
    'Đơn vị phối hợp': 'Ban Tổ chức Tỉnh ủy',
    'Căn cứ': 'Kế hoạch',
    'Số học viên': 60,
    'Ghi chú': null,
  }
  return head.map((name) => (over[name] === undefined ? (usual[name] ?? null) : (over[name] as HandCell)))
}
const check = (file: File, year?: number) =>
  officer.exchange.check({ kind: 'classes', file, ...(year && { year }) })
const problemsOf = async (runId: number) => {
  const { rows } = await officer.exchange.get({ runId, size: 100 })
  return Object.fromEntries(rows.map((one) => [one.rowNumber, one.problems.map((found) => found.code)]))
}
const written = async () =>
  (await world.rows<{ n: number }>('select count(*)::int as n from training_class'))[0]?.n

test('the classes of the article are understood, checked against the file’s own totals, written, and the same file again changes nothing', async () => {
  const one = await aWorld()
  const office = await one.as('trainingOffice')
  const run = await office.exchange.check({ kind: 'classes', file: await fixture('lop-2023.xlsx') })
  expect(run.counts).toEqual({ add: 83, change: 0, drop: 0, same: 0, wrong: 0, skipped: 1, doubtful: 0 })
  expect(run.checks).toMatchObject([
    { params: { year: 2023 }, holds: true },
    { params: { title: 'Cộng (kế hoạch)', said: 4681, sum: 4681 }, holds: true },
    { params: { title: 'Cộng (mở thêm)', said: 3153, sum: 3153 }, holds: true },
  ])
  const { rows } = await office.exchange.get({ runId: run.id })
  expect(rows[0]).toMatchObject({
    rowNumber: 8,
    action: 'add',
    understood:
      'TC01-22 · Trung cấp lý luận chính trị · Tập trung · Chuyển tiếp · 19/11/2022–28/03/2023 · Trường Chính trị · 73',
  })
  expect(await one.rows('select from training_class')).toHaveLength(0)

  expect(await office.exchange.apply({ runId: run.id })).toMatchObject({ state: 'applied', can: [] })
  const list = await office.classes.list({ year: 2023 })
  expect([list.total, list.learners]).toEqual([83, 4681 + 3153])
  const beyond = await office.classes.list({ year: 2023, basis: 'policy' })
  expect(beyond.rows[0]?.policy).toMatchObject({
    issuer: 'Thường trực Tỉnh ủy, Hội đồng nhân dân',
    number: null,
  })

  const again = await office.exchange.check({ kind: 'classes', file: await fixture('lop-2023.xlsx') })
  expect(again.counts).toEqual({ add: 0, change: 0, drop: 0, same: 83, wrong: 0, skipped: 1, doubtful: 0 })
  expect(again.writtenBefore).toMatchObject({ id: run.id })
  await expect(office.exchange.apply({ runId: again.id })).rejects.toMatchObject({
    code: 'exchange.nothingNew',
  })
  await expect(office.exchange.apply({ runId: run.id })).rejects.toMatchObject({
    code: 'exchange.alreadyApplied',
  })
})

test('what the list gives out comes back in unchanged', async () => {
  const one = await aWorld()
  const office = await one.as('trainingOffice')
  const run = await office.exchange.check({ kind: 'classes', file: await fixture('lop-2023.xlsx') })
  await office.exchange.apply({ runId: run.id })
  const back = await office.exchange.check({
    kind: 'classes',
    file: await office.classes.xlsx({ year: 2023 }),
  })
  expect(back.counts).toMatchObject({ add: 0, change: 0, drop: 0, same: 83, wrong: 0 })
  expect(back.checks.every((found) => found.holds)).toBe(true)
})

const layouts: [string, () => File, { add: number; codes?: string[]; names?: string[] }][] = [
  [
    'other order, other titles, one head row, emblem lines above, signatures below',
    () =>
      sheet([
        ['TỈNH ỦY AN GIANG', null, null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
        ['TRƯỜNG CHÍNH TRỊ TÔN ĐỨC THẮNG'],
        ['BẢNG TỔNG HỢP LỚP MỞ NĂM 2032'],
        [],
        [
          'Sĩ số',
          'Nơi mở lớp',
          'Ngày bế giảng',
          'Ngày khai giảng',
          'Hình thức đào tạo',
          'Tên khóa',
          'Ký hiệu lớp',
          'TT',
        ],
        [
          '70',
          'Huyện Châu Phú',
          '05/12/2033',
          '01/03/2032',
          'Tại chức',
          'Lớp trung cấp lý luận chính trị khóa 30',
          'TC-K30',
          '01',
        ],
        ['1.05', 'x', '05/12/2032', '01/03/2032', '-', 'Bồi dưỡng bí thư chi bộ', 'X1', '02'].map(
          (cell, i) => (i === 0 ? '105' : cell),
        ),
        ['175', null, null, null, null, 'Tổng cộng'],
        [],
        [null, null, null, 'An Giang, ngày 05 tháng 01 năm 2033'],
        ['NGƯỜI LẬP BIỂU', null, null, 'HIỆU TRƯỞNG'],
      ]),
    { add: 2, codes: ['TC-K30', 'X1'] },
  ],
  [
    'two-row head with merged cells, sections in a column of their own, sub-totals, the head repeated on the next page',
    () =>
      sheet(
        [
          title(2033),
          ['TT', 'Mã số', 'Nội dung', 'Hệ', 'Thời gian', null, 'Số lượng học viên'],
          [null, null, null, null, 'Từ ngày', 'Đến ngày', null],
          ['I', 'ĐÀO TẠO TRUNG CẤP LÝ LUẬN CHÍNH TRỊ'],
          [
            '1',
            'A1',
            'Trung cấp lý luận chính trị',
            'Không tập trung',
            { day: '2033-02-01' },
            { day: '2034-02-01' },
            50,
          ],
          ['2', 'A2', 'Trung cấp lý luận chính trị', 'Tập trung', '01/02/2033', '01/10/2033', '60'],
          [null, null, 'Cộng', null, null, null, 110],
          ['TT', 'Mã số', 'Nội dung', 'Hệ', 'Từ ngày', 'Đến ngày', 'Số lượng học viên'],
          ['II', 'BỒI DƯỠNG'],
          ['1', 'B1', 'Bồi dưỡng ngạch chuyên viên', '–', '05-03-2033', '25.03.2033', ' 90 '],
          [null, null, 'Cộng', null, null, null, 90],
          [null, null, 'Tổng cộng', null, null, null, 200],
        ],
        'hai-dong.xlsx',
        ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:G3'],
      ),
    { add: 3, codes: ['A1', 'A2', 'B1'] },
  ],
  [
    'one column for both days, no codes, no kind, no basis',
    () =>
      sheet([
        title(2034),
        ['STT', 'Tên lớp', 'Thời gian', 'Địa điểm', 'Số lượt'],
        [1, 'Bồi dưỡng bí thư chi bộ', 'Từ ngày 05/03/2034 đến ngày 09/03/2034', 'TTCT Bến Lức', '95 lượt'],
        [2, 'Bồi dưỡng bí thư chi bộ', '12/04/2034 - 16/04/2034', 'TTCT Tân Trụ', '105 học viên'],
      ]),
    { add: 2, codes: ['BD-34-001', 'BD-34-002'] },
  ],
  [
    'CSV with semicolons and a byte order mark',
    () =>
      new File(
        [
          '\uFEFFDanh sách lớp năm 2035;;;;\nMã lớp;Tên lớp;Khai giảng;Bế giảng;Học viên\nC1;Cao cấp lý luận chính trị;05/09/2035;30/06/2036;80\nC2;Cập nhật kiến thức nhóm 3;07/10/2035;11/10/2035;120\n',
        ],
        'lop.csv',
      ),
    { add: 2, codes: ['C1', 'C2'] },
  ],
  [
    'a cover sheet before, the policy and its document in the cell of the basis, text in Mac spelling',
    () =>
      new File(
        [
          workbook(
            { name: 'Bìa', rows: [['BÁO CÁO NĂM 2046'], ['Người lập: Nguyễn Văn A']] },
            {
              name: 'Chi tiết',
              rows: [
                title(2046),
                head,
                row('P1', {
                  'Tên lớp': 'Bồi dưỡng đại biểu Hội đồng nhân dân'.normalize('NFD'),
                  Hệ: '-',
                  'Khai giảng': '04/05/2046',
                  'Bế giảng': '08/05/2046',
                  'Căn cứ': 'Chủ trương của Thường trực Tỉnh ủy số 15-TB/TU ngày 02/04/2046',
                }),
              ],
            },
          ) as BlobPart,
        ],
        'nhieu-trang.xlsx',
      ),
    { add: 1, codes: ['P1'], names: ['Bồi dưỡng đại biểu Hội đồng nhân dân'] },
  ],
  [
    'a course that no catalogue knows, under the section that tells its group',
    () =>
      sheet([
        title(2037),
        ['STT', 'Mã lớp', 'Tên lớp', 'Khai giảng', 'Bế giảng', 'Số học viên'],
        ['II. CÁC LỚP BỒI DƯỠNG'],
        [1, 'N1', 'Chuyển đổi số cho cán bộ xã', '05/03/2037', '07/03/2037', 80],
        [2, 'N2', 'Chuyển đổi số cho cán bộ xã', '05/04/2037', '07/04/2037', 85],
      ]),
    { add: 2, codes: ['N1', 'N2'] },
  ],
  [
    'numbers of rows as codes, blank rows between, columns that nobody asked for',
    () =>
      sheet([
        title(2038),
        [],
        ['Mã lớp', 'Chủ nhiệm', 'Lớp', 'Khai giảng', 'Bế giảng', 'Học viên', 'Kinh phí (đồng)'],
        [
          3801,
          'Trần Thị B',
          'Bồi dưỡng ngạch chuyên viên chính',
          '08/09/2038',
          '30/09/2038',
          '1.050',
          15000000,
        ],
        [],
        ['03802', 'Lê Văn C', 'Bồi dưỡng ngạch chuyên viên chính', '09/09/2038', '30/09/2038', 70, 15000000],
      ]),
    { add: 2, codes: ['03802', '3801'] },
  ],
]

test.each(layouts)('another layout is read too: %s', async (_, file, { add, codes, names }) => {
  const run = await check(file())
  const { rows } = await officer.exchange.get({ runId: run.id, size: 100 })
  expect(rows.filter((one) => one.action === 'wrong')).toEqual([])
  expect(run.counts).toMatchObject({ add, wrong: 0 })
  expect(run.checks.filter((found) => !found.holds)).toEqual([])
  await officer.exchange.apply({ runId: run.id })
  const year = run.checks.find((found) => found.code === 'classes.import.check.year')?.params.year as number
  const list = await officer.classes.list({ year, sort: 'code', countsAs: 'opened' })
  if (codes) expect(list.rows.map((one) => one.code)).toEqual(codes)
  if (names) expect(list.rows.map((one) => one.name)).toEqual(names)
  expect((await check(file())).counts).toMatchObject({ add: 0, change: 0, same: add, wrong: 0 })
})

test('what a layout says is kept: mode by its synonym, policy by its document, a new course in its group', async () => {
  const [inService] = (await officer.classes.list({ year: 2032, q: 'TC-K30' })).rows
  expect(inService).toMatchObject({
    mode: 'partTime',
    programme: 'Trung cấp lý luận chính trị',
    learners: 70,
  })
  const [policy] = (await officer.classes.list({ year: 2046 })).rows
  expect(policy).toMatchObject({
    basis: 'policy',
    policy: { issuer: 'Thường trực Tỉnh ủy', number: '15-TB/TU', on: '2046-04-02' },
  })
  const [course] = (await officer.classes.list({ year: 2037 })).rows
  expect(course).toMatchObject({ programme: 'Chuyển đổi số cho cán bộ xã', group: 'fostering' })
  expect((await officer.programmes.list({ q: 'chuyen doi so' })).total).toBe(1)
})

test('everything that is wrong is said at once, nothing is written, and the workbook comes back with a red column', async () => {
  const before = await written()
  const file = sheet([
    title(2031),
    head,
    row('W1', { 'Bế giảng': '01/02/2031' }),
    row('W2', { 'Khai giảng': '13/25/2031', 'Số học viên': 'sáu mươi' }),
    row('W3', { Hệ: 'từ xa', Loại: 'khác', 'Căn cứ': 'thư mời' }),
    row('W4', { 'Khai giảng': null }),
    row('W5'),
    row('W5', { 'Tên lớp': 'Bồi dưỡng bí thư chi bộ' }),
    row('W6', { 'Tên lớp': 'Lớp chưa ai biết', 'Số học viên': 12.5 }),
    row('W7', { 'Khai giảng': '05/25/2031' }),
    row('W8', { 'Khai giảng': '05/03/31' }),
  ])
  const run = await check(file)
  expect(run.counts).toMatchObject({ add: 0, wrong: 9 })
  expect(run.can).not.toContain('apply')
  expect(await problemsOf(run.id)).toEqual({
    3: ['classes.closesBeforeItOpens'],
    4: ['classes.import.day.impossible', 'classes.import.learnersNotANumber'],
    5: ['classes.import.modeUnknown', 'classes.import.kindUnknown', 'classes.import.basisUnknown'],
    6: ['classes.import.opensMissing'],
    7: ['classes.import.codeTwice'],
    8: ['classes.import.codeTwice'],
    9: ['classes.import.learnersNotWhole', 'classes.import.groupUnknown'],
    10: ['classes.import.day.monthFirst'],
    11: ['classes.import.day.twoDigitYear'],
  })
  const { rows } = await officer.exchange.get({ runId: run.id, show: 'wrong' })
  expect(rows[4]?.problems[0]).toMatchObject({
    sentence: 'Mã W5 có ở nhiều dòng của tệp: 7, 8.',
    isError: true,
  })

  await expect(officer.exchange.apply({ runId: run.id })).rejects.toMatchObject({
    status: 409,
    code: 'exchange.hasErrors',
  })
  const marked = await officer.exchange.errors({ runId: run.id })
  expect(marked.name).toBe('lop-loi.xlsx')
  const [back] = await readSheets(new Uint8Array(await marked.arrayBuffer()))
  const column = back?.rows.map((line) => cellText(line.cells[12]))
  expect(column?.[1]).toBe('Lỗi')
  expect(column?.[2]).toBe('Bế giảng: Bế giảng 01/02/2031 trước khai giảng 03/03/2031.')
  expect(column?.[3]).toContain('Số học viên: Số học viên «sáu mươi» không phải là số.')
  expect(await written()).toBe(before)
})

test('where the word of the file contradicts the dates, both are shown and the file’s word is kept with its reason', async () => {
  const run = await check(
    sheet(
      [
        title(2031),
        head,
        row('K1', { Loại: 'Chuyển tiếp' }),
        row('K2', { 'Khai giảng': '20/12/2030', Loại: 'Khai giảng' }),
        row('K3', { 'Khai giảng': '01/02/2025', 'Bế giảng': '01/03/2025' }),
      ],
      'mau-thuan.xlsx',
    ),
  )
  expect(await problemsOf(run.id)).toEqual({
    3: ['classes.import.kindContradicts'],
    4: ['classes.import.kindContradicts'],
    5: ['classes.import.outsideYear'],
  })
  const { rows } = await officer.exchange.get({ runId: run.id, show: 'doubtful' })
  expect(rows[0]?.problems[0]?.sentence).toBe(
    'Tệp ghi «Chuyển tiếp» cho năm 2031, còn theo ngày (03/03/2031 – 03/12/2031) thì là «Khai giảng». Khi ghi sẽ giữ theo tệp, kèm lý do.',
  )
  const without = await check(
    sheet(
      [title(2031), head, row('K1', { Loại: 'Chuyển tiếp' }), row('K2', { 'Khai giảng': '20/12/2030' })],
      'mau-thuan.xlsx',
    ),
  )
  await officer.exchange.apply({ runId: without.id })
  const list = await officer.classes.list({ year: 2031, sort: 'code' })
  expect(list.rows.map((one) => [one.code, one.countsAs, one.isCorrected])).toEqual([
    ['K1', 'carriedOver', true],
    ['K2', 'opened', true],
  ])
  const k2 = await officer.classes.get({ classId: list.rows[1]?.id ?? 0 })
  expect(k2.years).toMatchObject([
    { year: 2030, countsAs: 'notCounted', correction: null },
    { year: 2031, countsAs: 'opened', correction: { reason: 'Theo tệp mau-thuan.xlsx: ghi «Khai giảng».' } },
  ])
})

test('a changed row says what changes, and only that is changed; what a file leaves empty stays', async () => {
  const first = await check(
    sheet([
      title(2039),
      head,
      row('S1', { 'Khai giảng': '01/03/2039', 'Bế giảng': '01/09/2039', 'Ghi chú': 'giữ nguyên' }),
    ]),
  )
  await officer.exchange.apply({ runId: first.id })
  const second = await check(
    sheet([
      title(2039),
      head,
      row('S1', {
        'Khai giảng': '01/03/2039',
        'Bế giảng': '15/09/2039',
        'Số học viên': 64,
        'Đơn vị phối hợp': null,
      }),
    ]),
  )
  expect(second.counts).toMatchObject({ add: 0, change: 1, same: 0 })
  const { rows } = await officer.exchange.get({ runId: second.id })
  expect(rows[0]?.changes).toEqual([
    { column: 'Bế giảng', before: '01/09/2039', after: '15/09/2039' },
    { column: 'Số học viên', before: '60', after: '64' },
  ])
  await officer.exchange.apply({ runId: second.id })
  expect((await officer.classes.list({ year: 2039 })).rows[0]).toMatchObject({
    closesOn: '2039-09-15',
    learners: 64,
    partner: 'Ban Tổ chức Tỉnh ủy',
    note: 'giữ nguyên',
  })
})

test('when something changed between the two steps nothing is written until it was checked again', async () => {
  const run = await check(
    sheet([
      title(2040),
      head,
      row('T1', { 'Khai giảng': '01/03/2040', 'Bế giảng': '01/09/2040' }),
      row('T2', { 'Khai giảng': '01/03/2040', 'Bế giảng': '01/09/2040' }),
    ]),
  )
  const { rows } = await officer.programmes.list({ q: 'TC-LLCT' })
  await officer.classes.open({
    code: 'T2',
    name: 'Trung cấp lý luận chính trị',
    programmeId: rows[0]?.id ?? 0,
    mode: 'fullTime',
    opensOn: '2040-04-01',
    basis: 'plan',
  })
  await expect(officer.exchange.apply({ runId: run.id })).rejects.toMatchObject({ code: 'exchange.stale' })
  expect((await officer.classes.list({ year: 2040 })).total).toBe(1)
  expect((await officer.exchange.checkAgain({ runId: run.id })).counts).toMatchObject({ add: 1, change: 1 })
  await officer.exchange.apply({ runId: run.id })
  expect((await officer.classes.list({ year: 2040 })).total).toBe(2)
})

test('a total that is not the sum of its rows is shown, a title of another year too', async () => {
  const run = await check(
    sheet([
      title(2031),
      head,
      row('U1'),
      [null, null, 'Tổng cộng', null, null, null, null, null, null, null, 61],
    ]),
    2032,
  )
  expect(run.checks.filter((found) => !found.holds).map((found) => found.sentence)).toEqual([
    'Tiêu đề của tệp ghi năm 2031, còn năm được chọn là 2032. Tệp được đọc theo năm được chọn.',
    '«Tổng cộng»: tệp ghi 61 nhưng cộng các dòng được 60.',
  ])
})

test('a file without the table, without a year, or that is no workbook is refused in a sentence', async () => {
  await expect(check(sheet([['Chỉ có chữ'], ['không có bảng']]))).rejects.toMatchObject({
    code: 'file.noHeader',
  })
  await expect(check(sheet([head, row('V1')]))).rejects.toMatchObject({ code: 'classes.import.yearUnknown' })
  await expect(
    check(new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0])], 'a.pdf')),
  ).rejects.toMatchObject({ status: 422 })
  await expect(officer.exchange.check({ kind: 'dreams', file: sheet([head]) })).rejects.toMatchObject({
    code: 'exchange.noSuchKind',
  })
})

test('only who may import a kind sees it: others are refused, and a run of another kind does not exist for them', async () => {
  const run = await check(
    sheet([title(2041), head, row('R1', { 'Khai giảng': '01/03/2041', 'Bế giảng': '01/09/2041' })]),
  )
  for (const role of ['lecturer', 'rectorate', 'standingCommittee', 'learner'] as const) {
    const other = await world.as(role)
    await expect(other.exchange.get({ runId: run.id })).rejects.toMatchObject({ status: 403 })
    await expect(other.exchange.check({ kind: 'classes', file: sheet([head]) })).rejects.toMatchObject({
      status: 403,
    })
  }
  const committee = await world.as('organisationCommittee')
  await expect(committee.exchange.check({ kind: 'classes', file: sheet([head]) })).rejects.toMatchObject({
    status: 403,
  })
  await expect(committee.exchange.get({ runId: run.id })).rejects.toMatchObject({ status: 404 })
  expect((await committee.exchange.kinds()).map((one) => one.kind)).not.toContain('classes')
  expect((await committee.exchange.list({})).rows.filter((one) => one.kind === 'classes')).toEqual([])
  await expect(world.stranger.exchange.kinds()).rejects.toMatchObject({ status: 401 })
})

test('a file put aside cannot be written', async () => {
  const run = await check(
    sheet([title(2042), head, row('Z1', { 'Khai giảng': '01/03/2042', 'Bế giảng': '01/09/2042' })]),
  )
  expect(await officer.exchange.withdraw({ runId: run.id })).toMatchObject({ state: 'withdrawn', can: [] })
  await expect(officer.exchange.apply({ runId: run.id })).rejects.toMatchObject({
    code: 'exchange.withdrawn',
  })
})

test('the content of a file goes thirty days after it was written, put aside or left lying; run and report stay', async () => {
  const wrong = (code: string) =>
    check(
      sheet([
        title(2047),
        head,
        row(code, { 'Khai giảng': '01/03/2047', 'Bế giảng': '01/09/2047', 'Số học viên': 'nhiều' }),
      ]),
    )
  const right = (code: string) =>
    check(sheet([title(2047), head, row(code, { 'Khai giảng': '01/03/2047', 'Bế giảng': '01/09/2047' })]))
  const applied = await officer.exchange.apply({ runId: (await right('F1')).id })
  const withdrawn = await officer.exchange.withdraw({ runId: (await right('F2')).id })
  const lying = await wrong('F3')
  const fresh = await wrong('F4')
  expect(lying.can).toEqual(['checkAgain', 'withdraw', 'errors'])
  const old = [applied.id, withdrawn.id, lying.id]
  await world.rows(
    `update import_run set checked_at = checked_at - interval '31 days', applied_at = applied_at - interval '31 days',
       withdrawn_at = withdrawn_at - interval '31 days' where id = any ($1)`,
    [old],
  )
  await world.rows(`update import_run set checked_at = checked_at - interval '29 days' where id = $1`, [
    fresh.id,
  ])
  const job = forgetFilesEveryNight({
    pool: world.pool,
    config: readConfig({}),
    clock: { now: () => new Date() },
  })
  await job.run({})
  await job.run({})

  const kept = await world.rows<{ id: number }>(
    'select run_id as id from import_file where run_id = any ($1)',
    [[...old, fresh.id]],
  )
  expect(kept).toEqual([{ id: fresh.id }])
  for (const runId of old) {
    const { run, rows } = await officer.exchange.get({ runId })
    expect(run).toMatchObject({ fileDeletedOn: expect.any(String), fileKeptUntil: null, can: [] })
    expect(rows).toHaveLength(1)
    await expect(officer.exchange.errors({ runId })).rejects.toMatchObject({
      status: 410,
      code: 'exchange.fileDeleted',
    })
  }
  expect((await officer.exchange.get({ runId: lying.id })).run.state).toBe('withdrawn')
  await expect(officer.exchange.checkAgain({ runId: lying.id })).rejects.toMatchObject({
    code: 'exchange.withdrawn',
  })
  expect((await officer.exchange.get({ runId: fresh.id })).run).toMatchObject({
    state: 'checked',
    fileDeletedOn: null,
    fileKeptUntil: expect.any(String),
  })
  expect(await officer.exchange.errors({ runId: fresh.id })).toMatchObject({ name: 'lop-loi.xlsx' })
  expect(
    await world.rows(`select 1 from audit_line where procedure = 'exchange.forgetFiles' and row_id = $1`, [
      String(lying.id),
    ]),
  ).toHaveLength(1)
})

test('a file with sensitive data goes back to its sender only, and the run says so', async () => {
  const table = sheet([
    ['DANH SÁCH CÁN BỘ'],
    ['Họ và tên', 'Ngày sinh', 'Đơn vị'],
    ['Nguyễn Văn Gửi', '31/02/1980', 'Sở lạ'],
  ])
  const { id: runId } = await officer.exchange.check({ kind: 'people', file: table })
  const other = await world.as('trainingOffice')
  expect((await officer.exchange.get({ runId })).run.can).toContain('errors')
  expect((await other.exchange.get({ runId })).run.can).not.toContain('errors')
  await expect(other.exchange.errors({ runId })).rejects.toMatchObject({
    status: 403,
    code: 'exchange.onlyToSender',
  })
  expect((await officer.exchange.errors({ runId })).size).toBeGreaterThan(0)
})

test('every kind has a template that is read back as an empty table: its example is never taken for data', async () => {
  for (const { kind, columns } of await world.office.exchange.kinds()) {
    const template = await world.office.exchange.template({ kind })
    const [first] = await readSheets(new Uint8Array(await template.arrayBuffer()))
    expect(first?.rows[0]?.cells.map(cellText)).toEqual([
      ...columns.map((column) => column.title),
      expect.any(String),
    ])
  }
  const template = await officer.exchange.template({ kind: 'classes' })
  const run = await officer.exchange.check({ kind: 'classes', file: template, year: 2043 })
  expect(run.counts).toEqual({ add: 0, change: 0, drop: 0, same: 0, wrong: 0, skipped: 0, doubtful: 0 })
})

test('a partner’s program sends the same file over HTTP', async () => {
  const form = new FormData()
  form.set('kind', 'classes')
  form.set('year', '2044')
  form.set(
    'file',
    sheet([head, row('H1', { 'Khai giảng': '01/03/2044', 'Bế giảng': '01/09/2044' })], 'gửi.xlsx'),
  )
  const visitor = await world.app.commandLine()
  const answer = await world.app.api(
    new Request('http://localhost/api/imports', { method: 'POST', body: form }),
    visitor,
  )
  expect(answer?.status).toBe(200)
  expect(await answer?.json()).toMatchObject({
    fileName: 'gửi.xlsx',
    year: 2044,
    counts: { add: 1, wrong: 0 },
  })
})

test('ten thousand rows are checked and written within seconds', { timeout: 60_000 }, async () => {
  const lines = Array.from(
    { length: 10_000 },
    (_, i) => `M${i};Bồi dưỡng bí thư chi bộ;05/03/2045;09/03/2045;${50 + (i % 50)}`,
  )
  const file = new File(
    [`Danh sách lớp năm 2045;;;;\nMã lớp;Tên lớp;Khai giảng;Bế giảng;Số học viên\n${lines.join('\n')}\n`],
    'lon.csv',
  )
  const began = performance.now()
  const run = await check(file)
  const checked = performance.now()
  expect(run.counts).toMatchObject({ add: 10_000, wrong: 0 })
  await officer.exchange.apply({ runId: run.id })
  const seconds = (performance.now() - began) / 1000
  console.log(
    `10,000 rows: checked in ${((checked - began) / 1000).toFixed(1)} s, with writing ${seconds.toFixed(1)} s`,
  )
  expect((await officer.classes.list({ year: 2045 })).total).toBe(10_000)
  expect(seconds).toBeLessThan(30)
})
