import { Link, redirect } from 'react-router'
import { Button } from '../../../ui/button.tsx'
import { DayInput, Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { parts } from '../../teaching/contract.ts'
import { askInput, costInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/ask.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const here = api(context)
  const { actor, today } = visit(context)
  const enrolmentId = Number(new URL(request.url).searchParams.get('nguoi'))
  if (!enrolmentId) {
    const { rows } = await here.enrolments.studying({ size: 100 })
    return { chosen: null, people: rows.filter((one) => one.personId !== actor?.personId), today }
  }
  const found = await here.enrolments.get({ enrolmentId })
  const view = readSearch(request, costInput.partial({ fromOn: true, lastOn: true }))
  const { fromOn, lastOn = fromOn } = view
  return {
    today,
    people: [],
    chosen: {
      found,
      isOwn: found.personId === actor?.personId,
      view,
      cost:
        fromOn && lastOn && lastOn >= fromOn
          ? await here.attendance.cost({ ...view, enrolmentId, fromOn, lastOn })
          : null,
    },
  }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, askInput, async (asked) => {
    const enrolmentId = Number(new URL(request.url).searchParams.get('nguoi'))
    await api(context).attendance.ask({ ...asked, enrolmentId })
    return redirect(asked.kind === 'leave' ? '/viec-hoc' : '/vang-mat')
  })

export default function AskPage({ loaderData: { chosen, people, today }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const refused = actionData as Refused | undefined
  const crumbs = [{ title: w.absences, to: '/vang-mat' }]
  if (!chosen)
    return (
      <Page title={w.askRecall} lead={w.whoToRecall} crumbs={crumbs}>
        <Panel>
          <ul className="rows">
            {people.map((one) => (
              <li key={one.id}>
                <Link to={`?nguoi=${one.id}`}>{one.fullName}</Link>
                <span className="quiet">
                  {one.classCode} · {one.className}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      </Page>
    )
  const { found, isOwn, view, cost } = chosen
  const kind = isOwn ? 'leave' : 'recall'
  const partOptions = parts.map((value) => ({ value, label: w.part[value] }))
  return (
    <Page
      title={isOwn ? w.askLeave : w.askRecallOf({ name: found.fullName })}
      lead={`${found.classCode} · ${found.className}. ${w.askLead}`}
      crumbs={crumbs}
    >
      <Panel>
        <form method="get" className="form">
          <input type="hidden" name="nguoi" value={found.id} />
          <FieldRow>
            <DayInput name="fromOn" label={w.field.fromOn} defaultValue={view.fromOn ?? today} required />
            <Select
              name="fromPart"
              label={w.field.fromPart}
              defaultValue={view.fromPart}
              options={partOptions}
            />
            <DayInput
              name="lastOn"
              label={w.field.lastOn}
              defaultValue={view.lastOn ?? view.fromOn ?? today}
              required
            />
            <Select
              name="lastPart"
              label={w.field.lastPart}
              defaultValue={view.lastPart}
              options={partOptions}
            />
          </FieldRow>
          <FormActions>
            <Button type="submit">{w.seeCost}</Button>
          </FormActions>
        </form>
      </Panel>
      {cost && view.fromOn && (
        <Panel title={w.costTitle}>
          {cost.sessions.length === 0 ? (
            <p>{w.costNone}</p>
          ) : (
            <>
              <p>
                <strong>{w.costSum({ sessions: cost.sessions.length, hours: cost.hours })}</strong>
              </p>
              <ul>
                {cost.sessions.map((one) => (
                  <li key={one.id}>
                    {w.when({ on: one.onDay, part: one.part })}: {one.title} ({one.hours})
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>
            {w.missedBefore({
              missed: cost.missedBefore,
              recorded: cost.recordedBefore,
              recalls: cost.recallsBefore,
            })}
          </p>
          {cost.wouldFall.length > 0 && cost.minPercent !== null && (
            <Notice tone="wrong">
              {w.wouldFall({
                modules: cost.wouldFall.map((one) => one || w.noModule).join(', '),
                percent: cost.minPercent,
              })}
            </Notice>
          )}
          <Form refused={refused}>
            <Hidden name="kind" value={kind} />
            <Hidden name="fromOn" value={view.fromOn} />
            <Hidden name="fromPart" value={view.fromPart} />
            <Hidden name="lastOn" value={view.lastOn ?? view.fromOn} />
            <Hidden name="lastPart" value={view.lastPart} />
            {isOwn ? (
              <Select
                name="cause"
                label={w.field.cause}
                options={(['excused', 'ill', 'other'] as const).map((value) => ({
                  value,
                  label: w.leaveCauses[value],
                }))}
              />
            ) : (
              <FieldRow>
                <TextInput name="calledBy" label={w.field.calledBy} maxLength={200} required />
                <TextInput name="documentNumber" label={w.field.documentNumber} maxLength={100} />
              </FieldRow>
            )}
            <TextInput name="why" label={w.field.why} maxLength={1000} required />
            <FormActions>
              <SubmitButton>{w.send}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}
