import { redirect } from 'react-router'
import { TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { newProgrammeInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-programme.page.ts'
import { formInput, namesOf, ProgrammeFields } from './programme-fields.tsx'

export const loader = async ({ context }: Route.LoaderArgs) => {
  const { programmes } = api(context)
  const [groups, modes] = await Promise.all([programmes.groups(), programmes.modes()])
  return { groups, modes }
}

export const action = async ({ context, request }: Route.ActionArgs) =>
  submit(request, formInput.extend({ code: newProgrammeInput.shape.code }), async (input) => {
    const { id } = await visit(context).api.programmes.make({ ...input, synonyms: namesOf(input.synonyms) })
    return redirect(`/chuong-trinh/${id}`)
  })

export default function NewProgrammePage({ loaderData, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.pages.make} crumbs={[{ title: w.pages.list, to: '/chuong-trinh' }]}>
      <Panel>
        <Form refused={actionData}>
          <TextInput
            name="code"
            label={w.fields.code}
            hint={w.hints.code}
            width="short"
            maxLength={30}
            autoComplete="off"
            required
          />
          <ProgrammeFields {...loaderData} />
          <FormActions>
            <SubmitButton>{w.pages.make}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
