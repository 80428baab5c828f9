import { createContext, data, type RouterContextProvider, redirect } from 'react-router'
import type { Api } from '../api.ts'
import type { Actor } from '../pure/actor.ts'
import type { Day } from '../pure/day.ts'
import type { FieldProblem, ProblemAnswer } from '../pure/problem.ts'
import type { Locale } from '../pure/words.ts'
import { bug, toProblem } from './problem.ts'

/**
 * What a page must say above everything else.
 * `readOnly`: nothing can be saved for now (disk nearly full, maintenance). `message`: the sentence of an administrator.
 */
export type Notice = { code: 'readOnly' } | { code: 'message'; sentence: string }

/** The school of this installation. `isSample`: its people and units are invented, and every page says so. */
export type School = { name: string; isSample: boolean }

/** One request of one person, as the server knows it. The server puts it under `visitContext` before the router runs. */
export type Visit = {
  api: Api
  /** null: nobody has signed in. */
  actor: Actor | null
  locale: Locale
  /** Of the content security policy; every script tag carries it. */
  nonce: string
  today: Day
  /** In which instants are printed. */
  timeZone: string
  requestId: string
  notices: Notice[]
  school: School | null
  /** Asks better-auth (`/sign-in/email`, …) with this request's cookies; its answer's cookies go on to the browser. Without a body a GET. */
  askAuth(path: string, body?: Record<string, unknown>): Promise<Response>
  /** A problem that a page found itself, in the visitor's language. */
  refusal(code: string, fields?: FieldProblem[]): ProblemAnswer
  /** Where bugs go (the server's log). Without it they go to stderr, one line of JSON each. */
  report?: (error: unknown, about: { address: string; requestId: string }) => void
}

/** The key of the visit. The bundle has its own copy of this file: take it from `build.entry.module.visitContext`. */
export const visitContext = createContext<Visit>()

/** The address that was asked for, without host; set by the root before any loader runs. */
export const addressContext = createContext<string>('/')

/** The visit of this request. */
export const visit = (context: Readonly<RouterContextProvider>): Visit => context.get(visitContext)

/** Writes a bug where the server wants it. */
export function reportBug(visit: Visit | null, error: unknown, address: string) {
  if (visit?.report) return visit.report(error, { address, requestId: visit.requestId })
  const stack = error instanceof Error ? error.stack : String(error)
  console.error(JSON.stringify({ level: 'error', requestId: visit?.requestId, address, stack }))
}

/**
 * The contract's procedures, called in process as this actor.
 * A refusal leaves as an error answer that the error page can show; «not signed in» leaves as the way to the sign-in page.
 * A bug is reported and leaves with nothing but the request id.
 */
export const api = (context: Readonly<RouterContextProvider>): Api => {
  const here = context.get(visitContext)
  const address = context.get(addressContext)
  return guarded(here.api, (error) => {
    if (error instanceof Response) return error
    const answer = toProblem(error)
    if (answer?.status === 401) return redirect(signInAddress(address))
    if (answer) return data(answer, { status: answer.status })
    reportBug(here, error, address)
    return data(bug(here.requestId), { status: 500 })
  })
}

/** The sign-in page, which leads back to `address` afterwards. */
export const signInAddress = (address: string): string =>
  address === '/' ? '/dang-nhap' : `/dang-nhap?tiep=${encodeURIComponent(address)}`

/** The same tree of functions, with every failure translated before it is thrown. */
function guarded<T>(target: T, translate: (error: unknown) => unknown): T {
  const call = async (...args: unknown[]) => {
    try {
      return await (target as (...args: unknown[]) => unknown)(...args)
    } catch (error) {
      throw translate(error)
    }
  }
  return new Proxy(call, {
    get: (_, key) =>
      key === 'then' || typeof key === 'symbol'
        ? undefined
        : guarded((target as Record<string, unknown>)[key], translate),
  }) as T
}
