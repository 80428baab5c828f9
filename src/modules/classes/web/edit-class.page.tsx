import { redirect } from 'react-router'
import { type Day, yearOf } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { editClassInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/edit-class.page.ts'
import { classChoices } from './class-choices.ts'
import { ClassFields } from './class-fields.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const found = await api(context).classes.get({ classId: Number(params.classId) })
  const mayReadPlans = visit(context).actor?.rights.includes('plans.read') ?? false
  const year = yearOf(found.opensOn as Day)
  return { found, choices: await classChoices(api(context), year, mayReadPlans, found.programmeId) }
}

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, editClassInput, async (input) => {
    const classId = Number(params.classId)
    await api(context).classes.edit({ ...input, classId })
    return redirect(`/lop/${classId}`)
  })

export default function EditClassPage({ loaderData: { found, choices }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  return (
    <Page
      title={w.edit}
      lead={`${found.code} · ${found.name}`}
      crumbs={[
        { title: w.classes, to: '/lop' },
        { title: found.code, to: `/lop/${found.id}` },
      ]}
    >
      <Panel>
        <Form refused={actionData}>
          <Hidden name="version" value={found.version} />
          <ClassFields choices={choices} known={found} />
          <FormActions>
            <SubmitButton>{w.save}</SubmitButton>
            <ButtonLink to={`/lop/${found.id}`}>{shell.dialog.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
