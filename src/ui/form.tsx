import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Form as RouterForm, useNavigation, useSubmit } from 'react-router'
import type { ProblemAnswer } from '../pure/problem.ts'
import { Button, type ButtonKind } from './button.tsx'
import { FormContext, fieldId, type Values } from './form-context.ts'
import { useUnsaved } from './leave-guard.tsx'
import { useShellWords } from './locale.tsx'

/** The hidden field that names the form, where a page has several. */
export const formNameField = '_form'

/** What `submit()` returns when the input was refused; an action's data is this or nothing. */
export type Refused = { problem: ProblemAnswer; values: Values; form: string | null }

/**
 * A form that posts to its page. `refused` is the action's data: each field shows its sentence, the rest stands above,
 * the first wrong field gets the focus, and what was typed is still there, with and without script.
 * `name` where a page has several forms; the action finds it under `_form`. `hasFiles` where a file is sent.
 */
export function Form({
  refused,
  name,
  action,
  hasFiles,
  guards = true,
  refusedTitle,
  children,
}: {
  refused?: Refused | undefined
  name?: string
  action?: string
  hasFiles?: boolean
  /** Asks before unsaved input is left behind. */
  guards?: boolean
  /** Above a refusal, where nothing was to be saved: «Chưa đăng nhập được». */
  refusedTitle?: string
  children: ReactNode
}) {
  const id = useId()
  const element = useRef<HTMLFormElement>(null)
  const unsaved = useUnsaved()
  const mine = refused && (refused.form ?? undefined) === name ? refused : undefined
  const problem = mine?.problem
  const isRunning = useIsRunning(name)
  const submit = useSubmit()

  useEffect(() => {
    if (!problem || !element.current) return
    if (guards) unsaved.add(id)
    const wrong = element.current.querySelector<HTMLElement>('[aria-invalid="true"]')
    const target = wrong ?? element.current.querySelector<HTMLElement>('.refusal')
    target?.focus()
  }, [problem, guards, unsaved, id])

  useEffect(() => () => void unsaved.delete(id), [unsaved, id])

  return (
    <RouterForm
      ref={element}
      method="post"
      className="form"
      noValidate
      {...(action !== undefined && { action })}
      {...(hasFiles && { encType: 'multipart/form-data' as const })}
      onInput={() => guards && unsaved.add(id)}
      onSubmit={(event) => {
        event.preventDefault()
        if (isRunning) return
        unsaved.delete(id)
        const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
        // Drawn at once: a second press comes before a busy page would be redrawn, and must find the form sending.
        submit(submitter ?? event.currentTarget, { flushSync: true })
      }}
    >
      {name !== undefined && <input type="hidden" name={formNameField} value={name} />}
      <FormContext.Provider
        value={{ id, values: mine?.values, problems: problem?.fields ?? [], isFilter: false }}
      >
        {problem && <Refusal formId={id} problem={problem} title={refusedTitle} />}
        {children}
      </FormContext.Provider>
    </RouterForm>
  )
}

/** The button that sends the form. While it is being sent it says so and does nothing. */
export function SubmitButton({
  kind = 'main',
  name,
  value,
  children,
}: {
  kind?: ButtonKind
  name?: string
  value?: string
  children: ReactNode
}) {
  const w = useShellWords()
  const isRunning = useNavigation().state === 'submitting'
  return (
    <Button
      type="submit"
      kind={kind}
      aria-disabled={isRunning || undefined}
      {...(name !== undefined && { name, value })}
      onClick={(event) => isRunning && event.preventDefault()}
    >
      {isRunning ? w.form.saving : children}
    </Button>
  )
}

/** The row of buttons at the end of a form. */
export const FormActions = ({ children }: { children: ReactNode }) => (
  <div className="form-actions">{children}</div>
)

/** Fields that belong together, under a heading. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

/** Fields side by side where there is room. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className="form-row">{children}</div>

/** The sentence of the refusal and every wrong field, as a link to it. */
function Refusal({
  formId,
  problem,
  title,
}: {
  formId: string
  problem: ProblemAnswer
  title?: string | undefined
}) {
  const w = useShellWords()
  const [labels, setLabels] = useState<Record<string, string>>({})

  // The labels are known where the fields are; beside the sentences they say which field is meant.
  useEffect(() => {
    const found: Record<string, string> = {}
    for (const { path } of problem.fields) {
      const input = document.getElementById(fieldId(formId, path)) as HTMLInputElement | null
      const label = input?.closest('fieldset.choices')?.querySelector('legend') ?? input?.labels?.[0]
      if (label?.firstChild?.textContent) found[path] = label.firstChild.textContent
    }
    setLabels(found)
  }, [formId, problem])

  return (
    <div className="refusal" role="alert" tabIndex={-1}>
      <h2>{title ?? w.form.refused}</h2>
      <p>{problem.title}</p>
      {problem.fields.length > 0 && (
        <ul>
          {problem.fields.map((field) => (
            <li key={`${field.path} ${field.code}`}>
              <FieldLink
                id={fieldId(formId, field.path)}
                label={labels[field.path]}
                sentence={field.sentence ?? w.form.unknown}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function FieldLink({ id, label, sentence }: { id: string; label: string | undefined; sentence: string }) {
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(id)?.focus()
      }}
    >
      {label && `${label}: `}
      {sentence}
    </a>
  )
}

function useIsRunning(name: string | undefined): boolean {
  const { state, formData } = useNavigation()
  if (state === 'idle' || !formData) return false
  return name === undefined || formData.get(formNameField) === name
}
