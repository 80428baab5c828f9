import { redirect } from 'react-router'
import { yearOf } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { unitIdOf } from '../../../ui/unit-choice.ts'
import { api, visit } from '../../../ui/visit.ts'
import { entryInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-entry.page.ts'
import { EntryFields } from './entry-fields.tsx'
import { unitsToWriteFor } from './units.ts'

export const loader = async ({ context }: Route.LoaderArgs) => ({
  units: await unitsToWriteFor(visit(context)),
})

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, entryInput, async (input) => {
    const unitId = await unitIdOf(visit(context), input.unitId)
    const made = await api(context).calendar.make({ ...input, unitId })
    return redirect(`/lich?nam=${yearOf(made.fromOn)}`)
  })

export default function NewEntryPage({ loaderData: { units }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  return (
    <Page title={w.make} lead={w.makeLead} crumbs={[{ title: w.calendar, to: '/lich' }]}>
      <Panel>
        <Form refused={actionData}>
          <EntryFields units={units} />
          <FormActions>
            <SubmitButton>{w.make}</SubmitButton>
            <ButtonLink to="/lich">{shell.dialog.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
