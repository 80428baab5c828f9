import { printDay } from '../../pure/day.ts'
import type { Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { ClassFacts, Enrolment } from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

const fileName = (text: string) => text.replace(/[^\w-]+/g, '-')

/** The list of a class as a workbook, Vietnamese as files are: the layout that an import takes back in. */
export async function rosterSheet(facts: ClassFacts, rows: readonly Enrolment[]): Promise<File> {
  const bytes = await writeSheet({
    sheetName: vi.sheet.roster,
    titleLines: [
      { text: vi.sheet.rosterTitle, isBold: true },
      { text: `${facts.code} · ${facts.name}`, isBold: true },
    ],
    isLandscape: true,
    columns: [
      { key: 'number', title: vi.field.number, kind: 'number', width: 6 },
      { key: 'classCode', title: vi.field.classCode, kind: 'text', width: 14 },
      { key: 'fullName', title: vi.field.fullName, kind: 'text', width: 28 },
      { key: 'born', title: vi.field.born, kind: 'text', width: 13 },
      { key: 'postTitle', title: vi.field.post, kind: 'text', width: 28 },
      { key: 'unit', title: vi.field.unit, kind: 'text', width: 36 },
      { key: 'enrolledOn', title: vi.field.enrolledOn, kind: 'day' },
      { key: 'decisionNumber', title: vi.field.decisionNumber, kind: 'text', width: 16 },
      { key: 'decisionOn', title: vi.field.decisionOn, kind: 'day' },
      { key: 'note', title: vi.field.note, kind: 'text', width: 30 },
    ],
    rows: rows.map((row) => ({
      ...row,
      note: row.leftOn === null ? '' : vi.leftOf({ on: row.leftOn, cause: row.leftCause ?? 'other' }),
    })),
  })
  return xlsxFile(`danh-sach-hoc-vien-${fileName(facts.code)}`, bytes)
}

/** Who studies where, one row each. */
export async function studyingSheet(ctx: Ctx, rows: readonly Enrolment[]): Promise<File> {
  const w = ctx.locale === 'vi' ? vi : en
  const bytes = await writeSheet({
    sheetName: w.studying,
    titleLines: [{ text: w.studying, isBold: true }],
    isLandscape: true,
    columns: [
      { key: 'fullName', title: w.field.fullName, kind: 'text', width: 28 },
      { key: 'postTitle', title: w.field.post, kind: 'text', width: 28 },
      { key: 'unit', title: w.field.unit, kind: 'text', width: 36 },
      { key: 'todayUnit', title: w.field.todayUnit, kind: 'text', width: 36 },
      { key: 'classCode', title: w.field.classCode, kind: 'text', width: 14 },
      { key: 'className', title: w.field.class, kind: 'text', width: 40 },
      { key: 'opensOn', title: w.field.opensOn, kind: 'day' },
      { key: 'closesOn', title: w.field.closesOn, kind: 'day' },
      { key: 'state', title: w.field.state, kind: 'text', width: 26 },
    ],
    rows: rows.map((row) => ({
      ...row,
      state:
        row.leftOn === null
          ? w.states.active
          : `${w.leftCauses[row.leftCause ?? 'other']}, ${printDay(row.leftOn)}`,
    })),
  })
  return xlsxFile('ai-dang-hoc-o-dau', bytes)
}
