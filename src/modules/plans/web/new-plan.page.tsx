import { redirect } from 'react-router'
import * as z from 'zod'
import { NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { draftInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-plan.page.ts'

export const loader = async ({ context }: Route.LoaderArgs) => {
  const years = await api(context).plans.years()
  const versions = years.flatMap((plan) =>
    [plan.currentVersion, plan.openVersion].filter((version) => version !== null),
  )
  const last = years[0]?.year
  return { versions, year: last === undefined ? Number(visit(context).today.slice(0, 4)) : last + 1 }
}

export const action = async ({ context, request }: Route.ActionArgs) =>
  submit(request, draftInput.extend({ year: z.number() }), async (input) => {
    const { id } = await visit(context).api.plans.makeDraft(input)
    return redirect(`/ke-hoach/phien-ban/${id}`)
  })

export default function NewPlanPage({ loaderData: { versions, year }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.pages.make} lead={w.pages.makeLead} crumbs={[{ title: w.pages.list, to: '/ke-hoach' }]}>
      <Panel>
        <Form refused={actionData}>
          <FieldRow>
            <NumberInput name="year" label={w.fields.year} defaultValue={year} required />
            <Select
              name="fromVersionId"
              label={w.pages.from}
              none={w.pages.fromDefault}
              options={versions.map((version) => ({
                value: version.id,
                label: `${w.yearVersion({ year: version.year, number: version.number })}, ${w.states[version.state]}`,
              }))}
            />
          </FieldRow>
          <TextInput name="title" label={w.fields.title} hint={w.pages.hintTitle} maxLength={300} />
          <TextInput
            name="assignedBy"
            label={w.fields.assignedBy}
            hint={w.pages.hintAssignedBy}
            maxLength={200}
          />
          <FormActions>
            <SubmitButton>{w.pages.make}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
