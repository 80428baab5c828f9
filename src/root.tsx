import beVietnamLatin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url'
import beVietnamVietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url'
import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { data, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/root.ts'
import { ErrorPage } from './ui/error-page.tsx'
import { frameOf } from './ui/frame.ts'
import { LocaleContext } from './ui/locale.tsx'
import { toRemember } from './ui/remembered.ts'
import { Shell } from './ui/shell.tsx'
import './ui/styles.ts'
import { theme } from './ui/theme.ts'
import { addressContext, visit } from './ui/visit.ts'

/** Tells every loader where it is, so that «not signed in» knows the way back. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request, context }, next) => {
    const { pathname, search } = new URL(request.url)
    context.set(addressContext, pathname + search)
    return next()
  },
]

export const links: Route.LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  ...[beVietnamVietnamese, beVietnamLatin].map((href) => ({
    rel: 'preload',
    href,
    as: 'font' as const,
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
  })),
]

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const here = visit(context)
  const { count } = here.actor ? await here.api.coordination.unread() : { count: 0 }
  const headers = new Headers()
  for (const cookie of toRemember(request)) headers.append('Set-Cookie', cookie)
  return data(frameOf(here, request, count), { headers })
}

/** The HTML frame, around pages and around the error page. */
export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>('root')
  const locale = frame?.locale ?? 'vi'
  return (
    <html lang={locale} data-mantine-color-scheme="light">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="theme-color" content="#1d5a47" />
        <Meta />
        {/* Sheets and fonts come from here and need no nonce; a browser hides it, and React then finds a difference. */}
        <Links nonce="" />
      </head>
      <body>
        <MantineProvider
          theme={theme}
          forceColorScheme="light"
          withCssVariables={false}
          withGlobalClasses={false}
          withStaticClasses={false}
        >
          <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
        </MantineProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function App() {
  return (
    <Shell>
      <Outlet />
    </Shell>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <Shell>
      <ErrorPage error={error} />
    </Shell>
  )
}
