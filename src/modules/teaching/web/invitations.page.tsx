import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { invitationsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/invitations.page.ts'
import { InvitationTable } from './invitation-table.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, invitationsInput)
  return { view, ...(await api(context).teaching.invitations(view)) }
}

export default function InvitationsPage({ loaderData: { view, rows, total } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.invitations} lead={w.invitationsLead}>
      <InvitationTable
        rows={rows}
        total={total}
        view={view}
        excel="/api/teaching-invitations/xlsx"
        empty={{ title: w.noInvitations, text: w.noInvitationsText }}
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.classFilter} defaultValue={view.q} />
            <Select
              name="view"
              label={w.view}
              defaultValue={view.view}
              options={Object.entries(w.views).map(([value, label]) => ({ value, label }))}
            />
          </FilterBar>
        }
      />
    </Page>
  )
}
