import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Api } from '../../src/api.ts'
import { makeApp, root } from '../../src/app.ts'
import { actorOfAccount, addAccount, addGrant, setSchool } from '../../src/modules/access/index.ts'
import { readConfig } from '../../src/server/config.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { openPool, type Pool } from '../../src/server/db/pool.ts'
import { inTransaction } from '../../src/server/db/transaction.ts'
import { openLog } from '../../src/server/log.ts'
import { startTestCluster } from '../../src/server/postgres/test-cluster.ts'

const today = '2026-11-24'

export const benchPassword = 'mot-cau-de-do'

/** An empty school on a database of its own, for measuring: the contract in process, without HTTP. */
export async function aBenchHouse(): Promise<{
  pool: Pool
  /** The database's address, for a server of its own. */
  url: string
  /** Somebody with this role, who signs in with `benchPassword`. */
  account(role: string, unitId?: number): Promise<{ accountId: number; email: string }>
  /** The contract for somebody with this role. */
  as(role: string, unitId?: number): Promise<Api>
  close(): Promise<void>
}> {
  const cluster = await startTestCluster()
  const pool = openPool({ connectionString: cluster.url }, 8)
  await migrate(pool, join(root, 'db/migrations'))
  const clock = { now: () => new Date(`${today}T05:00:00.000Z`) }
  const app = makeApp({ pool, config: readConfig({}), log: openLog('silent'), clock })
  const system = {
    accountId: 1,
    personId: null,
    units: 'all',
    procedure: 'bench',
    requestId: 'bench',
  } as const
  const inside = <T>(work: Parameters<typeof inTransaction<T>>[3]) =>
    inTransaction(pool, system, { readOnly: false, timeoutMs: 60_000 }, work)
  await inside((db) => setSchool(db, { schoolName: 'Trường đo tốc độ', provinceName: '', isSample: true }))
  const account = (role: string, unitId?: number) =>
    inside(async (db) => {
      const email = `${randomUUID()}@thu.vn`
      const accountId = await addAccount({ db, actor: null }, { name: role, email, password: benchPassword })
      await addGrant(db, {
        accountId,
        role,
        unitId: unitId ?? null,
        fromOn: '2020-01-01',
        untilOn: null,
        grantedBy: null,
      })
      return { accountId, email }
    })
  return {
    pool,
    url: cluster.url,
    account,
    as: async (role, unitId) => {
      const { accountId } = await account(role, unitId)
      return app.clientFor(app.visitorOf(await actorOfAccount(pool, accountId, today)))
    },
    close: async () => {
      await pool.end()
      await cluster.stop()
    },
  }
}
