import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import type { Logger } from 'pino'
import { type Problem, problem } from '../../pure/problem.ts'
import type { Locale } from '../../pure/words.ts'
import { type Auth, clientAddressHeader } from '../auth.ts'
import type { Config } from '../config.ts'
import { answerOf, type Sentences } from '../sentences.ts'
import type { Visitor } from '../visitor.ts'

type Env = { Bindings: HttpBindings; Variables: { requestId: string; nonce: string; locale: Locale } }

export type HttpParts = {
  config: Config
  log: Logger
  sentences: Sentences
  auth: Auth
  /** The address that people type, without a slash at the end. */
  origin: string
  findVisitor(request: Request, requestId: string, locale: Locale): Promise<Visitor>
  /** `/api/*`: null when no procedure has that address. */
  api(request: Request, visitor: Visitor): Promise<Response | null>
  /** A page, rendered for this visitor. */
  page(request: Request, visitor: Visitor, nonce: string): Promise<Response>
  /** The description at `/api`. */
  openApi(): Promise<unknown>
  describe: { html(nonce: string): string; scriptFile: string }
  /** Does the database answer? */
  isHealthy(): Promise<boolean>
  /** Folder of the built pages' files. */
  clientFolder: string
  problemOf(error: unknown): Problem | null
}

const uploadLimit = 12 * 1024 * 1024

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
    secure(c.res.headers, nonce, origin.startsWith('https:'))
    const { pathname } = new URL(c.req.url)
    const milliseconds = Math.round((performance.now() - began) * 10) / 10
    if (!pathname.startsWith('/assets/')) {
      log.info(
        { requestId, method: c.req.method, path: pathname, status: c.res.status, milliseconds },
        'request',
      )
    }
  })

  app.get('/healthz', async (c) =>
    (await parts.isHealthy().catch(() => false))
      ? c.json({ status: 'ok' })
      : c.json({ status: 'database unreachable' }, 503),
  )

  app.use(
    '/assets/*',
    serveStatic({
      root: parts.clientFolder,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.use('/favicon.svg', serveStatic({ root: parts.clientFolder }))

  app.use(compress({ threshold: 1024 }))
  app.use(
    bodyLimit({
      maxSize: uploadLimit,
      onError: (c) =>
        refusal(problem(413, 'file.tooLarge', { megabytes: 10 }), c.get('locale'), c.get('requestId')),
    }),
  )

  // A form sent by another site carries that site's origin: refused before anything looks at it.
  app.use(async (c, next) => {
    const { method } = c.req
    if (method !== 'GET' && method !== 'HEAD' && !c.req.header('authorization')) {
      const from = c.req.header('origin')
      if (
        from === undefined
          ? c.req.header('sec-fetch-site') === 'cross-site'
          : !isOurs(from, c.req.raw, origin, config)
      ) {
        return refusal(problem(403, 'server.foreignOrigin'), c.get('locale'), c.get('requestId'))
      }
    }
    return next()
  })

  app.all('/api/auth/*', (c) => parts.auth.handle(fromClient(c.req.raw, c.env.incoming, config)))
  app.get('/api/openapi.json', async (c) => c.json(await parts.openApi()))
  app.get('/api', (c) => c.html(parts.describe.html(c.get('nonce'))))
  app.get('/api/reference.js', serveStatic({ path: parts.describe.scriptFile }))

  app.all('/api/*', async (c) => {
    const visitor = await parts.findVisitor(c.req.raw, c.get('requestId'), c.get('locale'))
    const answer = await parts.api(c.req.raw, visitor)
    return answer ?? refusal(problem(404, 'access.notFound'), c.get('locale'), c.get('requestId'))
  })

  app.all('*', async (c) => {
    const visitor = await parts.findVisitor(c.req.raw, c.get('requestId'), c.get('locale'))
    return parts.page(fromClient(c.req.raw, c.env.incoming, config), visitor, c.get('nonce'))
  })

  app.onError((error, c) => {
    const requestId = c.get('requestId')
    const found = parts.problemOf(error)
    if (!found) log.error({ requestId, err: error }, 'bug')
    return refusal(found ?? problem(500, 'server.bug', { requestId }), c.get('locale'), requestId)
  })

  function refusal(found: Problem, locale: Locale, requestId: string): Response {
    return Response.json(answerOf(found, sentences, locale, requestId), {
      status: found.status,
      headers: { 'Content-Type': 'application/problem+json' },
    })
  }

  return app
}

/** A handler in Node's manner that passes on what it does not know. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** Listens; resolves with the port that was taken. A port in use is a Problem with the number in its sentence. */
export function listen(
  app: ReturnType<typeof makeHttp>,
  config: Config,
  middleware?: Middleware,
): Promise<{ server: Server; port: number }> {
  const own = getRequestListener(app.fetch)
  const server = createServer((request, response) => {
    if (middleware) middleware(request, response, () => void own(request, response))
    else void own(request, response)
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? problem(500, 'server.portTaken', { port: config.port }) : error),
    )
    server.listen(config.port, config.host, () =>
      resolve({ server, port: (server.address() as AddressInfo).port }),
    )
  })
}

/** The request with the client's address where sign-in counts attempts, and nowhere else. */
function fromClient(request: Request, incoming: IncomingMessage | undefined, config: Config): Request {
  const forwarded = config.trustProxy
    ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  const headers = new Headers(request.headers)
  headers.set(clientAddressHeader, forwarded ?? incoming?.socket?.remoteAddress ?? '127.0.0.1')
  return new Request(request, { headers })
}

function isOurs(from: string, request: Request, origin: string, config: Config): boolean {
  if (from === origin) return true
  // Without a configured address people may come by any name of this machine: the form's origin must be the one it was sent to.
  return config.origin === null && from === new URL(request.url).origin
}

/** Vietnamese unless the visitor chose English. */
export function localeOf(request: Request): Locale {
  return /(?:^|;\s*)nhip_locale=en(?:;|$)/.test(request.headers.get('cookie') ?? '') ? 'en' : 'vi'
}

function secure(headers: Headers, nonce: string, isSecure: boolean): void {
  headers.set(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}'`,
      "style-src 'self' 'unsafe-inline'",
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
  headers.set('Referrer-Policy', 'same-origin')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'geolocation=(), microphone=()')
  if (isSecure) headers.set('Strict-Transport-Security', 'max-age=31536000')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
}
