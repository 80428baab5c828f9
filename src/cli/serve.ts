import { serve } from '../app.ts'
import { readConfig } from '../server/config.ts'
import { openLog } from '../server/log.ts'
import { say } from './say.ts'

/** `nhip serve [--empty]`: runs until SIGINT or SIGTERM. */
export async function run(_args: string[]): Promise<number> {
  const config = readConfig(process.env)
  const log = openLog(config.logLevel)
  const served = await serve(config, log)
  say(`Nhịp đang chạy tại http://localhost:${served.port}  (Ctrl-C để dừng)`)
  await stopAsked()
  await served.close()
  return 0
}

/** A terminal's Ctrl-C arrives twice where npm passes it on as well: only a later one is a second wish. */
const onePressMs = 1500

/** Resolves at the first SIGINT or SIGTERM; a second one, pressed anew, ends at once. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (asked === 0) asked = Date.now()
        else if (Date.now() - asked > onePressMs) process.exit(130)
        resolve()
      })
    }
  })
}
