import type * as z from 'zod'
import { DayInput, NumberInput, TextArea } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import type { notice as noticeShape } from '../contract/notices.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

type NoticeOf = z.infer<typeof noticeShape>

export function NoticeFields({ notice }: { notice?: NoticeOf }) {
  const w = useWords(vi, en)
  return (
    <>
      <FieldRow>
        <DayInput name="deadlineOn" label={w.field.deadlineOn} defaultValue={notice?.deadlineOn} required />
        <DayInput
          name="sendsOn"
          label={w.field.sendsOn}
          hint={w.hint.sendsOn}
          defaultValue={notice?.sendsOn}
          required
        />
      </FieldRow>
      <NumberInput
        name="seats"
        label={w.field.seats}
        hint={w.hint.seats}
        defaultValue={notice?.seats ?? undefined}
      />
      <TextArea
        name="standards"
        label={w.field.standards}
        rows={6}
        defaultValue={notice?.standards}
        maxLength={8000}
      />
      <TextArea name="note" label={w.field.note} rows={3} defaultValue={notice?.note} maxLength={4000} />
    </>
  )
}
