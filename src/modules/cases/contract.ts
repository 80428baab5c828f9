import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, file, id, instant, line, listInput, listOf, reason } from '../../pure/schema.ts'
import { attachInput, keptFile } from '../files/contract.ts'

export const caseKinds = [
  'schedule',
  'recall',
  'results',
  'conduct',
  'health',
  'policy',
  'living',
  'other',
] as const
export const caseStates = ['open', 'decided', 'solved', 'withdrawn'] as const
export const caseSides = ['school', 'unit', 'learner', 'committee'] as const
export const caseVerbs = [
  'write',
  'take',
  'hand',
  'postpone',
  'decide',
  'solve',
  'withdraw',
  'reopen',
  'name',
  'shut',
] as const
export const entryKinds = [
  'raised',
  'message',
  'proposal',
  'owner',
  'due',
  'decision',
  'solved',
  'reopened',
  'withdrawn',
  'sensitive',
  'ordinary',
  'named',
  'unnamed',
] as const

/** A learner's difficulty that school and unit see to together. `ownerName` null: nobody has taken it in hand. */
export const learnerCase = z.object({
  id,
  personId: id,
  learner: z.string(),
  unitId: id,
  /** The unit's name on the day the case was raised. */
  unit: z.string(),
  classId: id.nullable(),
  classCode: z.string().nullable(),
  kind: z.enum(caseKinds),
  title: z.string(),
  isSensitive: z.boolean(),
  learnerSees: z.boolean(),
  raisedSide: z.enum(caseSides),
  raisedAt: instant,
  ownerName: z.string().nullable(),
  isMine: z.boolean(),
  dueOn: day,
  isOverdue: z.boolean(),
  state: z.enum(caseStates),
  answeredAt: instant.nullable(),
  decidedAt: instant.nullable(),
  solvedAt: instant.nullable(),
})

export const caseEntry = z.object({
  id,
  kind: z.enum(entryKinds),
  text: z.string(),
  side: z.enum(caseSides),
  by: z.string(),
  at: instant,
  toName: z.string().nullable(),
  dueOn: day.nullable(),
})

const accountChoice = z.object({ accountId: id, name: z.string(), about: z.string() })

export const caseDetail = learnerCase.extend({
  entries: z.array(caseEntry),
  /** Who is named in a sensitive case. */
  members: z.array(z.object({ accountId: id, name: z.string() })),
  files: z.array(keptFile),
  version: z.number().int(),
  can: z.array(z.enum(caseVerbs)),
})

/** How it goes with the cases that the reader sees: open ones now, and those raised within a year of today, in days. */
export const caseSummary = z.object({
  open: z.number().int(),
  overdue: z.number().int(),
  untaken: z.number().int(),
  raisedInYear: z.number().int(),
  solvedInYear: z.number().int(),
  medianDaysToAnswer: z.number().nullable(),
  medianDaysToSolve: z.number().nullable(),
})

export const casesInput = listInput(['dueOn', 'raisedAt', 'learner'], 'dueOn').extend({
  state: z.enum(['open', 'overdue', 'solved', 'all']).default('open'),
  kind: z.enum(caseKinds).optional(),
  unitId: id.optional(),
  classId: id.optional(),
  personId: id.optional(),
  mine: z.boolean().default(false),
})

const text = z.string().trim().min(1, 'field.required').max(4000, 'field.tooLong').meta({ kind: 'text' })
const caseId = z.object({ caseId: id })
const seen = caseId.extend({ version: z.number().int() })

export const raiseInput = z.object({
  personId: id,
  classId: id.optional(),
  kind: z.enum(caseKinds),
  title: line(200),
  text,
  /** Until when it should be solved; left out: a week from today. */
  dueOn: day.optional(),
  isSensitive: z.boolean().default(false),
  learnerSees: z.boolean().default(true),
})
export const writeInput = z.object({ kind: z.enum(['message', 'proposal']).default('message'), text })
export const handInput = z.object({ accountId: id })
export const postponeInput = z.object({ dueOn: day, reason })
export const decideInput = z.object({ text })

