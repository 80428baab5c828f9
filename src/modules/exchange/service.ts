import { createHash } from 'node:crypto'
import type * as z from 'zod'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { findTable } from '../../server/files/table.ts'
import { en as filesEn } from '../../server/files/words.en.ts'
import { vi as filesVi } from '../../server/files/words.vi.ts'
import { markErrors, readSheets } from '../../server/files/xlsx.ts'
import type { Importer, ImportReport } from '../../server/importer.ts'
import type { Service } from '../../server/service.ts'
import type { exchangeContract, importCounts } from './contract.ts'
import { importers } from './importers.ts'
import { refusalOfApply, refusalOfFile } from './rules.ts'
import * as store from './store.ts'
import { exampleMark, templateOf } from './template.ts'

export const exchangeService: Service<typeof exchangeContract> = {
  kinds: async (ctx) =>
    allowed(ctx).map(({ kind, columns }) => ({
      kind,
      columns: columns.map(({ synonyms: [title, ...synonyms], required }) => ({
        title,
        isRequired: required,
        synonyms,
      })),
    })),

  template: async (ctx, { kind }) => templateOf(ctx.locale, importerOf(ctx, kind)),

  list: async (ctx, input) => {
    const { rows, total } = await store.runsOf(ctx.db, kindsOf(ctx), input)
    return { rows: rows.map((run) => shown(ctx, run)), total }
  },

  check: async (ctx, { kind, file, year }) => {
    const importer = importerOf(ctx, kind)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const fileName = tidy(file.name).slice(0, 255) || 'tep.xlsx'
    const { found } = await look(ctx, importer, bytes, { fileName, year: year ?? null })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const madeBy = actorOf(ctx).accountId
    return shown(
      ctx,
      await readRun(
        ctx,
        await store.addRun(ctx.db, { kind, fileName, sha256, year: year ?? null, bytes, madeBy }, found),
      ),
    )
  },

  get: async (ctx, { runId, ...input }) => {
    const run = await readRun(ctx, runId)
    const { rows, total } = await store.rowsOf(ctx.db, runId, input)
    return {
      run: shown(ctx, run),
      total,
      rows: rows.map((row) => ({
        ...row,
        problems: row.problems.map((one) => ({ ...one, sentence: ctx.sentence(one.code, one.params) })),
      })),
    }
  },

  errors: async (ctx, { runId }) => {
    const run = await readRun(ctx, runId)
    const refusal = fileRefusal(ctx, run)
    if (refusal)
      throw problem(refusal.code === 'exchange.fileDeleted' ? 410 : 403, refusal.code, refusal.params)
    const rows = await store.rowsWithProblems(ctx.db, runId)
    const marked = await markErrors(await store.fileOf(ctx.db, runId), {
      sheetName: run.sheetName,
      headerRow: run.headerRow,
      title: (ctx.locale === 'vi' ? filesVi : filesEn).errorColumn,
      errors: rows.flatMap((row) =>
        row.problems.map((one) => {
          const sentence = ctx.sentence(one.code, one.params)
          return { rowNumber: row.rowNumber, sentence: one.column ? `${one.column}: ${sentence}` : sentence }
        }),
      ),
    })
    return xlsxFile(`${run.fileName.replace(/\.[a-z]{1,4}$/i, '')}-loi`, marked)
  },

  checkAgain: async (ctx, { runId }) => {
    const run = await readRun(ctx, runId, true)
    if (run.state === 'applied') throw problem(409, 'exchange.alreadyApplied')
    if (run.state === 'withdrawn') throw problem(409, 'exchange.withdrawn')
    const { found } = await look(ctx, importerOf(ctx, run.kind), await store.fileOf(ctx.db, runId), run)
    await store.putFinding(ctx.db, runId, found)
    return shown(ctx, await readRun(ctx, runId))
  },

  // Looked at once more before it is written: between the two steps others may have changed what the file speaks of.
  apply: async (ctx, { runId }) => {
    const run = await readRun(ctx, runId, true)
    const refusal = refusalOfApply(run)
    if (refusal) throw problem(409, refusal.code, refusal.params)
    const { found, apply } = await look(
      ctx,
      importerOf(ctx, run.kind),
      await store.fileOf(ctx.db, runId),
      run,
    )
    if (found.digest !== run.digest) throw problem(409, 'exchange.stale')
    await apply(ctx)
    await store.markApplied(ctx.db, runId, actorOf(ctx).accountId)
    return shown(ctx, await readRun(ctx, runId))
  },

  withdraw: async (ctx, { runId }) => {
    const run = await readRun(ctx, runId, true)
    if (run.state === 'applied') throw problem(409, 'exchange.alreadyApplied')
    await store.markWithdrawn(ctx.db, runId)
    return shown(ctx, await readRun(ctx, runId))
  },
}

