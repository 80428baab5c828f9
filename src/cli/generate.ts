import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeApp, openDatabase, root } from '../app.ts'
import { readConfig } from '../server/config.ts'
import { describeDatabase } from '../server/db/describe.ts'
import { openLog } from '../server/log.ts'
import { say } from './say.ts'

/**
 * `nhip generate [--check]`: writes the files that are made from the database's structure and the contract, on a database
 * of its own that is thrown away. With `--check` it writes nothing and fails on a difference.
 */
export async function run(args: string[]): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nhip-generate-'))
  const config = { ...readConfig({}), dataDir }
  const log = openLog('warn')
  const database = await openDatabase(config, 'server', log)
  try {
    const { schema, rows } = await describeDatabase(database.pool)
    const openApi = onePathALine(
      (await makeApp({ pool: database.pool, config, log }).openApi()) as Description,
    )
    const files = { 'db/schema.sql': schema, 'src/server/db/rows.ts': rows, 'docs/api/openapi.json': openApi }
    const stale: string[] = []
    for (const [name, text] of Object.entries(files)) {
      const file = join(root, name)
      if ((await readFile(file, 'utf8').catch(() => '')) === text) continue
      stale.push(name)
      if (!args.includes('--check')) await writeFile(file, text)
    }
    say(
      stale.length === 0
        ? 'generated files are up to date'
        : `${args.includes('--check') ? 'out of date' : 'written'}: ${stale.join(', ')}`,
    )
    return args.includes('--check') && stale.length > 0 ? 1 : 0
  } finally {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

type Description = { paths: Record<string, unknown> }

/** A description of the API with one line for each address: a change names what it changes, and the blanks are not half the file. */
function onePathALine({ paths, ...about }: Description): string {
  const lines = Object.entries(paths).map(
    ([path, what]) => `${JSON.stringify(path)}: ${JSON.stringify(what)}`,
  )
  const head = JSON.stringify(about, null, 1).replace(/\n\}$/, '')
  return `${head},\n "paths": {\n${lines.join(',\n')}\n }\n}\n`
}
