import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, instant, line, listInput, listOf, reason } from '../../pure/schema.ts'

/** Why somebody has left a class. */
export const leftCauses = ['withdrawn', 'transferred', 'dismissed', 'died', 'other'] as const
export const leftCause = z.enum(leftCauses)

/** Lớp trưởng, lớp phó, bí thư chi bộ. */
export const monitorPosts = ['monitor', 'deputy', 'secretary'] as const
export const monitorPost = z.enum(monitorPosts)

export const enrolment = z.object({
  id,
  classId: id,
  classCode: z.string(),
  className: z.string(),
  opensOn: day,
  closesOn: day.nullable(),
  personId: id,
  /** The place in the class's list, given once. */
  number: count,
  fullName: z.string(),
  born: z.string(),
  postTitle: z.string(),
  /** The unit that sent, as it was called on the day of enrolment. */
  unitId: id,
  unit: z.string(),
  /** The unit that it has become, where it is no more. */
  todayUnitId: id,
  todayUnit: z.string(),
  enrolledOn: day,
  decisionNumber: z.string(),
  decisionOn: day.nullable(),
  decisionBy: z.string(),
  overlapReason: z.string().nullable(),
  leftOn: day.nullable(),
  leftCause: leftCause.nullable(),
  leftDocument: z.string(),
  leftReason: z.string().nullable(),
  ruleSet: z.string().nullable(),
  version: z.number().int(),
})

const states = z.enum(['active', 'left', 'all'])

export const rosterInput = listInput(['number', 'name', 'unit'], 'number').extend({
  state: states.default('all'),
})

/** Of all classes: who studies where. */
export const studyingInput = listInput(['name', 'class', 'unit', 'opensOn'], 'name').extend({
  state: states.default('active'),
  classId: id.optional(),
  unitId: id.optional(),
})

const holder = {
  id,
  fromOn: day,
  untilOn: day.nullable(),
  decisionNumber: z.string(),
  version: z.number().int(),
}
export const classHead = z.object({ ...holder, accountId: id, name: z.string() })
export const classMonitor = z.object({ ...holder, enrolmentId: id, name: z.string(), post: monitorPost })

/** A class's list with who looks after it, and how many it says it has. */
export const roster = listOf(enrolment).extend({
  classId: id,
  code: z.string(),
  name: z.string(),
  opensOn: day,
  closesOn: day.nullable(),
  cancelledOn: day.nullable(),
  /** What was typed at the class. */
  typedLearners: count.nullable(),
  /** Enrolled and not left. */
  active: count,
  left: count,
  heads: z.array(classHead),
  monitors: z.array(classMonitor),
  can: z.array(z.enum(['edit', 'attend'])),
})

const decision = {
  decisionNumber: z.string().trim().max(100, 'field.tooLong').default(''),
  decisionOn: day.optional(),
  decisionBy: z.string().trim().max(200, 'field.tooLong').default(''),
}

export const enrolInput = z.object({
  personIds: z.array(id).min(1, 'enrolments.nobodyChosen').max(500, 'field.tooLarge'),
  /** Without it the person's unit of today. */
  unitId: id.optional(),
  /** Without it the day on which the class opens. */
  enrolledOn: day.optional(),
  ...decision,
  /** Why somebody may learn in two classes whose days overlap; without it they are refused. */
  overlapReason: z.string().trim().max(1000, 'field.tooLong').optional(),
})

export const leaveInput = z.object({
  version: z.number().int(),
  leftOn: day,
  leftCause,
  leftDocument: z.string().trim().max(200, 'field.tooLong').default(''),
  reason,
})

/** A leaving with whose it is, as a form sends it. */
export const leaveCausesInput = leaveInput.extend({ enrolmentId: id })

export const headInput = z.object({
  accountId: id,
  fromOn: day,
  decisionNumber: z.string().trim().max(100, 'field.tooLong').default(''),
})
export const monitorInput = z.object({
  enrolmentId: id,
  post: monitorPost,
  fromOn: day,
  decisionNumber: z.string().trim().max(100, 'field.tooLong').default(''),
})

/** `found`: seen in a public source. `toConfirm`: a working default that the school has to confirm. */
const tag = z.enum(['found', 'toConfirm'])
const text = z.string().min(1)
const figureOf = z.object({ value: z.number(), tag, source: text })

/** What a school may ask for more strictly than the regulation. */
export const figures = ['minPercent', 'resits', 'passMark'] as const
export const figure = z.enum(figures)

/** A study regulation as it stands in regulations/study/*.yaml; `untilOn`: the first day without it. */
export const studySet = z.object({
  id: text,
  title: text,
  document: text,
  issuer: text,
  issuedOn: day,
  fromOn: day,
  untilOn: day.nullable(),
  replacedBy: text.nullable(),
  figures: z.record(figure, figureOf),
  excusedCounts: z.object({ value: z.boolean(), tag, source: text }),
  bands: z.array(z.object({ code: text, from: z.number(), vi: text, en: text, tag })).min(1),
  notes: z.array(z.object({ text, tag })),
})

export const overlay = z.object({
  id,
  ruleSet: z.string(),
  figure,
  value: z.number(),
  fromOn: day,
  source: z.string(),
  state: z.enum(['proposed', 'inForce', 'refused', 'ended']),
  madeBy: z.string().nullable(),
  madeAt: instant,
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  version: z.number().int(),
  can: z.array(z.enum(['confirm', 'refuse', 'end'])),
})

