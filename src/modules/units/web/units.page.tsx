import { Link, useLocation } from 'react-router'
import { type Day, printDay } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DayInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { Tree, type TreeNode } from '../../../ui/tree.tsx'
import { api, visit } from '../../../ui/visit.ts'
import { unitsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/units.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, unitsInput)
  const on = (view.on ?? visit(context).today) as Day
  const asksTree = new URL(request.url).searchParams.has('cay')
  const [list, tree] = await Promise.all([
    api(context).units.list(view),
    asksTree ? api(context).units.tree({ on }) : null,
  ])
  return { view, on, list, nodes: tree?.nodes ?? null }
}

export default function UnitsPage({ loaderData: { view, on, list, nodes } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const { search } = useLocation()
  const at = view.on ? `?on=${printDay(view.on as Day)}` : ''
  const make = useCan('units.reorganise') && (
    <ButtonLink kind="main" to="/don-vi/moi">
      {w.page.make}
    </ButtonLink>
  )
  return (
    <Page
      title={w.units}
      lead={w.page.lead({ total: printNumber(nodes?.length ?? list.total, locale), on })}
      actions={
        <>
          <ButtonLink to={turned(search, nodes === null)}>
            {nodes ? w.page.listTitle : w.page.treeTitle}
          </ButtonLink>
          {make}
        </>
      }
    >
      {nodes ? (
        <Panel flush>
          <FilterBar keeps={['cay']}>
            <DayInput name="on" label={w.page.onLabel} defaultValue={view.on as Day | undefined} />
          </FilterBar>
          <div className="panel-body">
            {nodes.length === 0 && <p className="quiet">{w.page.noTree}</p>}
            <Tree label={w.page.treeTitle} nodes={treeOf(nodes, at, w.page.levels)} />
          </div>
        </Panel>
      ) : (
        <DataTable
          name="units"
          title={w.units}
          rows={list.rows}
          total={list.total}
          view={view}
          rowKey={(row) => `${row.id} ${row.fromOn}`}
          excel="/api/units/xlsx"
          filter={
            <FilterBar>
              <TextInput name="q" type="search" label={w.page.search} defaultValue={view.q} />
              <Select
                name="level"
                label={w.level}
                none={w.page.anyLevel}
                defaultValue={view.level}
                options={options(w.levels)}
              />
              <Select
                name="bloc"
                label={w.bloc}
                none={w.page.anyBloc}
                defaultValue={view.bloc}
                options={options(w.blocs)}
              />
              <Select
                name="state"
                label={w.state}
                defaultValue={view.state}
                options={(['existing', 'closed', 'all'] as const).map((value) => ({
                  value,
                  label: w.states[value],
                }))}
              />
              <DayInput name="on" label={w.page.onLabel} defaultValue={view.on as Day | undefined} />
            </FilterBar>
          }
          columns={[
            {
              key: 'name',
              title: w.name,
              sort: true,
              wraps: true,
              cell: (row) => <Link to={`/don-vi/${row.id}${at}`}>{row.fullName}</Link>,
            },
            { key: 'code', title: w.code, sort: true, cell: (row) => row.code },
            { key: 'level', title: w.level, sort: true, cell: (row) => w.levels[row.level] },
            { key: 'bloc', title: w.bloc, cell: (row) => w.blocs[row.bloc] },
            { key: 'parent', title: w.parent, wraps: true, cell: (row) => row.parentName },
            {
              key: 'fromOn',
              title: w.fromOn,
              sort: true,
              cell: (row) => row.fromOn && printDay(row.fromOn as Day),
            },
            { key: 'untilOn', title: w.untilOn, cell: (row) => row.untilOn && printDay(row.untilOn as Day) },
          ]}
          empty={{ title: w.page.emptyTitle, text: w.page.emptyText, action: make }}
        />
      )}
    </Page>
  )
}

/** The same day and filters, seen the other way. */
function turned(search: string, toTree: boolean): string {
  const address = new URLSearchParams(search)
  if (toTree) address.set('cay', '1')
  else address.delete('cay')
  return `?${address}`
}

type Node = NonNullable<Route.ComponentProps['loaderData']['nodes']>[number]

/** Units without a parent stand under their level where there are many. What is open at first fits on a screen. */
function treeOf(nodes: readonly Node[], at: string, levels: Record<Node['level'], string>): TreeNode[] {
  const under = Map.groupBy(nodes, (node) => node.parentId)
  const roots = under.get(null) ?? []
  const branch = (node: Node): TreeNode => {
    const children = (under.get(node.id) ?? []).map(branch)
    return {
      id: node.id,
      title: node.fullName,
      to: `/don-vi/${node.id}${at}`,
      isOpen: node.parentId === null && (roots.length === 1 || children.length <= mostOpen),
      children,
    }
  }
  if (roots.length <= mostOpen) return roots.map(branch)
  return [...Map.groupBy(roots, (node) => node.level)].map(([level, group]) => ({
    id: level,
    title: levels[level],
    detail: group.length,
    isOpen: group.length <= mostOpen,
    children: group.map(branch),
  }))
}

const mostOpen = 40

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
