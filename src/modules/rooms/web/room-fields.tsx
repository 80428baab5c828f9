import type * as z from 'zod'
import { Checkbox, DayInput, NumberInput, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import type { room } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** The fields of a room, when it is added and later. */
export function RoomFields({ room: known }: { room?: z.infer<typeof room> }) {
  const w = useWords(vi, en)
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
        <NumberInput name="seats" label={w.field.seats} defaultValue={known?.seats} required />
      </FieldRow>
      <TextInput
        name="name"
        label={w.field.name}
        defaultValue={known?.name}
        maxLength={200}
        autoComplete="off"
        required
      />
      <TextInput name="site" label={w.field.site} defaultValue={known?.site} maxLength={200} />
      <Checkbox
        name="isOwn"
        label={w.field.isOwnCheck}
        hint={w.hint.isOwn}
        defaultChecked={known?.isOwn ?? true}
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
