import { useId } from 'react'
import { useWords } from './locale.tsx'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/**
 * Letters as Word files: the layout is chosen first, then which letter. A form of the browser's own, so that the file comes
 * without script too. A letter without a kind is the only one at its address.
 */
export function Letters({
  address,
  letters,
  filter = {},
}: {
  address: string
  letters: readonly { kind?: string; title: string }[]
  /** What of the page's view goes with it; what is undefined does not. */
  filter?: Record<string, string | undefined>
}) {
  const w = useWords(vi, en)
  const id = useId()
  return (
    <form method="get" action={address} className="letters">
      {Object.entries(filter).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <span>
        <label htmlFor={id}>{w.letterLayout}</label>
        <select id={id} name="layout" defaultValue="state">
          {Object.entries(w.letterLayouts).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </span>
      {letters.map(({ kind, title }) => (
        <button
          key={title}
          type="submit"
          className="button button-plain"
          {...(kind && { name: 'kind', value: kind })}
        >
          {title}
        </button>
      ))}
    </form>
  )
}
