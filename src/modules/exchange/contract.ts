import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, file, id, instant, listInput, listOf, year } from '../../pure/schema.ts'

export const rowAction = z.enum(['add', 'change', 'drop', 'same', 'wrong', 'skipped'])
export const runState = z.enum(['checked', 'applied', 'withdrawn'])

export const importKind = z.object({
  kind: z.string(),
  columns: z.array(z.object({ title: z.string(), isRequired: z.boolean(), synonyms: z.array(z.string()) })),
})

/** `doubtful`: rows that may be written but that a person should look at. */
export const importCounts = z.object({
  add: z.number().int(),
  change: z.number().int(),
  /** Not rows of the file: what is there already, that the file no longer has and that would go. */
  drop: z.number().int(),
  same: z.number().int(),
  wrong: z.number().int(),
  skipped: z.number().int(),
  doubtful: z.number().int(),
})

export const importCheck = z.object({
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  holds: z.boolean(),
  sentence: z.string(),
})

export const importRow = z.object({
  /** As the spreadsheet shows it; 0 for a `drop`. */
  rowNumber: z.number().int(),
  action: rowAction,
  understood: z.string(),
  problems: z.array(
    z.object({
      column: z.string().nullable(),
      code: z.string(),
      params: z.record(z.string(), z.unknown()),
      isError: z.boolean(),
      sentence: z.string(),
    }),
  ),
  changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
})

export const importRun = z.object({
  id,
  kind: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  sizeBytes: z.number().int(),
  year: year.nullable(),
  state: runState,
  sheetName: z.string(),
  unknownColumns: z.array(z.string()),
  checks: z.array(importCheck),
  counts: importCounts,
  madeBy: z.string(),
  madeAt: instant,
  appliedBy: z.string().nullable(),
  appliedAt: instant.nullable(),
  /** The same file was written before, by this run. */
  writtenBefore: z.object({ id, on: day }).nullable(),
  /** The day on which the content of the file was deleted; run and report stay. */
  fileDeletedOn: day.nullable(),
  /** The day on which the content of the file will be deleted if nothing more is done with it. */
  fileKeptUntil: day.nullable(),
  can: z.array(z.enum(['apply', 'checkAgain', 'withdraw', 'errors'])),
})

const byId = z.object({ runId: id })

export const checkInput = z.object({
  kind: z.string().min(1, 'field.required').max(40),
  file,
  year: year.optional(),
})

export const rowsInput = listInput(['place'], 'place').extend({
  show: z.enum(['all', 'wrong', 'doubtful', 'add', 'change', 'drop', 'same', 'skipped']).default('all'),
})

export const runsInput = listInput(['madeAt'], 'madeAt').extend({
  kind: z.string().max(40).optional(),
  state: runState.optional(),
})

export const exchangeContract = {
  kinds: procedure
    .meta({ can: 'imports.use' })
    .route({
      method: 'GET',
      path: '/import-kinds',
      summary: 'The kinds of files that I may bring in, with their columns',
    })
    .output(z.array(importKind)),
  template: procedure
    .meta({ can: 'imports.use' })
    .route({
      method: 'GET',
      path: '/import-kinds/{kind}/template',
      summary: 'A workbook to fill in: head, example, drop-downs, notes',
    })
    .input(z.object({ kind: z.string().max(40) }))
    .output(file),
  list: procedure
    .meta({ can: 'imports.use' })
    .route({ method: 'GET', path: '/imports', summary: 'Files that were brought in, newest first' })
    .input(runsInput)
    .output(listOf(importRun)),
  check: procedure
    .meta({ can: 'imports.use', slow: true })
    .route({
      method: 'POST',
      path: '/imports',
      summary: 'Read and check a file; nothing of it is written yet',
    })
    .input(checkInput)
    .output(importRun),
  get: procedure
    .meta({ can: 'imports.use' })
    .route({
      method: 'GET',
      path: '/imports/{runId}',
      summary: 'What was found in a file, row by row, wrong rows first',
    })
    .input(rowsInput.extend({ runId: id }))
    .output(listOf(importRow).extend({ run: importRun })),
  errors: procedure
    .meta({ can: 'imports.use', slow: true })
    .route({
      method: 'GET',
      path: '/imports/{runId}/errors',
      summary: 'The same workbook with a red column that says what is wrong',
    })
    .input(byId)
    .output(file),
  checkAgain: procedure
    .meta({ can: 'imports.use', slow: true })
    .route({
      method: 'POST',
      path: '/imports/{runId}/check',
      summary: 'Check the same file again, against what is known now',
    })
    .input(byId)
    .output(importRun),
  apply: procedure
    .meta({ can: 'imports.use', slow: true })
    .route({
      method: 'POST',
      path: '/imports/{runId}/apply',
      summary: 'Write the file: all of it or nothing',
    })
    .input(byId)
    .output(importRun),
  withdraw: procedure
    .meta({ can: 'imports.use' })
    .route({ method: 'POST', path: '/imports/{runId}/withdraw', summary: 'Put the file aside, unwritten' })
    .input(byId)
    .output(importRun),
}
