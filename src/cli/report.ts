import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type * as z from 'zod'
import { makeApp, openDatabase } from '../app.ts'
import { progressInput } from '../modules/reports/contract.ts'
import { vi } from '../modules/reports/words.vi.ts'
import { printNumber } from '../pure/share.ts'
import { readConfig } from '../server/config.ts'
import { openLog } from '../server/log.ts'
import { option } from './arguments.ts'
import { say } from './say.ts'

const formats = ['text', 'json', 'xlsx', 'docx'] as const

/**
 * `nhip report progress --year 2023 --format text|json|xlsx|docx [--rounding cut|half-up|sum-100] [--units then|today]
 * [--plan current|assigned] [--out FILE]`: a year's classes against its plan. JSON goes to standard output and nothing else
 * does; a workbook or letter goes to the file named, or to one named after the year.
 */
export async function run(args: string[]): Promise<number> {
  const format = formats.find((one) => one === (option(args, '--format') ?? 'text'))
  const input = progressInput.safeParse({
    year: Number(option(args, '--year')),
    ...optional(args, 'rounding'),
    ...optional(args, 'units'),
    ...optional(args, 'plan'),
  })
  if (args[0] !== 'progress' || !format || !input.success) {
    console.error(usage)
    return 2
  }
  const config = readConfig(process.env)
  const log = openLog('warn')
  const database = await openDatabase(config, 'command', log)
  try {
    const app = makeApp({ pool: database.pool, config, log })
    const api = app.clientFor(await app.commandLine())
    const out = option(args, '--out')
    if (format === 'xlsx' || format === 'docx') {
      const file = await (format === 'xlsx'
        ? api.reports.progressXlsx(input.data)
        : api.reports.progressDocx(input.data))
      const path = resolve(out ?? file.name)
      await writeFile(path, new Uint8Array(await file.arrayBuffer()))
      console.error(path)
      return 0
    }
    const report = await api.reports.progress(input.data)
    const text =
      format === 'json' ? `${JSON.stringify(summary(report), null, 2)}\n` : `${lines(report).join('\n')}\n`
    if (out) await writeFile(resolve(out), text)
    else say(text)
    return 0
  } finally {
    await database.close()
  }
}

const optional = (args: string[], name: string) => {
  const value = option(args, `--${name}`)
  return value === undefined ? {} : { [name]: value }
}

type Report = z.infer<typeof import('../modules/reports/contract.ts')['progress']>

/** What other programs read: the report without its breakdowns, which the API gives. */
const summary = (report: Report) => ({
  year: report.year,
  planned: { classes: report.planned.classes },
  held: { classes: report.held.classes, learners: report.held.learners },
  share: report.share,
  fraction: report.fraction,
  rounding: report.rounding,
  against: report.against,
  groups: report.groups.map(
    ({ group, name, planned, held, carriedOver, opened, openedByMode, learners }) => ({
      group,
      name,
      planned,
      held,
      carriedOver,
      opened,
      openedByMode,
      learners,
    }),
  ),
  beyond: { classes: report.beyond.classes, learners: report.beyond.learners },
})

function lines(report: Report): string[] {
  const { held, planned, share } = report
  const n = (value: number) => printNumber(value)
  return [
    vi.title({ year: report.year }),
    vi.lead({ held: held.classes, planned: planned.classes, learners: held.learners, share }),
    report.plan ? vi.plan[report.plan.state](report.plan) : vi.plan.none,
    '',
    ...report.groups.map((group) => {
      const opened = vi.modes(group.openedByMode)
      const parts = [
        group.carriedOver > 0 && `${n(group.carriedOver)} chuyển tiếp`,
        group.opened > 0 && `${n(group.opened)} khai giảng${opened === '–' ? '' : ` (${opened})`}`,
      ].filter(Boolean)
      return `  ${group.name}: ${n(group.held)}/${n(group.planned)} lớp${parts.length > 0 ? ` = ${parts.join(' + ')}` : ''}, ${n(group.learners)} lượt, ${group.share} %`
    }),
    '',
    vi.beyondLead(report.beyond) || vi.beyondNone,
    ...(report.coming > 0 ? [vi.coming({ classes: report.coming, on: report.on })] : []),
    vi.roundingNote[report.rounding],
    vi.learnersNote,
  ]
}

const usage = `./nhip report progress --year 2023 [--format text|json|xlsx|docx] [--rounding cut|half-up|sum-100] [--units then|today]
                       [--plan current|assigned] [--out FILE]`
