import { solveProgram } from './highs.ts'
import type { PlanningProgram } from './program.ts'

/** What one searcher knows; exchanged with the others between two rounds. */
export type Best = { values: Float64Array | null; points: number }

/** Up to so many whole columns branching ends the search; with more, neighbourhoods do better. */
const branchedColumns = 1500

/**
 * The bound that is proven, and a first proposal: the whole program; on a year of real size only up to the end of its root. Branching hardly moves that
 * bound there, so that the rest of the time is better spent on `improve`.
 */
export async function root(
  { program, classes }: PlanningProgram,
  options: { seconds: number; gap: number; onBound: (bound: number, points: number | null) => void },
): Promise<Best & { bound: number; isInfeasible: boolean }> {
  const found = await solveProgram(program, {
    seconds: options.seconds,
    gap: options.gap,
    rootOnly: classes.length > branchedColumns,
    onProgress: ({ bound, points }) => {
      if (bound !== null) options.onBound(bound, points)
    },
  })
  const { values, points, bound, status } = found
  return { values, points, bound, isInfeasible: status === 'infeasible' }
}

/**
 * Better and better proposals: all but one neighbourhood (some forms, or the classes that begin in some weeks) is held, the
 * small program that remains is solved by HiGHS, and the next round begins from the best that anybody knows. A neighbourhood
 * grows while it is searched through quickly, and shrinks when time was too short.
 * @param meet called between rounds: gives what the others found, null to stop
 */
export async function improve(
  { program, classes, counts }: PlanningProgram,
  start: Best,
  options: { seed: number; roundSeconds: number; meet: (own: Best) => Best | null },
): Promise<void> {
  const forms = [...new Set(classes.map((one) => one.form.id))]
  const weeks = [...new Set(classes.map((one) => one.startWeek))].sort((a, b) => a - b)
  const random = steady(options.seed)
  const sizes = { forms: 0.3, weeks: 0.4 }
  let best = start
  if (best.values && !Number.isFinite(best.points)) {
    // Only its classes are known: the rest follows from them.
    const { values, points } = await solveProgram(program, {
      seconds: options.roundSeconds,
      gap: 0,
      start: best.values,
      open: counts,
      fixed: (column) => !counts.has(column),
    })
    best = { values, points: values ? points : Number.NEGATIVE_INFINITY }
  }
  for (let round = options.seed; ; round += 1) {
    const met = options.meet(best)
    if (!met) return
    best = met
    const values = best.values
    if (!values) {
      // Nobody has a proposal yet: the others' root goes on, and there is nothing to begin from.
      await new Promise((resolve) => setTimeout(resolve, 100))
      continue
    }
    const by = round % 2 === 0 ? 'forms' : 'weeks'
    const free = new Set<number>()
    if (by === 'forms') {
      const count = Math.max(2, Math.round(forms.length * sizes.forms))
      const chosen = new Set(shuffled(forms, random).slice(0, count))
      for (const one of classes) if (chosen.has(one.form.id)) free.add(one.column)
    } else {
      const width = Math.max(4, Math.round(weeks.length * sizes.weeks))
      const from = Math.floor(random() * Math.max(1, weeks.length - width + 1))
      const chosen = new Set(weeks.slice(from, from + width))
      for (const one of classes) if (chosen.has(one.startWeek)) free.add(one.column)
    }
    const small = await solveProgram(program, {
      seconds: options.roundSeconds,
      gap: 0.001,
      start: values,
      open: counts,
      fixed: (column) => !free.has(column) && !counts.has(column),
    })
    if (small.values && small.points > best.points + 1e-6)
      best = { values: small.values, points: small.points }
    else if (small.status === 'limit') sizes[by] = Math.max(0.15, sizes[by] * 0.8)
    if (small.seconds < options.roundSeconds / 3) sizes[by] = Math.min(1, sizes[by] * 1.3)
  }
}

/** The same «chance» each time, so that a question asked twice is answered alike, as far as time limits allow. */
function steady(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const left = [...all]
  for (let i = left.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    ;[left[i], left[j]] = [left[j] as T, left[i] as T]
  }
  return left
}
