import { api } from '../../../ui/visit.ts'
import type { Route } from './+types/feed.ts'

/** A private calendar, read by a program that signs in as nobody. Never kept on the way: it ends when it is revoked. */
export const loader = async ({ context, params }: Route.LoaderArgs) =>
  new Response(await api(context).coordination.feed({ token: params.token }), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'no-store' },
  })
