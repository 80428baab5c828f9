import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as z from 'zod'
import { printInstant, printLongDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { Ctx } from '../../server/ctx.ts'
import { fillTemplate } from '../../server/files/docx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet, writeSheets } from '../../server/files/xlsx.ts'
import type * as contract from './contract.ts'
import type { AnswerRow, NeedRow, RoundRow } from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

type Matrix = z.infer<typeof contract.matrix>

// The school replaces this file by its own in Word.
const template = join(import.meta.dirname, '../../../templates/need-sums.docx')

const wordsOf = (ctx: Ctx) => (ctx.locale === 'vi' ? vi : en)
const titled = (title: string, round: RoundRow) => [
  { text: title.toUpperCase(), isBold: true },
  `${round.title}`,
]

/** The board as a workbook, as it is filtered. */
export async function boardFile(ctx: Ctx, round: RoundRow, rows: readonly AnswerRow[]): Promise<File> {
  const w = wordsOf(ctx)
  const at = (instant: string | null) =>
    instant === null ? null : printInstant(instant, ctx.config.timeZone)
  return xlsxFile(
    `nhu-cau-${round.year}-tra-loi`,
    await writeSheet({
      sheetName: w.sheet.board,
      titleLines: titled(w.sheet.board, round),
      isLandscape: true,
      columns: [
        { key: 'unit', title: w.fields.unit, kind: 'text' },
        { key: 'state', title: w.fields.state, kind: 'text' },
        { key: 'late', title: w.filters.late, kind: 'text' },
        { key: 'lines', title: w.fields.lines, kind: 'number' },
        { key: 'heads', title: w.fields.heads, kind: 'number' },
        { key: 'openedAt', title: w.fields.openedAt, kind: 'text' },
        { key: 'submittedAt', title: w.fields.submittedAt, kind: 'text' },
        { key: 'confirmedAt', title: w.fields.confirmedAt, kind: 'text' },
      ],
      rows: rows.map((row) => ({
        unit: row.successor
          ? `${row.unitName} (${w.pages.became({ name: row.successor.name })})`
          : row.unitName,
        state: row.noNeed ? `${w.answerStates[row.state]}. ${w.pages.noNeed}` : w.answerStates[row.state],
        late: row.isLate ? w.pages.late : '',
        lines: row.lines,
        heads: row.heads,
        openedAt: at(row.openedAt),
        submittedAt: at(row.submittedAt),
        confirmedAt: at(row.confirmedAt),
      })),
    }),
  )
}

/** Sums by programme, and the matrix of programmes and units, as two sheets. */
export async function matrixFile(ctx: Ctx, round: RoundRow, matrix: Matrix): Promise<File> {
  const w = wordsOf(ctx)
  const heads = new Map(matrix.cells.map((cell) => [`${cell.unitId} ${cell.programmeId}`, cell.heads]))
  const asked = matrix.programmes.filter((one) => one.heads > 0)
  return xlsxFile(
    `nhu-cau-${round.year}-tong-hop`,
    await writeSheets([
      {
        sheetName: w.sheet.matrix,
        titleLines: titled(w.sheet.matrix, round),
        isLandscape: true,
        columns: [
          { key: 'name', title: w.fields.programme, kind: 'text' },
          { key: 'heads', title: w.fields.heads, kind: 'number' },
          { key: 'units', title: w.fields.unitCount, kind: 'number' },
          { key: 'before', title: w.fields.before, kind: 'number' },
          { key: 'difference', title: w.fields.difference, kind: 'number' },
          { key: 'lacking', title: w.fields.lacking, kind: 'number' },
          { key: 'unknown', title: w.fields.unknown, kind: 'number' },
          { key: 'named', title: w.fields.named, kind: 'number' },
        ],
        rows: matrix.programmes.map((one) => ({
          ...one,
          lacking: one.lacking ?? '–',
          unknown: one.unknown ?? '–',
          difference: one.heads - one.before,
        })),
        totals: [
          {
            name: w.fields.total,
            heads: matrix.total,
            before: matrix.totalBefore,
            difference: matrix.total - matrix.totalBefore,
          },
        ],
        footnotes: [w.pages.lackingNote],
      },
      {
        sheetName: w.sheet.units,
        titleLines: titled(w.pages.byUnit, round),
        isLandscape: true,
        columns: [
          { key: 'unit', title: w.fields.unit, kind: 'text' },
          ...asked.map((one) => ({ key: `p${one.id}`, title: one.name, kind: 'number' as const, width: 14 })),
          { key: 'heads', title: w.fields.total, kind: 'number' },
          { key: 'before', title: w.fields.before, kind: 'number' },
        ],
        rows: matrix.units.map((unit) => ({
          unit: unit.name,
          heads: unit.heads,
          before: unit.before,
          ...Object.fromEntries(
            asked.map((one) => [`p${one.id}`, heads.get(`${unit.id} ${one.id}`) ?? null]),
          ),
        })),
        totals: [
          {
            unit: w.fields.total,
            heads: matrix.total,
            before: matrix.totalBefore,
            ...Object.fromEntries(asked.map((one) => [`p${one.id}`, one.heads])),
          },
        ],
      },
    ]),
  )
}

/** The lines behind a sum as a workbook. */
export async function linesFile(
  ctx: Ctx,
  round: RoundRow,
  rows: readonly NeedRow[],
  groups: readonly { code: string; name: string }[],
): Promise<File> {
  const w = wordsOf(ctx)
  const groupName = new Map(groups.map((group) => [group.code, group.name]))
  return xlsxFile(
    `nhu-cau-${round.year}-tung-dong`,
    await writeSheet({
      sheetName: w.sheet.lines,
      titleLines: titled(w.sheet.lines, round),
      isLandscape: true,
      columns: [
        { key: 'unitName', title: w.fields.unit, kind: 'text' },
        { key: 'programmeName', title: w.fields.programme, kind: 'text' },
        { key: 'modeName', title: w.fields.mode, kind: 'text' },
        { key: 'heads', title: w.fields.heads, kind: 'number' },
        { key: 'group', title: w.fields.targetGroup, kind: 'text' },
        { key: 'postTitle', title: w.fields.postTitle, kind: 'text' },
        { key: 'names', title: w.fields.people, kind: 'text' },
        { key: 'when', title: w.fields.months, kind: 'text' },
        { key: 'place', title: w.fields.place, kind: 'text' },
        { key: 'why', title: w.fields.reason, kind: 'text' },
        { key: 'rank', title: w.fields.priority, kind: 'text' },
      ],
      rows: rows.map((row) => ({
        unitName: row.unitName,
        programmeName: row.programmeName,
        modeName: row.modeName,
        heads: row.heads,
        postTitle: row.postTitle,
        place: row.place,
        group: groupName.get(row.targetGroup) ?? row.targetGroup,
        names: row.people.map((person) => person.name).join('; '),
        when: w.months({ months: row.months }),
        why: row.reason,
        rank: w.priorities[row.priority] ?? String(row.priority),
      })),
    }),
  )
}

/** The sums as a Word file, from the school's template. Always Vietnamese. */
export async function matrixLetter(
  ctx: Ctx,
  sender: { school: string; province: string },
  round: RoundRow,
  matrix: Matrix,
): Promise<File> {
  const province = sender.province.replace(/^(tỉnh|thành phố)\s+/iu, '')
  const n = (value: number) => printNumber(value)
  const dash = (value: number | null) => (value === null ? '–' : n(value))
  const bytes = await fillTemplate(await readFile(template), {
    superior: `TỈNH ỦY ${province}`.trim().toUpperCase(),
    school: sender.school.toUpperCase(),
    number: '…',
    place: province || '…',
    date: printLongDay(ctx.today),
    round: round.title,
    summary: `${vi.pages.boardLead(round.progress)} ${vi.pages.matrixLead({
      total: matrix.total,
      before: matrix.totalBefore,
      beforeTitle: matrix.beforeTitle,
    })}`,
    rows: [
      ...matrix.programmes.map((one, i) => ({
        order: String(i + 1),
        programme: one.name,
        heads: n(one.heads),
        units: n(one.units),
        before: n(one.before),
        lacking: dash(one.lacking),
        unknown: dash(one.unknown),
      })),
      {
        order: '',
        programme: vi.fields.total,
        heads: n(matrix.total),
        units: '',
        before: n(matrix.totalBefore),
        lacking: '',
        unknown: '',
      },
    ],
    note: vi.pages.lackingNote,
    recipients: ['Như trên'],
    signerTitle: 'HIỆU TRƯỞNG',
    signerName: '',
  })
  return new File([bytes as Uint8Array<ArrayBuffer>], `nhu-cau-${round.year}-tong-hop.docx`, {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  })
}
