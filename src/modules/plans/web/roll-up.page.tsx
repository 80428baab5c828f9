import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/roll-up.page.ts'
import './plan.css'

export const loader = async ({ context, params }: Route.LoaderArgs) =>
  api(context).plans.rollUp({ versionId: Number(params.versionId) })

export default function RollUpPage({ loaderData: { version, lines, outside } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const n = (value: number) => printNumber(value, locale)
  const p = w.periods
  const sum = (of: (line: (typeof lines)[number]) => number) => lines.reduce((all, one) => all + of(one), 0)
  const totals = {
    target: sum((one) => one.line.opened),
    planned: sum((one) => one.planned),
    opened: sum((one) => one.opened),
  }
  return (
    <Page
      title={p.rollUpTitle({ title: version.title })}
      lead={p.rollUpLead(totals)}
      crumbs={[
        { title: w.pages.list, to: '/ke-hoach' },
        { title: p.title, to: '/ke-hoach/giai-doan' },
      ]}
      actions={<ButtonLink to={`/ke-hoach/phien-ban/${version.id}`}>{p.lines}</ButtonLink>}
    >
      <div className="plan-compare">
        <DataTable
          name="roll-up"
          title={p.rollUp}
          rows={lines}
          total={lines.length}
          view={{ page: 1, size: Math.max(100, lines.length) }}
          rowKey={(row) => row.line.lineKey}
          columns={[
            {
              key: 'content',
              title: w.fields.content,
              wraps: true,
              cell: ({ line }) =>
                [line.title, line.modeCode === 'none' ? '' : line.modeName].filter(Boolean).join(', '),
              total: w.total,
            },
            {
              key: 'target',
              title: p.target,
              align: 'right',
              cell: ({ line }) => n(line.opened),
              total: n(totals.target),
            },
            {
              key: 'planned',
              title: p.planned,
              align: 'right',
              cell: (row) => n(row.planned),
              total: n(totals.planned),
            },
            {
              key: 'opened',
              title: p.opened,
              align: 'right',
              cell: (row) => n(row.opened),
              total: n(totals.opened),
            },
            {
              key: 'left',
              title: p.left,
              align: 'right',
              cell: ({ line, planned }) => n(Math.max(0, line.opened - planned)),
              total: n(sum(({ line, planned }) => Math.max(0, line.opened - planned))),
            },
            ...(lines[0]?.years ?? []).map(({ year }, i) => ({
              key: `year-${year}`,
              title: String(year),
              align: 'right' as const,
              cell: (row: (typeof lines)[number]) => {
                const own = row.years[i]
                return own ? p.yearCell(own) : ''
              },
            })),
          ]}
          empty={{ title: w.pages.noLines, text: w.pages.noLinesRead }}
        />
        <div className="footnotes">
          <p>{p.yearNote}</p>
        </div>
        {outside.length > 0 && (
          <>
            <h2>{p.outside}</h2>
            <DataTable
              name="outside"
              title={p.outside}
              rows={outside}
              total={outside.length}
              view={{ page: 1, size: Math.max(100, outside.length) }}
              rowKey={(row) => `${row.year} ${row.title} ${row.modeName}`}
              columns={[
                { key: 'content', title: w.fields.content, wraps: true, cell: (row) => row.title },
                { key: 'year', title: w.fields.year, align: 'right', cell: (row) => row.year },
                { key: 'mode', title: w.fields.mode, cell: (row) => row.modeName },
                { key: 'opened', title: w.fields.opened, align: 'right', cell: (row) => n(row.opened) },
              ]}
              empty={{ title: '', text: '' }}
            />
          </>
        )}
      </div>
    </Page>
  )
}
