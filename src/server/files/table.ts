import { type Day, type DayRefusal, readVietnameseDay } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { fold } from '../../pure/vietnamese.ts'
import { type Cell, cellText, emptyCell, type Merge, type Sheet, type SheetRow } from './xlsx.ts'

/** A column that the reader looks for, under any of its names. The first is the one shown to people. */
export type WantedColumn<Key extends string = string> = {
  key: Key
  synonyms: readonly [string, ...string[]]
  required: boolean
}

/**
 * What a row under the head is. `section`: a heading or sub-total that names the rows below it; `total`: Cộng, Tổng cộng;
 * `note`: remarks, signatures, a head repeated on the next page.
 */
export type RowKind = 'data' | 'section' | 'total' | 'note' | 'blank'

export type TableRow<Key extends string = string> = {
  /** As Excel counts. */
  rowNumber: number
  kind: RowKind
  /** Every wanted column has its cell; the empty one where the column or the value is missing. */
  cells: Record<Key, Cell>
  /** The row as a person reads it; of a section without its «I», «A». */
  text: string
}

export type Table<Key extends string = string> = {
  sheetName: string
  /** Row numbers of the head, from the first to the last. */
  headerRows: number[]
  /** Column (from 1) and the title as it is written, «Thời gian / Khai giảng»; only those that were found. */
  columns: Partial<Record<Key, { column: number; title: string }>>
  rows: TableRow<Key>[]
  /** What stands above the head, a line each. */
  titleLines: string[]
  /** Titles that nobody asked for: to be shown, not to be lost in silence. */
  unknownColumns: { column: number; title: string }[]
}

/**
 * Finds the table in a workbook as offices keep it: under title lines, with a head of one to three rows and merged cells,
 * columns in any order and under any of their names, section rows, totals and notes. The sheet whose head fits best wins.
 * Throws 422 `file.noHeader` with the columns looked for and the required ones that the best head lacks.
 */
export function findTable<Key extends string>(
  sheets: readonly Sheet[],
  wanted: readonly WantedColumn<Key>[],
): Table<Key> {
  const names = wanted.map(({ key, required, synonyms }) => ({ key, required, names: synonyms.map(wordsOf) }))
  let best: Head<Key> | undefined
  for (const sheet of sheets) {
    const grid = new Grid(sheet)
    for (const head of headsOf(grid, names)) if (!best || isBetter(head, best)) best = head
  }
  const required = wanted.filter((column) => column.required)
  const missing = required.filter((column) => !best?.matches.has(column.key))
  if (!best || missing.length > 0) {
    throw problem(422, 'file.noHeader', {
      lookedFor: required.map((column) => column.synonyms[0]),
      missing: missing.map((column) => column.synonyms[0]),
    })
  }
  return tableUnder(best, wanted)
}

/** A value that was read, or why not. An empty cell and a lone dash read as null. */
export type Reading<T, Reason extends string> = { ok: true; value: T | null } | { ok: false; reason: Reason }

/** Text of the cell, null when empty. A number typed as a code keeps its digits. */
export const readText = (cell: Cell | undefined): string | null => cellText(cell) || null

/**
 * A whole number: a number, or text such as '08', '1.350', ' 70 ', '4681 lượt'. '1,5' and 1.5 are refused, '1,350' too:
 * it is one and a third here and one thousand elsewhere.
 */
export function readWhole(cell: Cell | undefined): Reading<number, 'notANumber' | 'notWhole'> {
  if (isNothing(cell)) return { ok: true, value: null }
  if (cell?.kind === 'number') return whole(cell.number)
  if (cell?.kind !== 'text') return { ok: false, reason: 'notANumber' }
  const text = cell.text.replace(unitsOfCount, '').trim()
  if (/^[+-]?\d{1,3}([. ]\d{3})+$/.test(text)) return whole(Number(text.replace(/[. ]/g, '')))
  if (/^[+-]?\d+$/.test(text)) return whole(Number(text))
  return { ok: false, reason: /^[+-]?\d+[.,]\d+$/.test(text) ? 'notWhole' : 'notANumber' }
}

