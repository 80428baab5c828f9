import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, isIP } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import type { Logger } from 'pino'
import { type Problem, problem } from '../../pure/problem.ts'
import type { Locale } from '../../pure/words.ts'
import { type Auth, clientAddressHeader } from '../auth.ts'
import type { Config } from '../config.ts'
import { answerOf, type Sentences } from '../sentences.ts'
import type { Visitor } from '../visitor.ts'
import { refusalPage } from './refusal-page.ts'

type Env = { Bindings: HttpBindings; Variables: { requestId: string; nonce: string; locale: Locale } }

export type HttpParts = {
  config: Config
  log: Logger
  sentences: Sentences
  auth: Auth
  /** The address that people type, without a slash at the end. */
  origin: string
  /** Who asks: by the token, where one is given, and then by nothing else; or by the session in the cookie. */
  findVisitor(who: Credentials, requestId: string, locale: Locale): Promise<Visitor>
  /** `/api/*`: null when no procedure has that address. */
  api(request: Request, visitor: Visitor): Promise<Response | null>
  /** A page, rendered for this visitor. */
  page(request: Request, visitor: Visitor, nonce: string): Promise<Response>
  /** The description at `/api`. */
  openApi(): Promise<unknown>
  describe: { html(nonce: string): string; scriptFile: string }
  /** Does the database answer? */
  isHealthy(): Promise<boolean>
  /** While pages are built as they are asked for, their sheets come as elements of the page, without a nonce. */
  hasInlineSheets: boolean
  /** Folder of the built pages' files. */
  clientFolder: string
  problemOf(error: unknown): Problem | null
}

export type Credentials = { token: string | null; session: string | null }

/** What a request may weigh: a form with a file of 20 MB and what stands around it; anything else much less. */
const limits = {
  form: { bytes: 22 * 1024 * 1024, megabytes: 20 },
  other: { bytes: 12 * 1024 * 1024, megabytes: 10 },
}

/** A sheet of a survey, sent by anybody who has a link. So many a minute from one place: a hall of classes, not a flood. */
const sheets = /^\/(?:khao-sat|moi|api\/public-surveys|api\/public-invitations)\//
const sheetLimit = 200 * 1024
const sheetsAMinute = 600

/** An address for the log: a link that is a key by itself does not stand there. */
const withoutLink = (path: string) =>
  path.replace(
    /^\/(khao-sat|moi|phoi-hop\/lich|lich-giang|api\/public-surveys|api\/public-invitations|api\/teaching-feeds|api\/coordination\/feed)\/[^/]{20,}/,
    '/$1/…',
  )

const healthMs = 2000

