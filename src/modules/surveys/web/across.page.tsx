import { Link } from 'react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DayInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { acrossBy, acrossInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/across.page.ts'
import { useMergedColumns } from './ratings.tsx'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, acrossInput)
  const { surveys } = api(context)
  const [choices, merged, lecturers] = await Promise.all([
    surveys.acrossChoices(),
    view.by === 'lecturer' ? null : surveys.across(view),
    view.by === 'lecturer' ? surveys.ratedLecturers(view) : null,
  ])
  return { view, choices, merged, lecturers }
}

export default function AcrossPage({
  loaderData: { view, choices, merged, lecturers },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const columns = useMergedColumns()
  const of = (list: { id: number; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  const filter = (
    <FilterBar>
      <Select
        name="by"
        label={w.seeBy}
        defaultValue={view.by}
        options={acrossBy.map((by) => ({ value: by, label: w.by[by] }))}
      />
      <TextInput name="q" type="search" label={w.search} defaultValue={view.q} />
      <Select
        name="programmeId"
        label={w.by.programme}
        none={w.allProgrammes}
        defaultValue={view.programmeId}
        options={of(choices.programmes)}
      />
      {choices.hostUnits.length > 0 && (
        <Select
          name="hostUnitId"
          label={w.hostUnit}
          none={w.allUnits}
          defaultValue={view.hostUnitId}
          options={of(choices.hostUnits)}
        />
      )}
      <DayInput name="fromOn" label={w.endedFrom} defaultValue={view.fromOn} />
      <DayInput name="untilOn" label={w.endedUntil} defaultValue={view.untilOn} />
    </FilterBar>
  )
  const common = {
    name: 'survey-across',
    title: w.across,
    view,
    filter,
    excel: `/api/survey-results/xlsx?by=${view.by}`,
    empty: { title: w.acrossNone, text: w.acrossNoneText },
  }
  return (
    <Page
      title={w.across}
      lead={
        view.by === 'lecturer'
          ? w.noRanking
          : view.by === 'part' || view.by === 'module'
            ? w.byPartNote
            : w.acrossLead
      }
      crumbs={[{ title: w.campaigns, to: '/danh-gia' }]}
    >
      {lecturers && (
        <DataTable
          {...common}
          rows={lecturers.rows}
          total={lecturers.total}
          rowKey={(row) => row.lecturerId}
          columns={[
            {
              key: 'label',
              title: w.by.lecturer,
              cell: (row) => <Link to={`/danh-gia/giang-vien/${row.lecturerId}`}>{row.label}</Link>,
            },
            { key: 'campaigns', title: w.campaignsCount, align: 'right', cell: (row) => row.campaigns },
            { key: 'n', title: w.n, align: 'right', cell: (row) => row.n },
          ]}
        />
      )}
      {merged && (
        <DataTable
          {...common}
          rows={merged.rows}
          total={merged.total}
          rowKey={(row) => `${row.label} ${row.formId} ${row.question} ${row.high}`}
          columns={[
            { key: 'label', title: w.by[view.by], wraps: true, cell: (row) => row.label },
            ...columns,
          ]}
        />
      )}
    </Page>
  )
}
