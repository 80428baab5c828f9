import * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Checkbox, Choices, DayInput, Hidden, Select, TextArea } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { inviteInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/invite.page.ts'
import { choicesOf } from './choices.ts'
import { LinkPanel } from './link-panel.tsx'
import { madeLink } from './made-link.ts'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const here = api(context)
  const { today } = visit(context)
  const timetable = await here.teaching.timetable({ classId: Number(params.classId) })
  return {
    timetable,
    open: timetable.sessions.filter(
      (one) => one.state === 'planned' && one.onDay >= today && one.lecturerId === null,
    ),
    choices: await choicesOf(here),
  }
}

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, inviteInput.extend({ sessionIds: z.array(z.number()).default([]) }), async (input) => {
    const here = visit(context)
    const { invitation, token, isMailed } = await here.api.teaching.invite({
      ...input,
      sessionIds: input.sessionIds ?? [],
    })
    return { id: invitation.id, made: await madeLink(here, request, token, invitation, isMailed) }
  })

export default function InvitePage({
  loaderData: { timetable, open, choices },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  const done = actionData && 'made' in actionData ? actionData : null
  return (
    <Page
      title={w.invite}
      lead={w.inviteLead}
      crumbs={[
        { title: w.classes, to: '/lop' },
        { title: w.timetableOf(timetable), to: `/lop/${timetable.classId}/lich-hoc` },
      ]}
      actions={done && <ButtonLink to={`/moi-giang/${done.id}`}>{w.invitation}</ButtonLink>}
    >
      {done && <LinkPanel made={done.made} />}
      <Panel>
        {open.length === 0 && <p className="quiet">{w.noOpenSessions}</p>}
        <Form refused={refused} key={done?.id ?? 0}>
          <Choices
            multiple
            name="sessionIds"
            label={w.chooseSessions}
            required
            options={open.map((one) => ({
              value: one.id,
              label: `${w.weekday(one.onDay)}, ${printDay(one.onDay)}, ${w.part[one.part]}: ${one.title} (${one.hours})${
                one.invitationState ? ` – ${w.asked({ state: one.invitationState })}` : ''
              }`,
            }))}
          />
          <Select
            name="lecturerId"
            label={w.lecturer}
            required
            options={choices.lecturers.map((one) => ({ value: one.id, label: one.name }))}
          />
          <DayInput name="deadlineOn" label={w.deadline} hint={w.deadlineHint} defaultValue={null} />
          <TextArea name="message" label={w.message} rows={3} />
          <Checkbox name="byMail" label={w.byMail} hint={w.byMailHint} />
          <Checkbox name="invitesNext" label={w.invitesNext} />
          <Hidden name="title" value="" />
          <FormActions>
            <SubmitButton>{w.inviteSend}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  )
}
