import type * as z from 'zod'
import { printDay } from '../../pure/day.ts'
import type { Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { nominationRow } from './contract.ts'
import type { NoticeFile, NoticeRow } from './notice-store.ts'
import type { RosterRow } from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

const words = (ctx: Ctx) => (ctx.locale === 'vi' ? vi : en)

/** The notices, one row each. */
export async function noticesSheet(ctx: Ctx, rows: readonly NoticeRow[]): Promise<File> {
  const w = words(ctx)
  const bytes = await writeSheet({
    sheetName: w.sheet.notices,
    titleLines: [{ text: w.notices, isBold: true }],
    columns: [
      { key: 'classCode', title: w.field.class, kind: 'text', width: 16 },
      { key: 'programme', title: w.field.programme, kind: 'text', width: 36 },
      { key: 'opensOn', title: w.field.opensOn, kind: 'day' },
      { key: 'deadlineOn', title: w.field.deadlineOn, kind: 'day' },
      { key: 'sendsOn', title: w.field.sendsOn, kind: 'day' },
      { key: 'state', title: w.field.state, kind: 'text', width: 14 },
      { key: 'quotaSeats', title: w.field.quotaSeats, kind: 'number', width: 10 },
      { key: 'names', title: w.field.names, kind: 'number', width: 10 },
      { key: 'submitted', title: w.field.submitted, kind: 'number', width: 10 },
      { key: 'admitted', title: w.field.admitted, kind: 'number', width: 10 },
      { key: 'waiting', title: w.field.waiting, kind: 'number', width: 10 },
    ],
    rows: rows.map((row) => ({ ...row, state: w.noticeStates[row.state] })),
  })
  return xlsxFile('chieu-sinh', bytes)
}

/** Nominations as they are filtered: results, never the values behind them. */
export async function listSheet(ctx: Ctx, rows: readonly z.infer<typeof nominationRow>[]): Promise<File> {
  const w = words(ctx)
  const bytes = await writeSheet({
    sheetName: w.sheet.list,
    titleLines: [{ text: w.sheet.list, isBold: true }],
    isLandscape: true,
    columns: [
      { key: 'fullName', title: w.field.name, kind: 'text', width: 28 },
      { key: 'unit', title: w.field.unit, kind: 'text', width: 32 },
      { key: 'postTitle', title: w.field.post, kind: 'text', width: 28 },
      { key: 'classCode', title: w.field.class, kind: 'text', width: 14 },
      { key: 'basis', title: w.field.basis, kind: 'text', width: 18 },
      { key: 'sentOn', title: w.field.sentOn, kind: 'day' },
      { key: 'state', title: w.field.state, kind: 'text', width: 18 },
      { key: 'overall', title: w.field.overall, kind: 'text', width: 16 },
      { key: 'verdicts', title: w.field.verdicts, kind: 'text', width: 60 },
      { key: 'opinion', title: w.field.opinion, kind: 'text', width: 16 },
      { key: 'concerns', title: w.concerns, kind: 'text', width: 48 },
      { key: 'waitOrder', title: w.field.order, kind: 'number', width: 10 },
    ],
    rows: rows.map(({ chips, ...row }) => ({
      ...row,
      basis: w.bases[row.basis],
      state: w.states[row.state],
      overall: row.overall && w.overalls[row.overall],
      verdicts: chips.map((chip) => `${w.criteria[chip.criterion]}: ${w.results[chip.result]}`).join('; '),
      opinion: row.opinion && w.opinions[row.opinion],
      concerns: row.concerns.map((one) => w.concern[one.kind](one)).join(' '),
    })),
  })
  return xlsxFile('cu-hoc-vien', bytes)
}

/** Danh sách trích ngang, with its columns as offices know them; always Vietnamese, as the paper is. */
export async function rosterSheet(
  notice: NoticeFile,
  rows: readonly RosterRow[],
  years: readonly number[],
): Promise<File> {
  const w = vi.rosterColumns
  const day = (value: string | null | undefined) => (value ? printDay(value) : '')
  const bytes = await writeSheet({
    sheetName: vi.sheet.list.slice(0, 31),
    titleLines: [
      { text: vi.rosterTitle, isBold: true },
      vi.rosterOf({ className: `${notice.className} (${notice.classCode})` }),
    ],
    isLandscape: true,
    columns: [
      { key: 'fullName', title: vi.field.name, kind: 'text', width: 26 },
      { key: 'male', title: w.male, kind: 'text', width: 12 },
      { key: 'female', title: w.female, kind: 'text', width: 12 },
      { key: 'ethnicity', title: w.ethnicity, kind: 'text', width: 10 },
      { key: 'religion', title: w.religion, kind: 'text', width: 10 },
      { key: 'post', title: w.post, kind: 'text', width: 40 },
      { key: 'admitted', title: w.admitted, kind: 'text', width: 12 },
      { key: 'official', title: w.official, kind: 'text', width: 12 },
      { key: 'education', title: w.education, kind: 'text', width: 24 },
      { key: 'theory', title: w.theory, kind: 'text', width: 14 },
      { key: 'planned', title: w.planned, kind: 'text', width: 36 },
      ...years.map((year) => ({
        key: `rating${year}`,
        title: w.rating({ year }),
        kind: 'text' as const,
        width: 18,
      })),
      { key: 'note', title: vi.field.note, kind: 'text', width: 24 },
    ],
    rows: rows.map((row) => {
      const own = row.sensitive
      return {
        fullName: row.fullName,
        male: row.sex === 'male' ? row.born : '',
        female: row.sex === 'female' ? row.born : '',
        ethnicity: own?.ethnicity ?? '',
        religion: own?.religion ?? '',
        post: [row.postTitle, row.unit].filter(Boolean).join(', '),
        admitted: day(own?.party?.admittedOn) || (own?.party?.text ?? ''),
        official: day(own?.party?.officialOn),
        education: row.educations.join('; '),
        theory: row.theory.join('; '),
        planned: (own?.plannings ?? [])
          .filter((one) => one.removedOn === null)
          .map((one) => [one.post, one.document, day(one.decidedOn), one.term].filter(Boolean).join(', '))
          .join('; '),
        ...Object.fromEntries(
          years.map((year) => [
            `rating${year}`,
            (own?.ratings ?? [])
              .filter((one) => one.year === year)
              .map((one) => ratingNames[one.level] ?? '')
              .join('; '),
          ]),
        ),
        note: row.note,
      }
    }),
  })
  return xlsxFile(`trich-ngang-${notice.classCode}`, bytes)
}

const ratingNames: Record<number, string> = {
  4: 'Hoàn thành xuất sắc',
  3: 'Hoàn thành tốt',
  2: 'Hoàn thành',
  1: 'Không hoàn thành',
}
