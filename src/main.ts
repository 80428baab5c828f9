import { say } from './cli/say.ts'
import { Problem } from './pure/problem.ts'

/** One file a verb, read only when it is called: `nhip --help` does not wait for a database driver. */
const verbs: Record<string, () => Promise<{ run(args: string[]): Promise<number> }>> = {
  serve: () => import('./cli/serve.ts'),
  dev: () => import('./cli/dev.ts'),
  generate: () => import('./cli/generate.ts'),
  verify: () => import('./cli/verify.ts'),
  import: () => import('./cli/import.ts'),
  report: () => import('./cli/report.ts'),
  check: () => import('./cli/check.ts'),
  plan: () => import('./cli/plan.ts'),
  user: () => import('./cli/user.ts'),
  sample: () => import('./cli/sample.ts'),
}

async function main(): Promise<number> {
  const [verb = '--help', ...args] = process.argv.slice(2)
  if (verb === '--help' || verb === '-h' || verb === 'help') {
    say((await import('./cli/help.ts')).help)
    return 0
  }
  const load = verbs[verb]
  if (!load) {
    say((await import('./cli/help.ts')).unknownVerb(verb))
    return 2
  }
  try {
    return await (await load()).run(args)
  } catch (error) {
    const { answer } = error as { answer?: { title: string } }
    if (!(error instanceof Problem)) throw error
    const { sayProblem } = await import('./app.ts')
    console.error(answer?.title ?? sayProblem(error))
    return 1
  }
}

process.exitCode = await main()
