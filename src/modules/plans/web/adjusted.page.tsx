import { Link } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Letters } from '../../../ui/letters.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { changesInput } from '../contract/changes.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/adjusted.page.ts'
import { ChangedLine } from './changed-line.tsx'
import { useDayOf } from './where.ts'
import './plan.css'

export const loader = async ({ context, params, request }: Route.LoaderArgs) => {
  const year = Number(params.year)
  const view = { ...readSearch(request, changesInput, { year, sort: 'proposedAt', desc: true }), year }
  const { plans } = api(context)
  return { view, plan: await plans.adjusted({ year }), changes: await plans.changes(view) }
}

type Plan = Route.ComponentProps['loaderData']['plan']

export default function AdjustedPage({ loaderData: { view, plan, changes } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const dayOf = useDayOf()
  const locale = useLocale()
  const seesForecast = useCan('forecast.read')
  const seesLetters = useCan('documents.read')
  const { year } = plan
  const c = w.changes
  const crumbs = [{ title: w.pages.list, to: '/ke-hoach' }]
  if (!plan.currentVersion)
    return (
      <Page title={c.title({ year })} crumbs={crumbs}>
        <section className="empty panel">
          <h2>{c.noPlan({ year })}</h2>
          <p>{c.noPlanText}</p>
        </section>
      </Page>
    )
  const sums = {
    assigned: plan.assigned.classes,
    adjusted: plan.adjusted.classes,
    ...plan.changes,
  }
  const propose = plan.can.includes('propose') && (
    <ButtonLink kind="main" to={`/ke-hoach/${year}/dieu-chinh/moi`}>
      {c.propose}
    </ButtonLink>
  )
  return (
    <Page
      title={c.title({ year })}
      lead={plan.changes.approved === 0 && sums.assigned === sums.adjusted ? c.same(sums) : c.lead(sums)}
      crumbs={crumbs}
      actions={
        <>
          {propose}
          <ButtonLink to={`/ke-hoach/phien-ban/${plan.currentVersion.id}`}>
            {w.versionName({ number: plan.currentVersion.number })}
          </ButtonLink>
          {seesForecast && <ButtonLink to={`/ke-hoach/${year}/du-bao`}>{c.forecast}</ButtonLink>}
          {seesLetters && plan.changes.proposed > 0 && (
            <Letters
              address={`/api/plans/${year}/amendment-letter`}
              letters={[{ title: w.pages.amendment }]}
            />
          )}
          <DownloadLink href={`/api/plans/${year}/adjusted/xlsx`}>{w.pages.excel}</DownloadLink>
        </>
      }
    >
      <div className="plan-compare">
        <h2>{c.list}</h2>
        <DataTable
          name="changes"
          title={c.list}
          rows={changes.rows}
          total={changes.total}
          view={view}
          excel={`/api/plan-changes/xlsx?year=${year}`}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'kind',
              title: c.kind,
              sort: true,
              cell: (row) => <Link to={`/ke-hoach/dieu-chinh/${row.id}`}>{c.kinds[row.kind]}</Link>,
            },
            {
              key: 'lines',
              title: w.fields.content,
              wraps: true,
              cell: (row) => (
                <ul className="plan-changes">
                  {row.lines.map((line) => (
                    <li key={line.lineKey}>
                      <ChangedLine line={line} />
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              key: 'proposer',
              title: w.fields.proposer,
              wraps: true,
              cell: (row) => row.proposerUnit ?? c.school,
            },
            {
              key: 'proposedAt',
              title: c.proposed,
              sort: true,
              cell: (row) => w.day({ on: dayOf(row.proposedAt) }),
            },
            { key: 'state', title: w.fields.state, cell: (row) => c.states[row.state] },
            {
              key: 'document',
              title: w.fields.decision,
              wraps: true,
              cell: (row) =>
                row.documentNumber &&
                row.documentOn &&
                w.document({ number: row.documentNumber, on: row.documentOn }),
            },
          ]}
          empty={{ title: c.none, text: c.noneText, action: propose }}
        />
        <h2>{c.plan}</h2>
        <DataTable
          name="adjusted"
          title={c.plan}
          rows={plan.lines}
          total={plan.lines.length}
          view={{ page: 1, size: Math.max(100, plan.lines.length) }}
          rowKey={(row) => row.lineKey}
          columns={columnsOf(w, plan, (value) => (value === null ? '–' : printNumber(value, locale)))}
          empty={{ title: w.pages.noLines, text: w.pages.noLinesRead }}
        />
      </div>
    </Page>
  )
}

function columnsOf(
  w: ReturnType<typeof useWords<typeof vi>>,
  plan: Plan,
  n: (value: number | null) => string,
): Column<Plan['lines'][number]>[] {
  const c = w.changes
  const months = (list: readonly number[]) => (list.length === 0 ? '' : w.months({ months: list }))
  const both = (
    key: 'carriedOver' | 'opened' | 'classes' | 'learners',
    spare = false,
  ): Column<Plan['lines'][number]>[] => [
    {
      key: `assigned-${key}`,
      title: c.assignedOf[key],
      align: 'right',
      spare,
      cell: (row) => n(row.assigned?.[key] ?? null),
      total: n(plan.assigned[key]),
    },
    {
      key: `adjusted-${key}`,
      title: c.adjustedOf[key],
      align: 'right',
      spare,
      cell: (row) =>
        row.assigned?.[key] === row[key] ? n(row[key]) : <strong className="figures">{n(row[key])}</strong>,
      total: n(plan.adjusted[key]),
    },
  ]
  return [
    {
      key: 'content',
      title: w.fields.content,
      wraps: true,
      cell: (row) => {
        const remark = row.classes === 0 ? c.fallen : row.assigned === null ? c.came : null
        const name = [row.title, row.modeCode === 'none' ? '' : row.modeName].filter(Boolean).join(', ')
        return (
          <>
            {row.changeId === null ? name : <Link to={`/ke-hoach/dieu-chinh/${row.changeId}`}>{name}</Link>}
            {remark && <span className="quiet"> ({remark})</span>}
          </>
        )
      },
      total: w.total,
    },
    ...both('classes'),
    ...both('learners'),
    ...both('carriedOver', true),
    ...both('opened', true),
    {
      key: 'months',
      title: w.fields.months,
      wraps: true,
      cell: (row) =>
        row.assigned && row.assigned.months.join() !== row.months.join()
          ? c.months({ before: row.assigned.months, after: row.months })
          : months(row.months),
    },
  ]
}
