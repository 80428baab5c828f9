import { printNumber } from '../pure/share.ts'
import { useLocale, useShellWords } from './locale.tsx'

/** One pair of bars. `held` null: not known yet (a month to come), so no bar of length 0 that would say «nothing». */
export type PlanActual = { label: string; plan: number; held: number | null }

/** Labels up to this length stand under columns; longer ones need lines of their own. */
const shortLabel = 4

/**
 * Plan against result: a pale broad bar is the plan, a dark narrow one over it what was held. Months stand as columns,
 * things with names as lines. Drawn on the server with nothing but elements: it is there without script, at once, on
 * paper, and as a table for who cannot see it. `height` in pixels, of the columns.
 */
export function PlanActualChart({
  title,
  items,
  height = 130,
}: {
  title: string
  items: readonly PlanActual[]
  height?: number
}) {
  const w = useShellWords()
  const locale = useLocale()
  const print = (value: number) => printNumber(value, locale)
  const most = Math.max(1, ...items.flatMap((item) => [item.plan, item.held ?? 0]))
  const isLong = items.some((item) => item.label.length > shortLabel)
  const lines = scaleOf(most)
  const top = isLong ? most : (lines.at(-1) ?? most)
  const share = (value: number) => `${(value / top) * 100}%`
  const says = (item: PlanActual) =>
    w.chart.says({
      label: item.label,
      plan: print(item.plan),
      held: item.held === null ? w.chart.notYet : print(item.held),
    })

  return (
    <figure className="chart panel">
      <figcaption className="chart-head">
        <h2>{title}</h2>
        <span className="chart-key">
          <span>{w.chart.plan}</span>
          <span className="chart-held">{w.chart.held}</span>
        </span>
      </figcaption>
      {isLong ? (
        <div className="bars-across" role="img" aria-label={title}>
          {items.map((item) => (
            <div key={item.label} className="bars-line" title={says(item)}>
              <span className="bars-name">{item.label}</span>
              <span className="bars-track">
                <span className="bar-plan" style={{ width: share(item.plan) }} />
                {item.held !== null && <span className="bar-held" style={{ width: share(item.held) }} />}
              </span>
              <span className="bars-figures">
                {item.held === null ? '–' : print(item.held)}/{print(item.plan)}
              </span>
            </div>
          ))}
        </div>
      ) : (
        <div className="bars-up" role="img" aria-label={title}>
          <div className="bars-field" style={{ height }}>
            {lines.map((line) => (
              <span key={line} className="bars-rule" style={{ bottom: share(line) }}>
                <span>{print(line)}</span>
              </span>
            ))}
            <div className="bars-columns">
              {items.map((item) => (
                <span key={item.label} className="bars-column" title={says(item)}>
                  <span className="bar-plan" style={{ height: share(item.plan) }} />
                  {item.held !== null && <span className="bar-held" style={{ height: share(item.held) }} />}
                </span>
              ))}
            </div>
          </div>
          <div className="bars-labels">
            {items.map((item) => (
              <span key={item.label}>{item.label}</span>
            ))}
          </div>
        </div>
      )}
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

/** Whole round numbers from 0 to the first that is not below `most`: at most five lines. */
function scaleOf(most: number): number[] {
  const size = 10 ** Math.floor(Math.log10(most / 4))
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * size).find((s) => s * 4 >= most) ?? size * 10)
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step)
}
