import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { isDay, readVietnameseDay } from '../../pure/day.ts'
import { tidy } from '../../pure/vietnamese.ts'
import type { birthPrecision, duplicateReason } from './contract.ts'

export type BirthPrecision = z.infer<typeof birthPrecision>
export type DuplicateReason = z.infer<typeof duplicateReason>

/** A birth as it is kept. `text` is what was written, also where nothing could be read from it. */
export type Birth = {
  precision: BirthPrecision
  on: Day | null
  year: number | null
  month: number | null
  text: string | null
}

const noBirth: Birth = { precision: 'unknown', on: null, year: null, month: null, text: null }
const [firstYear, lastYear] = [1900, 2199]

/**
 * Reads a birth: a day (dd/MM/yyyy or yyyy-MM-dd), a month (05/1974), a year (1974). What means none of these, or could mean
 * two days, is kept as text with precision `unknown`: never a guess. `until`: nobody is born after that day.
 */
export function readBirth(text: string | null | undefined, until: Day): Birth {
  const written = tidy(text ?? '')
  if (written === '' || /^[-–—.…]+$/.test(written)) return noBirth
  const unread: Birth = { ...noBirth, text: written.slice(0, 60) }
  const year = /^(?:năm )?(\d{4})$/iu.exec(written)
  if (year)
    return yearIn(Number(year[1]), until) ? { ...unread, precision: 'year', year: Number(year[1]) } : unread
  const month =
    /^(?:tháng )?(\d{1,2}) ?[/.-] ?(\d{4})$/iu.exec(written) ?? swapped(/^(\d{4})-(\d{2})$/.exec(written))
  if (month) {
    const [m, y] = [Number(month[1]), Number(month[2])]
    const isReal =
      m >= 1 && m <= 12 && yearIn(y, until) && `${y}-${String(m).padStart(2, '0')}` <= until.slice(0, 7)
    return isReal ? { ...unread, precision: 'month', year: y, month: m } : unread
  }
  const read = readVietnameseDay(written)
  return read.ok && read.day <= until ? birthOn(read.day, unread.text) : unread
}

/** A birth known to the day. */
export function birthOn(day: Day, text: string | null): Birth {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`)
  return { precision: 'day', on: day, year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), text }
}

const yearIn = (year: number, until: Day) =>
  year >= firstYear && year <= lastYear && year <= Number(until.slice(0, 4))
const swapped = (found: RegExpExecArray | null) => (found ? ['', found[2], found[1]] : null)

/** The birth as a form shows it, so that saving it again changes nothing. */
export function printBirth(birth: {
  birthPrecision: BirthPrecision
  bornOn: Day | null
  bornYear: number | null
  bornMonth?: number | null
  bornText?: string | null
}): string {
  const two = (n: number) => String(n).padStart(2, '0')
  switch (birth.birthPrecision) {
    case 'day': {
      const [y, m, d] = (birth.bornOn ?? '').split('-')
      return `${d}/${m}/${y}`
    }
    case 'month':
      return `${two(birth.bornMonth ?? 0)}/${birth.bornYear}`
    case 'year':
      return String(birth.bornYear)
    default:
      return birth.bornText ?? ''
  }
}

/** What became of a closed unit: where its parts went. */
export type Succession = {
  toUnitId: number
  extent: 'whole' | 'part' | 'remainder'
  share: number | null
  effectiveOn: Day
  changeId: number | null
}

/** Units that no longer exist on the day asked about, with their successors. */
export type ClosedUnits = ReadonlyMap<number, { endedOn: Day; successions: readonly Succession[] }>

/** One stay of a person in the chain of successors. The first is where the file puts the person. */
export type Stay = {
  unitId: number
  fromOn: Day | null
  untilOn: Day | null
  isProposed: boolean
  changeId: number | null
}

/**
 * Follows a person through reorganisations. A unit that went over whole takes its people along; of a divided unit they are
 * proposed at the remainder, else at the largest share, for a person to decide. Whoever has no successor stays.
 */
export function staysFrom(unitId: number, fromOn: Day | null, closed: ClosedUnits): Stay[] {
  const stays: Stay[] = [{ unitId, fromOn, untilOn: null, isProposed: false, changeId: null }]
  const seen = new Set([unitId])
  for (;;) {
    const last = stays.at(-1) as Stay
    const end = closed.get(last.unitId)
    const next = end
      ? successorOf(end.successions.filter((one) => last.fromOn === null || one.effectiveOn > last.fromOn))
      : null
    if (!next || seen.has(next.toUnitId)) return stays
    seen.add(next.toUnitId)
    last.untilOn = next.effectiveOn
    stays.push({
      unitId: next.toUnitId,
      fromOn: next.effectiveOn,
      untilOn: null,
      isProposed: next.extent !== 'whole',
      changeId: next.changeId,
    })
  }
}

/** The successor at which people are placed. The last act of a unit's life decides. */
export function successorOf(successions: readonly Succession[]): Succession | null {
  const lastDay = successions.reduce<Day>(
    (last, one) => (one.effectiveOn > last ? one.effectiveOn : last),
    '',
  )
  const final = successions.filter((one) => one.effectiveOn === lastDay)
  const whole = final.find((one) => one.extent === 'whole')
  if (whole) return whole
  // The unit itself may have gone on as the remainder of an act that is not its end.
  return (
    final.find((one) => one.extent === 'remainder') ??
    final.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0) || a.toUnitId - b.toUnitId)[0] ??
    null
  )
}

/** What each reason adds to the suspicion, out of 100. Chosen on the cohort's known duplicates; a suspicion decides nothing. */
export const duplicateWeights: Record<DuplicateReason, number> = {
  sameCadreNumber: 60,
  sameName: 40,
  similarName: 20,
  sameBirthDay: 40,
  sameBirthYear: 20,
  birthUnknown: 5,
  differentName: -30,
  differentBirth: -20,
  differentSex: -20,
  sameUnit: 10,
  differentCadreNumber: -30,
}
