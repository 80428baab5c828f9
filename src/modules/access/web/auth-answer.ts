import { redirect } from 'react-router'
import type { FieldProblem, ProblemAnswer } from '../../../pure/problem.ts'
import type { Visit } from '../../../ui/visit.ts'
import { type UnitName, unitNamed, unitNames } from './unit-names.ts'

/** Goes on to a page with the cookies that better-auth has set. */
export function withCookies(answer: Response, to: string): Response {
  const headers = new Headers()
  for (const cookie of answer.headers.getSetCookie()) headers.append('Set-Cookie', cookie)
  return redirect(to, { headers })
}

/** What sign-in refused, with its sentence. `at`: the field that it is about, and the code of that field's sentence. */
export async function refusedBy(
  answer: Response,
  here: Visit,
  at?: { path: string; code: string },
): Promise<ProblemAnswer> {
  const said = (await answer.json()) as ProblemAnswer
  return at && said.code === at.code ? here.refusal('input.wrong', [at]) : said
}

/** Where the visitor wanted to go before signing in (`?tiep=`): a path of this site, or the first page. */
export function askedPath(request: Request): string {
  const asked = new URL(request.url).searchParams.get('tiep') ?? '/'
  return /^\/(?![/\\])/.test(asked) ? asked : '/'
}

/** What is wrong with a new password that was typed twice; nothing when it may be set. */
export function passwordFaults(password: string, again: string): FieldProblem[] {
  if (password.length < 10) return [{ path: 'password', code: 'field.password' }]
  return password === again ? [] : [{ path: 'passwordAgain', code: 'field.differs' }]
}

/** The unit that was typed into the field `unit`; nothing was typed: none. What is no unit is refused with those that fit. */
export async function typedUnit(here: Visit, typed: string | undefined): Promise<number | undefined> {
  if (!typed?.trim()) return undefined
  const found: UnitName | { fitting: UnitName[] } = unitNamed(typed, await unitNames(here.api))
  if ('id' in found) return found.id
  const names = found.fitting.map((one) => one.name)
  const params = { found: names.slice(0, 5), more: Math.max(names.length - 5, 0) }
  throw here.refusal('input.wrong', [{ path: 'unit', code: 'access.unitUnknown', params }])
}

/** A path as a whole address, as this visitor reaches it: to be handed to somebody. */
export const wholeAddress = (request: Request, path: string): string => new URL(request.url).origin + path
