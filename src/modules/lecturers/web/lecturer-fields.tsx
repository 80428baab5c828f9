import type * as z from 'zod'
import { Checkbox, Choices, DayInput, NumberInput, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import type { lecturer, teachingField } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** The fields of a lecturer, when one is added and later. */
export function LecturerFields({
  fields,
  lecturer: known,
}: {
  fields: readonly z.infer<typeof teachingField>[]
  lecturer?: z.infer<typeof lecturer>
}) {
  const w = useWords(vi, en)
  const locale = useLocale()
  return (
    <>
      <FieldRow>
        <TextInput
          name="code"
          label={w.field.code}
          defaultValue={known?.code}
          maxLength={40}
          width="short"
          autoComplete="off"
          required
        />
        <TextInput
          name="name"
          label={w.field.name}
          defaultValue={known?.name}
          maxLength={200}
          autoComplete="off"
          required
        />
      </FieldRow>
      <Choices
        name="fields"
        label={w.field.fields}
        multiple
        required
        defaultValue={known?.fields ?? []}
        options={fields.map((one) => ({ value: one.code, label: locale === 'vi' ? one.name : one.nameEn }))}
      />
      <NumberInput
        name="weeklyHours"
        label={w.field.weeklyHours}
        hint={w.hint.weeklyHours}
        defaultValue={known?.weeklyHours ?? 16}
        required
      />
      <Checkbox name="isGuest" label={w.field.isGuestCheck} defaultChecked={known?.isGuest ?? false} />
      <TextInput
        name="workplace"
        label={w.field.workplace}
        hint={w.hint.workplace}
        defaultValue={known?.workplace}
        maxLength={300}
      />
      <FieldRow>
        <DayInput name="fromOn" label={w.field.fromOn} defaultValue={known?.fromOn} />
        <DayInput
          name="untilOn"
          label={w.field.untilOn}
          hint={w.hint.untilOn}
          defaultValue={known?.untilOn}
        />
      </FieldRow>
      <TextArea name="note" label={w.field.note} rows={2} defaultValue={known?.note} maxLength={1000} />
    </>
  )
}
