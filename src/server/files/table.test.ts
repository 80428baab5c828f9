import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { columnLetter, type HandCell, type HandSheet, workbook } from '../../../tests/workbook.ts'
import { printDay } from '../../pure/day.ts'
import { fold } from '../../pure/vietnamese.ts'
import { findTable, readDay, readText, readWhole, type Table, type WantedColumn } from './table.ts'
import { type Cell, readSheets } from './xlsx.ts'

const planColumns = [
  { key: 'programme', synonyms: ['Nội dung', 'Tên lớp', 'Chương trình'], required: true },
  { key: 'mode', synonyms: ['Hệ', 'Hình thức đào tạo'], required: false },
  { key: 'classes', synonyms: ['Số lớp', 'Tổng số lớp'], required: true },
  { key: 'carriedOver', synonyms: ['Chuyển tiếp', 'Lớp chuyển tiếp'], required: false },
  { key: 'opened', synonyms: ['Mở mới', 'Khai giảng mới'], required: false },
  { key: 'learners', synonyms: ['Số học viên dự kiến', 'Số học viên', 'Học viên'], required: false },
  { key: 'partner', synonyms: ['Đơn vị phối hợp'], required: false },
] as const satisfies WantedColumn[]

const classColumns = [
  { key: 'code', synonyms: ['Mã lớp', 'Ký hiệu lớp'], required: true },
  { key: 'name', synonyms: ['Tên lớp', 'Nội dung'], required: true },
  { key: 'mode', synonyms: ['Hệ', 'Hình thức'], required: false },
  { key: 'kind', synonyms: ['Loại'], required: false },
  { key: 'opensOn', synonyms: ['Khai giảng', 'Ngày khai giảng'], required: true },
  { key: 'closesOn', synonyms: ['Bế giảng', 'Ngày bế giảng'], required: false },
  { key: 'place', synonyms: ['Địa điểm'], required: false },
  { key: 'partner', synonyms: ['Đơn vị phối hợp'], required: false },
  { key: 'basis', synonyms: ['Căn cứ'], required: false },
  { key: 'learners', synonyms: ['Số học viên', 'Số lượng học viên'], required: true },
] as const satisfies WantedColumn[]

const fixture = async (name: string) =>
  readSheets(await readFile(new URL(`../../../tests/fixtures/longan-2023/${name}`, import.meta.url)))

const tableOfClasses = async (bytes: Uint8Array) => findTable(await readSheets(bytes), classColumns)
const tableOfPlan = async (bytes: Uint8Array) => findTable(await readSheets(bytes), planColumns)

const kinds = (table: Table) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(table.rows, (row) => row.kind)).map(([kind, rows]) => [kind, rows?.length]),
  )

const value = <T>(reading: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!reading.ok) throw new Error(reading.reason)
  return reading.value
}

const classesIn = (table: Table<(typeof classColumns)[number]['key']>) =>
  table.rows
    .filter((row) => row.kind === 'data')
    .map(({ cells }) => ({
      code: readText(cells.code),
      name: readText(cells.name),
      opensOn: value(readDay(cells.opensOn)),
      closesOn: value(readDay(cells.closesOn)),
      learners: value(readWhole(cells.learners)),
    }))

const planIn = (table: Table<(typeof planColumns)[number]['key']>) =>
  table.rows
    .filter((row) => row.kind === 'data')
    .map(({ cells }) => [
      readText(cells.programme),
      value(readWhole(cells.classes)),
      value(readWhole(cells.carriedOver)),
      value(readWhole(cells.opened)),
      value(readWhole(cells.learners)),
    ])

const sum = (numbers: (number | null | undefined)[]) =>
  numbers.reduce<number>((all, one) => all + (one ?? 0), 0)

