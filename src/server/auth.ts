import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { APIError, type BetterAuthOptions, betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { type Problem, problem } from '../pure/problem.ts'
import type { Config } from './config.ts'
import type { Jobs } from './ctx.ts'
import type { Pool } from './db/pool.ts'
import { type Log, withoutAddresses } from './log.ts'
import type { Mail } from './mail.ts'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A password as it is stored. */
export const hashPassword = (password: string): Promise<string> => hash(password, argon2)

/** What is stored of the token in a link to set a password; the token itself is in the link only. */
export const linkKey = (token: string): string => createHash('sha256').update(token).digest('base64url')

export type Auth = {
  /**
   * What is open of better-auth, `/api/auth/*`: sign-in, second factor, own sessions, reset. Everything else there does not
   * exist. A refusal is thrown as a Problem.
   */
  handle(request: Request): Promise<Response>
  /** Counts one more from this place; true when it is more than may be within a minute. */
  isFlood(what: string, place: string, most: number): Promise<boolean>
  /** The session token in a request's cookie, if the server itself has signed it. */
  sessionToken(cookieHeader: string | null): string | null
}

export type AuthParts = {
  pool: Pool
  config: Config
  log: Log
  /** The address that people type, without a slash at the end. */
  origin: string
  jobs: Jobs
  resetMail(to: { name: string; email: string }, url: string): Omit<Mail, 'to'>
}

/** The province's provider of OpenID Connect, where one is configured. */
export const provinceId = 'province'

const callbackPath = `/callback/${provinceId}`
const isOfProvince = (path: string) => path === callbackPath || path === '/sign-in/social'

const open: Record<string, 'GET' | 'POST'> = {
  '/sign-in/email': 'POST',
  '/sign-in/social': 'POST',
  [callbackPath]: 'GET',
  '/sign-out': 'POST',
  '/get-session': 'GET',
  '/list-sessions': 'GET',
  '/revoke-session': 'POST',
  '/request-password-reset': 'POST',
  '/reset-password': 'POST',
  '/change-password': 'POST',
  '/two-factor/enable': 'POST',
  '/two-factor/disable': 'POST',
  '/two-factor/verify-totp': 'POST',
  '/two-factor/verify-backup-code': 'POST',
}

/**
 * How often one mail address may be tried: from one place within a minute, and from everywhere within an hour (who guesses
 * from many places). Not by place alone: a whole class signs in behind one address of the network.
 */
const tries = { fromOnePlace: { most: 8, seconds: 60 }, fromEverywhere: { most: 100, seconds: 3600 } }

/**
 * How often one place may ask in a minute, whoever asks: against floods, and wide enough for a province behind one address of
 * the network. A challenge of the second factor has 5 tries besides, an account 10 before it rests: the library's own limits.
 */
const fromOnePlace: Record<string, number> = {
  '/request-password-reset': 20,
  '/reset-password': 20,
  '/change-password': 10,
  '/two-factor/enable': 60,
  '/two-factor/disable': 60,
  '/two-factor/verify-totp': 60,
  '/two-factor/verify-backup-code': 60,
}
const fromOnePlaceElse = 300

/** Links to one address: more would be a nuisance to its owner. Asking on looks the same and sends nothing. */
const links = { most: 3, seconds: 900 }

/** Sign-in by e-mail and password, second factor by TOTP, optionally one OpenID Connect provider of the province. */
export async function openAuth(parts: AuthParts): Promise<Auth> {
  const { pool } = parts
  const { rows } = await pool.query<{ value: string }>('select value from auth.secret')
  const secret = rows[0]?.value
  if (!secret) throw new Error('the installation has no secret')
  const auth = betterAuth(authOptions(parts, secret))
  const cookie = `${isSecure(parts.origin) ? '__Secure-' : ''}${cookiePrefix}.session_token`

  return {
    sessionToken: (header) => signedCookie(header, cookie, secret),
    isFlood: (what, place, most) => isOver(pool, keyOf('place', what, place), { most, seconds: 60 }),
    handle: async (request) => {
      const path = new URL(request.url).pathname.slice(basePath.length)
      if (open[path] !== request.method || (isOfProvince(path) && !parts.config.oidc))
        throw problem(404, 'access.notFound')
      const most = fromOnePlace[path] ?? fromOnePlaceElse
      if (await isOver(pool, keyOf('place', path, placeOf(request)), { most, seconds: 60 }))
        throw problem(429, 'access.tooManyTries')
      let counted: Buffer[] = []
      if (path === '/sign-in/email' || path === '/request-password-reset') {
        const address = await addressIn(request)
        if (address === null) throw problem(400, 'input.unreadable')
        if (path === '/sign-in/email') counted = await countTry(pool, address, placeOf(request))
        else if (await isOver(pool, keyOf('reset', address), links)) return Response.json({ status: true })
      }
      const answer = await auth.handler(request)
      if (answer.status >= 400) {
        const refused = await refusalOf(path, answer)
        if (path !== callbackPath) throw refused
        // The provider has sent a person here, not a program: the sentence stands on the page.
        return Response.redirect(`${parts.origin}/dang-nhap?error=${refused.code}`, 303)
      }
      // Only mistakes in a row are counted: who signs in every few minutes, from many windows, does nothing wrong.
      if (counted.length > 0) await pool.query('delete from auth.attempt where key = any ($1)', [counted])
      return answer
    },
  }
}

const basePath = '/api/auth'
const cookiePrefix = 'nhip'
const isSecure = (origin: string) => origin.startsWith('https:')

/** How better-auth is set up. Apart, so that a test can compare the tables that it expects with ours. */
export function authOptions(
  { pool, config, log, origin, jobs, resetMail }: AuthParts,
  secret: string,
): BetterAuthOptions {
  return {
    appName: 'Nhịp',
    baseURL: origin,
    basePath,
    secret,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message, ...about) => {
        const error = about.find((one) => one instanceof Error)
        log[level === 'error' ? 'warn' : 'debug'](
          { about: 'sign-in', ...(error && { err: error }) },
          withoutAddresses(message),
        )
      },
    },
    onAPIError: { errorURL: `${origin}/dang-nhap` },
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool: withDates(pool) }) }).withSchema('auth'),
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
      // By a job: who asks must not learn from the time it takes, or from a broken mail server, whether the address is known.
      sendResetPassword: async ({ user, token }) => {
        const url = `${origin}/dat-mat-khau?token=${encodeURIComponent(token)}`
        await jobs.later(
          'mail',
          { to: user.email, ...resetMail({ name: user.name, email: user.email }, url) },
          linkKey(token),
        )
      },
    },
    verification: {
      storeIdentifier: {
        default: 'plain',
        overrides: {
          [linkPrefix]: {
            hash: async (identifier) => linkPrefix + linkKey(identifier.slice(linkPrefix.length)),
          },
        },
      },
    },
    account: { accountLinking: { enabled: true, trustedProviders: [provinceId] } },
    // From sign-in to the end of a working day; looking at pages does not prolong it.
    session: { expiresIn: 60 * 60 * 12, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          // After the password or the provider was found right, so that only the owner learns it.
          before: async (session) => {
            const { rowCount } = await pool.query(
              'select from account where auth_user_id = $1 and not is_disabled',
              [session.userId],
            )
            if (!rowCount) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED', message: 'disabled' })
          },
        },
      },
    },
    // Counted below, by fixed minutes: the library's own window begins anew only after a minute without any request.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: isSecure(origin),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure(origin) },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    plugins: [
      twoFactor({ issuer: 'Nhịp' }),
      ...(config.oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: provinceId,
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
  }
}

