import type * as z from 'zod'
import { printDay } from '../../pure/day.ts'
import type { Locale } from '../../pure/words.ts'
import { type SheetToWrite, writeSheets } from '../../server/files/xlsx.ts'
import type { progress } from './contract.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

type Report = z.infer<typeof progress>

/** The report as a workbook: the tables of the page, one sheet each, with the same figures and the same notes. */
export function progressWorkbook(
  locale: Locale,
  sender: { school: string },
  report: Report,
): Promise<Uint8Array> {
  const w = locale === 'vi' ? vi : en
  const { year } = report
  const both = [
    { key: 'classes', title: w.classes, kind: 'number', group: w.inPlan },
    { key: 'learners', title: w.learners, kind: 'number', group: w.inPlan },
    { key: 'beyondClasses', title: w.classes, kind: 'number', group: w.outOfPlan },
    { key: 'beyondLearners', title: w.learners, kind: 'number', group: w.outOfPlan },
  ] as const
  const planned = [
    { key: 'planned', title: w.total, kind: 'number', group: w.planned },
    { key: 'plannedCarriedOver', title: w.carriedOver, kind: 'number', group: w.planned },
    { key: 'plannedOpened', title: w.opened, kind: 'number', group: w.planned },
  ] as const
  const held = [
    { key: 'held', title: w.total, kind: 'number', group: w.held },
    { key: 'carriedOver', title: w.carriedOver, kind: 'number', group: w.held },
    { key: 'opened', title: w.opened, kind: 'number', group: w.held },
  ] as const
  const head = (text: string) => [
    { text: sender.school, align: 'left' as const },
    { text: w.sheet.title({ year }), isBold: true },
    text,
  ]
  const planNote = report.plan ? w.plan[report.plan.state](report.plan) : w.plan.none

  // Both approved plans side by side, once there is one.
  const bothPlans = report.against.assigned
    ? ([
        { key: 'assigned', title: w.assigned, kind: 'number', group: w.comparedPlans },
        { key: 'adjusted', title: w.adjusted, kind: 'number', group: w.comparedPlans },
      ] as const)
    : []
  const main: SheetToWrite = {
    sheetName: w.sheet.main({ year }),
    titleLines: head(
      w.lead({
        held: report.held.classes,
        planned: report.planned.classes,
        learners: report.held.learners,
        share: report.share,
      }),
    ),
    isLandscape: true,
    columns: [
      { key: 'order', title: w.sheet.number, kind: 'number', width: 6 },
      { key: 'name', title: w.group, kind: 'text', width: 34 },
      ...planned,
      ...held,
      { key: 'fullTime', title: w.sheet.fullTime, kind: 'number', group: w.sheet.openedByMode },
      { key: 'partTime', title: w.sheet.partTime, kind: 'number', group: w.sheet.openedByMode },
      { key: 'none', title: w.sheet.none, kind: 'number', group: w.sheet.openedByMode },
      { key: 'learners', title: w.learners, kind: 'number', width: 12 },
      { key: 'share', title: w.share, kind: 'text', width: 11 },
      { key: 'portion', title: w.portion, kind: 'text', width: 11 },
      ...bothPlans,
    ],
    rows: report.groups.map(({ openedByMode, fraction: _fraction, ...group }, i) => ({
      ...group,
      ...openedByMode,
      order: i + 1,
    })),
    totals: [
      {
        name: w.sum,
        planned: report.planned.classes,
        plannedCarriedOver: report.planned.carriedOver,
        plannedOpened: report.planned.opened,
        held: report.held.classes,
        carriedOver: report.held.carriedOver,
        opened: report.held.opened,
        ...report.held.openedByMode,
        learners: report.held.learners,
        share: report.share,
        assigned: report.against.assigned?.classes ?? null,
        adjusted: report.against.adjusted?.classes ?? null,
      },
    ],
    footnotes: [
      w.beyondLead(report.beyond) || w.beyondNone,
      ...(report.coming > 0 ? [w.coming({ classes: report.coming, on: report.on })] : []),
      planNote,
      ...[w.against({ held: report.held.classes, ...report.against })].filter((text) => text !== ''),
      w.roundingNote[report.rounding],
      ...(report.fraction.whole > 0 ? [w.exact(report.fraction)] : []),
      w.learnersNote,
      printDay(report.on),
    ],
  }
  const lines: SheetToWrite | null = report.lines
    ? {
        sheetName: w.sheet.lines,
        titleLines: head(w.byLine),
        isLandscape: true,
        columns: [
          { key: 'order', title: w.sheet.number, kind: 'number', width: 6 },
          { key: 'groupName', title: w.group, kind: 'text', width: 26 },
          { key: 'title', title: w.line, kind: 'text', width: 40 },
          { key: 'mode', title: w.mode, kind: 'text', width: 16 },
          { key: 'partner', title: w.partner, kind: 'text', width: 28 },
          ...planned,
          { key: 'plannedLearners', title: w.plannedLearners, kind: 'number', group: w.planned },
          ...held,
          { key: 'learners', title: w.learners, kind: 'number', group: w.held, width: 12 },
          { key: 'remark', title: w.sheet.remark, kind: 'text', width: 22 },
        ],
        rows: report.lines.rows.map(({ lineKey: _lineKey, group: _group, coming, ...line }, i) => ({
          ...line,
          order: i + 1,
          remark: line.held > 0 ? '' : coming > 0 ? w.comingOnly({ classes: coming }) : w.nothingHeld,
        })),
        totals: [
          {
            title: w.unnamed,
            held: report.lines.unnamed.classes,
            carriedOver: report.lines.unnamed.carriedOver,
            opened: report.lines.unnamed.opened,
            learners: report.lines.unnamed.learners,
          },
          {
            title: w.sum,
            planned: report.planned.classes,
            plannedCarriedOver: report.planned.carriedOver,
            plannedOpened: report.planned.opened,
            plannedLearners: report.planned.learners,
            held: report.held.classes,
            carriedOver: report.held.carriedOver,
            opened: report.held.opened,
            learners: report.held.learners,
          },
        ],
        footnotes: [planNote, w.byLineNote],
      }
    : null
  const beyond: SheetToWrite = {
    sheetName: w.sheet.beyond,
    titleLines: head(w.beyond),
    columns: [
      { key: 'programme', title: w.programme, kind: 'text', width: 56 },
      { key: 'classes', title: w.classes, kind: 'number' },
      { key: 'learners', title: w.learners, kind: 'number', width: 12 },
    ],
    rows: report.beyond.kinds.map(({ programme, classes, learners }) => ({ programme, classes, learners })),
    totals: [{ programme: w.sum, classes: report.beyond.classes, learners: report.beyond.learners }],
  }
  const months: SheetToWrite = {
    sheetName: w.sheet.months,
    titleLines: head(w.byMonth),
    columns: [
      { key: 'month', title: w.month, kind: 'number' },
      { key: 'opened', title: w.opened, kind: 'number', group: w.inPlan },
      { key: 'running', title: w.running, kind: 'number', group: w.inPlan },
      { key: 'beyondOpened', title: w.opened, kind: 'number', group: w.outOfPlan },
      { key: 'beyondRunning', title: w.running, kind: 'number', group: w.outOfPlan },
    ],
    rows: report.months,
  }
  const partners: SheetToWrite = {
    sheetName: w.sheet.partners,
    titleLines: head(w.byPartner),
    columns: [{ key: 'partner', title: w.partner, kind: 'text', width: 44 }, ...both],
    rows: report.partners.map((row) => ({ ...row, partner: row.partner || w.noPartner })),
    totals: [totalOf(w.sum, 'partner', report.partners)],
  }
  const units: SheetToWrite = {
    sheetName: w.sheet.units,
    titleLines: head(w.byUnit),
    columns: [{ key: 'unit', title: w.unit, kind: 'text', width: 44 }, ...both],
    rows: report.units.map(({ unitId: _unitId, isDivided, ...row }) => ({
      ...row,
      unit: row.unit ? `${row.unit}${isDivided ? ` (${w.divided})` : ''}` : w.noUnit,
    })),
    totals: [totalOf(w.sum, 'unit', report.units)],
  }
  return writeSheets([
    main,
    ...(lines ? [lines] : []),
    beyond,
    months,
    partners,
    ...(report.units.some((row) => row.unitId !== null) ? [units] : []),
  ])
}

type Both = { classes: number; learners: number; beyondClasses: number; beyondLearners: number }

const totalOf = (title: string, key: string, rows: readonly Both[]) => ({
  [key]: title,
  classes: rows.reduce((sum, row) => sum + row.classes, 0),
  learners: rows.reduce((sum, row) => sum + row.learners, 0),
  beyondClasses: rows.reduce((sum, row) => sum + row.beyondClasses, 0),
  beyondLearners: rows.reduce((sum, row) => sum + row.beyondLearners, 0),
})
