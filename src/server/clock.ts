import type { Instant } from '../pure/day.ts'

/** What time it is: the machine's own, or a test's. */
export type Clock = { now(): Date }

export const machineClock: Clock = { now: () => new Date() }

export const instantOf = (now: Date): Instant => now.toISOString() as Instant