/** The one HTTP door: health, files, sign-in, API, pages. Keeps nothing between two requests. */
export function makeHttp(parts: HttpParts) {
  const { config, log, sentences, origin } = parts
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    const began = performance.now()
    const requestId = randomUUID()
    const nonce = randomBytes(16).toString('base64')
    c.set('requestId', requestId)
    c.set('nonce', nonce)
    c.set('locale', localeOf(c.req.raw))
    await next()
    c.res.headers.set('X-Request-Id', requestId)
    // The path only: what follows it may hold a name that was searched for, or a link's token.
    const path = withoutLink(new URL(c.req.url).pathname)
    // RapiDoc writes sheets of its own into the description, and takes no nonce for them.
    const styles = path === '/api' || parts.hasInlineSheets ? "'unsafe-inline'" : `'nonce-${nonce}'`
    secure(c.res.headers, nonce, styles, origin.startsWith('https:'))
    const { status } = c.res
    if (status < 400 && (path.startsWith('/assets/') || path === '/healthz')) return
    const milliseconds = Math.round((performance.now() - began) * 10) / 10
    log.info({ requestId, method: c.req.method, path, status, milliseconds }, 'request')
  })

  app.get('/healthz', async (c) =>
    (await within(healthMs, parts.isHealthy()).catch(() => false))
      ? c.json({ status: 'ok' })
      : c.json({ status: 'database unreachable' }, 503),
  )

  app.use(compress({ threshold: 1024 }))

  app.use(
    '/assets/*',
    serveStatic({
      root: parts.clientFolder,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.get('/assets/*', (c) => c.notFound())
  app.use(
    '/favicon.svg',
    serveStatic({
      root: parts.clientFolder,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=86400'),
    }),
  )

  for (const path of ['/khao-sat/*', '/moi/*', '/api/public-surveys/*', '/api/public-invitations/*'])
    app.use(
      path,
      bodyLimit({
        maxSize: sheetLimit,
        onError: (c) => refuse(c as Context<Env>, problem(413, 'surveys.tooLong')),
      }),
    )
  const limited = ({ bytes, megabytes }: (typeof limits)['form']) =>
    bodyLimit({
      maxSize: bytes,
      onError: (c) => refuse(c as Context<Env>, problem(413, 'file.tooLarge', { megabytes })),
    })
  const [form, other] = [limited(limits.form), limited(limits.other)]
  app.use((c, next) =>
    c.req.header('content-type')?.startsWith('multipart/form-data') ? form(c, next) : other(c, next),
  )

  // A form sent by another site carries that site's origin: refused before anything looks at it. A token needs no such
  // check, because no browser sends it by itself.
  app.use(async (c, next) => {
    const { method } = c.req
    if (method === 'GET' || method === 'HEAD' || tokenIn(c.req.raw) !== null) return next()
    if (isOwnForm(c.req.raw, origin, config)) return next()
    return refuse(c, problem(403, 'server.foreignOrigin', config.origin ? { origin: config.origin } : {}))
  })

  app.use(async (c, next) => {
    if (c.req.method !== 'POST' || !sheets.test(new URL(c.req.url).pathname)) return next()
    const place = clientAddress(c.req.raw, c.env.incoming, config)
    if (await parts.auth.isFlood('survey', place, sheetsAMinute))
      return refuse(c, problem(429, 'surveys.tooMany'))
    return next()
  })

  app.all('/api/auth/*', (c) => parts.auth.handle(seen(c, config, origin)))
  app.get('/api/openapi.json', async (c) => c.json(await parts.openApi()))
  app.get('/api', (c) => c.html(parts.describe.html(c.get('nonce'))))
  app.get('/api/reference.js', serveStatic({ path: parts.describe.scriptFile }))

  app.all('/api/*', async (c) => {
    const visitor = await visitorOf(c)
    const answer = await parts.api(asGet(c.req.raw), visitor)
    return answer ?? refuse(c, problem(404, 'api.unknown'))
  })

  app.all('*', async (c) => {
    const visitor = await visitorOf(c)
    return parts.page(seen(c, config, origin), visitor, c.get('nonce'))
  })

  app.notFound((c) => refuse(c, problem(404, 'access.notFound')))

  app.onError((error, c) => {
    const requestId = c.get('requestId')
    const found = parts.problemOf(error)
    if (!found) log.error({ requestId, err: error }, 'bug')
    else if (found.status >= 500) log.warn({ requestId, err: error }, found.code)
    return refuse(c, found ?? problem(500, 'server.bug', { requestId }))
  })

  function visitorOf(c: Context<Env>): Promise<Visitor> {
    const token = tokenIn(c.req.raw)
    const session = token === null ? parts.auth.sessionToken(c.req.header('cookie') ?? null) : null
    return parts.findVisitor({ token, session }, c.get('requestId'), c.get('locale'))
  }

  /** A refusal at the door: a Problem for programs, a plain page for who looks at it in a browser. */
  function refuse(c: Context<Env>, found: Problem): Response {
    const answer = answerOf(found, sentences, c.get('locale'), c.get('requestId'))
    const { status } = answer
    if (!isApi(c.req.raw) && c.req.header('accept')?.includes('text/html'))
      return new Response(refusalPage(answer, c.get('locale'), c.get('nonce')), {
        status,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      })
    return Response.json(answer, { status, headers: { 'Content-Type': 'application/problem+json' } })
  }

  return app
}

/** A handler in Node's manner that passes on what it does not know. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** What answers once everything is ready. */
export type Door = { port: number; open(app: ReturnType<typeof makeHttp>): void; close(): Promise<void> }

const lastAnswersMs = 5000

/**
 * Takes the port, so that the address is known (`PORT=0`) and a port in use is found before anything is started: a Problem
 * with the number in its sentence. Until `open` every request is told to wait.
 */
export function listen(config: Config, middleware?: Middleware): Promise<Door> {
  let own: ReturnType<typeof getRequestListener> | null = null
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (own) void own(request, response)
    else response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain' }).end('starting\n')
  }
  const server = createServer((request, response) => {
    if (middleware) middleware(request, response, () => answer(request, response))
    else answer(request, response)
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? problem(500, 'server.portTaken', { port: config.port }) : error),
    )
    server.listen(config.port, config.host, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        open: (app) => {
          own = getRequestListener(app.fetch)
        },
        close: () => closed(server),
      }),
    )
  })
}

