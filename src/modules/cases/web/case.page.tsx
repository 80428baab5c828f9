import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { addDays, type Day, printDay } from '../../../pure/day.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { Choices, DayInput, Hidden, type Option, Select, TextArea, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { KeptFiles } from '../../../ui/kept-files.tsx'
import { usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { attachInput } from '../../files/contract.ts'
import {
  type caseDetail,
  type caseVerbs,
  decideInput,
  handInput,
  postponeInput,
  writeInput,
} from '../contract.ts'
import { usualDays } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/case.page.ts'
import './cases.css'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { cases } = api(context)
  const caseId = Number(params.caseId)
  const found = await cases.get({ caseId })
  const needsAccounts = found.can.includes('hand') || found.can.includes('name')
  return {
    found,
    accounts: needsAccounts ? await cases.accounts({ caseId }) : [],
    dueOn: addDays(visit(context).today, usualDays),
  }
}

const seen = { version: z.number() }
const reasoned = z.object({ ...seen, reason: z.string().default('') })
const step = z.discriminatedUnion('act', [
  writeInput.extend({ act: z.literal('write') }),
  z.object({ act: z.literal('take'), ...seen }),
  handInput.extend({ act: z.literal('hand'), ...seen }),
  postponeInput.extend({ act: z.literal('postpone'), ...seen }),
  decideInput.extend({ act: z.literal('decide'), ...seen }),
  decideInput.extend({ act: z.literal('solve'), ...seen }),
  reasoned.extend({ act: z.literal('withdraw') }),
  reasoned.extend({ act: z.literal('reopen') }),
  reasoned.extend({ act: z.literal('shut') }),
  reasoned.extend({ act: z.literal('unshut') }),
  handInput.extend({ act: z.literal('name'), ...seen }),
  handInput.extend({ act: z.literal('unname'), ...seen }),
  attachInput.extend({ act: z.literal('attach') }),
])

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { cases } = api(context)
  const caseId = Number(params.caseId)
  return submit(request, step, async (input) => {
    const reason = 'reason' in input ? (input.reason ?? '') : ''
    if (input.act === 'write') await cases.write({ ...input, caseId })
    else if (input.act === 'take') await cases.take({ ...input, caseId })
    else if (input.act === 'hand') await cases.hand({ ...input, caseId })
    else if (input.act === 'postpone') await cases.postpone({ ...input, caseId })
    else if (input.act === 'decide') await cases.decide({ ...input, caseId })
    else if (input.act === 'solve') await cases.solve({ ...input, caseId })
    else if (input.act === 'withdraw') await cases.withdraw({ ...input, reason, caseId })
    else if (input.act === 'reopen') await cases.reopen({ ...input, reason, caseId })
    else if (input.act === 'name') await cases.name({ ...input, caseId })
    else if (input.act === 'unname') await cases.unname({ ...input, caseId })
    else if (input.act === 'attach') await cases.attach({ ...input, caseId })
    else await cases.shut({ ...input, reason, isSensitive: input.act === 'shut', caseId })
    return redirect(`/vu-viec/${caseId}`)
  })
}

type Found = z.infer<typeof caseDetail>
type Steps = { found: Found; refused: Refused | undefined; accounts: Option[]; dueOn: Day }

