import { type ContractProcedure, ORPCError } from '@orpc/contract'
import { implement } from '@orpc/server'
import type { Logger } from 'pino'
import type { ProcedureMeta } from '../pure/contract.ts'
import { todayIn } from '../pure/day.ts'
import { type FieldProblem, Problem, type ProblemParams, problem } from '../pure/problem.ts'
import { instantOf } from './clock.ts'
import type { Config } from './config.ts'
import type { Ctx, Jobs, Scope } from './ctx.ts'
import type { Pool } from './db/pool.ts'
import { type Identity, inTransaction, standBehind } from './db/transaction.ts'
import { type Sentences, sentenceOf } from './sentences.ts'
import type { Visitor } from './visitor.ts'

/** What the house gives to every call. */
export type House = {
  pool: Pool
  config: Config
  log: Logger
  /** Named constraints of the database and the problem that each one means. */
  constraints: Record<string, string>
  sentences: Sentences
  jobsIn(client: import('pg').PoolClient): Jobs
  /** What is left while the disk is nearly full: reading goes on, writing is refused. */
  lowDisk(): { freeMegabytes: number } | null
  /** Only the access tests switch it off, to see what row-level security alone holds back. */
  firstWall: boolean
}

export type CallContext = { visitor: Visitor }

const timeoutMs = { action: 10_000, slow: 60_000 }

/**
 * Makes the router of a contract from its services. Every call goes the same way: right, parse (by oRPC), transaction,
 * service; a GET in a read-only transaction, everything else in one that writes.
 */
export function makeRouter(
  house: House,
  contract: Record<string, Record<string, unknown>>,
  services: Record<string, Record<string, unknown>>,
) {
  // Validation comes after one middleware, the one that asks for the right: what is wrong with an input is nothing to tell
  // to who may not call at all.
  const config = { initialInputValidationIndex: 1 }
  // biome-ignore lint/suspicious/noExplicitAny: modules are typed one by one (Service<C>); here they are only walked
  const root = implement(contract as any, config).$context<CallContext>() as any
  const router: Record<string, Record<string, unknown>> = {}
  for (const [module, procedures] of Object.entries(contract)) {
    const made: Record<string, unknown> = {}
    for (const name of Object.keys(procedures)) {
      const definition = (procedures[name] as ContractProcedure<never, never, never, ProcedureMeta>)['~orpc']
      const work = services[module]?.[name] as ((ctx: Ctx, input: unknown) => Promise<unknown>) | undefined
      if (!work) throw new Error(`no service for ${module}.${name}`)
      const isRead = definition.route.method === 'GET'
      made[name] = root[module][name]
        .use(async ({ context, next }: { context: CallContext; next: () => unknown }) => {
          refuseWithoutRight(context.visitor, definition.meta.can, isRead)
          const low = isRead ? null : house.lowDisk()
          if (low) throw problem(503, 'disk.low', low)
          return next()
        })
        .handler(({ context, input }: { context: CallContext; input: unknown }) =>
          call(house, context.visitor, `${module}.${name}`, definition.meta, isRead, input, work),
        )
    }
    router[module] = made
  }
  return router
}

function refuseWithoutRight(visitor: Visitor, can: string, isRead: boolean): void {
  if (can === 'anyone') return
  if (!visitor.actor) throw problem(401, 'access.signInFirst')
  // What everybody may change of their own account is not for a program: a token would make itself a longer life.
  if (can === 'signedIn' && visitor.isProgram && !isRead) throw problem(403, 'access.notByToken')
  if (can !== 'signedIn' && !visitor.actor.rights.includes(can)) throw problem(403, 'access.notAllowed')
}

