import type { Criterion, CriterionValue } from '../contract.ts'

/** Waiting for so many years counts fully; longer does not count more. */
export const fullWaitYears = 3

/** What a unit asks for: `priority` 1 first, 2 usual, 3 later. Units are today's: what was merged is asked for by its successor. */
export type Demand = {
  programmeId: number
  modeCode: string
  unitId: number
  heads: number
  priority: number
}

/** Of the people that a unit names for a programme: how many lack its level for the post they hold, and how many only for a planned one. */
export type Lacking = { programmeId: number; unitId: number; named: number; held: number; planned: number }

/** A unit's people, and how many of them were granted a level of political theory in the last three years. */
export type Trained = { unitId: number; people: number; trained: number }

export type Facts = {
  /** Confirmed demands of the year. */
  demands: readonly Demand[]
  /** Those of the years before, the year before first. */
  earlier: readonly (readonly Demand[])[]
  lacking: readonly Lacking[]
  /** Programmes whose level some rule set asks of posts. Of others nobody can be said to lack them. */
  demandedProgrammes: ReadonlySet<number>
  trained: readonly Trained[]
}

export type Computed = {
  programmeId: number
  modeCode: string
  heads: number
  units: number
  values: Record<Exclude<Criterion, 'directive' | 'termOfOffice'>, CriterionValue>
}

/**
 * What each demand, a programme in a mode, says about the computed criteria. Each is a share of the people asked for:
 * - legal duty, planned post: people named whose file shows that they lack the level, first those by the post held. Without
 *   any name it is not known; of a programme that no rule set asks of posts it is none;
 * - years waited: mean over people of the years in a row in which their unit asked for the programme, of `fullWaitYears`;
 * - balance: people from units where the share trained in three years is below the school's; a unit without people on
 *   record says nothing, and when no unit says anything the value is not known;
 * - urgency: priority 1 counts 1, 2 a half, 3 nothing.
 */
export function computedValues(facts: Facts): Computed[] {
  const groups = Map.groupBy(facts.demands, (one) => `${one.programmeId} ${one.modeCode}`)
  const lackingOf = new Map(facts.lacking.map((one) => [`${one.programmeId} ${one.unitId}`, one]))
  const asked = facts.earlier.map((year) => new Set(year.map((one) => `${one.programmeId} ${one.unitId}`)))
  const behind = unitsBehind(facts.trained)
  return [...groups.values()].map((demands) => {
    const { programmeId, modeCode } = demands[0] as Demand
    const headsOf = new Map<number, number>()
    for (const one of demands) headsOf.set(one.unitId, (headsOf.get(one.unitId) ?? 0) + one.heads)
    const units = [...headsOf]
    const whole = sum(units, ([, heads]) => heads)
    const isDemanded = facts.demandedProgrammes.has(programmeId)
    const share = (part: number): CriterionValue => ({ value: part / whole, evidence: { part, whole } })
    const isNamed = units.some(([unitId]) => (lackingOf.get(`${programmeId} ${unitId}`)?.named ?? 0) > 0)
    const byPost = (kind: 'held' | 'planned') =>
      isDemanded && !isNamed
        ? { value: null, evidence: {} }
        : isDemanded
          ? share(
              sum(units, ([unitId, heads]) => {
                const lacking = lackingOf.get(`${programmeId} ${unitId}`)
                const held = Math.min(heads, lacking?.held ?? 0)
                return kind === 'held' ? held : Math.min(heads - held, lacking?.planned ?? 0)
              }),
            )
          : share(0)
    const years = sum(units, ([unitId, heads]) => heads * waited(asked, `${programmeId} ${unitId}`)) / whole
    const known = units.filter(([unitId]) => behind.has(unitId))
    return {
      programmeId,
      modeCode,
      heads: whole,
      units: units.length,
      values: {
        legalDuty: byPost('held'),
        plannedPost: byPost('planned'),
        yearsWaited: { value: years / fullWaitYears, evidence: { years } },
        unitBalance:
          known.length === 0
            ? { value: null, evidence: {} }
            : share(sum(known, ([unitId, heads]) => (behind.get(unitId) ? heads : 0))),
        unitUrgency: {
          value: sum(demands, ({ heads, priority }) => heads * urgency(priority)) / whole,
          evidence: { first: ofPriority(demands, 1), usual: ofPriority(demands, 2) },
        },
      },
    }
  })
}

/** Years in a row, from the year before backwards, at most `fullWaitYears`. */
function waited(asked: readonly ReadonlySet<string>[], key: string): number {
  const missed = asked.findIndex((year) => !year.has(key))
  return Math.min(missed === -1 ? asked.length : missed, fullWaitYears)
}

/** Of each unit with people on record: is its share of trained people below that of all units together? */
function unitsBehind(trained: readonly Trained[]): Map<number, boolean> {
  const people = sum(trained, (one) => one.people)
  const all = sum(trained, (one) => one.trained)
  return new Map(
    trained
      .filter((one) => one.people > 0)
      .map((one) => [one.unitId, one.trained * people < all * one.people]),
  )
}

const ofPriority = (demands: readonly Demand[], wanted: number) =>
  sum(demands, ({ heads, priority }) => (priority === wanted ? heads : 0))
const urgency = (priority: number) => (priority === 1 ? 1 : priority === 2 ? 0.5 : 0)
const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0)
