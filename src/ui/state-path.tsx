import { type Day, printDay } from '../pure/day.ts'
import { useShellWords } from './locale.tsx'

/** One step of a thing that travels. `who` holds or held it, `since` the day it came there. */
export type Step = { key: string; title: string; state: 'done' | 'now' | 'todo'; who?: string; since?: Day }

/** Where a thing stands on its way: whose turn it is and since when. */
export function StatePath({ steps }: { steps: readonly Step[] }) {
  const w = useShellWords()
  return (
    <ol className="states" aria-label={w.state.path}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={`state-${step.state}`}
          {...(step.state === 'now' && { 'aria-current': 'step' as const })}
        >
          <strong>{step.title}</strong>
          {step.who && <span>{step.who}</span>}
          {step.since && (
            <span className="figures">
              {step.who && ', '}
              {w.state.since({ day: printDay(step.since) })}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
