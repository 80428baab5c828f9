import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let project: string
const folder = `node-${process.platform}-${process.arch}`

/** Stands in for npm, which is outside of the house: brings this Node, and writes down how it was called. */
const npm = `
  const fs = require('node:fs')
  const bin = 'node_modules/${folder}/bin'
  fs.rmSync('node_modules', { recursive: true, force: true })
  fs.mkdirSync(bin, { recursive: true })
  fs.symlinkSync(${JSON.stringify(process.execPath)}, bin + '/node')
  fs.appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n')`

const main = `
  const [verb, ...rest] = process.argv.slice(2)
  if (verb === 'tell') console.log(JSON.stringify({ rest, cwd: process.cwd(), mode: process.env.NODE_ENV, path: process.env.PATH }))
  if (verb === 'fail') process.exit(7)
  if (verb === 'die') process.kill(process.pid, 'SIGKILL')
  if (verb === 'wait') {
    process.once('SIGTERM', () => { console.log('stopping'); process.exit(4) })
    setInterval(() => {}, 1000)
    console.log('waiting')
  }`

beforeEach(async () => {
  // A space, as in «My Documents».
  project = await mkdtemp(join(tmpdir(), 'nhip start-'))
  await cp(import.meta.dirname, join(project, 'scripts'), { recursive: true })
  await cp(join(import.meta.dirname, '..', 'nhip'), join(project, 'nhip'))
  await mkdir(join(project, 'src'))
  await writeFile(join(project, 'src', 'main.ts'), main)
  await writeFile(join(project, 'npm.js'), npm)
  await writeFile(join(project, 'package.json'), '{ "type": "commonjs" }')
  await writeFile(join(project, 'package-lock.json'), '{ "packages": { "": {} } }')
})
afterEach(() => rm(project, { recursive: true, force: true }))

function nhip(args: string[], { cwd = project, file = join(project, 'nhip'), env = {} } = {}) {
  const { NODE_ENV: _, ...inherited } = process.env
  const child = spawn(file, args, {
    cwd,
    env: {
      ...inherited,
      PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
      npm_execpath: join(project, 'npm.js'),
      ...env,
    },
  })
  let said = ''
  let told = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    told += chunk
  })
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, said, told }))
  return { child, ended }
}

const npmCalls = () => readFile(join(project, 'npm.log'), 'utf8').then((text) => text.trim().split('\n'))

test('the first command installs, later ones do not, and a changed lock file installs again', async () => {
  const first = await nhip(['tell']).ended
  expect(first.told).toContain('Đang cài các thư viện')
  await nhip(['tell']).ended
  expect(await npmCalls()).toHaveLength(1)
  expect((await npmCalls())[0]).toMatch(/^ci --include=dev --include=optional/)

  await writeFile(
    join(project, 'package-lock.json'),
    '{ "packages": { "": {}, "node_modules/new": { "version": "1.0.0" } } }',
  )
  await nhip(['tell']).ended
  expect(await npmCalls()).toHaveLength(2)
})

test('what npm installed by hand is recognised', async () => {
  const packages = {
    [`node_modules/${folder}`]: { version: '24.0.0', optional: true },
    'node_modules/a': { version: '1.0.0' },
  }
  const elsewhere = { 'node_modules/node-other-arch': { version: '24.0.0', optional: true } }
  await writeFile(
    join(project, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, ...packages, ...elsewhere } }),
  )
  await mkdir(join(project, 'node_modules', folder, 'bin'), { recursive: true })
  await symlink(process.execPath, join(project, 'node_modules', folder, 'bin', 'node'))
  await writeFile(join(project, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
  expect((await nhip(['fail']).ended).code).toBe(7)
  await expect(npmCalls()).rejects.toThrow('ENOENT')
})

test('a command keeps the folder it was called from, and nothing of the preparation reaches its output', async () => {
  const cwd = join(project, 'src')
  const { said } = await nhip(['tell', 'a b', '--x=ệ'], { cwd }).ended
  const told = JSON.parse(said)
  expect(told).toMatchObject({ rest: ['a b', '--x=ệ'], cwd, mode: 'production' })
  expect(told.path.startsWith(join(project, 'node_modules', folder, 'bin'))).toBe(true)
})

test('it works through a link in another folder', async () => {
  const link = join(project, 'src', 'link')
  await symlink('../nhip', link)
  expect((await nhip(['fail'], { file: link, cwd: tmpdir() }).ended).code).toBe(7)
})

test('a failure and a death are passed on as they are', async () => {
  expect(await nhip(['fail']).ended).toMatchObject({ code: 7, signal: null })
  expect(await nhip(['die']).ended).toMatchObject({ code: null, signal: 'SIGKILL' })
})

test('a signal reaches the server, and its answer is ours', async () => {
  const { child, ended } = nhip(['wait'])
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await ended).toMatchObject({ code: 4, said: 'waiting\nstopping\n' })
})

test('an installation that fails ends with a sentence in both languages', async () => {
  await writeFile(join(project, 'npm.js'), 'process.exit(1)')
  const { code, told } = await nhip(['tell']).ended
  expect(code).toBe(1)
  expect(told).toMatch(/Không cài được thư viện[\s\S]*could not be installed/)
})

test('a machine without Node is told what to install', async () => {
  const empty = join(project, 'empty')
  await mkdir(empty)
  for (const name of ['dirname', 'sh', 'readlink']) await symlink(`/usr/bin/${name}`, join(empty, name))
  await chmod(join(project, 'nhip'), 0o755)
  const { code, told } = await nhip(['tell'], { env: { PATH: empty } }).ended
  expect(code).toBe(1)
  expect(told).toMatch(/chưa có Node[\s\S]*no Node/)
})
