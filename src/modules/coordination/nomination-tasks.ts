import { sql } from 'kysely'
import type { Day } from '../../pure/day.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { Task } from './store.ts'

type Asker = { rights: readonly string[]; scope: Scope; today: Day }
type Row = {
  id: number
  code: string
  dueOn: Day
  since: string | null
  count: number
  kind: Task['kind']
  unit: string | null
}

/**
 * What admission asks of whom: of a unit the seats that have no names yet, by the deadline, and what came back; of its head the
 * drafts to sign; of the training office what was sent; of the Organisation Committee what has no opinion yet.
 */
export async function nominationTasks(db: Db, { scope, today, rights }: Asker): Promise<Task[]> {
  const ofUnit = scope.all
    ? sql`false`
    : sql`u.unit_id = any (${scope.all ? [] : [...scope.unitIds]}::bigint[])`
  const isOpen = sql`n.state = 'issued'`
  const named = (state: string) =>
    sql`(select count(*)::int from nomination m where m.notice_id = n.id and m.state = ${state} and (${scope.all} or m.unit_id = u.unit_id))`
  const units = scope.all
    ? []
    : (
        await sql<Omit<Row, 'kind' | 'count'> & { open: number; drafts: number; returned: number }>`
    select n.id, c.code, n.deadline_on as "dueOn", n.issued_at as since, unit_name_on(u.unit_id, ${today}::date) as unit,
      u.seats - (select count(*)::int from nomination m where m.notice_id = n.id and m.unit_id = u.unit_id and m.state not in ('refused', 'withdrawn')) as open,
      ${named('draft')} as drafts, ${named('returned')} as returned
    from admission_notice n join training_class c on c.id = n.class_id join admission_quota u on u.notice_id = n.id
    where ${isOpen} and ${ofUnit} order by n.deadline_on, n.id limit 20`.execute(db)
      ).rows
  const signs = rights.includes('nominations.sign')
  const found: Row[] = units.flatMap((row): Row[] => [
    ...(row.open > 0 && row.dueOn >= today
      ? [{ ...row, kind: 'nominationsAsked' as const, count: row.open }]
      : []),
    ...(row.drafts > 0 ? [{ ...row, kind: 'nominationsToSign' as const, count: row.drafts }] : []),
    ...(row.returned > 0 ? [{ ...row, kind: 'nominationsReturned' as const, count: row.returned }] : []),
  ])
  if (scope.all && (rights.includes('nominations.review') || rights.includes('nominations.opinion'))) {
    const reviews = rights.includes('nominations.review')
    const { rows } = await sql<Omit<Row, 'kind' | 'unit'>>`
      select n.id, c.code, n.sends_on as "dueOn", min(m.signed_at) as since, count(*)::int as count
      from admission_notice n join training_class c on c.id = n.class_id join nomination m on m.notice_id = n.id
      where ${isOpen} and ${reviews ? sql`m.state = 'submitted'` : sql`m.state in ('submitted', 'checked', 'waiting') and m.opinion is null`}
      group by n.id, c.code order by n.sends_on, n.id limit 20`.execute(db)
    found.push(
      ...rows.map(
        (row): Row => ({
          ...row,
          unit: null,
          kind: reviews ? 'nominationsToCheck' : 'nominationsForOpinion',
        }),
      ),
    )
  }
  return found.map(({ kind, id, code, dueOn, since, count, unit }) => ({
    kind,
    turn: kind === 'nominationsToSign' && !signs ? 'theirs' : 'mine',
    path: `/chieu-sinh/${id}${kind === 'nominationsReturned' ? '?state=returned' : kind === 'nominationsToSign' ? '?state=draft' : kind === 'nominationsToCheck' ? '?state=submitted' : ''}`,
    since,
    dueOn,
    forWhom: unit,
    about: { name: code, count },
  }))
}
