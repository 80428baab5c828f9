import * as z from 'zod'
import { procedure } from '../../../pure/contract.ts'
import { count, id, line } from '../../../pure/schema.ts'

export const limitKinds = ['drop', 'add', 'rename', 'move', 'hours', 'practice', 'total'] as const

/** What a frame allows at an item (with what is below it), or in all of it. */
export const limit = z.object({
  id,
  kind: z.enum(limitKinds),
  lineageId: id.nullable(),
  itemTitle: z.string().nullable(),
  /** Of drop, add, rename, move. */
  allows: z.boolean().nullable(),
  /** total: lesson hours at least; practice: per cent at least. */
  minimum: z.number().int().nullable(),
  /** total: lesson hours at most; hours: by how many an item's may differ. */
  maximum: z.number().int().nullable(),
  source: z.string(),
  needsConfirmation: z.boolean(),
  version: z.number().int(),
})

/** One deviation from the frame, judged: met (allowed), unmet (not allowed), unknown (the frame does not say). */
export const verdict = z.object({
  deviation: z.enum(['added', 'dropped', 'renamed', 'moved', 'hours', 'total', 'practice']),
  lineageId: id.nullable(),
  number: z.string(),
  title: z.string(),
  before: z.string(),
  after: z.string(),
  result: z.enum(['met', 'unmet', 'unknown']),
  limit: limit.nullable(),
})

export const limitInput = z.object({
  kind: z.enum(limitKinds),
  lineageId: id.optional(),
  allows: z.boolean().optional(),
  minimum: count.max(100_000, 'field.tooLarge').optional(),
  maximum: count.max(100_000, 'field.tooLarge').optional(),
  source: line(500),
  needsConfirmation: z.boolean().default(true),
})

export const frameContract = {
  limits: procedure
    .meta({ can: 'curricula.read' })
    .route({
      method: 'GET',
      path: '/curricula/{curriculumId}/limits',
      summary: 'What a frame allows: the frame itself, or that of a version',
    })
    .input(z.object({ curriculumId: id }))
    .output(z.array(limit)),
  setLimit: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/limits',
      summary:
        'Set a limit of a frame that is being entered; one that is there already for the item is replaced',
    })
    .input(limitInput.extend({ curriculumId: id }))
    .output(z.array(limit)),
  dropLimit: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/limits/{limitId}/remove',
      summary: 'Take a limit away',
    })
    .input(z.object({ curriculumId: id, limitId: id }))
    .output(z.array(limit)),
  deviations: procedure
    .meta({ can: 'curricula.read' })
    .route({
      method: 'GET',
      path: '/curricula/{curriculumId}/deviations',
      summary: 'How a version differs from its frame, each deviation judged by the frame’s limits',
    })
    .input(z.object({ curriculumId: id }))
    .output(z.array(verdict)),
}
