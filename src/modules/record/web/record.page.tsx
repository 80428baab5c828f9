import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DayInput, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useLocale, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { recordInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/record.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, recordInput)
  const isAsked = new URL(request.url).searchParams.has('kiem-tra')
  const [list, verification] = await Promise.all([
    api(context).record.list(view),
    isAsked ? api(context).record.verify() : null,
  ])
  return { view, ...list, verification }
}

export default function RecordPage({
  loaderData: { view, rows, total, verification },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const locale = useLocale()
  const broken = verification?.firstBreak
  const lead = !verification
    ? w.leadUnchecked
    : broken
      ? w.broken({
          seal: String(broken.sealNumber ?? '–'),
          line: String(broken.lineId ?? '–'),
          fault: w.faults[broken.fault],
        })
      : w.lead({
          seals: printNumber(verification.seals, locale),
          lines: printNumber(verification.lines, locale),
        })
  return (
    <Page title={w.title} lead={lead} actions={<ButtonLink to="?kiem-tra=1">{w.verify}</ButtonLink>}>
      {verification?.head && (
        <p className="quiet breaks">
          {w.head({ number: String(verification.head.number), hash: verification.head.hash })}
        </p>
      )}
      <DataTable
        name="record"
        title={w.title}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.search} defaultValue={view.q} />
            <DayInput name="fromOn" label={w.fromOn} defaultValue={view.fromOn as never} />
            <DayInput name="untilOn" label={w.untilOn} defaultValue={view.untilOn as never} />
          </FilterBar>
        }
        columns={[
          { key: 'madeAt', title: w.madeAt, sort: true, cell: (row) => printAt(row.madeAt) },
          { key: 'who', title: w.who, cell: (row) => row.accountName ?? w.nobody },
          { key: 'what', title: w.what, cell: (row) => `${w.actions[row.action]} (${row.procedure})` },
          { key: 'record', title: w.record, cell: (row) => `${row.tableName} ${row.rowId}` },
          {
            key: 'change',
            title: w.change,
            wraps: true,
            cell: (row) => <Change before={row.before} after={row.after} />,
          },
          { key: 'reason', title: w.reason, wraps: true, cell: (row) => row.reason },
        ]}
        empty={{ title: w.emptyTitle, text: w.emptyText }}
      />
    </Page>
  )
}

/** Field by field, as stored. */
function Change({
  before,
  after,
}: {
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}) {
  const names = Object.keys(after ?? before ?? {}).filter((name) => !name.endsWith('_key'))
  return (
    <>
      {names.slice(0, 8).map((name) => (
        <span key={name} className="change">
          {name}: {before && <del>{print(before[name])}</del>} {after && <ins>{print(after[name])}</ins>}{' '}
        </span>
      ))}
      {names.length > 8 && '…'}
    </>
  )
}

const print = (value: unknown): string => {
  const text =
    value === null || value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
