import type { Words } from '../../pure/words.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import { criteria, type Subject, type Weights } from './contract.ts'
import { keyOf, rank } from './rules/ranking.ts'
import { reasonsOf } from './rules/reasons.ts'
import type { vi } from './words.vi.ts'

/** The order as a workbook: points by criterion, and under them the weights that they were reckoned with. */
export function rankingSheet(
  w: Words<typeof vi>,
  sheet: { year: number; weights: Weights; documentNumber: string | null },
  subjects: readonly Subject[],
): Promise<Uint8Array> {
  const byKey = new Map(subjects.map((subject) => [keyOf(subject), subject]))
  return writeSheet({
    sheetName: w.pages.sheet(sheet),
    titleLines: [
      { text: w.minutes.title(sheet).toUpperCase(), isBold: true },
      sheet.documentNumber ?? w.minutes.draft,
    ],
    isLandscape: true,
    columns: [
      { key: 'rank', title: w.fields.rank, kind: 'number' },
      { key: 'demand', title: w.fields.demand, kind: 'text' },
      { key: 'heads', title: w.fields.heads, kind: 'number' },
      { key: 'units', title: w.fields.units, kind: 'number' },
      { key: 'score', title: w.fields.score, kind: 'number' },
      ...criteria.map((one) => ({ key: one, title: w.criteria[one], kind: 'number' as const })),
      { key: 'why', title: w.fields.why, kind: 'text' },
    ],
    rows: rank(subjects, sheet.weights).map((one) => {
      const subject = byKey.get(keyOf(one)) as Subject
      return {
        rank: one.rank,
        demand: w.demand({ title: subject.title, mode: subject.modeName }),
        heads: subject.heads,
        units: subject.units,
        score: one.score,
        ...Object.fromEntries(one.parts.map((part) => [part.criterion, part.points])),
        why: reasonsOf(w, subject, one.parts, sheet.weights).join('; '),
      }
    }),
    footnotes: [
      w.minutes.method,
      ...criteria.map((one) => w.minutes.weight({ criterion: w.criteria[one], weight: sheet.weights[one] })),
    ],
  })
}
