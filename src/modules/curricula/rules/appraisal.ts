import type * as z from 'zod'
import type { appraisal } from '../contract/appraisal.ts'

type Appraisal = Pick<z.infer<typeof appraisal>, 'members' | 'result'>

/** What a reader of the minutes would ask. None of it stops anybody: an odd number of members is a custom, not a rule that we know. */
export function remarksOf({ members, result }: Appraisal): z.infer<typeof appraisal>['remarks'] {
  return [
    ...(members.some((one) => one.role === 'chair') ? [] : (['noChair'] as const)),
    ...(members.some((one) => one.role === 'secretary') ? [] : (['noSecretary'] as const)),
    ...(members.length > 0 && members.length % 2 === 0 ? (['even'] as const) : []),
    ...(members.some((one) => one.verdict === null) ? (['opinionsMissing'] as const) : []),
    ...(result === null ? (['noConclusion'] as const) : []),
  ]
}
