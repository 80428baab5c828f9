import type { Day, Instant } from '../pure/day.ts'

/** What time it is: the machine's own, or a test's. */
export type Clock = { now(): Date }

export const machineClock: Clock = { now: () => new Date() }

/** The calendar day at `now` in the installation's zone (`Asia/Ho_Chi_Minh`), never the browser's. */
export const dayIn = (timeZone: string, now: Date): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now) as Day

export const instantOf = (now: Date): Instant => now.toISOString() as Instant
