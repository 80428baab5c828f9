import { Link, Form as PlainForm } from 'react-router'
import { type Day, printDay } from '../../../pure/day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { placeInput, placementsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/placements.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, placementsInput)
  return { view, ...(await api(context).people.placements(view)) }
}

export const action = async ({ context, request }: Route.ActionArgs) => {
  const { people } = api(context)
  const form = await request.formData()
  return submit(form, placeInput, async (input) => {
    if (form.get('act') === 'run') return { moved: await people.placeAfterReorganisation({}) }
    return await people.place(input)
  })
}

export default function PlacementsPage({
  loaderData: { view, rows, total, open, unplaced },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const refused = actionData && 'problem' in actionData ? actionData.problem : undefined
  const moved = actionData && 'moved' in actionData ? actionData.moved : undefined
  const placed = actionData && 'placed' in actionData ? actionData.placed : undefined
  const successors = new Map(rows.flatMap((row) => row.candidates.map((one) => [one.unit.id, one.unit.name])))
  const shareOf = (one: (typeof rows)[number]['candidates'][number]) =>
    one.share === null
      ? one.unit.name
      : w.placementsOf.share({ unit: one.unit.name, percent: Math.round(one.share * 100) })
  return (
    <Page
      title={w.placementsOf.title}
      lead={w.placementsOf.lead({ total })}
      crumbs={[{ title: w.list.title, to: '/can-bo' }]}
    >
      {refused && (
        <Notice tone="wrong">
          {[refused.title, ...refused.fields.map((one) => one.sentence)].filter(Boolean).join(' ')}
        </Notice>
      )}
      {placed !== undefined && <Notice tone="good">{w.placementsOf.decided({ placed })}</Notice>}
      {moved && <Notice tone="good">{w.placementsOf.moved(moved)}</Notice>}
      {unplaced.length > 0 && (
        <Panel title={w.placementsOf.unplaced}>
          <p>{w.placementsOf.unplacedLead}</p>
          <ul>
            {unplaced.map((one) => (
              <li key={one.unit.id}>
                {one.unit.name}: {one.count}
              </li>
            ))}
          </ul>
          <Form name="run" guards={false}>
            <Hidden name="act" value="run" />
            <FormActions>
              <SubmitButton kind="plain">{w.placementsOf.run}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      {open.length > 0 && (
        <Panel title={w.placementsOf.allTitle}>
          {open.map((one) => (
            <Form key={one.unit.id} name={`all ${one.unit.id}`} guards={false}>
              <Hidden name="fromUnitId" value={one.unit.id} />
              <p>{one.unit.name}</p>
              <FormActions>
                <ConfirmButton
                  title={w.placementsOf.allTitle}
                  text={w.placementsOf.all({ count: one.count, unit: one.unit.name })}
                  confirm={w.placementsOf.decide}
                >
                  {w.placementsOf.allOf({ count: one.count })}
                </ConfirmButton>
              </FormActions>
            </Form>
          ))}
        </Panel>
      )}
      {rows.length > 0 && (
        <Panel title={w.placementsOf.chosen}>
          {/* The boxes of the rows belong to this form: the table has a form of its own for its filter. */}
          <PlainForm id="place" method="post" className="form">
            <Select
              name="unitId"
              label={w.placementsOf.decideAt}
              hint={w.placementsOf.tick}
              none={w.placementsOf.asProposed}
              options={[...successors].map(([value, label]) => ({ value, label }))}
            />
            <FormActions>
              <SubmitButton>{w.placementsOf.decide}</SubmitButton>
            </FormActions>
          </PlainForm>
        </Panel>
      )}
      <DataTable
        name="placements"
        title={w.placementsOf.title}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.postId}
        filter={
          <FilterBar keeps={['toUnitId']}>
            <TextInput name="q" type="search" label={w.placementsOf.search} defaultValue={view.q} />
            <Select
              name="fromUnitId"
              label={w.placementsOf.from}
              none={w.placementsOf.anyFrom}
              defaultValue={view.fromUnitId}
              options={open.map((one) => ({ value: one.unit.id, label: one.unit.name }))}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'name',
            title: w.placementsOf.person,
            sort: true,
            wraps: true,
            cell: (row) => (
              <span className="ticked">
                <input
                  form="place"
                  type="checkbox"
                  name="postIds"
                  value={row.postId}
                  aria-label={`${w.placementsOf.choose} ${row.fullName}`}
                />
                <Link to={`/can-bo/${row.personId}`}>{row.fullName}</Link>
              </span>
            ),
          },
          { key: 'title', title: w.person.title, spare: true, wraps: true, cell: (row) => row.title },
          {
            key: 'fromUnit',
            title: w.placementsOf.from,
            sort: true,
            wraps: true,
            cell: (row) => row.fromUnit.name,
          },
          { key: 'toUnit', title: w.placementsOf.to, wraps: true, cell: (row) => row.toUnit.name },
          {
            key: 'candidates',
            title: w.placementsOf.candidates,
            wraps: true,
            cell: (row) => row.candidates.map(shareOf).join('; '),
          },
          {
            key: 'effectiveOn',
            title: w.file.fromOn,
            spare: true,
            cell: (row) => printDay(row.effectiveOn as Day),
          },
        ]}
        empty={{ title: w.placementsOf.emptyTitle, text: w.placementsOf.emptyText }}
      />
    </Page>
  )
}
