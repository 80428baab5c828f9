import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Problem } from '../../pure/problem.ts'
import { packagedBinaries } from './binaries.ts'
import { isAlive, postmasterOf } from './orphan.ts'
import { openPostgres, type RunningPostgres, startPostgres } from './supervisor.ts'

let home: string
let fresh: string
const running: RunningPostgres[] = []
const programs: ChildProcess[] = []

/** A data folder with a cluster that was made and stopped; making one anew takes a second. */
async function aDataFolder(name = 'data'): Promise<string> {
  const folder = join(await mkdtemp(join(home, 'x-')), name)
  await cp(fresh, folder, { recursive: true })
  return folder
}

async function started(dataDir: string, open = startPostgres): Promise<RunningPostgres> {
  const postgres = await open({ dataDir })
  running.push(postgres)
  return postgres
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another process of ours that starts or opens PostgreSQL, tells its address, and stays until it is killed. */
async function anotherProcess(dataDir: string, call: 'startPostgres' | 'openPostgres', env = process.env) {
  const program = `import { ${call} } from ${JSON.stringify(join(import.meta.dirname, 'supervisor.ts'))}
    const running = await ${call}({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(running.url)
    process.once('SIGTERM', () => running.stop().then(() => process.exit(0)))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  programs.push(child)
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, url }
}

/** Every process that works in this data folder, as the system tells. */
async function processesIn(dataDir: string): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Boolean)
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return pids.filter((_, i) => places[i]?.startsWith(dataDir))
}

const pidOf = async (dataDir: string) => (await postmasterOf(join(dataDir, 'postgres', 'cluster')))!.pid

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'nhip-supervisor-'))
  fresh = join(home, 'fresh')
  await (await startPostgres({ dataDir: fresh })).stop()
})
afterEach(async () => {
  for (const child of programs.splice(0)) {
    if (child.kill('SIGTERM')) await once(child, 'exit')
  }
  for (const postgres of running.splice(0).reverse()) await postgres.stop()
})
afterAll(() => rm(home, { recursive: true, force: true }))

test('a folder with spaces and Vietnamese letters gets a database that keeps what was acknowledged', async () => {
  const postgres = await started(join(home, `dữ liệu "Trường", Long An`))
  const names = ['fsync', 'full_page_writes', 'listen_addresses', 'server_encoding', 'data_checksums']
  const [row] = await ask(
    postgres.url,
    `select ${names.map((name) => `current_setting('${name}') as ${name}`)}, (select datctype from pg_database where datname = 'nhip') as ctype, lower('ĐÀO') as l`,
  )
  expect(row).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '',
    server_encoding: 'UTF8',
    data_checksums: 'on',
    ctype: 'C.UTF-8',
    l: 'đào',
  })
})

test('a path too long for a socket is served through a short private folder', async () => {
  const postgres = await started(await aDataFolder('l'.repeat(120)))
  expect(postgres.connection.host).toMatch(/nhip-[0-9a-f]{16}$/)
  expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await postgres.stop()
  await rm(postgres.connection.host, { recursive: true })
})

test('a second Nhịp on the same data is refused, and told which process has it', async () => {
  const dataDir = await aDataFolder()
  const { child } = await anotherProcess(dataDir, 'startPostgres')
  await expect(startPostgres({ dataDir })).rejects.toMatchObject({
    code: 'postgres.inUse',
    params: { pid: child.pid },
  })
})

test('a command joins the database of the running server, and leaves it running', async () => {
  const dataDir = await aDataFolder()
  const { url } = await anotherProcess(dataDir, 'startPostgres')
  const command = await started(dataDir, openPostgres)
  expect(command).toMatchObject({ isJoined: true, url })
  await command.stop()
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a command alone starts the database and stops it at the end; another that joined may finish first', async () => {
  const dataDir = await aDataFolder()
  const first = await started(dataDir, openPostgres)
  const second = await started(dataDir, openPostgres)
  expect([first.isJoined, second.isJoined]).toEqual([false, true])
  const work = ask(second.url, 'select pg_sleep(0.5)')
  await sleep(200)
  await first.stop()
  await expect(work).resolves.toHaveLength(1)
  expect(await processesIn(dataDir)).toEqual([])
})

test('a server that starts while a command is at work waits for it', async () => {
  const dataDir = await aDataFolder()
  const command = await started(dataDir, openPostgres)
  const server = started(dataDir)
  await sleep(300)
  await command.stop()
  expect((await server).isJoined).toBe(false)
})

test('stopping leaves no process, and twice is harmless', async () => {
  const dataDir = await aDataFolder()
  const postgres = await started(dataDir)
  const idle = new pg.Client(postgres.url)
  idle.on('error', () => {})
  await idle.connect()
  const startedAt = Date.now()
  await Promise.all([postgres.stop(), postgres.stop()])
  expect(Date.now() - startedAt).toBeLessThan(5000)
  expect(await processesIn(dataDir)).toEqual([])
  expect(await readdir(join(dataDir, 'postgres', 'socket'))).toEqual([])
})

test('a Nhịp killed without warning loses nothing: the next start ends what it left behind', async () => {
  const dataDir = await aDataFolder()
  const { child, url } = await anotherProcess(dataDir, 'startPostgres')
  await ask(url, 'create table kept (id int); insert into kept values (7)')
  const left = await pidOf(dataDir)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isAlive(left)).toBe(true)

  const postgres = await started(dataDir)
  expect(isAlive(left)).toBe(false)
  expect(await ask(postgres.url, 'select id from kept')).toEqual([{ id: 7 }])
})

test('Nhịp and PostgreSQL killed together start again at once, with all that was acknowledged', async () => {
  const dataDir = await aDataFolder()
  const { child, url } = await anotherProcess(dataDir, 'startPostgres')
  await ask(url, 'create table kept (id int); insert into kept values (7)')
  const all = await processesIn(dataDir)
  child.kill('SIGKILL')
  for (const pid of all) process.kill(pid, 'SIGKILL')

  const postgres = await started(dataDir)
  expect(await ask(postgres.url, 'select id from kept')).toEqual([{ id: 7 }])
})

test('a PostgreSQL that dies under a living Nhịp is started again', async () => {
  const dataDir = await aDataFolder()
  const events: unknown[] = []
  const postgres = await startPostgres({ dataDir, onDeath: (event) => events.push(event) })
  running.push(postgres)
  process.kill(await pidOf(dataDir), 'SIGKILL')
  await expect.poll(() => events, { timeout: 20_000 }).toEqual([{ restarted: true }])
  expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a process that ends without stopping takes its PostgreSQL along', async () => {
  const dataDir = await aDataFolder()
  const program = `import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'supervisor.ts'))}
    await startPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    process.exit(3)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' })
  expect(await once(child, 'exit')).toEqual([3, null])
  await expect.poll(() => processesIn(dataDir), { timeout: 10_000 }).toEqual([])
})

