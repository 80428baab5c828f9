import { Children, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Form, Link, useLocation, useSubmit } from 'react-router'
import { cleared, filtersOf, Kept } from './data-table.tsx'
import { FormContext, type Values } from './form-context.ts'
import { useShellWords } from './locale.tsx'

const waitMs = 350

/**
 * The filters of a list, kept in the address. Choices apply at once, text a moment after the last key; without script
 * there is a button. A field that is being typed into is never touched: Vietnamese input methods need it left alone.
 * `keeps`: what the address filters by without a field here, such as the unit of a link that led to the list.
 * `clears`: false where something is always chosen, so that there is nothing to take away.
 */
export function FilterBar({
  children,
  keeps = [],
  clears = true,
}: {
  children: ReactNode
  keeps?: readonly string[]
  clears?: boolean
}) {
  const w = useShellWords()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { pathname, search } = useLocation()
  const address = new URLSearchParams(search)
  const submit = useSubmit()
  const seen = useRef(search)

  useEffect(() => {
    if (!form.current) return
    if (seen.current === search) {
      // Chosen or typed before the script was there, on a slow phone: it counts all the same.
      if ([...form.current.elements].some((field) => isField(field) && isChanged(field)))
        form.current.requestSubmit()
      return
    }
    seen.current = search
    // Back and forward change the address: the fields follow, except the one in hand.
    const now = new URLSearchParams(search)
    for (const field of form.current.elements) {
      if (field === document.activeElement) continue
      if (field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && isText(field))) {
        const value = now.get(field.name) ?? field.dataset.usual ?? ''
        if (field.value !== value) field.value = value
      }
    }
  }, [search])

  useEffect(() => () => clearTimeout(timer.current), [])

  const apply = () => {
    clearTimeout(timer.current)
    if (!form.current) return
    const fields = new Set([...form.current.elements].filter(isField).map((field) => field.name))
    const hidden = [...form.current.elements].filter(
      (field) => field instanceof HTMLInputElement && field.type === 'hidden',
    )
    const next = new URLSearchParams()
    // Without its box ticked a checkbox leaves only its hidden «false», which says nothing in an address.
    for (const field of hidden as HTMLInputElement[])
      if (!fields.has(field.name)) next.append(field.name, field.value)
    for (const [name, value] of new FormData(form.current))
      if (fields.has(name) && typeof value === 'string' && value.trim() !== '' && value !== 'false')
        next.append(name, value.normalize('NFC').trim())
    if (`?${next}` === `?${without(address, ['page'])}`) return
    submit(next, { method: 'get', action: pathname, replace: true, preventScrollReset: true })
  }

  const isFiltered = [...filtersOf(address)].some(([name, value]) => value !== '' && name !== 'nam')
  // A phone shows the first filter, and the others when they are wanted or in use.
  const [first, ...others] = Children.toArray(children)
  const [isOpen, setOpen] = useState(isFiltered)
  return (
    <Form
      ref={form}
      method="get"
      className="filter"
      autoComplete="off"
      role="search"
      aria-label={w.filter.title}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
      onInput={(event) => {
        clearTimeout(timer.current)
        const isTyped = event.target instanceof HTMLInputElement && isText(event.target)
        if ((event.nativeEvent as InputEvent).isComposing) return
        timer.current = setTimeout(apply, isTyped ? waitMs : 0)
      }}
      onCompositionEnd={() => {
        clearTimeout(timer.current)
        timer.current = setTimeout(apply, waitMs)
      }}
    >
      <Kept
        address={address}
        except={[...address.keys()].filter((n) => n === 'page' || !(kept.includes(n) || keeps.includes(n)))}
      />
      <FormContext.Provider value={{ id, values: valuesOf(address), problems: [], isFilter: true }}>
        {first}
        {others.length > 0 && (
          <>
            <button
              type="button"
              className="button filter-toggle"
              aria-expanded={isOpen}
              aria-controls={`${id}-more`}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? w.filter.fewer : w.filter.more}
            </button>
            <div className="filter-more" id={`${id}-more`} data-open={isOpen || undefined}>
              {others}
            </div>
          </>
        )}
      </FormContext.Provider>
      <button type="submit" className="button without-script">
        {w.filter.submit}
      </button>
      {clears && isFiltered && (
        <Link className="filter-clear" to={cleared(address)} preventScrollReset>
          {w.table.clear}
        </Link>
      )}
    </Form>
  )
}

const kept = ['nam', 'size', 'sort', 'desc', 'bang', 'cot']

type Named = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isField = (element: Element): element is Named =>
  'name' in element &&
  element.name !== '' &&
  !(element instanceof HTMLInputElement && element.type === 'hidden')

function isChanged(field: Named): boolean {
  if (!(field instanceof HTMLSelectElement))
    return 'defaultValue' in field && field.value !== field.defaultValue
  const usual = Math.max(
    0,
    [...field.options].findIndex((option) => option.defaultSelected),
  )
  return field.selectedIndex !== usual
}

const isText = (input: HTMLInputElement) => input.type === 'text' || input.type === 'search'

function without(address: URLSearchParams, names: string[]): URLSearchParams {
  return new URLSearchParams([...address].filter(([name]) => !names.includes(name)))
}

function valuesOf(address: URLSearchParams): Values {
  const values: Values = {}
  for (const name of address.keys()) {
    const all = address.getAll(name)
    values[name] = all.length > 1 ? all : (all[0] ?? '')
  }
  return values
}
