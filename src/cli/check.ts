import { readFile } from 'node:fs/promises'
import {
  checkProfiles,
  modeWritten,
  ofPart,
  programmeWritten,
  sayVerdict,
} from '../modules/nominations/index.ts'
import { vi } from '../modules/nominations/words.vi.ts'
import { isDay, readVietnameseDay, todayIn } from '../pure/day.ts'
import { readConfig } from '../server/config.ts'
import { readSheets } from '../server/files/xlsx.ts'
import { option, plainArguments } from './arguments.ts'
import { say } from './say.ts'

const values = ['--on', '--format', '--programme', '--mode']

/**
 * `nhip check nominations FILE [--on DATE] [--programme P] [--mode M] [--format text|json]`: reads a list of short profiles and
 * says of each whether the rules of the sending date are met. Stores nothing and needs no database. 0 when the file was read,
 * 1 when it could not be, 2 when the command was not understood.
 */
export async function run(args: string[]): Promise<number> {
  const [what, path] = plainArguments(args, values)
  const format = option(args, '--format') ?? 'text'
  if (what !== 'nominations' || path === undefined || (format !== 'text' && format !== 'json')) {
    console.error(usage)
    return 2
  }
  const asked = option(args, '--on')
  const on = asked === undefined ? todayIn(readConfig(process.env).timeZone, new Date()) : dayOf(asked)
  const [programme, mode] = [option(args, '--programme'), option(args, '--mode')]
  const read = {
    programme: programme === undefined ? undefined : (programmeWritten(programme) ?? null),
    mode: mode === undefined ? undefined : (modeWritten(mode) ?? null),
  }
  if (on === null) return refuse(vi.check.day({ written: asked ?? '' }))
  if (read.programme === null) return refuse(vi.check.programme({ written: programme ?? '' }))
  if (read.mode === null) return refuse(vi.check.mode({ written: mode ?? '' }))
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) {
    console.error(vi.check.noFile({ path }))
    return 1
  }
  const checked = await checkProfiles(await readSheets(bytes), {
    on,
    programme: read.programme ?? undefined,
    mode: read.mode ?? undefined,
  })
  if (checked.length === 0) {
    console.error(vi.check.nobody)
    return 1
  }
  const people = checked.map(({ row, name, sentOn, judgement, unread, sameAsRow }) => ({
    row,
    name,
    sentOn,
    ruleSet: judgement.ruleSet,
    criteria: judgement.verdicts.map((verdict) => {
      const { evidence, source, todo } = sayVerdict(verdict, 'vi')
      return {
        criterion: verdict.criterion,
        part: ofPart(verdict.criterion),
        result: verdict.result,
        evidence,
        source,
        ...(todo && { missing: todo }),
      }
    }),
    overall: judgement.overall,
    ...(judgement.proposal && { proposal: judgement.proposal }),
    ...(sameAsRow !== null && { sameAsRow }),
    ...(unread.length > 0 && { unread }),
  }))
  if (format === 'json') say(JSON.stringify(people, null, 1))
  else
    say(
      people
        .map((one) =>
          [
            vi.check.person({ ...one, overall: vi.overalls[one.overall] }),
            ...(one.proposal ? [`  ${vi.proposal[one.proposal]}`] : []),
            ...(one.sameAsRow ? [`  ${vi.check.same({ row: one.sameAsRow })}`] : []),
            ...one.criteria
              .filter((criterion) => criterion.result !== 'met')
              .map(
                (criterion) =>
                  `  ${vi.criteria[criterion.criterion]}: ${vi.results[criterion.result]}. ${criterion.evidence} ${criterion.missing ?? ''} [${criterion.source}]`,
              ),
            ...(one.unread ?? []).map((cell) => `  ${vi.check.unread(cell)}`),
          ].join('\n'),
        )
        .join('\n'),
    )
  return 0
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 2
}

function dayOf(text: string): string | null {
  if (isDay(text)) return text
  const read = readVietnameseDay(text)
  return read.ok ? read.day : null
}

const usage = `./nhip check nominations TỆP [--on 2026-11-24] [--programme trung-cap|cao-cap] [--mode tap-trung|khong-tap-trung] [--format text|json]`
