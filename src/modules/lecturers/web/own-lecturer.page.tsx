import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/own-lecturer.page.ts'
import { useNames } from './corps-parts.tsx'
import { YearOfLoad } from './load-parts.tsx'
import { Classes, ProfileFacts } from './profile-parts.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { lecturers } = api(context)
  const year = rememberedYear(request, visit(context).today)
  const own = await lecturers.mine()
  return { ...own, fields: await lecturers.fields(), load: await lecturers.myLoad({ year }), year }
}

export default function OwnLecturerPage({
  loaderData: { lecturer, contact, fields, load, year },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const fieldOf = useNames(fields)
  return (
    <Page title={w.page.mine} lead={`${lecturer.name}. ${w.page.mineLead}`}>
      <ProfileFacts lecturer={lecturer} fields={fields} contact={contact} />
      <YearOfLoad load={load} year={year} />
      <Classes lecturer={lecturer} fieldOf={fieldOf} />
    </Page>
  )
}
