import { redirect } from 'react-router'
import { yearOf } from '../../../pure/day.ts'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { dossierInput } from '../contract/corps.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-dossier.page.ts'
import { DossierFields } from './dossier-fields.tsx'

export const loader = ({ context }: Route.LoaderArgs) => ({ year: yearOf(visit(context).today) + 1 })

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, dossierInput, async (input) => {
    const made = await api(context).lecturers.makeDossier(input)
    return redirect(`/giang-vien/ho-so/${made.id}`)
  })

export default function NewDossierPage({ loaderData: { year }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page
      title={w.corps.makeDossier}
      lead={w.corps.noDossiersText}
      crumbs={[{ title: w.corps.title, to: '/giang-vien/thinh-giang' }]}
    >
      <Panel>
        <Form refused={actionData}>
          <DossierFields year={year} />
          <FormActions>
            <SubmitButton>{w.corps.makeDossier}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
