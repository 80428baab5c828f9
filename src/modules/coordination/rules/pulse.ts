import { type Day, daysBetween } from '../../../pure/day.ts'

/**
 * One recorded thing that a unit owed: its day, the day on which it was done (null: not yet), and how far the ladder of
 * reminders had climbed before that: 0 nobody was reminded, 1 the coordinator or deputy, 2 the head or beyond.
 * `isOverdue`: not done, and its day is past.
 */
export type PulseEvent = { dueOn: Day; doneOn: Day | null; rung: 0 | 1 | 2 }

export type Measure = { share: number | null; low: number | null; high: number | null; events: number }
export type MonthBeat = {
  month: string
  beat: 'onTime' | 'late' | 'none' | 'idle'
  due: number
  kept: number
  late: number
}
export type Pulse = {
  months: MonthBeat[]
  timely: Measure
  daysLate: number | null
  even: Measure
  selfStarted: Measure
}

/** Below so many events a share would say more than is known. */
export const fewestEvents = 6
export const pulseMonths = 24
/** How wide the window is in which a unit's own usual delay may lie, and how late the latest such window ends, in days. */
const windowDays = 31
const latestWindowEnd = 60

/**
 * The pulse of a unit on a day, from what was due in the last 24 months up to that day (docs/nhip-do.md). What is not due
 * yet does not count, nor does what was waived. `remindedSince`: the first day on which reminders were recorded; what was
 * due before says nothing about answering unasked. Null: never.
 */
export function pulseOf(all: readonly PulseEvent[], today: Day, remindedSince: Day | null): Pulse {
  const months = monthsUntil(today)
  const first = `${months[0]}-01`
  const events = all.filter(({ dueOn }) => dueOn >= first && dueOn < today)
  const done = events.filter((event) => event.doneOn !== null)
  const late = done.map(delayOf).filter((days) => days > 0)
  const reminded = remindedSince === null ? [] : events.filter(({ dueOn }) => dueOn >= remindedSince)
  return {
    months: months.map((month) => beatOf(month, events)),
    timely: measure(done.length - late.length, events.length),
    daysLate: median(late),
    even: measure(inOneWindow(done.map(delayOf)), events.length),
    selfStarted: measure(
      reminded.reduce((sum, event) => sum + (event.doneOn === null ? 0 : 1 - event.rung / 2), 0),
      reminded.length,
    ),
  }
}

/** Days between the due day and the day on which it was done; negative: early. */
const delayOf = ({ dueOn, doneOn }: PulseEvent): number => daysBetween(dueOn, doneOn as Day)

/** The most delays that lie within one window of a month: what came at the unit's own steady distance from its due days. */
function inOneWindow(delays: readonly number[]): number {
  const sorted = delays.filter((days) => days <= latestWindowEnd).sort((a, b) => a - b)
  let most = 0
  for (let end = 0, start = 0; end < sorted.length; end++) {
    while ((sorted[end] as number) - (sorted[start] as number) >= windowDays) start++
    most = Math.max(most, end - start + 1)
  }
  return most
}

/**
 * A share with its 95 % interval by Wilson, which stays within 0 and 1 and is honest for few events. Where events count by
 * halves it is wider than needed, never narrower: nothing between 0 and 1 varies more than a coin of the same mean.
 */
function measure(points: number, events: number): Measure {
  if (events < fewestEvents) return { share: null, low: null, high: null, events }
  const z = 1.96
  const share = points / events
  const middle = (share + (z * z) / (2 * events)) / (1 + (z * z) / events)
  const half =
    (z * Math.sqrt((share * (1 - share)) / events + (z * z) / (4 * events * events))) / (1 + (z * z) / events)
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half), events }
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** A month's beat is its worst: nothing came of something, else something came late, else all on time; idle: nothing was due. */
function beatOf(month: string, events: readonly PulseEvent[]): MonthBeat {
  const own = events.filter(({ dueOn }) => dueOn.startsWith(month))
  const done = own.filter((event) => event.doneOn !== null)
  const late = done.filter((event) => delayOf(event) > 0).length
  const kept = done.length - late
  const beat =
    own.length === 0
      ? 'idle'
      : done.length === 0
        ? 'none'
        : late > 0 || done.length < own.length
          ? 'late'
          : 'onTime'
  return { month, beat, due: own.length, kept, late }
}

/** The 24 months that end with the month of the day, '2024-12' first. */
function monthsUntil(today: Day): string[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: pulseMonths }, (_, i) => {
    const at = last - pulseMonths + 1 + i
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
