import { addDays, type Day, daysBetween } from '../../../pure/day.ts'
import { isTeachingDay, mondayOf, overlaps, type Span, weekdayOf } from '../../calendar/rules.ts'

type Entry = Span & {
  kind: 'holiday' | 'congress' | 'session' | 'break' | 'busy'
  title: string
  stopsTeaching: boolean
  unitId: number | null
  unit: string | null
}

type Room = { id: number; name: string; seats: number; isOwn: boolean; taken: readonly Span[] }

type Lecturer = {
  id: number
  name: string
  isGuest: boolean
  fields: readonly string[]
  weeklyHours: number
  taken: readonly Span[]
}

/** Everything that a date of opening depends on. Rooms and lecturers are `taken` on days of other classes, absence, or before and after their service. */
export type OpeningFacts = {
  earliest: Day
  /** So many weeks are looked at, from that of `earliest` on. */
  weeks: number
  /** Working days on which the class is taught. */
  teachingDays: number
  learners: number
  needsRoom: boolean
  entries: readonly Entry[]
  /** Whose people the class is for, where that is known. */
  unitIds: readonly number[]
  rooms: readonly Room[]
  /** The programme's hours by field, in the order in which they are taught. */
  fields: readonly { code: string; name: string; hours: number }[]
  lecturers: readonly Lecturer[]
  /** Other classes of the same units. */
  classes: readonly (Span & { code: string; name: string })[]
}

/** Why a date is good or not: a code of the module's words and what its sentence needs. `weight` was added to the burden. */
export type Reason =
  | { code: 'noTeaching'; weight: number; titles: string[] }
  | { code: 'roomFree'; weight: number; room: string; seats: number; others: number }
  | { code: 'roomHosted'; weight: number; room: string; seats: number }
  | { code: 'noRoom'; weight: number; learners: number; large: number }
  | { code: 'holidayInside'; weight: number; titles: string[]; days: number }
  | { code: 'tornApart'; weight: number; title: string; days: number }
  | { code: 'provinceEvent'; weight: number; title: string; fromOn: Day; lastOn: Day }
  | { code: 'unitBusy'; weight: number; unit: string; title: string; fromOn: Day; lastOn: Day }
  | { code: 'unitsBusy'; weight: number; units: string[]; more: number }
  | { code: 'othersBusy'; weight: number; units: string[]; more: number }
  | { code: 'sameUnits'; weight: number; className: string; fromOn: Day; lastOn: Day }
  | { code: 'tooDense'; weight: number; hours: number; days: number }
  | { code: 'lecturersFree'; weight: number; field: string; names: string[]; more: number }
  | { code: 'lecturersShort'; weight: number; field: string; hours: number; free: number; weekly: number }

/** The days on which one field is taught, and who could teach it. */
export type Block = Span & {
  fieldCode: string
  fieldName: string
  hours: number
  /** Free all these days, the chosen first. */
  free: { id: number; name: string; isGuest: boolean }[]
  /** Enough of them for the hours of a week; fewer than needed where there are no more. */
  chosen: number[]
}

export type Opening = {
  opensOn: Day
  closesOn: Day
  /** `blocked`: cannot be; `strained`: can, with something to be settled first. */
  fit: 'good' | 'strained' | 'blocked'
  /** The sum of the weights: what lies on the date. The smaller the better. */
  burden: number
  reasons: Reason[]
  /** Large enough and free on all days; own before hosted, the smallest first. */
  rooms: { id: number; name: string; seats: number }[]
  blocks: Block[]
}

/** What weighs how much (docs/decisions/0012). Not a regulation: an order of preference. */
const weights = {
  noTeaching: 1000,
  noRoom: 1000,
  hosted: 5,
  holidayDay: 1,
  holidayDays: 10,
  torn: 15,
  provinceEvent: 12,
  unitBusy: 20,
  unitsBusy: 60,
  otherUnit: 2,
  otherUnits: 10,
  sameUnits: 8,
  sameUnitsAll: 24,
  tooDense: 25,
  lecturersShort: 25,
  week: 0.5,
}
const strainedFrom = 12
/** A break of a week or more tears a class apart that is no longer than three. */
const tornFrom = 5
const shortClass = 15
/** More lesson hours than this a day is no timetable but a slip of the finger. */
const hoursADay = 10
/** More lecturers than this are counted, not named. */
const named = 4
/** More units than this as well. */
const namedUnits = 3
/** Nobody plans further: a class that cannot be finished by then has no place in the calendar. */
const farthest = 1500

/**
 * The dates on which a class could open, one for each week, the best first: the first teaching day of the week, with every
 * reason that speaks for or against it. Closing is so many teaching days later, holidays not counted.
 */
