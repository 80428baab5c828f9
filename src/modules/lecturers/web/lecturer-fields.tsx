import * as z from 'zod'
import { Checkbox, Choices, DayInput, NumberInput, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FieldRow } from '../../../ui/form.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import type { Visit } from '../../../ui/visit.ts'
import { type lecturerCategory, travels } from '../contract/profile.ts'
import { type lecturerDetail, lecturerInput, type teachingField } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import { unitIdsOf } from './corps-parts.tsx'

/** The form of a lecturer: units by their names, one a line. */
export const lecturerForm = lecturerInput
  .omit({ travelUnitIds: true })
  .extend({ travelUnitNames: z.string().max(5000).optional() })

/** What the form means, for the contract. */
export async function lecturerMeant<I extends { travelUnitNames?: string | undefined; fields?: string[] }>(
  here: Visit,
  { travelUnitNames, ...input }: I,
) {
  return {
    ...input,
    fields: input.fields ?? [],
    travelUnitIds: await unitIdsOf(here, travelUnitNames),
  }
}

/** The fields of a lecturer, when one is added and later. */
export function LecturerFields({
  fields,
  categories,
  lecturer: known,
}: {
  fields: readonly z.infer<typeof teachingField>[]
  categories: readonly z.infer<typeof lecturerCategory>[]
  lecturer?: z.infer<typeof lecturerDetail>
}) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const named = (one: { code: string; name: string; nameEn: string }) => ({
    value: one.code,
    label: locale === 'vi' ? one.name : one.nameEn,
  })
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
        <TextInput
          name="name"
          label={w.field.name}
          defaultValue={known?.name}
          maxLength={200}
          autoComplete="off"
          required
        />
      </FieldRow>
      <Checkbox name="isGuest" label={w.field.isGuestCheck} defaultChecked={known?.isGuest ?? false} />
      <Select
        name="categoryCode"
        label={w.field.category}
        none={w.page.noLink}
        defaultValue={known?.categoryCode}
        options={categories.filter((one) => one.isUsed || one.code === known?.categoryCode).map(named)}
      />
      <Choices
        name="fields"
        label={w.field.fields}
        multiple
        required
        defaultValue={known?.fields ?? []}
        options={fields.map(named)}
      />
      <FieldRow>
        <NumberInput
          name="weeklyHours"
          label={w.field.weeklyHours}
          hint={w.hint.weeklyHours}
          defaultValue={known?.weeklyHours ?? 16}
          required
        />
        <NumberInput
          name="monthlyHours"
          label={w.field.monthlyHours}
          hint={w.hint.monthlyHours}
          defaultValue={known?.monthlyHours}
        />
      </FieldRow>
      <Choices
        name="travel"
        label={w.field.travel}
        hint={w.hint.travel}
        defaultValue={[known?.travel ?? 'province']}
        options={travels.map((one) => ({ value: one, label: w.travels[one] }))}
      />
      <NumberInput name="travelKm" label={w.field.travelKm} defaultValue={known?.travelKm} />
      <TextArea
        name="travelUnitNames"
        label={w.field.travelUnits}
        hint={w.hint.travelUnits}
        rows={2}
        maxLength={5000}
        defaultValue={known?.travelUnits.map((one) => one.name).join('\n')}
      />
      <TextInput
        name="workplace"
        label={w.field.workplace}
        hint={w.hint.workplace}
        defaultValue={known?.workplace}
        maxLength={300}
      />
      <FieldRow>
        <TextInput
          name="accountEmail"
          label={w.field.account}
          hint={w.hint.account}
          defaultValue={known?.account?.email}
          maxLength={200}
          autoComplete="off"
        />
        <TextInput
          name="personCode"
          label={w.field.person}
          hint={w.hint.person}
          defaultValue={known?.person?.code}
          maxLength={40}
          autoComplete="off"
        />
      </FieldRow>
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