/** A day: a real date of the workbook, or text as `readVietnameseDay` takes it. A bare number is none. */
export function readDay(cell: Cell | undefined): Reading<Day, DayRefusal> {
  if (isNothing(cell)) return { ok: true, value: null }
  if (cell?.kind === 'day') return { ok: true, value: cell.day }
  if (cell?.kind !== 'text') return { ok: false, reason: 'notADay' }
  const reading = readVietnameseDay(cell.text)
  return reading.ok ? { ok: true, value: reading.day } : reading
}

const unitsOfCount = /\s*(lượt|lớp|người|học viên|hv|đ\/c)\.?$/iu

const isNothing = (cell: Cell | undefined) =>
  cell === undefined || cell.kind === 'empty' || (cell.kind === 'text' && /^[-–—.…]+$/.test(cell.text))

const whole = (value: number): Reading<number, 'notANumber' | 'notWhole'> =>
  Number.isSafeInteger(value) ? { ok: true, value } : { ok: false, reason: 'notWhole' }

/** A sheet by row and column from 1, with what merged cells cover. */
class Grid {
  readonly sheet: Sheet
  readonly width: number
  private readonly byNumber: Map<number, SheetRow>
  private readonly mergesByRow = new Map<number, Merge[]>()

  constructor(sheet: Sheet) {
    this.sheet = sheet
    this.byNumber = new Map(sheet.rows.map((row) => [row.rowNumber, row]))
    this.width = sheet.rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
    for (const merge of sheet.merges) {
      for (let row = merge.firstRow; row <= Math.min(merge.lastRow, merge.firstRow + 500); row += 1) {
        this.mergesByRow.set(row, [...(this.mergesByRow.get(row) ?? []), merge])
      }
    }
  }

  /** The cell as it is stored: of a merged range only its first has a value. */
  cell(row: number, column: number): Cell {
    return this.byNumber.get(row)?.cells[column - 1] ?? emptyCell
  }

  mergeAt(row: number, column: number): Merge | undefined {
    return this.mergesByRow.get(row)?.find((one) => one.firstColumn <= column && column <= one.lastColumn)
  }

  /** The text that is seen at this place, also inside a merged range. */
  textAt(row: number, column: number): string {
    const merge = this.mergeAt(row, column)
    return cellText(merge ? this.cell(merge.firstRow, merge.firstColumn) : this.cell(row, column))
  }

  filled(row: number): number[] {
    const cells = this.byNumber.get(row)?.cells ?? []
    return cells.flatMap((cell, index) => (cell.kind === 'empty' ? [] : [index + 1]))
  }
}

type Head<Key extends string> = {
  grid: Grid
  firstRow: number
  lastRow: number
  /** Titles from the outer to the inner one, by column. */
  paths: Map<number, string[]>
  matches: Map<Key, { column: number; score: number }>
  hasRequired: boolean
  score: number
}

// A head stands near the top; the title lines of the longest decisions take some twenty rows.
const headSearchRows = 80

function* headsOf<Key extends string>(grid: Grid, wanted: readonly Names<Key>[]): Generator<Head<Key>> {
  for (const { rowNumber } of grid.sheet.rows.slice(0, headSearchRows)) {
    for (const depth of [1, 2, 3]) {
      const lastRow = rowNumber + depth - 1
      if (!canBeHead(grid, rowNumber, lastRow)) continue
      const paths = pathsOf(grid, rowNumber, lastRow)
      const matches = matchColumns(paths, wanted)
      const scores = [...matches.values()].reduce((sum, match) => sum + match.score, 0)
      const hasRequired = wanted.every((column) => !column.required || matches.has(column.key))
      if (matches.size > 0) {
        yield { grid, firstRow: rowNumber, lastRow, paths, matches, hasRequired, score: scores }
      }
    }
  }
}

function isBetter<Key extends string>(head: Head<Key>, than: Head<Key>): boolean {
  if (head.hasRequired !== than.hasRequired) return head.hasRequired
  // Among equals over the same rows the flatter head: a title line above is no parent of the columns. Never one further
  // down: that is the head of the next page, and the rows above it would be lost.
  const isFlatter = head.grid === than.grid && head.lastRow === than.lastRow && head.firstRow > than.firstRow
  return head.score > than.score || (head.score === than.score && isFlatter)
}

