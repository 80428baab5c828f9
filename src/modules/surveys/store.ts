import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import type {
  Definition,
  formVersion,
  Subject,
  SurveyResult,
  surveyCampaign,
  surveyFile,
  surveyForm,
  surveySetting,
  surveySheet,
} from './contract.ts'
import type { Content } from './quality.ts'
import type { Figure } from './rules.ts'

export type Campaign = Omit<z.infer<typeof surveyCampaign>, 'can'> & { sharedKey: string | null }
type Sheet = Omit<z.infer<typeof surveySheet>, 'sheet' | 'sheets'> & {
  campaignId: number
  mostAsked: number | null
}

/** Adds the shipped forms that are not here yet, each with its first version published; how many came. */
export async function addForms(
  db: Db,
  forms: readonly z.infer<typeof surveyFile>[],
  accountId: number | null,
): Promise<number> {
  let added = 0
  for (const form of forms) {
    const row = await db
      .insertInto('survey_form')
      .values({
        code: form.code,
        title: form.title,
        origin: form.origin,
        source: form.source,
        needs_confirmation: form.needsConfirmation,
      })
      .onConflict((on) => on.column('code').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) continue
    await sql`insert into survey_version (form_id, number, definition, made_by, published_by, published_at)
      values (${row.id}, 1, ${JSON.stringify(form.definition)}, ${accountId}, ${accountId}, now())`.execute(
      db,
    )
    added += 1
  }
  return added
}

/** What a campaign can be opened with: of the forms that come with Nhịp first, then of the school's own. */
export async function publishedForms(
  db: Db,
): Promise<{ versionId: number; title: string; number: number; needsConfirmation: boolean }[]> {
  const { rows } = await sql<{
    versionId: number
    title: string
    number: number
    needsConfirmation: boolean
  }>`
    select v.id as "versionId", f.title, v.number, f.needs_confirmation as "needsConfirmation"
    from survey_version v join survey_form f on f.id = v.form_id
    where v.published_at is not null order by f.origin = 'school', f.title collate "C", v.number desc`.execute(
    db,
  )
  return rows
}

type FormVersion = Omit<z.infer<typeof formVersion>, 'can'>

/** Forms with their versions, the newest version first. */
export async function formsWithVersions(db: Db): Promise<z.infer<typeof surveyForm>[]> {
  const { rows } = await sql<z.infer<typeof surveyForm>>`
    select f.id, f.title, f.origin, f.source, f.needs_confirmation as "needsConfirmation", (
      select coalesce(jsonb_agg(jsonb_build_object('versionId', v.id, 'number', v.number, 'isPublished', v.published_at is not null,
        'campaigns', (select count(*) from survey_campaign c where c.version_id = v.id)) order by v.number desc), '[]')
      from survey_version v where v.form_id = f.id) as versions
    from survey_form f order by f.title collate "C", f.id`.execute(db)
  return rows
}

export async function versionById(db: Db, versionId: number): Promise<FormVersion | undefined> {
  const { rows } = await sql<FormVersion>`
    select v.id as "versionId", f.id as "formId", f.title, f.origin, f.source, f.needs_confirmation as "needsConfirmation",
      v.number, v.published_at as "publishedAt", p.name as "publishedBy", m.name as "madeBy", v.definition, v.version
    from survey_version v join survey_form f on f.id = v.form_id
      left join account p on p.id = v.published_by left join account m on m.id = v.made_by
    where v.id = ${versionId}`.execute(db)
  return rows[0]
}

/** A form of the school's own with its first draft: an empty one, or what a version says. */
export async function addForm(
  db: Db,
  form: { title: string; source: string; definition: FormVersion['definition'] },
  accountId: number | null,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with form as (
      insert into survey_form (code, title, origin, source)
      values ('TRUONG-' || coalesce((select max(id) from survey_form), 0) + 1, ${form.title}, 'school', ${form.source}) returning id)
    insert into survey_version (form_id, number, definition, made_by)
    select id, 1, ${JSON.stringify(form.definition)}, ${accountId} from form returning id`.execute(db)
  return rows[0]?.id as number
}

/** The draft of a form: the one there is, else one that begins with what a version says. */
export async function draftFrom(db: Db, versionId: number, accountId: number | null): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with begun as (
      insert into survey_version (form_id, number, definition, made_by)
      select v.form_id, (select max(number) + 1 from survey_version o where o.form_id = v.form_id), v.definition, ${accountId}
      from survey_version v where v.id = ${versionId}
      on conflict (form_id) where published_at is null do nothing returning id)
    select id from begun
    union all select o.id from survey_version v join survey_version o on o.form_id = v.form_id and o.published_at is null
      where v.id = ${versionId} limit 1`.execute(db)
  return rows[0]?.id as number
}

