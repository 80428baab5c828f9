import { createHmac, timingSafeEqual } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import type { Config } from './config.ts'
import type { Pool } from './db/pool.ts'
import type { SendMail } from './mail.ts'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A password as it is stored. */
export const hashPassword = (password: string): Promise<string> => hash(password, argon2)

export type Auth = {
  /** better-auth's own door, `/api/auth/*`: sign-in, second factor, sessions, reset. Rate limits live in the database. */
  handle(request: Request): Promise<Response>
  /** The session token in a request's cookie, if the server itself has signed it. */
  sessionToken(cookieHeader: string | null): string | null
}

export type AuthParts = {
  pool: Pool
  config: Config
  origin: string
  sendMail: SendMail
  resetMail(to: { name: string; email: string }, url: string): { subject: string; text: string }
}

/** Sign-in by e-mail and password, second factor by TOTP, optionally one OpenID Connect provider of the province. */
export async function openAuth({ pool, config, origin, sendMail, resetMail }: AuthParts): Promise<Auth> {
  const { rows } = await pool.query<{ value: string }>('select value from auth.secret')
  const secret = rows[0]?.value
  if (!secret) throw new Error('the installation has no secret')
  const isSecure = origin.startsWith('https:')
  const auth = betterAuth({
    appName: 'Nhịp',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool }) }).withSchema('auth'),
      type: 'postgres',
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash: stored, password }) => verify(stored, password) },
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url }) => {
        await sendMail({ to: user.email, ...resetMail({ name: user.name, email: user.email }, url) })
      },
    },
    session: { expiresIn: 60 * 60 * 12, updateAge: 60 * 30 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 8 },
        '/request-password-reset': { window: 300, max: 5 },
        '/two-factor/verify-totp': { window: 60, max: 8 },
        '/two-factor/verify-backup-code': { window: 60, max: 8 },
      },
    },
    advanced: {
      cookiePrefix: 'nhip',
      useSecureCookies: isSecure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    plugins: [
      twoFactor({ issuer: 'Nhịp' }),
      ...(config.oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: 'province',
                  discoveryUrl: config.oidc.discoveryUrl,
                  clientId: config.oidc.clientId,
                  clientSecret: config.oidc.clientSecret,
                  pkce: true,
                  disableSignUp: true,
                  scopes: ['openid', 'email', 'profile'],
                },
              ],
            }),
          ]
        : []),
    ],
  })
  const cookie = `${isSecure ? '__Secure-' : ''}nhip.session_token`
  return {
    handle: (request) => auth.handler(request),
    sessionToken: (header) => signedCookie(header, cookie, secret),
  }
}

/** Set by our own server from the socket (or from the trusted proxy); what a client sends under this name is dropped. */
export const clientAddressHeader = 'x-nhip-client-address'

/** The value of a cookie that this server has signed (`value.base64-of-HMAC-SHA256`), or null. */
export function signedCookie(header: string | null, name: string, secret: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at < 0 || part.slice(0, at).trim() !== name) continue
    const text = decodeURIComponent(part.slice(at + 1).trim())
    const dot = text.lastIndexOf('.')
    if (dot < 1) return null
    const value = text.slice(0, dot)
    const given = Buffer.from(text.slice(dot + 1), 'base64')
    const due = createHmac('sha256', secret).update(value).digest()
    return given.length === due.length && timingSafeEqual(given, due) ? value : null
  }
  return null
}
