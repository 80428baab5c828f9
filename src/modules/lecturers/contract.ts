import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, line, listInput, listOf } from '../../pure/schema.ts'
import { corpsContract } from './contract/corps.ts'
import { loadContract } from './contract/load.ts'
import {
  approvalState,
  lecturerDegree,
  lecturerDocument,
  lecturerPost,
  profile,
  profileContract,
  topic,
  travel,
} from './contract/profile.ts'

/** What the school teaches, as its faculties divide it. */
export const teachingField = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  sortOrder: z.number().int(),
  /** Lecturers in service today who teach it. */
  lecturers: count,
  version: z.number().int(),
})

export const fieldInput = z.object({
  name: line(120),
  nameEn: line(120),
  sortOrder: count.max(1000, 'field.tooLarge').default(0),
})

export const fieldCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-ZĐ0-9][A-ZĐ0-9-]{0,19}$/, 'lecturers.fieldCodeForm')
  .meta({ kind: 'line' })

/** Days from `fromOn` to `lastOn`, both included. */
export const absence = z.object({ id, fromOn: day, lastOn: day, reason: z.string() })

/** `untilOn` is the first day on which the lecturer no longer teaches here. `weeklyHours`: lesson hours a week, at most. */
export const lecturer = z.object({
  id,
  code: z.string(),
  name: z.string(),
  isGuest: z.boolean(),
  workplace: z.string(),
  fields: z.array(z.string()),
  weeklyHours: z.number().int(),
  ...profile,
  fromOn: day.nullable(),
  untilOn: day.nullable(),
  note: z.string(),
  version: z.number().int(),
  can: z.array(z.enum(['edit', 'contact', 'record'])),
})

/** A lecturer with all that the file holds, and what takes days: absences and the classes that are taught. */
export const lecturerDetail = lecturer.extend({
  posts: z.array(lecturerPost),
  degrees: z.array(lecturerDegree),
  /** None: as the teaching fields say. */
  topics: z.array(topic),
  travelUnits: z.array(z.object({ id, name: z.string() })),
  /** So that one sees whether it is the right number, without reading it. */
  phoneMask: z.string().nullable(),
  emailMask: z.string().nullable(),
  account: z.object({ name: z.string(), email: z.string() }).nullable(),
  person: z.object({ id, code: z.string().nullable(), name: z.string() }).nullable(),
  documents: z.array(lecturerDocument),
  absences: z.array(absence),
  classes: z.array(
    z.object({
      classId: id,
      code: z.string(),
      name: z.string(),
      fieldCode: z.string(),
      fromOn: day,
      lastOn: day,
    }),
  ),
})

export const lecturerInput = z.object({
  code: line(40),
  name: line(200),
  isGuest: z.boolean().default(false),
  workplace: z.string().trim().max(300, 'field.tooLong').default(''),
  fields: z.array(line(20)).min(1, 'field.required'),
  weeklyHours: count.min(1, 'field.tooSmall').max(60, 'field.tooLarge').default(16),
  categoryCode: z.string().max(30).optional(),
  /** Lesson hours a month, at most; absent: no limit besides that of the week. */
  monthlyHours: count.min(1, 'field.tooSmall').max(240, 'field.tooLarge').optional(),
  travel: travel.default('province'),
  travelKm: count.min(1, 'field.tooSmall').max(1000, 'field.tooLarge').optional(),
  travelUnitIds: z.array(id).max(200).default([]),
  /** The e-mail of the account with which the lecturer signs in, and the code of the file among the people. Absent: not linked. */
  accountEmail: z.string().trim().max(200, 'field.tooLong').optional(),
  personCode: z.string().trim().max(40, 'field.tooLong').optional(),
  fromOn: day.optional(),
  untilOn: day.optional(),
  note: z.string().trim().max(1000, 'field.tooLong').default(''),
})