/** Several rows are one head when merged cells tie them together, or the lower fills just the gaps of the upper. */
function canBeHead(grid: Grid, first: number, last: number): boolean {
  if (first === last) return !startsInside(grid, first)
  if (startsInside(grid, first)) return false
  const merges = grid.sheet.merges.filter((one) => one.firstRow >= first && one.firstRow <= last)
  const reaches = merges.some((one) => one.firstRow === first && one.lastRow === last)
  if (reaches && merges.every((one) => one.lastRow <= last)) return true
  return last === first + 1 && fillsGaps(grid, first, last)
}

/** A row inside a range that was merged from above is not the first of a head. */
const startsInside = (grid: Grid, row: number): boolean =>
  grid.sheet.merges.some((one) => one.firstRow < row && row <= one.lastRow)

/** Without vertical merges (CSV, careless typing): «Thời gian | » over «Khai giảng | Bế giảng», nothing else below. */
function fillsGaps(grid: Grid, upper: number, lower: number): boolean {
  const children = grid.filled(lower)
  if (children.length < 2 || grid.filled(upper).length < 2) return false
  const isWords = children.every((column) => {
    const cell = grid.cell(lower, column)
    return cell.kind === 'text' && !/^[\d.,/-]+$/.test(cell.text)
  })
  return isWords && children.every((column) => parentColumn(grid, upper, column) !== undefined)
}

/** The column whose title stands over this one: its own when its right neighbour is free, else the next to the left. */
function parentColumn(grid: Grid, upper: number, column: number): number | undefined {
  const merge = grid.mergeAt(upper, column)
  if (merge) return merge.lastColumn > merge.firstColumn ? merge.firstColumn : undefined
  const isFree = (one: number) => grid.cell(upper, one).kind === 'empty'
  if (!isFree(column)) return isFree(column + 1) && column < grid.width ? column : undefined
  for (let left = column - 1; left > 0; left -= 1) if (!isFree(left)) return left
  return undefined
}

function pathsOf(grid: Grid, first: number, last: number): Map<number, string[]> {
  const paths = new Map<number, string[]>()
  for (let column = 1; column <= grid.width; column += 1) {
    const path: string[] = []
    for (let row = first; row <= last; row += 1) {
      let text = grid.textAt(row, column)
      if (text === '' && row < last && grid.textAt(last, column) !== '') {
        const parent = parentColumn(grid, row, column)
        if (parent !== undefined) text = grid.textAt(row, parent)
      }
      if (text !== '' && path.at(-1) !== text) path.push(text)
    }
    if (path.length > 0) paths.set(column, path)
  }
  return paths
}

const wordsOf = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()

// Titles of a lower row that add nothing to the one above: «Số lớp / Tổng số».
const addsNothing = new Set(['tong so', 'tong', 'tong cong', 'cong', 'so luong', 'chung'])

/** A column's title, made ready for comparing. */
type Title = { inner: string; bare: string; withParents: string | undefined; parent: string | undefined }

function titleFrom(path: readonly string[]): Title {
  const inner = path.at(-1) ?? ''
  return {
    inner: wordsOf(inner),
    bare: wordsOf(inner.replace(/\(.*?\)/g, ' ')),
    withParents: path.length > 1 ? wordsOf(path.join(' ')) : undefined,
    parent: path.length > 1 ? wordsOf(path.at(-2)!) : undefined,
  }
}

/** How well a title answers to a name: 4 with its parents, 3 exactly, 2.5 without brackets, 1 to 2 as a part. */
function scoreOf(title: Title, name: string): number {
  if (title.withParents === name) return 4
  if (title.inner === name) return 3
  if (title.bare === name) return 2.5
  if (title.parent === name && addsNothing.has(title.bare)) return 2.5
  if (name.length < 4 || !` ${title.bare} `.includes(` ${name} `)) return 0
  // The longer the name within the title, the surer: «Số lớp chuyển tiếp» is rather «chuyển tiếp» than «số lớp».
  return 1 + name.length / title.bare.length
}

type Names<Key extends string> = { key: Key; required: boolean; names: string[] }