/** Saves a draft; false when somebody was faster. */
export async function saveDraft(
  db: Db,
  input: { versionId: number; title: string; definition: Definition; version: number },
): Promise<boolean> {
  const { rows } = await sql<{ formId: number }>`
    update survey_version set definition = ${JSON.stringify(input.definition)}, version = version + 1
    where id = ${input.versionId} and version = ${input.version} returning form_id as "formId"`.execute(db)
  const formId = rows[0]?.formId
  if (formId === undefined) return false
  await sql`update survey_form set title = ${input.title}, version = version + 1
    where id = ${formId} and title <> ${input.title}`.execute(db)
  return true
}

/** Publishes a draft; false when somebody was faster. */
export async function publishDraft(
  db: Db,
  versionId: number,
  version: number,
  accountId: number | null,
): Promise<boolean> {
  const { rows } = await sql`update survey_version
    set published_at = now(), published_by = ${accountId}, version = version + 1
    where id = ${versionId} and version = ${version} returning id`.execute(db)
  return rows.length > 0
}

/** Throws a draft away, and its form where it was the only version; false when somebody was faster. */
export async function dropDraft(db: Db, versionId: number, version: number): Promise<boolean> {
  const { rows } = await sql<{ formId: number }>`delete from survey_version
    where id = ${versionId} and version = ${version} returning form_id as "formId"`.execute(db)
  const formId = rows[0]?.formId
  if (formId === undefined) return false
  await sql`delete from survey_form f where f.id = ${formId}
    and not exists (select from survey_version v where v.form_id = f.id)`.execute(db)
  return true
}

const campaigns = (today: Day) => sql`
  select c.id, c.class_id as "classId", k.code as "classCode", k.name as "className", p.name as "programmeName",
    f.title as "formTitle", v.id as "versionId", v.number as "versionNumber", c.opens_on as "opensOn",
    c.closes_on as "closesOn", c.closed_on as "closedOn", c.is_anonymous as "isAnonymous", c.respondents,
    coalesce(k.closes_on, c.closes_on) as "heldOn",
    c.is_automatic as "isAutomatic", c.title, c.most_asked as "mostAsked", c.expected, c.issued, c.way, c.shared_key as "sharedKey", c.version,
    case when r.campaign_id is not null then 'settled' else survey_state(c.opens_on, c.closes_on, c.closed_on, ${today}::date) end as state
  from survey_campaign c join training_class k on k.id = c.class_id join programme p on p.id = k.programme_id
    join survey_version v on v.id = c.version_id join survey_form f on f.id = v.form_id
    left join survey_result r on r.campaign_id = c.id`

async function counted(db: Db, rows: Omit<Campaign, 'answers'>[]): Promise<Campaign[]> {
  const ids = rows.map((row) => row.id)
  const counts = await sql<{ campaign_id: number; answers: number }>`
    select * from survey_counts(${ids}::bigint[])`.execute(db)
  const byId = new Map(counts.rows.map((row) => [row.campaign_id, row.answers]))
  return rows.map((row) => ({ ...row, answers: byId.get(row.id) ?? 0 }))
}

/** A page of the campaigns, the one that closes last first. */
export async function listed(
  db: Db,
  today: Day,
  { page, size }: { page: number; size: number },
): Promise<{ rows: Campaign[]; total: number }> {
  const { rows } = await sql<Omit<Campaign, 'answers'>>`${campaigns(today)}
    order by c.closes_on desc, c.id desc limit ${size} offset ${(page - 1) * size}`.execute(db)
  const total = await sql<{ total: number }>`select count(*) as total from survey_campaign`.execute(db)
  return { rows: await counted(db, rows), total: total.rows[0]?.total ?? 0 }
}

export async function campaignById(db: Db, campaignId: number, today: Day): Promise<Campaign | undefined> {
  const { rows } = await sql<
    Omit<Campaign, 'answers'>
  >`${campaigns(today)} where c.id = ${campaignId}`.execute(db)
  return (await counted(db, rows))[0]
}

export async function subjectsOf(db: Db, campaignId: number): Promise<Subject[]> {
  const { rows } =
    await sql<Subject>`select id, kind, label, lecturer_id as "lecturerId", lineage_id as "lineageId" from survey_subject
    where campaign_id = ${campaignId} order by sort_order, id`.execute(db)
  return rows
}

