import { createContext, useContext } from 'react'
import type { FieldProblem } from '../pure/problem.ts'

/** What was typed, by field name. Several values where a name stands several times. */
export type Values = Record<string, string | string[]>

/** What a form tells its fields. Outside a form the fields stand alone. */
export type FormState = {
  id: string
  values: Values | undefined
  problems: FieldProblem[]
  /** A filter bar: no marks for required and optional fields. */
  isFilter: boolean
}

export const FormContext = createContext<FormState>({
  id: 'f',
  values: undefined,
  problems: [],
  isFilter: false,
})

/** The id of a field's input; the summary of a refused form links to it. */
export const fieldId = (formId: string, name: string): string => `${formId}-${name}`

/** What a field needs to know: its ids, what to show in it, and what is wrong with it. */
export function useField(name: string, hasHint: boolean) {
  const { id, values, problems, isFilter } = useContext(FormContext)
  const own = problems.filter((p) => p.path === name)
  const inputId = fieldId(id, name)
  const described = [hasHint && `${inputId}-hint`, own.length > 0 && `${inputId}-error`]
    .filter(Boolean)
    .join(' ')
  return {
    isFilter,
    id: inputId,
    sentences: own.map((p) => p.sentence ?? p.code),
    typed: values?.[name],
    aria: {
      ...(described && { 'aria-describedby': described }),
      ...(own.length > 0 && { 'aria-invalid': true as const }),
    },
  }
}

/** The one value of a field that was typed into, else what the page proposes. */
export function oneOf(typed: string | string[] | undefined, proposed: string): string {
  if (typed === undefined) return proposed
  return Array.isArray(typed) ? (typed.at(-1) ?? '') : typed
}
