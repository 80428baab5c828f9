import { type NightHouse, nightly } from '../../server/nightly.ts'
import { forgetFiles } from './store.ts'

/** Every night the content of files that are no longer needed is deleted (`fileKeptDays`). Run and report stay. */
export const forgetFilesEveryNight = (house: NightHouse) =>
  nightly(house, 'exchange.forgetFiles', '17 0 * * *', (db, today, now) => forgetFiles(db, now, today))
