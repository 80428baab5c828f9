import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { day, file, id, instant, listInput, listOf, reason } from '../../pure/schema.ts'
import {
  editNoticeInput,
  notice,
  noticeInput,
  noticeRow,
  noticesInput,
  quotasInput,
  setting,
  settingInput,
} from './contract/notices.ts'
import { criterion, overall, overalls, result, verdict } from './contract/verdict.ts'

export const nominationStates = [
  'draft',
  'submitted',
  'returned',
  'checked',
  'admitted',
  'waiting',
  'refused',
  'withdrawn',
] as const
export const nominationState = z.enum(nominationStates)
export const bases = ['held', 'planned'] as const
export const reviewActs = ['check', 'return', 'admit', 'wait', 'refuse', 'release'] as const
export const checkCauses = ['made', 'submitted', 'facts', 'pressed', 'exception'] as const
export const allocationRules = ['rank', 'lot'] as const
/** By what a waiting list is ranked, the first that tells two people apart deciding; from the files, so that it can be done again. */
export const rankCriteria = ['planned', 'higherPost', 'unitShare', 'signedFirst', 'older', 'younger'] as const

/** What somebody should see before anybody else does; it forbids nothing. */
export const concern = z.object({
  kind: z.enum(['otherUnit', 'otherClass', 'learning', 'otherFile', 'unitLoad', 'overSeats']),
  /** The other class, unit or file, in words. */
  about: z.string(),
})

const chip = z.object({ criterion, result })

export const nominationRow = z.object({
  id,
  noticeId: id,
  classId: id,
  classCode: z.string(),
  unitId: id,
  unit: z.string(),
  personId: id,
  fullName: z.string(),
  /** As was given when the person was nominated. */
  postTitle: z.string(),
  basis: z.enum(bases),
  sentOn: day,
  state: nominationState,
  overall: overall.nullable(),
  proposal: z.enum(['fullTime']).nullable(),
  chips: z.array(chip),
  opinion: z.enum(['agrees', 'objects']).nullable(),
  waitOrder: z.number().int().nullable(),
  concerns: z.array(concern),
  version: z.number().int(),
})

export const nominationCheck = z.object({
  id,
  madeAt: instant,
  madeBy: z.string().nullable(),
  cause: z.enum(checkCauses),
  ruleSet: z.string().nullable(),
  /** Of the rule set's whole content, which is kept with it. */
  ruleHash: z.string().nullable(),
  overall,
  verdicts: z.array(verdict),
})

export const exception = z.object({
  id,
  criterion,
  number: z.string(),
  on: day,
  issuer: z.string(),
  reason: z.string(),
  madeBy: z.string().nullable(),
  madeAt: instant,
})

export const step = z.object({
  id,
  at: instant,
  by: z.string().nullable(),
  kind: z.enum([
    'made',
    'edited',
    'signed',
    'checked',
    'returned',
    'admitted',
    'movedUp',
    'waiting',
    'refused',
    'withdrawn',
    'released',
    'agreed',
    'objected',
    'excepted',
    'rechecked',
    'enrolled',
  ]),
  reason: z.string().nullable(),
})

export const nominationVerbs = [
  'edit',
  'sign',
  'withdraw',
  'recheck',
  'except',
  'opinion',
  'unmask',
  ...reviewActs,
] as const

export const nomination = nominationRow.omit({ chips: true }).extend({
  className: z.string(),
  programme: z.string(),
  note: z.string(),
  isForeign: z.boolean(),
  postId: id.nullable(),
  /** The newest check; values that this reader may not see are left out of it. */
  check: nominationCheck.nullable(),
  checks: z.array(nominationCheck.omit({ verdicts: true })),
  exceptions: z.array(exception),
  steps: z.array(step),
  commitment: z.string().nullable(),
  signedBy: z.string().nullable(),
  signedAt: instant.nullable(),
  answerReason: z.string().nullable(),
  opinionReason: z.string().nullable(),
  can: z.array(z.enum(nominationVerbs)),
})

