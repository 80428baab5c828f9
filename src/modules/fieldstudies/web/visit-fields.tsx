import type * as z from 'zod'
import { DayInput, NumberInput, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { type visitDetail, visitKinds } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Choices } from './choices.ts'

/** The fields of a visit, all but the class. */
export function VisitFields({
  choices: { hosts, lecturers },
  visit,
  hostId,
}: {
  choices: Choices
  visit?: z.infer<typeof visitDetail>
  hostId?: number | undefined
}) {
  const w = useWords(vi, en)
  return (
    <>
      <FieldRow>
        <Select
          name="hostId"
          label={w.field.host}
          hint={hosts.length === 0 ? w.noHostYet : undefined}
          options={hosts}
          defaultValue={visit?.hostId ?? hostId}
          required
        />
        <Select
          name="kind"
          label={w.field.kind}
          options={visitKinds.map((kind) => ({ value: kind, label: w.kinds[kind] }))}
          defaultValue={visit?.kind}
        />
      </FieldRow>
      <TextInput name="title" label={w.field.title} defaultValue={visit?.title} maxLength={300} required />
      <FieldRow>
        <DayInput name="fromOn" label={w.field.fromOn} defaultValue={visit?.fromOn} required />
        <DayInput name="lastOn" label={w.field.lastOn} defaultValue={visit?.lastOn} required />
        <NumberInput name="people" label={w.field.people} defaultValue={visit?.people} required />
      </FieldRow>
      <FieldRow>
        <Select
          name="leaderId"
          label={w.field.leaderId}
          none={w.none}
          options={lecturers}
          defaultValue={visit?.leaderId}
        />
        <TextInput
          name="leader"
          label={w.field.leaderName}
          defaultValue={visit?.leaderId === null ? visit.leader : ''}
          maxLength={200}
        />
      </FieldRow>
      <TextArea
        name="programme"
        label={w.field.programme}
        hint={w.hint.programme}
        rows={6}
        defaultValue={visit?.programme}
        maxLength={8000}
      />
      <DayInput name="papersBy" label={w.field.papersBy} defaultValue={visit?.papersBy} />
    </>
  )
}
