import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import { ladder } from '../access/index.ts'
import type { notice, reminderRule } from './contract.ts'
import { isQuiet, type Step } from './rules/ladder.ts'

/** The ladders with the steps in use, of one id or all. */
export async function rulesOf(db: Db, ruleId: number | null = null): Promise<z.infer<typeof reminderRule>[]> {
  const { rows } = await sql<z.infer<typeof reminderRule>>`
    select r.id, r.subject_kind as "subjectKind", r.is_on as "isOn", r.version, coalesce((
      select json_agg(json_build_object('id', s.id, 'audience', s.audience, 'offsetDays', s.offset_days, 'byMail', s.by_mail, 'isOn', s.is_on)
        order by s.offset_days, s.id)
      from reminder_step s where s.rule_id = r.id and s.is_on), '[]'::json) as steps
    from reminder_rule r where ${ruleId === null ? sql`true` : sql`r.id = ${ruleId}`} order by r.id`.execute(
    db,
  )
  return rows
}

/** Sets a ladder that is as it was seen. Steps are never deleted: reminders name them. */
export async function setRule(
  db: Db,
  seen: { ruleId: number; version: number },
  isOn: boolean,
  steps: readonly Step[],
): Promise<boolean> {
  const row = await db
    .updateTable('reminder_rule')
    .set((eb) => ({ is_on: isOn, version: eb('version', '+', 1) }))
    .where('id', '=', seen.ruleId)
    .where('version', '=', seen.version)
    .returning('id')
    .executeTakeFirst()
  if (!row) return false
  await db.updateTable('reminder_step').set({ is_on: false }).where('rule_id', '=', seen.ruleId).execute()
  for (const step of steps)
    await sql`
      insert into reminder_step (rule_id, audience, offset_days, by_mail) values (${seen.ruleId}, ${step.audience}, ${step.offsetDays}, ${step.byMail})
      on conflict on constraint reminder_step_once do update set is_on = true, by_mail = excluded.by_mail`.execute(
      db,
    )
  return true
}

/** How long a step that nobody sent (the server stood still, days were quiet) is still sent, in days. */
const catchUpDays = 14

const rungs = Object.entries(ladder)

/**
 * Writes the reminders that are due on a day for the next recipients after `after`, at most `batch` of them. Of the steps
 * for one audience only the newest counts; nobody hears of one thing twice on one rung, nor on a lower one than before. A
 * unit without a coordinator is reminded at its head; who left, and units that are no more, are not reminded.
 * @returns the recipients of the batch and whether a mail waits for each; empty when all are done
 */
