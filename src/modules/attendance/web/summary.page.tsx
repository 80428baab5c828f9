import { ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { api } from '../../../ui/visit.ts'
import { percentOf } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/summary.page.ts'

export const loader = ({ context, params }: Route.LoaderArgs) =>
  api(context).attendance.summary({ classId: Number(params.classId) })

export default function SummaryPage({ loaderData: found }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page
      title={w.summaryOf({ code: found.code })}
      lead={w.summaryLead({ near: found.near, below: found.below })}
      crumbs={[
        { title: w.classes, to: '/lop' },
        { title: found.code, to: `/lop/${found.classId}` },
      ]}
      actions={
        <>
          <ButtonLink to={`/lop/${found.classId}/diem-danh`}>{w.title}</ButtonLink>
          <DownloadLink href={`/api/classes/${found.classId}/attendance/xlsx`}>{w.book}</DownloadLink>
        </>
      }
    >
      <p>
        {found.minPercent === null ? (
          w.noRule
        ) : (
          <>
            {w.ruleIs({ percent: found.minPercent })} <span className="quiet">{found.ruleSource}</span>
            {found.toConfirm && <em> ({w.toConfirm})</em>}
          </>
        )}
      </p>
      {found.unrecordedSessions > 0 && (
        <Notice>{w.unrecordedWarn({ count: found.unrecordedSessions })}</Notice>
      )}
      <DataTable
        name="attendance-summary"
        title={w.summary}
        rows={found.learners}
        total={found.learners.length}
        view={{ page: 1, size: Math.max(found.learners.length, 1) }}
        rowKey={(row) => row.enrolmentId}
        columns={[
          { key: 'name', title: w.columns.name, cell: (row) => row.fullName },
          { key: 'unit', title: w.columns.unit, wraps: true, spare: true, cell: (row) => row.unit },
          {
            key: 'attended',
            title: w.columns.attended,
            align: 'right',
            cell: (row) => percentOf(row.recorded - row.missed, row.recorded),
          },
          { key: 'recorded', title: w.columns.recorded, align: 'right', cell: (row) => row.recorded },
          { key: 'missed', title: w.columns.missed, align: 'right', cell: (row) => row.missed },
          {
            key: 'owedShare',
            title: w.columns.owedShare,
            align: 'right',
            cell: (row) => percentOf(row.missed, row.recorded),
          },
          ...(['excused', 'unexcused', 'recalled', 'ill', 'other'] as const).map((cause) => ({
            key: cause,
            title: w.cause[cause],
            align: 'right' as const,
            spare: cause === 'ill' || cause === 'other',
            cell: (row: (typeof found.learners)[number]) => row[cause],
          })),
          {
            key: 'standing',
            title: w.columns.standing,
            cell: (row) =>
              row.standing === 'below' ? <strong>{w.standings.below}</strong> : w.standings[row.standing],
          },
          {
            key: 'modules',
            title: w.columns.modules,
            wraps: true,
            cell: (row) => row.modules.map((one) => w.moduleLine(one)).join('; ') || '–',
          },
        ]}
        empty={{ title: w.noLearners, text: '' }}
      />
    </Page>
  )
}
