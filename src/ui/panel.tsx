import type { ReactNode } from 'react'

/** A part of a page with its own heading. `flush` for content that brings its own edges: lists, tables, verdicts. */
export function Panel({ title, flush, children }: { title?: string; flush?: boolean; children: ReactNode }) {
  return (
    <section className="panel" {...(title && { 'aria-label': title })}>
      {title && <h2>{title}</h2>}
      {flush ? children : <div className="panel-body">{children}</div>}
    </section>
  )
}
