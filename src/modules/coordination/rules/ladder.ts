import { type Day, daysBetween } from '../../../pure/day.ts'
import type { audiences } from '../contract.ts'

export type Step = { audience: (typeof audiences)[number]; offsetDays: number; byMail: boolean }

const ofUnits: readonly Step['audience'][] = ['coordinator', 'deputy', 'head', 'committee']
const ofHeads: readonly Step['audience'][] = ['deputy', 'head']
const ofSchool: readonly Step['audience'][] = ['office', 'leaders']

/**
 * Who may stand on the ladder for such a subject: what a unit owes climbs in the unit, what the school owes in
 * the school; what only the head can do is asked of the head and the deputy.
 */
export const audiencesFor = (subjectKind: string): readonly Step['audience'][] =>
  subjectKind === 'schoolCommitment' || subjectKind === 'approvalEnding'
    ? ofSchool
    : subjectKind === 'needConfirmation'
      ? ofHeads
      : ofUnits

/** Why these steps make no ladder, as the code of a problem; null when they do. */
export function faultOfSteps(subjectKind: string, steps: readonly Step[]): string | null {
  if (steps.some((step) => !audiencesFor(subjectKind).includes(step.audience)))
    return 'coordination.wrongAudience'
  const names = steps.map((step) => `${step.audience} ${step.offsetDays}`)
  return new Set(names).size < names.length ? 'coordination.stepTwice' : null
}

/** Nobody is reminded on Saturdays, Sundays and holidays. What was due then goes out on the next working day. */
export function isQuiet(day: Day, isHoliday: boolean): boolean {
  const weekday = daysBetween(aMonday, day) % 7
  return isHoliday || (weekday + 7) % 7 >= 5
}

const aMonday = '2024-01-01'
