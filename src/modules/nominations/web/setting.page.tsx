import { redirect } from 'react-router'
import { Checkbox, Hidden, NumberInput, TextArea } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { settingInput } from '../contract/notices.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/setting.page.ts'

export const loader = ({ context }: Route.LoaderArgs) => api(context).nominations.setting()

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, settingInput, async (input) => {
    await api(context).nominations.setSetting(input)
    return redirect('/chieu-sinh')
  })

export default function SettingPage({ loaderData: setting, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.setting} lead={w.settingLead} crumbs={[{ title: w.notices, to: '/chieu-sinh' }]}>
      <Panel>
        <Form refused={actionData}>
          <Hidden name="version" value={setting.version} />
          <Checkbox
            name="forbidsTwoCourses"
            label={w.forbidsTwoCourses}
            defaultChecked={setting.forbidsTwoCourses}
          />
          <NumberInput
            name="unitLoadPercent"
            label={w.unitLoadPercent}
            defaultValue={setting.unitLoadPercent ?? undefined}
          />
          <TextArea
            name="commitment"
            label={w.commitmentSample}
            rows={3}
            defaultValue={setting.commitment}
            maxLength={1000}
            required
          />
          <FormActions>
            <SubmitButton>{w.save}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
