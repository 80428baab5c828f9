import { redirect } from 'react-router'
import { Select } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { unitChoices } from '../../../ui/unit-choice.ts'
import { api, visit } from '../../../ui/visit.ts'
import { proposalInput } from '../contract/corps.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-proposal.page.ts'
import { ProposalFields } from './proposal-fields.tsx'

export const loader = async ({ context }: Route.LoaderArgs) => {
  const here = visit(context)
  const { lecturers } = api(context)
  // Of a role at a unit the unit itself; what lies under it is proposed there.
  const own = new Set((here.actor?.roles ?? []).flatMap((one) => one.unitId ?? []))
  const [fields, categories, units] = await Promise.all([
    lecturers.fields(),
    lecturers.categories(),
    unitChoices(api(context)),
  ])
  return { fields, categories, units: units.filter((one) => own.has(one.id)) }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, proposalInput, async (input) => {
    const made = await api(context).lecturers.propose({ ...input, fields: input.fields ?? [] })
    return redirect(`/giang-vien/de-nghi/${made.id}`)
  })

export default function NewProposalPage({
  loaderData: { fields, categories, units },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page
      title={w.corps.propose}
      lead={w.corps.proposeLead}
      crumbs={[{ title: w.corps.title, to: '/giang-vien/thinh-giang' }]}
    >
      <Panel>
        <Form refused={actionData}>
          <Select
            name="unitId"
            label={w.field.unit}
            options={units.map((one) => ({ value: one.id, label: one.label }))}
          />
          <ProposalFields fields={fields} categories={categories} />
          <FormActions>
            <SubmitButton>{w.corps.send}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
