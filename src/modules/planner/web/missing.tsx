import { ButtonLink } from '../../../ui/button.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/scenario.page.ts'

/** What the data of the school do not say, so that nothing was planned for it. */
export function Missing({ rows }: { rows: Route.ComponentProps['loaderData']['missing'] }) {
  const w = useWords(vi, en)
  const mayEdit = useCan('planner.edit')
  if (rows.length === 0) return null
  return (
    <Panel title={w.pages.missing}>
      <p>{w.pages.missingLead}</p>
      <ul>
        {rows.map((row) => (
          <li key={`${row.code} ${row.about}`}>{w.missing[row.code](row)}</li>
        ))}
      </ul>
      {mayEdit && rows.some((row) => row.code === 'noForm') && (
        <ButtonLink to="/phuong-an/khuon-lop">{w.pages.forms}</ButtonLink>
      )}
    </Panel>
  )
}
