import type * as z from 'zod'
import type { Words } from '../../pure/words.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import { type curriculum, hourKinds } from './contract.ts'
import { type Item, sumsOf, totalOf } from './rules.ts'
import type { vi } from './words.vi.ts'

/** The outline as a workbook, as on paper and as the import reads it again: the last column keeps what each line has been so far. */
export function outlineSheet(
  w: Words<typeof vi>,
  version: Pick<
    z.infer<typeof curriculum>,
    'id' | 'title' | 'programmeName' | 'kind' | 'number' | 'state' | 'needsConfirmation' | 'source'
  >,
  lastId: number,
  items: readonly Item[],
): Promise<Uint8Array> {
  const f = w.fields
  const sums = sumsOf(items)
  return writeSheet({
    sheetName: w.sheet.name,
    titleLines: [
      { text: version.title.toUpperCase(), isBold: true },
      `${w.versionName({ kind: version.kind, number: version.number })}: ${w.states[version.state]}`,
      w.sheet.which({ id: version.id, lastId }),
      ...(version.source ? [version.source] : []),
      ...(version.needsConfirmation ? [w.needsConfirmation] : []),
    ],
    isLandscape: true,
    columns: [
      { key: 'number', title: f.number, kind: 'text', width: 6 },
      { key: 'level', title: f.level, kind: 'text', width: 12 },
      { key: 'title', title: f.content, kind: 'text', width: 50 },
      ...hourKinds.map((kind) => ({ key: kind, title: w.hours[kind], kind: 'number' as const, width: 9 })),
      { key: 'total', title: f.total, kind: 'number', width: 9 },
      { key: 'field', title: f.field, kind: 'text', width: 12 },
      { key: 'outcomes', title: f.outcomes, kind: 'text', width: 40 },
      { key: 'lineage', title: f.lineage, kind: 'number', width: 10 },
    ],
    rows: items.map((item) => ({
      number: item.number,
      level: w.kinds[item.kind],
      title: item.title,
      ...Object.fromEntries(
        hourKinds.map((kind) => [
          kind,
          item.kind === 'topic' ? item.hours[kind] || null : item.sums[kind] || null,
        ]),
      ),
      total: item.total,
      field: item.fieldCode,
      outcomes: item.outcomes,
      lineage: item.lineageId,
    })),
    totals: [{ title: f.whole, ...sums, total: totalOf(sums) }],
  })
}
