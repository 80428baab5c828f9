import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'
import type { Scope } from '../../server/ctx.ts'
import type { Db } from '../../server/db/transaction.ts'
import type {
  classHead,
  classMonitor,
  enrolInput,
  enrolment,
  headInput,
  leaveInput,
  monitorInput,
  overlay,
  overlayInput,
  roster,
  studyingInput,
} from './contract.ts'

export type Enrolment = z.infer<typeof enrolment>
export type Head = z.infer<typeof classHead>
export type Monitor = z.infer<typeof classMonitor>
export type Overlay = Omit<z.infer<typeof overlay>, 'can'>
type Page = { page: number; size: number }
type StudyingInput = z.infer<typeof studyingInput>

/**
 * Whose enrolments exist for somebody: of the school all; of a unit's people those it sent; one's own; and all of a class of who
 * looks after it or speaks for it. Over `e`.
 */
export const seenBy = (scope: Scope): RawBuilder<unknown> =>
  scope.all
    ? sql`true`
    : sql`(e.unit_id = any (${[...scope.unitIds]}::bigint[]) or e.person_id = ${scope.personId}
        or e.class_id = any ((select headed_classes())::bigint[]) or e.class_id = any ((select monitored_classes())::bigint[]))`

const columns = (
  today: Day,
) => sql`e.id, e.class_id as "classId", c.code as "classCode", c.name as "className",
  c.opens_on as "opensOn", c.closes_on as "closesOn", e.person_id as "personId", e.number, e.full_name as "fullName", e.born,
  e.post_title as "postTitle", e.unit_id as "unitId", unit_name_on(e.unit_id, e.enrolled_on) as unit,
  coalesce(b.became_id, e.unit_id) as "todayUnitId", unit_name_on(coalesce(b.became_id, e.unit_id), ${today}::date) as "todayUnit",
  e.enrolled_on as "enrolledOn", e.decision_number as "decisionNumber", e.decision_on as "decisionOn", e.decision_by as "decisionBy",
  e.overlap_reason as "overlapReason", e.left_on as "leftOn", e.left_cause as "leftCause", e.left_document as "leftDocument",
  e.left_reason as "leftReason", e.rule_set as "ruleSet", e.version`

const from = (today: Day) => sql`from enrolment e join training_class c on c.id = e.class_id
  left join units_become(${today}::date) b on b.unit_id = e.unit_id and b.became_id <> e.unit_id`

const orders = {
  number: sql`e.number`,
  name: sql`e.sort_key`,
  unit: sql`unit_name_on(e.unit_id, e.enrolled_on)`,
  class: sql`c.code collate "C"`,
  opensOn: sql`c.opens_on`,
}

type Wanted = {
  q: string
  state: 'active' | 'left' | 'all'
  classId?: number | undefined
  unitId?: number | undefined
  sort: keyof typeof orders
  desc: boolean
}

