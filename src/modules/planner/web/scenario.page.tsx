import { useEffect } from 'react'
import { Link, redirect, useRevalidator } from 'react-router'
import * as z from 'zod'
import { type Day, printDay } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { DownloadLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Choices } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { asChoices, nameNeed } from '../rules/naming.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/scenario.page.ts'
import { Missing } from './missing.tsx'
import { modeName } from './mode-name.ts'
import { RoomChart } from './room-chart.tsx'

export const loader = ({ context, params }: Route.LoaderArgs) =>
  api(context).planner.get({ scenarioId: Number(params.scenarioId) })

const act = z.object({ act: z.enum(['cancel', 'toPlan']), formIds: z.array(z.string()).optional() })

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, act, async (input) => {
    const scenarioId = Number(params.scenarioId)
    if (input.act === 'cancel') {
      await api(context).planner.cancel({ scenarioId })
      return redirect(`/phuong-an/${scenarioId}`)
    }
    const { versionId } = await api(context).planner.toPlan({ scenarioId, formIds: input.formIds ?? [] })
    return redirect(`/ke-hoach/phien-ban/${versionId}`)
  })

type Scenario = Route.ComponentProps['loaderData']
type Answer = NonNullable<Scenario['answer']>

export default function ScenarioPage({ loaderData: scenario, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const { answer, progress, state } = scenario
  const isUnderWay = state === 'queued' || state === 'running'
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => void revalidate(), 2000)
    return () => clearInterval(timer)
  }, [isUnderWay, revalidate])
  return (
    <Page
      title={scenario.name}
      crumbs={[{ title: w.pages.title, to: '/phuong-an' }]}
      {...(answer && {
        lead: w.pages.summary({
          classes: answer.figures.classes,
          seats: answer.figures.seats + answer.figures.named,
          heads: answer.figures.heads + answer.figures.named,
          cost: answer.figures.costDong,
        }),
      })}
      actions={answer && <DownloadLink href={`/api/scenarios/${scenario.id}/xlsx`}>Excel</DownloadLink>}
    >
      {isUnderWay && (
        <Notice>
          <p>
            {state === 'queued'
              ? w.pages.waiting
              : w.pages.running(progress ?? { seconds: 0, gap: null, points: null })}
          </p>
          {scenario.can.includes('cancel') && (
            <Form refused={actionData} name="cancel" guards={false}>
              <SubmitButton kind="plain" name="act" value="cancel">
                {w.pages.cancel}
              </SubmitButton>
            </Form>
          )}
        </Notice>
      )}
      {state === 'cancelled' && <Notice>{w.pages.cancelled}</Notice>}
      {scenario.refusal && <Refusal scenario={scenario} />}
      {answer && (
        <>
          <Panel>
            <p>
              <strong>{w.pages.proven(answer.proof)}</strong> {w.pages.checked}
            </p>
            {answer.proof.status !== 'optimal' && (
              <p className="quiet">
                {w.pages.whatGapIs[answer.proof.status === 'timeLimit' ? answer.proof.boundBy : 'solver']}
              </p>
            )}
            <p className="quiet">
              {answer.greedy
                ? w.pages.greedy({
                    classes: answer.greedy.classes,
                    seats: answer.greedy.seats + answer.greedy.named,
                  })
                : w.pages.noGreedy}
            </p>
          </Panel>
          <LeftOutPanel answer={answer} scenario={scenario} />
          <div className="scenario-part">
            <h2 className="chart-title">{w.pages.chart}</h2>
            <RoomChart classes={answer.classes} weeks={scenario.names.weeks} closed={scenario.names.closed} />
          </div>
          <div className="scenario-part">
            <h2>{w.pages.classes}</h2>
            <Classes answer={answer} />
          </div>
          {scenario.can.includes('toPlan') && answer.classes.length > 0 && (
            <IntoPlan scenario={scenario} answer={answer} refused={actionData} />
          )}
          <div className="scenario-part">
            <h2>{w.pages.unitsTitle}</h2>
            <Seats answer={answer} scenarioId={scenario.id} />
            <h2>{w.pages.groupsTitle}</h2>
            <Groups answer={answer} />
          </div>
        </>
      )}
      <Missing rows={scenario.missing} />
    </Page>
  )
}

