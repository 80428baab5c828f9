import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { addDays } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Checkbox, DayInput, Hidden, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { FilterForm } from '../../../ui/filter-form.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useShellWords, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { caseKinds, raiseInput } from '../contract.ts'
import { usualDays } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-case.page.ts'
import './cases.css'

const search = z.object({
  q: z.string().default(''),
  personId: z.number().optional(),
  classId: z.number().optional(),
})

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, search)
  const { cases, classes } = api(context)
  const { today, actor } = visit(context)
  // A learner raises the own case and has nobody to look for.
  const isLearner = actor?.roles.every((one) => one.role === 'learner')
  const personId = view.personId ?? (isLearner ? actor?.personId : null) ?? undefined
  const found = await cases.learners({ q: view.q, personId })
  const chosen = personId === undefined ? null : (found[0] ?? null)
  const held = chosen ? (await classes.list({ year: rememberedYear(request, today), size: 100 })).rows : []
  return {
    view,
    found,
    chosen,
    mayChange: !isLearner,
    dueOn: addDays(today, usualDays),
    classes: held.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` })),
  }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, raiseInput, async (input) => {
    const made = await api(context).cases.raise(input)
    return redirect(`/vu-viec/${made.id}`)
  })

export default function NewCasePage({
  loaderData: { view, found, chosen, mayChange, dueOn, classes },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  return (
    <Page title={w.raise} lead={w.raiseLead} crumbs={[{ title: w.cases, to: '/vu-viec' }]}>
      {chosen === null ? (
        <Panel title={w.find}>
          <FilterForm>
            <TextInput name="q" type="search" label={w.find} hint={w.findHint} defaultValue={view.q} />
          </FilterForm>
          {view.q !== '' && found.length === 0 && <p>{w.noOne({ q: view.q })}</p>}
          {found.length > 0 && (
            <ul className="case-choices">
              {found.map((one) => (
                <li key={one.personId}>
                  <Link to={`/vu-viec/moi?personId=${one.personId}`}>{one.name}</Link>{' '}
                  <span className="quiet">
                    {[one.unit, one.bornYear && w.born({ year: one.bornYear })].filter(Boolean).join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      ) : (
        <Panel title={`${chosen.name}, ${chosen.unit}`}>
          {mayChange && (
            <p>
              <Link to="/vu-viec/moi">{w.another}</Link>
            </p>
          )}
          <Form refused={actionData}>
            <Hidden name="personId" value={chosen.personId} />
            <FieldRow>
              <Select
                name="kind"
                label={w.field.kind}
                options={caseKinds.map((kind) => ({ value: kind, label: w.kinds[kind] }))}
              />
              <Select
                name="classId"
                label={w.field.class}
                none={w.noClass}
                options={classes}
                defaultValue={view.classId}
              />
            </FieldRow>
            <TextInput name="title" label={w.field.title} hint={w.hint.title} maxLength={200} required />
            <TextArea
              name="text"
              label={w.field.text}
              hint={w.noSecrets}
              rows={5}
              maxLength={4000}
              required
            />
            <DayInput name="dueOn" label={w.field.dueOn} hint={w.hint.dueOn} defaultValue={dueOn} required />
            <Checkbox name="isSensitive" label={w.field.isSensitive} hint={w.hint.sensitive} />
            {mayChange && <Checkbox name="learnerSees" label={w.field.learnerSees} defaultChecked />}
            <FormActions>
              <SubmitButton>{w.raise}</SubmitButton>
              <ButtonLink to="/vu-viec">{shell.dialog.cancel}</ButtonLink>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}
