import { Link } from 'react-router'
import { printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { lecturersInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/lecturers.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, lecturersInput)
  const { lecturers } = api(context)
  const [list, fields] = await Promise.all([lecturers.list(view), lecturers.fields()])
  return { view, fields, ...list }
}

export default function LecturersPage({ loaderData: { view, fields, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const mayEdit = useCan('lecturers.edit')
  const nameOf = new Map(fields.map((one) => [one.code, locale === 'vi' ? one.name : one.nameEn]))
  const actions = (
    <>
      <ButtonLink to="/giang-vien/chuyen-mon">{w.fields}</ButtonLink>
      {mayEdit && (
        <>
          <ButtonLink to="/nhap?kind=lecturers">{w.fromExcel}</ButtonLink>
          <ButtonLink kind="main" to="/giang-vien/moi">
            {w.make}
          </ButtonLink>
        </>
      )}
    </>
  )
  return (
    <Page title={w.lecturers} lead={w.lead} actions={actions}>
      <DataTable
        name="lecturers"
        title={w.lecturers}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel="/api/lecturers/xlsx"
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
            <Select
              name="fieldCode"
              label={w.field.fields}
              none={w.any}
              defaultValue={view.fieldCode}
              options={fields.map((one) => ({ value: one.code, label: nameOf.get(one.code) ?? one.code }))}
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
            cell: (row) => <Link to={`/giang-vien/${row.id}`}>{row.name}</Link>,
          },
          { key: 'code', title: w.field.code, sort: true, cell: (row) => row.code },
          {
            key: 'fields',
            title: w.field.fields,
            wraps: true,
            cell: (row) => row.fields.map((code) => nameOf.get(code) ?? code).join('; '),
          },
          { key: 'isGuest', title: w.field.isGuest, cell: (row) => (row.isGuest ? w.guest : w.own) },
          {
            key: 'weeklyHours',
            title: w.field.weeklyHours,
            sort: true,
            align: 'right',
            cell: (row) => row.weeklyHours,
          },
          {
            key: 'workplace',
            title: w.field.workplace,
            wraps: true,
            cell: (row) => row.workplace || '–',
          },
          {
            key: 'untilOn',
            title: w.field.untilOn,
            spare: true,
            align: 'right',
            cell: (row) => (row.untilOn ? printDay(row.untilOn) : '–'),
          },
          { key: 'note', title: w.field.note, spare: true, wraps: true, cell: (row) => row.note || '–' },
        ]}
        empty={{ title: w.empty.title, text: w.empty.text, action: mayEdit && actions }}
      />
    </Page>
  )
}
