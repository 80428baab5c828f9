import { redirect, useSearchParams } from 'react-router'
import * as z from 'zod'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Hidden, TextArea } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { KeptFiles } from '../../../ui/kept-files.tsx'
import { useCan, useLocale, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StatePath, type Step } from '../../../ui/state-path.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { needInput, submitInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/answer.page.ts'
import { NeedFields } from './need-fields.tsx'
import { Suggestions } from './suggestions.tsx'
import './needs.css'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { actor, notices } = visit(context)
  const answerId = Number(params.answerId)
  const { needs } = api(context)
  const page = await needs.answer({ answerId })
  const isFirst =
    page.answer.openedAt === null &&
    page.round.state === 'open' &&
    actor?.rights.includes('needs.answer') &&
    !notices.some((notice) => notice.code === 'readOnly')
  if (isFirst) await needs.markOpened({ answerId })
  return page
}

const seen = { version: z.number() }
const step = z.discriminatedUnion('act', [
  needInput.extend({ act: z.literal('add') }),
  needInput.extend({ act: z.literal('change'), needId: z.number(), ...seen }),
  z.object({ act: z.literal('remove'), needId: z.number(), ...seen }),
  submitInput.extend({ act: z.literal('submit') }),
  z.object({ act: z.literal('confirm'), ...seen }),
  z.object({ act: z.literal('sendBack'), reason: z.string().default(''), ...seen }),
  z.object({ act: z.literal('return'), reason: z.string().default(''), ...seen }),
])

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { needs } = visit(context).api
  const answerId = Number(params.answerId)
  return submit(request, step, async (input) => {
    if (input.act === 'add') await needs.addLine({ ...input, answerId })
    else if (input.act === 'change') await needs.editLine({ ...input, answerId })
    else if (input.act === 'remove') await needs.removeLine({ ...input, answerId })
    else if (input.act === 'submit') await needs.submit({ ...input, answerId })
    else if (input.act === 'confirm') await needs.confirm({ ...input, answerId })
    else if (input.act === 'sendBack')
      await needs.sendBack({ ...input, reason: input.reason ?? '', answerId })
    else await needs.return({ ...input, reason: input.reason ?? '', answerId })
    return redirect(`/nhu-cau/phieu/${answerId}`)
  })
}

export default function AnswerPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { answer, round, before, suggestions } = page
  const w = useWords(vi, en)
  const [search] = useSearchParams()
  const mayImport = useCan('imports.use')
  const refused = actionData as Refused | undefined
  const mayEdit = answer.can.includes('edit')
  const chosen = search.get('dong')
  return (
    <Page
      title={w.pages.form({ unit: answer.unitName })}
      lead={w.pages.formLead({ lines: answer.lines, heads: answer.heads, on: round.closesOn })}
      crumbs={[
        { title: w.pages.rounds, to: '/nhu-cau' },
        { title: round.title, to: `/nhu-cau/${round.id}` },
      ]}
      actions={
        <>
          <DownloadLink href={`/api/need-answers/${answer.id}/template`}>{w.pages.template}</DownloadLink>
          {mayEdit && mayImport && <ButtonLink to="/nhap?kind=needs">{w.pages.import}</ButtonLink>}
        </>
      }
    >
      <Path page={page} />
      {answer.state === 'returned' && answer.returnReason && answer.returnedFrom && (
        <Notice tone="wrong" title={w.pages.returned[answer.returnedFrom]}>
          {answer.returnReason}
        </Notice>
      )}
      <Refusals steps={answer.steps} />
      {round.guide && (
        <details className="need-guide-box" open={answer.lines === 0 && mayEdit}>
          <summary>{w.pages.guide}</summary>
          <p className="need-guide">{round.guide}</p>
        </details>
      )}
      <KeptFiles
        title={w.pages.guideFiles}
        files={round.files}
        address={`/api/need-rounds/${round.id}/files`}
      />
      <Needs page={page} chosen={chosen} refused={refused} />
      {mayEdit && chosen === null && (
        <details className="need-add" open={refused?.form === 'add'}>
          <summary className="button button-plain">{w.pages.add}</summary>
          <Panel>
            <Form name="add" refused={refused}>
              <Hidden name="act" value="add" />
              <NeedFields page={page} />
              <FormActions>
                <SubmitButton>{w.pages.add}</SubmitButton>
              </FormActions>
            </Form>
          </Panel>
        </details>
      )}
      <Deeds page={page} refused={refused} />
      {mayEdit && suggestions.length > 0 && <Suggestions page={page} refused={refused} />}
      {before.length > 0 && <Before before={before} />}
    </Page>
  )
}

