import { redirect } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { Hidden, NumberInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { quotasInput } from '../contract/notices.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/quotas.page.ts'
import './nominations.css'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const notice = await api(context).nominations.notice({ noticeId: Number(params.noticeId) })
  const { nodes } = await api(context).units.tree({})
  const standing = nodes
    .filter((node) => node.kind !== 'province' && node.kind !== 'school')
    .map(({ id, fullName }) => ({ id, name: fullName }))
  // A unit that was asked and no longer stands keeps its line.
  const gone = notice.quotas
    .filter((one) => !standing.some((unit) => unit.id === one.unitId))
    .map((one) => ({ id: one.unitId, name: one.unit }))
  return { notice, units: [...gone, ...standing] }
}

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, quotasInput.omit({ noticeId: true }), async (input) => {
    await api(context).nominations.setQuotas({ ...input, noticeId: Number(params.noticeId) })
    return redirect(`/chieu-sinh/${params.noticeId}`)
  })

export default function QuotasPage({ loaderData: { notice, units }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const back = `/chieu-sinh/${notice.id}`
  const seats = new Map(notice.quotas.map((one) => [one.unitId, one.seats]))
  return (
    <Page
      title={w.quotas}
      lead={w.quotasLead}
      crumbs={[
        { title: w.notices, to: '/chieu-sinh' },
        { title: w.noticeTitle({ code: notice.classCode }), to: back },
      ]}
    >
      <Panel>
        <Form refused={actionData}>
          <Hidden name="version" value={notice.version} />
          <div className="quota-grid">
            {units.map((unit, i) => (
              <div key={unit.id}>
                <Hidden name={`quotas.${i}.unitId`} value={unit.id} />
                <NumberInput name={`quotas.${i}.seats`} label={unit.name} defaultValue={seats.get(unit.id)} />
              </div>
            ))}
          </div>
          <FormActions>
            <SubmitButton>{w.saveQuotas}</SubmitButton>
            <ButtonLink to={back}>{w.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
