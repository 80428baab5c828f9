import { addDays, type Day, daysBetween, yearOf } from '../../pure/day.ts'

/** 1 for Monday to 7 for Sunday. 4 January 2021 was a Monday. */
export const weekdayOf = (day: Day): number => {
  const since = daysBetween('2021-01-04', day) % 7
  return (since < 0 ? since + 7 : since) + 1
}

/** The Monday of the day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** The Mondays of the ISO weeks of a year, 52 or 53: those whose Thursday lies in it. */
export function mondaysOf(year: number): Day[] {
  const mondays: Day[] = []
  for (
    let monday = mondayOf(`${year}-01-04`);
    yearOf(addDays(monday, 3)) === year;
    monday = addDays(monday, 7)
  )
    mondays.push(monday)
  return mondays
}

/** Days from the first to the last, both included. */
export type Span = { fromOn: Day; lastOn: Day }

export const holds = (span: Span, on: Day): boolean => span.fromOn <= on && on <= span.lastOn
export const overlaps = (a: Span, b: Span): boolean => a.fromOn <= b.lastOn && b.fromOn <= a.lastOn

type Stop = Span & { id: number; title: string }

export type TeachingWeek = {
  /** ISO number within the year. */
  week: number
  mondayOn: Day
  /** Teaching days left, 0 to 5. */
  days: number
  /** The working days that are missing, each with the entry that takes it. */
  missing: { on: Day; entryId: number; title: string }[]
}

/** Monday to Friday: how schools teach classes of full time. Evenings and weekends are not counted. */
const workingDays = 5

/** The teaching days of each ISO week of a year, and why days are missing. */
export function teachingWeeksOf(year: number, stops: readonly Stop[]): TeachingWeek[] {
  return mondaysOf(year).map((mondayOn, index) => {
    const missing = Array.from({ length: workingDays }, (_, i) => addDays(mondayOn, i)).flatMap((on) => {
      const stop = stops.find((one) => holds(one, on))
      return stop ? [{ on, entryId: stop.id, title: stop.title }] : []
    })
    return { week: index + 1, mondayOn, days: workingDays - missing.length, missing }
  })
}

/** Whether the school teaches on that day: a working day that no entry takes. */
export const isTeachingDay = (on: Day, stops: readonly Span[]): boolean =>
  weekdayOf(on) <= workingDays && !stops.some((stop) => holds(stop, on))

/** Teaching days from the first to the last day, both included. */
export function teachingDaysIn(span: Span, stops: readonly Span[]): number {
  let days = 0
  for (let on = span.fromOn; on <= span.lastOn; on = addDays(on, 1)) if (isTeachingDay(on, stops)) days += 1
  return days
}

/** One public holiday as the law and the lunar calendar give it, before the school has looked at it. */
export type Holiday = { key: string; title: string; source: string } & Span & { needsConfirmation: boolean }

/**
 * Holidays with the days off that follow where one falls on a weekend: the next working day that is not a holiday itself
 * (Bộ luật Lao động 2019, Điều 111 khoản 3). A holiday that grew must be confirmed: the Government may swap days.
 */
export function withDaysInLieu(holidays: readonly Holiday[]): Holiday[] {
  const taken = new Set<Day>()
  for (const { fromOn, lastOn } of holidays)
    for (let on = fromOn; on <= lastOn; on = addDays(on, 1)) taken.add(on)
  return holidays
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
    .map((holiday) => {
      let { lastOn } = holiday
      for (let on = holiday.fromOn; on <= holiday.lastOn; on = addDays(on, 1)) {
        if (weekdayOf(on) <= workingDays) continue
        let lieu = addDays(lastOn, 1)
        while (weekdayOf(lieu) > workingDays || taken.has(lieu)) lieu = addDays(lieu, 1)
        taken.add(lieu)
        lastOn = lieu
      }
      return lastOn === holiday.lastOn ? holiday : { ...holiday, lastOn, needsConfirmation: true }
    })
}

/** Why an entry cannot stand, as the code of a problem with its field; empty when it can. */
export function refusalsOf(entry: {
  kind: string
  fromOn: Day
  lastOn: Day
  stopsTeaching: boolean
  unitId?: number | undefined
}): { path: string; code: string }[] {
  const found = []
  if (entry.lastOn < entry.fromOn) found.push({ path: 'lastOn', code: 'calendar.endsBeforeItBegins' })
  else if (daysBetween(entry.fromOn, entry.lastOn) >= 400)
    found.push({ path: 'lastOn', code: 'calendar.tooLong' })
  if (entry.kind === 'busy' && entry.unitId === undefined)
    found.push({ path: 'unitId', code: 'calendar.busyWithoutUnit' })
  if (entry.stopsTeaching && entry.unitId !== undefined)
    found.push({ path: 'stopsTeaching', code: 'calendar.unitNeverStops' })
  return found
}
