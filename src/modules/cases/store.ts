import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day, Instant } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { caseDetail, caseEntry, caseSummary, casesInput, learnerCase } from './contract.ts'

export type CaseRow = z.infer<typeof learnerCase>
export type Entry = z.infer<typeof caseEntry>
export type Summary = z.infer<typeof caseSummary>
type CasesInput = z.infer<typeof casesInput>
type Page = { page: number; size: number }
/** Who asks: the first wall of cases looks at the account, for whom a sensitive case is named to. */
export type Reader = { accountId: number; scope: Scope; today: Day }

const isOpen = sql`c.state in ('open', 'decided')`

const columns = ({
  accountId,
  today,
}: Reader) => sql`c.id, c.person_id as "personId", c.learner_name as learner, c.unit_id as "unitId",
  unit_name_on(c.unit_id, c.raised_at::date) as unit, c.class_id as "classId", k.code as "classCode", c.kind, c.title,
  c.is_sensitive as "isSensitive", c.learner_sees as "learnerSees", c.raised_side as "raisedSide", c.raised_at as "raisedAt",
  c.owner_name as "ownerName", coalesce(c.owner_id = ${accountId}, false) as "isMine", c.due_on as "dueOn",
  (${isOpen} and c.due_on < ${today}::date) as "isOverdue", c.state, c.answered_at as "answeredAt", c.decided_at as "decidedAt",
  c.solved_at as "solvedAt"`

const source = sql`from learner_case c left join training_class k on k.id = c.class_id`

/** Ordinary cases of the school, of the own units, of oneself; sensitive ones by name only. */
function seen({ accountId, scope }: Reader): RawBuilder<unknown> {
  const reach = scope.all
    ? sql`true`
    : sql`(c.unit_id = any (${[...scope.unitIds]}::bigint[]) or (c.learner_sees and c.person_id = ${scope.personId}::bigint))`
  return sql`case when c.is_sensitive then exists (select from learner_case_member m where m.case_id = c.id and m.account_id = ${accountId})
    else ${reach} end`
}

function chosen(input: CasesInput, reader: Reader): RawBuilder<unknown> {
  const when = [seen(reader)]
  if (input.state === 'open') when.push(isOpen)
  if (input.state === 'overdue') when.push(sql`${isOpen} and c.due_on < ${reader.today}::date`)
  if (input.state === 'solved') when.push(sql`not ${isOpen}`)
  if (input.kind) when.push(sql`c.kind = ${input.kind}`)
  if (input.unitId)
    when.push(sql`c.unit_id = any (array(select units_in_scope(${input.unitId}, ${reader.today}::date)))`)
  if (input.classId) when.push(sql`c.class_id = ${input.classId}`)
  if (input.personId) when.push(sql`c.person_id = ${input.personId}`)
  if (input.mine) when.push(sql`c.owner_id = ${reader.accountId}`)
  if (input.q) when.push(sql`c.search_key like ${`%${searchKey(input.q)}%`}`)
  return sql`${source} where ${sql.join(when, sql` and `)}`
}

const orders = {
  dueOn: sql`c.due_on`,
  raisedAt: sql`c.raised_at`,
  learner: sql`c.search_key`,
}

/** A page of the cases, or all of them for the workbook. */
export async function cases(
  db: Db,
  input: CasesInput,
  reader: Reader,
  page?: Page,
): Promise<{ rows: CaseRow[]; total: number }> {
  const where = chosen(input, reader)
  const { rows } = await sql<CaseRow>`select ${columns(reader)} ${where}
    order by ${orders[input.sort]} ${input.desc ? sql`desc` : sql`asc`}, c.id
    ${page ? sql`limit ${page.size} offset ${(page.page - 1) * page.size}` : sql``}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*)::int as total ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** Open cases of any age, and those raised within a year of today. */
export async function summaryOf(db: Db, reader: Reader): Promise<Summary> {
  const days = (from: RawBuilder<unknown>, until: RawBuilder<unknown>) =>
    sql`round((percentile_cont(0.5) within group (order by extract(epoch from ${until} - ${from}) / 86400)
      filter (where c.raised_at > ${reader.today}::date - 365))::numeric, 1)::float8`
  const { rows } = await sql<Summary>`
    select count(*) filter (where ${isOpen})::int as open,
      count(*) filter (where ${isOpen} and c.due_on < ${reader.today}::date)::int as overdue,
      count(*) filter (where ${isOpen} and c.owner_id is null)::int as untaken,
      count(*) filter (where c.raised_at > ${reader.today}::date - 365)::int as "raisedInYear",
      count(*) filter (where c.raised_at > ${reader.today}::date - 365 and c.state = 'solved')::int as "solvedInYear",
      ${days(sql`c.raised_at`, sql`c.answered_at`)} as "medianDaysToAnswer",
      ${days(sql`c.raised_at`, sql`case when c.state = 'solved' then c.solved_at end`)} as "medianDaysToSolve"
    from learner_case c where ${seen(reader)} and (${isOpen} or c.raised_at > ${reader.today}::date - 365)`.execute(
    db,
  )
  const [row] = rows
  if (!row) throw new Error('a sum over nothing is still a row')
  return row
}

export type CaseOnFile = CaseRow & {
  version: number
  ownerId: number | null
  raisedBy: number
  members: z.infer<typeof caseDetail>['members']
}

/** One case. With `locked` nobody else changes it until the end of the transaction. */
export async function caseById(
  db: Db,
  caseId: number,
  reader: Reader,
  locked = false,
): Promise<CaseOnFile | undefined> {
  const { rows } = await sql<CaseOnFile>`
    select ${columns(reader)}, c.version, c.owner_id as "ownerId", c.raised_by as "raisedBy", coalesce((
      select json_agg(json_build_object('accountId', m.account_id, 'name', m.name) order by m.named_at, m.account_id)
      from learner_case_member m where m.case_id = c.id), '[]'::json) as members
    ${source} where c.id = ${caseId} and ${seen(reader)} ${locked ? sql`for update of c` : sql``}`.execute(db)
  return rows[0]
}

export async function entriesOf(db: Db, caseId: number): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.id, e.kind, e.text, e.side, e.made_by_name as by, e.made_at as at, e.to_name as "toName", e.due_on as "dueOn"
    from learner_case_entry e where e.case_id = ${caseId} order by e.id`.execute(db)
  return rows
}

