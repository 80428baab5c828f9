import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as z from 'zod'
import { printLongDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import { fillTemplate } from '../../server/files/docx.ts'
import type { progress } from './contract.ts'
import { vi } from './words.vi.ts'

// The school replaces this file by its own in Word.
const template = join(import.meta.dirname, '../../../templates/plan-progress.docx')

/** The report as a letter, from the school's Word template: the figures of the page's first table. Always Vietnamese. */
export async function progressLetter(
  sender: { school: string; province: string },
  report: z.infer<typeof progress>,
): Promise<Uint8Array> {
  const province = sender.province.replace(/^(tỉnh|thành phố)\s+/iu, '')
  const n = (value: number) => printNumber(value)
  return fillTemplate(await readFile(template), {
    superior: `TỈNH ỦY ${province}`.trim().toUpperCase(),
    school: sender.school.toUpperCase(),
    number: '…',
    place: province || '…',
    date: printLongDay(report.on),
    year: String(report.year),
    summary: [
      vi.lead({
        held: report.held.classes,
        planned: report.planned.classes,
        learners: report.held.learners,
        share: report.share,
      }),
      report.plan ? vi.plan[report.plan.state](report.plan) : vi.plan.none,
      ...[vi.against({ held: report.held.classes, ...report.against })].filter((text) => text !== ''),
      ...(report.coming > 0 ? [vi.coming({ classes: report.coming, on: report.on })] : []),
    ].join(' '),
    rows: report.groups.map((group, i) => ({
      order: String(i + 1),
      group: group.name,
      planned: n(group.planned),
      held: n(group.held),
      carriedOver: n(group.carriedOver),
      opened: n(group.opened),
      byMode: vi.modes(group.openedByMode),
      learners: n(group.learners),
      share: group.share,
    })),
    total: {
      planned: n(report.planned.classes),
      held: n(report.held.classes),
      carriedOver: n(report.held.carriedOver),
      opened: n(report.held.opened),
      byMode: vi.modes(report.held.openedByMode),
      learners: n(report.held.learners),
      share: report.share,
    },
    beyond:
      report.beyond.classes > 0
        ? { classes: n(report.beyond.classes), learners: n(report.beyond.learners) }
        : null,
    roundingNote: `${vi.roundingNote[report.rounding]} ${vi.learnersNote}`,
    recipients: ['Ban Thường vụ Tỉnh ủy (b/c)', 'Ban Tổ chức Tỉnh ủy'],
    signerTitle: 'HIỆU TRƯỞNG',
    signerName: '',
  })
}
