import { Link } from 'react-router'
import { type Day, printDay } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Select } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { PlanActualChart } from '../../../ui/plan-actual-chart.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { readSearch } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { progressInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/progress.page.ts'
import './progress.css'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const year = rememberedYear(request, visit(context).today)
  const view = { ...readSearch(request, progressInput, { year }), year }
  return { view, report: await api(context).reports.progress(view) }
}

type Report = Route.ComponentProps['loaderData']['report']
type Both = { classes: number; learners: number; beyondClasses: number; beyondLearners: number }

export default function ProgressPage({ loaderData: { view, report } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const mayImport = useCan('classes.import')
  const { year } = view
  const n = (value: number) => printNumber(value, locale)
  const files = new URLSearchParams({
    year: String(year),
    rounding: view.rounding,
    units: view.units,
    plan: view.plan,
  })
  /** The list of exactly the classes that a figure counts. */
  const list = (filter: Record<string, string | number>) =>
    `/lop?${new URLSearchParams({ nam: String(year), state: 'held', ...Object.fromEntries(Object.entries(filter).map(([k, v]) => [k, String(v)])) })}`
  const linked = (value: number, filter: Record<string, string | number>) =>
    value === 0 ? n(0) : <Link to={list(filter)}>{n(value)}</Link>
  const plain = { page: 1, size: 100 as const }
  const hasSome = report.groups.length > 0 || report.beyond.classes > 0
  const both = <Row extends Both>(
    rows: readonly Row[],
    filter: (row: Row) => Record<string, string | number> | null,
  ): Column<Row>[] => {
    const sum = (of: (row: Row) => number) => n(rows.reduce((all, row) => all + of(row), 0))
    const shown = (row: Row, value: number, basis: 'plan' | 'policy') => {
      const own = filter(row)
      return own ? linked(value, { ...own, basis }) : n(value)
    }
    return [
      {
        key: 'classes',
        title: `${w.classes}: ${w.inPlan.toLowerCase()}`,
        align: 'right',
        cell: (row) => shown(row, row.classes, 'plan'),
        total: sum((row) => row.classes),
      },
      {
        key: 'learners',
        title: w.learners,
        align: 'right',
        cell: (row) => n(row.learners),
        total: sum((row) => row.learners),
      },
      {
        key: 'beyondClasses',
        title: `${w.classes}: ${w.outOfPlan.toLowerCase()}`,
        align: 'right',
        cell: (row) => shown(row, row.beyondClasses, 'policy'),
        total: sum((row) => row.beyondClasses),
      },
      {
        key: 'beyondLearners',
        title: w.learners,
        align: 'right',
        cell: (row) => n(row.beyondLearners),
        total: sum((row) => row.beyondLearners),
      },
    ]
  }

  return (
    <Page
      title={w.title({ year })}
      lead={
        hasSome && (
          <>
            {w.lead({
              held: report.held.classes,
              planned: report.planned.classes,
              learners: report.held.learners,
              share: report.share,
            })}{' '}
            {w.beyondLead(report.beyond)}
          </>
        )
      }
      actions={
        hasSome && (
          <>
            <DownloadLink href={`/api/reports/progress/xlsx?${files}`}>{w.excel}</DownloadLink>
            <DownloadLink href={`/api/reports/progress/docx?${files}`}>{w.word}</DownloadLink>
          </>
        )
      }
    >
      <FilterBar>
        <Select
          name="rounding"
          label={w.choose.rounding}
          defaultValue={view.rounding}
          options={Object.entries(w.rounding).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="plan"
          label={w.choose.plan}
          defaultValue={view.plan}
          options={Object.entries(w.planUsed).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="units"
          label={w.choose.units}
          defaultValue={view.units}
          options={[
            { value: 'then', label: w.unitNames.asThen },
            { value: 'today', label: w.unitNames.asToday },
          ]}
        />
      </FilterBar>
      {!hasSome ? (
        <section className="empty panel">
          <h2>{w.empty.title({ year })}</h2>
          <p>{w.empty.text}</p>
          {mayImport && (
            <p className="empty-action">
              <ButtonLink to="/nhap">{w.empty.action}</ButtonLink>
            </p>
          )}
        </section>
      ) : (
        <div className="report">
          <PlanActualChart
            title={w.chart}
            items={report.groups.map((group) => ({
              label: group.name,
              plan: group.planned,
              held: group.held,
            }))}
          />
          <DataTable
            name="progress"
            title={w.byGroup}
            rows={report.groups}
            total={report.groups.length}
            view={plain}
            rowKey={(row) => row.group}
            empty={{ title: '', text: '' }}
            columns={[
              {
                key: 'group',
                title: w.group,
                cell: (row) => <Link to={list({ group: row.group, basis: 'plan' })}>{row.name}</Link>,
                total: w.sum,
              },
              {
                key: 'planned',
                title: w.planned,
                align: 'right',
                cell: (row) => n(row.planned),
                total: n(report.planned.classes),
              },
              {
                key: 'plannedCarriedOver',
                title: `${w.planned}: ${w.carriedOver.toLowerCase()}`,
                align: 'right',
                spare: true,
                cell: (row) => n(row.plannedCarriedOver),
                total: n(report.planned.carriedOver),
              },
              {
                key: 'plannedOpened',
                title: `${w.planned}: ${w.opened.toLowerCase()}`,
                align: 'right',
                spare: true,
                cell: (row) => n(row.plannedOpened),
                total: n(report.planned.opened),
              },
              {
                key: 'assigned',
                title: w.assigned,
                align: 'right',
                spare: true,
                cell: (row) => n(row.assigned),
                total: report.against.assigned ? n(report.against.assigned.classes) : '',
              },
              {
                key: 'adjusted',
                title: w.adjusted,
                align: 'right',
                spare: true,
                cell: (row) => n(row.adjusted),
                total: report.against.adjusted ? n(report.against.adjusted.classes) : '',
              },
              {
                key: 'held',
                title: w.held,
                align: 'right',
                cell: (row) => linked(row.held, { group: row.group, basis: 'plan' }),
                total: n(report.held.classes),
              },
              { key: 'share', title: w.share, align: 'right', cell: (row) => row.share, total: report.share },
              {
                key: 'carriedOver',
                title: w.carriedOver,
                align: 'right',
                cell: (row) =>
                  linked(row.carriedOver, { group: row.group, basis: 'plan', countsAs: 'carriedOver' }),
                total: n(report.held.carriedOver),
              },
              {
                key: 'opened',
                title: w.opened,
                align: 'right',
                cell: (row) => linked(row.opened, { group: row.group, basis: 'plan', countsAs: 'opened' }),
                total: n(report.held.opened),
              },
              {
                key: 'learners',
                title: w.learners,
                align: 'right',
                cell: (row) => n(row.learners),
                total: n(report.held.learners),
              },
              {
                key: 'openedByMode',
                title: w.openedByMode,
                wraps: true,
                cell: (row) => w.modes(row.openedByMode),
                total: w.modes({ ...report.held.openedByMode, none: 0 }),
              },
              {
                key: 'portion',
                title: w.portion,
                align: 'right',
                spare: true,
                cell: (row) => row.portion,
                total: '',
              },
            ]}
          />
          <div className="footnotes">
            <p>
              {report.plan
                ? w.plan[report.plan.state]({
                    ...report.plan,
                    documentOn: report.plan.documentOn as Day | null,
                  })
                : w.plan.none}{' '}
              {report.plan && <Link to={`/ke-hoach?nam=${year}`}>{w.plan.see}</Link>}
            </p>
            {report.plan?.state === 'approved' && (
              <p>{w.against({ held: report.held.classes, ...report.against })}</p>
            )}
            {report.coming > 0 && <p>{w.coming({ classes: report.coming, on: report.on as Day })}</p>}
            <p>
              {w.roundingNote[report.rounding]} {report.fraction.whole > 0 && w.exact(report.fraction)}{' '}
              {w.learnersNote}
            </p>
          </div>
          {report.lines && <Lines lines={report.lines} report={report} list={list} />}
          <h2>{w.beyond}</h2>
          {report.beyond.classes === 0 ? (
            <p>{w.beyondNone}</p>
          ) : (
            <DataTable
              name="beyond"
              title={w.beyond}
              rows={report.beyond.kinds}
              total={report.beyond.kinds.length}
              view={plain}
              rowKey={(row) => row.programmeId}
              empty={{ title: '', text: '' }}
              columns={[
                {
                  key: 'programme',
                  title: w.programme,
                  wraps: true,
                  cell: (row) => row.programme,
                  total: w.sum,
                },
                {
                  key: 'classes',
                  title: w.classes,
                  align: 'right',
                  cell: (row) => linked(row.classes, { programmeId: row.programmeId, basis: 'policy' }),
                  total: n(report.beyond.classes),
                },
                {
                  key: 'learners',
                  title: w.learners,
                  align: 'right',
                  cell: (row) => n(row.learners),
                  total: n(report.beyond.learners),
                },
              ]}
            />
          )}
          <h2>{w.byMonth}</h2>
          <DataTable
            name="months"
            title={w.byMonth}
            rows={report.months}
            total={12}
            view={plain}
            rowKey={(row) => row.month}
            empty={{ title: '', text: '' }}
            columns={[
              { key: 'month', title: w.month, cell: (row) => w.monthName({ month: row.month }) },
              {
                key: 'opened',
                title: `${w.opened}: ${w.inPlan.toLowerCase()}`,
                align: 'right',
                cell: (row) => linked(row.opened, { basis: 'plan', openedIn: row.month }),
              },
              {
                key: 'running',
                title: `${w.running}: ${w.inPlan.toLowerCase()}`,
                align: 'right',
                cell: (row) => linked(row.running, { basis: 'plan', runningIn: row.month }),
              },
              {
                key: 'beyondOpened',
                title: `${w.opened}: ${w.outOfPlan.toLowerCase()}`,
                align: 'right',
                cell: (row) => linked(row.beyondOpened, { basis: 'policy', openedIn: row.month }),
              },
              {
                key: 'beyondRunning',
                title: `${w.running}: ${w.outOfPlan.toLowerCase()}`,
                align: 'right',
                cell: (row) => linked(row.beyondRunning, { basis: 'policy', runningIn: row.month }),
              },
            ]}
          />
          <h2>{w.byPartner}</h2>
          <DataTable
            name="partners"
            title={w.byPartner}
            rows={report.partners}
            total={report.partners.length}
            view={plain}
            rowKey={(row) => row.partner}
            empty={{ title: '', text: '' }}
            columns={[
              {
                key: 'partner',
                title: w.partner,
                wraps: true,
                cell: (row) => row.partner || w.noPartner,
                total: w.sum,
              },
              ...both(report.partners, (row) => (row.partner ? { partner: row.partner } : null)),
            ]}
          />
          {report.units.some((row) => row.unitId !== null) && (
            <>
              <h2>{w.byUnit}</h2>
              <DataTable
                name="units"
                title={w.byUnit}
                rows={report.units}
                total={report.units.length}
                view={plain}
                rowKey={(row) => `${row.unitId} ${row.unit}`}
                empty={{ title: '', text: '' }}
                columns={[
                  {
                    key: 'unit',
                    title: w.unit,
                    wraps: true,
                    cell: (row) =>
                      row.unit ? `${row.unit}${row.isDivided ? ` (${w.divided})` : ''}` : w.noUnit,
                    total: w.sum,
                  },
                  ...both(report.units, (row) =>
                    row.unitId && view.units === 'then' ? { hostUnitId: row.unitId } : null,
                  ),
                ]}
              />
            </>
          )}
          <p className="quiet figures">{printDay(report.on as Day)}</p>
        </div>
      )}
    </Page>
  )
}

/** The plan line by line, below the groups and closed at first: the groups are what is reported. */
function Lines({
  lines: { rows, unnamed },
  report,
  list,
}: {
  lines: NonNullable<Report['lines']>
  report: Report
  list: (filter: Record<string, string | number>) => string
}) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const n = (value: number | null) => (value === null ? '–' : printNumber(value, locale))
  const held = rows.reduce((sum, row) => sum + row.held + row.coming, 0)
  const foot = (own: number, whole: number) => (
    <>
      {n(whole)}
      {unnamed.classes > 0 && <span className="quiet report-unnamed">{n(own)}</span>}
    </>
  )
  return (
    <details className="report-lines">
      <summary>
        <strong>{w.byLine}</strong>{' '}
        <span className="quiet">
          {w.byLineLead({
            lines: rows.length,
            nothing: held === 0 ? 0 : rows.filter((row) => row.held + row.coming === 0).length,
            unnamed: unnamed.classes,
          })}
        </span>
      </summary>
      <p>{held === 0 ? w.noneNamed : w.byLineNote}</p>
      <DataTable
        name="report-lines"
        title={w.byLine}
        rows={rows}
        total={rows.length}
        view={{ page: 1, size: Math.max(20, rows.length) }}
        rowKey={(row) => row.lineKey}
        empty={{ title: '', text: '' }}
        columns={[
          {
            key: 'line',
            title: w.line,
            wraps: true,
            cell: (row) => (row.mode ? `${row.title}, ${row.mode}` : row.title),
            total: (
              <>
                {w.sum}
                {unnamed.classes > 0 && <span className="quiet report-unnamed">{w.unnamed}</span>}
              </>
            ),
          },
          { key: 'groupName', title: w.group, spare: true, wraps: true, cell: (row) => row.groupName },
          { key: 'partner', title: w.partner, spare: true, wraps: true, cell: (row) => row.partner ?? '–' },
          {
            key: 'planned',
            title: w.planned,
            align: 'right',
            cell: (row) => n(row.planned),
            total: n(report.planned.classes),
          },
          {
            key: 'held',
            title: w.held,
            align: 'right',
            cell: (row) =>
              row.held > 0 ? (
                <Link to={list({ planLineKey: row.lineKey, basis: 'plan' })}>{n(row.held)}</Link>
              ) : row.coming > 0 ? (
                w.comingOnly({ classes: row.coming })
              ) : (
                <span className={held > 0 ? 'wrong' : undefined}>{held > 0 ? w.nothingHeld : n(0)}</span>
              ),
            total: foot(unnamed.classes, report.held.classes),
          },
          {
            key: 'carriedOver',
            title: w.carriedOver,
            align: 'right',
            cell: (row) => n(row.carriedOver),
            total: foot(unnamed.carriedOver, report.held.carriedOver),
          },
          {
            key: 'opened',
            title: w.opened,
            align: 'right',
            cell: (row) => n(row.opened),
            total: foot(unnamed.opened, report.held.opened),
          },
          {
            key: 'plannedLearners',
            title: w.plannedLearners,
            align: 'right',
            cell: (row) => n(row.plannedLearners),
            total: n(report.planned.learners),
          },
          {
            key: 'learners',
            title: w.learners,
            align: 'right',
            cell: (row) => n(row.learners),
            total: foot(unnamed.learners, report.held.learners),
          },
        ]}
      />
    </details>
  )
}
