import { type ComponentProps, type ReactNode, useContext, useRef, useState } from 'react'
import { type Day, isDay, printDay, readVietnameseDay } from '../pure/day.ts'
import { printNumber } from '../pure/share.ts'
import { FormContext, oneOf, useField } from './form-context.ts'
import { CalendarIcon } from './icons.tsx'
import { useShellWords } from './locale.tsx'

/** What every field has: a name of the contract (`lines.0.opensOn`), a label, and a reason where it is not plain. */
export type FieldProps = {
  name: string
  label: string
  hint?: ReactNode
  required?: boolean
}

/** What an input of our own must carry inside `<Field>`. */
export type InputProps = {
  id: string
  name: string
  required?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** Label, hint, input, error, in this order. `children` draws the input with the properties that it is given. */
export function Field({
  name,
  label,
  hint,
  required,
  width,
  error,
  children,
}: FieldProps & {
  width?: 'short' | 'figure'
  /** A sentence found in the browser, before anything was sent. */
  error?: string | undefined
  children: (input: InputProps, typed: string | string[] | undefined) => ReactNode
}) {
  const field = useField(name, hint !== undefined)
  const sentences = error ? [error] : field.sentences
  const aria = error
    ? {
        'aria-invalid': true as const,
        'aria-describedby': `${hint ? `${field.id}-hint ` : ''}${field.id}-error`,
      }
    : field.aria
  return (
    <div className={width ? `field field-${width}` : 'field'}>
      <label htmlFor={field.id} id={`${field.id}-label`}>
        {label}
        {required && !field.isFilter && <RequiredMark />}
      </label>
      {hint !== undefined && (
        <span className={field.isFilter ? 'hidden-label' : 'field-hint'} id={`${field.id}-hint`}>
          {hint}
        </span>
      )}
      {children({ id: field.id, name, ...(required && { required }), ...aria }, field.typed)}
      <FieldErrors id={field.id} sentences={sentences} />
    </div>
  )
}

function FieldErrors({ id, sentences }: { id: string; sentences: string[] }) {
  if (sentences.length === 0) return null
  return (
    <span className="field-error" id={`${id}-error`}>
      {sentences.join(' ')}
    </span>
  )
}

const RequiredMark = () => (
  <span className="field-required" aria-hidden="true">
    {' *'}
  </span>
)

// Text inputs are uncontrolled and never reformatted while typing: Vietnamese input methods replace what they have
// written, and a controlled field would put back the old letters.
type NativeInput = Pick<
  ComponentProps<'input'>,
  'autoComplete' | 'maxLength' | 'placeholder' | 'inputMode' | 'readOnly' | 'disabled' | 'list' | 'autoFocus'
>

export function TextInput({
  type = 'text',
  defaultValue,
  width,
  name,
  label,
  hint,
  required,
  ...native
}: FieldProps &
  NativeInput & {
    type?: 'text' | 'search' | 'email' | 'password' | 'tel' | 'url'
    defaultValue?: string | null | undefined
    width?: 'short'
  }) {
  return (
    <Field {...{ name, label, hint }} {...(required && { required })} {...(width && { width })}>
      {(input, typed) => (
        <input
          {...native}
          {...input}
          type={type}
          defaultValue={type === 'password' ? '' : oneOf(typed, defaultValue ?? '')}
        />
      )}
    </Field>
  )
}

/** A number as it is written in Vietnam: «1.350», «4.681,5». `isGrouped`: shown with its thousands apart, as money is. */
export function NumberInput({
  defaultValue,
  unit,
  isGrouped,
  name,
  label,
  hint,
  required,
  ...native
}: FieldProps &
  NativeInput & { defaultValue?: number | null | undefined; unit?: string; isGrouped?: boolean }) {
  const known =
    defaultValue == null
      ? ''
      : isGrouped
        ? printNumber(defaultValue, 'vi')
        : String(defaultValue).replace('.', ',')
  return (
    <Field
      name={name}
      label={unit ? `${label} (${unit})` : label}
      hint={hint}
      width="figure"
      {...(required && { required })}
    >
      {(input, typed) => (
        <input
          inputMode="decimal"
          autoComplete="off"
          {...native}
          {...input}
          type="text"
          defaultValue={oneOf(typed, known)}
        />
      )}
    </Field>
  )
}

export function TextArea({
  defaultValue,
  rows = 4,
  name,
  label,
  hint,
  required,
  maxLength,
}: FieldProps & { defaultValue?: string | null | undefined; rows?: number; maxLength?: number }) {
  return (
    <Field {...{ name, label, hint }} {...(required && { required })}>
      {(input, typed) => (
        <textarea
          {...input}
          rows={rows}
          {...(maxLength !== undefined && { maxLength })}
          defaultValue={oneOf(typed, defaultValue ?? '')}
        />
      )}
    </Field>
  )
}

export type Option = { value: string | number; label: string; disabled?: boolean }
export type OptionGroup = { group: string; options: readonly Option[] }

/** One of a few. `none` is the text of the empty choice; without it one of the options is always chosen. */
export function Select({
  options,
  defaultValue,
  none,
  disabled,
  name,
  label,
  hint,
  required,
  onChoose,
}: FieldProps & {
  options: readonly (Option | OptionGroup)[]
  defaultValue?: string | number | null | undefined
  none?: string
  disabled?: boolean
  onChoose?: (value: string) => void
}) {
  return (
    <Field {...{ name, label, hint }} {...(required && { required })}>
      {(input, typed) => (
        <select
          {...input}
          {...(disabled && { disabled })}
          {...(onChoose && { onChange: (event) => onChoose(event.currentTarget.value) })}
          data-usual={defaultValue ?? ''}
          defaultValue={oneOf(typed, defaultValue == null ? '' : String(defaultValue))}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) =>
            'group' in option ? (
              <optgroup key={option.group} label={option.group}>
                {option.options.map(one)}
              </optgroup>
            ) : (
              one(option)
            ),
          )}
        </select>
      )}
    </Field>
  )
}

