import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, file, id, instant, line, listInput, listOf, reason, year } from '../../pure/schema.ts'
import { attachInput, keptFile } from '../files/contract.ts'

export const roundState = z.enum(['draft', 'open', 'closed'])
export const answerState = z.enum(['asked', 'draft', 'submitted', 'confirmed', 'returned'])

/** A step with the code of the sentence that says why it may not be taken now; null when it may. */
const steps = <const S extends readonly [string, ...string[]]>(names: S) =>
  z.array(z.object({ step: z.enum(names), refusal: z.string().nullable() }))

export const roundSteps = ['edit', 'open', 'extend', 'close'] as const
export const answerSteps = ['edit', 'submit', 'confirm', 'sendBack', 'return'] as const

const progress = {
  asked: z.number().int(),
  /** Opened the form at least once. */
  opened: z.number().int(),
  /** Submitted or confirmed. */
  answered: z.number().int(),
  confirmed: z.number().int(),
  returned: z.number().int(),
  /** Not answered though the day has passed, or answered after it. */
  late: z.number().int(),
  heads: z.number().int(),
}

export const round = z.object({
  id,
  title: z.string(),
  year: z.number().int(),
  untilYear: z.number().int().nullable(),
  guide: z.string().nullable(),
  opensOn: day,
  closesOn: day,
  asks: z.enum(['all', 'chosen']),
  state: roundState,
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  version: z.number().int(),
  /** Of the answers within the reader's reach. */
  progress: z.object(progress),
  /** The reader's own units that are asked, where the reader answers for units; at most five. */
  own: z.array(z.object({ answerId: id, unitName: z.string(), state: answerState })),
  steps: steps(roundSteps),
  can: z.array(z.string()),
})

export const roundPage = round.extend({
  programmes: z.array(z.object({ id, code: z.string(), name: z.string(), modes: z.array(z.string()) })),
  units: z.array(z.object({ id, name: z.string() })),
  extensions: z.array(
    z.object({ beforeOn: day, afterOn: day, reason: z.string(), madeBy: z.string().nullable() }),
  ),
  /** Guide files; the school also sees those that were taken away. */
  files: z.array(keptFile),
})

export const answerRow = z.object({
  id,
  roundId: id,
  unitId: id,
  unitName: z.string(),
  /** What the unit has become since; null while it stands, or when it was divided or dissolved. */
  successor: z.object({ id, name: z.string() }).nullable(),
  state: answerState,
  noNeed: z.boolean(),
  openedAt: instant.nullable(),
  submittedAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  returnedAt: instant.nullable(),
  isLate: z.boolean(),
  lines: z.number().int(),
  heads: z.number().int(),
})

export const need = z.object({
  id,
  answerId: id,
  unitId: id,
  unitName: z.string(),
  programmeId: id,
  programmeName: z.string(),
  modeCode: z.string(),
  modeName: z.string(),
  heads: z.number().int(),
  targetGroup: z.string(),
  postTitle: z.string().nullable(),
  /** Named people; empty for readers who may not see people. */
  people: z.array(z.object({ id, name: z.string() })),
  months: z.array(z.number().int()),
  place: z.string().nullable(),
  reason: z.string().nullable(),
  priority: z.number().int(),
  version: z.number().int(),
})

/** What the form proposes: people who lack what their post asks for, or who were named before and still wait. */
export const suggestion = z.object({
  programmeId: id,
  programmeName: z.string(),
  modeCode: z.string(),
  targetGroup: z.string(),
  /** Lacking for certain, or not known because nothing is recorded. */
  people: z.array(
    z.object({
      id,
      name: z.string(),
      post: z.string().nullable(),
      basis: z.enum(['held', 'planned', 'waiting']),
      result: z.enum(['unmet', 'unknown', 'waiting']),
      qualification: z.string().nullable(),
      /** The year of the earliest round that named the person for this programme. */
      waitingSince: z.number().int().nullable(),
      isNamed: z.boolean(),
    }),
  ),
  source: z.string().nullable(),
  isToConfirm: z.boolean(),
})

