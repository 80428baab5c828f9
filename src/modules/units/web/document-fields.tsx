import { DayInput, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** The document that a change of units rests on. */
export function DocumentFields({ required = true }: { required?: boolean }) {
  const w = useWords(vi, en)
  return (
    <FieldRow>
      <TextInput name="documentNumber" label={w.page.documentNumber} required={required} />
      <DayInput name="documentOn" label={w.page.documentOn} required={required} />
      <TextInput name="documentIssuer" label={w.page.documentIssuer} required={required} />
    </FieldRow>
  )
}
