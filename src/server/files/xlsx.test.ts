import { readFile } from 'node:fs/promises'
import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { workbook } from '../../../tests/workbook.ts'
import { Problem } from '../../pure/problem.ts'
import { cellText, markErrors, readSheets, type Sheet, streamSheet, writeSheet } from './xlsx.ts'

const fixture = (name: string) =>
  readFile(new URL(`../../../tests/fixtures/longan-2023/${name}`, import.meta.url))

const utf8 = (text: string) => new TextEncoder().encode(text)

async function refusal(bytes: Uint8Array, limits = {}): Promise<Problem> {
  const error = await readSheets(bytes, limits).then(
    () => new Error('nothing was refused'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Problem)) throw error
  return error
}

const line = (sheet: Sheet | undefined, rowNumber: number) =>
  sheet?.rows.find((row) => row.rowNumber === rowNumber)?.cells

describe('a workbook of an office is read', () => {
  test('cells keep their kind: text with its zero, number, real date, text date', async () => {
    const [sheet] = await readSheets(await fixture('lop-2023.xlsx'))
    expect(sheet?.name).toBe('Lớp 2023')
    expect(sheet?.rows).toHaveLength(95)
    expect(line(sheet, 10)?.slice(0, 7)).toEqual([
      { kind: 'text', text: '03', raw: '03' },
      { kind: 'text', text: 'TC03-22', raw: 'TC03-22' },
      { kind: 'text', text: 'Trung cấp lý luận chính trị', raw: 'Trung cấp lý luận chính trị' },
      { kind: 'text', text: 'Tập trung', raw: 'Tập trung' },
      { kind: 'text', text: 'Chuyển tiếp', raw: 'Chuyển tiếp' },
      { kind: 'text', text: '08/04/2022', raw: '08/04/2022' },
      { kind: 'day', day: '2023-04-23', raw: 45039 },
    ])
    expect(line(sheet, 17)?.[0]).toEqual({ kind: 'number', number: 10, raw: 10 })
    expect(sheet?.merges).toContainEqual({ firstRow: 5, lastRow: 5, firstColumn: 6, lastColumn: 7 })
    expect(sheet?.merges).toHaveLength(19)
  })

  test('every sheet that can be seen, with its own merges; hidden lists are left out', async () => {
    const sheets = await readSheets(
      workbook(
        { name: 'Danh mục', rows: [['a']], isHidden: true, merges: ['A1:B1'] },
        { name: 'Bìa', rows: [['Kế hoạch'], [null]] },
        { name: 'Bảng & số', rows: [['x', 1]], merges: ['A1:A3', 'AA1:AB2'] },
      ),
    )
    expect(sheets.map((sheet) => [sheet.name, sheet.merges.length])).toEqual([
      ['Bìa', 0],
      ['Bảng & số', 2],
    ])
    expect(sheets[1]?.merges[1]).toEqual({ firstRow: 1, lastRow: 2, firstColumn: 27, lastColumn: 28 })
  })

  test.each([
    ['semicolons and a BOM', '\uFEFFTT;Nội dung;Số lớp\r\n1;"Bồi dưỡng; khối Đảng";05\r\n'],
    ['commas', 'TT,Nội dung,Số lớp\n1,"Bồi dưỡng; khối Đảng",05\n'],
    ['tabs', 'TT\tNội dung\tSố lớp\n1\tBồi dưỡng; khối Đảng\t05\n'],
    ['a declared separator', 'sep=;\r\nTT;Nội dung;Số lớp\r\n1;"Bồi dưỡng; khối Đảng";05\r\n'],
  ])('CSV with %s', async (_, text) => {
    const [sheet] = await readSheets(utf8(text))
    expect(sheet?.rows.map((row) => row.cells.map(cellText))).toEqual([
      ['TT', 'Nội dung', 'Số lớp'],
      ['1', 'Bồi dưỡng; khối Đảng', '05'],
    ])
  })

  test('CSV in UTF-16, as Excel saves «Unicode text»', async () => {
    const [sheet] = await readSheets(Buffer.from('\uFEFFTên lớp\tSố\r\nĐào tạo\t5\r\n', 'utf16le'))
    expect(sheet?.rows[1]?.cells.map(cellText)).toEqual(['Đào tạo', '5'])
  })

  test('decomposed letters and stray blanks are put right, what stood there is kept', async () => {
    const [sheet] = await readSheets(workbook({ name: 'S', rows: [[' Số\n học  viên '.normalize('NFD')]] }))
    expect(sheet?.rows[0]?.cells[0]).toMatchObject({ kind: 'text', text: 'Số học viên' })
  })
})

