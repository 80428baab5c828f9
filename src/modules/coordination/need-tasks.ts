import { sql } from 'kysely'
import type { Day } from '../../pure/day.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { Task } from './store.ts'

type Asker = { rights: readonly string[]; scope: Scope; today: Day }

/**
 * What rounds of needs ask of whom: of a unit's people the form that is not answered or came back, of the head the one that
 * waits for confirmation, of the training office the rounds that close within two weeks while units have not answered.
 */
export async function needTasks(db: Db, asker: Asker): Promise<Task[]> {
  const { scope, today, rights } = asker
  if (scope.all) return rights.includes('needs.rounds') ? closingTasks(db, today) : []
  const { rows } = await sql<{
    id: number
    title: string
    state: string
    unitName: string
    closesOn: Day
    since: string | null
    reason: string | null
  }>`
    select a.id, r.title, a.state, unit_name_on(a.unit_id, r.closes_on) as "unitName", r.closes_on as "closesOn",
      case a.state when 'returned' then a.returned_at when 'submitted' then a.submitted_at else r.opened_at end as since,
      a.return_reason as reason
    from need_answer a join need_round r on r.id = a.round_id
    where r.state = 'open' and a.state <> 'confirmed' and a.unit_id = any (${[...scope.unitIds]}::bigint[])
    order by r.closes_on, a.id limit 20`.execute(db)
  const confirms = rights.includes('needs.confirm')
  return rows.flatMap((row): Task[] => {
    const common = {
      path: `/nhu-cau/phieu/${row.id}`,
      since: row.since,
      dueOn: row.closesOn,
      forWhom: row.unitName,
    }
    if (row.state === 'submitted')
      return [
        {
          ...common,
          kind: 'needsToConfirm',
          turn: confirms ? 'mine' : 'theirs',
          about: { title: row.title },
        },
      ]
    if (row.state === 'returned')
      return [
        {
          ...common,
          kind: 'needsReturned',
          turn: 'mine',
          about: { title: row.title, reason: row.reason ?? '' },
        },
      ]
    return [
      { ...common, kind: 'needsAsked', turn: confirms ? 'theirs' : 'mine', about: { title: row.title } },
    ]
  })
}

async function closingTasks(db: Db, today: Day): Promise<Task[]> {
  const { rows } = await sql<{
    id: number
    title: string
    closesOn: Day
    since: string | null
    count: number
  }>`
    select r.id, r.title, r.closes_on as "closesOn", r.opened_at as since, count(*)::int as count
    from need_round r join need_answer a on a.round_id = r.id and a.state not in ('submitted', 'confirmed')
    where r.state = 'open' and r.closes_on <= ${today}::date + 14
    group by r.id order by r.closes_on`.execute(db)
  return rows.map((row) => ({
    kind: 'needsClosing',
    turn: 'theirs',
    path: `/nhu-cau/${row.id}?state=notOpened`,
    since: row.since,
    dueOn: row.closesOn,
    forWhom: null,
    about: { title: row.title, count: row.count },
  }))
}
