import { data, redirect } from 'react-router'
import * as z from 'zod'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Choices, Hidden, NumberInput, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
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
import './access.css'
import { passwordFaults, refusedBy, withCookies } from './auth-answer.ts'
import { deviceOf } from './device.ts'

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
      device: deviceOf(one.userAgent ?? ''),
      isThis: one.id === own?.session.id,
    })),
  }
}

const text = z.string().default('')
const forms = z.discriminatedUnion('act', [
  z.object({ act: z.literal('password'), currentPassword: text, password: text, passwordAgain: text }),
  z.object({ act: z.literal('endSession'), sessionId: z.string() }),
  z.object({ act: z.literal('factorStart'), currentPassword: text }),
  z.object({ act: z.literal('factorFinish'), digits: text, secretUri: text, secretCodes: text }),
  z.object({ act: z.literal('factorStop'), currentPassword: text }),
  newTokenInput.extend({ act: z.literal('makeToken') }),
  z.object({ act: z.literal('revokeToken'), tokenId: z.number() }),
])

const wrongPassword = { path: 'currentPassword', code: 'access.wrongPassword' }

/** What a form of this page showed once, on the page that answers it. */
type Shown = {
  factor?: Factor & { qr: string }
  token?: string
  isPasswordChanged?: true
}

/** A second factor that is being switched on: carried by the form until the first code was right. */
type Factor = { uri: string; codes: string[] }

export const action = async ({ context, request }: Route.ActionArgs) => {
  const here = visit(context)
  return submit(request, forms, async (input) => {
    switch (input.act) {
      case 'password': {
        const { currentPassword = '', password = '', passwordAgain = '' } = input
        const fields = passwordFaults(password, passwordAgain)
        if (fields.length > 0) throw here.refusal('input.wrong', fields)
        const answer = await here.askAuth('/change-password', {
          currentPassword,
          newPassword: password,
          revokeOtherSessions: true,
        })
        if (!answer.ok) throw await refusedBy(answer, here, wrongPassword)
        return withAnswer(answer, { isPasswordChanged: true })
      }
      case 'endSession': {
        const sessions = (await (await here.askAuth('/list-sessions')).json()) as Session[]
        const token = sessions.find((one) => one.id === input.sessionId)?.token
        if (token) await here.askAuth('/revoke-session', { token })
        return redirect('/tai-khoan')
      }
      case 'factorStart': {
        const answer = await here.askAuth('/two-factor/enable', { password: input.currentPassword ?? '' })
        if (!answer.ok) throw await refusedBy(answer, here, wrongPassword)
        const { totpURI, backupCodes } = (await answer.clone().json()) as {
          totpURI: string
          backupCodes: string[]
        }
        return withAnswer(answer, { factor: await drawn({ uri: totpURI, codes: backupCodes }) })
      }
      case 'factorFinish': {
        const answer = await here.askAuth('/two-factor/verify-totp', {
          code: (input.digits ?? '').replaceAll(/\s/g, ''),
        })
        if (answer.ok) return withCookies(answer, '/tai-khoan')
        // The square and the backup codes stay in sight: they are not shown again.
        const problem = await refusedBy(answer, here, { path: 'digits', code: 'access.wrongCode' })
        const { secretUri: uri = '', secretCodes = '' } = input
        const isOurs = uri.startsWith('otpauth://') && uri.length < 500
        const factor = isOurs ? await drawn({ uri, codes: secretCodes.split(' ').slice(0, 20) }) : undefined
        const refused: Refused = { problem, values: {}, form: 'factorFinish' }
        return data({ ...refused, ...(factor && { factor }) }, { status: problem.status })
      }
      case 'factorStop': {
        const answer = await here.askAuth('/two-factor/disable', { password: input.currentPassword ?? '' })
        if (!answer.ok) throw await refusedBy(answer, here, wrongPassword)
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

/** The second factor with its square code, as the address of a picture that is drawn here. */
async function drawn(factor: Factor): Promise<Factor & { qr: string }> {
  const { toString: draw } = await import('qrcode')
  const svg = await draw(factor.uri, { type: 'svg', margin: 1 })
  return { ...factor, qr: `data:image/svg+xml,${encodeURIComponent(svg)}` }
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
  const shown = (actionData ?? {}) as Shown
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  const roleName = (role: string) => w.roles[role as keyof typeof w.roles] ?? role
  return (
    <Page title={w.mine.title} lead={w.mine.lead({ email: actor.email })}>
      <Panel title={w.mine.roles}>
        {actor.roles.length === 0 && <p>{w.mine.noRoles}</p>}
        <ul className="plain">
          {actor.roles.map((one) => (
            <li key={`${one.role} ${one.unitId}`}>
              {w.mine.at({ role: roleName(one.role), where: one.unitName ?? w.mine.ofSchool })}
            </li>
          ))}
        </ul>
      </Panel>

      <Panel title={w.mine.password}>
        {shown.isPasswordChanged && <p role="status">{w.mine.passwordChanged}</p>}
        <Form name="password" refused={refused} guards={false}>
          <Hidden name="act" value="password" />
          <TextInput
            name="currentPassword"
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
            name="passwordAgain"
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
                <img className="qr" alt={w.mine.factorImage} src={shown.factor.qr} width={192} height={192} />
                <p className="breaks">
                  {w.mine.factorKey({ key: new URL(shown.factor.uri).searchParams.get('secret') ?? '' })}
                </p>
                <p>{w.mine.factorCodes}</p>
                <code className="shown-once backup-codes">{shown.factor.codes.join('\n')}</code>
              </>
            )}
            <Form name="factorFinish" refused={refused} guards={false}>
              <Hidden name="act" value="factorFinish" />
              {shown.factor && (
                <>
                  <Hidden name="secretUri" value={shown.factor.uri} />
                  <Hidden name="secretCodes" value={shown.factor.codes.join(' ')} />
                </>
              )}
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
              name="currentPassword"
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
        <ul className="things">
          {loaderData.sessions.map((one) => (
            <li key={one.id}>
              <span>
                {one.device ? w.mine.deviceIs(one.device) : w.mine.unknownDevice}
                {one.isThis && ` (${w.mine.thisSession})`}
                <br />
                <span className="quiet figures">
                  {w.mine.since} {printAt(one.since)}
                  {one.address && `, ${one.address}`}
                </span>
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
          {w.mine.tokensHint} <a href="/api">{w.mine.tokensDescribed}</a>
        </p>
        {shown.token && (
          <Notice>
            <p>{w.mine.tokenOnce}</p>
            <code className="shown-once">{shown.token}</code>
          </Notice>
        )}
        {loaderData.tokens.length === 0 && <p className="quiet">{w.mine.tokensNone}</p>}
        <ul className="things">
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
          <div className="choices-wide">
            <Choices
              name="rights"
              label={w.mine.tokenRights}
              multiple
              required
              options={actor.rights.map((right) => ({ value: right, label: w.rights[right] ?? right }))}
            />
          </div>
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
