export const changeKinds = ['add', 'drop', 'move', 'resize', 'merge', 'split'] as const
export const changeStates = ['proposed', 'approved', 'refused', 'withdrawn'] as const
export type ChangeKind = (typeof changeKinds)[number]
export type ChangeState = (typeof changeStates)[number]
export type ChangeStep = 'approve' | 'refuse' | 'withdraw'

/** What a change can alter of a line. Carried-over classes are facts: no change touches them. */
export type LineContent = { opened: number; learners: number | null; months: readonly number[] }
export type ChangeableLine = LineContent & { lineKey: string }

/** One line of a change: as it is now and as it is to be. `lineKey` null: a new line. */
export type Effect = { lineKey: string | null; before: LineContent; after: LineContent }

/** What is asked for: which lines, and the new content as far as the kind needs it. */
export type Asked = {
  kind: ChangeKind
  lineKey?: string | undefined
  otherLineKeys?: readonly string[] | undefined
  opened?: number | undefined
  learners?: number | undefined
  months?: readonly number[] | undefined
  /** split: as many of the line's classes go to a line of their own; without it the line itself gets more classes. */
  apart?: boolean | undefined
}

export type FieldRefusal = { path: string; code: string; params?: Record<string, unknown> }

const nothing: LineContent = { opened: 0, learners: null, months: [] }
const sorted = (months: readonly number[]) => [...new Set(months)].sort((a, b) => a - b)
const sum = (values: readonly (number | null)[]) =>
  values.every((value) => value === null) ? null : values.reduce<number>((all, one) => all + (one ?? 0), 0)
const contentOf = ({ opened, learners, months }: LineContent): LineContent => ({ opened, learners, months })

/**
 * What a change does to the lines of the plan as it stands, or why it makes no sense, all fields at once.
 * - `add`: a new line with classes of its own.
 * - `drop`: the line holds fewer classes, none without `opened`; learners fall with them unless given.
 * - `move`: other months. `resize`: other numbers of classes or learners.
 * - `merge`: other lines' classes go into this one (`opened`: how many it then has), learners are added up; without other lines
 *   the line's own classes become fewer, with the same learners.
 * - `split`: the line's classes become more, with the same learners; `apart`: so many classes go to a new line.
 */
