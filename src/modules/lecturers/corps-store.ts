import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import { addDays, type Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type * as contract from './contract/corps.ts'

export type Setting = z.infer<typeof contract.corpsSetting>
export type ProposalRow = Omit<z.infer<typeof contract.proposal>, 'can'>
export type DossierRow = Omit<z.infer<typeof contract.dossierRow>, 'steps'> & { submittedById: number | null }
export type Item = z.infer<typeof contract.dossierItem>
export type Question = z.infer<typeof contract.question>
export type Approval = z.infer<typeof contract.approval>
type ProposalInput = Omit<z.infer<typeof contract.proposalInput>, 'unitId'>

export async function setting(db: Db): Promise<Setting> {
  return db
    .selectFrom('corps_setting')
    .select(['warn_days as warnDays', 'without_approval as withoutApproval', 'version'])
    .executeTakeFirstOrThrow() as Promise<Setting>
}

/** False when somebody was faster. */
export async function setSetting(db: Db, input: Setting): Promise<boolean> {
  const row = await db
    .updateTable('corps_setting')
    .set((eb) => ({
      warn_days: input.warnDays,
      without_approval: input.withoutApproval,
      version: eb('version', '+', 1),
    }))
    .where('version', '=', input.version)
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

const within = (scope: Scope, column: RawBuilder<unknown>) =>
  scope.all ? sql`true` : sql`${column} = any (${[...scope.unitIds]}::bigint[])`

const proposalColumns = (
  today: Day,
) => sql`p.id, p.unit_id as "unitId", unit_name_on(p.unit_id, ${today}::date) as "unitName", p.name,
  p.category_code as "categoryCode", p.title, p.title_from_on as "titleFromOn", p.fields, p.topics, p.degrees, p.grounds, p.state,
  (select a.name from account a where a.id = p.sent_by) as "sentBy", p.sent_at as "sentAt",
  (select a.name from account a where a.id = p.answered_by) as "answeredBy", p.answered_at as "answeredAt", p.answer,
  p.lecturer_id as "lecturerId", s.approval, s.approved_until - 1 as "approvedLastOn", p.version`

const proposals = (today: Day) =>
  sql`lecturer_proposal p left join lecturer_unit_guests(${today}::date) s on s.lecturer_id = p.lecturer_id`

/** Proposals of units within the scope: newest first, or by name. */
export async function proposalsOf(
  db: Db,
  scope: Scope,
  today: Day,
  input: z.infer<typeof contract.proposalsInput>,
): Promise<{ rows: ProposalRow[]; total: number }> {
  const when = [within(scope, sql`p.unit_id`)]
  if (input.state) when.push(sql`p.state = ${input.state}`)
  if (input.q) when.push(sql`p.search_key like ${`%${searchKey(input.q)}%`}`)
  const where = sql.join(when, sql` and `)
  const order = input.sort === 'name' ? sql`p.search_key` : sql`p.sent_at desc`
  const { rows } =
    await sql<ProposalRow>`select ${proposalColumns(today)} from ${proposals(today)} where ${where}
    order by ${order}, p.id desc limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const total = await sql<{
    total: number
  }>`select count(*)::int as total from lecturer_proposal p where ${where}`.execute(db)
  return { rows, total: total.rows[0]?.total ?? 0 }
}

export async function proposalById(
  db: Db,
  scope: Scope,
  today: Day,
  proposalId: number,
): Promise<ProposalRow | undefined> {
  const { rows } = await sql<ProposalRow>`select ${proposalColumns(today)} from ${proposals(today)}
    where p.id = ${proposalId} and ${within(scope, sql`p.unit_id`)}`.execute(db)
  return rows[0]
}

const storedProposal = (input: ProposalInput) => ({
  name: input.name,
  search_key: searchKey([input.name, input.title].join(' ')),
  category_code: input.categoryCode,
  title: input.title,
  title_from_on: input.titleFromOn,
  fields: [...new Set(input.fields)],
  topics: input.topics,
  degrees: input.degrees,
  grounds: input.grounds,
})

export async function addProposal(
  db: Db,
  input: ProposalInput & { unitId: number; sentBy: number },
): Promise<number> {
  const { id } = await db
    .insertInto('lecturer_proposal')
    .values({ unit_id: input.unitId, ...storedProposal(input), sent_by: input.sentBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when somebody was faster. */
export async function sendAgain(
  db: Db,
  proposalId: number,
  version: number,
  input: ProposalInput & { sentBy: number },
): Promise<boolean> {
  const row = await db
    .updateTable('lecturer_proposal')
    .set((eb) => ({
      ...storedProposal(input),
      state: 'sent',
      sent_by: input.sentBy,
      sent_at: sql<string>`now()`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', proposalId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Closes or returns a proposal; false when somebody was faster. */
export async function answerProposal(
  db: Db,
  proposalId: number,
  version: number,
  answer: {
    state: 'returned' | 'withdrawn' | 'taken'
    by: number
    answer: string | null
    lecturerId?: number
  },
): Promise<boolean> {
  const row = await db
    .updateTable('lecturer_proposal')
    .set((eb) => ({
      state: answer.state,
      answered_by: answer.by,
      answered_at: sql<string>`now()`,
      answer: answer.answer,
      ...(answer.lecturerId !== undefined && { lecturer_id: answer.lecturerId }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', proposalId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The next free code of a guest, `TG01` and on. */
export async function nextGuestCode(db: Db): Promise<string> {
  const { rows } = await sql<{
    last: number
  }>`select coalesce(max(substring(code from '^TG(\\d{1,6})$')::int), 0) as last
    from lecturer where code ~ '^TG\\d{1,6}$'`.execute(db)
  return `TG${String((rows[0]?.last ?? 0) + 1).padStart(2, '0')}`
}

/** People of units within the scope who teach as guests: by today's main post, or because the unit proposed them. */
export async function unitGuests(
  db: Db,
  scope: Scope,
  today: Day,
  input: { q: string; page: number; size: number; desc: boolean },
): Promise<{ rows: z.infer<typeof contract.unitGuest>[]; total: number }> {
  const { rows } = await sql<z.infer<typeof contract.unitGuest> & { total: number }>`
    select g.lecturer_id as "lecturerId", g.name, g.title, unit_name_on(g.unit_id, ${today}::date) as "unitName",
      g.category_code as "categoryCode", g.approval, g.approved_until - 1 as "approvedLastOn",
      g.document_number as "documentNumber", count(*) over ()::int as total
    from lecturer_unit_guests(${today}::date) g
    where ${within(scope, sql`g.unit_id`)} and g.search_key like ${`%${searchKey(input.q)}%`}
    order by g.sort_key ${input.desc ? sql`desc` : sql`asc`}, g.lecturer_id
    limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

const dossierColumns = sql`d.id, d.title, d.addressee, d.state, d.letter_number as "letterNumber", d.letter_on as "letterOn",
  (select count(*)::int from lecturer_approval a where a.dossier_id = d.id) as guests,
  (select count(*)::int from lecturer_approval a where a.dossier_id = d.id and a.decision = 'approved') as approved,
  d.submitted_by as "submittedById", d.submitted_at as "submittedAt", (select a.name from account a where a.id = d.submitted_by) as "submittedBy",
  d.decided_at as "decidedAt", (select a.name from account a where a.id = d.decided_by) as "decidedBy", d.is_paper as "isPaper",
  d.return_reason as "returnReason", d.document_number as "documentNumber", d.document_on as "documentOn", d.signed_by as "signedBy", d.version`

/** Which dossiers exist for a reader: those who write them see all, the committees what was submitted, units none. */
export type DossierReach = 'all' | 'submitted' | 'none'
const reached = (reach: DossierReach) =>
  reach === 'all' ? sql`true` : reach === 'submitted' ? sql`d.submitted_at is not null` : sql`false`

export async function dossiersOf(
  db: Db,
  reach: DossierReach,
  input: z.infer<typeof contract.dossiersInput>,
): Promise<{ rows: DossierRow[]; total: number }> {
  const when = [reached(reach)]
  if (input.state) when.push(sql`d.state = ${input.state}`)
  if (input.q) when.push(sql`d.title ilike ${`%${input.q}%`}`)
  const where = sql.join(when, sql` and `)
  const order = input.sort === 'title' ? sql`d.title` : sql`d.submitted_at desc nulls first`
  const { rows } = await sql<DossierRow>`select ${dossierColumns} from lecturer_dossier d where ${where}
    order by ${order}, d.id desc limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const total = await sql<{
    total: number
  }>`select count(*)::int as total from lecturer_dossier d where ${where}`.execute(db)
  return { rows, total: total.rows[0]?.total ?? 0 }
}

export async function dossierById(
  db: Db,
  reach: DossierReach,
  dossierId: number,
): Promise<DossierRow | undefined> {
  const { rows } = await sql<DossierRow>`select ${dossierColumns} from lecturer_dossier d
    where d.id = ${dossierId} and ${reached(reach)}`.execute(db)
  return rows[0]
}

export async function lockDossier(db: Db, dossierId: number): Promise<void> {
  await sql`select from lecturer_dossier where id = ${dossierId} for update`.execute(db)
}

/** The list of a dossier: by category, then by name, as a letter has it. */
export async function itemsOf(db: Db, dossierId: number, today: Day): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select a.id, a.lecturer_id as "lecturerId", l.name, coalesce(nullif(a.post_title, ''), p.title, '') as title,
      coalesce(p.workplace, unit_name_on(p.unit_id, coalesce(d.document_on, ${today}::date)), l.workplace) as place,
      l.category_code as "categoryCode",
      array(select f.field_code from lecturer_field f join teaching_field t on t.code = f.field_code
        where f.lecturer_id = l.id order by t.sort_order, t.code) as fields,
      coalesce((select string_agg(g.name, ', ' order by g.id) from lecturer_degree g
        where g.lecturer_id = l.id and g.withdrawn_at is null and g.kind in ('degree', 'title')), '') as degrees,
      unit_name_on(r.unit_id, ${today}::date) as "proposedBy", r.grounds,
      a.wish_from_on as "wishFromOn", a.wish_until_on - 1 as "wishLastOn", a.remark,
      (select max(upper(x.during)) - 1 from lecturer_approved() x where x.lecturer_id = a.lecturer_id and x.approval_id <> a.id)
        as "approvedLastOn",
      a.decision, a.reason, a.from_on as "fromOn", a.until_on - 1 as "lastOn"
    from lecturer_approval a join lecturer l on l.id = a.lecturer_id join lecturer_dossier d on d.id = a.dossier_id
    left join lecturer_category c on c.code = l.category_code
    left join lecturer_post p on p.id = a.post_id
    left join lecturer_proposal r on r.id = a.proposal_id
    where a.dossier_id = ${dossierId} order by c.sort_order nulls last, l.sort_key, a.id`.execute(db)
  return rows
}

const storedDossier = (input: z.infer<typeof contract.dossierInput>) => ({
  title: input.title,
  addressee: input.addressee,
  letter_number: input.letterNumber || null,
  letter_on: input.letterOn ?? null,
})

export async function addDossier(
  db: Db,
  input: z.infer<typeof contract.dossierInput>,
  madeBy: number,
): Promise<number> {
  const { id } = await db
    .insertInto('lecturer_dossier')
    .values({ ...storedDossier(input), made_by: madeBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Call with the dossier locked. */
export const setDossier = (
  db: Db,
  dossierId: number,
  input: z.infer<typeof contract.dossierInput>,
): Promise<unknown> =>
  db
    .updateTable('lecturer_dossier')
    .set((eb) => ({ ...storedDossier(input), version: eb('version', '+', 1) }))
    .where('id', '=', dossierId)
    .execute()

export async function dropDossier(db: Db, dossierId: number): Promise<void> {
  await db.deleteFrom('lecturer_approval').where('dossier_id', '=', dossierId).execute()
  await db.deleteFrom('lecturer_dossier').where('id', '=', dossierId).execute()
}

/** The guests of these ids who teach on that day; own lecturers and unknown ids are left out. */
export async function guestsOf(
  db: Db,
  lecturerIds: readonly number[],
): Promise<{ id: number; name: string; inOther: string | null; postId: number | null }[]> {
  const { rows } = await sql<{ id: number; name: string; inOther: string | null; postId: number | null }>`
    select l.id, l.name,
      (select d.title from lecturer_approval a join lecturer_dossier d on d.id = a.dossier_id
        where a.lecturer_id = l.id and a.decision is null limit 1) as "inOther",
      (select p.id from lecturer_post p where p.lecturer_id = l.id and p.is_main and p.withdrawn_at is null and p.until_on is null) as "postId"
    from lecturer l where l.id = any (${[...lecturerIds]}::bigint[]) and l.is_guest order by l.sort_key`.execute(
    db,
  )
  return rows
}

export async function addItems(
  db: Db,
  dossierId: number,
  lecturerIds: readonly number[],
  wish: { fromOn: Day; lastOn: Day; remark: string },
): Promise<void> {
  await sql`insert into lecturer_approval (lecturer_id, dossier_id, proposal_id, wish_from_on, wish_until_on, remark)
    select l.id, ${dossierId}, (select r.id from lecturer_proposal r where r.lecturer_id = l.id and r.state = 'taken' order by r.id desc limit 1),
      ${wish.fromOn}::date, ${wish.lastOn}::date + 1, ${wish.remark}
    from lecturer l where l.id = any (${[...lecturerIds]}::bigint[]) order by l.sort_key`.execute(db)
  await touchDossier(db, dossierId)
}

export async function removeItem(db: Db, dossierId: number, itemId: number): Promise<boolean> {
  const row = await db
    .deleteFrom('lecturer_approval')
    .where('id', '=', itemId)
    .where('dossier_id', '=', dossierId)
    .returning('id')
    .executeTakeFirst()
  if (row) await touchDossier(db, dossierId)
  return row !== undefined
}

const touchDossier = (db: Db, dossierId: number): Promise<unknown> =>
  db
    .updateTable('lecturer_dossier')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', dossierId)
    .execute()

/** What a decision is about: the posts of today, of the lecturer and of the person in the register. */
const grounds = (
  on: RawBuilder<unknown>,
) => sql`post_id = (select p.id from lecturer_post p where p.lecturer_id = a.lecturer_id and p.is_main
      and p.withdrawn_at is null and daterange(p.from_on, p.until_on) @> ${on}),
    post_title = coalesce((select p.title from lecturer_post p where p.lecturer_id = a.lecturer_id and p.is_main
      and p.withdrawn_at is null and daterange(p.from_on, p.until_on) @> ${on}), ''),
    person_post_id = (select f.post_id from lecturer l join person f on f.id = l.person_id where l.id = a.lecturer_id)`

export async function submitDossier(db: Db, dossierId: number, by: number, today: Day): Promise<void> {
  await sql`update lecturer_approval a set ${grounds(sql`${today}::date`)} where a.dossier_id = ${dossierId}`.execute(
    db,
  )
  await db
    .updateTable('lecturer_dossier')
    .set((eb) => ({
      state: 'submitted',
      submitted_by: by,
      submitted_at: sql<string>`now()`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', dossierId)
    .execute()
}

export const returnDossier = (db: Db, dossierId: number, by: number, reason: string): Promise<unknown> =>
  db
    .updateTable('lecturer_dossier')
    .set((eb) => ({
      state: 'returned',
      decided_by: by,
      decided_at: sql<string>`now()`,
      return_reason: reason,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', dossierId)
    .execute()

export type Decision = { itemId: number; approved: { fromOn: Day; lastOn: Day } | null }

/** Decides everybody of a list by one document; frozen by the database afterwards. */
export async function decide(
  db: Db,
  dossierId: number,
  document: {
    number: string
    on: Day
    signedBy: string
    by: number
    isPaper: boolean
    refusal: string | null
  },
  decisions: readonly Decision[],
): Promise<void> {
  for (const { itemId, approved } of decisions)
    await db
      .updateTable('lecturer_approval')
      .set({
        decision: approved ? 'approved' : 'refused',
        from_on: approved?.fromOn ?? null,
        until_on: approved ? addDays(approved.lastOn, 1) : null,
        reason: approved ? null : document.refusal,
        document_number: document.number,
        document_on: document.on,
        signed_by: document.signedBy,
        decided_by: document.by,
        decided_at: sql<string>`now()`,
      })
      .where('id', '=', itemId)
      .where('dossier_id', '=', dossierId)
      .execute()
  await db
    .updateTable('lecturer_dossier')
    .set((eb) => ({
      state: 'decided',
      decided_by: document.by,
      decided_at: sql<string>`now()`,
      is_paper: document.isPaper,
      document_number: document.number,
      document_on: document.on,
      signed_by: document.signedBy,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', dossierId)
    .execute()
}

/** Approvals of before, from their documents: about the posts that were held on the day of the document. */
export async function recordApprovals(
  db: Db,
  inputs: readonly z.infer<typeof contract.recordInput>[],
  by: number,
): Promise<void> {
  for (const input of inputs) {
    const { id } = await db
      .insertInto('lecturer_approval')
      .values({
        lecturer_id: input.lecturerId,
        wish_from_on: input.fromOn,
        wish_until_on: addDays(input.lastOn, 1),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await sql`update lecturer_approval a set ${grounds(sql`${input.documentOn}::date`)} where a.id = ${id}`.execute(
      db,
    )
    await db
      .updateTable('lecturer_approval')
      .set({
        decision: 'approved',
        from_on: input.fromOn,
        until_on: addDays(input.lastOn, 1),
        document_number: input.documentNumber,
        document_on: input.documentOn,
        signed_by: input.signedBy,
        decided_by: by,
        decided_at: sql<string>`now()`,
      })
      .where('id', '=', id)
      .execute()
  }
}

/** The approvals of one lecturer, newest first. */
export async function approvalsOf(db: Db, lecturerId: number): Promise<Approval[]> {
  const { rows } = await sql<Approval>`
    select a.id, a.dossier_id as "dossierId", d.title as "dossierTitle", coalesce(a.decision, d.state) as state,
      a.wish_from_on as "wishFromOn", a.wish_until_on - 1 as "wishLastOn", a.post_title as "postTitle",
      a.document_number as "documentNumber", a.document_on as "documentOn", a.signed_by as "signedBy",
      a.from_on as "fromOn", a.until_on - 1 as "lastOn", a.reason,
      e.ends_on as "endsOn", e.reason as "endReason",
      coalesce((select json_agg(json_build_object('reason', w.reason, 'madeAt', w.made_at,
        'madeBy', (select c.name from account c where c.id = w.made_by)) order by w.id)
        from lecturer_approval_answer w where w.approval_id = a.id and w.ends_on is null), '[]') as stands
    from lecturer_approval a left join lecturer_dossier d on d.id = a.dossier_id
    left join lateral (select w.ends_on, w.reason from lecturer_approval_answer w
      where w.approval_id = a.id and w.ends_on is not null order by w.ends_on limit 1) e on true
    where a.lecturer_id = ${lecturerId} order by coalesce(a.from_on, a.wish_from_on) desc, a.id desc`.execute(
    db,
  )
  return rows
}

/** Questions that nobody has answered, oldest change first; of one lecturer or of all. */
export async function questionsOf(db: Db, today: Day, lecturerId?: number): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select q.approval_id as "approvalId", q.lecturer_id as "lecturerId", l.name, q.cause, q.cause_id as "causeId", q.since,
      q.before_text as before, q.after_text as after, a.document_number as "documentNumber", a.until_on - 1 as "lastOn"
    from lecturer_questions(${today}::date) q join lecturer_approval a on a.id = q.approval_id join lecturer l on l.id = q.lecturer_id
    ${lecturerId === undefined ? sql`` : sql`where q.lecturer_id = ${lecturerId}`}
    order by q.since nulls first, l.sort_key, q.approval_id`.execute(db)
  return rows
}

export const addAnswer = (
  db: Db,
  input: {
    approvalId: number
    cause: 'post' | 'personPost' | 'unit' | 'other'
    causeId: number
    endsOn: Day | null
    reason: string
    by: number
  },
): Promise<unknown> =>
  db
    .insertInto('lecturer_approval_answer')
    .values({
      approval_id: input.approvalId,
      cause: input.cause,
      cause_id: input.causeId,
      ends_on: input.endsOn,
      reason: input.reason,
      made_by: input.by,
    })
    .execute()

/** An approval with its lecturer and period; undefined: none that was approved. */
export async function approvedById(db: Db, approvalId: number) {
  const { rows } = await sql<{ lecturerId: number; fromOn: Day; untilOn: Day; endsOn: Day | null }>`
    select a.lecturer_id as "lecturerId", a.from_on as "fromOn", a.until_on as "untilOn",
      (select min(w.ends_on) from lecturer_approval_answer w where w.approval_id = a.id) as "endsOn"
    from lecturer_approval a where a.id = ${approvalId} and a.decision = 'approved'`.execute(db)
  return rows[0]
}
