import * as z from 'zod'
import { count, day, id, instant, line, listInput } from '../../../pure/schema.ts'
import { classMode } from '../../classes/contract.ts'

export const noticeStates = ['draft', 'issued', 'closed'] as const

/** Seats of one unit: so many, so many of them with names; the rest is reserved until the deadline. */
export const quota = z.object({
  unitId: id,
  unit: z.string(),
  seats: z.number().int(),
  /** Nominations of the unit that stand: neither refused nor withdrawn. */
  names: z.number().int(),
  reserved: z.number().int(),
  submitted: z.number().int(),
  admitted: z.number().int(),
})

const noticeFacts = z.object({
  id,
  classId: id,
  classCode: z.string(),
  className: z.string(),
  programme: z.string(),
  /** The level of political theory by which nominees are judged; null: no rule set applies. */
  level: z.enum(['elementary', 'intermediate', 'advanced']).nullable(),
  mode: classMode,
  opensOn: day,
  closesOn: day.nullable(),
  deadlineOn: day,
  sendsOn: day,
  /** Places in the class; null: as many as the units' seats together. */
  seats: z.number().int().nullable(),
  state: z.enum(noticeStates),
  /** Of the units that this reader sees. */
  quotaSeats: z.number().int(),
  names: z.number().int(),
  submitted: z.number().int(),
  admitted: z.number().int(),
  waiting: z.number().int(),
})

export const noticeRow = noticeFacts

export const noticeVerbs = ['edit', 'setQuotas', 'issue', 'close', 'nominate', 'allocate'] as const

export const notice = noticeFacts.extend({
  standards: z.string(),
  note: z.string(),
  issuedAt: instant.nullable(),
  closedAt: instant.nullable(),
  quotas: z.array(quota),
  version: z.number().int(),
  can: z.array(z.enum(noticeVerbs)),
})

const noticeFields = {
  deadlineOn: day,
  /** The sending date: it chooses the rule set, the age and the two years. */
  sendsOn: day,
  seats: count.min(1, 'field.tooSmall').max(5000, 'field.tooLarge').optional(),
  standards: z.string().trim().max(8000, 'field.tooLong').default('').meta({ kind: 'text' }),
  note: z.string().trim().max(4000, 'field.tooLong').default('').meta({ kind: 'text' }),
}

export const noticeInput = z.object({ classId: id, ...noticeFields })
export const editNoticeInput = z.object({ noticeId: id, version: z.number().int(), ...noticeFields })
export const quotasInput = z.object({
  noticeId: id,
  version: z.number().int(),
  /** The whole grid anew; 0 or nothing takes a unit out, unless it has names. */
  quotas: z
    .array(z.object({ unitId: id, seats: count.max(2000, 'field.tooLarge').default(0) }))
    .max(2000, 'field.tooLong'),
})
export const noticesInput = listInput(['deadlineOn', 'class', 'opensOn'], 'deadlineOn').extend({
  state: z.enum(noticeStates).optional(),
})

/** What a school may want beyond the regulations. */
export const setting = z.object({
  /** Nobody is admitted to two classes whose days overlap; otherwise it is only shown. */
  forbidsTwoCourses: z.boolean(),
  /** At most so many percent of a unit's people at one time; null: no such limit. */
  unitLoadPercent: z.number().int().nullable(),
  commitment: line(1000),
  version: z.number().int(),
})
export const settingInput = setting.extend({
  unitLoadPercent: count.min(1, 'field.tooSmall').max(100, 'field.tooLarge').nullable().optional(),
})
