import { redirect } from 'react-router'
import * as z from 'zod'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/edit-lecturer.page.ts'
import { LecturerFrame } from './corps-parts.tsx'
import { LecturerFields, lecturerForm, lecturerMeant } from './lecturer-fields.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { lecturers } = api(context)
  const [lecturer, fields, categories] = await Promise.all([
    lecturers.get({ lecturerId: Number(params.lecturerId) }),
    lecturers.fields(),
    lecturers.categories(),
  ])
  return { lecturer, fields, categories }
}

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, lecturerForm.extend({ version: z.number() }), async (input) => {
    const lecturerId = Number(params.lecturerId)
    await api(context).lecturers.edit({ ...(await lecturerMeant(visit(context), input)), lecturerId })
    return redirect(`/giang-vien/${lecturerId}`)
  })

export default function EditLecturerPage({
  loaderData: { lecturer, fields, categories },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayLoad = useCan('lecturers.load')
  return (
    <LecturerFrame
      lecturer={lecturer}
      categories={categories}
      mayEdit={lecturer.can.includes('edit')}
      mayLoad={mayLoad}
    >
      <Panel title={w.edit}>
        <Form refused={actionData}>
          <Hidden name="version" value={lecturer.version} />
          <LecturerFields fields={fields} categories={categories} lecturer={lecturer} />
          <FormActions>
            <SubmitButton>{w.save}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </LecturerFrame>
  )
}
