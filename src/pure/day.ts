import type { Locale } from './words.ts'

/** A calendar day 'yyyy-MM-dd', without a time zone. Days compare as strings. */
export type Day = string

/** A moment in ISO UTC, '2026-11-24T01:30:00.000Z'. */
export type Instant = string

/** Why a written date was not understood. `monthFirst`: it only makes sense as MM/dd/yyyy. */
export type DayRefusal = 'empty' | 'notADay' | 'impossible' | 'twoDigitYear' | 'monthFirst'

export type DayReading = { ok: true; day: Day } | { ok: false; reason: DayRefusal }

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const millisecondsADay = 86_400_000

// Years that a training office can mean. 0206 or 20226 is a slip of the finger, not a date.
const firstYear = 1900
const lastYear = 2199

/** Whether the value is a real day written 'yyyy-MM-dd'. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false
  const found = dayPattern.exec(value)
  return found !== null && exists(Number(found[1]), Number(found[2]), Number(found[3]))
}

/** The year of a day, 2026. */
export const yearOf = (day: Day): number => partsOf(day)[0]

/** The month of a day, 1 to 12. */
export const monthOf = (day: Day): number => partsOf(day)[1]

/** The day so many days later (earlier when negative). */
export const addDays = (day: Day, days: number): Day => fromNumber(toNumber(day) + days)

/** Days from the first to the second: 0 on the same day, negative when the second lies before. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from)

/**
 * Whole years from the first day to the second, as age is counted: full on the same day and month.
 * A start on 29 February is full on 28 February of a common year, by analogy with article 148(3) of the Civil
 * Code 2015 (where the last month has no such day, a period ends on its last day). Negative when reversed.
 */
export function yearsBetween(from: Day, to: Day): number {
  if (to < from) return 0 - yearsBetween(to, from)
  const [fromYear, fromMonth, fromDay] = partsOf(from)
  const [toYear, toMonth, toDay] = partsOf(to)
  const anniversary = Math.min(fromDay, daysIn(toYear, fromMonth))
  const isFull = toMonth > fromMonth || (toMonth === fromMonth && toDay >= anniversary)
  return toYear - fromYear - (isFull ? 0 : 1)
}

/** '05/01/2026', in both languages: a date must not change its meaning with the language. */
export function printDay(day: Day): string {
  const [year, month, date] = partsOf(day)
  return `${two(date)}/${two(month)}/${four(year)}`
}

/**
 * 'ngày 05 tháng 01 năm 2026' for the place and date line of a letter; '5 January 2026' in English.
 * Days below 10 and months 1 and 2 get a zero, months 3 to 9 none (Nghị định 30/2020, phụ lục I).
 */
export function printLongDay(day: Day, locale: Locale = 'vi'): string {
  const [year, month, date] = partsOf(day)
  if (locale === 'en') return `${date} ${englishMonths[month - 1]} ${year}`
  return `ngày ${two(date)} tháng ${month < 3 ? two(month) : month} năm ${year}`
}

/** '24/11/2026 08:30' on the clock of the zone. */
export function printInstant(instant: Instant | Date, timeZone: string): string {
  const p = clockParts(timeZone, instant)
  return `${p.day}/${p.month}/${p.year} ${p.hour}:${p.minute}`
}

/** The calendar day in the zone at that moment. */
export function todayIn(timeZone: string, now: Instant | Date): Day {
  const p = clockParts(timeZone, now)
  return `${p.year}-${p.month}-${p.day}`
}

/**
 * Reads a date as Vietnamese offices write it: d/M/yyyy, with '/', '-' or '.', leading zeros or not; and 'yyyy-MM-dd',
 * which cannot be taken for anything else. Whatever could mean two days is refused, never guessed.
 */
export function readVietnameseDay(text: string): DayReading {
  const written = text.normalize('NFC').trim()
  if (written === '') return { ok: false, reason: 'empty' }

  const iso = dayPattern.exec(written)
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]))

  const found = /^(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/.exec(written)
  if (!found) return { ok: false, reason: 'notADay' }
  const [date, month, year] = [Number(found[1]), Number(found[3]), Number(found[4])]
  if (found[4]!.length === 2) return { ok: false, reason: 'twoDigitYear' }
  if (month > 12 && exists(year, date, month)) return { ok: false, reason: 'monthFirst' }
  return checked(year, month, date)
}

/**
 * The day of an Excel serial number (1900 system); the time of day after the point is dropped. Null outside
 * 1 to 2958465 and for 60, the 29 February 1900 that Excel has and the calendar has not.
 */
export function dayOfExcelSerial(serial: number): Day | null {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < 1 || whole > 2_958_465 || whole === 60) return null
  return addDays(whole < 60 ? '1899-12-31' : '1899-12-30', whole)
}

/** The Excel serial number (1900 system) of a day from 1900 on. */
export function excelSerialOfDay(day: Day): number {
  return daysBetween(day < '1900-03-01' ? '1899-12-31' : '1899-12-30', day)
}

/** Days in that month, 28 to 31. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const two = (n: number) => String(n).padStart(2, '0')
const four = (n: number) => String(n).padStart(4, '0')

function exists(year: number, month: number, date: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month)
}

function checked(year: number, month: number, date: number): DayReading {
  if (year < firstYear || year > lastYear || !exists(year, month, date)) {
    return { ok: false, reason: 'impossible' }
  }
  return { ok: true, day: `${four(year)}-${two(month)}-${two(date)}` }
}

function partsOf(day: Day): [year: number, month: number, date: number] {
  const found = dayPattern.exec(day)
  if (!found) throw new RangeError(`not a day: ${day}`)
  return [Number(found[1]), Number(found[2]), Number(found[3])]
}

// Only UTC on both ways, so that no zone can move a day.
function toNumber(day: Day): number {
  const [year, month, date] = partsOf(day)
  return new Date(0).setUTCFullYear(year, month - 1, date) / millisecondsADay
}

const fromNumber = (days: number): Day => new Date(days * millisecondsADay).toISOString().slice(0, 10)

function clockParts(timeZone: string, moment: Instant | Date): Record<string, string> {
  const parts = clockOf(timeZone).formatToParts(new Date(moment))
  return Object.fromEntries(parts.map((part) => [part.type, part.value]))
}

/** Kept for each zone: making one takes longer than hundreds of uses, and a page asks for every row. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const kept = clocks.get(timeZone)
  if (kept) return kept
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(timeZone, clock)
  return clock
}
