import { Link } from 'react-router'
import type * as z from 'zod'
import { addDays, type Day, daysIn } from '../../../pure/day.ts'
import { useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { calendarEntry, teachingWeek } from '../contract.ts'
import { holds, mondayOf, overlaps, weekdayOf } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

type Entry = z.infer<typeof calendarEntry>
type Week = z.infer<typeof teachingWeek>

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
/** More units than this are counted, not named: the list names them. */
const namedUnits = 3

/** One month: its weeks with their ISO numbers and the teaching days left, and what takes the others. */
export function Month({
  year,
  month,
  today,
  entries,
  weeks,
}: {
  year: number
  month: number
  today: Day
  entries: readonly Entry[]
  weeks: readonly Week[]
}) {
  const w = useWords(vi, en)
  const two = String(month).padStart(2, '0')
  const span = { fromOn: `${year}-${two}-01`, lastOn: `${year}-${two}-${daysIn(year, month)}` }
  const own = entries.filter((entry) => overlaps(entry, span))
  const mondays: Day[] = []
  for (let monday = mondayOf(span.fromOn); monday <= span.lastOn; monday = addDays(monday, 7))
    mondays.push(monday)
  const units = own.filter((entry) => entry.unitId !== null)
  const named = units.length > namedUnits ? own.filter((entry) => entry.unitId === null) : own
  return (
    <Panel title={w.monthOf({ month, year })}>
      <table className="month">
        <thead>
          <tr>
            <th scope="col">{w.week}</th>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {w.weekdays[weekday]}
              </th>
            ))}
            <th scope="col" title={w.teachingDays}>
              {w.teachingDaysShort}
            </th>
          </tr>
        </thead>
        <tbody>
          {mondays.map((monday) => {
            const week = weeks.find((one) => one.mondayOn === monday)
            return (
              <tr key={monday}>
                <th scope="row">{week?.week ?? '–'}</th>
                {weekdays.map((weekday) => {
                  const on = addDays(monday, weekday - 1)
                  return on < span.fromOn || on > span.lastOn ? (
                    <td key={on} />
                  ) : (
                    <DayCell key={on} on={on} isToday={on === today} entries={own} />
                  )
                })}
                <td className="left">{week?.days ?? '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {own.length > 0 && (
        <ul className="month-entries">
          {named.map((entry) => (
            <li key={entry.id}>
              <span className="when">{w.shortSpan({ fromOn: entry.fromOn, lastOn: entry.lastOn })}</span>{' '}
              {entry.can.includes('edit') ? <Link to={`/lich/${entry.id}`}>{entry.title}</Link> : entry.title}
              {entry.unit && `, ${entry.unit}`}
              {entry.stopsTeaching && ` (${w.stops})`}
              {entry.needsConfirmation && <strong> {w.confirm}</strong>}
            </li>
          ))}
          {units.length > namedUnits && (
            <li>
              <Link to={`/lich/danh-sach?nam=${year}&kind=busy`}>{w.busyUnits({ count: units.length })}</Link>
            </li>
          )}
        </ul>
      )}
    </Panel>
  )
}

function DayCell({ on, isToday, entries }: { on: Day; isToday: boolean; entries: readonly Entry[] }) {
  const here = entries.filter((entry) => holds(entry, on))
  const marks = [
    'day-mark',
    here.some((entry) => entry.stopsTeaching)
      ? 'day-stops'
      : here.some((entry) => entry.unitId === null)
        ? 'day-event'
        : '',
    here.some((entry) => entry.unitId !== null) ? 'day-busy' : '',
  ]
  const titles = here.map((entry) => entry.title).join('; ')
  const look = [weekdayOf(on) > 5 && 'weekend', isToday && 'today'].filter(Boolean).join(' ')
  return (
    <td className={look} {...(titles && { title: titles })} aria-current={isToday ? 'date' : undefined}>
      <span className={marks.filter(Boolean).join(' ')}>{Number(on.slice(8))}</span>
      {titles && <span className="hidden-label"> {titles}</span>}
    </td>
  )
}
