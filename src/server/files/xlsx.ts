import type {
  CellStyle,
  CellValue,
  Cell as HucreCell,
  Sheet as HucreSheet,
  MergeRange,
  NamedRange,
  Workbook,
  WriteSheet,
} from 'hucre'
import { EncryptedFileError, openXlsx, parseCsv, readOds, readXls, readXlsb, readXlsx, saveXlsx } from 'hucre'
import { streamXlsxRows, writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { type Day, excelSerialOfDay, isDay, printDay } from '../../pure/day.ts'
import { Problem, problem } from '../../pure/problem.ts'
import { fold, tidy } from '../../pure/vietnamese.ts'
import { BrokenZip, isZip, unpack, type ZipEntry, ZipTooLarge, zipEntries } from './zip.ts'

// The only file that may import hucre (young and little used), so that another library can take its place.

/** What a cell holds. `raw` is what stood in the file: untidied text, or the serial number of a day. */
export type Cell =
  | { kind: 'empty'; raw: null }
  | { kind: 'text'; text: string; raw: string }
  | { kind: 'number'; number: number; raw: number }
  | { kind: 'day'; day: Day; raw: number }
  | { kind: 'boolean'; isTrue: boolean; raw: boolean }

/** Merged cells; rows and columns count from 1, both ends belong to it. */
export type Merge = { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number }

/** A row that is not blank. `rowNumber` is the one Excel shows; `cells[0]` is column A. */
export type SheetRow = { rowNumber: number; cells: Cell[] }

export type Sheet = { name: string; rows: SheetRow[]; merges: Merge[] }

export type ReadLimits = {
  /** Size of the upload. */
  megabytes: number
  /** Size of what it unpacks to. */
  unpackedMegabytes: number
  columns: number
  /** Rows that are not blank, over all sheets. */
  rows: number
  /** Characters in one cell. */
  cellLength: number
}

export const defaultLimits: ReadLimits = {
  megabytes: 10,
  unpackedMegabytes: 300,
  columns: 60,
  rows: 50_000,
  cellLength: 32_767,
}

export const emptyCell: Cell = { kind: 'empty', raw: null }

/** The cell as a person sees it: days as dd/MM/yyyy, numbers plain, '' when empty. */
export function cellText(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case 'text':
      return cell.text
    case 'number':
      return String(cell.number)
    case 'day':
      return printDay(cell.day)
    case 'boolean':
      return cell.isTrue ? 'TRUE' : 'FALSE'
    default:
      return ''
  }
}

/**
 * Reads the visible sheets of a workbook: .xlsx and .xlsm (streamed), .xls, .xlsb, .ods, and CSV in UTF-8 or UTF-16 with
 * or without BOM, separated by semicolon, comma or tab. The kind is found from the content, never from the name.
 * Hidden sheets (lists of drop-downs) are left out unless there is no other.
 *
 * Throws 413 `file.tooLarge`, 422 `file.empty` `file.notWorkbook` `file.damaged` `file.encrypted`
 * `file.unpacksTooLarge` `file.tooManyRows` `file.tooManyColumns` `file.cellTooLong`.
 */
