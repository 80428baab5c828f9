import type * as z from 'zod'
import { DayInput, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import type { dossierRow } from '../contract/corps.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** The heading of a dossier. */
export function DossierFields({
  year,
  dossier: known,
}: {
  year: number
  dossier?: z.infer<typeof dossierRow>
}) {
  const w = useWords(vi, en)
  return (
    <>
      <TextInput
        name="title"
        label={w.corps.dossierName}
        defaultValue={known?.title ?? w.corps.usualTitle({ year })}
        maxLength={300}
        required
      />
      <TextInput
        name="addressee"
        label={w.corps.addressee}
        defaultValue={known?.addressee ?? w.corps.usualAddressee}
        maxLength={200}
        required
      />
      <FieldRow>
        <TextInput
          name="letterNumber"
          label={w.corps.letterNumber}
          defaultValue={known?.letterNumber}
          maxLength={100}
          width="short"
        />
        <DayInput name="letterOn" label={w.corps.letterOn} defaultValue={known?.letterOn} />
      </FieldRow>
    </>
  )
}
