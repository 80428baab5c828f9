import { Link } from 'react-router'
import { ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { Select } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/grid.page.ts'
import './attendance.css'
import { Grid } from './grid.tsx'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const asked = new URL(request.url).searchParams.get('thang') ?? ''
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : undefined
  return {
    found: await api(context).attendance.grid({ classId: Number(params.classId), ...(month && { month }) }),
    today: visit(context).today,
  }
}

export default function GridPage({ loaderData: { found, today } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page
      title={w.gridOf({ code: found.code })}
      lead={w.gridLead({
        name: found.name,
        learners: found.learners.length,
        sessions: found.sessions.length,
        month: w.monthName({ month: found.month }),
      })}
      crumbs={[
        { title: w.classes, to: '/lop' },
        { title: found.code, to: `/lop/${found.classId}` },
      ]}
      actions={
        <>
          <ButtonLink to={`/lop/${found.classId}/chuyen-can`}>{w.summary}</ButtonLink>
          <DownloadLink href={`/api/classes/${found.classId}/attendance/xlsx`}>{w.book}</DownloadLink>
        </>
      }
    >
      {found.months.length === 0 && <Notice>{w.noSessions}</Notice>}
      {found.learners.length === 0 && (
        <Notice>
          {w.noLearners} <Link to={`/lop/${found.classId}/hoc-vien`}>{w.columns.learners}</Link>
        </Notice>
      )}
      {found.months.length > 1 && (
        <FilterBar>
          <Select
            name="thang"
            label={w.month}
            defaultValue={found.month}
            options={found.months.map((month) => ({ value: month, label: w.monthName({ month }) }))}
          />
        </FilterBar>
      )}
      {found.learners.length > 0 && found.sessions.length > 0 && (
        <Grid key={`${found.classId} ${found.month}`} found={found} today={today} />
      )}
    </Page>
  )
}
