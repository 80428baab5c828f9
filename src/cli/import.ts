import { readFile, writeFile } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { makeApp, openDatabase } from '../app.ts'
import { importers } from '../modules/exchange/importers.ts'
import { vi } from '../modules/exchange/words.vi.ts'
import { problem } from '../pure/problem.ts'
import { readConfig } from '../server/config.ts'
import { openLog } from '../server/log.ts'
import { option, plainArguments } from './arguments.ts'
import { say } from './say.ts'

/**
 * `nhip import KIND FILE [--year Y] [--yes]`: reads and checks a file, prints the report and writes it when nothing is wrong.
 * At a terminal it asks first, unless `--yes`. When rows are wrong it writes nothing, leaves the workbook with the column of
 * errors beside the file and ends with 1.
 */
export async function run(args: string[]): Promise<number> {
  const [kind, path] = plainArguments(args, ['--year'])
  const year = option(args, '--year')
  if (
    !kind ||
    !path ||
    !importers.some((one) => one.kind === kind) ||
    (year !== undefined && !/^\d{4}$/.test(year))
  ) {
    console.error(usage())
    return 2
  }
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw problem(400, 'exchange.unreadable', { path, reason: error.code ?? '' })
  })
  const config = readConfig(process.env)
  const log = openLog('warn')
  const database = await openDatabase(config, 'command', log)
  try {
    const app = makeApp({ pool: database.pool, config, log })
    const api = app.clientFor(await app.commandLine())
    const checked = await api.exchange.check({
      kind,
      file: new File([bytes], basename(path)),
      ...(year === undefined ? {} : { year: Number(year) }),
    })
    say(`${vi.kinds[kind] ?? kind}: ${checked.fileName}. ${vi.sheet(checked)}`)
    for (const check of checked.checks) say(`  ${check.holds ? '✓' : '!'} ${check.sentence}`)
    if (checked.unknownColumns.length > 0) say(`  ${vi.unknownColumns({ titles: checked.unknownColumns })}`)
    await sayRows(api, checked.id)
    say(vi.counts(checked.counts))
    if (checked.counts.doubtful > 0) say(vi.doubtful({ rows: checked.counts.doubtful }))

    if (checked.counts.wrong > 0) {
      const marked = await api.exchange.errors({ runId: checked.id })
      const target = resolve(path, '..', `${basename(path, extname(path))}-loi.xlsx`)
      await writeFile(target, new Uint8Array(await marked.arrayBuffer()))
      await api.exchange.withdraw({ runId: checked.id })
      say(`${vi.problems['exchange.hasErrors']({ rows: checked.counts.wrong })}\n${target}`)
      return 1
    }
    if (checked.counts.add + checked.counts.change + checked.counts.drop === 0) {
      await api.exchange.withdraw({ runId: checked.id })
      say(vi.problems['exchange.nothingNew'])
      return 0
    }
    if (!args.includes('--yes') && process.stdin.isTTY && !(await agrees(checked.counts))) {
      await api.exchange.withdraw({ runId: checked.id })
      say(vi.state.withdrawn)
      return 1
    }
    const { counts } = await api.exchange.apply({ runId: checked.id })
    say(vi.writtenShort(counts))
    return 0
  } finally {
    await database.close()
  }
}

/** What a person must look at: wrong rows, doubtful ones, and what would change. All of it, not a first page. */
async function sayRows(
  api: Awaited<ReturnType<ReturnType<typeof makeApp>['clientFor']>>,
  runId: number,
): Promise<void> {
  for (let page = 1; ; page += 1) {
    const { rows } = await api.exchange.get({ runId, page, size: 100 })
    for (const row of rows) {
      if (row.problems.length === 0 && row.action !== 'change' && row.action !== 'drop') continue
      say(
        `  ${vi.row} ${row.action === 'drop' ? '–' : row.rowNumber} · ${vi.action[row.action]} · ${row.understood}`,
      )
      for (const one of row.problems)
        say(`      ${one.isError ? '✗' : '!'} ${one.column ? `${one.column}: ` : ''}${one.sentence}`)
      for (const change of row.changes) say(`      ${vi.becomes(change)}`)
    }
    // Rows with something to say come first; the rest of the file is as it should be.
    const last = rows.at(-1)
    if (
      rows.length < 100 ||
      (last?.problems.length === 0 && last.action !== 'change' && last.action !== 'drop')
    )
      return
  }
}

async function agrees(counts: { add: number; change: number; drop: number }): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`${vi.applyText(counts)} [c/K] `)
  terminal.close()
  return /^(c|co|có|y|yes)$/iu.test(answer.trim())
}

const usage = () => `./nhip import LOẠI TỆP [--year 2023] [--yes]
LOẠI / KIND: ${importers.map((one) => `${one.kind} (${vi.kinds[one.kind] ?? one.kind})`).join(', ')}`
