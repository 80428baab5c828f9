import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { Choices, Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { allocateInput, type allocation, allocationRules, rankCriteria } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/waiting.page.ts'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const noticeId = Number(params.noticeId)
  const { nominations } = api(context)
  return {
    notice: await nominations.notice({ noticeId }),
    waiting: (await nominations.list({ noticeId, state: 'waiting', sort: 'order', size: 100 })).rows,
    allocations: await nominations.allocations({ noticeId }),
  }
}

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { nominations } = api(context)
  const noticeId = Number(params.noticeId)
  const form = await request.formData()
  if (form.get('act') === 'moveUp')
    return submit(form, z.object({ reason: z.string().default('') }), async ({ reason }) => {
      const { id } = await nominations.moveUp({ noticeId, reason })
      return redirect(`/chieu-sinh/cu/${id}`)
    })
  return submit(form, allocateInput.omit({ noticeId: true }), async (input) => {
    const preview = await nominations.allocate({ ...input, noticeId })
    return input.isPreview ? { preview } : redirect(`/chieu-sinh/${noticeId}/cho`)
  })
}

type Allocation = z.infer<typeof allocation>

export default function WaitingPage({
  loaderData: { notice, waiting, allocations },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const refused = (actionData && 'problem' in actionData ? actionData : undefined) as Refused | undefined
  const preview = actionData && 'preview' in actionData ? actionData.preview : undefined
  const [first] = waiting
  return (
    <Page
      title={w.waitingTitle}
      lead={w.waitingText}
      crumbs={[
        { title: w.notices, to: '/chieu-sinh' },
        { title: w.noticeTitle({ code: notice.classCode }), to: `/chieu-sinh/${notice.id}` },
      ]}
    >
      <Panel title={w.waitingTitle}>
        {waiting.length === 0 && <p>{w.nobodyWaits}</p>}
        <ol>
          {waiting.map((row) => (
            <li key={row.id}>
              <Link to={`/chieu-sinh/cu/${row.id}`}>{row.fullName}</Link> · {row.unit} · {row.postTitle}
            </li>
          ))}
        </ol>
        {first && notice.can.includes('allocate') && (
          <Form name="moveUp" refused={refused} guards={false}>
            <Hidden name="act" value="moveUp" />
            <p className="quiet">{w.moveUpText({ name: first.fullName })}</p>
            <TextInput name="reason" label={w.field.reason} hint={w.hint.admitReason} maxLength={1000} />
            <FormActions>
              <SubmitButton>{w.moveUp}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Panel>
      {first && notice.can.includes('allocate') && (
        <Panel title={w.allocate}>
          <Form name="allocate" refused={refused} guards={false}>
            <Hidden name="isPreview" value="true" />
            <Select
              name="rule"
              label={w.field.rule}
              required
              defaultValue={preview?.rule ?? 'rank'}
              options={allocationRules.map((value) => ({ value, label: w.allocationRules[value] }))}
            />
            <Choices
              name="criteria"
              label={w.field.criteria}
              multiple
              defaultValue={preview?.criteria ?? ['planned', 'unitShare', 'signedFirst']}
              options={rankCriteria.map((value) => ({ value, label: w.rankCriteria[value] }))}
            />
            <TextInput
              name="seed"
              label={w.field.seed}
              hint={w.hint.seed}
              defaultValue={preview?.seed}
              maxLength={100}
            />
            <FormActions>
              <SubmitButton kind="plain">{w.allocatePreview}</SubmitButton>
            </FormActions>
          </Form>
          {preview && (
            <Form name="record" refused={refused} guards={false}>
              <Order allocation={preview} />
              <Hidden name="isPreview" value="false" />
              <Hidden name="rule" value={preview.rule} />
              <Hidden name="seed" value={preview.seed} />
              {preview.criteria.map((value) => (
                <Hidden key={value} name="criteria" value={value} />
              ))}
              <FormActions>
                <SubmitButton>{w.allocateSave}</SubmitButton>
              </FormActions>
            </Form>
          )}
        </Panel>
      )}
      {allocations.length > 0 && (
        <Panel title={w.allocations}>
          {allocations.map((one) => (
            <details key={one.id}>
              <summary>
                {one.madeAt && printAt(one.madeAt)} · {one.madeBy} · {w.allocationRules[one.rule]}
              </summary>
              <Order allocation={one} />
            </details>
          ))}
        </Panel>
      )}
    </Page>
  )
}

function Order({ allocation }: { allocation: Allocation }) {
  const w = useWords(vi, en)
  return (
    <>
      <p>
        {w.allocationRules[allocation.rule]}:{' '}
        {allocation.rule === 'lot'
          ? allocation.seed
          : allocation.criteria.map((one) => w.rankCriteria[one]).join('; ')}
      </p>
      <ol>
        {allocation.order.map((one) => (
          <li key={one.nominationId}>
            {one.fullName} · {one.unit} <span className="quiet">({`${w.why}: ${one.why}`})</span>
          </li>
        ))}
      </ol>
    </>
  )
}
