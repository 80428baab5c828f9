import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  chmod,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Problem, problem } from '../../pure/problem.ts'
import { type Account, accountFor, giveTo, under } from './account.ts'
import { type PostgresBinaries, packagedBinaries } from './binaries.ts'
import { type FolderLock, holderOf, takeLock } from './lock.ts'
import { endOrphan, endPostmaster, isGone, postmasterOf, signal } from './orphan.ts'
import { settingsFor } from './settings.ts'

/** Where the database is reached. `host` is the folder of the unix socket; on Windows 127.0.0.1 with a password. */
export type PostgresConnection = {
  host: string
  port: number
  user: string
  password?: string
  database: string
}

export type PostgresOptions = {
  /** Nhịp's data folder (NHIP_DATA). PostgreSQL lives in `postgres/` below it: cluster, socket, log. */
  dataDir: string
  /** Other programs than those that npm brought. */
  binaries?: PostgresBinaries
  /** Settings over ours, as in postgresql.conf. For tests. */
  settings?: Record<string, string>
  /** Called when PostgreSQL died by itself and was started again, or could not be. */
  onDeath?: (event: { restarted: true } | { restarted: false; reason: unknown }) => void
}

export type RunningPostgres = {
  connection: PostgresConnection
  /** The same as an address that `pg`, Kysely and psql understand. */
  url: string
  /** PostgreSQL belongs to another process of ours, and runs on after `stop`. */
  isJoined: boolean
  /** Close all connections first. Resolves when no process of PostgreSQL is left. Safe to call twice. */
  stop(): Promise<void>
}

type Place = { folder: string; cluster: string; logFolder: string; socketFolder: string }

const superuser = 'postgres'
const database = 'nhip'
const isWindows = process.platform === 'win32'

/**
 * Starts PostgreSQL on a data folder, makes the cluster and the database `nhip` on the first start, and keeps it
 * running until `stop`. One that a killed Nhịp left behind is ended first. Throws Problems `postgres.*`:
 * `inUse` when another Nhịp serves this folder; a command at work on it is waited for (30 s).
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const place = await placeOf(options.dataDir)
  const askedAt = Date.now()
  for (;;) {
    const lock = await takeLock(place.folder, 'server')
    if (lock) return start(place, lock, options, 'server')
    const holder = await holderOf(place.folder)
    // A server that was just killed keeps its lock for some milliseconds more.
    const patienceMs = holder?.purpose === 'command' ? 30_000 : 1_000
    if (Date.now() > askedAt + patienceMs) {
      throw problem(409, 'postgres.inUse', { folder: options.dataDir, pid: holder?.pid })
    }
    await sleep(100)
  }
}

/**
 * Opens the database of a data folder for a command: joins the PostgreSQL of the running Nhịp, else starts one and
 * stops it at the end; then it waits up to 30 s for other commands that joined this one.
 */
export async function openPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const place = await placeOf(options.dataDir)
  const until = Date.now() + 60_000
  for (;;) {
    const lock = await takeLock(place.folder, 'command')
    if (lock) return start(place, lock, options, 'command')
    const joined = await joinRunning(place)
    if (joined) return joined
    if (Date.now() > until) {
      throw problem(503, 'postgres.inUse', {
        folder: options.dataDir,
        pid: (await holderOf(place.folder))?.pid,
      })
    }
    await sleep(100)
  }
}

async function joinRunning(place: Place): Promise<RunningPostgres | undefined> {
  const connection = await connectionOf(place)
  if (!connection || !(await answers(connection))) return undefined
  return { connection, url: urlOf(connection), isJoined: true, stop: async () => {} }
}

