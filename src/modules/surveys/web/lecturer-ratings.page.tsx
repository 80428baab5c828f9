import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { periodInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/lecturer-ratings.page.ts'
import { PeriodFilter, Ratings } from './ratings.tsx'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const period = readSearch(request, periodInput)
  const lecturerId = Number(params.lecturerId)
  return { period, lecturerId, found: await api(context).surveys.lecturerRatings({ lecturerId, ...period }) }
}

export default function LecturerRatingsPage({
  loaderData: { period, lecturerId, found },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page
      title={w.ratingsOf(found)}
      lead={w.ratingsLead}
      crumbs={[
        { title: w.campaigns, to: '/danh-gia' },
        { title: w.across, to: '/danh-gia/ket-qua?by=lecturer' },
      ]}
    >
      <Ratings
        found={found}
        filter={<PeriodFilter period={period} />}
        excel={`/api/rated-lecturers/${lecturerId}/xlsx`}
        empty={{ title: w.acrossNone, text: w.acrossNoneText }}
      />
    </Page>
  )
}
