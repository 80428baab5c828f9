import { addDays, type Day, monthOf } from '../../pure/day.ts'
import type { Share } from '../../pure/share.ts'

/** A line of the adjusted plan, with what one of its classes takes. */
export type PlannedLine = {
  lineKey: string
  groupCode: string
  groupName: string
  title: string
  modeCode: string
  modeName: string
  programmeId: number | null
  carriedOver: number
  opened: number
  learners: number | null
  months: readonly number[]
  /** Teaching weeks that a class needs before the year ends: its length; a course that runs over New Year only its first. */
  weeks: number
  /** Lesson hours that a class needs before the year ends; null where nobody knows. */
  hours: number | null
  /** Heads that units have asked for in the year's confirmed needs; null where there are no needs of that year. */
  wanted: number | null
}

/** A class within the plan that counts in the year. */
export type KnownClass = {
  lineKey: string | null
  programmeId: number
  groupCode: string
  modeCode: string
  countsAs: 'opened' | 'carriedOver'
  opensOn: Day
}

/** An earlier year: new classes that its plan assigned, those opened by this day of the year, and by its end. */
export type PastYear = { year: number; planned: number; openedByNow: number; opened: number }

export type Facts = {
  year: number
  on: Day
  /** Teaching days from tomorrow to the end of the year, in weeks of five. */
  weeksLeft: number
  lines: readonly PlannedLine[]
  classes: readonly KnownClass[]
  history: readonly PastYear[]
  /** How many classes that must end within the year can be held at once: rooms, or the most of the past; null: unknown. */
  atOnce: { count: number; source: 'rooms' | 'past' } | null
  /** Weeks of rooms in the rest of the year that are promised already. */
  weeksTaken: number
  /** Lesson hours that lecturers have left in the rest of the year, after the classes that are known; null: unknown. */
  hoursLeft: number | null
}

export type Resource = { kind: 'weeks' | 'rooms' | 'hours'; need: number; left: number }
export type Danger =
  | { code: 'noDates' | 'monthsPassed' | 'tooLong' | 'noRoom' | 'noHours' }
  | { code: 'fewWanted'; heads: number; learners: number }
  | { code: 'carriedMissing'; planned: number; found: number }

export type Counts = {
  planned: number
  carriedOver: number
  opened: number
  scheduled: number
  unscheduled: number
  low: number
  high: number
}
export type LineForecast = Counts & { line: PlannedLine; dangers: Danger[] }

export type Forecast = {
  total: Counts
  groups: (Counts & { groupCode: string; groupName: string })[]
  lines: LineForecast[]
  /** Of the new classes not opened by this day in earlier years, those that opened by the end of the year. */
  punctuality: Share | null
  resources: Resource[]
  warning: {
    /** `late`: the rest no longer fits; `soon`: it will not, if nothing is opened for less than four weeks. */
    level: 'none' | 'soon' | 'late'
    /** Classes that no longer fit. */
    missing: number
    /** The last day on which the rest still fits; null: it does not now, or there is no rest. */
    fitsUntil: Day | null
  }
}

/** House default, see docs/vi/ke-hoach.md: with less slack than this the warning is given. */
const slackWeeks = 4
/** From July a line that names no month and has no class is told. */
const secondHalf = 7

/**
 * What the year will come to, from what is known on a day. Per line: classes opened and scheduled count in full; of those
 * without a date (`unscheduled`) at most as many as still fit into the rest of the year (`high`), at least the part that
 * earlier years made up from this day on (`low`; none where there is no earlier year). Never a single number: a range.
 */
