import { useEffect, useRef } from 'react'
import { printNumber } from '../pure/share.ts'
import { useLocale, useShellWords } from './locale.tsx'

/** One pair of bars. `held` null: not known yet (a month to come), so no bar of length 0 that would say «nothing». */
export type PlanActual = { label: string; plan: number; held: number | null }

/**
 * Plan against result: a pale broad bar is the plan, a dark narrow one over it what was held.
 * The drawing is loaded after the page and takes a place that was kept for it; the figures are there as a table,
 * without script and for screen readers.
 */
export function PlanActualChart({
  title,
  items,
  height = 170,
}: {
  title: string
  items: readonly PlanActual[]
  height?: number
}) {
  const w = useShellWords()
  const locale = useLocale()
  const place = useRef<HTMLDivElement>(null)
  const print = (value: number) => printNumber(value, locale)

  useEffect(() => {
    if (!place.current) return
    const box = place.current
    let isGone = false
    let dispose = () => {}
    import('./plan-actual-drawing.ts').then(({ drawPlanActual }) => {
      if (!isGone)
        dispose = drawPlanActual(box, items, {
          plan: w.chart.plan,
          held: w.chart.held,
          print: (n) => printNumber(n, locale),
        })
    })
    return () => {
      isGone = true
      dispose()
    }
  }, [items, w, locale])

  return (
    <figure className="chart panel">
      <figcaption className="chart-head">
        <h2>{title}</h2>
        <span className="chart-key">
          <span>{w.chart.plan}</span>
          <span className="chart-held">{w.chart.held}</span>
        </span>
      </figcaption>
      <div ref={place} className="chart-drawing" style={{ height }} role="img" aria-label={title} />
      <details>
        <summary>{w.chart.asTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.chart.item}</th>
              <th scope="col">{w.chart.plan}</th>
              <th scope="col">{w.chart.held}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.label}>
                <th scope="row">{item.label}</th>
                <td>{print(item.plan)}</td>
                <td>{item.held === null ? '–' : print(item.held)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
