import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, instant, listInput, listOf } from '../../pure/schema.ts'
import { hourKind, part } from '../teaching/contract.ts'

/** Why somebody was absent. `recalled`: called back by the sending unit. */
export const causes = ['excused', 'unexcused', 'recalled', 'ill', 'other'] as const
export const cause = z.enum(causes)
export const markStatus = z.enum(['present', 'absent'])

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'attendance.month')

/** One learner in one session. A learner without a mark is not recorded: neither present nor absent. */
export const mark = z.object({
  sessionId: id,
  enrolmentId: id,
  status: markStatus,
  /** Of an absence: the lesson hours that were missed; null: the whole session. */
  missedHours: count.nullable(),
  /** Null: nobody has said, or it is not for the reader. */
  cause: cause.nullable(),
  version: z.number().int(),
})

export const markInput = z.object({
  enrolmentId: id,
  status: markStatus,
  missedHours: count.min(1, 'field.tooSmall').max(12, 'field.tooLarge').nullable().optional(),
  cause: cause.nullable().optional(),
  /** The version that was seen; absent: nobody had recorded this learner. */
  version: z.number().int().optional(),
})

const sessionFacts = {
  id,
  onDay: day,
  part,
  hours: count,
  kind: hourKind,
  title: z.string(),
  lecturer: z.string().nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: instant.nullable(),
  /** Learners of that day, and how many of them are recorded. */
  learners: count,
  marked: count,
}
export const rollSession = z.object(sessionFacts)

export const rollLearner = z.object({
  enrolmentId: id,
  number: count,
  fullName: z.string(),
  unit: z.string(),
  enrolledOn: day,
  leftOn: day.nullable(),
})

const classHead = { classId: id, code: z.string(), name: z.string() }

/** Learners by sessions of one month of a class. */
export const grid = z.object({
  ...classHead,
  month,
  /** Months in which the class has sessions. */
  months: z.array(month),
  sessions: z.array(rollSession),
  learners: z.array(rollLearner),
  marks: z.array(mark),
  can: z.array(z.enum(['record'])),
})

/** One session with its learners, for the phone. */
export const roll = z.object({
  ...classHead,
  session: rollSession,
  learners: z.array(rollLearner),
  marks: z.array(mark),
  /** Whoever speaks for the class records who is there, not why somebody is not. */
  showsCauses: z.boolean(),
  can: z.array(z.enum(['record'])),
})

export const unrecorded = z.object({
  sessionId: id,
  ...classHead,
  onDay: day,
  part,
  title: z.string(),
  learners: count,
  marked: count,
})

/** Where somebody stands in one module by the study regulation: `below` may not sit the exam without making up; `near`: one more session. */
export const standing = z.enum(['good', 'near', 'below', 'unknown'])
const hoursBy = { excused: count, unexcused: count, recalled: count, ill: count, other: count }
export const moduleStanding = z.object({
  module: z.string(),
  /** Lesson hours of the module in the timetable, recorded so far, and missed. */
  hours: count,
  recorded: count,
  missed: count,
  standing,
})

export const learnerSum = z.object({
  ...rollLearner.shape,
  sessions: count,
  /** Lesson hours recorded, missed, and missed by cause. What was missed is owed. */
  recorded: count,
  missed: count,
  ...hoursBy,
  standing,
  /** Modules in which something was missed. */
  modules: z.array(moduleStanding),
})

export const summary = z.object({
  ...classHead,
  /** Lesson hours held until today and not recorded for somebody. */
  unrecordedSessions: count,
  /** What the study regulation asks for; null: none is known. */
  minPercent: z.number().nullable(),
  ruleSource: z.string().nullable(),
  toConfirm: z.boolean(),
  learners: z.array(learnerSum),
  near: count,
  below: count,
})

export const termInput = z.object({ from: month, until: month })
export const termRow = z.object({
  ...classHead,
  learners: count,
  recorded: count,
  missed: count,
  ...hoursBy,
})

export const absenceStates = ['asked', 'agreed', 'refused', 'withdrawn'] as const
export const absence = z.object({
  id,
  enrolmentId: id,
  classId: id,
  classCode: z.string(),
  fullName: z.string(),
  unit: z.string(),
  kind: z.enum(['leave', 'recall']),
  cause,
  fromOn: day,
  fromPart: part,
  lastOn: day,
  lastPart: part,
  calledBy: z.string(),
  reason: z.string(),
  documentNumber: z.string(),
  costSessions: count,
  costHours: count,
  state: z.enum(absenceStates),
  askedBy: z.string().nullable(),
  askedAt: instant,
  /** Entered after the first session had been held. */
  isAfter: z.boolean(),
  decisionNote: z.string(),
  version: z.number().int(),
  can: z.array(z.enum(['decide', 'withdraw'])),
})

export const absencesInput = listInput(['fromOn', 'askedAt', 'name', 'class'], 'askedAt').extend({
  state: z.enum(['all', ...absenceStates]).default('all'),
  kind: z.enum(['leave', 'recall']).optional(),
  classId: id.optional(),
  enrolmentId: id.optional(),
})

const days = {
  fromOn: day,
  fromPart: part.default('morning'),
  lastOn: day,
  lastPart: part.default('evening'),
}
export const costInput = z.object(days)

/** What an absence costs before it is sent: sessions, hours and topics, and how much was missed already. */
export const cost = z.object({
  fullName: z.string(),
  classCode: z.string(),
  sessions: z.array(z.object({ id, onDay: day, part, hours: count, title: z.string(), module: z.string() })),
  hours: count,
  missedBefore: count,
  recordedBefore: count,
  recallsBefore: count,
  /** Modules whose exam could not be sat any more without making up. */
  wouldFall: z.array(z.string()),
  minPercent: z.number().nullable(),
})