describe('what is no workbook is refused in a sentence', () => {
  test.each([
    ['nothing at all', new Uint8Array(0), 'file.empty'],
    ['a running text', utf8('Kính gửi Ban Tổ chức,\nxin gửi danh sách.\nTrân trọng'), 'file.notWorkbook'],
    ['one line of text', utf8('danh sách'), 'file.notWorkbook'],
    ['a PDF', utf8('%PDF-1.7\n1,2\n3,4\n'), 'file.notWorkbook'],
    ['a web page', utf8('<html><body>1,2\n3,4</body></html>'), 'file.notWorkbook'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'file.notWorkbook'],
    ['blank lines', utf8('\n \n'), 'file.empty'],
    ['separators only', utf8(';;\n;;\n'), 'file.empty'],
    ['the first bytes of a zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'file.damaged'],
  ])('%s', async (_, bytes, code) => {
    expect((await refusal(bytes)).code).toBe(code)
  })

  test('a Word document', async () => {
    const zip = new PizZip()
    zip.file('[Content_Types].xml', '<Types/>')
    zip.file('word/document.xml', '<w:document/>')
    expect((await refusal(zip.generate({ type: 'uint8array' }))).code).toBe('file.notWorkbook')
  })

  test('a workbook of which only a part arrived, at any length', async () => {
    const whole = new Uint8Array(await fixture('lop-2023.xlsx'))
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect((await refusal(whole.slice(0, Math.floor(whole.length * share)))).code).toBe('file.damaged')
    }
  })

  test('a workbook with a spoilt byte is refused or read, and never ends the program', async () => {
    const whole = new Uint8Array(await fixture('ke-hoach-2023.xlsx'))
    for (let at = 0; at < whole.length; at += 97) {
      const spoilt = whole.slice()
      spoilt[at] = (spoilt[at]! ^ 0xff) & 0xff
      const result = await readSheets(spoilt).catch((error: unknown) => error)
      if (!Array.isArray(result)) expect(result).toBeInstanceOf(Problem)
    }
  })

  test('a workbook with a password', async () => {
    const bytes = new Uint8Array(2048)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024)
    expect((await refusal(bytes)).code).toBe('file.encrypted')
    expect((await refusal(bytes.fill(0, 1024))).code).toBe('file.notWorkbook')
  })

  test('a file that unpacks to far more than it seems', async () => {
    const zip = new PizZip(workbook({ name: 'S', rows: [['a']] }))
    zip.file('xl/worksheets/sheet1.xml', `<worksheet>${' '.repeat(3_000_000)}</worksheet>`)
    const bomb = zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
    expect(bomb.length).toBeLessThan(20_000)
    expect(await refusal(bomb, { unpackedMegabytes: 2 })).toMatchObject({
      code: 'file.unpacksTooLarge',
      params: { megabytes: 2 },
    })
  })

  test('beyond the limits, with the place', async () => {
    const rows = Array.from({ length: 11 }, (_, i) => [i])
    expect((await refusal(new Uint8Array(2_000_001), { megabytes: 2 })).code).toBe('file.tooLarge')
    expect(await refusal(workbook({ name: 'S', rows }), { rows: 10 })).toMatchObject({
      code: 'file.tooManyRows',
      params: { sheetName: 'S', limit: 10 },
    })
    expect(await refusal(workbook({ name: 'S', rows: [[1, null, null, 2]] }), { columns: 3 })).toMatchObject({
      code: 'file.tooManyColumns',
      params: { cell: 'D1' },
    })
    expect(await refusal(workbook({ name: 'S', rows: [['abc']] }), { cellLength: 2 })).toMatchObject({
      code: 'file.cellTooLong',
      params: { cell: 'A1' },
    })
  })

  test('two cells in opposite corners cost nothing', async () => {
    const zip = new PizZip(workbook({ name: 'S', rows: [['a']] }))
    const corner = '<row r="1048576"><c r="BH1048576"><v>2</v></c></row>'
    zip.file(
      'xl/worksheets/sheet1.xml',
      `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>${corner}</sheetData></worksheet>`,
    )
    const [sheet] = await readSheets(zip.generate({ type: 'uint8array' }))
    expect(sheet?.rows.map((row) => row.rowNumber)).toEqual([1, 1_048_576])
  })
})

