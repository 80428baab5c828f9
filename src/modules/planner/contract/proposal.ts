import * as z from 'zod'
import { instanceInput } from './instance.ts'

const key = z.string().min(1).max(120)
const week = z.number().int().min(1).max(53)

/** A proposed class: where it sits, who teaches and who learns, week by week. */
export const proposedClass = z.object({
  id: key,
  formId: key,
  /** The assigned class that it fulfils. */
  assignedId: key.nullable().default(null),
  startWeek: week,
  /** The weeks of the year in which it has lessons. */
  weeks: z.array(week),
  /** The room of each week; empty for a class at a host's. */
  rooms: z.array(z.object({ week, roomId: key })),
  lecturers: z.array(z.object({ week, lecturerId: key, field: key, hours: z.number().int().positive() })),
  seats: z.array(z.object({ demandId: key, heads: z.number().int().positive() })),
  /** Learners named by the decision of an assigned class. */
  namedHeads: z.number().int().min(0).default(0),
})

const resource = z.enum([
  'tooFew',
  'smaller',
  'room',
  'roomSize',
  'lecturer',
  'budget',
  'calendar',
  'classesAtOnce',
  'maxClasses',
  'notWorth',
])

/**
 * One thing that would have to be different; with all needs of a reason met the class can be held. `amount` by kind: seats of
 * the room, hours a week, đồng, people (`tooFew` so many more, `smaller` the new minimum), classes.
 */
export const need = z.object({
  kind: resource,
  weeks: z.array(week).default([]),
  /** Of these weeks, those in which every room of the kind is taken. */
  tight: z.array(week).optional(),
  amount: z.number().default(0),
  field: key.optional(),
  /** A room of the instance that would do if it were free. */
  roomId: key.optional(),
})

/** Demands of one form that were left out for one reason. */
export const leftOut = z.object({
  formId: key,
  demands: z.array(z.object({ demandId: key, heads: z.number().int().positive() })),
  heads: z.number().int(),
  /** Empty only where nothing that was tried would help. */
  needs: z.array(need),
  /** The other ways that were found, each enough for itself. */
  others: z.array(z.array(need)).default([]),
  /** The first week in which the class could then begin, and its learners. */
  startWeek: week.nullable(),
  seats: z.number().int(),
  /** The relaxed instance with the class added passed the checker. */
  isVerified: z.boolean(),
})

/** How sure the answer is. `bound`: no proposal whatever is worth more points than this. */
export const proof = z.object({
  status: z.enum(['optimal', 'withinGap', 'timeLimit']),
  points: z.number(),
  bound: z.number(),
  /** `everybody`: only that all have a seat in a wished week; `solver`: proven to be less. */
  boundBy: z.enum(['solver', 'everybody']).optional(),
  /** (bound − points) ÷ bound, 0 to 1. */
  gap: z.number(),
  seconds: z.number(),
})

export const proposal = z.object({
  format: z.literal('nhip-proposal-1'),
  classes: z.array(proposedClass),
  points: z.number(),
})

export const figures = z.object({
  classes: z.number().int(),
  /** Seats given to demands, and learners that decisions name. */
  seats: z.number().int(),
  named: z.number().int(),
  /** Heads asked for. */
  heads: z.number().int(),
  weightedShare: z.number(),
  costDong: z.number().int(),
})

export const solution = z.object({
  format: z.literal('nhip-solution-1'),
  proposal,
  proof,
  figures,
  /** What is planned by hand in the usual order; null when the assigned classes did not fit that way. */
  greedy: figures.extend({ points: z.number() }).nullable(),
  leftOut: z.array(leftOut),
})

/** Assigned classes that cannot all be held, and what they quarrel about. Taking any one away ends the quarrel. */
export const clash = z.object({
  assignedIds: z.array(key),
  about: z.array(need),
})

/** A fault of the question itself: something it names that is not there, running classes that quarrel. */
export const fault = z.object({
  code: z.enum([
    'unknownForm',
    'unknownUnit',
    'unknownRoom',
    'unknownLecturer',
    'unknownField',
    'twice',
    'sizeOrder',
    'noWindow',
    'noRoomForForm',
    'runningRoom',
    'runningLecturer',
    'noTeachingWeek',
  ]),
  about: z.string(),
  weeks: z.array(week).default([]),
})

/** What `./nhip plan check` reads: question and answer together. */
export const checkInput = z.object({ instance: instanceInput, proposal })

export type Proposal = z.infer<typeof proposal>
export type ProposedClass = z.infer<typeof proposedClass>
export type Need = z.infer<typeof need>
export type LeftOut = z.infer<typeof leftOut>
export type Solution = z.infer<typeof solution>
export type Clash = z.infer<typeof clash>
export type Fault = z.infer<typeof fault>
export type Figures = z.infer<typeof figures>