export type Learner = {
  personId: number
  name: string
  unitId: number
  unit: string
  bornYear: number | null
}

/** People within the reader's reach, by words of their name or by id. */
export async function learners(
  db: Db,
  { q, personId }: { q: string; personId?: number | undefined },
  { scope, today }: Reader,
): Promise<Learner[]> {
  const words = searchKey(q).split(' ').filter(Boolean)
  if (personId === undefined && words.length === 0) return []
  const reach = scope.all
    ? sql`true`
    : sql`(p.unit_id = any (${[...scope.unitIds]}::bigint[]) or p.id = ${scope.personId}::bigint)`
  const { rows } = await sql<Learner>`
    select p.id as "personId", p.full_name as name, p.unit_id as "unitId", unit_name_on(p.unit_id, ${today}::date) as unit, p.born_year as "bornYear"
    from person p where p.unit_id is not null and ${reach}
      and ${personId === undefined ? sql`p.id in (select people_found(${words}::text[], 20))` : sql`p.id = ${personId}`}
    order by p.sort_key, p.id limit 20`.execute(db)
  return rows
}

export type NewCase = {
  personId: number
  learner: string
  unitId: number
  classId: number | null
  kind: CaseRow['kind']
  title: string
  learnerSees: boolean
  raisedBy: number
  raisedSide: CaseRow['raisedSide']
  owner: { accountId: number; name: string } | null
  dueOn: Day
}

/** A new case, ordinary at first. */
export async function addCase(db: Db, made: NewCase, at: Instant): Promise<number> {
  const row = await db
    .insertInto('learner_case')
    .values({
      person_id: made.personId,
      learner_name: made.learner,
      unit_id: made.unitId,
      class_id: made.classId,
      kind: made.kind,
      title: made.title,
      search_key: searchKey(`${made.learner} ${made.title}`),
      learner_sees: made.learnerSees,
      raised_by: made.raisedBy,
      raised_side: made.raisedSide,
      raised_at: at,
      owner_id: made.owner?.accountId ?? null,
      owner_name: made.owner?.name ?? null,
      due_on: made.dueOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export type CaseChange = Partial<{
  state: CaseRow['state']
  is_sensitive: boolean
  owner_id: number
  owner_name: string
  due_on: Day
  answered_at: Instant
  decided_at: Instant | null
  solved_at: Instant | null
}>

/** Changes a case that is locked. */
export async function setCase(db: Db, caseId: number, change: CaseChange): Promise<void> {
  await db
    .updateTable('learner_case')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', caseId)
    .execute()
}

export async function addEntry(
  db: Db,
  caseId: number,
  entry: Pick<Entry, 'kind' | 'text' | 'side' | 'by' | 'toName' | 'dueOn'> & { madeBy: number; at: Instant },
): Promise<void> {
  await db
    .insertInto('learner_case_entry')
    .values({
      case_id: caseId,
      kind: entry.kind,
      text: entry.text,
      side: entry.side,
      made_by: entry.madeBy,
      made_by_name: entry.by,
      made_at: entry.at,
      to_name: entry.toName,
      due_on: entry.dueOn,
    })
    .execute()
}

/** Names somebody in a case; again changes nothing. */
export async function addMember(
  db: Db,
  caseId: number,
  account: { accountId: number; name: string },
): Promise<void> {
  await db
    .insertInto('learner_case_member')
    .values({ case_id: caseId, account_id: account.accountId, name: account.name })
    .onConflict((on) => on.doNothing())
    .execute()
}

export async function dropMember(db: Db, caseId: number, accountId: number): Promise<boolean> {
  const row = await db
    .deleteFrom('learner_case_member')
    .where('case_id', '=', caseId)
    .where('account_id', '=', accountId)
    .returning('account_id as accountId')
    .executeTakeFirst()
  return row !== undefined
}

export type AccountChoice = { accountId: number; name: string; role: string; unit: string | null }

/** Who may be given a case or named in it. */
export async function accountsFor(db: Db, caseId: number, today: Day): Promise<AccountChoice[]> {
  const { rows } = await sql<AccountChoice>`
    select a.account_id as "accountId", a.name, a.role, unit_name_on(a.unit_id, ${today}::date) as unit
    from learner_case_accounts(${caseId}, ${today}::date) a`.execute(db)
  return rows
}
