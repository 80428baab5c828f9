import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { createRouterClient, type Router } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { Logger } from 'pino'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { Api } from './api.ts'
import { contract } from './contract.ts'
import { actorOfAccount, actorOfSession, actorOfToken, type Known, school } from './modules/access/index.ts'
import { rightNames } from './modules/access/rights.ts'
import { mailReminders, remindEveryMorning } from './modules/coordination/index.ts'
import { forgetFilesEveryNight } from './modules/exchange/index.ts'
import { settleEveryNight } from './modules/people/index.ts'
import { solveScenarios } from './modules/planner/index.ts'
import { turnCampaignsEveryNight } from './modules/surveys/index.ts'
import { tendInvitationsEveryMorning } from './modules/teaching/index.ts'
import { todayIn } from './pure/day.ts'
import { Problem, type ProblemAnswer, problem } from './pure/problem.ts'
import type { Locale } from './pure/words.ts'
import { sentences } from './sentences.ts'
import { type Auth, openAuth } from './server/auth.ts'
import { type Clock, machineClock } from './server/clock.ts'
import type { Config } from './server/config.ts'
import type { Jobs } from './server/ctx.ts'
import { migrate } from './server/db/migrate.ts'
import { type Connection, openPool, type Pool } from './server/db/pool.ts'
import { asOwner } from './server/db/transaction.ts'
import { type CallContext, type House, makeRouter, problemOf } from './server/gate.ts'
import { apiLead, describePage, describeScript } from './server/http/describe.ts'
import { listen, type Middleware, makeHttp } from './server/http/server.ts'
import { openJobs } from './server/jobs.ts'
import { type Mail, openMail, type SendMail } from './server/mail.ts'
import { watchDisk } from './server/postgres/disk.ts'
import { openPostgres, startPostgres } from './server/postgres/supervisor.ts'
import { answerOf, sentenceOf } from './server/sentences.ts'
import type { Visitor } from './server/visitor.ts'
import { constraints, services } from './services.ts'
import type { Visit } from './ui/visit.ts'

export const root = join(import.meta.dirname, '..')

/** An installation's database, migrated, however it is reached. */
export type Database = { pool: Pool; connection: Connection; close(): Promise<void> }

/**
 * Opens the database of this configuration and brings it to the newest structure.
 * @param hold `server`: this process runs the embedded PostgreSQL; `command`: it joins one that runs, or runs it meanwhile
 */
export async function openDatabase(
  config: Config,
  hold: 'server' | 'command',
  log: Logger,
): Promise<Database> {
  const given = config.databaseUrl
  const postgres = given
    ? null
    : await (hold === 'server' ? startPostgres : openPostgres)({
        dataDir: config.dataDir,
        onDeath: (event) => {
          log.error({ event }, 'postgres died')
          // Whoever supervises this process starts it again; without a database it can do nothing.
          if (!event.restarted) process.exit(1)
        },
      })
  const connection: Connection = given
    ? { connectionString: given }
    : (postgres as NonNullable<typeof postgres>).connection
  const pool = openPool(connection)
  pool.on('error', (error) => log.warn({ err: error }, 'an idle connection to the database was lost'))
  const close = async () => {
    await pool.end().catch(() => {})
    await postgres?.stop()
  }
  try {
    await migrate(pool, join(root, 'db/migrations'))
  } catch (error) {
    await close()
    if (/ECONNREFUSED|ENOTFOUND|ENOENT|ETIMEDOUT/.test(String((error as NodeJS.ErrnoException).code)))
      throw problem(500, 'database.unreachable')
    throw error
  }
  return { pool, connection, close }
}

export type AppParts = {
  pool: Pool
  config: Config
  log: Logger
  clock?: Clock
  firstWall?: boolean
  lowDisk?: House['lowDisk']
  jobsIn?: House['jobsIn']
}

