import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

/** The sentences of the embedded database. */
export const en: Words<typeof vi> = {
  problems: {
    'postgres.noBinaries': (p) =>
      `There is no bundled PostgreSQL for ${p.platform}. Set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
    'postgres.inUse': (p) =>
      `Another Nhịp${p.pid ? ` (process ${p.pid})` : ''} is using the data folder ${p.folder}. Stop it first, or choose another folder with NHIP_DATA.`,
    'postgres.notYours': (p) =>
      `This account may not write to the data folder ${p.folder}. Run it under the account that made the folder, or choose another folder with NHIP_DATA.`,
    'postgres.asRoot': (p) =>
      `PostgreSQL cannot run as root, and account number ${p.uid ?? ''} cannot reach ${p.folder}. Run Nhịp under an ordinary account, or put the data into a folder that every account can enter.`,
    'postgres.otherVersion': (p) =>
      `The data in ${p.folder} were made by PostgreSQL ${p.made}, the bundled one is PostgreSQL ${p.running}. Open them with the former Nhịp, make a backup, and restore it into a new folder.`,
    'postgres.orphan': (p) =>
      `The PostgreSQL left over from an earlier run (process ${p.pid}) cannot be stopped. Stop that process and start again.`,
    'postgres.socketTaken': (p) =>
      `The folder ${p.folder} belongs to another account. Remove it, or choose a data folder with a shorter path with NHIP_DATA.`,
    'postgres.diskFull':
      'The disk is full, so PostgreSQL cannot run. Free at least 500 MB and start again; what was saved is still there.',
    'postgres.notMade': (p) => `The database could not be made. PostgreSQL says:\n${p.said}`,
    'postgres.notStarted': (p) => `PostgreSQL did not start. PostgreSQL says:\n${p.said}`,
    'disk.low': (p) =>
      `Only ${p.freeMegabytes} MB are free on the disk. Nhịp only shows data and saves nothing until there is more room.`,
  },
}
