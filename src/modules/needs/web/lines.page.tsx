import { Link } from 'react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { needsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/lines.page.ts'
import { RoundFrame } from './round-head.tsx'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const roundId = Number(params.roundId)
  const view = readSearch(request, needsInput)
  const { needs, regulations } = api(context)
  const round = await needs.round({ roundId })
  const { groups } = await regulations.sets()
  return { round, view, groups, ...(await needs.needs({ roundId, ...view })) }
}

export default function LinesPage({
  loaderData: { round, view, groups, rows, total },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const groupName = new Map(groups.map((group) => [group.code, group.name]))
  return (
    <RoundFrame round={round} lead={w.pages.linesLead({ total })}>
      <DataTable
        name="needs"
        title={w.pages.lines}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel={`/api/need-rounds/${round.id}/needs/xlsx`}
        filter={
          <FilterBar keeps={['unitId', 'by']}>
            <TextInput name="q" type="search" label={w.pages.searchUnit} defaultValue={view.q} />
            <Select
              name="programmeId"
              label={w.fields.programme}
              none={w.pages.anyProgramme}
              defaultValue={view.programmeId}
              options={round.programmes.map((one) => ({ value: one.id, label: one.name }))}
            />
            <Select
              name="targetGroup"
              label={w.pages.groupLabel}
              none={w.pages.anyGroup}
              defaultValue={view.targetGroup}
              options={groups.map((group) => ({ value: group.code, label: group.name }))}
            />
            <Select
              name="answers"
              label={w.pages.answersLabel}
              defaultValue={view.answers}
              options={[
                { value: 'all', label: w.pages.answersAll },
                { value: 'confirmed', label: w.pages.answersConfirmed },
              ]}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'unit',
            title: w.fields.unit,
            sort: true,
            wraps: true,
            cell: (row) => <Link to={`/nhu-cau/phieu/${row.answerId}`}>{row.unitName}</Link>,
          },
          {
            key: 'programme',
            title: w.fields.programme,
            sort: true,
            wraps: true,
            cell: (row) =>
              row.modeCode === 'none' ? row.programmeName : `${row.programmeName}, ${row.modeName}`,
          },
          { key: 'heads', title: w.fields.heads, sort: true, align: 'right', cell: (row) => row.heads },
          {
            key: 'group',
            title: w.fields.targetGroup,
            wraps: true,
            cell: (row) => groupName.get(row.targetGroup) ?? row.targetGroup,
          },
          {
            key: 'people',
            title: w.fields.people,
            wraps: true,
            cell: (row) => row.people.map((person) => person.name).join('; ') || '–',
          },
          { key: 'months', title: w.fields.months, cell: (row) => w.months({ months: row.months }) || '–' },
          {
            key: 'priority',
            title: w.fields.priority,
            sort: true,
            cell: (row) => w.priorities[row.priority],
          },
          { key: 'postTitle', title: w.fields.postTitle, spare: true, cell: (row) => row.postTitle ?? '–' },
          { key: 'place', title: w.fields.place, spare: true, cell: (row) => row.place ?? '–' },
          {
            key: 'reason',
            title: w.fields.reason,
            spare: true,
            wraps: true,
            cell: (row) => row.reason ?? '–',
          },
        ]}
        empty={{ title: w.pages.matrixEmpty, text: w.pages.boardEmptyText }}
      />
    </RoundFrame>
  )
}