export type App = {
  house: House
  /** The contract as functions, for this visitor; a refusal is a Problem that carries its `answer`. */
  clientFor(visitor: Visitor): Api
  visitorOf(known: Known | null, locale?: Locale): Visitor
  /** The command line: sees and may do everything, under a name of its own in the record. */
  commandLine(): Promise<Visitor>
  /** `/api/*` for this visitor. */
  api(request: Request, visitor: Visitor): Promise<Response | null>
  openApi(): Promise<unknown>
}

const converters = [new ZodToJsonSchemaConverter()]
const noJobs = (): Jobs => ({ later: async () => {} })

/** The house without its doors: contract, services, rights, walls. */
export function makeApp(parts: AppParts): App {
  const clock = parts.clock ?? machineClock
  const house: House = {
    pool: parts.pool,
    config: parts.config,
    log: parts.log,
    constraints,
    sentences,
    jobsIn: parts.jobsIn ?? noJobs,
    lowDisk: parts.lowDisk ?? (() => null),
    firstWall: parts.firstWall ?? true,
  }
  // biome-ignore lint/suspicious/noExplicitAny: the contract is typed; makeRouter walks it
  const router = makeRouter(house, contract as any, services as any) as Router<any, CallContext>
  const handler = new OpenAPIHandler<CallContext>(router, {
    plugins: [new SmartCoercionPlugin({ schemaConverters: converters })],
    interceptors: [
      async (options) => {
        try {
          return await options.next()
        } catch (error) {
          ;(options.context as CallContext & { caught?: unknown }).caught = error
          throw error
        }
      },
    ],
  })

  let described: Promise<unknown> | undefined
  const visitorOf = (
    known: Known | null,
    locale: Locale = 'vi',
    requestId: string = randomUUID(),
  ): Visitor => ({
    actor: known?.actor ?? null,
    scopeFor: known?.scopeFor ?? (() => ({ all: false, unitIds: [], personId: null })),
    locale,
    requestId,
    now: clock.now(),
  })

  return {
    house,
    visitorOf,
    clientFor: (visitor) =>
      createRouterClient(router, {
        context: { visitor },
        interceptors: [
          async ({ next }) => {
            try {
              return await next()
            } catch (error) {
              const found = problemOf(error, constraints)
              if (!found) throw error
              throw Object.assign(found, {
                answer: answerOf(found, sentences, visitor.locale, visitor.requestId),
              })
            }
          },
        ],
      }) as unknown as Api,
    commandLine: async () => {
      const { rows } = await parts.pool.query<{ id: number }>(
        'select id from account where auth_user_id is null order by id limit 1',
      )
      const known = await actorOfAccount(
        parts.pool,
        rows[0]?.id ?? 0,
        todayIn(parts.config.timeZone, clock.now()),
      )
      if (!known) throw new Error('the command line has no account')
      return visitorOf({ actor: { ...known.actor, rights: allRights() }, scopeFor: () => ({ all: true }) })
    },
    api: async (request, visitor) => {
      const context: CallContext & { caught?: unknown } = { visitor }
      const { matched, response } = await handler.handle(request, { prefix: '/api', context })
      if (!matched || !response) return null
      if (context.caught === undefined) return toTakeHome(response)
      // What could not be decoded was thrown by the decoder itself; oRPC answers 400 to that, and only to that.
      const isUnreadable = response.status === 400 && !(context.caught instanceof Problem)
      const found =
        problemOf(context.caught, constraints) ?? (isUnreadable ? problem(400, 'input.unreadable') : null)
      if (!found) parts.log.error({ requestId: visitor.requestId, err: context.caught }, 'bug')
      else if (found.status >= 500)
        parts.log.warn({ requestId: visitor.requestId, err: context.caught }, found.code)
      const answer = answerOf(
        found ?? problem(500, 'server.bug', { requestId: visitor.requestId }),
        sentences,
        visitor.locale,
        visitor.requestId,
      )
      return Response.json(answer, {
        status: answer.status,
        headers: { 'Content-Type': 'application/problem+json' },
      })
    },
    openApi: () => {
      described ??= describeApi()
      return described
    },
  }
}

