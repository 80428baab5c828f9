import { redirect } from 'react-router'
import * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { printNumber } from '../../../pure/share.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { Checkbox, Choices, Hidden, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { Letters } from '../../../ui/letters.tsx'
import { useLocale, usePrintInstant, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { visit } from '../../../ui/visit.ts'
import { answerInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/invitation.page.ts'
import { LinkPanel } from './link-panel.tsx'
import { madeLink } from './made-link.ts'
import { SessionTable } from './session-table.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { api } = visit(context)
  const found = await api.teaching.invitation({ invitationId: Number(params.invitationId) })
  const sessionIds = found.planned
    .filter((one) => one.state === 'planned' && one.lecturerId === null)
    .map((one) => one.id)
  const needsOther = found.can.includes('inviteNext') && sessionIds.length > 0
  return { found, substitutes: needsOther ? await api.teaching.substitutes({ sessionIds }) : null }
}

const version = { version: z.number() }
const acts = z.discriminatedUnion('act', [
  answerInput.extend({ act: z.literal('note') }),
  answerInput.extend({ act: z.literal('answer') }),
  z.object({ act: z.literal('withdraw'), reason: z.string().default(''), ...version }),
  z.object({ act: z.literal('setNext'), invitesNext: z.boolean(), ...version }),
  z.object({ act: z.literal('link') }),
  z.object({
    act: z.literal('next'),
    lecturerId: z.number().optional(),
    byMail: z.boolean().default(false),
    ...version,
  }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const here = visit(context)
    const { teaching } = here.api
    const invitationId = Number(params.invitationId)
    if (input.act === 'note') await teaching.note({ ...input, invitationId })
    else if (input.act === 'answer') await teaching.answer({ ...input, invitationId })
    else if (input.act === 'withdraw')
      await teaching.withdraw({ ...input, reason: input.reason ?? '', invitationId })
    else if (input.act === 'setNext') await teaching.setNext({ ...input, invitationId })
    else if (input.act === 'link') {
      const { token } = await teaching.link({ invitationId })
      return {
        made: await madeLink(here, request, token, await teaching.invitation({ invitationId }), false),
        nextId: null,
      }
    } else {
      const { invitation, token, isMailed } = await teaching.inviteNext({ ...input, invitationId })
      return { made: await madeLink(here, request, token, invitation, isMailed), nextId: invitation.id }
    }
    return redirect(`/moi-giang/${invitationId}`)
  })

export default function InvitationPage({
  loaderData: { found, substitutes },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const printAt = usePrintInstant()
  const locale = useLocale()
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  const done = actionData && 'made' in actionData ? actionData : null
  const isThanked =
    found.state === 'accepted' &&
    found.planned.some((one) => one.state === 'taught' || one.state === 'changed')
  const can = (verb: (typeof found.can)[number]) => found.can.includes(verb)
  return (
    <Page
      title={w.invitationOf(found)}
      lead={found.title}
      crumbs={[
        { title: w.invitations, to: '/moi-giang' },
        { title: found.classCode, to: `/lop/${found.classId}/lich-hoc` },
      ]}
      actions={
        found.state !== 'withdrawn' && (
          <>
            <Letters
              address={`/api/teaching-invitations/${found.id}/letter`}
              letters={[{ title: w.letterMake }]}
            />
            {isThanked && (
              <Letters
                address={`/api/teaching-invitations/${found.id}/thanks`}
                letters={[{ title: w.thanks }]}
              />
            )}
          </>
        )
      }
    >
      {done && <LinkPanel made={done.made} />}
      {found.state === 'waiting' && !found.isMailed && can('link') && !done && (
        <Notice tone="plain">{w.notMailed}</Notice>
      )}
      <Panel flush>
        <DescriptionList
          facts={[
            {
              term: w.view,
              value: found.isFollowed ? w.followed : found.isLate ? w.late : w.state[found.state],
            },
            { term: w.deadline, value: printDay(found.deadlineOn) },
            { term: w.sentOn, value: printDay(found.sentOn) },
            ...(found.message ? [{ term: w.message, value: found.message }] : []),
            ...(found.answeredAt && found.answeredBy
              ? [
                  {
                    term: w.answer,
                    value: w.answeredAt({ at: printAt(found.answeredAt), by: found.answeredBy }),
                  },
                ]
              : []),
            ...(found.reason ? [{ term: w.reason, value: found.reason }] : []),
            ...(found.proposedDates ? [{ term: w.proposedDates, value: found.proposedDates }] : []),
            ...(found.substituteName
              ? [
                  {
                    term: w.substituteSaid,
                    value: [found.substituteName, found.substitutePost, found.substitutePhone]
                      .filter(Boolean)
                      .join(', '),
                  },
                ]
              : []),
            ...(found.clash
              ? [
                  {
                    term: w.clash,
                    value: ['code', 'name', 'what', 'reason']
                      .map((key) => String(found.clash?.params[key] ?? ''))
                      .filter((one) => one !== '')
                      .join(', '),
                  },
                ]
              : []),
            ...(found.remindedOn ? [{ term: w.reminded, value: printDay(found.remindedOn) }] : []),
            { term: w.link, value: w.linkCount(found) },
            { term: w.invitesNext, value: found.invitesNext ? w.invitesNextOn : w.invitesNextOff },
          ]}
        />
      </Panel>
      <SessionTable
        name="invitation-sessions"
        title={w.chooseSessions}
        sessions={found.planned}
        empty={{ title: w.none, text: w.noneWeek }}
      />
      {(['answer', 'note'] as const)
        .filter((act) => can(act))
        .map((act) => (
          <Panel key={act} title={act === 'note' ? w.note : w.answer}>
            {act === 'note' && <p className="quiet">{w.noteText}</p>}
            <details open={act === 'answer' || refused?.form === act}>
              <summary>{act === 'note' ? w.note : w.answer}</summary>
              <Form name={act} refused={refused}>
                <Hidden name="act" value={act} />
                <Choices
                  name="answer"
                  label={w.answer}
                  required
                  options={(['accepted', 'declined', 'otherDates', 'substitute'] as const).map((one) => ({
                    value: one,
                    label: w.state[one],
                  }))}
                />
                <TextInput name="reason" label={w.public.reason} />
                <TextInput name="proposedDates" label={w.public.dates} />
                <TextInput name="substituteName" label={w.public.name} />
                <TextInput name="substitutePost" label={w.public.post} />
                <TextInput name="substitutePhone" label={w.public.phone} />
                <FormActions>
                  <SubmitButton>{act === 'note' ? w.noteSave : w.public.send}</SubmitButton>
                </FormActions>
              </Form>
            </details>
          </Panel>
        ))}
      {substitutes && (
        <>
          <Panel title={w.inviteFirst}>
            <p className="quiet">{w.inviteFirstText}</p>
            <Form name="next" refused={refused} guards={false}>
              <Hidden name="act" value="next" />
              <Hidden name="version" value={found.version} />
              <Checkbox name="byMail" label={w.byMail} hint={w.byMailHint} />
              <FormActions>
                <SubmitButton>{w.inviteFirst}</SubmitButton>
              </FormActions>
            </Form>
          </Panel>
          <p className="quiet">
            {w.substitutesLead({ order: substitutes.order.map((one) => w.criterion[one]).join(', ') })}{' '}
            {w.ratingNote}
          </p>
          <DataTable
            name="substitutes"
            title={w.substitutes}
            rows={substitutes.rows.slice(0, 30)}
            total={substitutes.rows.length}
            view={{ page: 1, size: substitutes.rows.length || 1 }}
            rowKey={(row) => row.lecturerId}
            columns={[
              { key: 'name', title: w.lecturer, wraps: true, cell: (row) => row.name },
              {
                key: 'act',
                title: w.invite,
                cell: (row) =>
                  row.busy || row.alreadyAsked ? (
                    <span className="quiet">{row.alreadyAsked ? w.alreadyAsked : w.notSuitable}</span>
                  ) : (
                    <Form name={`next-${row.lecturerId}`} refused={refused} guards={false}>
                      <Hidden name="act" value="next" />
                      <Hidden name="version" value={found.version} />
                      <Hidden name="lecturerId" value={row.lecturerId} />
                      <SubmitButton kind="plain">{w.chooseHim({ name: row.name })}</SubmitButton>
                    </Form>
                  ),
              },
              { key: 'teaches', title: w.teachesTitle, cell: (row) => w.teaches[row.teaches] },
              { key: 'approval', title: w.approvalTitle, cell: (row) => w.approval[row.approval] },
              {
                key: 'busy',
                title: w.freeTitle,
                wraps: true,
                cell: (row) => {
                  if (!row.busy) return w.free
                  const said = w.problems[row.busy.code as 'teaching.lecturerTaken']
                  return said({ what: row.name, ...row.busy.params })
                },
              },
              {
                key: 'load',
                title: w.loadTitle,
                cell: (row) =>
                  w.loadOf({
                    week: row.weekHours,
                    weekly: row.weeklyHours,
                    month: row.monthHours,
                    monthly: row.monthlyHours,
                  }),
              },
              {
                key: 'travel',
                title: w.travelTitle,
                cell: (row) =>
                  row.travel === 'within' ? w.within({ km: row.travelKm ?? 0 }) : w.travel[row.travel],
              },
              {
                key: 'rating',
                title: w.ratingTitle,
                wraps: true,
                cell: (row) =>
                  row.rating ? (
                    w.rating({
                      share: printNumber(row.rating.score * 100, locale, 0),
                      answers: row.rating.answers,
                    })
                  ) : (
                    <span className="quiet">{w.noRating}</span>
                  ),
              },
              {
                key: 'last',
                title: w.lastTaughtTitle,
                cell: (row) => (row.lastTaughtOn ? printDay(row.lastTaughtOn) : w.never),
              },
            ]}
            empty={{ title: w.nobody, text: w.nobodyText }}
          />
        </>
      )}
      {(can('link') || can('setNext') || can('withdraw')) && (
        <Panel title={w.link}>
          {can('link') && (
            <Form name="link" refused={refused} guards={false}>
              <Hidden name="act" value="link" />
              <FormActions>
                <SubmitButton kind="plain">{w.linkMake}</SubmitButton>
              </FormActions>
            </Form>
          )}
          {can('setNext') && (
            <Form name="setNext" refused={refused} guards={false}>
              <Hidden name="act" value="setNext" />
              <Hidden name="version" value={found.version} />
              <Hidden name="invitesNext" value={String(!found.invitesNext)} />
              <FormActions>
                <SubmitButton kind="plain">{found.invitesNext ? w.switchOff : w.switchOn}</SubmitButton>
              </FormActions>
            </Form>
          )}
          {can('withdraw') && (
            <details open={refused?.form === 'withdraw'}>
              <summary>{w.withdraw}</summary>
              <p className="quiet">{w.withdrawText}</p>
              <Form name="withdraw" refused={refused}>
                <Hidden name="act" value="withdraw" />
                <Hidden name="version" value={found.version} />
                <TextInput name="reason" label={w.reason} required />
                <FormActions>
                  <SubmitButton kind="grave">{w.withdraw}</SubmitButton>
                </FormActions>
              </Form>
            </details>
          )}
        </Panel>
      )}
    </Page>
  )
}
