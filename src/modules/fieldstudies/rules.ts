import type { Day } from '../../pure/day.ts'
import type { visitStates, visitVerbs } from './contract.ts'

export type VisitState = (typeof visitStates)[number]
export type VisitVerb = (typeof visitVerbs)[number]
type Facts = { state: VisitState; fromOn: Day; lastOn: Day; today: Day }

const rightOf: Record<VisitVerb, string> = {
  edit: 'fieldStudies.edit',
  ask: 'fieldStudies.edit',
  answer: 'fieldStudies.answer',
  hold: 'fieldStudies.edit',
  report: 'fieldStudies.edit',
  remark: 'fieldStudies.answer',
  cancel: 'fieldStudies.edit',
}

/**
 * Why a step of a visit may not be taken now, as the code of a sentence; null when it may. A host may change its mind until the
 * class sets out; a report is written from the last day on.
 */
export function refusalOf(verb: VisitVerb, { state, fromOn, lastOn, today }: Facts): string | null {
  if (state === 'cancelled') return 'fieldStudies.cancelled'
  switch (verb) {
    case 'edit':
    case 'cancel':
      return state === 'held' ? 'fieldStudies.heldAlready' : null
    case 'ask':
      return state === 'draft' || state === 'declined' ? null : 'fieldStudies.askedAlready'
    case 'answer':
      if (state === 'draft') return 'fieldStudies.notAsked'
      if (state === 'held') return 'fieldStudies.heldAlready'
      return today > fromOn && state !== 'asked' ? 'fieldStudies.tooLateToAnswer' : null
    case 'hold':
      if (state === 'held') return 'fieldStudies.heldAlready'
      if (state !== 'agreed') return 'fieldStudies.notAgreed'
      return today < lastOn ? 'fieldStudies.notOver' : null
    case 'report':
    case 'remark':
      return state === 'held' ? null : 'fieldStudies.notHeld'
  }
}

/** The steps that somebody with these rights may take now, in the order of a visit's life. */
export const stepsOf = (facts: Facts, rights: readonly string[], verbs: readonly VisitVerb[]): VisitVerb[] =>
  verbs.filter((verb) => rights.includes(rightOf[verb]) && refusalOf(verb, facts) === null)

/** Topics as they are typed or pasted, one a line: tidied, without empty ones and repetitions, in their order. */
export function topicsOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^[\s\-–•*]+/, '').trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}
