import * as z from 'zod'
import { procedure } from '../../../pure/contract.ts'
import { day, file, id, listInput, listOf, year } from '../../../pure/schema.ts'
import { approvalState } from './profile.ts'

/**
 * Lesson hours of one month. `planned`: all that is arranged, taught or to come. `capacity`: at most, by the limits of week and
 * month, less absences, days out of service and days without an approval that is needed.
 */
export const monthLoad = z.object({
  month: z.number().int(),
  planned: z.number().int(),
  capacity: z.number().int(),
})

export const lecturerLoad = z.object({
  lecturerId: id,
  name: z.string(),
  code: z.string(),
  isGuest: z.boolean(),
  fields: z.array(z.string()),
  weeklyHours: z.number().int(),
  monthlyHours: z.number().int().nullable(),
  approval: approvalState,
  approvedLastOn: day.nullable(),
  months: z.array(monthLoad),
  planned: z.number().int(),
  /** Of these, up to today. */
  taught: z.number().int(),
  capacity: z.number().int(),
  /** Classes of the year in which they teach. */
  classes: z.number().int(),
})

/** `needed`: hours of the field that the classes of the plan in force ask for. `capacity` counts whoever teaches two fields in both. */
export const fieldLoad = z.object({
  fieldCode: z.string(),
  name: z.string(),
  lecturers: z.number().int(),
  needed: z.number().int().nullable(),
  planned: z.number().int(),
  taught: z.number().int(),
  capacity: z.number().int(),
})

export const loadInput = listInput(['name', 'code'], 'name').extend({
  year,
  fieldCode: z.string().max(20).optional(),
  isGuest: z.boolean().optional(),
})

export const loadContract = {
  load: procedure
    .meta({ can: 'lecturers.load' })
    .route({
      method: 'GET',
      path: '/lecturer-load/{year}',
      summary:
        'What lecturers teach over a year, by month, against their limits; and each field against the plan',
    })
    .input(loadInput)
    .output(listOf(lecturerLoad).extend({ fields: z.array(fieldLoad) })),
  loadXlsx: procedure
    .meta({ can: 'lecturers.load', slow: true })
    .route({
      method: 'GET',
      path: '/lecturer-load/{year}/xlsx',
      summary: 'The same as a workbook, all of it',
    })
    .input(loadInput)
    .output(file),
  loadOf: procedure
    .meta({ can: 'lecturers.load' })
    .route({
      method: 'GET',
      path: '/lecturers/{lecturerId}/load/{year}',
      summary: 'What one lecturer teaches over a year',
    })
    .input(z.object({ lecturerId: id, year }))
    .output(lecturerLoad),
  myLoad: procedure
    .meta({ can: 'lecturers.own' })
    .route({ method: 'GET', path: '/lecturers/mine/load/{year}', summary: 'What I teach over a year' })
    .input(z.object({ year }))
    .output(lecturerLoad),
}
