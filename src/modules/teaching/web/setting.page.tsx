import { redirect } from 'react-router'
import { Hidden, NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { criteria, setting } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/setting.page.ts'

/** One choice for each place in the order. */
const places = [...criteria.keys()]

export const loader = async ({ context }: Route.LoaderArgs) => ({
  setting: await api(context).teaching.setting(),
})

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, setting, async (input) => {
    await api(context).teaching.setSetting({ ...input, substituteOrder: input.substituteOrder ?? [] })
    return redirect('/lich-giang/thiet-lap')
  })

export default function SettingPage({ loaderData: { setting: now }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const f = w.settingField
  const mayEdit = useCan('teaching.edit')
  const clock = (name: 'morning' | 'afternoon' | 'evening') => (
    <FieldRow key={name}>
      {(['At', 'Until'] as const).map((end) => (
        <TextInput
          key={end}
          name={`${name}${end}`}
          label={f[`${name}${end}`]}
          hint={f.clockHint}
          defaultValue={now[`${name}${end}`]}
          maxLength={5}
          width="short"
          inputMode="numeric"
          required
        />
      ))}
    </FieldRow>
  )
  return (
    <Page title={w.setting} crumbs={[{ title: w.week, to: '/lich-giang' }]}>
      {now.needsConfirmation && <Notice tone="plain">{w.settingText}</Notice>}
      <Form refused={actionData}>
        <Hidden name="version" value={now.version} />
        <fieldset disabled={!mayEdit} className="bare">
          <Panel title={f.hours}>
            <NumberInput name="partHours" label={f.partHours} defaultValue={now.partHours} required />
            {(['morning', 'afternoon', 'evening'] as const).map(clock)}
          </Panel>
          <Panel title={f.invitations}>
            <FieldRow>
              <NumberInput name="answerDays" label={f.answerDays} defaultValue={now.answerDays} required />
              <NumberInput name="remindDays" label={f.remindDays} defaultValue={now.remindDays} required />
            </FieldRow>
            <TextInput name="contact" label={f.contact} defaultValue={now.contact} maxLength={300} />
          </Panel>
          <Panel title={f.order}>
            <p className="quiet">{w.ratingNote}</p>
            {places.map((at) => (
              <Select
                key={at}
                name={`substituteOrder.${at}`}
                label={f.orderAt({ at: at + 1 })}
                none={f.noCriterion}
                defaultValue={now.substituteOrder[at]}
                options={criteria.map((one) => ({ value: one, label: w.criterion[one] }))}
              />
            ))}
          </Panel>
          {mayEdit && (
            <FormActions>
              <SubmitButton>{w.settingSave}</SubmitButton>
            </FormActions>
          )}
        </fieldset>
      </Form>
    </Page>
  )
}
