import { Link, redirect } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { NumberInput, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { periodInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/periods.page.ts'
import { useDayOf, whereItStands } from './where.ts'
import './plan.css'

export const loader = async ({ context }: Route.LoaderArgs) => ({
  rows: await api(context).plans.periods(),
  year: Number(visit(context).today.slice(0, 4)),
})

export const action = async ({ context, request }: Route.ActionArgs) =>
  submit(request, periodInput, async (input) => {
    const { id } = await visit(context).api.plans.makePeriodDraft(input)
    return redirect(`/ke-hoach/phien-ban/${id}`)
  })

export default function PeriodsPage({ loaderData: { rows, year }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const dayOf = useDayOf()
  const mayEdit = useCan('plans.edit')
  const p = w.periods
  return (
    <Page title={p.title} lead={p.lead} crumbs={[{ title: w.pages.list, to: '/ke-hoach' }]}>
      <DataTable
        name="periods"
        title={p.title}
        rows={rows}
        total={rows.length}
        view={{ page: 1, size: Math.max(20, rows.length) }}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'period',
            title: p.period,
            cell: (row) => (
              <Link to={`/ke-hoach/phien-ban/${row.id}`}>
                {p.name({ year: row.year, untilYear: row.untilYear ?? row.year, number: row.number })}
              </Link>
            ),
          },
          { key: 'state', title: w.fields.state, cell: (row) => w.states[row.state] },
          { key: 'where', title: w.fields.where, wraps: true, cell: (row) => whereItStands(w, row, dayOf) },
          {
            key: 'opened',
            title: w.fields.opened,
            align: 'right',
            cell: (row) => printNumber(row.sums.opened, locale),
          },
          {
            key: 'rollUp',
            title: p.rollUp,
            cell: (row) => <Link to={`/ke-hoach/giai-doan/${row.id}`}>{p.rollUp}</Link>,
          },
        ]}
        empty={{ title: p.empty, text: mayEdit ? p.emptyText : w.pages.emptyForUnits }}
      />
      {mayEdit && (
        <div className="plan-part">
          <Panel title={p.make}>
            <Form refused={actionData}>
              <FieldRow>
                <NumberInput name="fromYear" label={p.fromYear} defaultValue={year + 1} required />
                <NumberInput name="untilYear" label={p.untilYear} defaultValue={year + 5} required />
              </FieldRow>
              <FieldRow>
                <TextInput name="title" label={w.fields.title} maxLength={300} autoComplete="off" />
                <TextInput
                  name="assignedBy"
                  label={w.fields.assignedBy}
                  hint={w.pages.hintAssignedBy}
                  maxLength={200}
                />
              </FieldRow>
              <FormActions>
                <SubmitButton>{p.make}</SubmitButton>
              </FormActions>
            </Form>
          </Panel>
        </div>
      )}
    </Page>
  )
}
