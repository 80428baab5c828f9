import { Link } from 'react-router'
import { type Day, printDay } from '../../../pure/day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DayInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { readSearch } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { commitmentsInput, sides, standings } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/commitments.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const read = readSearch(request, commitmentsInput)
  // A span of days says by itself which year is meant.
  const isSpan = read.from !== undefined || read.until !== undefined
  const view = isSpan ? read : { ...read, year: rememberedYear(request, visit(context).today) }
  return { view, ...(await api(context).coordination.commitments(view)) }
}

export default function CommitmentsPage({ loaderData: { view, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page
      title={w.page.commitments}
      lead={w.page.commitmentsLead({ total })}
      crumbs={[{ title: w.page.title, to: '/phoi-hop' }]}
    >
      <DataTable
        name="commitments"
        title={w.page.commitments}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel={`/api/commitments/xlsx${view.year === undefined ? '' : `?year=${view.year}`}`}
        filter={
          <FilterBar keeps={['unitId']}>
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
            <Select
              name="side"
              label={w.field.side}
              none={w.page.any}
              defaultValue={view.side}
              options={sides.map((value) => ({ value, label: w.side[value] }))}
            />
            <Select
              name="standing"
              label={w.field.standing}
              none={w.page.any}
              defaultValue={view.standing}
              options={standings.map((value) => ({ value, label: w.standing[value] }))}
            />
            <DayInput name="from" label={w.field.from} defaultValue={view.from as Day | undefined} />
            <DayInput name="until" label={w.field.until} defaultValue={view.until as Day | undefined} />
          </FilterBar>
        }
        columns={[
          {
            key: 'title',
            title: w.field.title,
            sort: true,
            wraps: true,
            cell: (row) => <Link to={`/phoi-hop/cam-ket/${row.id}`}>{row.title}</Link>,
          },
          {
            key: 'unit',
            title: w.field.unit,
            sort: true,
            wraps: true,
            cell: (row) => <Link to={`/phoi-hop/don-vi/${row.unitId}?nam=${row.year}`}>{row.unitName}</Link>,
          },
          { key: 'side', title: w.field.side, cell: (row) => w.side[row.side] },
          {
            key: 'dueOn',
            title: w.field.dueOn,
            sort: true,
            align: 'right',
            cell: (row) => printDay(row.dueOn as Day),
          },
          {
            key: 'standing',
            title: w.field.standing,
            cell: (row) => (row.daysLate ? w.page.days({ days: row.daysLate }) : w.standing[row.standing]),
          },
          {
            key: 'doneOn',
            title: w.field.doneOn,
            align: 'right',
            cell: (row) => (row.doneOn ? printDay(row.doneOn as Day) : '–'),
          },
          {
            key: 'documentNumber',
            title: w.field.documentNumber,
            spare: true,
            cell: (row) => row.documentNumber ?? '–',
          },
        ]}
        empty={w.page.commitmentsEmpty}
      />
    </Page>
  )
}
