// Runs on any Node from 18 on, before anything is installed: plain JavaScript, nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const modules = join(root, 'node_modules')
const here = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

/** Installs what is missing and makes sure that there is a Node 24. Ends the process with a sentence when it cannot. */
export function ready() {
  if (!isInstalled()) install()
  node24()
}

/** The path of the Node 24 that npm brought; where there is none for the machine, the running one if it is new enough. */
export function node24() {
  const brought = join(modules, `node-${here}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(brought)) return brought
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  giveUp(
    `Nhịp cần Node 24, máy này đang có Node ${process.versions.node}. Hãy cài Node 24 từ https://nodejs.org rồi chạy lại.`,
    `Nhịp needs Node 24, this machine has Node ${process.versions.node}. Install Node 24 from https://nodejs.org and start again.`,
  )
}

/** The JavaScript file behind a command of an installed package: `tool('vitest')`, `tool('@playwright/test', 'playwright')`. */
export function tool(name, command = name.replace(/^@[^/]+\//, '')) {
  const { bin } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'))
  return join(modules, name, typeof bin === 'string' ? bin : bin[command])
}

/**
 * Runs Node 24 with these arguments, in the folder from which we were called, and passes signals on.
 * Answers `{ code, signal }`: one of them is null. Variables of `env` that are undefined are taken away.
 */
export function run(args, { env = {}, stdio = 'inherit' } = {}) {
  const node = node24()
  const child = spawn(node, args, {
    stdio,
    env: {
      ...process.env,
      NODE_ENV: process.env.NODE_ENV || 'production',
      PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
      ...env,
    },
  })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'].filter((name) => name in constants.signals)
  // Ctrl-C in a terminal goes to the whole group, so the child has it already; a second one would mean «at once».
  const passOn = (name) => (name === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(name))
  for (const name of signals) process.on(name, passOn)
  child.once('error', (error) =>
    giveUp(
      `Không chạy được ${node}: ${error.message}`,
      `${node} does not run on this machine: ${error.message}`,
    ),
  )
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      for (const name of signals) process.removeListener(name, passOn)
      resolve({ code, signal })
    })
  })
}

/** Goes on as Node 24 with these arguments: ends as it ends, also by a signal. */
export async function handOver(args, env) {
  const { code, signal } = await run(args, { env })
  if (signal) process.kill(process.pid, signal)
  else process.exitCode = code
}

/** Tells progress without touching the output of a command: on the error stream. */
export function say(vietnamese, english) {
  console.error(`${vietnamese} · ${english}`)
}

function giveUp(vietnamese, english) {
  console.error(`${vietnamese}\n${english}`)
  process.exit(1)
}

function isInstalled() {
  if (!existsSync(modules)) return false
  if (read(stampFile()) === stamp()) return true
  if (!agreesWithLock()) return false
  remember()
  return true
}

function install() {
  say(
    'Đang cài các thư viện, lần đầu khoảng một phút…',
    'Installing packages, about a minute the first time…',
  )
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const byNode = npm && /\.[cm]?js$/.test(npm)
  const { status } = spawnSync(byNode ? process.execPath : 'npm', byNode ? [npm, ...args] : args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !byNode && process.platform === 'win32',
  })
  if (status !== 0) {
    giveUp(
      'Không cài được thư viện (xem lỗi của npm ở trên). Hãy kiểm tra mạng và chỗ trống trên đĩa rồi chạy lại.',
      'The packages could not be installed (see the error of npm above). Check the network and the disk, and start again.',
    )
  }
  remember()
}

function remember() {
  try {
    writeFileSync(stampFile(), stamp())
  } catch {
    // Installed by another account; the longer comparison is then made every time.
  }
}

function stampFile() {
  return join(modules, '.nhip-stamp')
}

/** What must be installed: the lock file, for this kind of machine (a folder copied from another one does not count). */
function stamp() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${here}`
}

/** Somebody ran `npm ci` by hand: npm's own list of what it installed has all that the lock file wants for this machine. */
function agreesWithLock() {
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const found = JSON.parse(read(join(modules, '.package-lock.json')) || '{}').packages ?? {}
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    if (!found[path])
      return entry.optional === true && !path.endsWith(`-${here}`) && !path.endsWith(`/${here}`)
    return found[path].version === entry.version
  })
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
