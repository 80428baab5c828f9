import type * as z from 'zod'
import { Choices, DayInput, NumberInput, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import type { roundPage } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

export type RoundChoices = {
  programmes: readonly { id: number; name: string }[]
  units: readonly { id: number; name: string }[]
}

/** What a round says. Once it is open, what was announced is only shown. */
export function RoundFields({
  choices,
  round,
  year,
}: {
  choices: RoundChoices
  round?: z.infer<typeof roundPage>
  year: number
}) {
  const w = useWords(vi, en)
  const isOpen = round !== undefined && round.state !== 'draft'
  return (
    <>
      <TextInput name="title" label={w.fields.title} defaultValue={round?.title} maxLength={300} required />
      <FieldRow>
        <NumberInput
          name="year"
          label={w.fields.year}
          defaultValue={round?.year ?? year}
          readOnly={isOpen}
          required
        />
        <NumberInput
          name="untilYear"
          label={w.fields.untilYear}
          defaultValue={round?.untilYear}
          readOnly={isOpen}
        />
        {isOpen ? (
          <>
            <input type="hidden" name="opensOn" value={round.opensOn} />
            <input type="hidden" name="closesOn" value={round.closesOn} />
            <input type="hidden" name="asks" value={round.asks} />
            {round.units.map((unit) => (
              <input key={unit.id} type="hidden" name="unitIds" value={unit.id} />
            ))}
          </>
        ) : (
          <>
            <DayInput name="opensOn" label={w.fields.opensOn} defaultValue={round?.opensOn} required />
            <DayInput name="closesOn" label={w.fields.closesOn} defaultValue={round?.closesOn} required />
          </>
        )}
      </FieldRow>
      <TextArea name="guide" label={w.fields.guide} rows={6} defaultValue={round?.guide} maxLength={10000} />
      <div className="need-choices">
        <Choices
          name="programmeIds"
          label={w.fields.programmes}
          hint={w.pages.hintProgrammes}
          multiple
          required
          defaultValue={round?.programmes.map((one) => one.id) ?? choices.programmes.map((one) => one.id)}
          options={choices.programmes.map((one) => ({ value: one.id, label: one.name }))}
        />
      </div>
      {!isOpen && (
        <>
          <Choices
            name="asks"
            label={w.fields.asks}
            defaultValue={[round?.asks ?? 'all']}
            options={(['all', 'chosen'] as const).map((value) => ({ value, label: w.asks[value] }))}
          />
          <details className="need-units" open={round?.asks === 'chosen'}>
            <summary>{w.fields.units}</summary>
            <div className="need-choices">
              <Choices
                name="unitIds"
                label={w.fields.units}
                hint={w.pages.chooseUnits}
                multiple
                defaultValue={round?.units.map((one) => one.id) ?? []}
                options={choices.units.map((one) => ({ value: one.id, label: one.name }))}
              />
            </div>
          </details>
        </>
      )}
    </>
  )
}
