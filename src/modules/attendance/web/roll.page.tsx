import { redirect } from 'react-router'
import * as z from 'zod'
import { Hidden, Select } from '../../../ui/fields.tsx'
import { Form, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { causes } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/roll.page.ts'
import './attendance.css'

export const loader = async ({ context, params }: Route.LoaderArgs) => ({
  found: await api(context).attendance.roll({ sessionId: Number(params.sessionId) }),
  today: visit(context).today,
})

const sheet = z.object({
  /** Nobody's line is filled in: a learner without a status is not sent. */
  learners: z
    .array(
      z.object({
        enrolmentId: z.number(),
        status: z.enum(['present', 'absent']).optional(),
        cause: z.enum(causes).optional(),
        missedHours: z.number().optional(),
        version: z.number().optional(),
      }),
    )
    .default([]),
})

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, sheet, async ({ learners = [] }) => {
    const sessionId = Number(params.sessionId)
    const { attendance } = api(context)
    const before = await attendance.roll({ sessionId })
    const now = new Map(before.marks.map((one) => [one.enrolmentId, one]))
    const marks = learners.flatMap(({ status, cause, missedHours, ...one }) => {
      const stored = now.get(one.enrolmentId)
      const wanted = {
        status,
        cause: status === 'absent' && before.showsCauses ? (cause ?? null) : null,
        missedHours: status === 'absent' ? (missedHours ?? stored?.missedHours ?? null) : null,
      }
      const isSame =
        stored?.version === one.version &&
        stored?.status === wanted.status &&
        (!before.showsCauses || stored?.cause === wanted.cause)
      return status === undefined || isSame ? [] : [{ ...one, ...wanted, status }]
    })
    if (marks.length > 0) await attendance.save({ sessionId, marks })
    return redirect(`/buoi-hoc/${sessionId}/diem-danh?ghi=${marks.length}`)
  })

export default function RollPage({ loaderData: { found, today }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const refused = actionData as Refused | undefined
  const { session, learners } = found
  const markOf = new Map(found.marks.map((one) => [one.enrolmentId, one]))
  const mayRecord = found.can.includes('record')
  const typed = refused?.values ?? {}
  return (
    <Page
      title={session.title}
      lead={w.rollLead({ on: session.onDay, part: session.part, hours: session.hours, code: found.code })}
      crumbs={[{ title: w.hub, to: '/diem-danh' }]}
    >
      {session.recordedAt && session.recordedBy && (
        <p className="quiet">{w.recordedAs({ by: session.recordedBy, at: printAt(session.recordedAt) })}</p>
      )}
      {session.onDay > today && <Notice>{w.tooEarlyNow}</Notice>}
      <p role="status">{w.left({ count: session.learners - session.marked })}</p>
      {learners.length === 0 && <Notice>{w.noLearners}</Notice>}
      <Form refused={refused}>
        {mayRecord && <p className="quiet">{w.rollHint}</p>}
        <ul className="att-roll">
          {learners.map((one, i) => {
            const mark = markOf.get(one.enrolmentId)
            const status = typed[`learners.${i}.status`] ?? mark?.status
            return (
              <li key={one.enrolmentId}>
                <fieldset disabled={!mayRecord}>
                  <legend>
                    {one.number}. {one.fullName}
                  </legend>
                  <Hidden name={`learners.${i}.enrolmentId`} value={one.enrolmentId} />
                  {mark && <Hidden name={`learners.${i}.version`} value={mark.version} />}
                  <div className="att-choices">
                    {(['present', 'absent'] as const).map((value) => (
                      <label key={value} className={value === 'absent' ? 'att-away' : undefined}>
                        <input
                          type="radio"
                          name={`learners.${i}.status`}
                          value={value}
                          defaultChecked={status === value}
                        />
                        {value === 'present' ? w.present : w.absent}
                      </label>
                    ))}
                  </div>
                  {found.showsCauses && mark?.status === 'absent' && (
                    <Select
                      name={`learners.${i}.cause`}
                      label={w.field.cause}
                      none={w.absentUnknown}
                      defaultValue={mark.cause}
                      options={causes.map((value) => ({ value, label: w.cause[value] }))}
                    />
                  )}
                </fieldset>
              </li>
            )
          })}
        </ul>
        {mayRecord && learners.length > 0 && (
          <div className="att-send">
            <SubmitButton>{w.save}</SubmitButton>
          </div>
        )}
      </Form>
    </Page>
  )
}
