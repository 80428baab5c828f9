import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { type Day, printDay } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Hidden, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useLocale, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/reorganisation.page.ts'
import { actText } from './act-text.ts'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const reorganisationId = Number(params.reorganisationId)
  const [reorganisation, preview] = await Promise.all([
    api(context).units.reorganisation({ reorganisationId }),
    api(context).units.preview({ reorganisationId }),
  ])
  return { reorganisation, preview }
}

const acts = z.object({
  act: z.enum(['confirm', 'withdraw', 'leaveOut']),
  version: z.number(),
  number: z.number().optional(),
  reason: z.string().optional(),
})

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { units } = visit(context).api
  const reorganisationId = Number(params.reorganisationId)
  return submit(request, acts, async ({ act, version, number = -1, reason = '' }) => {
    if (act === 'confirm') await units.confirm({ reorganisationId, version })
    else if (act === 'withdraw') await units.withdraw({ reorganisationId, version, reason })
    else {
      const draft = await units.reorganisation({ reorganisationId })
      const { title, documentNumber, documentOn, documentIssuer, effectiveOn } = draft
      const head = { title, documentNumber, documentOn, documentIssuer, effectiveOn }
      await units.change({ reorganisationId, version, ...head, acts: draft.acts.toSpliced(number, 1) })
    }
    return redirect(`/sap-xep/${reorganisationId}`)
  })
}

