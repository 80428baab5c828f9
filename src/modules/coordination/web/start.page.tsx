import { Link, redirect } from 'react-router'
import { type Day, daysBetween } from '../../../pure/day.ts'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/start.page.ts'
import './coordination.css'
import { PulseOfUnit } from './pulse-part.tsx'

export const loader = async ({ context }: Route.LoaderArgs) => {
  const { actor, today } = visit(context)
  if (!actor) throw redirect('/dang-nhap')
  const { coordination } = api(context)
  // Who works for a unit sees its pulse; who works for the school finds all of them on a page of their own.
  const own =
    actor.rights.includes('coordination.read') && actor.roles.every(({ unitId }) => unitId !== null)
      ? actor.roles[0]
      : undefined
  const [tasks, pulse] = await Promise.all([
    coordination.tasks(),
    own?.unitId ? coordination.pulse({ unitId: own.unitId }) : null,
  ])
  return { tasks, pulse, today }
}

export default function StartPage({ loaderData: { tasks, pulse, today } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mine = tasks.filter((one) => one.turn === 'mine')
  const theirs = tasks.filter((one) => one.turn === 'theirs')
  const span = (one: Task) =>
    one.dueOn === null
      ? 'none'
      : daysBetween(today, one.dueOn as Day) < 0
        ? 'overdue'
        : daysBetween(today, one.dueOn as Day) <= 7
          ? 'thisWeek'
          : 'later'
  const groups = (['overdue', 'thisWeek', 'later', 'none'] as const)
    .map((key) => ({ key, tasks: mine.filter((one) => span(one) === key) }))
    .filter((group) => group.tasks.length > 0)
  const hasDays = groups.some((group) => group.key !== 'none')
  return (
    <Page title={w.title} lead={w.lead({ count: mine.length })}>
      {tasks.length === 0 && <p className="quiet">{w.nothing}</p>}
      {groups.map(({ key, tasks }) => (
        <TaskList key={key} title={hasDays ? w.due[key] : w.mine} tasks={tasks} today={today} />
      ))}
      {theirs.length > 0 && <TaskList title={w.theirs} tasks={theirs} today={today} />}
      {pulse && (
        <Panel title={`${w.page.pulse}: ${pulse.unitName}`}>
          <PulseOfUnit pulse={pulse} />
        </Panel>
      )}
    </Page>
  )
}

type Task = Route.ComponentProps['loaderData']['tasks'][number]

function TaskList({ title, tasks, today }: { title: string; tasks: Task[]; today: Day }) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  return (
    <Panel title={title} flush>
      <ul className="rows">
        {tasks.map((one) => {
          const days = one.dueOn === null ? null : daysBetween(today, one.dueOn as Day)
          return (
            <li key={`${one.kind} ${one.path} ${one.about.title ?? ''}`}>
              <span>
                <Link to={one.path}>{w.kinds[one.kind](one.about)}</Link>
                {one.forWhom && <span className="remark quiet">{w.forWhom({ unit: one.forWhom })}</span>}
              </span>
              {days !== null ? (
                <span className={days < 0 ? 'wrong figures' : 'quiet figures'}>
                  {w.dueOn({ on: one.dueOn as Day, days })}
                </span>
              ) : (
                one.since && <span className="quiet figures">{w.since({ at: printAt(one.since) })}</span>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