export const lecturersInput = listInput(['name', 'code', 'weeklyHours'], 'name').extend({
  fieldCode: z.string().max(20).optional(),
  isGuest: z.boolean().optional(),
  categoryCode: z.string().max(30).optional(),
  approval: approvalState.optional(),
  unitId: id.optional(),
  /** Words of a topic's title. */
  topic: z.string().trim().max(200).optional(),
  period: z.enum(['inUse', 'all']).default('inUse'),
})

export const absenceInput = z.object({ fromOn: day, lastOn: day, reason: line(300) })

/** Hours of one programme in one field. */
export const programmeHours = z.object({
  programmeId: id,
  fieldCode: z.string(),
  hours: z.number().int(),
})

const byId = z.object({ lecturerId: id })

export const lecturersContract = {
  ...profileContract(lecturerDetail),
  ...corpsContract,
  ...loadContract,
  list: procedure
    .meta({ can: 'lecturers.read' })
    .route({ method: 'GET', path: '/lecturers', summary: 'The lecturers, own and guests' })
    .input(lecturersInput)
    .output(listOf(lecturer)),
  xlsx: procedure
    .meta({ can: 'lecturers.read', slow: true })
    .route({ method: 'GET', path: '/lecturers/xlsx', summary: 'The same list as a workbook, all of it' })
    .input(lecturersInput)
    .output(file),
  get: procedure
    .meta({ can: 'lecturers.read' })
    .route({
      method: 'GET',
      path: '/lecturers/{lecturerId}',
      summary: 'One lecturer, with absences and classes',
    })
    .input(byId)
    .output(lecturerDetail),
  make: procedure
    .meta({ can: 'lecturers.edit' })
    .route({ method: 'POST', path: '/lecturers', summary: 'Add a lecturer' })
    .input(lecturerInput)
    .output(lecturerDetail),
  edit: procedure
    .meta({ can: 'lecturers.edit' })
    .route({ method: 'PUT', path: '/lecturers/{lecturerId}', summary: 'Change a lecturer' })
    .input(lecturerInput.extend({ lecturerId: id, version: z.number().int() }))
    .output(lecturerDetail),
  addAbsence: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'POST',
      path: '/lecturers/{lecturerId}/absences',
      summary: 'Enter days on which a lecturer cannot teach',
    })
    .input(absenceInput.extend({ lecturerId: id }))
    .output(lecturerDetail),
  removeAbsence: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'POST',
      path: '/lecturers/{lecturerId}/absences/{absenceId}/remove',
      summary: 'Take an absence back',
    })
    .input(byId.extend({ absenceId: id }))
    .output(lecturerDetail),
  fields: procedure
    .meta({ can: 'programmes.read' })
    .route({ method: 'GET', path: '/teaching-fields', summary: 'The fields in which the school teaches' })
    .output(z.array(teachingField)),
  makeField: procedure
    .meta({ can: 'lecturers.edit' })
    .route({ method: 'POST', path: '/teaching-fields', summary: 'Add a field' })
    .input(fieldInput.extend({ code: fieldCode }))
    .output(teachingField),
  editField: procedure
    .meta({ can: 'lecturers.edit' })
    .route({ method: 'PUT', path: '/teaching-fields/{code}', summary: 'Change a field, all but its code' })
    .input(fieldInput.extend({ code: z.string().max(20), version: z.number().int() }))
    .output(teachingField),
  hours: procedure
    .meta({ can: 'programmes.read' })
    .route({
      method: 'GET',
      path: '/programme-hours',
      summary: 'Hours by field, of one programme or of all',
    })
    .input(z.object({ programmeId: id.optional() }))
    .output(z.array(programmeHours)),
  setHours: procedure
    .meta({ can: 'lecturers.edit' })
    .route({
      method: 'PUT',
      path: '/programme-hours/{programmeId}',
      summary: 'Set the hours of a programme by field; a field without hours is left out',
    })
    .input(
      z.object({
        programmeId: id,
        hours: z.record(z.string().max(20), count.max(20_000, 'field.tooLarge')),
      }),
    )
    .output(z.array(programmeHours)),
}
