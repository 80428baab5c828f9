import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { Hidden, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/sign-in.page.ts'
import './access.css'
import { askedPath, refusedBy, withCookies } from './auth-answer.ts'

const steps = z.discriminatedUnion('step', [
  z.object({ step: z.literal('password'), email: z.string().default(''), password: z.string().default('') }),
  z.object({ step: z.literal('code'), code: z.string().default('') }),
])

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const here = visit(context)
  const { isEmpty, hasProvinceSignIn } = await api(context).access.installation()
  if (isEmpty) throw redirect('/thiet-lap')
  const next = askedPath(request)
  if (here.actor) throw redirect(next)
  const address = new URL(request.url).searchParams
  if (hasProvinceSignIn && address.has('tinh')) {
    const answer = await here.askAuth('/sign-in/social', {
      provider: 'province',
      callbackURL: next,
      errorCallbackURL: '/dang-nhap',
      disableRedirect: true,
    })
    if (answer.ok) throw withCookies(answer, ((await answer.clone().json()) as { url: string }).url)
    throw redirect('/dang-nhap?error=province')
  }
  const error = address.get('error')
  return {
    step: address.get('buoc') === 'ma' ? ('code' as const) : ('password' as const),
    isSet: address.has('xong'),
    isSetUp: address.has('thiet-lap'),
    provincePath: hasProvinceSignIn ? `/dang-nhap?tinh=1&tiep=${encodeURIComponent(next)}` : null,
    refused:
      error === null
        ? null
        : here.refusal(error === 'ACCOUNT_DISABLED' ? 'access.disabled' : 'access.provinceRefused').title,
  }
}

export const action = async ({ context, request }: Route.ActionArgs) => {
  const here = visit(context)
  const next = askedPath(request)
  return submit(request, steps, async (typed) => {
    const input = steps.parse(typed)
    if (input.step === 'code') {
      const code = input.code.replaceAll(/\s/g, '')
      const kind = /^\d{6}$/.test(code) ? 'totp' : 'backup-code'
      const answer = await here.askAuth(`/two-factor/verify-${kind}`, { code })
      if (!answer.ok) throw await refusedBy(answer, here, { path: 'code', code: 'access.wrongCode' })
      return withCookies(answer, next)
    }
    const answer = await here.askAuth('/sign-in/email', { email: input.email, password: input.password })
    if (!answer.ok) throw await refusedBy(answer, here)
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
    <div className="page-narrow">
      <Page
        title={isCode ? w.signIn.codeTitle : w.signIn.title}
        lead={isCode ? w.signIn.codeLead : w.signIn.lead}
      >
        {loaderData.isSetUp && !actionData && <Notice tone="good">{w.setUp.done}</Notice>}
        {loaderData.isSet && <Notice tone="good">{w.setPassword.done}</Notice>}
        {loaderData.refused && !actionData && <Notice tone="wrong">{loaderData.refused}</Notice>}
        <Panel>
          <Form refused={actionData} guards={false} refusedTitle={w.signIn.refused}>
            <Hidden name="step" value={loaderData.step} />
            {isCode ? (
              <TextInput
                key="code"
                name="code"
                label={w.signIn.code}
                hint={w.signIn.backupCode}
                autoComplete="one-time-code"
                required
                autoFocus
              />
            ) : (
              <>
                <TextInput
                  name="email"
                  label={w.signIn.email}
                  type="email"
                  autoComplete="username"
                  required
                />
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
              {isCode ? (
                <Link to="/dang-nhap">{w.forgotten.back}</Link>
              ) : (
                <Link to="/quen-mat-khau">{w.signIn.forgotten}</Link>
              )}
            </FormActions>
          </Form>
          {loaderData.provincePath && !isCode && (
            <p>
              {/* Not a form: the policy lets forms lead to our own address only. */}
              <a className="button button-plain" href={loaderData.provincePath}>
                {w.signIn.oidc}
              </a>
            </p>
          )}
        </Panel>
      </Page>
    </div>
  )
}
