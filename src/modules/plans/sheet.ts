import type * as z from 'zod'
import type { Words } from '../../pure/words.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { planVersion } from './contract.ts'
import { sumsByGroup, sumsOf } from './rules.ts'
import type { LineRow } from './store.ts'
import type { vi } from './words.vi.ts'

/** The plan as a workbook, in the layout that offices keep and that the import reads again: sections by group, one total. */
export function planSheet(
  w: Words<typeof vi>,
  version: Pick<
    z.infer<typeof planVersion>,
    'year' | 'number' | 'title' | 'assignedBy' | 'state' | 'documentNumber' | 'documentOn'
  >,
  lines: readonly LineRow[],
): Promise<Uint8Array> {
  const f = w.fields
  const shown = (pick: (line: LineRow) => unknown) => lines.some((line) => pick(line) !== null)
  const rows = sumsByGroup(lines).flatMap((group, index) => [
    { ordinal: roman[index] ?? String(index + 1), content: group.groupName },
    ...lines
      .filter((line) => line.groupCode === group.groupCode)
      .map((line, at) => ({
        ordinal: String(at + 1),
        content: line.title,
        mode: line.modeCode === 'none' ? '-' : line.modeName,
        classes: line.classes,
        carriedOver: line.carriedOver,
        opened: line.opened,
        learners: line.learners,
        partner: line.partner,
        place: line.place,
        months: line.months.length === 0 ? null : w.months({ months: line.months }),
        budget: line.budgetDong,
        note: line.note,
      })),
  ])
  const sums = sumsOf(lines)
  return writeSheet({
    sheetName: w.sheet.name({ year: version.year, number: version.number }),
    titleLines: [
      { text: version.title.toUpperCase(), isBold: true },
      ...(version.assignedBy ? [`(${version.assignedBy})`] : []),
      `${w.versionName({ number: version.number })}: ${w.states[version.state]}${
        version.documentNumber && version.documentOn
          ? `. ${w.turns.nobody({ documentNumber: version.documentNumber, documentOn: version.documentOn })}`
          : ''
      }`,
    ],
    isLandscape: true,
    columns: [
      { key: 'ordinal', title: f.ordinal, kind: 'text', width: 5 },
      { key: 'content', title: f.content, kind: 'text' },
      { key: 'mode', title: f.mode, kind: 'text' },
      { key: 'classes', title: f.classes, kind: 'number' },
      { key: 'carriedOver', title: f.carriedOver, kind: 'number', group: f.ofWhich },
      { key: 'opened', title: f.opened, kind: 'number', group: f.ofWhich },
      { key: 'learners', title: f.learners, kind: 'number' },
      { key: 'partner', title: f.partner, kind: 'text' },
      ...(shown((line) => line.place) ? [{ key: 'place', title: f.place, kind: 'text' } as const] : []),
      ...(lines.some((line) => line.months.length > 0)
        ? [{ key: 'months', title: f.months, kind: 'text' } as const]
        : []),
      ...(shown((line) => line.budgetDong)
        ? [{ key: 'budget', title: f.budget, kind: 'number' } as const]
        : []),
      ...(shown((line) => line.note) ? [{ key: 'note', title: f.note, kind: 'text' } as const] : []),
    ],
    rows,
    totals: [
      {
        content: w.total,
        classes: sums.classes,
        carriedOver: sums.carriedOver,
        opened: sums.opened,
        learners: sums.learners,
        budget: sums.budgetDong,
      },
    ],
  })
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
