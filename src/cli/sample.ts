import { openDatabase, root } from '../app.ts'
import { problem } from '../pure/problem.ts'
import { emptyDatabase, stateOf } from '../sample/remove.ts'
import { readConfig } from '../server/config.ts'
import type { Pool } from '../server/db/pool.ts'
import { openLog } from '../server/log.ts'
import { say } from './say.ts'

/**
 * `nhip sample remove [--yes]`: takes away the sample school and everything that was entered beside it; the next visit sets up
 * a school of one's own. Refuses where the data are not the sample's, and while the server runs.
 */
export async function run(args: string[]): Promise<number> {
  if (args[0] !== 'remove') {
    say('nhip sample remove [--yes]')
    return 2
  }
  const config = readConfig(process.env)
  const database = await openDatabase(config, 'command', openLog('warn'))
  try {
    const { pool } = database
    if (await isServed(pool)) throw problem(409, 'sample.serverRuns')
    if ((await stateOf(pool)) !== 'sample') throw problem(409, 'sample.notSample')
    if (!args.includes('--yes')) {
      const { rows } = await pool.query<{ people: number; classes: number; others: number }>(`
        select (select count(*)::int from person) as people, (select count(*)::int from training_class) as classes,
          (select count(distinct account_id)::int from audit_line l where not exists (
            select from account a where a.id = l.account_id and a.email like '%@mau.nhip') and l.account_id > 1) as others`)
      const { people = 0, classes = 0, others = 0 } = rows[0] ?? {}
      say(
        `Sẽ xóa toàn bộ: ${people} cán bộ, ${classes} lớp, và mọi thứ mà ${others} tài khoản khác đã nhập thêm. Chạy lại với --yes để xóa.`,
      )
      say(
        `All of this will be removed: ${people} people, ${classes} classes, and whatever ${others} other accounts entered. Add --yes to remove.`,
      )
      return 1
    }
    await emptyDatabase(pool, root)
    say('Đã bỏ trường mẫu. Lần mở sau sẽ thiết lập trường của đồng chí (npm start -- --empty).')
    return 0
  } finally {
    await database.close()
  }
}

/** Is a server at work on this database? Its connections are older than this process. */
async function isServed(pool: Pool): Promise<boolean> {
  const born = new Date(Date.now() - process.uptime() * 1000).toISOString()
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and application_name = 'nhip' and backend_start < $1`,
    [born],
  )
  return (rows[0]?.n ?? 0) > 0
}
