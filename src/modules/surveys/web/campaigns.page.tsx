import { Link, redirect } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Form, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { campaignsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/campaigns.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, campaignsInput)
  const { surveys } = api(context)
  const [list, forms] = await Promise.all([surveys.campaigns(view), surveys.forms()])
  return { view, hasForm: forms.length > 0, ...list }
}

export const action = async ({ context }: Route.ActionArgs) => {
  await api(context).surveys.loadForms()
  return redirect('/danh-gia')
}

export default function CampaignsPage({ loaderData: { view, rows, total, hasForm } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayEdit = useCan('surveys.edit')
  const actions =
    mayEdit &&
    (hasForm ? (
      <ButtonLink kind="main" to="/danh-gia/moi">
        {w.open}
      </ButtonLink>
    ) : (
      <Form guards={false}>
        <SubmitButton>{w.loadForms}</SubmitButton>
      </Form>
    ))
  return (
    <Page title={w.campaigns} lead={w.campaignsLead} actions={actions}>
      <DataTable
        name="surveys"
        title={w.campaigns}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'class',
            title: w.class,
            wraps: true,
            cell: (row) => <Link to={`/danh-gia/${row.id}`}>{`${row.classCode} ${row.className}`}</Link>,
          },
          { key: 'form', title: w.form, wraps: true, cell: (row) => row.formTitle },
          { key: 'period', title: w.period, cell: (row) => w.until({ from: row.opensOn, to: row.closesOn }) },
          { key: 'answered', title: w.answered, align: 'right', cell: (row) => w.ofExpected(row) },
          { key: 'state', title: w.state, cell: (row) => w.states[row.state] },
        ]}
        empty={{ title: w.none, text: w.noneText }}
      />
    </Page>
  )
}
