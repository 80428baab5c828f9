import { redirect } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { classInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-class.page.ts'
import { classChoices } from './class-choices.ts'
import { ClassFields } from './class-fields.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { today, actor } = visit(context)
  return {
    choices: await classChoices(
      api(context),
      rememberedYear(request, today),
      actor?.rights.includes('plans.read') ?? false,
    ),
  }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, classInput, async (input) => {
    const made = await api(context).classes.open(input)
    return redirect(`/lop/${made.id}`)
  })

export default function NewClassPage({ loaderData: { choices }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  return (
    <Page title={w.openTitle} lead={w.openLead} crumbs={[{ title: w.classes, to: '/lop' }]}>
      <Panel>
        <Form refused={actionData}>
          <ClassFields choices={choices} />
          <FormActions>
            <SubmitButton>{w.open}</SubmitButton>
            <ButtonLink to="/lop">{shell.dialog.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
