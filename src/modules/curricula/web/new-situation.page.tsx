import { redirect } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { situationInput } from '../contract/situations.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-situation.page.ts'
import { SituationFields } from './situation-fields.tsx'

export const loader = async ({ context }: Route.LoaderArgs) => {
  const [fields, topics] = await Promise.all([
    api(context).lecturers.fields(),
    api(context).situations.topics(),
  ])
  return { fields, topics }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, situationInput, async (input) => {
    const { id } = await visit(context).api.situations.make(input)
    return redirect(`/tinh-huong/${id}`)
  })

export default function NewSituationPage({
  loaderData: { fields, topics },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  return (
    <Page title={w.bank.add} crumbs={[{ title: w.bank.title, to: '/tinh-huong' }]}>
      <Panel>
        <Form refused={actionData}>
          <SituationFields fields={fields} topics={topics} />
          <FormActions>
            <SubmitButton>{w.bank.add}</SubmitButton>
            <ButtonLink to="/tinh-huong">{shell.dialog.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