function Refusal({ scenario: { refusal, names } }: { scenario: Scenario }) {
  const w = useWords(vi, en)
  if (!refusal) return null
  if (refusal.kind === 'nothing') return <Notice tone="wrong">{w.says.nothing}</Notice>
  if (refusal.kind === 'unsound') return <Notice tone="wrong">{w.pages.unsound}</Notice>
  if (refusal.kind === 'faults')
    return (
      <Notice tone="wrong">
        <ul>
          {refusal.faults.map((fault) => (
            <li key={`${fault.code} ${fault.about}`}>{w.faults[fault.code](fault)}</li>
          ))}
        </ul>
      </Notice>
    )
  const about = refusal.clash.about.map(({ kind, field = '' }) =>
    kind === 'lecturer' ? w.about.lecturer({ field: names.fields[field] ?? field }) : w.about[kind],
  )
  return <Notice tone="wrong">{w.clash({ classes: refusal.titles, about })}</Notice>
}

function LeftOutPanel({ answer, scenario }: { answer: Answer; scenario: Scenario }) {
  const w = useWords(vi, en)
  const { names, missing } = scenario
  const uncounted = missing.reduce((sum, one) => sum + one.heads, 0)
  type Need = Answer['leftOut'][number]['needs'][number]
  const sayOne = (need: Need) => w.needs[need.kind](nameNeed(names, need))
  const say = (needs: readonly Need[]) => needs.map(sayOne)
  return (
    <Panel title={w.pages.leftOut}>
      {answer.leftOut.length === 0 ? (
        <p>{w.pages.noneLeftOut({ uncounted })}</p>
      ) : (
        <ul className="left-out">
          {answer.leftOut
            .map((one) => ({ ...one, ...asChoices(one.needs, one.others) }))
            .map((one) => (
              <li key={one.formId}>
                <p>
                  <strong>
                    {w.pages.left({
                      title: [one.title, modeName(w, one.modeCode)].filter(Boolean).join(', '),
                      heads: one.heads,
                      units: one.demands.length,
                    })}
                  </strong>
                </p>
                {one.needs.length > 0 ? (
                  <p>
                    {w.pages.ways({
                      needs: one.needs.map(({ need, or }) =>
                        or ? w.pages.either({ one: sayOne(need), other: sayOne(or) }) : sayOne(need),
                      ),
                      seats: one.needs.some(({ or }) => or !== null) ? null : one.seats,
                      on: one.startsOn as Day | null,
                    })}
                  </p>
                ) : (
                  <p>{w.pages.noWay}</p>
                )}
                {one.others.map((needs) => (
                  <p key={say(needs).join()}>{w.pages.otherWays({ needs: say(needs) })}</p>
                ))}
                {one.isVerified && <p className="quiet">{w.pages.tried}</p>}
              </li>
            ))}
        </ul>
      )}
    </Panel>
  )
}

function Classes({ answer }: { answer: Answer }) {
  const w = useWords(vi, en)
  const f = w.fields
  const locale = useLocale()
  return (
    <DataTable
      name="proposedClasses"
      title={w.pages.classes}
      rows={answer.classes}
      total={answer.classes.length}
      view={{ page: 1, size: Math.max(20, answer.classes.length) }}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          title: f.class,
          wraps: true,
          cell: (row) => `${row.title}${row.isAssigned ? ` (${w.pages.assigned})` : ''}`,
        },
        { key: 'mode', title: f.mode, cell: (row) => modeName(w, row.modeCode) || '–' },
        { key: 'startsOn', title: f.startsOn, cell: (row) => printDay(row.startsOn as Day) },
        { key: 'endsOn', title: f.endsOn, cell: (row) => printDay(row.endsOn as Day) },
        { key: 'room', title: f.room, cell: (row) => row.rooms.join(', ') || w.pages.atHost },
        {
          key: 'learners',
          title: f.learners,
          align: 'right',
          cell: (row) => printNumber(row.learners, locale),
        },
        {
          key: 'lecturers',
          title: f.lecturers,
          wraps: true,
          spare: true,
          cell: (row) => row.lecturers.join(', '),
        },
        {
          key: 'units',
          title: f.units,
          wraps: true,
          spare: true,
          cell: (row) => row.units.map(({ unit, heads }) => `${unit}: ${heads}`).join('; '),
        },
      ]}
      empty={{ title: w.pages.noClasses, text: w.pages.leftOut }}
    />
  )
}