export async function readSheets(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<Sheet[]> {
  const within = { ...defaultLimits, ...limits }
  if (bytes.length === 0) throw problem(422, 'file.empty')
  if (bytes.length > within.megabytes * 1_000_000) {
    throw problem(413, 'file.tooLarge', { megabytes: within.megabytes })
  }
  const gather = new Gatherer(within)
  try {
    if (isZip(bytes)) await readZip(bytes, gather, within)
    else if (isOle(bytes)) await readOle(bytes, gather)
    else readText(bytes, gather)
  } catch (error) {
    throw asProblem(error, within)
  }
  const sheets = gather.sheets.filter((sheet) => sheet.rows.length > 0)
  if (sheets.length === 0) throw problem(422, 'file.empty')
  return sheets
}

/** What a cell of a written sheet may hold. A text in a number column (such as '–') stays text. */
export type Value = string | number | boolean | null | undefined

export type SheetColumn = {
  key: string
  title: string
  /** `day` takes 'yyyy-MM-dd'; `text` is written as '@', so that codes and citizen numbers keep their zeros. */
  kind: 'text' | 'number' | 'day'
  /** Decimals of a number column; 0 unless given. */
  decimals?: number
  /** Width in characters; else from the content. */
  width?: number
  /** Title over this and the neighbours with the same one: the upper row of a two-row head. */
  group?: string
}

/** A line above the table, over its whole width. Plain text stands in the middle. */
export type TitleLine = string | { text: string; isBold?: boolean; align?: 'left' | 'center' | 'right' }

export type SheetToWrite = {
  sheetName: string
  columns: readonly SheetColumn[]
  rows: readonly Readonly<Record<string, Value>>[]
  titleLines?: readonly TitleLine[]
  /** Bold rows under the others. */
  totals?: readonly Readonly<Record<string, Value>>[]
  /** Lines under the table. */
  footnotes?: readonly string[]
  isLandscape?: boolean
}

/**
 * Makes an .xlsx of one sheet: title lines, a frozen head that is repeated on every printed page, number and date
 * formats, A4 one page wide. A text that begins with '=' stays a text.
 */
export const writeSheet = (sheet: SheetToWrite): Promise<Uint8Array> => writeSheets([sheet])

/** The same with several sheets, each with its own name. */
export async function writeSheets(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const laid = sheets.map(layOut)
  return await writeXlsx({
    defaultFont: font,
    namedRanges: laid.map((one) => one.printTitles),
    sheets: laid.map((one) => one.sheet),
  })
}

function layOut(sheet: SheetToWrite): { sheet: WriteSheet; printTitles: NamedRange } {
  const { columns, titleLines = [], totals = [], footnotes = [] } = sheet
  const last = Math.max(0, columns.length - 1)
  const isGrouped = columns.some((column) => column.group)
  const grid: CellValue[][] = []
  const cells = new Map<string, Partial<HucreCell>>()
  const merges: MergeRange[] = []
  const put = (row: number, column: number, value: CellValue, style: CellStyle) => {
    while (grid.length <= row) grid.push([])
    const line = grid[row]!
    while (line.length <= column) line.push(null)
    line[column] = value
    cells.set(`${row},${column}`, { value, style })
  }
  const across = (row: number, text: string, style: CellStyle) => {
    put(row, 0, text, style)
    if (last > 0) merges.push({ startRow: row, endRow: row, startCol: 0, endCol: last })
  }

  let at = 0
  for (const line of titleLines) {
    const { text, isBold = false, align = 'center' } = typeof line === 'string' ? { text: line } : line
    across(at, text, { font: { ...font, bold: isBold }, alignment: { horizontal: align, wrapText: true } })
    at += 1
  }
  if (titleLines.length > 0) at += 1

  const headRow = at
  const bodyRow = headRow + (isGrouped ? 2 : 1)
  for (const [index, column] of columns.entries()) {
    if (isGrouped) put(headRow, index, column.group ?? column.title, headStyle)
    put(bodyRow - 1, index, isGrouped && !column.group ? null : column.title, headStyle)
  }
  if (isGrouped) merges.push(...headMerges(columns, headRow))

  // Body cells take the style of their column: a style for each of a million cells costs 20 s and a gigabyte.
  at = bodyRow
  for (const values of sheet.rows) {
    grid[at] = columns.map((column) => written(values[column.key], column))
    at += 1
  }
  for (const values of totals) {
    for (const [index, column] of columns.entries()) {
      put(at, index, written(values[column.key], column), {
        ...bodyStyle(column),
        font: { ...font, bold: true },
      })
    }
    at += 1
  }
  if (footnotes.length > 0) at += 1
  for (const note of footnotes) {
    across(at, note, { font: { ...font, italic: true }, alignment: { wrapText: true, vertical: 'top' } })
    at += 1
  }

  const widths = columns.map((column) => column.width ?? widthOf(column, [...sheet.rows, ...totals]))
  const name = safeSheetName(sheet.sheetName)
  const laid: WriteSheet = {
    name,
    columns: columns.map((column, index) => ({ width: widths[index]!, style: bodyStyle(column) })),
    rows: grid,
    cells,
    merges,
    freezePane: { rows: bodyRow },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.isLandscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      // 20, 20, 30 and 15 mm as letters have them, in inches.
      margins: { top: 0.79, bottom: 0.79, left: 1.18, right: 0.59, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P/&N' },
    rowDefs: heightsOf(titleLines, footnotes, columns, widths, { headRow, bodyRow, end: at }),
  }
  return { sheet: laid, printTitles: printName('Titles', name, `$${headRow + 1}:$${bodyRow}`) }
}

/** A workbook to be filled in by somebody and sent back. */
export type TemplateToWrite = {
  sheetName: string
  /** Lines above the head: whose workbook it is. */
  titleLines?: readonly string[]
  columns: readonly SheetColumn[]
  /** One row that shows how. */
  example: Readonly<Record<string, Value>>
  /** What stands there already, under the example. */
  rows?: readonly Readonly<Record<string, Value>>[]
  /** What may be chosen in a column, by its key; other words are warned of, not forbidden. */
  choices: Readonly<Record<string, readonly string[]>>
  /** A second sheet that explains: lines, then a table. */
  notes: {
    sheetName: string
    lines: readonly string[]
    columns: readonly SheetColumn[]
    rows: readonly Readonly<Record<string, Value>>[]
  }
}

// As far as the drop-downs of a template reach; rows below are read all the same.
const templateRows = 2000

/** Makes a template: a frozen head, the example, drop-downs, and a sheet of notes. */
export async function writeTemplate(template: TemplateToWrite): Promise<Uint8Array> {
  const { columns, choices, notes, titleLines = [], rows: filled = [] } = template
  const firstRow = titleLines.length > 0 ? titleLines.length + 3 : 2
  const sheetOf = (
    name: string,
    lines: readonly string[],
    heads: readonly SheetColumn[],
    rows: readonly Readonly<Record<string, Value>>[],
  ) => {
    const headRow = lines.length > 0 ? lines.length + 1 : 0
    const grid: CellValue[][] = [
      ...lines.map((line) => [line]),
      ...(headRow > 0 ? [[]] : []),
      heads.map((column) => column.title),
      ...rows.map((row) => heads.map((column) => written(row[column.key], column))),
    ]
    const cells = new Map<string, Partial<HucreCell>>(
      heads.map((column, index) => [`${headRow},${index}`, { value: column.title, style: headStyle }]),
    )
    for (const [index, line] of lines.entries()) cells.set(`${index},0`, { value: line, style: { font } })
    return {
      name: safeSheetName(name),
      columns: heads.map((column) => ({
        width: column.width ?? widthOf(column, rows),
        style: bodyStyle(column),
      })),
      rows: grid,
      cells,
      freezePane: { rows: headRow + 1 },
    }
  }
  const lists = columns.flatMap((column, index) => {
    const values = choices[column.key]
    const letter = letterOf(index + 1)
    return values
      ? [
          {
            type: 'list' as const,
            values: [...values],
            allowBlank: true,
            showErrorMessage: true,
            errorStyle: 'warning' as const,
            range: `${letter}${firstRow}:${letter}${templateRows}`,
          },
        ]
      : []
  })
  return await writeXlsx({
    defaultFont: font,
    sheets: [
      {
        ...sheetOf(template.sheetName, titleLines, columns, [template.example, ...filled]),
        dataValidations: lists,
      },
      sheetOf(notes.sheetName, notes.lines, notes.columns, notes.rows),
    ],
  })
}

/**
 * The same table without title lines and totals, row by row as they are read: for lists too long to be held.
 * The head is frozen.
 */
export function streamSheet(sheet: {
  sheetName: string
  columns: readonly SheetColumn[]
  rows: Iterable<Readonly<Record<string, Value>>> | AsyncIterable<Readonly<Record<string, Value>>>
}): ReadableStream<Uint8Array> {
  const { columns } = sheet
  async function* lines(): AsyncGenerator<CellValue[]> {
    for await (const values of sheet.rows) {
      yield columns.map((column) => written(values[column.key], column))
    }
  }
  return writeXlsxStream(lines(), {
    name: safeSheetName(sheet.sheetName),
    columns: columns.map((column) => ({
      header: column.title,
      width: column.width ?? widthOf(column, []),
      style: { font, numFmt: formatOf(column), alignment: { vertical: 'top' } },
    })),
    freezePane: { rows: 1 },
  })
}

export type RowError = { rowNumber: number; sentence: string }

/**
 * The same workbook with a red column at the right of the table that tells what is wrong with each row. Its other
 * cells, merges, widths and styles stay. A column that an earlier round added is used again, so the file can be
 * corrected and sent as often as need be. What is not .xlsx comes back as .xlsx with the same values.
 * `headerRow` is the last row of the head, as Excel counts; `title` the column's title in the reader's language.
 */
export async function markErrors(
  bytes: Uint8Array,
  marks: { sheetName: string; headerRow: number; title: string; errors: readonly RowError[] },
): Promise<Uint8Array> {
  if (!isZip(bytes) || !isXlsx(zipEntries(bytes))) return markCopy(await readSheets(bytes), marks)

  const workbook = await openXlsx(bytes, { readStyles: true })
  const sheet = workbook.sheets.find((one) => one.name === marks.sheetName)
  if (!sheet) throw new RangeError(`no sheet ${marks.sheetName}`)
  const cells = sheet.cells ?? new Map<string, HucreCell>()
  sheet.cells = cells
  const column = errorColumnOf(sheet, marks)
  const put = (rowNumber: number, value: string | null, style: CellStyle) => {
    while (sheet.rows.length < rowNumber) sheet.rows.push([])
    const row = sheet.rows[rowNumber - 1]!
    while (row.length <= column) row.push(null)
    row[column] = value
    cells.set(`${rowNumber - 1},${column}`, { value, type: value === null ? 'empty' : 'string', style })
  }
  for (let rowNumber = marks.headerRow + 1; rowNumber <= sheet.rows.length; rowNumber += 1) {
    if (sheet.rows[rowNumber - 1]?.[column] != null) put(rowNumber, null, {})
  }
  put(marks.headerRow, marks.title, errorHeadStyle)
  const heights = sheet.rowDefs ?? new Map()
  for (const { rowNumber, sentence } of byRow(marks.errors)) {
    put(rowNumber, sentence, errorStyle)
    const height = sentence.split('\n').reduce((sum, text) => sum + 16 * Math.ceil((text.length + 1) / 55), 0)
    const own = heights.get(rowNumber - 1)
    if (height > Math.max(16, own?.height ?? 0)) heights.set(rowNumber - 1, { ...own, height })
  }
  if (heights.size > 0) sheet.rowDefs = heights

  const widths = sheet.columns ?? []
  while (widths.length <= column) widths.push({})
  widths[column] = { ...widths[column], width: 60, hidden: false }
  sheet.columns = widths
  for (const one of workbook.sheets) {
    keepPrintNames(workbook, one)
    // hucre takes the mere presence of fitToWidth for «fit to page»; with a scale set, Excel means the scale.
    if (one.pageSetup?.scale && one.pageSetup.fitToPage) delete one.pageSetup.fitToPage
  }
  return await saveXlsx(workbook)
}

const font = { name: 'Times New Roman', size: 12 }
const line = { style: 'thin', color: { rgb: '1D2B28' } } as const
const border = { top: line, right: line, bottom: line, left: line }
const headStyle: CellStyle = {
  font: { ...font, bold: true },
  border,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E4ECE7' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const errorHeadStyle: CellStyle = {
  font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'C00000' } },
  border,
  alignment: { horizontal: 'center', vertical: 'center' },
}
const errorStyle: CellStyle = {
  font: { ...font, color: { rgb: 'C00000' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FDE9E7' } },
  border,
  alignment: { vertical: 'top', wrapText: true },
}

const letterOf = (column: number): string =>
  column > 26
    ? letterOf(Math.floor((column - 1) / 26)) + letterOf(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)

/** Takes rows as they come, types their cells and holds the limits. */
class Gatherer {
  readonly sheets: Sheet[] = []
  private readonly limits: ReadLimits
  private count = 0

  constructor(limits: ReadLimits) {
    this.limits = limits
  }

  begin(name: string, merges: Merge[] = []): void {
    this.sheets.push({ name: tidy(name), rows: [], merges })
  }

  add(rowNumber: number, values: readonly CellValue[]): void {
    const sheet = this.sheets.at(-1)!
    const cells: Cell[] = []
    for (const [index, value] of values.entries()) {
      const cell = typed(value)
      if (cell.kind === 'empty') continue
      this.check(cell, rowNumber, index + 1, sheet.name)
      while (cells.length < index) cells.push(emptyCell)
      cells.push(cell)
    }
    if (cells.length === 0) return
    this.count += 1
    if (this.count > this.limits.rows) {
      throw problem(422, 'file.tooManyRows', { sheetName: sheet.name, limit: this.limits.rows })
    }
    sheet.rows.push({ rowNumber, cells })
  }

  private check(cell: Cell, rowNumber: number, column: number, sheetName: string): void {
    const place = () => ({ sheetName, cell: `${letterOf(column)}${rowNumber}` })
    if (column > this.limits.columns) {
      throw problem(422, 'file.tooManyColumns', { ...place(), limit: this.limits.columns })
    }
    if (cell.kind === 'text' && cell.raw.length > this.limits.cellLength) {
      throw problem(422, 'file.cellTooLong', { ...place(), limit: this.limits.cellLength })
    }
  }
}

function typed(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return emptyCell
  if (typeof value === 'number') return { kind: 'number', number: value, raw: value }
  if (typeof value === 'boolean') return { kind: 'boolean', isTrue: value, raw: value }
  if (typeof value === 'string') {
    const text = tidy(value)
    return text === '' ? emptyCell : { kind: 'text', text, raw: value }
  }
  if (Number.isNaN(value.getTime())) return emptyCell
  // hucre gives days as UTC, so the UTC parts are the ones in the file. Before 1900 it is a time without a day.
  const iso = value.toISOString()
  if (value.getUTCFullYear() < 1900) return { kind: 'text', text: iso.slice(11, 16), raw: iso.slice(11, 16) }
  const day = iso.slice(0, 10)
  const time = (value.getTime() % 86_400_000) / 86_400_000
  return { kind: 'day', day, raw: excelSerialOfDay(day) + time }
}

const isXlsx = (entries: readonly ZipEntry[]) =>
  entries.some((entry) => /(^|\/)workbook\.xml$/.test(entry.name))

async function readZip(bytes: Uint8Array, gather: Gatherer, limits: ReadLimits): Promise<void> {
  const entries = zipEntries(bytes)
  const has = (name: RegExp) => entries.some((entry) => name.test(entry.name))
  const merges = await lookInside(entries, limits.unpackedMegabytes * 1_000_000)

  if (isXlsx(entries)) {
    const names: { name: string; index: number; isHidden: boolean }[] = []
    await readXlsx(bytes, {
      sheets: (sheet) => {
        names.push({
          name: sheet.name,
          index: sheet.index,
          isHidden: Boolean(sheet.hidden || sheet.veryHidden),
        })
        return false
      },
    })
    for (const { name, index } of visible(names)) {
      gather.begin(name, merges.get(index) ?? [])
      for await (const row of streamXlsxRows(bytes, { sheet: index })) gather.add(row.index + 1, row.values)
    }
  } else if (has(/^xl\/workbook\.bin$/)) addWhole((await readXlsb(bytes)).sheets, gather)
  else if (has(/^content\.xml$/) && (await isSpreadsheetOds(entries)))
    addWhole((await readOds(bytes)).sheets, gather)
  else throw problem(422, 'file.notWorkbook')
}

function visible<T extends { isHidden: boolean }>(sheets: readonly T[]): readonly T[] {
  const shown = sheets.filter((sheet) => !sheet.isHidden)
  return shown.length > 0 ? shown : sheets
}

function addWhole(sheets: readonly HucreSheet[], gather: Gatherer): void {
  const withState = sheets.map((sheet) => ({ sheet, isHidden: Boolean(sheet.hidden || sheet.veryHidden) }))
  for (const { sheet } of visible(withState)) {
    gather.begin(
      sheet.name,
      (sheet.merges ?? []).map((merge) => ({
        firstRow: merge.startRow + 1,
        lastRow: merge.endRow + 1,
        firstColumn: merge.startCol + 1,
        lastColumn: merge.endCol + 1,
      })),
    )
    // Rows of an .xls come with holes.
    for (const [index, values] of sheet.rows.entries()) gather.add(index + 1, values ?? [])
  }
}

/**
 * One pass over every XML part before anything is parsed: unpacks them in small pieces, stops at the limit (a bomb), and
 * picks up the merged ranges, which the streaming reader does not give. By index of the sheet in the workbook.
 */
async function lookInside(entries: readonly ZipEntry[], limit: number): Promise<Map<number, Merge[]>> {
  const mergesOf = new Map<string, Merge[]>()
  const texts = new Map<string, string>()
  let left = limit
  for (const entry of entries) {
    if (!/\.(xml|rels|bin)$/i.test(entry.name)) continue
    const isSheet = /worksheets\/[^/]+\.xml$/i.test(entry.name)
    const isIndex = /(^|\/)workbook\.xml(\.rels)?$/i.test(entry.name)
    const merges: Merge[] = []
    let tail = ''
    let text = ''
    left -= await unpack(entry, left, (chunk) => {
      if (isIndex) text += chunk.toString('latin1')
      if (!isSheet) return
      const piece = tail + chunk.toString('latin1')
      for (const found of piece.matchAll(
        /<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"[^>]*>/g,
      )) {
        if (merges.length < 100_000) merges.push(mergeFrom(found))
      }
      tail = piece.slice(Math.max(piece.lastIndexOf('<'), piece.length - 200))
    })
    if (isSheet) mergesOf.set(entry.name, merges)
    if (isIndex) texts.set(entry.name.replace(/^.*\//, ''), text)
  }
  const targets = new Map(
    tags(texts.get('workbook.xml.rels') ?? '', 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  const byIndex = new Map<number, Merge[]>()
  for (const [index, tag] of tags(texts.get('workbook.xml') ?? '', 'sheet').entries()) {
    const target = targets.get(attribute(tag, '\\w+:id'))?.replace(/^.*?(worksheets\/)/, '$1')
    const name = [...mergesOf.keys()].find((one) => target && one.endsWith(target))
    if (name) byIndex.set(index, mergesOf.get(name)!)
  }
  return byIndex
}

const tags = (xml: string, name: string) => xml.match(new RegExp(`<(?:\\w+:)?${name} [^>]*>`, 'g')) ?? []
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

function mergeFrom(found: RegExpExecArray): Merge {
  const column = (letters: string) =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return {
    firstRow: Number(found[2]),
    lastRow: Number(found[4]),
    firstColumn: column(found[1]!),
    lastColumn: column(found[3]!),
  }
}

async function isSpreadsheetOds(entries: readonly ZipEntry[]): Promise<boolean> {
  const kind = entries.find((entry) => entry.name === 'mimetype')
  let text = ''
  if (kind) await unpack(kind, 1000, (chunk) => (text += chunk.toString('latin1')))
  return text.includes('opendocument.spreadsheet')
}

const isOle = (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(0, 8)).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))

async function readOle(bytes: Uint8Array, gather: Gatherer): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.includes(Buffer.from('EncryptedPackage', 'utf16le')) || hasXlsPassword(file)) {
    throw problem(422, 'file.encrypted')
  }
  const isBook = ['Workbook', 'Book'].some((name) => file.includes(Buffer.from(`${name}\0`, 'utf16le')))
  if (!isBook) throw problem(422, 'file.notWorkbook')
  addWhole((await readXls(bytes)).sheets, gather)
}

/** In a protected .xls the record FILEPASS (2F 00) follows the first one (BOF, 16 bytes long) of the stream. */
function hasXlsPassword(file: Buffer): boolean {
  for (let at = 512; at + 22 < file.length; at += 512) {
    if (file.readUInt32LE(at) === 0x00100809 && file.readUInt16LE(at + 20) === 0x2f) return true
  }
  return false
}

function readText(bytes: Uint8Array, gather: Gatherer): void {
  const text = decoded(bytes)
  if (text === null) throw problem(422, 'file.notWorkbook')
  if (!/[\p{L}\p{N}]/u.test(text)) throw problem(422, 'file.empty')
  const declared = /^sep=(.)\r?\n/.exec(text)
  const body = declared ? text.slice(declared[0].length) : text
  const delimiter = declared?.[1] ?? delimiterOf(body)
  if (!delimiter) throw problem(422, 'file.notWorkbook')
  gather.begin('CSV')
  for (const [index, values] of parseCsv(body, { delimiter }).entries()) {
    gather.add(index + 1 + (declared ? 1 : 0), values)
  }
}

/** The text of the bytes; null when they are not text. What is not UTF is taken for Windows-1258. */
function decoded(bytes: Uint8Array): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  if (!encoding && bytes.subarray(0, 4096).includes(0)) return null
  let text: string
  try {
    text = new TextDecoder(encoding ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1258').decode(bytes)
  }
  const start = text.slice(0, 4096)
  // PDF, RTF, HTML and XML are text too, but no tables of ours.
  if (/^\s*(%PDF|\{\\rtf|<)/.test(start)) return null
  return hasControlSigns(start) ? null : text
}

const hasControlSigns = (text: string) =>
  [...text].some((sign) => sign < ' ' && sign !== '\t' && sign !== '\n' && sign !== '\r')

/** The sign that cuts most lines into the same number of cells, at least two; undefined for running text. */
function delimiterOf(text: string): string | undefined {
  let best: { delimiter: string; score: number } | undefined
  for (const delimiter of [';', '\t', ',', '|']) {
    const counts = new Map<number, number>()
    const lines = parseCsv(text, { delimiter, maxRows: 200, skipEmptyRows: true })
    for (const cells of lines) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
    const [width = 0, times = 0] =
      [...counts].filter(([cells]) => cells > 1).sort((a, b) => b[1] - a[1])[0] ?? []
    const share = times / lines.length
    if (times < 2 || share < 0.5) continue
    const score = share * 100 + Math.min(width, 50)
    if (!best || score > best.score) best = { delimiter, score }
  }
  return best?.delimiter
}

function asProblem(error: unknown, limits: ReadLimits): unknown {
  if (error instanceof Problem) return error
  if (error instanceof ZipTooLarge) {
    return problem(422, 'file.unpacksTooLarge', { megabytes: limits.unpackedMegabytes })
  }
  if (error instanceof BrokenZip) return problem(422, 'file.damaged')
  if (error instanceof EncryptedFileError) return problem(422, 'file.encrypted')
  // Whatever else a parser of foreign bytes throws, the file is the reason: it is out of the sender's hands to do more
  // than to save it anew. The cause stays for the log.
  const refused = problem(422, 'file.damaged')
  refused.cause = error
  return refused
}

function headMerges(columns: readonly SheetColumn[], headRow: number): MergeRange[] {
  const merges: MergeRange[] = []
  for (let start = 0; start < columns.length; ) {
    const group = columns[start]!.group
    let end = start
    while (group && columns[end + 1]?.group === group) end += 1
    if (!group) merges.push({ startRow: headRow, endRow: headRow + 1, startCol: start, endCol: start })
    else if (end > start) merges.push({ startRow: headRow, endRow: headRow, startCol: start, endCol: end })
    start = end + 1
  }
  return merges
}

function written(value: Value, column: SheetColumn): CellValue {
  if (value === null || value === undefined) return null
  // Midnight in UTC, which is how hucre counts; a local midnight would be written as the day before.
  if (column.kind === 'day' && isDay(value)) return new Date(`${value}T00:00:00Z`)
  if (column.kind === 'text' && typeof value === 'number') return String(value)
  return value
}

const formatOf = (column: SheetColumn): string => {
  if (column.kind === 'text') return '@'
  if (column.kind === 'day') return 'dd/mm/yyyy'
  return column.decimals ? `#,##0.${'0'.repeat(column.decimals)}` : '#,##0'
}

function bodyStyle(column: SheetColumn): CellStyle {
  const horizontal = column.kind === 'number' ? 'right' : column.kind === 'day' ? 'center' : 'left'
  return {
    font,
    border,
    numFmt: formatOf(column),
    alignment: { horizontal, vertical: 'top', wrapText: true },
  }
}

function widthOf(column: SheetColumn, rows: readonly Readonly<Record<string, Value>>[]): number {
  const words = column.title.split(/\s+/).map((word) => word.length)
  const title = Math.max(...words, Math.ceil(column.title.length / 2))
  if (column.kind === 'day') return Math.max(12, title + 2)
  const longest = rows.reduce((most, row) => Math.max(most, String(row[column.key] ?? '').length), 0)
  return Math.min(60, Math.max(8, title + 2, longest + 2))
}

/** Excel does not grow the height of merged cells by itself. */
function heightsOf(
  titles: readonly TitleLine[],
  notes: readonly string[],
  columns: readonly SheetColumn[],
  widths: readonly number[],
  at: { headRow: number; bodyRow: number; end: number },
): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>()
  const linesOf = (text: string, width: number) => Math.ceil((text.length * 1.15) / Math.max(6, width - 1))
  const width = widths.reduce((sum, one) => sum + one, 0)
  const set = (row: number, lines: number) => {
    if (lines > 1) heights.set(row, { height: Math.ceil(lines * 16) })
  }
  for (const [index, title] of titles.entries()) {
    set(index, linesOf(typeof title === 'string' ? title : title.text, width))
  }
  for (const [index, note] of notes.entries()) set(at.end - notes.length + index, linesOf(note, width))
  const depth = at.bodyRow - at.headRow
  const tallest = (isIn: (column: SheetColumn) => boolean) =>
    Math.max(1, ...columns.map((column, index) => (isIn(column) ? linesOf(column.title, widths[index]!) : 1)))
  const below = depth === 1 ? tallest(() => true) : tallest((column) => column.group !== undefined)
  set(at.bodyRow - 1, Math.max(below, tallest(() => true) - (depth - 1)))
  return heights
}

/** Excel allows 31 characters, without : \ / ? * [ ]. */
const safeSheetName = (name: string) => tidy(name.replace(/[:\\/?*[\]]/g, ' ')).slice(0, 31) || 'Sheet1'

function byRow(errors: readonly RowError[]): RowError[] {
  const sentences = new Map<number, string[]>()
  for (const { rowNumber, sentence } of errors) {
    sentences.set(rowNumber, [...(sentences.get(rowNumber) ?? []), sentence])
  }
  return [...sentences].map(([rowNumber, list]) => ({ rowNumber, sentence: list.join('\n') }))
}

/**
 * hucre writes print titles and print areas as «Tiến độ 2023!$1:$2»; a name with a blank must stand in apostrophes, else
 * Excel repairs the file. So they are given as defined names, in which what we write is kept.
 */
function printName(kind: 'Titles' | 'Area', sheetName: string, ranges: string): NamedRange {
  const quoted = `'${sheetName.replaceAll("'", "''")}'`
  const range = ranges.split(',').map((one) => `${quoted}!${one}`)
  return { name: `_xlnm.Print_${kind}`, range: range.join(','), scope: sheetName }
}

function keepPrintNames(workbook: Workbook, sheet: HucreSheet): void {
  const setup = sheet.pageSetup
  if (!setup) return
  const titles = [setup.printTitlesColumn, setup.printTitlesRow].filter((one) => one !== undefined)
  const names = workbook.namedRanges ?? []
  if (titles.length > 0) names.push(printName('Titles', sheet.name, titles.join(',')))
  if (setup.printArea) names.push(printName('Area', sheet.name, setup.printArea))
  workbook.namedRanges = names
  delete setup.printTitlesColumn
  delete setup.printTitlesRow
  delete setup.printArea
}

function errorColumnOf(sheet: HucreSheet, marks: { headerRow: number; title: string }): number {
  const head = sheet.rows[marks.headerRow - 1] ?? []
  const again = head.findIndex((value) => typeof value === 'string' && fold(value) === fold(marks.title))
  if (again >= 0) return again
  const filled = sheet.rows.map((row) => row.findLastIndex((value) => value !== null && value !== ''))
  const merged = (sheet.merges ?? []).map((merge) => merge.endCol)
  return 1 + [...filled, ...merged].reduce((most, one) => Math.max(most, one), -1)
}

/** For CSV, .xls and .ods: all sheets as values, the marked one with its column. */
async function markCopy(
  sheets: readonly Sheet[],
  marks: { sheetName: string; headerRow: number; title: string; errors: readonly RowError[] },
): Promise<Uint8Array> {
  const copies = sheets.map((sheet) => {
    const last = sheet.rows.at(-1)?.rowNumber ?? 0
    const rows: CellValue[][] = Array.from({ length: last }, () => [])
    const cells = new Map<string, Partial<HucreCell>>()
    for (const { rowNumber, cells: line } of sheet.rows) {
      rows[rowNumber - 1] = line.map((cell, column) => {
        if (cell.kind === 'day') {
          const value = new Date(`${cell.day}T00:00:00Z`)
          cells.set(`${rowNumber - 1},${column}`, { value, style: { numFmt: 'dd/mm/yyyy' } })
          return value
        }
        return cell.raw
      })
    }
    const merges = sheet.merges.map((merge) => ({
      startRow: merge.firstRow - 1,
      endRow: merge.lastRow - 1,
      startCol: merge.firstColumn - 1,
      endCol: merge.lastColumn - 1,
    }))
    const copy = { name: safeSheetName(sheet.name), rows, cells, merges, columns: [] as { width: number }[] }
    if (sheet.name !== marks.sheetName) return copy
    const column = errorColumnOf({ name: copy.name, rows, merges }, marks)
    const put = (rowNumber: number, value: string, style: CellStyle) => {
      while (rows.length < rowNumber) rows.push([])
      const row = rows[rowNumber - 1]!
      while (row.length <= column) row.push(null)
      row[column] = value
      cells.set(`${rowNumber - 1},${column}`, { value, style })
    }
    for (const row of rows.slice(marks.headerRow)) if (row.length > column) row[column] = null
    put(marks.headerRow, marks.title, errorHeadStyle)
    for (const { rowNumber, sentence } of byRow(marks.errors)) put(rowNumber, sentence, errorStyle)
    copy.columns = Array.from({ length: column + 1 }, (_, index) => ({ width: index === column ? 60 : 16 }))
    return copy
  })
  return await writeXlsx({ defaultFont: font, sheets: copies })
}
