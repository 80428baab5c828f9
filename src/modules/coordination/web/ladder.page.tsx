import { redirect } from 'react-router'
import * as z from 'zod'
import { Checkbox, Hidden, NumberInput, Select } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { audience, editRuleInput } from '../contract.ts'
import { audiencesFor } from '../rules/ladder.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/ladder.page.ts'

export const loader = async ({ context }: Route.LoaderArgs) => ({
  rules: await api(context).coordination.rules(),
})

/** A step whose days were left empty is taken out. */
const form = editRuleInput.extend({
  steps: z.array(z.object({ audience, offsetDays: z.number().optional(), byMail: z.boolean().optional() })),
})

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, form, async ({ steps, ...input }) => {
    const kept = (steps ?? []).flatMap(({ offsetDays, ...step }) =>
      offsetDays === undefined ? [] : [{ ...step, offsetDays, byMail: step.byMail ?? false }],
    )
    await api(context).coordination.editRule({ ...input, steps: kept })
    return redirect('/phoi-hop/nhac-viec')
  })

export default function LadderPage({ loaderData: { rules }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayManage = useCan('coordination.manage')
  return (
    <Page title={w.page.ladder} lead={w.page.ladderLead} crumbs={[{ title: w.page.title, to: '/phoi-hop' }]}>
      <p className="quiet">{w.page.ladderConfirm}</p>
      {rules.map((rule) => (
        <Panel key={rule.id} title={w.subject[rule.subjectKind]}>
          {mayManage ? (
            <Form name={rule.subjectKind} key={rule.version} refused={actionData}>
              <Hidden name="ruleId" value={rule.id} />
              <Hidden name="version" value={rule.version} />
              <Checkbox name="isOn" label={w.page.isOn} defaultChecked={rule.isOn} />
              <p className="quiet">{w.page.stepsHint}</p>
              {[...rule.steps, null].map((step, i) => (
                <FieldRow key={step?.id ?? 'new'}>
                  <NumberInput
                    name={`steps.${i}.offsetDays`}
                    label={w.page.offset}
                    defaultValue={step?.offsetDays}
                    inputMode="text"
                  />
                  <Select
                    name={`steps.${i}.audience`}
                    label={w.page.who}
                    defaultValue={step?.audience ?? audiencesFor(rule.subjectKind)[0]}
                    options={audiencesFor(rule.subjectKind).map((value) => ({
                      value,
                      label: w.audience[value],
                    }))}
                  />
                  <Checkbox
                    name={`steps.${i}.byMail`}
                    label={w.page.byMail}
                    defaultChecked={step?.byMail ?? true}
                  />
                </FieldRow>
              ))}
              <FormActions>
                <SubmitButton kind="plain">{w.page.save}</SubmitButton>
              </FormActions>
            </Form>
          ) : (
            <ul className="rows">
              {rule.steps.map((step) => (
                <li key={step.id}>
                  <span>{w.audience[step.audience]}</span>
                  <span className="figures">{step.offsetDays}</span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      ))}
    </Page>
  )
}
