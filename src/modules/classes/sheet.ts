import type * as z from 'zod'
import type { Locale } from '../../pure/words.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { classRow } from './contract.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** The list of classes as a workbook: the layout that an import takes back in. */
export async function classesSheet(
  locale: Locale,
  year: number,
  rows: readonly z.infer<typeof classRow>[],
): Promise<File> {
  const w = locale === 'vi' ? vi : en
  const bytes = await writeSheet({
    sheetName: w.sheet.name({ year }),
    titleLines: [{ text: w.sheet.title({ year }), isBold: true }],
    isLandscape: true,
    columns: [
      { key: 'number', title: 'STT', kind: 'number', width: 6 },
      { key: 'code', title: w.field.code, kind: 'text' },
      { key: 'name', title: w.field.name, kind: 'text', width: 44 },
      { key: 'mode', title: w.field.mode, kind: 'text', width: 16 },
      { key: 'countsAs', title: w.field.countsAs, kind: 'text', width: 13 },
      { key: 'opensOn', title: w.field.opensOn, kind: 'day', group: w.sheet.time },
      { key: 'closesOn', title: w.field.closesOn, kind: 'day', group: w.sheet.time },
      { key: 'place', title: w.field.place, kind: 'text' },
      { key: 'partner', title: w.field.partner, kind: 'text' },
      { key: 'basis', title: w.field.basis, kind: 'text', width: 13 },
      { key: 'learners', title: w.field.learners, kind: 'number', width: 10 },
      { key: 'note', title: w.field.note, kind: 'text' },
    ],
    rows: rows.map((row, index) => ({
      ...row,
      number: index + 1,
      mode: row.mode === 'none' ? '-' : w.mode[row.mode],
      countsAs: w.countsAs[row.countsAs],
      basis: row.policy?.issuer ? `${w.basis.policy} (${row.policy.issuer})` : w.basis[row.basis],
      policy: null,
    })),
    totals: [
      {
        name: w.sheet.total({ classes: rows.length }),
        learners: rows.reduce((sum, row) => sum + (row.learners ?? 0), 0),
      },
    ],
    footnotes: [w.sheet.note],
  })
  return xlsxFile(w.sheet.fileName({ year }), bytes)
}
