import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, id, instant, listInput, listOf } from '../../pure/schema.ts'

export const auditLine = z.object({
  id,
  madeAt: instant,
  accountId: id.nullable(),
  accountName: z.string().nullable(),
  procedure: z.string(),
  reason: z.string().nullable(),
  tableName: z.string(),
  rowId: z.string(),
  action: z.enum(['insert', 'update', 'delete', 'read']),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})

/** Newest first unless `desc` (which here means: oldest first) is asked for. */
export const recordInput = listInput(['madeAt'], 'madeAt').extend({
  tableName: z.string().max(63).optional(),
  rowId: z.string().max(63).optional(),
  accountId: id.optional(),
  fromOn: day.optional(),
  untilOn: day.optional(),
})

export const recordContract = {
  list: procedure
    .meta({ can: 'audit.read' })
    .route({ method: 'GET', path: '/record', summary: 'The record of changes, newest first' })
    .input(recordInput)
    .output(listOf(auditLine)),
  verify: procedure
    .meta({ can: 'audit.read', slow: true })
    .route({
      method: 'GET',
      path: '/record/verification',
      summary: 'Check the chain of the record; the first broken link, and its head',
    })
    .output(
      z.object({
        seals: z.number().int(),
        lines: z.number().int(),
        head: z.object({ number: z.number().int(), hash: z.string(), sealedAt: instant }).nullable(),
        firstBreak: z
          .object({
            sealNumber: z.number().int().nullable(),
            transactionId: z.string(),
            lineId: z.number().int().nullable(),
            fault: z.enum([
              'line.changed',
              'line.missing',
              'line.unsealed',
              'seal.missing',
              'seal.unchained',
              'seal.changed',
            ]),
          })
          .nullable(),
      }),
    ),
}
