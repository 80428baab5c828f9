import { Form, Link } from 'react-router'
import { type Day, printDay } from '../../pure/day.ts'
import { useShellWords } from '../locale.tsx'
import { Page } from '../page.tsx'
import { api, visit } from '../visit.ts'
import type { Route } from './+types/search.page.ts'

/** One thing that was found. `path` is its page; `kind` names a word of the shell. */
export type Found = { kind: string; title: string; detail: string; path: string }

/** So many of each kind; the list itself shows the others. */
const each = 6

/**
 * Asks every list that the reader may see, each with its own right and walls: there is no search that could show what no
 * list would.
 */
export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const q = (new URL(request.url).searchParams.get('q') ?? '').normalize('NFC').trim().slice(0, 200)
  const rights = visit(context).actor?.rights ?? []
  const ask = api(context)
  if (q === '') return { q, rows: [] as Found[] }
  const may = <T,>(right: string, find: () => Promise<T[]>): Promise<T[]> =>
    rights.includes(right) ? find() : Promise.resolve([])
  const found = await Promise.all([
    may('units.read', async () =>
      (await ask.units.list({ q, size: 20 })).rows.slice(0, each).map(
        (row): Found => ({
          kind: 'unit',
          title: row.fullName,
          detail: row.code ?? '',
          path: `/don-vi/${row.id}`,
        }),
      ),
    ),
    may('people.read', async () =>
      (await ask.people.list({ q, size: 20 })).rows.slice(0, each).map(
        (row): Found => ({
          kind: 'person',
          title: row.fullName,
          detail: row.unit?.name ?? '',
          path: `/can-bo/${row.id}`,
        }),
      ),
    ),
    may('classes.read', async () =>
      (await ask.classes.list({ q, size: 20 })).rows.slice(0, each).map(
        (row): Found => ({
          kind: 'class',
          title: `${row.code} ${row.name}`,
          detail: printDay(row.opensOn as Day),
          path: `/lop/${row.id}`,
        }),
      ),
    ),
    may('programmes.read', async () =>
      (await ask.programmes.list({ q, size: 20 })).rows.slice(0, each).map(
        (row): Found => ({
          kind: 'programme',
          title: row.name,
          detail: row.code,
          path: `/chuong-trinh/${row.id}`,
        }),
      ),
    ),
  ])
  return { q, rows: found.flat() }
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
