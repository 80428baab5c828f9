import * as z from 'zod'
import { procedure } from '../../../pure/contract.ts'
import { count, day, file, id, line, reason } from '../../../pure/schema.ts'
import { keptFile } from '../../files/contract.ts'

/** How far somebody may be asked to go: only at the school, within so many kilometres, to chosen units, anywhere in the province. */
export const travels = ['school', 'distance', 'units', 'province'] as const
export const travel = z.enum(travels)

/**
 * How it stands with an approval on a day. `notNeeded`: an own lecturer. `expiring`: valid, but ends within the days of warning.
 * `expired`: had one. `proposed`: none yet, one is under way.
 */
export const approvalStates = ['notNeeded', 'valid', 'expiring', 'expired', 'proposed', 'none'] as const
export const approvalState = z.enum(approvalStates)

export const degreeKinds = ['degree', 'title', 'grade', 'certificate'] as const
export const documentKinds = ['lecture', 'lessonPlan', 'slides', 'reading', 'other'] as const

export const lecturerCategory = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  isGuest: z.boolean(),
  needsApproval: z.boolean(),
  sortOrder: z.number().int(),
  isUsed: z.boolean(),
  version: z.number().int(),
})

export const categoryInput = z.object({
  name: line(120),
  nameEn: line(120),
  isGuest: z.boolean().default(true),
  needsApproval: z.boolean().default(true),
  sortOrder: count.max(1000, 'field.tooLarge').default(0),
  isUsed: z.boolean().default(true),
})
export const categoryCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,29}$/, 'lecturers.categoryCodeForm')
  .meta({ kind: 'line' })

/** `place`: the unit as it was called on the first day of the post, or the words that were typed. */
export const lecturerPost = z.object({
  id,
  title: z.string(),
  unitId: id.nullable(),
  place: z.string(),
  isMain: z.boolean(),
  fromOn: day,
  untilOn: day.nullable(),
  document: z.string().nullable(),
})

export const lecturerDegree = z.object({
  id,
  kind: z.enum(degreeKinds),
  name: z.string(),
  field: z.string().nullable(),
  grantedOn: day.nullable(),
  grantedBy: z.string().nullable(),
})

/** A topic of an approved outline, the same in every version. */
export const topic = z.object({
  lineageId: id,
  title: z.string(),
  /** The programme whose approved outline holds it; null when none does any more. */
  programme: z.string().nullable(),
})

export const lecturerDocument = keptFile.extend({
  title: z.string(),
  kind: z.enum(documentKinds),
  topic: z.string().nullable(),
})

const optional = (max: number) => z.string().trim().max(max, 'field.tooLong').optional()
const byId = { lecturerId: id }

export const postInput = z.object({
  title: line(200),
  /** Either a unit, or a workplace outside the units that Nhịp knows. */
  unitId: id.optional(),
  workplace: optional(300),
  isMain: z.boolean().default(true),
  fromOn: day,
  document: optional(300),
})
export const endPostInput = z.object({ postId: id, untilOn: day })
export const withdrawPostInput = z.object({ postId: id, reason })
export const degreeInput = z.object({
  kind: z.enum(degreeKinds),
  name: line(120),
  field: optional(200),
  grantedOn: day.optional(),
  grantedBy: optional(200),
})
export const withdrawDegreeInput = z.object({ degreeId: id, reason })
/** A value that is absent stays as it is; an empty one is taken away. */
export const contactInput = z.object({
  phone: z
    .string()
    .trim()
    .regex(/^$|^[0-9+ .()-]{6,20}$/, 'lecturers.phoneForm')
    .optional(),
  email: z
    .string()
    .trim()
    .max(200, 'field.tooLong')
    .regex(/^$|^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'lecturers.emailForm')
    .optional(),
})
export const contactSeen = z.object({ phone: z.string().nullable(), email: z.string().nullable() })
export const topicsInput = z.object({ q: z.string().trim().max(200).default('') })
export const documentInput = z.object({
  file,
  title: line(200),
  kind: z.enum(documentKinds),
  lineageId: id.optional(),
})

/** What the page of one lecturer shows besides the row of the list. */
export const profile = {
  categoryCode: z.string().nullable(),
  monthlyHours: z.number().int().nullable(),
  travel,
  travelKm: z.number().int().nullable(),
  /** The main post of today. */
  post: z.object({ title: z.string(), place: z.string(), unitId: id.nullable() }).nullable(),
  needsApproval: z.boolean(),
  approval: approvalState,
  /** The last day with an approval; of the last one, when it has run out. */
  approvedLastOn: day.nullable(),
  /** Named in a dossier that is not decided. */
  isProposed: z.boolean(),
}

