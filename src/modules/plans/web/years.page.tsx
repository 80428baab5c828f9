import { Link } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/years.page.ts'
import { useDayOf, whereItStands } from './where.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  // The year at the top of the page narrows the list only when it was chosen here.
  const asked = Number(new URL(request.url).searchParams.get('nam')) || null
  const years = (await api(context).plans.years()).filter((plan) => asked === null || plan.year === asked)
  const versions = await Promise.all(years.map((plan) => api(context).plans.list({ year: plan.year })))
  return { rows: versions.flat(), asked }
}

export default function PlansPage({ loaderData: { rows, asked } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const dayOf = useDayOf()
  const mayEdit = useCan('plans.edit')
  const seesForecast = useCan('forecast.read')
  const mayImport = useCan('imports.use') && mayEdit
  const make = mayEdit && (
    <ButtonLink kind="main" to="/ke-hoach/moi">
      {w.pages.make}
    </ButtonLink>
  )
  const n = (value: number | null) => (value === null ? '–' : printNumber(value, locale))
  return (
    <Page
      title={w.pages.list}
      lead={w.pages.listLead}
      actions={
        <>
          <ButtonLink to="/ke-hoach/giai-doan">{w.periods.title}</ButtonLink>
          {seesForecast && <ButtonLink to="/ke-hoach/mau-van-ban">{w.pages.templates}</ButtonLink>}
          {asked !== null && <ButtonLink to="/ke-hoach">{w.pages.allYears}</ButtonLink>}
          {mayImport && <ButtonLink to="/nhap?kind=plan">{w.pages.import}</ButtonLink>}
          {make}
        </>
      }
    >
      <DataTable
        name="plans"
        title={w.pages.list}
        rows={rows}
        total={rows.length}
        view={{ page: 1, size: Math.max(20, rows.length) }}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'year',
            title: w.fields.version,
            cell: (row) => (
              <Link to={`/ke-hoach/phien-ban/${row.id}`}>
                {w.yearVersion({ year: row.year, number: row.number })}
              </Link>
            ),
          },
          { key: 'state', title: w.fields.state, cell: (row) => <State version={row} /> },
          {
            key: 'changes',
            title: w.pages.changes,
            cell: (row) =>
              row.isCurrent && (
                <>
                  <Link to={`/ke-hoach/${row.year}/dieu-chinh`}>{w.pages.adjust}</Link>
                  {seesForecast && (
                    <>
                      {' · '}
                      <Link to={`/ke-hoach/${row.year}/du-bao`}>{w.pages.forecast}</Link>
                    </>
                  )}
                </>
              ),
          },
          { key: 'where', title: w.fields.where, wraps: true, cell: (row) => whereItStands(w, row, dayOf) },
          { key: 'classes', title: w.fields.classes, align: 'right', cell: (row) => n(row.sums.classes) },
          {
            key: 'carriedOver',
            title: w.fields.carriedOver,
            align: 'right',
            cell: (row) => n(row.sums.carriedOver),
          },
          { key: 'opened', title: w.fields.opened, align: 'right', cell: (row) => n(row.sums.opened) },
          {
            key: 'learners',
            title: w.fields.learners,
            align: 'right',
            cell: (row) => n(row.sums.learners),
            spare: true,
          },
        ]}
        empty={{
          title: asked === null ? w.pages.empty : w.pages.emptyYear({ year: asked }),
          text: mayEdit ? w.pages.emptyText : w.pages.emptyForUnits,
          action: make,
        }}
      />
    </Page>
  )
}

/** The state in words, and what the version is to its year. */
function State({
  version,
}: {
  version: { state: keyof typeof vi.states; isAssigned: boolean; isCurrent: boolean }
}) {
  const w = useWords(vi, en)
  const roles = [version.isAssigned && w.roles.assigned, version.isCurrent && w.roles.current].filter(Boolean)
  return [w.states[version.state], ...roles].join(', ')
}
