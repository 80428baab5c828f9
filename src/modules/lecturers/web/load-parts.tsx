import type * as z from 'zod'
import { printNumber } from '../../../pure/share.ts'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { lecturerLoad } from '../contract/load.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import './fields.css'

type Load = z.infer<typeof lecturerLoad>

/** Hours arranged against hours that could be taught; beyond the limit it says so in words too. */
export function LoadCell({ of: { planned, capacity } }: { of: { planned: number; capacity: number } }) {
  const w = useWords(vi, en)
  if (planned === 0 && capacity === 0) return '–'
  if (planned <= capacity) return w.load.cell({ planned, capacity })
  return (
    <span className="wrong">
      {w.load.cell({ planned, capacity })} <span className="hidden-label">{w.load.over}</span>
    </span>
  )
}

/** One lecturer's year, month by month. */
export function YearOfLoad({ load, year }: { load: Load; year: number }) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const n = (value: number) => printNumber(value, locale)
  return (
    <Panel title={w.load.of({ year })} flush holdsTable>
      <section className="table-box" aria-label={w.load.of({ year })}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{w.load.year}</th>
              <th scope="col" className="align-right">
                {w.load.planned}
              </th>
              <th scope="col" className="align-right">
                {w.load.capacity}
              </th>
              <th scope="col" className="align-right">
                {w.load.left}
              </th>
            </tr>
          </thead>
          <tbody>
            {load.months.map((one) => (
              <tr key={one.month}>
                <th scope="row">{w.load.monthLong({ month: one.month })}</th>
                <td className="align-right figures">{n(one.planned)}</td>
                <td className="align-right figures">{n(one.capacity)}</td>
                <td className="align-right figures">
                  {one.planned > one.capacity ? (
                    <span className="wrong">
                      {n(one.capacity - one.planned)} ({w.load.over})
                    </span>
                  ) : (
                    n(one.capacity - one.planned)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{year}</th>
              <td className="align-right figures">{n(load.planned)}</td>
              <td className="align-right figures">{n(load.capacity)}</td>
              <td className="align-right figures">{n(load.capacity - load.planned)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </Panel>
  )
}
