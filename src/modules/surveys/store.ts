import { sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import type {
  Definition,
  Subject,
  SurveyResult,
  surveyCampaign,
  surveyFile,
  surveySheet,
} from './contract.ts'

export type Campaign = Omit<z.infer<typeof surveyCampaign>, 'can'> & { sharedKey: string | null }
type Sheet = z.infer<typeof surveySheet> & { campaignId: number }

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
    where v.published_at is not null order by f.title collate "C", v.number desc`.execute(db)
  return rows
}

const campaigns = (today: Day) => sql`
  select c.id, c.class_id as "classId", k.code as "classCode", k.name as "className", p.name as "programmeName",
    f.title as "formTitle", v.id as "versionId", v.number as "versionNumber", c.opens_on as "opensOn",
    c.closes_on as "closesOn", c.closed_on as "closedOn", c.is_anonymous as "isAnonymous",
    c.is_automatic as "isAutomatic", c.expected, c.issued, c.way, c.shared_key as "sharedKey", c.version,
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
  const { rows } = await sql<Subject>`select id, kind, label, lecturer_id as "lecturerId" from survey_subject
    where campaign_id = ${campaignId} order by sort_order, id`.execute(db)
  return rows
}

type NewCampaign = {
  classId: number
  versionId: number
  opensOn: Day
  closesOn: Day
  expected: number
  way: 'tokens' | 'shared'
  shared: { key: string; hash: Buffer } | null
}

/** Opens a campaign with what is evaluated in it: the class's programme, place and booked lecturers, and what is named besides. */
export async function addCampaign(
  db: Db,
  input: NewCampaign,
  named: readonly { kind: 'topic' | 'lecturer'; label: string }[],
): Promise<number> {
  const row = await db
    .insertInto('survey_campaign')
    .values({
      class_id: input.classId,
      version_id: input.versionId,
      opens_on: input.opensOn,
      closes_on: input.closesOn,
      expected: input.expected,
      way: input.way,
      shared_key: input.shared?.key ?? null,
      shared_hash: input.shared?.hash ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const labels = named.map((one) => one.label)
  const kinds = named.map((one) => one.kind)
  await sql`insert into survey_subject (campaign_id, kind, label, lecturer_id, sort_order)
    select ${row.id}, kind, label, lecturer_id, sort_order from (
      select 'programme' as kind, p.name as label, null::bigint as lecturer_id, 0 as sort_order
        from training_class k join programme p on p.id = k.programme_id where k.id = ${input.classId}
      union all select 'place', k.place, null, 1 from training_class k where k.id = ${input.classId} and k.place <> ''
      union all select distinct 'lecturer', l.name, l.id, 2
        from class_lecturer b join lecturer l on l.id = b.lecturer_id where b.class_id = ${input.classId}
      union all select kind, label, null, 3
        from unnest(${kinds}::text[], ${labels}::text[]) as besides(kind, label)
    ) subject order by sort_order, label collate "C"`.execute(db)
  return row.id
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

export async function resultOf(db: Db, campaignId: number): Promise<SurveyResult | undefined> {
  const row = await db
    .selectFrom('survey_result')
    .select('content')
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst()
  return row?.content as SurveyResult | undefined
}

/** What lies behind a link, for anybody who has it. */
export async function sheetBehind(db: Db, hash: Buffer, today: Day): Promise<Sheet | undefined> {
  const { rows } = await sql<{
    sheet: Sheet | null
  }>`select survey_sheet(${hash}, ${today}::date) as sheet`.execute(db)
  return rows[0]?.sheet ?? undefined
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