/**
 * The house's connections, but instants come as `Date`: better-auth compares them with one, and an instant that is text is
 * neither before nor after it – no link would ever expire.
 */
function withDates(pool: Pool): PostgresPool {
  return {
    options: {},
    end: async () => {},
    connect: async () => {
      const client = await pool.connect()
      return {
        query: (text: string, values: unknown[]) => client.query({ text, values, types: pg.types }),
        release: () => client.release(),
      } as unknown as PostgresPoolClient
    },
  } as PostgresPool
}

const linkPrefix = 'reset-password:'

/** Set by our own server from the socket (or from the trusted proxy); what a client sends under this name is dropped. */
export const clientAddressHeader = 'x-nhip-client-address'

const placeOf = (request: Request) => request.headers.get(clientAddressHeader) ?? ''

const keyOf = (...parts: string[]): Buffer => createHash('sha256').update(parts.join('\n')).digest()

/** The mail address that a JSON body names, in small letters; null when it cannot be read. */
async function addressIn(request: Request): Promise<string | null> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return null
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null)
  const email = (body as { email?: unknown } | null)?.email
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 200) : null
}

/** Counts a sign-in before it is tried. Returns the keys that a right password clears. */
async function countTry(pool: Pool, address: string, place: string): Promise<Buffer[]> {
  const here = keyOf('sign-in', address, place)
  const everywhere = keyOf('sign-in', address)
  if (
    (await isOver(pool, here, tries.fromOnePlace)) ||
    (await isOver(pool, everywhere, tries.fromEverywhere))
  )
    throw problem(429, 'access.tooManyTries')
  return [here, everywhere]
}

