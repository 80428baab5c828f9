import type * as z from 'zod'
import { noShare, printShare } from '../../pure/share.ts'
import type { moduleStanding, standing } from './contract.ts'

type Standing = z.infer<typeof standing>

/**
 * Where somebody stands in a module of which a share of the hours must be attended. What may be missed is counted of all hours that
 * the timetable has of the module, so that one early absence is no alarm. `near`: something was missed, and one more session
 * (`sessionHours`) would be too much. Without a regulation or hours nobody can say.
 */
export function standingOf(
  { hours, missed, sessionHours }: { hours: number; missed: number; sessionHours: number },
  minPercent: number | null,
): Standing {
  if (minPercent === null || hours === 0) return 'unknown'
  // In hundredths of hours: whole numbers compare exactly at the boundary.
  const mayMiss = hours * (100 - minPercent)
  if (missed * 100 > mayMiss) return 'below'
  return missed > 0 && (missed + sessionHours) * 100 > mayMiss ? 'near' : 'good'
}

const order: readonly Standing[] = ['below', 'near', 'unknown', 'good']

/** The standing over all modules: the worst one. */
export const worstOf = (modules: readonly Pick<z.infer<typeof moduleStanding>, 'standing'>[]): Standing =>
  order.find((one) => modules.some((module) => module.standing === one)) ?? 'good'

/** Letters of the grid. None of them becomes another letter under a Vietnamese input method, whatever follows. */
export const letters = {
  present: 'C',
  excused: 'P',
  unexcused: 'K',
  recalled: 'G',
  ill: 'B',
  other: 'L',
} as const
export type Letter = keyof typeof letters

/** What a typed letter means; null: nothing. */
export function meant(typed: string): Letter | null {
  const key = typed.toUpperCase()
  return (Object.keys(letters) as Letter[]).find((one) => letters[one] === key) ?? null
}

/** Hours of hours in per cent with its sign, cut to one decimal; a dash where nothing is recorded. */
export const percentOf = (part: number, whole: number): string =>
  whole === 0 ? noShare : `${printShare({ part, whole }, { decimals: 1, rounding: 'truncate' })}%`
