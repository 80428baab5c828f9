import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { hostsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/hosts.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, hostsInput)
  return { view, ...(await api(context).fieldStudies.hosts(view)) }
}

export default function HostsPage({ loaderData: { view, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const make = useCan('fieldStudies.edit') && (
    <ButtonLink kind="main" to="/thuc-te/noi-don/moi">
      {w.makeHost}
    </ButtonLink>
  )
  return (
    <Page title={w.hosts} lead={w.hostsLead} crumbs={[{ title: w.visits, to: '/thuc-te' }]} actions={make}>
      <DataTable
        name="study-hosts"
        title={w.hosts}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel="/api/study-hosts/xlsx"
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.field.hostQ} defaultValue={view.q} />
            <Select
              name="period"
              label={w.field.period}
              defaultValue={view.period}
              options={[
                { value: 'inUse', label: w.inUse },
                { value: 'all', label: w.all },
              ]}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'name',
            title: w.field.name,
            sort: true,
            wraps: true,
            cell: (row) => <Link to={`/thuc-te/noi-don/${row.id}`}>{row.name}</Link>,
          },
          { key: 'place', title: w.field.place, sort: true, wraps: true, cell: (row) => row.place || '–' },
          {
            key: 'topics',
            title: w.field.topics,
            wraps: true,
            cell: (row) => row.topics.join('; ') || '–',
          },
          { key: 'seats', title: w.field.seats, align: 'right', cell: (row) => row.seats ?? '–' },
          {
            key: 'contact',
            title: w.field.contact,
            wraps: true,
            cell: (row) => [row.contact, row.phone].filter(Boolean).join(', ') || '–',
          },
          { key: 'visits', title: w.field.visits, sort: true, align: 'right', cell: (row) => row.visits },
        ]}
        empty={{ title: w.emptyHosts.title, text: w.emptyHosts.text, action: make }}
      />
    </Page>
  )
}
