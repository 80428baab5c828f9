import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { unitChoices, unitMeant } from '../../../ui/unit-choice.ts'
import { UnitInput } from '../../../ui/unit-input.tsx'
import { api } from '../../../ui/visit.ts'
import { peopleInput } from '../contract.ts'
import { printBirth } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/people.page.ts'

const viewInput = peopleInput.extend({ donVi: z.string().trim().max(200).default('') })

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { donVi, ...view } = readSearch(request, viewInput)
  const units = await unitChoices(api(context))
  const address = new URL(request.url)
  if (donVi !== '') {
    const meant = unitMeant(units, donVi)
    if (!meant) return { view, donVi, units, rows: [], total: 0, isTotalCapped: false }
    address.searchParams.delete('donVi')
    address.searchParams.set('unitId', String(meant.id))
    throw redirect(`/can-bo?${address.searchParams}`)
  }
  return { view, donVi, units, ...(await api(context).people.list(view)) }
}

export default function PeoplePage({
  loaderData: { view, donVi, units, rows, total, isTotalCapped },
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayEdit = useCan('people.edit')
  const mayImport = useCan('people.import')
  const mayUnmask = useCan('people.unmask')
  const unit = units.find((one) => one.id === view.unitId)
  const make = mayEdit && (
    <ButtonLink kind="main" to="/can-bo/moi">
      {w.list.make}
    </ButtonLink>
  )
  const rank = (value: number | null) => (value === null ? '–' : w.ranks[value as 0 | 1 | 2 | 3])
  return (
    <Page
      title={w.list.title}
      lead={isTotalCapped ? w.list.leadCapped({ total }) : w.list.lead({ total })}
      actions={
        mayEdit && (
          <>
            <ButtonLink to="/can-bo/sap-xep">{w.list.placements}</ButtonLink>
            {mayImport && <ButtonLink to="/nhap?kind=people">{w.list.fromExcel}</ButtonLink>}
            {make}
          </>
        )
      }
    >
      {donVi !== '' && <Notice tone="wrong">{w.list.unitNotMeant({ name: donVi })}</Notice>}
      <DataTable
        name="people"
        title={w.list.title}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel="/api/people/xlsx"
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.list.search} defaultValue={view.q} />
            <UnitInput
              name="donVi"
              label={w.list.unit}
              placeholder={w.list.anyUnit}
              units={units}
              defaultValue={unit?.label}
              key={unit?.id ?? 0}
            />
            <Select
              name="sex"
              label={w.person.sex}
              none={w.list.anySex}
              defaultValue={view.sex}
              options={Object.entries(w.sexes).map(([value, label]) => ({ value, label }))}
            />
            <Select
              name="rank"
              label={w.person.rank}
              none={w.list.anyRank}
              defaultValue={view.rank}
              options={Object.entries(w.ranks).map(([value, label]) => ({ value, label }))}
            />
            <NumberInput name="bornFrom" label={w.list.bornFrom} defaultValue={view.bornFrom} />
            <NumberInput name="bornUntil" label={w.list.bornUntil} defaultValue={view.bornUntil} />
            {mayUnmask && (
              <Select
                name="isPartyMember"
                label={w.list.party}
                none={w.list.any}
                defaultValue={view.isPartyMember ? 'true' : ''}
                options={[{ value: 'true', label: w.list.yes }]}
              />
            )}
            {mayUnmask && (
              <Select
                name="isPlanned"
                label={w.list.planned}
                none={w.list.any}
                defaultValue={view.isPlanned ? 'true' : ''}
                options={[{ value: 'true', label: w.list.yes }]}
              />
            )}
          </FilterBar>
        }
        columns={[
          {
            key: 'name',
            title: w.person.fullName,
            sort: true,
            cell: (row) => <Link to={`/can-bo/${row.id}`}>{row.fullName}</Link>,
          },
          { key: 'code', title: w.person.code, sort: true, cell: (row) => row.code ?? '–' },
          {
            key: 'born',
            title: w.person.born,
            sort: true,
            align: 'right',
            cell: (row) => printBirth(row) || '–',
          },
          { key: 'sex', title: w.person.sex, cell: (row) => (row.sex ? w.sexes[row.sex] : '–') },
          {
            key: 'unit',
            title: w.person.unit,
            wraps: true,
            cell: (row) =>
              row.placement === 'proposed' ? (
                <>
                  {row.unit?.name} <span className="quiet">({w.list.proposed})</span>
                </>
              ) : (
                (row.unit?.name ?? '–')
              ),
          },
          { key: 'title', title: w.person.title, wraps: true, cell: (row) => row.title ?? '–' },
          { key: 'rank', title: w.person.rank, spare: true, cell: (row) => rank(row.rank) },
        ]}
        empty={{ title: w.list.emptyTitle, text: w.list.emptyText, action: make }}
      />
    </Page>
  )
}
