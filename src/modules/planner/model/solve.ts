import { Worker } from 'node:worker_threads'
import type { Instance } from '../contract/instance.ts'
import type { Clash, Fault, Figures, Solution } from '../contract/proposal.ts'
import { boundBy, surelyEnough } from '../rules/bound.ts'
import type { Violation } from '../rules/check.ts'
import { faultsOf } from '../rules/faults.ts'
import { gapOf } from './highs.ts'
import type { Best } from './search.ts'
import type { Task, Told } from './worker.ts'

/** How far the search is: the best proposal so far, and what no proposal can surpass. */
export type SolveProgress = {
  seconds: number
  points: number | null
  bound: number | null
  gap: number | null
}

export type Answer =
  | { kind: 'solved'; solution: Solution; violations: Violation[] }
  | { kind: 'clash'; clash: Clash }
  | { kind: 'faults'; faults: Fault[] }
  | { kind: 'cancelled' }
  /** Time was up before any proposal was found. */
  | { kind: 'nothing' }

export type SolveOptions = {
  seconds: number
  /** Good enough: 0.005 is half a percent. */
  gap: number
  onProgress?: (progress: SolveProgress) => void
  signal?: AbortSignal
  /** 1: on a machine that has no second core to spare. */
  threads?: 1 | 2
}

/**
 * Proposes the classes of a year. Solves in worker threads: one proves the bound and then helps to improve, the other begins
 * with the greedy plan and improves it. The gap is that between the best proposal and the proven bound, never a guess; a
 * proposal comes back only with the verdict of the independent checker.
 */
export async function solve(instance: Instance, options: SolveOptions): Promise<Answer> {
  const faults = faultsOf(instance)
  if (faults.length > 0) return { kind: 'faults', faults }
  const began = performance.now()
  const spent = () => (performance.now() - began) / 1000
  const found = await search(instance, options, spent)
  if (found === 'cancelled') return { kind: 'cancelled' }
  if (found === 'infeasible') {
    const clash = await one(instance, 'clash', options)
    return clash?.kind === 'clash' && clash.clash
      ? { kind: 'clash', clash: clash.clash }
      : { kind: 'nothing' }
  }
  if (!found.best.values) return { kind: 'nothing' }
  const seconds = spent()
  const told = await one(instance, 'finish', { ...options, values: found.best.values })
  if (told?.kind !== 'finished') return { kind: 'cancelled' }
  const { proposal, figures, leftOut, violations } = told.finished
  const { points } = proposal
  // Rounding in the solver's sums: the bound is never below what was found.
  const bound = Math.max(found.bound, points)
  const gap = gapOf(points, bound)
  return {
    kind: 'solved',
    violations,
    solution: {
      format: 'nhip-solution-1',
      proposal,
      proof: {
        status: gap < 1e-6 ? 'optimal' : gap <= options.gap ? 'withinGap' : 'timeLimit',
        points,
        bound,
        boundBy: boundBy(instance, bound),
        gap,
        seconds,
      },
      figures,
      greedy: found.greedy,
      leftOut,
    },
  }
}

const workerFile = new URL('./worker.ts', import.meta.url)

/** Runs one task in a thread of its own and gives its last word; null when it was called off. */
function one(
  instance: Instance,
  role: 'finish' | 'clash',
  options: SolveOptions & { values?: Float64Array },
): Promise<Told | null> {
  const { seconds, gap, values, signal } = options
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, {
      workerData: { instance, role, seconds, gap, ...(values && { values }) } satisfies Task,
    })
    const stop = () => {
      void worker.terminate()
      resolve(null)
    }
    signal?.addEventListener('abort', stop, { once: true })
    if (signal?.aborted) stop()
    worker.on('message', (told: Told) => resolve(told))
    worker.on('error', reject)
    worker.on('exit', () => {
      signal?.removeEventListener('abort', stop)
      resolve(null)
    })
  })
}

type Found = { best: Best; bound: number; greedy: (Figures & { points: number }) | null }

function search(
  instance: Instance,
  options: SolveOptions,
  spent: () => number,
): Promise<Found | 'infeasible' | 'cancelled'> {
  const { seconds, gap, signal, threads = 2 } = options
  return new Promise((resolve, reject) => {
    const found: Found = {
      best: { values: null, points: Number.NEGATIVE_INFINITY },
      bound: surelyEnough(instance),
      greedy: null,
    }
    const workers = (['bound', 'improve'] as const)
      .slice(0, threads)
      .map((role) => new Worker(workerFile, { workerData: { instance, role, seconds, gap } satisfies Task }))
    const timer = setTimeout(() => end(found), seconds * 1000)
    const cancel = () => end('cancelled')
    signal?.addEventListener('abort', cancel, { once: true })
    if (signal?.aborted) cancel()
    function end(result: Found | 'infeasible' | 'cancelled'): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      void Promise.all(workers.map((worker) => worker.terminate())).then(() => resolve(result))
    }
    const look = () => {
      const points = found.best.values ? found.best.points : null
      const { bound } = found
      const reached = points === null ? null : gapOf(points, bound)
      options.onProgress?.({ seconds: spent(), points, bound, gap: reached })
      if (reached !== null && reached <= gap && (found.greedy || threads === 1)) end(found)
    }
    for (const worker of workers) {
      worker.on('message', (told: Told) => {
        if (told.kind === 'infeasible') return end('infeasible')
        if (told.kind === 'greedy') found.greedy = told.figures
        if (told.kind === 'bound') found.bound = Math.min(found.bound, told.bound)
        if (told.kind === 'best' && told.best.points > found.best.points) {
          found.best = told.best
          for (const other of workers) if (other !== worker) other.postMessage(told.best)
        }
        look()
      })
      worker.on('error', (error) => {
        end('cancelled')
        reject(error)
      })
    }
  })
}
