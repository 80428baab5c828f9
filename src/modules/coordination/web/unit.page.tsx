import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { type Day, daysBetween, printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Hidden, TextArea } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/unit.page.ts'
import './coordination.css'
import { PulseOfUnit } from './pulse-part.tsx'

/** How many of what is done stand on the page before «see all». */
const shownDone = 8

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const { today } = visit(context)
  const year = rememberedYear(request, today)
  const unitId = Number(params.unitId)
  const { coordination } = api(context)
  const [plan, commitments, pulse] = await Promise.all([
    coordination.unitPlan({ unitId, year }),
    coordination.commitments({ unitId, year, size: 100 }),
    coordination.pulse({ unitId }),
  ])
  return { plan, rows: commitments.rows, pulse, today }
}

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('drawUp'), year: z.number() }),
  z.object({ act: z.literal('offer'), year: z.number(), planId: z.number() }),
  z.object({ act: z.literal('accept'), planId: z.number(), version: z.number() }),
  z.object({
    act: z.literal('return'),
    planId: z.number(),
    version: z.number(),
    reason: z.string().default(''),
  }),
  z.object({ act: z.literal('revise'), planId: z.number() }),
])

export const action = ({ context, request, params }: Route.ActionArgs) => {
  const { coordination } = api(context)
  const here = `/phoi-hop/don-vi/${params.unitId}`
  return submit(request, acts, async (input) => {
    switch (input.act) {
      case 'drawUp':
        await coordination.drawUp({ year: input.year, unitId: Number(params.unitId) })
        return redirect(`${here}/soan`)
      case 'offer':
        await coordination.offer(input)
        return redirect(here)
      case 'accept':
        await coordination.accept(input)
        return redirect(here)
      case 'return':
        await coordination.returnPlan({ ...input, reason: input.reason ?? '' })
        return redirect(here)
      case 'revise':
        await coordination.revise(input)
        return redirect(`${here}/soan`)
    }
  })
}

