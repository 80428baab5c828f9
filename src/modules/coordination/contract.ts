import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, file, id, instant, line, listInput, listOf, reason, year } from '../../pure/schema.ts'

/** One thing that waits: for the reader (`mine`) or for somebody else (`theirs`). Its page is `path`. */
export const task = z.object({
  kind: z.enum([
    'planMissing',
    'planDraft',
    'planReturned',
    'planSubmitted',
    'planChangeProposed',
    'planTooLate',
    'planSoonTooLate',
    'reorganisationDraft',
    'placements',
    'importChecked',
    'classesOpening',
    'unitsWithoutCoordinator',
    'commitment',
    'commitments',
    'coordinationOffered',
    'coordinationDraft',
    'coordinationReturned',
    'needsAsked',
    'needsReturned',
    'needsToConfirm',
    'needsClosing',
    'guestProposed',
    'guestReturned',
    'dossierDraft',
    'dossierReturned',
    'dossierSubmitted',
    'approvalsAsked',
    'approvalsEnding',
    'approvalsEnded',
    'nominationsAsked',
    'nominationsToSign',
    'nominationsReturned',
    'nominationsToCheck',
    'nominationsForOpinion',
    'visitAsked',
    'visitDeclined',
    'visitOwesReport',
    'caseMine',
    'caseUntaken',
    'caseElsewhere',
    'surveyFewAnswers',
    'surveyResults',
    'invitationLate',
    'invitationToReplace',
    'sessionsWithoutLecturer',
    'attendanceUnrecorded',
    'absenceAsked',
    'invitationWaiting',
  ]),
  turn: z.enum(['mine', 'theirs']),
  path: z.string(),
  since: instant.nullable(),
  /** Until when; null where nothing says so. */
  dueOn: day.nullable(),
  /** For whom: the unit's name. */
  forWhom: z.string().nullable(),
  /** What it is about, for the sentence. */
  about: z.object({
    year: z.number().int().optional(),
    title: z.string().optional(),
    count: z.number().int().optional(),
    name: z.string().optional(),
    on: day.optional(),
    reason: z.string().optional(),
  }),
})

export const sides = ['unit', 'school'] as const
export const side = z.enum(sides)
export const dueKinds = ['fixed', 'monthly', 'quarterly', 'halfYearly', 'needRound', 'classOpens'] as const
export const dueKind = z.enum(dueKinds)
export const planState = z.enum(['draft', 'offered', 'returned', 'accepted', 'replaced'])
export const standings = ['open', 'overdue', 'broken', 'kept', 'late', 'waived', 'dropped'] as const
export const standing = z.enum(standings)

/**
 * When something is due. `fixed`: a day of the year. `monthly` to `halfYearly`: `offsetDays` after the period's last day,
 * before it when negative. `needRound`, `classOpens`: counted from the day on which a round closes, a class of the unit opens.
 */
const dueRule = {
  dueKind,
  dueMonth: z.number().int().min(1).max(12).optional(),
  dueDay: z.number().int().min(1, 'coordination.dueDay').max(31, 'coordination.dueDay').optional(),
  offsetDays: z
    .number('field.whole')
    .int('field.whole')
    .min(-180, 'field.tooSmall')
    .max(180, 'field.tooLarge')
    .default(0),
}
const promise = {
  side,
  title: line(200),
  detail: z.string().trim().max(1000, 'field.tooLong').optional(),
  evidence: z.string().trim().max(300, 'field.tooLong').optional(),
  ...dueRule,
}
const promiseRead = {
  side,
  title: z.string(),
  detail: z.string().nullable(),
  evidence: z.string().nullable(),
  dueKind,
  dueMonth: z.number().int().nullable(),
  dueDay: z.number().int().nullable(),
  offsetDays: z.number().int(),
  /** What in Nhịp keeps it by itself: the unit's answer to the round of needs. */
  fulfilledBy: z.literal('needAnswer').nullable(),
}