export default function CasePage({
  loaderData: { found, accounts, dueOn },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const refused = actionData as Refused | undefined
  const choices = accounts.map((one) => ({ value: one.accountId, label: `${one.name}, ${one.about}` }))
  const steps = { found, refused, accounts: choices, dueOn }
  return (
    <Page
      title={found.title}
      lead={`${found.learner}, ${found.unit}. ${w.states[found.state]}.`}
      crumbs={[{ title: w.cases, to: '/vu-viec' }]}
    >
      {found.isSensitive && (
        <Notice title={w.sensitive}>{found.members.map((one) => one.name).join(', ')}</Notice>
      )}
      <Panel title={w.facts} flush>
        <DescriptionList
          facts={[
            { term: w.field.kind, value: w.kinds[found.kind] },
            {
              term: w.field.class,
              value: found.classId && <Link to={`/lop/${found.classId}`}>{found.classCode}</Link>,
            },
            {
              term: w.field.raisedAt,
              value: `${printAt(found.raisedAt)}, ${w.sides[found.raisedSide]}`,
            },
            { term: w.field.owner, value: found.ownerName ?? w.nobody },
            {
              term: w.field.dueOn,
              value: found.isOverdue ? (
                <strong className="case-overdue">{`${printDay(found.dueOn)}, ${w.overdue}`}</strong>
              ) : (
                printDay(found.dueOn)
              ),
            },
            { term: w.field.answeredAt, value: found.answeredAt && printAt(found.answeredAt) },
            { term: w.field.solvedAt, value: found.solvedAt && printAt(found.solvedAt) },
            ...(found.learnerSees ? [] : [{ term: w.field.learner, value: w.hidden }]),
          ]}
        />
      </Panel>
      <Panel title={w.happened}>
        <ol className="case-entries">
          {found.entries.map((entry) => (
            <li key={entry.id} className={`case-entry case-entry-${entry.kind}`}>
              <p>
                <strong>{entry.by}</strong> ({w.sides[entry.side]}) <Happened entry={entry} />
                <span className="quiet">, {printAt(entry.at)}</span>
              </p>
              {entry.text && <p className="as-written">{entry.text}</p>}
            </li>
          ))}
        </ol>
        {found.can.includes('write') && (
          <Form name="write" refused={refused}>
            <Hidden name="act" value="write" />
            <TextArea
              name="text"
              label={w.field.reply}
              hint={w.noSecrets}
              rows={3}
              maxLength={4000}
              required
            />
            <Choices
              name="kind"
              label={w.field.entryKind}
              options={[
                { value: 'message', label: w.entryKinds.message },
                { value: 'proposal', label: w.entryKinds.proposal },
              ]}
              defaultValue={['message']}
            />
            <FormActions>
              <SubmitButton>{w.send}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Panel>
      <Solving {...steps} />
      {found.isSensitive && found.can.includes('name') && <Members {...steps} />}
      <KeptFiles
        title={w.files}
        files={found.files}
        address={`/api/cases/${found.id}/files`}
        mayChange={found.can.includes('write')}
        mayRemove={false}
        refused={refused}
      />
    </Page>
  )
}

function Happened({ entry }: { entry: Found['entries'][number] }) {
  const w = useWords(vi, en)
  const toName = entry.toName ?? ''
  const day = entry.dueOn ?? ''
  switch (entry.kind) {
    case 'owner':
    case 'named':
    case 'unnamed':
      return w.entry[entry.kind]({ toName })
    case 'due':
    case 'reopened':
      return w.entry[entry.kind]({ day })
    default:
      return w.entry[entry.kind]
  }
}

/** The steps that the reader may take: in whose hands it is, until when, what was decided, that it is solved, that it is taken back. */
function Solving({ found, refused, accounts, dueOn }: Steps) {
  const w = useWords(vi, en)
  const may = (verb: (typeof caseVerbs)[number]) => found.can.includes(verb)
  const withReason = [
    may('reopen') && { act: 'reopen', title: w.reopen, text: w.reopenText },
    may('withdraw') && { act: 'withdraw', title: w.withdraw, text: w.withdrawText },
    may('shut') &&
      (found.isSensitive
        ? { act: 'unshut', title: w.unshut, text: w.unshutText }
        : { act: 'shut', title: w.shut, text: w.shutText }),
  ].filter((one) => one !== false)
  if (!(['take', 'decide'] as const).some(may) && withReason.length === 0) return null
  return (
    <Panel title={w.steps}>
      {may('take') && (
        <Form name="take" refused={refused}>
          <Hidden name="act" value="take" />
          <Hidden name="version" value={found.version} />
          <p>{w.takeText}</p>
          <FormActions>
            <SubmitButton>{w.take}</SubmitButton>
          </FormActions>
        </Form>
      )}
      {may('decide') && (
        <Step found={found} refused={refused} act="decide" title={w.decide} button={w.decideButton}>
          <TextArea name="text" label={w.field.decision} rows={3} maxLength={4000} required />
        </Step>
      )}
      {may('solve') && (
        <Step found={found} refused={refused} act="solve" title={w.solve} button={w.solveButton}>
          <TextArea name="text" label={w.field.outcome} rows={3} maxLength={4000} required />
        </Step>
      )}
      {may('hand') && (
        <Step found={found} refused={refused} act="hand" title={w.hand} button={w.handButton}>
          <Select name="accountId" label={w.field.account} options={accounts} required />
        </Step>
      )}
      {may('postpone') && (
        <Step found={found} refused={refused} act="postpone" title={w.postpone} button={w.postponeButton}>
          <DayInput name="dueOn" label={w.field.dueOn} defaultValue={dueOn} required />
          <TextInput name="reason" label={w.field.reason} maxLength={1000} required />
        </Step>
      )}
      {withReason.map(({ act, title, text }) => (
        <Step key={act} found={found} refused={refused} act={act} title={title} button={title}>
          <p className="quiet">{text}</p>
          <TextInput name="reason" label={w.field.reason} maxLength={1000} required />
        </Step>
      ))}
    </Panel>
  )
}

/** One step, folded until it is wanted or was refused. */
function Step({
  found,
  refused,
  act,
  title,
  button,
  children,
}: {
  found: Found
  refused: Refused | undefined
  act: string
  title: string
  button: string
  children: React.ReactNode
}) {
  return (
    <details open={refused?.form === act}>
      <summary>{title}</summary>
      <Form name={act} refused={refused}>
        <Hidden name="act" value={act} />
        <Hidden name="version" value={found.version} />
        {children}
        <FormActions>
          <SubmitButton>{button}</SubmitButton>
        </FormActions>
      </Form>
    </details>
  )
}

/** Who is named in a sensitive case. */
function Members({ found, refused, accounts }: Steps) {
  const w = useWords(vi, en)
  const named = new Set(found.members.map((one) => one.accountId))
  return (
    <Panel title={w.members}>
      <ul className="case-members">
        {found.members.map((one) => (
          <li key={one.accountId}>
            <span>{one.name}</span>
            <Form name={`unname-${one.accountId}`} refused={refused}>
              <Hidden name="act" value="unname" />
              <Hidden name="version" value={found.version} />
              <Hidden name="accountId" value={one.accountId} />
              <SubmitButton kind="plain">{w.memberDrop(one)}</SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      <Form name="name" refused={refused}>
        <Hidden name="act" value="name" />
        <Hidden name="version" value={found.version} />
        <Select
          name="accountId"
          label={w.field.account}
          options={accounts.filter((one) => !named.has(Number(one.value)))}
          required
        />
        <FormActions>
          <SubmitButton>{w.memberAdd}</SubmitButton>
        </FormActions>
      </Form>
    </Panel>
  )
}
