import type { standings } from '../contract.ts'

type Standing = (typeof standings)[number]
export type CommitmentVerb = 'keep' | 'waive' | 'break' | 'reopen'

/** What must be known of a commitment and of who asks, to say what they may do with it. */
export type CommitmentFacts = {
  side: 'unit' | 'school'
  standing: Standing
  /** Kept by an answer elsewhere in Nhịp: nothing to do or undo here. */
  isByAnswer: boolean
  /** The asker acts for the school (sees all units), or for the unit. */
  asker: 'school' | 'unit'
  isPastDue: boolean
}

/**
 * Who owes it marks it as done, and the school may do so for a unit that sent its paper by post. Who it is owed to waives it
 * or says that it was not kept. What is settled can be opened again by the side that it is owed to, and by the school.
 */
export function verbsOf({ side, standing, isByAnswer, asker, isPastDue }: CommitmentFacts): CommitmentVerb[] {
  if (isByAnswer || standing === 'dropped') return []
  const isOwedToAsker = side !== asker
  const isUndone = standing === 'open' || standing === 'overdue' || standing === 'broken'
  const verbs: CommitmentVerb[] = []
  if (isUndone && (asker === 'school' || side === 'unit')) verbs.push('keep')
  if (isUndone && isOwedToAsker) verbs.push('waive')
  if (isUndone && isOwedToAsker && isPastDue) verbs.push('break')
  if (!isUndone && (isOwedToAsker || asker === 'school')) verbs.push('reopen')
  return verbs
}