export async function writeReminders(
  db: Db,
  input: { today: Day; after: number; batch: number; byMail: boolean },
): Promise<{ recipientId: number; hasMail: boolean }[]> {
  const { rows } = await sql<{ recipientId: number; hasMail: boolean }>`
    with rung as (
      select * from unnest(${rungs.map(([name]) => name)}::text[], ${rungs.map(([, one]) => one.role)}::text[], ${rungs.map(([, one]) => one.isDeputy)}::boolean[])
        u (audience, role, is_deputy)
    ), newest as (
      select distinct on (s.kind, s.id, t.audience) s.kind, s.id, s.unit_id, s.due_on, s.title, r.id as rule_id, t.id as step_id, t.audience, t.offset_days, t.by_mail
      from reminder_subjects(${input.today}::date) s
      join reminder_rule r on r.subject_kind = s.kind and r.is_on
      join reminder_step t on t.rule_id = r.id and t.is_on and s.due_on + t.offset_days <= ${input.today}::date
      join unit_version v on v.unit_id = s.unit_id and daterange(v.from_on, v.until_on) @> ${input.today}::date
      order by s.kind, s.id, t.audience, t.offset_days desc
    ), held as (
      select g.unit_id, g.role, g.is_deputy, g.account_id from role_grant g join account a on a.id = g.account_id
      where g.role = any (${rungs.map(([, one]) => one.role)}::text[]) and daterange(g.from_on, g.until_on) @> ${input.today}::date
        and not a.is_disabled and a.auth_user_id is not null
    ), told as (
      select distinct on (n.kind, n.id, h.account_id) n.*, h.account_id as recipient_id
      from newest n join rung l on l.audience = n.audience
      join held h on (h.unit_id is null or h.unit_id = n.unit_id) and h.is_deputy = l.is_deputy and h.role = case
        when n.audience = 'coordinator' and not exists (select from held o where o.unit_id = n.unit_id and o.role = l.role)
          then ${ladder.head.role} else l.role end
      where n.due_on + n.offset_days > ${input.today}::date - ${catchUpDays}::int
      order by n.kind, n.id, h.account_id, n.offset_days desc
    ), fresh as (
      select t.* from told t where not exists (
        select from reminder m join reminder_step o on o.id = m.step_id
        where m.subject_kind = t.kind and m.subject_id = t.id and m.period = t.due_on and m.recipient_id = t.recipient_id
          and (m.step_id = t.step_id or o.offset_days >= t.offset_days))
    ), chosen as (
      select distinct recipient_id from fresh where recipient_id > ${input.after} order by recipient_id limit ${input.batch}
    ), written as (
      insert into reminder (rule_id, step_id, subject_kind, subject_id, period, recipient_id, unit_id, audience, title, made_on, mail)
      select f.rule_id, f.step_id, f.kind, f.id, f.due_on, f.recipient_id, f.unit_id, f.audience, f.title, ${input.today}::date,
        case when f.by_mail and ${input.byMail} then 'queued' else 'none' end
      from fresh f join chosen c using (recipient_id)
      on conflict on constraint reminder_once do nothing
      returning recipient_id, mail
    )
    select recipient_id as "recipientId", bool_or(mail = 'queued') as "hasMail" from written group by 1 order by 1`.execute(
    db,
  )
  return rows
}

/** Notes that what was reminded of is done. @returns how many were taken back */
export async function recallAnswered(db: Db, today: Day): Promise<number> {
  const { rows } = await sql<{ recalled: number }>`
    with open as (select kind, id from reminder_subjects(${today}::date)), gone as (
      update reminder r set recalled_at = now(), mail = case when r.mail = 'queued' then 'dropped' else r.mail end
      where r.recalled_at is null and not exists (select from open o where o.kind = r.subject_kind and o.id = r.subject_id) returning r.id
    ) select count(*)::int as recalled from gone`.execute(db)
  return rows[0]?.recalled ?? 0
}

/** Takes back the reminders of one subject that is settled. */
export async function recall(db: Db, kind: string, subjectId: number): Promise<void> {
  await sql`
    update reminder set recalled_at = now(), mail = case when mail = 'queued' then 'dropped' else mail end
    where subject_kind = ${kind} and subject_id = ${subjectId} and recalled_at is null`.execute(db)
}

export type MailLine = {
  subjectKind: z.infer<typeof notice>['subjectKind']
  title: string
  unitName: string
  dueOn: Day
  path: string
}

/** What waits to be mailed to somebody and is still open; marked as handed over, what is answered as dropped. */
export async function takeMail(
  db: Db,
  recipientId: number,
  today: Day,
): Promise<{ email: string; name: string; lines: MailLine[] } | null> {
  const { rows } = await sql<MailLine & { isLive: boolean }>`
    with waiting as (
      select r.id, r.recalled_at is null and reminder_is_live(r.subject_kind, r.subject_id, ${today}::date) as is_live
      from reminder r where r.recipient_id = ${recipientId} and r.mail = 'queued' for update
    )
    update reminder r set mail = case when w.is_live then 'handedOver' else 'dropped' end from waiting w where w.id = r.id
    returning r.subject_kind as "subjectKind", r.title, unit_name_on(r.unit_id, ${today}::date) as "unitName", r.period as "dueOn", ${pathOf} as path, w.is_live as "isLive"`.execute(
    db,
  )
  const lines = rows.filter((row) => row.isLive).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  if (lines.length === 0) return null
  const account = await db
    .selectFrom('account')
    .where('id', '=', recipientId)
    .where('is_disabled', '=', false)
    .select(['email', 'name'])
    .executeTakeFirst()
  return account ? { ...account, lines } : null
}

