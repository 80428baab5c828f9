import { Link } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { DownloadLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/compare.page.ts'
import './scenario.css'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const address = new URL(request.url).searchParams
  const asked = address.getAll('id').map(Number)
  const differing = address.get('differing') === 'true'
  const all = (await api(context).planner.list({})).filter((row) => row.state === 'done')
  const ids = [...new Set(asked)].filter((id) => all.some((row) => row.id === id)).slice(0, 3)
  return {
    all,
    ids,
    differing,
    found: ids.length > 1 ? await api(context).planner.compare({ ids, differing }) : null,
  }
}

export default function ComparePage({ loaderData: { all, ids, differing, found } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const n = (value: number) => printNumber(value, locale)
  const modes: Record<string, string> = w.modes
  return (
    <Page
      title={w.pages.compareTitle}
      lead={w.pages.compareLead}
      crumbs={[{ title: w.pages.title, to: '/phuong-an' }]}
      actions={
        found && (
          <DownloadLink
            href={`/api/scenarios/compare/xlsx?${ids.map((id) => `ids=${id}`).join('&')}${differing ? '&differing=true' : ''}`}
          >
            Excel
          </DownloadLink>
        )
      }
    >
      <Panel>
        <form method="get" className="compare-which">
          <fieldset className="choices">
            <legend>{w.pages.compareWhich}</legend>
            {all.map((row) => (
              <label key={row.id}>
                <input type="checkbox" name="id" value={row.id} defaultChecked={ids.includes(row.id)} />
                {`${row.name} (${row.year})`}
              </label>
            ))}
          </fieldset>
          <fieldset className="choices">
            <legend>{w.pages.rows}</legend>
            <label>
              <input type="checkbox" name="differing" value="true" defaultChecked={differing} />
              {w.pages.differing}
            </label>
          </fieldset>
          <button type="submit" className="button button-plain">
            {w.pages.compare}
          </button>
        </form>
      </Panel>
      {found && (
        <div className="scenario-part">
          <DataTable
            name="comparedScenarios"
            title={w.pages.compareWhich}
            rows={found.scenarios}
            total={found.scenarios.length}
            view={{ page: 1, size: 20 }}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                title: w.fields.name,
                wraps: true,
                cell: (row) => <Link to={`/phuong-an/${row.id}`}>{row.name}</Link>,
              },
              { key: 'year', title: w.fields.year, align: 'right', cell: (row) => row.year },
              { key: 'classes', title: w.fields.classes, align: 'right', cell: (row) => n(row.classes ?? 0) },
              {
                key: 'seats',
                title: w.fields.seats,
                align: 'right',
                cell: (row) => w.pages.of({ part: row.seats ?? 0, whole: row.heads ?? 0 }),
              },
              {
                key: 'gap',
                title: w.fields.gap,
                align: 'right',
                cell: (row) =>
                  row.gap === null ? '–' : w.pages.atMost({ gap: row.gap, boundBy: row.boundBy }),
              },
              { key: 'cost', title: w.fields.cost, align: 'right', cell: (row) => n(row.costDong ?? 0) },
            ]}
            empty={{ title: w.pages.noClasses, text: w.pages.compareLead }}
          />
          <h2>{w.pages.byProgramme}</h2>
          <DataTable
            name="comparedForms"
            title={w.pages.classes}
            rows={found.forms}
            total={found.forms.length}
            view={{ page: 1, size: Math.max(20, found.forms.length) }}
            rowKey={(row) => `${row.title} ${row.modeCode}`}
            columns={[
              {
                key: 'title',
                title: w.fields.programme,
                wraps: true,
                cell: (row) => `${row.title} (${modes[row.modeCode] ?? row.modeCode})`,
              },
              ...found.scenarios.map((scenario, i) => ({
                key: String(scenario.id),
                title: scenario.name,
                cell: (row: (typeof found.forms)[number]) => {
                  const cell = row.cells[i]
                  if (!cell) return '–'
                  const isOnlyHere =
                    cell.classes > 0 && row.cells.every((other, o) => o === i || other.classes === 0)
                  const says = w.pages.cell(cell)
                  return isOnlyHere ? <strong>{`${says} (${w.pages.onlyHere})`}</strong> : says
                },
              })),
            ]}
            empty={{ title: w.pages.noDifference, text: w.pages.noDifferenceText }}
          />
          <h2>{w.pages.groupsTitle}</h2>
          <DataTable
            name="comparedGroups"
            title={w.pages.groupsTitle}
            rows={found.groups}
            total={found.groups.length}
            view={{ page: 1, size: Math.max(20, found.groups.length) }}
            rowKey={(row) => row.group}
            columns={[
              { key: 'group', title: w.fields.group, cell: (row) => row.name },
              { key: 'asked', title: w.fields.asked, align: 'right', cell: (row) => n(row.asked) },
              ...found.scenarios.map((scenario, i) => ({
                key: String(scenario.id),
                title: scenario.name,
                align: 'right' as const,
                cell: (row: (typeof found.groups)[number]) => n(row.seats[i] ?? 0),
              })),
            ]}
            empty={{ title: w.pages.noDifference, text: w.pages.noDifferenceText }}
          />
        </div>
      )}
    </Page>
  )
}