export const answerPage = z.object({
  answer: answerRow.extend({
    note: z.string().nullable(),
    submittedBy: z.string().nullable(),
    confirmedBy: z.string().nullable(),
    returnedFrom: z.enum(['head', 'school']).nullable(),
    returnReason: z.string().nullable(),
    version: z.number().int(),
    steps: steps(answerSteps),
    can: z.array(z.string()),
  }),
  round: roundPage.pick({
    id: true,
    title: true,
    year: true,
    untilYear: true,
    guide: true,
    opensOn: true,
    closesOn: true,
    state: true,
    programmes: true,
    files: true,
  }),
  needs: z.array(need),
  /** Of the last round before this one, by the unit and those that went over to it whole. */
  before: z.array(
    z.object({
      title: z.string(),
      programmeId: id,
      programmeName: z.string(),
      modeCode: z.string(),
      targetGroup: z.string(),
      heads: z.number().int(),
    }),
  ),
  suggestions: z.array(suggestion),
  /** The unit’s people, to be named; empty where nothing can be written. */
  people: z.array(z.object({ id, name: z.string(), title: z.string().nullable() })),
  targetGroups: z.array(z.object({ code: z.string(), name: z.string() })),
  modes: z.array(z.object({ code: z.string(), name: z.string() })),
})

export const roundInput = z.object({
  title: line(300),
  year,
  untilYear: year.optional(),
  guide: z.string().trim().max(10_000, 'field.tooLong').optional(),
  opensOn: day,
  closesOn: day,
  programmeIds: z.array(id).min(1, 'needs.noProgrammes').max(200),
  asks: z.enum(['all', 'chosen']).default('all'),
  unitIds: z.array(id).max(2000).default([]),
})

export const needInput = z.object({
  programmeId: z.number('needs.chooseProgramme').int().positive(),
  modeCode: z.string().trim().max(30).default('none'),
  heads: z.number('field.whole').int('field.whole').min(1, 'needs.noHeads').max(10_000, 'field.tooLarge'),
  targetGroup: z.string('needs.chooseGroup').trim().min(1, 'needs.chooseGroup').max(40),
  postTitle: z.string().trim().max(200, 'field.tooLong').optional(),
  personIds: z.array(id).max(500).default([]),
  months: z.array(z.number().int().min(1, 'needs.month').max(12, 'needs.month')).max(12).default([]),
  place: z.string().trim().max(200, 'field.tooLong').optional(),
  reason: z.string().trim().max(1000, 'field.tooLong').optional(),
  priority: z.number().int().min(1, 'needs.priority').max(3, 'needs.priority').default(2),
})

const seen = { version: z.number().int() }
const roundId = z.object({ roundId: id })
const answerId = z.object({ answerId: id })

export const submitInput = z.object({
  noNeed: z.boolean().default(false),
  note: z.string().trim().max(2000, 'field.tooLong').optional(),
  ...seen,
})
export const extendInput = z.object({ closesOn: day, reason, ...seen })

export const boardInput = listInput(['unit', 'state', 'heads', 'answeredAt'], 'unit').extend({
  state: z
    .enum(['notOpened', 'opened', 'draft', 'submitted', 'confirmed', 'returned', 'late', 'noNeed'])
    .optional(),
})

/** `asked`: units as they were asked. `today`: carried to what they have become. */
export const byUnits = z.enum(['asked', 'today'])
/** Which answers count: confirmed by the head only, or whatever stands there. */
export const whichAnswers = z.enum(['confirmed', 'all'])

export const matrixInput = z.object({
  by: byUnits.default('asked'),
  answers: whichAnswers.default('all'),
  targetGroup: z.string().max(40).optional(),
})

export const matrix = z.object({
  /** By programme: asked now, asked in the year before, and how many lack it by the regulations (null: no such rule). */
  programmes: z.array(
    z.object({
      id,
      name: z.string(),
      heads: z.number().int(),
      units: z.number().int(),
      named: z.number().int(),
      before: z.number().int(),
      lacking: z.number().int().nullable(),
      unknown: z.number().int().nullable(),
    }),
  ),
  units: z.array(z.object({ id, name: z.string(), heads: z.number().int(), before: z.number().int() })),
  cells: z.array(z.object({ unitId: id, programmeId: id, heads: z.number().int() })),
  groups: z.array(z.object({ code: z.string(), name: z.string(), heads: z.number().int() })),
  total: z.number().int(),
  totalBefore: z.number().int(),
  /** The round that «before» speaks of. */
  beforeTitle: z.string().nullable(),
  /** Lines of units that were divided or dissolved and whose successor nobody has decided. */
  undecided: z.number().int(),
})

export const needsInput = listInput(['unit', 'programme', 'heads', 'priority'], 'unit').extend({
  programmeId: id.optional(),
  unitId: id.optional(),
  targetGroup: z.string().max(40).optional(),
  by: byUnits.default('asked'),
  answers: whichAnswers.default('all'),
})