describe('the two workbooks of 2023', () => {
  test('the plan: 13 lines in 3 sections, 48 classes, and its total row', async () => {
    const table = findTable(await fixture('ke-hoach-2023.xlsx'), planColumns)
    expect(table.sheetName).toBe('Kế hoạch 2023')
    expect(table.headerRows).toEqual([5, 6])
    expect(table.columns).toEqual({
      programme: { column: 2, title: 'Nội dung' },
      mode: { column: 3, title: 'Hệ' },
      classes: { column: 4, title: 'Số lớp' },
      carriedOver: { column: 5, title: 'Trong đó / Chuyển tiếp' },
      opened: { column: 6, title: 'Trong đó / Mở mới' },
      learners: { column: 7, title: 'Số học viên dự kiến' },
      partner: { column: 8, title: 'Đơn vị phối hợp' },
    })
    expect(table.unknownColumns).toEqual([])
    expect(table.titleLines).toContain('KẾ HOẠCH ĐÀO TẠO, BỒI DƯỠNG NĂM 2023')
    expect(kinds(table)).toEqual({ section: 3, data: 13, total: 1 })
    expect(table.rows.filter((row) => row.kind === 'section').map((row) => row.text)).toEqual([
      'Đào tạo trung cấp lý luận chính trị',
      'Bồi dưỡng',
      'Đào tạo cao cấp lý luận chính trị',
    ])
    const lines = planIn(table)
    expect(lines[0]).toEqual(['Trung cấp lý luận chính trị', 8, 4, 4, 520])
    expect(sum(lines.map((line) => line[1] as number))).toBe(48)
    expect(sum(lines.map((line) => line[2] as number))).toBe(16)
    expect(sum(lines.map((line) => line[3] as number))).toBe(32)
    const total = table.rows.find((row) => row.kind === 'total')
    expect(value(readWhole(total?.cells.classes))).toBe(48)
  })

  test('the classes: 83 in 4 sections, two totals, a note; every date read', async () => {
    const table = findTable(await fixture('lop-2023.xlsx'), classColumns)
    expect(table.headerRows).toEqual([5, 6])
    expect(table.columns.opensOn).toEqual({ column: 6, title: 'Thời gian / Khai giảng' })
    expect(table.unknownColumns).toEqual([{ column: 12, title: 'Ghi chú' }])
    expect(kinds(table)).toEqual({ section: 4, data: 83, total: 2, blank: 1, note: 1 })
    const classes = classesIn(table)
    expect(sum(classes.slice(0, 50).map((one) => one.learners))).toBe(4681)
    expect(sum(classes.slice(50).map((one) => one.learners))).toBe(3153)
    expect(classes[2]).toMatchObject({ code: 'TC03-22', opensOn: '2022-04-08', closesOn: '2023-04-23' })
    expect(classes.every((one) => one.opensOn !== null && one.closesOn !== null)).toBe(true)
    const sections = table.rows.filter((row) => row.kind === 'section').map((row) => row.text)
    expect(sections[3]).toMatch(/^IV\. LỚP MỞ THÊM TẠI CÁC HUYỆN/)
  })
})

/** The class list as a grid to be rearranged; real dates stay real. */
async function grid(name: string): Promise<HandCell[][]> {
  const [sheet] = await fixture(name)
  const last = sheet!.rows.at(-1)!.rowNumber
  const rows: HandCell[][] = Array.from({ length: last }, () => [])
  for (const row of sheet!.rows) {
    rows[row.rowNumber - 1] = row.cells.map((cell) =>
      cell.kind === 'day' ? { day: cell.day } : (cell.raw as HandCell),
    )
  }
  return rows
}

const headMerges = (row: number, columns: number, groupStart: number) => [
  `${columnLetter(groupStart)}${row}:${columnLetter(groupStart + 1)}${row}`,
  ...Array.from({ length: columns }, (_, i) => i)
    .filter((i) => i !== groupStart && i !== groupStart + 1)
    .map((i) => `${columnLetter(i)}${row}:${columnLetter(i)}${row + 1}`),
]

const text = (cell: HandCell): HandCell => {
  if (typeof cell === 'number')
    return cell >= 1000 ? `${Math.floor(cell / 1000)}.${String(cell % 1000).padStart(3, '0')}` : ` ${cell} `
  return cell !== null && typeof cell === 'object' ? printDay(cell.day).replace(/\b0/g, '') : cell
}

