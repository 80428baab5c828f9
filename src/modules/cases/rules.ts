import type { caseSides, caseStates, caseVerbs } from './contract.ts'

export type CaseState = (typeof caseStates)[number]
export type CaseVerb = (typeof caseVerbs)[number]
export type CaseSide = (typeof caseSides)[number]

/** What decides who may do what: how the case stands, and what the reader is to it. */
export type CaseFacts = {
  state: CaseState
  hasOwner: boolean
  isOwner: boolean
  isRaiser: boolean
  isSensitive: boolean
  /** Holds `cases.manage`: sees to it that every case has somebody. */
  manages: boolean
  side: CaseSide
}

/** How many days a case has where nobody says otherwise. To be confirmed by the school: no regulation names a number. */
export const usualDays = 7

/**
 * Why a step may not be taken, as the code of a sentence; null when it may. The owner and the training office lead a case;
 * whoever raised it may take it back until something is decided; who sees it may write, and open it again.
 */
export function refusalOf(verb: CaseVerb, facts: CaseFacts): string | null {
  const isClosed = facts.state === 'solved' || facts.state === 'withdrawn'
  if (verb === 'reopen') return isClosed ? null : 'cases.notClosed'
  if (isClosed) return 'cases.closed'
  const leads = facts.isOwner || facts.manages
  switch (verb) {
    case 'write':
      return null
    case 'take':
      if (facts.hasOwner) return 'cases.hasOwner'
      return facts.side === 'learner' || facts.side === 'committee' ? 'cases.notLeading' : null
    case 'withdraw':
      if (!facts.isRaiser && !facts.manages) return 'cases.notRaiser'
      return facts.state === 'open' ? null : 'cases.decidedAlready'
    case 'name':
      if (!facts.isSensitive) return 'cases.notSensitive'
      return leads || facts.isRaiser ? null : 'cases.notLeading'
    case 'shut':
      return leads || facts.isRaiser ? null : 'cases.notLeading'
    default:
      return leads ? null : 'cases.notLeading'
  }
}

/** The steps that this reader may take now. */
export const stepsOf = (facts: CaseFacts, verbs: readonly CaseVerb[]): CaseVerb[] =>
  verbs.filter((verb) => refusalOf(verb, facts) === null)
