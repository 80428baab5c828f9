import { Link, redirect } from 'react-router'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/start.page.ts'

export const loader = async ({ context }: Route.LoaderArgs) => {
  if (!visit(context).actor) throw redirect('/dang-nhap')
  return { tasks: await api(context).coordination.tasks() }
}

export default function StartPage({ loaderData: { tasks } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mine = tasks.filter((one) => one.turn === 'mine')
  const theirs = tasks.filter((one) => one.turn === 'theirs')
  return (
    <Page title={w.title} lead={w.lead({ count: mine.length })}>
      {tasks.length === 0 && <p className="quiet">{w.nothing}</p>}
      {mine.length > 0 && <TaskList title={w.mine} tasks={mine} />}
      {theirs.length > 0 && <TaskList title={w.theirs} tasks={theirs} />}
    </Page>
  )
}

type Task = Route.ComponentProps['loaderData']['tasks'][number]

function TaskList({ title, tasks }: { title: string; tasks: Task[] }) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  return (
    <Panel title={title} flush>
      <ul className="rows">
        {tasks.map((one) => (
          <li key={`${one.kind} ${one.path}`}>
            <Link to={one.path}>{w.kinds[one.kind](one.about)}</Link>
            {one.since && <span className="quiet figures">{w.since({ at: printAt(one.since) })}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
