import { Link } from 'react-router'
import { type Day, printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { reorganisationsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/reorganisations.page.ts'
import { options } from './unit-fields.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, reorganisationsInput)
  return { view, ...(await api(context).units.reorganisations(view)) }
}

export default function ReorganisationsPage({ loaderData: { view, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const r = w.reorganisation
  const make = useCan('units.reorganise') && (
    <ButtonLink kind="main" to="/sap-xep/moi">
      {r.make}
    </ButtonLink>
  )
  return (
    <Page title={r.title} lead={r.lead} actions={make}>
      <DataTable
        name="reorganisations"
        title={r.title}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={r.search} defaultValue={view.q} />
            <Select
              name="state"
              label={r.state}
              none={r.anyState}
              defaultValue={view.state}
              options={options(r.states)}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'title',
            title: r.name,
            sort: true,
            wraps: true,
            cell: (row) => <Link to={`/sap-xep/${row.id}`}>{row.title}</Link>,
          },
          {
            key: 'effectiveOn',
            title: r.effectiveOn,
            sort: true,
            cell: (row) => printDay(row.effectiveOn as Day),
          },
          {
            key: 'document',
            title: r.document,
            wraps: true,
            cell: (row) => `${row.documentNumber}, ${row.documentIssuer}`,
          },
          { key: 'state', title: r.state, wraps: true, cell: (row) => r.states[row.state] },
          { key: 'enteredBy', title: r.enteredBy, cell: (row) => row.enteredBy },
          { key: 'confirmedBy', title: r.confirmedBy, cell: (row) => row.confirmedBy },
        ]}
        empty={{ title: r.emptyTitle, text: r.emptyText, action: make }}
      />
    </Page>
  )
}
