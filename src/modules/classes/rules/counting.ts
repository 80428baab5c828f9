import { type Day, yearOf } from '../../../pure/day.ts'

export type CountsAs = 'opened' | 'carriedOver' | 'notCounted'

/**
 * How a class counts in a year by its dates alone: opened in the year of its opening, carried over into each later year in
 * which it runs, not at all before, after, or when it was called off before it began (domain.md §9).
 * The database's `class_counts_as()` says the same and adds the corrections.
 */
export function countsByDates(
  found: { opensOn: Day; closesOn?: Day | null | undefined; cancelledOn?: Day | null },
  year: number,
): CountsAs {
  const opened = yearOf(found.opensOn)
  const last = Math.min(
    found.closesOn ? yearOf(found.closesOn) : opened,
    found.cancelledOn ? yearOf(found.cancelledOn) : Number.POSITIVE_INFINITY,
  )
  if (found.cancelledOn && found.cancelledOn <= found.opensOn) return 'notCounted'
  if (year < opened || year > last) return 'notCounted'
  return year === opened ? 'opened' : 'carriedOver'
}

/** Why these facts cannot stand together, as codes of problems with their field; empty when they can. */
export function refusalsOf(facts: {
  opensOn: Day
  closesOn?: Day | undefined
  basis: 'plan' | 'policy'
  policyIssuer?: string | undefined
  policyNumber?: string | undefined
  policyOn?: Day | undefined
  policyTitle?: string | undefined
  planLineKey?: string | undefined
}): { path: string; code: string; params: Record<string, unknown> }[] {
  const found = []
  if (facts.closesOn && facts.closesOn < facts.opensOn) {
    found.push({
      path: 'closesOn',
      code: 'classes.closesBeforeItOpens',
      params: { opensOn: facts.opensOn, closesOn: facts.closesOn },
    })
  } else if (facts.closesOn && yearOf(facts.closesOn) - yearOf(facts.opensOn) > 9) {
    found.push({
      path: 'closesOn',
      code: 'classes.tooLong',
      params: { opensOn: facts.opensOn, closesOn: facts.closesOn },
    })
  }
  if (facts.basis === 'policy' && !facts.policyIssuer) {
    found.push({ path: 'policyIssuer', code: 'classes.policyIssuerMissing', params: {} })
  }
  if (
    facts.basis === 'plan' &&
    (facts.policyIssuer || facts.policyNumber || facts.policyOn || facts.policyTitle)
  ) {
    found.push({ path: 'basis', code: 'classes.policyBesidesPlan', params: {} })
  }
  if (facts.basis === 'policy' && facts.planLineKey !== undefined) {
    found.push({ path: 'basis', code: 'classes.planLineBesidesPolicy', params: {} })
  }
  return found
}
