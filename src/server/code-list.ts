import { problem } from '../pure/problem.ts'
import type { Ctx } from './ctx.ts'
import { RowReader } from './files/row-reader.ts'
import { readText, type Table } from './files/table.ts'
import type { Importer, ImportRow } from './importer.ts'

type Known = { id: number; version: number; code: string }

/** How a plain list, in which every row is one thing known by its code, is read, compared and written. */
export type CodeList<Key extends string, Facts extends { code: string }, K extends Known> = {
  read(reader: RowReader<Key>): Facts
  /** Those of these codes that are there already. */
  known(ctx: Ctx, codes: readonly string[]): Promise<K[]>
  /** The facts as a person reads them, by column; compared as text. */
  printed(of: Facts | K): Partial<Record<Key, string>>
  understood(facts: Facts): string
  codeColumn: Key
  /** The problem of a code that stands twice in the file; its parameter is `rowNumber`. */
  codeTwice: string
  add(ctx: Ctx, facts: readonly Facts[]): Promise<unknown>
  change(ctx: Ctx, known: K, facts: Facts): Promise<boolean>
}

/** The two steps of an importer for such a list. A row whose code is new is added, a known one changed where it differs. */
export const checkCodeList =
  <Key extends string, Facts extends { code: string }, K extends Known>(
    list: CodeList<Key, Facts, K>,
  ): Importer['check'] =>
  async (ctx, found) => {
    const table = found as Table<Key>
    const read = rowsOf(table, list.codeColumn).map((row) => {
      const reader = new RowReader(table, row)
      return { row, reader, facts: list.read(reader) }
    })
    const known = new Map(
      (await list.known(ctx, [...new Set(read.map((one) => one.facts.code))])).map((one) => [one.code, one]),
    )
    const first = new Map<string, number>()
    const plans = read.map(({ row, reader, facts }) => {
      const earlier = first.get(facts.code)
      if (earlier !== undefined) reader.wrong(list.codeColumn, list.codeTwice, { rowNumber: earlier })
      else if (facts.code !== '') first.set(facts.code, row.rowNumber)
      const before = known.get(facts.code)
      const changes = before ? differences(table, list.printed(before), list.printed(facts)) : []
      const action = reader.isWrong ? 'wrong' : !before ? 'add' : changes.length > 0 ? 'change' : 'same'
      const report: ImportRow = {
        rowNumber: row.rowNumber,
        action,
        understood: list.understood(facts),
        problems: reader.problems,
        ...(action === 'change' && { changes }),
      }
      return { facts, before, report }
    })
    return {
      report: { rows: plans.map((one) => one.report), checks: [] },
      apply: async (ctx) => {
        await list.add(
          ctx,
          plans.filter((one) => one.report.action === 'add').map((one) => one.facts),
        )
        for (const { before, facts, report } of plans)
          if (report.action === 'change' && before && !(await list.change(ctx, before, facts)))
            throw problem(409, 'database.tryAgain')
      },
    }
  }

/**
 * The rows that mean a thing. The last one of a file looks like a signature to the reader of tables where something that is
 * needed is missing; with a code and more beside it, it is a row with something missing.
 */
const rowsOf = <Key extends string>(table: Table<Key>, code: Key) =>
  table.rows.filter((row) => {
    if (row.kind !== 'note') return row.kind === 'data'
    const filled = (Object.keys(row.cells) as Key[]).filter((key) => readText(row.cells[key]) !== null)
    return filled.length > 1 && /^\S+$/.test(readText(row.cells[code]) ?? '')
  })

/** What would change, under the titles of the file; a column that the file does not have changes nothing. */
function differences<Key extends string>(
  table: Table<Key>,
  before: Partial<Record<Key, string>>,
  after: Partial<Record<Key, string>>,
): { column: string; before: string; after: string }[] {
  return (Object.keys(after) as Key[]).flatMap((key) => {
    const column = table.columns[key]?.title
    const [old, now] = [before[key] ?? '', after[key] ?? '']
    return column === undefined || old === now ? [] : [{ column, before: old, after: now }]
  })
}
