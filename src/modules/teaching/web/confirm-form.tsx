import type { ReactNode } from 'react'
import { Choices, Hidden, NumberInput, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** Says whether a session was taught. `children`: what only the office may say, such as who taught. */
export function ConfirmForm({
  session,
  refused,
  action,
  children,
}: {
  session: { id: number; version: number; hours: number; note: string }
  refused: Refused | undefined
  action: string
  children?: ReactNode
}) {
  const w = useWords(vi, en)
  return (
    <Form name="confirm" refused={refused} action={action}>
      <Hidden name="act" value="confirm" />
      <Hidden name="sessionId" value={session.id} />
      <Hidden name="version" value={session.version} />
      <Choices
        name="outcome"
        label={w.outcome}
        defaultValue={['taught']}
        options={(['taught', 'changed', 'notTaught'] as const).map((one) => ({
          value: one,
          label: w.outcomes[one],
        }))}
      />
      <FieldRow>
        <NumberInput name="hours" label={w.field.hours} defaultValue={session.hours} />
        {children}
      </FieldRow>
      <TextInput name="note" label={w.field.note} defaultValue={session.note} />
      <FormActions>
        <SubmitButton>{w.confirm}</SubmitButton>
      </FormActions>
    </Form>
  )
}
