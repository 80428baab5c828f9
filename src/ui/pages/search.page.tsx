import { Form, Link } from 'react-router'
import { useShellWords } from '../locale.tsx'
import { Page } from '../page.tsx'
import { api } from '../visit.ts'
import type { Route } from './+types/search.page.ts'

/** One thing that the search found. `path` is its page; `kind` names a word of the shell. */
export type Found = { kind: string; title: string; detail: string; path: string }

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const q = (new URL(request.url).searchParams.get('q') ?? '').normalize('NFC').trim().slice(0, 200)
  const { rows }: { rows: Found[] } = q === '' ? { rows: [] } : await api(context).search({ q })
  return { q, rows }
}

export default function SearchPage({ loaderData: { q, rows } }: Route.ComponentProps) {
  const w = useShellWords()
  return (
    <Page title={w.search.title} lead={q ? w.search.lead({ q, count: rows.length }) : w.search.start}>
      <Form method="get" className="search-form">
        <label className="search-field">
          <span className="hidden-label">{w.search.label}</span>
          <input name="q" type="search" defaultValue={q} key={q} placeholder={w.search.label} />
        </label>
        <button type="submit" className="button">
          {w.search.submit}
        </button>
      </Form>
      {q && rows.length === 0 && <p className="quiet">{w.search.nothing}</p>}
      {rows.length > 0 && (
        <ul className="found found-page">
          {rows.map((row) => (
            <li key={row.path}>
              <Link to={row.path}>
                <span className="found-title">{row.title}</span>
                <span className="found-detail">{row.detail}</span>
                <span className="found-kind">{w.search.kinds[row.kind] ?? row.kind}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
