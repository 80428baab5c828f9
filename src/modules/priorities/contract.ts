import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, instant, line, reason, year } from '../../pure/schema.ts'
import { layout } from '../files/contract.ts'

/** Criteria that Nhịp computes from what is recorded, and those that the committee judges with a mark of 0 to 3. */
export const computedCriteria = [
  'legalDuty',
  'plannedPost',
  'yearsWaited',
  'unitBalance',
  'unitUrgency',
] as const
export const judgedCriteria = ['directive', 'termOfOffice'] as const
export const criteria = [...computedCriteria, ...judgedCriteria] as const
export const criterion = z.enum(criteria)
export const judgedCriterion = z.enum(judgedCriteria)
export type Criterion = z.infer<typeof criterion>

/** Whole numbers from 0 (plays no part) to 10. */
export const weight = count.max(10, 'priorities.weightRange')
export const weights = z.object({
  legalDuty: weight,
  plannedPost: weight,
  yearsWaited: weight,
  unitBalance: weight,
  unitUrgency: weight,
  directive: weight,
  termOfOffice: weight,
})
export type Weights = z.infer<typeof weights>

/**
 * What a value was computed from: `part` of `whole` people, years on average, people of priority 1 and 2, or the mark that
 * was given.
 */
export const evidence = z.object({
  part: z.number().optional(),
  whole: z.number().int().optional(),
  years: z.number().optional(),
  first: z.number().int().optional(),
  usual: z.number().int().optional(),
  mark: z.number().int().optional(),
  reason: z.string().optional(),
})

/** What a demand says about one criterion: 0 to 1, null where nothing is recorded. */
export const criterionValue = z.object({ value: z.number().nullable(), evidence })
export type CriterionValue = z.infer<typeof criterionValue>

export const subject = z.object({
  programmeId: id,
  programmeCode: z.string(),
  title: z.string(),
  modeCode: z.string(),
  modeName: z.string(),
  heads: z.number().int(),
  units: z.number().int(),
  values: z.record(criterion, criterionValue),
})
export type Subject = z.infer<typeof subject>

export const ranked = z.object({
  rank: z.number().int(),
  programmeId: id,
  modeCode: z.string(),
  /** 0 to 100; what is not known counts nothing. `high`: if everything unknown spoke for it. */
  score: z.number(),
  high: z.number(),
  parts: z.array(z.object({ criterion, points: z.number() })),
})

/** The order of two neighbours turns when one weight alone goes from `from` to `to`. */
export const turn = z.object({
  upper: z.object({ programmeId: id, modeCode: z.string() }),
  lower: z.object({ programmeId: id, modeCode: z.string() }),
  criterion,
  from: z.number().int(),
  to: z.number().int(),
})

export const sheetState = z.enum(['draft', 'agreed'])
export const sheet = z.object({
  id,
  year: z.number().int(),
  state: sheetState,
  weights,
  madeBy: z.string().nullable(),
  madeAt: instant,
  agreedBy: z.string().nullable(),
  agreedAt: instant.nullable(),
  documentNumber: z.string().nullable(),
  documentOn: day.nullable(),
  version: z.number().int(),
  can: z.array(z.string()),
})

const sheetId = z.object({ sheetId: id })
const seen = { version: z.number().int() }

export const weightsInput = sheetId.extend({ ...weights.shape, ...seen })
export const markInput = sheetId.extend({
  programmeId: id,
  modeCode: line(30),
  criterion: judgedCriterion,
  mark: count.max(3, 'priorities.markRange'),
  reason,
})
export const agreeInput = sheetId.extend({ documentNumber: line(100), documentOn: day, ...seen })

export const prioritiesContract = {
  list: procedure
    .meta({ can: 'priorities.read' })
    .route({ method: 'GET', path: '/priorities', summary: 'The sheets of priorities, newest year first' })
    .output(z.array(sheet)),
  get: procedure
    .meta({ can: 'priorities.read' })
    .route({
      method: 'GET',
      path: '/priorities/{sheetId}',
      summary:
        'A sheet: weights, what each demand says about each criterion, the order and what would turn it',
    })
    .input(sheetId)
    .output(z.object({ sheet, subjects: z.array(subject), ranking: z.array(ranked), turns: z.array(turn) })),
  start: procedure
    .meta({ can: 'priorities.edit' })
    .route({
      method: 'POST',
      path: '/priorities',
      summary: 'Begin the sheet of a year with the weights that were agreed last, else all equal',
    })
    .input(z.object({ year }))
    .output(sheet),
  setWeights: procedure
    .meta({ can: 'priorities.edit' })
    .route({ method: 'PUT', path: '/priorities/{sheetId}/weights', summary: 'Set all weights of a draft' })
    .input(weightsInput)
    .output(sheet),
  mark: procedure
    .meta({ can: 'priorities.edit' })
    .route({
      method: 'PUT',
      path: '/priorities/{sheetId}/marks',
      summary: 'Judge a demand by a criterion that no record tells, with the reason',
    })
    .input(markInput)
    .output(sheet),
  agree: procedure
    .meta({ can: 'priorities.decide' })
    .route({
      method: 'POST',
      path: '/priorities/{sheetId}/agree',
      summary: 'Agree on the order; it is kept as it stands and does not change any more',
    })
    .input(agreeInput)
    .output(sheet),
  xlsx: procedure
    .meta({ can: 'priorities.read' })
    .route({ method: 'GET', path: '/priorities/{sheetId}/xlsx', summary: 'The order as a workbook' })
    .input(sheetId)
    .output(file),
  minutes: procedure
    .meta({ can: 'priorities.read' })
    .route({
      method: 'GET',
      path: '/priorities/{sheetId}/minutes',
      summary: 'The minutes as a Word letter from the template',
    })
    .input(sheetId.extend({ layout: layout.default('state') }))
    .output(file),
}
