import { Link } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useCan, useLocale, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/scenarios.page.ts'

export const loader = async ({ context }: Route.LoaderArgs) => ({
  rows: await api(context).planner.list({}),
})

export default function ScenariosPage({ loaderData: { rows } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const printAt = usePrintInstant()
  const mayEdit = useCan('planner.edit')
  const n = (value: number | null) => (value === null ? '–' : printNumber(value, locale))
  const make = mayEdit && (
    <ButtonLink kind="main" to="/phuong-an/moi">
      {w.pages.make}
    </ButtonLink>
  )
  return (
    <Page
      title={w.pages.title}
      lead={w.pages.lead}
      actions={
        <>
          <ButtonLink to="/phuong-an/khuon-lop">{w.pages.forms}</ButtonLink>
          {rows.filter((row) => row.state === 'done').length > 1 && (
            <ButtonLink to="/phuong-an/so-sanh">{w.pages.compare}</ButtonLink>
          )}
          {make}
        </>
      }
    >
      <DataTable
        name="scenarios"
        title={w.pages.title}
        rows={rows}
        total={rows.length}
        view={{ page: 1, size: Math.max(20, rows.length) }}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            title: w.fields.name,
            cell: (row) => <Link to={`/phuong-an/${row.id}`}>{row.name}</Link>,
          },
          { key: 'year', title: w.fields.year, align: 'right', cell: (row) => row.year },
          { key: 'state', title: w.fields.state, cell: (row) => w.states[row.state] },
          { key: 'classes', title: w.fields.classes, align: 'right', cell: (row) => n(row.classes) },
          { key: 'seats', title: w.fields.seats, align: 'right', cell: (row) => n(row.seats) },
          {
            key: 'gap',
            title: w.fields.gap,
            align: 'right',
            cell: (row) => (row.gap === null ? '–' : w.pages.atMost({ gap: row.gap, boundBy: row.boundBy })),
          },
          { key: 'madeBy', title: w.fields.madeBy, cell: (row) => row.madeBy ?? '–', spare: true },
          { key: 'madeAt', title: w.fields.madeAt, cell: (row) => printAt(row.madeAt) },
        ]}
        empty={{ title: w.pages.empty, text: w.pages.emptyText, action: make }}
      />
    </Page>
  )
}
