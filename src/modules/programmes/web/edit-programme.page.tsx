import { redirect } from 'react-router'
import * as z from 'zod'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/edit-programme.page.ts'
import { formInput, namesOf, ProgrammeFields } from './programme-fields.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { programmes } = api(context)
  const [programme, groups, modes] = await Promise.all([
    programmes.get({ programmeId: Number(params.programmeId) }),
    programmes.groups(),
    programmes.modes(),
  ])
  return { programme, groups, modes }
}

export const action = async ({ context, request, params }: Route.ActionArgs) =>
  submit(request, formInput.extend({ version: z.number() }), async (input) => {
    await visit(context).api.programmes.edit({
      ...input,
      synonyms: namesOf(input.synonyms),
      programmeId: Number(params.programmeId),
    })
    return redirect(`/chuong-trinh/${params.programmeId}`)
  })

export default function EditProgrammePage({
  loaderData: { programme, groups, modes },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page
      title={w.pages.edit}
      lead={programme.code}
      crumbs={[
        { title: w.pages.list, to: '/chuong-trinh' },
        { title: programme.name, to: `/chuong-trinh/${programme.id}` },
      ]}
    >
      <Panel>
        <Form refused={actionData}>
          <Hidden name="version" value={programme.version} />
          <ProgrammeFields groups={groups} modes={modes} programme={programme} />
          <FormActions>
            <SubmitButton>{w.save}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
