import * as z from 'zod'
import { day } from '../../../pure/schema.ts'
import { tag } from '../../regulations/contract.ts'

/** đúng đối tượng · đủ tiêu chuẩn (four) · rõ nguồn quy hoạch; of a foreign learner only the admission document. */
export const criteria = [
  'targetGroup',
  'party',
  'education',
  'age',
  'ratings',
  'planningSource',
  'admissionDocument',
] as const
export const criterion = z.enum(criteria)

export const results = ['met', 'unmet', 'unknown', 'waived'] as const
export const result = z.enum(results)

/** `notJudged`: no rule set speaks of this class, person or day. */
export const overalls = ['met', 'unmet', 'unknown', 'notJudged'] as const
export const overall = z.enum(overalls)

/** What was found, as the key of a sentence. */
export const evidenceCodes = [
  'foreign',
  'noPost',
  'postInGroup',
  'postOutsideGroups',
  'onlyWhenHeld',
  'yearsNotKnown',
  'unitNotKnown',
  'official',
  'officialLater',
  'officialNotKnown',
  'admitted',
  'admittedLater',
  'noMember',
  'partyNotKnown',
  'educated',
  'educatedLess',
  'educatedAsMinority',
  'educationNotKnown',
  'ethnicityNotKnown',
  'oldEnough',
  'tooYoung',
  'sexNotKnown',
  'birthNotKnown',
  'birthNotExact',
  'modeNotKnown',
  'ratedWell',
  'ratedLow',
  'ratingMissing',
  'ratingsContradict',
  'appointed',
  'planned',
  'plannedLater',
  'plannedNoMore',
  'heldLater',
  'heldNoMore',
  'pastTerm',
  'planningWithoutDecision',
  'postWithoutDecision',
] as const
export const evidenceCode = z.enum(evidenceCodes)

/** What would settle a criterion, and who can bring it. */
export const missings = [
  'post',
  'otherGround',
  'serviceYears',
  'unitLevel',
  'partyDays',
  'partyOfficialDay',
  'education',
  'ethnicity',
  'birth',
  'birthDay',
  'sex',
  'mode',
  'otherMode',
  'rating',
  'ratingTrack',
  'planning',
  'planningDecision',
  'postDecision',
  'admissionDocument',
] as const
export const missing = z.enum(missings)
export const fromWhom = z.enum(['unit', 'school', 'committee'])

export const verdict = z.object({
  criterion,
  result,
  /** Null in place of what this reader may not see. */
  evidence: z
    .object({ code: evidenceCode, params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  /** The article: the rule set's document, the row by which it was judged, where it was seen. */
  source: z
    .object({ document: z.string(), code: z.string(), text: z.string(), seenIn: z.string(), tag })
    .nullable(),
  missing: missing.nullable(),
  from: fromWhom.nullable(),
  /** Too young for the mode of study: the mode that is proposed instead. */
  proposal: z.enum(['fullTime']).optional(),
  /** The decision by which the criterion was waived. */
  waivedBy: z.object({ number: z.string(), on: day }).optional(),
})

export type Criterion = z.infer<typeof criterion>
export type Result = z.infer<typeof result>
export type Overall = z.infer<typeof overall>
export type EvidenceCode = z.infer<typeof evidenceCode>
export type Missing = z.infer<typeof missing>
export type Verdict = z.infer<typeof verdict>
