import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { confirmInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/mine.page.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { feedAddress } from './feed-address.ts'
import { FeedPanel } from './feed-panel.tsx'
import { InvitationTable } from './invitation-table.tsx'
import { SessionTable } from './session-table.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { teaching } = api(context)
  const { invitations, sessions } = await teaching.mine()
  const { today } = visit(context)
  const chosen = Number(new URL(request.url).searchParams.get('buoi'))
  return {
    invitations,
    sessions,
    today,
    feed: await teaching.myFeed(),
    edited: sessions.find((one) => one.id === chosen && one.onDay <= today) ?? null,
  }
}

const acts = z.discriminatedUnion('act', [
  // Who taught is the lecturer; only the office names somebody else.
  confirmInput.omit({ lecturerId: true }).extend({ act: z.literal('confirm') }),
  z.object({ act: z.literal('feed') }),
  z.object({ act: z.literal('dropFeed') }),
])

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { teaching } = api(context)
    if (input.act === 'feed') return { feed: feedAddress(request, (await teaching.makeMyFeed()).token) }
    if (input.act === 'dropFeed') await teaching.dropMyFeed()
    else await teaching.confirm(input)
    return redirect('/gio-giang')
  })

export default function MinePage({
  loaderData: { invitations, sessions, today, feed, edited },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  const made = actionData && 'feed' in actionData ? actionData.feed : null
  const waiting = sessions.filter((one) => one.state === 'planned' && one.onDay <= today)
  return (
    <Page title={w.mine} lead={w.mineLead}>
      {waiting.length > 0 && <Notice tone="plain">{w.confirmWait({ count: waiting.length })}</Notice>}
      {edited && (
        <Panel key={edited.id} title={w.confirmOf({ title: edited.title, on: edited.onDay })}>
          <ConfirmForm session={edited} refused={refused} action={`/gio-giang?buoi=${edited.id}`} />
        </Panel>
      )}
      <InvitationTable
        rows={invitations}
        total={invitations.length}
        view={{ page: 1, size: Math.max(1, invitations.length) }}
        empty={{ title: w.invitations, text: w.mineNone }}
      />
      <SessionTable
        name="own-sessions"
        title={w.mineSessions}
        sessions={sessions}
        showsClass
        showsLecturer={false}
        empty={{ title: w.mineSessions, text: w.mineNone }}
        action={(row) =>
          row.state === 'planned' && row.onDay <= today ? (
            <Link to={`?buoi=${row.id}`} aria-label={w.confirmOf({ title: row.title, on: row.onDay })}>
              {w.confirmOwn}
            </Link>
          ) : null
        }
      />
      <FeedPanel madeAt={feed.madeAt} made={made} refused={refused} />
    </Page>
  )
}
