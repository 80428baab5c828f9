import { parseArgs } from 'node:util'
import { type App, root, serve } from '../app.ts'
import { sampleAccounts, samplePassword } from '../sample/accounts.ts'
import { loadSample } from '../sample/load.ts'
import { emptyDatabase, stateOf } from '../sample/remove.ts'
import { readConfig } from '../server/config.ts'
import { openLog } from '../server/log.ts'
import { say } from './say.ts'

/** `nhip serve [--empty]`: runs until SIGINT or SIGTERM. The first start loads the sample school, unless `--empty`. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { empty: { type: 'boolean', default: false } } })
  const config = readConfig(process.env)
  const log = openLog(config.logLevel)
  const served = await serve(config, log, { prepare: (app) => prepare(app, values.empty) })
  say(`Nhịp đang chạy tại http://localhost:${served.port}  (Ctrl-C để dừng)`)
  if ((await stateOf(served.app.house.pool)) === 'sample') sayAccounts()
  await stopAsked()
  await served.close()
  return 0
}

async function prepare(app: App, isEmptyWanted: boolean): Promise<void> {
  const { pool } = app.house
  const state = await stateOf(pool)
  if (state === 'cutOff') await emptyDatabase(pool, root)
  if (isEmptyWanted || state === 'sample' || state === 'school') return
  const began = performance.now()
  say('Lần chạy đầu tiên: đang nạp trường mẫu (dữ liệu hư cấu) …')
  await loadSample(app)
  say(
    `Đã nạp trường mẫu trong ${((performance.now() - began) / 1000).toFixed(1)} giây. Bỏ trường mẫu: ./nhip sample remove`,
  )
}

function sayAccounts(): void {
  say(`Tài khoản mẫu (mật khẩu chung: ${samplePassword}):`)
  for (const { role, email } of sampleAccounts) say(`  ${email.padEnd(26)} ${role}`)
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
