import { Link } from 'react-router'
import { printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { caseKinds, casesInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/cases.page.ts'
import './cases.css'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { cases } = api(context)
  const view = readSearch(request, casesInput)
  return { view, ...(await cases.list(view)), summary: await cases.summary() }
}

export default function CasesPage({ loaderData: { view, rows, total, summary } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const raise = (
    <ButtonLink kind="main" to="/vu-viec/moi">
      {w.raise}
    </ButtonLink>
  )
  return (
    <Page title={w.cases} lead={w.lead} actions={raise}>
      {summary.open + summary.raisedInYear > 0 && (
        <Panel title={w.summary}>
          <p>{w.summaryOf(summary)}</p>
          <p className="quiet">
            {w.yearOf({
              raised: summary.raisedInYear,
              solved: summary.solvedInYear,
              answer: summary.medianDaysToAnswer,
              solve: summary.medianDaysToSolve,
            })}
          </p>
        </Panel>
      )}
      <DataTable
        name="cases"
        title={w.cases}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel="/api/cases/xlsx"
        filter={
          <FilterBar keeps={['personId', 'classId', 'unitId']}>
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
            <Select
              name="state"
              label={w.field.shown}
              defaultValue={view.state}
              options={(['open', 'overdue', 'solved', 'all'] as const).map((state) => ({
                value: state,
                label: w.shownOf[state],
              }))}
            />
            <Select
              name="kind"
              label={w.field.kind}
              none={w.anyKind}
              defaultValue={view.kind}
              options={caseKinds.map((kind) => ({ value: kind, label: w.kinds[kind] }))}
            />
            <Select
              name="mine"
              label={w.field.owner}
              none={w.shownOf.all}
              defaultValue={view.mine ? 'true' : undefined}
              options={[{ value: 'true', label: w.field.mine }]}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'title',
            title: w.field.title,
            wraps: true,
            cell: (row) => (
              <>
                <Link to={`/vu-viec/${row.id}`}>{row.title}</Link>
                {row.isSensitive && <span className="case-sensitive"> {w.sensitive}</span>}
              </>
            ),
          },
          { key: 'learner', title: w.field.learner, sort: true, cell: (row) => row.learner },
          { key: 'unit', title: w.field.unit, wraps: true, cell: (row) => row.unit },
          { key: 'class', title: w.field.class, spare: true, cell: (row) => row.classCode ?? '–' },
          { key: 'kind', title: w.field.kind, spare: true, cell: (row) => w.kinds[row.kind] },
          {
            key: 'raisedAt',
            title: w.field.raisedAt,
            sort: true,
            align: 'right',
            spare: true,
            cell: (row) => printAt(row.raisedAt),
          },
          { key: 'owner', title: w.field.owner, wraps: true, cell: (row) => row.ownerName ?? w.nobody },
          {
            key: 'dueOn',
            title: w.field.dueOn,
            sort: true,
            align: 'right',
            cell: (row) => (
              <>
                {printDay(row.dueOn)}
                {row.isOverdue && <strong className="case-overdue"> {w.overdue}</strong>}
              </>
            ),
          },
          { key: 'state', title: w.field.state, wraps: true, cell: (row) => w.states[row.state] },
        ]}
        empty={{ ...w.empty, action: raise }}
      />
    </Page>
  )
}
