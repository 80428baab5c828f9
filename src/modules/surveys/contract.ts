import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, file, id, instant, line, listInput, listOf, year } from '../../pure/schema.ts'

export const subjectKinds = ['programme', 'topic', 'lecturer', 'place'] as const
const subjectKind = z.enum(subjectKinds)

/** What a regulation has evaluated: chương trình, học viên, giảng viên, cơ sở vật chất, khóa bồi dưỡng, hiệu quả sau bồi dưỡng. */
export const evaluationContents = [
  'programme',
  'learner',
  'lecturer',
  'facility',
  'course',
  'effect',
] as const

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
  /** What of a regulation on evaluation this section asks about; without it, nothing. */
  content: z.enum(evaluationContents).optional(),
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
  /** Of a topic: the same in every version of the programme. */
  lineageId: id.nullable().default(null),
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

const tag = z.enum(['found', 'toConfirm'])
const said = z.string().trim().min(1)
/** How quality is measured under a regulation: a file of `regulations/evaluation`. `untilOn` is the first day without it. */
export const evaluationSet = z.object({
  id: said,
  title: said,
  document: said,
  issuer: said,
  issuedOn: day,
  fromOn: day,
  untilOn: day.nullable(),
  replacedBy: said.nullable(),
  /** Judged by a council that accepts a service, not asked of sheets. */
  isForAcceptance: z.boolean().default(false),
  scale: z.object({ low: z.number(), high: z.number(), tag, source: said }).nullable(),
  /** A sheet with more of its indicators unanswered is invalid. */
  invalidAbove: z.object({ percent: z.number(), tag, source: said }).nullable(),
  bands: z.array(z.object({ code: said, from: z.number(), vi: said, en: said, tag })),
  bandsSource: z.string(),
  /** The least of a year's courses that are evaluated: a percentage, or a number. */
  shares: z.array(
    z.object({
      content: z.enum(evaluationContents),
      percent: z.number(),
      courses: z.number().int(),
      article: said,
      tag,
    }),
  ),
  notes: z.array(z.object({ text: said, tag })),
})

const rated = {
  mean: z.number().nullable(),
  band: z.object({ code: z.string(), from: z.number(), vi: z.string(), en: z.string(), tag }).nullable(),
}
/** Index and band of a campaign under the rule set of the day on which its class ended. */
export const qualityIndex = z.object({
  set: evaluationSet,
  criteria: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      /** Indicators that may be shown, of how many. */
      shown: z.number().int(),
      of: z.number().int(),
      ...rated,
    }),
  ),
  index: z.object(rated),
})

export const evaluationYear = z.object({
  /** Fostering courses that ended in the year, and on how many of those days no rule on shares was in force. */
  ended: z.number().int(),
  beyond: z.number().int(),
  sets: z.array(
    z.object({
      id: z.string(),
      document: z.string(),
      fromOn: day,
      untilOn: day.nullable(),
      shares: z.array(
        z.object({
          content: z.enum(evaluationContents),
          article: z.string(),
          done: z.object({ part: z.number().int(), whole: z.number().int() }),
          needPercent: z.number(),
          needCourses: z.number().int(),
          result: z.enum(['met', 'unmet', 'nothingToJudge']),
        }),
      ),
    }),
  ),
})

