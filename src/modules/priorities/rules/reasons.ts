import type { Criterion, CriterionValue, Subject, Weights } from '../contract.ts'

/** Why a demand has its points: a sentence for each criterion that has a weight. */
export const reasonsOf = (
  w: {
    why(p: { criterion: string; evidence: string; points: string }): string
    criteria: Record<Criterion, string>
    evidence(value: CriterionValue): string
    points(p: { points: number }): string
  },
  subject: Subject,
  parts: readonly { criterion: Criterion; points: number }[],
  weights: Weights,
): string[] =>
  parts
    .filter(({ criterion }) => weights[criterion] > 0)
    .map(({ criterion, points }) =>
      w.why({
        criterion: w.criteria[criterion],
        evidence: w.evidence(subject.values[criterion]),
        points: w.points({ points }),
      }),
    )
