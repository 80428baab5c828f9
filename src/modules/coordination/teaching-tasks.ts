import { sql } from 'kysely'
import { addDays, type Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import { needsOther } from '../teaching/index.ts'
import type { Task } from './store.ts'

type Asker = { accountId: number; rights: readonly string[]; today: Day }

/** How many lines of one kind the work list takes; what comes first is due first. */
const most = 20
/** How many days ahead a session without a lecturer is work. */
const daysAhead = 14

/**
 * What timetables ask of whom: of the training office invitations that nobody answered in time or that need somebody else, and
 * classes whose sessions of the next two weeks have no lecturer; of a lecturer the own invitations that wait for an answer.
 */
export async function teachingTasks(db: Db, asker: Asker): Promise<Task[]> {
  const may = (right: string) => asker.rights.includes(right)
  return [
    ...(may('teaching.edit') ? await invitationTasks(db, asker.today) : []),
    ...(may('teaching.edit') ? await sessionTasks(db, asker.today) : []),
    ...(may('teaching.answer') ? await ownTasks(db, asker) : []),
  ]
}

async function invitationTasks(db: Db, today: Day): Promise<Task[]> {
  const { rows } = await sql<{
    id: number
    kind: 'invitationLate' | 'invitationToReplace'
    title: string
    code: string
    lecturer: string
    since: string | null
    dueOn: Day
  }>`
    select i.id, i.title, c.code, l.name as lecturer, i.answered_at as since,
      case i.state when 'waiting' then 'invitationLate' else 'invitationToReplace' end as kind,
      case i.state when 'waiting' then i.deadline_on else (select min(s.on_day) from teaching_invitation_session x
        join class_session s on s.id = x.session_id where x.invitation_id = i.id and s.on_day >= ${today}::date) end as "dueOn"
    from teaching_invitation i join training_class c on c.id = i.class_id join lecturer l on l.id = i.lecturer_id
    where ${needsOther(today)}
    order by 7, i.id limit ${most}`.execute(db)
  return rows.map((row) => ({
    kind: row.kind,
    turn: 'mine',
    path: `/moi-giang/${row.id}`,
    since: row.since,
    dueOn: row.dueOn,
    forWhom: row.code,
    about: { title: row.title, name: row.lecturer },
  }))
}

/** Sessions for which somebody is asked, and may still answer, are in hand. */
async function sessionTasks(db: Db, today: Day): Promise<Task[]> {
  const { rows } = await sql<{ id: number; code: string; count: number; dueOn: Day }>`
    select c.id, c.code, count(*)::int as count, min(s.on_day) as "dueOn"
    from class_session s join training_class c on c.id = s.class_id
    where s.state = 'planned' and s.lecturer_id is null and s.on_day between ${today}::date and ${addDays(today, daysAhead)}::date
      and not exists (select from teaching_invitation_session x join teaching_invitation i on i.id = x.invitation_id
        where x.session_id = s.id and i.state = 'waiting' and i.deadline_on >= ${today}::date)
    group by c.id, c.code order by 4, c.code limit ${most}`.execute(db)
  return rows.map((row) => ({
    kind: 'sessionsWithoutLecturer',
    turn: 'mine',
    path: `/lop/${row.id}/lich-hoc`,
    since: null,
    dueOn: row.dueOn,
    forWhom: row.code,
    about: { name: row.code, count: row.count },
  }))
}

async function ownTasks(db: Db, { accountId, today }: Asker): Promise<Task[]> {
  const { rows } = await sql<{ id: number; code: string; title: string; since: string; dueOn: Day }>`
    select i.id, c.code, i.title, i.made_at as since, i.deadline_on as "dueOn"
    from teaching_invitation i join lecturer l on l.id = i.lecturer_id join training_class c on c.id = i.class_id
    where l.account_id = ${accountId} and i.state = 'waiting' and i.deadline_on >= ${today}::date
      and not exists (select from teaching_invitation f where f.follows_id = i.id)
    order by i.deadline_on, i.id limit ${most}`.execute(db)
  return rows.map((row) => ({
    kind: 'invitationWaiting',
    turn: 'mine',
    path: `/moi-giang/${row.id}`,
    since: row.since,
    dueOn: row.dueOn,
    forWhom: row.code,
    about: { title: row.title, name: row.code },
  }))
}