export const nominationsInput = listInput(['name', 'unit', 'state', 'order'], 'name').extend({
  noticeId: id.optional(),
  classId: id.optional(),
  unitId: id.optional(),
  state: z.enum([...nominationStates, 'open', 'toReview']).optional(),
  overall: z.enum(overalls).optional(),
  /** Whoever does not meet, or is not known to meet, this criterion. */
  criterion: criterion.optional(),
})

export const candidate = z.object({
  personId: id,
  fullName: z.string(),
  born: z.string(),
  unit: z.string(),
  posts: z.array(z.object({ id, title: z.string(), unit: z.string() })),
  isNominated: z.boolean(),
  concerns: z.array(concern),
})

const note = z.string().trim().max(1000, 'field.tooLong').default('')
const grounds = {
  basis: z.enum(bases).default('held'),
  /** Which of the posts that are held; absent: the one that fits best. */
  postId: id.optional(),
  /** Another sending date than the notice's. */
  sentOn: day.optional(),
  isForeign: z.boolean().default(false),
  note,
}
export const nominateInput = z.object({
  noticeId: id,
  personId: id,
  /** The unit that nominates, one that was asked; absent: the only one within reach. */
  unitId: id.optional(),
  /** Takes the place of an earlier nomination of the same unit, which is withdrawn. */
  replacesId: id.optional(),
  ...grounds,
})
export const editInput = z.object({ nominationId: id, version: z.number().int(), ...grounds })

/** Which nominations, each as it was seen. */
const items = z
  .array(z.object({ nominationId: id, version: z.number().int() }))
  .min(1, 'nominations.chooseSomebody')
  .max(2000, 'field.tooLong')
/** True: tells what would happen, and changes nothing. */
const isPreview = z.boolean().default(false)

export const signInput = z.object({ items, commitment: reason, isPreview })
export const withdrawInput = z.object({ items, reason, isPreview })
export const reviewInput = z.object({
  items,
  act: z.enum(reviewActs),
  reason: z.string().trim().max(1000, 'field.tooLong').default('').meta({ kind: 'text' }),
  isPreview,
})
export const opinionInput = z.object({
  items,
  agrees: z.boolean(),
  reason: z.string().trim().max(1000, 'field.tooLong').default('').meta({ kind: 'text' }),
  isPreview,
})

/** What happens to each: `problem` null where the step is taken, else the sentence that says why not. */
export const outcome = z.object({
  rows: z.array(
    z.object({
      nominationId: id,
      fullName: z.string(),
      unit: z.string(),
      problem: z.object({ code: z.string(), sentence: z.string() }).nullable(),
    }),
  ),
  done: z.number().int(),
  refused: z.number().int(),
  isPreview: z.boolean(),
})

const optionalLine = (max: number) => z.string().trim().max(max, 'field.tooLong').default('')
export const exceptInput = z.object({
  nominationId: id,
  version: z.number().int(),
  criterion,
  number: optionalLine(100),
  on: day.optional(),
  issuer: optionalLine(300),
  reason: z.string().trim().max(1000, 'field.tooLong').default('').meta({ kind: 'text' }),
})

export const allocateInput = z.object({
  noticeId: id,
  rule: z.enum(allocationRules),
  criteria: z.array(z.enum(rankCriteria)).max(6).default([]),
  /** Of a lot: what was drawn or agreed in the open; the same seed gives the same order. */
  seed: optionalLine(100),
  isPreview,
})
export const allocation = z.object({
  id: id.nullable(),
  rule: z.enum(allocationRules),
  criteria: z.array(z.enum(rankCriteria)),
  seed: z.string(),
  madeBy: z.string().nullable(),
  madeAt: instant.nullable(),
  order: z.array(
    z.object({
      nominationId: id,
      fullName: z.string(),
      unit: z.string(),
      place: z.number().int(),
      why: z.string(),
    }),
  ),
})

const one = z.object({ nominationId: id })
const oneNotice = z.object({ noticeId: id })

