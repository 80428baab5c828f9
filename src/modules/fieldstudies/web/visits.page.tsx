import { Link } from 'react-router'
import { printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { readSearch } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { visitStates, visitsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/visits.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const isOfOneClass = new URL(request.url).searchParams.has('classId')
  const view = readSearch(
    request,
    visitsInput,
    // All visits of a class, whatever the year.
    isOfOneClass ? {} : { year: rememberedYear(request, visit(context).today) },
  )
  return { view, ...(await api(context).fieldStudies.list(view)) }
}

export default function VisitsPage({ loaderData: { view, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayEdit = useCan('fieldStudies.edit')
  const isHost = useCan('fieldStudies.offer') && !mayEdit
  const make = mayEdit && (
    <ButtonLink kind="main" to={view.classId ? `/thuc-te/moi?classId=${view.classId}` : '/thuc-te/moi'}>
      {w.make}
    </ButtonLink>
  )
  return (
    <Page
      title={w.visits}
      lead={isHost ? w.ownLead : w.lead}
      actions={
        <>
          <ButtonLink to="/thuc-te/noi-don">{w.hosts}</ButtonLink>
          {make}
        </>
      }
    >
      <DataTable
        name="field-studies"
        title={view.year ? `${w.visits}, ${view.year}` : w.visits}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel="/api/field-studies/xlsx"
        filter={
          <FilterBar keeps={['classId', 'hostId']}>
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
            <Select
              name="state"
              label={w.field.state}
              none={w.anyState}
              defaultValue={view.state}
              options={[
                ...visitStates.map((state) => ({ value: state, label: w.states[state] })),
                { value: 'owesReport', label: w.owesReport },
              ]}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'fromOn',
            title: w.field.fromOn,
            sort: true,
            align: 'right',
            cell: (row) => printDay(row.fromOn),
          },
          { key: 'lastOn', title: w.field.lastOn, align: 'right', cell: (row) => printDay(row.lastOn) },
          {
            key: 'title',
            title: w.field.title,
            wraps: true,
            cell: (row) => <Link to={`/thuc-te/${row.id}`}>{row.title}</Link>,
          },
          { key: 'class', title: w.field.class, sort: true, cell: (row) => row.classCode },
          { key: 'host', title: w.field.host, sort: true, wraps: true, cell: (row) => row.host },
          { key: 'people', title: w.field.people, align: 'right', spare: true, cell: (row) => row.people },
          { key: 'leader', title: w.field.leader, spare: true, cell: (row) => row.leader || '–' },
          {
            key: 'state',
            title: w.field.state,
            cell: (row) => (
              <>
                {w.states[row.state]}
                {row.owesReport && <strong className="visit-owes"> {w.owesReport}</strong>}
              </>
            ),
          },
        ]}
        empty={isHost ? w.emptyOwn : { ...w.empty, action: make }}
      />
    </Page>
  )
}
