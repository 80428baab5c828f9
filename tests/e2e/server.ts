import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = resolve(import.meta.dirname, '../..')

/**
 * Starts Nhịp as a school would for the first time: empty data folder, embedded database, sample school. With
 * `DATABASE_URL` set it is left out: the browser tests always stand on a data folder of their own.
 */
export async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nhip-e2e-'))
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NHIP_DATA: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'warn',
  }
  const child = spawn(process.execPath, ['src/main.ts', 'serve'], {
    cwd: root,
    env: { ...env, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said = (said + chunk).slice(-8000)
    })
  }
  const url = `http://localhost:${port}`
  for (let waited = 0; waited < 3000; waited++) {
    if (child.exitCode !== null) throw new Error(`the server did not start:\n${said}`)
    if ((await fetch(`${url}/healthz`).catch(() => null))?.ok) {
      return {
        url,
        stop: async () => {
          child.kill('SIGTERM')
          if (child.exitCode === null) await new Promise((done) => child.once('exit', done))
          await rm(dataDir, { recursive: true, force: true })
        },
      }
    }
    await sleep(100)
  }
  child.kill('SIGKILL')
  throw new Error(`the server never answered:\n${said}`)
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}
