import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { DataTable } from '../../../ui/data-table.tsx'
import { NumberInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/sheets.page.ts'

export const loader = async ({ context }: Route.LoaderArgs) => ({
  rows: await api(context).priorities.list(),
  nextYear: Number(visit(context).today.slice(0, 4)) + 1,
})

export const action = async ({ context, request }: Route.ActionArgs) =>
  submit(request, z.object({ year: z.number() }), async (input) => {
    const { id } = await visit(context).api.priorities.start(input)
    return redirect(`/uu-tien/${id}`)
  })

export default function SheetsPage({ loaderData: { rows, nextYear }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayEdit = useCan('priorities.edit')
  return (
    <Page title={w.pages.list} lead={w.pages.listLead}>
      <DataTable
        name="priorities"
        title={w.pages.list}
        rows={rows}
        total={rows.length}
        view={{ page: 1, size: Math.max(20, rows.length) }}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'year',
            title: w.fields.year,
            cell: (row) => <Link to={`/uu-tien/${row.id}`}>{w.pages.sheet(row)}</Link>,
          },
          { key: 'state', title: w.fields.state, cell: (row) => w.states[row.state] },
          { key: 'document', title: w.fields.documentNumber, cell: (row) => row.documentNumber ?? '–' },
          { key: 'madeBy', title: w.fields.madeBy, cell: (row) => row.madeBy ?? '–' },
          { key: 'agreedBy', title: w.fields.agreedBy, cell: (row) => row.agreedBy ?? '–' },
        ]}
        empty={{ title: w.pages.empty, text: mayEdit ? w.pages.emptyText : w.pages.emptyForReaders }}
      />
      {mayEdit && (
        <Panel title={w.pages.start}>
          <Form refused={actionData}>
            <NumberInput name="year" label={w.fields.year} defaultValue={nextYear} required />
            <FormActions>
              <SubmitButton>{w.pages.start}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}
