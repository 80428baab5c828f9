import type { Locale } from '../../pure/words.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { Entry } from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** The calendar as a workbook. */
export async function calendarSheet(
  locale: Locale,
  year: number | undefined,
  rows: readonly Entry[],
): Promise<File> {
  const w = locale === 'vi' ? vi : en
  const bytes = await writeSheet({
    sheetName: w.sheet.name,
    titleLines: [{ text: w.sheet.title({ year }), isBold: true }],
    isLandscape: true,
    columns: [
      { key: 'fromOn', title: w.field.fromOn, kind: 'day' },
      { key: 'lastOn', title: w.field.lastOn, kind: 'day' },
      { key: 'title', title: w.field.title, kind: 'text', width: 50 },
      { key: 'kind', title: w.field.kind, kind: 'text', width: 22 },
      { key: 'unit', title: w.field.unit, kind: 'text', width: 30 },
      { key: 'stops', title: w.field.stopsTeaching, kind: 'text', width: 14 },
      { key: 'confirm', title: w.field.needsConfirmation, kind: 'text', width: 20 },
      { key: 'source', title: w.field.source, kind: 'text', width: 44 },
    ],
    rows: rows.map((row) => ({
      ...row,
      kind: w.kind[row.kind],
      unit: row.unit ?? w.everybody,
      stops: row.stopsTeaching ? w.yes : '',
      confirm: row.needsConfirmation ? w.yes : '',
    })),
  })
  return xlsxFile(year === undefined ? 'lich' : `lich-${year}`, bytes)
}
