import type { Day } from '../../../pure/day.ts'
import type { rankCriteria } from '../contract.ts'

export type RankCriterion = (typeof rankCriteria)[number]

/** What a waiting nominee is ordered by; kept with the order, so that anybody can do it again. */
export type Waiting = {
  nominationId: number
  basis: 'held' | 'planned'
  /** Rank of the post: 0 specialist to 3 key leader; null: not known. */
  rank: number | null
  /** Admitted of the unit, of its seats. */
  admitted: number
  seats: number
  signedAt: string
  bornOn: Day | null
}

const none = '9999'
const compare: Record<RankCriterion, (a: Waiting, b: Waiting) => number> = {
  planned: (a, b) => Number(b.basis === 'planned') - Number(a.basis === 'planned'),
  higherPost: (a, b) => (b.rank ?? -1) - (a.rank ?? -1),
  // Whose unit has got the smaller part of its seats: compared crosswise, without dividing.
  unitShare: (a, b) => a.admitted * Math.max(b.seats, 1) - b.admitted * Math.max(a.seats, 1),
  signedFirst: (a, b) => order(a.signedAt, b.signedAt),
  older: (a, b) => order(a.bornOn ?? none, b.bornOn ?? none),
  younger: (a, b) => order(b.bornOn ?? '', a.bornOn ?? ''),
}
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** By the criteria in their order, at last by who was nominated first: the same list gives the same order, always. */
export const rankOf = (waiting: readonly Waiting[], criteria: readonly RankCriterion[]): Waiting[] =>
  waiting.toSorted((a, b) => {
    for (const criterion of criteria) {
      const found = compare[criterion](a, b)
      if (found !== 0) return found
    }
    return a.nominationId - b.nominationId
  })

/** A lot from a seed that was drawn in the open: each gets a number from seed and nomination, the smallest comes first. */
export const lotOf = (waiting: readonly Waiting[], seed: string): Waiting[] =>
  waiting.toSorted(
    (a, b) =>
      lotNumber(seed, a.nominationId) - lotNumber(seed, b.nominationId) || a.nominationId - b.nominationId,
  )

/** FNV-1a with a last stirring (murmur3): a number from 0 to 2³² − 1, the same on every machine and in every version. */
export function lotNumber(seed: string, nominationId: number): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(`${seed.normalize('NFC')}:${nominationId}`))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
