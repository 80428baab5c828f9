import { Link, redirect, useLocation } from 'react-router'
import * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { problem } from '../../../pure/problem.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { Hidden, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { proposalInput } from '../contract/corps.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/proposal.page.ts'
import { Approval, useNames } from './corps-parts.tsx'
import { ProposalFields } from './proposal-fields.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { lecturers } = api(context)
  const proposalId = Number(params.proposalId)
  if (!Number.isSafeInteger(proposalId) || proposalId < 1) throw problem(404, 'access.notFound')
  const [proposal, fields, categories] = await Promise.all([
    lecturers.proposal({ proposalId }),
    lecturers.fields(),
    lecturers.categories(),
  ])
  return { proposal, fields, categories }
}

const seen = { version: z.number() }
const acts = z.discriminatedUnion('act', [
  proposalInput.omit({ unitId: true }).extend({ act: z.literal('edit'), ...seen }),
  z.object({ act: z.literal('withdraw'), reason: z.string(), ...seen }),
  z.object({ act: z.literal('return'), reason: z.string(), ...seen }),
  z.object({ act: z.literal('take'), ...seen }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { lecturers } = api(context)
    const proposalId = Number(params.proposalId)
    if (input.act === 'edit')
      await lecturers.proposeAgain({ ...input, fields: input.fields ?? [], proposalId })
    else if (input.act === 'withdraw') await lecturers.withdrawProposal({ ...input, proposalId })
    else if (input.act === 'return') await lecturers.returnProposal({ ...input, proposalId })
    else {
      const { lecturerId } = await lecturers.takeProposal({ proposalId, version: input.version })
      return redirect(`/giang-vien/${lecturerId}`)
    }
    return redirect(`/giang-vien/de-nghi/${proposalId}`)
  })

export default function ProposalPage({
  loaderData: { proposal: one, fields, categories },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const { key } = useLocation()
  const categoryOf = useNames(categories)
  const fieldOf = useNames(fields)
  const mayRead = useCan('lecturers.read')
  const can = (verb: (typeof one.can)[number]) => one.can.includes(verb)
  const withReason = (act: 'withdraw' | 'return', title: string) =>
    can(act) && (
      <details key={`${act} ${key}`} className="act" open={actionData?.form === act}>
        <summary>{title}</summary>
        <Form name={act} refused={actionData}>
          <Hidden name="act" value={act} />
          <Hidden name="version" value={one.version} />
          <TextInput name="reason" label={w.corps.reason} maxLength={1000} required />
          <FormActions>
            <SubmitButton kind="plain">{title}</SubmitButton>
          </FormActions>
        </Form>
      </details>
    )
  return (
    <Page
      title={one.name}
      lead={`${one.title}, ${one.unitName}. ${w.corps.proposalStates[one.state]}`}
      crumbs={[{ title: w.corps.title, to: '/giang-vien/thinh-giang' }]}
    >
      {one.answer && (
        <Notice tone="wrong" title={w.corps.proposalStates[one.state]}>
          {one.answer}
        </Notice>
      )}
      <Panel title={w.corps.proposals} flush>
        <DescriptionList
          facts={[
            { term: w.field.category, value: categoryOf(one.categoryCode) },
            { term: w.field.postFromOn, value: printDay(one.titleFromOn) },
            { term: w.field.fields, value: one.fields.map(fieldOf).join('; ') },
            { term: w.field.degrees, value: one.degrees },
            { term: w.corps.topicsWished, value: one.topics },
            { term: w.corps.grounds, value: one.grounds },
            { term: w.corps.sentAt, value: [printAt(one.sentAt), one.sentBy].filter(Boolean).join(', ') },
            {
              term: w.field.approval,
              value: one.approval && (
                <Approval of={{ approval: one.approval, approvedLastOn: one.approvedLastOn }} />
              ),
            },
            ...(one.lecturerId !== null && mayRead
              ? [
                  {
                    term: w.corps.takenAs,
                    value: <Link to={`/giang-vien/${one.lecturerId}`}>{one.name}</Link>,
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      {one.can.length > 0 && (
        <Panel title={w.corps.answer}>
          {can('take') && (
            <Form name="take" refused={actionData} guards={false}>
              <Hidden name="act" value="take" />
              <Hidden name="version" value={one.version} />
              <FormActions>
                <ConfirmButton
                  kind="main"
                  title={w.corps.take}
                  text={w.corps.takeText}
                  confirm={w.corps.take}
                >
                  {w.corps.take}
                </ConfirmButton>
              </FormActions>
            </Form>
          )}
          {withReason('return', w.corps.return)}
          {can('edit') && (
            <details key={`edit ${key}`} className="act" open={actionData?.form === 'edit'}>
              <summary>{w.corps.sendAgain}</summary>
              <Form name="edit" refused={actionData}>
                <Hidden name="act" value="edit" />
                <Hidden name="version" value={one.version} />
                <ProposalFields fields={fields} categories={categories} proposal={one} />
                <FormActions>
                  <SubmitButton>{w.corps.sendAgain}</SubmitButton>
                </FormActions>
              </Form>
            </details>
          )}
          {withReason('withdraw', w.corps.withdraw)}
        </Panel>
      )}
    </Page>
  )
}
