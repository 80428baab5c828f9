import { Link } from 'react-router'
import { Problem } from '../../../pure/problem.ts'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/lecturer-load.page.ts'
import { LecturerFrame, useNames } from './corps-parts.tsx'
import { YearOfLoad } from './load-parts.tsx'
import { Classes } from './profile-parts.tsx'

export const loader = async ({ context, params, request }: Route.LoaderArgs) => {
  const { lecturers } = api(context)
  const lecturerId = Number(params.lecturerId)
  const year = rememberedYear(request, visit(context).today)
  const [lecturer, categories, fields] = await Promise.all([
    lecturers.get({ lecturerId }),
    lecturers.categories(),
    lecturers.fields(),
  ])
  // Not in service in that year: there is nothing to show, which is no refusal.
  const load = await lecturers.loadOf({ lecturerId, year }).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return null
    throw error
  })
  return { lecturer, categories, fields, load, year }
}

export default function LecturerLoadPage({
  loaderData: { lecturer, categories, fields, load, year },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayLoad = useCan('lecturers.load')
  const fieldOf = useNames(fields)
  return (
    <LecturerFrame
      lecturer={lecturer}
      categories={categories}
      mayEdit={lecturer.can.includes('edit')}
      mayLoad={mayLoad}
      actions={
        <>
          <Link to={`?nam=${year - 1}`}>{year - 1}</Link>
          <Link to={`?nam=${year + 1}`}>{year + 1}</Link>
        </>
      }
    >
      {load ? <YearOfLoad load={load} year={year} /> : <p className="quiet">{w.load.notThatYear}</p>}
      <Panel title={w.load.howTitle}>
        <p className="quiet">{w.load.how}</p>
      </Panel>
      <Classes lecturer={lecturer} fieldOf={fieldOf} />
    </LecturerFrame>
  )
}
