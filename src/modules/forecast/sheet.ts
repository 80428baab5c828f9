import type * as z from 'zod'
import type { Words } from '../../pure/words.ts'
import { writeSheets } from '../../server/files/xlsx.ts'
import type { danger, forecast } from './contract.ts'
import type { vi } from './words.vi.ts'

type Forecast = z.infer<typeof forecast>

/** Why a line is in danger, as a sentence. */
const dangerText = (w: Words<typeof vi>, one: z.infer<typeof danger>): string =>
  one.code === 'fewWanted'
    ? w.danger.fewWanted(one)
    : one.code === 'carriedMissing'
      ? w.danger.carriedMissing(one)
      : w.danger[one.code]

/** The forecast as a workbook: groups with the range, and the lines in danger. */
export function forecastSheet(w: Words<typeof vi>, found: Forecast): Promise<Uint8Array> {
  const head = [
    { text: w.title({ year: found.year }).toUpperCase(), isBold: true },
    w.lead({ on: found.on, ...found.total }),
  ]
  const counts = [
    { key: 'planned', title: w.planned, kind: 'number' },
    { key: 'carriedOver', title: w.carriedOver, kind: 'number' },
    { key: 'opened', title: w.opened, kind: 'number' },
    { key: 'scheduled', title: w.scheduled, kind: 'number' },
    { key: 'unscheduled', title: w.unscheduled, kind: 'number' },
    { key: 'expected', title: w.expected, kind: 'text', width: 16 },
  ] as const
  const row = (one: Forecast['total']) => ({
    planned: one.planned,
    carriedOver: one.carriedOver,
    opened: one.opened,
    scheduled: one.scheduled,
    unscheduled: one.unscheduled,
    expected: w.range(one),
    share: w.range({ low: one.shareLow, high: one.shareHigh }),
  })
  const { level } = found.warning
  return writeSheets([
    {
      sheetName: w.sheet.main({ year: found.year }),
      titleLines: head,
      isLandscape: true,
      columns: [
        { key: 'group', title: w.group, kind: 'text', width: 34 },
        ...counts,
        { key: 'share', title: w.share, kind: 'text', width: 12 },
      ],
      rows: found.groups.map((group) => ({ group: group.groupName, ...row(group) })),
      totals: [{ group: w.total, ...row(found.total) }],
      footnotes: [
        level === 'none' ? w.warning.none : w.warning[level](found.warning),
        ...found.resources.map(
          (one) =>
            `${w.resources[one.kind]}: ${w.need.toLowerCase()} ${one.need}, ${w.left.toLowerCase()} ${one.left}.`,
        ),
        found.punctuality ? w.notes.punctuality(found.punctuality) : w.notes.noPast,
      ],
    },
    {
      sheetName: w.sheet.dangers,
      titleLines: head,
      isLandscape: true,
      columns: [
        { key: 'group', title: w.group, kind: 'text', width: 28 },
        { key: 'title', title: w.line, kind: 'text', width: 36 },
        { key: 'mode', title: w.mode, kind: 'text', width: 16 },
        ...counts,
        { key: 'why', title: w.why, kind: 'text', width: 60 },
      ],
      rows: found.dangers.map((line) => ({
        group: line.groupName,
        title: line.title,
        mode: line.modeName,
        planned: line.planned,
        carriedOver: line.carriedOver,
        opened: line.opened,
        scheduled: line.scheduled,
        unscheduled: line.unscheduled,
        expected: w.range(line),
        why: line.dangers.map((one) => dangerText(w, one)).join('; '),
      })),
    },
  ])
}
