import type * as z from 'zod'
import { Checkbox, DayInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import type { UnitChoice } from '../../../ui/unit-choice.ts'
import { UnitInput } from '../../../ui/unit-input.tsx'
import { type calendarEntry, entryKinds } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** The fields of an entry. Who writes for a unit only cannot stop the school's teaching, and is not asked. */
export function EntryFields({
  units,
  entry,
}: {
  units: readonly UnitChoice[]
  entry?: Partial<z.infer<typeof calendarEntry>>
}) {
  const w = useWords(vi, en)
  const ofSchool = useCan('calendar.holidays')
  const kinds = ofSchool ? entryKinds : (['busy', 'congress', 'session'] as const)
  const unit = units.find((one) => one.id === entry?.unitId)?.label ?? entry?.unit ?? undefined
  return (
    <>
      <Select
        name="kind"
        label={w.field.kind}
        defaultValue={entry?.kind ?? (ofSchool ? 'congress' : 'busy')}
        options={kinds.map((kind) => ({ value: kind, label: w.kind[kind] }))}
        required
      />
      <TextInput
        name="title"
        label={w.field.title}
        defaultValue={entry?.title}
        maxLength={300}
        autoComplete="off"
        required
      />
      <FieldRow>
        <DayInput name="fromOn" label={w.field.fromOn} defaultValue={entry?.fromOn} required />
        <DayInput name="lastOn" label={w.field.lastOn} defaultValue={entry?.lastOn} required />
      </FieldRow>
      <UnitInput
        units={units}
        label={w.field.unit}
        hint={ofSchool ? w.hint.unit : undefined}
        {...(ofSchool ? { placeholder: w.noUnit } : { required: true })}
        defaultValue={unit ?? (ofSchool ? undefined : units[0]?.label)}
      />
      {ofSchool && (
        <Checkbox
          name="stopsTeaching"
          label={w.field.stopsTeaching}
          hint={w.hint.stopsTeaching}
          defaultChecked={entry?.stopsTeaching ?? false}
        />
      )}
      <TextInput name="source" label={w.field.source} defaultValue={entry?.source} maxLength={300} />
      {ofSchool && (
        <Checkbox
          name="needsConfirmation"
          label={w.field.needsConfirmation}
          defaultChecked={entry?.needsConfirmation ?? false}
        />
      )}
    </>
  )
}
