import { printDay } from '../../pure/day.ts'
import type { Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import { letters, percentOf } from './rules.ts'
import type { Learner, Mark, Session } from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/**
 * The attendance book: one row for each session with day, part, topic, lecturer and hours, one column for each learner; under it
 * what each has attended of what is recorded. A learner who is not recorded has an empty cell.
 */
export async function bookSheet(
  ctx: Ctx,
  book: {
    code: string
    name: string
    sessions: readonly Session[]
    learners: readonly Learner[]
    marks: readonly Mark[]
  },
): Promise<File> {
  const w = ctx.locale === 'vi' ? vi : en
  const markOf = new Map(book.marks.map((one) => [`${one.sessionId} ${one.enrolmentId}`, one]))
  const column = (one: Learner) => `e${one.enrolmentId}`
  const cell = (mark: Mark | undefined, hours: number) =>
    mark === undefined
      ? ''
      : mark.status === 'present'
        ? letters.present
        : `${mark.cause === null ? w.absentShort : letters[mark.cause]}${mark.missedHours === null ? '' : ` ${mark.missedHours}/${hours}`}`
  const shareOf = (one: Learner) => {
    let [attended, recorded] = [0, 0]
    for (const session of book.sessions) {
      const mark = markOf.get(`${session.id} ${one.enrolmentId}`)
      if (!mark) continue
      recorded += session.hours
      attended +=
        mark.status === 'present' ? session.hours : session.hours - (mark.missedHours ?? session.hours)
    }
    return percentOf(attended, recorded)
  }
  const bytes = await writeSheet({
    sheetName: w.sheet.book,
    titleLines: [
      { text: w.sheet.bookTitle, isBold: true },
      { text: `${book.code} · ${book.name}`, isBold: true },
    ],
    isLandscape: true,
    columns: [
      { key: 'onDay', title: w.sheet.day, kind: 'day' },
      { key: 'part', title: w.sheet.part, kind: 'text', width: 8 },
      { key: 'title', title: w.sheet.topic, kind: 'text', width: 44 },
      { key: 'lecturer', title: w.sheet.lecturer, kind: 'text', width: 24 },
      { key: 'hours', title: w.sheet.hours, kind: 'number', width: 7 },
      { key: 'recordedBy', title: w.sheet.recordedBy, kind: 'text', width: 22 },
      ...book.learners.map((one) => ({
        key: column(one),
        title: `${one.number}. ${one.fullName}`,
        kind: 'text' as const,
        width: 9,
      })),
    ],
    rows: [
      ...book.sessions.map((session) => ({
        onDay: session.onDay,
        part: w.part[session.part],
        title: session.title,
        lecturer: session.lecturer,
        hours: session.hours,
        recordedBy: session.recordedBy ?? w.notRecorded,
        ...Object.fromEntries(
          book.learners.map((one) => [
            column(one),
            cell(markOf.get(`${session.id} ${one.enrolmentId}`), session.hours),
          ]),
        ),
      })),
      {
        title: w.sheet.attended,
        ...Object.fromEntries(book.learners.map((one) => [column(one), shareOf(one)])),
      },
    ],
    footnotes: [
      w.sheet.legend,
      ...book.learners
        .filter((one) => one.leftOn !== null)
        .map((one) => w.sheet.left({ name: one.fullName, on: printDay(one.leftOn ?? '') })),
    ],
  })
  return xlsxFile(`so-diem-danh-${book.code.replace(/[^\w-]+/g, '-')}`, bytes)
}
