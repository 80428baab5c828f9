import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, instant, line, listInput, listOf, reason, year } from '../../pure/schema.ts'
import { attachInput, keptFile } from '../files/contract.ts'

export const visitKinds = ['study', 'exchange'] as const
export const visitStates = ['draft', 'asked', 'agreed', 'declined', 'held', 'cancelled'] as const
export const visitVerbs = ['edit', 'ask', 'answer', 'hold', 'report', 'remark', 'cancel'] as const

/** A place that receives classes. `untilOn` is the first day on which it no longer does. `topics`: what can be studied there. */
export const studyHost = z.object({
  id,
  unitId: id.nullable(),
  /** The unit's name of today. */
  unit: z.string().nullable(),
  name: z.string(),
  place: z.string(),
  topics: z.array(z.string()),
  seats: z.number().int().nullable(),
  contact: z.string(),
  phone: z.string(),
  note: z.string(),
  fromOn: day.nullable(),
  untilOn: day.nullable(),
  /** Visits that were agreed or held. */
  visits: z.number().int(),
  version: z.number().int(),
  can: z.array(z.enum(['edit'])),
})

const lines = z
  .string()
  .max(6000, 'field.tooLong')
  .default('')
  .meta({ kind: 'text', description: 'one topic a line' })

export const hostInput = z.object({
  unitId: id.optional(),
  name: line(200),
  place: z.string().trim().max(300, 'field.tooLong').default(''),
  topics: lines,
  seats: count.min(1, 'field.tooSmall').max(2000, 'field.tooLarge').optional(),
  contact: z.string().trim().max(200, 'field.tooLong').default(''),
  phone: z.string().trim().max(40, 'field.tooLong').default(''),
  note: z.string().trim().max(1000, 'field.tooLong').default(''),
  fromOn: day.optional(),
  untilOn: day.optional(),
})

export const hostsInput = listInput(['name', 'place', 'visits'], 'name').extend({
  period: z.enum(['inUse', 'all']).default('inUse'),
})

/** One item of what a visit costs, in đồng; null: not known yet. */
export const costLine = z.object({
  item: z.string(),
  plannedDong: z.number().int().nullable(),
  spentDong: z.number().int().nullable(),
  source: z.string(),
})

export const visit = z.object({
  id,
  classId: id,
  classCode: z.string(),
  className: z.string(),
  hostId: id,
  host: z.string(),
  kind: z.enum(visitKinds),
  title: z.string(),
  fromOn: day,
  lastOn: day,
  people: z.number().int(),
  leader: z.string(),
  state: z.enum(visitStates),
  answerBy: day.nullable(),
  /** The visit is over and no report was written. */
  owesReport: z.boolean(),
})

/** Something that an officer should look at before going on; it forbids nothing. */
export const concern = z.object({
  kind: z.enum([
    'outsideClass',
    'schoolRests',
    'hostBusy',
    'hostTaken',
    'hostClosed',
    'tooMany',
    'leaderAway',
    'leaderTeaches',
    'lessonsThen',
  ]),
  about: z.string(),
  fromOn: day.nullable(),
  lastOn: day.nullable(),
})

export const visitDetail = visit.extend({
  hostUnitId: id.nullable(),
  hostContact: z.string(),
  hostPhone: z.string(),
  hostTopics: z.array(z.string()),
  programme: z.string(),
  leaderId: id.nullable(),
  leaderName: z.string(),
  askedAt: instant.nullable(),
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  answerNote: z.string(),
  otherFrom: day.nullable(),
  otherLast: day.nullable(),
  receivedBy: z.string(),
  papersBy: day.nullable(),
  report: z.string(),
  schoolRemark: z.string(),
  hostRemark: z.string(),
  cancelledReason: z.string().nullable(),
  /** To the school only; a host is told nothing of money. */
  costs: z.array(costLine),
  concerns: z.array(concern),
  files: z.array(keptFile),
  version: z.number().int(),
  can: z.array(z.enum(visitVerbs)),
})

