import * as z from 'zod'
import { procedure } from '../../../pure/contract.ts'
import { count, day, file, id, instant, line, listInput, listOf, reason } from '../../../pure/schema.ts'
import { approvalState } from './profile.ts'

export const proposalStates = ['sent', 'returned', 'withdrawn', 'taken'] as const
export const dossierStates = ['draft', 'submitted', 'returned', 'decided'] as const
export const questionCauses = ['post', 'personPost', 'unit'] as const

/** `withoutApproval`: what an invitation of a guest without a valid approval meets. */
export const corpsSetting = z.object({
  warnDays: z.number().int(),
  withoutApproval: z.enum(['warn', 'refuse']),
  version: z.number().int(),
})
export const settingInput = z.object({
  warnDays: count.min(1, 'field.tooSmall').max(366, 'field.tooLarge'),
  withoutApproval: z.enum(['warn', 'refuse']),
  version: z.number().int(),
})

export const proposal = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  name: z.string(),
  categoryCode: z.string(),
  title: z.string(),
  titleFromOn: day,
  fields: z.array(z.string()),
  topics: z.string(),
  degrees: z.string(),
  grounds: z.string(),
  state: z.enum(proposalStates),
  sentBy: z.string().nullable(),
  sentAt: instant,
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  answer: z.string().nullable(),
  lecturerId: id.nullable(),
  /** How it stands with the approval of the lecturer that came of it. */
  approval: approvalState.nullable(),
  approvedLastOn: day.nullable(),
  version: z.number().int(),
  can: z.array(z.enum(['edit', 'withdraw', 'take', 'return'])),
})

export const proposalInput = z.object({
  unitId: id,
  name: line(200),
  categoryCode: z.string().max(30),
  title: line(200),
  /** Since when the post is held. */
  titleFromOn: day,
  fields: z.array(line(20)).min(1, 'field.required'),
  topics: z.string().trim().max(1000, 'field.tooLong').default(''),
  degrees: z.string().trim().max(300, 'field.tooLong').default(''),
  grounds: line(1000),
})
export const proposalsInput = listInput(['sentAt', 'name'], 'sentAt').extend({
  state: z.enum(proposalStates).optional(),
})

/** Somebody of a unit who teaches as a guest. */
export const unitGuest = z.object({
  lecturerId: id,
  name: z.string(),
  title: z.string(),
  unitName: z.string(),
  categoryCode: z.string().nullable(),
  approval: approvalState,
  approvedLastOn: day.nullable(),
  documentNumber: z.string().nullable(),
})

export const dossierRow = z.object({
  id,
  title: z.string(),
  addressee: z.string(),
  state: z.enum(dossierStates),
  letterNumber: z.string().nullable(),
  letterOn: day.nullable(),
  guests: z.number().int(),
  approved: z.number().int(),
  submittedAt: instant.nullable(),
  submittedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  /** The decision was taken on paper and written down by the school. */
  isPaper: z.boolean(),
  returnReason: z.string().nullable(),
  documentNumber: z.string().nullable(),
  documentOn: day.nullable(),
  signedBy: z.string().nullable(),
  version: z.number().int(),
  /** Every step that the reader's rights allow at all, with the code of the sentence that says why not now. */
  steps: z.array(
    z.object({
      step: z.enum(['edit', 'drop', 'submit', 'return', 'decide', 'record']),
      refusal: z.string().nullable(),
    }),
  ),
})

/** One guest on the list of a dossier. Periods from `fromOn` to `lastOn`, both included. */
export const dossierItem = z.object({
  id,
  lecturerId: id,
  name: z.string(),
  title: z.string(),
  place: z.string(),
  categoryCode: z.string().nullable(),
  fields: z.array(z.string()),
  degrees: z.string(),
  /** Who proposed: the unit; null: the school itself. */
  proposedBy: z.string().nullable(),
  grounds: z.string().nullable(),
  wishFromOn: day,
  wishLastOn: day,
  remark: z.string(),
  /** Approved until then when the dossier was drawn up; null: never before. */
  approvedLastOn: day.nullable(),
  decision: z.enum(['approved', 'refused']).nullable(),
  reason: z.string().nullable(),
  fromOn: day.nullable(),
  lastOn: day.nullable(),
})
export const dossier = dossierRow.extend({ items: z.array(dossierItem) })

export const dossiersInput = listInput(['submittedAt', 'title'], 'submittedAt').extend({
  state: z.enum(dossierStates).optional(),
})
export const dossierInput = z.object({
  title: line(300),
  addressee: line(200),
  letterNumber: z.string().trim().max(100, 'field.tooLong').optional(),
  letterOn: day.optional(),
})
export const itemInput = z.object({
  lecturerIds: z.array(id).min(1, 'field.required').max(200),
  wishFromOn: day,
  wishLastOn: day,
  remark: z.string().trim().max(500, 'field.tooLong').default(''),
})
/** Without `refused`, everybody on the list is approved for this period; `own` gives single ones another. */
export const decisionInput = z.object({
  documentNumber: line(100),
  documentOn: day,
  signedBy: line(200),
  fromOn: day,
  lastOn: day,
  /** Ids of items that are not approved. */
  refused: z.array(id).max(500).default([]),
  refusal: z.string().trim().max(500, 'field.tooLong').optional(),
  own: z
    .array(z.object({ itemId: id, fromOn: day, lastOn: day }))
    .max(500)
    .default([]),
})
export const recordInput = z.object({
  lecturerId: id,
  documentNumber: line(100),
  documentOn: day,
  signedBy: line(200),
  fromOn: day,
  lastOn: day,
})

