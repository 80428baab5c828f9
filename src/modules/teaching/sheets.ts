import { dongInWords } from '../../pure/in-words.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Locale } from '../../pure/words.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { Invitation } from './invitations.ts'
import type { Payment, Timetable } from './service.ts'
import type { Session } from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

const fileName = (text: string) => text.replace(/[^\w-]+/g, '-')

type Sentences = typeof vi | typeof en

const sessionColumns = (w: Sentences) =>
  [
    { key: 'classCode', title: w.sheet.classCode, kind: 'text', width: 14 },
    { key: 'weekday', title: w.columns.weekday, kind: 'text', width: 10 },
    { key: 'onDay', title: w.columns.day, kind: 'day' },
    { key: 'part', title: w.columns.part, kind: 'text', width: 8 },
    { key: 'title', title: w.columns.topic, kind: 'text', width: 52 },
    { key: 'hours', title: w.columns.hours, kind: 'number', width: 8 },
    { key: 'kind', title: w.columns.kind, kind: 'text', width: 14 },
    { key: 'lecturer', title: w.columns.lecturer, kind: 'text', width: 26 },
    { key: 'room', title: w.sheet.roomCode, kind: 'text', width: 18 },
    { key: 'place', title: w.sheet.place, kind: 'text', width: 22 },
    { key: 'note', title: w.columns.note, kind: 'text', width: 22 },
  ] as const

const sessionCells = (w: Sentences, one: Session) => ({
  classCode: one.classCode,
  weekday: w.weekday(one.onDay),
  onDay: one.onDay,
  part: w.partTitle[one.part],
  title: one.title,
  hours: one.hours,
  kind: w.kind[one.kind],
  lecturer: one.lecturer,
  room: one.room,
  place: one.place,
  note: one.note,
})

/** What a lecturer has taught and is to teach, as filtered. */
export async function sessionsSheet(locale: Locale, name: string, rows: readonly Session[]): Promise<File> {
  const w = locale === 'vi' ? vi : en
  const bytes = await writeSheet({
    sheetName: w.sheet.timetable,
    titleLines: [{ text: w.taughtOf({ name }), isBold: true }],
    isLandscape: true,
    columns: [...sessionColumns(w), { key: 'state', title: w.columns.state, kind: 'text', width: 18 }],
    rows: rows.map((one) => ({ ...sessionCells(w, one), state: w.sessionState[one.state] })),
  })
  return xlsxFile(`buoi-giang-${fileName(searchKey(name))}`, bytes)
}

/** The timetable of a class as a workbook, Vietnamese as files are: the layout that an import takes back in. */
export async function timetableSheet(found: Timetable): Promise<File> {
  const w = vi
  const bytes = await writeSheet({
    sheetName: w.sheet.timetable,
    titleLines: [{ text: w.sheet.timetableTitle(found), isBold: true }],
    isLandscape: true,
    columns: sessionColumns(w),
    rows: found.sessions.filter((one) => one.state !== 'cancelled').map((one) => sessionCells(w, one)),
  })
  return xlsxFile(`lich-hoc-${fileName(found.code)}`, bytes)
}

export async function invitationsSheet(locale: Locale, rows: readonly Invitation[]): Promise<File> {
  const w = locale === 'vi' ? vi : en
  const bytes = await writeSheet({
    sheetName: w.sheet.invitations,
    titleLines: [{ text: w.invitations, isBold: true }],
    isLandscape: true,
    columns: [
      { key: 'lecturer', title: w.lecturer, kind: 'text', width: 26 },
      { key: 'class', title: w.class, kind: 'text', width: 36 },
      { key: 'title', title: w.topic, kind: 'text', width: 44 },
      { key: 'firstOn', title: w.days, kind: 'day' },
      { key: 'sessions', title: w.sessionsCount, kind: 'number', width: 8 },
      { key: 'hours', title: w.hoursCount, kind: 'number', width: 8 },
      { key: 'sentOn', title: w.sentOn, kind: 'day' },
      { key: 'deadlineOn', title: w.deadline, kind: 'day' },
      { key: 'state', title: w.view, kind: 'text', width: 22 },
    ],
    rows: rows.map((row) => ({
      lecturer: row.lecturer,
      class: `${row.classCode} · ${row.className}`,
      title: row.title,
      firstOn: row.firstOn,
      sessions: row.sessions,
      hours: row.hours,
      sentOn: row.sentOn,
      deadlineOn: row.deadlineOn,
      state: row.isFollowed ? w.followed : row.isLate ? w.late : w.state[row.state],
    })),
  })
  return xlsxFile('moi-giang', bytes)
}

/** The payment list, Vietnamese as it goes to accounting. */
export async function paymentSheet(
  input: { month?: string | undefined },
  { rows, ...sum }: Payment,
): Promise<File> {
  const w = vi
  const bytes = await writeSheet({
    sheetName: w.sheet.payment,
    titleLines: [{ text: w.sheet.paymentTitle({ month: input.month ?? null }), isBold: true }],
    isLandscape: true,
    columns: [
      { key: 'lecturer', title: w.lecturer, kind: 'text', width: 24 },
      { key: 'workplace', title: w.workplace, kind: 'text', width: 24 },
      { key: 'classCode', title: w.class, kind: 'text', width: 14 },
      { key: 'title', title: w.topic, kind: 'text', width: 40 },
      { key: 'days', title: w.days, kind: 'text', width: 18 },
      { key: 'hours', title: w.hoursCount, kind: 'number', width: 8 },
      { key: 'hourDong', title: w.rate, kind: 'number', width: 14 },
      { key: 'amountDong', title: w.amount, kind: 'number', width: 16 },
      { key: 'taxDong', title: w.tax, kind: 'number', width: 14 },
      { key: 'netDong', title: w.net, kind: 'number', width: 16 },
    ],
    rows: rows.map(({ lecturerId: _, ...row }) => row),
    totals: [{ lecturer: w.total, ...sum }],
    footnotes: [
      `${w.inWords}: ${dongInWords(sum.netDong)}.`,
      ...(sum.withoutRate > 0 ? [w.withoutRate({ rows: sum.withoutRate })] : []),
    ],
  })
  return xlsxFile(`bang-ke-giang${input.month ? `-${input.month}` : ''}`, bytes)
}
