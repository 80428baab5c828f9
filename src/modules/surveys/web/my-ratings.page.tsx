import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { periodInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/my-ratings.page.ts'
import { PeriodFilter, Ratings } from './ratings.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const period = readSearch(request, periodInput)
  return { period, found: await api(context).surveys.myRatings(period) }
}

export default function MyRatingsPage({ loaderData: { period, found } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.myRatings} lead={w.myRatingsLead}>
      <Ratings
        found={found}
        filter={<PeriodFilter period={period} />}
        empty={{ title: w.myRatingsNone, text: w.myRatingsNoneText }}
      />
    </Page>
  )
}