async function start(
  place: Place,
  lock: FolderLock,
  options: PostgresOptions,
  purpose: 'server' | 'command',
): Promise<RunningPostgres> {
  try {
    const binaries = options.binaries ?? (await packagedBinaries())
    const account = await accountFor(place.cluster, place.folder, binaries.postgres)
    await endOrphan(place.cluster)
    if (!existsSync(place.cluster)) await makeCluster(place, account, binaries)
    await checkVersion(place, binaries)
    for (const folder of [place.cluster, place.socketFolder, place.logFolder]) await giveTo(account, folder)
    const settings = { ...settingsFor(place), ...(await tcpSettings()), ...options.settings }
    const launchAgain = () => launch(place, account, binaries, settings)

    let child = await launchAgain()
    let isStopping = false
    const guard = () => signal(child.pid!, 'SIGINT')
    process.once('exit', guard)
    const keepRunning = (dead: ChildProcess) =>
      dead.once('exit', async () => {
        if (isStopping) return
        try {
          // Not in a circle at full speed where it dies at once.
          await sleep(1000)
          if (isStopping) return
          child = await launchAgain()
          keepRunning(child)
          options.onDeath?.({ restarted: true })
        } catch (reason) {
          options.onDeath?.({ restarted: false, reason })
        }
      })
    keepRunning(child)

    const connection = (await connectionOf(place))!
    await makeDatabase(connection)
    let stopped: Promise<void> | undefined
    const stop = async () => {
      isStopping = true
      process.removeListener('exit', guard)
      if (purpose === 'command') {
        // Smart shutdown: lets other commands that joined finish, takes no new ones.
        signal(child.pid!, 'SIGTERM')
        await isGone(child.pid!, 30_000)
      }
      await (isWindows ? stopOnWindows(place, binaries) : endPostmaster(child.pid!, 4_500))
      await lock.release()
    }
    return {
      connection,
      url: urlOf(connection),
      isJoined: false,
      stop() {
        stopped ??= stop()
        return stopped
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Starts the programs until PostgreSQL takes connections. */
async function launch(
  place: Place,
  account: Account,
  binaries: PostgresBinaries,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const giveUpAt = Date.now() + 60_000
  const args = [
    '-D',
    place.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const command = under(account, binaries.postgres, args)
  for (;;) {
    await endOrphan(place.cluster)
    // A session of its own: Ctrl-C in the terminal reaches Nhịp alone, which first finishes its requests.
    const child = spawn(command.file, command.args, {
      ...command.options,
      detached: !isWindows,
      windowsHide: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: quietEnvironment(),
    })
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said = (said + chunk).slice(-4000)
    })
    let error: Error | undefined
    child.once('error', (reason) => {
      error = reason
    })
    // A recovery after a crash may take minutes: no limit while the process lives.
    while (child.exitCode === null && child.signalCode === null && !error) {
      const postmaster = await postmasterOf(place.cluster)
      if (postmaster?.isReady && (isWindows || postmaster.pid === child.pid)) return child
      await sleep(20)
    }
    // Old processes of a killed cluster are still dying.
    const isTransient = /lock file .* already exists|pre-existing shared memory block/.test(said)
    if (!isTransient || Date.now() > giveUpAt)
      throw failure('postgres.notStarted', said + (error ?? '') + (await logTail(place)))
    await sleep(200)
  }
}

/** Made beside and renamed: a start that was killed in the middle leaves no half cluster. */
async function makeCluster(place: Place, account: Account, binaries: PostgresBinaries): Promise<void> {
  const half = `${place.cluster}.new`
  const secret = join(place.folder, 'password')
  const signIn = isWindows ? ['--auth=scram-sha-256', `--pwfile=${secret}`] : ['--auth=trust']
  if (isWindows) await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600 })
  let said = ''
  for (const locale of ['C.UTF-8', 'C']) {
    await rm(half, { recursive: true, force: true })
    await mkdir(half, { mode: 0o700 })
    await giveTo(account, half)
    const args = [
      '-D',
      half,
      '-U',
      superuser,
      '-E',
      'UTF8',
      `--locale=${locale}`,
      '--no-instructions',
      ...signIn,
    ]
    const command = under(account, binaries.initdb, args)
    try {
      await promisify(execFile)(command.file, command.args, { ...command.options, env: quietEnvironment() })
      await rename(half, place.cluster)
      return
    } catch (error) {
      said = String((error as { stderr?: string }).stderr || error)
      if (!/invalid locale name/.test(said)) break
    }
  }
  throw failure('postgres.notMade', said)
}

async function checkVersion(place: Place, binaries: PostgresBinaries): Promise<void> {
  const made = Number(await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => ''))
  if (made !== binaries.major) {
    throw problem(503, 'postgres.otherVersion', { folder: place.cluster, made, running: binaries.major })
  }
}

