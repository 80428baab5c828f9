import { addDays, type Day, daysIn } from '../../../pure/day.ts'
import type { dueKinds } from '../contract.ts'

/** When a commitment is due, as its template or its plan says. */
export type DueRule = {
  dueKind: (typeof dueKinds)[number]
  dueMonth: number | null
  dueDay: number | null
  offsetDays: number
}

/** What days of other things a rule may count from: rounds of needs that ask the unit, classes that the unit helps to hold. */
export type Anchors = {
  rounds: readonly { id: number; on: Day }[]
  classes: readonly { id: number; on: Day }[]
}

/** One dated commitment: `period` tells it from the others of the same item, for ever. */
export type Occurrence = { period: string; dueOn: Day }

const two = (n: number) => String(n).padStart(2, '0')
const lastOf = (year: number, month: number): Day => `${year}-${two(month)}-${daysIn(year, month)}`

/** Every day of a year on which something is due by this rule. A 31st that a month has not is its last day. */
export function occurrencesOf(rule: DueRule, year: number, anchors: Anchors): Occurrence[] {
  const after = (day: Day) => addDays(day, rule.offsetDays)
  const every = (months: number, name: (n: number) => string): Occurrence[] =>
    Array.from({ length: 12 / months }, (_, i) => ({
      period: name(i + 1),
      dueOn: after(lastOf(year, (i + 1) * months)),
    }))
  switch (rule.dueKind) {
    case 'fixed': {
      const month = rule.dueMonth ?? 12
      return [
        {
          period: String(year),
          dueOn: `${year}-${two(month)}-${two(Math.min(rule.dueDay ?? 31, daysIn(year, month)))}`,
        },
      ]
    }
    case 'monthly':
      return every(1, (n) => `${year}-${two(n)}`)
    case 'quarterly':
      return every(3, (n) => `${year}-Q${n}`)
    case 'halfYearly':
      return every(6, (n) => `${year}-H${n}`)
    case 'needRound':
      return anchors.rounds.map(({ id, on }) => ({ period: `round:${id}`, dueOn: after(on) }))
    case 'classOpens':
      return anchors.classes.map(({ id, on }) => ({ period: `class:${id}`, dueOn: after(on) }))
  }
}

/** Why a rule for a day of the year is not whole, as a field and its problem; empty when it is. */
export function faultsOfRule(rule: {
  dueKind: string
  dueMonth?: number | undefined
  dueDay?: number | undefined
}): { path: string; code: string }[] {
  if (rule.dueKind !== 'fixed') return []
  const faults: { path: string; code: string }[] = []
  if (rule.dueMonth === undefined) faults.push({ path: 'dueMonth', code: 'field.required' })
  if (rule.dueDay === undefined) faults.push({ path: 'dueDay', code: 'field.required' })
  else if (
    rule.dueMonth !== undefined &&
    rule.dueDay > (rule.dueMonth === 2 ? 29 : daysIn(2026, rule.dueMonth))
  )
    faults.push({ path: 'dueDay', code: 'coordination.dueDay' })
  return faults
}
