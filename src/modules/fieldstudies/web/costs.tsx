import { useState } from 'react'
import type * as z from 'zod'
import { formatDong } from '../../../pure/share.ts'
import { Button } from '../../../ui/button.tsx'
import { Hidden, NumberInput, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { costLine } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

const spareRows = 2

/** What a visit costs, item by item, changed as one table. Without script there are three lines more than in use. */
export function Costs({
  costs,
  version,
  refused,
}: {
  costs: readonly z.infer<typeof costLine>[]
  version: number
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const [more, setMore] = useState(spareRows)
  const typed =
    refused?.form === 'costs'
      ? Object.keys(refused.values).filter((name) => name.endsWith('.item')).length
      : 0
  const rows = Math.max(costs.length + more, typed)
  const sum = (of: (one: z.infer<typeof costLine>) => number | null) =>
    costs.reduce((all, one) => all + (of(one) ?? 0), 0)
  return (
    <Panel title={w.costs}>
      <p className="quiet">{w.costsLead}</p>
      <Form name="costs" refused={refused}>
        <Hidden name="act" value="costs" />
        <Hidden name="version" value={version} />
        <div className="cost-rows">
          <div className="cost-row cost-head" aria-hidden="true">
            <span>{w.field.item}</span>
            <span>{w.field.planned}</span>
            <span>{w.field.spent}</span>
            <span>{w.field.source}</span>
          </div>
          {Array.from({ length: rows }, (_, i) => {
            const one = costs[i]
            const row = { row: i + 1 }
            return (
              <div className="cost-row" key={`${row.row}`}>
                <TextInput
                  name={`costs.${i}.item`}
                  label={w.costItem(row)}
                  defaultValue={one?.item}
                  maxLength={200}
                />
                <NumberInput
                  name={`costs.${i}.plannedDong`}
                  label={w.costPlanned(row)}
                  defaultValue={one?.plannedDong}
                  isGrouped
                />
                <NumberInput
                  name={`costs.${i}.spentDong`}
                  label={w.costSpent(row)}
                  defaultValue={one?.spentDong}
                  isGrouped
                />
                <TextInput
                  name={`costs.${i}.source`}
                  label={w.costSource(row)}
                  defaultValue={one?.source}
                  maxLength={200}
                />
              </div>
            )
          })}
          {costs.length > 0 && (
            <div className="cost-row cost-sum">
              <span>{w.total}</span>
              <span>
                {formatDong(
                  sum((one) => one.plannedDong),
                  locale,
                )}
              </span>
              <span>
                {formatDong(
                  sum((one) => one.spentDong),
                  locale,
                )}
              </span>
            </div>
          )}
        </div>
        <FormActions>
          <SubmitButton>{w.saveCosts}</SubmitButton>
          <Button type="button" onClick={() => setMore(more + spareRows)}>
            {w.moreRows}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  )
}