export default function ReorganisationPage({
  loaderData: { reorganisation, preview },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const r = w.reorganisation
  const printAt = usePrintInstant()
  const on = printDay(reorganisation.effectiveOn as Day)
  const lead = {
    draft: r.draftLead({ on, by: reorganisation.enteredBy ?? '–' }),
    confirmed: r.doneLead({ on, by: reorganisation.confirmedBy ?? '–' }),
    withdrawn: r.withdrawnLead,
  }[reorganisation.state]
  const may = (verb: string) => reorganisation.can.includes(verb)
  return (
    <Page
      title={reorganisation.title}
      lead={lead}
      crumbs={[{ title: r.title, to: '/sap-xep' }]}
      actions={
        may('change') && (
          <ButtonLink to={`/sap-xep/${reorganisation.id}/noi-dung/hop-nhat`}>{w.act.add}</ButtonLink>
        )
      }
    >
      <Panel title={r.document} flush>
        <DescriptionList
          facts={[
            {
              term: r.document,
              value: w.page.basis({
                number: reorganisation.documentNumber,
                on: printDay(reorganisation.documentOn as Day),
                issuer: reorganisation.documentIssuer,
              }),
            },
            {
              term: r.enteredBy,
              value: `${reorganisation.enteredBy ?? '–'}, ${printAt(reorganisation.enteredAt)}`,
            },
            {
              term: r.confirmedBy,
              value:
                reorganisation.confirmedAt &&
                `${reorganisation.confirmedBy ?? '–'}, ${printAt(reorganisation.confirmedAt)}`,
            },
            {
              term: reorganisation.state === 'confirmed' ? r.didTouch : r.touched,
              value: <Counts counts={preview.counts} />,
            },
          ]}
        />
      </Panel>
      {reorganisation.state === 'draft' && <Faults faults={preview.faults} />}
      <Decisions rows={preview.decisions} />
      {reorganisation.state === 'draft' && (
        <Decide reorganisation={reorganisation} preview={preview} refused={actionData} />
      )}
      {may('change') && <Acts reorganisation={reorganisation} refused={actionData} />}
      <Differences title={r.made} rows={preview.differences.filter((one) => one.what === 'opened')} />
      <Differences
        title={r.changed}
        rows={preview.differences.filter((one) => ['renamed', 'moved', 'recorded'].includes(one.what))}
      />
      <Differences title={r.ended} rows={preview.differences.filter((one) => one.what === 'closed')} />
    </Page>
  )
}

type Data = Route.ComponentProps['loaderData']
type Refused = Route.ComponentProps['actionData']

function Counts({ counts }: { counts: Data['preview']['counts'] }) {
  const r = useWords(vi, en).reorganisation
  const locale = useLocale()
  const told = (Object.keys(r.counts) as (keyof typeof counts)[]).filter((name) => counts[name] > 0)
  return (
    <span className="figures">
      {told.map((name) => `${printNumber(counts[name], locale)} ${r.counts[name]}`).join(' · ') || '–'}
    </span>
  )
}

function Faults({ faults }: { faults: Data['preview']['faults'] }) {
  const r = useWords(vi, en).reorganisation
  if (faults.length === 0) return <Notice tone="good">{r.noFaults}</Notice>
  return (
    <Panel title={r.faults} flush>
      <ul className="rows">
        {faults.map((one) => (
          <li key={`${one.code} ${one.act} ${one.sentence}`}>
            <span>
              <strong className={one.severity === 'error' ? 'wrong' : ''}>{r[one.severity]}:</strong>{' '}
              {one.sentence}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Who is to confirm, or why this reader cannot; and the way back. */
function Decide({ reorganisation, preview, refused }: Data & { refused: Refused }) {
  const w = useWords(vi, en)
  const r = w.reorganisation
  const mayConfirm = useCan('units.confirm')
  const errors = preview.faults.filter((one) => one.severity === 'error').length
  const may = (verb: string) => reorganisation.can.includes(verb)
  return (
    <Panel title={r.decide}>
      {!may('confirm') && <p>{mayConfirm ? r.notYours : r.waits}</p>}
      {may('confirm') && errors > 0 && <p>{r.notYet({ errors })}</p>}
      {may('confirm') && errors === 0 && (
        <Form name="confirm" refused={refused} guards={false}>
          <Hidden name="act" value="confirm" />
          <Hidden name="version" value={reorganisation.version} />
          <p>{r.confirmHint}</p>
          <FormActions>
            <ConfirmButton
              kind="main"
              title={r.confirmTitle}
              text={<Counts counts={preview.counts} />}
              confirm={r.confirm}
            >
              {r.confirm}
            </ConfirmButton>
          </FormActions>
        </Form>
      )}
      {may('withdraw') && (
        <details>
          <summary>{r.withdraw}</summary>
          <Form name="withdraw" refused={refused}>
            <Hidden name="act" value="withdraw" />
            <Hidden name="version" value={reorganisation.version} />
            <TextInput name="reason" label={w.page.reason} required />
            <FormActions>
              <SubmitButton kind="grave">{r.withdraw}</SubmitButton>
            </FormActions>
          </Form>
        </details>
      )}
    </Panel>
  )
}

// A table of a resolution is changed in the table; what was entered by hand is changed here.
const mostByHand = 60

function Acts({ reorganisation, refused }: { reorganisation: Data['reorganisation']; refused: Refused }) {
  const w = useWords(vi, en)
  const { acts, names, version } = reorganisation
  if (acts.length === 0 || acts.length > mostByHand) return null
  return (
    <Panel title={w.act.entered} flush>
      <ul className="rows">
        {acts.map((act, number) => {
          const said = actText(w, act, acts, names)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an act has nothing but its place
            <li key={number}>
              <span>
                {act.clause && <strong>{act.clause}: </strong>}
                {said}
              </span>
              <Form name={`leaveOut${number}`} refused={refused} guards={false}>
                <Hidden name="act" value="leaveOut" />
                <Hidden name="version" value={version} />
                <Hidden name="number" value={number} />
                <ConfirmButton title={w.act.leaveOutTitle} text={said} confirm={w.act.leaveOut}>
                  {w.act.leaveOut}
                </ConfirmButton>
              </Form>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

function Decisions({ rows }: { rows: Data['preview']['decisions'] }) {
  const r = useWords(vi, en).reorganisation
  if (rows.length === 0) return null
  return (
    <Panel title={r.decisions} flush>
      <p className="panel-body">{r.decisionsHint}</p>
      <ul className="rows">
        {rows.map((one) => (
          <li key={`${one.accountId} ${one.unitId} ${one.role}`}>
            <span>
              {one.name}, {one.unitName}: {r.whys[one.why]}
              {one.successors.length > 0 && ` → ${one.successors.map((other) => other.fullName).join('; ')}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

// More than this stands folded up, so that what follows is found.
const mostInSight = 60

function Differences({ title, rows }: { title: string; rows: Data['preview']['differences'] }) {
  const w = useWords(vi, en)
  const locale = useLocale()
  if (rows.length === 0) return null
  const heading = `${title} (${printNumber(rows.length, locale)})`
  const list = (
    <ul className="rows">
      {rows.map((one) => (
        <li key={`${one.unitId} ${one.clause} ${one.before} ${one.after}`}>
          <span>
            {one.before && one.after && one.before !== one.after && `${one.before} → `}
            {one.unitId ? (
              <Link to={`/don-vi/${one.unitId}`}>{one.after ?? one.before}</Link>
            ) : (
              (one.after ?? one.before)
            )}
            {one.relatives.length > 0 && (
              <>
                <br />
                <span className="quiet">
                  {one.what === 'closed' ? '→ ' : '← '}
                  {one.relatives
                    .map((other) =>
                      other.extent === 'whole'
                        ? other.fullName
                        : `${other.fullName} (${w.page.extents[other.extent]})`,
                    )
                    .join(', ')}
                </span>
              </>
            )}
          </span>
          <span className="quiet">{one.clause}</span>
        </li>
      ))}
    </ul>
  )
  return (
    <Panel title={heading} flush>
      {rows.length <= mostInSight ? (
        list
      ) : (
        <details>
          <summary className="panel-body">{w.reorganisation.showAll}</summary>
          {list}
        </details>
      )}
    </Panel>
  )
}
