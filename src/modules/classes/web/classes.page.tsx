import { Link } from 'react-router'
import { type Day, printDay } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { readSearch } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { classesInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/classes.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const year = rememberedYear(request, visit(context).today)
  const view = { ...readSearch(request, classesInput), year }
  const [list, groups, partners] = await Promise.all([
    api(context).classes.list(view),
    api(context).programmes.groups(),
    api(context).classes.partners({ year }),
  ])
  return { view, year, groups, partners, ...list }
}

export default function ClassesPage({
  loaderData: { view, year, groups, rows, total, learners, partners },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const mayOpen = useCan('classes.edit')
  const mayImport = useCan('classes.import')
  const actions = (
    <>
      {mayImport && <ButtonLink to="/nhap?kind=classes">{w.fromExcel}</ButtonLink>}
      {mayOpen && <ButtonLink to="/lop/mo-lop">{w.opening.title}</ButtonLink>}
      {mayOpen && (
        <ButtonLink kind="main" to="/lop/moi">
          {w.open}
        </ButtonLink>
      )}
    </>
  )
  const months = Array.from({ length: 12 }, (_, i) => ({
    value: i + 1,
    label: w.field.month({ month: i + 1 }),
  }))
  const named = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))
  return (
    <Page
      title={w.classes}
      lead={w.lead({ year, classes: total, learners })}
      actions={(mayOpen || mayImport) && actions}
    >
      <DataTable
        name="classes"
        title={w.classes}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel={`/api/classes/xlsx?year=${year}`}
        filter={
          <FilterBar keeps={['programmeId', 'hostUnitId', 'planLineKey']}>
            <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
            <Select
              name="group"
              label={w.field.group}
              none={w.any}
              defaultValue={view.group}
              options={groups.map((group) => ({
                value: group.code,
                label: locale === 'vi' ? group.name : group.nameEn,
              }))}
            />
            <Select
              name="mode"
              label={w.field.mode}
              none={w.any}
              defaultValue={view.mode}
              options={named(w.mode)}
            />
            <Select
              name="countsAs"
              label={w.field.countsAs}
              none={w.any}
              defaultValue={view.countsAs}
              options={named(w.countsAs)}
            />
            <Select
              name="basis"
              label={w.field.basis}
              none={w.any}
              defaultValue={view.basis}
              options={named(w.basis)}
            />
            <Select
              name="state"
              label={w.field.state}
              none={w.any}
              defaultValue={view.state}
              options={named(w.state)}
            />
            <Select
              name="partner"
              label={w.field.partner}
              none={w.any}
              defaultValue={view.partner}
              options={partners.map((partner) => ({ value: partner, label: partner }))}
            />
            <Select
              name="openedIn"
              label={w.field.openedIn}
              none={w.any}
              defaultValue={view.openedIn}
              options={months}
            />
            <Select
              name="runningIn"
              label={w.field.runningIn}
              none={w.any}
              defaultValue={view.runningIn}
              options={months}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'code',
            title: w.field.code,
            sort: true,
            cell: (row) => <Link to={`/lop/${row.id}`}>{row.code}</Link>,
          },
          { key: 'name', title: w.field.name, sort: true, wraps: true, cell: (row) => row.name },
          {
            key: 'countsAs',
            title: w.field.countsAs,
            cell: (row) => `${w.countsAs[row.countsAs]}${row.isCorrected ? ` (${w.isCorrected})` : ''}`,
          },
          {
            key: 'opensOn',
            title: w.field.opensOn,
            sort: true,
            align: 'right',
            cell: (row) => printDay(row.opensOn as Day),
          },
          {
            key: 'closesOn',
            title: w.field.closesOn,
            sort: true,
            align: 'right',
            cell: (row) => (row.closesOn ? printDay(row.closesOn as Day) : '–'),
          },
          {
            key: 'learners',
            title: w.field.learners,
            sort: true,
            align: 'right',
            cell: (row) => (row.learners === null ? '–' : printNumber(row.learners, locale)),
            total: printNumber(learners, locale),
          },
          { key: 'mode', title: w.field.mode, cell: (row) => (row.mode === 'none' ? '–' : w.mode[row.mode]) },
          { key: 'place', title: w.field.place, cell: (row) => row.place || '–' },
          { key: 'partner', title: w.field.partner, cell: (row) => row.partner || '–' },
          { key: 'basis', title: w.field.basis, cell: (row) => w.basis[row.basis] },
          {
            key: 'programme',
            title: w.field.programme,
            spare: true,
            wraps: true,
            cell: (row) => row.programme,
          },
          { key: 'note', title: w.field.note, spare: true, wraps: true, cell: (row) => row.note || '–' },
        ]}
        empty={{
          title: w.empty.title({ year }),
          text: w.empty.text,
          action: (mayOpen || mayImport) && actions,
        }}
      />
    </Page>
  )
}
