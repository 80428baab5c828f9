import { Link } from 'react-router'
import { printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { noticeStates, noticesInput } from '../contract/notices.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/notices.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, noticesInput)
  return { view, ...(await api(context).nominations.notices(view)) }
}

export default function NoticesPage({ loaderData: { view, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const reviews = useCan('nominations.review')
  const isUnit = useCan('nominations.edit')
  const make = reviews && (
    <ButtonLink kind="main" to="/chieu-sinh/moi">
      {w.makeNotice}
    </ButtonLink>
  )
  return (
    <Page
      title={w.notices}
      lead={isUnit ? w.unitLead : w.lead}
      actions={
        <>
          {reviews && <ButtonLink to="/chieu-sinh/thiet-lap">{w.setting}</ButtonLink>}
          {make}
        </>
      }
    >
      <DataTable
        name="admission-notices"
        title={w.notices}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel="/api/admission-notices/xlsx"
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.field.qNotice} defaultValue={view.q} />
            <Select
              name="state"
              label={w.field.state}
              none={w.anyState}
              defaultValue={view.state}
              options={noticeStates.map((value) => ({ value, label: w.noticeStates[value] }))}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'class',
            title: w.field.class,
            sort: true,
            wraps: true,
            cell: (row) => (
              <Link to={`/chieu-sinh/${row.id}`}>
                {row.classCode} · {row.className}
              </Link>
            ),
          },
          {
            key: 'deadlineOn',
            title: w.field.deadlineOn,
            sort: true,
            cell: (row) => printDay(row.deadlineOn),
          },
          { key: 'opensOn', title: w.field.opensOn, sort: true, cell: (row) => printDay(row.opensOn) },
          { key: 'quotaSeats', title: w.field.quotaSeats, align: 'right', cell: (row) => row.quotaSeats },
          { key: 'names', title: w.field.names, align: 'right', cell: (row) => row.names },
          { key: 'submitted', title: w.field.submitted, align: 'right', cell: (row) => row.submitted },
          { key: 'admitted', title: w.field.admitted, align: 'right', cell: (row) => row.admitted },
          { key: 'waiting', title: w.field.waiting, align: 'right', spare: true, cell: (row) => row.waiting },
          { key: 'state', title: w.field.state, cell: (row) => w.noticeStates[row.state] },
        ]}
        empty={{
          title: w.emptyNotices,
          text: isUnit ? w.emptyNoticesOfUnit : w.emptyNoticesText,
          action: make || undefined,
        }}
      />
    </Page>
  )
}
