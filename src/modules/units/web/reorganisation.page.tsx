import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { type Day, printDay } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { Hidden, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/reorganisation.page.ts'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const reorganisationId = Number(params.reorganisationId)
  const [reorganisation, preview] = await Promise.all([
    api(context).units.reorganisation({ reorganisationId }),
    api(context).units.preview({ reorganisationId }),
  ])
  return { reorganisation, preview }
}

const acts = z.object({
  act: z.enum(['confirm', 'withdraw']),
  version: z.number(),
  reason: z.string().optional(),
})

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { units } = visit(context).api
  const reorganisationId = Number(params.reorganisationId)
  return submit(request, acts, async ({ act, version, reason = '' }) => {
    if (act === 'confirm') await units.confirm({ reorganisationId, version })
    else await units.withdraw({ reorganisationId, version, reason })
    return redirect(`/sap-xep/${reorganisationId}`)
  })
}

export default function ReorganisationPage({
  loaderData: { reorganisation, preview },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const r = w.reorganisation
  const locale = useLocale()
  const on = printDay(reorganisation.effectiveOn as Day)
  const lead = {
    draft: r.draftLead({ on, by: reorganisation.enteredBy ?? '–' }),
    confirmed: r.doneLead({ on, by: reorganisation.confirmedBy ?? '–' }),
    withdrawn: r.withdrawnLead,
  }[reorganisation.state]
  const counts = Object.entries(preview.counts).filter(([, count]) => count > 0) as [
    keyof typeof preview.counts,
    number,
  ][]
  return (
    <Page title={reorganisation.title} lead={lead} crumbs={[{ title: r.title, to: '/sap-xep' }]}>
      <Panel title={r.document}>
        <p>
          {w.page.basis({
            number: reorganisation.documentNumber,
            on: printDay(reorganisation.documentOn as Day),
            issuer: reorganisation.documentIssuer,
          })}
        </p>
        <p className="figures">
          {counts.map(([name, count]) => `${printNumber(count, locale)} ${r.counts[name]}`).join(' · ')}
        </p>
      </Panel>

      {reorganisation.state === 'draft' && (
        <Panel title={r.faults} flush>
          {preview.faults.length === 0 && <p className="panel-body">{r.noFaults}</p>}
          <ul className="rows">
            {preview.faults.map((one) => (
              <li key={`${one.code} ${one.act} ${one.sentence}`}>
                <span>
                  <strong>{r[one.severity]}:</strong> {one.sentence}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}

      {reorganisation.can.includes('confirm') && (
        <Panel title={r.confirm}>
          <p>{r.confirmHint}</p>
          <Form name="confirm" refused={actionData} guards={false}>
            <Hidden name="act" value="confirm" />
            <Hidden name="version" value={reorganisation.version} />
            <FormActions>
              <SubmitButton kind="grave">{r.confirm}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      {reorganisation.state === 'draft' && !reorganisation.can.includes('confirm') && (
        <p className="quiet">{r.notYours}</p>
      )}
      {reorganisation.can.includes('withdraw') && (
        <Panel title={r.withdraw}>
          <Form name="withdraw" refused={actionData}>
            <Hidden name="act" value="withdraw" />
            <Hidden name="version" value={reorganisation.version} />
            <TextInput name="reason" label={w.page.reason} required />
            <FormActions>
              <SubmitButton>{r.withdraw}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}

      <Panel title={r.differences} flush>
        <ul className="rows">
          {preview.differences.map((one) => (
            <li key={`${one.what} ${one.unitId} ${one.before} ${one.after}`}>
              <span>
                {one.unitId ? (
                  <Link to={`/don-vi/${one.unitId}`}>{one.after ?? one.before}</Link>
                ) : (
                  (one.after ?? one.before)
                )}
                {one.before && one.after && one.before !== one.after && ` (${one.before})`}
                {one.relatives.length > 0 && (
                  <>
                    <br />
                    <span className="quiet">
                      {one.relatives
                        .map((other) => `${other.fullName} (${w.page.extents[other.extent]})`)
                        .join('; ')}
                    </span>
                  </>
                )}
              </span>
              <span className="quiet">{[r.whats[one.what], one.clause].filter(Boolean).join(', ')}</span>
            </li>
          ))}
        </ul>
      </Panel>

      {preview.decisions.length > 0 && (
        <Panel title={r.decisions} flush>
          <p className="panel-body">{r.decisionsHint}</p>
          <ul className="rows">
            {preview.decisions.map((one) => (
              <li key={`${one.accountId} ${one.unitId} ${one.role}`}>
                <span>
                  {one.name}, {one.unitName}: {r.whys[one.why]}
                </span>
                <span className="quiet">{one.successors.map((other) => other.fullName).join('; ')}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  )
}
