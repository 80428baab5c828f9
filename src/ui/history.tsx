import type { ReactNode } from 'react'
import { useShellWords } from './locale.tsx'

/** One entry of the record: already in words of the module, times and days already printed. */
export type HistoryEntry = {
  key: string | number
  at: string
  /** null: the system itself, by a job. */
  who: string | null
  act: 'made' | 'changed' | 'removed'
  /** What happened, when it has a name of its own: «Trình kế hoạch». */
  title?: string
  reason?: string | null
  changes: readonly { field: string; before: ReactNode; after: ReactNode }[]
}

/** Who changed what, when, from what to what. Newest first, as given. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const w = useShellWords()
  if (entries.length === 0) return <p className="panel-body quiet">{w.history.none}</p>
  const shown = (value: ReactNode) =>
    value === null || value === undefined || value === ''
      ? w.history.empty
      : typeof value === 'boolean'
        ? w.history[value ? 'yes' : 'no']
        : value
  return (
    <ol className="history">
      {entries.map((entry) => (
        <li key={entry.key}>
          <strong>{entry.title ?? w.history[entry.act]}</strong>{' '}
          <span className="quiet figures">
            {entry.who ?? w.history.system}, {entry.at}
          </span>
          {entry.reason && (
            <p>
              {w.history.reason}: {entry.reason}
            </p>
          )}
          {entry.changes.length > 0 && (
            <dl className="history-what">
              {entry.changes.map((change) => (
                <div key={change.field}>
                  <dt>{change.field}</dt>
                  <dd className="figures">
                    {entry.act !== 'made' && <del>{shown(change.before)}</del>}
                    {entry.act === 'changed' && ' → '}
                    {entry.act !== 'removed' && <ins>{shown(change.after)}</ins>}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  )
}
