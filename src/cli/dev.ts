import { createServer } from 'vite'
import { root, serve } from '../app.ts'
import { readConfig } from '../server/config.ts'
import { openLog } from '../server/log.ts'
import { say } from './say.ts'

/** `npm run dev`: pages are built as they are asked for; the server itself is restarted by whoever started it. */
export async function run(_args: string[]): Promise<number> {
  const config = readConfig(process.env)
  const vite = await createServer({ root, server: { middlewareMode: true }, appType: 'custom' })
  const served = await serve(config, openLog(config.logLevel), {
    loadPages: () => vite.ssrLoadModule('virtual:react-router/server-build') as never,
    middleware: vite.middlewares,
  })
  say(`Nhịp (dev): http://localhost:${served.port}`)
  await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
  await vite.close()
  await served.close()
  return 0
}
