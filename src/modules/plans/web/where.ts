import { type Day, type Instant, printDay, todayIn } from '../../../pure/day.ts'
import type { Words } from '../../../pure/words.ts'
import { useFrame } from '../../../ui/locale.tsx'
import { turnOf } from '../rules.ts'
import type { vi } from '../words.vi.ts'
import type { Version } from './shapes.ts'

/** The calendar day of an instant on the clock of the school. */
export const useDayOf = (): ((instant: string) => Day) => {
  const timeZone = useFrame()?.timeZone ?? 'Asia/Ho_Chi_Minh'
  return (instant) => todayIn(timeZone, instant as Instant)
}

/** Whose turn it is and since when, or by which document the version is in force. */
export function whereItStands(
  w: Words<typeof vi>,
  version: Version,
  dayOf: (instant: string) => Day,
): string {
  const { who, since } = turnOf(version)
  if (who === 'nobody' && version.documentNumber && version.documentOn) {
    return w.turns.nobody({ documentNumber: version.documentNumber, documentOn: version.documentOn })
  }
  return w.turns[who === 'committee' ? 'committee' : 'school']({ since: printDay(dayOf(since)) })
}
