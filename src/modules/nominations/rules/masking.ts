import type { EvidenceCode, Verdict } from '../contract/verdict.ts'

/** What was found tells a value that is masked elsewhere (Party, ethnicity, rating): nothing of it is shown. */
const tells: ReadonlySet<EvidenceCode> = new Set([
  'official',
  'officialLater',
  'officialNotKnown',
  'admitted',
  'admittedLater',
  'noMember',
  'educatedAsMinority',
  'ratedWell',
  'ratedLow',
])

/** Of these the years are shown, not how somebody was rated in them. */
const open: Partial<Record<EvidenceCode, readonly string[]>> = {
  ratingMissing: ['years', 'at'],
  ratingsContradict: ['years', 'at'],
}

/**
 * A verdict as whoever may not see the values reads it: the result, the article, what is missing and from whom; of the evidence
 * what names no value. Planning is masked as a whole: of a planned post only that it is one.
 */
export function maskVerdict(verdict: Verdict): Verdict {
  const { evidence } = verdict
  if (!evidence) return verdict
  if (tells.has(evidence.code)) return { ...verdict, evidence: null }
  const keep = open[evidence.code]
  const params = Object.fromEntries(
    Object.entries(evidence.params).filter(([name]) => {
      if (keep) return keep.includes(name)
      const isOfPlanning =
        evidence.params.basis === 'planned' || /^planned|^planning|^pastTerm/.test(evidence.code)
      return !isOfPlanning || name === 'basis'
    }),
  )
  return { ...verdict, evidence: { code: evidence.code, params } }
}
