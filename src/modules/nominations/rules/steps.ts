import type { Day } from '../../../pure/day.ts'
import type { noticeStates, noticeVerbs } from '../contract/notices.ts'
import type { Overall } from '../contract/verdict.ts'
import type { nominationStates, nominationVerbs } from '../contract.ts'

export type NominationState = (typeof nominationStates)[number]
export type NominationVerb = (typeof nominationVerbs)[number]
export type NoticeVerb = (typeof noticeVerbs)[number]
export type Refusal = { code: string; params?: Record<string, unknown> }

export type StepFacts = {
  state: NominationState
  overall: Overall | null
  opinion: 'agrees' | 'objects' | null
  opinionReason: string | null
  isEnrolled: boolean
  noticeState: (typeof noticeStates)[number]
  deadlineOn: Day
  today: Day
}

/** Steps from which each may be taken. */
const from: Record<NominationVerb, readonly NominationState[]> = {
  edit: ['draft', 'returned'],
  sign: ['draft', 'returned'],
  withdraw: ['draft', 'returned', 'submitted', 'checked', 'waiting'],
  recheck: ['draft', 'returned', 'submitted', 'checked', 'waiting'],
  except: ['draft', 'returned', 'submitted', 'checked', 'waiting'],
  opinion: ['submitted', 'checked', 'waiting'],
  unmask: ['draft', 'returned', 'submitted', 'checked', 'waiting', 'admitted', 'refused', 'withdrawn'],
  check: ['submitted'],
  return: ['submitted', 'checked', 'waiting'],
  admit: ['checked', 'waiting'],
  wait: ['checked'],
  refuse: ['submitted', 'checked', 'waiting'],
  release: ['admitted'],
}

/**
 * Why a step of a nomination may not be taken now; null when it may. The sending unit owns its nominations until the decision. A
 * draft is sent by the deadline; what came back may be mended until the notice closes.
 */
export function refusalOf(verb: NominationVerb, facts: StepFacts): Refusal | null {
  const { state, noticeState, deadlineOn, today } = facts
  if (verb === 'release' && facts.isEnrolled) return { code: 'nominations.enrolledAlready' }
  if (!from[verb].includes(state)) return { code: 'nominations.notNow', params: { state } }
  if (verb === 'edit' || verb === 'sign') {
    if (noticeState !== 'issued') return { code: 'nominations.noticeClosed' }
    if (state === 'draft' && today > deadlineOn) return { code: 'nominations.late', params: { deadlineOn } }
  }
  return null
}

/** What an admission needs besides its turn: a verdict that allows it, no objection, a free place. */
export function refusalOfAdmission(
  facts: StepFacts,
  about: { freeSeats: number | null; seats: number | null; reason: string; otherClass: string | null },
): Refusal | null {
  const refusal = refusalOf('admit', facts)
  if (refusal) return refusal
  if (facts.overall === 'unmet') return { code: 'nominations.unmet' }
  if (facts.opinion === 'objects')
    return { code: 'nominations.objected', params: { reason: facts.opinionReason ?? '' } }
  if (facts.overall === 'unknown' && about.reason.length < 5) return { code: 'nominations.unknownSaysWhy' }
  if (about.otherClass !== null)
    return { code: 'nominations.twoCourses', params: { about: about.otherClass } }
  if (about.freeSeats !== null && about.freeSeats <= 0)
    return { code: 'nominations.full', params: { seats: about.seats } }
  return null
}

export const rightOf: Record<NominationVerb, string> = {
  edit: 'nominations.edit',
  sign: 'nominations.sign',
  withdraw: 'nominations.edit',
  recheck: 'nominations.recheck',
  except: 'nominations.except',
  opinion: 'nominations.opinion',
  unmask: 'people.unmask',
  check: 'nominations.review',
  return: 'nominations.review',
  admit: 'nominations.review',
  wait: 'nominations.review',
  refuse: 'nominations.review',
  release: 'nominations.review',
}

export const verbsOf = (
  facts: StepFacts,
  rights: readonly string[],
  verbs: readonly NominationVerb[],
): NominationVerb[] =>
  verbs.filter((verb) => rights.includes(rightOf[verb]) && refusalOf(verb, facts) === null)

/** Steps of a notice. */
export function refusalOfNotice(
  verb: NoticeVerb,
  notice: { state: (typeof noticeStates)[number]; deadlineOn: Day; quotaSeats: number },
  today: Day,
): Refusal | null {
  if (notice.state === 'closed') return { code: 'nominations.noticeClosed' }
  if (verb === 'issue') {
    if (notice.state !== 'draft') return { code: 'nominations.issuedAlready' }
    if (notice.quotaSeats === 0) return { code: 'nominations.nobodyAsked' }
    if (notice.deadlineOn < today) return { code: 'nominations.deadlinePast' }
  }
  if (verb === 'nominate') {
    if (notice.state !== 'issued') return { code: 'nominations.notIssued' }
    if (notice.deadlineOn < today)
      return { code: 'nominations.late', params: { deadlineOn: notice.deadlineOn } }
  }
  if (verb === 'allocate' && notice.state !== 'issued') return { code: 'nominations.notIssued' }
  return null
}