/** Counts one more; true when it is more than may be within the time that began with the first. One statement, any number of servers. */
async function isOver(pool: Pool, key: Buffer, limit: { most: number; seconds: number }): Promise<boolean> {
  const { rows } = await pool.query<{ tries: number }>(
    `insert into auth.attempt as a (key, tries, since) values ($1, 1, now())
     on conflict (key) do update set
       tries = case when a.since < now() - make_interval(secs => $2) then 1 else a.tries + 1 end,
       since = case when a.since < now() - make_interval(secs => $2) then now() else a.since end
     returning tries`,
    [key, limit.seconds],
  )
  const count = rows[0]?.tries ?? 0
  if (count === 1) await pool.query(`delete from auth.attempt where since < now() - interval '1 hour'`)
  return count > limit.most
}

/** better-auth's refusal in the words of the house. */
async function refusalOf(path: string, answer: Response): Promise<Problem> {
  const said = (await answer.json().catch(() => ({}))) as { code?: string; message?: string }
  if (answer.status >= 500) throw new Error(`sign-in failed at ${path}: ${said.code ?? answer.status}`)
  const code = said.code ?? ''
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return problem(429, 'access.factorLocked')
  if (code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return problem(429, 'access.signInAgain')
  if (answer.status === 429) return problem(429, 'access.tooManyTries')
  if (code === 'ACCOUNT_DISABLED') return problem(403, 'access.disabled')
  if (code === 'INVALID_PASSWORD') return problem(422, 'access.wrongPassword')
  if (code === 'PASSWORD_TOO_SHORT' || code === 'PASSWORD_TOO_LONG')
    return problem(422, 'input.wrong', {}, [{ path: 'newPassword', code: 'field.password' }])
  if (path === '/sign-in/email') return problem(401, 'access.wrongSignIn')
  if (path === '/reset-password') return problem(410, 'access.linkExpired')
  if (path.startsWith('/two-factor/verify')) return problem(401, 'access.wrongCode')
  if (answer.status === 401) return problem(401, 'access.signInFirst')
  return problem(answer.status, 'input.unreadable')
}

/** The value of a cookie that this server has signed (`value.base64-of-HMAC-SHA256`), or null. */
export function signedCookie(header: string | null, name: string, secret: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at < 0 || part.slice(0, at).trim() !== name) continue
    const text = decoded(part.slice(at + 1).trim())
    const dot = text.lastIndexOf('.')
    if (dot < 1) continue
    const value = text.slice(0, dot)
    const given = Buffer.from(text.slice(dot + 1), 'base64')
    const due = createHmac('sha256', secret).update(value).digest()
    if (given.length === due.length && timingSafeEqual(given, due)) return value
  }
  return null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A cookie that somebody made up is no cookie.
    return ''
  }
}
