import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { unitChoices, unitMeant } from '../../../ui/unit-choice.ts'
import { UnitInput } from '../../../ui/unit-input.tsx'
import { api } from '../../../ui/visit.ts'
import { approvalStates } from '../contract/profile.ts'
import { lecturersInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/lecturers.page.ts'
import { Approval, useNames, useTravel } from './corps-parts.tsx'

const viewInput = lecturersInput.extend({ donVi: z.string().trim().max(200).default('') })

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { donVi, ...view } = readSearch(request, viewInput)
  const { lecturers } = api(context)
  const [units, fields, categories] = await Promise.all([
    unitChoices(api(context)),
    lecturers.fields(),
    lecturers.categories(),
  ])
  const shared = { view, units, fields, categories }
  if (donVi !== '') {
    const meant = unitMeant(units, donVi)
    if (!meant) return { ...shared, rows: [], total: 0 }
    // The address says the unit by its number, so that a link to the list needs no name.
    const address = new URL(request.url)
    address.searchParams.delete('donVi')
    address.searchParams.set('unitId', String(meant.id))
    throw redirect(`/giang-vien?${address.searchParams}`)
  }
  return { ...shared, ...(await lecturers.list(view)) }
}

export default function LecturersPage({
  loaderData: { view, units, fields, categories, rows, total },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayEdit = useCan('lecturers.edit')
  const unit = units.find((one) => one.id === view.unitId)
  const fieldOf = useNames(fields)
  const categoryOf = useNames(categories)
  const travelOf = useTravel()
  const mayLoad = useCan('lecturers.load')
  const mayCorps = useCan('corps.read')
  const actions = (
    <>
      {mayCorps && <ButtonLink to="/giang-vien/thinh-giang">{w.corps.title}</ButtonLink>}
      {mayLoad && <ButtonLink to="/giang-vien/tai-giang">{w.load.title}</ButtonLink>}
      <ButtonLink to="/giang-vien/chuyen-mon">{w.fields}</ButtonLink>
      <ButtonLink to="/giang-vien/nhom">{w.corps.categories}</ButtonLink>
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
              options={fields.map((one) => ({ value: one.code, label: fieldOf(one.code) }))}
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
              name="categoryCode"
              label={w.field.category}
              none={w.any}
              defaultValue={view.categoryCode}
              options={categories.map((one) => ({ value: one.code, label: categoryOf(one.code) }))}
            />
            <Select
              name="approval"
              label={w.field.approval}
              none={w.any}
              defaultValue={view.approval}
              options={approvalStates.map((one) => ({ value: one, label: w.approvals[one] }))}
            />
            <UnitInput
              name="donVi"
              label={w.field.unitOfPost}
              placeholder={w.any}
              units={units}
              defaultValue={unit?.label}
              key={unit?.id ?? 0}
            />
            <TextInput name="topic" type="search" label={w.field.topic} defaultValue={view.topic} />
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
            cell: (row) => row.fields.map(fieldOf).join('; '),
          },
          {
            key: 'isGuest',
            title: w.field.isGuest,
            wraps: true,
            cell: (row) => (
              <>
                {row.isGuest ? w.guest : w.own}
                {row.isGuest && row.categoryCode && (
                  <span className="remark quiet">{categoryOf(row.categoryCode)}</span>
                )}
              </>
            ),
          },
          { key: 'approval', title: w.field.approval, cell: (row) => <Approval of={row} /> },
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
            cell: (row) => (row.post ? `${row.post.title}, ${row.post.place}` : row.workplace || '–'),
          },
          {
            key: 'monthlyHours',
            title: w.field.monthlyHours,
            spare: true,
            align: 'right',
            cell: (row) => row.monthlyHours ?? '–',
          },
          { key: 'travel', title: w.field.travel, spare: true, wraps: true, cell: travelOf },
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
