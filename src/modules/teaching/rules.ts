import type * as z from 'zod'
import { addDays, type Day } from '../../pure/day.ts'
import { holds, type Span, weekdayOf } from '../calendar/rules.ts'
import type { criteria, hourKind, part, substitute } from './contract.ts'

export type Part = z.infer<typeof part>
export type HourKind = z.infer<typeof hourKind>
export type Criterion = (typeof criteria)[number]
type Hours = Partial<Record<HourKind, number>>

/** In this order a topic is taught. Self-study has no session: nobody teaches it. */
const taughtKinds = ['theory', 'discussion', 'practice', 'field', 'report', 'exam'] as const

export type TopicFacts = {
  itemId: number
  title: string
  hours: Hours
  /** Of it in the timetable already. */
  scheduled: Hours
}

export type ProposedSession = {
  itemId: number
  title: string
  onDay: Day
  part: Part
  hours: number
  kind: HourKind
}

/** Lesson hours of a topic for which no day is left. */
export type Unplaced = { itemId: number; title: string; kind: HourKind; hours: number }

const isTaken = (taken: ReadonlySet<string>, on: Day, at: Part) => taken.has(`${on} ${at}`)

/**
 * A timetable for what the outline has and the timetable has not: topics in the order of the outline, each kind of hours in
 * sessions of at most `partHours` lesson hours, on the wished week days and parts, never on days on which the school does not
 * teach. What finds no day before the class ends is named, not squeezed in.
 */
export function proposeSessions(facts: {
  topics: readonly TopicFacts[]
  fromOn: Day
  lastOn: Day
  weekdays: readonly number[]
  parts: readonly Part[]
  partHours: number
  /** Days without teaching: holidays, breaks. */
  stops: readonly Span[]
  /** «day part» that the class has already. */
  taken: ReadonlySet<string>
}): { sessions: ProposedSession[]; hoursLeft: number; hoursWithoutDay: number; left: Unplaced[] } {
  const order = ['morning', 'afternoon', 'evening'] as const
  const slots: { onDay: Day; part: Part }[] = []
  for (let onDay = facts.fromOn; onDay <= facts.lastOn; onDay = addDays(onDay, 1)) {
    if (!facts.weekdays.includes(weekdayOf(onDay)) || facts.stops.some((stop) => holds(stop, onDay))) continue
    for (const part of order)
      if (facts.parts.includes(part) && !isTaken(facts.taken, onDay, part)) slots.push({ onDay, part })
  }
  const sessions: ProposedSession[] = []
  const unplaced: Unplaced[] = []
  let [hoursLeft, next] = [0, 0]
  for (const topic of facts.topics)
    for (const kind of taughtKinds) {
      let left = Math.max(0, (topic.hours[kind] ?? 0) - (topic.scheduled[kind] ?? 0))
      hoursLeft += left
      while (left > 0) {
        const slot = slots[next]
        if (!slot) {
          unplaced.push({ itemId: topic.itemId, title: topic.title, kind, hours: left })
          break
        }
        const hours = Math.min(left, facts.partHours)
        sessions.push({ itemId: topic.itemId, title: topic.title, ...slot, hours, kind })
        left -= hours
        next += 1
      }
    }
  const hoursWithoutDay = unplaced.reduce((sum, one) => sum + one.hours, 0)
  return { sessions, hoursLeft, hoursWithoutDay, left: unplaced }
}

type Substitute = z.infer<typeof substitute>

/** Whether somebody could be invited at once: teaches it, approved, free, within the limits, comes there, not asked before. */
export const isSuitable = (one: Omit<Substitute, 'isSuitable'>): boolean =>
  (one.teaches === 'topic' || one.teaches === 'field') &&
  (one.approval === 'valid' || one.approval === 'notNeeded') &&
  one.busy === null &&
  one.weekHours <= one.weeklyHours &&
  (one.monthlyHours === null || one.monthHours <= one.monthlyHours) &&
  one.travel !== 'doesNotGo' &&
  !one.alreadyAsked

const travelRank = { notNeeded: 0, goes: 0, within: 1, doesNotGo: 2 } as const
const teachesRank = { topic: 0, field: 1, unknown: 2, neither: 3 } as const

/**
 * What a criterion says of somebody as a number: the smaller the better. `usual`: the mean rating of those who have one.
 * Ratings count in tenths of the scale, so that a hair's breadth decides nothing; whoever has fewer than five answers stands as
 * the mean does, neither before nor behind for want of them.
 */
const measureOf: Record<Criterion, (one: Substitute, usual: number) => number> = {
  topic: (one) => teachesRank[one.teaches],
  load: (one) => Math.round((one.weekHours / one.weeklyHours) * 100),
  distance: (one) => travelRank[one.travel],
  rating: (one, usual) => -Math.round((one.rating?.score ?? usual) * 10),
  // Who has taught the topic lately knows it: the later the better, never comes last.
  lastTaught: (one) => (one.lastTaughtOn === null ? 0 : -Number(one.lastTaughtOn.replaceAll('-', ''))),
}

/** Suitable ones first, then by the criteria in the order that the school has set, the name at last. */
export function rankSubstitutes(rows: readonly Substitute[], order: readonly Criterion[]): Substitute[] {
  const rated = rows.flatMap((row) => (row.rating ? [row.rating.score] : []))
  const usual = rated.length === 0 ? 0 : rated.reduce((sum, one) => sum + one, 0) / rated.length
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => {
      if (a.row.isSuitable !== b.row.isSuitable) return a.row.isSuitable ? -1 : 1
      for (const criterion of order) {
        const [x, y] = [measureOf[criterion](a.row, usual), measureOf[criterion](b.row, usual)]
        if (x !== y) return x < y ? -1 : 1
      }
      return a.at - b.at
    })
    .map(({ row }) => row)
}

/** Until when somebody may answer: the usual days, but never beyond the day before the first session. */
export function deadlineFor(today: Day, firstOn: Day, answerDays: number): Day {
  const usual = addDays(today, answerDays)
  const last = addDays(firstOn, -1)
  const found = usual < last ? usual : last
  return found < today ? today : found
}

/** What is paid for hours: đồng are whole, the tax is rounded down to the đồng. */
export function paidFor(
  hours: number,
  rate: { hourDong: number; taxBasisPoints: number } | null,
): { amountDong: number | null; taxDong: number | null; netDong: number | null } {
  if (!rate) return { amountDong: null, taxDong: null, netDong: null }
  const amountDong = hours * rate.hourDong
  const taxDong = Math.floor((amountDong * rate.taxBasisPoints) / 10_000)
  return { amountDong, taxDong, netDong: amountDong - taxDong }
}
