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
import { Tabs } from '../../../ui/tabs.tsx'
import { api, visit } from '../../../ui/visit.ts'
import { calendarInput, entryKinds } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/calendar-list.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const year = rememberedYear(request, visit(context).today)
  const view = { ...readSearch(request, calendarInput), year }
  return { view, year, ...(await api(context).calendar.list(view)) }
}

export default function CalendarListPage({ loaderData: { view, year, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayEdit = useCan('calendar.edit')
  const make = mayEdit && (
    <ButtonLink kind="main" to="/lich/moi">
      {w.make}
    </ButtonLink>
  )
  return (
    <Page title={w.calendar} lead={w.listLead({ year, total })} actions={make}>
      <Tabs
        label={w.calendar}
        tabs={[
          { title: w.byMonth, to: '/lich' },
          { title: w.asList, to: '/lich/danh-sach' },
        ]}
      />
      <DataTable
        name="calendar"
        title={w.calendar}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel={`/api/calendar/xlsx?year=${year}`}
        filter={
          <FilterBar keeps={['unitId']}>
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
            <Select
              name="kind"
              label={w.field.kind}
              none={w.any}
              defaultValue={view.kind}
              options={entryKinds.map((kind) => ({ value: kind, label: w.kind[kind] }))}
            />
            <Select
              name="stopsTeaching"
              label={w.field.stopsTeaching}
              none={w.any}
              defaultValue={view.stopsTeaching === undefined ? undefined : String(view.stopsTeaching)}
              options={[
                { value: 'true', label: w.yes },
                { value: 'false', label: w.no },
              ]}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'title',
            title: w.field.title,
            sort: true,
            wraps: true,
            cell: (row) =>
              row.can.includes('edit') ? <Link to={`/lich/${row.id}`}>{row.title}</Link> : row.title,
          },
          { key: 'kind', title: w.field.kind, sort: true, cell: (row) => w.kind[row.kind] },
          {
            key: 'fromOn',
            title: w.field.fromOn,
            sort: true,
            align: 'right',
            cell: (row) => printDay(row.fromOn),
          },
          { key: 'lastOn', title: w.field.lastOn, align: 'right', cell: (row) => printDay(row.lastOn) },
          { key: 'unit', title: w.field.unit, wraps: true, cell: (row) => row.unit ?? w.everybody },
          {
            key: 'stopsTeaching',
            title: w.field.stopsTeaching,
            cell: (row) => (row.stopsTeaching ? w.yes : '–'),
          },
          {
            key: 'needsConfirmation',
            title: w.field.needsConfirmation,
            cell: (row) => (row.needsConfirmation ? w.confirm : '–'),
          },
          {
            key: 'source',
            title: w.field.source,
            spare: true,
            wraps: true,
            cell: (row) => row.source || '–',
          },
        ]}
        empty={{ title: w.empty.title, text: w.empty.text, action: make }}
      />
    </Page>
  )
}
