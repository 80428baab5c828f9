import { Link } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { api } from '../../../ui/visit.ts'
import { sumsOf } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/compare.page.ts'
import type { Line } from './shapes.ts'
import './plan.css'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const ids = [Number(params.versionId), Number(params.otherId)]
  // The newer one is read as the change, whichever of the two was in hand.
  const [otherId = 0, versionId = 0] = ids.sort((a, b) => a - b)
  return api(context).plans.compare({ versionId, otherId })
}

export default function ComparePage({
  loaderData: { before, after, changes, same, groups },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const n = (value: number | null) => (value === null ? '–' : printNumber(value, locale))
  const signed = (from: number, to: number) =>
    to === from ? '0' : `${to > from ? '+' : '−'}${printNumber(Math.abs(to - from), locale)}`
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length
  const whole = {
    before: sumsOf(groups.map((one) => one.before)),
    after: sumsOf(groups.map((one) => one.after)),
  }
  const name = (version: { year: number; number: number }) => w.yearVersion(version)
  const changed = (from: number, to: number) =>
    w.compare.fromTo({ before: n(from), after: n(to), by: signed(from, to) })
  return (
    <Page
      title={
        before.year === after.year
          ? w.compare.titleOfYear({ year: after.year, before: before.number, after: after.number })
          : w.compare.title({ after: name(after), before: name(before) })
      }
      lead={
        changes.length === 0
          ? w.compare.nothing
          : w.compare.summary({
              added: count('added'),
              dropped: count('dropped'),
              changed: count('changed'),
              same,
            })
      }
      crumbs={[
        { title: w.pages.list, to: '/ke-hoach' },
        { title: name(after), to: `/ke-hoach/phien-ban/${after.id}` },
      ]}
    >
      <div className="plan-compare">
        <h2>{w.compare.totals}</h2>
        <DataTable
          name="plan-totals"
          title={w.compare.totals}
          rows={groups}
          total={groups.length}
          view={{ page: 1, size: 50 }}
          rowKey={(row) => row.groupCode}
          columns={[
            { key: 'group', title: w.fields.group, cell: (row) => row.groupName },
            ...(['classes', 'carriedOver', 'opened'] as const).map((key) => ({
              key,
              title: w.fields[key],
              align: 'right' as const,
              cell: (row: (typeof groups)[number]) => changed(row.before[key], row.after[key]),
              total: changed(whole.before[key], whole.after[key]),
            })),
          ]}
          empty={{ title: w.pages.noLines, text: w.pages.noLinesRead }}
        />

        {changes.length > 0 && (
          <>
            <h2>{w.compare.lines}</h2>
            <DataTable
              name="plan-changes"
              title={w.compare.lines}
              rows={changes}
              total={changes.length}
              view={{ page: 1, size: Math.max(20, changes.length) }}
              rowKey={(row) => `${row.kind} ${row.lineKey}`}
              columns={[
                {
                  key: 'what',
                  title: w.compare.what,
                  wraps: true,
                  cell: (row) => {
                    const line = row.after ?? row.before
                    const version = row.after ? after : before
                    return (
                      line && (
                        <Link to={`/ke-hoach/phien-ban/${version.id}#dong-${line.id}`}>
                          {line.modeCode === 'none' ? line.title : `${line.title}, ${line.modeName}`}
                        </Link>
                      )
                    )
                  },
                },
                { key: 'group', title: w.fields.group, cell: (row) => row.groupName },
                { key: 'kind', title: w.compare.kind, cell: (row) => w.compare[row.kind] },
                {
                  key: 'fields',
                  title: w.compare.detail,
                  wraps: true,
                  cell: (row) =>
                    row.before && row.after ? (
                      <ul className="plan-changes">
                        {row.fields.map((field) => (
                          <li key={field}>
                            {w.compare.field({
                              field: w.fields[titleOf[field as keyof typeof titleOf] ?? 'content'],
                              before: print(row.before as Line, field, w, n),
                              after: print(row.after as Line, field, w, n),
                            })}
                          </li>
                        ))}
                      </ul>
                    ) : (
                      w.lead((row.after ?? row.before) as Line)
                    ),
                },
              ]}
              empty={{ title: w.compare.nothing, text: '' }}
            />
          </>
        )}
      </div>
    </Page>
  )
}

const titleOf = {
  groupCode: 'group',
  title: 'content',
  modeCode: 'mode',
  bloc: 'bloc',
  carriedOver: 'carriedOver',
  opened: 'opened',
  learners: 'learners',
  partner: 'partner',
  place: 'place',
  months: 'months',
  budgetDong: 'budget',
  note: 'note',
} as const

function print(
  line: Line,
  field: string,
  w: ReturnType<typeof useWords<typeof vi>>,
  n: (value: number | null) => string,
): string {
  if (field === 'months') return line.months.length === 0 ? '–' : w.months({ months: line.months })
  if (field === 'modeCode') return line.modeName
  if (field === 'groupCode') return line.groupName
  if (field === 'bloc') return line.bloc ? w.blocs[line.bloc] : '–'
  const value = line[field as keyof Line]
  return typeof value === 'number' ? n(value) : typeof value === 'string' && value !== '' ? value : '–'
}
