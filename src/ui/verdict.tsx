import type { ReactNode } from 'react'
import { CheckIcon, CrossIcon, QuestionIcon } from './icons.tsx'
import { useShellWords } from './locale.tsx'

/** A rule's verdict in sentences: what is asked, how it came out, what it rests on, where it is written, what to do. */
export type VerdictInWords = {
  key: string
  criterion: string
  result: 'met' | 'unmet' | 'unknown' | 'waived'
  evidence?: ReactNode
  source?: string
  todo?: ReactNode
}

export function Verdicts({ verdicts }: { verdicts: readonly VerdictInWords[] }) {
  const w = useShellWords()
  return (
    <ul className="verdicts" aria-label={w.verdict.list}>
      {verdicts.map((verdict) => (
        <Verdict key={verdict.key} verdict={verdict} />
      ))}
    </ul>
  )
}

export function Verdict({ verdict }: { verdict: VerdictInWords }) {
  const w = useShellWords()
  const { criterion, result, evidence, source, todo } = verdict
  return (
    <li className={`verdict verdict-${result}`}>
      <span className="verdict-result">
        {result === 'unmet' ? <CrossIcon /> : result === 'unknown' ? <QuestionIcon /> : <CheckIcon />}
        {w.verdict[result]}
      </span>
      <div>
        <p>
          {criterion}
          {evidence && <> {evidence}</>}
        </p>
        {todo && (
          <p>
            {w.verdict.todo}: {todo}
          </p>
        )}
        {source && (
          <p className="verdict-source">
            {w.verdict.source}: {source}
          </p>
        )}
      </div>
    </li>
  )
}
