import { parseArgs } from 'node:util'
import { makeApp, openDatabase } from '../app.ts'
import type { newAccountInput } from '../modules/access/contract.ts'
import { readConfig } from '../server/config.ts'
import { openLog } from '../server/log.ts'
import { say } from './say.ts'

/** `nhip user add --email E --name N --role R [--unit ID]`: makes an account and prints the link to set its password. */
export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      unit: { type: 'string' },
    },
  })
  if (positionals[0] !== 'add') {
    say('nhip user add --email E --name N --role R [--unit ID]')
    return 2
  }
  const config = readConfig(process.env)
  const log = openLog('warn')
  const database = await openDatabase(config, 'command', log)
  try {
    const app = makeApp({ pool: database.pool, config, log })
    const api = app.clientFor(await app.commandLine())
    const input = { ...values, unitId: values.unit === undefined ? undefined : Number(values.unit) }
    const { invitationPath } = await api.access.makeAccount(
      input as unknown as typeof newAccountInput._zod.input,
    )
    say(`${config.origin ?? `http://localhost:${config.port}`}${invitationPath}`)
    return 0
  } finally {
    await database.close()
  }
}
