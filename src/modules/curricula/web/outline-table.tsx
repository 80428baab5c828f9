import { Fragment, type ReactNode } from 'react'
import { Link } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { useLocale, useShellWords, useWords } from '../../../ui/locale.tsx'
import { hourKinds } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Hours, Line } from './shapes.ts'

// On phones the rows are cards, and a browser then forgets that this is a table. The roles say it again.
const role = (name: string) => ({ role: name })

/**
 * The outline as the paper has it: number, title, hours by kind, sum; each level with what is below it. A kind of hours that
 * nobody uses has no column. `mark` says what waits at an item, `inPlace` what stands below its row, `behind` what stands after all
 * that is below an item (null: after everything).
 */
export function OutlineTable({
  items,
  sums,
  total,
  leadsTo,
  mark,
  inPlace,
  behind,
  empty,
  foot,
}: {
  items: readonly Line[]
  sums: Hours
  total: number
  leadsTo?: ((line: Line) => { to: string; label: string; isOpen: boolean }) | undefined
  mark?: (line: Line) => ReactNode
  inPlace?: (line: Line) => ReactNode
  behind?: (line: Line | null) => ReactNode
  empty: ReactNode
  foot?: ReactNode
}) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const scrolls = useShellWords().table.scrolls({ title: w.pages.outline })
  const n = (value: number) => (value === 0 ? '' : printNumber(value, locale))
  const kinds = hourKinds.filter(
    (kind) => sums[kind] > 0 || ['theory', 'discussion', 'practice'].includes(kind),
  )
  const width = kinds.length + 3
  const cells = (hours: Hours, all: number) => (
    <>
      {kinds.map((kind) => (
        <td
          key={kind}
          data-title={w.hours[kind]}
          className={hours[kind] === 0 ? 'to-right nothing' : 'to-right'}
          {...role('cell')}
        >
          <span>{n(hours[kind])}</span>
        </td>
      ))}
      <td data-title={w.fields.total} className="to-right outline-sum" {...role('cell')}>
        <span>{n(all)}</span>
      </td>
    </>
  )
  const wide = (content: ReactNode) =>
    content ? (
      <tr className="in-place" {...role('row')}>
        <td colSpan={width} {...role('cell')}>
          <div>{content}</div>
        </td>
      </tr>
    ) : null
  /** The items that end with this row: itself if nothing is below it, and what it is the last one of. */
  const endsAt = (i: number): Line[] => {
    const ends: Line[] = []
    const next = items[i + 1]
    for (let at: Line | undefined = items[i]; at; ) {
      if (next && next.depth > at.depth) break
      ends.push(at)
      const parentId: number | null = at.parentId
      at = items.find((one) => one.id === parentId)
    }
    return ends
  }
  return (
    <section className="table-panel table-wide outline" aria-label={w.pages.outline}>
      {items.length === 0 ? (
        <div className="empty">{empty}</div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <section className="table-box" aria-label={scrolls} tabIndex={0}>
          <table className="table" {...role('table')}>
            <thead {...role('rowgroup')}>
              <tr {...role('row')}>
                <th scope="col" className="number" {...role('columnheader')}>
                  {w.fields.number}
                </th>
                <th scope="col" className="first wraps" {...role('columnheader')}>
                  {w.fields.content}
                </th>
                {kinds.map((kind) => (
                  <th key={kind} scope="col" className="to-right" {...role('columnheader')}>
                    <abbr title={w.hours[kind]}>{w.hoursShort[kind]}</abbr>
                  </th>
                ))}
                <th scope="col" className="to-right" {...role('columnheader')}>
                  {w.fields.total}
                </th>
              </tr>
            </thead>
            <tbody {...role('rowgroup')}>
              {items.map((line, i) => {
                const link = leadsTo?.(line)
                return (
                  <Fragment key={line.id}>
                    <tr
                      id={`muc-${line.id}`}
                      className={`outline-${line.kind} outline-depth-${line.depth}`}
                      {...role('row')}
                    >
                      <td className="number" {...role('cell')}>
                        {line.number}
                      </td>
                      <th scope="row" className="first wraps" {...role('rowheader')}>
                        <span className="outline-card-number" aria-hidden="true">
                          {line.number}.{' '}
                        </span>
                        {link ? (
                          <Link
                            to={link.to}
                            preventScrollReset
                            aria-label={link.label}
                            aria-expanded={link.isOpen}
                          >
                            {line.title}
                          </Link>
                        ) : (
                          line.title
                        )}
                        {mark?.(line)}
                      </th>
                      {cells(line.sums, line.total)}
                    </tr>
                    {wide(inPlace?.(line))}
                    {behind && endsAt(i).map((one) => <Fragment key={one.id}>{wide(behind(one))}</Fragment>)}
                  </Fragment>
                )
              })}
            </tbody>
            <tfoot {...role('rowgroup')}>
              <tr {...role('row')}>
                <td className="number" {...role('cell')} />
                <td className="first" data-title="" {...role('cell')}>
                  <span>{w.fields.whole}</span>
                </td>
                {cells(sums, total)}
              </tr>
            </tfoot>
          </table>
        </section>
      )}
      {behind?.(null) && <div className="panel-body">{behind(null)}</div>}
      {foot}
    </section>
  )
}
