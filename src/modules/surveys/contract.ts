import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, line, listInput, listOf } from '../../pure/schema.ts'

export const subjectKinds = ['programme', 'topic', 'lecturer', 'place'] as const
const subjectKind = z.enum(subjectKinds)

const key = z.string().regex(/^[a-z][a-z0-9]{0,19}$/, 'surveys.key')
const english = z.string().trim().max(300, 'field.tooLong').optional()
const choice = z.object({ key, text: line(300), textEn: english })
const asked = {
  key,
  text: line(300),
  textEn: english,
  isRequired: z.boolean().default(false),
  /** Asked only of who has chosen the option `is` at the question `q`. */
  showIf: z.object({ q: key, is: key }).optional(),
}
const ends = { low: z.string().trim().max(80).default(''), high: z.string().trim().max(80).default('') }

/** The kinds of question. `likert` is a table: every row is marked from 1 to `points`. */
export const question = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('likert'),
    ...asked,
    ...ends,
    points: z.number().int().min(2).max(10),
    rows: z.array(choice).min(1, 'surveys.noRow').max(30),
  }),
  z.object({
    kind: z.literal('scale'),
    ...asked,
    ...ends,
    from: z.number().int().min(0).max(1),
    to: z.number().int().min(2).max(10),
  }),
  z.object({
    kind: z.literal('single'),
    ...asked,
    options: z.array(choice).min(2, 'surveys.noOption').max(20),
  }),
  z.object({
    kind: z.literal('multi'),
    ...asked,
    options: z.array(choice).min(2, 'surveys.noOption').max(20),
  }),
  z.object({ kind: z.literal('text'), ...asked, max: z.number().int().min(1).max(2000).default(1000) }),
  z.object({
    kind: z.literal('number'),
    ...asked,
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.object({ kind: z.literal('date'), ...asked }),
])

/** A section with `per` is asked once for every subject of that kind. */
const section = z.object({
  title: line(200),
  titleEn: english,
  per: subjectKind.optional(),
  questions: z.array(question).min(1, 'surveys.noQuestion').max(30),
})

/** A form as data. */
export const definition = z
  .object({
    lead: z.string().trim().max(2000).default(''),
    leadEn: z.string().trim().max(2000).optional(),
    sections: z.array(section).min(1, 'surveys.noQuestion').max(20),
  })
  .superRefine((form, check) => {
    const known = new Map<string, { options: string[]; per: string | undefined }>()
    form.sections.forEach((part, s) => {
      part.questions.forEach((one, q) => {
        const at = (name: string, message: string) =>
          check.addIssue({ code: 'custom', path: ['sections', s, 'questions', q, name], message })
        if (known.has(one.key)) at('key', 'surveys.keyTwice')
        if (one.showIf) {
          const asks = known.get(one.showIf.q)
          if (!asks?.options.includes(one.showIf.is)) at('showIf', 'surveys.showIfUnknown')
          else if (asks.per !== undefined && asks.per !== part.per) at('showIf', 'surveys.showIfUnknown')
        }
        const parts = one.kind === 'likert' ? one.rows : 'options' in one ? one.options : []
        if (new Set(parts.map((part) => part.key)).size !== parts.length) at('key', 'surveys.keyTwice')
        const isChoice = one.kind === 'single' || one.kind === 'multi'
        known.set(one.key, {
          options: isChoice ? one.options.map((option) => option.key) : [],
          per: part.per,
        })
      })
    })
  })
export type Definition = z.infer<typeof definition>
export type Question = z.infer<typeof question>

export const subject = z.object({
  id,
  kind: subjectKind,
  label: z.string(),
  lecturerId: id.nullable(),
})
export type Subject = z.infer<typeof subject>

/** A form as a file of `regulations/surveys`. */
export const surveyFile = z.object({
  code: z.string(),
  title: z.string(),
  origin: z.enum(['regulation', 'proposal']),
  source: z.string(),
  needsConfirmation: z.boolean(),
  definition,
})

export const campaignStates = ['early', 'open', 'over', 'settled'] as const
export const surveyCampaign = z.object({
  id,
  classId: id,
  classCode: z.string(),
  className: z.string(),
  programmeName: z.string(),
  formTitle: z.string(),
  versionId: id,
  versionNumber: z.number().int(),
  opensOn: day,
  closesOn: day,
  closedOn: day.nullable(),
  isAnonymous: z.boolean(),
  isAutomatic: z.boolean(),
  expected: z.number().int(),
  issued: z.number().int(),
  way: z.enum(['tokens', 'shared']),
  /** `over`: no more answers; `settled`: the result is there. */
  state: z.enum(campaignStates),
  answers: z.number().int(),
  version: z.number().int(),
  can: z.array(z.string()),
})

export const campaignsInput = listInput(['closesOn'], 'closesOn')

const subjectText = z.string().trim().max(5000, 'field.tooLong').default('')
export const openInput = z.object({
  classId: id,
  versionId: id,
  opensOn: day,
  closesOn: day,
  expected: count.min(1, 'field.tooSmall').max(5000, 'field.tooLarge'),
  way: z.enum(['tokens', 'shared']).default('shared'),
  isAnonymous: z.boolean().default(true),
  /** Topics besides programme, place and the booked lecturers, which come by themselves: one a line. */
  topics: subjectText,
  /** More lecturers, one a line. */
  lecturers: subjectText,
})

