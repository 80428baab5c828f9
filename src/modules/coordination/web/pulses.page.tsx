import { Link } from 'react-router'
import { listInput } from '../../../pure/schema.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Pulse } from '../../../ui/pulse.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/pulses.page.ts'
import { useMeasure } from './pulse-part.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, listInput(['unit'], 'unit').pick({ q: true, page: true, size: true }))
  return { view, ...(await api(context).coordination.pulses(view)) }
}

export default function PulsesPage({ loaderData: { view, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const says = useMeasure()
  const measure = (key: 'timely' | 'even' | 'selfStarted') => ({
    key,
    title: w.page[key],
    cell: (row: (typeof rows)[number]) => <span title={says(row[key])}>{says(row[key], true)}</span>,
  })
  return (
    <Page title={w.page.pulses} lead={w.page.pulsesLead} crumbs={[{ title: w.page.title, to: '/phoi-hop' }]}>
      <DataTable
        name="pulses"
        title={w.page.pulses}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.unitId}
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
          </FilterBar>
        }
        columns={[
          {
            key: 'unit',
            title: w.field.unit,
            wraps: true,
            cell: (row) => <Link to={`/phoi-hop/don-vi/${row.unitId}`}>{row.unitName}</Link>,
          },
          {
            key: 'pulse',
            title: w.page.pulse,
            cell: (row) => <Pulse title={row.unitName} beats={row.months.map((one) => one.beat)} />,
          },
          measure('timely'),
          measure('even'),
          measure('selfStarted'),
        ]}
        empty={w.page.empty}
      />
    </Page>
  )
}
