import { data } from 'react-router'
import { DayInput, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { newAccountInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-account.page.ts'
import { RoleFields } from './role-fields.tsx'

export const loader = async ({ context }: Route.LoaderArgs) => {
  const { rows } = await api(context).units.list({ size: 100 })
  return { units: rows, today: visit(context).today }
}

export const action = async ({ context, request }: Route.ActionArgs) =>
  submit(request, newAccountInput, async (input) =>
    data({ made: await visit(context).api.access.makeAccount(input) }),
  )

export default function NewAccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const made = actionData && 'made' in actionData ? actionData.made : null
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  return (
    <Page
      title={made ? w.accounts.madeTitle : w.accounts.make}
      lead={made ? w.accounts.madeText : undefined}
      crumbs={[{ title: w.accounts.title, to: '/quan-tri/tai-khoan' }]}
    >
      <Panel>
        {made ? (
          <pre>{made.invitationPath}</pre>
        ) : (
          <Form refused={refused}>
            <TextInput name="name" label={w.accounts.name} required />
            <TextInput name="email" label={w.accounts.email} type="email" autoComplete="off" required />
            <RoleFields units={loaderData.units} />
            <DayInput name="fromOn" label={w.accounts.fromOn} defaultValue={loaderData.today} />
            <DayInput name="untilOn" label={w.accounts.untilOn} />
            <FormActions>
              <SubmitButton>{w.accounts.make}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Panel>
    </Page>
  )
}