export function rankOpenings(facts: OpeningFacts): Opening[] {
  const first = mondayOf(facts.earliest)
  const calendar = teachingCalendar(facts)
  const load = new Map(facts.lecturers.map((one) => [one.id, daysTaken(one.taken)]))
  return Array.from({ length: facts.weeks }, (_, week) =>
    openingIn({ ...facts, calendar, load }, addDays(first, 7 * week), week),
  ).toSorted(
    (a, b) =>
      Number(a.fit === 'blocked') - Number(b.fit === 'blocked') ||
      a.burden - b.burden ||
      (a.opensOn < b.opensOn ? -1 : 1),
  )
}

/** The facts with what all weeks share, counted once: the calendar's teaching days, and the days taken of each lecturer. */
type Counted = OpeningFacts & { calendar: readonly Day[]; load: ReadonlyMap<number, number> }

/** Every teaching day that a class of these weeks can reach, in order. */
function teachingCalendar({ earliest, weeks, teachingDays, entries }: OpeningFacts): Day[] {
  const stops = entries.filter((entry) => entry.stopsTeaching)
  return teachingDaysFrom(earliest, teachingDays + 5 * weeks, stops, farthest + 7 * weeks)
}

/** Where the first teaching day from a day on stands in the calendar. */
function placeOf(calendar: readonly Day[], on: Day): number {
  let [low, high] = [0, calendar.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((calendar[middle] as Day) < on) low = middle + 1
    else high = middle
  }
  return low
}

function openingIn(facts: Counted, monday: Day, week: number): Opening {
  const stops = facts.entries.filter((entry) => entry.stopsTeaching)
  const from = monday < facts.earliest ? facts.earliest : monday
  const place = placeOf(facts.calendar, from)
  const tooFar = addDays(from, farthest)
  const days = facts.calendar.slice(place, place + facts.teachingDays).filter((on) => on < tooFar)
  const opensOn = days[0] ?? monday
  const closesOn = days.at(-1) ?? monday
  const span = { fromOn: opensOn, lastOn: closesOn }
  if (opensOn > addDays(monday, 6) || days.length < facts.teachingDays) {
    const titles = stops
      .filter((stop) => overlaps(stop, { fromOn: monday, lastOn: addDays(monday, 6) }))
      .map((stop) => stop.title)
    const reasons: Reason[] = [{ code: 'noTeaching', weight: weights.noTeaching, titles }]
    return {
      opensOn: monday,
      closesOn,
      fit: 'blocked',
      burden: weights.noTeaching,
      reasons,
      rooms: [],
      blocks: [],
    }
  }
  const rooms = roomsFor(facts, span)
  const blocks = blocksOf(facts, days)
  const reasons = [
    ...roomReasons(facts, rooms),
    ...hoursReasons(facts),
    ...blocks.flatMap((block) => lecturerReasons(facts, block)),
    ...calendarReasons(facts, span, stops),
    ...eventReasons(facts, felt(facts, span)),
    ...unitReasons(facts, felt(facts, span)),
  ]
  const against = reasons.reduce((sum, one) => sum + one.weight, 0)
  const isBlocked = reasons.some((one) => one.code === 'noRoom')
  const isStrained = against >= strainedFrom || reasons.some((one) => one.code === 'lecturersShort')
  return {
    opensOn,
    closesOn,
    fit: isBlocked ? 'blocked' : isStrained ? 'strained' : 'good',
    burden: against + weights.week * week,
    reasons,
    rooms: rooms.map(({ id, name, seats }) => ({ id, name, seats })),
    blocks,
  }
}

/** So many teaching days from a day on; fewer where `within` days have no more. */
export function teachingDaysFrom(from: Day, count: number, stops: readonly Span[], within = farthest): Day[] {
  const days: Day[] = []
  for (let on = from, looked = 0; days.length < count && looked < within; on = addDays(on, 1), looked += 1)
    if (isTeachingDay(on, stops)) days.push(on)
  return days
}

/** Working days from the first to the last day, holidays not looked at. */
export const workingDaysOf = (span: Span): number => workingDaysIn(span, span)

const isFree = (taken: readonly Span[], span: Span) => !taken.some((one) => overlaps(one, span))

const roomsFor = (facts: OpeningFacts, span: Span) =>
  facts.rooms
    .filter((room) => room.seats >= facts.learners && isFree(room.taken, span))
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.seats - b.seats || a.id - b.id)

