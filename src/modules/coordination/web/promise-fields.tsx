import type * as z from 'zod'
import { NumberInput, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { dueKinds, type item, sides } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** What is promised, by whom, until when: of a template, and of an item of a plan. */
export function PromiseFields({
  value,
}: {
  value: Omit<z.infer<typeof item>, 'id' | 'itemKey' | 'templateCode' | 'fulfilledBy'> | null
}) {
  const w = useWords(vi, en)
  return (
    <>
      <TextInput name="title" label={w.field.title} defaultValue={value?.title} required />
      <FieldRow>
        <Select
          name="side"
          label={w.field.side}
          defaultValue={value?.side ?? 'unit'}
          options={sides.map((side) => ({ value: side, label: w.side[side] }))}
        />
        <Select
          name="dueKind"
          label={w.field.dueKind}
          defaultValue={value?.dueKind ?? 'quarterly'}
          options={dueKinds.map((kind) => ({ value: kind, label: w.dueKind[kind] }))}
        />
      </FieldRow>
      <FieldRow>
        <NumberInput
          name="offsetDays"
          label={w.field.offsetDays}
          defaultValue={value?.offsetDays ?? 0}
          inputMode="text"
        />
        <NumberInput
          name="dueDay"
          label={w.field.dueDay}
          hint={w.dueKind.fixed}
          defaultValue={value?.dueDay}
        />
        <NumberInput
          name="dueMonth"
          label={w.field.dueMonth}
          hint={w.dueKind.fixed}
          defaultValue={value?.dueMonth}
        />
      </FieldRow>
      <TextArea name="detail" label={w.field.detail} rows={2} defaultValue={value?.detail} />
      <TextInput name="evidence" label={w.field.evidence} defaultValue={value?.evidence} />
    </>
  )
}
