import { type ReactNode, useId } from 'react'
import { Form } from 'react-router'
import { FormContext } from './form-context.ts'

/** A form that asks a question of its page by the address: sent by its button, not while it is filled in. */
export function FilterForm({ children }: { children: ReactNode }) {
  const id = useId()
  return (
    <Form method="get" className="form" autoComplete="off">
      <FormContext.Provider value={{ id, values: undefined, problems: [], isFilter: false }}>
        {children}
      </FormContext.Provider>
    </Form>
  )
}
