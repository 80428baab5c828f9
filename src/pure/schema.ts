import * as z from 'zod'

/** A calendar day, `yyyy-MM-dd`. Forms take dd/MM/yyyy for it: the form reader looks for `kind: 'day'`. */
export const day = z.iso.date('field.day').meta({ kind: 'day', description: 'yyyy-MM-dd' })

/** A moment in UTC, `2026-11-24T05:00:00.000Z`. */
export const instant = z.string().meta({ kind: 'instant', description: 'ISO 8601, UTC' })

/** A row's identity. */
export const id = z.number().int().positive()

/** A year in which classes are held. */
export const year = z.number().int().min(1990, 'field.year').max(2100, 'field.year')

/** One line of text that must hold something. */
export const line = (max = 200) =>
  z.string().trim().min(1, 'field.required').max(max, 'field.tooLong').meta({ kind: 'line' })

/** A counted number, 0 or more. */
export const count = z.number('field.whole').int('field.whole').min(0, 'field.negative')

/** A reason that will stand in the record: never empty, never one letter. */
export const reason = z
  .string()
  .trim()
  .min(5, 'field.reason')
  .max(1000, 'field.tooLong')
  .meta({ kind: 'text' })

/** What every list takes: page, page size (capped by the server), sort from a fixed set, text searched for. */
export const listInput = <const S extends readonly [string, ...string[]]>(
  sorts: S,
  first: NoInfer<S[number]>,
) =>
  z.object({
    q: z.string().trim().max(200).default(''),
    page: z.number().int().min(1).max(100_000).default(1),
    size: z.union([z.literal(20), z.literal(50), z.literal(100)]).default(50),
    sort: z.enum(sorts).default(first as never),
    desc: z.boolean().default(false),
  })

/** What every list answers. `total` counts all rows that match, not only those of the page. */
export const listOf = <R extends z.ZodType>(row: R) =>
  z.object({ rows: z.array(row), total: z.number().int() })

/** A file to take home: Excel, Word. */
export const file = z.instanceof(File).meta({ kind: 'file' })
