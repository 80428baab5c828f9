import { type NightHouse, nightly } from '../../server/nightly.ts'
import { settlePosts } from './store.ts'

/**
 * Every night a post that was entered beforehand begins on its day, so the person comes to the new unit, into its walls and
 * its numbers.
 */
export const settleEveryNight = (house: NightHouse) =>
  nightly(house, 'people.settle', '3 0 * * *', (db, today) => settlePosts(db, today, null))
