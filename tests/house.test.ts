import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '../src/contract.ts'
import { rights } from '../src/modules/access/rights.ts'
import { sentences } from '../src/sentences.ts'
import { constraints } from '../src/services.ts'

/** Modules from the ground up: each may use those before it, never those after. */
const order = [
  'access',
  'record',
  'files',
  'units',
  'people',
  'regulations',
  'programmes',
  'calendar',
  'rooms',
  'lecturers',
  'curricula',
  'needs',
  'priorities',
  'plans',
  'classes',
  'teaching',
  'fieldstudies',
  'nominations',
  'enrolments',
  'attendance',
  'cases',
  'planner',
  'surveys',
  'forecast',
  'coordination',
  'documents',
  'exchange',
  'reports',
  'search',
]

const root = resolve(import.meta.dirname, '..')
const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'))
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const codeOf = (file: string) => textOf(file).replace(/\/\*[\s\S]*?\*\//g, '')

/** The files of our own that a file imports; `isType` where only types are taken, which leaves nothing at run time. */
function importsOf(file: string): { to: string; isType: boolean }[] {
  const found = textOf(file).matchAll(
    /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'(\.[^']+)'|^import\s+'(\.[^']+)'|import\('(\.[^']+)'\)/gm,
  )
  return [...found]
    .map((match) => ({
      to: relative(root, resolve(root, dirname(file), match[2] ?? match[3] ?? match[4] ?? '')),
      isType: Boolean(match[1]),
    }))
    .filter(({ to }) => !to.includes('+types'))
}

type Place = { floor: string; module: string | null; part: string }

function placeOf(file: string): Place {
  const [, floor = '', name = '', ...rest] = file.split('/')
  if (floor !== 'modules') return { floor: floor.includes('.') ? 'house' : floor, module: null, part: '' }
  return {
    floor,
    module: name,
    part: rest[0] === 'web' ? 'web' : (rest[0] ?? '').replace(/(\.test)?\.tsx?$/, ''),
  }
}

/** Files at the root of src that say only what exists: the contract's type may be known anywhere. */
const isShared = (to: string) => to === 'src/contract.ts' || to === 'src/api.ts'

function mayImport(from: Place, to: Place, target: string, isType: boolean): boolean {
  if (from.floor === 'house' || from.floor === 'cli' || from.floor === 'sample') return true
  if (to.floor === 'pure') return true
  if (from.floor === 'pure') return false
  if (isShared(target) && isType) return true
  if (from.floor === 'server' || from.floor === 'ui') return to.floor === from.floor
  if (from.floor !== 'modules') return false
  const isOwn = to.module === from.module
  const isBelow = to.floor === 'modules' && order.indexOf(to.module ?? '') < order.indexOf(from.module ?? '')
  if (from.part === 'web') {
    if (to.floor === 'ui') return true
    if (isOwn) return ['web', 'contract', 'rules', 'words.vi', 'words.en'].includes(to.part)
    return to.floor === 'modules' && ['contract', 'words.vi', 'words.en'].includes(to.part)
  }
  if (from.part === 'contract') return to.part === 'contract' || (isOwn && to.part === 'rights')
  if (from.part.startsWith('words')) return isOwn && (to.part === 'contract' || to.part.startsWith('words'))
  if (from.part === 'rules') return (isOwn || isBelow) && ['contract', 'rules', 'rights'].includes(to.part)
  if (to.floor === 'server') return true
  return isOwn ? to.part !== 'web' : isBelow && (to.part === 'index' || to.part === 'contract')
}

test('every file keeps to its floor', () => {
  const wrong = files
    .filter((file) => !file.includes('.test.'))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ to, isType }) => !mayImport(placeOf(file), placeOf(to), to, isType))
        .map(({ to }) => `${file} → ${to}`),
    )
  expect(wrong).toEqual([])
})

test('every module has a place in the order', () => {
  const modules = new Set(
    files.filter((file) => file.startsWith('src/modules/')).map((file) => file.split('/')[2]),
  )
  expect([...modules].filter((name) => !order.includes(name ?? ''))).toEqual([])
})