/** Takes no more requests, lets those that are being answered end, and cuts what is not done in time. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), lastAnswersMs)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}

const isApi = (request: Request) => {
  const { pathname } = new URL(request.url)
  return pathname === '/api' || pathname.startsWith('/api/')
}

/** The token of a program, which only the API takes. */
function tokenIn(request: Request): string | null {
  if (!isApi(request)) return null
  const given = /^Bearer(?:\s+(.*))?$/i.exec(request.headers.get('authorization') ?? '')
  return given ? (given[1] ?? '') : null
}

/**
 * Was this sent by a page of ours? Browsers name the origin of every form and every fetch that can change something; where
 * one is old enough not to, its referrer must be ours. Who sends neither and has no cookie of ours acts in nobody's name.
 */
function isOwnForm(request: Request, origin: string, config: Config): boolean {
  const from = request.headers.get('origin')
  if (from !== null) return isOurs(from, request, origin, config)
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const referrer = request.headers.get('referer')
  if (referrer !== null && URL.canParse(referrer))
    return isOurs(new URL(referrer).origin, request, origin, config)
  return !request.headers.has('cookie')
}

function isOurs(from: string, request: Request, origin: string, config: Config): boolean {
  if (from === origin) return true
  // Without a configured address people may come by any name of this machine: the form's origin must be the one it was sent to.
  return config.origin === null && from === new URL(request.url).origin
}

/**
 * The request as the visitor made it: under the address that people type (a proxy in front may have ended TLS and changed
 * the host), and with the client's address where sign-in counts attempts.
 */
function seen(c: Context<Env>, config: Config, origin: string): Request {
  const request = c.req.raw
  const headers = new Headers(request.headers)
  headers.set(clientAddressHeader, clientAddress(request, c.env.incoming, config))
  const isChecked = request.method !== 'GET' && request.method !== 'HEAD'
  // The origin was checked at the door; sign-in knows only one of ours.
  if (isChecked && isAuth(request)) headers.set('origin', origin)
  else if (isChecked && config.origin) headers.set('origin', config.origin)
  if (!config.origin) return new Request(request, { headers })
  const { pathname, search } = new URL(request.url)
  headers.set('host', new URL(config.origin).host)
  return new Request(config.origin + pathname + search, {
    method: request.method,
    headers,
    signal: request.signal,
    ...(isChecked && request.body && { body: request.body, duplex: 'half' }),
  } as RequestInit)
}

const isAuth = (request: Request) => new URL(request.url).pathname.startsWith('/api/auth/')

function clientAddress(request: Request, incoming: IncomingMessage | undefined, config: Config): string {
  // The last entry is the one that our own proxy has written; those before it are whatever the client claims.
  const forwarded = config.trustProxy
    ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  if (forwarded && isIP(forwarded)) return forwarded
  return incoming?.socket?.remoteAddress ?? '127.0.0.1'
}

/** A HEAD is a GET whose body nobody reads; Hono drops it. */
const asGet = (request: Request): Request =>
  request.method === 'HEAD'
    ? new Request(request.url, { method: 'GET', headers: request.headers, signal: request.signal })
    : request

/** Vietnamese unless the visitor chose English. */
export function localeOf(request: Request): Locale {
  return /(?:^|;\s*)nhip_locale=en(?:;|$)/.test(request.headers.get('cookie') ?? '') ? 'en' : 'vi'
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function secure(headers: Headers, nonce: string, styles: string, isSecure: boolean): void {
  headers.set(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self' ${styles}`,
      // The bars of a chart carry their length as an attribute.
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
  )
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('X-Frame-Options', 'DENY')
  headers.set('Referrer-Policy', 'same-origin')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'geolocation=(), microphone=()')
  if (isSecure) headers.set('Strict-Transport-Security', 'max-age=31536000')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
}
