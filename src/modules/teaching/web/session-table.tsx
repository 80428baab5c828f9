import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import type { session } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

type Session = z.infer<typeof session>

/** Sessions as a paper timetable reads: weekday, day, part, topic, hours, kind, lecturer, room. */
export function SessionTable({
  name,
  title,
  sessions,
  showsClass = false,
  showsLecturer = true,
  page,
  excel,
  filter,
  empty,
  action,
}: {
  name: string
  title: string
  sessions: readonly Session[]
  showsClass?: boolean
  showsLecturer?: boolean
  /** Which page of the list this is; without it all of it. */
  page?: { total: number; view: { page: number; size: number; sort?: string; desc?: boolean } }
  excel?: string
  filter?: ReactNode
  empty: { title: string; text: string }
  action?: (row: Session) => ReactNode
}) {
  const w = useWords(vi, en)
  const seesLecturers = useCan('teaching.read') && showsLecturer
  return (
    <DataTable
      name={name}
      title={title}
      rows={sessions}
      total={page?.total ?? sessions.length}
      view={page?.view ?? { page: 1, size: Math.max(sessions.length, 1) }}
      {...(excel && { excel })}
      rowKey={(row) => row.id}
      filter={filter}
      columns={[
        {
          key: 'onDay',
          title: w.columns.day,
          ...(page && { sort: true }),
          cell: (row) => `${w.weekday(row.onDay)}, ${printDay(row.onDay)}`,
        },
        { key: 'part', title: w.columns.part, cell: (row) => w.partTitle[row.part] },
        ...(showsClass
          ? [
              {
                key: 'class',
                title: w.columns.class,
                wraps: true,
                cell: (row: Session) => (
                  <Link to={`/lop/${row.classId}/lich-hoc`}>{`${row.classCode} · ${row.className}`}</Link>
                ),
              },
            ]
          : []),
        { key: 'topic', title: w.columns.topic, wraps: true, cell: (row) => row.title },
        { key: 'hours', title: w.columns.hours, align: 'right', cell: (row) => row.hours },
        { key: 'kind', title: w.columns.kind, cell: (row) => w.kind[row.kind] },
        ...(seesLecturers
          ? [
              {
                key: 'lecturer',
                title: w.columns.lecturer,
                wraps: true,
                cell: (row: Session) =>
                  row.lecturerId !== null ? (
                    <Link to={`/giang-vien/${row.lecturerId}`}>{row.lecturer}</Link>
                  ) : row.invitationId !== null ? (
                    <Link to={`/moi-giang/${row.invitationId}`}>
                      {w.asked({ state: row.invitationState ?? '' })}
                    </Link>
                  ) : (
                    <span className="quiet">{w.noLecturer}</span>
                  ),
              },
            ]
          : []),
        {
          key: 'room',
          title: w.columns.room,
          wraps: true,
          cell: (row) => [row.room, row.place].filter(Boolean).join(', ') || '–',
        },
        { key: 'state', title: w.columns.state, cell: (row) => w.sessionState[row.state] },
        ...(action ? [{ key: 'act', title: w.columns.act, cell: action }] : []),
      ]}
      empty={empty}
    />
  )
}
