import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { approvalState, travel } from './contract/profile.ts'

/** What one lecturer is good for on a day: for invitations, timetables, plans. */
type LecturerOnDay = {
  lecturerId: number
  name: string
  isGuest: boolean
  /** In service on that day. */
  isHere: boolean
  /** The absence that holds that day; null: none. */
  absence: { fromOn: Day; lastOn: Day; reason: string } | null
  needsApproval: boolean
  /** As it stands on that day: `expired`, `proposed` and `none` mean that the lecturer is not approved then. */
  approval: z.infer<typeof approvalState>
  /** The last day of the approval that holds, or of the last one that held. */
  approvedLastOn: Day | null
  /** Somebody must say whether the approval still stands (post, person or unit has changed). */
  isAsked: boolean
  fields: string[]
  /** Topics by lineage; none: as the fields say. */
  lineageIds: number[]
  travel: z.infer<typeof travel>
  travelKm: number | null
  travelUnitIds: number[]
  weeklyHours: number
  /** Null: no limit besides that of the week. */
  monthlyHours: number | null
  accountId: number | null
  hasEmail: boolean
}

/** The lecturers as they are on a day: those of these ids, or everybody. One query. */
export async function lecturersOnDay(
  db: Db,
  day: Day,
  lecturerIds?: readonly number[],
): Promise<LecturerOnDay[]> {
  const { rows } = await sql<LecturerOnDay>`
    with asked as materialized (select distinct lecturer_id from lecturer_questions(${day}::date))
    select l.id as "lecturerId", l.name, l.is_guest as "isGuest", daterange(l.from_on, l.until_on) @> ${day}::date as "isHere",
      (select json_build_object('fromOn', lower(a.during), 'lastOn', upper(a.during) - 1, 'reason', a.reason)
        from lecturer_absence a where a.lecturer_id = l.id and a.during @> ${day}::date) as absence,
      s.needs_approval as "needsApproval", s.approval, s.approved_until - 1 as "approvedLastOn",
      exists (select from asked q where q.lecturer_id = l.id) as "isAsked",
      array(select f.field_code from lecturer_field f where f.lecturer_id = l.id order by 1) as fields,
      coalesce((select json_agg(t.lineage_id order by t.lineage_id) from lecturer_topic t where t.lecturer_id = l.id), '[]') as "lineageIds",
      l.travel, l.travel_km as "travelKm",
      coalesce((select json_agg(v.unit_id order by v.unit_id) from lecturer_travel_unit v where v.lecturer_id = l.id), '[]') as "travelUnitIds",
      l.weekly_hours as "weeklyHours", l.monthly_hours as "monthlyHours", l.account_id as "accountId",
      exists (select from lecturer_contact k where k.lecturer_id = l.id and k.email_mask is not null) as "hasEmail"
    from lecturer l join lecturer_standing(${day}::date) s on s.lecturer_id = l.id
    where ${lecturerIds === undefined ? sql`true` : sql`l.id = any (${[...lecturerIds]}::bigint[])`}
    order by l.sort_key, l.id`.execute(db)
  return rows
}

/** Whether an invitation of a guest without a valid approval is warned of, or refused (the school's own setting). */
export async function withoutApproval(db: Db): Promise<'warn' | 'refuse'> {
  const row = await db.selectFrom('corps_setting').select('without_approval').executeTakeFirstOrThrow()
  return row.without_approval as 'warn' | 'refuse'
}
