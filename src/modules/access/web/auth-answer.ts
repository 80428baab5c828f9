import { redirect } from 'react-router'
import type { FieldProblem } from '../../../pure/problem.ts'

/** Goes on to a page with the cookies that better-auth has set. */
export function withCookies(answer: Response, to: string): Response {
  const headers = new Headers()
  for (const cookie of answer.headers.getSetCookie()) headers.append('Set-Cookie', cookie)
  return redirect(to, { headers })
}

/** Where the visitor wanted to go before signing in (`?tiep=`): a path of this site, or the first page. */
export function askedPath(request: Request): string {
  const asked = new URL(request.url).searchParams.get('tiep') ?? '/'
  return /^\/(?![/\\])/.test(asked) ? asked : '/'
}

/** What is wrong with a new password that was typed twice; nothing when it may be set. */
export function passwordFaults(password: string, again: string): FieldProblem[] {
  if (password.length < 10) return [{ path: 'password', code: 'field.password' }]
  return password === again ? [] : [{ path: 'again', code: 'field.differs' }]
}