type AnswerData = Route.ComponentProps['loaderData']

function Path({ page: { answer } }: { page: AnswerData }) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const dayOf = (instant: string | null) => (instant === null ? undefined : printAt(instant))
  const order = ['asked', 'draft', 'submitted', 'confirmed'] as const
  const now = answer.state === 'returned' ? 'draft' : answer.state
  const since = {
    asked: null,
    draft: answer.openedAt,
    submitted: answer.submittedAt,
    confirmed: answer.confirmedAt,
  }
  const steps = order.map((state, i): Step & { at?: string | undefined } => ({
    key: state,
    title: state === 'draft' && answer.state === 'returned' ? w.answerStates.returned : w.answerStates[state],
    state: state === now ? 'now' : i < order.indexOf(now) ? 'done' : 'todo',
    ...(i <= order.indexOf(now) && since[state]
      ? {
          who: [
            state === 'submitted' ? answer.submittedBy : state === 'confirmed' ? answer.confirmedBy : null,
            dayOf(since[state]),
          ]
            .filter(Boolean)
            .join(', '),
        }
      : {}),
  }))
  return <StatePath steps={steps} />
}

/** Why the form cannot be changed now, for who could otherwise. */
function Refusals({ steps }: { steps: AnswerData['answer']['steps'] }) {
  const w = useWords(vi, en)
  const edit = steps.find((one) => one.step === 'edit' && one.refusal !== null)
  const sentences = w.problems as unknown as Record<string, string | (() => string)>
  const sentence = edit?.refusal ? sentences[edit.refusal] : undefined
  return typeof sentence === 'string' ? <p className="quiet">{sentence}</p> : null
}

