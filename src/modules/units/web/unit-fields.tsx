import { Select, TextInput } from '../../../ui/fields.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { type Choosable, choicesOf } from '../rules/choosing.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

type Known = { name?: string; kind?: string; qualifier?: string | null }

/** What a unit is called and what it is. */
export function NameFields({ known = {} }: { known?: Known }) {
  const w = useWords(vi, en)
  return (
    <>
      <TextInput name="name" label={w.name} hint={w.page.nameHint} defaultValue={known.name} required />
      <Select name="kind" label={w.kind} defaultValue={known.kind} options={options(w.kinds)} required />
      <TextInput
        name="qualifier"
        label={w.page.qualifier}
        hint={w.page.qualifierHint}
        defaultValue={known.qualifier}
      />
    </>
  )
}

/** The unit above, among those of the day. */
export function ParentField({
  units,
  except,
  now = null,
}: {
  units: readonly Choosable[]
  except?: number
  /** The parent that the unit has. */
  now?: number | null
}) {
  const w = useWords(vi, en)
  return (
    <Select
      name="parentId"
      label={w.parent}
      none={w.page.noParent}
      defaultValue={now}
      options={choicesOf(units)
        .filter((one) => one.unitId !== except)
        .map((one) => ({ value: one.unitId, label: one.text }))}
    />
  )
}

export const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
