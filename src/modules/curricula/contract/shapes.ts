import * as z from 'zod'
import { count, day, id, instant, line } from '../../../pure/schema.ts'

export const curriculumKinds = ['frame', 'school'] as const
export const curriculumStates = ['draft', 'submitted', 'returned', 'approved', 'retired'] as const
export const itemKinds = ['part', 'module', 'topic'] as const
/** The seven kinds of lesson hours (tiết), in the order of the paper. */
export const hourKinds = ['theory', 'discussion', 'practice', 'field', 'selfStudy', 'report', 'exam'] as const
export const reasonKinds = ['survey', 'outcome', 'regulation', 'need', 'other'] as const

export const curriculumKind = z.enum(curriculumKinds)
export const curriculumState = z.enum(curriculumStates)
export const itemKind = z.enum(itemKinds)

/** Lesson hours (tiết) by kind. */
export const hours = z.object({
  theory: z.number().int(),
  discussion: z.number().int(),
  practice: z.number().int(),
  field: z.number().int(),
  selfStudy: z.number().int(),
  report: z.number().int(),
  exam: z.number().int(),
})
const hour = count.max(5000, 'field.tooLarge').default(0)
export const hoursInput = z
  .object({
    theory: hour,
    discussion: hour,
    practice: hour,
    field: hour,
    selfStudy: hour,
    report: hour,
    exam: hour,
  })
  .default({ theory: 0, discussion: 0, practice: 0, field: 0, selfStudy: 0, report: 0, exam: 0 })

export const who = z.object({ id: id.nullable(), name: z.string().nullable() })

export const curriculum = z.object({
  id,
  programmeId: id,
  programmeName: z.string(),
  kind: curriculumKind,
  /** Counted within the programme, frames apart from the school's own. */
  number: z.number().int(),
  title: z.string(),
  frameId: id.nullable(),
  frameTitle: z.string().nullable(),
  startsFromId: id.nullable(),
  state: curriculumState,
  goals: z.string(),
  source: z.string(),
  /** Brought along as a default: the school has to confirm it. */
  needsConfirmation: z.boolean(),
  madeBy: who,
  madeAt: instant,
  submittedBy: who,
  submittedAt: instant.nullable(),
  decidedBy: who,
  decidedAt: instant.nullable(),
  returnReason: z.string().nullable(),
  documentNumber: z.string().nullable(),
  documentOn: day.nullable(),
  documentBy: z.string().nullable(),
  fromOn: day.nullable(),
  /** The first day on which it is no longer used. */
  untilOn: day.nullable(),
  /** How many topics, and all lesson hours. */
  topics: z.number().int(),
  totalHours: z.number().int(),
  version: z.number().int(),
  /** Every step that the actor's rights allow at all, with the code of the sentence that says why not now. */
  steps: z.array(
    z.object({
      step: z.enum(['edit', 'invite', 'limit', 'submit', 'return', 'approve', 'adopt', 'copy', 'retire']),
      refusal: z.string().nullable(),
    }),
  ),
  can: z.array(z.string()),
})

/** A version on which classes may run. */
export const usable = z.object({
  id,
  programmeId: id,
  programmeName: z.string(),
  number: z.number().int(),
  title: z.string(),
  fromOn: day.nullable(),
  untilOn: day.nullable(),
})

/** One line of an outline, in reading order. */
export const curriculumItem = z.object({
  id,
  parentId: id.nullable(),
  kind: itemKind,
  /** Depth from 0. */
  depth: z.number().int(),
  /** As printed: «I», «1», «1.1». */
  number: z.string(),
  position: z.number().int(),
  title: z.string(),
  outcomes: z.string(),
  fieldCode: z.string().nullable(),
  /** Its own hours. */
  hours,
  /** With everything below it. */
  sums: hours,
  total: z.number().int(),
  lineageId: id,
  version: z.number().int(),
})

export const outline = z.object({
  curriculum,
  items: z.array(curriculumItem),
  sums: hours,
  total: z.number().int(),
  /** Practice and field study of all hours. */
  practice: z.object({ part: z.number().int(), whole: z.number().int() }),
})

export const curriculumId = z.object({ curriculumId: id })
/** The version of the row that the editor saw. */
export const seen = { version: z.number().int() }

/** Why something is changed: a kind and words («phiếu khảo sát K12, câu 7»), both optional. */
export const because = {
  reasonKind: z.enum(reasonKinds).optional(),
  reason: z.string().trim().max(1000, 'field.tooLong').optional(),
}

export const itemInput = z.object({
  title: line(500),
  outcomes: z.string().trim().max(5000, 'field.tooLong').default(''),
  fieldCode: z.string().trim().max(20).optional(),
  hours: hoursInput,
  ...because,
})

export const newItemInput = itemInput.extend({
  curriculumId: id,
  kind: itemKind,
  parentId: id.optional(),
  /** Right behind this sibling; absent: at the end. */
  afterId: id.optional(),
})

export const makeInput = z.object({
  programmeId: id,
  kind: curriculumKind,
  title: z.string().trim().max(300, 'field.tooLong').optional(),
  /** The version or the frame that it starts from, with everything in it. */
  startsFromId: id.optional(),
  source: z.string().trim().max(500, 'field.tooLong').optional(),
  /** What is entered here is a default that the school has to confirm. */
  needsConfirmation: z.boolean().default(false),
})

export const aboutInput = z.object({
  title: line(300),
  goals: z.string().trim().max(5000, 'field.tooLong').default(''),
  source: z.string().trim().max(500, 'field.tooLong').default(''),
  ...because,
  ...seen,
})

export const decisionInput = z.object({
  documentNumber: line(100),
  documentOn: day,
  documentBy: line(200),
  /** In use from; absent: from the day of the document. */
  fromOn: day.optional(),
  ...seen,
})
