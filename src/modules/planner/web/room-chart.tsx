import { useWords } from '../../../ui/locale.tsx'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import './scenario.css'

type Shown = { id: string; title: string; weeks: readonly number[]; rooms: readonly string[] }

const [left, unit, rowHeight, top] = [130, 14, 24, 22]

/** Rooms × weeks as one picture. All of its content stands in the table of classes too, where phones show it. */
export function RoomChart({
  classes,
  weeks,
  closed,
}: {
  classes: readonly Shown[]
  weeks: Readonly<Record<string, string>>
  closed: readonly number[]
}) {
  const w = useWords(vi, en)
  const rooms = [...new Set(classes.flatMap((one) => one.rooms))].sort()
  const numbers = Object.keys(weeks)
    .map(Number)
    .sort((a, b) => a - b)
  if (rooms.length === 0) return null
  const months = numbers.filter(
    (week, i) => i === 0 || weeks[String(week)]?.slice(5, 7) !== weeks[String(numbers[i - 1])]?.slice(5, 7),
  )
  const x = (week: number) => left + (week - 1) * unit
  const width = left + numbers.length * unit
  const height = top + rooms.length * rowHeight
  return (
    <div className="room-chart">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={w.pages.chartText({ rooms: rooms.length, classes: classes.length })}
      >
        {closed.map((week) => (
          <rect key={week} className="closed" x={x(week)} y={top} width={unit} height={height - top} />
        ))}
        {months.map((week) => (
          <text key={week} className="month" x={x(week)} y={14}>
            {w.pages.month({ month: Number(weeks[String(week)]?.slice(5, 7)) })}
          </text>
        ))}
        {rooms.map((room, r) => (
          <g key={room}>
            <text className="room" x={0} y={top + r * rowHeight + 16}>
              {room.length > 18 ? `${room.slice(0, 17)}…` : room}
            </text>
            <line className="rule" x1={0} x2={width} y1={top + r * rowHeight} y2={top + r * rowHeight} />
            {classes
              .filter((one) => one.rooms.includes(room))
              .flatMap((one) =>
                spans(one.weeks, closed).map(([from, to]) => (
                  <rect
                    key={`${one.id} ${from}`}
                    className="class"
                    x={x(from) + 1}
                    y={top + r * rowHeight + 3}
                    width={(to - from + 1) * unit - 2}
                    height={rowHeight - 6}
                    rx={2}
                  >
                    <title>{`${one.title}, ${w.pages.rests({ from, to })}`}</title>
                  </rect>
                )),
              )}
          </g>
        ))}
      </svg>
    </div>
  )
}

/** Weeks as stretches: closed weeks do not interrupt one. */
function spans(weeks: readonly number[], closed: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (const week of weeks) {
    const last = found.at(-1)
    let next = (last?.[1] ?? -1) + 1
    while (closed.includes(next)) next += 1
    if (last && next === week) last[1] = week
    else found.push([week, week])
  }
  return found
}
