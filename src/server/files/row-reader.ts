import type { Day } from '../../pure/day.ts'
import type { ImportRow } from '../importer.ts'
import { readDay, readText, readWhole, type Table, type TableRow } from './table.ts'

type Doubt = ImportRow['problems'][number]

/** Reads the cells of one row and gathers what is wrong with them, under the titles as they are written in the file. */
export class RowReader<Key extends string> {
  readonly problems: Doubt[] = []
  private readonly table: Table<Key>
  private readonly row: TableRow<Key>

  constructor(table: Table<Key>, row: TableRow<Key>) {
    this.table = table
    this.row = row
  }

  text(key: Key): string | null {
    return readText(this.row.cells[key])
  }

  day(key: Key): Day | null {
    const reading = readDay(this.row.cells[key])
    if (reading.ok) return reading.value
    this.wrong(key, 'field.day')
    return null
  }

  /** A whole number of at least `minimum` and at most `maximum`. */
  whole(key: Key, minimum: number, maximum: number): number | null {
    const reading = readWhole(this.row.cells[key])
    if (!reading.ok) {
      this.wrong(key, 'field.whole')
      return null
    }
    if (reading.value !== null && (reading.value < minimum || reading.value > maximum)) {
      const isSmall = reading.value < minimum
      this.wrong(key, isSmall ? 'field.tooSmall' : 'field.tooLarge', { minimum, maximum })
      return null
    }
    return reading.value
  }

  /** Text that must be there and is no longer than `maximum`. */
  line(key: Key, maximum: number): string {
    const text = this.text(key)
    if (text === null) this.wrong(key, 'field.required')
    else if (text.length > maximum) this.wrong(key, 'field.tooLong', { maximum })
    return text ?? ''
  }

  /** Text that may be missing, no longer than `maximum`; '' where it is. */
  optional(key: Key, maximum: number): string {
    const text = this.text(key) ?? ''
    if (text.length > maximum) this.wrong(key, 'field.tooLong', { maximum })
    return text
  }

  /** The cell in one of our own words; nothing in the cell is null without complaint. */
  word<T>(key: Key, read: (text: string) => T | null): T | null {
    const text = this.text(key)
    if (text === null) return null
    const value = read(text)
    if (value === null) this.wrong(key, 'field.notInList')
    return value
  }

  wrong(key: Key | null, code: string, params: Record<string, unknown> = {}): void {
    this.problems.push({
      column: key === null ? null : (this.table.columns[key]?.title ?? null),
      code,
      params,
      isError: true,
    })
  }

  doubtful(code: string, params: Record<string, unknown> = {}): void {
    this.problems.push({ column: null, code, params, isError: false })
  }

  get isWrong(): boolean {
    return this.problems.some((one) => one.isError)
  }
}

/** What a table without its own columns is to the reader of one kind. */
export const dataRows = <Key extends string>(table: Table<Key>) =>
  table.rows.filter((row) => row.kind === 'data')