export const template = z.object({
  id,
  code: z.string(),
  ...promiseRead,
  isUsed: z.boolean(),
  /** Brought along, and not confirmed by the school yet. */
  needsConfirmation: z.boolean(),
  version: z.number().int(),
})
export const templateInput = z.object({ ...promise, isUsed: z.boolean().default(true) })
export const editTemplateInput = templateInput.extend({ templateId: id, version: z.number().int() })

export const item = z.object({ id, itemKey: z.string(), templateCode: z.string().nullable(), ...promiseRead })
export const itemInput = z.object({ planId: id, ...promise })

export const plan = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  year: z.number().int(),
  number: z.number().int(),
  state: planState,
  drawnAt: instant,
  offeredAt: instant.nullable(),
  offeredBy: z.string().nullable(),
  acceptedAt: instant.nullable(),
  acceptedBy: z.string().nullable(),
  returnReason: z.string().nullable(),
  version: z.number().int(),
  items: z.array(item),
  can: z.array(z.enum(['edit', 'offer', 'accept', 'return', 'revise'])),
})

export const commitment = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  /** The unit that it came from by a reorganisation. */
  fromUnitName: z.string().nullable(),
  year: z.number().int(),
  period: z.string(),
  side,
  title: z.string(),
  evidence: z.string().nullable(),
  dueOn: day,
  standing,
  doneOn: day.nullable(),
  daysLate: z.number().int().nullable(),
  note: z.string().nullable(),
  documentNumber: z.string().nullable(),
  link: z.string().nullable(),
  reason: z.string().nullable(),
  settledBy: z.string().nullable(),
  /** Kept by the unit's answer in Nhịp, not by hand. */
  isByAnswer: z.boolean(),
  version: z.number().int(),
  can: z.array(z.enum(['keep', 'waive', 'break', 'reopen'])),
})
export const commitmentsInput = listInput(['dueOn', 'title', 'unit'], 'dueOn').extend({
  year: year.optional(),
  unitId: id.optional(),
  side: side.optional(),
  standing: standing.optional(),
  from: day.optional(),
  until: day.optional(),
})

const seen = { version: z.number().int() }
export const keepInput = z.object({
  commitmentId: id,
  doneOn: day,
  note: z.string().trim().max(1000, 'field.tooLong').optional(),
  documentNumber: z.string().trim().max(100, 'field.tooLong').optional(),
  /** An address within Nhịp («/lop/7») or of the office's document system. */
  link: z
    .string()
    .trim()
    .max(300, 'field.tooLong')
    .regex(/^(https?:\/\/|\/)\S+$/, 'coordination.link')
    .optional(),
  ...seen,
})
export const settleInput = z.object({ commitmentId: id, reason, ...seen })

/** One of three lines of the pulse: a share with what it was counted from and its 95 % interval; `share` null: too few. */
export const measure = z.object({
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  events: z.number().int(),
})
export const beat = z.enum(['onTime', 'late', 'none', 'idle'])
export const pulse = z.object({
  unitId: id,
  unitName: z.string(),
  /** The last 24 months, oldest first: the month and how it went. */
  months: z.array(
    z.object({
      month: z.string(),
      beat,
      due: z.number().int(),
      kept: z.number().int(),
      late: z.number().int(),
    }),
  ),
  timely: measure,
  /** Median of days late among what came late. */
  daysLate: z.number().nullable(),
  even: measure,
  selfStarted: measure,
})

export const unitRow = z.object({
  unitId: id,
  unitName: z.string(),
  planId: id.nullable(),
  planState: planState.nullable(),
  due: z.number().int(),
  kept: z.number().int(),
  late: z.number().int(),
  overdue: z.number().int(),
  broken: z.number().int(),
  waived: z.number().int(),
  schoolOverdue: z.number().int(),
  nextOn: day.nullable(),
})
export const unitsInput = listInput(['unit', 'overdue', 'nextOn'], 'unit').extend({
  year: year.optional(),
  planState: z.enum(['missing', 'draft', 'offered', 'returned', 'accepted']).optional(),
  standing: z.enum(['overdue', 'broken', 'late']).optional(),
})

