import { redirect } from 'react-router'
import * as z from 'zod'
import { printNumber } from '../../../pure/share.ts'
import { Hidden, Select } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/divided.page.ts'
import { RoundFrame } from './round-head.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const roundId = Number(params.roundId)
  const { needs } = api(context)
  const round = await needs.round({ roundId })
  return { round, lines: await needs.divided({ roundId }) }
}

export const action = async ({ context, request, params }: Route.ActionArgs) =>
  submit(request, z.object({ needId: z.number(), unitId: z.number() }), async (input) => {
    await visit(context).api.needs.place(input)
    return redirect(`/nhu-cau/${params.roundId}/chia-tach`)
  })

export default function DividedPage({ loaderData: { round, lines }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const refused = actionData as Refused | undefined
  return (
    <RoundFrame round={round} lead={w.pages.dividedLead}>
      {lines.length === 0 ? (
        <p>{w.pages.dividedNone}</p>
      ) : (
        <Panel title={w.pages.divided} flush>
          <ul className="need-lines">
            {lines.map((line) => {
              const placed = line.choices.find((choice) => choice.id === line.placedUnitId)
              return (
                <li key={line.id}>
                  <div className="need-line">
                    <p>
                      <strong>{line.unitName}</strong>: {line.programmeName}
                      <span className="need-heads figures">{printNumber(line.heads, locale)}</span>
                    </p>
                    {placed && <p className="quiet">{w.pages.placed({ name: placed.name })}</p>}
                    {line.choices.length > 0 && (
                      <Form name={`place-${line.id}`} refused={refused}>
                        <Hidden name="needId" value={line.id} />
                        <Select
                          name="unitId"
                          label={w.pages.placeTo}
                          defaultValue={line.placedUnitId}
                          options={line.choices.map((choice) => ({ value: choice.id, label: choice.name }))}
                        />
                        <FormActions>
                          <SubmitButton kind="plain">{w.pages.place}</SubmitButton>
                        </FormActions>
                      </Form>
                    )}
                  </div>
                </li>
              )
            })}
          </ul>
        </Panel>
      )}
    </RoundFrame>
  )
}
