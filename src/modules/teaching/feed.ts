import ical from 'ical-generator'
import { addDays } from '../../pure/day.ts'
import type { Words } from '../../pure/words.ts'
import type { Feed } from './store.ts'
import type { vi } from './words.vi.ts'

/** The moment of a clock time in a zone, whatever the zone's hours are that day. */
function momentOf(day: string, clock: string, timeZone: string): Date {
  const guess = Date.parse(`${day}T${clock}:00Z`)
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(guess)
      .map((one) => [one.type, one.value]),
  )
  const shown = Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:00Z`)
  return new Date(2 * guess - shown)
}

/** The sessions of a lecturer or a class as a calendar that phones read: when, where, what; no name of anybody. */
export function feedFile(w: Words<typeof vi>, feed: Feed, origin: string, timeZone: string): File {
  const calendar = ical({ name: feed.isLecturer ? w.feed.ofLecturer : feed.name, ttl: 3600 })
  for (const one of feed.sessions) {
    const event = calendar.createEvent({
      id: `session-${one.id}@nhip`,
      sequence: one.version,
      start: momentOf(one.onDay, one.startsAt, timeZone),
      end: momentOf(one.onDay, one.endsAt, timeZone),
      summary: one.title,
      location: one.place,
    })
    event.description(w.feed.about(one))
    if (origin) event.url(`${origin}/lop/${one.classId}/lich-hoc`)
  }
  for (const one of feed.visits) {
    const event = calendar.createEvent({
      id: `visit-${one.id}@nhip`,
      sequence: one.version,
      start: one.fromOn,
      end: addDays(one.lastOn, 1),
      allDay: true,
      summary: one.title,
      location: one.host,
    })
    event.description(`${w.visit}, ${one.className}`)
    if (origin) event.url(`${origin}/lop/${one.classId}/lich-hoc`)
  }
  return new File([calendar.toString()], 'lich-giang.ics', { type: 'text/calendar; charset=utf-8' })
}
