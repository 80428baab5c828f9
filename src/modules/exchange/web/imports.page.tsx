import { Link, redirect } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FileInput, NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { checkInput, runsInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/imports.page.ts'
import './imports.css'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const { kind: wished, ...view } = readSearch(request, runsInput)
  const [kinds, runs] = await Promise.all([api(context).exchange.kinds(), api(context).exchange.list(view)])
  return { kinds, view, wished, ...runs }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, checkInput, async (input) => {
    const run = await api(context).exchange.check(input)
    return redirect(`/nhap/${run.id}`)
  })

export default function ImportsPage({
  loaderData: { kinds, view, wished, rows, total },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const printAt = usePrintInstant()
  const nameOf = (kind: string) => w.kinds[kind] ?? kind
  return (
    <Page title={w.title} lead={w.lead}>
      <div className="imports">
        <Panel>
          <Form refused={actionData} refusedTitle={w.unread} hasFiles>
            <Select
              name="kind"
              label={w.kind}
              options={kinds.map(({ kind }) => ({ value: kind, label: nameOf(kind) }))}
              defaultValue={wished ?? kinds[0]?.kind}
              required
            />
            <FileInput
              name="file"
              label={w.file}
              hint={w.fileHint}
              accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.csv"
              required
            />
            <NumberInput name="year" label={w.year} hint={w.yearHint} />
            <FormActions>
              <SubmitButton>{w.check}</SubmitButton>
            </FormActions>
          </Form>
          <h2>{w.next}</h2>
          <ol>
            {w.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Panel>
        <Panel title={w.templates}>
          <p className="quiet">{w.templateHint}</p>
          <ul className="imports-templates">
            {kinds.map(({ kind }) => (
              <li key={kind}>
                <a href={`/api/import-kinds/${kind}/template`} download>
                  {w.templateOf({ kind: nameOf(kind) })}
                </a>
              </li>
            ))}
          </ul>
        </Panel>
        <h2>{w.runs}</h2>
        <DataTable
          name="imports"
          title={w.runs}
          rows={rows}
          total={total}
          view={view}
          rowKey={(row) => row.id}
          filter={
            (total > 20 || view.q !== '' || view.state !== undefined) && (
              <FilterBar>
                <TextInput name="q" type="search" label={w.field.q} defaultValue={view.q} />
                <Select
                  name="state"
                  label={w.field.state}
                  none={w.show.all}
                  defaultValue={view.state}
                  options={Object.entries(w.state).map(([value, label]) => ({ value, label }))}
                />
              </FilterBar>
            )
          }
          columns={[
            {
              key: 'fileName',
              title: w.field.fileName,
              cell: (row) => <Link to={`/nhap/${row.id}`}>{row.fileName}</Link>,
            },
            { key: 'kind', title: w.field.kind, cell: (row) => nameOf(row.kind) },
            { key: 'state', title: w.field.state, cell: (row) => w.state[row.state] },
            {
              key: 'rows',
              title: w.field.rows,
              align: 'right',
              cell: ({ counts }) =>
                printNumber(counts.add + counts.change + counts.same + counts.wrong, locale),
            },
            { key: 'madeAt', title: w.field.madeAt, cell: (row) => printAt(row.madeAt) },
            { key: 'madeBy', title: w.field.madeBy, cell: (row) => row.madeBy },
          ]}
          empty={w.noRuns}
        />
      </div>
    </Page>
  )
}
