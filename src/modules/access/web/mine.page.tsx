import { data, redirect } from 'react-router'
import * as z from 'zod'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Choices, Hidden, NumberInput, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useActor, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, signInAddress, visit } from '../../../ui/visit.ts'
import { newTokenInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/mine.page.ts'
import { passwordFaults, withCookies } from './auth-answer.ts'

type Session = {
  id: string
  token: string
  createdAt: string
  ipAddress: string | null
  userAgent: string | null
}

export const loader = async ({ context }: Route.LoaderArgs) => {
  const here = visit(context)
  if (!here.actor) throw redirect(signInAddress('/tai-khoan'))
  const [listed, current, tokens] = await Promise.all([
    here.askAuth('/list-sessions'),
    here.askAuth('/get-session'),
    api(context).access.tokens(),
  ])
  const sessions = listed.ok ? ((await listed.json()) as Session[]) : []
  const own = (await current.json()) as {
    session: { id: string }
    user: { twoFactorEnabled?: boolean }
  } | null
  return {
    tokens,
    hasFactor: own?.user.twoFactorEnabled === true,
    sessions: sessions.map((one) => ({
      id: one.id,
      since: new Date(one.createdAt).toISOString(),
      address: one.ipAddress,
      device: one.userAgent,
      isThis: one.id === own?.session.id,
    })),
  }
}

const forms = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('password'),
    current: z.string().default(''),
    password: z.string().default(''),
    again: z.string().default(''),
  }),
  z.object({ act: z.literal('endSession'), sessionId: z.string() }),
  z.object({ act: z.literal('factorStart'), current: z.string().default('') }),
  z.object({ act: z.literal('factorFinish'), digits: z.string().default('') }),
  z.object({ act: z.literal('factorStop'), current: z.string().default('') }),
  newTokenInput.extend({ act: z.literal('makeToken') }),
  z.object({ act: z.literal('revokeToken'), tokenId: z.number() }),
])

/** What a form of this page showed once, on the page that answers it. */
type Shown = {
  factor?: { qr: string; key: string; codes: string[] }
  token?: string
  isPasswordChanged?: true
}

export const action = async ({ context, request }: Route.ActionArgs) => {
  const here = visit(context)
  return submit(request, forms, async (input) => {
    switch (input.act) {
      case 'password': {
        const { current = '', password = '', again = '' } = input
        const fields = passwordFaults(password, again)
        if (fields.length > 0) throw here.refusal('input.wrong', fields)
        const answer = await here.askAuth('/change-password', {
          currentPassword: current,
          newPassword: password,
          revokeOtherSessions: true,
        })
        if (!answer.ok) throw here.refusal('input.wrong', [{ path: 'current', code: 'access.wrongPassword' }])
        return withAnswer(answer, { isPasswordChanged: true })
      }
      case 'endSession': {
        const sessions = (await (await here.askAuth('/list-sessions')).json()) as Session[]
        const token = sessions.find((one) => one.id === input.sessionId)?.token
        if (token) await here.askAuth('/revoke-session', { token })
        return redirect('/tai-khoan')
      }
      case 'factorStart': {
        const answer = await here.askAuth('/two-factor/enable', { password: input.current ?? '' })
        if (!answer.ok) throw here.refusal('input.wrong', [{ path: 'current', code: 'access.wrongPassword' }])
        const { totpURI, backupCodes } = (await answer.clone().json()) as {
          totpURI: string
          backupCodes: string[]
        }
        const { toString: draw } = await import('qrcode')
        return withAnswer(answer, {
          factor: {
            qr: await draw(totpURI, { type: 'svg', margin: 1 }),
            key: new URL(totpURI).searchParams.get('secret') ?? '',
            codes: backupCodes,
          },
        })
      }
      case 'factorFinish': {
        const answer = await here.askAuth('/two-factor/verify-totp', {
          code: (input.digits ?? '').replaceAll(' ', ''),
        })
        if (!answer.ok) throw here.refusal('input.wrong', [{ path: 'digits', code: 'access.wrongCode' }])
        return withCookies(answer, '/tai-khoan')
      }
      case 'factorStop': {
        const answer = await here.askAuth('/two-factor/disable', { password: input.current ?? '' })
        if (!answer.ok) throw here.refusal('input.wrong', [{ path: 'current', code: 'access.wrongPassword' }])
        return withCookies(answer, '/tai-khoan')
      }
      case 'makeToken': {
        const { act: _, ...token } = input
        return data<Shown>({ token: (await here.api.access.makeToken(token)).token })
      }
      case 'revokeToken':
        await here.api.access.revokeToken({ tokenId: input.tokenId })
        return redirect('/tai-khoan')
    }
  })
}

function withAnswer(answer: Response, shown: Shown) {
  const headers = new Headers()
  for (const cookie of answer.headers.getSetCookie()) headers.append('Set-Cookie', cookie)
  return data(shown, { headers })
}

