import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, file, id, listInput, listOf } from '../../pure/schema.ts'

/** `found`: seen in a public source. `toConfirm`: not seen in full, or understood by us; the school has to confirm it. */
export const tag = z.enum(['found', 'toConfirm'])

/**
 * On what a row rests: the post that is held, held or planned, or years of service and decisions that no file of people
 * tells (`service`: shown, never judged by the machine).
 */
export const basis = z.enum(['held', 'heldOrPlanned', 'service'])

/** What is asked for: a level of political theory, or the update of knowledge. */
export const demandedProgramme = z.enum(['intermediate', 'advanced', 'update'])

const text = z.string().min(1)

/** One group of posts and what is asked of it. `words`: what a post's title must say, one of them; `without`: what it must not. */
export const ruleRow = z.object({
  code: text,
  programme: demandedProgramme,
  /** A code of target-groups.yaml. */
  group: text,
  text,
  basis,
  /** Levels and kinds of the unit to which the row reaches; absent: every one. */
  levels: z.array(z.enum(['central', 'province', 'district', 'commune'])).optional(),
  kinds: z.array(text).optional(),
  words: z.array(text),
  without: z.array(text).optional(),
  tag,
  source: text,
})

/** Levels of general and professional education, from the lowest; vocational secondary school counts as upper secondary. */
export const educationLevels = ['lowerSecondary', 'upperSecondary', 'college', 'university'] as const
const educationLevel = z.enum(educationLevels)
const standardOf = { code: text, programme: z.enum(['intermediate', 'advanced']), text, tag, source: text }

/** What is asked of a person who is sent, one criterion a row. A criterion that no seen text states has no row: not judged. */
export const standardRow = z.discriminatedUnion('criterion', [
  z.object({
    ...standardOf,
    criterion: z.literal('party'),
    statuses: z.array(z.enum(['probationary', 'official'])).min(1),
  }),
  z.object({
    ...standardOf,
    criterion: z.literal('education'),
    least: educationLevel,
    exceptions: z.array(z.object({ when: z.enum(['ethnicMinority']), least: educationLevel })),
  }),
  z.object({
    ...standardOf,
    criterion: z.literal('age'),
    /** The mode of study that the age is asked for. */
    mode: z.enum(['fullTime', 'partTime']),
    /** Full years of age. */
    female: z.number().int(),
    male: z.number().int(),
    /** Whoever is younger studies in this mode instead of being refused. */
    below: z.enum(['fullTime']).optional(),
  }),
  z.object({
    ...standardOf,
    criterion: z.literal('ratings'),
    /** So many years in a row, the last of them the one before the date. */
    years: z.number().int().min(1),
    /** As ratings are kept: 4 xuất sắc, 3 tốt, 2 hoàn thành, 1 không hoàn thành. */
    least: z.number().int().min(1).max(4),
  }),
  z.object({ ...standardOf, criterion: z.literal('planningSource') }),
])

const businessDate = z.enum(['sent', 'opened'])

/** The standards of a rule set, with the choices that no seen text makes. */
export const standards = z.object({
  /** Which date chooses the rule set, and on which ages and years are counted: that of sending, or of the class's opening. */
  chosenBy: businessDate,
  measuredOn: businessDate,
  ageUnit: z.enum(['day', 'month', 'year']),
  /** Which yearly rating counts where a person has two; `any`: both, and when they contradict each other nothing is known. */
  ratingTrack: z.enum(['partyMember', 'official', 'any']),
  rows: z.array(standardRow).min(1),
})

/** A rule set as it stands in regulations/*.yaml: whose text, from when until when (`untilOn`: the first day without it). */
export const ruleSet = z.object({
  id: text,
  kind: z.enum(['eligibility', 'update']),
  title: text,
  document: text,
  issuer: text,
  issuedOn: day,
  fromOn: day,
  untilOn: day.nullable(),
  replacedBy: text.nullable(),
  notes: z.array(z.object({ text, tag })),
  standards: standards.optional(),
  rows: z.array(ruleRow).min(1),
})

export const targetGroup = z.object({
  code: z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/),
  vi: text,
  en: text,
})
export const targetGroups = z.object({ groups: z.array(targetGroup).min(1) })

/** Does somebody have what a post asks for? `unknown`: the qualification is not recorded, or cannot be read. */
export const lackResult = z.enum(['met', 'unmet', 'unknown'])

export const lacking = z.object({
  personId: id,
  fullName: z.string(),
  unit: z.object({ id: id.nullable(), name: z.string().nullable() }),
  programme: demandedProgramme,
  result: lackResult,
  /** The post that asks for it. Null: a planned post, whose name is masked. */
  post: z.string().nullable(),
  basis: z.enum(['held', 'planned']),
  /** What is recorded of political theory, as it was written. */
  qualification: z.string().nullable(),
  ruleSet: z.string(),
  row: z.string(),
  rowText: z.string(),
  document: z.string(),
  tag,
})

export const lackingInput = listInput(['name', 'unit'], 'name').extend({
  unitId: id.optional(),
  programme: z.enum(['intermediate', 'advanced']).optional(),
  result: lackResult.optional(),
})

export const regulationsContract = {
  sets: procedure
    .meta({ can: 'regulations.read' })
    .route({
      method: 'GET',
      path: '/rule-sets',
      summary:
        'The rule sets: which post asks for which qualification, from when until when, by which source',
    })
    .output(
      z.object({
        sets: z.array(ruleSet.extend({ isInForce: z.boolean(), toConfirm: z.number().int() })),
        groups: z.array(z.object({ code: z.string(), name: z.string() })),
      }),
    ),
  lacking: procedure
    .meta({ can: 'people.read' })
    .route({
      method: 'GET',
      path: '/rule-sets/lacking',
      summary:
        'Who lacks what their post asks for, by the rule set of today; planned posts only for who may open planning',
    })
    .input(lackingInput)
    .output(listOf(lacking)),
  lackingXlsx: procedure
    .meta({ can: 'people.read' })
    .route({ method: 'GET', path: '/rule-sets/lacking/xlsx', summary: 'The same list as an Excel file' })
    .input(lackingInput)
    .output(file),
}