export const overlayInput = z.object({
  ruleSet: z.string().min(1).max(40),
  figure,
  value: z.number('field.wrongKind').min(0, 'field.negative').max(100, 'field.tooLarge'),
  fromOn: day,
  source: line(300),
})

/** What is asked of a class: each figure with where it comes from. */
export const classRule = z.object({
  classId: id,
  code: z.string(),
  /** Null: no regulation is known for the day on which the class opened. */
  ruleSet: z.string().nullable(),
  document: z.string().nullable(),
  figures: z.array(z.object({ figure, value: z.number(), source: z.string(), isSchools: z.boolean(), tag })),
  excusedCounts: z.boolean(),
})

const ofClass = z.object({ classId: id })
const ofEnrolment = z.object({ enrolmentId: id })
const seen = { version: z.number().int() }

export const enrolmentsContract = {
  list: procedure
    .meta({ can: 'enrolments.read' })
    .route({ method: 'GET', path: '/classes/{classId}/enrolments', summary: 'The learners of a class' })
    .input(rosterInput.extend({ classId: id }))
    .output(roster),
  listXlsx: procedure
    .meta({ can: 'enrolments.read', slow: true })
    .route({
      method: 'GET',
      path: '/classes/{classId}/enrolments/xlsx',
      summary: 'The same list as a workbook, which an import takes back in',
    })
    .input(rosterInput.extend({ classId: id }))
    .output(file),
  studying: procedure
    .meta({ can: 'enrolments.read' })
    .route({ method: 'GET', path: '/enrolments', summary: 'Who studies where; of a unit its own people' })
    .input(studyingInput)
    .output(listOf(enrolment)),
  studyingXlsx: procedure
    .meta({ can: 'enrolments.read', slow: true })
    .route({ method: 'GET', path: '/enrolments/xlsx', summary: 'The same list as a workbook, all of it' })
    .input(studyingInput)
    .output(file),
  get: procedure
    .meta({ can: 'enrolments.read' })
    .route({ method: 'GET', path: '/enrolments/{enrolmentId}', summary: 'One enrolment' })
    .input(ofEnrolment)
    .output(enrolment),
  enrol: procedure
    .meta({ can: 'enrolments.edit' })
    .route({
      method: 'POST',
      path: '/classes/{classId}/enrolments',
      summary: 'Take people into a class; who learns elsewhere on the same days needs a reason',
    })
    .input(enrolInput.extend({ classId: id }))
    .output(z.object({ enrolled: count })),
  leave: procedure
    .meta({ can: 'enrolments.edit' })
    .route({ method: 'POST', path: '/enrolments/{enrolmentId}/leave', summary: 'Somebody leaves a class' })
    .input(leaveCausesInput)
    .output(enrolment),
  restore: procedure
    .meta({ can: 'enrolments.edit' })
    .route({
      method: 'POST',
      path: '/enrolments/{enrolmentId}/restore',
      summary: 'Correct a leaving that was entered wrongly, with a reason; the record keeps both',
    })
    .input(ofEnrolment.extend({ ...seen, reason }))
    .output(enrolment),
  headChoices: procedure
    .meta({ can: 'enrolments.edit' })
    .route({ method: 'GET', path: '/class-head-choices', summary: 'Accounts that may look after a class' })
    .output(z.array(z.object({ accountId: id, name: z.string() }))),
  nameHead: procedure
    .meta({ can: 'enrolments.edit' })
    .route({
      method: 'POST',
      path: '/classes/{classId}/heads',
      summary: 'Name who looks after a class from a day on; the one before ends then',
    })
    .input(headInput.extend({ classId: id }))
    .output(classHead),
  nameMonitor: procedure
    .meta({ can: 'enrolments.edit' })
    .route({ method: 'POST', path: '/classes/{classId}/monitors', summary: 'Name who speaks for a class' })
    .input(monitorInput.extend({ classId: id }))
    .output(classMonitor),
  endMonitor: procedure
    .meta({ can: 'enrolments.edit' })
    .route({
      method: 'POST',
      path: '/class-monitors/{monitorId}/end',
      summary: 'Somebody no longer speaks for the class, from a day on',
    })
    .input(z.object({ monitorId: id, untilOn: day, ...seen }))
    .output(classMonitor),
  studyRules: procedure
    .meta({ can: 'regulations.read' })
    .route({
      method: 'GET',
      path: '/study-rules',
      summary: 'The study regulations by intake, and what the school asks more strictly',
    })
    .output(
      z.object({ sets: z.array(studySet), overlays: z.array(overlay), can: z.array(z.enum(['propose'])) }),
    ),
  classRule: procedure
    .meta({ can: 'regulations.read' })
    .route({
      method: 'GET',
      path: '/classes/{classId}/study-rule',
      summary: 'What the study regulation of its intake asks of a class',
    })
    .input(ofClass)
    .output(classRule),
  proposeOverlay: procedure
    .meta({ can: 'studyRules.edit' })
    .route({
      method: 'POST',
      path: '/study-overlays',
      summary: 'Propose that the school asks for more than the regulation; what is milder is refused',
    })
    .input(overlayInput)
    .output(overlay),
  decideOverlay: procedure
    .meta({ can: 'studyRules.decide' })
    .route({
      method: 'POST',
      path: '/study-overlays/{overlayId}/decide',
      summary: 'A second person confirms what the school asks, refuses it, or ends it',
    })
    .input(
      z.object({
        overlayId: id,
        ...seen,
        decision: z.enum(['inForce', 'refused', 'ended']),
        reason: reason.optional(),
      }),
    )
    .output(overlay),
}
