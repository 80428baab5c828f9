import { api } from '../../../ui/visit.ts'
import type { Route } from './+types/feed.ts'

/** The calendar of a lecturer or a class, read by a program that signs in as nobody. Never kept on the way. */
export const loader = async ({ context, params }: Route.LoaderArgs) =>
  new Response(await api(context).teaching.feed({ token: params.token }), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'no-store' },
  })
