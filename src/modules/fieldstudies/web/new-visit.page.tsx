import { redirect } from 'react-router'
import * as z from 'zod'
import { ButtonLink } from '../../../ui/button.tsx'
import { Select } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { visitInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-visit.page.ts'
import { choicesOf } from './choices.ts'
import { VisitFields } from './visit-fields.tsx'

const search = z.object({ classId: z.number().optional(), hostId: z.number().optional() })

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, search)
  const { classes } = api(context)
  // From the page of a class only this one is meant.
  const held = view.classId
    ? [await classes.get({ classId: view.classId })]
    : (await classes.list({ year: rememberedYear(request, visit(context).today), size: 100 })).rows
  return {
    view,
    classes: held.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` })),
    choices: await choicesOf(api(context)),
  }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, visitInput, async (input) => {
    const made = await api(context).fieldStudies.make(input)
    return redirect(`/thuc-te/${made.id}`)
  })

export default function NewVisitPage({
  loaderData: { view, classes, choices },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  return (
    <Page title={w.make} crumbs={[{ title: w.visits, to: '/thuc-te' }]}>
      <Panel>
        <Form refused={actionData}>
          <Select
            name="classId"
            label={w.field.class}
            options={classes}
            defaultValue={view.classId}
            required
          />
          <VisitFields choices={choices} hostId={view.hostId} />
          <FormActions>
            <SubmitButton>{w.make}</SubmitButton>
            <ButtonLink to="/thuc-te">{shell.dialog.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