export const visitInput = z.object({
  classId: id,
  hostId: id,
  kind: z.enum(visitKinds).default('study'),
  title: line(300),
  fromOn: day,
  lastOn: day,
  people: count.min(1, 'field.tooSmall').max(2000, 'field.tooLarge'),
  programme: z.string().trim().max(8000, 'field.tooLong').default(''),
  /** A lecturer of the school; or by name only. */
  leaderId: id.optional(),
  leader: z.string().trim().max(200, 'field.tooLong').default(''),
  papersBy: day.optional(),
})

export const visitsInput = listInput(['fromOn', 'host', 'class'], 'fromOn').extend({
  year: year.optional(),
  classId: id.optional(),
  hostId: id.optional(),
  state: z.enum([...visitStates, 'owesReport']).optional(),
})

const visitId = z.object({ fieldStudyId: id })
const hostId = z.object({ hostId: id })
const seen = { version: z.number().int() }
const text = (max: number) => z.string().trim().max(max, 'field.tooLong').default('')

export const askInput = z.object({ ...seen, answerBy: day })
export const answerInput = z.object({
  ...seen,
  agrees: z.boolean(),
  note: text(1000),
  receivedBy: text(200),
  /** Other days that the host offers instead. */
  otherFrom: day.optional(),
  otherLast: day.optional(),
})
export const reportInput = z.object({
  ...seen,
  report: z.string().trim().min(1, 'field.required').max(20_000, 'field.tooLong'),
  schoolRemark: text(4000),
})
const dong = count.max(100_000_000_000, 'field.tooLarge').nullable().optional()
export const costsInput = z.object({
  ...seen,
  /** The whole list anew; a line without an item is left out. */
  costs: z
    .array(z.object({ item: text(200), plannedDong: dong, spentDong: dong, source: text(200) }))
    .max(60, 'field.tooLong'),
})

