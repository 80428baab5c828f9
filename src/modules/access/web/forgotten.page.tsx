import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/forgotten.page.ts'
import './access.css'
import { refusedBy } from './auth-answer.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => ({
  isSent: new URL(request.url).searchParams.has('da-gui'),
  sendsMail: (await api(context).access.installation()).sendsMail,
})

export const action = async ({ context, request }: Route.ActionArgs) => {
  const here = visit(context)
  return submit(request, z.object({ email: z.string().default('') }), async ({ email }) => {
    if (!z.email().safeParse(email).success)
      throw here.refusal('input.wrong', [{ path: 'email', code: 'field.email' }])
    const answer = await here.askAuth('/request-password-reset', { email })
    if (!answer.ok) throw await refusedBy(answer, here)
    // The same answer whether the address is known or not.
    return redirect('/quen-mat-khau?da-gui=1')
  })
}

export default function ForgottenPage({ loaderData, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const { isSent, sendsMail } = loaderData
  return (
    <div className="page-narrow">
      <Page title={w.forgotten.title} {...(sendsMail && !isSent && { lead: w.forgotten.lead })}>
        <Panel>
          {isSent || !sendsMail ? (
            <p role="status">{sendsMail ? w.forgotten.sent : w.forgotten.noMail}</p>
          ) : (
            <Form refused={actionData} guards={false}>
              <TextInput name="email" label={w.signIn.email} type="email" autoComplete="username" required />
              <FormActions>
                <SubmitButton>{w.forgotten.submit}</SubmitButton>
              </FormActions>
            </Form>
          )}
          <p>
            <Link to="/dang-nhap">{w.forgotten.back}</Link>
          </p>
        </Panel>
      </Page>
    </div>
  )
}
