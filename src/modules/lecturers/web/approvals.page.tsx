import { Link, redirect, useLocation } from 'react-router'
import * as z from 'zod'
import { type Day, printDay } from '../../../pure/day.ts'
import { DayInput, Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { endInput, recordInput } from '../contract/corps.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/approvals.page.ts'
import { LecturerFrame } from './corps-parts.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { lecturers } = api(context)
  const lecturerId = Number(params.lecturerId)
  const [lecturer, categories, approvals] = await Promise.all([
    lecturers.get({ lecturerId }),
    lecturers.categories(),
    lecturers.approvals({ lecturerId }),
  ])
  return { lecturer, categories, approvals, today: visit(context).today }
}

const acts = z.discriminatedUnion('act', [
  recordInput.omit({ lecturerId: true }).extend({ act: z.literal('record') }),
  endInput.extend({ act: z.literal('end') }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { lecturers } = api(context)
    const lecturerId = Number(params.lecturerId)
    if (input.act === 'record') await lecturers.recordApproval({ ...input, lecturerId })
    else await lecturers.endApproval(input)
    return redirect(`/giang-vien/${lecturerId}/phe-duyet`)
  })

export default function ApprovalsPage({
  loaderData: { lecturer, categories, approvals, today },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayLoad = useCan('lecturers.load')
  const mayRecord = lecturer.can.includes('record')
  const { key } = useLocation()
  const running = approvals.filter(
    (one) =>
      one.state === 'approved' && one.endsOn === null && one.lastOn !== null && (one.lastOn as Day) >= today,
  )
  return (
    <LecturerFrame
      lecturer={lecturer}
      categories={categories}
      mayEdit={lecturer.can.includes('edit')}
      mayLoad={mayLoad}
    >
      <Panel title={w.corps.approvals} flush={approvals.length > 0}>
        {approvals.length === 0 ? (
          <p className="quiet">{w.corps.noApprovals}</p>
        ) : (
          <ul className="rows">
            {approvals.map((one) => (
              <li key={one.id}>
                <span>
                  <strong>{w.corps.approvalStates[one.state]}</strong>{' '}
                  <span className="figures">
                    {one.fromOn && one.lastOn
                      ? w.span({ fromOn: one.fromOn, lastOn: one.lastOn })
                      : w.corps.wished({ fromOn: one.wishFromOn, lastOn: one.wishLastOn })}
                  </span>
                  <span className="remark quiet">
                    {[
                      one.postTitle,
                      one.documentNumber &&
                        one.documentOn &&
                        w.corps.document({
                          number: one.documentNumber,
                          on: one.documentOn,
                          signedBy: one.signedBy ?? '',
                        }),
                      one.reason,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {one.stands.map((stand) => (
                    <span key={stand.madeAt} className="remark quiet">
                      {w.corps.stood({ reason: stand.reason, by: stand.madeBy })}
                    </span>
                  ))}
                  {one.endsOn && (
                    <span className="remark wrong">
                      {w.corps.endedOn({ on: one.endsOn, reason: one.endReason ?? '' })}
                    </span>
                  )}
                </span>
                {one.dossierId !== null && (
                  <Link to={`/giang-vien/ho-so/${one.dossierId}`}>{one.dossierTitle}</Link>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {mayRecord && (
        <Panel title={w.corps.record}>
          <details key={`record ${key}`} className="act" open={actionData?.form === 'record'}>
            <summary>{w.corps.recordApproval}</summary>
            <Form name="record" refused={actionData}>
              <Hidden name="act" value="record" />
              <FieldRow>
                <TextInput name="documentNumber" label={w.corps.documentNumber} maxLength={100} required />
                <DayInput name="documentOn" label={w.corps.documentOn} required />
              </FieldRow>
              <TextInput name="signedBy" label={w.corps.signedBy} maxLength={200} required />
              <FieldRow>
                <DayInput name="fromOn" label={w.corps.fromOn} required />
                <DayInput name="lastOn" label={w.corps.lastOn} required />
              </FieldRow>
              <FormActions>
                <SubmitButton>{w.page.save}</SubmitButton>
              </FormActions>
            </Form>
          </details>
          {running.length > 0 && (
            <details key={`end ${key}`} className="act" open={actionData?.form === 'end'}>
              <summary>{w.corps.endApproval}</summary>
              <Form name="end" refused={actionData}>
                <Hidden name="act" value="end" />
                <Select
                  name="approvalId"
                  label={w.corps.whichApproval}
                  options={running.map((one) => ({
                    value: one.id,
                    label: `${one.documentNumber}, ${printDay(one.fromOn as Day)} – ${printDay(one.lastOn as Day)}`,
                  }))}
                />
                <DayInput name="endsOn" label={w.corps.ends} required />
                <TextInput name="reason" label={w.corps.reason} required />
                <FormActions>
                  <SubmitButton kind="grave">{w.corps.endApproval}</SubmitButton>
                </FormActions>
              </Form>
            </details>
          )}
        </Panel>
      )}
    </LecturerFrame>
  )
}
