import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { DayInput, Hidden, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { KeptFiles } from '../../../ui/kept-files.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { attachInput } from '../../files/contract.ts'
import { boardInput, extendInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/board.page.ts'
import { RoundFrame } from './round-head.tsx'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const roundId = Number(params.roundId)
  const view = readSearch(request, boardInput)
  const { needs } = api(context)
  const round = await needs.round({ roundId })
  return { round, view, ...(await needs.board({ roundId, ...view })) }
}

const seen = { version: z.number() }
const step = z.discriminatedUnion('act', [
  z.object({ act: z.literal('open'), ...seen }),
  z.object({ act: z.literal('close'), ...seen }),
  extendInput.extend({ act: z.literal('extend'), reason: z.string().default('') }),
  attachInput.extend({ act: z.literal('attach') }),
  z.object({ act: z.literal('detach'), fileId: z.number() }),
])

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { needs } = visit(context).api
  const roundId = Number(params.roundId)
  return submit(request, step, async (input) => {
    if (input.act === 'open') await needs.open({ ...input, roundId })
    else if (input.act === 'close') await needs.close({ ...input, roundId })
    else if (input.act === 'attach') await needs.attach({ ...input, roundId })
    else if (input.act === 'detach') await needs.detach({ ...input, roundId })
    else await needs.extend({ ...input, reason: input.reason ?? '', roundId })
    return redirect(`/nhu-cau/${roundId}`)
  })
}

export default function BoardPage({
  loaderData: { round, view, rows, total },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const at = (instant: string | null) => (instant === null ? '–' : printAt(instant))
  return (
    <RoundFrame
      round={round}
      lead={`${w.pages.closes({ on: round.closesOn })}. ${
        round.progress.asked > 0 ? w.pages.boardLead(round.progress) : ''
      }`}
      actions={
        round.can.includes('edit') && <ButtonLink to={`/nhu-cau/${round.id}/sua`}>{w.pages.edit}</ButtonLink>
      }
    >
      <Steps round={round} refused={actionData as Refused | undefined} />
      {round.own.length > 0 && (
        <Panel title={w.pages.myAnswer} flush>
          <ul className="rows">
            {round.own.map((own) => (
              <li key={own.answerId}>
                <Link to={`/nhu-cau/phieu/${own.answerId}`}>{own.unitName}</Link>
                <span className={`need-state need-state-${own.state}`}>{w.answerStates[own.state]}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <DataTable
        name="need-board"
        title={w.pages.board}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        excel={`/api/need-rounds/${round.id}/answers/xlsx`}
        filter={
          <FilterBar>
            <TextInput name="q" type="search" label={w.pages.searchUnit} defaultValue={view.q} />
            <Select
              name="state"
              label={w.fields.state}
              none={w.pages.anyState}
              defaultValue={view.state}
              options={Object.entries(w.filters).map(([value, label]) => ({ value, label }))}
            />
          </FilterBar>
        }
        columns={[
          {
            key: 'unit',
            title: w.fields.unit,
            sort: true,
            wraps: true,
            cell: (row) => (
              <>
                <Link to={`/nhu-cau/phieu/${row.id}`}>{row.unitName}</Link>
                {row.successor && (
                  <span className="quiet"> ({w.pages.became({ name: row.successor.name })})</span>
                )}
              </>
            ),
          },
          {
            key: 'state',
            title: w.fields.state,
            sort: true,
            cell: (row) => (
              <>
                <span className={`need-state need-state-${row.state}`}>{w.answerStates[row.state]}</span>
                {row.noNeed && <span className="quiet"> {w.pages.noNeed}</span>}
                {row.isLate && <strong className="need-late"> {w.pages.late}</strong>}
              </>
            ),
          },
          { key: 'lines', title: w.fields.lines, align: 'right', cell: (row) => row.lines },
          { key: 'heads', title: w.fields.heads, sort: true, align: 'right', cell: (row) => row.heads },
          { key: 'openedAt', title: w.fields.openedAt, cell: (row) => at(row.openedAt) },
          { key: 'answeredAt', title: w.fields.submittedAt, sort: true, cell: (row) => at(row.submittedAt) },
          {
            key: 'confirmedAt',
            title: w.fields.confirmedAt,
            spare: true,
            cell: (row) => at(row.confirmedAt),
          },
        ]}
        empty={{ title: w.pages.boardEmpty, text: w.pages.boardEmptyText }}
      />
      <KeptFiles
        title={w.pages.guideFiles}
        files={round.files}
        address={`/api/need-rounds/${round.id}/files`}
        mayChange={round.can.includes('edit')}
        refused={actionData as Refused | undefined}
      />
      <About round={round} />
    </RoundFrame>
  )
}

type Round = Route.ComponentProps['loaderData']['round']

/** What the school may do with the round now. */
function Steps({ round, refused }: { round: Round; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const may = (verb: string) => round.can.includes(verb)
  if (!may('open') && !may('close') && !may('extend')) return null
  return (
    <div className="need-steps">
      {may('open') && (
        <Form name="open" refused={refused} guards={false}>
          <Hidden name="act" value="open" />
          <Hidden name="version" value={round.version} />
          <ConfirmButton kind="main" title={w.pages.openSure} text={w.pages.openHint} confirm={w.pages.open}>
            {w.pages.open}
          </ConfirmButton>
        </Form>
      )}
      {may('close') && (
        <Form name="close" refused={refused} guards={false}>
          <Hidden name="act" value="close" />
          <Hidden name="version" value={round.version} />
          <ConfirmButton title={w.pages.closeSure} text={w.pages.closeHint} confirm={w.pages.close}>
            {w.pages.close}
          </ConfirmButton>
        </Form>
      )}
      {may('extend') && (
        <details open={refused?.form === 'extend'}>
          <summary>{w.pages.extend}</summary>
          <p className="quiet">{w.pages.extendHint}</p>
          <Form name="extend" refused={refused}>
            <Hidden name="act" value="extend" />
            <Hidden name="version" value={round.version} />
            <DayInput name="closesOn" label={w.fields.closesOn} required />
            <TextArea name="reason" label={w.fields.reason} rows={2} required />
            <FormActions>
              <SubmitButton kind="plain">{w.pages.extend}</SubmitButton>
            </FormActions>
          </Form>
        </details>
      )}
    </div>
  )
}

function About({ round }: { round: Round }) {
  const w = useWords(vi, en)
  return (
    <Panel title={w.pages.aboutRound} flush>
      <DescriptionList
        facts={[
          { term: w.fields.year, value: w.period(round) },
          { term: w.fields.opensOn, value: printDay(round.opensOn) },
          { term: w.fields.closesOn, value: printDay(round.closesOn) },
          { term: w.fields.asks, value: w.asks[round.asks] },
          { term: w.fields.programmes, value: round.programmes.map((one) => one.name).join('; ') },
          {
            term: w.fields.guide,
            value: round.guide && <span className="need-guide">{round.guide}</span>,
          },
          ...round.extensions.map((one) => ({
            term: w.pages.extensions,
            value: `${printDay(one.beforeOn)} → ${printDay(one.afterOn)}: ${one.reason}`,
          })),
        ]}
      />
    </Panel>
  )
}
