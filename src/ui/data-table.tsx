import { Fragment, type Key, type ReactNode } from 'react'
import { Form, Link, useLocation, useSubmit } from 'react-router'
import { readVietnameseDay } from '../pure/day.ts'
import { printNumber } from '../pure/share.ts'
import { DownArrowIcon, DownIcon, LeftIcon, RightIcon, SheetIcon, UpDownIcon, UpIcon } from './icons.tsx'
import { useFrame, useLocale, useShellWords } from './locale.tsx'

/** One column as data. The first one names the row: it stays in place and is the title of a card on phones. */
export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** The list can be sorted by `key`. */
  sort?: boolean
  align?: 'left' | 'right' | 'center'
  /** Long text that may take several lines. */
  wraps?: boolean
  /** Not shown until it is chosen. */
  spare?: boolean
  /** What stands in the row of totals. */
  total?: ReactNode
}

/** What the address asks of a list, as the loader understood it (`listInput` of the contract). */
export type ListView = { page: number; size: number; sort?: string; desc?: boolean }

/** An empty list teaches: what belongs here, why, and the first step. */
export type Empty = { title: string; text: string; action?: ReactNode }

export const pageSizes = [20, 50, 100] as const

// On phones the rows are cards (display: block), and a browser then forgets that this is a table. The roles say it again.
const role = (name: string) => ({ role: name })

/**
 * A list: real table, numbered, sorted, paged and filtered by the address alone. It fetches nothing and keeps nothing.
 * `name` is the table's own (for the chosen columns), `excel` the address of the same list as a workbook: the filters
 * of the page are added to it. `filter` is a `<FilterBar>`.
 */
