import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { nameSortKey, searchKey } from '../../pure/vietnamese.ts'
import type { Db } from '../../server/db/transaction.ts'
import { rangeOf } from '../calendar/index.ts'
import type { travel } from './contract/profile.ts'
import type {
  absenceInput,
  fieldInput,
  lecturer,
  lecturerDetail,
  lecturerInput,
  lecturersInput,
  programmeHours,
  teachingField,
} from './contract.ts'

export type Detail = Omit<z.infer<typeof lecturerDetail>, 'can'>
export type Lecturer = Omit<z.infer<typeof lecturer>, 'can'>
type Field = z.infer<typeof teachingField>
type ListInput = z.infer<typeof lecturersInput>
/** What is stored of a lecturer. What is absent of the last ones stays as it is. */
export type LecturerInput = Omit<
  z.infer<typeof lecturerInput>,
  'categoryCode' | 'monthlyHours' | 'travel' | 'travelKm' | 'travelUnitIds' | 'accountEmail' | 'personCode'
> & {
  categoryCode?: string | null | undefined
  monthlyHours?: number | null | undefined
  travel?: z.infer<typeof travel> | undefined
  travelKm?: number | null | undefined
  travelUnitIds?: readonly number[] | undefined
  accountId?: number | null
  personId?: number | null
}

const columns = sql`l.id, l.code, l.name, l.is_guest as "isGuest", l.workplace,
  array(select f.field_code from lecturer_field f join teaching_field t on t.code = f.field_code
    where f.lecturer_id = l.id order by t.sort_order, t.code) as fields,
  l.weekly_hours as "weeklyHours", l.monthly_hours as "monthlyHours", l.category_code as "categoryCode", l.travel,
  l.travel_km as "travelKm", l.from_on as "fromOn", l.until_on as "untilOn", l.note, l.version,
  case when p.id is not null then json_build_object('title', p.title, 'unitId', p.unit_id, 'place', p.place) end as post,
  s.needs_approval as "needsApproval", s.approval, s.approved_until - 1 as "approvedLastOn", s.is_proposed as "isProposed"`

/** Joins as `s` how it stands with one lecturer's approval on a day; fenced, so that it is never worked out for all of them. */
export const standingOf = (lecturerId: RawBuilder<unknown>, today: Day) => sql`join lateral (
    select x.* from lecturer_standing(${today}::date) x where x.lecturer_id = ${lecturerId} offset 0) s on true`

/** The lecturers as `l`, how it stands with their approval on that day as `s`, their main post of that day as `p`. */
const lecturersOn = (today: Day) => sql`lecturer l ${standingOf(sql`l.id`, today)}
  left join lateral (select x.id, x.title, x.unit_id, coalesce(x.workplace, unit_name_on(x.unit_id, ${today}::date)) as place
    from lecturer_post x where x.lecturer_id = l.id and x.is_main and x.withdrawn_at is null
      and daterange(x.from_on, x.until_on) @> ${today}::date limit 1) p on true`

function chosen(input: ListInput, today: Day, lineageIds?: readonly number[]): RawBuilder<unknown> {
  const when = [sql`true`]
  if (input.q) when.push(sql`l.search_key like ${`%${searchKey(input.q)}%`}`)
  if (input.isGuest !== undefined) when.push(sql`l.is_guest = ${input.isGuest}`)
  if (input.categoryCode) when.push(sql`l.category_code = ${input.categoryCode}`)
  if (input.fieldCode)
    when.push(
      sql`exists (select from lecturer_field f where f.lecturer_id = l.id and f.field_code = ${input.fieldCode})`,
    )
  if (lineageIds)
    when.push(sql`exists (select from lecturer_topic t where t.lecturer_id = l.id
      and t.lineage_id = any (${[...lineageIds]}::bigint[]))`)
  if (input.approval === 'proposed') when.push(sql`s.is_proposed`)
  else if (input.approval) when.push(sql`s.approval = ${input.approval}`)
  if (input.unitId) when.push(sql`p.unit_id = ${input.unitId}`)
  if (input.period === 'inUse') when.push(sql`daterange(l.from_on, l.until_on) @> ${today}::date`)
  return sql`from ${lecturersOn(today)} where ${sql.join(when, sql` and `)}`
}

const orders = { name: sql`l.sort_key`, code: sql`l.code collate "C"`, weeklyHours: sql`l.weekly_hours` }

const ordered = (input: ListInput) =>
  sql`order by ${orders[input.sort]} ${input.desc ? sql`desc` : sql`asc`}, l.code collate "C", l.id`

