import { remind } from '../../src/modules/coordination/index.ts'
import { readConfig } from '../../src/server/config.ts'
import { openPool } from '../../src/server/db/pool.ts'
import { openJobs } from '../../src/server/jobs.ts'
import { openLog } from '../../src/server/log.ts'

// node tests/crash/remind.ts <address> <day>: one morning's reminders on a database, in a process that can be killed. The jobs are
// real; their mail goes nowhere.
const [address = '', day = ''] = process.argv.slice(2)
const pool = openPool({ connectionString: address }, 4)
const kinds = ['mail', 'coordination.mail'].map((name) => ({ name, run: async () => {} }))
const jobs = await openJobs(pool, { connectionString: address }, kinds, openLog('silent'))
const config = { ...readConfig({}), smtpUrl: 'smtp://localhost:2525' }
await remind({ pool, config, clock: { now: () => new Date(`${day}T00:30:00.000Z`) } }, jobs.jobsIn)
await jobs.stop()
await pool.end()
