import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import css from './public-page.css?inline'
import type { Visit } from './visit.ts'

/**
 * A page for whoever has nothing but a link: of its own without shell, script or font, because it is opened on a phone. Its
 * forms are plain ones that work on any browser.
 */
export function publicPage(here: Visit, status: number, title: string, content: ReactNode): Response {
  const html = renderToStaticMarkup(
    <html lang={here.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{here.school?.name ?? title}</title>
        <style nonce={here.nonce}>{css}</style>
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>,
  )
  return new Response(`<!doctype html>${html}`, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

/** A public page that only says something. */
export const publicNote = (
  here: Visit,
  status: number,
  page: string,
  title: string,
  text: string,
): Response =>
  publicPage(
    here,
    status,
    page,
    <>
      <h1>{title}</h1>
      <p>{text}</p>
    </>,
  )