export const audiences = ['coordinator', 'deputy', 'head', 'committee', 'office', 'leaders'] as const
export const audience = z.enum(audiences)
export const subjectKind = z.enum([
  'needAnswer',
  'needConfirmation',
  'unitCommitment',
  'schoolCommitment',
  'approvalEnding',
])
export const reminderRule = z.object({
  id,
  subjectKind,
  isOn: z.boolean(),
  version: z.number().int(),
  steps: z.array(
    z.object({ id, audience, offsetDays: z.number().int(), byMail: z.boolean(), isOn: z.boolean() }),
  ),
})
const stepInput = z.object({
  audience,
  offsetDays: z
    .number('field.whole')
    .int('field.whole')
    .min(-60, 'coordination.stepDays')
    .max(120, 'coordination.stepDays'),
  byMail: z.boolean().default(true),
})
export const editRuleInput = z.object({
  ruleId: id,
  isOn: z.boolean().default(false),
  steps: z.array(stepInput).max(20),
  ...seen,
})

export const notice = z.object({
  id,
  subjectKind,
  title: z.string(),
  unitName: z.string(),
  dueOn: day,
  audience,
  path: z.string(),
  madeAt: instant,
  isSeen: z.boolean(),
  /** Answered, or taken back: nothing is left to do. */
  isOver: z.boolean(),
})
export const noticesInput = z.object({
  page: z.number().int().min(1).max(100_000).default(1),
  size: z.union([z.literal(20), z.literal(50), z.literal(100)]).default(50),
  state: z.enum(['live', 'all']).default('live'),
})

export const calendarEntry = z.object({
  kind: z.enum(['commitment', 'needRound', 'class']),
  id,
  on: day,
  title: z.string(),
  side: side.nullable(),
  unitName: z.string().nullable(),
  standing: standing.nullable(),
  /** So many of the same, where the school looks at all its units. */
  count: z.number().int(),
  path: z.string(),
})
export const week = z.object({
  /** Its Monday. */
  monday: day,
  fromUnits: z.number().int(),
  fromSchool: z.number().int(),
  classes: z.number().int(),
})

const planId = { planId: id }
const unitYear = z.object({ unitId: id, year })
const GET = 'GET' as const
const POST = 'POST' as const
const PUT = 'PUT' as const