export function forecastOf(facts: Facts): Forecast {
  const assigned = assignClasses(facts.lines, facts.classes)
  const counted = facts.lines.map((line) => {
    const own = assigned.get(line) ?? []
    const carried = own.filter((one) => one.countsAs === 'carriedOver').length
    const news = own.filter((one) => one.countsAs === 'opened')
    const opened = news.filter((one) => one.opensOn <= facts.on).length
    const scheduled = news.length - opened
    return {
      line,
      carried,
      opened,
      scheduled,
      unscheduled: Math.max(0, line.opened - news.length),
    }
  })
  const punctuality = punctualityOf(facts.history)
  const fitting = whatFits(facts, counted)
  const lines = counted.map(({ line, carried, opened, scheduled, unscheduled }): LineForecast => {
    const known = carried + opened + scheduled
    const fits = unscheduled - (fitting.unfit.get(line)?.length ?? 0)
    const share = punctuality ? punctuality.part / punctuality.whole : 0
    return {
      line,
      planned: line.carriedOver + line.opened,
      carriedOver: carried,
      opened,
      scheduled,
      unscheduled,
      low: known + Math.floor(fits * share),
      // A class carried over is there or not: what is not entered yet may be, but nobody can open it.
      high: known + fits + Math.max(0, line.carriedOver - carried),
      dangers: dangersOf(facts, line, { carried, unscheduled, unfit: fitting.unfit.get(line) ?? [] }),
    }
  })
  const beside = [...(assigned.get(null) ?? [])]
  const groups = groupsOf(lines, beside, facts.on)
  const total = sumOf(groups)
  const missing = [...fitting.unfit.values()].reduce((sum, one) => sum + one.length, 0)
  const weeks = slackOf(facts, counted)
  return {
    total,
    groups,
    lines,
    punctuality,
    resources: fitting.resources,
    warning: {
      level: missing > 0 ? 'late' : weeks !== null && weeks < slackWeeks ? 'soon' : 'none',
      missing,
      fitsUntil: missing > 0 || weeks === null ? null : addDays(facts.on, weeks * 7),
    },
  }
}

/** Of the new classes that were not opened by this day in earlier years, those that were by the end of the year; null: no year. */
export function punctualityOf(history: readonly PastYear[]): Share | null {
  const whole = history.reduce((sum, one) => sum + Math.max(0, one.planned - one.openedByNow), 0)
  const part = history.reduce(
    (sum, one) => sum + Math.max(0, Math.min(one.planned, one.opened) - one.openedByNow),
    0,
  )
  return whole === 0 ? null : { part, whole }
}

/** Each class to the line that it names, else to one of its programme and mode that still lacks a class; null: beside all lines. */
export function assignClasses(
  lines: readonly PlannedLine[],
  classes: readonly KnownClass[],
): Map<PlannedLine | null, KnownClass[]> {
  const found = new Map<PlannedLine | null, KnownClass[]>()
  const put = (line: PlannedLine | null, one: KnownClass) =>
    found.set(line, [...(found.get(line) ?? []), one])
  const lacks = (line: PlannedLine, one: KnownClass) =>
    (found.get(line) ?? []).filter((other) => other.countsAs === one.countsAs).length <
    (one.countsAs === 'opened' ? line.opened : line.carriedOver)
  const named = (one: KnownClass) => lines.find((line) => line.lineKey === one.lineKey)
  for (const one of classes.filter((other) => named(other))) put(named(one) ?? null, one)
  for (const one of classes.filter((other) => !named(other))) {
    const fitting = lines.filter(
      (line) =>
        (line.programmeId === null
          ? line.groupCode === one.groupCode
          : line.programmeId === one.programmeId) &&
        (line.modeCode === one.modeCode || line.modeCode === 'none'),
    )
    put(fitting.find((line) => lacks(line, one)) ?? fitting[0] ?? null, one)
  }
  return found
}

type Counted = { line: PlannedLine; unscheduled: number }
type Lack = 'weeks' | 'rooms' | 'hours'

/** Of the classes without a date, which still fit: the shortest first, so that as many as possible do. */
function whatFits(
  facts: Pick<Facts, 'weeksLeft' | 'atOnce' | 'weeksTaken' | 'hoursLeft'>,
  counted: readonly Counted[],
): { unfit: Map<PlannedLine, Lack[]>; resources: Resource[] } {
  const classes = counted
    .flatMap(({ line, unscheduled }) => Array.from({ length: unscheduled }, () => line))
    .toSorted((a, b) => a.weeks - b.weeks)
  const rooms = facts.atOnce
    ? Math.max(0, Math.floor(facts.atOnce.count * facts.weeksLeft) - facts.weeksTaken)
    : null
  const unfit = new Map<PlannedLine, Lack[]>()
  let [weeksUsed, hoursUsed] = [0, 0]
  for (const line of classes) {
    const lack: Lack | null =
      line.weeks > facts.weeksLeft
        ? 'weeks'
        : rooms !== null && weeksUsed + line.weeks > rooms
          ? 'rooms'
          : facts.hoursLeft !== null && line.hours !== null && hoursUsed + line.hours > facts.hoursLeft
            ? 'hours'
            : null
    if (lack) unfit.set(line, [...(unfit.get(line) ?? []), lack])
    else {
      weeksUsed += line.weeks
      hoursUsed += line.hours ?? 0
    }
  }
  const sum = (of: (line: PlannedLine) => number) => classes.reduce((all, line) => all + of(line), 0)
  return {
    unfit,
    resources: [
      { kind: 'weeks', need: Math.max(0, ...classes.map((line) => line.weeks)), left: facts.weeksLeft },
      ...(rooms === null ? [] : [{ kind: 'rooms' as const, need: sum((line) => line.weeks), left: rooms }]),
      ...(facts.hoursLeft === null
        ? []
        : [
            {
              kind: 'hours' as const,
              need: Math.round(sum((line) => line.hours ?? 0)),
              left: facts.hoursLeft,
            },
          ]),
    ],
  }
}

