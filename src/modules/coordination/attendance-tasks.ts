import { sql } from 'kysely'
import type { Day } from '../../pure/day.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { Task } from './store.ts'

type Asker = { rights: readonly string[]; scope: Scope; today: Day }

/** How many lines of one kind the work list takes. */
const most = 20

/**
 * What attendance asks of whom: of the office and of who looks after or speaks for a class the sessions that were held and are not
 * recorded; of those who decide the requests for leave and the recalls that wait.
 */
export async function attendanceTasks(db: Db, { rights, scope, today }: Asker): Promise<Task[]> {
  const ofClass = (column: string) =>
    scope.all
      ? sql`true`
      : sql`(${sql.ref(column)} = any ((select headed_classes())::bigint[]) or ${sql.ref(column)} = any ((select monitored_classes())::bigint[]))`
  const open = await sql<{ id: number; code: string; count: number; dueOn: Day }>`
    select c.id, c.code, count(*)::int as count, min(s.on_day) as "dueOn"
    from class_session s join training_class c on c.id = s.class_id
    where s.state not in ('cancelled', 'notTaught') and s.on_day < ${today}::date and s.on_day > ${today}::date - 60
      and ${ofClass('s.class_id')}
      and exists (select from enrolment e where e.class_id = s.class_id and e.enrolled_on <= s.on_day
        and (e.left_on is null or e.left_on > s.on_day)
        and not exists (select from attendance_mark m where m.session_id = s.id and m.enrolment_id = e.id))
    group by c.id, c.code order by 4, c.code limit ${most}`.execute(db)
  const asked = !rights.includes('attendance.decide')
    ? []
    : (
        await sql<{ id: number; code: string; name: string; since: string; dueOn: Day }>`
          select a.id, c.code, e.full_name as name, a.asked_at as since, a.from_on as "dueOn"
          from absence a join enrolment e on e.id = a.enrolment_id join training_class c on c.id = a.class_id
          where a.state = 'asked' and ${ofClass('a.class_id')} order by a.from_on, a.id limit ${most}`.execute(
          db,
        )
      ).rows
  return [
    ...open.rows.map((row) => ({
      kind: 'attendanceUnrecorded' as const,
      turn: 'mine' as const,
      path: `/lop/${row.id}/diem-danh?thang=${row.dueOn.slice(0, 7)}`,
      since: null,
      dueOn: row.dueOn,
      forWhom: row.code,
      about: { name: row.code, count: row.count },
    })),
    ...asked.map((row) => ({
      kind: 'absenceAsked' as const,
      turn: 'mine' as const,
      path: `/vang-mat?don=${row.id}`,
      since: row.since,
      dueOn: row.dueOn,
      forWhom: row.code,
      about: { name: row.name, title: row.code },
    })),
  ]
}
