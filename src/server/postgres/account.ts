import { execFile } from 'node:child_process'
import { lchown, readdir, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { problem } from '../../pure/problem.ts'

/**
 * Under whose name PostgreSQL's programs run: a command put before theirs, or another user id.
 * `owner` is who must own what they write; undefined: whoever runs Nhịp.
 */
export type Account = { prefix: string[]; owner?: { uid: number; gid: number } }

const nobody = 65534
const inOwnNamespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--']
const run = promisify(execFile)

/**
 * PostgreSQL refuses to run as root, and as a user without a name (some containers). In this order: as the owner of
 * a cluster that an ordinary user made; in a user namespace where we look like nobody (files stay ours); as nobody.
 * Throws Problem `postgres.asRoot` when none of them can reach the programs and the folder.
 */
export async function accountFor(cluster: string, folder: string, program: string): Promise<Account> {
  if (process.platform === 'win32') return { prefix: [] }
  const isRoot = process.geteuid?.() === 0
  if (!isRoot && hasName()) return { prefix: [] }
  const made = await stat(cluster).catch(() => undefined)
  if (isRoot && made && made.uid !== 0)
    return reached({ prefix: [], owner: { uid: made.uid, gid: made.gid } }, folder, program)
  if (await works(inOwnNamespace)) return { prefix: inOwnNamespace }
  if (!isRoot) return { prefix: [] }
  return reached({ prefix: [], owner: { uid: nobody, gid: nobody } }, folder, program)
}

/** Hands a folder and all in it to the account. */
export async function giveTo(account: Account, folder: string): Promise<void> {
  if (!account.owner) return
  const { uid, gid } = account.owner
  const top = await stat(folder)
  if (top.uid === uid) return
  for (const name of await readdir(folder, { recursive: true })) await lchown(join(folder, name), uid, gid)
  await lchown(folder, uid, gid)
}

/** What `spawn` needs to start a program under the account. */
export function under(account: Account, program: string, args: string[]) {
  const [first = program, ...rest] = [...account.prefix, program, ...args]
  return { file: first, args: rest, options: account.owner ?? {} }
}

async function reached(account: Account, folder: string, program: string): Promise<Account> {
  const probe = run('/bin/sh', ['-c', 'test -x "$0" && test -x "$1"', program, folder], account.owner)
  await probe.catch(() => {
    throw problem(503, 'postgres.asRoot', { folder, uid: account.owner?.uid })
  })
  return account
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

async function works(prefix: string[]): Promise<boolean> {
  const [file = '', ...args] = [...prefix, 'true']
  return run(file, args).then(
    () => true,
    () => false,
  )
}