function IntoPlan({
  scenario: { plan },
  answer,
  refused,
}: {
  scenario: Scenario
  answer: Answer
  refused: Route.ComponentProps['actionData']
}) {
  const w = useWords(vi, en)
  const byForm = Map.groupBy(answer.classes, (one) => one.formId)
  return (
    <Panel title={w.pages.intoPlan}>
      <p>
        {w.pages.intoPlanText}{' '}
        {plan ? w.pages.planThere[plan.state]({ number: plan.number }) : w.pages.noPlan}{' '}
        {plan && <Link to={`/ke-hoach/phien-ban/${plan.versionId}`}>{w.pages.seePlan}</Link>}
      </p>
      {plan?.state !== 'submitted' && (
        <Form refused={refused} name="toPlan" guards={false}>
          <Choices
            multiple
            name="formIds"
            label={w.pages.choose}
            options={[...byForm].map(([formId, classes]) => ({
              value: formId,
              label: w.pages.line({
                title: classes[0]?.title ?? '',
                mode: modeName(w, classes[0]?.modeCode ?? ''),
                classes: classes.length,
                learners: classes.reduce((sum, one) => sum + one.learners, 0),
              }),
            }))}
          />
          <FormActions>
            <SubmitButton name="act" value="toPlan">
              {w.pages.intoPlan}
            </SubmitButton>
          </FormActions>
        </Form>
      )}
    </Panel>
  )
}

/** Asked for, seated and not, of a row that counts seats. */
function useSeatColumns(): Column<{ asked: number; seats: number }>[] {
  const f = useWords(vi, en).fields
  const locale = useLocale()
  const n = (value: number) => printNumber(value, locale)
  return [
    { key: 'asked', title: f.asked, align: 'right', cell: (row) => n(row.asked) },
    { key: 'seats', title: f.seats, align: 'right', cell: (row) => n(row.seats) },
    { key: 'unmet', title: f.unmet, align: 'right', cell: (row) => n(row.asked - row.seats) },
  ]
}

function Seats({ answer, scenarioId }: { answer: Answer; scenarioId: number }) {
  const w = useWords(vi, en)
  const f = w.fields
  const seatColumns = useSeatColumns()
  return (
    <DataTable
      name="seatsByUnit"
      title={w.pages.unitsTitle}
      rows={answer.units}
      total={answer.units.length}
      view={{ page: 1, size: Math.max(20, answer.units.length) }}
      rowKey={(row) => row.unit}
      excel={`/api/scenarios/${scenarioId}/seats/xlsx`}
      columns={[{ key: 'unit', title: f.unit, cell: (row) => row.unit }, ...seatColumns]}
      empty={{ title: w.pages.noClasses, text: w.pages.unitsTitle }}
    />
  )
}

function Groups({ answer }: { answer: Answer }) {
  const w = useWords(vi, en)
  const f = w.fields
  const seatColumns = useSeatColumns()
  return (
    <DataTable
      name="seatsByGroup"
      title={w.pages.groupsTitle}
      rows={answer.groups}
      total={answer.groups.length}
      view={{ page: 1, size: Math.max(20, answer.groups.length) }}
      rowKey={(row) => row.group}
      columns={[{ key: 'name', title: f.group, cell: (row) => row.name }, ...seatColumns]}
      empty={{ title: w.pages.noClasses, text: w.pages.groupsTitle }}
    />
  )
}
