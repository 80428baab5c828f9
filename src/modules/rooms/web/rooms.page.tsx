import { Link } from 'react-router'
import { printDay } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { roomsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/rooms.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, roomsInput)
  return { view, ...(await api(context).rooms.list(view)) }
}

export default function RoomsPage({ loaderData: { view, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const mayEdit = useCan('rooms.edit')
  const actions = mayEdit && (
    <>
      <ButtonLink to="/nhap?kind=rooms">{w.fromExcel}</ButtonLink>
      <ButtonLink kind="main" to="/phong/moi">
        {w.make}
      </ButtonLink>
    </>
  )
  return (
    <Page title={w.rooms} lead={w.lead} actions={actions}>
      <DataTable
        name="rooms"
        title={w.rooms}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel="/api/rooms/xlsx"
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
            <NumberInput name="seats" label={w.field.minSeats} defaultValue={view.seats} />
            <Select
              name="isOwn"
              label={w.field.isOwn}
              none={w.any}
              defaultValue={view.isOwn === undefined ? undefined : String(view.isOwn)}
              options={[
                { value: 'true', label: w.own },
                { value: 'false', label: w.hosted },
              ]}
            />
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
            key: 'code',
            title: w.field.code,
            sort: true,
            cell: (row) => <Link to={`/phong/${row.id}`}>{row.code}</Link>,
          },
          { key: 'name', title: w.field.name, sort: true, wraps: true, cell: (row) => row.name },
          {
            key: 'seats',
            title: w.field.seats,
            sort: true,
            align: 'right',
            cell: (row) => printNumber(row.seats, locale),
          },
          { key: 'site', title: w.field.site, sort: true, wraps: true, cell: (row) => row.site || '–' },
          { key: 'isOwn', title: w.field.isOwn, cell: (row) => (row.isOwn ? w.own : w.hosted) },
          {
            key: 'fromOn',
            title: w.field.fromOn,
            spare: true,
            align: 'right',
            cell: (row) => (row.fromOn ? printDay(row.fromOn) : '–'),
          },
          {
            key: 'untilOn',
            title: w.field.untilOn,
            align: 'right',
            cell: (row) => (row.untilOn ? printDay(row.untilOn) : '–'),
          },
          { key: 'note', title: w.field.note, spare: true, wraps: true, cell: (row) => row.note || '–' },
        ]}
        empty={{ title: w.empty.title, text: w.empty.text, action: actions }}
      />
    </Page>
  )
}
