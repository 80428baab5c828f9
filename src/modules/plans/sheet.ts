import type * as z from 'zod'
import type { Words } from '../../pure/words.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { planChange } from './contract/changes.ts'
import type { adjustedPlan, planVersion } from './contract.ts'
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

/** The adjusted plan as a workbook, each line beside what was assigned. */
export function adjustedSheet(w: Words<typeof vi>, plan: z.infer<typeof adjustedPlan>): Promise<Uint8Array> {
  const f = w.fields
  const { assigned, adjustedGroup } = w.sheet
  const counts = (prefix: string, group: string) =>
    [
      { key: `${prefix}Classes`, title: f.classes, kind: 'number', group },
      { key: `${prefix}CarriedOver`, title: f.carriedOver, kind: 'number', group },
      { key: `${prefix}Opened`, title: f.opened, kind: 'number', group },
      { key: `${prefix}Learners`, title: f.learners, kind: 'number', group },
    ] as const
  const of = (
    prefix: string,
    sums: { classes: number; carriedOver: number; opened: number; learners: number | null } | null,
  ) => ({
    [`${prefix}Classes`]: sums?.classes ?? null,
    [`${prefix}CarriedOver`]: sums?.carriedOver ?? null,
    [`${prefix}Opened`]: sums?.opened ?? null,
    [`${prefix}Learners`]: sums?.learners ?? null,
  })
  const months = (list: readonly number[]) => (list.length === 0 ? null : w.months({ months: list }))
  const version = plan.currentVersion
  return writeSheet({
    sheetName: w.sheet.adjusted({ year: plan.year }),
    titleLines: [
      { text: w.sheet.adjustedTitle({ year: plan.year }), isBold: true },
      ...(version?.documentNumber && version.documentOn
        ? [w.turns.nobody({ documentNumber: version.documentNumber, documentOn: version.documentOn })]
        : []),
    ],
    isLandscape: true,
    columns: [
      { key: 'ordinal', title: f.ordinal, kind: 'number', width: 5 },
      { key: 'group', title: f.group, kind: 'text', width: 24 },
      { key: 'content', title: f.content, kind: 'text', width: 36 },
      { key: 'mode', title: f.mode, kind: 'text', width: 16 },
      ...counts('assigned', assigned),
      { key: 'assignedMonths', title: f.months, kind: 'text', group: assigned },
      ...counts('adjusted', adjustedGroup),
      { key: 'adjustedMonths', title: f.months, kind: 'text', group: adjustedGroup },
    ],
    rows: plan.lines.map((line, i) => ({
      ordinal: i + 1,
      group: line.groupName,
      content: line.title,
      mode: line.modeCode === 'none' ? '-' : line.modeName,
      ...of('assigned', line.assigned),
      assignedMonths: line.assigned && months(line.assigned.months),
      ...of('adjusted', line),
      adjustedMonths: months(line.months),
    })),
    totals: [{ content: w.total, ...of('assigned', plan.assigned), ...of('adjusted', plan.adjusted) }],
  })
}

/** The list of changes as a workbook, a row for each line that a change touches. */
export function changesSheet(
  w: Words<typeof vi>,
  changes: readonly Omit<z.infer<typeof planChange>, 'can' | 'steps'>[],
): Promise<Uint8Array> {
  const f = w.fields
  const { changes: c } = w
  return writeSheet({
    sheetName: w.sheet.changes,
    titleLines: [{ text: w.sheet.changes.toUpperCase(), isBold: true }],
    isLandscape: true,
    columns: [
      { key: 'year', title: f.year, kind: 'number', width: 7 },
      { key: 'kind', title: f.changeKind, kind: 'text', width: 16 },
      { key: 'content', title: f.content, kind: 'text', width: 36 },
      { key: 'classes', title: f.classes, kind: 'text', width: 16 },
      { key: 'learners', title: f.learners, kind: 'text', width: 20 },
      { key: 'months', title: f.months, kind: 'text', width: 28 },
      { key: 'proposer', title: f.proposer, kind: 'text', width: 24 },
      { key: 'reason', title: f.changeReason, kind: 'text', width: 40 },
      { key: 'state', title: f.state, kind: 'text', width: 16 },
      { key: 'document', title: f.decision, kind: 'text', width: 26 },
    ],
    rows: changes.flatMap((change) =>
      change.lines.map((line) => ({
        year: change.year,
        kind: c.kinds[change.kind],
        content: [line.title, line.isNew ? `(${c.isNew})` : ''].join(' ').trim(),
        classes: c.classes({ before: line.before.opened, after: line.after.opened }),
        learners:
          line.before.learners === line.after.learners
            ? null
            : c.learners({ before: line.before.learners, after: line.after.learners }),
        months:
          line.before.months.join() === line.after.months.join()
            ? null
            : c.months({ before: line.before.months, after: line.after.months }),
        proposer: change.proposerUnit ?? c.school,
        reason: change.reason,
        state: c.states[change.state],
        document:
          change.documentNumber && change.documentOn
            ? w.document({ number: change.documentNumber, on: change.documentOn })
            : change.answer,
      })),
    ),
  })
}
