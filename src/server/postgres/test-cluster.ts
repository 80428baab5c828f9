import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { binariesIn, type PostgresBinaries } from './binaries.ts'
import { takeLock } from './lock.ts'
import { endOrphan } from './orphan.ts'
import { type RunningPostgres, startPostgres } from './supervisor.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a server on which tests may make databases and roles: `inject('postgresUrl')`. */
    postgresUrl: string
  }
}

/** Faster, and nothing that a test could miss: a test's cluster never outlives its run. */
const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/**
 * Vitest's global set-up: one cluster for the whole run, or the server that DATABASE_URL names.
 * NHIP_TEST_POSTGRES names the folder of another PostgreSQL's programs, such as /usr/lib/postgresql/15/bin.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL
  if (given) {
    project.provide('postgresUrl', given)
    return async () => {}
  }
  const cluster = await startTestCluster(process.env.NHIP_TEST_POSTGRES)
  project.provide('postgresUrl', cluster.url)
  return cluster.stop
}

/** A cluster in a temporary folder that `stop` removes. `binDir`: another PostgreSQL than the packaged one. */
export async function startTestCluster(binDir?: string): Promise<Pick<RunningPostgres, 'url' | 'stop'>> {
  await removeLeftOver()
  const dataDir = await mkdtemp(join(tmpdir(), 'nhip-test-'))
  const binaries: { binaries?: PostgresBinaries } = binDir ? { binaries: await binariesIn(binDir) } : {}
  const remove = () => rm(dataDir, { recursive: true, force: true })
  try {
    const running = await startPostgres({ dataDir, settings: fast, ...binaries })
    return {
      url: running.url,
      async stop() {
        await running.stop()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Clusters of runs that were killed: their lock is free. */
async function removeLeftOver(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith('nhip-test-'))
  for (const name of names) {
    const folder = join(tmpdir(), name)
    // A young one may belong to a run that is about to take its lock.
    const made = await stat(folder).catch(() => undefined)
    if (!made || Date.now() - made.birthtimeMs < 60_000) continue
    const lock = await takeLock(join(folder, 'postgres'), 'command').catch(() => undefined)
    if (!lock) continue
    await endOrphan(join(folder, 'postgres', 'cluster'))
    await lock.release()
    await rm(folder, { recursive: true, force: true })
  }
}
