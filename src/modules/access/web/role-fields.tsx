import { Select } from '../../../ui/fields.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** A role, and the unit at which it is held where it is a unit's. */
export function RoleFields({ units }: { units: readonly { id: number; name: string }[] }) {
  const w = useWords(vi, en)
  return (
    <>
      <Select
        name="role"
        label={w.accounts.role}
        required
        options={Object.entries(w.roles).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="unitId"
        label={w.accounts.unit}
        none={w.accounts.noUnit}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
    </>
  )
}
