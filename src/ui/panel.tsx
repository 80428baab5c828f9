import type { ReactNode } from 'react'

/**
 * A part of a page with its own heading. `flush` for content that brings its own edges: lists, tables, verdicts. `holdsTable`: the
 * table in it carries the same name, and two places of one name cannot be told apart by who hears the page.
 */
export function Panel({
  title,
  flush,
  holdsTable,
  children,
}: {
  title?: string
  flush?: boolean
  holdsTable?: boolean
  children: ReactNode
}) {
  return (
    <section className="panel" {...(title && !holdsTable && { 'aria-label': title })}>
      {title && <h2>{title}</h2>}
      {flush ? children : <div className="panel-body">{children}</div>}
    </section>
  )
}