export default function UnitPlanPage({
  loaderData: { plan, rows, pulse, today },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayManage = useCan('coordination.manage')
  const { accepted, open, year, unitId, unitName } = plan
  const state = accepted?.state ?? open?.state ?? 'missing'
  const isUndone = (row: Row) => ['open', 'overdue', 'broken'].includes(row.standing)
  const done = rows.filter((row) => !isUndone(row))
  return (
    <Page
      title={w.page.unitTitle({ unit: unitName, year })}
      lead={
        plan.accepted || plan.open ? w.page.unitLead({ state: w.planState[state] }) : w.page.noPlan({ year })
      }
      crumbs={[{ title: w.page.title, to: '/phoi-hop?size=50' }]}
      actions={
        <>
          <ButtonLink to="/phoi-hop/lich">{w.page.calendar}</ButtonLink>
          <ButtonLink to={`/phoi-hop/cam-ket?unitId=${unitId}&nam=${year}`}>{w.page.all}</ButtonLink>
        </>
      }
    >
      {!accepted && !open && mayManage && (
        <Form name="drawUp" refused={actionData} guards={false}>
          <Hidden name="act" value="drawUp" />
          <Hidden name="year" value={year} />
          <FormActions>
            <SubmitButton>{w.page.drawUpOne({ year })}</SubmitButton>
          </FormActions>
        </Form>
      )}
      {open && <OpenPlan plan={open} hasAccepted={accepted !== null} refused={actionData} />}
      {rows.length > 0 && (
        <>
          <Dues
            title={w.page.oursUnit}
            rows={rows.filter((row) => row.side === 'unit' && isUndone(row))}
            today={today}
          />
          <Dues
            title={w.page.oursSchool}
            rows={rows.filter((row) => row.side === 'school' && isUndone(row))}
            today={today}
          />
        </>
      )}
      <Panel title={w.page.pulse}>
        <PulseOfUnit pulse={pulse} />
      </Panel>
      {done.length > 0 && (
        <Panel title={w.page.doneTitle} flush>
          <ul className="rows">
            {done
              .slice(-shownDone)
              .reverse()
              .map((row) => (
                <li key={row.id}>
                  <Link to={`/phoi-hop/cam-ket/${row.id}`}>{row.title}</Link>
                  <span className="quiet figures">
                    {w.side[row.side]} · {w.standing[row.standing]}
                    {row.doneOn && ` · ${printDay(row.doneOn as Day)}`}
                  </span>
                </li>
              ))}
          </ul>
        </Panel>
      )}
      {accepted && <Content plan={accepted} refused={actionData} />}
    </Page>
  )
}

type Row = Route.ComponentProps['loaderData']['rows'][number]
type Plan = NonNullable<Route.ComponentProps['loaderData']['plan']['accepted']>
type RefusedHere = Route.ComponentProps['actionData']

function Dues({ title, rows, today }: { title: string; rows: Row[]; today: Day }) {
  const w = useWords(vi, en)
  return (
    <Panel title={title} flush>
      {rows.length === 0 ? (
        <p className="panel-body quiet">{w.page.nothingDue}</p>
      ) : (
        <ul className="rows">
          {rows.map((row) => (
            <li key={row.id}>
              <span>
                <Link to={`/phoi-hop/cam-ket/${row.id}`}>{row.title}</Link>
                {row.fromUnitName && (
                  <span className="remark quiet">{w.page.from({ unit: row.fromUnitName })}</span>
                )}
                <span className={row.dueOn < today ? 'remark wrong figures' : 'remark quiet figures'}>
                  {w.dueOn({ on: row.dueOn as Day, days: daysBetween(today, row.dueOn as Day) })}
                </span>
              </span>
              {row.can.includes('keep') && (
                <ButtonLink to={`/phoi-hop/cam-ket/${row.id}`}>{w.page.mark}</ButtonLink>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** The version that waits: what each of the two may do with it. */
function OpenPlan({
  plan,
  hasAccepted,
  refused,
}: {
  plan: Plan
  hasAccepted: boolean
  refused: RefusedHere
}) {
  const w = useWords(vi, en)
  const may = (verb: Plan['can'][number]) => plan.can.includes(verb)
  return (
    <Panel title={`${w.page.openTitle}: ${w.planState[plan.state]}`}>
      {plan.returnReason && plan.state === 'returned' && (
        <Notice tone="wrong">{w.page.returned({ reason: plan.returnReason })}</Notice>
      )}
      {hasAccepted && <p className="quiet">{w.page.openHint}</p>}
      <Items plan={plan} />
      {(may('edit') || may('offer')) && (
        <Form name="offer" refused={refused} guards={false}>
          <Hidden name="act" value="offer" />
          <Hidden name="year" value={plan.year} />
          <Hidden name="planId" value={plan.id} />
          <FormActions>
            {may('offer') && (
              <ConfirmButton
                kind="main"
                title={w.page.offerTitle}
                text={w.page.offerText}
                confirm={w.page.offer}
              >
                {w.page.offer}
              </ConfirmButton>
            )}
            {may('edit') && (
              <ButtonLink to={`/phoi-hop/don-vi/${plan.unitId}/soan?nam=${plan.year}`}>
                {w.page.edit}
              </ButtonLink>
            )}
          </FormActions>
        </Form>
      )}
      {may('accept') && (
        <Form name="accept" refused={refused} guards={false}>
          <Hidden name="act" value="accept" />
          <Hidden name="planId" value={plan.id} />
          <Hidden name="version" value={plan.version} />
          <FormActions>
            <ConfirmButton
              kind="main"
              title={w.page.acceptTitle}
              text={w.page.acceptText}
              confirm={w.page.accept}
            >
              {w.page.accept}
            </ConfirmButton>
          </FormActions>
        </Form>
      )}
      {may('return') && (
        <details className="act" open={refused?.form === 'return'}>
          <summary>{w.page.return}</summary>
          <Form name="return" refused={refused}>
            <Hidden name="act" value="return" />
            <Hidden name="planId" value={plan.id} />
            <Hidden name="version" value={plan.version} />
            <TextArea name="reason" label={w.field.reason} rows={3} required />
            <FormActions>
              <SubmitButton kind="plain">{w.page.return}</SubmitButton>
            </FormActions>
          </Form>
        </details>
      )}
    </Panel>
  )
}

function Content({ plan, refused }: { plan: Plan; refused: RefusedHere }) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  return (
    <Panel title={w.page.planTitle({ number: plan.number })}>
      <p className="quiet">
        {plan.offeredAt && w.page.offeredBy({ name: plan.offeredBy, at: printAt(plan.offeredAt) })}
        {plan.acceptedAt &&
          `. ${w.page.acceptedBy({ name: plan.acceptedBy, at: printAt(plan.acceptedAt) })}.`}
      </p>
      <Items plan={plan} />
      {plan.can.includes('revise') && (
        <Form name="revise" refused={refused} guards={false}>
          <Hidden name="act" value="revise" />
          <Hidden name="planId" value={plan.id} />
          <FormActions>
            <SubmitButton kind="plain">{w.page.revise}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Panel>
  )
}

function Items({ plan }: { plan: Plan }) {
  const w = useWords(vi, en)
  return (
    <ul className="rows">
      {plan.items.map((item) => (
        <li key={item.id}>
          <span>
            {item.title}
            {item.detail && <span className="remark quiet">{item.detail}</span>}
          </span>
          <span className="quiet">
            {w.side[item.side]} · {w.rule(item)}
          </span>
        </li>
      ))}
    </ul>
  )
}