/** A page of the lecturers; `lineageIds`: only those who teach one of these topics. */
export async function listed(
  db: Db,
  input: ListInput,
  today: Day,
  lineageIds?: readonly number[],
): Promise<{ rows: Lecturer[]; total: number }> {
  const where = chosen(input, today, lineageIds)
  const { rows } = await sql<Lecturer & { total: number }>`select ${columns}, count(*) over () as total
    ${where} ${ordered(input)} limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const total = rows[0]?.total
  if (total !== undefined || input.page === 1)
    return { rows: rows.map(({ total: _total, ...row }) => row), total: total ?? 0 }
  const past = await sql<{ total: number }>`select count(*) as total ${where}`.execute(db)
  return { rows: [], total: past.rows[0]?.total ?? 0 }
}

/** All of the list, for the workbook. */
export async function allListed(
  db: Db,
  input: ListInput,
  today: Day,
  lineageIds?: readonly number[],
): Promise<Lecturer[]> {
  const { rows } =
    await sql<Lecturer>`select ${columns} ${chosen(input, today, lineageIds)} ${ordered(input)}`.execute(db)
  return rows
}

export async function lecturerById(db: Db, lecturerId: number, today: Day): Promise<Detail | undefined> {
  const { rows } = await sql<Detail>`select ${columns},
      coalesce((select json_agg(json_build_object('id', a.id, 'fromOn', lower(a.during), 'lastOn', upper(a.during) - 1,
        'reason', a.reason) order by lower(a.during)) from lecturer_absence a where a.lecturer_id = l.id), '[]') as absences,
      coalesce((select json_agg(json_build_object('classId', c.id, 'code', c.code, 'name', c.name, 'fieldCode', b.field_code,
        'fromOn', lower(b.during), 'lastOn', upper(b.during) - 1) order by lower(b.during) desc)
        from class_lecturer b join training_class c on c.id = b.class_id where b.lecturer_id = l.id), '[]') as classes,
      coalesce((select json_agg(json_build_object('id', o.id, 'title', o.title, 'unitId', o.unit_id, 'isMain', o.is_main,
        'place', coalesce(o.workplace, unit_name_on(o.unit_id, o.from_on)), 'fromOn', o.from_on, 'untilOn', o.until_on,
        'document', o.document) order by o.from_on desc, o.id desc)
        from lecturer_post o where o.lecturer_id = l.id and o.withdrawn_at is null), '[]') as posts,
      coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'name', d.name, 'field', d.field,
        'grantedOn', d.granted_on, 'grantedBy', d.granted_by) order by d.granted_on desc nulls last, d.id)
        from lecturer_degree d where d.lecturer_id = l.id and d.withdrawn_at is null), '[]') as degrees,
      coalesce((select json_agg(json_build_object('id', v.unit_id, 'name', unit_name_on(v.unit_id, ${today}::date)) order by v.unit_id)
        from lecturer_travel_unit v where v.lecturer_id = l.id), '[]') as "travelUnits",
      (select k.phone_mask from lecturer_contact k where k.lecturer_id = l.id) as "phoneMask",
      (select k.email_mask from lecturer_contact k where k.lecturer_id = l.id) as "emailMask",
      (select json_build_object('name', a.name, 'email', a.email) from account a where a.id = l.account_id) as account,
      (select json_build_object('id', f.id, 'code', f.code, 'name', f.full_name) from person f where f.id = l.person_id) as person,
      '[]'::json as documents, '[]'::json as topics
    from ${lecturersOn(today)} where l.id = ${lecturerId}`.execute(db)
  return rows[0]
}

/** The lecturers that have one of these codes. */
export async function lecturersWithCode(db: Db, codes: readonly string[], today: Day): Promise<Lecturer[]> {
  const { rows } = await sql<Lecturer>`
    select ${columns} from ${lecturersOn(today)} where l.code = any (${[...codes]}::text[])`.execute(db)
  return rows
}

const stored = (input: LecturerInput) => ({
  code: input.code,
  name: input.name,
  search_key: searchKey([input.code, input.name, input.workplace].join(' ')),
  sort_key: nameSortKey(input.name),
  is_guest: input.isGuest,
  workplace: input.workplace,
  weekly_hours: input.weeklyHours,
  from_on: input.fromOn ?? null,
  until_on: input.untilOn ?? null,
  note: input.note,
  ...(input.categoryCode !== undefined && { category_code: input.categoryCode }),
  ...(input.monthlyHours !== undefined && { monthly_hours: input.monthlyHours }),
  ...(input.travel !== undefined && { travel: input.travel, travel_km: input.travelKm ?? null }),
  ...(input.accountId !== undefined && { account_id: input.accountId }),
  ...(input.personId !== undefined && { person_id: input.personId }),
})

/** Adds lecturers with their fields; their ids in the same order. */
export async function addLecturers(db: Db, inputs: readonly LecturerInput[]): Promise<number[]> {
  if (inputs.length === 0) return []
  const rows = await db.insertInto('lecturer').values(inputs.map(stored)).returning('id').execute()
  for (const [i, { id }] of rows.entries()) await setTravelUnits(db, id, inputs[i]?.travelUnitIds ?? [])
  await db
    .insertInto('lecturer_field')
    .values(
      rows.flatMap(({ id }, i) =>
        [...new Set(inputs[i]?.fields)].map((field_code) => ({ lecturer_id: id, field_code })),
      ),
    )
    .execute()
  return rows.map((row) => row.id)
}

/** Changes a lecturer that is still at the version that was seen; false when somebody was faster. */
export async function changeLecturer(
  db: Db,
  lecturerId: number,
  input: LecturerInput,
  version: number,
): Promise<boolean> {
  const row = await db
    .updateTable('lecturer')
    .set((eb) => ({ ...stored(input), version: eb('version', '+', 1) }))
    .where('id', '=', lecturerId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!row) return false
  await db
    .deleteFrom('lecturer_field')
    .where('lecturer_id', '=', lecturerId)
    .where('field_code', 'not in', input.fields)
    .execute()
  await db
    .insertInto('lecturer_field')
    .values([...new Set(input.fields)].map((field_code) => ({ lecturer_id: lecturerId, field_code })))
    .onConflict((on) => on.doNothing())
    .execute()
  if (input.travelUnitIds) await setTravelUnits(db, lecturerId, input.travelUnitIds)
  return true
}

async function setTravelUnits(db: Db, lecturerId: number, unitIds: readonly number[]): Promise<void> {
  const wanted = [...new Set(unitIds)]
  await sql`delete from lecturer_travel_unit where lecturer_id = ${lecturerId} and unit_id <> all (${wanted}::bigint[])`.execute(
    db,
  )
  if (wanted.length === 0) return
  await db
    .insertInto('lecturer_travel_unit')
    .values(wanted.map((unit_id) => ({ lecturer_id: lecturerId, unit_id })))
    .onConflict((on) => on.doNothing())
    .execute()
}

/** The account with this e-mail, and the file among the people with this code; null: there is none. */
export async function linksOf(
  db: Db,
  email: string,
  personCode: string,
): Promise<{ accountId: number | null; personId: number | null }> {
  const { rows } = await sql<{ accountId: number | null; personId: number | null }>`
    select (select a.id from account a where lower(a.email) = lower(${email})) as "accountId",
      (select f.id from person f where f.code = ${personCode}) as "personId"`.execute(db)
  return rows[0] ?? { accountId: null, personId: null }
}

export const addAbsence = (
  db: Db,
  lecturerId: number,
  input: z.infer<typeof absenceInput>,
): Promise<unknown> =>
  db
    .insertInto('lecturer_absence')
    .values({ lecturer_id: lecturerId, during: rangeOf(input), reason: input.reason })
    .execute()

export async function removeAbsence(db: Db, lecturerId: number, absenceId: number): Promise<boolean> {
  const row = await db
    .deleteFrom('lecturer_absence')
    .where('id', '=', absenceId)
    .where('lecturer_id', '=', lecturerId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The fields in their order, with how many teach each on that day (as whoever asks may see them). */
export async function fields(db: Db, today: Day): Promise<Field[]> {
  const { rows } = await sql<Field>`
    select t.code, t.name, t.name_en as "nameEn", t.sort_order as "sortOrder", t.version,
      (select count(*) from lecturer_field f join lecturer l on l.id = f.lecturer_id
        where f.field_code = t.code and daterange(l.from_on, l.until_on) @> ${today}::date) as lecturers
    from teaching_field t order by t.sort_order, t.code`.execute(db)
  return rows
}

export const addField = (db: Db, code: string, input: z.infer<typeof fieldInput>): Promise<unknown> =>
  db
    .insertInto('teaching_field')
    .values({ code, name: input.name, name_en: input.nameEn, sort_order: input.sortOrder })
    .execute()

export async function changeField(
  db: Db,
  code: string,
  version: number,
  input: z.infer<typeof fieldInput>,
): Promise<boolean> {
  const row = await db
    .updateTable('teaching_field')
    .set((eb) => ({
      name: input.name,
      name_en: input.nameEn,
      sort_order: input.sortOrder,
      version: eb('version', '+', 1),
    }))
    .where('code', '=', code)
    .where('version', '=', version)
    .returning('code')
    .executeTakeFirst()
  return row !== undefined
}

/** Hours by field, of one programme or of all that have any. */
export async function hoursOf(db: Db, programmeId?: number): Promise<z.infer<typeof programmeHours>[]> {
  let query = db
    .selectFrom('programme_teaching as h')
    .innerJoin('teaching_field as t', 't.code', 'h.field_code')
    .select(['h.programme_id as programmeId', 'h.field_code as fieldCode', 'h.hours'])
    .orderBy('h.programme_id')
    .orderBy('t.sort_order')
    .orderBy('t.code')
  if (programmeId !== undefined) query = query.where('h.programme_id', '=', programmeId)
  return query.execute()
}

/** Sets the hours of a programme; what is not named goes. */
export async function setHours(
  db: Db,
  programmeId: number,
  hours: Readonly<Record<string, number>>,
): Promise<void> {
  const wanted = Object.entries(hours).filter(([, one]) => one > 0)
  let gone = db.deleteFrom('programme_teaching').where('programme_id', '=', programmeId)
  if (wanted.length > 0)
    gone = gone.where(
      'field_code',
      'not in',
      wanted.map(([code]) => code),
    )
  await gone.execute()
  if (wanted.length === 0) return
  await db
    .insertInto('programme_teaching')
    .values(wanted.map(([field_code, one]) => ({ programme_id: programmeId, field_code, hours: one })))
    .onConflict((on) =>
      on.columns(['programme_id', 'field_code']).doUpdateSet((eb) => ({ hours: eb.ref('excluded.hours') })),
    )
    .execute()
}
