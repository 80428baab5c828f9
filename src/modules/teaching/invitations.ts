import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Db } from '../../server/db/transaction.ts'
import type {
  answerInput,
  invitation,
  invitationDetail,
  invitationsInput,
  publicSheet,
  substitute,
} from './contract.ts'

export type Invitation = z.infer<typeof invitation>
type ListInput = z.infer<typeof invitationsInput>
type Detail = Omit<z.infer<typeof invitationDetail>, 'can' | 'planned' | 'clash'> & {
  clash: ({ why: string } & Record<string, unknown>) | null
}

/** Somebody else stands in for it already. */
const isFollowed = sql`exists (select from teaching_invitation f where f.follows_id = i.id)`
const isLate = (today: Day) => sql`(i.state = 'waiting' and i.deadline_on < ${today}::date)`
/** Answered with no, or not at all: somebody else is to be found, as long as the sessions are to come and have nobody. */
export const needsOther = (
  today: Day,
) => sql`((i.state in ('declined', 'otherDates', 'substitute', 'overtaken') or ${isLate(today)})
  and not ${isFollowed} and i.id in (select x.invitation_id from teaching_invitation_session x join class_session s on s.id = x.session_id
    where s.state = 'planned' and s.lecturer_id is null and s.on_day >= ${today}::date))`

const columns = (today: Day) => sql`
  i.id, i.class_id as "classId", c.code as "classCode", c.name as "className", i.lecturer_id as "lecturerId", l.name as lecturer, l.is_guest as "isGuest",
  i.title, i.state, ${isLate(today)} as "isLate", ${isFollowed} as "isFollowed", h.first as "firstOn", h.last as "lastOn", h.sessions, h.hours,
  i.deadline_on as "deadlineOn", i.sent_on as "sentOn", i.invites_next as "invitesNext", i.version`

const tables = sql`teaching_invitation i join training_class c on c.id = i.class_id join lecturer l on l.id = i.lecturer_id
  cross join lateral (select min(s.on_day) as first, max(s.on_day) as last, count(*)::int as sessions, coalesce(sum(s.hours), 0)::int as hours
    from teaching_invitation_session x join class_session s on s.id = x.session_id where x.invitation_id = i.id) h`

function chosen(input: ListInput, today: Day): RawBuilder<unknown> {
  const when = [sql`true`]
  if (input.view === 'waiting')
    when.push(sql`i.state = 'waiting' and i.deadline_on >= ${today}::date and not ${isFollowed}`)
  if (input.view === 'late') when.push(sql`${isLate(today)} and not ${isFollowed}`)
  if (input.view === 'toReplace') when.push(needsOther(today))
  if (input.view === 'accepted') when.push(sql`i.state = 'accepted'`)
  if (input.view === 'open')
    when.push(
      sql`((i.state = 'waiting' and i.deadline_on >= ${today}::date and not ${isFollowed}) or ${needsOther(today)})`,
    )
  if (input.classId !== undefined) when.push(sql`i.class_id = ${input.classId}`)
  if (input.lecturerId !== undefined) when.push(sql`i.lecturer_id = ${input.lecturerId}`)
  if (input.q) {
    const key = `%${searchKey(input.q)}%`
    when.push(sql`(c.search_key like ${key} or l.search_key like ${key})`)
  }
  return sql.join(when, sql` and `)
}

const orders = {
  deadlineOn: sql`i.deadline_on`,
  sentOn: sql`i.sent_on`,
  lecturer: sql`l.sort_key`,
  class: sql`c.code collate "C"`,
}

const ordered = (input: ListInput) =>
  sql`order by ${orders[input.sort]} ${input.desc ? sql`desc` : sql`asc`}, i.id desc`

/** A page of the invitations that the filter leaves. */
export async function listed(
  db: Db,
  input: ListInput,
  today: Day,
): Promise<{ rows: Invitation[]; total: number }> {
  // The page is chosen first: what belongs to each row is looked up for the rows of the page only.
  const found = sql`from teaching_invitation i join training_class c on c.id = i.class_id join lecturer l on l.id = i.lecturer_id
    where ${chosen(input, today)}`
  const { rows } = await sql<Invitation>`
    with page as materialized (select i.id ${found} ${ordered(input)} limit ${input.size} offset ${(input.page - 1) * input.size})
    select ${columns(today)} from ${tables} where i.id in (select id from page) ${ordered(input)}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** All of the list, for the workbook. */
export async function allListed(db: Db, input: ListInput, today: Day): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${columns(today)} from ${tables} where ${chosen(input, today)} ${ordered(input)} limit 20000`.execute(
    db,
  )
  return rows
}

