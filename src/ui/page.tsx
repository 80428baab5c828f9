import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useShellWords } from './locale.tsx'

/** Where a page stands: from the top down, without the page itself. */
export type Crumb = { title: string; to: string }

/**
 * A page: one title, one sentence that says where things stand, what can be done, then the content.
 * `crumbs` are the pages above this one.
 */
export function Page({
  title,
  lead,
  crumbs = [],
  actions,
  children,
}: {
  title: string
  lead?: ReactNode
  crumbs?: Crumb[]
  actions?: ReactNode
  children?: ReactNode
}) {
  const w = useShellWords()
  return (
    <article className="page">
      <title>{`${title} · ${w.product}`}</title>
      {crumbs.length > 0 && (
        <nav className="crumbs" aria-label={w.where}>
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.title}</Link>
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="page-lead figures">{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </article>
  )
}
