import type * as z from 'zod'
import { Choices, DayInput, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import type { proposal } from '../contract/corps.ts'
import type { lecturerCategory } from '../contract/profile.ts'
import type { teachingField } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** What a unit writes of somebody whom it proposes. */
export function ProposalFields({
  fields,
  categories,
  proposal: known,
}: {
  fields: readonly z.infer<typeof teachingField>[]
  categories: readonly z.infer<typeof lecturerCategory>[]
  proposal?: z.infer<typeof proposal>
}) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const named = (one: { code: string; name: string; nameEn: string }) => ({
    value: one.code,
    label: locale === 'vi' ? one.name : one.nameEn,
  })
  return (
    <>
      <TextInput name="name" label={w.field.name} defaultValue={known?.name} maxLength={200} required />
      <Select
        name="categoryCode"
        label={w.field.category}
        defaultValue={known?.categoryCode}
        options={categories.filter((one) => one.isGuest && one.isUsed).map(named)}
      />
      <TextInput name="title" label={w.field.post} defaultValue={known?.title} maxLength={200} required />
      <DayInput name="titleFromOn" label={w.field.postFromOn} defaultValue={known?.titleFromOn} required />
      <Choices
        name="fields"
        label={w.field.fields}
        multiple
        required
        defaultValue={known?.fields ?? []}
        options={fields.map(named)}
      />
      <TextInput name="degrees" label={w.field.degrees} defaultValue={known?.degrees} maxLength={300} />
      <TextArea
        name="topics"
        label={w.corps.topicsWished}
        rows={2}
        defaultValue={known?.topics}
        maxLength={1000}
      />
      <TextArea
        name="grounds"
        label={w.corps.grounds}
        hint={w.corps.groundsHint}
        rows={3}
        defaultValue={known?.grounds}
        maxLength={1000}
        required
      />
    </>
  )
}
