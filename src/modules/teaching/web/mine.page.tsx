import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/mine.page.ts'
import { InvitationTable } from './invitation-table.tsx'
import { SessionTable } from './session-table.tsx'

export const loader = ({ context }: Route.LoaderArgs) => api(context).teaching.mine()

export default function MinePage({ loaderData: { invitations, sessions } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.mine} lead={w.mineLead}>
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
        empty={{ title: w.mineSessions, text: w.mineNone }}
      />
    </Page>
  )
}
