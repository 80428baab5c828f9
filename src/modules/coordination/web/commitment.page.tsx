import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { type Day, daysBetween, printDay } from '../../../pure/day.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { DayInput, Hidden, TextArea, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { keepInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/commitment.page.ts'

export const loader = async ({ context, params }: Route.LoaderArgs) => ({
  found: await api(context).coordination.commitment({ commitmentId: Number(params.commitmentId) }),
  today: visit(context).today,
})

const others = ['waive', 'break', 'reopen'] as const
const acts = z.discriminatedUnion('act', [
  keepInput.omit({ commitmentId: true }).extend({ act: z.literal('keep') }),
  z.object({ act: z.enum(others), reason: z.string().default(''), version: z.number() }),
])

export const action = ({ context, request, params }: Route.ActionArgs) => {
  const { coordination } = api(context)
  const commitmentId = Number(params.commitmentId)
  return submit(request, acts, async (input) => {
    if (input.act === 'keep') await coordination.keep({ ...input, commitmentId })
    else await coordination[input.act]({ ...input, reason: input.reason ?? '', commitmentId })
    return redirect(`/phoi-hop/cam-ket/${commitmentId}`)
  })
}

export default function CommitmentPage({ loaderData: { found, today }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const isUndone = ['open', 'overdue', 'broken'].includes(found.standing)
  return (
    <Page
      title={found.title}
      lead={
        isUndone
          ? `${found.unitName}. ${w.dueOn({ on: found.dueOn as Day, days: daysBetween(today, found.dueOn as Day) })}.`
          : `${found.unitName}. ${w.standing[found.standing]}.`
      }
      crumbs={[
        { title: w.page.title, to: '/phoi-hop' },
        { title: found.unitName, to: `/phoi-hop/don-vi/${found.unitId}?nam=${found.year}` },
      ]}
    >
      {found.can.includes('keep') && (
        <Panel title={w.page.keepTitle}>
          <p className="quiet">{w.page.keepHint}</p>
          <Form name="keep" refused={actionData}>
            <Hidden name="act" value="keep" />
            <Hidden name="version" value={found.version} />
            <DayInput name="doneOn" label={w.field.doneOn} defaultValue={today} required />
            <TextInput name="documentNumber" label={w.field.documentNumber} />
            <TextArea name="note" label={w.field.note} rows={2} />
            <TextInput name="link" label={w.field.link} hint={w.page.linkHint} />
            <FormActions>
              <SubmitButton>{w.page.keep}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      <Panel flush>
        <DescriptionList
          facts={[
            {
              term: w.field.standing,
              value: `${w.standing[found.standing]}${found.daysLate ? `, ${w.page.days({ days: found.daysLate })}` : ''}`,
            },
            {
              term: w.field.unit,
              value: (
                <>
                  <Link to={`/phoi-hop/don-vi/${found.unitId}?nam=${found.year}`}>{found.unitName}</Link>
                  {found.fromUnitName && ` ${w.page.from({ unit: found.fromUnitName })}`}
                </>
              ),
            },
            { term: w.field.side, value: w.side[found.side] },
            { term: w.field.dueOn, value: printDay(found.dueOn as Day) },
            { term: w.field.evidence, value: found.evidence },
            { term: w.field.doneOn, value: found.doneOn && printDay(found.doneOn as Day) },
            { term: w.field.documentNumber, value: found.documentNumber },
            { term: w.field.note, value: found.isByAnswer ? w.page.byAnswer : found.note },
            {
              term: w.field.link,
              value:
                found.link &&
                (found.link.startsWith('/') ? (
                  <Link to={found.link}>{found.link}</Link>
                ) : (
                  <a href={found.link} rel="noreferrer">
                    {found.link}
                  </a>
                )),
            },
            ...(found.reason ? [{ term: w.field.reason, value: found.reason }] : []),
          ]}
        />
      </Panel>
      {others.some((verb) => found.can.includes(verb)) && (
        <Panel>
          {others
            .filter((verb) => found.can.includes(verb))
            .map((verb) => (
              <details key={verb} className="act" open={actionData?.form === verb}>
                <summary>{w.page[verb]}</summary>
                <Form name={verb} refused={actionData}>
                  <Hidden name="act" value={verb} />
                  <Hidden name="version" value={found.version} />
                  <TextArea name="reason" label={w.field.reason} rows={2} required />
                  <FormActions>
                    <SubmitButton kind="plain">{w.page[verb]}</SubmitButton>
                  </FormActions>
                </Form>
              </details>
            ))}
        </Panel>
      )}
      <Panel title={w.page.history} flush>
        {found.events.length === 0 ? (
          <p className="panel-body quiet">{w.page.noHistory}</p>
        ) : (
          <ul className="rows">
            {found.events.map((event) => (
              <li key={event.id}>
                <span>
                  {w.page.event[event.kind]}
                  {event.note && `: ${event.note}`}
                </span>
                <span className="quiet figures">
                  {event.by && `${event.by} · `}
                  {printAt(event.at)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </Page>
  )
}
