import { redirect } from 'react-router'
import * as z from 'zod'
import { printNumber } from '../../../pure/share.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { DayInput, Hidden, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { approveChangeInput, refuseChangeInput, withdrawChangeInput } from '../contract/changes.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/change.page.ts'
import './plan.css'

export const loader = async ({ context, params }: Route.LoaderArgs) =>
  api(context).plans.change({ changeId: Number(params.changeId) })

const step = z.discriminatedUnion('act', [
  approveChangeInput.omit({ changeId: true }).extend({ act: z.literal('approve') }),
  refuseChangeInput.omit({ changeId: true }).extend({ act: z.literal('refuse') }),
  withdrawChangeInput.omit({ changeId: true }).extend({ act: z.literal('withdraw') }),
])

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { plans } = visit(context).api
  const changeId = Number(params.changeId)
  return submit(request, step, async (input) => {
    if (input.act === 'approve') await plans.approveChange({ ...input, changeId })
    else if (input.act === 'refuse') await plans.refuseChange({ ...input, changeId })
    else await plans.withdrawChange({ ...input, changeId })
    return redirect(`/ke-hoach/dieu-chinh/${changeId}`)
  })
}

export default function ChangePage({ loaderData: change, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const printAt = usePrintInstant()
  const refused = actionData as Refused | undefined
  const c = w.changes
  const n = (value: number | null) => (value === null ? '' : printNumber(value, locale))
  const sentences = w.problems as unknown as Record<string, string>
  const why = change.steps.find((one) => one.step === 'approve')?.refusal
  const months = (list: readonly number[]) => (list.length === 0 ? '' : w.months({ months: list }))
  // What the change leaves as it was stands alone; what was never said stays empty.
  const fromTo = (before: string, after: string) =>
    before === after ? after : `${before || '–'} → ${after || '–'}`
  const document = (number: string | null, on: string | null) => number && on && w.document({ number, on })
  return (
    <Page
      title={c.change({ kind: c.kinds[change.kind], year: change.year })}
      lead={c.changeLead[change.state]}
      crumbs={[
        { title: w.pages.list, to: '/ke-hoach' },
        { title: c.title({ year: change.year }), to: `/ke-hoach/${change.year}/dieu-chinh` },
      ]}
    >
      <DataTable
        name="change-lines"
        title={w.fields.content}
        rows={change.lines}
        total={change.lines.length}
        view={{ page: 1, size: 100 }}
        rowKey={(row) => row.lineKey}
        empty={{ title: '', text: '' }}
        columns={[
          {
            key: 'content',
            title: w.fields.content,
            wraps: true,
            cell: (row) =>
              `${[row.title, row.modeName, row.place].filter(Boolean).join(', ')}${row.isNew ? ` (${c.isNew})` : ''}`,
          },
          {
            key: 'opened',
            title: c.opened,
            align: 'right',
            cell: (row) => fromTo(n(row.before.opened), n(row.after.opened)),
          },
          {
            key: 'learners',
            title: w.fields.learners,
            align: 'right',
            cell: (row) => fromTo(n(row.before.learners), n(row.after.learners)),
          },
          {
            key: 'months',
            title: w.fields.months,
            wraps: true,
            cell: (row) => fromTo(months(row.before.months), months(row.after.months)),
          },
        ]}
      />
      <div className="plan-part">
        <Panel title={c.about} flush>
          <DescriptionList
            facts={[
              { term: w.fields.changeReason, value: change.reason },
              { term: w.fields.proposer, value: change.proposerUnit ?? c.school },
              {
                term: c.proposed,
                value: [printAt(change.proposedAt), change.proposedBy.name].filter(Boolean).join(', '),
              },
              {
                term: c.letter,
                value: document(change.letterNumber, change.letterOn) ?? change.letterNumber,
              },
              { term: w.fields.state, value: c.states[change.state] },
              ...(change.decidedAt
                ? [
                    {
                      term: w.fields.decidedAt,
                      value: [printAt(change.decidedAt), change.decidedBy.name].filter(Boolean).join(', '),
                    },
                  ]
                : []),
              ...(change.documentNumber
                ? [{ term: w.fields.decision, value: document(change.documentNumber, change.documentOn) }]
                : []),
              ...(change.answer ? [{ term: c.answer, value: change.answer }] : []),
            ]}
          />
        </Panel>
      </div>
      <div className="plan-steps" id="quyet-dinh">
        {change.state === 'proposed' && why && <p className="quiet">{sentences[why]}</p>}
        {change.can.includes('approve') && (
          <Panel title={c.approve}>
            <p className="quiet">{c.approveHint}</p>
            <Form name="approve" refused={refused}>
              <Hidden name="act" value="approve" />
              <Hidden name="version" value={change.version} />
              <FieldRow>
                <TextInput
                  name="documentNumber"
                  label={w.fields.documentNumber}
                  maxLength={100}
                  autoComplete="off"
                  required
                />
                <DayInput name="documentOn" label={w.fields.documentOn} required />
              </FieldRow>
              <FormActions>
                <SubmitButton>{c.approve}</SubmitButton>
              </FormActions>
            </Form>
          </Panel>
        )}
        {(['refuse', 'withdraw'] as const)
          .filter((verb) => change.can.includes(verb))
          .map((verb) => (
            <Panel key={verb} title={c[verb]}>
              {verb === 'withdraw' && <p className="quiet">{c.withdrawHint}</p>}
              <Form name={verb} refused={refused}>
                <Hidden name="act" value={verb} />
                <Hidden name="version" value={change.version} />
                <TextArea name="answer" label={c.why} rows={2} maxLength={1000} required />
                <FormActions>
                  {verb === 'refuse' ? (
                    <SubmitButton kind="plain">{c[verb]}</SubmitButton>
                  ) : (
                    <ConfirmButton title={c.withdraw} text={c.withdrawHint} confirm={c.withdraw}>
                      {c.withdraw}
                    </ConfirmButton>
                  )}
                </FormActions>
              </Form>
            </Panel>
          ))}
      </div>
    </Page>
  )
}
