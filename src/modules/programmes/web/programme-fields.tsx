import type * as z from 'zod'
import { Choices, DayInput, NumberInput, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import {
  blocs,
  levels,
  type programme,
  type programmeGroup,
  programmeInput,
  programmeKinds,
  type studyMode,
} from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

type Choosable = { groups: z.infer<typeof programmeGroup>[]; modes: z.infer<typeof studyMode>[] }

/** The form writes one name a line; the contract takes a list. */
export const formInput = programmeInput.extend({ synonyms: programmeInput.shape.source })
export const namesOf = (text: unknown): string[] =>
  typeof text === 'string'
    ? text
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== '')
    : []

/** What of a programme can be set, when it is made and later. */
export function ProgrammeFields({
  groups,
  modes,
  programme: known,
}: Choosable & { programme?: z.infer<typeof programme> }) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const name = (one: { name: string; nameEn: string }) => (locale === 'vi' ? one.name : one.nameEn)
  return (
    <>
      <TextInput name="name" label={w.fields.name} defaultValue={known?.name} maxLength={300} required />
      <FieldRow>
        <Select
          name="groupCode"
          label={w.fields.group}
          defaultValue={known?.groupCode ?? 'fostering'}
          options={groups.map((group) => ({ value: group.code, label: name(group) }))}
          required
        />
        <Select
          name="kind"
          label={w.fields.kind}
          defaultValue={known?.kind ?? 'fostering'}
          options={programmeKinds.map((kind) => ({ value: kind, label: w.kinds[kind] }))}
          required
        />
        <Select
          name="bloc"
          label={w.fields.bloc}
          none={w.noBloc}
          defaultValue={known?.bloc}
          options={blocs.map((bloc) => ({ value: bloc, label: w.blocs[bloc] }))}
        />
        <Select
          name="level"
          label={w.fields.level}
          none={w.noLevel}
          defaultValue={known?.level}
          options={levels.map((level) => ({ value: level, label: w.levels[level] }))}
        />
      </FieldRow>
      <Choices
        name="modes"
        label={w.fields.modes}
        multiple
        required
        defaultValue={known?.modes ?? ['none']}
        options={modes.map((mode) => ({ value: mode.code, label: name(mode) }))}
      />
      <FieldRow>
        <NumberInput name="lessonHours" label={w.fields.lessonHours} defaultValue={known?.lessonHours} />
        <NumberInput name="months" label={w.fields.months} defaultValue={known?.months} />
        <DayInput name="fromOn" label={w.fields.fromOn} defaultValue={known?.fromOn} />
        <DayInput
          name="untilOn"
          label={w.fields.untilOn}
          hint={w.hints.untilOn}
          defaultValue={known?.untilOn}
        />
      </FieldRow>
      <TextArea
        name="synonyms"
        label={w.fields.synonyms}
        hint={w.hints.synonyms}
        defaultValue={known?.synonyms.join('\n')}
      />
      <FieldRow>
        <TextInput
          name="scheme"
          label={w.fields.scheme}
          hint={w.hints.scheme}
          defaultValue={known?.scheme}
          maxLength={30}
        />
        <TextInput name="source" label={w.fields.source} defaultValue={known?.source} maxLength={300} />
      </FieldRow>
    </>
  )
}
