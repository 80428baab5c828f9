import { readFile, writeFile } from 'node:fs/promises'
import * as z from 'zod'
import { makeApp, openDatabase } from '../app.ts'
import { problem } from '../pure/problem.ts'
import { readConfig } from '../server/config.ts'
import { openLog } from '../server/log.ts'
import { say } from './say.ts'

const headFile = z.object({ number: z.number().int(), hash: z.string(), sealedAt: z.string() })

/**
 * `nhip verify [--save FILE] [--against FILE]`: checks the chain of the record and names the first broken link. `--save`
 * writes the chain's head, to be kept elsewhere; `--against` checks that the chain still runs through a head kept earlier.
 */
export async function run(args: string[]): Promise<number> {
  const config = readConfig(process.env)
  const log = openLog('warn')
  const database = await openDatabase(config, 'command', log)
  try {
    const app = makeApp({ pool: database.pool, config, log })
    const api = app.clientFor(await app.commandLine())
    const { seals, lines, head, firstBreak } = await api.record.verify()
    if (firstBreak) {
      say(
        `Nhật ký bị đứt tại niêm phong số ${firstBreak.sealNumber ?? '?'}, dòng ${firstBreak.lineId ?? '–'}: ${firstBreak.fault}`,
      )
      say(
        `The record is broken at seal ${firstBreak.sealNumber ?? '?'}, line ${firstBreak.lineId ?? '–'}: ${firstBreak.fault}`,
      )
      return 1
    }
    say(
      `Nhật ký nguyên vẹn: ${seals} niêm phong, ${lines} dòng. Đầu chuỗi: ${head ? `${head.number} ${head.hash}` : '–'}`,
    )
    const save = option(args, '--save')
    if (save) await writeFile(save, `${JSON.stringify(head, null, 1)}\n`)
    const against = option(args, '--against')
    if (against) {
      const kept = headFile.safeParse(JSON.parse(await readFile(against, 'utf8')))
      if (!kept.success) throw problem(400, 'record.notAHead', { file: against })
      const { rows } = await database.pool.query<{ hash: string }>(
        `select encode(hash, 'hex') as hash from audit_seal where number = $1`,
        [kept.data.number],
      )
      if (rows[0]?.hash !== kept.data.hash) {
        say(`Chuỗi không còn đi qua đầu chuỗi đã lưu (niêm phong số ${kept.data.number}).`)
        say(`The chain no longer runs through the head that was kept (seal ${kept.data.number}).`)
        return 1
      }
      say(`Khớp với đầu chuỗi đã lưu: niêm phong số ${kept.data.number}.`)
    }
    return 0
  } finally {
    await database.close()
  }
}

/** The value after a name among arguments. */
const option = (args: string[], name: string): string | undefined => {
  const at = args.indexOf(name)
  return at < 0 ? undefined : args[at + 1]
}
