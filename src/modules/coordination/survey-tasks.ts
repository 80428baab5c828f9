import { sql } from 'kysely'
import { addDays, type Day } from '../../pure/day.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { Task } from './store.ts'

type Asker = { rights: readonly string[]; scope: Scope; today: Day }

/** How long before its last day a campaign with few answers is named, and how long a result is news: days. */
const warnsBefore = 3
const newsFor = 14

/**
 * What evaluations ask of whoever runs them: campaigns about to close with fewer than half of the answers expected, and results
 * of the last two weeks that have something to show; several of them are one line.
 */
export async function surveyTasks(db: Db, { scope, today, rights }: Asker): Promise<Task[]> {
  if (!scope.all || !rights.includes('surveys.edit')) return []
  const few = await sql<{ id: number; code: string; closesOn: Day; answers: number }>`
    select c.id, k.code, c.closes_on as "closesOn", coalesce(n.answers, 0) as answers
    from survey_campaign c join training_class k on k.id = c.class_id
      left join survey_counts(array(select o.id from survey_campaign o where o.closed_on is null
        and o.closes_on between ${today}::date and ${addDays(today, warnsBefore)}::date)) n on n.campaign_id = c.id
    where c.closed_on is null and c.opens_on <= ${today}::date
      and c.closes_on between ${today}::date and ${addDays(today, warnsBefore)}::date
      and coalesce(n.answers, 0) * 2 < c.expected
    order by c.closes_on, c.id limit 20`.execute(db)
  const fresh = await sql<{ id: number; code: string; total: number }>`
    select c.id, k.code, count(*) over ()::integer as total
    from survey_result r join survey_campaign c on c.id = r.campaign_id join training_class k on k.id = c.class_id
    where r.answers >= 5 and c.closed_on > ${addDays(today, -newsFor)}::date
    order by c.closed_on desc, c.id desc limit 1`.execute(db)
  const blank = { turn: 'mine', since: null, forWhom: null } as const
  return [
    ...few.rows.map((row) => ({
      ...blank,
      kind: 'surveyFewAnswers' as const,
      path: `/danh-gia/${row.id}`,
      dueOn: row.closesOn,
      about: { name: row.code, count: row.answers },
    })),
    ...fresh.rows.map((row) => ({
      ...blank,
      kind: 'surveyResults' as const,
      path: row.total === 1 ? `/danh-gia/${row.id}` : '/danh-gia',
      dueOn: null,
      about: { name: row.code, count: row.total },
    })),
  ]
}
