export type PlanState = 'draft' | 'submitted' | 'returned' | 'approved'
export type PlanStep = 'edit' | 'rename' | 'submit' | 'return' | 'approve' | 'copy'

/** The right that each step takes, of `access/rights.ts`. */
export const rightOfStep: Record<PlanStep, string> = {
  edit: 'plans.edit',
  rename: 'plans.edit',
  submit: 'plans.submit',
  return: 'plans.decide',
  approve: 'plans.decide',
  copy: 'plans.edit',
}

export type StepFacts = {
  state: PlanState
  lines: number
  submittedById: number | null
  /** Another version of the year is not approved yet. */
  hasOpenVersion: boolean
  /** A version of the year was approved: title and assigning body stand in its document. */
  hasApprovedVersion: boolean
}

/** May this step be taken now? `refusal` is the code of the sentence that says why not; null when it may. */
export type StepVerdict = { step: PlanStep; refusal: string | null }

/** The verdict on every step that the actor's rights allow at all, in the order of a plan's life. */
export const verdictsOf = (
  facts: StepFacts,
  actor: { accountId: number; rights: readonly string[] },
): StepVerdict[] =>
  (['edit', 'rename', 'submit', 'return', 'approve', 'copy'] as const)
    .filter((step) => actor.rights.includes(rightOfStep[step]))
    .map((step) => ({ step, refusal: refusalOfStep(step, facts, actor.accountId) }))

/**
 * Why a step may not be taken, or null. A draft and a returned version are the school's to change; what was submitted waits
 * for the decision; what was approved never changes again, and with it title and assigning body of the year. Nobody decides
 * on what they submitted themselves.
 */
export function refusalOfStep(step: PlanStep, facts: StepFacts, accountId: number): string | null {
  const { state } = facts
  if (step === 'copy') return facts.hasOpenVersion ? 'plans.openExists' : null
  if (state === 'approved') return 'plans.frozen'
  if (step === 'edit' || step === 'rename') {
    if (state === 'submitted') return 'plans.submittedClosed'
    return step === 'rename' && facts.hasApprovedVersion ? 'plans.nameFrozen' : null
  }
  if (step === 'submit') {
    if (state === 'submitted') return 'plans.alreadySubmitted'
    return facts.lines === 0 ? 'plans.empty' : null
  }
  if (state !== 'submitted') return 'plans.notSubmitted'
  return facts.submittedById === accountId ? 'plans.notYourOwn' : null
}

/** Whose turn it is, and since when (an instant). `nobody`: the plan is in force. */
export function turnOf(version: {
  state: PlanState
  madeAt: string
  submittedAt: string | null
  decidedAt: string | null
}): {
  who: 'school' | 'committee' | 'nobody'
  since: string
} {
  const { state, madeAt, submittedAt, decidedAt } = version
  if (state === 'draft') return { who: 'school', since: madeAt }
  if (state === 'submitted') return { who: 'committee', since: submittedAt ?? madeAt }
  return { who: state === 'returned' ? 'school' : 'nobody', since: decidedAt ?? madeAt }
}

export type Counted = {
  carriedOver: number
  opened: number
  classes: number
  learners: number | null
  budgetDong: number | null
}
export type Sums = Counted & { lines: number }

/** Sums over lines; learners and budget stay null while no line says anything about them. */
export function sumsOf(lines: readonly Counted[]): Sums {
  const sum = (pick: (line: Counted) => number | null) =>
    lines.reduce((all, line) => all + (pick(line) ?? 0), 0)
  const sumOrNull = (pick: (line: Counted) => number | null) =>
    lines.some((line) => pick(line) !== null) ? sum(pick) : null
  return {
    lines: lines.length,
    carriedOver: sum((line) => line.carriedOver),
    opened: sum((line) => line.opened),
    classes: sum((line) => line.classes),
    learners: sumOrNull((line) => line.learners),
    budgetDong: sumOrNull((line) => line.budgetDong),
  }
}

/** Sums by group, in the order in which the groups appear. */
export function sumsByGroup<L extends Counted & { groupCode: string; groupName: string }>(
  lines: readonly L[],
): (Sums & { groupCode: string; groupName: string })[] {
  const groups = new Map<string, L[]>()
  for (const line of lines) groups.set(line.groupCode, [...(groups.get(line.groupCode) ?? []), line])
  return [...groups.values()].map((own) => ({
    groupCode: own[0]!.groupCode,
    groupName: own[0]!.groupName,
    ...sumsOf(own),
  }))
}

/** What of a line can differ between two versions. The partner is compared as it reads. */
export const comparedFields = [
  'groupCode',
  'title',
  'modeCode',
  'bloc',
  'carriedOver',
  'opened',
  'learners',
  'partner',
  'place',
  'months',
  'budgetDong',
  'note',
] as const
export type ComparedField = (typeof comparedFields)[number]
export type Comparable = Record<Exclude<ComparedField, 'months'>, string | number | null> & {
  months: readonly number[]
  programmeId: number | null
}

/** The fields in which two lines differ. */
export const differingFields = (a: Comparable, b: Comparable): ComparedField[] =>
  comparedFields.filter((field) =>
    field === 'months' ? a.months.join() !== b.months.join() : a[field] !== b[field],
  )

/** What makes two lines of different origin the same line: the programme (or the words of a group's line), mode and bloc. */
export const naturalKey = (
  line: Pick<Comparable, 'groupCode' | 'programmeId' | 'title' | 'modeCode' | 'bloc'>,
): string => [line.programmeId ?? `${line.groupCode}:${line.title}`, line.modeCode, line.bloc ?? ''].join('|')

/**
 * Pairs the lines of two versions: first by the key that copies share, then by what they are. Of several alike the one with
 * the fewest differences is taken, so that a line that only moved is not a change.
 */
export function pairLines<
  A extends Comparable & { lineKey?: string },
  B extends Comparable & { lineKey?: string },
>(before: readonly A[], after: readonly B[]): { before: A | null; after: B | null }[] {
  const left = new Set(before)
  const pairs = new Map<B, A>()
  for (const line of after) {
    const same =
      line.lineKey === undefined ? undefined : [...left].find((one) => one.lineKey === line.lineKey)
    if (same) {
      pairs.set(line, same)
      left.delete(same)
    }
  }
  const open = after.filter((line) => !pairs.has(line))
  for (const mostDifferences of [0, comparedFields.length]) {
    for (const line of open) {
      if (pairs.has(line)) continue
      const alike = [...left]
        .filter((one) => naturalKey(one) === naturalKey(line))
        .map((one) => ({ one, differences: differingFields(one, line).length }))
        .filter((one) => one.differences <= mostDifferences)
        .sort((a, b) => a.differences - b.differences)
      if (!alike[0]) continue
      pairs.set(line, alike[0].one)
      left.delete(alike[0].one)
    }
  }
  return [
    ...after.map((line) => ({ before: pairs.get(line) ?? null, after: line })),
    ...[...left].map((line) => ({ before: line, after: null })),
  ]
}