/** The kinds that the actor may bring in. */
const allowed = (ctx: Ctx): Importer[] => importers.filter((one) => actorOf(ctx).rights.includes(one.can))
const kindsOf = (ctx: Ctx): string[] => allowed(ctx).map((one) => one.kind)

function importerOf(ctx: Ctx, kind: string): Importer {
  const importer = importers.find((one) => one.kind === kind)
  if (!importer) throw problem(404, 'exchange.noSuchKind', { kind })
  if (!actorOf(ctx).rights.includes(importer.can)) throw problem(403, 'access.notAllowed')
  return importer
}

async function readRun(ctx: Ctx, runId: number, lock = false): Promise<store.Run> {
  const run = await store.runById(ctx.db, kindsOf(ctx), runId, lock)
  if (!run) throw problem(404, 'access.notFound')
  return run
}

/** Reads and checks a file; writes nothing. */
async function look(
  ctx: Ctx,
  importer: Importer,
  bytes: Uint8Array,
  about: { fileName: string; year: number | null },
): Promise<{ found: store.Found; apply(ctx: Ctx): Promise<void> }> {
  const table = findTable(await readSheets(bytes), importer.columns)
  table.rows = table.rows.filter((row) => !row.text.includes(exampleMark))
  const { report, apply } = await importer.check(ctx, table, {
    year: about.year ?? undefined,
    fileName: about.fileName,
  })
  const found = {
    sheetName: table.sheetName,
    headerRow: table.headerRows.at(-1) ?? 1,
    unknownColumns: table.unknownColumns
      .map((column) => column.title)
      .filter((title) => title !== exampleMark),
    report,
    counts: countsOf(report),
    digest: createHash('sha256').update(JSON.stringify(report)).digest('hex'),
  }
  return { found, apply }
}

function countsOf(report: ImportReport): z.infer<typeof importCounts> {
  const counts = { add: 0, change: 0, drop: 0, same: 0, wrong: 0, skipped: 0, doubtful: 0 }
  for (const row of report.rows) {
    counts[row.action] += 1
    if (row.action !== 'wrong' && row.problems.length > 0) counts.doubtful += 1
  }
  return counts
}

const fileRefusal = (ctx: Ctx, run: store.Run) =>
  refusalOfFile(run, {
    holdsMasked: importerOf(ctx, run.kind).holdsMasked ?? false,
    accountId: actorOf(ctx).accountId,
  })

function shown(ctx: Ctx, run: store.Run) {
  const { headerRow: _headerRow, digest: _digest, madeById: _madeById, checks, ...rest } = run
  const can: ('apply' | 'checkAgain' | 'withdraw' | 'errors')[] =
    run.state === 'checked' ? ['checkAgain', 'withdraw'] : []
  if (refusalOfApply(run) === null) can.unshift('apply')
  if (run.counts.wrong + run.counts.doubtful > 0 && fileRefusal(ctx, run) === null) can.push('errors')
  return {
    ...rest,
    checks: checks.map((one) => ({ ...one, sentence: ctx.sentence(one.code, one.params) })),
    can,
  }
}
