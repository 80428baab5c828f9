import { redirect } from 'react-router'
import { TextInput } from '../../../ui/fields.tsx'
import { FieldGroup, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { setUpInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/set-up.page.ts'
import './access.css'
import { withCookies } from './auth-answer.ts'

export const loader = async ({ context }: Route.LoaderArgs) => {
  if (!(await api(context).access.installation()).isEmpty) throw redirect('/dang-nhap')
  return null
}

/**
 * Makes the school and signs its administrator in. Sent again after the school was made (pressed twice, an answer that was
 * lost on its way) it leads on to signing in, whatever stands in the form now: what was refused then is only that there is a
 * school already, and the password is no longer in the form that was shown again.
 */
export const action = async ({ context, request }: Route.ActionArgs) => {
  const here = visit(context)
  return submit(request, setUpInput, async (input) => {
    try {
      await here.api.access.setUp(input)
    } catch (error) {
      if ((await here.api.access.installation()).isEmpty) throw error
    }
    const answer = await here.askAuth('/sign-in/email', { email: input.email, password: input.password })
    return answer.ok ? withCookies(answer, '/') : redirect('/dang-nhap?thiet-lap')
  })
}

export default function SetUpPage({ actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <div className="page-narrow">
      <Page title={w.setUp.title} lead={w.setUp.lead}>
        <Panel>
          <Form refused={actionData}>
            <FieldGroup title={w.setUp.school}>
              <TextInput name="schoolName" label={w.setUp.schoolName} hint={w.setUp.schoolHint} required />
              <TextInput name="provinceName" label={w.setUp.provinceName} required />
            </FieldGroup>
            <FieldGroup title={w.setUp.administrator}>
              <TextInput name="name" label={w.setUp.name} autoComplete="name" required />
              <TextInput name="email" label={w.signIn.email} type="email" autoComplete="username" required />
              <TextInput
                name="password"
                label={w.signIn.password}
                hint={w.setPassword.lead}
                type="password"
                autoComplete="new-password"
                required
              />
            </FieldGroup>
            <FormActions>
              <SubmitButton>{w.setUp.submit}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      </Page>
    </div>
  )
}
