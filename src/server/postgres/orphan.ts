import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { problem } from '../../pure/problem.ts'

/** What PostgreSQL writes about itself into `postmaster.pid`. `socketFolder` is empty where it listens on TCP. */
export type Postmaster = { pid: number; port: number; socketFolder: string; isReady: boolean }

/** Reads `postmaster.pid`; undefined when there is none. Its lines: pid, folder, start, port, socket, address, key, state. */
export async function postmasterOf(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (!pid) return undefined
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', isReady: lines[7] === 'ready' }
}

/** Does the process live? One that we may not signal lives too; one that only waits to be reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Ends the PostgreSQL that a killed Nhịp left behind on this cluster, and waits for it. Only call with the folder's
 * lock. The process number in `postmaster.pid` may meanwhile belong to something else: only a postgres that works in
 * this very folder is ended; a file that names another process is removed, because PostgreSQL itself would refuse to
 * start for ever. Answers whether there was one. Throws Problem `postgres.orphan` when it cannot be ended.
 */
export async function endOrphan(cluster: string): Promise<boolean> {
  const left = await postmasterOf(cluster)
  if (!left || !isAlive(left.pid)) return false
  const ours = await worksIn(left.pid, cluster)
  if (ours === false) {
    await rm(join(cluster, 'postmaster.pid'), { force: true })
    return false
  }
  // Not known (Windows): PostgreSQL's own check decides.
  if (ours === undefined) return false
  await endPostmaster(left.pid, 60_000)
  if (isAlive(left.pid)) throw problem(503, 'postgres.orphan', { pid: left.pid })
  return true
}

/**
 * Fast shutdown (SIGINT: running transactions are rolled back, a checkpoint is written); after `patienceMs` an
 * immediate one (SIGQUIT: the next start recovers from the log, nothing acknowledged is lost).
 */
export async function endPostmaster(pid: number, patienceMs: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await isGone(pid, patienceMs)) return
  signal(pid, 'SIGQUIT')
  await isGone(pid, 10_000)
}

/** Waits until the process is gone; false when it still lives after `withinMs`. */
export async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs
  while (isAlive(pid)) {
    if (Date.now() > until) return false
    await sleep(20)
  }
  return true
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw problem(503, 'postgres.orphan', { pid })
  }
}

/** Is the process a postgres of this cluster? undefined where the system does not tell. */
async function worksIn(pid: number, cluster: string): Promise<boolean | undefined> {
  const folder = await realpath(cluster)
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    const [program = ''] = command.split('\0')
    if (!/(^|\/)postgres$/.test(program)) return false
    // postgres changes into its data folder.
    return readlink(`/proc/${pid}/cwd`).then(
      (at) => at === folder,
      () => undefined,
    )
  }
  if (process.platform === 'win32') return undefined
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }))
  return /postgres/.test(stdout) && (stdout.includes(folder) || stdout.includes(cluster))
}
