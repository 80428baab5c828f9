import { api } from '../../../ui/visit.ts'
import type { Route } from './+types/news.ts'

/** Asked now and then by an open page: how much others have changed since it was loaded. */
export const loader = ({ context, params, request }: Route.LoaderArgs) =>
  api(context).curricula.news({
    curriculumId: Number(params.curriculumId),
    sinceId: Number(new URL(request.url).searchParams.get('tu') ?? 0) || 0,
  })
