import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { Hidden, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/set-password.page.ts'
import './access.css'
import { passwordFaults, refusedBy } from './auth-answer.ts'

const input = z.object({
  token: z.string().default(''),
  password: z.string().default(''),
  passwordAgain: z.string().default(''),
})

export const loader = ({ request }: Route.LoaderArgs) => ({
  token: new URL(request.url).searchParams.get('token') ?? '',
})

export const action = async ({ context, request }: Route.ActionArgs) => {
  const here = visit(context)
  return submit(request, input, async (typed) => {
    const { token, password, passwordAgain } = input.parse(typed)
    const fields = passwordFaults(password, passwordAgain)
    if (fields.length > 0) throw here.refusal('input.wrong', fields)
    const answer = await here.askAuth('/reset-password', { token, newPassword: password })
    if (!answer.ok) throw await refusedBy(answer, here)
    return redirect('/dang-nhap?xong=1')
  })
}

export default function SetPasswordPage({ loaderData, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  if (!loaderData.token)
    return (
      <div className="page-narrow">
        <Page title={w.setPassword.title} lead={w.setPassword.noToken}>
          <p>
            <Link to="/quen-mat-khau">{w.forgotten.title}</Link>
          </p>
        </Page>
      </div>
    )
  return (
    <div className="page-narrow">
      <Page title={w.setPassword.title} lead={w.setPassword.lead}>
        <Panel>
          <Form refused={actionData} guards={false}>
            <Hidden name="token" value={loaderData.token} />
            <NewPassword />
            <FormActions>
              <SubmitButton>{w.setPassword.submit}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      </Page>
    </div>
  )
}

function NewPassword() {
  const w = useWords(vi, en)
  const native = { type: 'password', autoComplete: 'new-password', required: true } as const
  return (
    <>
      <TextInput name="password" label={w.setPassword.password} {...native} />
      <TextInput name="passwordAgain" label={w.setPassword.again} {...native} />
    </>
  )
}
