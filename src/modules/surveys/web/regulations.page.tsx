import { printDay } from '../../../pure/day.ts'
import { printNumber, printShare } from '../../../pure/share.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { Select } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/regulations.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { today } = visit(context)
  const year = rememberedYear(request, today)
  const { surveys } = api(context)
  const [sets, found] = await Promise.all([surveys.evaluationSets(), surveys.evaluationYear({ year })])
  return { year, sets, found, thisYear: Number(today.slice(0, 4)) }
}

export default function EvaluationRegulationsPage({
  loaderData: { year, sets, found, thisYear },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const years = Array.from({ length: thisYear - 2018 + 1 }, (_, i) => thisYear - i)
  const rows = found.sets.flatMap((set) => set.shares.map((share) => ({ ...share, document: set.document })))
  return (
    <Page
      title={w.evaluationYear({ year })}
      lead={w.endedCourses(found)}
      crumbs={[{ title: w.campaigns, to: '/danh-gia' }]}
    >
      <DataTable
        name="evaluation-shares"
        title={w.shares}
        rows={rows}
        total={rows.length}
        view={{ page: 1, size: Math.max(1, rows.length) }}
        rowKey={(row) => row.content}
        filter={
          <FilterBar clears={false}>
            <Select
              name="nam"
              label={w.year}
              defaultValue={year}
              options={years.map((one) => ({ value: one, label: String(one) }))}
            />
          </FilterBar>
        }
        columns={[
          { key: 'content', title: w.content, cell: (row) => w.contents[row.content] },
          {
            key: 'done',
            title: w.evaluatedCourses,
            align: 'right',
            cell: (row) => `${row.done.part}/${row.done.whole}`,
          },
          {
            key: 'share',
            title: w.share,
            align: 'right',
            cell: (row) => `${printShare(row.done, { decimals: 2, rounding: 'truncate', locale })} %`,
          },
          {
            key: 'need',
            title: w.atLeast,
            align: 'right',
            cell: (row) => (row.needCourses > 0 ? w.courses({ n: row.needCourses }) : `${row.needPercent} %`),
          },
          { key: 'result', title: w.verdict, cell: (row) => w.verdicts[row.result] },
          { key: 'article', title: w.source, wraps: true, cell: (row) => `${row.article}, ${row.document}` },
        ]}
        empty={{ title: w.noShares({ year }), text: w.noSharesText }}
      />
      {sets.map((set) => (
        <Panel key={set.id} title={`${set.document}: ${set.title}`}>
          <DescriptionList
            facts={[
              {
                term: w.inForce,
                value: w.fromTo({ from: set.fromOn, until: set.untilOn }),
              },
              { term: w.issued, value: `${printDay(set.issuedOn)}, ${set.issuer}` },
              ...(set.scale
                ? [
                    {
                      term: w.marks,
                      value: `${printNumber(set.scale.low, locale)}–${printNumber(set.scale.high, locale)}`,
                    },
                  ]
                : []),
              ...(set.invalidAbove
                ? [{ term: w.invalid, value: w.invalidRule({ percent: set.invalidAbove.percent }) }]
                : []),
              ...(set.bands.length > 0
                ? [
                    {
                      term: w.bands,
                      value: `${set.bands.map((band) => w.bandFrom({ from: band.from, label: band[locale] })).join(' · ')} (${w.toConfirm})`,
                    },
                  ]
                : []),
            ]}
          />
          <ul>
            {set.notes.map((note) => (
              <li key={note.text}>
                {note.text} {note.tag === 'toConfirm' && <span className="quiet">({w.toConfirm})</span>}
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </Page>
  )
}
