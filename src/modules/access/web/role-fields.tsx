import { useId } from 'react'
import { Checkbox, Choices, TextInput } from '../../../ui/fields.tsx'
import { useActor, useWords } from '../../../ui/locale.tsx'
import { rolesToGive } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { UnitName } from './unit-names.ts'

/** A role, and the unit at which it is held where it is a unit's: typed, with the names that there are offered below. */
export function RoleFields({ units }: { units: readonly UnitName[] }) {
  const w = useWords(vi, en)
  const actor = useActor()
  const list = useId()
  // Who heads one unit makes accounts for that unit.
  const [own, ...others] = new Set(actor?.roles.map((one) => one.unitId))
  const ownUnit = others.length === 0 ? units.find((unit) => unit.id === own)?.name : undefined
  return (
    <>
      <Choices
        name="role"
        label={w.accounts.role}
        required
        options={rolesToGive(actor?.roles ?? []).map((role) => ({
          value: role,
          label: `${w.roles[role]}: ${w.roleLeads[role]}`,
        }))}
      />
      <TextInput
        name="unit"
        label={w.accounts.unit}
        hint={w.accounts.unitHint}
        autoComplete="off"
        list={list}
        defaultValue={ownUnit}
      />
      <datalist id={list}>
        {units.map((unit) => (
          <option key={unit.id} value={unit.name} />
        ))}
      </datalist>
      <Checkbox name="isDeputy" label={w.accounts.isDeputy} hint={w.accounts.isDeputyHint} />
    </>
  )
}