const one = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
)

/** A day, typed as dd/MM/yyyy or picked from the browser's calendar. It is tidied when the field is left, not before. */
export function DayInput({
  defaultValue,
  name,
  label,
  hint,
  required,
}: FieldProps & { defaultValue?: Day | null | undefined }) {
  const w = useShellWords()
  const { isFilter } = useContext(FormContext)
  const text = useRef<HTMLInputElement>(null)
  const calendar = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<string>()
  const look = () => {
    const input = text.current
    if (!input || input.value.trim() === '') return setWrong(undefined)
    const read = readVietnameseDay(input.value)
    setWrong(read.ok ? undefined : w.form.dayRefused[read.reason])
    if (read.ok) input.value = printDay(read.day)
  }
  const open = () => {
    if (!calendar.current) return
    const read = readVietnameseDay(text.current?.value ?? '')
    calendar.current.value = read.ok ? read.day : ''
    calendar.current.showPicker()
  }
  return (
    <Field
      name={name}
      label={label}
      hint={hint ?? w.form.dayHint}
      width="short"
      error={wrong}
      {...(required && { required })}
    >
      {(input, typed) => (
        <span className="day">
          <input
            {...input}
            ref={text}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={10}
            {...(isFilter && { placeholder: w.form.dayPattern })}
            defaultValue={printed(oneOf(typed, defaultValue ?? ''))}
            // Gone before the field is left: a sentence that vanishes then would move the button away from under the mouse.
            onInput={() => wrong && setWrong(undefined)}
            onBlur={look}
          />
          <button
            type="button"
            className="with-script"
            aria-label={w.form.calendar}
            aria-describedby={`${input.id}-label`}
            onClick={open}
          >
            <CalendarIcon />
          </button>
          <input
            ref={calendar}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            className="with-script"
            onChange={(event) => {
              if (!text.current || event.target.value === '') return
              text.current.value = printed(event.target.value)
              setWrong(undefined)
              text.current.focus()
            }}
          />
        </span>
      )}
    </Field>
  )
}

const printed = (value: string) => (isDay(value) ? printDay(value) : value)

/** A file to hand in. The browser cannot keep it when a form is refused without script; it must be chosen again. */
export function FileInput({
  accept,
  megabytes,
  multiple,
  name,
  label,
  hint,
  required,
}: FieldProps & { accept?: string; megabytes?: number; multiple?: boolean }) {
  const w = useShellWords()
  const limit = megabytes ? w.form.fileHint({ megabytes }) : undefined
  const says = hint ?? limit
  return (
    <Field
      name={name}
      label={label}
      {...(says !== undefined && { hint: says })}
      {...(required && { required })}
    >
      {(input) => (
        <input {...input} type="file" {...(accept && { accept })} {...(multiple && { multiple })} />
      )}
    </Field>
  )
}

/** Yes or no. The hidden «false» before it tells «no» apart from «not asked». */
export function Checkbox({
  defaultChecked = false,
  name,
  label,
  hint,
}: FieldProps & { defaultChecked?: boolean }) {
  const field = useField(name, hint !== undefined)
  return (
    <div className="field-check">
      <input type="hidden" name={name} value="false" />
      <input
        type="checkbox"
        id={field.id}
        name={name}
        value="true"
        defaultChecked={field.typed === undefined ? defaultChecked : oneOf(field.typed, '') === 'true'}
        {...field.aria}
      />
      <label htmlFor={field.id}>{label}</label>
      {hint !== undefined && (
        <span className="field-hint" id={`${field.id}-hint`}>
          {hint}
        </span>
      )}
      <FieldErrors id={field.id} sentences={field.sentences} />
    </div>
  )
}

/** Several of a few (`multiple`) or one of a few, all in sight. */
export function Choices({
  options,
  multiple,
  defaultValue = [],
  name,
  label,
  hint,
  required,
}: FieldProps & {
  options: readonly Option[]
  multiple?: boolean
  defaultValue?: readonly (string | number)[]
}) {
  const field = useField(name, hint !== undefined)
  const chosen =
    field.typed === undefined
      ? defaultValue.map(String)
      : Array.isArray(field.typed)
        ? field.typed
        : [field.typed]
  return (
    <fieldset className="choices" {...field.aria}>
      <legend>
        {label}
        {required && <RequiredMark />}
      </legend>
      {hint !== undefined && (
        <span className="field-hint" id={`${field.id}-hint`}>
          {hint}
        </span>
      )}
      {options.map((option, i) => (
        <label key={option.value}>
          <input
            type={multiple ? 'checkbox' : 'radio'}
            name={name}
            value={option.value}
            disabled={option.disabled}
            defaultChecked={chosen.includes(String(option.value))}
            {...(i === 0 && { id: field.id })}
          />
          {option.label}
        </label>
      ))}
      <FieldErrors id={field.id} sentences={field.sentences} />
    </fieldset>
  )
}

/** A value that the form carries along: the version that was seen, the id of the row. */
export const Hidden = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={value} />
)
