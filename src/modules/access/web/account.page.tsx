import { redirect } from 'react-router'
import * as z from 'zod'
import { type Day, printDay } from '../../../pure/day.ts'
import { DayInput, Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { grantInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/account.page.ts'
import { RoleFields } from './role-fields.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const [account, { rows: units }] = await Promise.all([
    api(context).access.account({ accountId: Number(params.accountId) }),
    api(context).units.list({ size: 100 }),
  ])
  return { account, units, today: visit(context).today }
}

const stateInput = z.object({ act: z.enum(['disable', 'enable']), reason: z.string().default('') })
const endInput = z.object({
  act: z.literal('endGrant'),
  grantId: z.number(),
  untilOn: z.string(),
  reason: z.string().default(''),
})
const giveInput = grantInput.omit({ accountId: true }).extend({ act: z.literal('grant') })

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { access } = visit(context).api
  const accountId = Number(params.accountId)
  return submit(request, z.discriminatedUnion('act', [stateInput, endInput, giveInput]), async (input) => {
    if (input.act === 'grant') await access.grant({ ...input, accountId })
    else if (input.act === 'endGrant')
      await access.endGrant({ ...input, accountId, reason: input.reason ?? '' })
    else await access[input.act]({ accountId, reason: input.reason ?? '' })
    return redirect(`/quan-tri/tai-khoan/${accountId}`)
  })
}

export default function AccountPage({
  loaderData: { account, units, today },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const roleName = (role: string) => w.roles[role as keyof typeof w.roles] ?? role
  const open = account.grants.filter((one) => !one.untilOn)
  const state = account.can.find((verb) => verb === 'disable' || verb === 'enable') as
    | 'disable'
    | 'enable'
    | undefined
  return (
    <Page
      title={account.name}
      lead={`${account.email} · ${account.isDisabled ? w.accounts.disabled : w.accounts.active}`}
      crumbs={[{ title: w.accounts.title, to: '/quan-tri/tai-khoan' }]}
    >
      <Panel title={w.accounts.grants}>
        <ul>
          {account.grants.map((one) => (
            <li key={one.id}>
              {roleName(one.role)}
              {one.unitName && `, ${one.unitName}`},{' '}
              {w.accounts.period({
                from: printDay(one.fromOn as Day),
                until: one.untilOn && printDay(one.untilOn as Day),
              })}
            </li>
          ))}
        </ul>
      </Panel>
      {account.can.includes('grant') && (
        <Panel title={w.accounts.grantTitle}>
          <Form name="grant" refused={actionData}>
            <Hidden name="act" value="grant" />
            <RoleFields units={units} />
            <DayInput name="fromOn" label={w.accounts.fromOn} defaultValue={today} required />
            <DayInput name="untilOn" label={w.accounts.untilOn} />
            <FormActions>
              <SubmitButton kind="plain">{w.accounts.grant}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      {account.can.includes('endGrant') && open.length > 0 && (
        <Panel title={w.accounts.endGrant}>
          <Form name="endGrant" refused={actionData}>
            <Hidden name="act" value="endGrant" />
            <Select
              name="grantId"
              label={w.accounts.role}
              options={open.map((one) => ({
                value: one.id,
                label: [roleName(one.role), one.unitName].filter(Boolean).join(', '),
              }))}
            />
            <DayInput name="untilOn" label={w.accounts.endOn} defaultValue={today} required />
            <TextInput name="reason" label={w.accounts.reason} required />
            <FormActions>
              <SubmitButton kind="plain">{w.accounts.endGrant}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      {state && (
        <Panel title={w.accounts[state]}>
          {state === 'disable' && <p>{w.accounts.disableHint}</p>}
          <Form name="state" refused={actionData}>
            <Hidden name="act" value={state} />
            <TextInput name="reason" label={w.accounts.reason} required />
            <FormActions>
              <SubmitButton kind={state === 'disable' ? 'grave' : 'plain'}>{w.accounts[state]}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}
