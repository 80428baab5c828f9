import { redirect } from 'react-router'
import * as z from 'zod'
import type { Day } from '../../../pure/day.ts'
import { ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Select, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { rowsInput } from '../contract.ts'
import { refusalOfApply } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import './imports.css'
import type { Route } from './+types/import.page.ts'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const view = readSearch(request, rowsInput)
  return { view, ...(await api(context).exchange.get({ ...view, runId: Number(params.runId) })) }
}

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, z.object({ act: z.enum(['apply', 'checkAgain', 'withdraw']) }), async ({ act }) => {
    const runId = Number(params.runId)
    await api(context).exchange[act]({ runId })
    return redirect(act === 'withdraw' ? '/nhap' : `/nhap/${runId}`)
  })

/** Where what was written can be seen. */
const places: Record<string, (year: number | null) => string> = {
  plan: (year) => `/ke-hoach${year ? `?nam=${year}` : ''}`,
  classes: (year) => `/lop${year ? `?nam=${year}` : ''}`,
  units: () => '/don-vi',
  successions: () => '/don-vi',
  reorganisation: () => '/sap-xep',
  people: () => '/can-bo',
  plannings: () => '/can-bo',
  ratings: () => '/can-bo',
  curriculum: () => '/chuong-trinh',
  programmes: () => '/chuong-trinh',
}

export default function ImportPage({
  loaderData: { run, view, rows, total },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const refusal = refusalOfApply(run)
  const year = run.year ?? yearOfChecks(run.checks)
  const place = places[run.kind]
  const sentences = w.problems as Record<string, string | ((params: never) => string)>
  const why = refusal && sentences[refusal.code]
  // There is something to correct, but the file with the column of errors is its sender's only.
  const isForSender = run.counts.wrong + run.counts.doubtful > 0 && !run.can.includes('errors')
  return (
    <Page
      title={run.fileName}
      lead={
        run.state === 'applied'
          ? w.written({
              ...run.counts,
              by: run.appliedBy ?? '',
              at: run.appliedAt ? printAt(run.appliedAt) : '',
            })
          : w.counts(run.counts)
      }
      crumbs={[{ title: w.title, to: '/nhap' }]}
      actions={
        run.state === 'applied' &&
        place && (
          <ButtonLink kind="main" to={place(year)}>
            {w.see[run.kind] ?? w.title}
          </ButtonLink>
        )
      }
    >
      {run.state === 'withdrawn' && <Notice>{w.state.withdrawn}</Notice>}
      {run.fileDeletedOn && <Notice>{w.fileDeleted({ on: run.fileDeletedOn as Day })}</Notice>}
      {run.writtenBefore && run.state === 'checked' && (
        <Notice>{w.writtenBefore({ on: run.writtenBefore.on as Day })}</Notice>
      )}
      {run.state === 'checked' && (
        <Panel>
          <Form refused={actionData} guards={false}>
            {refusal ? (
              <p className="refused-for-now">
                {isForSender && refusal.code === 'exchange.hasErrors'
                  ? w.stillWrong({ rows: run.counts.wrong })
                  : typeof why === 'function'
                    ? why(refusal.params as never)
                    : why}
              </p>
            ) : (
              run.counts.doubtful > 0 && <p>{w.doubtful({ rows: run.counts.doubtful })}</p>
            )}
            {isForSender && (
              <p className="quiet">{w.problems['exchange.onlyToSender']({ name: run.madeBy })}</p>
            )}
            <FormActions>
              {refusal === null ? (
                <ConfirmButton
                  kind="main"
                  name="act"
                  value="apply"
                  title={w.applyTitle}
                  text={w.applyText(run.counts)}
                  confirm={w.apply}
                >
                  {w.apply}
                </ConfirmButton>
              ) : (
                <button type="button" className="button button-main" disabled>
                  {w.apply}
                </button>
              )}
              {run.can.includes('errors') && (
                <DownloadLink href={`/api/imports/${run.id}/errors`}>{w.marked}</DownloadLink>
              )}
              <SubmitButton kind="plain" name="act" value="checkAgain">
                {w.checkAgain}
              </SubmitButton>
              <SubmitButton kind="plain" name="act" value="withdraw">
                {w.withdraw}
              </SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      <Panel title={w.checks}>
        <ul className="checks">
          {run.checks.map((check) => (
            <li key={check.sentence} className={check.holds ? undefined : 'wrong'}>
              {!check.holds && <strong>{w.fails}. </strong>}
              {check.sentence}
            </li>
          ))}
          <li className="quiet">
            {w.sheet({ sheetName: run.sheetName })}{' '}
            {run.unknownColumns.length > 0 && w.unknownColumns({ titles: run.unknownColumns })}{' '}
            {run.fileKeptUntil && w.fileKeptUntil({ until: run.fileKeptUntil as Day })}
          </li>
        </ul>
      </Panel>
      <DataTable
        name="importRows"
        title={w.rows}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => `${row.rowNumber} ${row.action} ${row.understood}`}
        filter={
          <FilterBar>
            <Select
              name="show"
              label={w.showLabel}
              defaultValue={view.show}
              options={Object.entries(w.show).map(([value, label]) => ({ value, label }))}
            />
            <TextInput name="q" type="search" label={w.understood} defaultValue={view.q} />
          </FilterBar>
        }
        columns={[
          {
            key: 'rowNumber',
            title: w.row,
            cell: (row) => (
              <>
                <span className="import-row">{w.row} </span>
                {row.action === 'drop' ? '–' : row.rowNumber}
              </>
            ),
          },
          {
            key: 'action',
            title: w.outcome,
            cell: (row) => (
              <span className={row.action === 'wrong' ? 'wrong' : undefined}>{w.action[row.action]}</span>
            ),
          },
          { key: 'understood', title: w.understood, wraps: true, cell: (row) => row.understood },
          {
            key: 'remarks',
            title: w.remarks,
            wraps: true,
            cell: (row) => (
              <>
                {row.action === 'drop' && <span className="remark">{w.notInFile}</span>}
                {row.problems.map((one) => (
                  <span
                    key={`${one.column} ${one.sentence}`}
                    className={one.isError ? 'remark wrong' : 'remark'}
                  >
                    {one.column && `${one.column}: `}
                    {one.sentence}
                  </span>
                ))}
                {row.changes.map((change) => (
                  <span key={change.column} className="remark">
                    {w.becomes(change)}
                  </span>
                ))}
              </>
            ),
          },
        ]}
        empty={w.noRows}
      />
    </Page>
  )
}

/** The year that the file itself named. */
function yearOfChecks(checks: readonly { params: Record<string, unknown> }[]): number | null {
  const named = checks.map((check) => check.params.year).find((year) => typeof year === 'number')
  return named === undefined ? null : (named as number)
}
