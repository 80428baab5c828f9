import { redirect } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { editPersonInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/edit-person.page.ts'
import { IdentityFields } from './person-fields.tsx'

export const loader = ({ context, params }: Route.LoaderArgs) =>
  api(context).people.get({ personId: Number(params.personId) })

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, editPersonInput, async (input) => {
    const personId = Number(params.personId)
    // The form shows every field, so one that comes back empty was cleared.
    const cleared = { code: '', cadreNumber: '', givenNameOverride: '', born: '', fullName: '', sex: null }
    await api(context).people.edit({ ...cleared, ...input, personId })
    return redirect(`/can-bo/${personId}`)
  })

export default function EditPersonPage({ loaderData: file, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page
      title={w.edit.title({ name: file.fullName })}
      crumbs={[
        { title: w.list.title, to: '/can-bo' },
        { title: file.fullName, to: `/can-bo/${file.id}` },
      ]}
    >
      <Panel>
        <Form refused={actionData}>
          <Hidden name="version" value={file.version} />
          <IdentityFields known={file} />
          <FormActions>
            <SubmitButton>{w.edit.save}</SubmitButton>
            <ButtonLink to={`/can-bo/${file.id}`}>{w.file.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
