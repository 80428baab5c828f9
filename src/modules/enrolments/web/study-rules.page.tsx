import { redirect } from 'react-router'
import * as z from 'zod'
import { type Day, printDay } from '../../../pure/day.ts'
import { DayInput, Hidden, NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { figures, overlayInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/study-rules.page.ts'

export const loader = ({ context }: Route.LoaderArgs) => api(context).enrolments.studyRules()

const acts = z.discriminatedUnion('act', [
  overlayInput.extend({ act: z.literal('propose') }),
  z.object({
    act: z.literal('decide'),
    overlayId: z.number(),
    version: z.number(),
    decision: z.enum(['inForce', 'refused', 'ended']),
    reason: z.string().optional(),
  }),
])

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { enrolments } = api(context)
    if (input.act === 'propose') await enrolments.proposeOverlay(input)
    else await enrolments.decideOverlay(input)
    return redirect('/quy-dinh/hoc-tap')
  })

const figureText = (value: number) => String(value).replace('.', ',')

export default function StudyRulesPage({
  loaderData: { sets, overlays, can },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const refused = actionData as Refused | undefined
  return (
    <Page title={w.rules} lead={w.rulesLead} crumbs={[{ title: w.regulations, to: '/quy-dinh' }]}>
      {sets.map((set) => (
        <Panel key={set.id} title={`${set.document} (${set.id})`}>
          <p>
            {w.intake({ from: set.fromOn as Day, until: set.untilOn as Day | null })} {set.title},{' '}
            {set.issuer}, {printDay(set.issuedOn)}.
          </p>
          <ul>
            {figures.map((one) => (
              <li key={one}>
                {w.figure[one]}: <strong className="figures">{figureText(set.figures[one].value)}</strong>{' '}
                {set.figures[one].tag === 'toConfirm' && <em>({w.toConfirm})</em>}{' '}
                <span className="quiet">{set.figures[one].source}</span>
              </li>
            ))}
            <li>
              {w.bandsTitle}:{' '}
              {set.bands.map((band) => w.bandFrom({ name: band[locale], from: band.from })).join('; ')}{' '}
              {set.bands.some((band) => band.tag === 'toConfirm') && <em>({w.toConfirm})</em>}
            </li>
            {set.notes.map((note) => (
              <li key={note.text}>
                {note.text} {note.tag === 'toConfirm' && <em>({w.toConfirm})</em>}
              </li>
            ))}
          </ul>
        </Panel>
      ))}
      <Panel title={w.overlays}>
        {overlays.length === 0 && <p>{w.noOverlays}</p>}
        <ul className="rows">
          {overlays.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{w.figure[one.figure]}</strong>{' '}
                {w.ownOf({ value: one.value, fromOn: one.fromOn as Day, source: one.source })}, {one.ruleSet}.{' '}
                {w.overlayStates[one.state]}. {one.reason}
              </span>
              {one.can.length > 0 && (
                <Form name={`decide${one.id}`} refused={refused} guards={false}>
                  <Hidden name="act" value="decide" />
                  <Hidden name="overlayId" value={one.id} />
                  <Hidden name="version" value={one.version} />
                  <TextInput name="reason" label={w.field.reason} maxLength={1000} />
                  <FormActions>
                    {one.can.includes('confirm') && (
                      <SubmitButton name="decision" value="inForce">
                        {w.confirm}
                      </SubmitButton>
                    )}
                    {one.can.includes('refuse') && (
                      <SubmitButton kind="plain" name="decision" value="refused">
                        {w.refuse}
                      </SubmitButton>
                    )}
                    {one.can.includes('end') && (
                      <SubmitButton kind="plain" name="decision" value="ended">
                        {w.endOverlay}
                      </SubmitButton>
                    )}
                  </FormActions>
                </Form>
              )}
            </li>
          ))}
        </ul>
        {can.includes('propose') && (
          <details open={refused?.form === 'propose'}>
            <summary>{w.propose}</summary>
            <p className="quiet">{w.proposeLead}</p>
            <Form name="propose" refused={refused}>
              <Hidden name="act" value="propose" />
              <FieldRow>
                <Select
                  name="ruleSet"
                  label={w.field.ruleSet}
                  options={sets.map((set) => ({ value: set.id, label: set.document }))}
                />
                <Select
                  name="figure"
                  label={w.value}
                  options={figures.map((one) => ({ value: one, label: w.figure[one] }))}
                />
                <NumberInput name="value" label={w.value} required />
                <DayInput name="fromOn" label={w.field.fromOn} defaultValue={null} required />
              </FieldRow>
              <TextInput name="source" label={w.source} maxLength={300} required />
              <FormActions>
                <SubmitButton>{w.propose}</SubmitButton>
              </FormActions>
            </Form>
          </details>
        )}
      </Panel>
    </Page>
  )
}