/** An approval of one lecturer, in the order of time. */
export const approval = z.object({
  id,
  dossierId: id.nullable(),
  dossierTitle: z.string().nullable(),
  state: z.enum(['draft', 'submitted', 'returned', 'approved', 'refused']),
  wishFromOn: day,
  wishLastOn: day,
  postTitle: z.string(),
  documentNumber: z.string().nullable(),
  documentOn: day.nullable(),
  signedBy: z.string().nullable(),
  fromOn: day.nullable(),
  lastOn: day.nullable(),
  reason: z.string().nullable(),
  /** Ended before its time: the first day without it, and why. */
  endsOn: day.nullable(),
  endReason: z.string().nullable(),
  /** «Still stands», with the reason, as often as it was asked. */
  stands: z.array(z.object({ reason: z.string(), madeAt: instant, madeBy: z.string().nullable() })),
})

/** «Does this approval still stand?» `since`: the day of the change. */
export const question = z.object({
  approvalId: id,
  lecturerId: id,
  name: z.string(),
  cause: z.enum(questionCauses),
  causeId: id,
  since: day.nullable(),
  /** The post (or the unit) as it was when it was decided, and what it is now; null: it has ended. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  documentNumber: z.string(),
  lastOn: day,
})
export const answerInput = z.object({
  approvalId: id,
  cause: z.enum(questionCauses),
  causeId: id,
  /** Absent: the approval stands. */
  endsOn: day.optional(),
  reason,
})
export const endInput = z.object({ approvalId: id, endsOn: day, reason })

const seen = { version: z.number().int() }
const dossierId = z.object({ dossierId: id })
const proposalId = z.object({ proposalId: id })

