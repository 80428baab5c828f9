import { sql } from 'kysely'
import type { Day } from '../../pure/day.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { Task } from './store.ts'

type Asker = { accountId: number; rights: readonly string[]; scope: Scope }

/** How many lines of one kind the work list takes; what comes first is due first. */
const most = 20

/**
 * What cases of learners ask of whom: of an owner the own cases; of the training office those that nobody has in hand; of a unit,
 * and of a learner, those that others see to: to know of, not to do.
 */
export async function caseTasks(db: Db, { accountId, rights, scope }: Asker): Promise<Task[]> {
  const manages = rights.includes('cases.manage')
  const reach = scope.all
    ? sql`false`
    : sql`(c.unit_id = any (${[...scope.unitIds]}::bigint[]) or (c.learner_sees and c.person_id = ${scope.personId}::bigint))`
  const { rows } = await sql<{
    id: number
    kind: 'caseMine' | 'caseUntaken' | 'caseElsewhere'
    title: string
    learner: string
    since: string
    dueOn: Day
  }>`
    select c.id, c.title, c.learner_name as learner, c.raised_at as since, c.due_on as "dueOn",
      case when c.owner_id = ${accountId} then 'caseMine' when ${manages} then 'caseUntaken' else 'caseElsewhere' end as kind
    from learner_case c
    where c.state in ('open', 'decided') and (c.owner_id = ${accountId} or (${manages} and c.owner_id is null)
      or (not ${manages} and not c.is_sensitive and ${reach}))
    order by c.due_on, c.id limit ${most}`.execute(db)
  return rows.map((row) => ({
    kind: row.kind,
    turn: row.kind === 'caseElsewhere' ? 'theirs' : 'mine',
    path: `/vu-viec/${row.id}`,
    since: row.since,
    dueOn: row.dueOn,
    forWhom: row.learner,
    about: { title: row.title, name: row.learner },
  }))
}