async function makeDatabase(connection: PostgresConnection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

async function placeOf(dataDir: string): Promise<Place> {
  const folder = join(resolve(dataDir), 'postgres')
  const refuse = (error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOSPC'
      ? problem(503, 'postgres.diskFull')
      : problem(503, 'postgres.notYours', { folder: dataDir })
  }
  await mkdir(join(folder, 'log'), { recursive: true, mode: 0o711 }).catch(refuse)
  const real = await realpath(folder)
  return {
    folder: real,
    cluster: join(real, 'cluster'),
    logFolder: join(real, 'log'),
    socketFolder: await makeSocketFolder(real),
  }
}

/** A private folder whose socket's path fits into the 104 bytes that macOS allows (Linux: 108, both with the end). */
async function makeSocketFolder(folder: string): Promise<string> {
  if (isWindows) return ''
  const near = join(folder, 'socket')
  const fits = Buffer.byteLength(join(near, '.s.PGSQL.5432')) < 104
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const chosen = fits ? near : join(tmpdir(), `nhip-${key}`)
  await mkdir(chosen, { recursive: true, mode: 0o700 })
  // Somebody else's folder of that name under /tmp would hand them our database.
  const found = await lstat(chosen)
  const owner = (await stat(join(folder, 'cluster')).catch(() => undefined))?.uid ?? process.geteuid?.()
  const isOurs = found.isDirectory() && (found.uid === process.geteuid?.() || found.uid === owner)
  if (!isOurs) throw problem(503, 'postgres.socketTaken', { folder: chosen })
  await chmod(chosen, 0o700).catch(() => {
    throw problem(503, 'postgres.notYours', { folder })
  })
  return chosen
}

/** Where the running postmaster listens, by its own file; undefined while it does not take connections. */
async function connectionOf(place: Place): Promise<PostgresConnection | undefined> {
  const postmaster = await postmasterOf(place.cluster)
  if (!postmaster?.isReady) return undefined
  const { port, socketFolder } = postmaster
  if (socketFolder) return { host: socketFolder, port, user: superuser, database }
  const password = await readFile(join(place.folder, 'password'), 'utf8')
  return { host: '127.0.0.1', port, user: superuser, password, database }
}

function urlOf({ host, port, user, password, database }: PostgresConnection): string {
  if (password) return `postgresql://${user}:${password}@${host}:${port}/${database}`
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}

async function answers(connection: PostgresConnection): Promise<boolean> {
  const client = new pg.Client(connection)
  try {
    await client.connect()
    return true
  } catch (error) {
    const { code = '' } = error as { code?: string }
    // Starting, stopping, not yet listening, database not yet made.
    if (['57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', '3D000'].includes(code)) return false
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

/** Not tested: there Node knows no unix sockets, so it listens on this machine alone, with a password. */
async function tcpSettings(): Promise<Record<string, string>> {
  if (!isWindows) return {}
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' }
}

/** Not tested: Windows has no signals; PostgreSQL's own program uses a pipe instead. */
async function stopOnWindows(place: Place, binaries: PostgresBinaries): Promise<void> {
  const pgCtl = binaries.postgres.replace(/postgres\.exe$/, 'pg_ctl.exe')
  await promisify(execFile)(pgCtl, ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-t', '5'])
}

/** PGDATA, PGPORT and the like of the surrounding shell mean another server. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

async function logTail(place: Place): Promise<string> {
  const names = await readdir(place.logFolder).catch(() => [] as string[])
  const times = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(place.logFolder, name))).mtimeMs })),
  )
  const newest = times.sort((a, b) => b.at - a.at)[0]
  if (!newest) return ''
  const file = await open(join(place.logFolder, newest.name))
  try {
    const { size } = await file.stat()
    const from = Math.max(0, size - 2000)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2000), 0, 2000, from)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

function failure(code: string, said: string): Problem {
  if (/No space left on device/.test(said)) return problem(503, 'postgres.diskFull')
  return problem(503, code, { said: said.trim().split('\n').slice(-12).join('\n') })
}
