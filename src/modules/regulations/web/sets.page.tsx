import { printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { useCan, useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/sets.page.ts'

export const loader = ({ context }: Route.LoaderArgs) => api(context).regulations.sets()

export default function SetsPage({ loaderData: { sets, groups } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayRead = useCan('people.read')
  const groupName = new Map(groups.map((group) => [group.code, group.name]))
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={mayRead && <ButtonLink to="/quy-dinh/con-thieu">{w.whoLacks}</ButtonLink>}
    >
      {sets.map((set) => (
        <Panel key={set.id} title={`${set.document} (${set.id})`} flush>
          <div className="panel-body">
            <p>
              <strong>{set.isInForce ? w.inForce : w.past}.</strong>{' '}
              {w.period({ from: printDay(set.fromOn), until: set.untilOn && printDay(set.untilOn) })}{' '}
              {set.title}, {set.issuer}, {printDay(set.issuedOn)}.{' '}
              {set.toConfirm > 0 && w.toConfirm({ count: set.toConfirm })}
            </p>
            {set.notes.length > 0 && (
              <ul>
                {set.notes.map((note) => (
                  <li key={note.text}>
                    {note.text} {note.tag === 'toConfirm' && <em>({w.tags.toConfirm})</em>}
                  </li>
                ))}
              </ul>
            )}
          </div>
          <SetRows set={set} groupName={groupName} />
          {set.standards && (
            <div className="panel-body">
              <h3>{w.standards}</h3>
              <p className="quiet">{w.standardsNote(set.standards)}</p>
              <ul>
                {set.standards.rows.map((row) => (
                  <li key={row.code}>
                    {w.programmes[row.programme]}: {row.text}{' '}
                    <span className="quiet">
                      {w.source({ source: row.source })} ({w.tags[row.tag]})
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Panel>
      ))}
    </Page>
  )
}

type RuleSet = Route.ComponentProps['loaderData']['sets'][number]

// On phones the rows are cards, and a browser then forgets that this is a table. The roles say it again.
const role = (name: string) => ({ role: name })

function SetRows({ set, groupName }: { set: RuleSet; groupName: Map<string, string> }) {
  const w = useWords(vi, en)
  const scrolls = useShellWords().table.scrolls({ title: set.id })
  const columns = [w.fields.group, w.fields.demanded, w.fields.basis, w.fields.tag, w.fields.source]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-box" aria-label={scrolls} tabIndex={0}>
      <table className="table" {...role('table')}>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>
            {columns.map((title) => (
              <th key={title} scope="col" {...role('columnheader')}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role('rowgroup')}>
          {set.rows.map((row) => (
            <tr key={row.code} {...role('row')}>
              <th scope="row" className="wraps" {...role('rowheader')}>
                {row.text}
                <span className="quiet"> {groupName.get(row.group)}</span>
              </th>
              <td data-title={w.fields.demanded} {...role('cell')}>
                <span>{w.programmes[row.programme]}</span>
              </td>
              <td data-title={w.fields.basis} className="wraps" {...role('cell')}>
                <span>{w.bases[row.basis]}</span>
              </td>
              <td data-title={w.fields.tag} className="wraps" {...role('cell')}>
                <span>{w.tags[row.tag]}</span>
              </td>
              <td data-title={w.fields.source} className="wraps" {...role('cell')}>
                <span className="quiet">{row.source}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
