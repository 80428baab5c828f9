import type * as z from 'zod'
import { addDays, type Day } from '../../pure/day.ts'
import type { dossierRow } from './contract/corps.ts'

export type DossierStep = z.infer<typeof dossierRow>['steps'][number]['step']
export type DossierFacts = {
  state: z.infer<typeof dossierRow>['state']
  guests: number
  submittedById: number | null
}

/** Which right each step of a dossier demands; in the order in which the page offers them. */
export const rightOfStep: Record<DossierStep, string> = {
  edit: 'corps.submit',
  drop: 'corps.submit',
  submit: 'corps.submit',
  return: 'corps.decide',
  decide: 'corps.decide',
  record: 'corps.record',
}

/** The code of the sentence that says why a step may not be taken now; null: it may. */
export function refusalOfStep(step: DossierStep, facts: DossierFacts, accountId: number): string | null {
  const lies = facts.state === 'submitted'
  if (facts.state === 'decided') return 'lecturers.dossierDecided'
  if (step === 'edit') return lies ? 'lecturers.dossierClosed' : null
  if (step === 'drop') return facts.state === 'draft' ? null : 'lecturers.dossierKept'
  if (step === 'submit')
    return lies ? 'lecturers.dossierClosed' : facts.guests === 0 ? 'lecturers.dossierEmpty' : null
  if (!lies) return 'lecturers.dossierNotSubmitted'
  return step !== 'record' && facts.submittedById === accountId ? 'lecturers.notYourOwn' : null
}

/** Steps that the rights allow at all, each with its refusal. */
export const stepsOf = (
  facts: DossierFacts,
  actor: { accountId: number; rights: readonly string[] },
): z.infer<typeof dossierRow>['steps'] =>
  (Object.keys(rightOfStep) as DossierStep[])
    .filter((step) => actor.rights.includes(rightOfStep[step]))
    .map((step) => ({ step, refusal: refusalOfStep(step, facts, actor.accountId) }))

/** The code of what is wrong with a period from `fromOn` to `lastOn`, both included; null: nothing. Ten years at most. */
export function faultOfPeriod(fromOn: Day, lastOn: Day): string | null {
  if (lastOn < fromOn) return 'lecturers.lastBeforeFirst'
  return lastOn > addDays(fromOn, 3659) ? 'lecturers.periodTooLong' : null
}
