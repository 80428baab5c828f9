import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, instant, line, listInput, listOf, reason } from '../../pure/schema.ts'

/** Sáng, chiều, tối. */
export const parts = ['morning', 'afternoon', 'evening'] as const
export const part = z.enum(parts)

/** The seven kinds of lesson hours of an outline. */
export const hourKinds = ['theory', 'discussion', 'practice', 'field', 'selfStudy', 'report', 'exam'] as const
export const hourKind = z.enum(hourKinds)

/** `changed`: taught, but otherwise than planned. Cancelled and untaught sessions hold nobody. */
export const sessionState = z.enum(['planned', 'taught', 'changed', 'notTaught', 'cancelled'])

export const session = z.object({
  id,
  classId: id,
  classCode: z.string(),
  className: z.string(),
  itemId: id.nullable(),
  title: z.string(),
  onDay: day,
  part,
  hours: count,
  kind: hourKind,
  roomId: id.nullable(),
  room: z.string().nullable(),
  place: z.string(),
  /** Who teaches is known to the school only. */
  lecturerId: id.nullable(),
  lecturer: z.string().nullable(),
  state: sessionState,
  note: z.string(),
  /** An invitation for it waits for its answer, or what became of the newest one. */
  invitationId: id.nullable(),
  invitationState: z.string().nullable(),
  version: z.number().int(),
})

/** A topic of the class's outline: what is planned there, and what the timetable has of it. In lesson hours by kind. */
export const topic = z.object({
  itemId: id,
  title: z.string(),
  fieldCode: z.string().nullable(),
  hours: z.record(hourKind, count),
  scheduled: z.record(z.string(), count),
})

/** A field study of the class that its host has agreed to: the class is away on these days. */
export const classVisit = z.object({
  id,
  title: z.string(),
  host: z.string(),
  kind: z.enum(['study', 'exchange']),
  fromOn: day,
  lastOn: day,
})

const verbs = z.array(z.enum(['edit', 'confirm']))

export const timetable = z.object({
  classId: id,
  code: z.string(),
  name: z.string(),
  programme: z.string(),
  opensOn: day,
  closesOn: day.nullable(),
  place: z.string(),
  cancelledOn: day.nullable(),
  sessions: z.array(session),
  visits: z.array(classVisit),
  topics: z.array(topic),
  can: verbs,
})

export const sessionInput = z.object({
  itemId: id.optional(),
  /** Without it the title of the topic. */
  title: z.string().trim().max(500, 'field.tooLong').default(''),
  onDay: day,
  part,
  hours: count.min(1, 'field.tooSmall').max(12, 'field.tooLarge'),
  kind: hourKind.default('theory'),
  roomId: id.optional(),
  place: z.string().trim().max(300, 'field.tooLong').default(''),
  lecturerId: id.optional(),
  note: z.string().trim().max(500, 'field.tooLong').default(''),
})

/** On which week days (1: Monday) and parts a class is taught, from a day on. */
export const proposalInput = z.object({
  fromOn: day.optional(),
  weekdays: z.array(z.number().int().min(1).max(7)).min(1, 'field.required').default([1, 2, 3, 4, 5]),
  parts: z.array(part).min(1, 'field.required').default(['morning', 'afternoon']),
  roomId: id.optional(),
})

export const proposal = z.object({
  sessions: z.array(
    z.object({
      itemId: id,
      title: z.string(),
      onDay: day,
      part,
      hours: count,
      kind: hourKind,
      /** What holds the wished room then: the session is taken without a room. */
      roomClash: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
    }),
  ),
  /** Hours of the outline that are not in the timetable yet. */
  hoursLeft: count,
  /** Hours for which the class has no day left. */
  hoursWithoutDay: count,
  /** What they are of: the last topics of the outline. In lesson hours. */
  left: z.array(z.object({ itemId: id, title: z.string(), kind: hourKind, hours: count })),
  /** Between which days sessions were sought. */
  fromOn: day,
  lastOn: day,
  /** Days of it on which the class does not learn at the school. */
  stops: z.array(
    z.object({ fromOn: day, lastOn: day, title: z.string(), why: z.enum(['calendar', 'visit']) }),
  ),
  /** Says which proposal was seen; another one is not taken unseen. */
  mark: z.string(),
})