/** Of several reminders of one thing to one person only the newest is shown. */
const isNewest = sql`not exists (select from reminder o where o.recipient_id = r.recipient_id and o.subject_kind = r.subject_kind
  and o.subject_id = r.subject_id and o.id > r.id)`

/** Where the thing is done. */
const pathOf = sql<string>`case when r.subject_kind in ('needAnswer', 'needConfirmation') then '/nhu-cau/phieu/' || r.subject_id
  when r.subject_kind = 'approvalEnding' then '/giang-vien/' || r.subject_id || '/phe-duyet' else '/phoi-hop/cam-ket/' || r.subject_id end`

export async function noticesOf(
  db: Db,
  recipientId: number,
  today: Day,
  input: { page: number; size: number; state: 'live' | 'all' },
): Promise<{ rows: z.infer<typeof notice>[]; total: number }> {
  const found = sql`from (
    select r.*, not (r.recalled_at is null and reminder_is_live(r.subject_kind, r.subject_id, ${today}::date)) as is_over
    from reminder r where r.recipient_id = ${recipientId} and ${isNewest}) r where ${input.state === 'all' ? sql`true` : sql`not r.is_over`}`
  const { rows } = await sql<z.infer<typeof notice>>`
    select r.id, r.subject_kind as "subjectKind", r.title, unit_name_on(r.unit_id, ${today}::date) as "unitName", r.period as "dueOn", r.audience, ${pathOf} as path,
      r.made_at as "madeAt", r.seen_at is not null as "isSeen", r.is_over as "isOver"
    ${found} order by r.id desc limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export async function unreadOf(db: Db, recipientId: number, today: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from reminder r
    where r.recipient_id = ${recipientId} and r.seen_at is null and r.recalled_at is null and ${isNewest}
      and reminder_is_live(r.subject_kind, r.subject_id, ${today}::date)`.execute(db)
  return rows[0]?.count ?? 0
}

export async function markSeen(db: Db, recipientId: number, noticeId: number | null): Promise<number> {
  let query = db
    .updateTable('reminder')
    .set({ seen_at: sql<string>`now()` })
    .where('recipient_id', '=', recipientId)
    .where('seen_at', 'is', null)
  if (noticeId !== null) query = query.where('id', '=', noticeId)
  return (await query.returning('id').execute()).length
}

/** Makes a new address for a calendar; an earlier one ends. */
export async function makeFeed(db: Db, accountId: number, hash: Buffer): Promise<void> {
  await revokeFeed(db, accountId)
  await db.insertInto('calendar_feed').values({ account_id: accountId, hash }).execute()
}

export async function revokeFeed(db: Db, accountId: number): Promise<boolean> {
  const row = await db
    .updateTable('calendar_feed')
    .set({ revoked_at: sql<string>`now()` })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function feedSince(db: Db, accountId: number): Promise<string | null> {
  const row = await db
    .selectFrom('calendar_feed')
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .select('made_at as madeAt')
    .executeTakeFirst()
  return row?.madeAt ?? null
}

/** Whose calendar stands at an address; null: nobody's, it ended, or the account is locked. */
export async function feedOwner(db: Db, hash: Buffer): Promise<number | null> {
  const { rows } = await sql<{ owner: number | null }>`select calendar_feed_owner(${hash}) as owner`.execute(
    db,
  )
  return rows[0]?.owner ?? null
}

/** Whether nobody is reminded on this day; what was due goes out on the next that is not quiet. */
export async function isQuietDay(db: Db, today: Day): Promise<boolean> {
  const { rows } = await sql<{ isHoliday: boolean }>`
    select exists (select from calendar_entry e where e.kind in ('holiday', 'break') and e.unit_id is null and e.during @> ${today}::date) as "isHoliday"`.execute(
    db,
  )
  return isQuiet(today, rows[0]?.isHoliday ?? false)
}
