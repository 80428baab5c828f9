import type { ReactNode } from 'react'
import type * as z from 'zod'
import { printNumber } from '../../../pure/share.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { DayInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { acrossRow, periodInput, ratings } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

type Merged = Omit<z.infer<typeof acrossRow>, 'label'>

/** The columns of figures that are merged over several classes. */
export function useMergedColumns(): Column<Merged>[] {
  const w = useWords(vi, en)
  const locale = useLocale()
  const figure = (value: number | null) => (value === null ? '–' : printNumber(value, locale, 2))
  return [
    { key: 'question', title: w.item, wraps: true, cell: (row) => row.text },
    { key: 'mean', title: w.mean, align: 'right', cell: (row) => figure(row.mean) },
    { key: 'spread', title: w.spread, align: 'right', cell: (row) => figure(row.spread) },
    { key: 'marks', title: w.marks, align: 'center', cell: (row) => w.marksOf(row) },
    { key: 'n', title: w.n, align: 'right', cell: (row) => printNumber(row.n, locale) },
    { key: 'campaigns', title: w.campaignsCount, align: 'right', cell: (row) => row.campaigns },
    { key: 'form', title: w.form, wraps: true, spare: true, cell: (row) => row.formTitle },
  ]
}

/** From when to when the classes ended. */
export function PeriodFilter({ period }: { period: z.infer<typeof periodInput> }) {
  const w = useWords(vi, en)
  return (
    <FilterBar>
      <DayInput name="fromOn" label={w.endedFrom} defaultValue={period.fromOn} />
      <DayInput name="untilOn" label={w.endedUntil} defaultValue={period.untilOn} />
    </FilterBar>
  )
}

/** What one lecturer was rated, and what was written. */
export function Ratings({
  found: { rows, comments },
  empty,
  filter,
  excel,
}: {
  found: z.infer<typeof ratings>
  empty: { title: string; text: string }
  filter: ReactNode
  excel?: string
}) {
  const w = useWords(vi, en)
  return (
    <>
      <DataTable
        name="ratings"
        title={w.results}
        rows={rows}
        total={rows.length}
        view={{ page: 1, size: Math.max(1, rows.length) }}
        rowKey={(row) => `${row.topic} ${row.formId} ${row.question} ${row.high}`}
        filter={filter}
        {...(excel !== undefined && { excel })}
        columns={[
          { key: 'topic', title: w.by.topic, wraps: true, cell: (row) => row.topic ?? w.wholeCourse },
          ...useMergedColumns(),
        ]}
        empty={empty}
      />
      {comments.length > 0 && (
        <Panel title={w.comments}>
          <p className="quiet">{w.commentsLead}</p>
          <CommentList comments={comments} />
        </Panel>
      )}
    </>
  )
}

/** What was written, in the order of its letters. */
export const CommentList = ({ comments }: { comments: readonly string[] }) => (
  <ul>
    {comments.map((text, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two may say the same
      <li key={i}>{text}</li>
    ))}
  </ul>
)
