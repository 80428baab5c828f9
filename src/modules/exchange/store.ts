import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { ImportReport } from '../../server/importer.ts'
import type { importCheck, importCounts, importRow, importRun, rowsInput, runsInput } from './contract.ts'
import { fileKeptDays } from './rules.ts'

type Counts = z.infer<typeof importCounts>
type Check = Omit<z.infer<typeof importCheck>, 'sentence'>
type Bare = Omit<z.infer<typeof importRow>, 'problems'> & {
  problems: Omit<z.infer<typeof importRow>['problems'][number], 'sentence'>[]
}
export type Run = Omit<z.infer<typeof importRun>, 'can' | 'checks'> & {
  checks: Check[]
  headerRow: number
  digest: string
  madeById: number
}

const columns = sql`
  r.id, r.kind, r.file_name as "fileName", r.sha256, r.size_bytes as "sizeBytes", (r.options ->> 'year')::int as year, r.state,
  r.sheet_name as "sheetName", r.header_row as "headerRow", r.unknown_columns as "unknownColumns", r.checks, r.counts, r.digest,
  r.made_by as "madeById", (select a.name from account a where a.id = r.made_by) as "madeBy", r.made_at as "madeAt",
  (select a.name from account a where a.id = r.applied_by) as "appliedBy", r.applied_at as "appliedAt",
  r.file_deleted_on as "fileDeletedOn",
  case when r.file_deleted_on is null then
    (coalesce(r.applied_at, r.withdrawn_at, r.checked_at) + make_interval(days => ${fileKeptDays}))::date end as "fileKeptUntil",
  (select json_build_object('id', e.id, 'on', e.applied_at::date) from import_run e
    where e.kind = r.kind and e.sha256 = r.sha256 and e.state = 'applied' and e.id <> r.id and e.id < r.id
    order by e.id desc limit 1) as "writtenBefore"`

/** A run of one of these kinds; the others do not exist for the reader. */
export async function runById(
  db: Db,
  kinds: readonly string[],
  runId: number,
  lock = false,
): Promise<Run | undefined> {
  const { rows } = await sql<Run>`
    select ${columns} from import_run r where r.id = ${runId} and r.kind = any (${[...kinds]}::text[])
    ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

export async function runsOf(
  db: Db,
  kinds: readonly string[],
  input: z.infer<typeof runsInput>,
): Promise<{ rows: Run[]; total: number }> {
  const when: RawBuilder<unknown>[] = [sql`r.kind = any (${[...kinds]}::text[])`]
  if (input.kind) when.push(sql`r.kind = ${input.kind}`)
  if (input.state) when.push(sql`r.state = ${input.state}`)
  if (input.q) when.push(sql`r.file_name ilike ${`%${input.q.replace(/[\\%_]/g, '\\$&')}%`}`)
  const where = sql`from import_run r where ${sql.join(when, sql` and `)}`
  const { rows } = await sql<Run>`
    select ${columns} ${where} order by r.id ${input.desc ? sql`asc` : sql`desc`}
    limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*) as total ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export type NewRun = {
  kind: string
  fileName: string
  sha256: string
  year: number | null
  bytes: Uint8Array
  madeBy: number
}

export type Found = {
  sheetName: string
  headerRow: number
  unknownColumns: string[]
  report: ImportReport
  counts: Counts
  digest: string
}