function roomReasons(facts: OpeningFacts, rooms: readonly Room[]): Reason[] {
  if (!facts.needsRoom) return []
  const [best] = rooms
  if (!best) {
    const large = facts.rooms.filter((room) => room.seats >= facts.learners).length
    return [{ code: 'noRoom', weight: weights.noRoom, learners: facts.learners, large }]
  }
  if (!best.isOwn) return [{ code: 'roomHosted', weight: weights.hosted, room: best.name, seats: best.seats }]
  return [{ code: 'roomFree', weight: 0, room: best.name, seats: best.seats, others: rooms.length - 1 }]
}

/** Whether the programme's hours fit into the days at all. */
function hoursReasons(facts: OpeningFacts): Reason[] {
  const hours = facts.fields.reduce((sum, field) => sum + field.hours, 0)
  if (hours <= facts.teachingDays * hoursADay) return []
  return [{ code: 'tooDense', weight: weights.tooDense, hours, days: facts.teachingDays }]
}

/**
 * The class's days shared out among the fields by their hours, one field after the other; each with the lecturers who are free
 * all its days. Own lecturers come before guests, those with fewer days taken first. As many are chosen as the hours of a week
 * need; nobody twice on the same days.
 */
function blocksOf(facts: Counted, days: readonly Day[]): Block[] {
  const all = facts.fields.reduce((sum, field) => sum + field.hours, 0)
  const loadOf = ({ id }: Lecturer) => facts.load.get(id) ?? 0
  const blocks: Block[] = []
  let before = 0
  for (const field of facts.fields) {
    const start = Math.min(days.length - 1, Math.floor((days.length * before) / all))
    before += field.hours
    const end = Math.max(start, Math.floor((days.length * before) / all) - 1)
    const span = { fromOn: days[start] as Day, lastOn: days[end] as Day }
    const free = facts.lecturers
      .filter((one) => one.fields.includes(field.code) && isFree(one.taken, span))
      .filter((one) => !blocks.some((block) => block.chosen.includes(one.id) && overlaps(block, span)))
      .toSorted((a, b) => Number(a.isGuest) - Number(b.isGuest) || loadOf(a) - loadOf(b) || a.id - b.id)
    const weekly = weeklyHours(field.hours, end - start + 1)
    const chosen: number[] = []
    let covered = 0
    for (const one of free) {
      if (covered >= weekly) break
      chosen.push(one.id)
      covered += one.weeklyHours
    }
    blocks.push({
      ...span,
      fieldCode: field.code,
      fieldName: field.name,
      hours: field.hours,
      free: free.map(({ id, name, isGuest }) => ({ id, name, isGuest })),
      chosen,
    })
  }
  return blocks
}

/** Lesson hours that fall on a working week when so many are taught on so many days. */
const weeklyHours = (hours: number, days: number): number => Math.ceil((hours * 5) / Math.max(5, days))

const daysTaken = (taken: readonly Span[]): number =>
  taken.reduce((sum, one) => sum + Math.min(daysBetween(one.fromOn, one.lastOn) + 1, 400), 0)

function lecturerReasons(facts: Counted, block: Block): Reason[] {
  const byId = new Map(facts.lecturers.map((one) => [one.id, one]))
  const chosen = block.chosen.flatMap((id) => byId.get(id) ?? [])
  const taught = placeOf(facts.calendar, addDays(block.lastOn, 1)) - placeOf(facts.calendar, block.fromOn)
  const weekly = weeklyHours(block.hours, taught)
  if (chosen.reduce((sum, one) => sum + one.weeklyHours, 0) < weekly)
    return [
      {
        code: 'lecturersShort',
        weight: weights.lecturersShort,
        field: block.fieldName,
        hours: block.hours,
        free: block.free.length,
        weekly,
      },
    ]
  return [
    {
      code: 'lecturersFree',
      weight: 0,
      field: block.fieldName,
      names: chosen.slice(0, named).map((one) => one.name),
      more: Math.max(0, chosen.length - named),
    },
  ]
}

function calendarReasons(facts: OpeningFacts, span: Span, stops: readonly Entry[]): Reason[] {
  const inside = stops.filter((stop) => overlaps(stop, span))
  const lost = inside.map((stop) => ({ title: stop.title, days: workingDaysIn(stop, span) }))
  const reasons: Reason[] = []
  const days = lost.reduce((sum, one) => sum + one.days, 0)
  if (days > 0)
    reasons.push({
      code: 'holidayInside',
      weight: Math.min(days * weights.holidayDay, weights.holidayDays),
      titles: lost.filter((one) => one.days > 0).map((one) => one.title),
      days,
    })
  const torn = lost.find((one) => one.days >= tornFrom)
  if (torn && facts.teachingDays <= shortClass)
    reasons.push({ code: 'tornApart', weight: weights.torn, ...torn })
  return reasons
}