/** Procedures on one lecturer's own file; `detail` is what each answers. */
export const profileContract = <D extends z.ZodType>(detail: D) => ({
  categories: procedure
    .meta({ can: 'programmes.read' })
    .route({ method: 'GET', path: '/lecturer-categories', summary: 'Kinds of lecturers and guests' })
    .output(z.array(lecturerCategory)),
  makeCategory: procedure
    .meta({ can: 'lecturers.edit' })
    .route({ method: 'POST', path: '/lecturer-categories', summary: 'Add a kind of lecturer' })
    .input(categoryInput.extend({ code: categoryCode }))
    .output(lecturerCategory),
  editCategory: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'PUT',
      path: '/lecturer-categories/{code}',
      summary: 'Change a kind of lecturer, all but its code',
    })
    .input(categoryInput.extend({ code: z.string().max(30), version: z.number().int() }))
    .output(lecturerCategory),
  addPost: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'POST',
      path: '/lecturers/{lecturerId}/posts',
      summary: 'Enter a post; a new main post ends the one before on its first day',
    })
    .input(postInput.extend(byId))
    .output(detail),
  endPost: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'POST',
      path: '/lecturers/{lecturerId}/posts/{postId}/end',
      summary: 'End a post that no other follows',
    })
    .input(endPostInput.extend(byId))
    .output(detail),
  withdrawPost: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'POST',
      path: '/lecturers/{lecturerId}/posts/{postId}/withdraw',
      summary: 'Take back a post that was entered wrongly, with the reason',
    })
    .input(withdrawPostInput.extend(byId))
    .output(detail),
  addDegree: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'POST',
      path: '/lecturers/{lecturerId}/degrees',
      summary: 'Enter a degree, a title, a grade or a certificate',
    })
    .input(degreeInput.extend(byId))
    .output(detail),
  withdrawDegree: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'POST',
      path: '/lecturers/{lecturerId}/degrees/{degreeId}/withdraw',
      summary: 'Take back a degree that was entered wrongly, with the reason',
    })
    .input(withdrawDegreeInput.extend(byId))
    .output(detail),
  setContact: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'PUT',
      path: '/lecturers/{lecturerId}/contact',
      summary: 'Set telephone and e-mail for invitations',
    })
    .input(contactInput.extend(byId))
    .output(detail),
  contact: procedure
    .meta({ can: 'lecturers.contact' })
    .route({
      method: 'POST',
      path: '/lecturers/{lecturerId}/contact/open',
      summary: 'Telephone and e-mail, for a reason that stands in the record',
    })
    .input(z.object({ ...byId, reason }))
    .output(contactSeen),
  topicChoices: procedure
    .meta({ can: 'lecturers.read' })
    .route({
      method: 'GET',
      path: '/lecturer-topics',
      summary: 'Topics of approved outlines by words of their titles, at most 50',
    })
    .input(topicsInput)
    .output(z.array(topic)),
  setTopics: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'PUT',
      path: '/lecturers/{lecturerId}/topics',
      summary: 'Set the topics that somebody may teach; none: as the teaching fields say',
    })
    .input(z.object({ ...byId, lineageIds: z.array(id).max(500).default([]) }))
    .output(detail),
  attach: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'POST',
      path: '/lecturers/{lecturerId}/documents',
      summary: 'Keep a document: lecture, lesson plan, slides, reading; at most 20 MB',
    })
    .input(documentInput.extend(byId))
    .output(detail),
  detach: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'POST',
      path: '/lecturers/{lecturerId}/documents/{fileId}/remove',
      summary: 'Take a document away; who did it and when is kept',
    })
    .input(z.object({ ...byId, fileId: id }))
    .output(detail),
  file: procedure
    .meta({ can: 'lecturers.read' })
    .route({
      method: 'GET',
      path: '/lecturers/{lecturerId}/documents/{fileId}',
      summary: 'A document of a lecturer',
    })
    .input(z.object({ ...byId, fileId: id }))
    .output(file),
  mine: procedure
    .meta({ can: 'lecturers.own' })
    .route({
      method: 'GET',
      path: '/lecturers/mine',
      summary: 'What the school keeps about me as a lecturer, telephone and e-mail open',
    })
    .output(z.object({ lecturer: detail, contact: contactSeen })),
})