export const corpsContract = {
  setting: procedure
    .meta({ can: 'lecturers.read' })
    .route({
      method: 'GET',
      path: '/corps/setting',
      summary: 'When to warn, and what a missing approval does',
    })
    .output(corpsSetting),
  setSetting: procedure
    .meta({ can: 'lecturers.edit' })
    .route({ method: 'PUT', path: '/corps/setting', summary: 'Change it' })
    .input(settingInput)
    .output(corpsSetting),
  proposals: procedure
    .meta({ can: 'corps.read' })
    .route({
      method: 'GET',
      path: '/corps/proposals',
      summary: 'What units have proposed; a unit sees its own',
    })
    .input(proposalsInput)
    .output(listOf(proposal)),
  proposal: procedure
    .meta({ can: 'corps.read' })
    .route({ method: 'GET', path: '/corps/proposals/{proposalId}', summary: 'One of them' })
    .input(proposalId)
    .output(proposal),
  propose: procedure
    .meta({ can: 'corps.propose' })
    .route({ method: 'POST', path: '/corps/proposals', summary: 'Propose somebody of one’s own unit' })
    .input(proposalInput)
    .output(proposal),
  proposeAgain: procedure
    .meta({ can: 'corps.propose' })
    .route({
      method: 'PUT',
      path: '/corps/proposals/{proposalId}',
      summary: 'Change a proposal that is not taken up, and send it again',
    })
    .input(proposalInput.omit({ unitId: true }).extend({ proposalId: id, ...seen }))
    .output(proposal),
  withdrawProposal: procedure
    .meta({ can: 'corps.propose' })
    .route({
      method: 'POST',
      path: '/corps/proposals/{proposalId}/withdraw',
      summary: 'Withdraw a proposal',
    })
    .input(proposalId.extend({ reason, ...seen }))
    .output(proposal),
  returnProposal: procedure
    .meta({ can: 'corps.review' })
    .route({
      method: 'POST',
      path: '/corps/proposals/{proposalId}/return',
      summary: 'Return a proposal with the reason',
    })
    .input(proposalId.extend({ reason, ...seen }))
    .output(proposal),
  takeProposal: procedure
    .meta({ can: 'corps.review' })
    .route({
      method: 'POST',
      path: '/corps/proposals/{proposalId}/take',
      summary:
        'Take a proposal up: the person becomes a guest without approval yet, or is the one that is named',
    })
    .input(
      proposalId.extend({ code: z.string().trim().max(40).optional(), lecturerId: id.optional(), ...seen }),
    )
    .output(proposal),
  unitGuests: procedure
    .meta({ can: 'corps.read' })
    .route({
      method: 'GET',
      path: '/corps/unit-guests',
      summary: 'People of units who teach as guests, with their approvals; a unit sees its own',
    })
    .input(listInput(['name'], 'name'))
    .output(listOf(unitGuest)),
  dossiers: procedure
    .meta({ can: 'corps.read' })
    .route({
      method: 'GET',
      path: '/corps/dossiers',
      summary: 'Letters with lists of guests; the committee sees those that were submitted',
    })
    .input(dossiersInput)
    .output(listOf(dossierRow)),
  dossier: procedure
    .meta({ can: 'corps.read' })
    .route({ method: 'GET', path: '/corps/dossiers/{dossierId}', summary: 'One of them, with its list' })
    .input(dossierId)
    .output(dossier),
  dossierXlsx: procedure
    .meta({ can: 'corps.read' })
    .route({ method: 'GET', path: '/corps/dossiers/{dossierId}/xlsx', summary: 'The list as a workbook' })
    .input(dossierId)
    .output(file),
  makeDossier: procedure
    .meta({ can: 'corps.submit' })
    .route({ method: 'POST', path: '/corps/dossiers', summary: 'Begin a dossier' })
    .input(dossierInput)
    .output(dossier),
  editDossier: procedure
    .meta({ can: 'corps.submit' })
    .route({ method: 'PUT', path: '/corps/dossiers/{dossierId}', summary: 'Change its heading' })
    .input(dossierInput.extend({ dossierId: id, ...seen }))
    .output(dossier),
  dropDossier: procedure
    .meta({ can: 'corps.submit' })
    .route({
      method: 'POST',
      path: '/corps/dossiers/{dossierId}/drop',
      summary: 'Throw away a draft that was never submitted',
    })
    .input(dossierId.extend(seen))
    .output(z.object({ id })),
  addGuests: procedure
    .meta({ can: 'corps.submit' })
    .route({
      method: 'POST',
      path: '/corps/dossiers/{dossierId}/guests',
      summary: 'Put guests on the list, with the period that is asked for',
    })
    .input(itemInput.extend({ dossierId: id }))
    .output(dossier),
  removeGuest: procedure
    .meta({ can: 'corps.submit' })
    .route({
      method: 'POST',
      path: '/corps/dossiers/{dossierId}/guests/{itemId}/remove',
      summary: 'Take a guest off the list',
    })
    .input(dossierId.extend({ itemId: id }))
    .output(dossier),
  submitDossier: procedure
    .meta({ can: 'corps.submit' })
    .route({
      method: 'POST',
      path: '/corps/dossiers/{dossierId}/submit',
      summary: 'Submit it; from then on it does not change',
    })
    .input(dossierId.extend(seen))
    .output(dossier),
  returnDossier: procedure
    .meta({ can: 'corps.decide' })
    .route({
      method: 'POST',
      path: '/corps/dossiers/{dossierId}/return',
      summary: 'Return it with the reason',
    })
    .input(dossierId.extend({ reason, ...seen }))
    .output(dossier),
  decideDossier: procedure
    .meta({ can: 'corps.decide' })
    .route({
      method: 'POST',
      path: '/corps/dossiers/{dossierId}/decide',
      summary: 'Decide on everybody of the list by one document; frozen afterwards',
    })
    .input(decisionInput.extend({ dossierId: id, ...seen }))
    .output(dossier),
  recordDecision: procedure
    .meta({ can: 'corps.record' })
    .route({
      method: 'POST',
      path: '/corps/dossiers/{dossierId}/record',
      summary: 'Write down a decision that was taken on paper',
    })
    .input(decisionInput.extend({ dossierId: id, ...seen }))
    .output(dossier),
  recordApproval: procedure
    .meta({ can: 'corps.record' })
    .route({
      method: 'POST',
      path: '/lecturers/{lecturerId}/approvals',
      summary: 'Write down an approval of before, from its document',
    })
    .input(recordInput)
    .output(z.array(approval)),
  approvals: procedure
    .meta({ can: 'lecturers.read' })
    .route({
      method: 'GET',
      path: '/lecturers/{lecturerId}/approvals',
      summary: 'The approvals of one lecturer, newest first',
    })
    .input(z.object({ lecturerId: id }))
    .output(z.array(approval)),
  questions: procedure
    .meta({ can: 'corps.review' })
    .route({
      method: 'GET',
      path: '/corps/questions',
      summary:
        'Approvals under which post, person or unit has changed and nobody has said whether they stand',
    })
    .output(z.array(question)),
  answer: procedure
    .meta({ can: 'corps.review' })
    .route({
      method: 'POST',
      path: '/corps/questions/answer',
      summary: 'Say that an approval stands, or from which day it does not; with the reason',
    })
    .input(answerInput)
    .output(z.array(question)),
  endApproval: procedure
    .meta({ can: 'corps.record' })
    .route({
      method: 'POST',
      path: '/corps/approvals/{approvalId}/end',
      summary: 'End an approval before its time, with the reason',
    })
    .input(endInput)
    .output(z.array(approval)),
}
