import type { Criterion, CriterionValue, Subject, Weights } from '../contract.ts'

type Sentences = {
  why(p: { criterion: string; evidence: string; points: string }): string
  unknown(p: { criteria: string }): string
  criteria: Record<Criterion, string>
  evidence(value: CriterionValue): string
  points(p: { points: number }): string
}

/** Why a demand has its points: a sentence for each criterion that brings some, the most first; at last what is not known. */
export function reasonsOf(
  w: Sentences,
  subject: Subject,
  parts: readonly { criterion: Criterion; points: number }[],
  weights: Weights,
): string[] {
  const unknown = parts.filter(
    ({ criterion }) => weights[criterion] > 0 && subject.values[criterion].value === null,
  )
  return [
    ...parts
      .filter(({ points }) => points > 0)
      .toSorted((a, b) => b.points - a.points)
      .map(({ criterion, points }) =>
        w.why({
          criterion: w.criteria[criterion],
          evidence: w.evidence(subject.values[criterion]),
          points: w.points({ points }),
        }),
      ),
    ...(unknown.length > 0
      ? [w.unknown({ criteria: unknown.map(({ criterion }) => w.criteria[criterion]).join(', ') })]
      : []),
  ]
}