export const fieldStudiesContract = {
  hosts: procedure
    .meta({ can: 'fieldStudies.read' })
    .route({ method: 'GET', path: '/study-hosts', summary: 'Places that receive classes, with their topics' })
    .input(hostsInput)
    .output(listOf(studyHost)),
  hostsXlsx: procedure
    .meta({ can: 'fieldStudies.read', slow: true })
    .route({ method: 'GET', path: '/study-hosts/xlsx', summary: 'The same list as a workbook, all of it' })
    .input(hostsInput)
    .output(file),
  host: procedure
    .meta({ can: 'fieldStudies.read' })
    .route({ method: 'GET', path: '/study-hosts/{hostId}', summary: 'One place' })
    .input(hostId)
    .output(studyHost),
  makeHost: procedure
    .meta({ can: 'fieldStudies.edit' })
    .route({ method: 'POST', path: '/study-hosts', summary: 'Add a place' })
    .input(hostInput)
    .output(studyHost),
  editHost: procedure
    .meta({ can: 'fieldStudies.offer' })
    .route({
      method: 'PUT',
      path: '/study-hosts/{hostId}',
      summary: 'Change a place: the school all, a unit what its own place offers',
    })
    .input(hostInput.extend({ hostId: id, ...seen }))
    .output(studyHost),
  list: procedure
    .meta({ can: 'fieldStudies.read' })
    .route({
      method: 'GET',
      path: '/field-studies',
      summary: 'Visits of classes; of a unit: to its own places',
    })
    .input(visitsInput)
    .output(listOf(visit)),
  xlsx: procedure
    .meta({ can: 'fieldStudies.read', slow: true })
    .route({ method: 'GET', path: '/field-studies/xlsx', summary: 'The same list as a workbook, all of it' })
    .input(visitsInput)
    .output(file),
  get: procedure
    .meta({ can: 'fieldStudies.read' })
    .route({ method: 'GET', path: '/field-studies/{fieldStudyId}', summary: 'One visit' })
    .input(visitId)
    .output(visitDetail),
  make: procedure
    .meta({ can: 'fieldStudies.edit' })
    .route({ method: 'POST', path: '/field-studies', summary: 'Plan a visit of a class' })
    .input(visitInput)
    .output(visitDetail),
  edit: procedure
    .meta({ can: 'fieldStudies.edit' })
    .route({
      method: 'PUT',
      path: '/field-studies/{fieldStudyId}',
      summary: 'Change a visit; other days or another host than agreed must be asked for again',
    })
    .input(visitInput.omit({ classId: true }).extend({ fieldStudyId: id, ...seen }))
    .output(visitDetail),
  ask: procedure
    .meta({ can: 'fieldStudies.edit' })
    .route({
      method: 'POST',
      path: '/field-studies/{fieldStudyId}/ask',
      summary: 'Ask the host; it stands on the work list of its people until they answer',
    })
    .input(visitId.extend(askInput.shape))
    .output(visitDetail),
  answer: procedure
    .meta({ can: 'fieldStudies.answer' })
    .route({
      method: 'POST',
      path: '/field-studies/{fieldStudyId}/answer',
      summary: 'The host agrees, or declines and may offer other days; the school enters what it was told',
    })
    .input(visitId.extend(answerInput.shape))
    .output(visitDetail),
  hold: procedure
    .meta({ can: 'fieldStudies.edit' })
    .route({
      method: 'POST',
      path: '/field-studies/{fieldStudyId}/hold',
      summary: 'The class has been there',
    })
    .input(visitId.extend(seen))
    .output(visitDetail),
  report: procedure
    .meta({ can: 'fieldStudies.edit' })
    .route({
      method: 'PUT',
      path: '/field-studies/{fieldStudyId}/report',
      summary: 'The report of a visit and what the school thinks of it',
    })
    .input(visitId.extend(reportInput.shape))
    .output(visitDetail),
  remark: procedure
    .meta({ can: 'fieldStudies.answer' })
    .route({
      method: 'PUT',
      path: '/field-studies/{fieldStudyId}/remark',
      summary: 'What the host thinks of a visit that was held',
    })
    .input(visitId.extend({ ...seen, hostRemark: text(4000) }))
    .output(visitDetail),
  setCosts: procedure
    .meta({ can: 'fieldStudies.edit' })
    .route({
      method: 'PUT',
      path: '/field-studies/{fieldStudyId}/costs',
      summary: 'What a visit costs, planned and spent, item by item',
    })
    .input(visitId.extend(costsInput.shape))
    .output(visitDetail),
  cancel: procedure
    .meta({ can: 'fieldStudies.edit' })
    .route({ method: 'POST', path: '/field-studies/{fieldStudyId}/cancel', summary: 'Give a visit up' })
    .input(visitId.extend({ ...seen, reason }))
    .output(visitDetail),
  attach: procedure
    .meta({ can: 'fieldStudies.edit' })
    .route({
      method: 'POST',
      path: '/field-studies/{fieldStudyId}/files',
      summary: 'Put a file at a visit: its programme, the report; at most 20 MB',
    })
    .input(visitId.extend(attachInput.shape))
    .output(visitDetail),
  detach: procedure
    .meta({ can: 'fieldStudies.edit' })
    .route({
      method: 'POST',
      path: '/field-studies/{fieldStudyId}/files/{fileId}/remove',
      summary: 'Take a file away; who did it and when is kept',
    })
    .input(visitId.extend({ fileId: id }))
    .output(visitDetail),
  file: procedure
    .meta({ can: 'fieldStudies.read' })
    .route({
      method: 'GET',
      path: '/field-studies/{fieldStudyId}/files/{fileId}',
      summary: 'A file of a visit, for the school and the host',
    })
    .input(visitId.extend({ fileId: id }))
    .output(file),
}
