import { redirect } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { unitChoices, unitIdOf } from '../../../ui/unit-choice.ts'
import { api, visit } from '../../../ui/visit.ts'
import { hostInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-host.page.ts'
import { HostFields } from './host-fields.tsx'

export const loader = async ({ context }: Route.LoaderArgs) => ({ units: await unitChoices(api(context)) })

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, hostInput, async (input) => {
    const unitId = await unitIdOf(visit(context), input.unitId)
    const made = await api(context).fieldStudies.makeHost({ ...input, unitId })
    return redirect(`/thuc-te/noi-don/${made.id}`)
  })

export default function NewHostPage({ loaderData: { units }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  return (
    <Page
      title={w.makeHost}
      crumbs={[
        { title: w.visits, to: '/thuc-te' },
        { title: w.hosts, to: '/thuc-te/noi-don' },
      ]}
    >
      <Panel>
        <Form refused={actionData}>
          <HostFields units={units} />
          <FormActions>
            <SubmitButton>{w.makeHost}</SubmitButton>
            <ButtonLink to="/thuc-te/noi-don">{shell.dialog.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
