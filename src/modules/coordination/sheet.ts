import type * as z from 'zod'
import type { Words } from '../../pure/words.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { CommitmentRow } from './commitment-store.ts'
import type { unitRow } from './contract.ts'
import type { vi } from './words.vi.ts'

/** Units with the state of their plan and commitments, as a workbook. */
export async function unitsSheet(
  w: Words<typeof vi>,
  year: number,
  rows: readonly z.infer<typeof unitRow>[],
): Promise<File> {
  const figure = (key: string, title: string) => ({ key, title, kind: 'number' as const, width: 11 })
  const bytes = await writeSheet({
    sheetName: w.sheet.units({ year }),
    titleLines: [{ text: w.sheet.unitsTitle({ year }), isBold: true }],
    isLandscape: true,
    columns: [
      figure('number', 'STT'),
      { key: 'unitName', title: w.field.unit, kind: 'text', width: 40 },
      { key: 'plan', title: w.field.plan, kind: 'text', width: 18 },
      figure('due', w.field.due),
      figure('kept', w.standing.kept),
      figure('late', w.standing.late),
      figure('overdue', w.standing.overdue),
      figure('broken', w.standing.broken),
      figure('waived', w.standing.waived),
      figure('schoolOverdue', w.field.schoolOverdue),
      { key: 'nextOn', title: w.field.nextOn, kind: 'day' },
    ],
    rows: rows.map((row, i) => ({
      ...row,
      number: i + 1,
      plan: w.planState[row.planState ?? 'missing'],
    })),
    footnotes: [w.sheet.note],
  })
  return xlsxFile(`phoi-hop-${year}`, bytes)
}

/** Commitments with their standing, as a workbook. */
export async function commitmentsSheet(
  w: Words<typeof vi>,
  year: number,
  rows: readonly CommitmentRow[],
): Promise<File> {
  const text = (key: string, title: string, width = 20) => ({ key, title, kind: 'text' as const, width })
  const bytes = await writeSheet({
    sheetName: w.sheet.commitments({ year }),
    titleLines: [{ text: w.sheet.commitmentsTitle({ year }), isBold: true }],
    isLandscape: true,
    columns: [
      { key: 'number', title: 'STT', kind: 'number', width: 6 },
      text('unitName', w.field.unit, 34),
      text('side', w.field.side, 14),
      text('title', w.field.title, 44),
      { key: 'dueOn', title: w.field.dueOn, kind: 'day' },
      text('standing', w.field.standing),
      { key: 'doneOn', title: w.field.doneOn, kind: 'day' },
      text('documentNumber', w.field.documentNumber),
      text('note', w.field.note, 30),
      text('reason', w.field.reason, 30),
    ],
    rows: rows.map((row, i) => ({
      number: i + 1,
      unitName: row.unitName,
      side: w.side[row.side],
      title: row.title,
      dueOn: row.dueOn,
      standing: w.standing[row.standing],
      doneOn: row.doneOn,
      documentNumber: row.documentNumber,
      note: row.note,
      reason: row.reason,
    })),
    footnotes: [w.sheet.note],
  })
  return xlsxFile(`cam-ket-${year}`, bytes)
}