/**
 * The days on which events and busy units are felt: all days of a short class. A long one meets every session of the year
 * wherever it lies, so only its first week tells its dates apart.
 */
const felt = (facts: OpeningFacts, span: Span): Span =>
  facts.teachingDays <= shortClass ? span : { fromOn: span.fromOn, lastOn: addDays(span.fromOn, 6) }

function eventReasons(facts: OpeningFacts, span: Span): Reason[] {
  const reasons: Reason[] = []
  for (const entry of facts.entries)
    if (!entry.stopsTeaching && entry.unitId === null && overlaps(entry, span))
      reasons.push({
        code: 'provinceEvent',
        weight: weights.provinceEvent,
        title: entry.title,
        fromOn: entry.fromOn,
        lastOn: entry.lastOn,
      })
  return reasons
}

function workingDaysIn(stop: Span, span: Span): number {
  const fromOn = later(stop.fromOn, span.fromOn)
  const lastOn = stop.lastOn < span.lastOn ? stop.lastOn : span.lastOn
  if (lastOn < fromOn) return 0
  // Whole weeks have five; of what is left over, each day is looked at.
  const length = daysBetween(fromOn, lastOn) + 1
  const first = weekdayOf(fromOn)
  let days = 5 * Math.floor(length / 7)
  for (let i = 0; i < length % 7; i += 1) if (((first - 1 + i) % 7) + 1 <= 5) days += 1
  return days
}

function unitReasons(facts: OpeningFacts, span: Span): Reason[] {
  const busy = facts.entries.filter((entry) => entry.unitId !== null && overlaps(entry, span))
  const reasons: Reason[] = []
  const own = busy.filter((one) => facts.unitIds.includes(one.unitId as number))
  const names = [...new Set(own.map((one) => one.unit ?? ''))]
  if (own.length > namedUnits)
    reasons.push({
      code: 'unitsBusy',
      weight: Math.min(names.length * weights.unitBusy, weights.unitsBusy),
      units: names.slice(0, namedUnits),
      more: Math.max(0, names.length - namedUnits),
    })
  else
    for (const entry of own)
      reasons.push({
        code: 'unitBusy',
        weight: weights.unitBusy,
        unit: entry.unit ?? '',
        title: entry.title,
        fromOn: entry.fromOn,
        lastOn: entry.lastOn,
      })
  const others = [
    ...new Set(
      busy.filter((one) => !facts.unitIds.includes(one.unitId as number)).map((one) => one.unit ?? ''),
    ),
  ]
  if (others.length > 0)
    reasons.push({
      code: 'othersBusy',
      weight: Math.min(others.length * weights.otherUnit, weights.otherUnits),
      units: others.slice(0, namedUnits),
      more: Math.max(0, others.length - namedUnits),
    })
  let left = weights.sameUnitsAll
  for (const other of facts.classes.filter((one) => overlaps(one, span))) {
    const weight = Math.min(weights.sameUnits, left)
    left -= weight
    reasons.push({
      code: 'sameUnits',
      weight,
      className: `${other.code} ${other.name}`,
      fromOn: other.fromOn,
      lastOn: other.lastOn,
    })
  }
  return reasons
}

/**
 * Where a booking of a class goes when the class moves: as many days later or earlier as its opening; what lasted to the end
 * lasts to the new end. Null: nothing of it lies in the class any more.
 */
export function movedBooking(
  booking: Span,
  before: { opensOn: Day; closesOn: Day | null },
  after: { opensOn: Day; closesOn: Day | null },
): Span | null {
  const shift = daysBetween(before.opensOn, after.opensOn)
  const fromOn = later(addDays(booking.fromOn, shift), after.opensOn)
  const toEnd = before.closesOn !== null && after.closesOn !== null && booking.lastOn >= before.closesOn
  const moved = toEnd ? (after.closesOn as Day) : addDays(booking.lastOn, shift)
  const lastOn = after.closesOn !== null && moved > after.closesOn ? after.closesOn : moved
  return lastOn < fromOn ? null : { fromOn, lastOn }
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** The next days from which all of the span's length is free: first of a week, within a year. */
export function nextFreeStarts(wanted: Span, taken: readonly Span[], count = 3): Day[] {
  const length = daysBetween(wanted.fromOn, wanted.lastOn)
  const found: Day[] = []
  for (let week = 1; week <= 52 && found.length < count; week += 1) {
    const fromOn = addDays(mondayOf(wanted.fromOn), 7 * week)
    if (isFree(taken, { fromOn, lastOn: addDays(fromOn, length) })) found.push(fromOn)
  }
  return found
}
