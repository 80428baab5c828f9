import { useFetcher } from 'react-router'
import type * as z from 'zod'
import { DayInput, NumberInput, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldGroup, FieldRow } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import type { classDetail } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { ClassChoices } from './class-choices.ts'

type Known = Partial<z.infer<typeof classDetail>>

/** The fields of a class, for opening and for changing it. */
export function ClassFields({ choices, known = {} }: { choices: ClassChoices; known?: Known }) {
  const w = useWords(vi, en)
  const { data, load } = useFetcher<ClassChoices['versions']>()
  const versions = data ?? choices.versions
  const groups = [...new Set(choices.programmes.map((one) => one.group))]
  const named = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))
  return (
    <>
      <FieldGroup title={w.groups.what}>
        <TextInput
          name="code"
          label={w.field.code}
          hint={w.hint.code}
          defaultValue={known.code}
          width="short"
          autoComplete="off"
          required
        />
        <TextInput name="name" label={w.field.name} defaultValue={known.name} autoComplete="off" required />
        <Select
          name="programmeId"
          label={w.field.programme}
          defaultValue={known.programmeId}
          none={known.programmeId === undefined ? '…' : ''}
          required
          onChoose={(programmeId) => void load(`/lop/phien-ban?chuong-trinh=${programmeId}`)}
          options={groups.map((group) => ({
            group,
            options: choices.programmes
              .filter((one) => one.group === group)
              .map((one) => ({ value: one.id, label: one.name })),
          }))}
        />
        <Select
          name="mode"
          label={w.field.mode}
          defaultValue={known.mode ?? 'none'}
          options={named(w.mode)}
        />
        {(versions.length > 0 || known.curriculumId) && (
          <Select
            key={versions[0]?.id}
            name="curriculumId"
            label={w.field.curriculum}
            hint={w.hint.curriculum}
            none={w.noVersion}
            defaultValue={known.curriculumId}
            options={versions.map((one) => ({ value: one.id, label: one.title }))}
          />
        )}
      </FieldGroup>
      <FieldGroup title={w.groups.when}>
        <FieldRow>
          <DayInput name="opensOn" label={w.field.opensOn} defaultValue={known.opensOn as never} required />
          <DayInput
            name="closesOn"
            label={w.field.closesOn}
            hint={w.hint.closesOn}
            defaultValue={known.closesOn as never}
          />
        </FieldRow>
        <TextInput name="place" label={w.field.place} hint={w.hint.place} defaultValue={known.place} />
        <TextInput name="partner" label={w.field.partner} defaultValue={known.partner} />
      </FieldGroup>
      <FieldGroup title={w.groups.why}>
        <Select
          name="basis"
          label={w.field.basis}
          hint={w.hint.basis}
          defaultValue={known.basis ?? 'plan'}
          options={named(w.basis)}
        />
        {(choices.lines.length > 0 || known.planLineKey) && (
          <Select
            name="planLineKey"
            label={w.field.planLine}
            hint={w.hint.planLine}
            none={w.noLine}
            defaultValue={known.planLineKey}
            options={[
              ...choices.lines,
              // A line that a newer version dropped, or of a year that is not open here: saving must not lose it.
              ...(known.planLineKey && choices.lines.every((line) => line.lineKey !== known.planLineKey)
                ? [{ lineKey: known.planLineKey, title: known.planLine ?? known.planLineKey }]
                : []),
            ].map((line) => ({ value: line.lineKey, label: line.title }))}
          />
        )}
        <TextInput name="policyIssuer" label={w.field.policyIssuer} defaultValue={known.policy?.issuer} />
        <FieldRow>
          <TextInput
            name="policyNumber"
            label={w.field.policyNumber}
            hint={w.hint.policyNumber}
            defaultValue={known.policy?.number}
            width="short"
          />
          <DayInput name="policyOn" label={w.field.policyOn} defaultValue={known.policy?.on as never} />
        </FieldRow>
        <TextInput name="policyTitle" label={w.field.policyTitle} defaultValue={known.policy?.title} />
      </FieldGroup>
      <FieldGroup title={w.groups.more}>
        <NumberInput
          name="learners"
          label={w.field.learners}
          unit={w.field.learnersUnit}
          hint={w.hint.learners}
          defaultValue={known.learners}
        />
        <TextArea name="note" label={w.field.note} defaultValue={known.note} maxLength={1000} />
      </FieldGroup>
    </>
  )
}
