import { chmodSync, existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { problem } from '../../pure/problem.ts'

/** Who keeps PostgreSQL running on a data folder: the server, or a command that ends soon. */
export type Holder = { pid: number; purpose: 'server' | 'command' }

export type FolderLock = { release(): Promise<void> }

/**
 * Takes the lock of a folder, or answers undefined when a living process (this one included) has it.
 * It is the lock of an SQLite file, which Node brings along: the operating system drops it when the process dies,
 * however it dies, so that there is never a stale one. Throws Problem `postgres.notYours` without the right to it.
 */
export async function takeLock(folder: string, purpose: Holder['purpose']): Promise<FolderLock | undefined> {
  const file = join(folder, 'lock')
  const isNew = !existsSync(file)
  let lock: DatabaseSync
  try {
    lock = new DatabaseSync(file, { timeout: 0 })
  } catch {
    throw problem(503, 'postgres.notYours', { folder })
  }
  try {
    // Nothing is written: a journal on disk would fail on a full one.
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if (/locked/.test(String(error))) return undefined
    throw problem(503, 'postgres.notYours', { folder })
  }
  if (isNew) chmodSync(file, 0o600)
  const note = join(folder, 'holder.json')
  // Only for the sentence of a refusal; on a full disk it may be missing.
  await writeFile(note, JSON.stringify({ pid: process.pid, purpose } satisfies Holder), {
    mode: 0o600,
  }).catch(() => {})
  return {
    async release() {
      await rm(note, { force: true })
      lock.close()
    },
  }
}

/** Who has the lock, as far as is written down. */
export async function holderOf(folder: string): Promise<Holder | undefined> {
  const text = await readFile(join(folder, 'holder.json'), 'utf8').catch(() => '')
  return text ? (JSON.parse(text) as Holder) : undefined
}