export const weekInput = z.object({
  /** Any day of the week; without it this week. */
  on: day.optional(),
  lecturerId: id.optional(),
  roomId: id.optional(),
  q: z.string().trim().max(200).default(''),
})

export const confirmInput = z.object({
  sessionId: id,
  version: z.number().int(),
  outcome: z.enum(['taught', 'changed', 'notTaught']),
  /** Of `changed`: what was taught in truth. */
  hours: count.min(1, 'field.tooSmall').max(12, 'field.tooLarge').optional(),
  lecturerId: id.optional(),
  note: z.string().trim().max(500, 'field.tooLong').default(''),
})

/** Where an invitation stands: `late` waits past its deadline, `toReplace` needs somebody else. */
export const invitationStates = [
  'waiting',
  'accepted',
  'declined',
  'otherDates',
  'substitute',
  'overtaken',
  'withdrawn',
] as const
export const invitationState = z.enum(invitationStates)

export const invitation = z.object({
  id,
  classId: id,
  classCode: z.string(),
  className: z.string(),
  lecturerId: id,
  lecturer: z.string(),
  isGuest: z.boolean(),
  title: z.string(),
  state: invitationState,
  /** Waits, and its deadline is over. */
  isLate: z.boolean(),
  /** Somebody else has been invited instead. */
  isFollowed: z.boolean(),
  firstOn: day.nullable(),
  lastOn: day.nullable(),
  sessions: count,
  hours: count,
  deadlineOn: day,
  sentOn: day,
  invitesNext: z.boolean(),
  version: z.number().int(),
})

