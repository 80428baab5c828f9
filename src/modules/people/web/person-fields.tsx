import type * as z from 'zod'
import { DayInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import type { UnitChoice } from '../../../ui/unit-choice.ts'
import { UnitInput } from '../../../ui/unit-input.tsx'
import type { person } from '../contract.ts'
import { printBirth } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

const named = (words: object) =>
  Object.entries(words).map(([value, label]) => ({ value, label: String(label) }))

/** Name, birth, sex and numbers. */
export function IdentityFields({ known }: { known?: z.infer<typeof person> }) {
  const w = useWords(vi, en)
  return (
    <>
      <TextInput name="fullName" label={w.person.fullName} defaultValue={known?.fullName} required />
      <TextInput
        name="givenNameOverride"
        label={w.person.givenName}
        hint={w.person.givenNameHint}
        defaultValue={known?.givenNameOverride}
        width="short"
      />
      <TextInput
        name="born"
        label={w.person.born}
        hint={w.person.bornHint}
        defaultValue={known && printBirth(known)}
        width="short"
        autoComplete="off"
      />
      <FieldRow>
        <Select
          name="sex"
          label={w.person.sex}
          none={w.person.sexUnknown}
          defaultValue={known?.sex}
          options={named(w.sexes)}
        />
        <TextInput name="code" label={w.person.code} defaultValue={known?.code} width="short" />
        <TextInput
          name="cadreNumber"
          label={w.person.cadreNumber}
          defaultValue={known?.cadreNumber}
          width="short"
        />
      </FieldRow>
    </>
  )
}

/** A post: where, what, since when. `today` where it must have a first day. */
export function PostFields({ units, today }: { units: readonly UnitChoice[]; today?: string }) {
  const w = useWords(vi, en)
  return (
    <>
      <UnitInput units={units} label={w.person.unit} hint={w.edit.unitHint} required />
      <TextInput name="title" label={w.person.title} required />
      <FieldRow>
        <Select name="rank" label={w.person.rank} none={w.person.rankUnknown} options={named(w.ranks)} />
        <TextInput name="workField" label={w.person.workField} />
      </FieldRow>
      <DayInput
        name="fromOn"
        label={w.file.fromOn}
        {...(today === undefined
          ? { hint: w.edit.fromHint }
          : { defaultValue: today as never, required: true })}
      />
      <Select
        name="cause"
        label={w.file.cause}
        defaultValue={today === undefined ? 'start' : 'appointment'}
        options={named(w.causes)}
      />
      <TextInput name="document" label={w.file.document} />
    </>
  )
}
