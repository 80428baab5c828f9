// The one gate: `npm test`. Ends with one line `N passed, N failed`, and fails when anything did.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ready, root, run, tool } from './node24.mjs'
import { buildPages } from './pages.mjs'

const results = join(root, '.tmp', 'test')
const olderPostgres = '/usr/lib/postgresql/15/bin'

/**
 * The steps, in order. `in`: the parts that `--only` can ask for. `run` answers `{ passed, failed }`.
 * `needs`: without that step's success this one cannot tell anything. `when`: is there anything to do?
 */
const steps = [
  { name: 'format and lint', in: ['check'], run: check([installed('@biomejs/biome'), 'ci', '.']) },
  {
    name: 'types',
    in: ['check'],
    run: check(
      [installed('@react-router/dev', 'react-router'), 'typegen'],
      [installed('typescript', 'tsc'), '--noEmit'],
    ),
  },
  {
    name: 'generated files',
    in: ['check'],
    run: check([() => join(root, 'src', 'main.ts'), 'generate', '--check']),
  },
  { name: 'unused code', in: ['check'], run: check([installed('knip'), '--no-progress']) },
  { name: 'pages', in: ['check', 'unit', 'e2e'], run: async () => oneOf(await buildPages()) },
  { name: 'tests', in: ['unit'], needs: 'pages', run: vitest('tests') },
  {
    name: 'database tests on PostgreSQL 15',
    in: ['unit'],
    needs: 'pages',
    when: () => !process.env.DATABASE_URL && existsSync(join(olderPostgres, 'postgres')),
    run: vitest('tests-15', ['--project', 'database'], { NHIP_TEST_POSTGRES: olderPostgres }),
  },
  { name: 'browser tests', in: ['e2e'], needs: 'pages', when: () => hasBrowserTests(), run: playwright() },
]

/** A step of commands, each with a JavaScript file first: one check that passes when all of them do. */
function check(...commands) {
  return async () => {
    for (const [file, ...args] of commands) {
      if (!(await succeeds([file(), ...args]))) return oneOf(false)
    }
    return oneOf(true)
  }
}

function vitest(name, args = [], env = {}) {
  return async () => {
    const file = freshResult(name)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const isGood = await succeeds([tool('vitest'), 'run', ...reporters, ...args], {
      NODE_ENV: 'test',
      ...env,
    })
    const told = readResult(file)
    return counted(isGood, told?.numPassedTests, told?.numFailedTests)
  }
}

function playwright() {
  return async () => {
    const file = freshResult('browser')
    const args = [tool('@playwright/test', 'playwright'), 'test', '--reporter=list,json']
    const isGood = await succeeds(args, { NODE_ENV: 'test', PLAYWRIGHT_JSON_OUTPUT_FILE: file })
    const stats = readResult(file)?.stats
    return counted(isGood, stats && stats.expected + stats.flaky, stats?.unexpected)
  }
}

const oneOf = (isGood) => (isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** A step that ended badly without a failed test (it crashed, a file did not load) counts as one failure. */
const counted = (isGood, passed = 0, failed = 0) => ({
  passed,
  failed: isGood ? failed : Math.max(failed, 1),
})

/** Looked up late: before `ready()` nothing may be installed. */
function installed(name, command) {
  return () => tool(name, command)
}

async function succeeds(args, env = {}) {
  const { code } = await run(args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
  return code === 0
}

function freshResult(name) {
  mkdirSync(results, { recursive: true })
  const file = join(results, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

function readResult(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function hasBrowserTests() {
  const folder = join(root, 'tests', 'e2e')
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => /\.(spec|test)\.ts$/.test(name))
  )
}

async function gate(only) {
  const total = { passed: 0, failed: 0 }
  const lines = []
  const bad = new Set()
  for (const step of steps) {
    if (only && !step.in.includes(only)) continue
    if (step.when && !step.when()) continue
    console.log(`\n── ${step.name}`)
    const started = Date.now()
    const isBlocked = step.needs !== undefined && bad.has(step.needs)
    const { passed, failed } = isBlocked ? oneOf(false) : await step.run().catch(crashed)
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    if (failed > 0) bad.add(step.name)
    total.passed += passed
    total.failed += failed
    lines.push(
      `${failed ? '✗' : '✓'} ${step.name}: ${isBlocked ? `not run, ${step.needs} failed` : `${seconds} s`}`,
    )
    console.log(lines.at(-1))
  }
  console.log(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0
}

function crashed(error) {
  console.error(error)
  return oneOf(false)
}

const [flag, part] = process.argv.slice(2)
const parts = [...new Set(steps.flatMap((step) => step.in))]
if (flag !== undefined && (flag !== '--only' || !parts.includes(part))) {
  console.error(`usage: node ${relative(process.cwd(), process.argv[1])} [--only ${parts.join('|')}]`)
  process.exit(2)
}
process.chdir(root)
ready()
if (!(await gate(part))) process.exitCode = 1