type NewCampaign = {
  classId: number
  title?: string
  /** Null: a sheet asks about everything. */
  mostAsked: number | null
  versionId: number
  opensOn: Day
  closesOn: Day
  expected: number
  way: 'tokens' | 'shared'
  shared: { key: string; hash: Buffer } | null
  respondents?: 'learners' | 'lecturers'
  withTopics?: boolean
  withTimetable?: boolean
  /** Opened because the class ended. */
  isAutomatic?: boolean
}

/**
 * Opens a campaign with what is evaluated in it: the class's programme and place; from its timetable the topics and each lecturer
 * with each topic; booked lecturers who stand in no session; and what is named besides.
 */
export async function addCampaign(
  db: Db,
  input: NewCampaign,
  named: readonly { kind: 'topic' | 'lecturer'; label: string }[],
): Promise<number> {
  const row = await db
    .insertInto('survey_campaign')
    .values({
      class_id: input.classId,
      title: input.title ?? '',
      most_asked: input.mostAsked,
      version_id: input.versionId,
      opens_on: input.opensOn,
      closes_on: input.closesOn,
      expected: input.expected,
      way: input.way,
      shared_key: input.shared?.key ?? null,
      shared_hash: input.shared?.hash ?? null,
      is_automatic: input.isAutomatic ?? false,
      respondents: input.respondents ?? 'learners',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const labels = named.map((one) => one.label)
  const kinds = named.map((one) => one.kind)
  await sql`
    with session as (
      select s.lecturer_id, i.lineage_id, left(i.title, 300) as topic
      from class_session s left join curriculum_item i on i.id = s.item_id and i.kind = 'topic'
      where s.class_id = ${input.classId} and s.state in ('planned', 'taught', 'changed') and s.on_day <= ${input.closesOn}::date
        and ${input.withTimetable ?? true}),
    pair as (
      select lecturer_id, lineage_id, min(topic) as topic from session s
      where lecturer_id is not null and (lineage_id is not null
        or not exists (select from session o where o.lecturer_id = s.lecturer_id and o.lineage_id is not null))
      group by 1, 2
      union all select distinct b.lecturer_id, null::bigint, null from class_lecturer b
      where b.class_id = ${input.classId} and not exists (select from session o where o.lecturer_id = b.lecturer_id))
    insert into survey_subject (campaign_id, kind, label, lecturer_id, lineage_id, topic, sort_order,
      part_lineage_id, part, module_lineage_id, module)
    select ${row.id}, kind, label, lecturer_id, lineage_id, topic, sort_order, above.part_id, above.part, above.module_id, above.module
    from (
      select 'programme' as kind, p.name as label, null::bigint as lecturer_id, null::bigint as lineage_id, null as topic, 0 as sort_order
        from training_class k join programme p on p.id = k.programme_id where k.id = ${input.classId}
      union all select 'place', k.place, null, null, null, 1 from training_class k where k.id = ${input.classId} and k.place <> ''
      union all select 'lecturer', left(concat_ws(': ', l.name, pair.topic), 300), l.id, pair.lineage_id, pair.topic, 2
        from pair join lecturer l on l.id = pair.lecturer_id
      union all select 'topic', min(topic), null, lineage_id, null, 3 from (
        select lineage_id, topic from session where lineage_id is not null
        union all select i.lineage_id, left(i.title, 300) from training_class k join curriculum_item i on i.curriculum_id = k.curriculum_id
          where k.id = ${input.classId} and i.kind = 'topic' and ${input.withTopics ?? false}) t group by lineage_id
      union all select kind, label, null, null, null, 3
        from unnest(${kinds}::text[], ${labels}::text[]) as besides(kind, label)
    ) subject
    left join lateral (
      with recursive up as (
        select i.parent_id, i.kind, i.lineage_id as item, i.title from training_class k
          join curriculum_item i on i.curriculum_id = k.curriculum_id and i.lineage_id = subject.lineage_id
        where k.id = ${input.classId}
        union all select i.parent_id, i.kind, i.lineage_id, i.title from up join curriculum_item i on i.id = up.parent_id)
      select max(item) filter (where kind = 'part') as part_id, max(left(title, 300)) filter (where kind = 'part') as part,
        max(item) filter (where kind = 'module') as module_id, max(left(title, 300)) filter (where kind = 'module') as module
      from up) above on subject.lineage_id is not null
    order by sort_order, label collate "C"`.execute(db)
  return row.id
}

/** Other dates or another number expected; false when somebody was faster. */
export async function changeCampaign(
  db: Db,
  campaignId: number,
  {
    opensOn,
    closesOn,
    expected,
    version,
  }: { opensOn: Day; closesOn: Day; expected: number; version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('survey_campaign')
    .set((eb) => ({ opens_on: opensOn, closes_on: closesOn, expected, version: eb('version', '+', 1) }))
    .where('id', '=', campaignId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps the hashes of links that were given out; false when the campaign has a shared one. */
export async function addLinks(db: Db, campaignId: number, hashes: readonly Buffer[]): Promise<void> {
  await db
    .insertInto('survey_token')
    .values(hashes.map((hash) => ({ hash, campaign_id: campaignId })))
    .execute()
  await db
    .updateTable('survey_campaign')
    .set((eb) => ({ issued: eb('issued', '+', hashes.length) }))
    .where('id', '=', campaignId)
    .execute()
}

/**
 * No link that is out and unused is good any more; of a shared one the next takes its place. How many; null when somebody was
 * faster. It waits for answers that are being taken.
 */
export async function withdrawLinks(
  db: Db,
  campaignId: number,
  version: number,
  next: { key: string; hash: Buffer } | null,
): Promise<number | null> {
  const was = await db
    .selectFrom('survey_campaign')
    .select(['shared_hash'])
    .where('id', '=', campaignId)
    .where('version', '=', version)
    .forUpdate()
    .executeTakeFirst()
  if (!was) return null
  await db
    .updateTable('survey_campaign')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(next && { shared_key: next.key, shared_hash: next.hash }),
    }))
    .where('id', '=', campaignId)
    .execute()
  if (next && was.shared_hash) {
    await db
      .insertInto('survey_token')
      .values({ hash: was.shared_hash, campaign_id: campaignId, state: 'withdrawn' })
      .execute()
    return 1
  }
  const { numUpdatedRows } = await db
    .updateTable('survey_token')
    .set({ state: 'withdrawn' })
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'unused')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function settingNow(db: Db): Promise<z.infer<typeof surveySetting>> {
  const { rows } = await sql<z.infer<typeof surveySetting>>`
    select opens_itself as "opensItself", version_id as "versionId", since, most_asked as "mostAsked", version from survey_setting`.execute(
    db,
  )
  return rows[0] ?? { opensItself: false, versionId: null, since: null, mostAsked: 12, version: 0 }
}

/** How long the sheets of new campaigns may be; false when somebody was faster. */
export async function keepSheetLength(
  db: Db,
  { mostAsked, version }: { mostAsked: number; version: number },
): Promise<boolean> {
  const { rows } = await sql`update survey_setting set most_asked = ${mostAsked}, version = version + 1
    where version = ${version} returning id`.execute(db)
  return rows.length > 0
}

/** Keeps the switch; the day from which it counts is the day it is switched on. False when somebody was faster. */
export async function keepSetting(
  db: Db,
  input: { opensItself: boolean; versionId: number | null; version: number },
  today: Day,
): Promise<boolean> {
  const { rows } = await sql`update survey_setting set opens_itself = ${input.opensItself},
      version_id = coalesce(${input.versionId}::bigint, version_id), version = version + 1,
      since = case when ${input.opensItself} and not opens_itself then ${today}::date else since end
    where version = ${input.version} returning id`.execute(db)
  return rows.length > 0
}

/** The school takes a form that was shipped as a proposal for its own. */
export async function confirmForm(db: Db, versionId: number): Promise<void> {
  await sql`update survey_form set needs_confirmation = false, version = version + 1
    where needs_confirmation and id = (select form_id from survey_version where id = ${versionId})`.execute(
    db,
  )
}

/** Campaigns whose last day is over and that nobody has closed. */
export async function overdue(
  db: Db,
  today: Day,
): Promise<{ id: number; versionId: number; version: number }[]> {
  const { rows } = await sql<{ id: number; versionId: number; version: number }>`
    select id, version_id as "versionId", version from survey_campaign
    where closed_on is null and closes_on < ${today}::date order by id`.execute(db)
  return rows
}

/**
 * Classes that end today or have ended since the switch was turned on, not longer ago than a campaign lasts, without a campaign
 * that still took sheets on the class's last day: one in the middle of a class does not stand for the one at its end. Where the number of learners is not known yet, the class waits for it.
 */
export async function endedClasses(
  db: Db,
  since: Day,
  today: Day,
  days: number,
): Promise<{ classId: number; learners: number }[]> {
  const { rows } = await sql<{ classId: number; learners: number }>`
    select k.id as "classId", least(k.learners, 5000) as learners from training_class k
    where k.closes_on between greatest(${since}::date, ${today}::date - ${days}::integer) and ${today}::date
      and k.cancelled_on is null and k.learners > 0
      and not exists (select from survey_campaign c where c.class_id = k.id
        and (c.is_automatic or coalesce(c.closed_on, c.closes_on) >= k.closes_on)) order by k.id`.execute(db)
  return rows
}

/** No more answers from here on; false when somebody was faster. Waits for answers that are being taken. */
export async function closeCampaign(
  db: Db,
  campaignId: number,
  version: number,
  today: Day,
): Promise<boolean> {
  const row = await db
    .updateTable('survey_campaign')
    .set((eb) => ({ closed_on: today, version: eb('version', '+', 1) }))
    .where('id', '=', campaignId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function openedAnswers(
  db: Db,
  campaignId: number,
  today: Day,
): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ answer: Record<string, unknown> }>`
    select a as answer from survey_opened(${campaignId}, ${today}::date) a`.execute(db)
  return rows.map((row) => row.answer)
}

export async function definitionOf(db: Db, versionId: number): Promise<Definition | undefined> {
  const row = await db
    .selectFrom('survey_version')
    .select('definition')
    .where('id', '=', versionId)
    .executeTakeFirst()
  return row?.definition as Definition | undefined
}

export async function keepResult(db: Db, campaignId: number, content: SurveyResult): Promise<void> {
  await sql`insert into survey_result (campaign_id, answers, content)
    values (${campaignId}, ${content.answers}, ${JSON.stringify(content)})`.execute(db)
}

/** The figures of a campaign that results across classes are made of. */
export async function keepFigures(
  db: Db,
  campaignId: number,
  versionId: number,
  figures: readonly Figure[],
): Promise<void> {
  await sql`insert into survey_figure
      (campaign_id, at, form_id, subject_id, question, text, low, high, n, mean, spread, counts, comments)
    select ${campaignId}, f.at, v.form_id, f."subjectId", f.question, f.text, f.low, f.high, f.n, f.mean, f.spread, f.counts,
      array(select jsonb_array_elements_text(f.comments))
    from survey_version v, jsonb_to_recordset(${JSON.stringify(figures)}) as f(at text, "subjectId" bigint, question text,
      text text, low integer, high integer, n integer, mean double precision, spread double precision, counts jsonb, comments jsonb)
    where v.id = ${versionId}`.execute(db)
}

export async function resultOf(db: Db, campaignId: number): Promise<SurveyResult | undefined> {
  const row = await db
    .selectFrom('survey_result')
    .select('content')
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst()
  // Results that were kept before invalid sheets were known have none.
  return row && { invalid: 0, ...(row.content as Omit<SurveyResult, 'invalid'>) }
}

/** Fostering courses that ended in a year and were held, with what their closed campaigns with answers have evaluated. */
export async function endedCourses(db: Db, year: number): Promise<{ endedOn: Day; contents: Content[] }[]> {
  const { rows } = await sql<{ endedOn: Day; contents: Content[] }>`
    select k.closes_on as "endedOn", array(
      select distinct part ->> 'content' from survey_campaign c join survey_version v on v.id = c.version_id
        join survey_result r on r.campaign_id = c.id cross join jsonb_array_elements(v.definition -> 'sections') part
      where c.class_id = k.id and r.answers > 0 and part ->> 'content' is not null) as contents
    from training_class k join programme p on p.id = k.programme_id
    where p.kind = 'fostering' and k.cancelled_on is null
      and k.closes_on >= make_date(${year}, 1, 1) and k.closes_on < make_date(${year + 1}, 1, 1)`.execute(db)
  return rows
}

/** What lies behind a link, for anybody who has it. */
export async function sheetBehind(db: Db, hash: Buffer, today: Day): Promise<Sheet | undefined> {
  const { rows } = await sql<{
    sheet: (Omit<Sheet, 'school'> & { school: string | null }) | null
  }>`select survey_sheet(${hash}, ${today}::date) as sheet`.execute(db)
  const sheet = rows[0]?.sheet
  // While an installation is being set up, its school has no name yet.
  return sheet ? { ...sheet, school: sheet.school ?? '' } : undefined
}

/** Spends the link and keeps the answer, both or neither: 'taken', or why not; null where there is no such link. */
export async function putAnswer(
  db: Db,
  hash: Buffer,
  press: Buffer,
  today: Day,
  answer: Record<string, unknown>,
): Promise<string | null> {
  const { rows } = await sql<{ state: string | null }>`
    select survey_put(${hash}, ${press}, ${today}::date, ${JSON.stringify(answer)}::jsonb) as state`.execute(
    db,
  )
  return rows[0]?.state ?? null
}
