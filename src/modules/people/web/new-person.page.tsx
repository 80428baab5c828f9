import { redirect } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { FieldGroup, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { unitChoices, unitIdOf } from '../../../ui/unit-choice.ts'
import { api, visit } from '../../../ui/visit.ts'
import { newPersonInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-person.page.ts'
import { IdentityFields, PostFields } from './person-fields.tsx'

export const loader = async ({ context }: Route.LoaderArgs) => ({ units: await unitChoices(api(context)) })

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, newPersonInput, async (input) => {
    const unitId = await unitIdOf(visit(context), input.unitId)
    const made = await api(context).people.make({ ...input, unitId })
    return redirect(`/can-bo/${made.id}`)
  })

export default function NewPersonPage({ loaderData: { units }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.edit.newTitle} lead={w.edit.newLead} crumbs={[{ title: w.list.title, to: '/can-bo' }]}>
      <Panel>
        <Form refused={actionData}>
          <FieldGroup title={w.edit.identity}>
            <IdentityFields />
          </FieldGroup>
          <FieldGroup title={w.edit.post}>
            <PostFields units={units} />
          </FieldGroup>
          <FormActions>
            <SubmitButton>{w.edit.make}</SubmitButton>
            <ButtonLink to="/can-bo">{w.file.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