export const invitationDetail = invitation.extend({
  message: z.string(),
  reason: z.string(),
  proposedDates: z.string(),
  substituteName: z.string(),
  substitutePost: z.string(),
  substitutePhone: z.string(),
  /** What a yes has met: `given`, or the name of the database's constraint. */
  clash: z.object({ why: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  answeredAt: instant.nullable(),
  answeredBy: z.enum(['link', 'account', 'office']).nullable(),
  remindedOn: day.nullable(),
  /** A letter has gone out by mail; else somebody must hand the link over. */
  isMailed: z.boolean(),
  followsId: id.nullable(),
  followedById: id.nullable(),
  links: count,
  hasEmail: z.boolean(),
  planned: z.array(session),
  can: z.array(z.enum(['withdraw', 'link', 'inviteNext', 'answer', 'note', 'setNext'])),
})

export const invitationsInput = listInput(['deadlineOn', 'sentOn', 'lecturer', 'class'], 'deadlineOn').extend(
  {
    /** Without it all; `open`: those that need something done. */
    view: z.enum(['all', 'open', 'waiting', 'late', 'toReplace', 'accepted']).default('all'),
    classId: id.optional(),
    lecturerId: id.optional(),
  },
)

export const inviteInput = z.object({
  sessionIds: z.array(id).min(1, 'teaching.noSessions').max(60, 'field.tooLarge'),
  lecturerId: id,
  /** Without it the titles of the sessions. */
  title: z.string().trim().max(500, 'field.tooLong').default(''),
  deadlineOn: day.optional(),
  message: z.string().trim().max(1000, 'field.tooLong').default(''),
  byMail: z.boolean().default(false),
  invitesNext: z.boolean().default(false),
})

/** An answer. What does not belong to it is not kept. */
export const answerInput = z.object({
  answer: z.enum(['accepted', 'declined', 'otherDates', 'substitute'], 'field.required'),
  reason: z.string().trim().max(1000, 'field.tooLong').default(''),
  proposedDates: z.string().trim().max(500, 'field.tooLong').default(''),
  substituteName: z.string().trim().max(200, 'field.tooLong').default(''),
  substitutePost: z.string().trim().max(300, 'field.tooLong').default(''),
  substitutePhone: z
    .string()
    .trim()
    .regex(/^[+0-9 .()-]{0,30}$/, 'field.phone')
    .default(''),
})

/** Who could teach instead, with the value of every criterion. */
export const substitute = z.object({
  lecturerId: id,
  name: z.string(),
  isGuest: z.boolean(),
  workplace: z.string(),
  /** May teach the topic by its name, its field, or neither. */
  teaches: z.enum(['topic', 'field', 'neither', 'unknown']),
  /** Of a guest: whether an approval stands on every day. */
  approval: z.enum(['valid', 'invalid', 'notNeeded']),
  /** What lies in the way on one of the days; null: free. */
  busy: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  /** Lesson hours with these sessions in their busiest week, and how many a week may hold. */
  weekHours: count,
  weeklyHours: count,
  monthHours: count,
  monthlyHours: count.nullable(),
  /** Held at the school: `notNeeded`. `within`: comes as far as `travelKm`; nobody has measured the way. */
  travel: z.enum(['notNeeded', 'goes', 'within', 'doesNotGo']),
  travelKm: count.nullable(),
  lastTaughtOn: day.nullable(),
  /** How learners rated, over all topics: share of the scale from 0 to 1, and how many answers it rests on. Null: fewer than five. */
  rating: z.object({ score: z.number(), answers: z.number().int().min(5) }).nullable(),
  alreadyAsked: z.boolean(),
  isSuitable: z.boolean(),
})

export const criteria = ['topic', 'load', 'distance', 'rating', 'lastTaught'] as const

export const publicSheet = z.object({
  state: invitationState,
  /** `open`: may be answered. */
  standing: z.enum(['open', 'late', 'followed', 'withdrawn', 'held']),
  lecturer: z.string(),
  title: z.string(),
  className: z.string(),
  programme: z.string(),
  learners: count.nullable(),
  deadlineOn: day,
  message: z.string(),
  reason: z.string(),
  proposedDates: z.string(),
  substituteName: z.string(),
  substitutePost: z.string(),
  substitutePhone: z.string(),
  school: z.string(),
  contact: z.string(),
  sessions: z.array(
    z.object({
      onDay: day,
      part,
      hours: count,
      kind: hourKind,
      title: z.string(),
      place: z.string(),
      startsAt: z.string(),
    }),
  ),
})

export const paymentInput = z.object({
  classId: id.optional(),
  /** `yyyy-MM`: sessions taught in that month. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'teaching.month')
    .optional(),
  isGuest: z.boolean().optional(),
})

export const paymentListInput = paymentInput.extend(
  listInput(['lecturer'], 'lecturer').pick({ page: true, size: true }).shape,
)

/** One lecturer, class and topic. Money in đồng; null while the school has not entered the rate. */
export const paymentRow = z.object({
  lecturerId: id,
  lecturer: z.string(),
  isGuest: z.boolean(),
  workplace: z.string(),
  classCode: z.string(),
  title: z.string(),
  sessions: count,
  hours: count,
  days: z.string(),
  hourDong: count.nullable(),
  amountDong: count.nullable(),
  taxDong: count.nullable(),
  netDong: count.nullable(),
})

/** A page of the rows; the sums are of all. */
export const payment = listOf(paymentRow).extend({
  sessions: count,
  hours: count,
  amountDong: count,
  taxDong: count,
  netDong: count,
  /** How many rows have no rate: the sum is not whole. */
  withoutRate: count,
  /** Sessions of past days that nobody has confirmed: not in the list. */
  unconfirmed: count,
})

export const rate = z.object({
  id,
  isGuest: z.boolean(),
  lecturerId: id.nullable(),
  lecturer: z.string().nullable(),
  fromOn: day,
  hourDong: count,
  taxPercent: z.number(),
  source: z.string(),
})

export const rateInput = z.object({
  isGuest: z.boolean(),
  lecturerId: id.optional(),
  fromOn: day,
  hourDong: count.max(100_000_000, 'field.tooLarge'),
  /** Of the amount, to two decimals. */
  taxPercent: z.number('field.wrongKind').min(0, 'field.negative').max(100, 'field.tooLarge').default(0),
  source: line(300),
})

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'teaching.clock')

export const setting = z.object({
  partHours: count.min(1, 'field.tooSmall').max(8, 'field.tooLarge'),
  morningAt: clock,
  morningUntil: clock,
  afternoonAt: clock,
  afternoonUntil: clock,
  eveningAt: clock,
  eveningUntil: clock,
  answerDays: count.min(1, 'field.tooSmall').max(60, 'field.tooLarge'),
  remindDays: count.max(30, 'field.tooLarge'),
  /** By what substitutes are put in order, the most important first. */
  substituteOrder: z
    .array(z.enum(criteria))
    .min(1, 'field.required')
    .max(criteria.length)
    .refine((list) => new Set(list).size === list.length, 'teaching.criterionTwice'),
  contact: z.string().trim().max(300, 'field.tooLong').default(''),
  version: z.number().int(),
})

/** What a lecturer has taught and is to teach, by topic and class. */
export const taughtRow = z.object({
  classId: id,
  classCode: z.string(),
  className: z.string(),
  title: z.string(),
  firstOn: day,
  lastOn: day,
  sessions: count,
  hours: count,
  /** Taught and confirmed, of these. */
  taughtHours: count,
})

export const ownSessionsInput = listInput(['onDay'], 'onDay').extend({
  lecturerId: id,
  fromOn: day.optional(),
  untilOn: day.optional(),
  /** `taught`: confirmed. `toConfirm`: over, and nobody has said whether it was held. `coming`: to come. */
  view: z.enum(['all', 'taught', 'toConfirm', 'coming']).default('all'),
})

export const feedState = z.object({ madeAt: instant.nullable() })
const feedOf = z.object({ lecturerId: id.optional(), classId: id.optional() })

const byClass = z.object({ classId: id })
const byInvitation = z.object({ invitationId: id })
const byToken = z.object({ token: z.string().min(16).max(100) })
const versioned = { version: z.number().int() }
const GET = 'GET' as const
const POST = 'POST' as const

export const teachingContract = {
  timetable: procedure
    .meta({ can: 'classes.read' })
    .route({ method: GET, path: '/classes/{classId}/timetable', summary: 'The timetable of a class' })
    .input(byClass)
    .output(timetable),
  timetableXlsx: procedure
    .meta({ can: 'classes.read', slow: true })
    .route({
      method: GET,
      path: '/classes/{classId}/timetable/xlsx',
      summary: 'The timetable of a class as a workbook, which an import takes back in',
    })
    .input(byClass)
    .output(file),
  proposal: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: GET,
      path: '/classes/{classId}/timetable-proposal',
      summary: 'A timetable for what the outline has and the timetable has not',
    })
    .input(proposalInput.extend({ classId: id }))
    .output(proposal),
  fill: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: POST,
      path: '/classes/{classId}/timetable-proposal',
      summary: 'Take the proposed sessions into the timetable',
    })
    .input(proposalInput.extend({ classId: id, mark: z.string().max(100).optional() }))
    .output(z.object({ added: count })),
  addSession: procedure
    .meta({ can: 'teaching.edit' })
    .route({ method: POST, path: '/classes/{classId}/sessions', summary: 'Add a session' })
    .input(sessionInput.extend({ classId: id }))
    .output(session),
  changeSession: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: 'PUT',
      path: '/class-sessions/{sessionId}',
      summary: 'Change or move a session; invitations for it are told to the officer, not to the invited',
    })
    .input(sessionInput.extend({ sessionId: id, ...versioned }))
    .output(session),
  cancelSession: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: POST,
      path: '/class-sessions/{sessionId}/cancel',
      summary: 'Cancel a session; its lecturer and room are free again',
    })
    .input(z.object({ sessionId: id, reason, ...versioned }))
    .output(session),
  confirm: procedure
    .meta({ can: 'teaching.read' })
    .route({
      method: POST,
      path: '/class-sessions/{sessionId}/confirm',
      summary: 'Say whether a session was taught: the office any, a lecturer the own',
    })
    .input(confirmInput)
    .output(session),
  confirmAll: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: POST,
      path: '/classes/{classId}/sessions/confirm',
      summary:
        'Confirm as taught all sessions of a class until a day that have a lecturer and no confirmation',
    })
    .input(byClass.extend({ untilOn: day }))
    .output(z.object({ confirmed: count })),
  week: procedure
    .meta({ can: 'teaching.read' })
    .route({
      method: GET,
      path: '/teaching-week',
      summary: 'The sessions of a week, of all, a lecturer or a room',
    })
    .input(weekInput)
    .output(z.object({ monday: day, sessions: z.array(session), days: z.array(day) })),

  invitations: procedure
    .meta({ can: 'teaching.read' })
    .route({ method: GET, path: '/teaching-invitations', summary: 'Invitations to teach' })
    .input(invitationsInput)
    .output(listOf(invitation)),
  invitationsXlsx: procedure
    .meta({ can: 'teaching.read', slow: true })
    .route({
      method: GET,
      path: '/teaching-invitations/xlsx',
      summary: 'The same list as a workbook, all of it',
    })
    .input(invitationsInput)
    .output(file),
  invitation: procedure
    .meta({ can: 'teaching.read' })
    .route({ method: GET, path: '/teaching-invitations/{invitationId}', summary: 'One invitation' })
    .input(byInvitation)
    .output(invitationDetail),
  invite: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: POST,
      path: '/teaching-invitations',
      summary: 'Invite a lecturer to sessions of one class; the link is shown once',
    })
    .input(inviteInput)
    .output(z.object({ invitation: invitationDetail, token: z.string(), isMailed: z.boolean() })),
  link: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: POST,
      path: '/teaching-invitations/{invitationId}/link',
      summary: 'A further link to the same invitation, for a letter or a message',
    })
    .input(byInvitation)
    .output(z.object({ token: z.string() })),
  withdraw: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: POST,
      path: '/teaching-invitations/{invitationId}/withdraw',
      summary: 'Withdraw an invitation with all its links; sessions that it took are free again',
    })
    .input(byInvitation.extend({ reason, ...versioned }))
    .output(invitationDetail),
  setNext: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: 'PUT',
      path: '/teaching-invitations/{invitationId}/next',
      summary: 'Whether the next suitable lecturer is invited by itself after a refusal or a silence',
    })
    .input(byInvitation.extend({ invitesNext: z.boolean(), ...versioned }))
    .output(invitationDetail),
  note: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: POST,
      path: '/teaching-invitations/{invitationId}/note',
      summary: 'Note an answer that came by telephone or letter',
    })
    .input(answerInput.extend({ invitationId: id }))
    .output(z.object({ state: z.string() })),
  substitutes: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: GET,
      path: '/teaching-substitutes',
      summary: 'Who could teach these sessions, in order, each with the value of every criterion',
    })
    .input(z.object({ sessionIds: z.array(id).min(1, 'teaching.noSessions').max(60, 'field.tooLarge') }))
    .output(z.object({ order: z.array(z.enum(criteria)), rows: z.array(substitute) })),
  inviteNext: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: POST,
      path: '/teaching-invitations/{invitationId}/next',
      summary:
        'Invite somebody else in place of who declined or did not answer: the first suitable, or who is named',
    })
    .input(
      byInvitation.extend({ lecturerId: id.optional(), byMail: z.boolean().default(false), ...versioned }),
    )
    .output(z.object({ invitation: invitationDetail, token: z.string(), isMailed: z.boolean() })),
  publicInvitation: procedure
    .meta({ can: 'anyone' })
    .route({ method: GET, path: '/public-invitations/{token}', summary: 'The invitation behind a link' })
    .input(byToken)
    .output(publicSheet),
  answerByLink: procedure
    .meta({ can: 'anyone' })
    .route({
      method: POST,
      path: '/public-invitations/{token}',
      summary: 'Answer the invitation behind a link',
    })
    .input(answerInput.extend(byToken.shape))
    .output(z.object({ state: z.string() })),

  mine: procedure
    .meta({ can: 'teaching.answer' })
    .route({
      method: GET,
      path: '/my-teaching',
      summary: 'My own invitations and sessions: of the next weeks, and those whose confirmation is missing',
    })
    .output(z.object({ invitations: z.array(invitation), sessions: z.array(session) })),
  answer: procedure
    .meta({ can: 'teaching.answer' })
    .route({
      method: POST,
      path: '/teaching-invitations/{invitationId}/answer',
      summary: 'Answer an invitation of my own',
    })
    .input(answerInput.extend({ invitationId: id }))
    .output(z.object({ state: z.string() })),

  taught: procedure
    .meta({ can: 'teaching.read' })
    .route({
      method: GET,
      path: '/lecturers/{lecturerId}/teaching',
      summary: 'What a lecturer has taught and is to teach, by topic and class',
    })
    .input(z.object({ lecturerId: id }))
    .output(z.array(taughtRow)),
  sessionsOf: procedure
    .meta({ can: 'teaching.read' })
    .route({
      method: GET,
      path: '/lecturers/{lecturerId}/sessions',
      summary: 'What a lecturer has taught and is to teach, session by session',
    })
    .input(ownSessionsInput)
    .output(listOf(session).extend({ hours: count, taughtHours: count })),
  sessionsOfXlsx: procedure
    .meta({ can: 'teaching.read', slow: true })
    .route({
      method: GET,
      path: '/lecturers/{lecturerId}/sessions/xlsx',
      summary: 'The same list as a workbook, all of it',
    })
    .input(ownSessionsInput)
    .output(file),
  payment: procedure
    .meta({ can: 'teaching.read' })
    .route({ method: GET, path: '/teaching-payment', summary: 'What is paid for hours taught and confirmed' })
    .input(paymentListInput)
    .output(payment),
  paymentXlsx: procedure
    .meta({ can: 'teaching.read', slow: true })
    .route({ method: GET, path: '/teaching-payment/xlsx', summary: 'The same as a workbook' })
    .input(paymentInput)
    .output(file),
  rates: procedure
    .meta({ can: 'teaching.read' })
    .route({ method: GET, path: '/teaching-rates', summary: 'The rates that the school has entered' })
    .output(z.array(rate)),
  addRate: procedure
    .meta({ can: 'teaching.edit' })
    .route({ method: POST, path: '/teaching-rates', summary: 'Enter a rate from a day on, with its source' })
    .input(rateInput)
    .output(z.array(rate)),
  setting: procedure
    .meta({ can: 'teaching.read' })
    .route({
      method: GET,
      path: '/teaching-setting',
      summary: 'Hours of the day parts, deadlines, order of criteria',
    })
    .output(setting.extend({ needsConfirmation: z.boolean() })),
  setSetting: procedure
    .meta({ can: 'teaching.edit' })
    .route({ method: 'PUT', path: '/teaching-setting', summary: 'Set and thereby confirm them' })
    .input(setting)
    .output(setting.extend({ needsConfirmation: z.boolean() })),
  makeFeed: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: POST,
      path: '/teaching-feeds',
      summary: 'A private calendar address of a lecturer or a class, shown once; an earlier one ends',
    })
    .input(feedOf)
    .output(z.object({ token: z.string() })),
  feedState: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: GET,
      path: '/teaching-feeds',
      summary: 'Whether a lecturer or a class has a private calendar address, and since when',
    })
    .input(feedOf)
    .output(feedState),
  dropFeed: procedure
    .meta({ can: 'teaching.edit' })
    .route({
      method: POST,
      path: '/teaching-feeds/withdraw',
      summary: 'Withdraw the private calendar address of a lecturer or a class',
    })
    .input(feedOf)
    .output(feedState),
  myFeed: procedure
    .meta({ can: 'teaching.answer' })
    .route({ method: GET, path: '/my-teaching/feed', summary: 'Whether I have a private calendar address' })
    .output(feedState),
  makeMyFeed: procedure
    .meta({ can: 'teaching.answer' })
    .route({
      method: POST,
      path: '/my-teaching/feed',
      summary: 'A private calendar address of my own teaching, shown once; an earlier one ends',
    })
    .output(z.object({ token: z.string() })),
  dropMyFeed: procedure
    .meta({ can: 'teaching.answer' })
    .route({
      method: POST,
      path: '/my-teaching/feed/withdraw',
      summary: 'Withdraw my private calendar address',
    })
    .output(feedState),
  feed: procedure
    .meta({ can: 'anyone' })
    .route({
      method: GET,
      path: '/teaching-feeds/{token}',
      summary: 'The calendar behind a private address, as iCalendar',
    })
    .input(byToken)
    .output(file),
}
