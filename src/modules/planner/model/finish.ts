import type { Instance } from '../contract/instance.ts'
import type { Figures, LeftOut, Proposal } from '../contract/proposal.ts'
import { type Violation, violationsOf } from '../rules/check.ts'
import { type Drafted, nameEverything } from './assign.ts'
import { Ledger } from './ledger.ts'
import { leftOutOf } from './reasons.ts'
import { weeksOfClass } from './weeks.ts'

export type Finished = { proposal: Proposal; figures: Figures; leftOut: LeftOut[]; violations: Violation[] }

/** A proposal with names, its figures, what it leaves out, and what the independent checker says of it. */
export function finish(instance: Instance, drafted: readonly Drafted[]): Finished {
  const named = nameEverything(instance, drafted)
  if (!named) throw new Error('what the rows of the program allow could not be named')
  const proposal = withWhatFits(instance, drafted, named)
  return {
    proposal,
    figures: figuresOf(instance, proposal),
    leftOut: leftOutOf(instance, proposal),
    violations: violationsOf(instance, proposal),
  }
}

/** Adds classes that fit as they are and are worth it: a search that ended by time may have left some. */
function withWhatFits(instance: Instance, drafted: readonly Drafted[], named: Proposal): Proposal {
  let best = named
  let classes = [...drafted]
  for (const form of instance.forms)
    for (let isBetter = true; isBetter; ) {
      isBetter = false
      const ledger = new Ledger(instance)
      for (const one of classes) ledger.add(one)
      const asked = instance.demands
        .filter((one) => one.formId === form.id)
        .reduce((sum, one) => sum + one.heads, 0)
      const seated = best.classes
        .filter((one) => one.formId === form.id)
        .reduce((sum, one) => sum + one.seats.reduce((heads, seat) => heads + seat.heads, 0), 0)
      if (asked - seated < form.sizeFrom) break
      search: for (const startWeek of ledger.teaching) {
        const weeks = weeksOfClass(form, startWeek, ledger.teaching)
        if (!weeks) continue
        for (const kind of ledger.kindsFor(form, form.sizeFrom)) {
          if (ledger.lacks(form, weeks, kind).length > 0) continue
          const more = [...classes, { form, assignedId: null, startWeek, weeks, kind, namedHeads: 0 }]
          const other = nameEverything(instance, more)
          if (!other || other.points <= best.points + 1e-6) continue
          best = other
          classes = more
          isBetter = true
          break search
        }
      }
    }
  return best
}

export function figuresOf(instance: Instance, proposal: Proposal): Figures {
  const weightOf = new Map(instance.demands.map((one) => [one.id, one.weight]))
  const seats = proposal.classes.flatMap((one) => one.seats)
  const asked = instance.demands.reduce((sum, one) => sum + one.heads * one.weight, 0)
  const given = seats.reduce((sum, one) => sum + one.heads * (weightOf.get(one.demandId) ?? 0), 0)
  return {
    classes: proposal.classes.length,
    seats: seats.reduce((sum, one) => sum + one.heads, 0),
    named: proposal.classes.reduce((sum, one) => sum + one.namedHeads, 0),
    heads: instance.demands.reduce((sum, one) => sum + one.heads, 0),
    weightedShare: asked === 0 ? 0 : given / asked,
    costDong: proposal.classes.reduce(
      (sum, one) => sum + (instance.forms.find((form) => form.id === one.formId)?.costDong ?? 0),
      0,
    ),
  }
}