/** For how many whole weeks nothing need be opened and the rest still fits; null: nothing is left to be opened. */
function slackOf(facts: Facts, counted: readonly Counted[]): number | null {
  if (counted.every((one) => one.unscheduled === 0)) return null
  let weeks = 0
  while (weeks < facts.weeksLeft) {
    const left = Math.max(0, facts.weeksLeft - weeks - 1)
    const part = facts.weeksLeft === 0 ? 0 : left / facts.weeksLeft
    const later = {
      weeksLeft: left,
      atOnce: facts.atOnce,
      weeksTaken: Math.floor(facts.weeksTaken * part),
      hoursLeft: facts.hoursLeft === null ? null : facts.hoursLeft * part,
    }
    if (whatFits(later, counted).unfit.size > 0) return weeks
    weeks += 1
  }
  return weeks
}

function dangersOf(
  facts: Facts,
  line: PlannedLine,
  { carried, unscheduled, unfit }: { carried: number; unscheduled: number; unfit: readonly Lack[] },
): Danger[] {
  // Before the year `on` is the last day of the year before: none of this year's months has begun.
  const month = facts.on < `${facts.year}-01-01` ? 0 : monthOf(facts.on)
  const found: Danger[] = []
  if (unscheduled > 0) {
    if (line.months.length > 0 && Math.max(...line.months) < month) found.push({ code: 'monthsPassed' })
    else if (
      line.months.length === 0
        ? month >= secondHalf
        : line.months.some((one) => one >= month && one <= month + 1)
    )
      found.push({ code: 'noDates' })
    if (unfit.includes('weeks')) found.push({ code: 'tooLong' })
    if (unfit.includes('rooms')) found.push({ code: 'noRoom' })
    if (unfit.includes('hours')) found.push({ code: 'noHours' })
    if (line.wanted !== null && line.learners !== null && line.wanted < line.learners)
      found.push({ code: 'fewWanted', heads: line.wanted, learners: line.learners })
  }
  // In January the classes of the year before may not be entered yet.
  if (carried < line.carriedOver && month > 1)
    found.push({ code: 'carriedMissing', planned: line.carriedOver, found: carried })
  return found
}

function groupsOf(
  lines: readonly LineForecast[],
  beside: readonly KnownClass[],
  on: Day,
): (Counts & { groupCode: string; groupName: string })[] {
  const codes = new Map(lines.map(({ line }) => [line.groupCode, line.groupName]))
  for (const one of beside) if (!codes.has(one.groupCode)) codes.set(one.groupCode, one.groupCode)
  return [...codes].map(([groupCode, groupName]) => {
    const others = beside.filter((one) => one.groupCode === groupCode)
    const carriedOver = others.filter((one) => one.countsAs === 'carriedOver').length
    const opened = others.filter((one) => one.countsAs === 'opened' && one.opensOn <= on).length
    const scheduled = others.length - carriedOver - opened
    return {
      groupCode,
      groupName,
      ...sumOf([
        ...lines.filter(({ line }) => line.groupCode === groupCode),
        {
          planned: 0,
          carriedOver,
          opened,
          scheduled,
          unscheduled: 0,
          low: others.length,
          high: others.length,
        },
      ]),
    }
  })
}

const sumOf = (counts: readonly Counts[]): Counts => {
  const sum = (key: keyof Counts) => counts.reduce((all, one) => all + one[key], 0)
  return {
    planned: sum('planned'),
    carriedOver: sum('carriedOver'),
    opened: sum('opened'),
    scheduled: sum('scheduled'),
    unscheduled: sum('unscheduled'),
    low: sum('low'),
    high: sum('high'),
  }
}