export const casesContract = {
  list: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'GET', path: '/cases', summary: 'Cases of learners that the caller may see' })
    .input(casesInput)
    .output(listOf(learnerCase)),
  xlsx: procedure
    .meta({ can: 'cases.read', slow: true })
    .route({ method: 'GET', path: '/cases/xlsx', summary: 'The same list as a workbook, all of it' })
    .input(casesInput)
    .output(file),
  summary: procedure
    .meta({ can: 'cases.read' })
    .route({
      method: 'GET',
      path: '/cases/summary',
      summary: 'Open and overdue cases, and how many days answer and solution take',
    })
    .output(caseSummary),
  learners: procedure
    .meta({ can: 'cases.read' })
    .route({
      method: 'GET',
      path: '/cases/learners',
      summary: 'People whose case the caller may raise, by name or by id, at most 20',
    })
    .input(z.object({ q: z.string().trim().max(200).default(''), personId: id.optional() }))
    .output(
      z.array(
        z.object({
          personId: id,
          name: z.string(),
          unitId: id,
          unit: z.string(),
          bornYear: z.number().nullable(),
        }),
      ),
    ),
  get: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'GET', path: '/cases/{caseId}', summary: 'One case with all that happened in it' })
    .input(caseId)
    .output(caseDetail),
  accounts: procedure
    .meta({ can: 'cases.read' })
    .route({
      method: 'GET',
      path: '/cases/{caseId}/accounts',
      summary: 'Who can be given a case or named in it: people of the school and of the unit',
    })
    .input(caseId)
    .output(z.array(accountChoice)),
  raise: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'POST', path: '/cases', summary: 'Raise a case of a learner' })
    .input(raiseInput)
    .output(caseDetail),
  write: procedure
    .meta({ can: 'cases.read' })
    .route({
      method: 'POST',
      path: '/cases/{caseId}/entries',
      summary: 'Write or propose something in a case',
    })
    .input(caseId.extend(writeInput.shape))
    .output(caseDetail),
  take: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'POST', path: '/cases/{caseId}/take', summary: 'Take a case in hand that nobody has' })
    .input(seen)
    .output(caseDetail),
  hand: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'POST', path: '/cases/{caseId}/hand', summary: 'Give a case to somebody' })
    .input(seen.extend(handInput.shape))
    .output(caseDetail),
  postpone: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'POST', path: '/cases/{caseId}/due', summary: 'Set another day, with the reason' })
    .input(seen.extend(postponeInput.shape))
    .output(caseDetail),
  decide: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'POST', path: '/cases/{caseId}/decision', summary: 'Say how the case is to be solved' })
    .input(seen.extend(decideInput.shape))
    .output(caseDetail),
  solve: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'POST', path: '/cases/{caseId}/solve', summary: 'Close a case that is solved' })
    .input(seen.extend(decideInput.shape))
    .output(caseDetail),
  withdraw: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'POST', path: '/cases/{caseId}/withdraw', summary: 'Take back a case that was raised' })
    .input(seen.extend({ reason }))
    .output(caseDetail),
  reopen: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'POST', path: '/cases/{caseId}/reopen', summary: 'Open a closed case again' })
    .input(seen.extend({ reason }))
    .output(caseDetail),
  shut: procedure
    .meta({ can: 'cases.read' })
    .route({
      method: 'POST',
      path: '/cases/{caseId}/sensitive',
      summary: 'Make a case sensitive: from then on only those named in it see it; or open it again',
    })
    .input(seen.extend({ isSensitive: z.boolean(), reason }))
    .output(caseDetail),
  name: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'POST', path: '/cases/{caseId}/members', summary: 'Name somebody in a sensitive case' })
    .input(seen.extend(handInput.shape))
    .output(caseDetail),
  unname: procedure
    .meta({ can: 'cases.read' })
    .route({
      method: 'POST',
      path: '/cases/{caseId}/members/remove',
      summary: 'Take somebody out of a sensitive case',
    })
    .input(seen.extend(handInput.shape))
    .output(caseDetail),
  attach: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'POST', path: '/cases/{caseId}/files', summary: 'Put a file at a case; at most 20 MB' })
    .input(caseId.extend(attachInput.shape))
    .output(caseDetail),
  file: procedure
    .meta({ can: 'cases.read' })
    .route({ method: 'GET', path: '/cases/{caseId}/files/{fileId}', summary: 'A file of a case' })
    .input(caseId.extend({ fileId: id }))
    .output(file),
}
