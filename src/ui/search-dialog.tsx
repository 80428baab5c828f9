import { useEffect, useRef } from 'react'
import { Form, Link, useFetcher, useNavigate } from 'react-router'
import { SearchIcon } from './icons.tsx'
import { useShellWords } from './locale.tsx'
import type { loader } from './pages/search.page.tsx'

const waitMs = 200
// So many stand under the field without scrolling on a laptop.
const most = 8

/**
 * Search on Ctrl/⌘-K. Without script the button is a link to the page that does the same.
 * The text field is left alone while typing: Vietnamese input methods replace what they have written.
 */
export function SearchDialog() {
  const w = useShellWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const fetcher = useFetcher<typeof loader>()
  const navigate = useNavigate()

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return
      event.preventDefault()
      dialog.current?.showModal()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  const ask = (q: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => fetcher.load(`/tim?${new URLSearchParams({ q: q.trim() })}`), waitMs)
  }
  const close = () => dialog.current?.close()
  const found = fetcher.data
  const step = (from: Element | null, by: number) => {
    const links = [...(dialog.current?.querySelectorAll<HTMLElement>('input[name=q], .found a') ?? [])]
    const at = links.indexOf(from as HTMLElement)
    links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus()
  }

  return (
    <>
      <Link
        to="/tim"
        className="bar-search"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          dialog.current?.showModal()
        }}
      >
        <SearchIcon />
        <span>{w.search.open}</span>
        <kbd>Ctrl K</kbd>
      </Link>
      <dialog
        ref={dialog}
        className="dialog search-dialog"
        aria-label={w.search.title}
        onClick={(event) => event.target === event.currentTarget && close()}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            step(document.activeElement, event.key === 'ArrowDown' ? 1 : -1)
          }
        }}
      >
        <Form
          method="get"
          action="/tim"
          onSubmit={(event) => {
            event.preventDefault()
            const first = found?.rows[0]
            const q = new FormData(event.currentTarget).get('q')
            close()
            navigate(first && found.q === q ? first.path : `/tim?${new URLSearchParams({ q: String(q) })}`)
          }}
        >
          <label className="search-field">
            <SearchIcon />
            <span className="hidden-label">{w.search.label}</span>
            <input
              name="q"
              type="search"
              autoComplete="off"
              placeholder={w.search.label}
              onInput={(event) => ask(event.currentTarget.value)}
            />
          </label>
        </Form>
        <div className="search-answers" role="status" aria-live="polite">
          {!found?.q && <p className="quiet search-hint">{w.search.start}</p>}
          {found?.q && found.rows.length === 0 && <p className="quiet search-hint">{w.search.nothing}</p>}
          {found?.q && found.rows.length > 0 && (
            <span className="hidden-label">{w.search.found({ count: found.rows.length })}</span>
          )}
        </div>
        {found?.q && found.rows.length > 0 && (
          <ul className="found">
            {found.rows.slice(0, most).map((row) => (
              <li key={row.path}>
                <Link to={row.path} onClick={close}>
                  <span className="found-title">{row.title}</span>
                  <span className="found-detail">{row.detail}</span>
                  <span className="found-kind">{w.search.kinds[row.kind] ?? row.kind}</span>
                </Link>
              </li>
            ))}
            {(found.rows.length > most || found.more.length > 0) && (
              <li>
                <Link to={`/tim?${new URLSearchParams({ q: found.q })}`} onClick={close}>
                  {w.search.all}
                </Link>
              </li>
            )}
          </ul>
        )}
      </dialog>
    </>
  )
}
