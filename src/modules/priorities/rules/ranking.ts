import type * as z from 'zod'
import { type Criterion, criteria, type ranked, type Subject, type turn, type Weights } from '../contract.ts'

export type Ranked = z.infer<typeof ranked>
export type Turn = z.infer<typeof turn>

/** The highest weight that can be given. */
export const maxWeight = 10

/** How a first sheet begins: every criterion counts the same, so that nobody has decided anything yet. */
export const equalWeights: Weights = {
  legalDuty: 5,
  plannedPost: 5,
  yearsWaited: 5,
  unitBalance: 5,
  unitUrgency: 5,
  directive: 5,
  termOfOffice: 5,
}

/**
 * The order of demands under these weights, first one first: the weighted mean of the criteria in points of 100
 * (simple additive weighting). What is not known adds nothing to `score`; `high` is the score if all of it spoke for the
 * demand, so that a low rank for want of records is seen as such. Equal scores: more people first, then code and mode.
 * Weights that are all 0 give everybody 0 points.
 */
export function rank(subjects: readonly Subject[], weights: Weights): Ranked[] {
  const sum = criteria.reduce((total, one) => total + weights[one], 0)
  const scored = subjects.map((subject) => {
    const points = (value: number, one: Criterion) => (sum === 0 ? 0 : (100 * weights[one] * value) / sum)
    const parts = criteria.map((one) => ({
      criterion: one,
      points: points(subject.values[one]?.value ?? 0, one),
    }))
    const unknown = criteria.filter((one) => (subject.values[one]?.value ?? null) === null)
    const score = parts.reduce((total, part) => total + part.points, 0)
    return { subject, score, high: score + unknown.reduce((total, one) => total + points(1, one), 0), parts }
  })
  scored.sort(
    (a, b) =>
      compare(round(b.score), round(a.score)) ||
      b.subject.heads - a.subject.heads ||
      text(a.subject.programmeCode, b.subject.programmeCode) ||
      text(a.subject.modeCode, b.subject.modeCode),
  )
  return scored.map(({ subject, score, high, parts }, i) => ({
    rank: i + 1,
    programmeId: subject.programmeId,
    modeCode: subject.modeCode,
    score: round(score),
    high: round(high),
    parts: parts.map((part) => ({ ...part, points: round(part.points) })),
  }))
}

/**
 * What would change the order: for each pair of neighbours and each criterion the nearest whole weight from 0 to 10
 * that, changed alone, puts the lower one above. The sum of weights is the same for both, so only the difference of the
 * weighted sums decides: D + (w' − w)·(a − b) < 0. Pairs that no single weight turns are left out.
 */
export function turns(subjects: readonly Subject[], weights: Weights): Turn[] {
  const byKey = new Map(subjects.map((subject) => [keyOf(subject), subject]))
  const order = rank(subjects, weights).map((one) => byKey.get(keyOf(one)) as Subject)
  return order.slice(1).flatMap((lower, i) => {
    const upper = order[i] as Subject
    const lead = criteria.reduce((sum, one) => sum + weights[one] * difference(upper, lower, one), 0)
    return criteria.flatMap((one): Turn[] => {
      const slope = difference(upper, lower, one)
      const to = nearestTurn(weights[one], lead, slope)
      return to === null
        ? []
        : [{ upper: pick(upper), lower: pick(lower), criterion: one, from: weights[one], to }]
    })
  })
}

/** The nearest whole weight at which `lead` + (w' − w) · `slope` falls below zero, or null where none does. */
function nearestTurn(from: number, lead: number, slope: number): number | null {
  if (Math.abs(slope) < 1e-9) return null
  const step = slope > 0 ? -1 : 1
  for (let to = from + step; to >= 0 && to <= maxWeight; to += step) {
    if (lead + (to - from) * slope < -1e-9) return to
  }
  return null
}

const valueIn = (subject: Subject, one: Criterion) => subject.values[one]?.value ?? 0
const difference = (a: Subject, b: Subject, one: Criterion) => valueIn(a, one) - valueIn(b, one)
const pick = ({ programmeId, modeCode }: Subject) => ({ programmeId, modeCode })
/** A demand's key within a sheet: programme and mode. */
export const keyOf = (one: { programmeId: number; modeCode: string }) => `${one.programmeId} ${one.modeCode}`
// Sums of binary fractions differ in the last places with the order of adding; two equal demands must stay equal.
const round = (value: number) => Math.round(value * 1e6) / 1e6
const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0)
const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