/** A page of enrolments, or all of them for the workbook. */
export async function enrolments(
  db: Db,
  input: Wanted,
  scope: Scope,
  today: Day,
  only?: Page,
): Promise<{ rows: Enrolment[]; total: number }> {
  const when = [seenBy(scope)]
  if (input.classId !== undefined) when.push(sql`e.class_id = ${input.classId}`)
  if (input.unitId !== undefined)
    when.push(sql`e.unit_id = any (array(select units_in_scope(${input.unitId}, ${today}::date)))`)
  if (input.state !== 'all')
    when.push(input.state === 'left' ? sql`e.left_on is not null` : sql`e.left_on is null`)
  if (input.q) when.push(sql`e.search_key like ${`%${searchKey(input.q)}%`}`)
  const where = sql.join(when, sql` and `)
  const { rows } = await sql<Enrolment>`select ${columns(today)} ${from(today)} where ${where}
    order by ${orders[input.sort]} ${input.desc ? sql`desc` : sql`asc`}, e.class_id, e.number
    ${only ? sql`limit ${only.size} offset ${(only.page - 1) * only.size}` : sql``}`.execute(db)
  const counted = await sql<{
    total: number
  }>`select count(*)::int as total from enrolment e where ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export const studying = (db: Db, input: StudyingInput, scope: Scope, today: Day, only?: Page) =>
  enrolments(db, input, scope, today, only)

/** One enrolment. With `locked` nobody else changes it until the end of the transaction. */
export async function enrolmentById(
  db: Db,
  enrolmentId: number,
  scope: Scope,
  today: Day,
  locked = false,
): Promise<Enrolment | undefined> {
  const { rows } = await sql<Enrolment>`select ${columns(today)} ${from(today)}
    where e.id = ${enrolmentId} and ${seenBy(scope)} ${locked ? sql`for update of e` : sql``}`.execute(db)
  return rows[0]
}

export type ClassFacts = Pick<
  z.infer<typeof roster>,
  'classId' | 'code' | 'name' | 'opensOn' | 'closesOn' | 'cancelledOn' | 'typedLearners'
>

/** What a class says of itself. With `locked` its list is nobody else's until the end of the transaction. */
export async function classFacts(db: Db, classId: number, locked = false): Promise<ClassFacts | undefined> {
  const { rows } = await sql<ClassFacts>`
    select id as "classId", code, name, opens_on as "opensOn", closes_on as "closesOn", cancelled_on as "cancelledOn",
      learners as "typedLearners" from training_class where id = ${classId} ${locked ? sql`for no key update` : sql``}`.execute(
    db,
  )
  return rows[0]
}

export async function countsOf(
  db: Db,
  classId: number,
  scope: Scope,
): Promise<{ active: number; left: number }> {
  const { rows } = await sql<{ active: number; left: number }>`
    select count(*) filter (where e.left_on is null)::int as active, count(*) filter (where e.left_on is not null)::int as left
    from enrolment e where e.class_id = ${classId} and ${seenBy(scope)}`.execute(db)
  return rows[0] ?? { active: 0, left: 0 }
}

/** Who has looked after a class, the newest first. */
export async function headsOf(db: Db, classId: number): Promise<Head[]> {
  const { rows } = await sql<Head>`
    select id, account_id as "accountId", name, from_on as "fromOn", until_on as "untilOn", decision_number as "decisionNumber", version
    from class_head where class_id = ${classId} order by from_on desc`.execute(db)
  return rows
}

export async function monitorsOf(db: Db, classId: number): Promise<Monitor[]> {
  const { rows } = await sql<Monitor>`
    select m.id, m.enrolment_id as "enrolmentId", e.full_name as name, m.post, m.from_on as "fromOn", m.until_on as "untilOn",
      m.decision_number as "decisionNumber", m.version
    from class_monitor m join enrolment e on e.id = m.enrolment_id where m.class_id = ${classId}
    order by m.until_on is not null, array_position(array['monitor', 'deputy', 'secretary'], m.post), m.from_on desc`.execute(
    db,
  )
  return rows
}

/** Whether the asker looks after the class today or speaks for it. */
export async function isOfClass(db: Db, classId: number): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select ${classId} = any (headed_classes()) or ${classId} = any (monitored_classes()) as is`.execute(db)
  return rows[0]?.is ?? false
}

export type Candidate = { personId: number; fullName: string; unitId: number | null; isEnrolled: boolean }

