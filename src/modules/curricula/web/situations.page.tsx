import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { situationsInput } from '../contract/situations.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/situations.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, situationsInput)
  const [list, fields] = await Promise.all([
    api(context).situations.list(view),
    api(context).lecturers.fields(),
  ])
  return { view, fields, ...list }
}

export default function SituationsPage({ loaderData: { view, fields, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const mayAdd = useCan('situations.edit')
  const f = w.bank.fields
  const add = (
    <ButtonLink kind="main" to="/tinh-huong/moi">
      {w.bank.add}
    </ButtonLink>
  )
  const named = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))
  return (
    <Page title={w.bank.title} lead={w.bank.lead} actions={mayAdd && add}>
      <DataTable
        name="situations"
        title={w.bank.title}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel="/api/situations/xlsx"
        empty={{ title: w.bank.empty, text: w.bank.emptyText, action: mayAdd && add }}
        filter={
          <FilterBar keeps={['lineageId', 'unitId']}>
            <TextInput name="q" type="search" label={w.bank.search} defaultValue={view.q} />
            <Select
              name="kind"
              label={f.kind}
              none={w.bank.any}
              defaultValue={view.kind}
              options={named(w.bank.kinds)}
            />
            <Select
              name="fieldCode"
              label={f.field}
              none={w.bank.any}
              defaultValue={view.fieldCode}
              options={fields.map((one) => ({
                value: one.code,
                label: locale === 'vi' ? one.name : one.nameEn,
              }))}
            />
            <Select
              name="owner"
              label={f.owner}
              none={w.bank.any}
              defaultValue={view.owner}
              options={named(w.bank.owners)}
            />
            <Select name="state" label={f.state} defaultValue={view.state} options={named(w.bank.states)} />
          </FilterBar>
        }
        columns={[
          {
            key: 'title',
            title: f.title,
            sort: true,
            wraps: true,
            cell: (row) => <Link to={`/tinh-huong/${row.id}`}>{row.title}</Link>,
          },
          { key: 'kind', title: f.kind, sort: true, cell: (row) => w.bank.kinds[row.kind] },
          { key: 'field', title: f.field, cell: (row) => row.fieldName ?? '–' },
          { key: 'owner', title: f.owner, sort: true, cell: (row) => row.unitName ?? w.bank.school },
          { key: 'topics', title: f.topics, align: 'right', cell: (row) => row.topics || '' },
          { key: 'usedIn', title: f.usedIn, align: 'right', cell: (row) => row.usedIn || '' },
        ]}
      />
    </Page>
  )
}