export const coordinationContract = {
  tasks: procedure
    .meta({ can: 'units.read' })
    .route({
      method: GET,
      path: '/tasks',
      summary: 'What waits for me, and what waits for others because of me',
    })
    .output(z.array(task)),

  templates: procedure
    .meta({ can: 'coordination.read' })
    .route({
      method: GET,
      path: '/coordination/templates',
      summary: 'The templates of commitments, in their order',
    })
    .output(z.array(template)),
  addTemplate: procedure
    .meta({ can: 'coordination.manage' })
    .route({ method: POST, path: '/coordination/templates', summary: 'Add a template' })
    .input(templateInput)
    .output(template),
  editTemplate: procedure
    .meta({ can: 'coordination.manage' })
    .route({
      method: PUT,
      path: '/coordination/templates/{templateId}',
      summary: 'Change a template; plans that exist keep theirs',
    })
    .input(editTemplateInput)
    .output(template),

  units: procedure
    .meta({ can: 'coordination.read' })
    .route({
      method: GET,
      path: '/coordination/units',
      summary: 'Units by name with the state of the year’s plan and commitments',
    })
    .input(unitsInput)
    .output(listOf(unitRow).extend({ year: z.number().int() })),
  unitsXlsx: procedure
    .meta({ can: 'coordination.read' })
    .route({
      method: GET,
      path: '/coordination/units/xlsx',
      summary: 'The same list as an Excel file, as filtered',
    })
    .input(unitsInput)
    .output(file),

  unitPlan: procedure
    .meta({ can: 'coordination.read' })
    .route({
      method: GET,
      path: '/coordination/units/{unitId}/{year}',
      summary: 'A unit’s plan of a year: the one in force and the one under way',
    })
    .input(unitYear)
    .output(
      z.object({
        unitId: id,
        unitName: z.string(),
        year: z.number().int(),
        accepted: plan.nullable(),
        open: plan.nullable(),
      }),
    ),
  drawUp: procedure
    .meta({ can: 'coordination.manage' })
    .route({
      method: POST,
      path: '/coordination/plans/draw-up',
      summary: 'Draw up plans from the templates, for one unit or for all that have none',
    })
    .input(z.object({ year, unitId: id.optional() }))
    .output(z.object({ made: z.number().int() })),
  addItem: procedure
    .meta({ can: 'coordination.manage' })
    .route({
      method: POST,
      path: '/coordination/plans/{planId}/items',
      summary: 'Add a commitment to a draft',
    })
    .input(itemInput)
    .output(plan),
  editItem: procedure
    .meta({ can: 'coordination.manage' })
    .route({
      method: PUT,
      path: '/coordination/plans/{planId}/items/{itemId}',
      summary: 'Change a commitment of a draft',
    })
    .input(itemInput.extend({ itemId: id }))
    .output(plan),
  removeItem: procedure
    .meta({ can: 'coordination.manage' })
    .route({
      method: POST,
      path: '/coordination/plans/{planId}/items/{itemId}/remove',
      summary: 'Take a commitment out of a draft',
    })
    .input(z.object({ ...planId, itemId: id }))
    .output(plan),
  offer: procedure
    .meta({ can: 'coordination.offer' })
    .route({
      method: POST,
      path: '/coordination/plans/offer',
      summary: 'The school accepts drafts and sends them to the units: one, or all of a year',
    })
    .input(z.object({ year, planId: id.optional() }))
    .output(z.object({ offered: z.number().int() })),
  accept: procedure
    .meta({ can: 'coordination.accept' })
    .route({
      method: POST,
      path: '/coordination/plans/{planId}/accept',
      summary: 'The unit accepts; from then on it binds both',
    })
    .input(z.object({ ...planId, ...seen }))
    .output(plan),
  returnPlan: procedure
    .meta({ can: 'coordination.accept' })
    .route({
      method: POST,
      path: '/coordination/plans/{planId}/return',
      summary: 'The unit returns the plan with a reason',
    })
    .input(z.object({ ...planId, reason, ...seen }))
    .output(plan),
  revise: procedure
    .meta({ can: 'coordination.manage' })
    .route({
      method: POST,
      path: '/coordination/plans/{planId}/revise',
      summary: 'Begin a change: a draft that both sides accept anew; until then the old plan holds',
    })
    .input(z.object({ ...planId }))
    .output(plan),

  commitments: procedure
    .meta({ can: 'coordination.read' })
    .route({ method: GET, path: '/commitments', summary: 'Commitments with their standing' })
    .input(commitmentsInput)
    .output(listOf(commitment)),
  commitmentsXlsx: procedure
    .meta({ can: 'coordination.read' })
    .route({ method: GET, path: '/commitments/xlsx', summary: 'The same list as an Excel file, as filtered' })
    .input(commitmentsInput)
    .output(file),
  commitment: procedure
    .meta({ can: 'coordination.read' })
    .route({
      method: GET,
      path: '/commitments/{commitmentId}',
      summary: 'One commitment with what has happened to it',
    })
    .input(z.object({ commitmentId: id }))
    .output(
      commitment.extend({
        events: z.array(
          z.object({
            id,
            kind: z.enum(['kept', 'broken', 'waived', 'reopened', 'moved', 'passedOn', 'dropped']),
            note: z.string().nullable(),
            by: z.string().nullable(),
            at: instant,
          }),
        ),
      }),
    ),
  keep: procedure
    .meta({ can: 'coordination.keep' })
    .route({
      method: POST,
      path: '/commitments/{commitmentId}/keep',
      summary: 'Mark as done, with evidence: by who owes it',
    })
    .input(keepInput)
    .output(commitment),
  waive: procedure
    .meta({ can: 'coordination.keep' })
    .route({
      method: POST,
      path: '/commitments/{commitmentId}/waive',
      summary: 'Waive with a reason: by who it is owed to',
    })
    .input(settleInput)
    .output(commitment),
  break: procedure
    .meta({ can: 'coordination.keep' })
    .route({
      method: POST,
      path: '/commitments/{commitmentId}/break',
      summary: 'Say that it was not kept: by who it is owed to',
    })
    .input(settleInput)
    .output(commitment),
  reopen: procedure
    .meta({ can: 'coordination.keep' })
    .route({
      method: POST,
      path: '/commitments/{commitmentId}/reopen',
      summary: 'Open a settled commitment again with a reason',
    })
    .input(settleInput)
    .output(commitment),

  calendar: procedure
    .meta({ can: 'coordination.read' })
    .route({
      method: GET,
      path: '/coordination/calendar',
      summary: 'What is due in a span of at most a year',
    })
    .input(z.object({ from: day, until: day }))
    .output(z.array(calendarEntry)),
  load: procedure
    .meta({ can: 'coordination.read' })
    .route({ method: GET, path: '/coordination/load', summary: 'How much is due in each week of a year' })
    .input(z.object({ year }))
    .output(z.array(week)),
  feedState: procedure
    .meta({ can: 'signedIn' })
    .route({
      method: GET,
      path: '/coordination/feed',
      summary: 'Since when I have a private calendar address',
    })
    .output(z.object({ madeAt: instant.nullable() })),
  makeFeed: procedure
    .meta({ can: 'signedIn' })
    .route({
      method: POST,
      path: '/coordination/feed',
      summary: 'Make a private calendar address, shown once; an earlier one ends',
    })
    .output(z.object({ token: z.string() })),
  revokeFeed: procedure
    .meta({ can: 'signedIn' })
    .route({ method: POST, path: '/coordination/feed/revoke', summary: 'End my private calendar address' })
    .output(z.object({ revoked: z.boolean() })),
  feed: procedure
    .meta({ can: 'anyone' })
    .route({
      method: GET,
      path: '/coordination/feed/{token}',
      summary: 'The calendar behind a private address, as iCalendar',
    })
    .input(z.object({ token: z.string().min(20).max(100) }))
    .output(file),

  pulses: procedure
    .meta({ can: 'coordination.read' })
    .route({
      method: GET,
      path: '/coordination/pulses',
      summary: 'The pulse of each unit over 24 months, by name',
    })
    .input(
      z.object({
        q: z.string().trim().max(200).default(''),
        page: z.number().int().min(1).max(100_000).default(1),
        size: z.union([z.literal(20), z.literal(50), z.literal(100)]).default(50),
      }),
    )
    .output(listOf(pulse)),
  pulse: procedure
    .meta({ can: 'coordination.read' })
    .route({
      method: GET,
      path: '/coordination/pulses/{unitId}',
      summary: 'The pulse of one unit over 24 months',
    })
    .input(z.object({ unitId: id }))
    .output(pulse),

  rules: procedure
    .meta({ can: 'coordination.read' })
    .route({ method: GET, path: '/reminder-rules', summary: 'The ladder of reminders' })
    .output(z.array(reminderRule)),
  editRule: procedure
    .meta({ can: 'coordination.manage' })
    .route({ method: PUT, path: '/reminder-rules/{ruleId}', summary: 'Set the steps of a ladder' })
    .input(editRuleInput)
    .output(reminderRule),
  notices: procedure
    .meta({ can: 'signedIn' })
    .route({ method: GET, path: '/notices', summary: 'My reminders, newest first' })
    .input(noticesInput)
    .output(listOf(notice)),
  unread: procedure
    .meta({ can: 'signedIn' })
    .route({ method: GET, path: '/notices/unread', summary: 'How many of my reminders are live and unread' })
    .output(z.object({ count: z.number().int() })),
  markSeen: procedure
    .meta({ can: 'signedIn' })
    .route({ method: POST, path: '/notices/seen', summary: 'Mark my reminders as read: one, or all' })
    .input(z.object({ noticeId: id.optional() }))
    .output(z.object({ seen: z.number().int() })),
}