test('a process number that meanwhile belongs to somebody else does not block the start', async () => {
  const dataDir = await aDataFolder()
  const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid')
  await writeFile(file, `${process.pid}\n${dataDir}\n1\n5432\n/nowhere\n\n  1 1\nready   \n`, { mode: 0o600 })
  const postgres = await started(dataDir)
  expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('data of another major version are refused in a sentence', async () => {
  const dataDir = await aDataFolder()
  await writeFile(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '17\n')
  await expect(startPostgres({ dataDir })).rejects.toMatchObject({
    code: 'postgres.otherVersion',
    params: { made: 17, running: 18 },
  })
})

test('a start that was killed while the cluster was being made leaves nothing in the way', async () => {
  const dataDir = join(home, 'half')
  const half = join(dataDir, 'postgres', 'cluster.new')
  await cp(join(fresh, 'postgres', 'cluster', 'global'), join(half, 'global'), { recursive: true })
  const postgres = await started(dataDir)
  expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await readdir(join(dataDir, 'postgres'))).not.toContain('cluster.new')
})

test('a refusal of PostgreSQL itself is shown in its own words', async () => {
  const dataDir = await aDataFolder()
  const failing = startPostgres({ dataDir, settings: { shared_buffers: 'much' } })
  const problem = await failing.catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ code: 'postgres.notStarted' })
  expect((problem as Problem).params.said).toContain('invalid value for parameter "shared_buffers": "much"')
})

test.runIf(process.getuid?.() === 0)(
  'where root may not make a namespace, nobody runs the database, then and later',
  async () => {
    const bin = join(home, 'bin')
    await mkdir(bin)
    await writeFile(join(bin, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    await chmod(home, 0o711)
    const dataDir = join(home, 'refused')
    const { child, url } = await anotherProcess(dataDir, 'startPostgres', {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
    })
    await ask(url, 'create table kept (id int); insert into kept values (7)')
    expect((await stat(join(dataDir, 'postgres', 'cluster'))).uid).toBe(65534)
    child.kill('SIGTERM')
    await once(child, 'exit')

    const postgres = await started(dataDir)
    expect(await ask(postgres.url, 'select id from kept')).toEqual([{ id: 7 }])
  },
)

test('links that npm did not make are made', async () => {
  const { postgres } = await packagedBinaries()
  const link = join(postgres, '..', '..', 'lib', 'libicuuc.so')
  const target = await readlink(link)
  await unlink(link)
  await packagedBinaries()
  expect(await readlink(link)).toBe(target)
  expect((await readFile(link)).length).toBeGreaterThan(0)
})