/** What waits for a lecturer's own answer, and what was answered for days to come. */
export async function ofLecturer(db: Db, lecturerId: number, today: Day): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${columns(today)} from ${tables}
    where i.lecturer_id = ${lecturerId} and i.state <> 'withdrawn' and (h.last is null or h.last >= ${today}::date)
    order by i.state = 'waiting' desc, i.deadline_on, i.id limit 100`.execute(db)
  return rows
}

export async function invitationById(db: Db, invitationId: number, today: Day): Promise<Detail | undefined> {
  const { rows } = await sql<Detail>`
    select ${columns(today)}, i.message, i.reason, i.proposed_dates as "proposedDates", i.substitute_name as "substituteName",
      i.substitute_post as "substitutePost", i.substitute_phone as "substitutePhone", i.clash, i.answered_at as "answeredAt",
      i.answered_by as "answeredBy", i.reminded_on as "remindedOn", i.is_mailed as "isMailed", i.follows_id as "followsId",
      (select f.id from teaching_invitation f where f.follows_id = i.id) as "followedById",
      (select count(*)::int from teaching_link t where t.invitation_id = i.id and not t.is_withdrawn) as links,
      exists (select from lecturer_contact k where k.lecturer_id = i.lecturer_id and k.email_mask is not null) as "hasEmail"
    from ${tables} where i.id = ${invitationId}`.execute(db)
  return rows[0]
}

export type NewInvitation = {
  classId: number
  lecturerId: number
  sessionIds: readonly number[]
  title: string
  deadlineOn: Day
  sentOn: Day
  message: string
  invitesNext: boolean
  followsId: number | null
  madeBy: number | null
}

export async function addInvitation(db: Db, input: NewInvitation): Promise<number> {
  const { id } = await db
    .insertInto('teaching_invitation')
    .values({
      class_id: input.classId,
      lecturer_id: input.lecturerId,
      title: input.title,
      deadline_on: input.deadlineOn,
      sent_on: input.sentOn,
      message: input.message,
      invites_next: input.invitesNext,
      follows_id: input.followsId,
      made_by: input.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('teaching_invitation_session')
    .values([...new Set(input.sessionIds)].map((session_id) => ({ invitation_id: id, session_id })))
    .execute()
  return id
}

export const addLink = (db: Db, invitationId: number, hash: Buffer): Promise<unknown> =>
  db.insertInto('teaching_link').values({ hash, invitation_id: invitationId }).execute()

/** Withdraws an invitation with its links and frees what it had taken. */
export async function withdraw(
  db: Db,
  invitationId: number,
  version: number,
  reason: string,
): Promise<boolean> {
  const row = await db
    .updateTable('teaching_invitation')
    .set((eb) => ({ state: 'withdrawn', reason, version: eb('version', '+', 1) }))
    .where('id', '=', invitationId)
    .where('version', '=', version)
    .where('state', '<>', 'withdrawn')
    .returning(['lecturer_id as lecturerId'])
    .executeTakeFirst()
  if (!row) return false
  await db
    .updateTable('teaching_link')
    .set({ is_withdrawn: true })
    .where('invitation_id', '=', invitationId)
    .where('is_withdrawn', '=', false)
    .execute()
  await db
    .updateTable('class_session')
    .set((eb) => ({ lecturer_id: null, version: eb('version', '+', 1) }))
    .where('state', '=', 'planned')
    .where('lecturer_id', '=', row.lecturerId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('teaching_invitation_session')
        .select('session_id')
        .where('invitation_id', '=', invitationId),
    )
    .execute()
  return true
}

export async function setNext(
  db: Db,
  invitationId: number,
  version: number,
  invitesNext: boolean,
): Promise<boolean> {
  const row = await db
    .updateTable('teaching_invitation')
    .set((eb) => ({ invites_next: invitesNext, version: eb('version', '+', 1) }))
    .where('id', '=', invitationId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function sheetBehind(
  db: Db,
  hash: Buffer,
  today: Day,
): Promise<z.infer<typeof publicSheet> | null> {
  const { rows } = await sql<{ sheet: z.infer<typeof publicSheet> | null }>`
    select teaching_sheet(${hash}, ${today}::date) as sheet`.execute(db)
  return rows[0]?.sheet ?? null
}

/** Takes an answer and tells where the invitation stands then; null where there is none. */
export async function putAnswer(
  db: Db,
  which: { hash: Buffer } | { id: number },
  by: 'link' | 'account' | 'office',
  today: Day,
  answer: z.infer<typeof answerInput>,
): Promise<string | null> {
  const [hash, id] = 'hash' in which ? [which.hash, null] : [null, which.id]
  const { rows } = await sql<{ state: string | null }>`
    select teaching_answer(${hash}::bytea, ${id}::bigint, ${by}, ${today}::date, ${JSON.stringify(answer)}::jsonb) as state`.execute(
    db,
  )
  return rows[0]?.state ?? null
}

/** Invitations whose reminder is due: they wait, their deadline is near, nobody was reminded yet. */
export async function dueReminders(
  db: Db,
  today: Day,
  limit: number,
): Promise<{ id: number; lecturerId: number }[]> {
  const { rows } = await sql<{ id: number; lecturerId: number }>`
    select i.id, i.lecturer_id as "lecturerId" from teaching_invitation i, teaching_setting t
    where i.state = 'waiting' and i.reminded_on is null and i.deadline_on >= ${today}::date and i.deadline_on - t.remind_days <= ${today}::date
      and i.sent_on < ${today}::date and not ${isFollowed}
    order by i.id limit ${limit} for update of i skip locked`.execute(db)
  return rows
}

export const markReminded = (db: Db, ids: readonly number[], today: Day): Promise<unknown> =>
  db
    .updateTable('teaching_invitation')
    .set({ reminded_on: today })
    .where('id', 'in', [...ids])
    .execute()

export const markMailed = (db: Db, invitationId: number): Promise<unknown> =>
  db.updateTable('teaching_invitation').set({ is_mailed: true }).where('id', '=', invitationId).execute()

/** Invitations after which the next is invited by itself: declined, overtaken or not answered in time. Not those that propose something. */
export async function dueNext(db: Db, today: Day, after: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select i.id from teaching_invitation i
    where i.id > ${after} and i.invites_next and i.state in ('waiting', 'declined', 'overtaken') and ${needsOther(today)}
    order by i.id limit 20`.execute(db)
  return rows.map((row) => row.id)
}

