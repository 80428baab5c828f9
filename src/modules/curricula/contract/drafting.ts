import * as z from 'zod'
import { procedure } from '../../../pure/contract.ts'
import { id, instant, reason } from '../../../pure/schema.ts'
import { because, curriculum, curriculumId, curriculumItem, hours, itemInput, reasonKinds } from './shapes.ts'

export const collaborator = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  /** Writes in the outline; else comments and proposes. */
  mayEdit: z.boolean(),
  madeAt: instant,
})

const by = { by: z.string().nullable(), unit: z.string().nullable() }

export const comment = z.object({
  id,
  lineageId: id.nullable(),
  text: z.string(),
  ...by,
  madeAt: instant,
  resolvedBy: z.string().nullable(),
  resolvedAt: instant.nullable(),
  answers: z.array(z.object({ id, text: z.string(), ...by, madeAt: instant })),
})

const itemText = z.object({ title: z.string(), outcomes: z.string(), hours })

export const proposal = z.object({
  id,
  lineageId: id,
  /** As the proposer saw it, as it should be, and as it is now (null: taken out since). */
  base: itemText,
  proposed: itemText,
  current: itemText.nullable(),
  /** Somebody changed the item since it was proposed. */
  isStale: z.boolean(),
  reasonKind: z.enum(reasonKinds).nullable(),
  reason: z.string(),
  ...by,
  madeAt: instant,
  state: z.enum(['open', 'accepted', 'declined', 'withdrawn']),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  answer: z.string().nullable(),
  can: z.array(z.enum(['accept', 'decline', 'withdraw'])),
})

/** One change of a version, readable: what, from what to what, why. */
export const change = z.object({
  id,
  act: z.enum(['add', 'edit', 'move', 'remove', 'import', 'about', 'accept', 'limit']),
  lineageId: id.nullable(),
  title: z.string(),
  reasonKind: z.enum(reasonKinds).nullable(),
  reason: z.string(),
  ...by,
  madeAt: instant,
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})

export const compared = z.object({
  kind: z.enum(['added', 'dropped', 'changed', 'same']),
  lineageId: id,
  before: curriculumItem.nullable(),
  after: curriculumItem.nullable(),
  fields: z.array(z.enum(['title', 'outcomes', 'field', 'hours', 'place'])),
})

export const proposeInput = z.object({
  itemId: id,
  title: itemInput.shape.title,
  outcomes: itemInput.shape.outcomes,
  hours: itemInput.shape.hours,
  ...because,
  /** The version of the item that the proposer saw. */
  version: z.number().int(),
})

export const draftingContract = {
  collaborators: procedure
    .meta({ can: 'curricula.draft' })
    .route({
      method: 'GET',
      path: '/curricula/{curriculumId}/collaborators',
      summary: 'The units that work on a version together with the school',
    })
    .input(curriculumId)
    .output(z.array(collaborator)),
  invite: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/collaborators',
      summary: 'Invite a unit to a draft, to write or to comment; again: change which',
    })
    .input(curriculumId.extend({ unitId: id, mayEdit: z.boolean().default(false) }))
    .output(z.array(collaborator)),
  uninvite: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/collaborators/{unitId}/remove',
      summary: 'Take the invitation back; what the unit has written stays',
    })
    .input(curriculumId.extend({ unitId: id }))
    .output(z.array(collaborator)),
  news: procedure
    .meta({ can: 'curricula.draft' })
    .route({
      method: 'GET',
      path: '/curricula/{curriculumId}/news',
      summary: 'How many changes others have made since the one that was seen last',
    })
    .input(curriculumId.extend({ sinceId: z.number().int().min(0).default(0) }))
    .output(z.object({ changes: z.number().int(), lastId: z.number().int() })),
  history: procedure
    .meta({ can: 'curricula.draft' })
    .route({
      method: 'GET',
      path: '/curricula/{curriculumId}/history',
      summary: 'Who changed what in a version, newest first, from the record',
    })
    .input(curriculumId.extend({ lineageId: id.optional(), page: z.number().int().min(1).default(1) }))
    .output(z.object({ rows: z.array(change), total: z.number().int() })),
  discussion: procedure
    .meta({ can: 'curricula.draft' })
    .route({
      method: 'GET',
      path: '/curricula/{curriculumId}/discussion',
      summary: 'Comments in threads and proposals, oldest first',
    })
    .input(curriculumId)
    .output(z.object({ comments: z.array(comment), proposals: z.array(proposal) })),
  comment: procedure
    .meta({ can: 'curricula.draft' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/comments',
      summary: 'Comment on an item or the whole draft, or answer a comment',
    })
    .input(
      curriculumId.extend({
        lineageId: id.optional(),
        threadId: id.optional(),
        text: z.string().trim().min(1, 'field.required').max(2000, 'field.tooLong'),
      }),
    )
    .output(z.object({ id })),
  resolve: procedure
    .meta({ can: 'curricula.draft' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/comments/{commentId}/resolve',
      summary: 'Mark a thread as settled, or open it again',
    })
    .input(curriculumId.extend({ commentId: id, isResolved: z.boolean() }))
    .output(z.object({ id })),
  propose: procedure
    .meta({ can: 'curricula.draft' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/proposals',
      summary: 'Propose another text or other hours of an item',
    })
    .input(curriculumId.extend(proposeInput.shape))
    .output(z.object({ id })),
  accept: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/proposals/{proposalId}/accept',
      summary:
        'Apply a proposal. `version`: of the item as it is now, so that one that changed since is seen first',
    })
    .input(curriculumId.extend({ proposalId: id, version: z.number().int() }))
    .output(curriculumItem),
  decline: procedure
    .meta({ can: 'curricula.manage' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/proposals/{proposalId}/decline',
      summary: 'Decline a proposal with a reason',
    })
    .input(curriculumId.extend({ proposalId: id, reason }))
    .output(z.object({ id })),
  withdraw: procedure
    .meta({ can: 'curricula.draft' })
    .route({
      method: 'POST',
      path: '/curricula/{curriculumId}/proposals/{proposalId}/withdraw',
      summary: 'Take a proposal of one’s own back',
    })
    .input(curriculumId.extend({ proposalId: id }))
    .output(z.object({ id })),
  compare: procedure
    .meta({ can: 'curricula.read' })
    .route({
      method: 'GET',
      path: '/curricula/{curriculumId}/compare/{otherId}',
      summary: 'What a version changes against another (`otherId` is the earlier one), by lineage',
    })
    .input(curriculumId.extend({ otherId: id }))
    .output(
      z.object({
        before: curriculum,
        after: curriculum,
        rows: z.array(compared),
        same: z.number().int(),
        beforeSums: hours,
        afterSums: hours,
      }),
    ),
}
