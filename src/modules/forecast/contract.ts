import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, file, year } from '../../pure/schema.ts'

const whole = z.number().int()
const counts = {
  planned: whole,
  carriedOver: whole,
  opened: whole,
  /** With a day later in the year. */
  scheduled: whole,
  /** New classes of the plan without any class. */
  unscheduled: whole,
  /** Expected at the end of the year, at least and at most. */
  low: whole,
  high: whole,
}
/** Expected fulfilment in per cent, cut to whole numbers: more would be invented. */
const shares = { shareLow: z.string(), shareHigh: z.string() }

export const danger = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['noDates', 'monthsPassed', 'tooLong', 'noRoom', 'noHours']) }),
  z.object({ code: z.literal('fewWanted'), heads: whole, learners: whole }),
  z.object({ code: z.literal('carriedMissing'), planned: whole, found: whole }),
])

export const warning = z.object({
  level: z.enum(['none', 'soon', 'late']),
  missing: whole,
  fitsUntil: day.nullable(),
})

export const forecast = z.object({
  year: whole,
  on: day,
  /** Null while no plan of the year is approved; then all the rest is empty. */
  planNumber: whole.nullable(),
  weeksLeft: z.number(),
  total: z.object({ ...counts, ...shares }),
  groups: z.array(z.object({ groupCode: z.string(), groupName: z.string(), ...counts, ...shares })),
  /** Lines in danger only, those that lack most classes first. */
  dangers: z.array(
    z.object({
      lineKey: z.string(),
      groupName: z.string(),
      title: z.string(),
      modeName: z.string().nullable(),
      months: z.array(whole),
      ...counts,
      dangers: z.array(danger),
    }),
  ),
  /** Of new classes not opened by this day in earlier years, those that were by the end of the year. */
  punctuality: z.object({ part: whole, whole, years: z.array(whole) }).nullable(),
  atOnce: z.object({ count: whole, source: z.enum(['rooms', 'past']) }).nullable(),
  resources: z.array(
    z.object({ kind: z.enum(['weeks', 'rooms', 'hours']), need: z.number(), left: z.number() }),
  ),
  warning,
})

export const forecastContract = {
  year: procedure
    .meta({ can: 'forecast.read', slow: true })
    .route({
      method: 'GET',
      path: '/plans/{year}/forecast',
      summary:
        'What the year’s plan will come to: a range by group, lines in danger, and whether the rest still fits',
    })
    .input(z.object({ year }))
    .output(forecast),
  xlsx: procedure
    .meta({ can: 'forecast.read', slow: true })
    .route({ method: 'GET', path: '/plans/{year}/forecast/xlsx', summary: 'The same as a workbook' })
    .input(z.object({ year }))
    .output(file),
}
