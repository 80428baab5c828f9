import type * as z from 'zod'
import { DayInput, NumberInput, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import type { UnitChoice } from '../../../ui/unit-choice.ts'
import { UnitInput } from '../../../ui/unit-input.tsx'
import type { studyHost } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** The fields of a host. `units` only for the school: a unit's people do not say whose place it is. */
export function HostFields({
  host,
  units,
}: {
  host?: z.infer<typeof studyHost>
  units: readonly UnitChoice[] | null
}) {
  const w = useWords(vi, en)
  return (
    <>
      <TextInput name="name" label={w.field.name} defaultValue={host?.name} maxLength={200} required />
      {units && (
        <UnitInput
          units={units}
          label={w.field.unit}
          hint={w.hint.unit}
          defaultValue={units.find((one) => one.id === host?.unitId)?.label}
        />
      )}
      <TextInput name="place" label={w.field.place} defaultValue={host?.place} maxLength={300} />
      <TextArea
        name="topics"
        label={w.field.topics}
        hint={w.hint.topics}
        rows={5}
        defaultValue={host?.topics.join('\n')}
      />
      <FieldRow>
        <NumberInput name="seats" label={w.field.seats} defaultValue={host?.seats} />
        <TextInput name="contact" label={w.field.contact} defaultValue={host?.contact} maxLength={200} />
        <TextInput name="phone" type="tel" label={w.field.phone} defaultValue={host?.phone} maxLength={40} />
      </FieldRow>
      <FieldRow>
        <DayInput name="fromOn" label={w.field.openFrom} defaultValue={host?.fromOn} />
        <DayInput
          name="untilOn"
          label={w.field.openUntil}
          hint={w.hint.openUntil}
          defaultValue={host?.untilOn}
        />
      </FieldRow>
      <TextArea name="note" label={w.field.note} rows={2} defaultValue={host?.note} maxLength={1000} />
    </>
  )
}