export const respondents = ['learners', 'lecturers'] as const
export const campaignStates = ['early', 'open', 'over', 'settled'] as const
export const surveyCampaign = z.object({
  id,
  /** Its own name, such as «Giữa khóa»; empty: it goes by its form. */
  title: z.string(),
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
  /** The day on which the class ended; it decides which regulation applies. */
  heldOn: day,
  isAnonymous: z.boolean(),
  /** Who answers: learners of the class, or those who taught in it. */
  respondents: z.enum(respondents),
  isAutomatic: z.boolean(),
  /** So many lecturers, and so many topics, one sheet asks about at most; null: about all. */
  mostAsked: z.number().int().nullable(),
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

const mostAsked = count.min(3, 'field.tooSmall').max(100, 'field.tooLarge')
const subjectText = z.string().trim().max(5000, 'field.tooLong').default('')
export const openInput = z.object({
  classId: id,
  /** Tells campaigns of one class apart; two of a class never have the same. */
  title: z.string().trim().max(100, 'field.tooLong').default(''),
  versionId: id,
  opensOn: day,
  closesOn: day,
  expected: count.min(1, 'field.tooSmall').max(5000, 'field.tooLarge'),
  way: z.enum(['tokens', 'shared']).default('shared'),
  isAnonymous: z.boolean().default(true),
  respondents: z.enum(respondents).default('learners'),
  /** Every topic of the version of the programme on which the class runs, comparable with other classes on it. */
  withTopics: z.boolean().default(false),
  /** Topics that are taught until the closing day, and each lecturer with each topic, as the timetable of the class has them. */
  withTimetable: z.boolean().default(true),
  /** At most so many lecturers, and topics, on a sheet; without it the school's setting. */
  mostAsked: mostAsked.optional(),
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
  /** Sheets that the rule set of the class's day calls invalid: counted, and in no figure. */
  invalid: z.number().int().default(0),
  isHidden: z.boolean(),
  items: z.array(resultItem),
})
export type SurveyResult = z.infer<typeof surveyResult>

export const surveySheet = z.object({
  state: z.enum(['open', 'spent', 'withdrawn', 'early', 'over']),
  title: z.string(),
  campaignTitle: z.string(),
  className: z.string(),
  programme: z.string(),
  school: z.string(),
  isAnonymous: z.boolean(),
  opensOn: day,
  closesOn: day,
  definition: definition.nullable(),
  /** Of a class with many lecturers and topics each sheet asks about some of them: which sheet this is, from 0; it goes back with the answer. */
  sheet: z.number().int(),
  sheets: z.number().int(),
  subjects: z.array(subject),
})

export const surveySetting = z.object({
  opensItself: z.boolean(),
  versionId: id.nullable(),
  /** Classes that end from this day on. */
  since: day.nullable(),
  /** What a new campaign begins with. */
  mostAsked: z.number().int(),
  version: z.number().int(),
})
export const sheetLengthInput = z.object({ mostAsked, version: z.number().int() })
export const settingInput = z.object({
  opensItself: z.boolean(),
  versionId: id.optional(),
  /** The school has confirmed a form that is shipped as a proposal. */
  isConfirmed: z.boolean().default(false),
  version: z.number().int(),
})

/** By what results of several classes are put together. */
export const acrossBy = ['programme', 'part', 'module', 'topic', 'lecturer', 'place'] as const
export const acrossFilter = {
  by: z.enum(acrossBy).default('programme'),
  /** Classes that ended from this day on, and up to and with that one. */
  fromOn: day.optional(),
  untilOn: day.optional(),
  programmeId: id.optional(),
  hostUnitId: id.optional(),
  campaignId: id.optional(),
}
export const acrossInput = listInput(['label'], 'label').extend(acrossFilter)

/** One question, merged over the campaigns that show it: same form, same key, same marks. */
const mergedFigure = {
  formId: id,
  formTitle: z.string(),
  question: z.string(),
  text: z.string(),
  low: z.number().int().nullable(),
  high: z.number().int().nullable(),
  n: z.number().int(),
  campaigns: z.number().int(),
  mean: z.number().nullable(),
  spread: z.number().nullable(),
}
/** `label`: the programme, part, module, topic or place. Of lecturers there is a list without any mark, `acrossLecturer`. */
export const acrossRow = z.object({ label: z.string(), ...mergedFigure })
export const ratedLecturer = z.object({
  lecturerId: id,
  label: z.string(),
  campaigns: z.number().int(),
  n: z.number().int(),
})

/** What a lecturer was rated, per topic where the sheet asked by topic; never fewer than five answers. */
export const rating = z.object({
  lineageId: id.nullable(),
  /** The topic's name; null: asked of the lecturer as such. */
  topic: z.string().nullable(),
  ...mergedFigure,
})
export const ratings = z.object({
  rows: z.array(rating),
  /** Sorted by their letters: neither class nor order of coming can be seen. */
  comments: z.array(z.string()),
})
export const periodInput = z.object({ fromOn: day.optional(), untilOn: day.optional() })
export const ratingsInput = periodInput.extend({ lecturerId: id })

export const surveyForm = z.object({
  id,
  title: z.string(),
  origin: z.enum(['regulation', 'proposal', 'school']),
  source: z.string(),
  needsConfirmation: z.boolean(),
  versions: z.array(
    z.object({
      versionId: id,
      number: z.number().int(),
      isPublished: z.boolean(),
      campaigns: z.number().int(),
    }),
  ),
})
export const formVersion = z.object({
  versionId: id,
  formId: id,
  title: z.string(),
  origin: z.enum(['regulation', 'proposal', 'school']),
  source: z.string(),
  needsConfirmation: z.boolean(),
  number: z.number().int(),
  publishedAt: instant.nullable(),
  publishedBy: z.string().nullable(),
  madeBy: z.string().nullable(),
  /** A new form has no section yet; a published one always has. */
  definition: z.object({
    lead: z.string(),
    leadEn: z.string().optional(),
    sections: z.array(section.extend({ questions: z.array(question) })),
  }),
  version: z.number().int(),
  can: z.array(z.enum(['edit', 'publish', 'drop', 'next', 'copy'])),
})

/** At least 128 bits, as the school has given it out. */
const token = z.string().min(1).max(100)
const sheetNumber = z.number().int().min(0).max(5000)
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
  formList: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/survey-forms/all',
      summary: 'Forms with their versions, drafts among them',
    })
    .output(z.array(surveyForm)),
  formVersion: procedure
    .meta({ can: 'surveys.read' })
    .route({ method: 'GET', path: '/survey-versions/{versionId}', summary: 'One version of a form' })
    .input(z.object({ versionId: id }))
    .output(formVersion),
  makeForm: procedure
    .meta({ can: 'surveys.edit' })
    .route({
      method: 'POST',
      path: '/survey-forms',
      summary: 'Begin a form of the school’s own: empty, or as a copy of a version',
    })
    .input(z.object({ title: line(200), copyOf: id.optional() }))
    .output(z.object({ versionId: id })),
  nextVersion: procedure
    .meta({ can: 'surveys.edit' })
    .route({
      method: 'POST',
      path: '/survey-versions/{versionId}/next',
      summary: 'Begin the next version from a published one; where there is a draft already, that one',
    })
    .input(z.object({ versionId: id }))
    .output(z.object({ versionId: id })),
  saveDraft: procedure
    .meta({ can: 'surveys.edit' })
    .route({ method: 'PUT', path: '/survey-versions/{versionId}', summary: 'Save a draft' })
    .input(z.object({ versionId: id, title: line(200), definition, ...seen }))
    .output(formVersion),
  publish: procedure
    .meta({ can: 'surveys.edit' })
    .route({
      method: 'POST',
      path: '/survey-versions/{versionId}/publish',
      summary: 'Publish a draft; from here on nobody changes it',
    })
    .input(z.object({ versionId: id, ...seen }))
    .output(formVersion),
  dropDraft: procedure
    .meta({ can: 'surveys.edit' })
    .route({ method: 'POST', path: '/survey-versions/{versionId}/drop', summary: 'Throw a draft away' })
    .input(z.object({ versionId: id, ...seen }))
    .output(z.object({ dropped: z.boolean() })),
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
  change: procedure
    .meta({ can: 'surveys.edit' })
    .route({
      method: 'PUT',
      path: '/survey-campaigns/{campaignId}',
      summary: 'Other dates or another number expected, as long as the campaign is not closed',
    })
    .input(campaignId.extend({ opensOn: day, closesOn: day, expected: openInput.shape.expected, ...seen }))
    .output(surveyCampaign),
  linksXlsx: procedure
    .meta({ can: 'surveys.edit' })
    .route({
      method: 'POST',
      path: '/survey-campaigns/{campaignId}/links/xlsx',
      summary: 'Links that were just made as an Excel file; nothing of them is kept',
    })
    .input(campaignId.extend({ links: z.array(z.string().max(500)).min(1).max(500) }))
    .output(file),
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
  setSheetLength: procedure
    .meta({ can: 'surveys.edit' })
    .route({
      method: 'PUT',
      path: '/survey-setting/sheet-length',
      summary: 'How many lecturers and topics one sheet asks about at most, unless a campaign says otherwise',
    })
    .input(sheetLengthInput)
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
  quality: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/survey-campaigns/{campaignId}/quality',
      summary:
        'Index and band by the regulation of the day on which the class ended; null where none measures it',
    })
    .input(campaignId)
    .output(qualityIndex.nullable()),
  evaluationSets: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/evaluation-regulations',
      summary: 'The rule sets on evaluation, with their dates and sources',
    })
    .output(z.array(evaluationSet)),
  evaluationYear: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/evaluation-years/{year}',
      summary: 'How many courses ended in a year and were evaluated, against the shares in force on that day',
    })
    .input(z.object({ year }))
    .output(evaluationYear),
  resultsXlsx: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/survey-campaigns/{campaignId}/results/xlsx',
      summary: 'The result as an Excel file; what is hidden is hidden there too',
    })
    .input(campaignId)
    .output(file),
  across: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/survey-results',
      summary:
        'Results over several classes, by programme, topic or place: made of what each class shows, so that no sum tells more',
    })
    .input(acrossInput)
    .output(listOf(acrossRow)),
  acrossChoices: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/survey-results/choices',
      summary: 'Programmes and host units that have results',
    })
    .output(
      z.object({
        programmes: z.array(z.object({ id, name: z.string() })),
        hostUnits: z.array(z.object({ id, name: z.string() })),
      }),
    ),
  acrossXlsx: procedure
    .meta({ can: 'surveys.read' })
    .route({ method: 'GET', path: '/survey-results/xlsx', summary: 'The same as an Excel file' })
    .input(z.object(acrossFilter))
    .output(file),
  ratedLecturers: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/rated-lecturers',
      summary: 'Lecturers who have results, by the alphabet, with how many answers; no marks, no ranking',
    })
    .input(acrossInput)
    .output(listOf(ratedLecturer)),
  lecturerRatings: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/rated-lecturers/{lecturerId}',
      summary: 'Ratings of one lecturer, per topic: mean, spread, n; never fewer than five answers',
    })
    .input(ratingsInput)
    .output(ratings.extend({ name: z.string() })),
  lecturerRatingsXlsx: procedure
    .meta({ can: 'surveys.read' })
    .route({
      method: 'GET',
      path: '/rated-lecturers/{lecturerId}/xlsx',
      summary: 'The same as an Excel file',
    })
    .input(ratingsInput)
    .output(file),
  myRatings: procedure
    .meta({ can: 'surveys.own' })
    .route({ method: 'GET', path: '/my-ratings', summary: 'What the signed-in lecturer was rated' })
    .input(periodInput)
    .output(ratings),
  sheet: procedure
    .meta({ can: 'anyone' })
    .route({ method: 'GET', path: '/public-surveys/{token}', summary: 'The sheet behind a link' })
    .input(z.object({ token, sheet: sheetNumber.optional() }))
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
        /** Which sheet was opened. */
        sheet: sheetNumber.default(0),
        answers: z.record(
          z.string().max(80),
          z.union([z.number(), z.string().max(2000), z.array(z.string().max(40)).max(20)]),
        ),
      }),
    )
    .output(z.object({ state: z.enum(['taken', 'spent']) })),
}