type Facts = Omit<z.infer<typeof substitute>, 'isSuitable'>

/**
 * Everybody in service on the days of these sessions, with the value of each criterion; by name. Hours are what the week and the
 * month would hold with these sessions.
 */
export async function substituteFacts(
  db: Db,
  sessionIds: readonly number[],
  onlyId: number | null = null,
): Promise<Facts[]> {
  const { rows } = await sql<Facts>`
    with wanted as materialized (
      select s.id, s.class_id, s.on_day, s.part, s.hours, s.lecturer_id, i.lineage_id, i.field_code
      from class_session s left join curriculum_item i on i.id = s.item_id where s.id = any (${[...sessionIds]}::bigint[])
    ), place as (
      select c.id, c.host_unit_id from training_class c where c.id = (select min(class_id) from wanted)
    ), week as (
      select date_trunc('week', on_day)::date as monday, sum(hours)::int as hours from wanted group by 1
    ), month as (
      select date_trunc('month', on_day)::date as first, sum(hours)::int as hours from wanted group by 1
    ), week_load as (
      select w.lecturer_id, max(w.held + w.more) as hours from (
        select s.lecturer_id, k.monday, sum(s.hours)::int as held, max(k.hours) as more
        from week k join class_session s on s.on_day >= k.monday and s.on_day < k.monday + 7
        where s.lecturer_id is not null and ${sql`s.state not in ('cancelled', 'notTaught')`} and s.id not in (select id from wanted) group by 1, 2) w
      group by 1
    ), month_load as (
      select w.lecturer_id, max(w.held + w.more) as hours from (
        select s.lecturer_id, k.first, sum(s.hours)::int as held, max(k.hours) as more
        from month k join class_session s on s.on_day >= k.first and s.on_day < k.first + interval '1 month'
        where s.lecturer_id is not null and ${sql`s.state not in ('cancelled', 'notTaught')`} and s.id not in (select id from wanted) group by 1, 2) w
      group by 1
    ), taught as (
      select s.lecturer_id, max(s.on_day) as last_on from class_session s join curriculum_item i on i.id = s.item_id
      where i.lineage_id in (select lineage_id from wanted) and s.state in ('taught', 'changed') group by 1
    ), meets as (
      select distinct on (m.lecturer_id) m.lecturer_id, m.busy from (
        select s.lecturer_id, 0 as rank, w.on_day, jsonb_build_object('code', 'teaching.lecturerTaken', 'params',
          jsonb_build_object('code', c.code, 'name', c.name, 'title', s.title, 'on', s.on_day, 'part', s.part)) as busy
        from wanted w join class_session s on s.on_day = w.on_day and s.part = w.part and s.id <> w.id
        join training_class c on c.id = s.class_id
        where s.lecturer_id is not null and s.state not in ('cancelled', 'notTaught')
        union all
        select b.lecturer_id, 1, w.on_day, jsonb_build_object('code', 'teaching.lecturerBooked', 'params',
          jsonb_build_object('code', c.code, 'name', c.name, 'on', w.on_day, 'fromOn', lower(b.during), 'lastOn', upper(b.during) - 1))
        from wanted w join class_lecturer b on b.class_id <> w.class_id and b.during @> w.on_day join training_class c on c.id = b.class_id
        union all
        select a.lecturer_id, 2, w.on_day, jsonb_build_object('code', 'teaching.lecturerAway', 'params',
          jsonb_build_object('reason', a.reason, 'on', w.on_day, 'fromOn', lower(a.during), 'lastOn', upper(a.during) - 1))
        from wanted w join lecturer_absence a on a.during @> w.on_day) m
      order by m.lecturer_id, m.on_day, m.rank
    ), span as (
      select min(on_day) as first, max(on_day) as last from wanted
    ), rated as (
      -- Learners of a class answer several questions of one lecturer: the most answers to one of them is how many have answered.
      select r.lecturer_id, sum(r.score * r.marks) / sum(r.marks) as score, a.answers from lecturer_rating r join (
        select m.lecturer_id, sum(m.n)::int as answers from (
          select lecturer_id, campaign_id, max(n) as n from survey_shown
          where kind = 'lecturer' and lecturer_id is not null and mean is not null and high > low group by 1, 2) m
        group by 1) a on a.lecturer_id = r.lecturer_id
      where a.answers >= 5 group by r.lecturer_id, a.answers
    ), asked as (
      select distinct i.lecturer_id from teaching_invitation i join teaching_invitation_session x on x.invitation_id = i.id
      where x.session_id in (select id from wanted) and i.state <> 'withdrawn'
    )
    select l.id as "lecturerId", l.name, l.is_guest as "isGuest", l.workplace,
      case when exists (select from wanted w where w.lineage_id is null) then 'unknown'
        when t.lineages is not null then case when (select bool_and(w.lineage_id = any (t.lineages)) from wanted w) then 'topic' else 'neither' end
        when exists (select from wanted w where w.field_code is null) then 'unknown'
        when (select bool_and(w.field_code = any (f.codes)) from wanted w) then 'field' else 'neither' end as teaches,
      case when not (l.is_guest and coalesce(g.needs_approval, true)) then 'notNeeded'
        when (select bool_and(coalesce(ap.days @> w.on_day, false)) from wanted w) then 'valid' else 'invalid' end as approval,
      m.busy,
      greatest(coalesce(wl.hours, 0), (select max(hours) from week)) as "weekHours", l.weekly_hours as "weeklyHours",
      greatest(coalesce(ml.hours, 0), (select max(hours) from month)) as "monthHours", l.monthly_hours as "monthlyHours",
      case when p.host_unit_id is null then 'notNeeded' when l.travel = 'province' then 'goes' when l.travel = 'distance' then 'within'
        when l.travel = 'units' and exists (select from lecturer_travel_unit u where u.lecturer_id = l.id and u.unit_id = p.host_unit_id) then 'goes'
        else 'doesNotGo' end as travel, l.travel_km as "travelKm",
      h.last_on as "lastTaughtOn", case when q.answers is not null then json_build_object('score', q.score, 'answers', q.answers) end as rating, k.lecturer_id is not null as "alreadyAsked"
    from lecturer l cross join place p left join lecturer_category g on g.code = l.category_code
    left join week_load wl on wl.lecturer_id = l.id left join month_load ml on ml.lecturer_id = l.id left join taught h on h.lecturer_id = l.id
    left join meets m on m.lecturer_id = l.id left join asked k on k.lecturer_id = l.id left join rated q on q.lecturer_id = l.id
    left join lateral (select range_agg(p.during) as days from lecturer_approved() p where p.lecturer_id = l.id) ap on true
    left join lateral (select array_agg(o.lineage_id) as lineages from lecturer_topic o where o.lecturer_id = l.id) t on true
    left join lateral (select array_agg(o.field_code) as codes from lecturer_field o where o.lecturer_id = l.id) f on true
    where ${onlyId === null ? sql`true` : sql`l.id = ${onlyId}`}
      and (l.from_on is null or l.from_on <= (select first from span)) and (l.until_on is null or l.until_on > (select last from span))
    order by l.sort_key, l.id limit 2000`.execute(db)
  return rows
}
