import { printNumber } from '../../../pure/share.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api } from '../../../ui/visit.ts'
import { hourKinds } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/compare.page.ts'
import { hoursText } from './item-form.tsx'
import type { Line } from './shapes.ts'
import './curricula.css'

export const loader = ({ context, params }: Route.LoaderArgs) =>
  api(context).curricula.compare({
    curriculumId: Number(params.curriculumId),
    otherId: Number(params.otherId),
  })

export default function ComparePage({ loaderData }: Route.ComponentProps) {
  const { before, after, rows, same, beforeSums, afterSums } = loaderData
  const w = useWords(vi, en)
  const locale = useLocale()
  const many = (kind: string) => rows.filter((row) => row.kind === kind).length
  const reads = (line: Line | null, fields: readonly string[]) => {
    if (!line) return '–'
    const parts = [
      fields.length === 0 || fields.includes('title') ? line.title : '',
      fields.length === 0 || fields.includes('hours')
        ? hoursText(line.kind === 'topic' ? line.hours : line.sums, w.hours, locale)
        : '',
      fields.includes('outcomes') ? line.outcomes : '',
      fields.includes('field') ? (line.fieldCode ?? '–') : '',
      fields.includes('place') ? line.number : '',
    ]
    return parts.filter(Boolean).join(' · ')
  }
  return (
    <Page
      title={w.compare.title}
      lead={w.compare.lead({
        added: many('added'),
        dropped: many('dropped'),
        changed: many('changed'),
        same,
      })}
      crumbs={[
        { title: w.pages.programmes, to: '/chuong-trinh' },
        { title: after.programmeName, to: `/chuong-trinh/${after.programmeId}` },
        { title: w.versionName(after), to: `/chuong-trinh/phien-ban/${after.id}` },
      ]}
    >
      <Panel flush>
        <DescriptionList
          facts={[
            { term: w.compare.before, value: `${before.title} (${w.states[before.state]})` },
            { term: w.compare.after, value: `${after.title} (${w.states[after.state]})` },
            ...hourKinds
              .filter((kind) => beforeSums[kind] !== afterSums[kind])
              .map((kind) => ({
                term: w.hours[kind],
                value: `${printNumber(beforeSums[kind], locale)} → ${printNumber(afterSums[kind], locale)}`,
              })),
            {
              term: w.fields.total,
              value: `${printNumber(before.totalHours, locale)} → ${printNumber(after.totalHours, locale)}`,
            },
          ]}
        />
      </Panel>
      <div className="curriculum-parts">
        <DataTable
          name="curriculum-compare"
          title={w.compare.title}
          rows={rows}
          total={rows.length}
          view={{ page: 1, size: Math.max(rows.length, 20) }}
          rowKey={(row) => row.lineageId}
          empty={{ title: w.compare.none, text: w.compare.noneText }}
          columns={[
            {
              key: 'item',
              title: w.compare.item,
              wraps: true,
              cell: ({ before: was, after: is }) =>
                `${(is ?? was)?.number ?? ''} ${(is ?? was)?.title ?? ''}`,
            },
            {
              key: 'kind',
              title: w.compare.what,
              cell: (row) =>
                row.fields.length === 0
                  ? w.compare.kinds[row.kind]
                  : row.fields.map((field) => w.compare.fields[field]).join(', '),
            },
            {
              key: 'before',
              title: w.compare.before,
              wraps: true,
              cell: (row) => reads(row.before, row.fields),
            },
            {
              key: 'after',
              title: w.compare.after,
              wraps: true,
              cell: (row) => reads(row.after, row.fields),
            },
          ]}
        />
      </div>
    </Page>
  )
}
