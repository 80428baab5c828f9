import { type FormEvent, useState } from 'react'
import { redirect } from 'react-router'
import * as z from 'zod'
import { printNumber } from '../../../pure/share.ts'
import { DownloadLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DayInput, Field, Hidden, NumberInput, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import {
  agreeInput,
  criteria,
  judgedCriteria,
  markInput,
  type Subject,
  type Weights,
  weightsInput,
} from '../contract.ts'
import { keyOf, maxWeight, rank, turns } from '../rules/ranking.ts'
import { reasonsOf } from '../rules/reasons.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/sheet.page.ts'
import './priorities.css'

export const loader = ({ context, params }: Route.LoaderArgs) =>
  api(context).priorities.get({ sheetId: Number(params.sheetId) })

const step = z.discriminatedUnion('act', [
  z.object({ act: z.literal('weights'), ...weightsInput.omit({ sheetId: true }).shape }),
  z.object({
    act: z.literal('mark'),
    ...markInput.omit({ sheetId: true, programmeId: true, modeCode: true }).shape,
    /** Programme and mode, as the choice sends them. */
    demand: z.string(),
  }),
  z.object({ act: z.literal('agree'), ...agreeInput.omit({ sheetId: true }).shape }),
])

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { priorities } = visit(context).api
  const sheetId = Number(params.sheetId)
  return submit(request, step, async (input) => {
    if (input.act === 'weights') await priorities.setWeights({ ...input, sheetId })
    else if (input.act === 'mark') {
      const [programmeId, modeCode = ''] = input.demand.split(' ')
      await priorities.mark({ ...input, sheetId, programmeId: Number(programmeId), modeCode })
    } else await priorities.agree({ ...input, sheetId })
    return redirect(`/uu-tien/${sheetId}`)
  })
}

type Sheet = Route.ComponentProps['loaderData']['sheet']

