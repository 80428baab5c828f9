import type * as z from 'zod'
import { type Day, printDay } from '../../pure/day.ts'
import { dongInWords } from '../../pure/in-words.ts'
import { printNumber } from '../../pure/share.ts'
import type { TemplateData } from '../../server/files/docx.ts'
import { type Layout, letterHead } from '../files/index.ts'
import type { SurveyResult, surveyCampaign } from '../surveys/contract.ts'
import type { invitationDetail, payment, timetable } from '../teaching/contract.ts'
import { vi } from './words.vi.ts'

type Sender = { school: string; province: string }
type Session = z.infer<typeof timetable>['sessions'][number]
type Planned = Pick<
  Session,
  'onDay' | 'part' | 'hours' | 'title' | 'kind' | 'lecturer' | 'room' | 'place' | 'state' | 'note'
>
export type Timetable = Pick<
  z.infer<typeof timetable>,
  'code' | 'name' | 'programme' | 'opensOn' | 'closesOn'
> & {
  sessions: readonly Planned[]
  visits: readonly Pick<z.infer<typeof timetable>['visits'][number], 'title' | 'host' | 'fromOn' | 'lastOn'>[]
}
export type Thanked = Pick<
  z.infer<typeof invitationDetail>,
  'lecturer' | 'classCode' | 'className' | 'title'
> & {
  planned: readonly Pick<Session, 'onDay' | 'part' | 'hours' | 'title' | 'state'>[]
}
export type Payment = Omit<z.infer<typeof payment>, 'rows' | 'total'> & {
  rows: readonly Omit<z.infer<typeof payment>['rows'][number], 'lecturerId' | 'isGuest'>[]
}
export type Campaign = Pick<
  z.infer<typeof surveyCampaign>,
  'classCode' | 'className' | 'programmeName' | 'opensOn' | 'closesOn' | 'expected'
>

const n = (value: number | null) => (value === null ? '' : printNumber(value))
const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((all, row) => all + of(row), 0)

/** A session that was held, as planned or otherwise. */
export const isTaught = (one: { state: string }) => one.state === 'taught' || one.state === 'changed'

/** What the timetable of a class is filled with: one row a session that stands, then where the class goes. */
export function timetableData(sender: Sender, on: Day, layout: Layout, one: Timetable): TemplateData {
  const held = one.sessions.filter((row) => row.state !== 'cancelled' && row.state !== 'notTaught')
  return {
    ...letterHead(sender, on, layout),
    recipients: vi.timetableGoesTo,
    class: `${one.name} (${one.code})`,
    programme: one.programme,
    days: one.closesOn ? vi.span({ fromOn: one.opensOn, lastOn: one.closesOn }) : printDay(one.opensOn),
    summary: vi.sessions({ sessions: held.length, hours: sum(held, (row) => row.hours) }),
    rows: held.map((row, i) => ({
      order: String(i + 1),
      weekday: vi.weekday(row.onDay),
      day: printDay(row.onDay),
      part: vi.parts[row.part],
      content: row.title,
      hours: n(row.hours),
      kind: vi.hourKinds[row.kind],
      lecturer: row.lecturer ?? '',
      place: [row.room, row.place].filter(Boolean).join(', '),
      note: row.note,
    })),
    visits: one.visits.map((visit) => `${vi.span(visit)}: ${visit.title}, ${visit.host}`),
  }
}

/** What the letter of thanks is filled with: of an invitation the sessions that were held. */
export function thanksData(sender: Sender, on: Day, layout: Layout, one: Thanked): TemplateData {
  const held = one.planned.filter(isTaught)
  return {
    ...letterHead(sender, on, layout),
    recipients: ['Như trên'],
    addressee: one.lecturer,
    class: `${one.className} (${one.classCode})`,
    title: one.title,
    summary: vi.sessions({ sessions: held.length, hours: sum(held, (row) => row.hours) }),
    rows: held.map((row, i) => ({
      order: String(i + 1),
      day: printDay(row.onDay),
      part: vi.parts[row.part],
      hours: n(row.hours),
      content: row.title,
    })),
  }
}

/** What the payment list is filled with. Money in whole đồng; a row without a rate says so, and a note says that the sum is not whole. */
export function paymentData(
  sender: Sender,
  on: Day,
  layout: Layout,
  month: string | null,
  one: Payment,
): TemplateData {
  const dong = (value: number | null) => (value === null ? vi.noRate : printNumber(value))
  return {
    ...letterHead(sender, on, layout),
    recipients: vi.paymentGoesTo,
    period: month === null ? vi.allMonths : vi.month({ month: month.slice(5), year: month.slice(0, 4) }),
    rows: one.rows.map((row, i) => ({
      order: String(i + 1),
      lecturer: row.lecturer,
      workplace: row.workplace,
      class: row.classCode,
      content: row.title,
      days: row.days,
      sessions: n(row.sessions),
      hours: n(row.hours),
      rate: dong(row.hourDong),
      amount: dong(row.amountDong),
      tax: dong(row.taxDong),
      net: dong(row.netDong),
    })),
    total: {
      sessions: n(one.sessions),
      hours: n(one.hours),
      amount: n(one.amountDong),
      tax: n(one.taxDong),
      net: n(one.netDong),
    },
    inWords: dongInWords(one.netDong),
    notes: [
      ...(one.withoutRate > 0 ? [vi.withoutRate({ rows: one.withoutRate })] : []),
      ...(one.unconfirmed > 0 ? [vi.unconfirmed({ sessions: one.unconfirmed })] : []),
    ],
  }
}

/**
 * What the results of an evaluation are filled with. They are made of the kept result, so what is hidden there (fewer than five
 * answers, or to be found by subtraction) is hidden here; what was written has no name.
 */
export function surveyData(
  sender: Sender,
  on: Day,
  layout: Layout,
  campaign: Campaign,
  result: Omit<SurveyResult, 'invalid'> & { invalid?: number | undefined },
): TemplateData {
  const mean = (value: number | null) => (value === null ? '' : printNumber(value, 'vi', 2))
  return {
    ...letterHead(sender, on, layout),
    recipients: vi.surveyGoesTo,
    class: `${campaign.className} (${campaign.classCode})`,
    programme: campaign.programmeName,
    days: vi.span({ fromOn: campaign.opensOn, lastOn: campaign.closesOn }),
    summary: result.isHidden
      ? vi.tooFewAnswers
      : vi.answersOf({ answers: result.answers, expected: campaign.expected, invalid: result.invalid ?? 0 }),
    rows: result.items
      .filter((item) => item.comments.length === 0)
      .map((item, i) => ({
        order: String(i + 1),
        content: [item.text, item.subject].filter(Boolean).join(': '),
        answers: item.isHidden ? vi.hidden : n(item.n),
        mean: item.isHidden ? '' : mean(item.mean),
        spread: item.isHidden ? '' : mean(item.spread),
        counts: item.isHidden
          ? ''
          : item.counts.map((one) => `${one.label}: ${printNumber(one.count)}`).join('; '),
      })),
    comments: result.items
      .filter((item) => item.comments.length > 0)
      .map((item) => ({
        content: [item.text, item.subject].filter(Boolean).join(': '),
        texts: item.comments,
      })),
    note: vi.hiddenNote,
  }
}
