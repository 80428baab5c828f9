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

/** Resolves at the first SIGINT or SIGTERM; a second one ends at once. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve()
        process.once(signal, () => process.exit(130))
      })
    }
  })
}
