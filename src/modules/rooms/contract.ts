import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, line, listInput, listOf, year } from '../../pure/schema.ts'

/** `untilOn` is the first day on which the room is no longer used. `isOwn`: the school's; else a host's. */
export const room = z.object({
  id,
  code: z.string(),
  name: z.string(),
  seats: count,
  site: z.string(),
  isOwn: z.boolean(),
  fromOn: day.nullable(),
  untilOn: day.nullable(),
  note: z.string(),
  version: z.number().int(),
  can: z.array(z.enum(['edit'])),
})

export const roomInput = z.object({
  code: line(40),
  name: line(200),
  seats: count.min(1, 'field.tooSmall').max(5000, 'field.tooLarge'),
  site: z.string().trim().max(200, 'field.tooLong').default(''),
  isOwn: z.boolean().default(true),
  fromOn: day.optional(),
  untilOn: day.optional(),
  note: z.string().trim().max(1000, 'field.tooLong').default(''),
})

export const roomsInput = listInput(['code', 'name', 'seats', 'site'], 'code').extend({
  isOwn: z.boolean().optional(),
  /** At least so many seats. */
  seats: count.optional(),
  /** `inUse`: used today; `all`: also those that were given up or are yet to come. */
  period: z.enum(['inUse', 'all']).default('inUse'),
})

/** One ISO week of a room: the classes that are in it, and on how many working days. */
export const roomWeek = z.object({
  week: z.number().int(),
  mondayOn: day,
  days: count,
  classes: z.array(z.object({ classId: id, code: z.string(), name: z.string() })),
})

const byId = z.object({ roomId: id })

export const roomsContract = {
  list: procedure
    .meta({ can: 'rooms.read' })
    .route({ method: 'GET', path: '/rooms', summary: 'Rooms and halls' })
    .input(roomsInput)
    .output(listOf(room)),
  xlsx: procedure
    .meta({ can: 'rooms.read', slow: true })
    .route({ method: 'GET', path: '/rooms/xlsx', summary: 'The same list as a workbook, all of it' })
    .input(roomsInput)
    .output(file),
  get: procedure
    .meta({ can: 'rooms.read' })
    .route({ method: 'GET', path: '/rooms/{roomId}', summary: 'One room' })
    .input(byId)
    .output(room),
  weeks: procedure
    .meta({ can: 'rooms.read' })
    .route({
      method: 'GET',
      path: '/rooms/{roomId}/weeks',
      summary: 'Who is in a room, week by week of a year',
    })
    .input(byId.extend({ year }))
    .output(z.array(roomWeek)),
  make: procedure
    .meta({ can: 'rooms.edit' })
    .route({ method: 'POST', path: '/rooms', summary: 'Add a room' })
    .input(roomInput)
    .output(room),
  edit: procedure
    .meta({ can: 'rooms.edit' })
    .route({ method: 'PUT', path: '/rooms/{roomId}', summary: 'Change a room' })
    .input(roomInput.extend({ roomId: id, version: z.number().int() }))
    .output(room),
}
