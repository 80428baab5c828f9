import { sql } from 'kysely'
import type { Day } from '../../pure/day.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { Task } from './store.ts'

type Asker = { rights: readonly string[]; scope: Scope; today: Day }

/** How many lines of one kind the work list takes; what comes first is due first. */
const most = 20

/**
 * What field studies ask of whom: of a host's people the answer; of the training office the visits that a host declined, those
 * whose answer is late, and those that are over without a report.
 */
export async function visitTasks(db: Db, { scope, today, rights }: Asker): Promise<Task[]> {
  const mayAnswer = rights.includes('fieldStudies.answer')
  if (!mayAnswer) return []
  const { rows } = await sql<{
    id: number
    kind: 'visitAsked' | 'visitDeclined' | 'visitOwesReport'
    title: string
    code: string
    host: string
    since: string | null
    dueOn: Day | null
  }>`
    select s.id, s.title, c.code, h.name as host,
      case s.state when 'asked' then 'visitAsked' when 'declined' then 'visitDeclined' else 'visitOwesReport' end as kind,
      case s.state when 'asked' then s.asked_at when 'declined' then s.answered_at end as since,
      case s.state when 'asked' then s.answer_by when 'declined' then lower(s.during) else upper(s.during) + 13 end as "dueOn"
    from field_study s join study_host h on h.id = s.host_id join training_class c on c.id = s.class_id
    where ${
      scope.all
        ? sql`(s.state = 'declined' or (s.state = 'asked' and (h.unit_id is null or s.answer_by < ${today}::date))
            or (s.state in ('agreed', 'held') and s.report = '' and upper(s.during) <= ${today}::date
              and upper(s.during) > ${today}::date - 365))`
        : sql`(s.state = 'asked' and h.unit_id = any (${[...scope.unitIds]}::bigint[]))`
    }
    order by 7, s.id limit ${most}`.execute(db)
  return rows.map((row) => ({
    kind: row.kind,
    turn: 'mine',
    path: `/thuc-te/${row.id}`,
    since: row.since,
    dueOn: row.dueOn,
    forWhom: row.host,
    about: { title: row.title, name: row.code },
  }))
}