const columns = [
  { key: 'code', title: 'Mã lớp', kind: 'text' },
  { key: 'opensOn', title: 'Khai giảng', kind: 'day', group: 'Thời gian' },
  { key: 'closesOn', title: 'Bế giảng', kind: 'day', group: 'Thời gian' },
  { key: 'learners', title: 'Số học viên', kind: 'number' },
  { key: 'share', title: 'Tỷ lệ (%)', kind: 'number', decimals: 2 },
] as const

describe('a table is written for the office', () => {
  const sheet = {
    sheetName: 'Tiến độ: 2023/2024',
    columns,
    titleLines: ['TRƯỜNG CHÍNH TRỊ', { text: 'BÁO CÁO', isBold: true }],
    rows: [
      { code: '001', opensOn: '2023-01-05', closesOn: '2023-12-31', learners: 4681, share: 104.16 },
      { code: '=1+1', opensOn: null, closesOn: 'chưa rõ', learners: 0, share: '–' },
    ],
    totals: [{ code: 'Tổng cộng', learners: 4681 }],
    footnotes: ['Tỷ lệ cắt sau hai chữ số thập phân.'],
    isLandscape: true,
  }

  test('and reads back as it was meant', async () => {
    const [read] = await readSheets(await writeSheet(sheet))
    expect(read?.name).toBe('Tiến độ 2023 2024')
    expect(read?.rows.map((row) => [row.rowNumber, ...row.cells.map(cellText)])).toEqual([
      [1, 'TRƯỜNG CHÍNH TRỊ'],
      [2, 'BÁO CÁO'],
      [4, 'Mã lớp', 'Thời gian', 'Thời gian', 'Số học viên', 'Tỷ lệ (%)'],
      [5, '', 'Khai giảng', 'Bế giảng'],
      [6, '001', '05/01/2023', '31/12/2023', '4681', '104.16'],
      [7, '=1+1', '', 'chưa rõ', '0', '–'],
      [8, 'Tổng cộng', '', '', '4681'],
      [10, 'Tỷ lệ cắt sau hai chữ số thập phân.'],
    ])
    expect(line(read, 6)?.[1]?.kind).toBe('day')
    expect(line(read, 7)?.[0]).toMatchObject({ kind: 'text', text: '=1+1' })
  })

  test('with a frozen head that is printed on every page, A4 across, one page wide', async () => {
    const zip = new PizZip(await writeSheet(sheet))
    const xml = zip.file('xl/worksheets/sheet1.xml')?.asText() ?? ''
    expect(xml).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"/)
    expect(xml).toMatch(
      /<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"/,
    )
    expect(xml).toContain('<mergeCell ref="B4:C4"/>')
    expect(xml).toContain('<mergeCell ref="A4:A5"/>')
    expect(zip.file('xl/workbook.xml')?.asText()).toMatch(/_xlnm.Print_Titles[^>]*>'[^']+'!\$4:\$5</)
    const styles = zip.file('xl/styles.xml')?.asText() ?? ''
    expect(styles).toContain('dd/mm/yyyy')
    expect(styles).toContain('#,##0.00')
    expect(styles).toMatch(/numFmtId="49"|formatCode="@"/)
  })

  test('a list too long to be held is written row by row', async () => {
    function* rows() {
      for (let i = 1; i <= 3000; i += 1) yield { code: `TC${i}`, opensOn: '2023-02-28', learners: i }
    }
    const bytes = await new Response(streamSheet({ sheetName: 'Lớp', columns, rows: rows() })).bytes()
    const [read] = await readSheets(bytes)
    expect(read?.rows).toHaveLength(3001)
    expect(line(read, 3001)?.slice(0, 4).map(cellText)).toEqual(['TC3000', '28/02/2023', '', '3000'])
  })
})

