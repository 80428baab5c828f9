import { redirect } from 'react-router'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { roundInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-round.page.ts'
import { roundChoices } from './round-choices.ts'
import { RoundFields } from './round-fields.tsx'
import './needs.css'

export const loader = async ({ context }: Route.LoaderArgs) => ({
  choices: await roundChoices(api(context)),
  year: Number(visit(context).today.slice(0, 4)) + 1,
})

export const action = async ({ context, request }: Route.ActionArgs) =>
  submit(request, roundInput, async (input) => {
    const { id } = await visit(context).api.needs.make(input)
    return redirect(`/nhu-cau/${id}`)
  })

export default function NewRoundPage({ loaderData: { choices, year }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.pages.make} lead={w.pages.makeLead} crumbs={[{ title: w.pages.rounds, to: '/nhu-cau' }]}>
      <Panel>
        <Form refused={actionData}>
          <RoundFields choices={choices} year={year} />
          <FormActions>
            <SubmitButton>{w.pages.make}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
