import type { ReactNode } from 'react'

/** What is known about one thing: term and value. Terms without a value show a dash, so that nothing seems forgotten. */
export function DescriptionList({ facts }: { facts: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value === null || value === undefined || value === '' ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
