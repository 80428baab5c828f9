import type { Day } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { TemplateData } from '../../server/files/docx.ts'
import { type Layout, letterHead } from '../files/index.ts'
import { criteria, type Subject, type Weights } from './contract.ts'
import { keyOf, rank } from './rules/ranking.ts'
import { reasonsOf } from './rules/reasons.ts'
import { vi } from './words.vi.ts'

/** What the minutes of the order of priority are filled with: criteria with weights, the order with its reasons. Always Vietnamese. */
export function minutesData(
  sender: { school: string; province: string },
  sheet: { year: number; weights: Weights; documentNumber: string | null; documentOn: Day | null },
  subjects: readonly Subject[],
  today: Day,
  layout: Layout,
): TemplateData {
  const n = (value: number, decimals?: number) => printNumber(value, 'vi', decimals)
  const byKey = new Map(subjects.map((subject) => [keyOf(subject), subject]))
  const sum = (of: (subject: Subject) => number) => subjects.reduce((all, one) => all + of(one), 0)
  return {
    ...letterHead(sender, sheet.documentOn ?? today, layout),
    number: sheet.documentNumber ?? '…',
    title: vi.minutes.title(sheet),
    draft: sheet.documentNumber === null ? vi.minutes.draft : '',
    basis: vi.minutes.basis({
      demands: subjects.length,
      heads: sum((one) => one.heads),
      units: sum((one) => one.units),
    }),
    method: vi.minutes.method,
    criteria: criteria.map((one, i) => ({
      order: String(i + 1),
      name: vi.criteria[one],
      measure: vi.measures[one],
      weight: n(sheet.weights[one]),
    })),
    rows: rank(subjects, sheet.weights).map((one) => {
      const subject = byKey.get(keyOf(one)) as Subject
      return {
        order: String(one.rank),
        demand: vi.demand({ title: subject.title, mode: subject.modeName }),
        heads: n(subject.heads),
        score: n(one.score, 1),
        why: reasonsOf(vi, subject, one.parts, sheet.weights).join('\n'),
      }
    }),
    recipients: ['Ban Tổ chức Tỉnh ủy'],
    signerTitle: 'CHỦ TRÌ',
  }
}
