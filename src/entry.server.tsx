import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { reportBug, type Visit, visitContext } from './ui/visit.ts'

// The server must use this very object as the key: the bundle has its own copy of the file.
export { visitContext }

/** After so many milliseconds what is still awaited is given up. */
export const streamTimeout = 10_000

/** Renders a page to a stream. Every script carries the nonce of the visit. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> | Response {
  if (request.method.toUpperCase() === 'HEAD') return new Response(null, { status, headers })
  const visit = context.get(visitContext)
  const { pathname } = new URL(request.url)
  return new Promise((resolve, reject) => {
    let begun = false
    const wholePage = isbot(request.headers.get('user-agent') ?? '')
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={entry} url={request.url} nonce={visit.nonce} />,
      {
        nonce: visit.nonce,
        [wholePage ? 'onAllReady' : 'onShellReady']() {
          begun = true
          const body = new PassThrough({
            final(done) {
              clearTimeout(timer)
              done()
            },
          })
          headers.set('Content-Type', 'text/html; charset=utf-8')
          pipe(body)
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
        },
        onShellError: reject,
        onError(error) {
          // Before the first byte the error reaches handleError by itself.
          if (begun) reportBug(visit, error, pathname)
        },
      },
    )
    const timer = setTimeout(abort, streamTimeout + 1000)
  })
}

/** Bugs go to the log with their stack; an unknown address or a refused request is one line at most. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  const { pathname } = new URL(request.url)
  if (isRouteErrorResponse(error) && error.status < 500) {
    console.warn(
      JSON.stringify({ level: 'warn', status: error.status, method: request.method, address: pathname }),
    )
    return
  }
  reportBug(visitOf(context), isRouteErrorResponse(error) ? error.data : error, pathname)
}

function visitOf(context: Readonly<RouterContextProvider>): Visit | null {
  try {
    return context.get(visitContext)
  } catch {
    // The server answers without a visit when making it failed; the error itself is what counts here.
    return null
  }
}
