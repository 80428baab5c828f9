import { DayInput, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** The document by which a version is approved or a frame taken into use. */
export function DecisionFields() {
  const w = useWords(vi, en)
  return (
    <>
      <FieldRow>
        <TextInput
          name="documentNumber"
          label={w.fields.documentNumber}
          maxLength={100}
          autoComplete="off"
          required
        />
        <DayInput name="documentOn" label={w.fields.documentOn} required />
      </FieldRow>
      <FieldRow>
        <TextInput name="documentBy" label={w.fields.documentBy} maxLength={200} required />
        <DayInput name="fromOn" label={w.fields.fromOn} hint={w.hints.fromOn} />
      </FieldRow>
    </>
  )
}
