import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { DataTable, type Empty, type ListView } from '../../../ui/data-table.tsx'
import { useWords } from '../../../ui/locale.tsx'
import type { invitation } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

type Row = z.infer<typeof invitation>

export function InvitationTable({
  rows,
  total,
  view,
  empty,
  filter,
  excel,
}: {
  rows: readonly Row[]
  total: number
  view: ListView
  empty: Empty
  filter?: ReactNode
  excel?: string
}) {
  const w = useWords(vi, en)
  const sorts = view.sort !== undefined
  return (
    <DataTable
      name="invitations"
      title={w.invitations}
      rows={rows}
      total={total}
      view={view}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'lecturer',
          title: w.lecturer,
          sort: sorts,
          wraps: true,
          cell: (row) => <Link to={`/moi-giang/${row.id}`}>{row.lecturer}</Link>,
        },
        {
          key: 'state',
          title: w.view,
          cell: (row) =>
            row.isFollowed ? (
              w.followed
            ) : row.isLate ? (
              <span className="wrong">{w.late}</span>
            ) : (
              w.state[row.state]
            ),
        },
        {
          key: 'class',
          title: w.class,
          sort: sorts,
          wraps: true,
          cell: (row) => `${row.classCode} · ${row.className}`,
        },
        { key: 'title', title: w.topic, wraps: true, cell: (row) => row.title },
        { key: 'days', title: w.days, cell: (row) => w.daysOf({ first: row.firstOn, last: row.lastOn }) },
        { key: 'deadlineOn', title: w.deadline, sort: sorts, cell: (row) => printDay(row.deadlineOn) },
      ]}
      empty={empty}
      {...(filter !== undefined && { filter })}
      {...(excel !== undefined && { excel })}
    />
  )
}
