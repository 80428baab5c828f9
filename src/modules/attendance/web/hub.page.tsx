import { Link } from 'react-router'
import { addDays, type Day } from '../../../pure/day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { termInput } from '../contract.ts'
import { percentOf } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/hub.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { attendance } = api(context)
  const { today } = visit(context)
  const months = readSearch(request, termInput, {
    from: addDays(today as Day, -150).slice(0, 7),
    until: today.slice(0, 7),
  })
  return { months, open: await attendance.unrecorded({}), rows: await attendance.term(months) }
}

export default function HubPage({ loaderData: { months, open, rows } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.hub} lead={w.hubLead({ count: open.length })}>
      <DataTable
        name="unrecorded"
        title={w.unrecorded}
        rows={open}
        total={open.length}
        view={{ page: 1, size: Math.max(open.length, 1) }}
        rowKey={(row) => row.sessionId}
        columns={[
          {
            key: 'day',
            title: w.columns.day,
            cell: (row) => (
              <Link to={`/buoi-hoc/${row.sessionId}/diem-danh`}>
                {w.when({ on: row.onDay, part: row.part })}
              </Link>
            ),
          },
          {
            key: 'class',
            title: w.columns.class,
            wraps: true,
            cell: (row) => (
              <Link to={`/lop/${row.classId}/diem-danh?thang=${row.onDay.slice(0, 7)}`}>{row.code}</Link>
            ),
          },
          { key: 'topic', title: w.columns.topic, wraps: true, cell: (row) => row.title },
          { key: 'marked', title: w.columns.marked, align: 'right', cell: (row) => w.markedOf(row) },
        ]}
        empty={w.noneUnrecorded}
      />
      <DataTable
        name="term"
        title={w.term}
        rows={rows}
        total={rows.length}
        view={{ page: 1, size: Math.max(rows.length, 1) }}
        rowKey={(row) => row.classId}
        filter={
          <FilterBar>
            <TextInput name="from" label={w.termFrom} defaultValue={months.from} width="short" />
            <TextInput name="until" label={w.termUntil} defaultValue={months.until} width="short" />
          </FilterBar>
        }
        columns={[
          {
            key: 'class',
            title: w.columns.class,
            wraps: true,
            cell: (row) => <Link to={`/lop/${row.classId}/chuyen-can`}>{`${row.code} · ${row.name}`}</Link>,
          },
          { key: 'learners', title: w.columns.learners, align: 'right', cell: (row) => row.learners },
          {
            key: 'attended',
            title: w.columns.attended,
            align: 'right',
            cell: (row) => percentOf(row.recorded - row.missed, row.recorded),
          },
          { key: 'missed', title: w.columns.missed, align: 'right', cell: (row) => row.missed },
          { key: 'recalled', title: w.cause.recalled, align: 'right', cell: (row) => row.recalled },
          { key: 'unexcused', title: w.cause.unexcused, align: 'right', cell: (row) => row.unexcused },
        ]}
        empty={w.noTerm}
      />
    </Page>
  )
}
