import { redirect } from 'react-router'
import * as z from 'zod'
import { ButtonLink } from '../../../ui/button.tsx'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { visitInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/edit-visit.page.ts'
import { choicesOf } from './choices.ts'
import { VisitFields } from './visit-fields.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => ({
  visit: await api(context).fieldStudies.get({ fieldStudyId: Number(params.fieldStudyId) }),
  choices: await choicesOf(api(context)),
})

const editing = visitInput.omit({ classId: true }).extend({ version: z.number() })

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, editing, async (input) => {
    const fieldStudyId = Number(params.fieldStudyId)
    await api(context).fieldStudies.edit({ ...input, fieldStudyId })
    return redirect(`/thuc-te/${fieldStudyId}`)
  })

export default function EditVisitPage({ loaderData: { visit, choices }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  const back = `/thuc-te/${visit.id}`
  return (
    <Page
      title={w.edit}
      lead={`${visit.classCode} · ${visit.className}. ${w.hint.again}`}
      crumbs={[
        { title: w.visits, to: '/thuc-te' },
        { title: visit.title, to: back },
      ]}
    >
      <Panel>
        <Form refused={actionData}>
          <Hidden name="version" value={visit.version} />
          <VisitFields visit={visit} choices={choices} />
          <FormActions>
            <SubmitButton>{w.save}</SubmitButton>
            <ButtonLink to={back}>{shell.dialog.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
