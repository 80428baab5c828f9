import * as z from 'zod'
import { day } from '../../../pure/schema.ts'

/*
 * What the planner is asked: a year of one school as one JSON file, whole in itself. Documented in docs/planner.md.
 * Identities are words, so that a file may be written by hand; those from the database are its numbers as words.
 */

const key = z.string().min(1).max(120)
const name = z.string().max(500)
const week = z.number().int().min(1).max(53)
const weeks = z.array(week).max(53)
const people = z.number().int().min(0).max(100_000)
const dong = z.number().int().min(0).max(9_000_000_000_000_000)

/** Lesson hours a week by teaching field. */
const hoursByField = z.record(key, z.number().int().min(0).max(200))

export const weekInput = z.object({
  /** ISO number of the week in the year. */
  week,
  startsOn: day,
  /** Days on which there may be lessons: 5 less holidays and days kept free by the province. */
  teachingDays: z.number().int().min(0).max(7),
  /** What takes the days away: «Tết Nguyên đán». */
  note: name.default(''),
})

export const formInput = z.object({
  id: key,
  programmeId: z.number().int().positive().optional(),
  modeCode: key.default('none'),
  /** The group under which reports count it. */
  groupCode: key.optional(),
  title: name,
  /** Learners in one class. */
  sizeFrom: people.min(1),
  sizeTo: people.min(1),
  /** Teaching weeks of one class. */
  weeks: z.number().int().min(1).max(200),
  /** 1: every week; 4: one week in four, as in-service classes meet. */
  everyWeeks: z.number().int().min(1).max(26).default(1),
  /** It may end after the year: then only its weeks of this year count. */
  mayRunOver: z.boolean().default(false),
  /** `room`: sits in a room of the school. `host`: the unit that asked for it gives the place. */
  seat: z.enum(['room', 'host']),
  hoursPerWeek: hoursByField,
  costDong: dong,
  /** Never more classes of it than so many. */
  maxClasses: people.optional(),
})

export const demandInput = z.object({
  id: key,
  formId: key,
  unitId: key,
  /** Target group, in the words of the need. */
  group: name.default(''),
  heads: people.min(1),
  /** 0 to 1, how much one seat counts. */
  weight: z.number().min(0).max(1),
  /** Weeks in which the class should begin; empty: any. */
  wishedWeeks: weeks.default([]),
})

export const roomInput = z.object({
  id: key,
  name,
  site: name.default(''),
  seats: people.min(1),
  /** Weeks in which the school may use it, before running classes are taken off. */
  weeks,
})

export const lecturerInput = z.object({
  id: key,
  name,
  fields: z.array(key).max(60),
  hoursPerWeek: z.number().int().min(0).max(100),
  absentWeeks: weeks.default([]),
})

/** A class that must open: of an approved plan, or by decision of the Standing Committee. */
export const assignedInput = z.object({
  id: key,
  formId: key,
  title: name,
  /** Document or plan line that demands it. */
  source: name.default(''),
  /** The learners that the decision names; null: they come from the demands of its form. */
  heads: people.min(1).nullable().default(null),
  startsFrom: week,
  startsTo: week,
})

/** A class that runs already, or was carried over: it takes room and lecturers and is not moved. */
export const runningInput = z.object({
  id: key,
  title: name,
  weeks,
  roomId: key.nullable().default(null),
  lecturers: z
    .array(z.object({ lecturerId: key, hoursPerWeek: z.number().int().min(0).max(100) }))
    .default([]),
})

export const limitsInput = z.object({
  /** A week with fewer teaching days is none: classes pause in it. */
  minTeachingDays: z.number().int().min(1).max(7).default(3),
  /** No class larger than this, whatever its form says. */
  seatsPerClass: people.min(1).nullable().default(null),
  /** Never more classes in one week, running ones included. */
  classesAtOnce: people.min(1).nullable().default(null),
})

export const preferencesInput = z.object({
  /** What a seat gains when its class begins in a wished week, as a share of its weight. */
  wish: z.number().min(0).max(1).default(0.1),
  /** What a seat loses when its unit is busy in all weeks of the class, as a share of its weight. */
  busy: z.number().min(0).max(1).default(0.3),
  /** What a week loses for each class more than the even load, in full seats. */
  spread: z.number().min(0).max(20).default(0.5),
  /** What opening a class costs, in full seats: no class for one person more. */
  perClass: z.number().min(0).max(100).default(1),
})

export const instanceInput = z.object({
  format: z.literal('nhip-instance-1'),
  year: z.number().int().min(1990).max(2100),
  weeks: z.array(weekInput).min(1).max(53),
  fields: z.array(z.object({ code: key, name })).max(60),
  units: z.array(z.object({ id: key, name, busyWeeks: weeks.default([]) })).max(2000),
  forms: z.array(formInput).max(500),
  demands: z.array(demandInput).max(20_000),
  rooms: z.array(roomInput).max(500),
  lecturers: z.array(lecturerInput).max(2000),
  assigned: z.array(assignedInput).max(500).default([]),
  running: z.array(runningInput).max(1000).default([]),
  budgetDong: dong.nullable().default(null),
  limits: limitsInput.prefault({}),
  preferences: preferencesInput.prefault({}),
})

export type Instance = z.infer<typeof instanceInput>
export type Form = z.infer<typeof formInput>
