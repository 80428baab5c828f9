import { TextInput } from '../../../ui/fields.tsx'
import { type Choosable, choicesOf } from '../rules/choosing.ts'

/** The units that the inputs of a page offer; once for all of them. */
export const UnitChoices = ({
  id,
  units,
  others = [],
}: {
  id: string
  units: readonly Choosable[]
  others?: readonly string[]
}) => (
  <datalist id={id}>
    {[...others, ...choicesOf(units).map((choice) => choice.text)].map((text) => (
      <option key={text} value={text} />
    ))}
  </datalist>
)

/** A unit, chosen by typing its name: a list of four hundred is no help to anybody. */
export const UnitInput = ({
  choices,
  ...field
}: {
  choices: string
  name: string
  label: string
  hint?: string
  required?: boolean
  defaultValue?: string
}) => <TextInput {...field} list={choices} autoComplete="off" />