export default function SheetPage({ loaderData: { sheet, subjects }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  // What is being tried; the saved weights stay on the server until they are sent.
  const [tried, setTried] = useState(sheet.weights)
  const refused = actionData as Refused | undefined
  const mayEdit = sheet.can.includes('edit')
  return (
    <Page
      title={w.pages.sheet(sheet)}
      lead={
        sheet.documentNumber && sheet.documentOn
          ? w.pages.leadAgreed({ document: sheet.documentNumber, on: sheet.documentOn })
          : w.pages.leadDraft({ demands: subjects.length })
      }
      crumbs={[{ title: w.pages.list, to: '/uu-tien' }]}
      actions={
        subjects.length > 0 && (
          <>
            <DownloadLink href={`/api/priorities/${sheet.id}/xlsx`}>{w.pages.excel}</DownloadLink>
            <DownloadLink href={`/api/priorities/${sheet.id}/minutes`}>{w.pages.minutes}</DownloadLink>
          </>
        )
      }
    >
      <Panel title={w.pages.weights}>
        <WeightsForm key={sheet.version} sheet={sheet} tried={tried} onTry={setTried} refused={refused} />
      </Panel>
      <Ranking saved={sheet.weights} tried={tried} subjects={subjects} />
      {subjects.length > 1 && <TurnsPanel subjects={subjects} tried={tried} />}
      {subjects.length > 0 && (mayEdit || hasMarks(subjects)) && (
        <Marks subjects={subjects} mayEdit={mayEdit} refused={refused} key={`marks-${sheet.version}`} />
      )}
      {sheet.can.includes('agree') && subjects.length > 0 && (
        <Panel title={w.pages.agree}>
          <Form name="agree" refused={refused}>
            <Hidden name="act" value="agree" />
            <Hidden name="version" value={sheet.version} />
            <p className="quiet">{w.pages.agreeLead}</p>
            <FieldRow>
              <TextInput name="documentNumber" label={w.fields.documentNumber} maxLength={100} required />
              <DayInput name="documentOn" label={w.fields.documentOn} required />
            </FieldRow>
            <FormActions>
              <SubmitButton>{w.pages.agree}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}

/** A slider for each criterion. Without script it is a form like any other; with it the order follows at once. */
function WeightsForm({
  sheet,
  tried,
  onTry,
  refused,
}: {
  sheet: Sheet
  tried: Weights
  onTry: (weights: Weights) => void
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const mayEdit = sheet.can.includes('edit')
  const follow = (event: FormEvent<HTMLInputElement>) => {
    const { name, value } = event.currentTarget
    onTry({ ...tried, [name]: Number(value) })
  }
  return (
    <Form name="weights" refused={refused}>
      <Hidden name="act" value="weights" />
      <Hidden name="version" value={sheet.version} />
      <div className="weights">
        {criteria.map((one) => (
          <Field key={one} name={one} label={w.criteria[one]} hint={w.measures[one]}>
            {(input) => (
              <span className="weight">
                <input
                  {...input}
                  type="range"
                  min={0}
                  max={maxWeight}
                  step={1}
                  defaultValue={sheet.weights[one]}
                  disabled={!mayEdit}
                  onInput={follow}
                />
                <output htmlFor={input.id}>{tried[one]}</output>
              </span>
            )}
          </Field>
        ))}
      </div>
      {mayEdit && (
        <FormActions>
          <SubmitButton>{w.pages.saveWeights}</SubmitButton>
        </FormActions>
      )}
    </Form>
  )
}

function Ranking({
  subjects,
  saved,
  tried,
}: {
  subjects: readonly Subject[]
  saved: Weights
  tried: Weights
}) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const before = new Map(rank(subjects, saved).map((one) => [keyOf(one), one.rank]))
  const byKey = new Map(subjects.map((subject) => [keyOf(subject), subject]))
  const rows = rank(subjects, tried).map((one) => ({ ...one, subject: byKey.get(keyOf(one)) as Subject }))
  const n = (value: number, decimals = 0) => printNumber(value, locale, decimals)
  const isTrying = criteria.some((one) => saved[one] !== tried[one])
  return (
    <DataTable
      name="ranking"
      title={w.pages.ranking}
      rows={rows}
      total={rows.length}
      view={{ page: 1, size: Math.max(20, rows.length) }}
      rowKey={keyOf}
      columns={[
        {
          key: 'demand',
          title: w.fields.demand,
          wraps: true,
          cell: ({ subject }) => w.demand({ title: subject.title, mode: subject.modeName }),
        },
        {
          key: 'score',
          title: w.fields.score,
          align: 'right',
          wraps: true,
          cell: (row) => (
            <>
              <strong>{n(row.score, 1)}</strong>
              {row.high - row.score > 0.05 && (
                <span className="quiet"> {w.pages.mayRise({ high: row.high })}</span>
              )}
            </>
          ),
        },
        ...(isTrying
          ? [
              {
                key: 'moved',
                title: w.fields.moved,
                cell: (row: (typeof rows)[number]) =>
                  w.pages.moved({ by: (before.get(keyOf(row)) ?? row.rank) - row.rank }),
              },
            ]
          : []),
        { key: 'heads', title: w.fields.heads, align: 'right', cell: ({ subject }) => n(subject.heads) },
        { key: 'units', title: w.fields.units, align: 'right', cell: ({ subject }) => n(subject.units) },
        {
          key: 'why',
          title: w.fields.why,
          wraps: true,
          cell: ({ subject, parts }) => (
            <ul className="why">
              {reasonsOf(w, subject, parts, tried).map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          ),
        },
      ]}
      empty={{ title: w.pages.noDemands, text: w.pages.noDemandsText }}
    />
  )
}

function TurnsPanel({ subjects, tried }: { subjects: readonly Subject[]; tried: Weights }) {
  const w = useWords(vi, en)
  const byKey = new Map(subjects.map((subject) => [keyOf(subject), subject]))
  const nameOf = (one: { programmeId: number; modeCode: string }) => {
    const subject = byKey.get(keyOf(one))
    return subject ? w.demand({ title: subject.title, mode: subject.modeName }) : ''
  }
  const found = turns(subjects, tried)
  return (
    <Panel title={w.pages.turns}>
      <p className="quiet">{found.length === 0 ? w.pages.noTurns : w.pages.turnsLead}</p>
      <ul className="turns">
        {found.map((one) => (
          <li key={`${keyOf(one.lower)} ${one.criterion}`}>
            {w.pages.turn({
              lower: nameOf(one.lower),
              upper: nameOf(one.upper),
              criterion: w.criteria[one.criterion],
              from: one.from,
              to: one.to,
            })}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const hasMarks = (subjects: readonly Subject[]) =>
  subjects.some((subject) => judgedCriteria.some((one) => subject.values[one].evidence.mark !== undefined))

function Marks({
  subjects,
  mayEdit,
  refused,
}: {
  subjects: readonly Subject[]
  mayEdit: boolean
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const given = subjects.flatMap((subject) =>
    judgedCriteria.flatMap((criterion) => {
      const { mark, reason } = subject.values[criterion].evidence
      return mark === undefined ? [] : [{ subject, criterion, mark, reason: reason ?? '' }]
    }),
  )
  return (
    <Panel title={w.pages.marks}>
      <p className="quiet">{w.pages.marksLead}</p>
      <ul className="turns">
        {given.map(({ subject, criterion, mark, reason }) => (
          <li key={`${keyOf(subject)} ${criterion}`}>
            {w.pages.markRow({
              demand: w.demand({ title: subject.title, mode: subject.modeName }),
              criterion: w.criteria[criterion],
              mark,
              reason,
            })}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <Form name="mark" refused={refused}>
          <Hidden name="act" value="mark" />
          <FieldRow>
            <Select
              name="demand"
              label={w.fields.demand}
              options={subjects.map((subject) => ({
                value: keyOf(subject),
                label: w.demand({ title: subject.title, mode: subject.modeName }),
              }))}
              required
            />
            <Select
              name="criterion"
              label={w.fields.criterion}
              options={judgedCriteria.map((one) => ({ value: one, label: w.criteria[one] }))}
              required
            />
            <NumberInput name="mark" label={w.fields.mark} required />
          </FieldRow>
          <TextArea name="reason" label={w.fields.reason} rows={2} required />
          <FormActions>
            <SubmitButton kind="plain">{w.pages.saveMark}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Panel>
  )
}
