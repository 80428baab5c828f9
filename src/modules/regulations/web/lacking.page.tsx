import { Link } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { lackingInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/lacking.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, lackingInput)
  return { view, ...(await api(context).regulations.lacking(view)) }
}

export default function LackingPage({ loaderData: { view, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  return (
    <Page
      title={w.lacking.title}
      lead={w.lacking.lead({ total: printNumber(total, locale) })}
      crumbs={[{ title: w.title, to: '/quy-dinh' }]}
    >
      <DataTable
        name="lacking"
        title={w.lacking.title}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.personId}
        excel="/api/rule-sets/lacking/xlsx"
        filter={
          <FilterBar keeps={['unitId']}>
            <TextInput name="q" type="search" label={w.lacking.search} defaultValue={view.q} />
            <Select
              name="programme"
              label={w.fields.demanded}
              none="–"
              defaultValue={view.programme}
              options={(['intermediate', 'advanced'] as const).map((value) => ({
                value,
                label: w.programmes[value],
              }))}
            />
            <Select
              name="result"
              label={w.fields.result}
              none={w.lacking.all}
              defaultValue={view.result}
              options={(['unmet', 'unknown', 'met'] as const).map((value) => ({
                value,
                label: w.results[value],
              }))}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'name',
            title: w.fields.name,
            sort: true,
            cell: (row) => <Link to={`/can-bo/${row.personId}`}>{row.fullName}</Link>,
          },
          { key: 'unit', title: w.fields.unit, sort: true, wraps: true, cell: (row) => row.unit.name ?? '–' },
          { key: 'post', title: w.fields.post, wraps: true, cell: (row) => row.post ?? w.lacking.planned },
          {
            key: 'demanded',
            title: w.fields.demanded,
            wraps: true,
            cell: (row) => w.programmes[row.programme],
          },
          {
            key: 'qualification',
            title: w.fields.qualification,
            cell: (row) => row.qualification ?? w.lacking.notRecorded,
          },
          { key: 'result', title: w.fields.result, cell: (row) => w.results[row.result] },
          {
            key: 'source',
            title: w.fields.source,
            wraps: true,
            cell: (row) => (
              <span className="quiet">
                {row.document}: {row.rowText} {row.tag === 'toConfirm' && `(${w.tags.toConfirm})`}
              </span>
            ),
          },
        ]}
        empty={{ title: w.lacking.empty, text: w.lacking.emptyText }}
      />
      <p className="quiet">{w.lacking.note}</p>
    </Page>
  )
}
