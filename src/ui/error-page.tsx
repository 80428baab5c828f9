import { useEffect } from 'react'
import { isRouteErrorResponse, Link, useLocation } from 'react-router'
import type { ProblemAnswer } from '../pure/problem.ts'
import { useFrame, useShellWords } from './locale.tsx'
import { Page } from './page.tsx'
import { toProblem } from './problem.ts'

/** What a reader sees instead of a page: each kind says something else and what to do next. */
export function ErrorPage({ error }: { error: unknown }) {
  const answer = toProblem(error)
  const status = answer?.status ?? (isRouteErrorResponse(error) ? error.status : 500)
  if (status === 401) return <SignInFirst />
  if (status === 403) return <Forbidden />
  if (status === 404) return <NotFound answer={answer} />
  if (answer && status < 500) return <Refused answer={answer} />
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return <Offline />
  return <Bug requestId={answer?.requestId} />
}

function NotFound({ answer }: { answer: ProblemAnswer | null }) {
  const w = useShellWords()
  const sentence = answer && answer.code !== 'notFound' && answer.title !== answer.code ? answer.title : null
  return (
    <Page title={w.error.notFoundTitle} lead={sentence ?? w.error.notFound}>
      <p className="error-ways">
        <Link to="/">{w.error.home}</Link>
        <Link to="/tim">{w.search.title}</Link>
      </p>
    </Page>
  )
}

function Forbidden() {
  const w = useShellWords()
  return (
    <Page title={w.error.forbiddenTitle} lead={w.error.forbidden}>
      <p className="error-ways">
        <Link to="/">{w.error.home}</Link>
      </p>
    </Page>
  )
}

/** The server sends a signed-out reader to the sign-in page by itself; this catches a session that ended meanwhile. */
function SignInFirst() {
  const w = useShellWords()
  const { pathname, search } = useLocation()
  const to = `/dang-nhap?tiep=${encodeURIComponent(pathname + search)}`
  useEffect(() => location.assign(to), [to])
  return (
    <Page title={w.error.signInTitle} lead={w.error.signIn}>
      <p className="error-ways">
        <a href={to}>{w.signIn}</a>
      </p>
    </Page>
  )
}

function Refused({ answer }: { answer: ProblemAnswer }) {
  const w = useShellWords()
  return (
    <Page title={w.error.refusedTitle} lead={answer.title}>
      {answer.fields.length > 0 && (
        <ul>
          {answer.fields.map((field) => (
            <li key={field.path}>{field.sentence ?? w.form.unknown}</li>
          ))}
        </ul>
      )}
      <p className="error-ways">
        <Link to="/">{w.error.home}</Link>
      </p>
    </Page>
  )
}

function Offline() {
  const w = useShellWords()
  return (
    <Page title={w.error.offlineTitle} lead={w.error.offline}>
      <Reload />
    </Page>
  )
}

function Bug({ requestId }: { requestId: string | undefined }) {
  const w = useShellWords()
  const frame = useFrame()
  const id = requestId || frame?.requestId
  return (
    <Page title={w.error.bugTitle} lead={w.error.bug}>
      {id && (
        <p className="error-code">
          {w.error.code}: <code>{id}</code>
        </p>
      )}
      <Reload />
    </Page>
  )
}

function Reload() {
  const w = useShellWords()
  const { pathname, search } = useLocation()
  return (
    <p className="error-ways">
      {/* A real request, not the router's: what failed may be the script itself. */}
      <a href={pathname + search}>{w.error.reload}</a>
      <a href="/">{w.error.home}</a>
    </p>
  )
}
