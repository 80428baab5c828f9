import { data, redirect } from 'react-router'
import * as z from 'zod'
import { type Day, printDay } from '../../../pure/day.ts'
import { Checkbox, DayInput, Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { grantInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/account.page.ts'
import './access.css'
import { typedUnit, wholeAddress } from './auth-answer.ts'
import { RoleFields } from './role-fields.tsx'
import { unitNames } from './unit-names.ts'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const account = await api(context).access.account({ accountId: Number(params.accountId) })
  return {
    account,
    units: account.can.includes('grant') ? await unitNames(api(context)) : [],
    today: visit(context).today,
  }
}

const text = z.string().default('')
const forms = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['disable', 'enable']), reason: text }),
  z.object({ act: z.literal('endGrant'), grantId: z.number(), untilOn: z.string(), reason: text }),
  z.object({ act: z.literal('invite'), stopsFactor: z.boolean().default(false), reason: text }),
  grantInput
    .omit({ accountId: true, unitId: true })
    .extend({ act: z.literal('grant'), unit: z.string().optional() }),
])

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const here = visit(context)
  const { access } = here.api
  const accountId = Number(params.accountId)
  return submit(request, forms, async (input) => {
    const reason = 'reason' in input ? (input.reason ?? '') : ''
    switch (input.act) {
      case 'grant': {
        const { unit, act: _, ...grant } = input
        const unitId = await typedUnit(here, unit)
        await access.grant({ ...grant, accountId, ...(unitId !== undefined && { unitId }) })
        break
      }
      case 'endGrant':
        await access.endGrant({ accountId, grantId: input.grantId, untilOn: input.untilOn, reason })
        break
      case 'invite': {
        const { invitationPath } = await access.invite({
          accountId,
          stopsFactor: input.stopsFactor ?? false,
          reason,
        })
        return data({ link: wholeAddress(request, invitationPath) })
      }
      default:
        await access[input.act]({ accountId, reason })
    }
    return redirect(`/quan-tri/tai-khoan/${accountId}`)
  })
}

export default function AccountPage({
  loaderData: { account, units, today },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const roleName = (role: string) => w.roles[role as keyof typeof w.roles] ?? role
  const open = account.grants.filter((one) => !one.untilOn || one.untilOn > today)
  const link = actionData && 'link' in actionData ? actionData.link : null
  const refused = actionData && 'problem' in actionData ? actionData : undefined
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
        {account.grants.length === 0 && <p>{w.accounts.noGrants}</p>}
        <ul className="things">
          {account.grants.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{roleName(one.role)}</strong>
                {one.isDeputy && ` (${w.accounts.deputy})`}
                {one.unitName && `, ${one.unitName}`}
              </span>
              <span className="quiet figures">
                {w.accounts.period({
                  from: printDay(one.fromOn as Day),
                  until: one.untilOn && printDay(one.untilOn as Day),
                })}
                {!open.includes(one) && ` (${w.accounts.ended})`}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {account.can.includes('grant') && (
        <Panel title={w.accounts.grantTitle}>
          <Form name="grant" refused={refused}>
            <Hidden name="act" value="grant" />
            <RoleFields units={units} />
            <FieldRow>
              <DayInput name="fromOn" label={w.accounts.fromOn} defaultValue={today} required />
              <DayInput name="untilOn" label={w.accounts.untilOn} />
            </FieldRow>
            <FormActions>
              <SubmitButton kind="plain">{w.accounts.grant}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      {account.can.includes('endGrant') && open.length > 0 && (
        <Panel title={w.accounts.endGrant}>
          <Form name="endGrant" refused={refused}>
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
      {account.can.includes('invite') && (
        <Panel title={w.accounts.invite}>
          {link ? (
            <Notice tone="good" title={w.accounts.link}>
              <p>{w.accounts.madeText}</p>
              <code className="shown-once">{link}</code>
            </Notice>
          ) : (
            <p>{w.accounts.inviteHint}</p>
          )}
          <Form name="invite" refused={refused}>
            <Hidden name="act" value="invite" />
            <Checkbox name="stopsFactor" label={w.accounts.inviteStops} />
            <TextInput name="reason" label={w.accounts.reason} required />
            <FormActions>
              <SubmitButton kind="plain">{w.accounts.inviteDo}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      {state && (
        <Panel title={w.accounts[state]}>
          {state === 'disable' && <p>{w.accounts.disableHint}</p>}
          <Form name="state" refused={refused}>
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
