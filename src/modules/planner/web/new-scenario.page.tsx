import { redirect } from 'react-router'
import { Checkbox, NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldGroup, FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { scenarioParameters } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-scenario.page.ts'
import { Missing } from './missing.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const asked = Number(new URL(request.url).searchParams.get('nam'))
  const year = asked >= 1990 && asked <= 2100 ? asked : Number(visit(context).today.slice(0, 4)) + 1
  const { missing } = await api(context).planner.question({ name: '-', year })
  return { year, missing }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, scenarioParameters, async (input) => {
    const { id } = await api(context).planner.make(input)
    return redirect(`/phuong-an/${id}`)
  })

export default function NewScenarioPage({ loaderData: { year, missing }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const f = w.fields
  return (
    <Page title={w.pages.make} lead={w.pages.makeLead} crumbs={[{ title: w.pages.title, to: '/phuong-an' }]}>
      <Missing rows={missing} />
      <Panel>
        <Form refused={actionData}>
          <TextInput
            name="name"
            label={f.name}
            defaultValue={w.pages.defaultName({ year })}
            required
            maxLength={200}
          />
          <FieldRow>
            <NumberInput name="year" label={f.year} defaultValue={year} required />
            <NumberInput name="seconds" label={f.seconds} defaultValue={60} />
          </FieldRow>
          <Checkbox name="withPlan" label={f.withPlan} defaultChecked />
          <FieldGroup title={w.pages.limits}>
            <FieldRow>
              <NumberInput name="budgetDong" label={f.budget} />
              <NumberInput name="seatsPerClass" label={f.seatsPerClass} />
              <NumberInput name="classesAtOnce" label={f.classesAtOnce} />
            </FieldRow>
            <FieldRow>
              <Select
                name="closes"
                label={f.closes}
                defaultValue="stopping"
                options={Object.entries(w.closes).map(([value, label]) => ({ value, label }))}
              />
              <NumberInput name="minTeachingDays" label={f.minTeachingDays} defaultValue={3} />
            </FieldRow>
          </FieldGroup>
          <FieldGroup title={w.pages.weights}>
            <FieldRow>
              <NumberInput name="first" label={f.first} unit="%" defaultValue={100} />
              <NumberInput name="second" label={f.second} unit="%" defaultValue={70} />
              <NumberInput name="third" label={f.third} unit="%" defaultValue={40} />
            </FieldRow>
          </FieldGroup>
          <FormActions>
            <SubmitButton>{w.pages.start}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
