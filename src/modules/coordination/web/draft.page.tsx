import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { ButtonLink } from '../../../ui/button.tsx'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { itemInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/draft.page.ts'
import { PromiseFields } from './promise-fields.tsx'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const year = rememberedYear(request, visit(context).today)
  const plan = await api(context).coordination.unitPlan({ unitId: Number(params.unitId), year })
  if (!plan.open?.can.includes('edit')) throw redirect(`/phoi-hop/don-vi/${params.unitId}?nam=${year}`)
  const asked = new URL(request.url).searchParams.get('muc')
  return { plan: plan.open, chosen: asked }
}

const acts = z.discriminatedUnion('act', [
  itemInput.extend({ act: z.literal('save'), itemId: z.number().optional() }),
  z.object({ act: z.literal('remove'), planId: z.number(), itemId: z.number() }),
])

export const action = ({ context, request, params }: Route.ActionArgs) => {
  const { coordination } = api(context)
  return submit(request, acts, async (input) => {
    const plan =
      input.act === 'remove'
        ? await coordination.removeItem(input)
        : input.itemId === undefined
          ? await coordination.addItem(input)
          : await coordination.editItem({ ...input, itemId: input.itemId })
    return redirect(`/phoi-hop/don-vi/${params.unitId}/soan?nam=${plan.year}`)
  })
}

export default function DraftPage({ loaderData: { plan, chosen }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const here = `/phoi-hop/don-vi/${plan.unitId}`
  const item = plan.items.find((one) => String(one.id) === chosen) ?? null
  return (
    <Page
      title={w.page.draftTitle({ unit: plan.unitName, year: plan.year })}
      lead={w.page.draftLead}
      crumbs={[
        { title: w.page.title, to: '/phoi-hop' },
        { title: plan.unitName, to: `${here}?nam=${plan.year}` },
      ]}
      actions={<ButtonLink to={`${here}?nam=${plan.year}`}>{w.page.offer}</ButtonLink>}
    >
      {plan.returnReason && <Notice tone="wrong">{w.page.returned({ reason: plan.returnReason })}</Notice>}
      <Panel title={item ? w.page.change : w.page.addItem}>
        <Form key={item?.id ?? 'new'} name="save" refused={actionData}>
          <Hidden name="act" value="save" />
          <Hidden name="planId" value={plan.id} />
          {item && <Hidden name="itemId" value={item.id} />}
          <PromiseFields value={item} />
          <FormActions>
            <SubmitButton>{item ? w.page.save : w.page.addItem}</SubmitButton>
            {item && <ButtonLink to={`${here}/soan?nam=${plan.year}`}>{w.page.addItem}</ButtonLink>}
          </FormActions>
        </Form>
        {item && (
          <Form name="remove" refused={actionData} guards={false}>
            <Hidden name="act" value="remove" />
            <Hidden name="planId" value={plan.id} />
            <Hidden name="itemId" value={item.id} />
            <SubmitButton kind="plain">{w.page.remove}</SubmitButton>
          </Form>
        )}
      </Panel>
      <Panel title={w.page.planTitle({ number: plan.number })} flush>
        <ul className="rows">
          {plan.items.map((one) => (
            <li key={one.id}>
              <Link
                to={`${here}/soan?nam=${plan.year}&muc=${one.id}`}
                {...(one === item && { 'aria-current': 'true' as const })}
              >
                {one.title}
              </Link>
              <span className="quiet">
                {w.side[one.side]} · {w.rule(one)}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  )
}