export function DataTable<Row>({
  name,
  title,
  rows,
  total,
  columns,
  view,
  rowKey,
  empty,
  filter,
  excel,
}: {
  name: string
  title: string
  rows: readonly Row[]
  total: number
  columns: readonly Column<Row>[]
  view: ListView
  rowKey: (row: Row) => Key
  empty: Empty
  filter?: ReactNode
  excel?: string
}) {
  const w = useShellWords()
  const locale = useLocale()
  const { search } = useLocation()
  const address = new URLSearchParams(search)
  const chosen = useFrame()?.columns[name]
  const shown = shownColumns(columns, chosen)
  const first = (view.page - 1) * view.size
  const hasTotals = shown.some((column) => column.total !== undefined)

  return (
    <section className={shown.length > 6 ? 'table-panel table-wide' : 'table-panel'} aria-label={title}>
      {filter}
      {rows.length === 0 ? (
        <Nothing empty={empty} address={address} total={total} />
      ) : (
        <>
          <div className="table-tools">
            <span className="table-total">
              {w.table.total({
                from: printNumber(first + 1, locale),
                to: printNumber(first + rows.length, locale),
                total: printNumber(total, locale),
              })}
            </span>
            <ColumnChoice name={name} columns={columns} shown={shown} address={address} />
            {excel && (
              <a
                href={`${excel}${excel.includes('?') ? '&' : '?'}${asContractReads(filtersOf(address))}`}
                download
              >
                <SheetIcon />
                {w.table.excel}
              </a>
            )}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <section className="table-box" aria-label={w.table.scrolls({ title })} tabIndex={0}>
            <table className="table" aria-rowcount={total + 1} {...role('table')}>
              <thead {...role('rowgroup')}>
                <tr {...role('row')}>
                  <th scope="col" className="number" {...role('columnheader')}>
                    {w.table.number}
                  </th>
                  {shown.map((column, i) => (
                    <Head key={column.key} column={column} isFirst={i === 0} view={view} address={address} />
                  ))}
                </tr>
              </thead>
              <tbody {...role('rowgroup')}>
                {rows.map((row, i) => (
                  <tr key={rowKey(row)} aria-rowindex={first + i + 2} {...role('row')}>
                    <td className="number" {...role('cell')}>
                      {printNumber(first + i + 1, locale)}
                    </td>
                    {shown.map((column, at) =>
                      at === 0 ? (
                        <th
                          key={column.key}
                          scope="row"
                          className={look(column, true)}
                          {...role('rowheader')}
                        >
                          {column.cell(row)}
                        </th>
                      ) : (
                        <td
                          key={column.key}
                          data-title={column.title}
                          className={look(column)}
                          {...role('cell')}
                        >
                          <span>{column.cell(row)}</span>
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
              {hasTotals && (
                <tfoot {...role('rowgroup')}>
                  <tr {...role('row')}>
                    <td className="number" {...role('cell')} />
                    {shown.map((column, at) => (
                      <td
                        key={column.key}
                        data-title={column.title}
                        className={look(column, at === 0)}
                        {...role('cell')}
                      >
                        <span>{at === 0 ? (column.total ?? w.table.sum) : column.total}</span>
                      </td>
                    ))}
                  </tr>
                </tfoot>
              )}
            </table>
          </section>
          <Foot view={view} total={total} address={address} />
        </>
      )}
    </section>
  )
}

function Head<Row>({
  column,
  isFirst,
  view,
  address,
}: {
  column: Column<Row>
  isFirst: boolean
  view: ListView
  address: URLSearchParams
}) {
  const w = useShellWords()
  const isSorted = view.sort === column.key
  const isDown = isSorted && (view.desc ?? false)
  if (!column.sort)
    return (
      <th scope="col" className={look(column, isFirst)} {...role('columnheader')}>
        {column.title}
      </th>
    )
  const to = changed(address, { sort: column.key, desc: isSorted && !isDown ? 'true' : null, page: null })
  return (
    <th
      scope="col"
      className={look(column, isFirst)}
      aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : undefined}
      {...role('columnheader')}
    >
      <Link
        className="sort"
        to={to}
        preventScrollReset
        title={(isSorted && !isDown ? w.table.sortDown : w.table.sortUp)({ title: column.title })}
      >
        {column.title}
        {isSorted ? isDown ? <DownArrowIcon /> : <UpIcon /> : <UpDownIcon />}
      </Link>
    </th>
  )
}

function ColumnChoice<Row>({
  name,
  columns,
  shown,
  address,
}: {
  name: string
  columns: readonly Column<Row>[]
  shown: readonly Column<Row>[]
  address: URLSearchParams
}) {
  const w = useShellWords()
  const submit = useSubmit()
  const [first, ...others] = columns
  if (!first || others.length < 3) return null
  return (
    <details
      className="columns"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary>
        {w.table.columns}
        <DownIcon />
      </summary>
      <Form
        method="get"
        preventScrollReset
        onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
      >
        <Kept address={address} except={['cot', 'bang']} />
        <input type="hidden" name="bang" value={name} />
        <input type="hidden" name="cot" value={first.key} />
        <fieldset className="choices">
          <legend>{w.table.columnsTitle}</legend>
          {others.map((column) => (
            <label key={column.key}>
              <input type="checkbox" name="cot" value={column.key} defaultChecked={shown.includes(column)} />
              {column.title}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button without-script">
          {w.table.apply}
        </button>
      </Form>
    </details>
  )
}

function Foot({ view, total, address }: { view: ListView; total: number; address: URLSearchParams }) {
  const w = useShellWords()
  const locale = useLocale()
  const last = Math.max(1, Math.ceil(total / view.size))
  // A page that shows all its rows offers no other sizes.
  const showsAll = view.size >= total && !pageSizes.some((size) => size === view.size)
  if (total <= pageSizes[0] || showsAll) return null
  const toPage = (page: number) => changed(address, { page: page === 1 ? null : String(page) })
  return (
    <div className="table-foot">
      <nav className="pages" aria-label={w.table.pages}>
        {view.page > 1 && (
          <Link to={toPage(view.page - 1)} aria-label={w.table.previous} rel="prev">
            <LeftIcon />
          </Link>
        )}
        {pagesAround(view.page, last).map((page, i, all) => (
          <Fragment key={page}>
            {page - (all[i - 1] ?? page) > 1 && <span aria-hidden="true">…</span>}
            {page === view.page ? (
              <span aria-current="page">{printNumber(page, locale)}</span>
            ) : (
              <Link to={toPage(page)} aria-label={w.table.goTo({ page: printNumber(page, locale) })}>
                {printNumber(page, locale)}
              </Link>
            )}
          </Fragment>
        ))}
        {view.page < last && (
          <Link to={toPage(view.page + 1)} aria-label={w.table.next} rel="next">
            <RightIcon />
          </Link>
        )}
      </nav>
      <nav className="pages" aria-label={w.table.size}>
        <span className="pages-label" aria-hidden="true">
          {w.table.size}
        </span>
        {pageSizes.map((size) =>
          size === view.size ? (
            <span key={size} aria-current="true">
              {size}
            </span>
          ) : (
            <Link
              key={size}
              to={changed(address, { size: String(size), page: null })}
              aria-label={w.table.perPage({ size })}
            >
              {size}
            </Link>
          ),
        )}
      </nav>
    </div>
  )
}

function Nothing({ empty, address, total }: { empty: Empty; address: URLSearchParams; total: number }) {
  const w = useShellWords()
  if (total > 0 || [...filtersOf(address)].some(([name, value]) => value !== '' && name !== 'nam'))
    return (
      <div className="empty">
        <h2>{w.table.noMatch}</h2>
        <p>{w.table.noMatchHint}</p>
        <p className="empty-action">
          <Link className="button button-plain" to={cleared(address)}>
            {w.table.clear}
          </Link>
        </p>
      </div>
    )
  return (
    <div className="empty">
      <h2>{empty.title}</h2>
      <p>{empty.text}</p>
      {empty.action && <div className="empty-action">{empty.action}</div>}
    </div>
  )
}

/** The rest of the address as hidden fields of a GET form. */
export function Kept({ address, except }: { address: URLSearchParams; except: readonly string[] }) {
  return [...address]
    .filter(([name]) => !except.includes(name))
    .map(([name, value], i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same name may stand twice with the same value
      <input key={i} type="hidden" name={name} value={value} />
    ))
}

/** What the list is filtered by: the address without sorting, page and columns. */
export function filtersOf(address: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...address].filter(([name]) => !viewNames.includes(name)))
}

const viewNames = ['page', 'size', 'sort', 'desc', 'cot', 'bang']

/** The address of the same list without its filters; year and sorting stay. */
export const cleared = (address: URLSearchParams): string =>
  `?${new URLSearchParams([...address].filter(([name]) => name === 'nam' || (viewNames.includes(name) && name !== 'page')))}`

function changed(address: URLSearchParams, change: Record<string, string | null>): string {
  const next = new URLSearchParams(address)
  for (const [name, value] of Object.entries(change))
    if (value === null) next.delete(name)
    else next.set(name, value)
  return `?${next}`
}

function shownColumns<Row>(columns: readonly Column<Row>[], chosen: string[] | undefined): Column<Row>[] {
  return columns.filter((column, i) => i === 0 || (chosen ? chosen.includes(column.key) : !column.spare))
}

function pagesAround(page: number, last: number): number[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((p) => p >= 1 && p <= last)
  return [...new Set(wanted)].sort((a, b) => a - b)
}

const look = (column: { align?: 'left' | 'right' | 'center'; wraps?: boolean }, isFirst = false): string =>
  [
    isFirst && 'first',
    column.wraps && 'wraps',
    column.align === 'right' && 'to-right',
    column.align === 'center' && 'to-middle',
  ]
    .filter(Boolean)
    .join(' ')

/** The address holds days as they were typed; the contract takes them as yyyy-MM-dd. */
function asContractReads(filters: URLSearchParams): URLSearchParams {
  const read = [...filters].map(([name, value]): [string, string] => {
    const day = readVietnameseDay(value)
    return [name, day.ok ? day.day : value]
  })
  return new URLSearchParams(read)
}
