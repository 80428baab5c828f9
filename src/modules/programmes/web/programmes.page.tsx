import { Link } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { blocs, programmeKinds, programmesInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/programmes.page.ts'
import { printPeriod } from './period.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, programmesInput)
  const { programmes } = api(context)
  const [list, groups, modes] = await Promise.all([
    programmes.list(view),
    programmes.groups(),
    programmes.modes(),
  ])
  return { view, ...list, groups, modes }
}

export default function ProgrammesPage({
  loaderData: { view, rows, total, groups, modes },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const mayEdit = useCan('programmes.edit')
  const name = (one: { name: string; nameEn: string }) => (locale === 'vi' ? one.name : one.nameEn)
  const modeName = (code: string) =>
    name(modes.find((mode) => mode.code === code) ?? { name: code, nameEn: code })
  const groupName = (code: string) =>
    name(groups.find((group) => group.code === code) ?? { name: code, nameEn: code })
  const make = mayEdit && (
    <ButtonLink kind="main" to="/chuong-trinh/moi">
      {w.pages.make}
    </ButtonLink>
  )
  return (
    <Page
      title={w.pages.list}
      lead={w.pages.lead}
      actions={
        <>
          <ButtonLink to="/chuong-trinh/nhom">{w.pages.groups}</ButtonLink>
          {make}
        </>
      }
    >
      <DataTable
        name="programmes"
        title={w.pages.list}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel="/api/programmes/xlsx"
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.list.search} defaultValue={view.q} />
            <Select
              name="groupCode"
              label={w.fields.group}
              none={w.list.any}
              defaultValue={view.groupCode}
              options={groups.map((group) => ({ value: group.code, label: name(group) }))}
            />
            <Select
              name="kind"
              label={w.fields.kind}
              none={w.list.any}
              defaultValue={view.kind}
              options={programmeKinds.map((kind) => ({ value: kind, label: w.kinds[kind] }))}
            />
            <Select
              name="bloc"
              label={w.fields.bloc}
              none={w.list.any}
              defaultValue={view.bloc}
              options={blocs.map((bloc) => ({ value: bloc, label: w.blocs[bloc] }))}
            />
            <Select
              name="period"
              label={w.fields.period}
              defaultValue={view.period}
              options={[
                { value: 'inUse', label: w.list.inUse },
                { value: 'all', label: w.list.all },
              ]}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'name',
            title: w.fields.name,
            sort: true,
            wraps: true,
            cell: (row) => <Link to={`/chuong-trinh/${row.id}`}>{row.name}</Link>,
          },
          { key: 'code', title: w.fields.code, sort: true, cell: (row) => row.code },
          { key: 'group', title: w.fields.group, sort: true, cell: (row) => groupName(row.groupCode) },
          { key: 'kind', title: w.fields.kind, cell: (row) => w.kinds[row.kind] },
          { key: 'bloc', title: w.fields.bloc, cell: (row) => row.bloc && w.blocs[row.bloc] },
          {
            key: 'modes',
            title: w.fields.modes,
            cell: (row) => row.modes.map(modeName).join(', '),
            spare: true,
          },
          {
            key: 'lessonHours',
            title: w.fields.lessonHours,
            align: 'right',
            cell: (row) => row.lessonHours && printNumber(row.lessonHours, locale),
          },
          { key: 'period', title: w.fields.period, cell: (row) => printPeriod(w, row) },
          { key: 'source', title: w.fields.source, wraps: true, cell: (row) => row.source, spare: true },
        ]}
        empty={{ title: w.list.empty, text: w.list.emptyText, action: make }}
      />
    </Page>
  )
}
