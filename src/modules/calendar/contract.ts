import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, line, listInput, listOf, year } from '../../pure/schema.ts'

/**
 * `holiday`: public holiday; `congress`, `session`: what the province (or a unit) holds: congresses and conferences, sessions of
 * the People's Council; `break`: a break of the school; `busy`: a unit can spare nobody.
 */
export const entryKinds = ['holiday', 'congress', 'session', 'break', 'busy'] as const
export const entryKind = z.enum(entryKinds)

/** Days from `fromOn` to `lastOn`, both included. `unitId` null: the whole province, or the school itself. */
export const calendarEntry = z.object({
  id,
  kind: entryKind,
  title: z.string(),
  fromOn: day,
  lastOn: day,
  stopsTeaching: z.boolean(),
  unitId: id.nullable(),
  unit: z.string().nullable(),
  source: z.string(),
  needsConfirmation: z.boolean(),
  version: z.number().int(),
  can: z.array(z.enum(['edit'])),
})

export const entryInput = z.object({
  kind: entryKind,
  title: line(300),
  fromOn: day,
  lastOn: day,
  stopsTeaching: z.boolean().default(false),
  unitId: id.optional(),
  source: z.string().trim().max(300, 'field.tooLong').default(''),
  needsConfirmation: z.boolean().default(false),
})

export const calendarInput = listInput(['fromOn', 'title', 'kind'], 'fromOn').extend({
  /** Entries with a day in this year. */
  year: year.optional(),
  kind: entryKind.optional(),
  unitId: id.optional(),
  /** Only days without teaching, or only days with. */
  stopsTeaching: z.boolean().optional(),
  needsConfirmation: z.boolean().optional(),
})

/** One ISO week: the teaching days (Monday to Friday) that are left, and why the others are missing. */
export const teachingWeek = z.object({
  week: z.number().int(),
  mondayOn: day,
  days: count,
  missing: z.array(z.object({ on: day, entryId: id, title: z.string() })),
})

const byId = z.object({ entryId: id })

export const calendarContract = {
  list: procedure
    .meta({ can: 'calendar.read' })
    .route({ method: 'GET', path: '/calendar', summary: 'The entries of the calendar' })
    .input(calendarInput)
    .output(listOf(calendarEntry)),
  xlsx: procedure
    .meta({ can: 'calendar.read', slow: true })
    .route({ method: 'GET', path: '/calendar/xlsx', summary: 'The same list as a workbook, all of it' })
    .input(calendarInput)
    .output(file),
  ofYear: procedure
    .meta({ can: 'calendar.read' })
    .route({ method: 'GET', path: '/calendar/years/{year}', summary: 'Every entry with a day in a year' })
    .input(z.object({ year }))
    .output(z.array(calendarEntry)),
  weeks: procedure
    .meta({ can: 'calendar.read' })
    .route({
      method: 'GET',
      path: '/calendar/weeks',
      summary: 'The teaching days of each ISO week of a year',
    })
    .input(z.object({ year }))
    .output(z.array(teachingWeek)),
  get: procedure
    .meta({ can: 'calendar.read' })
    .route({ method: 'GET', path: '/calendar/{entryId}', summary: 'One entry' })
    .input(byId)
    .output(calendarEntry),
  make: procedure
    .meta({ can: 'calendar.edit' })
    .route({
      method: 'POST',
      path: '/calendar',
      summary: 'Enter days; a unit only days of its own, on which teaching goes on',
    })
    .input(entryInput)
    .output(calendarEntry),
  edit: procedure
    .meta({ can: 'calendar.edit' })
    .route({ method: 'PUT', path: '/calendar/{entryId}', summary: 'Change an entry' })
    .input(entryInput.extend({ entryId: id, version: z.number().int() }))
    .output(calendarEntry),
  remove: procedure
    .meta({ can: 'calendar.edit' })
    .route({ method: 'POST', path: '/calendar/{entryId}/remove', summary: 'Take an entry out' })
    .input(byId.extend({ version: z.number().int() }))
    .output(z.object({ entryId: id })),
  loadHolidays: procedure
    .meta({ can: 'calendar.holidays' })
    .route({
      method: 'POST',
      path: '/calendar/holidays',
      summary: 'Enter the public holidays of a year that are not there yet',
    })
    .input(z.object({ year }))
    .output(z.object({ year, added: count, known: count })),
}
