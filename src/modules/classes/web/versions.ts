import { api } from '../../../ui/visit.ts'
import type { Route } from './+types/versions.ts'

/** Asked by the form of a class when a programme is chosen: the approved versions on which it may run. */
export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const programmeId = Number(new URL(request.url).searchParams.get('chuong-trinh'))
  return programmeId > 0 ? api(context).curricula.inForce({ programmeId }) : []
}
