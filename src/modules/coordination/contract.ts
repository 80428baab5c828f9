import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, instant } from '../../pure/schema.ts'

/** One thing that waits: for the reader (`mine`) or for somebody else (`theirs`). Its page is `path`. */
export const task = z.object({
  kind: z.enum([
    'planMissing',
    'planDraft',
    'planReturned',
    'planSubmitted',
    'reorganisationDraft',
    'placements',
    'importChecked',
    'classesOpening',
    'unitsWithoutCoordinator',
  ]),
  turn: z.enum(['mine', 'theirs']),
  path: z.string(),
  since: instant.nullable(),
  /** What it is about, for the sentence. */
  about: z.object({
    year: z.number().int().optional(),
    title: z.string().optional(),
    count: z.number().int().optional(),
    name: z.string().optional(),
    on: day.optional(),
    reason: z.string().optional(),
  }),
})

export const coordinationContract = {
  tasks: procedure
    .meta({ can: 'units.read' })
    .route({
      method: 'GET',
      path: '/tasks',
      summary: 'What waits for me, and what waits for others because of me',
    })
    .output(z.array(task)),
}