/** Gives each wanted column at most one column of the sheet and the other way round, the surest pairs first. */
function matchColumns<Key extends string>(
  paths: Map<number, string[]>,
  wanted: readonly Names<Key>[],
): Map<Key, { column: number; score: number }> {
  const pairs: { key: Key; column: number; score: number }[] = []
  for (const [column, path] of paths) {
    const title = titleFrom(path)
    for (const { key, names } of wanted) {
      const score = Math.max(...names.map((name) => scoreOf(title, name)))
      if (score > 0) pairs.push({ key, column, score })
    }
  }
  pairs.sort((a, b) => b.score - a.score || a.column - b.column)
  const matches = new Map<Key, { column: number; score: number }>()
  const taken = new Set<number>()
  for (const { key, column, score } of pairs) {
    if (matches.has(key) || taken.has(column)) continue
    matches.set(key, { column, score })
    taken.add(column)
  }
  return matches
}

// A column that an earlier answer of ours added.
const isErrorColumn = (title: string) => ['loi', 'error'].includes(wordsOf(title))

function tableUnder<Key extends string>(head: Head<Key>, wanted: readonly WantedColumn<Key>[]): Table<Key> {
  const { grid, paths, matches } = head
  const title = (column: number) => (paths.get(column) ?? []).join(' / ')
  const known = new Set([...matches.values()].map((match) => match.column))
  let lastRow = head.lastRow
  const rowNumbers = grid.sheet.rows.map((row) => row.rowNumber)
  const next = rowNumbers.find((row) => row > lastRow)
  if (next !== undefined && isNumbering(grid, next)) lastRow = next

  const columns: Table<Key>['columns'] = {}
  for (const [key, match] of matches) columns[key] = { column: match.column, title: title(match.column) }
  return {
    sheetName: grid.sheet.name,
    headerRows: Array.from({ length: lastRow - head.firstRow + 1 }, (_, i) => head.firstRow + i),
    columns,
    rows: rowsUnder(head, lastRow, wanted),
    titleLines: grid.sheet.rows
      .filter((row) => row.rowNumber < head.firstRow)
      .map((row) => joined(row.cells.map(cellText))),
    unknownColumns: [...paths.keys()]
      .filter(
        (column) => !known.has(column) && !isOrdinalTitle(title(column)) && !isErrorColumn(title(column)),
      )
      .map((column) => ({ column, title: title(column) })),
  }
}

const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join(' ')
const isOrdinalTitle = (title: string) => ['tt', 'stt', 'so tt', 'so thu tu', 'no'].includes(wordsOf(title))

/** The row (1) (2) (3) or A B 1 2 that many forms have under the head. */
function isNumbering(grid: Grid, row: number): boolean {
  const texts = grid.filled(row).map((column) => grid.textAt(row, column))
  if (texts.length < 3 || !texts.every((text) => /^\(?([A-Z]|\d{1,2})\)?( ?=.*)?$/.test(text))) return false
  const numbers = texts
    .map((text) => Number.parseInt(text.replace('(', ''), 10))
    .filter((n) => !Number.isNaN(n))
  return numbers.length >= 2 && numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1)
}

/** A row while its kind is being found out. */
type Draft<Key extends string> = TableRow<Key> & {
  ordinal: Ordinal
  /** Cells with a text that is neither number nor day, outside of the ordinal's column. */
  words: string[]
  hasFigures: boolean
  requiredFilled: number
  isWide: boolean
}

/** How the row is numbered; what stands deeper has the greater number. */
type Ordinal = 'letter' | 'roman' | 'number' | 'decimal' | 'dash' | 'other' | 'none'
const depthOf: Record<Ordinal, number> = {
  letter: 0,
  roman: 1,
  number: 2,
  decimal: 3,
  dash: 4,
  other: 3,
  none: 3,
}