/** One thing that is counted for one subject. Hidden: fewer than five, or to be found by subtraction; then it says nothing. */
export const resultItem = z.object({
  key: z.string(),
  text: z.string(),
  subject: z.string().nullable(),
  isHidden: z.boolean(),
  n: z.number().int().nullable(),
  mean: z.number().nullable(),
  spread: z.number().nullable(),
  counts: z.array(z.object({ label: z.string(), count: z.number().int() })),
  /** What was written, by its own letters: in no order of coming. */
  comments: z.array(z.string()),
})
export const surveyResult = z.object({
  answers: z.number().int(),
  isHidden: z.boolean(),
  items: z.array(resultItem),
})
export type SurveyResult = z.infer<typeof surveyResult>

export const surveySheet = z.object({
  state: z.enum(['open', 'spent', 'withdrawn', 'early', 'over']),
  title: z.string(),
  className: z.string(),
  programme: z.string(),
  school: z.string(),
  isAnonymous: z.boolean(),
  opensOn: day,
  closesOn: day,
  definition: definition.nullable(),
  subjects: z.array(subject),
})

export const surveySetting = z.object({
  opensItself: z.boolean(),
  versionId: id.nullable(),
  /** Classes that end from this day on. */
  since: day.nullable(),
  version: z.number().int(),
})
export const settingInput = z.object({
  opensItself: z.boolean(),
  versionId: id.optional(),
  /** The school has confirmed a form that is shipped as a proposal. */
  isConfirmed: z.boolean().default(false),
  version: z.number().int(),
})

/** At least 128 bits, as the school has given it out. */
const token = z.string().min(1).max(100)
const campaignId = z.object({ campaignId: id })
const seen = { version: z.number().int() }
export const surveysContract = {
  forms: procedure
    .meta({ can: 'surveys.read' })
    .route({ method: 'GET', path: '/survey-forms', summary: 'Published versions of forms' })
    .output(
      z.array(
        z.object({
          versionId: id,
          title: z.string(),
          number: z.number().int(),
          needsConfirmation: z.boolean(),
        }),
      ),
    ),
  loadForms: procedure
    .meta({ can: 'surveys.edit' })
    .route({
      method: 'POST',
      path: '/survey-forms/load',
      summary: 'Bring in the shipped forms that are not here yet',
    })
    .output(z.object({ added: z.number().int() })),
  campaigns: procedure
    .meta({ can: 'surveys.read' })
    .route({ method: 'GET', path: '/survey-campaigns', summary: 'Campaigns, with how many have answered' })
    .input(campaignsInput)
    .output(listOf(surveyCampaign)),
  campaign: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/survey-campaigns/{campaignId}',
      summary: 'One campaign; the shared link for who may edit',
    })
    .input(campaignId)
    .output(surveyCampaign.extend({ sharedKey: z.string().nullable(), subjects: z.array(subject) })),
  open: procedure
    .meta({ can: 'surveys.edit' })
    .route({ method: 'POST', path: '/survey-campaigns', summary: 'Open a campaign for a class' })
    .input(openInput)
    .output(surveyCampaign),
  issue: procedure
    .meta({ can: 'surveys.edit' })
    .route({
      method: 'POST',
      path: '/survey-campaigns/{campaignId}/links',
      summary: 'Make one-time links; they are shown this once and kept as hashes only',
    })
    .input(campaignId.extend({ links: count.min(1, 'field.tooSmall').max(500, 'field.tooLarge') }))
    .output(z.object({ tokens: z.array(z.string()) })),
  close: procedure
    .meta({ can: 'surveys.edit' })
    .route({
      method: 'POST',
      path: '/survey-campaigns/{campaignId}/close',
      summary: 'Take no more answers and count those there are',
    })
    .input(campaignId.extend(seen))
    .output(surveyCampaign),
  withdraw: procedure
    .meta({ can: 'surveys.edit' })
    .route({
      method: 'POST',
      path: '/survey-campaigns/{campaignId}/withdraw',
      summary: 'Withdraw the links that are out: unused ones; a shared one is replaced by a new one',
    })
    .input(campaignId.extend(seen))
    .output(z.object({ withdrawn: z.number().int() })),
  setting: procedure
    .meta({ can: 'surveys.read' })
    .route({ method: 'GET', path: '/survey-setting', summary: 'Whether classes that end open a campaign' })
    .output(surveySetting),
  setSetting: procedure
    .meta({ can: 'surveys.edit' })
    .route({ method: 'PUT', path: '/survey-setting', summary: 'Switch the opening by itself on or off' })
    .input(settingInput)
    .output(surveySetting),
  results: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/survey-campaigns/{campaignId}/results',
      summary: 'What came out of a closed campaign',
    })
    .input(campaignId)
    .output(surveyResult),
  resultsXlsx: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/survey-campaigns/{campaignId}/results/xlsx',
      summary: 'The result as an Excel file; what is hidden is hidden there too',
    })
    .input(campaignId)
    .output(file),
  sheet: procedure
    .meta({ can: 'anyone' })
    .route({ method: 'GET', path: '/public-surveys/{token}', summary: 'The sheet behind a link' })
    .input(z.object({ token }))
    .output(surveySheet),
  answer: procedure
    .meta({ can: 'anyone' })
    .route({
      method: 'POST',
      path: '/public-surveys/{token}',
      summary: 'Send a sheet; once, however often it is pressed',
    })
    .input(
      z.object({
        token,
        /** Of a shared link: random, made with the sheet, so that pressing twice is one answer. */
        press: z.string().max(100).default(''),
        answers: z.record(
          z.string().max(80),
          z.union([z.number(), z.string().max(2000), z.array(z.string().max(40)).max(20)]),
        ),
      }),
    )
    .output(z.object({ state: z.enum(['taken', 'spent']) })),
}
