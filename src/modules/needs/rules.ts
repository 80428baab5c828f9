import type { Day } from '../../pure/day.ts'

export type RoundState = 'draft' | 'open' | 'closed'
export type AnswerState = 'asked' | 'draft' | 'submitted' | 'confirmed' | 'returned'
export type RoundStep = 'edit' | 'open' | 'extend' | 'close'
export type AnswerStep = 'edit' | 'submit' | 'confirm' | 'sendBack' | 'return'

export const rightOfAnswerStep: Record<AnswerStep, string> = {
  edit: 'needs.answer',
  submit: 'needs.answer',
  confirm: 'needs.confirm',
  sendBack: 'needs.confirm',
  return: 'needs.return',
}

/** Why a step of a round may not be taken now, as the code of a sentence; null when it may. */
export function refusalOfRound(step: RoundStep, state: RoundState): string | null {
  if (step === 'edit') return state === 'closed' ? 'needs.roundClosed' : null
  if (step === 'open') return state === 'draft' ? null : 'needs.alreadyOpened'
  if (step === 'extend') return state === 'draft' ? 'needs.notOpenedYet' : null
  return state === 'open' ? null : state === 'draft' ? 'needs.notOpenedYet' : 'needs.roundClosed'
}

export type AnswerFacts = { state: AnswerState; roundState: RoundState }

/**
 * Why a step of an answer may not be taken now, or null. Answers come and change while the round is open, after its closing
 * day too (they are late then); what was submitted waits for the head, what was confirmed for the school.
 */
export function refusalOfAnswer(step: AnswerStep, { state, roundState }: AnswerFacts): string | null {
  if (roundState === 'draft') return 'needs.notOpenedYet'
  if (roundState === 'closed') return 'needs.roundClosed'
  if (step === 'edit' || step === 'submit') {
    if (state === 'submitted') return 'needs.waitsForHead'
    return state === 'confirmed' ? 'needs.alreadyConfirmed' : null
  }
  if (step === 'confirm' || step === 'sendBack') {
    if (state === 'confirmed') return 'needs.alreadyConfirmed'
    return state === 'submitted' ? null : 'needs.notSubmitted'
  }
  return state === 'submitted' || state === 'confirmed' ? null : 'needs.notSubmitted'
}

/** The verdict on every step that the rights allow at all, in the order of an answer's life. */
export const answerVerdicts = (
  facts: AnswerFacts,
  rights: readonly string[],
): { step: AnswerStep; refusal: string | null }[] =>
  (['edit', 'submit', 'confirm', 'sendBack', 'return'] as const)
    .filter((step) => rights.includes(rightOfAnswerStep[step]))
    .map((step) => ({ step, refusal: refusalOfAnswer(step, facts) }))

export const roundVerdicts = (
  state: RoundState,
  rights: readonly string[],
): { step: RoundStep; refusal: string | null }[] =>
  rights.includes('needs.rounds')
    ? (['edit', 'open', 'extend', 'close'] as const).map((step) => ({
        step,
        refusal: refusalOfRound(step, state),
      }))
    : []

/** May the closing day be put off to this day? It moves forward only, and not into the past. */
export function refusalOfExtension(closesOn: Day, toDay: Day, today: Day): string | null {
  if (toDay <= closesOn) return 'needs.extendLater'
  return toDay < today ? 'needs.extendPast' : null
}

export type Line = {
  programmeId: number
  modeCode: string
  targetGroup: string
  postTitle: string | null
}

/** What makes two lines of one answer the same need: programme, mode, target group and post. */
export const lineKey = (line: Line): string =>
  [line.programmeId, line.modeCode, line.targetGroup, (line.postTitle ?? '').toLocaleLowerCase('vi')].join(
    '|',
  )
