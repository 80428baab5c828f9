import { redirect } from 'react-router'
import { DayInput, Select, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { newUnitInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-unit.page.ts'
import { DocumentFields } from './document-fields.tsx'
import { NameFields, options, ParentField } from './unit-fields.tsx'

export const loader = async ({ context }: Route.LoaderArgs) => ({
  units: (await api(context).units.tree({})).nodes,
})

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, newUnitInput, async (input) => {
    const { unitId } = await visit(context).api.units.make(input)
    return redirect(`/don-vi/${unitId}`)
  })

export default function NewUnitPage({ loaderData, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.page.make} lead={w.page.makeHint} crumbs={[{ title: w.units, to: '/don-vi' }]}>
      <Panel>
        <Form refused={actionData}>
          <NameFields />
          <TextInput name="code" label={w.code} />
          <Select name="level" label={w.level} options={options(w.levels)} required />
          <Select name="bloc" label={w.bloc} options={options(w.blocs)} required />
          <ParentField units={loaderData.units} />
          <DayInput name="fromOn" label={w.page.effectiveOn} />
          <DocumentFields required={false} />
          <TextInput name="reason" label={w.page.reason} required />
          <FormActions>
            <SubmitButton>{w.page.make}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
