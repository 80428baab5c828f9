import { redirect } from 'react-router'
import * as z from 'zod'
import { DayInput, FileInput, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { visit } from '../../../ui/visit.ts'
import { fromFileInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-reorganisation.page.ts'
import { DocumentFields } from './document-fields.tsx'

const input = fromFileInput.extend({ file: z.instanceof(File).optional() })

/** With a table it is read at once; without one the acts are entered one by one. */
export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, input, async ({ file, ...head }) => {
    const { units } = visit(context).api
    const { reorganisationId } = file
      ? await units.enterFromFile({ ...head, file })
      : await units.enter({ ...head, acts: [] })
    return redirect(file ? `/sap-xep/${reorganisationId}` : `/sap-xep/${reorganisationId}/noi-dung/hop-nhat`)
  })

export default function NewReorganisationPage({ actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const r = w.reorganisation
  return (
    <Page title={r.make} lead={r.makeLead} crumbs={[{ title: r.title, to: '/sap-xep' }]}>
      <Panel>
        <Form refused={actionData} hasFiles>
          <TextInput name="title" label={r.name} required />
          <DocumentFields />
          <DayInput name="effectiveOn" label={w.page.effectiveOn} required />
          <FileInput name="file" label={r.file} hint={r.fileHint} accept=".xlsx,.xls,.ods,.csv" />
          <FormActions>
            <SubmitButton>{r.submit}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
