import { sql } from 'kysely'
import type { Day } from '../../pure/day.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { Task } from './store.ts'

type Asker = { rights: readonly string[]; scope: Scope; today: Day }
type Row = { id: number; title: string; since: string | null; unit: string | null; reason: string | null }

/**
 * What the corps of guest lecturers asks of whom: of a unit what came back, of the school proposals, dossiers that are not
 * submitted, approvals that end soon, have ended or may no longer stand, of the committee what lies with it.
 */
export async function corpsTasks(db: Db, asker: Asker): Promise<Task[]> {
  const { scope, rights, today } = asker
  if (!scope.all) return returnedProposals(db, scope.unitIds)
  const reviews = rights.includes('corps.review')
  return [
    ...(reviews ? await sentProposals(db, today) : []),
    ...(rights.includes('corps.submit') || rights.includes('corps.decide')
      ? await dossierTasks(db, rights)
      : []),
    ...(reviews ? await approvalTasks(db, today) : []),
  ]
}

const blank = { since: null, dueOn: null, forWhom: null } as const
const proposalsPage = '/giang-vien/de-nghi'

async function returnedProposals(db: Db, unitIds: readonly number[]): Promise<Task[]> {
  const { rows } = await sql<Row>`select p.id, p.name as title, p.answered_at as since, p.answer as reason
    from lecturer_proposal p where p.state = 'returned' and p.unit_id = any (${[...unitIds]}::bigint[])
    order by p.answered_at limit 20`.execute(db)
  return rows.map((row) => ({
    ...blank,
    kind: 'guestReturned',
    turn: 'mine',
    path: `${proposalsPage}/${row.id}`,
    since: row.since,
    about: { name: row.title, reason: row.reason ?? '' },
  }))
}

async function sentProposals(db: Db, today: Day): Promise<Task[]> {
  const { rows } =
    await sql<Row>`select p.id, p.name as title, p.sent_at as since, unit_name_on(p.unit_id, ${today}::date) as unit
    from lecturer_proposal p where p.state = 'sent' order by p.sent_at limit 20`.execute(db)
  return rows.map((row) => ({
    ...blank,
    kind: 'guestProposed',
    turn: 'mine',
    path: `${proposalsPage}/${row.id}`,
    since: row.since,
    forWhom: row.unit,
    about: { name: row.title },
  }))
}

async function dossierTasks(db: Db, rights: readonly string[]): Promise<Task[]> {
  const decides = rights.includes('corps.decide')
  const writes = rights.includes('corps.submit')
  const { rows } = await sql<Row & { state: 'draft' | 'submitted' | 'returned'; count: number }>`
    select d.id, d.title, coalesce(d.decided_at, d.submitted_at, d.made_at) as since, d.state, d.return_reason as reason,
      (select count(*)::int from lecturer_approval a where a.dossier_id = d.id) as count
    from lecturer_dossier d where d.state <> 'decided' order by d.id limit 20`.execute(db)
  return rows.flatMap((row): Task[] => {
    const common = { ...blank, path: `/giang-vien/ho-so/${row.id}`, since: row.since }
    const about = { title: row.title, count: row.count }
    if (row.state === 'submitted')
      return [{ ...common, kind: 'dossierSubmitted', turn: decides ? 'mine' : 'theirs', about }]
    if (!writes) return []
    return row.state === 'returned'
      ? [{ ...common, kind: 'dossierReturned', turn: 'mine', about: { ...about, reason: row.reason ?? '' } }]
      : [{ ...common, kind: 'dossierDraft', turn: 'mine', about }]
  })
}

/** What is already in an open dossier is on its way, and asked no more. */
async function approvalTasks(db: Db, today: Day): Promise<Task[]> {
  const { rows } = await sql<{ ending: number; lastOn: Day | null; ended: number; asked: number }>`
    with of_guests as (
      select s.approval, s.approved_until from lecturer_standing(${today}::date) s join lecturer l on l.id = s.lecturer_id
      where s.needs_approval and not s.is_proposed and daterange(l.from_on, l.until_on) @> ${today}::date
    )
    select count(*) filter (where approval = 'expiring')::int as ending,
      min(approved_until) filter (where approval = 'expiring') - 1 as "lastOn",
      count(*) filter (where approval = 'expired')::int as ended,
      (select count(distinct q.approval_id)::int from lecturer_questions(${today}::date) q) as asked
    from of_guests`.execute(db)
  const { ending = 0, lastOn = null, ended = 0, asked = 0 } = rows[0] ?? {}
  const task = (kind: Task['kind'], count: number, path: string, dueOn: Day | null): Task[] =>
    count === 0 ? [] : [{ ...blank, kind, turn: 'mine', path, dueOn, about: { count } }]
  return [
    ...task('approvalsAsked', asked, '/giang-vien/xem-lai', null),
    ...task('approvalsEnding', ending, '/giang-vien?approval=expiring', lastOn),
    ...task('approvalsEnded', ended, '/giang-vien?approval=expired', null),
  ]
}