export const nominationsContract = {
  notices: procedure
    .meta({ can: 'nominations.read' })
    .route({
      method: 'GET',
      path: '/admission-notices',
      summary: 'Admission notices; of a unit those that ask it',
    })
    .input(noticesInput)
    .output(listOf(noticeRow)),
  noticesXlsx: procedure
    .meta({ can: 'nominations.read', slow: true })
    .route({ method: 'GET', path: '/admission-notices/xlsx', summary: 'The same list as a workbook' })
    .input(noticesInput)
    .output(file),
  notice: procedure
    .meta({ can: 'nominations.read' })
    .route({
      method: 'GET',
      path: '/admission-notices/{noticeId}',
      summary: 'One notice with the seats of each unit; of a unit its own',
    })
    .input(oneNotice)
    .output(notice),
  makeNotice: procedure
    .meta({ can: 'nominations.review' })
    .route({ method: 'POST', path: '/admission-notices', summary: 'Begin the admission of a class' })
    .input(noticeInput)
    .output(notice),
  editNotice: procedure
    .meta({ can: 'nominations.review' })
    .route({ method: 'PUT', path: '/admission-notices/{noticeId}', summary: 'Change a notice' })
    .input(editNoticeInput)
    .output(notice),
  setQuotas: procedure
    .meta({ can: 'nominations.review' })
    .route({
      method: 'PUT',
      path: '/admission-notices/{noticeId}/quotas',
      summary: 'The units that are asked, and how many seats each has',
    })
    .input(quotasInput)
    .output(notice),
  issueNotice: procedure
    .meta({ can: 'nominations.review' })
    .route({
      method: 'POST',
      path: '/admission-notices/{noticeId}/issue',
      summary: 'Issue a notice: the units that are asked see it and may nominate',
    })
    .input(oneNotice.extend({ version: z.number().int() }))
    .output(notice),
  closeNotice: procedure
    .meta({ can: 'nominations.review' })
    .route({
      method: 'POST',
      path: '/admission-notices/{noticeId}/close',
      summary: 'Close a notice: nobody is nominated or mended any more',
    })
    .input(oneNotice.extend({ version: z.number().int() }))
    .output(notice),
  list: procedure
    .meta({ can: 'nominations.read' })
    .route({
      method: 'GET',
      path: '/nominations',
      summary: 'Nominations with a verdict on each criterion; of a unit its own',
    })
    .input(nominationsInput)
    .output(listOf(nominationRow)),
  xlsx: procedure
    .meta({ can: 'nominations.read', slow: true })
    .route({
      method: 'GET',
      path: '/nominations/xlsx',
      summary: 'The same list as a workbook, as filtered, without what is masked',
    })
    .input(nominationsInput)
    .output(file),
  get: procedure
    .meta({ can: 'nominations.read' })
    .route({
      method: 'GET',
      path: '/nominations/{nominationId}',
      summary:
        'One nomination with its verdicts, exceptions and history; values that are masked are left out',
    })
    .input(one)
    .output(nomination),
  candidates: procedure
    .meta({ can: 'nominations.edit' })
    .route({
      method: 'GET',
      path: '/admission-notices/{noticeId}/candidates',
      summary: 'People of the unit who can be nominated, by name',
    })
    .input(oneNotice.extend({ q: z.string().trim().max(200).default(''), unitId: id.optional() }))
    .output(z.array(candidate)),
  nominate: procedure
    .meta({ can: 'nominations.edit' })
    .route({ method: 'POST', path: '/nominations', summary: 'Nominate somebody of the own unit for a class' })
    .input(nominateInput)
    .output(nomination),
  edit: procedure
    .meta({ can: 'nominations.edit' })
    .route({
      method: 'PUT',
      path: '/nominations/{nominationId}',
      summary: 'Mend a nomination that is a draft or came back',
    })
    .input(editInput)
    .output(nomination),
  sign: procedure
    .meta({ can: 'nominations.sign' })
    .route({
      method: 'POST',
      path: '/nominations/sign',
      summary: 'The head sends nominations to the school and commits the unit to give time for study',
    })
    .input(signInput)
    .output(outcome),
  withdraw: procedure
    .meta({ can: 'nominations.edit' })
    .route({
      method: 'POST',
      path: '/nominations/withdraw',
      summary: 'The unit takes back nominations that are not decided',
    })
    .input(withdrawInput)
    .output(outcome),
  review: procedure
    .meta({ can: 'nominations.review', slow: true })
    .route({
      method: 'POST',
      path: '/nominations/review',
      summary: 'The school checks, returns, admits, refuses or puts on the waiting list, many at a time',
    })
    .input(reviewInput)
    .output(outcome),
  opinion: procedure
    .meta({ can: 'nominations.opinion' })
    .route({
      method: 'POST',
      path: '/nominations/opinion',
      summary: 'The Organisation Committee agrees, or objects with a reason',
    })
    .input(opinionInput)
    .output(outcome),
  recheck: procedure
    .meta({ can: 'nominations.recheck' })
    .route({
      method: 'POST',
      path: '/nominations/{nominationId}/recheck',
      summary: 'Check again on the facts as they are now; the earlier checks stay',
    })
    .input(one)
    .output(nomination),
  replay: procedure
    .meta({ can: 'nominations.read' })
    .route({
      method: 'GET',
      path: '/nomination-checks/{checkId}/replay',
      summary: 'The same rules on the same frozen facts, as on that day',
    })
    .input(z.object({ checkId: id }))
    .output(nominationCheck.extend({ nominationId: id, isSame: z.boolean() })),
  showEvidence: procedure
    .meta({ can: 'people.unmask' })
    .route({
      method: 'POST',
      path: '/nominations/{nominationId}/evidence',
      summary: 'The newest check with the masked values, for a reason; the reading is recorded',
    })
    .input(one.extend({ reason }))
    .output(nominationCheck),
  except: procedure
    .meta({ can: 'nominations.except' })
    .route({
      method: 'POST',
      path: '/nominations/{nominationId}/exceptions',
      summary: 'Record a decision that waives a criterion: number, day, body and reason',
    })
    .input(exceptInput)
    .output(nomination),
  allocations: procedure
    .meta({ can: 'nominations.read' })
    .route({
      method: 'GET',
      path: '/admission-notices/{noticeId}/allocations',
      summary: 'By which rule the waiting list was ordered, each time, newest first',
    })
    .input(oneNotice)
    .output(z.array(allocation)),
  allocate: procedure
    .meta({ can: 'nominations.review' })
    .route({
      method: 'POST',
      path: '/admission-notices/{noticeId}/allocations',
      summary: 'Order the waiting list by stated criteria or by a documented lot',
    })
    .input(allocateInput)
    .output(allocation),
  moveUp: procedure
    .meta({ can: 'nominations.review' })
    .route({
      method: 'POST',
      path: '/admission-notices/{noticeId}/move-up',
      summary: 'Admit the first of the waiting list into a free place',
    })
    .input(oneNotice.extend({ reason: optionalLine(1000) }))
    .output(nomination),
  roster: procedure
    .meta({ can: 'people.unmask', slow: true })
    .route({
      method: 'POST',
      path: '/admission-notices/{noticeId}/roster',
      summary: 'Danh sách trích ngang with what is masked elsewhere, for a reason; each reading is recorded',
    })
    .input(
      oneNotice.extend({
        unitId: id.optional(),
        state: z.enum(['open', 'admitted']).default('open'),
        reason,
      }),
    )
    .output(file),
  setting: procedure
    .meta({ can: 'nominations.read' })
    .route({ method: 'GET', path: '/nomination-setting', summary: 'What nominations are warned about' })
    .output(setting),
  setSetting: procedure
    .meta({ can: 'nominations.review' })
    .route({ method: 'PUT', path: '/nomination-setting', summary: 'Change what is warned about' })
    .input(settingInput)
    .output(setting),
}