export function effectsOf(
  asked: Asked,
  lines: readonly ChangeableLine[],
): { effects: Effect[]; refusals: FieldRefusal[] } {
  const refused = (path: string, code: string, params?: Record<string, unknown>) => ({
    effects: [],
    refusals: [{ path, code, ...(params && { params }) }],
  })
  const months = asked.months && sorted(asked.months)
  if (asked.kind === 'add') {
    if (!asked.opened) return refused('opened', 'plans.noClass')
    const after = { opened: asked.opened, learners: asked.learners ?? null, months: months ?? [] }
    return { effects: [{ lineKey: null, before: nothing, after }], refusals: [] }
  }
  const line = lines.find((one) => one.lineKey === asked.lineKey)
  if (!line) return refused('lineKey', asked.lineKey ? 'plans.noSuchLine' : 'plans.chooseLine')
  const before = contentOf(line)
  const one = (after: LineContent): { effects: Effect[]; refusals: FieldRefusal[] } => ({
    effects: [{ lineKey: line.lineKey, before, after }],
    refusals: [],
  })
  if (asked.kind === 'move') {
    if (!months || months.length === 0) return refused('months', 'plans.chooseMonths')
    if (months.join() === sorted(line.months).join()) return refused('months', 'plans.sameAsBefore')
    return one({ ...before, months })
  }
  if (asked.kind === 'drop') {
    const opened = asked.opened ?? 0
    if (line.opened === 0) return refused('lineKey', 'plans.nothingToDrop')
    if (opened >= line.opened) return refused('opened', 'plans.mustBeFewer', { opened: line.opened })
    const share = line.learners === null ? null : Math.round((line.learners * opened) / line.opened)
    return one({ ...before, opened, learners: asked.learners ?? share })
  }
  if (asked.kind === 'resize') {
    const after = {
      ...before,
      opened: asked.opened ?? line.opened,
      learners: asked.learners ?? line.learners,
    }
    if (after.opened === 0 && line.opened > 0) return refused('opened', 'plans.dropInstead')
    if (after.opened === line.opened && after.learners === line.learners)
      return refused('opened', 'plans.sameAsBefore')
    return one(after)
  }
  if (asked.kind === 'merge') {
    const keys = [...new Set(asked.otherLineKeys ?? [])].filter((key) => key !== line.lineKey)
    const others = lines.filter((other) => keys.includes(other.lineKey))
    if (others.length < keys.length) return refused('otherLineKeys', 'plans.noSuchLine')
    const all = line.opened + others.reduce((total, other) => total + other.opened, 0)
    if (asked.opened === undefined) return refused('opened', 'field.required')
    if (asked.opened === 0 || asked.opened >= all)
      return refused('opened', 'plans.mustBeFewer', { opened: all })
    const learners = asked.learners ?? sum([line.learners, ...others.map((other) => other.learners)])
    return {
      effects: [
        { lineKey: line.lineKey, before, after: { ...before, opened: asked.opened, learners } },
        ...others.map((other) => ({
          lineKey: other.lineKey,
          before: contentOf(other),
          after: { ...contentOf(other), opened: 0, learners: other.learners === null ? null : 0 },
        })),
      ],
      refusals: [],
    }
  }
  if (asked.opened === undefined) return refused('opened', 'field.required')
  if (!asked.apart) {
    if (asked.opened <= line.opened) return refused('opened', 'plans.mustBeMore', { opened: line.opened })
    return one({ ...before, opened: asked.opened, learners: asked.learners ?? line.learners })
  }
  if (asked.opened === 0 || asked.opened > line.opened)
    return refused('opened', 'plans.atMost', { opened: line.opened })
  const taken =
    asked.learners ??
    (line.learners === null ? null : Math.round((line.learners * asked.opened) / line.opened))
  if (taken !== null && line.learners !== null && taken > line.learners)
    return refused('learners', 'plans.atMost', { opened: line.learners })
  return {
    effects: [
      {
        lineKey: line.lineKey,
        before,
        after: {
          ...before,
          opened: line.opened - asked.opened,
          learners: line.learners === null || taken === null ? line.learners : line.learners - taken,
        },
      },
      {
        lineKey: null,
        before: nothing,
        after: { opened: asked.opened, learners: taken, months: months ?? line.months },
      },
    ],
    refusals: [],
  }
}

/** Does the plan still say what it said when the change was proposed? If not, it must be proposed anew. */
export const stillHolds = (effects: readonly Effect[], lines: readonly ChangeableLine[]): boolean =>
  effects.every(({ lineKey, before }) => {
    if (lineKey === null) return true
    const line = lines.find((one) => one.lineKey === lineKey)
    return (
      line !== undefined &&
      line.opened === before.opened &&
      line.learners === before.learners &&
      sorted(line.months).join() === sorted(before.months).join()
    )
  })

/** The right that each step takes, of `access/rights.ts`; whoever proposed may always withdraw. */
export const rightOfChangeStep: Record<ChangeStep, string> = {
  approve: 'plans.decide',
  refuse: 'plans.decide',
  withdraw: 'plans.propose',
}

/** Why a step may not be taken with a change, or null. Nobody decides on what they proposed themselves. */
export function refusalOfChangeStep(
  step: ChangeStep,
  facts: { state: ChangeState; proposedById: number | null; hasSubmittedVersion: boolean },
  accountId: number,
): string | null {
  if (facts.state !== 'proposed') return 'plans.changeDecided'
  if (step === 'withdraw') return null
  if (facts.proposedById === accountId) return 'plans.changeNotYourOwn'
  return step === 'approve' && facts.hasSubmittedVersion ? 'plans.versionSubmitted' : null
}
