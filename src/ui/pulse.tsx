import { useShellWords } from './locale.tsx'

/** One month of cooperation: something came on time, came late, did not come, is not due yet, or nothing was due. */
export type Beat = 'onTime' | 'late' | 'none' | 'future' | 'idle'

const sizes = {
  small: { step: 9, base: 14, peak: 2, half: 2.6, height: 16 },
  large: { step: 31, base: 46, peak: 4, half: 5.5, height: 66 },
}

/**
 * The pulse: a line with one beat a month. Filled on time, hollow late, flat where nothing came, faint where nothing was due.
 * Small beside a name, large on a page, where it names the months, from `firstMonth` on (January unless said), and explains
 * itself (`hasKey`).
 */
export function Pulse({
  beats,
  title,
  size = 'small',
  firstMonth = 1,
  hasKey = size === 'large',
}: {
  beats: readonly Beat[]
  title: string
  size?: 'small' | 'large'
  firstMonth?: number
  hasKey?: boolean
}) {
  const w = useShellWords()
  const { step, base, peak, half, height } = sizes[size]
  const count = (beat: Beat) => beats.filter((b) => b === beat).length
  const label = w.pulse.label({
    title,
    onTime: count('onTime'),
    late: count('late'),
    none: count('none'),
    idle: count('idle'),
  })
  const width = step * beats.length
  return (
    <>
      <svg
        className={`pulse pulse-${size}`}
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
      >
        {beats.map((beat, i) => {
          const left = i * step
          const middle = left + step / 2
          const spike = `M${middle - half} ${base}L${middle} ${peak}L${middle + half} ${base}`
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the year is the month
            <g key={i}>
              {beat === 'onTime' || beat === 'late' ? (
                <>
                  <path d={`M${left} ${base}H${middle - half}M${middle + half} ${base}H${left + step}`} />
                  <path className={`beat-${beat}`} d={`${spike}${beat === 'onTime' ? 'Z' : ''}`} />
                </>
              ) : (
                <path className={`beat-${beat}`} d={`M${left} ${base}H${left + step}`} />
              )}
              {size === 'large' && (
                <text x={middle} y={height - 4}>
                  {((firstMonth - 1 + i) % 12) + 1}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      {hasKey && (
        <p className="pulse-key">
          <span>
            <Sample beat="onTime" /> {w.pulse.onTime}
          </span>
          <span>
            <Sample beat="late" /> {w.pulse.late}
          </span>
          <span>
            <Sample beat="none" /> {w.pulse.none}
          </span>
          <span>
            <Sample beat="idle" /> {w.pulse.idle}
          </span>
        </p>
      )}
    </>
  )
}

function Sample({ beat }: { beat: Beat }) {
  return (
    <svg className="pulse" viewBox="0 0 16 14" width="16" height="14" aria-hidden="true" focusable="false">
      {beat === 'none' || beat === 'idle' ? (
        <path className={`beat-${beat}`} d="M0 12H16" />
      ) : (
        <>
          <path d="M0 12H4.5M11.5 12H16" />
          <path className={`beat-${beat}`} d={`M4.5 12L8 1L11.5 12${beat === 'onTime' ? 'Z' : ''}`} />
        </>
      )}
    </svg>
  )
}