function rowsUnder<Key extends string>(
  head: Head<Key>,
  lastHeaderRow: number,
  wanted: readonly WantedColumn<Key>[],
): TableRow<Key>[] {
  const drafts: Draft<Key>[] = []
  const ordinalColumn = [...head.paths].find(([, path]) => isOrdinalTitle(path.at(-1)!))?.[0]
  const lastRow = head.grid.sheet.rows.at(-1)?.rowNumber ?? lastHeaderRow
  const stored = head.grid.sheet.rows.filter((row) => row.rowNumber > lastHeaderRow)
  let expected = lastHeaderRow + 1
  for (const { rowNumber } of stored) {
    // A long gap is one blank row: a stray cell far below must not make a million.
    const firstBlank = rowNumber - expected > 100 ? rowNumber : expected
    for (let blank = firstBlank; blank < rowNumber; blank += 1)
      drafts.push(draft(head, blank, ordinalColumn, wanted))
    drafts.push(draft(head, rowNumber, ordinalColumn, wanted))
    expected = rowNumber + 1
  }
  const required = wanted.filter((column) => column.required).length
  for (const [index, row] of drafts.entries())
    row.kind = kindOf(row, drafts.slice(index + 1, index + 51), head)
  markTail(drafts, required)
  return drafts
    .filter((row) => row.rowNumber <= lastRow)
    .map(({ rowNumber, kind, cells, text, ordinal, words }) => ({
      rowNumber,
      kind,
      cells,
      text: kind === 'section' ? sectionText(ordinal, words, text) : text,
    }))
}

function draft<Key extends string>(
  head: Head<Key>,
  rowNumber: number,
  ordinalColumn: number | undefined,
  wanted: readonly WantedColumn<Key>[],
): Draft<Key> {
  const { grid, matches, paths } = head
  const columns = [...paths.keys()].filter((column) => !isErrorColumn((paths.get(column) ?? []).join(' ')))
  const last = Math.max(...columns)
  const filled = grid.filled(rowNumber).filter((column) => column <= last)
  const cells = {} as Record<Key, Cell>
  let requiredFilled = 0
  for (const { key, required } of wanted) {
    const column = matches.get(key)?.column
    const cell = column === undefined ? emptyCell : seen(grid, rowNumber, column)
    cells[key] = cell
    if (required && cell.kind !== 'empty') requiredFilled += 1
  }
  const ordinal =
    ordinalColumn === undefined ? 'none' : ordinalOf(cellText(grid.cell(rowNumber, ordinalColumn)))
  const isOrdinalCell = (column: number) => column === ordinalColumn && ordinal !== 'other'
  const others = filled.filter((column) => !isOrdinalCell(column))
  const merge = filled.length === 1 ? grid.mergeAt(rowNumber, filled[0]!) : undefined
  return {
    rowNumber,
    kind: 'data',
    cells,
    text: joined(filled.map((column) => cellText(grid.cell(rowNumber, column)))),
    ordinal,
    words: others
      .filter((column) => !isFigure(grid.cell(rowNumber, column)))
      .map((column) => grid.textAt(rowNumber, column)),
    hasFigures: others.some((column) => isFigure(grid.cell(rowNumber, column))),
    requiredFilled,
    isWide: merge !== undefined && merge.lastColumn - merge.firstColumn + 1 >= columns.length / 2,
  }
}

/** The cell; where rows are merged downwards, a text holds for all of them. A number does not: it would count twice. */
function seen(grid: Grid, row: number, column: number): Cell {
  const merge = grid.mergeAt(row, column)
  if (!merge || merge.firstRow === row || merge.lastColumn > merge.firstColumn) return grid.cell(row, column)
  const first = grid.cell(merge.firstRow, column)
  return first.kind === 'text' || first.kind === 'day' ? first : emptyCell
}

function isFigure(cell: Cell): boolean {
  if (cell.kind === 'number' || cell.kind === 'day') return true
  return cell.kind === 'text' && /^[+-]?[\d][\d.,/ -]*%?$/.test(cell.text)
}

function ordinalOf(text: string): Ordinal {
  if (/^[-–—+*]$/.test(text)) return 'dash'
  const bare = text.replace(/[.):/-]+$/, '').trim()
  if (bare === '') return 'none'
  if (/^\d+$/.test(bare)) return 'number'
  if (/^\d+(\.\d+)+$/.test(bare) || /^[a-zđ]$/.test(bare)) return 'decimal'
  if (/^(X{0,3})(IX|IV|V?I{0,3})$/.test(bare)) return 'roman'
  if (/^[A-ZĐ]$/.test(bare)) return 'letter'
  return 'other'
}

