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
  /** The version of the programme on which it runs, for ever; null for classes from before there were versions. */
  curriculumId: id.nullable(),
  curriculum: z.string().nullable(),
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
  /** An approved version of the programme that is in use on the day of opening. Absent: as it is. */
  curriculumId: id.optional(),
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

/** A lecturer for a field on days, from the first to the last. */
const lecturerWish = z.object({ lecturerId: id, fieldCode: line(20), fromOn: day, lastOn: day })

/** What is booked with the dates of a class: its room for all of them, lecturers for their blocks. */
const withDates = { roomId: id.optional(), lecturers: z.array(lecturerWish).max(200).default([]) }

export const openInput = classInput.extend(withDates)

export const scheduleInput = byId.extend({
  version: z.number().int(),
  opensOn: day,
  closesOn: day,
  ...withDates,
})

export const openingsInput = z.object({
  programmeId: id,
  learners: count.min(1, 'field.tooSmall').max(5000, 'field.tooLarge'),
  /** Working days on which the class is taught. */
  teachingDays: count.min(1, 'field.tooSmall').max(700, 'field.tooLarge'),
  earliest: day,
  weeks: count.min(1, 'field.tooSmall').max(52, 'field.tooLarge').default(12),
  /** Without it the class needs no room here. */
  needsRoom: z.boolean().default(true),
  /**
   * The class that is to be moved: its own bookings are not in its way. Its units count as those for which it is held, as do
   * the units whose confirmed needs of the year ask for the programme, and `unitIds`.
   */
  classId: id.optional(),
  unitIds: z.array(id).max(200).default([]),
})

const reasonAbout = {
  title: z.string(),
  fromOn: day,
  lastOn: day,
}

/** Why a date is good or not, with what its sentence needs; `weight` is what it adds to the burden. */
export const openingReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('noTeaching'), weight: z.number(), titles: z.array(z.string()) }),
  z.object({
    code: z.literal('roomFree'),
    weight: z.number(),
    room: z.string(),
    seats: count,
    others: count,
  }),
  z.object({ code: z.literal('roomHosted'), weight: z.number(), room: z.string(), seats: count }),
  z.object({ code: z.literal('noRoom'), weight: z.number(), learners: count, large: count }),
  z.object({
    code: z.literal('holidayInside'),
    weight: z.number(),
    titles: z.array(z.string()),
    days: count,
  }),
  z.object({ code: z.literal('tornApart'), weight: z.number(), title: z.string(), days: count }),
  z.object({ code: z.literal('provinceEvent'), weight: z.number(), ...reasonAbout }),
  z.object({ code: z.literal('unitBusy'), weight: z.number(), unit: z.string(), ...reasonAbout }),
  z.object({
    code: z.literal('unitsBusy'),
    weight: z.number(),
    units: z.array(z.string()),
    more: count,
  }),
  z.object({
    code: z.literal('othersBusy'),
    weight: z.number(),
    units: z.array(z.string()),
    more: count,
  }),
  z.object({
    code: z.literal('sameUnits'),
    weight: z.number(),
    className: z.string(),
    fromOn: day,
    lastOn: day,
  }),
  z.object({
    code: z.literal('lecturersFree'),
    weight: z.number(),
    field: z.string(),
    names: z.array(z.string()),
    more: count,
  }),
  z.object({ code: z.literal('tooDense'), weight: z.number(), hours: count, days: count }),
  z.object({
    code: z.literal('lecturersShort'),
    weight: z.number(),
    field: z.string(),
    hours: count,
    free: count,
    weekly: count,
  }),
])

/** A date on which the class could open, with what speaks for and against it. */
export const opening = z.object({
  opensOn: day,
  closesOn: day,
  fit: z.enum(['good', 'strained', 'blocked']),
  burden: z.number(),
  reasons: z.array(openingReason),
  rooms: z.array(z.object({ id, name: z.string(), seats: count })),
  blocks: z.array(
    z.object({
      fieldCode: z.string(),
      fieldName: z.string(),
      hours: count,
      fromOn: day,
      lastOn: day,
      free: z.array(z.object({ id, name: z.string(), isGuest: z.boolean() })),
      chosen: z.array(id),
    }),
  ),
})

/** The rooms and lecturers that a class has. Who teaches is for the school; everybody else sees the rooms. */
export const classBookings = z.object({
  rooms: z.array(z.object({ id, roomId: id, room: z.string(), seats: count, fromOn: day, lastOn: day })),
  lecturers: z.array(
    z.object({
      id,
      lecturerId: id,
      lecturer: z.string(),
      fieldCode: z.string(),
      field: z.string(),
      fromOn: day,
      lastOn: day,
    }),
  ),
})

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
    .route({ method: 'POST', path: '/classes', summary: 'Open a class, with its room and lecturers' })
    .input(openInput)
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
  openings: procedure
    .meta({ can: 'classes.edit' })
    .route({
      method: 'GET',
      path: '/class-openings',
      summary: 'Dates on which a class could open, ranked, with the reasons',
    })
    .input(openingsInput)
    .output(z.array(opening)),
  schedule: procedure
    .meta({ can: 'classes.edit' })
    .route({
      method: 'POST',
      path: '/classes/{classId}/schedule',
      summary: 'Give a class its dates, room and lecturers; what it had before is freed',
    })
    .input(scheduleInput)
    .output(classDetail),
  bookings: procedure
    .meta({ can: 'classes.read' })
    .route({ method: 'GET', path: '/classes/{classId}/bookings', summary: 'Rooms and lecturers of a class' })
    .input(byId)
    .output(classBookings),
  bookRoom: procedure
    .meta({ can: 'classes.edit' })
    .route({ method: 'POST', path: '/classes/{classId}/rooms', summary: 'Book a room for a class' })
    .input(byId.extend({ roomId: id, fromOn: day, lastOn: day }))
    .output(classBookings),
  bookLecturer: procedure
    .meta({ can: 'classes.edit' })
    .route({ method: 'POST', path: '/classes/{classId}/lecturers', summary: 'Name a lecturer for a class' })
    .input(byId.extend(lecturerWish.shape))
    .output(classBookings),
  freeRoom: procedure
    .meta({ can: 'classes.edit' })
    .route({
      method: 'POST',
      path: '/classes/{classId}/rooms/{bookingId}/free',
      summary: 'Free a room of a class',
    })
    .input(byId.extend({ bookingId: id }))
    .output(classBookings),
  freeLecturer: procedure
    .meta({ can: 'classes.edit' })
    .route({
      method: 'POST',
      path: '/classes/{classId}/lecturers/{bookingId}/free',
      summary: 'Take a lecturer off a class',
    })
    .input(byId.extend({ bookingId: id }))
    .output(classBookings),
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
