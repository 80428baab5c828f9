import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, line, listInput, listOf, reason, year } from '../../pure/schema.ts'

/** Tập trung, vừa làm vừa học (không tập trung), or none: short courses know no mode. */
export const classMode = z.enum(['fullTime', 'partTime', 'none'])

/** Stands in the plan of its year, or was opened beyond it on a policy of the province. */
export const classBasis = z.enum(['plan', 'policy'])

/** How a class counts in a year: opened in it, carried over into it, or not at all. */
export const countsAs = z.enum(['opened', 'carriedOver', 'notCounted'])

/** The document on which a class beyond the plan was opened; what is not known is empty. */
export const policy = z.object({
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  on: day.nullable(),
  title: z.string().nullable(),
})

const classFacts = z.object({
  id,
  code: z.string(),
  name: z.string(),
  programmeId: id,
  programme: z.string(),
  group: z.string(),
  mode: classMode,
  opensOn: day,
  closesOn: day.nullable(),
  place: z.string(),
  hostUnitId: id.nullable(),
  partner: z.string(),
  partnerUnitId: id.nullable(),
  basis: classBasis,
  policy: policy.nullable(),
  learners: count.nullable(),
  note: z.string(),
  cancelledOn: day.nullable(),
})

/** A class as the list of one year shows it. */
export const classRow = classFacts.extend({ countsAs, isCorrected: z.boolean() })

/** One year of a class: how it counts, and why where that differs from its dates. */
export const classYear = z.object({
  year,
  countsAs,
  correction: z.object({ reason: z.string(), by: z.string().nullable(), on: day }).nullable(),
})

export const classDetail = classFacts.extend({
  planLineKey: z.uuid().nullable(),
  planLine: z.string().nullable(),
  hostUnit: z.string().nullable(),
  partnerUnit: z.string().nullable(),
  cancelledReason: z.string().nullable(),
  years: z.array(classYear),
  version: z.number().int(),
  can: z.array(z.enum(['edit', 'correctYear', 'cancel'])),
})

/** What chooses the classes of a year; list, workbook and the links of the report use the same. */
export const classFilter = {
  /** Without it: every class once, as of the year of its opening, whether it counts or not. */
  year: year.optional(),
  group: z.string().max(40).optional(),
  programmeId: id.optional(),
  mode: classMode.optional(),
  basis: classBasis.optional(),
  /** Without it: those that count, opened or carried over. */
  countsAs: countsAs.optional(),
  partner: z.string().trim().max(300).optional(),
  hostUnitId: id.optional(),
  /** Names this line of the plan as its basis. */
  planLineKey: z.uuid().optional(),
  /** Opened in this month of the year. */
  openedIn: z.number().int().min(1).max(12).optional(),
  /** Running on a day of this month of the year. */
  runningIn: z.number().int().min(1).max(12).optional(),
  /** `held`: begun by today; `coming`: not yet. */
  state: z.enum(['held', 'coming']).optional(),
}

export const classesInput = listInput(['opensOn', 'code', 'name', 'closesOn', 'learners'], 'opensOn').extend(
  classFilter,
)

export const classInput = z.object({
  code: line(40),
  name: line(300),
  programmeId: id,
  mode: classMode.default('none'),
  opensOn: day,
  closesOn: day.optional(),
  place: z.string().trim().max(300, 'field.tooLong').default(''),
  hostUnitId: id.optional(),
  partner: z.string().trim().max(300, 'field.tooLong').default(''),
  partnerUnitId: id.optional(),
  basis: classBasis,
  planLineKey: z.uuid().optional(),
  policyIssuer: line(300).optional(),
  policyNumber: line(100).optional(),
  policyOn: day.optional(),
  policyTitle: line(500).optional(),
  learners: count.max(100_000, 'field.tooLarge').optional(),
  note: z.string().trim().max(1000, 'field.tooLong').default(''),
})

export const editClassInput = classInput.extend({ version: z.number().int() })

const byId = z.object({ classId: id })

export const correctYearInput = byId.extend({
  year,
  /** `byDates` takes an earlier correction back. */
  countsAs: z.enum(['opened', 'carriedOver', 'notCounted', 'byDates']),
  reason,
})

export const classesContract = {
  list: procedure
    .meta({ can: 'classes.read' })
    .route({ method: 'GET', path: '/classes', summary: 'The classes of a year: those that run in it' })
    .input(classesInput)
    .output(listOf(classRow).extend({ learners: z.number().int() })),
  partners: procedure
    .meta({ can: 'classes.read' })
    .route({ method: 'GET', path: '/classes/partners', summary: 'The partners of the classes of a year' })
    .input(z.object({ year: classFilter.year }))
    .output(z.array(z.string())),
  xlsx: procedure
    .meta({ can: 'classes.read', slow: true })
    .route({ method: 'GET', path: '/classes/xlsx', summary: 'The same list as a workbook, all of it' })
    .input(classesInput)
    .output(file),
  get: procedure
    .meta({ can: 'classes.read' })
    .route({
      method: 'GET',
      path: '/classes/{classId}',
      summary: 'One class, and how it counts in each of its years',
    })
    .input(byId)
    .output(classDetail),
  open: procedure
    .meta({ can: 'classes.edit' })
    .route({ method: 'POST', path: '/classes', summary: 'Open a class' })
    .input(classInput)
    .output(classDetail),
  edit: procedure
    .meta({ can: 'classes.edit' })
    .route({ method: 'PUT', path: '/classes/{classId}', summary: 'Change a class' })
    .input(editClassInput.extend({ classId: id }))
    .output(classDetail),
  correctYear: procedure
    .meta({ can: 'classes.edit' })
    .route({
      method: 'POST',
      path: '/classes/{classId}/years/{year}',
      summary: 'Correct how a class counts in a year, with a reason',
    })
    .input(correctYearInput)
    .output(classDetail),
  cancel: procedure
    .meta({ can: 'classes.edit' })
    .route({
      method: 'POST',
      path: '/classes/{classId}/cancel',
      summary: 'Cancel a class from a day on, with a reason',
    })
    .input(byId.extend({ cancelledOn: day, reason, version: z.number().int() }))
    .output(classDetail),
}