export const duplicate = z.object({
  personId: id,
  fullName: z.string(),
  kind: z.enum(['units', 'programmes']),
  asks: z.array(
    z.object({ needId: id, unitName: z.string(), programmeName: z.string(), modeName: z.string() }),
  ),
})

export const divided = need.extend({
  placedUnitId: id.nullable(),
  choices: z.array(z.object({ id, name: z.string() })),
})

export const needsContract = {
  rounds: procedure
    .meta({ can: 'needs.read' })
    .route({ method: 'GET', path: '/need-rounds', summary: 'Rounds of needs, newest first' })
    .output(z.array(round)),
  round: procedure
    .meta({ can: 'needs.read' })
    .route({ method: 'GET', path: '/need-rounds/{roundId}', summary: 'One round' })
    .input(roundId)
    .output(roundPage),
  make: procedure
    .meta({ can: 'needs.rounds' })
    .route({ method: 'POST', path: '/need-rounds', summary: 'Prepare a round, as a draft' })
    .input(roundInput)
    .output(roundPage),
  edit: procedure
    .meta({ can: 'needs.rounds' })
    .route({
      method: 'PUT',
      path: '/need-rounds/{roundId}',
      summary: 'Change a round; once it is open only its title, guide and further programmes',
    })
    .input(roundId.extend(roundInput.shape).extend(seen))
    .output(roundPage),
  open: procedure
    .meta({ can: 'needs.rounds' })
    .route({ method: 'POST', path: '/need-rounds/{roundId}/open', summary: 'Open a round: ask the units' })
    .input(roundId.extend(seen))
    .output(roundPage),
  extend: procedure
    .meta({ can: 'needs.rounds' })
    .route({
      method: 'POST',
      path: '/need-rounds/{roundId}/extend',
      summary: 'Put off the closing day, with a reason; a closed round opens again',
    })
    .input(roundId.extend(extendInput.shape))
    .output(roundPage),
  close: procedure
    .meta({ can: 'needs.rounds' })
    .route({ method: 'POST', path: '/need-rounds/{roundId}/close', summary: 'Close a round; answers stand' })
    .input(roundId.extend(seen))
    .output(roundPage),

  attach: procedure
    .meta({ can: 'needs.rounds' })
    .route({
      method: 'POST',
      path: '/need-rounds/{roundId}/files',
      summary: 'Put a guide file at a round: PDF, Word, Excel, PowerPoint, a picture; at most 20 MB',
    })
    .input(roundId.extend(attachInput.shape))
    .output(roundPage),
  detach: procedure
    .meta({ can: 'needs.rounds' })
    .route({
      method: 'POST',
      path: '/need-rounds/{roundId}/files/{fileId}/remove',
      summary: 'Take a guide file away; who did it and when is kept',
    })
    .input(roundId.extend({ fileId: id }))
    .output(roundPage),
  file: procedure
    .meta({ can: 'needs.read' })
    .route({
      method: 'GET',
      path: '/need-rounds/{roundId}/files/{fileId}',
      summary: 'A guide file, for the school and the units that are asked',
    })
    .input(roundId.extend({ fileId: id }))
    .output(file),

  board: procedure
    .meta({ can: 'needs.read' })
    .route({
      method: 'GET',
      path: '/need-rounds/{roundId}/answers',
      summary: 'Who has answered, opened, is late',
    })
    .input(roundId.extend(boardInput.shape))
    .output(listOf(answerRow)),
  boardXlsx: procedure
    .meta({ can: 'needs.read' })
    .route({ method: 'GET', path: '/need-rounds/{roundId}/answers/xlsx', summary: 'The board as Excel' })
    .input(roundId.extend(boardInput.shape))
    .output(file),

  answer: procedure
    .meta({ can: 'needs.read' })
    .route({
      method: 'GET',
      path: '/need-answers/{answerId}',
      summary: 'A unit’s form: its lines, what it asked last, who lacks what',
    })
    .input(answerId)
    .output(answerPage),
  markOpened: procedure
    .meta({ can: 'needs.answer' })
    .route({
      method: 'POST',
      path: '/need-answers/{answerId}/opened',
      summary: 'The unit has opened its form; the first time is kept',
    })
    .input(answerId)
    .output(z.object({ openedAt: instant })),
  addLine: procedure
    .meta({ can: 'needs.answer' })
    .route({ method: 'POST', path: '/need-answers/{answerId}/needs', summary: 'Add a need' })
    .input(answerId.extend(needInput.shape))
    .output(need),
  editLine: procedure
    .meta({ can: 'needs.answer' })
    .route({ method: 'PUT', path: '/need-answers/{answerId}/needs/{needId}', summary: 'Change a need' })
    .input(answerId.extend({ needId: id, ...needInput.shape, ...seen }))
    .output(need),
  removeLine: procedure
    .meta({ can: 'needs.answer' })
    .route({
      method: 'POST',
      path: '/need-answers/{answerId}/needs/{needId}/remove',
      summary: 'Take a need out of the answer',
    })
    .input(answerId.extend({ needId: id, ...seen }))
    .output(z.object({ id })),
  submit: procedure
    .meta({ can: 'needs.answer' })
    .route({
      method: 'POST',
      path: '/need-answers/{answerId}/submit',
      summary: 'Submit the answer to the unit’s head; or say that there is no need',
    })
    .input(answerId.extend(submitInput.shape))
    .output(answerRow),
  confirm: procedure
    .meta({ can: 'needs.confirm' })
    .route({ method: 'POST', path: '/need-answers/{answerId}/confirm', summary: 'The head confirms' })
    .input(answerId.extend(seen))
    .output(answerRow),
  sendBack: procedure
    .meta({ can: 'needs.confirm' })
    .route({
      method: 'POST',
      path: '/need-answers/{answerId}/send-back',
      summary: 'The head sends it back to the coordinator',
    })
    .input(answerId.extend({ reason, ...seen }))
    .output(answerRow),
  return: procedure
    .meta({ can: 'needs.return' })
    .route({
      method: 'POST',
      path: '/need-answers/{answerId}/return',
      summary: 'The school returns the answer with a reason',
    })
    .input(answerId.extend({ reason, ...seen }))
    .output(answerRow),
  template: procedure
    .meta({ can: 'needs.read' })
    .route({
      method: 'GET',
      path: '/need-answers/{answerId}/template',
      summary: 'The unit’s workbook to fill in: drop-downs, example, notes, and what stands there already',
    })
    .input(answerId)
    .output(file),

  matrix: procedure
    .meta({ can: 'needs.read' })
    .route({
      method: 'GET',
      path: '/need-rounds/{roundId}/matrix',
      summary: 'Programme × unit, against the year before and against who lacks what',
    })
    .input(roundId.extend(matrixInput.shape))
    .output(matrix),
  matrixXlsx: procedure
    .meta({ can: 'needs.read' })
    .route({ method: 'GET', path: '/need-rounds/{roundId}/matrix/xlsx', summary: 'The matrix as Excel' })
    .input(roundId.extend(matrixInput.shape))
    .output(file),
  matrixDocx: procedure
    .meta({ can: 'needs.read' })
    .route({ method: 'GET', path: '/need-rounds/{roundId}/matrix/docx', summary: 'The sums as a Word file' })
    .input(roundId.extend(matrixInput.shape))
    .output(file),
  needs: procedure
    .meta({ can: 'needs.read' })
    .route({ method: 'GET', path: '/need-rounds/{roundId}/needs', summary: 'The lines behind a sum' })
    .input(roundId.extend(needsInput.shape))
    .output(listOf(need)),
  needsXlsx: procedure
    .meta({ can: 'needs.read' })
    .route({ method: 'GET', path: '/need-rounds/{roundId}/needs/xlsx', summary: 'The lines as Excel' })
    .input(roundId.extend(needsInput.shape))
    .output(file),
  duplicates: procedure
    .meta({ can: 'needs.read' })
    .route({
      method: 'GET',
      path: '/need-rounds/{roundId}/duplicates',
      summary: 'People asked for by two units, or for two programmes at once',
    })
    .input(roundId)
    .output(z.array(duplicate)),
  divided: procedure
    .meta({ can: 'needs.rounds' })
    .route({
      method: 'GET',
      path: '/need-rounds/{roundId}/divided',
      summary: 'Needs of units that were divided or dissolved since',
    })
    .input(roundId)
    .output(z.array(divided)),
  place: procedure
    .meta({ can: 'needs.rounds' })
    .route({
      method: 'POST',
      path: '/needs/{needId}/place',
      summary: 'Decide with which successor a need goes on',
    })
    .input(z.object({ needId: id, unitId: id }))
    .output(z.object({ id })),
}
