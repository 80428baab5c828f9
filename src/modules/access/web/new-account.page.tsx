import { data } from 'react-router'
import * as z from 'zod'
import { ButtonLink } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { DayInput, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { newAccountInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/new-account.page.ts'
import './access.css'
import { typedUnit, wholeAddress } from './auth-answer.ts'
import { RoleFields } from './role-fields.tsx'
import { unitNames } from './unit-names.ts'

export const loader = async ({ context }: Route.LoaderArgs) => ({
  units: await unitNames(api(context)),
  today: visit(context).today,
})

const form = newAccountInput.omit({ unitId: true }).extend({ unit: z.string().optional() })

export const action = async ({ context, request }: Route.ActionArgs) => {
  const here = visit(context)
  return submit(request, form, async ({ unit, ...input }) => {
    const unitId = await typedUnit(here, unit)
    const made = await here.api.access.makeAccount({ ...input, ...(unitId !== undefined && { unitId }) })
    return data({
      made: {
        accountId: made.accountId,
        who: `${input.name}, ${input.email}`,
        link: wholeAddress(request, made.invitationPath),
      },
    })
  })
}

export default function NewAccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const made = actionData && 'made' in actionData ? actionData.made : null
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  return (
    <Page
      title={made ? w.accounts.madeTitle : w.accounts.make}
      lead={made ? w.accounts.madeText : undefined}
      crumbs={[{ title: w.accounts.title, to: '/quan-tri/tai-khoan' }]}
    >
      <Panel>
        {made ? (
          <>
            <DescriptionList
              facts={[
                { term: w.accounts.who, value: made.who },
                { term: w.accounts.link, value: <code className="shown-once">{made.link}</code> },
              ]}
            />
            <FormActions>
              <ButtonLink to={`/quan-tri/tai-khoan/${made.accountId}`}>{w.accounts.open}</ButtonLink>
              <ButtonLink to="/quan-tri/tai-khoan/moi">{w.accounts.madeMore}</ButtonLink>
            </FormActions>
          </>
        ) : (
          <Form refused={refused}>
            <TextInput name="name" label={w.accounts.name} required />
            <TextInput name="email" label={w.accounts.email} type="email" autoComplete="off" required />
            <RoleFields units={loaderData.units} />
            <FieldRow>
              <DayInput name="fromOn" label={w.accounts.fromOn} defaultValue={loaderData.today} />
              <DayInput name="untilOn" label={w.accounts.untilOn} />
            </FieldRow>
            <FormActions>
              <SubmitButton>{w.accounts.make}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Panel>
    </Page>
  )
}
