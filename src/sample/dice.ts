import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chance that falls the same way every time: the sample is the same on every machine. */
export type Dice = {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** True in so many of a hundred cases. */
  percent(share: number): boolean
}

export function diceOf(seed: number): Dice {
  const generator = xoroshiro128plus(seed)
  const between = (low: number, high: number) => uniformInt(generator, low, high)
  return {
    between,
    pick: (from) => from[between(0, from.length - 1)] as (typeof from)[number],
    percent: (share) => between(1, 100) <= share,
  }
}