export default function MinePage({ loaderData, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const actor = useActor()
  if (!actor) return null
  const shown: Shown = actionData && !('problem' in actionData) ? actionData : {}
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  const roleName = (role: string) => w.roles[role as keyof typeof w.roles] ?? role
  return (
    <Page title={w.mine.title} lead={w.mine.lead({ email: actor.email })}>
      <Panel title={w.mine.roles}>
        {actor.roles.length === 0 && <p>{w.mine.noRoles}</p>}
        <ul>
          {actor.roles.map((one) => (
            <li key={`${one.role} ${one.unitId}`}>
              {roleName(one.role)}, {one.unitName ?? w.mine.ofSchool}
            </li>
          ))}
        </ul>
      </Panel>

      <Panel title={w.mine.password}>
        {shown.isPasswordChanged && <p role="status">{w.mine.passwordChanged}</p>}
        <Form name="password" refused={refused} guards={false}>
          <Hidden name="act" value="password" />
          <TextInput
            name="current"
            label={w.mine.current}
            type="password"
            autoComplete="current-password"
            required
          />
          <TextInput
            name="password"
            label={w.setPassword.password}
            type="password"
            autoComplete="new-password"
            required
          />
          <TextInput
            name="again"
            label={w.setPassword.again}
            type="password"
            autoComplete="new-password"
            required
          />
          <FormActions>
            <SubmitButton kind="plain">{w.mine.password}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>

      <Panel title={w.mine.factor}>
        <p>{loaderData.hasFactor ? w.mine.factorOn : w.mine.factorOff}</p>
        {shown.factor || refused?.form === 'factorFinish' ? (
          <>
            {shown.factor && (
              <>
                <p>{w.mine.factorScan}</p>
                {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own server from our own key */}
                <div className="qr" dangerouslySetInnerHTML={{ __html: shown.factor.qr }} />
                <p>{w.mine.factorKey({ key: shown.factor.key })}</p>
                <p>{w.mine.factorCodes}</p>
                <pre>{shown.factor.codes.join('\n')}</pre>
              </>
            )}
            <Form name="factorFinish" refused={refused} guards={false}>
              <Hidden name="act" value="factorFinish" />
              <TextInput
                name="digits"
                label={w.signIn.code}
                inputMode="numeric"
                autoComplete="one-time-code"
                required
              />
              <FormActions>
                <SubmitButton>{w.mine.factorFinish}</SubmitButton>
              </FormActions>
            </Form>
          </>
        ) : (
          <Form name="factor" refused={refused} guards={false}>
            <Hidden name="act" value={loaderData.hasFactor ? 'factorStop' : 'factorStart'} />
            <TextInput
              name="current"
              label={w.mine.current}
              type="password"
              autoComplete="current-password"
              required
            />
            <FormActions>
              <SubmitButton kind="plain">
                {loaderData.hasFactor ? w.mine.factorStop : w.mine.factorStart}
              </SubmitButton>
            </FormActions>
          </Form>
        )}
      </Panel>

      <Panel title={w.mine.sessions}>
        <p>{w.mine.sessionsHint}</p>
        <ul className="rows">
          {loaderData.sessions.map((one) => (
            <li key={one.id}>
              <span>
                {w.mine.since} {printAt(one.since)}
                {one.address && `, ${one.address}`}
                {one.isThis && ` (${w.mine.thisSession})`}
                <br />
                <span className="quiet">{one.device}</span>
              </span>
              {!one.isThis && (
                <Form name={`session ${one.id}`} guards={false}>
                  <Hidden name="act" value="endSession" />
                  <Hidden name="sessionId" value={one.id} />
                  <Button type="submit">{w.mine.end}</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </Panel>

      <Panel title={w.mine.tokens}>
        <p>
          {w.mine.tokensHint} <a href="/api">/api</a>
        </p>
        {shown.token && (
          <Notice>
            <p>{w.mine.tokenOnce}</p>
            <pre>{shown.token}</pre>
          </Notice>
        )}
        <ul className="rows">
          {loaderData.tokens.map((one) => (
            <li key={one.id}>
              <span>
                {one.name}: {one.rights.map((right) => w.rights[right] ?? right).join(', ')}
                <br />
                <span className="quiet">
                  {w.mine.tokenUntil} {printAt(one.expiresAt)} · {w.mine.tokenUsed}{' '}
                  {one.lastUsedAt ? printAt(one.lastUsedAt) : w.mine.never}
                  {one.revokedAt && ` · ${w.mine.tokenRevoked} ${printAt(one.revokedAt)}`}
                </span>
              </span>
              {!one.revokedAt && (
                <Form name={`token ${one.id}`} guards={false}>
                  <Hidden name="act" value="revokeToken" />
                  <Hidden name="tokenId" value={one.id} />
                  <Button type="submit">{w.mine.tokenRevoke}</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        <Form name="token" refused={refused} guards={false}>
          <Hidden name="act" value="makeToken" />
          <TextInput name="name" label={w.mine.tokenName} required />
          <Choices
            name="rights"
            label={w.mine.tokenRights}
            multiple
            options={actor.rights.map((right) => ({ value: right, label: w.rights[right] ?? right }))}
          />
          <NumberInput name="days" label={w.mine.tokenDays} defaultValue={90} required />
          <FormActions>
            <SubmitButton kind="plain">{w.mine.tokenMake}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
      <p>
        <ButtonLink to="/quan-tri/quyen">{w.matrix.title}</ButtonLink>
      </p>
    </Page>
  )
}
