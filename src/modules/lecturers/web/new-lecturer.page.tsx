import { redirect } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-lecturer.page.ts'
import { LecturerFields, lecturerForm, lecturerMeant } from './lecturer-fields.tsx'

export const loader = async ({ context }: Route.LoaderArgs) => {
  const { lecturers } = api(context)
  const [fields, categories] = await Promise.all([lecturers.fields(), lecturers.categories()])
  return { fields, categories }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, lecturerForm, async (input) => {
    const made = await api(context).lecturers.make(await lecturerMeant(visit(context), input))
    return redirect(`/giang-vien/${made.id}`)
  })

export default function NewLecturerPage({
  loaderData: { fields, categories },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  return (
    <Page title={w.make} crumbs={[{ title: w.lecturers, to: '/giang-vien' }]}>
      <Panel>
        <Form refused={actionData}>
          <LecturerFields fields={fields} categories={categories} />
          <FormActions>
            <SubmitButton>{w.make}</SubmitButton>
            <ButtonLink to="/giang-vien">{shell.dialog.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
