import { addDays, type Day } from '../../../pure/day.ts'
import type { Words } from '../../../pure/words.ts'
import type { vi } from '../words.vi.ts'

/** When a programme is in use, in words; its last day is the one before `untilOn`. */
export function printPeriod(
  w: Words<typeof vi>,
  { fromOn, untilOn }: { fromOn: Day | null; untilOn: Day | null },
): string {
  const lastOn = untilOn && addDays(untilOn, -1)
  if (fromOn && lastOn) return w.fromUntil({ fromOn, lastOn })
  if (fromOn) return w.from({ fromOn })
  return lastOn ? w.until({ lastOn }) : w.always
}
