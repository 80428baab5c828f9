import { readFile } from 'node:fs/promises'
import { makeApp, openDatabase } from '../app.ts'
import { type Instance, instanceInput } from '../modules/planner/contract/instance.ts'
import { checkInput } from '../modules/planner/contract/proposal.ts'
import { type Answer, solve } from '../modules/planner/index.ts'
import { violationsOf } from '../modules/planner/rules/check.ts'
import { namesOf, nameViolation } from '../modules/planner/rules/naming.ts'
import { vi } from '../modules/planner/words.vi.ts'
import { readConfig } from '../server/config.ts'
import { openLog } from '../server/log.ts'
import { option } from './arguments.ts'
import { say } from './say.ts'

/**
 * `nhip plan solve --year Y | --file instance.json [--time 60] [--gap 0.5]`: proposal, proven gap and what was left out, as
 * JSON on standard output; how far it is, and what the data do not say, on the other.
 * `nhip plan check FILE`: the independent checker on a file with question and proposal; 1 with a sentence for each broken rule.
 */
export async function run(args: string[]): Promise<number> {
  const [verb, ...rest] = args
  if (verb === 'check' && rest[0] !== undefined) return check(rest[0])
  const [file, year] = [option(rest, '--file'), Number(option(rest, '--year'))]
  if (verb === 'solve' && file !== undefined) {
    const read = instanceInput.safeParse(await json(file))
    if (read.success) return solveOne(read.data, rest)
    console.error(vi.says.unreadableInstance)
    return 2
  }
  if (verb === 'solve' && Number.isInteger(year)) return solveOne(await ofYear(year), rest)
  console.error(usage)
  return 2
}

/** The question of a year, from the school's own data. */
async function ofYear(year: number): Promise<Instance> {
  const config = readConfig(process.env)
  const log = openLog('warn')
  const database = await openDatabase(config, 'command', log)
  try {
    const app = makeApp({ pool: database.pool, config, log })
    const api = app.clientFor(await app.commandLine())
    const { instance, missing } = await api.planner.question({ name: String(year), year })
    for (const one of missing) console.error(vi.missing[one.code](one))
    return instance
  } finally {
    await database.close()
  }
}

async function check(file: string): Promise<number> {
  const read = checkInput.safeParse(await json(file))
  if (!read.success) {
    console.error(vi.says.unreadable)
    return 2
  }
  const { instance, proposal } = read.data
  const violations = violationsOf(instance, proposal)
  for (const violation of violations)
    say(vi.violations[violation.code](nameViolation(instance, proposal, violation)))
  if (violations.length > 0) return 1
  say(vi.says.sound({ classes: proposal.classes.length }))
  return 0
}

async function solveOne(instance: Instance, args: string[]): Promise<number> {
  const answer = await solve(instance, {
    seconds: Number(option(args, '--time') ?? 60),
    gap: Number(option(args, '--gap') ?? 0.5) / 100,
    onProgress: ({ seconds, gap }) => {
      if (gap !== null) console.error(`${seconds.toFixed(1)} s: ${vi.percent({ share: gap })}`)
    },
  })
  return tell(answer, instance)
}

function tell(answer: Answer, instance: Instance): number {
  const names = namesOf(instance)
  if (answer.kind === 'solved') {
    say(JSON.stringify({ ...answer.solution, violations: answer.violations, instance }, null, 2))
    return answer.violations.length > 0 ? 1 : 0
  }
  if (answer.kind === 'faults') for (const fault of answer.faults) console.error(vi.faults[fault.code](fault))
  else if (answer.kind === 'clash') {
    const about = answer.clash.about.map(({ kind, field }) =>
      kind === 'lecturer' ? vi.about.lecturer({ field: names.field(field ?? '') }) : vi.about[kind],
    )
    console.error(vi.clash({ classes: answer.clash.assignedIds.map(names.assigned), about }))
  } else console.error(vi.says[answer.kind])
  return 1
}

async function json(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}

const usage = `./nhip plan solve --year 2027 [--time 60] [--gap 0.5]
./nhip plan solve --file instance.json [--time 60] [--gap 0.5]
./nhip plan check FILE`