function Needs({
  page,
  chosen,
  refused,
}: {
  page: AnswerData
  chosen: string | null
  refused: Refused | undefined
}) {
  const { answer, needs, targetGroups } = page
  const w = useWords(vi, en)
  const locale = useLocale()
  const mayEdit = answer.can.includes('edit')
  const groupName = new Map(targetGroups.map((group) => [group.code, group.name]))
  if (needs.length === 0)
    return (
      <Panel title={w.pages.needs}>
        <p>
          <strong>{answer.noNeed && answer.state !== 'draft' ? w.pages.noNeed : w.pages.noLines}</strong>
        </p>
        {mayEdit && <p className="quiet">{w.pages.noLinesText}</p>}
      </Panel>
    )
  return (
    <Panel title={w.pages.needs} flush>
      <ul className="need-lines">
        {needs.map((need) => (
          <li key={need.id} id={`dong-${need.id}`}>
            {mayEdit && chosen === String(need.id) ? (
              <Form name="change" refused={refused}>
                <Hidden name="act" value="change" />
                <Hidden name="needId" value={need.id} />
                <Hidden name="version" value={need.version} />
                <NeedFields page={page} need={need} />
                <FormActions>
                  <SubmitButton>{w.pages.save}</SubmitButton>
                  <ButtonLink to={`/nhu-cau/phieu/${answer.id}`}>{w.pages.cancel}</ButtonLink>
                </FormActions>
              </Form>
            ) : (
              <div className="need-line">
                <p>
                  <strong>{need.programmeName}</strong>
                  {need.modeCode !== 'none' && `, ${need.modeName}`}
                  <span className="need-heads figures">{printNumber(need.heads, locale)}</span>
                </p>
                <p className="quiet">
                  {[
                    groupName.get(need.targetGroup) ?? need.targetGroup,
                    need.postTitle,
                    w.months({ months: need.months }),
                    need.place,
                    `${w.fields.priority}: ${w.priorities[need.priority]}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {need.people.length > 0 && <p>{need.people.map((person) => person.name).join('; ')}</p>}
                {need.reason && <p className="quiet">{need.reason}</p>}
                {mayEdit && (
                  <div className="need-line-steps">
                    <ButtonLink
                      to={`/nhu-cau/phieu/${answer.id}?dong=${need.id}#dong-${need.id}`}
                      aria-label={`${w.pages.change}: ${need.programmeName}`}
                    >
                      {w.pages.changeShort}
                    </ButtonLink>
                    <Form name="remove" refused={refused} guards={false}>
                      <Hidden name="act" value="remove" />
                      <Hidden name="needId" value={need.id} />
                      <Hidden name="version" value={need.version} />
                      <ConfirmButton
                        title={w.pages.removeSure}
                        text={need.programmeName}
                        confirm={w.pages.remove}
                      >
                        {w.pages.remove}
                      </ConfirmButton>
                    </Form>
                  </div>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Submitting, confirming, sending back: what the reader may do with the form now. */
function Deeds({ page: { answer }, refused }: { page: AnswerData; refused: Refused | undefined }) {
  const w = useWords(vi, en)
  const may = (verb: string) => answer.can.includes(verb)
  const version = <Hidden name="version" value={answer.version} />
  const back = (act: 'sendBack' | 'return') =>
    may(act) && (
      <details open={refused?.form === act}>
        <summary>{act === 'return' ? w.pages.return : w.pages.sendBack}</summary>
        <p className="quiet">{w.pages.returnHint}</p>
        <Form name={act} refused={refused}>
          <Hidden name="act" value={act} />
          {version}
          <TextArea name="reason" label={w.fields.reason} rows={2} required />
          <FormActions>
            <SubmitButton kind="plain">{act === 'return' ? w.pages.return : w.pages.sendBack}</SubmitButton>
          </FormActions>
        </Form>
      </details>
    )
  return (
    <div className="need-steps">
      {may('submit') && (
        <Form name="submit" refused={refused} guards={false}>
          <Hidden name="act" value="submit" />
          {version}
          <Hidden name="noNeed" value={answer.lines === 0 ? 'true' : 'false'} />
          {answer.lines === 0 ? (
            <ConfirmButton title={w.pages.noNeedSure} text={w.pages.noNeedHint} confirm={w.pages.noNeedDo}>
              {w.pages.noNeedDo}
            </ConfirmButton>
          ) : (
            <ConfirmButton
              kind="main"
              title={w.pages.submitSure}
              text={w.pages.submitHint}
              confirm={w.pages.submit}
            >
              {w.pages.submit}
            </ConfirmButton>
          )}
        </Form>
      )}
      {may('confirm') && (
        <Form name="confirm" refused={refused} guards={false}>
          <Hidden name="act" value="confirm" />
          {version}
          <ConfirmButton
            kind="main"
            title={w.pages.confirmSure}
            text={w.pages.confirmHint}
            confirm={w.pages.confirm}
          >
            {w.pages.confirm}
          </ConfirmButton>
        </Form>
      )}
      {back('sendBack')}
      {back('return')}
    </div>
  )
}

function Before({ before }: { before: AnswerData['before'] }) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const [first] = before
  return (
    <Panel title={w.pages.beforeTitle({ title: first?.title ?? '' })} flush>
      <ul className="rows">
        {before.map((one) => (
          <li key={`${one.programmeId} ${one.modeCode} ${one.targetGroup}`}>
            <span>{one.programmeName}</span>
            <span className="figures">{printNumber(one.heads, locale)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
