import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { absenceStates, absencesInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/absences.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, absencesInput, { desc: true })
  const chosen = Number(new URL(request.url).searchParams.get('don'))
  const found = await api(context).attendance.absences(view)
  return { view, ...found, chosen: found.rows.find((one) => one.id === chosen && one.can.length > 0) ?? null }
}

const seen = { absenceId: z.number(), version: z.number() }
const acts = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('decide'),
    ...seen,
    agrees: z.enum(['yes', 'no']),
    note: z.string().default(''),
  }),
  z.object({ act: z.literal('withdraw'), ...seen }),
])

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { attendance } = api(context)
    if (input.act === 'decide') await attendance.decide({ ...input, agrees: input.agrees === 'yes' })
    else await attendance.withdraw(input)
    return redirect('/vang-mat')
  })

export default function AbsencesPage({
  loaderData: { view, rows, total, chosen },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const refused = actionData as Refused | undefined
  return (
    <Page
      title={w.absences}
      lead={w.absencesLead}
      actions={
        <ButtonLink kind="main" to="/vang-mat/moi">
          {w.askRecall}
        </ButtonLink>
      }
    >
      {chosen && (
        <Panel title={`${w.kinds[chosen.kind]}: ${chosen.fullName}, ${w.span(chosen)}`}>
          <p>
            {w.costs({ sessions: chosen.costSessions, hours: chosen.costHours })}. {chosen.reason}{' '}
            {chosen.calledBy && w.calledBy({ who: chosen.calledBy })} {chosen.documentNumber}
          </p>
          <Form key={chosen.id} name="answer" refused={refused}>
            <Hidden name="absenceId" value={chosen.id} />
            <Hidden name="version" value={chosen.version} />
            {chosen.can.includes('decide') ? (
              <>
                <Hidden name="act" value="decide" />
                <TextInput name="note" label={w.note} maxLength={1000} />
                <FormActions>
                  <SubmitButton name="agrees" value="yes">
                    {w.agree}
                  </SubmitButton>
                  <SubmitButton kind="plain" name="agrees" value="no">
                    {w.refuse}
                  </SubmitButton>
                </FormActions>
              </>
            ) : (
              <>
                <Hidden name="act" value="withdraw" />
                <FormActions>
                  <SubmitButton kind="plain">{w.withdraw}</SubmitButton>
                </FormActions>
              </>
            )}
          </Form>
        </Panel>
      )}
      <DataTable
        name="absences"
        title={w.absences}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        filter={
          <FilterBar keeps={['classId', 'enrolmentId']}>
            <TextInput name="q" type="search" label={w.search} defaultValue={view.q} />
            <Select
              name="state"
              label={w.field.state}
              defaultValue={view.state}
              options={(['all', ...absenceStates] as const).map((value) => ({
                value,
                label: w.states[value],
              }))}
            />
          </FilterBar>
        }
        columns={[
          { key: 'name', title: w.columns.name, sort: true, cell: (row) => row.fullName },
          {
            key: 'class',
            title: w.columns.class,
            sort: true,
            cell: (row) => <Link to={`/lop/${row.classId}/hoc-vien`}>{row.classCode}</Link>,
          },
          { key: 'unit', title: w.columns.unit, wraps: true, cell: (row) => row.unit },
          { key: 'kind', title: w.columns.kind, cell: (row) => w.kinds[row.kind] },
          {
            key: 'fromOn',
            title: w.columns.days,
            sort: true,
            wraps: true,
            cell: (row) => (
              <>
                {w.span(row)} {row.isAfter && <span className="quiet">({w.isAfter})</span>}
              </>
            ),
          },
          {
            key: 'cost',
            title: w.columns.cost,
            cell: (row) => w.costs({ sessions: row.costSessions, hours: row.costHours }),
          },
          { key: 'reason', title: w.columns.reason, wraps: true, cell: (row) => row.reason },
          {
            key: 'state',
            title: w.columns.state,
            wraps: true,
            cell: (row) => (
              <>
                {w.states[row.state]} {row.decisionNote && <span className="quiet">{row.decisionNote}</span>}{' '}
                {row.can.length > 0 && (
                  <Link
                    to={`?don=${row.id}`}
                    aria-label={`${row.can.includes('decide') ? w.answer : w.withdraw}: ${row.fullName}, ${w.span(row)}`}
                  >
                    {row.can.includes('decide') ? w.answer : w.withdraw}
                  </Link>
                )}
              </>
            ),
          },
        ]}
        empty={w.noAbsences}
      />
    </Page>
  )
}
