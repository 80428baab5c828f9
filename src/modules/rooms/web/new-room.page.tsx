import { redirect } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { roomInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-room.page.ts'
import { RoomFields } from './room-fields.tsx'

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, roomInput, async (input) => {
    const made = await api(context).rooms.make(input)
    return redirect(`/phong/${made.id}`)
  })

export default function NewRoomPage({ actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  return (
    <Page title={w.make} crumbs={[{ title: w.rooms, to: '/phong' }]}>
      <Panel>
        <Form refused={actionData}>
          <RoomFields />
          <FormActions>
            <SubmitButton>{w.make}</SubmitButton>
            <ButtonLink to="/phong">{shell.dialog.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
