import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { Checkbox, DayInput, Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { Verdicts } from '../../../ui/verdict.tsx'
import { api } from '../../../ui/visit.ts'
import { bases, editInput, exceptInput, type nomination } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/nomination.page.ts'
import { Concerns, useVerdictWords } from './parts.tsx'

export const loader = ({ context, params }: Route.LoaderArgs) =>
  api(context).nominations.get({ nominationId: Number(params.nominationId) })

const step = z.discriminatedUnion('act', [
  editInput.omit({ nominationId: true }).extend({ act: z.literal('edit') }),
  exceptInput.omit({ nominationId: true }).extend({ act: z.literal('except') }),
  z.object({ act: z.literal('recheck') }),
  z.object({ act: z.literal('replay'), checkId: z.number() }),
  z.object({ act: z.literal('show'), reason: z.string().default('') }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, step, async (input) => {
    const { nominations } = api(context)
    const nominationId = Number(params.nominationId)
    if (input.act === 'show')
      return { shown: await nominations.showEvidence({ nominationId, reason: input.reason ?? '' }) }
    if (input.act === 'replay') return { replayed: await nominations.replay({ checkId: input.checkId }) }
    if (input.act === 'recheck') await nominations.recheck({ nominationId })
    else if (input.act === 'except') await nominations.except({ ...input, nominationId })
    else await nominations.edit({ ...input, nominationId })
    return redirect(`/chieu-sinh/cu/${nominationId}`)
  })

type Found = z.infer<typeof nomination>

export default function NominationPage({ loaderData: found, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const verdictOf = useVerdictWords()
  const refused = (actionData && 'problem' in actionData ? actionData : undefined) as Refused | undefined
  const shown = actionData && 'shown' in actionData ? actionData.shown : undefined
  const replayed = actionData && 'replayed' in actionData ? actionData.replayed : undefined
  const check = shown ?? found.check
  return (
    <Page
      title={found.fullName}
      lead={`${found.classCode} · ${found.className}. ${found.unit}. ${w.states[found.state]}.`}
      crumbs={[
        { title: w.notices, to: '/chieu-sinh' },
        { title: w.noticeTitle({ code: found.classCode }), to: `/chieu-sinh/${found.noticeId}` },
      ]}
    >
      {found.concerns.length > 0 && (
        <Notice tone="wrong" title={w.concerns}>
          <Concerns concerns={found.concerns} />
        </Notice>
      )}
      {found.proposal && <Notice>{w.proposal[found.proposal]}</Notice>}
      {found.state === 'returned' && found.answerReason && (
        <Notice tone="wrong" title={w.states.returned}>
          {found.answerReason}
        </Notice>
      )}
      {replayed && (
        <Notice tone={replayed.isSame ? 'good' : 'wrong'}>
          {replayed.isSame ? w.replaySame : w.replayDiffers} {printAt(replayed.madeAt)},{' '}
          {w.overalls[replayed.overall]}.
        </Notice>
      )}
      <Panel title={w.verdicts}>
        {check?.overall === 'notJudged' && <p>{w.notJudged.none}</p>}
        {check && check.verdicts.length > 0 && <Verdicts verdicts={check.verdicts.map(verdictOf)} />}
        {check && (
          <p className="quiet">
            {check.ruleSet &&
              w.checkedBy({
                set: check.ruleSet,
                sentOn: printDay(found.sentOn),
                at: printAt(check.madeAt),
                hash: (check.ruleHash ?? '').slice(0, 12),
              })}{' '}
            {check.ruleSet && w.notListed}
          </p>
        )}
        {found.can.includes('unmask') && !shown && (
          <details className="act" open={refused?.form === 'show'}>
            <summary>{w.showEvidence}</summary>
            <p className="quiet">{w.showEvidenceText}</p>
            <Form name="show" refused={refused} guards={false}>
              <Hidden name="act" value="show" />
              <TextInput name="reason" label={w.field.reason} maxLength={1000} required />
              <FormActions>
                <SubmitButton kind="plain">{w.showEvidenceButton}</SubmitButton>
              </FormActions>
            </Form>
          </details>
        )}
        {found.can.includes('recheck') && (
          <Form name="recheck" refused={refused} guards={false}>
            <Hidden name="act" value="recheck" />
            <FormActions>
              <SubmitButton kind="plain">{w.recheck}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Panel>
      <Panel title={w.detail} flush>
        <DescriptionList
          facts={[
            { term: w.field.name, value: <Link to={`/can-bo/${found.personId}`}>{found.fullName}</Link> },
            { term: w.field.unit, value: found.unit },
            { term: w.field.post, value: found.postTitle },
            { term: w.field.basis, value: w.bases[found.basis] },
            { term: w.field.sentOn, value: printDay(found.sentOn) },
            {
              term: w.field.signed,
              value: found.signedAt && `${found.signedBy ?? ''}, ${printAt(found.signedAt)}`,
            },
            { term: w.field.commitment, value: found.commitment },
            {
              term: w.field.opinion,
              value:
                found.opinion && [w.opinions[found.opinion], found.opinionReason].filter(Boolean).join(': '),
            },
            { term: w.field.order, value: found.state === 'waiting' ? found.waitOrder : null },
            { term: w.field.answerReason, value: found.answerReason },
            { term: w.field.note, value: found.note },
          ]}
        />
        {found.can.includes('edit') && <Edit found={found} refused={refused} />}
      </Panel>
      {(found.exceptions.length > 0 || found.can.includes('except')) && (
        <Panel title={w.exceptions}>
          <ul>
            {found.exceptions.map((one) => (
              <li key={one.id}>
                {w.exceptionLine({ ...one, criterion: w.criteria[one.criterion], on: printDay(one.on) })}.{' '}
                {one.reason}
              </li>
            ))}
          </ul>
          {found.can.includes('except') && <Except found={found} refused={refused} />}
        </Panel>
      )}
      <Panel title={w.history}>
        <ol>
          {found.steps.map((one) => (
            <li key={one.id}>
              {printAt(one.at)} · {w.steps[one.kind]} · {one.by}
              {one.reason && `: ${one.reason}`}
            </li>
          ))}
        </ol>
        <h3>{w.checks}</h3>
        {found.checks.map((one) => (
          <Form key={one.id} name={`replay ${one.id}`} guards={false}>
            <Hidden name="act" value="replay" />
            <Hidden name="checkId" value={one.id} />
            <p>
              {printAt(one.madeAt)} · {w.causes[one.cause]} · {one.ruleSet} · {w.overalls[one.overall]}{' '}
              <SubmitButton kind="plain">{w.replay}</SubmitButton>
            </p>
          </Form>
        ))}
      </Panel>
    </Page>
  )
}

function Edit({ found, refused }: { found: Found; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  return (
    <div className="panel-body">
      <Form name="edit" refused={refused}>
        <Hidden name="act" value="edit" />
        <Hidden name="version" value={found.version} />
        {found.postId && <Hidden name="postId" value={found.postId} />}
        <FieldRow>
          <Select
            name="basis"
            label={w.field.basis}
            defaultValue={found.basis}
            options={bases.map((value) => ({ value, label: w.bases[value] }))}
          />
          <DayInput
            name="sentOn"
            label={w.field.sentOn}
            hint={w.hint.sendsOn}
            defaultValue={found.sentOn}
            required
          />
        </FieldRow>
        <TextInput name="note" label={w.field.note} defaultValue={found.note} maxLength={1000} />
        <Checkbox name="isForeign" label={w.field.isForeign} defaultChecked={found.isForeign} />
        <FormActions>
          <SubmitButton>{w.save}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  )
}

function Except({ found, refused }: { found: Found; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const open = (found.check?.verdicts ?? []).filter(
    (one) => one.result === 'unmet' || one.result === 'unknown',
  )
  if (open.length === 0) return null
  return (
    <details className="act" open={refused?.form === 'except'}>
      <summary>{w.except}</summary>
      <p className="quiet">{w.exceptText}</p>
      <Form name="except" refused={refused}>
        <Hidden name="act" value="except" />
        <Hidden name="version" value={found.version} />
        <Select
          name="criterion"
          label={w.field.verdicts}
          required
          defaultValue={open[0]?.criterion}
          options={open.map((one) => ({ value: one.criterion, label: w.criteria[one.criterion] }))}
        />
        <FieldRow>
          <TextInput name="number" label={w.field.number} maxLength={100} required />
          <DayInput name="on" label={w.field.on} required />
        </FieldRow>
        <TextInput name="issuer" label={w.field.issuer} maxLength={300} required />
        <TextInput name="reason" label={w.field.reason} maxLength={1000} required />
        <FormActions>
          <SubmitButton>{w.except}</SubmitButton>
        </FormActions>
      </Form>
    </details>
  )
}
