import type { Instance } from '../contract/instance.ts'

/** What no proposal can surpass whatever its classes: everybody has a seat, in a wished week. Holds until the solver proves less. */
export const surelyEnough = ({ demands, preferences }: Pick<Instance, 'demands' | 'preferences'>): number =>
  100 * (1 + preferences.wish) * demands.reduce((sum, one) => sum + one.heads * one.weight, 0)

/**
 * Where a bound comes from. `everybody`: only from the sums of what was asked for; the solver has proven nothing less, so that
 * a large gap may say more about the bound than about the proposal.
 */
export const boundBy = (instance: Instance, bound: number): 'solver' | 'everybody' =>
  bound < surelyEnough(instance) * (1 - 1e-9) ? 'solver' : 'everybody'