describe('errors come back in the same workbook', () => {
  const marks = {
    sheetName: 'Lớp 2023',
    headerRow: 6,
    title: 'Lỗi',
    errors: [
      { rowNumber: 10, sentence: 'Ngày khai giảng 31/02/2022 không có thật.' },
      { rowNumber: 12, sentence: 'Thiếu số học viên.' },
      { rowNumber: 12, sentence: 'Mã lớp đã có ở dòng 8.' },
    ],
  }

  test('in a red column at its right; everything else is as it was', async () => {
    const bytes = await fixture('lop-2023.xlsx')
    const marked = await markErrors(bytes, marks)
    const [before] = await readSheets(bytes)
    const [after] = await readSheets(marked)
    expect(line(after, 6)?.[12]).toMatchObject({ text: 'Lỗi' })
    expect(line(after, 10)?.[12]).toMatchObject({ text: 'Ngày khai giảng 31/02/2022 không có thật.' })
    expect(line(after, 12)?.[12]).toMatchObject({ text: 'Thiếu số học viên. Mã lớp đã có ở dòng 8.' })
    expect(after?.merges).toEqual(before?.merges)
    const withoutMarks = after?.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 12) }))
    for (const row of before?.rows ?? []) {
      const same = withoutMarks?.find((one) => one.rowNumber === row.rowNumber)
      expect(same?.cells.map((cell) => cell.raw).slice(0, row.cells.length)).toEqual(
        row.cells.map((cell) => cell.raw),
      )
    }
    const styles = new PizZip(marked).file('xl/styles.xml')?.asText() ?? ''
    expect(styles).toContain('C00000')
    expect(styles).toContain('Times New Roman')
  })

  test('print titles of a sheet with a blank in its name survive', async () => {
    const bytes = await writeSheet({ sheetName: "Kế hoạch '23", columns, rows: [{ code: 'TC1' }] })
    const marked = await markErrors(bytes, { ...marks, sheetName: "Kế hoạch '23", headerRow: 2 })
    for (const file of [bytes, marked]) {
      expect(new PizZip(file).file('xl/workbook.xml')?.asText()).toContain(">'Kế hoạch ''23'!$1:$2<")
    }
  })

  test('sent again, the same column is used and old sentences go', async () => {
    const once = await markErrors(await fixture('lop-2023.xlsx'), marks)
    const twice = await markErrors(once, { ...marks, errors: [{ rowNumber: 8, sentence: 'Trùng.' }] })
    const [sheet] = await readSheets(twice)
    expect(Math.max(...sheet!.rows.map((row) => row.cells.length))).toBe(13)
    expect(line(sheet, 8)?.[12]).toMatchObject({ text: 'Trùng.' })
    expect(line(sheet, 10)).toHaveLength(12)
  })

  test('a CSV comes back as a workbook', async () => {
    const csv = utf8('\uFEFFTT;Mã lớp;Số\n01;TC01;x\n')
    const marked = await markErrors(csv, {
      sheetName: 'CSV',
      headerRow: 1,
      title: 'Lỗi',
      errors: [{ rowNumber: 2, sentence: '«x» không phải số.' }],
    })
    const [sheet] = await readSheets(marked)
    expect(sheet?.rows.map((row) => row.cells.map(cellText))).toEqual([
      ['TT', 'Mã lớp', 'Số', 'Lỗi'],
      ['01', 'TC01', 'x', '«x» không phải số.'],
    ])
  })
})
