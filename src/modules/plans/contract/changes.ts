import * as z from 'zod'
import { procedure } from '../../../pure/contract.ts'
import { count, day, file, id, instant, line, listInput, listOf, reason, year } from '../../../pure/schema.ts'
import { bloc } from '../../programmes/contract.ts'

export const changeKind = z.enum(['add', 'drop', 'move', 'resize', 'merge', 'split'])
export const changeState = z.enum(['proposed', 'approved', 'refused', 'withdrawn'])

const content = z.object({
  opened: z.number().int(),
  learners: z.number().int().nullable(),
  months: z.array(z.number().int()),
})

export const changeLine = z.object({
  lineKey: z.string(),
  isNew: z.boolean(),
  groupName: z.string(),
  title: z.string(),
  modeName: z.string(),
  partner: z.string().nullable(),
  place: z.string().nullable(),
  before: content,
  after: content,
})

const who = { id: id.nullable(), name: z.string().nullable() }

export const planChange = z.object({
  id,
  year: z.number().int(),
  kind: changeKind,
  state: changeState,
  reason: z.string(),
  /** Null: the school itself. */
  proposerUnitId: id.nullable(),
  proposerUnit: z.string().nullable(),
  proposedBy: z.object(who),
  proposedAt: instant,
  letterNumber: z.string().nullable(),
  letterOn: day.nullable(),
  decidedBy: z.object(who),
  decidedAt: instant.nullable(),
  documentNumber: z.string().nullable(),
  documentOn: day.nullable(),
  /** Why it was refused or withdrawn. */
  answer: z.string().nullable(),
  /** The number of the approved version on which it stands. */
  appliedToNumber: z.number().int().nullable(),
  lines: z.array(changeLine),
  version: z.number().int(),
  steps: z.array(
    z.object({ step: z.enum(['approve', 'refuse', 'withdraw']), refusal: z.string().nullable() }),
  ),
  can: z.array(z.string()),
})

export const changesInput = listInput(['proposedAt', 'decidedAt', 'kind'], 'proposedAt').extend({
  year: year.optional(),
  state: changeState.optional(),
  kind: changeKind.optional(),
})

/** Which of the fields beyond `kind` and `reason` count depends on the kind; see `effectsOf`. */
export const proposeInput = z.object({
  year,
  kind: changeKind,
  reason,
  /** A school's own proposal has none; a unit's must name a unit of its own, its only one if there is one only. */
  proposerUnitId: id.optional(),
  letterNumber: z.string().trim().max(100, 'field.tooLong').optional(),
  letterOn: day.optional(),
  lineKey: z.uuid().optional(),
  otherLineKeys: z.array(z.uuid()).max(50).optional(),
  /** split: the classes go to a line of their own. */
  apart: z.boolean().default(false),
  opened: count.max(10_000, 'field.tooLarge').optional(),
  learners: count.max(10_000_000, 'field.tooLarge').optional(),
  months: z.array(z.number().int().min(1, 'plans.month').max(12, 'plans.month')).max(12).default([]),
  programmeId: id.optional(),
  groupCode: z.string().trim().max(30).optional(),
  title: z.string().trim().max(300, 'field.tooLong').optional(),
  modeCode: z.string().trim().max(30).default('none'),
  bloc: bloc.optional(),
  partnerText: z.string().trim().max(300, 'field.tooLong').optional(),
  place: z.string().trim().max(300, 'field.tooLong').optional(),
  budgetDong: count.max(9_000_000_000_000_000, 'field.tooLarge').optional(),
  note: z.string().trim().max(1000, 'field.tooLong').optional(),
})

const changeId = z.object({ changeId: id })
const seen = { version: z.number().int() }

export const approveChangeInput = changeId.extend({ documentNumber: line(100), documentOn: day, ...seen })
export const refuseChangeInput = changeId.extend({
  answer: reason,
  documentNumber: z.string().trim().max(100, 'field.tooLong').optional(),
  documentOn: day.optional(),
  ...seen,
})
export const withdrawChangeInput = changeId.extend({ answer: reason, ...seen })

export const changesContract = {
  changes: procedure
    .meta({ can: 'plans.read' })
    .route({
      method: 'GET',
      path: '/plan-changes',
      summary:
        'Changes within the year: the approved ones of every plan, others as far as they are one’s own',
    })
    .input(changesInput)
    .output(listOf(planChange)),
  changesXlsx: procedure
    .meta({ can: 'plans.read' })
    .route({ method: 'GET', path: '/plan-changes/xlsx', summary: 'The same list as a workbook, all of it' })
    .input(changesInput)
    .output(file),
  change: procedure
    .meta({ can: 'plans.read' })
    .route({ method: 'GET', path: '/plan-changes/{changeId}', summary: 'One change, line by line' })
    .input(changeId)
    .output(planChange),
  propose: procedure
    .meta({ can: 'plans.propose' })
    .route({
      method: 'POST',
      path: '/plans/{year}/changes',
      summary: 'Propose a change of the approved plan: add, drop, move, resize, merge or split',
    })
    .input(proposeInput)
    .output(planChange),
  approveChange: procedure
    .meta({ can: 'plans.decide' })
    .route({
      method: 'POST',
      path: '/plan-changes/{changeId}/approve',
      summary: 'Approve a change by a document: from then on it is part of the adjusted plan',
    })
    .input(approveChangeInput)
    .output(planChange),
  refuseChange: procedure
    .meta({ can: 'plans.decide' })
    .route({
      method: 'POST',
      path: '/plan-changes/{changeId}/refuse',
      summary: 'Refuse a change, with a reason',
    })
    .input(refuseChangeInput)
    .output(planChange),
  withdrawChange: procedure
    .meta({ can: 'plans.propose' })
    .route({
      method: 'POST',
      path: '/plan-changes/{changeId}/withdraw',
      summary: 'Take a proposal back before it is decided',
    })
    .input(withdrawChangeInput)
    .output(planChange),
}
