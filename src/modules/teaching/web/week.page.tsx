import { addDays, type Day } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { weekInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/week.page.ts'
import { choicesOf } from './choices.ts'
import { SessionTable } from './session-table.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, weekInput)
  const here = api(context)
  return { view, week: await here.teaching.week(view), choices: await choicesOf(here) }
}

export default function WeekPage({ loaderData: { view, week, choices } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const span = { from: week.monday, to: addDays(week.monday, 6) }
  const at = (on: Day) => {
    const search = new URLSearchParams({ on, ...(view.q && { q: view.q }) })
    if (view.lecturerId !== undefined) search.set('lecturerId', String(view.lecturerId))
    if (view.roomId !== undefined) search.set('roomId', String(view.roomId))
    return `/lich-giang?${search}`
  }
  return (
    <Page
      title={w.week}
      lead={w.weekLead(span)}
      actions={
        <>
          <ButtonLink to="/lich-giang/thiet-lap">{w.setting}</ButtonLink>
          <ButtonLink to={at(addDays(week.monday, -7))}>{w.previous}</ButtonLink>
          <ButtonLink to={at(addDays(week.monday, 7))}>{w.next}</ButtonLink>
        </>
      }
    >
      <SessionTable
        name="teaching-week"
        title={w.weekOf(span)}
        sessions={week.sessions}
        showsClass
        filter={
          <FilterBar keeps={['on']}>
            <TextInput name="q" type="search" label={w.classFilter} defaultValue={view.q} />
            <Select
              name="lecturerId"
              label={w.lecturer}
              none={w.all}
              defaultValue={view.lecturerId}
              options={choices.lecturers.map((one) => ({ value: one.id, label: one.name }))}
            />
            <Select
              name="roomId"
              label={w.field.room}
              none={w.all}
              defaultValue={view.roomId}
              options={choices.rooms.map((one) => ({ value: one.id, label: one.name }))}
            />
          </FilterBar>
        }
        empty={{ title: w.week, text: w.noneWeek }}
      />
    </Page>
  )
}