function kindOf<Key extends string>(
  row: Draft<Key>,
  following: readonly Draft<Key>[],
  head: Head<Key>,
): RowKind {
  if (row.text === '') return 'blank'
  const [first = ''] = row.words
  if (isTotal(first) && row.words.length <= 2) return 'total'
  if (/^(ghi chú|ghi chu|nguồn|note|\(\*\)|\*)/iu.test(first)) return 'note'
  if (isHeadAgain(row, head)) return 'note'
  if (row.isWide && !row.hasFigures) return 'section'
  if (row.ordinal === 'letter' || row.ordinal === 'roman') {
    if (!row.hasFigures && row.words.length <= 1) return 'section'
    // With figures it is a sub-total, if rows of a deeper numbering follow: «I … 23», «1 … 8», «2 … 15».
    const next = following.find((one) => one.text !== '')
    if (next && depthOf[next.ordinal] > depthOf[row.ordinal] && !isTotal(next.words[0] ?? ''))
      return 'section'
    return 'data'
  }
  if (row.ordinal === 'number') {
    const next = following.find((one) => one.text !== '')?.ordinal
    if (next === 'decimal' || (next === 'dash' && isSumOf(row, following))) return 'section'
  }
  if (!isNumbered(row) && row.words.length === 1 && !row.hasFigures) {
    return 'section'
  }
  return 'data'
}

const isNumbered = (row: { ordinal: Ordinal }) => ['number', 'decimal', 'dash'].includes(row.ordinal)

/** «1 Trung cấp 5» over «- Tập trung 2», «- Vừa làm vừa học 3»: what the row counts, its parts count. */
function isSumOf<Key extends string>(row: Draft<Key>, following: readonly Draft<Key>[]): boolean {
  const end = following.findIndex((one) => one.ordinal !== 'dash')
  const parts = end < 0 ? following : following.slice(0, end)
  return (Object.keys(row.cells) as Key[]).every((key) => {
    const own = readWhole(row.cells[key])
    if (!own.ok || own.value === null) return true
    return own.value === parts.reduce((sum, part) => sum + numberIn(part.cells[key]), 0)
  })
}

function numberIn(cell: Cell): number {
  const reading = readWhole(cell)
  return reading.ok ? (reading.value ?? 0) : 0
}

/**
 * Whether the words begin a total: Cộng, Tổng, Tổng cộng, Tổng số, also «Cộng (kế hoạch)», «Cộng mục I». Not «Cộng tác
 * viên» nor «Tổng kết», and «Công tác» has another tone, so nothing is folded here unless the whole is without tones.
 */
function isTotal(words: string): boolean {
  const text = words.toLowerCase()
  if (/^(cộng|tổng) (tác|đồng|hòa|hoà|sản|hưởng|quan|hợp|kết|thể|liên|công ty|cục|bí thư|quát)/u.test(text))
    return false
  if (/^(cộng|tổng)(?![\p{L}\p{M}])/u.test(text)) return true
  return (
    /^(tong cong|tong so|tong|cong|total|grand total|sub-?total)( |:|$)/.test(text) &&
    !/^cong \p{L}/u.test(text)
  )
}

/** The head printed once more, as at the top of the next page. */
function isHeadAgain<Key extends string>(row: Draft<Key>, head: Head<Key>): boolean {
  const filled = head.grid.filled(row.rowNumber)
  const titles = filled.filter((column) => {
    const text = wordsOf(cellText(head.grid.cell(row.rowNumber, column)))
    return text !== '' && (head.paths.get(column) ?? []).some((title) => wordsOf(title) === text)
  })
  return titles.length >= 2 && titles.length >= filled.length * 0.8
}

/** After the last real row there are only notes, places, dates and signatures. */
function markTail<Key extends string>(rows: Draft<Key>[], required: number): void {
  for (const row of rows.toReversed()) {
    if (row.kind === 'blank' || row.kind === 'note') continue
    const isWeak = !isNumbered(row) && row.requiredFilled < required && !row.hasFigures
    if (row.kind === 'total' || (row.kind === 'data' && !isWeak)) return
    row.kind = 'note'
  }
}

function sectionText(ordinal: Ordinal, words: readonly string[], text: string): string {
  if (ordinal === 'none' || ordinal === 'other') return joined(words) || text
  return words[0] ?? text
}
