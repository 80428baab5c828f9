import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { Instance } from '../contract/instance.ts'
import type { Clash, Figures } from '../contract/proposal.ts'
import { nameEverything } from './assign.ts'
import { clashOf } from './clash.ts'
import { type Finished, figuresOf, finish } from './finish.ts'
import { greedy } from './greedy.ts'
import { draftedFrom, planningProgram, valuesOf } from './program.ts'
import { type Best, improve, root } from './search.ts'

/** What one thread is asked to do with a question. */
export type Task = {
  instance: Instance
  role: 'bound' | 'improve' | 'finish' | 'clash'
  seconds: number
  gap: number
  /** `finish`: the values of the program's columns that were found. */
  values?: Float64Array
}

export type Told =
  | { kind: 'greedy'; figures: (Figures & { points: number }) | null }
  | { kind: 'bound'; bound: number }
  | { kind: 'best'; best: Best }
  | { kind: 'infeasible' }
  | { kind: 'finished'; finished: Finished }
  | { kind: 'clash'; clash: Clash | null }

if (parentPort) await work(parentPort, workerData as Task)

async function work(port: MessagePort, task: Task): Promise<void> {
  const tell = (told: Told) => port.postMessage(told)
  const { instance, role, seconds, gap } = task
  if (role === 'clash') return tell({ kind: 'clash', clash: await clashOf(instance) })
  const planning = planningProgram(instance)
  if (role === 'finish') {
    const drafted = draftedFrom(planning, task.values as Float64Array)
    return tell({ kind: 'finished', finished: finish(instance, drafted) })
  }
  let known: Best = { values: null, points: Number.NEGATIVE_INFINITY }
  /** Tells what is new here, hears what is new elsewhere: between rounds only, for the solver blocks this thread. */
  const meet = (own: Best): Best => {
    if (own.points > known.points + 1e-6) {
      known = own
      tell({ kind: 'best', best: own })
    }
    for (let heard = receiveMessageOnPort(port); heard; heard = receiveMessageOnPort(port)) {
      const best = heard.message as Best
      if (best.points > known.points + 1e-6) known = best
    }
    return known
  }
  if (role === 'bound') {
    const found = await root(planning, { seconds, gap, onBound: (bound) => tell({ kind: 'bound', bound }) })
    if (found.isInfeasible) return tell({ kind: 'infeasible' })
    tell({ kind: 'bound', bound: found.bound })
    const { values, points } = found
    known = meet({ values, points: values ? points : Number.NEGATIVE_INFINITY })
    return improve(planning, known, { seed: 12, roundSeconds: 6, meet })
  }
  const by = greedy(instance)
  const named = by && nameEverything(instance, by)
  tell({ kind: 'greedy', figures: named && { ...figuresOf(instance, named), points: named.points } })
  const values = by && valuesOf(planning, by)
  return improve(planning, { values, points: Number.NEGATIVE_INFINITY }, { seed: 7, roundSeconds: 6, meet })
}