test('a module writes only its own tables', () => {
  const owner = new Map<string, string>()
  for (const file of globSync('db/migrations/*.sql', { cwd: root })) {
    const module = /\d+-([a-z]+)/.exec(file)?.[1] ?? ''
    for (const match of textOf(file).matchAll(/^create table (\w+)/gm)) owner.set(match[1] ?? '', module)
  }
  const ownersOf: Record<string, string[]> = { access: ['access', 'foundation'], record: ['foundation'] }
  const wrong = files
    .filter((file) => file.startsWith('src/modules/') && !file.includes('.test.'))
    .flatMap((file) => {
      const module = file.split('/')[2] ?? ''
      const own = ownersOf[module] ?? [module]
      const written = textOf(file).matchAll(
        /(?:insertInto|updateTable|deleteFrom)\('(\w+)'|\b(?:insert into|update|delete from) (\w+)\b/g,
      )
      return [...written]
        .map((match) => match[1] ?? match[2] ?? '')
        .filter((table) => owner.has(table) && !own.includes(owner.get(table) ?? ''))
        .map((table) => `${file} writes ${table} of ${owner.get(table)}`)
    })
  expect(wrong).toEqual([])
})

test('nothing happens at import: no file of the house ends in a bare call', () => {
  const scripts = ['src/main.ts', 'src/entry.client.tsx']
  const wrong = files
    .filter((file) => !file.includes('.test.') && !scripts.includes(file))
    .filter((file) => /^(?:await |void )?[a-zA-Z_.]+\([^\n]*\)$/m.test(textOf(file)))
  expect(wrong).toEqual([])
})

test('every procedure demands a right that exists, and has an address', () => {
  const wrong: string[] = []
  for (const [module, procedures] of Object.entries(contract)) {
    for (const [name, procedure] of Object.entries(procedures)) {
      const { meta, route } = procedure['~orpc']
      if (!['anyone', 'signedIn'].includes(meta.can) && !(meta.can in rights))
        wrong.push(`${module}.${name}: ${meta.can}`)
      if (!route.path || !route.method || !route.summary) wrong.push(`${module}.${name}: route`)
    }
  }
  expect(wrong).toEqual([])
})

test('no two procedures share an address', () => {
  const addresses = Object.values(contract).flatMap((procedures) =>
    Object.values(procedures).map(
      (procedure) => `${procedure['~orpc'].route.method} ${procedure['~orpc'].route.path}`,
    ),
  )
  expect(addresses.filter((address, i) => addresses.indexOf(address) !== i)).toEqual([])
})

test('every problem has its sentence, in both languages', () => {
  const codes = new Set<string>(Object.values(constraints))
  for (const file of files.filter((name) => !name.includes('.test.') && !name.includes('words.'))) {
    for (const match of codeOf(file).matchAll(/problem\(\s*\d{3},\s*'([^']+)'/g)) codes.add(match[1] ?? '')
  }
  const missing = [...codes].filter((code) => !(code in sentences.vi) || !(code in sentences.en))
  expect(missing).toEqual([])
})

test('people read sentences of the words, not of the code: no Vietnamese letters in pages', () => {
  const letters = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i
  const wrong = files
    .filter((file) => file.endsWith('.tsx') && !file.includes('.test.'))
    .flatMap((file) =>
      codeOf(file)
        .split('\n')
        .map((line, i) => ({ line: line.replace(/\/\/.*$|Tiếng Việt/, ''), at: `${file}:${i + 1}` }))
        .filter(({ line }) => letters.test(line))
        .map(({ at }) => at),
    )
  expect(wrong).toEqual([])
})

test('a role is known by its name in one file only', () => {
  const names =
    /['"](?:rectorate|trainingOffice|headTeacher|organisationCommittee|standingCommittee|unitCoordinator|unitHead)['"]/
  const allowed = /modules\/access\/(rights|words)|src\/ui\/words|src\/sample\/|\.test\./
  expect(files.filter((file) => !allowed.test(file) && names.test(textOf(file)))).toEqual([])
})
