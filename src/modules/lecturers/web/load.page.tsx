import { Link } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { readSearch } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { loadInput } from '../contract/load.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/load.page.ts'
import { Approval } from './corps-parts.tsx'
import { LoadCell } from './load-parts.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const year = rememberedYear(request, visit(context).today)
  const view = { ...readSearch(request, loadInput.omit({ year: true })), year }
  return { view, ...(await api(context).lecturers.load(view)) }
}

export default function LoadPage({ loaderData: { view, rows, total, fields } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const n = (value: number) => printNumber(value, locale)
  const { year } = view
  type Row = (typeof rows)[number]
  const months: Column<Row>[] = Array.from({ length: 12 }, (_, i) => ({
    key: `m${i + 1}`,
    title: w.load.month({ month: i + 1 }),
    align: 'right' as const,
    cell: (row: Row) => <LoadCell of={row.months[i] ?? { planned: 0, capacity: 0 }} />,
  }))
  return (
    <Page
      title={w.load.of({ year })}
      lead={w.load.lead}
      crumbs={[{ title: w.lecturers, to: '/giang-vien' }]}
      actions={
        <>
          <ButtonLink to={`/giang-vien/tai-giang?nam=${year - 1}`}>{year - 1}</ButtonLink>
          <ButtonLink to={`/giang-vien/tai-giang?nam=${year + 1}`}>{year + 1}</ButtonLink>
        </>
      }
    >
      <Panel title={w.load.byField} flush holdsTable>
        <DataTable
          name="field-load"
          title={w.load.byField}
          rows={fields}
          total={fields.length}
          view={{ page: 1, size: 100 }}
          rowKey={(row) => row.fieldCode}
          columns={[
            { key: 'name', title: w.field.fieldName, cell: (row) => row.name },
            { key: 'lecturers', title: w.lecturers, align: 'right', cell: (row) => n(row.lecturers) },
            {
              key: 'needed',
              title: w.load.needed,
              align: 'right',
              cell: (row) => (row.needed === null ? w.load.noPlan : n(row.needed)),
            },
            { key: 'planned', title: w.load.planned, align: 'right', cell: (row) => n(row.planned) },
            { key: 'taught', title: w.load.taught, align: 'right', cell: (row) => n(row.taught) },
            { key: 'capacity', title: w.load.capacity, align: 'right', cell: (row) => n(row.capacity) },
          ]}
          empty={{ title: w.load.empty, text: w.load.emptyText }}
        />
      </Panel>
      <DataTable
        name="lecturer-load"
        title={w.load.title}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.lecturerId}
        excel={`/api/lecturer-load/${year}/xlsx`}
        filter={
          <FilterBar>
            <Hidden name="nam" value={year} />
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
            <Select
              name="fieldCode"
              label={w.field.fields}
              none={w.any}
              defaultValue={view.fieldCode}
              options={fields.map((one) => ({ value: one.fieldCode, label: one.name }))}
            />
            <Select
              name="isGuest"
              label={w.field.isGuest}
              none={w.any}
              defaultValue={view.isGuest === undefined ? undefined : String(view.isGuest)}
              options={[
                { value: 'false', label: w.own },
                { value: 'true', label: w.guest },
              ]}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'name',
            title: w.field.name,
            sort: true,
            cell: (row) => <Link to={`/giang-vien/${row.lecturerId}/tai-giang?nam=${year}`}>{row.name}</Link>,
          },
          { key: 'fields', title: w.field.fields, cell: (row) => row.fields.join('; ') },
          ...months,
          { key: 'planned', title: w.load.planned, align: 'right', cell: (row) => n(row.planned) },
          { key: 'taught', title: w.load.taught, align: 'right', cell: (row) => n(row.taught) },
          {
            key: 'left',
            title: w.load.left,
            align: 'right',
            cell: (row) => n(row.capacity - row.planned),
          },
          {
            key: 'classes',
            title: w.load.classes,
            align: 'right',
            spare: true,
            cell: (row) => n(row.classes),
          },
          { key: 'approval', title: w.field.approval, spare: true, cell: (row) => <Approval of={row} /> },
        ]}
        empty={{ title: w.load.empty, text: w.load.emptyText }}
      />
      <Panel title={w.load.howTitle}>
        <p className="quiet">{w.load.byFieldLead}</p>
        <p className="quiet">{w.load.how}</p>
      </Panel>
    </Page>
  )
}