const csv = (rows: HandCell[][], delimiter: string) =>
  rows
    .map((row) =>
      Array.from({ length: 12 }, (_, i) => {
        const cell = text(row[i] ?? null)
        const written = cell === null ? '' : String(cell)
        return /[;,"\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written
      }).join(delimiter),
    )
    .join('\r\n')

type Layout = (rows: HandCell[][]) => HandSheet[] | string

const layouts: Record<string, Layout> = {
  'no title lines at all': (rows) => [{ name: 'Sheet1', rows: rows.slice(4), merges: headMerges(1, 12, 5) }],
  'the national title beside the school, place and date, far down': (rows) => [
    {
      name: 'Danh sách',
      rows: [
        ['TỈNH ỦY TÂY NINH', null, null, null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['TRƯỜNG CHÍNH TRỊ', null, null, null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
        [],
        [null, null, null, null, null, null, 'Tây Ninh, ngày 05 tháng 01 năm 2024'],
        ['DANH SÁCH LỚP'],
        ['(Kèm theo Báo cáo số 12-BC/TCT, khai giảng và bế giảng trong năm)'],
        [],
        [],
        ...rows.slice(4),
      ],
      merges: ['A1:E1', 'G1:L1', ...headMerges(9, 12, 5)],
    },
  ],
  'columns in another order': (rows) => {
    const order = [0, 10, 7, 2, 5, 6, 1, 3, 4, 8, 9, 11]
    const moved = rows.map((row) => (row.length > 1 ? order.map((i) => row[i] ?? null) : row))
    return [{ name: 'S', rows: moved, merges: headMerges(5, 12, 4) }]
  },
  'columns that nobody asked for': (rows) => [
    {
      name: 'S',
      rows: rows.map((row, i) => {
        const extra =
          i === 4
            ? ['Giáo viên chủ nhiệm', 'Kinh phí (đồng)']
            : i > 6 && row[1]
              ? ['Lê Thị Ân', 12_500_000]
              : [null, null]
        return row.length > 1 ? [...row.slice(0, 3), ...extra, ...row.slice(3)] : row
      }),
      merges: headMerges(5, 14, 7),
    },
  ],
  'a head of one row with other titles': (rows) => {
    const head =
      'STT|Ký hiệu lớp|Tên lớp đào tạo, bồi dưỡng|Hình thức|Loại|Ngày khai giảng|Ngày bế giảng|Địa điểm mở lớp|Đơn vị phối hợp|Căn cứ|Số lượng học viên (lượt)|Ghi chú'
    return [{ name: 'S', rows: [rows[2]!, head.split('|'), ...rows.slice(6)] }]
  },
  'a second sheet, behind a cover that speaks of classes too': (rows) => [
    { name: 'Bìa', rows: [['DANH SÁCH'], ['Tên lớp', 'Số học viên'], ['xem trang sau', 7834]] },
    { name: 'Chi tiết', rows, merges: headMerges(5, 12, 5) },
    { name: 'Danh mục', rows: [['Mã lớp', 'Tên lớp', 'Khai giảng', 'Số học viên']], isHidden: true },
  ],
  'numbers and dates as text': (rows) => [
    { name: 'S', rows: rows.map((row) => row.map(text)), merges: headMerges(5, 12, 5) },
  ],
  'a numbering row under the head': (rows) => [
    {
      name: 'S',
      rows: [...rows.slice(0, 6), Array.from({ length: 12 }, (_, i) => `(${i + 1})`), ...rows.slice(6)],
      merges: headMerges(5, 12, 5),
    },
  ],
  'the head once more in the middle, and signatures below': (rows) => [
    {
      name: 'S',
      rows: [
        ...rows.slice(0, 40),
        ...rows.slice(4, 6),
        ...rows.slice(40),
        [],
        [null, null, null, null, null, null, 'Long An, ngày 05 tháng 01 năm 2024'],
        [null, 'NGƯỜI LẬP BIỂU', null, null, null, null, 'HIỆU TRƯỞNG'],
        [null, '(ký, họ tên)', null, null, null, null, '(ký tên, đóng dấu)'],
        [],
        [null, 'Lê Thị Ân', null, null, null, null, 'Trần Văn An'],
      ],
      merges: headMerges(5, 12, 5),
    },
  ],
  'sections numbered in a column of their own': (rows) => [
    {
      name: 'S',
      rows: rows.map((row) => {
        const found = row.length === 1 && /^([IV]+)\. (.*)$/.exec(String(row[0]))
        return found ? [found[1]!, null, found[2]!] : row
      }),
      merges: headMerges(5, 12, 5),
    },
  ],
  'titles with letters decomposed, blanks and line breaks': (rows) => [
    {
      name: 'S',
      rows: rows.map((row, i) =>
        i === 4 || i === 5
          ? row.map((cell) =>
              typeof cell === 'string' ? ` ${cell.toUpperCase().replace(' ', '\n')} `.normalize('NFD') : cell,
            )
          : row,
      ),
      merges: headMerges(5, 12, 5),
    },
  ],
  'titles without diacritics, no merged cells': (rows) => [
    {
      name: 'S',
      rows: rows.map((row, i) =>
        i === 4 || i === 5 ? row.map((cell) => (typeof cell === 'string' ? fold(cell) : cell)) : row,
      ),
    },
  ],
  'CSV with semicolons and a BOM': (rows) => `\uFEFF${csv(rows, ';')}`,
  'CSV with commas, without its title lines': (rows) => csv(rows.slice(4), ','),
}

describe('the same classes in other layouts', () => {
  for (const [name, layout] of Object.entries(layouts)) {
    test(name, async () => {
      const right = findTable(await fixture('lop-2023.xlsx'), classColumns)
      const made = layout(await grid('lop-2023.xlsx'))
      const table = await tableOfClasses(
        typeof made === 'string' ? new TextEncoder().encode(made) : workbook(...made),
      )
      expect(Object.keys(table.columns).toSorted()).toEqual(
        classColumns.map((column) => column.key).toSorted(),
      )
      expect(classesIn(table)).toEqual(classesIn(right))
      expect(kinds(table)).toMatchObject({ section: 4, data: 83, total: 2 })
    })
  }

  test('columns that nobody asked for are named', async () => {
    const made = layouts['columns that nobody asked for']!(await grid('lop-2023.xlsx')) as HandSheet[]
    const table = await tableOfClasses(workbook(...made))
    expect(table.unknownColumns.map((column) => column.title)).toEqual([
      'Giáo viên chủ nhiệm',
      'Kinh phí (đồng)',
      'Ghi chú',
    ])
  })
})

describe('other plans', () => {
  test('sub-totals beside roman numbers are not counted twice', async () => {
    const table = await tableOfPlan(
      workbook({
        name: 'KH 2024',
        rows: [
          ['KẾ HOẠCH NĂM 2024'],
          ['TT', 'Chương trình', 'Hình thức đào tạo', 'Tổng số lớp', 'Học viên'],
          ['A', 'ĐÀO TẠO', null, 10, 700],
          ['I', 'Trung cấp', null, 10, 700],
          ['1', 'Trung cấp lý luận chính trị', 'Tập trung', 4, 200],
          ['2', 'Trung cấp lý luận chính trị', 'Vừa làm vừa học', 6, 500],
          ['B', 'BỒI DƯỠNG', null, 5, 400],
          ['1', 'Công tác dân vận', null, 2, 150],
          ['2', 'Cộng tác viên dư luận xã hội', null, 3, 250],
          [null, 'Cộng (A + B)', null, 15, 1100],
        ],
      }),
    )
    expect(kinds(table)).toEqual({ section: 3, data: 4, total: 1 })
    expect(sum(planIn(table).map((line) => line[1] as number))).toBe(15)
  })

  test('a line that only sums up the dashes under it is not counted twice; one that does not is', async () => {
    const rows = (classes: number) => [
      ['TT', 'Nội dung', 'Số lớp'],
      [1, 'Trung cấp', classes],
      ['-', 'Tập trung', 2],
      ['-', 'Vừa làm vừa học', 3],
      [2, 'Cao cấp', 1],
    ]
    expect(kinds(await tableOfPlan(workbook({ name: 'KH', rows: rows(5) })))).toEqual({ section: 1, data: 3 })
    expect(kinds(await tableOfPlan(workbook({ name: 'KH', rows: rows(7) })))).toEqual({ data: 4 })
  })

  test('a plan numbered in roman numbers only has lines, no sections', async () => {
    const table = await tableOfPlan(
      workbook({
        name: 'KH',
        rows: [
          ['STT', 'Nội dung', 'Số lớp'],
          ['I', 'Trung cấp', 4],
          ['II', 'Bồi dưỡng', 6],
          ['', 'Tổng', 10],
        ],
      }),
    )
    expect(kinds(table)).toEqual({ data: 2, total: 1 })
  })

  test('a name merged over its modes holds for each; a number does not', async () => {
    const table = await tableOfPlan(
      workbook({
        name: 'KH',
        rows: [
          ['STT', 'Nội dung', 'Hệ', 'Số lớp', 'Số học viên'],
          [1, 'Trung cấp', 'Tập trung', 4, 700],
          [2, null, 'Vừa làm vừa học', 6, null],
        ],
        merges: ['B2:B3', 'E2:E3'],
      }),
    )
    expect(planIn(table)).toEqual([
      ['Trung cấp', 4, null, null, 700],
      ['Trung cấp', 6, null, null, null],
    ])
  })

  test('parent titles tell equal children apart', async () => {
    const wanted = [
      { key: 'classes', synonyms: ['Số lớp'], required: true },
      { key: 'classesNew', synonyms: ['Số lớp mở mới'], required: true },
      { key: 'learners', synonyms: ['Số học viên'], required: true },
      { key: 'learnersNew', synonyms: ['Số học viên mở mới'], required: true },
    ] as const satisfies WantedColumn[]
    const rows = [
      ['Nội dung', 'Số học viên', null, 'Số lớp', null],
      [null, 'Tổng số', 'Mở mới', 'Tổng số', 'Mở mới'],
      ['Trung cấp', 700, 200, 7, 2],
    ]
    const table = findTable(
      await readSheets(workbook({ name: 'S', rows, merges: ['A1:A2', 'B1:C1', 'D1:E1'] })),
      wanted,
    )
    const cells = table.rows[0]!.cells
    expect(
      [cells.classes, cells.classesNew, cells.learners, cells.learnersNew].map((cell) =>
        value(readWhole(cell)),
      ),
    ).toEqual([7, 2, 700, 200])
  })

  test('a line with its number but without figures stays a line, so that its fault is told', async () => {
    const table = await tableOfPlan(
      workbook({
        name: 'KH',
        rows: [
          ['STT', 'Nội dung', 'Số lớp'],
          [1, 'Trung cấp', 4],
          [2, 'Bồi dưỡng bí thư chi bộ', null],
          [3, 'Cao cấp', 'hai'],
        ],
      }),
    )
    expect(kinds(table)).toEqual({ data: 3 })
    expect(readWhole(table.rows[2]?.cells.classes)).toEqual({ ok: false, reason: 'notANumber' })
  })

  test('a column of errors from an earlier round is neither unknown nor a value', async () => {
    const table = await tableOfPlan(
      workbook({
        name: 'KH',
        rows: [
          ['STT', 'Nội dung', 'Số lớp', 'Lỗi'],
          [1, 'Trung cấp', 4, 'Thiếu số học viên.'],
          [null, null, null, 'cũ'],
        ],
      }),
    )
    expect(table.unknownColumns).toEqual([])
    expect(kinds(table)).toEqual({ data: 1, blank: 1 })
  })
})

test('without a head the refusal says which columns are looked for and which were not seen', async () => {
  const sheets = await readSheets(
    workbook({
      name: 'S',
      rows: [
        ['Mã lớp', 'Tên lớp', 'Ghi chú'],
        ['TC01', 'Trung cấp', null],
      ],
    }),
  )
  expect(() => findTable(sheets, classColumns)).toThrowError(
    expect.objectContaining({
      code: 'file.noHeader',
      params: {
        lookedFor: ['Mã lớp', 'Tên lớp', 'Khai giảng', 'Số học viên'],
        missing: ['Khai giảng', 'Số học viên'],
      },
    }),
  )
})

describe('cells are read with care', () => {
  const word = (raw: string): Cell => ({ kind: 'text', text: raw.trim(), raw })
  test.each([
    [word('08'), 8],
    [word('1.350'), 1350],
    [word('1 350'), 1350],
    [word(' 70 '), 70],
    [word('4681lượt'), 4681],
    [word('4.681 lượt'), 4681],
    [word('1.234.567'), 1_234_567],
    [{ kind: 'number', number: 15, raw: 15 } as Cell, 15],
    [word('-'), null],
    [{ kind: 'empty', raw: null } as Cell, null],
    [undefined, null],
  ])('%o is the whole number %s', (cell, number) => {
    expect(readWhole(cell)).toEqual({ ok: true, value: number })
  })
  test.each([
    [word('1,5'), 'notWhole'],
    [word('1.5'), 'notWhole'],
    [word('1,350'), 'notWhole'],
    [{ kind: 'number', number: 1.5, raw: 1.5 } as Cell, 'notWhole'],
    [word('hai'), 'notANumber'],
    [word('5 - 7'), 'notANumber'],
    [word('1.35.0'), 'notANumber'],
    [{ kind: 'day', day: '2023-01-05', raw: 44931 } as Cell, 'notANumber'],
  ])('%o is none: %s', (cell, reason) => {
    expect(readWhole(cell)).toEqual({ ok: false, reason })
  })
  test('days', () => {
    expect(readDay(word('05/09/2023'))).toEqual({ ok: true, value: '2023-09-05' })
    expect(readDay({ kind: 'day', day: '2023-09-05', raw: 45174 })).toEqual({ ok: true, value: '2023-09-05' })
    expect(readDay(word('–'))).toEqual({ ok: true, value: null })
    expect(readDay(word('31/02/2023'))).toEqual({ ok: false, reason: 'impossible' })
    expect(readDay(word('09/25/2023'))).toEqual({ ok: false, reason: 'monthFirst' })
    expect(readDay({ kind: 'number', number: 45174, raw: 45174 })).toEqual({ ok: false, reason: 'notADay' })
  })
  test('a code that was typed as a number is still text', () => {
    expect(readText({ kind: 'number', number: 12, raw: 12 })).toBe('12')
    expect(readText(undefined)).toBeNull()
  })
})
