import type { Ctx } from './ctx.ts'
import type { Table, WantedColumn } from './files/table.ts'

/** What an import would do with one row of the file. */
export type ImportRow = {
  /** The row's number in the file, as the spreadsheet shows it; 0 for a `drop`, which no row of the file asks for. */
  rowNumber: number
  /** `drop`: not a row of the file but what stands there already, that the file no longer has and that would go. */
  action: 'add' | 'change' | 'drop' | 'same' | 'wrong' | 'skipped'
  /** In one line, what was understood: «TC14-23 · Trung cấp LLCT · Tập trung · 18/05/2023–10/04/2024 · 118». */
  understood: string
  /** Why the row is wrong (or what is doubtful), as codes of problems; `column` is the title as written in the file. */
  problems: { column: string | null; code: string; params: Record<string, unknown>; isError: boolean }[]
  /** Of a `change`: what would change, under the titles as written in the file. */
  changes?: { column: string; before: string; after: string }[]
}

/** A check over the whole file, such as its own total against the sum of its rows. */
export type ImportCheck = { code: string; params: Record<string, unknown>; holds: boolean }

export type ImportReport = { rows: ImportRow[]; checks: ImportCheck[] }

/** What the person may say besides the file. A year that the title names need not be said. */
export type ImportOptions = { year?: number | undefined; fileName?: string | undefined }

/**
 * A kind of file that a module can take in. Always two steps: `check` reads everything and touches nothing; its `apply`
 * writes all or nothing through the module's own service. The same file again changes nothing (`same` rows).
 */
export type Importer = {
  kind: string
  /** The right of the module that the person needs. */
  can: string
  /** The file holds what is shown for a reason only: it goes back to nobody but who has sent it. */
  holdsMasked?: true
  columns: readonly WantedColumn[]
  /** For the template: a row as an example and the choices of drop-downs, by column key. Vietnamese, as files are. */
  template?: {
    example: Readonly<Record<string, string | number>>
    choices?: Readonly<Record<string, readonly string[]>>
    days?: readonly string[]
    numbers?: readonly string[]
  }
  check(
    ctx: Ctx,
    table: Table,
    options: ImportOptions,
  ): Promise<{ report: ImportReport; apply(ctx: Ctx): Promise<void> }>
}
