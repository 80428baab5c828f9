import ical from 'ical-generator'
import type * as z from 'zod'
import { addDays, type Day } from '../../pure/day.ts'
import type { Words } from '../../pure/words.ts'
import type { calendarEntry } from './contract.ts'
import type { vi } from './words.vi.ts'

/** A calendar of whole days that phones and desks read: what is due, for whom; never a name of a person. */
export function feedFile(
  w: Words<typeof vi>,
  entries: readonly z.infer<typeof calendarEntry>[],
  origin: string,
): File {
  const calendar = ical({ name: w.feed.name, ttl: 6 * 3600 })
  for (const entry of entries) {
    const title = entry.side
      ? w.feed.due({ title: entry.title, side: entry.side, count: entry.count })
      : entry.title
    const event = calendar.createEvent({
      id: `${entry.kind}-${entry.id}-${entry.on}@nhip`,
      start: entry.on,
      end: addDays(entry.on as Day, 1),
      allDay: true,
      summary: title,
    })
    if (entry.unitName) event.description(entry.unitName)
    if (origin) event.url(`${origin}${entry.path}`)
  }
  return new File([calendar.toString()], 'nhip.ics', { type: 'text/calendar; charset=utf-8' })
}
