import type * as z from 'zod'
import { type Day, printDay } from '../../pure/day.ts'
import { printNumber, printShare } from '../../pure/share.ts'
import type { TemplateData } from '../../server/files/docx.ts'
import { type Layout, letterHead } from '../files/index.ts'
import type { appraisal } from './contract/appraisal.ts'
import { practiceOf, type sumsOf, totalOf } from './rules.ts'
import { vi } from './words.vi.ts'

/** What the minutes of an appraisal are filled with: council, opinions, conclusion. `sums`: the version's hours by kind. Always Vietnamese. */
export function minutesData(
  sender: { school: string; province: string },
  curriculum: { title: string; topics: number; totalHours: number },
  sums: ReturnType<typeof sumsOf>,
  found: Omit<z.infer<typeof appraisal>, 'remarks' | 'isOpen'>,
  today: Day,
  layout: Layout,
): TemplateData {
  const w = vi.appraisal
  const chair = found.members.find((one) => one.role === 'chair')
  return {
    ...letterHead(sender, found.meetsOn ?? today, layout),
    title: curriculum.title,
    council: w.councilText({ number: found.councilNumber ?? '…', on: found.councilOn }),
    meeting: w.meetingText({ on: found.meetsOn ? printDay(found.meetsOn) : '…', place: found.place || '…' }),
    summary: vi.lead({
      parts: 0,
      modules: 0,
      topics: curriculum.topics,
      hours: curriculum.totalHours,
      practice: printShare(practiceOf(sums), { decimals: 1, rounding: 'half-up' }),
    }),
    members: found.members.map((one, i) => ({
      order: String(i + 1),
      name: one.name,
      post: one.post,
      role: w.roles[one.role],
    })),
    opinions: found.members.map((one, i) => ({
      order: String(i + 1),
      name: one.name,
      verdict: one.verdict ? w.verdicts[one.verdict] : '…',
      opinion: one.opinion,
    })),
    hours: printNumber(totalOf(sums)),
    conclusion: [found.result && w.results[found.result], found.conclusion].filter(Boolean).join('. ') || '…',
    recipients: ['Hiệu trưởng', 'Các thành viên hội đồng'],
    signerTitle: 'CHỦ TỊCH HỘI ĐỒNG',
    signerName: chair?.name ?? '',
  }
}
