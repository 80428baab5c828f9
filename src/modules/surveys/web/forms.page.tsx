import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { DataTable } from '../../../ui/data-table.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/forms.page.ts'

export const loader = ({ context }: Route.LoaderArgs) => api(context).surveys.formList()

const newForm = z.object({ title: z.string(), copyOf: z.number().optional() })

export const action = async ({ context, request }: Route.ActionArgs) => {
  const { surveys } = api(context)
  const form = await request.formData()
  if (form.has('load')) {
    await surveys.loadForms()
    return redirect('/danh-gia/mau')
  }
  return submit(form, newForm, async (input) => {
    const { versionId } = await surveys.makeForm(input)
    return redirect(`/danh-gia/mau/${versionId}`)
  })
}

export default function FormsPage({ loaderData: forms, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayEdit = useCan('surveys.edit')
  return (
    <Page
      title={w.forms}
      lead={w.formsLead}
      crumbs={[{ title: w.campaigns, to: '/danh-gia' }]}
      actions={
        mayEdit && (
          <Form guards={false}>
            <SubmitButton kind="plain" name="load" value="1">
              {w.loadForms}
            </SubmitButton>
          </Form>
        )
      }
    >
      <DataTable
        name="survey-forms"
        title={w.forms}
        rows={forms}
        total={forms.length}
        view={{ page: 1, size: Math.max(1, forms.length) }}
        rowKey={(row) => row.id}
        columns={[
          { key: 'title', title: w.formTitle, wraps: true, cell: (row) => row.title },
          {
            key: 'versions',
            title: w.versions,
            wraps: true,
            cell: (row) =>
              row.versions.map((one, i) => (
                <span key={one.versionId}>
                  {i > 0 && '; '}
                  <Link to={`/danh-gia/mau/${one.versionId}`}>{w.versionIs(one)}</Link>
                </span>
              )),
          },
          { key: 'origin', title: w.origin, cell: (row) => w.origins[row.origin] },
          {
            key: 'source',
            title: w.source,
            wraps: true,
            cell: (row) => (
              <>
                {row.source || '–'} {row.needsConfirmation && <em>({w.toConfirm})</em>}
              </>
            ),
          },
        ]}
        empty={{ title: w.formsNone, text: w.formsNoneText }}
      />
      {mayEdit && (
        <Panel title={w.newForm}>
          <Form name="new" refused={actionData as Refused | undefined}>
            <TextInput name="title" label={w.formTitle} required maxLength={200} />
            <Select
              name="copyOf"
              label={w.copyFrom}
              none={w.copyNothing}
              options={forms.flatMap((form) =>
                form.versions.map((one) => ({
                  value: one.versionId,
                  label: w.versionTitle({ title: form.title, number: one.number }),
                })),
              )}
            />
            <FormActions>
              <SubmitButton>{w.newForm}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}
