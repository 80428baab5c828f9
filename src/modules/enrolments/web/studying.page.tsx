import { Link } from 'react-router'
import { type Day, printDay } from '../../../pure/day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { studyingInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/studying.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, studyingInput)
  return { view, ...(await api(context).enrolments.studying(view)) }
}

export default function StudyingPage({ loaderData: { view, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.studying} lead={w.studyingLead({ total })}>
      <DataTable
        name="studying"
        title={w.studying}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel="/api/enrolments/xlsx"
        filter={
          <FilterBar keeps={['classId', 'unitId']}>
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
            <Select
              name="state"
              label={w.field.state}
              defaultValue={view.state}
              options={(['active', 'left', 'all'] as const).map((value) => ({
                value,
                label: w.states[value],
              }))}
            />
          </FilterBar>
        }
        columns={[
          { key: 'name', title: w.field.fullName, sort: true, cell: (row) => row.fullName },
          {
            key: 'class',
            title: w.field.class,
            sort: true,
            wraps: true,
            cell: (row) => (
              <Link to={`/lop/${row.classId}/hoc-vien`}>{`${row.classCode} · ${row.className}`}</Link>
            ),
          },
          { key: 'unit', title: w.field.unit, sort: true, wraps: true, cell: (row) => row.unit },
          {
            key: 'todayUnit',
            title: w.field.todayUnit,
            spare: true,
            wraps: true,
            cell: (row) => row.todayUnit,
          },
          {
            key: 'opensOn',
            title: w.field.opensOn,
            sort: true,
            align: 'right',
            cell: (row) => printDay(row.opensOn),
          },
          {
            key: 'closesOn',
            title: w.field.closesOn,
            align: 'right',
            cell: (row) => (row.closesOn === null ? '–' : printDay(row.closesOn)),
          },
          {
            key: 'state',
            title: w.field.state,
            cell: (row) =>
              row.leftOn === null
                ? w.states.active
                : w.leftOf({ on: row.leftOn as Day, cause: row.leftCause ?? 'other' }),
          },
        ]}
        empty={w.noneStudying}
      />
    </Page>
  )
}