export const askInput = z.object({
  ...days,
  /** A recall is the unit's; everything else is the learner's leave. */
  kind: z.enum(['leave', 'recall']),
  cause: z.enum(['excused', 'ill', 'other']).default('excused'),
  calledBy: z.string().trim().max(200, 'field.tooLong').default(''),
  /** Why: it stands on the request; what changes later is said by the decision. */
  why: z.string().trim().min(5, 'field.reason').max(1000, 'field.tooLong'),
  documentNumber: z.string().trim().max(100, 'field.tooLong').default(''),
})

export const study = z.object({
  enrolmentId: id,
  ...classHead,
  opensOn: day,
  closesOn: day.nullable(),
  leftOn: day.nullable(),
  isMonitor: z.boolean(),
  recorded: count,
  missed: count,
  minPercent: z.number().nullable(),
  standing,
  modules: z.array(moduleStanding),
  next: z.array(z.object({ id, onDay: day, part, hours: count, title: z.string(), place: z.string() })),
  missedSessions: z.array(
    z.object({ id, onDay: day, part, title: z.string(), hours: count, cause: cause.nullable() }),
  ),
  absences: z.array(absence),
})

const ofClass = z.object({ classId: id })
const ofSession = z.object({ sessionId: id })
const ofEnrolment = z.object({ enrolmentId: id })
const GET = 'GET' as const
const POST = 'POST' as const

export const attendanceContract = {
  grid: procedure
    .meta({ can: 'attendance.read' })
    .route({
      method: GET,
      path: '/classes/{classId}/attendance',
      summary: 'Learners by sessions of one month; without a month that of the newest session held',
    })
    .input(ofClass.extend({ month: month.optional() }))
    .output(grid),
  book: procedure
    .meta({ can: 'attendance.read', slow: true })
    .route({
      method: GET,
      path: '/classes/{classId}/attendance/xlsx',
      summary: 'The attendance book: day, part, topic, lecturer and hours of each session, and who was there',
    })
    .input(ofClass.extend({ month: month.optional() }))
    .output(file),
  roll: procedure
    .meta({ can: 'attendance.read' })
    .route({
      method: GET,
      path: '/class-sessions/{sessionId}/attendance',
      summary: 'One session with its learners',
    })
    .input(ofSession)
    .output(roll),
  save: procedure
    .meta({ can: 'attendance.record' })
    .route({
      method: POST,
      path: '/class-sessions/{sessionId}/attendance',
      summary: 'Record what changed in a session: all of it, or nothing where somebody was faster',
    })
    .input(
      ofSession.extend({
        marks: z.array(markInput).min(1, 'attendance.nothing').max(2000, 'field.tooLarge'),
      }),
    )
    .output(z.object({ saved: count, marks: z.array(mark) })),
  unrecorded: procedure
    .meta({ can: 'attendance.read' })
    .route({
      method: GET,
      path: '/attendance/unrecorded',
      summary: 'Sessions that were held and are not recorded whole',
    })
    .input(z.object({ classId: id.optional() }))
    .output(z.array(unrecorded)),
  summary: procedure
    .meta({ can: 'attendance.read' })
    .route({
      method: GET,
      path: '/classes/{classId}/attendance-summary',
      summary: 'What each learner of a class attended and owes, by the study regulation of the intake',
    })
    .input(ofClass)
    .output(summary),
  term: procedure
    .meta({ can: 'attendance.read' })
    .route({
      method: GET,
      path: '/attendance/term',
      summary: 'Hours attended and missed of all classes in some months',
    })
    .input(termInput)
    .output(z.array(termRow)),
  study: procedure
    .meta({ can: 'attendance.read' })
    .route({
      method: GET,
      path: '/my-study',
      summary: 'My own classes: timetable, attendance, what I owe, requests',
    })
    .output(z.array(study)),
  cost: procedure
    .meta({ can: 'attendance.ask' })
    .route({
      method: GET,
      path: '/enrolments/{enrolmentId}/absence-cost',
      summary: 'What an absence would cost: sessions, hours, topics, and what was missed already',
    })
    .input(ofEnrolment.extend(costInput.shape))
    .output(cost),
  absences: procedure
    .meta({ can: 'attendance.read' })
    .route({ method: GET, path: '/absences', summary: 'Leave asked for and recalls by units' })
    .input(absencesInput)
    .output(listOf(absence)),
  ask: procedure
    .meta({ can: 'attendance.ask' })
    .route({
      method: POST,
      path: '/enrolments/{enrolmentId}/absences',
      summary: 'A learner asks for leave, or a unit calls somebody back; before or after',
    })
    .input(ofEnrolment.extend(askInput.shape))
    .output(absence),
  decide: procedure
    .meta({ can: 'attendance.decide' })
    .route({
      method: POST,
      path: '/absences/{absenceId}/decide',
      summary: 'The school agrees, and the marks take their cause from it; or refuses with a reason',
    })
    .input(
      z.object({
        absenceId: id,
        version: z.number().int(),
        agrees: z.boolean(),
        note: z.string().trim().max(1000, 'field.tooLong').default(''),
      }),
    )
    .output(absence),
  withdraw: procedure
    .meta({ can: 'attendance.ask' })
    .route({ method: POST, path: '/absences/{absenceId}/withdraw', summary: 'Take a request back' })
    .input(z.object({ absenceId: id, version: z.number().int() }))
    .output(absence),
}
