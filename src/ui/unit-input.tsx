import type { ReactNode } from 'react'
import { Field } from './fields.tsx'
import { oneOf } from './form-context.ts'
import type { UnitChoice } from './unit-choice.ts'

/** One of several hundred units, typed with the browser's own suggestions; the server finds out which one is meant. */
export function UnitInput({
  units,
  name = 'unitId',
  label,
  hint,
  required,
  placeholder,
  defaultValue = '',
}: {
  units: readonly UnitChoice[]
  name?: string
  label: string
  hint?: ReactNode
  required?: boolean
  placeholder?: string
  defaultValue?: string | undefined
}) {
  return (
    <Field {...{ name, label, hint }} {...(required && { required })}>
      {(input, typed) => (
        <>
          <input
            {...input}
            type="text"
            autoComplete="off"
            list={`${input.id}-units`}
            placeholder={placeholder}
            data-usual={defaultValue}
            defaultValue={oneOf(typed, defaultValue)}
          />
          <datalist id={`${input.id}-units`}>
            {units.map((unit) => (
              <option key={unit.id} value={unit.label} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
