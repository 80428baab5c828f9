import { Link } from 'react-router'
import type * as z from 'zod'
import type { Day } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { api } from '../../../ui/visit.ts'
import type { danger } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/forecast.page.ts'
import './forecast.css'

export const loader = async ({ context, params }: Route.LoaderArgs) =>
  api(context).forecast.year({ year: Number(params.year) })

type Forecast = Route.ComponentProps['loaderData']
type Counts = Forecast['total']

export default function ForecastPage({ loaderData: found }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const { year, total, warning } = found
  const n = (value: number) => printNumber(value, locale)
  const view = { page: 1, size: 100 }
  const title = w.title({ year })
  const crumbs = [{ title: w.plan, to: `/ke-hoach?nam=${year}` }]
  if (found.planNumber === null)
    return (
      <Page title={title} crumbs={crumbs}>
        <section className="empty panel">
          <h2>{w.noPlan.title({ year })}</h2>
          <p>{w.noPlan.text}</p>
        </section>
      </Page>
    )
  const range = (low: number | string, high: number | string) => w.range({ low, high })
  const counts = <Row extends Omit<Counts, 'shareLow' | 'shareHigh'>>(sums?: Counts): Column<Row>[] =>
    (['planned', 'carriedOver', 'opened', 'scheduled', 'unscheduled'] as const).map((key) => ({
      key,
      title: w[key],
      align: 'right' as const,
      cell: (row: Row) => n(row[key]),
      ...(sums && { total: n(sums[key]) }),
    }))
  const why = (one: z.infer<typeof danger>) =>
    one.code === 'fewWanted'
      ? w.danger.fewWanted(one)
      : one.code === 'carriedMissing'
        ? w.danger.carriedMissing(one)
        : w.danger[one.code]
  const said =
    warning.level === 'none'
      ? w.warning.none
      : warning.level === 'soon'
        ? w.warning.soon({ fitsUntil: warning.fitsUntil as Day | null })
        : w.warning.late(warning)
  return (
    <Page
      title={title}
      lead={w.lead({ on: found.on as Day, ...total })}
      crumbs={crumbs}
      actions={
        <>
          <ButtonLink to={`/ke-hoach/${year}/dieu-chinh`}>{w.adjust}</ButtonLink>
          <DownloadLink href={`/api/plans/${year}/forecast/xlsx`}>{w.excel}</DownloadLink>
        </>
      }
    >
      <Notice tone={warning.level === 'none' ? 'good' : 'wrong'}>{said}</Notice>
      <div className="forecast">
        <DataTable
          name="forecast"
          title={w.byGroup}
          rows={found.groups}
          total={found.groups.length}
          view={view}
          rowKey={(row) => row.groupCode}
          empty={{ title: '', text: '' }}
          columns={[
            { key: 'group', title: w.group, cell: (row) => row.groupName, total: w.total },
            ...counts<(typeof found.groups)[number]>(total),
            {
              key: 'expected',
              title: w.expected,
              align: 'right',
              cell: (row) => range(row.low, row.high),
              total: range(total.low, total.high),
            },
            {
              key: 'share',
              title: w.share,
              align: 'right',
              cell: (row) => range(row.shareLow, row.shareHigh),
              total: range(total.shareLow, total.shareHigh),
            },
          ]}
        />
        <div className="footnotes">
          <p>{found.punctuality ? w.notes.punctuality(found.punctuality) : w.notes.noPast}</p>
        </div>
        <h2>{w.inDanger}</h2>
        <DataTable
          name="dangers"
          title={w.inDanger}
          rows={found.dangers}
          total={found.dangers.length}
          view={view}
          rowKey={(row) => row.lineKey}
          empty={{ title: w.noDanger, text: w.noDangerText }}
          columns={[
            {
              key: 'line',
              title: w.line,
              wraps: true,
              cell: (row) => (
                <Link to={`/ke-hoach/${year}/dieu-chinh/moi?kind=move&lineKey=${row.lineKey}`}>
                  {[row.title, row.modeName].filter(Boolean).join(', ')}
                </Link>
              ),
            },
            { key: 'lacks', title: w.lacks, align: 'right', cell: (row) => n(row.unscheduled) },
            {
              key: 'expected',
              title: w.expected,
              align: 'right',
              cell: (row) => `${range(row.low, row.high)}/${n(row.planned)}`,
            },
            { key: 'why', title: w.why, wraps: true, cell: (row) => row.dangers.map(why).join('; ') },
          ]}
        />
        <h2>{w.rest}</h2>
        <DataTable
          name="rest"
          title={w.rest}
          rows={found.resources}
          total={found.resources.length}
          view={view}
          rowKey={(row) => row.kind}
          empty={{ title: '', text: '' }}
          columns={[
            { key: 'kind', title: w.resource, wraps: true, cell: (row) => w.resources[row.kind] },
            { key: 'need', title: w.need, align: 'right', cell: (row) => n(row.need) },
            { key: 'left', title: w.left, align: 'right', cell: (row) => n(row.left) },
            {
              key: 'verdict',
              title: w.verdict,
              cell: (row) => (row.need <= row.left ? w.fits : w.fitsNot),
            },
          ]}
        />
        <div className="footnotes">
          <p>
            {w.notes.weeks({ weeks: found.weeksLeft })}{' '}
            {found.atOnce &&
              (found.atOnce.source === 'rooms' ? w.notes.rooms(found.atOnce) : w.notes.past(found.atOnce))}
          </p>
        </div>
      </div>
    </Page>
  )
}
