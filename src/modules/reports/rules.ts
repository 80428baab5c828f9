import { printShare, printShares, type Rounding, type Share } from '../../pure/share.ts'
import type { Locale } from '../../pure/words.ts'

/** The rounding of a report: by number, and for a column that must sum to 100. */
export type ReportRounding = 'cut' | 'half-up' | 'sum-100'

// A share of a plan is no part of a whole of 100, so there the third setting can only round to the nearest.
const ofOne: Record<ReportRounding, Rounding> = {
  cut: 'truncate',
  'half-up': 'half-up',
  'sum-100': 'half-up',
}

/** Result over plan in per cent with two decimals, «104,16»; a plan of nothing prints «–». */
export const printProgress = (share: Share, rounding: ReportRounding, locale: Locale = 'vi'): string =>
  printShare(share, { decimals: 2, rounding: ofOne[rounding], locale })

/** What each part is of all, in per cent with two decimals; under `sum-100` the column sums to exactly 100. */
export function printPortions(
  parts: readonly number[],
  rounding: ReportRounding,
  locale: Locale = 'vi',
): string[] {
  if (rounding === 'sum-100') return printShares(parts, { decimals: 2, locale })
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => printShare({ part, whole }, { decimals: 2, rounding: ofOne[rounding], locale }))
}
