import { Choices, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Field } from './shapes.ts'

type Known = {
  title?: string
  text?: string
  kind?: string
  fieldCode?: string | null
  belongsTo?: readonly { lineageId: number; title: string }[]
}
export type Topic = { lineageId: number; title: string; programmeName: string }

/** The fields of a situation, for adding and for changing one. */
export function SituationFields({
  fields,
  topics,
  known = {},
}: {
  fields: readonly Field[]
  topics: readonly Topic[]
  known?: Known
}) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const f = w.bank.fields
  const chosen = known.belongsTo?.map((one) => one.lineageId) ?? []
  // A topic that no approved version has any longer must not be lost by saving.
  const others = (known.belongsTo ?? []).filter((one) =>
    topics.every((topic) => topic.lineageId !== one.lineageId),
  )
  return (
    <>
      <TextInput name="title" label={f.title} defaultValue={known.title} maxLength={300} required />
      <TextArea name="text" label={f.text} defaultValue={known.text} rows={8} maxLength={20000} required />
      <FieldRow>
        <Select
          name="kind"
          label={f.kind}
          defaultValue={known.kind ?? 'situation'}
          options={Object.entries(w.bank.kinds).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="fieldCode"
          label={f.field}
          none={w.pages.noField}
          defaultValue={known.fieldCode}
          options={fields.map((one) => ({ value: one.code, label: locale === 'vi' ? one.name : one.nameEn }))}
        />
      </FieldRow>
      <details open={chosen.length > 0}>
        <summary>{w.bank.forTopics}</summary>
        <Choices
          multiple
          name="lineageIds"
          label={f.topics}
          hint={w.bank.topicsHint}
          defaultValue={chosen}
          options={[
            ...others.map((one) => ({ value: one.lineageId, label: one.title })),
            ...topics.map((one) => ({ value: one.lineageId, label: `${one.title} · ${one.programmeName}` })),
          ]}
        />
      </details>
    </>
  )
}
