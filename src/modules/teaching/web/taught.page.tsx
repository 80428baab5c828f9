import { redirect } from 'react-router'
import * as z from 'zod'
import { DayInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { ownSessionsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/taught.page.ts'
import { feedAddress } from './feed-address.ts'
import { FeedPanel } from './feed-panel.tsx'
import { SessionTable } from './session-table.tsx'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const here = visit(context)
  const lecturerId = Number(params.lecturerId)
  const view = readSearch(request, ownSessionsInput, { lecturerId, desc: true })
  const lecturer = await here.api.lecturers.get({ lecturerId })
  return {
    view,
    name: lecturer.name,
    found: await here.api.teaching.sessionsOf({ ...view, lecturerId }),
    feed: here.actor?.rights.includes('teaching.edit')
      ? await here.api.teaching.feedState({ lecturerId })
      : null,
  }
}

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('feed') }),
  z.object({ act: z.literal('dropFeed') }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { teaching } = api(context)
    const lecturerId = Number(params.lecturerId)
    if (input.act === 'feed')
      return { feed: feedAddress(request, (await teaching.makeFeed({ lecturerId })).token) }
    await teaching.dropFeed({ lecturerId })
    return redirect(`/giang-vien/${lecturerId}/buoi-giang`)
  })

export default function TaughtPage({
  loaderData: { view, name, found, feed },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  const made = actionData && 'feed' in actionData ? actionData.feed : null
  return (
    <Page
      title={w.taughtOf({ name })}
      lead={w.taughtLead({ sessions: found.total, hours: found.hours, taught: found.taughtHours })}
      crumbs={[
        { title: w.lecturers, to: '/giang-vien' },
        { title: name, to: `/giang-vien/${view.lecturerId}` },
      ]}
    >
      <SessionTable
        name="taught"
        title={w.taught}
        sessions={found.rows}
        showsClass
        showsLecturer={false}
        page={{ total: found.total, view }}
        excel={`/api/lecturers/${view.lecturerId}/sessions/xlsx`}
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.classFilter} defaultValue={view.q} />
            <Select
              name="view"
              label={w.view}
              defaultValue={view.view}
              options={(['all', 'taught', 'toConfirm', 'coming'] as const).map((one) => ({
                value: one,
                label: w.taughtView[one],
              }))}
            />
            <DayInput name="fromOn" label={w.fromOn} defaultValue={view.fromOn ?? null} />
            <DayInput name="untilOn" label={w.untilDay} defaultValue={view.untilOn ?? null} />
          </FilterBar>
        }
        empty={{ title: w.mineSessions, text: w.taughtNone }}
      />
      {feed && <FeedPanel madeAt={feed.madeAt} made={made} refused={refused} />}
    </Page>
  )
}
