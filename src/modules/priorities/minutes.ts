import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Day, printLongDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import { fillTemplate } from '../../server/files/docx.ts'
import { criteria, type Subject, type Weights } from './contract.ts'
import { keyOf, rank } from './rules/ranking.ts'
import { reasonsOf } from './rules/reasons.ts'
import { vi } from './words.vi.ts'

// The school replaces this file by its own in Word.
const template = join(import.meta.dirname, '../../../templates/priority-minutes.docx')

/** The minutes of the order of priority: criteria with weights, the order with its reasons. Always Vietnamese. */
export async function minutesLetter(
  sender: { school: string; province: string },
  sheet: { year: number; weights: Weights; documentNumber: string | null; documentOn: Day | null },
  subjects: readonly Subject[],
  today: Day,
): Promise<Uint8Array> {
  const province = sender.province.replace(/^(tỉnh|thành phố)\s+/iu, '')
  const n = (value: number, decimals?: number) => printNumber(value, 'vi', decimals)
  const byKey = new Map(subjects.map((subject) => [keyOf(subject), subject]))
  const sum = (of: (subject: Subject) => number) => subjects.reduce((all, one) => all + of(one), 0)
  return fillTemplate(await readFile(template), {
    superior: `TỈNH ỦY ${province}`.trim().toUpperCase(),
    school: sender.school.toUpperCase(),
    number: sheet.documentNumber ?? '…',
    place: province || '…',
    date: printLongDay(sheet.documentOn ?? today),
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
    signerName: '',
  })
}
