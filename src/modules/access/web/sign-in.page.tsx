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
import type { Route } from './+types/sign-in.page.ts'
import { askedPath, withCookies } from './auth-answer.ts'

const steps = z.discriminatedUnion('step', [
  z.object({ step: z.literal('password'), email: z.string().default(''), password: z.string().default('') }),
  z.object({ step: z.literal('code'), code: z.string().default('') }),
])

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { actor, api } = visit(context)
  if ((await api.access.installation()).isEmpty) throw redirect('/thiet-lap')
  if (actor) throw redirect(askedPath(request))
  const address = new URL(request.url).searchParams
  return {
    step: address.get('buoc') === 'ma' ? ('code' as const) : ('password' as const),
    isSet: address.has('xong'),
  }
}

export const action = async ({ context, request }: Route.ActionArgs) => {
  const here = visit(context)
  const next = askedPath(request)
  return submit(request, steps, async (typed) => {
    const input = steps.parse(typed)
    if (input.step === 'code') {
      const isBackup = !/^\d{6}$/.test(input.code.replaceAll(' ', ''))
      const answer = await here.askAuth(
        isBackup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp',
        {
          code: input.code.replaceAll(' ', ''),
        },
      )
      if (!answer.ok) throw here.refusal(answer.status === 429 ? 'access.tooManyTries' : 'access.wrongCode')
      return withCookies(answer, next)
    }
    const answer = await here.askAuth('/sign-in/email', { email: input.email, password: input.password })
    if (!answer.ok) throw here.refusal(answer.status === 429 ? 'access.tooManyTries' : 'access.wrongSignIn')
    const said = (await answer.clone().json()) as { twoFactorRedirect?: boolean }
    return withCookies(
      answer,
      said.twoFactorRedirect ? `/dang-nhap?buoc=ma&tiep=${encodeURIComponent(next)}` : next,
    )
  })
}

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const isCode = loaderData.step === 'code'
  return (
    <Page
      title={isCode ? w.signIn.codeTitle : w.signIn.title}
      lead={isCode ? w.signIn.codeLead : w.signIn.lead}
    >
      <Panel>
        {loaderData.isSet && <p role="status">{w.setPassword.done}</p>}
        <Form refused={actionData} guards={false}>
          <Hidden name="step" value={loaderData.step} />
          {isCode ? (
            <TextInput
              name="code"
              label={w.signIn.code}
              hint={w.signIn.backupCode}
              autoComplete="one-time-code"
              inputMode="numeric"
              required
              autoFocus
            />
          ) : (
            <>
              <TextInput name="email" label={w.signIn.email} type="email" autoComplete="username" required />
              <TextInput
                name="password"
                label={w.signIn.password}
                type="password"
                autoComplete="current-password"
                required
              />
            </>
          )}
          <FormActions>
            <SubmitButton>{w.signIn.submit}</SubmitButton>
            <Link to="/quen-mat-khau">{w.signIn.forgotten}</Link>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