async function call(
  house: House,
  visitor: Visitor,
  procedure: string,
  meta: ProcedureMeta,
  readOnly: boolean,
  input: unknown,
  work: (ctx: Ctx, input: unknown) => Promise<unknown>,
): Promise<unknown> {
  const first = (scope: Scope): Scope => (house.firstWall ? scope : { all: true })
  const second = (scope: Scope): Identity['units'] => (scope.all ? 'all' : scope.unitIds)
  const own = visitor.scopeFor(meta.can)
  const who: Identity = {
    accountId: visitor.actor?.accountId ?? null,
    personId: visitor.actor?.personId ?? null,
    units: second(own),
    procedure,
    requestId: visitor.requestId,
  }
  const reason = (input as { reason?: unknown } | undefined)?.reason
  return inTransaction(
    house.pool,
    who,
    {
      readOnly,
      timeoutMs: meta.slow ? timeoutMs.slow : timeoutMs.action,
      reason: typeof reason === 'string' ? reason : undefined,
    },
    (db, client) => {
      // Where the wall stands. Not asked for again where it stands already, as far as nothing can be rolled back beneath it.
      let wall = String(second(own))
      const ctx: Ctx = {
        db,
        client,
        actor: visitor.actor,
        scope: first(own),
        under: async (right) => {
          if (!visitor.actor?.rights.includes(right)) throw problem(403, 'access.notAllowed')
          const scope = visitor.scopeFor(right)
          const next = second(scope)
          if (!readOnly || String(next) !== wall) await standBehind(client, next)
          wall = String(next)
          return { ...ctx, scope: first(scope) }
        },
        today: todayIn(house.config.timeZone, visitor.now),
        now: instantOf(visitor.now),
        jobs: house.jobsIn(client),
        locale: visitor.locale,
        sentence: (code, params) => sentenceOf(house.sentences, visitor.locale, code, params),
        requestId: visitor.requestId,
        config: house.config,
        log: house.log,
      }
      return work(ctx, input)
    },
  )
}

/**
 * What went wrong, as a Problem: a Problem as it is, a refused input with all its fields, a violated constraint that has a
 * name, PostgreSQL's own refusals. Anything else is a bug and comes back as null.
 */
export function problemOf(error: unknown, constraints: Record<string, string>): Problem | null {
  if (error instanceof Problem) return error
  if (error instanceof ORPCError) {
    if (error.cause instanceof Problem) return error.cause
    if (error.code === 'BAD_REQUEST') {
      const issues = (error.data as { issues?: Issue[] } | undefined)?.issues
      if (!issues) return problem(400, 'input.unreadable')
      return problem(422, 'input.wrong', {}, issues.map(fieldProblem))
    }
    if (error.code === 'NOT_FOUND') return problem(404, 'access.notFound')
    if (error.code === 'PAYLOAD_TOO_LARGE') return problem(413, 'file.tooLarge', { megabytes: 10 })
    return error.status < 500 ? problem(error.status, 'input.wrong') : null
  }
  const pg = error as { code?: string; constraint?: string; syscall?: string; detail?: string }
  if (pg?.constraint) {
    const code = constraints[pg.constraint]
    if (code) return problem(409, code, detailOf(pg.detail))
  }
  if (pg?.code === '57014') return problem(503, 'database.tooSlow')
  if (pg?.code === '40001' || pg?.code === '40P01') return problem(409, 'database.tryAgain')
  if (pg?.code === '53100') return problem(503, 'disk.full')
  if (
    lostDatabase.test(pg?.code ?? '') ||
    (pg?.code === 'ENOENT' && pg.syscall === 'connect') ||
    lostConnection.test((error as Error | null)?.message ?? '')
  )
    return problem(503, 'server.busy')
  return null
}

/** A trigger of ours says in JSON what its sentence needs; PostgreSQL's own details are texts and stay out of the answer. */
const detailOf = (detail: string | undefined): ProblemParams =>
  detail?.startsWith('{') ? (JSON.parse(detail) as ProblemParams) : {}

/** The server is being stopped or started, or cannot be reached. */
const lostDatabase = /^(57P0[123]|08\w{3}|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

type Issue = {
  path?: (string | number | { key: string | number })[]
  code?: string
  message?: string
} & Record<string, unknown>

function fieldProblem(issue: Issue): FieldProblem {
  const path = (issue.path ?? [])
    .map((part) => (typeof part === 'object' ? String(part.key) : String(part)))
    .join('.')
  if (issue.message && /^[a-z]+\.[A-Za-z.]+$/.test(issue.message))
    return { path, code: issue.message, params: numbersOf(issue) }
  const isMissing = issue.code === 'invalid_type' && /undefined/.test(issue.message ?? '')
  return {
    path,
    code: isMissing ? 'field.required' : `field.${codes[issue.code ?? ''] ?? 'wrong'}`,
    params: numbersOf(issue),
  }
}

const codes: Record<string, string> = {
  too_small: 'tooSmall',
  too_big: 'tooLarge',
  invalid_type: 'wrongKind',
  invalid_value: 'notInList',
  unrecognized_keys: 'unknown',
}

const numbersOf = (issue: Issue) => ({
  ...(issue.minimum !== undefined ? { minimum: issue.minimum } : {}),
  ...(issue.maximum !== undefined ? { maximum: issue.maximum } : {}),
})
