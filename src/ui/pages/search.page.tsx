import { Form, Link } from 'react-router'
import { type Day, printDay } from '../../pure/day.ts'
import { useShellWords } from '../locale.tsx'
import { Page } from '../page.tsx'
import { api, visit } from '../visit.ts'
import type { Route } from './+types/search.page.ts'

/** One thing that was found. `path` is its page; `kind` names a word of the shell. */
export type Found = { kind: string; title: string; detail: string; path: string }

/** A kind of which more was found than is shown. `path`: the list that shows all of it; null where there is none. */
export type More = { kind: string; path: string | null }

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
  const found: Found[] = []
  const more: More[] = []
  if (q === '') return { q, rows: found, more }
  const look = async <T,>(
    right: string,
    kind: string,
    list: string | null,
    find: () => Promise<{ rows: T[] }>,
    show: (row: T) => Omit<Found, 'kind'>,
  ) => {
    if (!rights.includes(right)) return () => {}
    const { rows } = await find()
    return () => {
      found.push(...rows.slice(0, each).map((row) => ({ kind, ...show(row) })))
      if (rows.length > each)
        more.push({ kind, path: list === null ? null : `${list}?${new URLSearchParams({ q })}` })
    }
  }
  const few = { q, size: 20 } as const
  const kinds = await Promise.all([
    look(
      'units.read',
      'unit',
      '/don-vi',
      () => ask.units.list(few),
      (row) => ({ title: row.fullName, detail: row.code ?? '', path: `/don-vi/${row.id}` }),
    ),
    look(
      'people.read',
      'person',
      '/can-bo',
      () => ask.people.list(few),
      (row) => ({ title: row.fullName, detail: row.unit?.name ?? '', path: `/can-bo/${row.id}` }),
    ),
    look(
      'classes.read',
      'class',
      // The list of classes is that of one year; what was found may be of any.
      null,
      () => ask.classes.list(few),
      (row) => ({
        title: `${row.code} ${row.name}`,
        detail: printDay(row.opensOn as Day),
        path: `/lop/${row.id}`,
      }),
    ),
    look(
      'programmes.read',
      'programme',
      '/chuong-trinh',
      () => ask.programmes.list(few),
      (row) => ({ title: row.name, detail: row.code, path: `/chuong-trinh/${row.id}` }),
    ),
  ])
  for (const put of kinds) put()
  return { q, rows: found, more }
}

export default function SearchPage({ loaderData: { q, rows, more } }: Route.ComponentProps) {
  const w = useShellWords()
  return (
    <Page
      title={w.search.title}
      lead={q ? w.search.lead({ q, count: rows.length, isAll: more.length === 0 }) : w.search.start}
    >
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
      {more.map(({ kind, path }) => {
        const name = w.search.kinds[kind] ?? kind
        return (
          <p key={kind} className="found-more">
            {path ? <Link to={path}>{w.search.allOf({ kind: name })}</Link> : w.search.moreOf({ kind: name })}
          </p>
        )
      })}
    </Page>
  )
}
