import { ButtonLink } from '../../../ui/button.tsx'
import { History } from '../../../ui/history.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/history.page.ts'

export const loader = async ({ context, params, request }: Route.LoaderArgs) => {
  const { curricula } = api(context)
  const curriculumId = Number(params.curriculumId)
  const page = Math.max(1, Number(new URL(request.url).searchParams.get('trang') ?? 1) || 1)
  const [{ curriculum }, history] = await Promise.all([
    curricula.get({ curriculumId }),
    curricula.history({ curriculumId, page }),
  ])
  return { curriculum, page, ...history }
}

export default function HistoryPage({ loaderData: { curriculum, rows, total, page } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const names: Record<string, string> = {
    title: w.fields.title,
    goals: w.history.goals,
    source: w.fields.source,
    outcomes: w.fields.outcomes,
    field_code: w.fields.field,
    theory_hours: w.hours.theory,
    discussion_hours: w.hours.discussion,
    practice_hours: w.hours.practice,
    field_hours: w.hours.field,
    self_study_hours: w.hours.selfStudy,
    report_hours: w.hours.report,
    exam_hours: w.hours.exam,
    place: w.fields.place,
  }
  // Of an import each field stands with the title of its item behind a colon.
  const nameOf = (field: string) => {
    const [key = '', ...of] = field.split(':')
    return [names[key] ?? key, of.join(':')].filter(Boolean).join(', ')
  }
  const made = { add: 'made', remove: 'removed' } as const
  return (
    <Page
      title={w.history.title}
      lead={`${curriculum.title}. ${w.history.lead}`}
      crumbs={[
        { title: w.pages.programmes, to: '/chuong-trinh' },
        { title: curriculum.programmeName, to: `/chuong-trinh/${curriculum.programmeId}` },
        { title: w.versionName(curriculum), to: `/chuong-trinh/phien-ban/${curriculum.id}` },
      ]}
    >
      <Panel flush>
        <History
          entries={rows.map((row) => ({
            key: row.id,
            at: printAt(row.madeAt),
            who: [row.by, row.unit].filter(Boolean).join(', ') || null,
            act: made[row.act as keyof typeof made] ?? 'changed',
            title: [w.history.acts[row.act], row.title].filter(Boolean).join(': '),
            reason: [row.reasonKind && w.reasonKinds[row.reasonKind], row.reason].filter(Boolean).join(': '),
            changes: row.fields.map((one) => ({ ...one, field: nameOf(one.field) })),
          }))}
        />
      </Panel>
      <p className="form-actions">
        {page > 1 && <ButtonLink to={`?trang=${page - 1}`}>{w.history.newer}</ButtonLink>}
        {page * 50 < total && <ButtonLink to={`?trang=${page + 1}`}>{w.history.older}</ButtonLink>}
      </p>
    </Page>
  )
}