/** A file of the contract is one to take home: whatever somebody has sent in, no browser opens it in the house's own name. */
function toTakeHome(response: Response): Response {
  const disposition = response.headers.get('content-disposition')
  if (disposition?.startsWith('inline;'))
    response.headers.set('content-disposition', disposition.replace(/^inline/, 'attachment'))
  return response
}

/** The description of the whole contract. It takes half a second, so that it is made once. */
async function describeApi(): Promise<unknown> {
  const description = await new OpenAPIGenerator({ schemaConverters: converters }).generate(contract, {
    info: { title: 'Nhịp', version: '1', description: apiLead },
    servers: [{ url: '/api' }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    security: [{ token: [] }],
  })
  // One group a module: a list of a hundred addresses is not read.
  for (const path of Object.values(description.paths ?? {}))
    for (const operation of Object.values(path ?? {}) as { operationId?: string; tags?: string[] }[])
      if (operation?.operationId) operation.tags = [operation.operationId.split('.')[0] as string]
  return description
}

const allRights = (): string[] => [
  ...new Set([
    // Also those that a service asks for inside, as an import does.
    ...rightNames,
    ...Object.values(contract).flatMap((module) =>
      Object.values(module).map((procedure) => procedure['~orpc'].meta.can),
    ),
  ]),
]

/** A running server and the way to end it. */
export type Served = { port: number; origin: string; app: App; close(): Promise<void> }

export type ServeOptions = {
  loadPages?: () => Promise<ServerBuild>
  clock?: Clock
  /** Asked before our own routes: the page builder of `npm run dev`. */
  middleware?: Middleware
  /** Instead of looking at the disk: for tests. */
  lowDisk?: House['lowDisk']
  /** Done on the migrated database before anybody can come in: the sample of the first start. */
  prepare?: (app: App) => Promise<void>
}

/** Everything together: database, jobs, sign-in, pages, HTTP. Whatever fails on the way, nothing is left running. */
export async function serve(config: Config, log: Logger, options: ServeOptions = {}): Promise<Served> {
  const opened: (() => Promise<void>)[] = []
  const close = async () => {
    for (const end of opened.splice(0).reverse())
      await end().catch((error: unknown) => log.warn({ err: error }, 'did not stop cleanly'))
  }
  try {
    return { ...(await serveThrough(config, log, options, (end) => void opened.push(end))), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function serveThrough(
  config: Config,
  log: Logger,
  options: ServeOptions,
  onClose: (end: () => Promise<void>) => void,
): Promise<Omit<Served, 'close'>> {
  const clock = options.clock ?? machineClock
  const loadPages = options.loadPages ?? builtPages()
  const database = await openDatabase(config, 'server', log)
  onClose(database.close)
  const { pool } = database
  await options.prepare?.(makeApp({ pool, config, log, clock }))
  const lowDisk = options.lowDisk ?? (config.databaseUrl ? () => null : await lowDiskOf(config, log, onClose))
  const sendMail: SendMail = openMail(config, log)
  const jobs = await openJobs(
    pool,
    database.connection,
    [
      { name: 'mail', run: (payload) => sendMail(payload as Mail), keptSeconds: 3600 },
      settleEveryNight({ pool, config, clock }),
      solveScenarios({ pool, config, clock }),
      forgetFilesEveryNight({ pool, config, clock }),
      turnCampaignsEveryNight({ pool, config, clock }),
      remindEveryMorning({ pool, config, clock }),
      mailReminders({ pool, config, clock }),
      tendInvitationsEveryMorning({ pool, config, clock }),
    ],
    log,
  )
  onClose(jobs.stop)
  const door = await listen(config, options.middleware)
  onClose(door.close)
  const origin = config.origin ?? `http://localhost:${door.port}`
  if (config.smtpUrl && !config.origin)
    log.warn({ origin }, 'links in mails lead to this machine only: set NHIP_ORIGIN')
  const app = makeApp({ pool, config, log, clock, lowDisk, jobsIn: jobs.jobsIn })
  const auth = await openAuth({
    pool,
    config,
    log,
    origin,
    jobs: jobs.jobs,
    resetMail: ({ name }, url) => ({
      subject: sentenceOf(sentences, 'vi', 'access.resetSubject', {}),
      text: sentenceOf(sentences, 'vi', 'access.resetText', { name, url }),
    }),
  })

  door.open(
    makeHttp({
      config,
      log,
      sentences,
      auth,
      origin,
      findVisitor: async ({ token, session }, requestId, locale) => {
        const today = todayIn(config.timeZone, clock.now())
        const known =
          token !== null
            ? await actorOfToken(pool, token, today)
            : session !== null
              ? await actorOfSession(pool, session, today)
              : null
        if (token !== null && !known) throw problem(401, 'access.tokenRefused')
        return { ...app.visitorOf(known, locale), requestId, isProgram: token !== null }
      },
      api: app.api,
      page: async (request, visitor, nonce) => {
        const build = await loadPages()
        const { visitContext } = build.entry.module as unknown as typeof import('./entry.server.tsx')
        const context = new RouterContextProvider()
        context.set(visitContext, await visitOf(app, auth, visitor, nonce, request, origin))
        return createRequestHandler(build, process.env.NODE_ENV)(request, context)
      },
      openApi: app.openApi,
      describe: { html: describePage, scriptFile: join(root, describeScript) },
      isHealthy: async () => Boolean(await pool.query('select 1')),
      hasInlineSheets: options.middleware !== undefined,
      clientFolder: join(root, 'build/client'),
      problemOf: (error) => problemOf(error, constraints),
    }),
  )
  return { port: door.port, origin, app }
}

/** Looks after the disk of the embedded database; with a database elsewhere that is its administrator's affair. */
async function lowDiskOf(
  config: Config,
  log: Logger,
  onClose: (end: () => Promise<void>) => void,
): Promise<House['lowDisk']> {
  const disk = await watchDisk(config.dataDir, {
    lowBytes: config.lowDiskMegabytes * 1024 * 1024,
    onChange: (isLow, freeBytes) => log.warn({ isLow, freeBytes }, 'disk'),
  })
  onClose(async () => disk.stop())
  return () => (disk.isLow() ? { freeMegabytes: Math.floor(disk.freeBytes() / 2 ** 20) } : null)
}

/** The pages as they were built; read once. */
function builtPages(): () => Promise<ServerBuild> {
  const file = join(root, 'build/server/index.js')
  if (!existsSync(file)) throw problem(500, 'server.pagesNotBuilt')
  const build = import(pathToFileURL(file).href) as Promise<ServerBuild>
  return () => build
}

async function visitOf(
  app: App,
  auth: Auth,
  visitor: Visitor,
  nonce: string,
  request: Request,
  origin: string,
): Promise<Visit> {
  const { pool, config, log } = app.house
  return {
    api: app.clientFor(visitor),
    actor: visitor.actor,
    locale: visitor.locale,
    nonce,
    today: todayIn(config.timeZone, visitor.now),
    timeZone: config.timeZone,
    requestId: visitor.requestId,
    notices: app.house.lowDisk() ? [{ code: 'readOnly' }] : [],
    school: await school(asOwner(pool)),
    report: (error, about) => log.error({ err: error, ...about }, 'bug'),
    askAuth: async (path, body) => {
      const headers = new Headers(request.headers)
      headers.set('content-type', 'application/json')
      headers.set('origin', origin)
      headers.delete('content-length')
      const asked = new Request(
        `${origin}/api/auth${path}`,
        body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
      )
      try {
        return await auth.handle(asked)
      } catch (error) {
        const found = problemOf(error, constraints)
        if (!found) throw error
        const answer = answerOf(found, sentences, visitor.locale, visitor.requestId)
        return Response.json(answer, { status: answer.status })
      }
    },
    refusal: (code, fields = []): ProblemAnswer =>
      answerOf(problem(409, code, {}, fields), sentences, visitor.locale, visitor.requestId),
  }
}

/** A Problem's sentence for the terminal, Vietnamese first. */
export const sayProblem = (error: Problem): string =>
  `${sentenceOf(sentences, 'vi', error.code, error.params)}\n${sentenceOf(sentences, 'en', error.code, error.params)}`

export { Problem }