/** The people that are meant, as far as they exist. */
export async function candidates(
  db: Db,
  classId: number,
  personIds: readonly number[],
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select p.id as "personId", p.full_name as "fullName", p.unit_id as "unitId",
      exists (select from enrolment e where e.class_id = ${classId} and e.person_id = p.id and e.left_on is null) as "isEnrolled"
    from person p where p.id = any (${[...personIds]}::bigint[]) order by p.sort_key, p.id`.execute(db)
  return rows
}

/** Who of these learns in another class whose days overlap with those of this one. */
export async function overlapping(
  db: Db,
  classId: number,
  personIds: readonly number[],
): Promise<{ name: string; code: string; fromOn: Day; lastOn: Day | null }[]> {
  const { rows } = await sql<{ name: string; code: string; fromOn: Day; lastOn: Day | null }>`
    select e.full_name as name, o.code, o.opens_on as "fromOn", o.closes_on as "lastOn"
    from enrolment e join training_class o on o.id = e.class_id cross join training_class c
    where c.id = ${classId} and e.class_id <> c.id and e.person_id = any (${[...personIds]}::bigint[]) and e.left_on is null
      and o.cancelled_on is null
      and daterange(o.opens_on, o.closes_on, '[]') && daterange(c.opens_on, c.closes_on, '[]')
    order by e.sort_key, o.code limit 20`.execute(db)
  return rows
}

export type NewEnrolment = { personId: number; unitId: number }

/** Takes people in, in this order, with the next numbers of the class, whose row is locked. */
export async function addEnrolments(
  db: Db,
  classId: number,
  people: readonly NewEnrolment[],
  values: Omit<z.infer<typeof enrolInput>, 'personIds' | 'unitId'> & {
    enrolledOn: Day
    ruleSet: string | null
    madeBy: number
  },
): Promise<void> {
  if (people.length === 0) return
  const last = await db
    .selectFrom('enrolment')
    .where('class_id', '=', classId)
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), sql<number>`0`).as('number'))
    .executeTakeFirstOrThrow()
  await db
    .insertInto('enrolment')
    .values(
      people.map((one, i) => ({
        class_id: classId,
        person_id: one.personId,
        unit_id: one.unitId,
        number: last.number + i + 1,
        enrolled_on: values.enrolledOn,
        decision_number: values.decisionNumber,
        decision_on: values.decisionOn ?? null,
        decision_by: values.decisionBy,
        overlap_reason: values.overlapReason ?? null,
        rule_set: values.ruleSet,
        made_by: values.madeBy,
      })),
    )
    .execute()
}

/** Changes an enrolment that is locked: somebody leaves, or never did. */
export async function setLeft(
  db: Db,
  enrolmentId: number,
  left: (z.infer<typeof leaveInput> & { reason: string }) | null,
): Promise<void> {
  await db
    .updateTable('enrolment')
    .set((eb) => ({
      left_on: left?.leftOn ?? null,
      left_cause: left?.leftCause ?? null,
      left_document: left?.leftDocument ?? '',
      left_reason: left?.reason ?? null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', enrolmentId)
    .execute()
}

/** Accounts with one of these roles today, by name. */
export async function accountsWith(
  db: Db,
  roles: readonly string[],
  today: Day,
): Promise<{ accountId: number; name: string }[]> {
  const { rows } = await sql<{ accountId: number; name: string }>`
    select a.id as "accountId", a.name from account a where not a.is_disabled and exists (select from role_grant g
      where g.account_id = a.id and g.role = any (${[...roles]}::text[]) and g.from_on <= ${today}::date
        and (g.until_on is null or g.until_on > ${today}::date))
    order by a.sort_key, a.id`.execute(db)
  return rows
}

/** Names who looks after a class; whoever did on that day ends with it. */
export async function addHead(
  db: Db,
  classId: number,
  name: string,
  input: z.infer<typeof headInput>,
): Promise<Head> {
  await sql`update class_head set until_on = ${input.fromOn}::date, version = version + 1
    where class_id = ${classId} and from_on < ${input.fromOn}::date and (until_on is null or until_on > ${input.fromOn}::date)`.execute(
    db,
  )
  const { id } = await db
    .insertInto('class_head')
    .values({
      class_id: classId,
      account_id: input.accountId,
      name,
      from_on: input.fromOn,
      decision_number: input.decisionNumber,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return (await headsOf(db, classId)).find((one) => one.id === id) as Head
}

export async function addMonitor(
  db: Db,
  classId: number,
  input: z.infer<typeof monitorInput>,
): Promise<Monitor> {
  const { id } = await db
    .insertInto('class_monitor')
    .values({
      class_id: classId,
      enrolment_id: input.enrolmentId,
      post: input.post,
      from_on: input.fromOn,
      decision_number: input.decisionNumber,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return (await monitorsOf(db, classId)).find((one) => one.id === id) as Monitor
}

/** Ends a post at the version that was seen; undefined when it is not at it. */
export async function endMonitor(
  db: Db,
  monitorId: number,
  version: number,
  untilOn: Day,
): Promise<Monitor | undefined> {
  const row = await db
    .updateTable('class_monitor')
    .set((eb) => ({ until_on: untilOn, version: eb('version', '+', 1) }))
    .where('id', '=', monitorId)
    .where('version', '=', version)
    .returning('class_id as classId')
    .executeTakeFirst()
  return row && (await monitorsOf(db, row.classId)).find((one) => one.id === monitorId)
}

export async function monitorExists(db: Db, monitorId: number): Promise<boolean> {
  return (
    (await db.selectFrom('class_monitor').where('id', '=', monitorId).select('id').executeTakeFirst()) !==
    undefined
  )
}

/** What the school asks beyond the regulations; who does not see the whole school sees what is in force. */
export async function overlays(db: Db): Promise<Overlay[]> {
  const { rows } = await sql<Overlay>`
    select o.id, o.rule_set as "ruleSet", o.figure, o.value::float8 as value, o.from_on as "fromOn", o.source, o.state,
      m.name as "madeBy", o.made_at as "madeAt", d.name as "decidedBy", o.reason, o.version
    from study_overlay o left join account m on m.id = o.made_by left join account d on d.id = o.decided_by
    order by o.rule_set desc, o.figure, o.from_on desc, o.id desc`.execute(db)
  return rows
}

export async function addOverlay(
  db: Db,
  input: z.infer<typeof overlayInput>,
  madeBy: number,
): Promise<number> {
  const { id } = await db
    .insertInto('study_overlay')
    .values({
      rule_set: input.ruleSet,
      figure: input.figure,
      value: input.value,
      from_on: input.fromOn,
      source: input.source,
      made_by: madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function setOverlay(
  db: Db,
  overlayId: number,
  version: number,
  change: { state: Overlay['state']; reason: string | null; by: number; at: string },
): Promise<boolean> {
  const row = await db
    .updateTable('study_overlay')
    .set((eb) => ({
      state: change.state,
      reason: change.reason,
      decided_by: change.by,
      decided_at: change.at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', overlayId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function overlayMaker(db: Db, overlayId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('study_overlay')
    .where('id', '=', overlayId)
    .select('made_by as by')
    .executeTakeFirst()
  return row?.by
}

/** Corrects day and decision of an enrolment at the version that was seen; false when it is not at it. */
export async function setDecision(
  db: Db,
  enrolmentId: number,
  version: number,
  values: { enrolledOn: Day; decisionNumber: string; decisionOn: Day | null },
): Promise<boolean> {
  const row = await db
    .updateTable('enrolment')
    .set((eb) => ({
      enrolled_on: values.enrolledOn,
      decision_number: values.decisionNumber,
      decision_on: values.decisionOn,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', enrolmentId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
