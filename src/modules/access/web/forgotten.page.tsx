import { redirect } from 'react-router'
import * as z from 'zod'
import { TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/forgotten.page.ts'

export const loader = ({ request }: Route.LoaderArgs) => ({
  isSent: new URL(request.url).searchParams.has('da-gui'),
})

export const action = async ({ context, request }: Route.ActionArgs) => {
  const here = visit(context)
  return submit(request, z.object({ email: z.string() }), async ({ email }) => {
    if (!z.email().safeParse(email).success)
      throw here.refusal('input.wrong', [{ path: 'email', code: 'field.email' }])
    const answer = await here.askAuth('/request-password-reset', { email, redirectTo: '/dat-mat-khau' })
    if (answer.status === 429) throw here.refusal('access.tooManyTries')
    // The same answer whether the address is known or not.
    return redirect('/quen-mat-khau?da-gui=1')
  })
}

export default function ForgottenPage({ loaderData, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page
      title={w.forgotten.title}
      lead={w.forgotten.lead}
      crumbs={[{ title: w.signIn.title, to: '/dang-nhap' }]}
    >
      <Panel>
        {loaderData.isSent ? (
          <p role="status">{w.forgotten.sent}</p>
        ) : (
          <Form refused={actionData} guards={false}>
            <TextInput name="email" label={w.signIn.email} type="email" autoComplete="username" required />
            <FormActions>
              <SubmitButton>{w.forgotten.submit}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Panel>
    </Page>
  )
}