export async function addRun(db: Db, run: NewRun, found: Found): Promise<number> {
  const row = await db
    .insertInto('import_run')
    .values({
      kind: run.kind,
      file_name: run.fileName,
      sha256: run.sha256,
      size_bytes: run.bytes.length,
      options: JSON.stringify(run.year === null ? {} : { year: run.year }),
      made_by: run.madeBy,
      ...storedFinding(found),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('import_file')
    .values({ run_id: row.id, bytes: Buffer.from(run.bytes) })
    .execute()
  await addRows(db, row.id, found.report)
  return row.id
}

/** What a second look at the same file found. */
export async function putFinding(db: Db, runId: number, found: Found): Promise<void> {
  await db
    .updateTable('import_run')
    .set({ ...storedFinding(found), checked_at: sql<string>`now()` })
    .where('id', '=', runId)
    .execute()
  await db.deleteFrom('import_row').where('run_id', '=', runId).execute()
  await addRows(db, runId, found.report)
}

const storedFinding = (found: Found) => ({
  sheet_name: found.sheetName,
  header_row: found.headerRow,
  unknown_columns: JSON.stringify(found.unknownColumns),
  checks: JSON.stringify(found.report.checks),
  counts: JSON.stringify(found.counts),
  digest: found.digest,
})

async function addRows(db: Db, runId: number, report: ImportReport): Promise<void> {
  for (let at = 0; at < report.rows.length; at += 5000) {
    const part = report.rows.slice(at, at + 5000).map((row, i) => ({ ...row, place: at + i }))
    await sql`
      insert into import_row (run_id, place, row_number, action, understood, problems, changes)
      select ${runId}, r.place, r."rowNumber", r.action, r.understood, r.problems, coalesce(r.changes, '[]'::jsonb)
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as r (place int, "rowNumber" int, action text, understood text, problems jsonb, changes jsonb)`.execute(
      db,
    )
  }
}

const shown: Record<z.infer<typeof rowsInput>['show'], RawBuilder<unknown>> = {
  all: sql`true`,
  wrong: sql`r.action = 'wrong'`,
  doubtful: sql`r.action <> 'wrong' and r.problems <> '[]'::jsonb`,
  add: sql`r.action = 'add'`,
  change: sql`r.action = 'change'`,
  drop: sql`r.action = 'drop'`,
  same: sql`r.action = 'same'`,
  skipped: sql`r.action = 'skipped'`,
}

/** Wrong rows first, then doubtful ones, then what would be dropped, then the rest; within each as in the file. */
export async function rowsOf(
  db: Db,
  runId: number,
  input: z.infer<typeof rowsInput>,
): Promise<{ rows: Bare[]; total: number }> {
  const where = sql`from import_row r where r.run_id = ${runId} and ${shown[input.show]}
    ${input.q ? sql`and r.understood ilike ${`%${input.q.replace(/[\\%_]/g, '\\$&')}%`}` : sql``}`
  const { rows } = await sql<Bare>`
    select r.row_number as "rowNumber", r.action, r.understood, r.problems, r.changes ${where}
    order by r.action <> 'wrong', r.problems = '[]'::jsonb, r.action <> 'drop', r.place
    limit ${input.size} offset ${(input.page - 1) * input.size}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*) as total ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** The rows about which something is to be said, for the marked workbook. */
export async function rowsWithProblems(db: Db, runId: number): Promise<Bare[]> {
  const { rows } = await sql<Bare>`
    select r.row_number as "rowNumber", r.action, r.understood, r.problems, r.changes
    from import_row r where r.run_id = ${runId} and r.problems <> '[]'::jsonb order by r.place`.execute(db)
  return rows
}

export async function fileOf(db: Db, runId: number): Promise<Uint8Array> {
  const row = await db
    .selectFrom('import_file')
    .select('bytes')
    .where('run_id', '=', runId)
    .executeTakeFirstOrThrow()
  return row.bytes
}

export async function markApplied(db: Db, runId: number, appliedBy: number): Promise<void> {
  await db
    .updateTable('import_run')
    .set({ state: 'applied', applied_by: appliedBy, applied_at: sql<string>`now()` })
    .where('id', '=', runId)
    .execute()
}

export async function markWithdrawn(db: Db, runId: number): Promise<void> {
  await db
    .updateTable('import_run')
    .set({ state: 'withdrawn', withdrawn_at: sql<string>`now()` })
    .where('id', '=', runId)
    .execute()
}

/**
 * Deletes the content of every file whose run was written, put aside or last looked at more than `fileKeptDays` before `now`;
 * a run that nobody wrote until then counts as put aside. Gives how many files went.
 */
export async function forgetFiles(db: Db, now: Date, today: Day): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with due as (
      select r.id from import_run r
      where r.file_deleted_on is null
        and coalesce(r.applied_at, r.withdrawn_at, r.checked_at) < ${now}::timestamptz - make_interval(days => ${fileKeptDays})
      for update
    ), gone as (
      delete from import_file f using due where f.run_id = due.id
    )
    update import_run r set file_deleted_on = ${today}::date,
      state = case when r.state = 'checked' then 'withdrawn' else r.state end,
      withdrawn_at = case when r.state = 'checked' then ${now}::timestamptz else r.withdrawn_at end
    from due where due.id = r.id returning r.id`.execute(db)
  return rows.length
}
