import { redirect } from 'react-router'
import * as z from 'zod'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { roundInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/edit-round.page.ts'
import { roundChoices } from './round-choices.ts'
import { RoundFields } from './round-fields.tsx'
import './needs.css'

export const loader = async ({ context, params }: Route.LoaderArgs) => ({
  choices: await roundChoices(api(context)),
  round: await api(context).needs.round({ roundId: Number(params.roundId) }),
})

export const action = async ({ context, request, params }: Route.ActionArgs) =>
  submit(request, roundInput.extend({ version: z.number() }), async (input) => {
    const { id } = await visit(context).api.needs.edit({ ...input, roundId: Number(params.roundId) })
    return redirect(`/nhu-cau/${id}`)
  })

export default function EditRoundPage({ loaderData: { choices, round }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page
      title={w.pages.edit}
      crumbs={[
        { title: w.pages.rounds, to: '/nhu-cau' },
        { title: round.title, to: `/nhu-cau/${round.id}` },
      ]}
    >
      <Panel>
        <Form refused={actionData}>
          <Hidden name="version" value={round.version} />
          <RoundFields choices={choices} round={round} year={round.year} />
          <FormActions>
            <SubmitButton>{w.pages.save}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
