import { Link, redirect } from 'react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { Hidden, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { duplicatesInput, tellApartInput } from '../contract.ts'
import { printBirth } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/duplicates.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, duplicatesInput)
  return { view, ...(await api(context).people.duplicates(view)) }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, tellApartInput, async (input) => {
    await api(context).people.tellApart(input)
    return redirect(`/can-bo/trung${new URL(request.url).search}`)
  })

export default function DuplicatesPage({
  loaderData: { view, rows, total },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  type Suspect = (typeof rows)[number]['first']
  const about = (one: Suspect) => (
    <>
      <Link to={`/can-bo/${one.id}`}>{one.fullName}</Link>
      <br />
      <span className="quiet">
        {[one.code, printBirth(one), one.title, one.unit?.name].filter(Boolean).join(' · ')}
      </span>
    </>
  )
  return (
    <Page
      title={w.duplicatesOf.title}
      lead={w.duplicatesOf.lead({ total })}
      crumbs={[{ title: w.list.title, to: '/can-bo' }]}
    >
      <DataTable
        name="duplicates"
        title={w.duplicatesOf.title}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => `${row.first.id} ${row.second.id}`}
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.duplicatesOf.search} defaultValue={view.q} />
          </FilterBar>
        }
        columns={[
          { key: 'first', title: w.duplicatesOf.first, wraps: true, cell: (row) => about(row.first) },
          { key: 'second', title: w.duplicatesOf.second, wraps: true, cell: (row) => about(row.second) },
          {
            key: 'reasons',
            title: w.duplicatesOf.reasons,
            wraps: true,
            cell: (row) => {
              const name = `${row.first.id} ${row.second.id}`
              return (
                <>
                  {w.duplicatesOf.score} {row.score}:{' '}
                  {row.reasons.map((one) => w.duplicatesOf.reason[one]).join(', ')}
                  <details className="act" open={actionData?.form === name}>
                    <summary>{w.duplicatesOf.tellApart}</summary>
                    <Form name={name} refused={actionData}>
                      <Hidden name="firstId" value={row.first.id} />
                      <Hidden name="secondId" value={row.second.id} />
                      <TextInput name="reason" label={w.duplicatesOf.why} required />
                      <FormActions>
                        <SubmitButton kind="plain">{w.duplicatesOf.tellApart}</SubmitButton>
                      </FormActions>
                    </Form>
                  </details>
                </>
              )
            },
          },
        ]}
        empty={{ title: w.duplicatesOf.emptyTitle, text: w.duplicatesOf.emptyText }}
      />
    </Page>
  )
}
