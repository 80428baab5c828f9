import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { ButtonLink, DownloadLink } from '../../../ui/button.tsx'
import { DayInput, Hidden, NumberInput, Select, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { Letters } from '../../../ui/letters.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { confirmInput, hourKinds, parts, sessionInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/timetable.page.ts'
import { choicesOf } from './choices.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { feedAddress } from './feed-address.ts'
import { FeedPanel } from './feed-panel.tsx'
import { SessionTable } from './session-table.tsx'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const here = api(context)
  const classId = Number(params.classId)
  const timetable = await here.teaching.timetable({ classId })
  const mayEdit = timetable.can.includes('edit')
  const chosen = Number(new URL(request.url).searchParams.get('buoi'))
  return {
    timetable,
    today: visit(context).today,
    choices: mayEdit
      ? { ...(await choicesOf(here)), feed: await here.teaching.feedState({ classId }) }
      : null,
    edited: mayEdit ? (timetable.sessions.find((one) => one.id === chosen) ?? null) : null,
  }
}

const acts = z.discriminatedUnion('act', [
  sessionInput.extend({ act: z.literal('add') }),
  sessionInput.extend({ act: z.literal('change'), sessionId: z.number(), version: z.number() }),
  z.object({
    act: z.literal('cancel'),
    sessionId: z.number(),
    version: z.number(),
    reason: z.string().default(''),
  }),
  confirmInput.extend({ act: z.literal('confirm') }),
  z.object({ act: z.literal('confirmAll'), untilOn: z.iso.date().meta({ kind: 'day' }) }),
  z.object({ act: z.literal('feed') }),
  z.object({ act: z.literal('dropFeed') }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { teaching } = api(context)
    const classId = Number(params.classId)
    const back = redirect(`/lop/${classId}/lich-hoc`)
    if (input.act === 'add') await teaching.addSession({ ...input, classId })
    else if (input.act === 'change') await teaching.changeSession(input)
    else if (input.act === 'cancel') await teaching.cancelSession({ ...input, reason: input.reason ?? '' })
    else if (input.act === 'confirm') await teaching.confirm(input)
    else if (input.act === 'confirmAll') await teaching.confirmAll({ ...input, classId })
    else if (input.act === 'dropFeed') await teaching.dropFeed({ classId })
    else return { feed: feedAddress(request, (await teaching.makeFeed({ classId })).token) }
    return back
  })

export default function TimetablePage({
  loaderData: { timetable, today, choices, edited },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const seesVisits = useCan('fieldStudies.edit')
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  const feed = actionData && 'feed' in actionData ? actionData.feed : null
  const held = timetable.sessions.filter((one) => one.state !== 'cancelled' && one.state !== 'notTaught')
  const isAhead = (row: { state: string; onDay: string }) => row.state === 'planned' && row.onDay > today
  const address = `/lop/${timetable.classId}/lich-hoc`
  const isOutside = held.some(
    (one) => one.onDay < timetable.opensOn || (timetable.closesOn !== null && one.onDay > timetable.closesOn),
  )
  return (
    <Page
      title={w.timetableOf(timetable)}
      lead={w.timetableLead({
        sessions: held.length,
        hours: held.reduce((sum, one) => sum + one.hours, 0),
        withoutLecturer: choices
          ? held.filter((one) => one.state === 'planned' && one.lecturerId === null).length
          : 0,
      })}
      crumbs={[
        { title: w.classes, to: '/lop' },
        { title: timetable.code, to: `/lop/${timetable.classId}` },
      ]}
      actions={
        <>
          <DownloadLink href={`/api/classes/${timetable.classId}/timetable/xlsx`}>{w.excel}</DownloadLink>
          {timetable.sessions.length > 0 && (
            <Letters
              address={`/api/classes/${timetable.classId}/timetable/letter`}
              letters={[{ title: w.word }]}
            />
          )}
          {choices && <ButtonLink to="/nhap">{w.import}</ButtonLink>}
          {choices && timetable.topics.length > 0 && timetable.closesOn && (
            <ButtonLink to={`/lop/${timetable.classId}/de-xuat-lich`}>{w.propose}</ButtonLink>
          )}
          {choices && (
            <ButtonLink kind="main" to={`/lop/${timetable.classId}/moi-giang`}>
              {w.invite}
            </ButtonLink>
          )}
        </>
      }
    >
      {isOutside && <Notice tone="wrong">{w.outside}</Notice>}
      {edited && choices && (
        <Edited key={edited.id} session={edited} {...{ timetable, choices, today, refused, address }} />
      )}
      <SessionTable
        name="timetable"
        title={w.timetable}
        sessions={timetable.sessions}
        empty={{ title: w.none, text: choices ? w.noneText : w.noneRead }}
        {...(choices && {
          action: (row) =>
            row.state === 'cancelled' ? null : (
              <Link
                to={`?buoi=${row.id}`}
                aria-label={(isAhead(row) ? w.changeOf : w.confirmOf)({ title: row.title, on: row.onDay })}
              >
                {isAhead(row) ? w.change : w.confirm}
              </Link>
            ),
        })}
      />
      {timetable.visits.length > 0 && (
        <Panel title={w.visits}>
          <ul className="rows">
            {timetable.visits.map((one) => (
              <li key={one.id}>
                <span>
                  {seesVisits ? <Link to={`/thuc-te/${one.id}`}>{one.title}</Link> : one.title}, {one.host}
                </span>
                <span className="quiet">
                  {printDay(one.fromOn)} – {printDay(one.lastOn)}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {choices && (
        <>
          <Panel title={w.addSession}>
            <details open={refused?.form === 'add' || timetable.sessions.length === 0}>
              <summary>{w.addSession}</summary>
              <Form name="add" refused={refused}>
                <Hidden name="act" value="add" />
                <SessionFields {...{ timetable, choices }} />
                <FormActions>
                  <SubmitButton>{w.add}</SubmitButton>
                </FormActions>
              </Form>
            </details>
            <details open={refused?.form === 'confirmAll'}>
              <summary>{w.confirmAll}</summary>
              <p className="quiet">{w.confirmAllText}</p>
              <Form name="confirmAll" refused={refused} guards={false}>
                <Hidden name="act" value="confirmAll" />
                <DayInput name="untilOn" label={w.untilOn} defaultValue={today} required />
                <FormActions>
                  <SubmitButton kind="plain">{w.confirm}</SubmitButton>
                </FormActions>
              </Form>
            </details>
          </Panel>
          <FeedPanel madeAt={choices.feed.madeAt} made={feed} refused={refused} />
        </>
      )}
      {timetable.topics.length > 0 && (
        <Panel title={w.outline}>
          <p className="quiet">{w.outlineLead}</p>
          <ul>
            {timetable.topics.map((one) => (
              <li key={one.itemId}>
                {one.title}:{' '}
                {hourKinds
                  .filter((kind) => (one.hours[kind] ?? 0) > 0 && kind !== 'selfStudy')
                  .map(
                    (kind) =>
                      `${w.kind[kind].toLowerCase()} ${w.ofPlanned({ done: one.scheduled[kind] ?? 0, planned: one.hours[kind] ?? 0 })}`,
                  )
                  .join(', ')}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  )
}

type Data = Route.ComponentProps['loaderData']
type Choice = NonNullable<Data['choices']>
type Session = NonNullable<Data['edited']>

function SessionFields({
  timetable,
  choices,
  session,
}: {
  timetable: Data['timetable']
  choices: Choice
  session?: Session
}) {
  const w = useWords(vi, en)
  return (
    <>
      {timetable.topics.length > 0 && (
        <Select
          name="itemId"
          label={w.field.item}
          none={w.field.ownTitle}
          defaultValue={session?.itemId}
          options={timetable.topics.map((one) => ({ value: one.itemId, label: one.title }))}
        />
      )}
      <TextInput
        name="title"
        label={w.field.title}
        defaultValue={session?.title ?? ''}
        {...(timetable.topics.length > 0 && { hint: w.field.titleHint })}
      />
      <FieldRow>
        <DayInput name="onDay" label={w.field.onDay} defaultValue={session?.onDay ?? null} required />
        <Select
          name="part"
          label={w.field.part}
          defaultValue={session?.part}
          options={parts.map((one) => ({ value: one, label: w.partTitle[one] }))}
        />
        <NumberInput name="hours" label={w.field.hours} defaultValue={session?.hours ?? 5} required />
        <Select
          name="kind"
          label={w.field.kind}
          defaultValue={session?.kind}
          options={hourKinds.map((one) => ({ value: one, label: w.kind[one] }))}
        />
      </FieldRow>
      <FieldRow>
        <Select
          name="lecturerId"
          label={w.field.lecturer}
          none={w.field.nobody}
          defaultValue={session?.lecturerId}
          options={choices.lecturers.map((one) => ({ value: one.id, label: one.name }))}
        />
        <Select
          name="roomId"
          label={w.field.room}
          none={w.field.noRoom}
          defaultValue={session?.roomId}
          options={choices.rooms.map((one) => ({ value: one.id, label: one.name }))}
        />
        <TextInput name="place" label={w.field.place} defaultValue={session?.place ?? ''} />
      </FieldRow>
      <TextInput name="note" label={w.field.note} defaultValue={session?.note ?? ''} />
    </>
  )
}

function Edited({
  session,
  timetable,
  choices,
  today,
  refused,
  address,
}: {
  session: Session
  timetable: Data['timetable']
  choices: Choice
  today: string
  refused: Refused | undefined
  address: string
}) {
  const w = useWords(vi, en)
  const about = { title: session.title, on: session.onDay }
  const here = `${address}?buoi=${session.id}`
  return (
    <Panel title={session.onDay <= today ? w.confirmOf(about) : w.changeOf(about)}>
      {session.onDay <= today && (
        <ConfirmForm session={session} refused={refused} action={here}>
          <Select
            name="lecturerId"
            label={w.field.lecturer}
            none={w.field.nobody}
            defaultValue={session.lecturerId}
            options={choices.lecturers.map((one) => ({ value: one.id, label: one.name }))}
          />
        </ConfirmForm>
      )}
      {session.state === 'planned' && (
        <>
          <details open={session.onDay > today || refused?.form === 'change'}>
            <summary>{w.change}</summary>
            <Form name="change" refused={refused} action={here}>
              <Hidden name="act" value="change" />
              <Hidden name="sessionId" value={session.id} />
              <Hidden name="version" value={session.version} />
              <SessionFields {...{ timetable, choices, session }} />
              <FormActions>
                <SubmitButton>{w.save}</SubmitButton>
              </FormActions>
            </Form>
          </details>
          <details open={refused?.form === 'cancel'}>
            <summary>{w.cancel}</summary>
            <p className="quiet">{w.cancelText}</p>
            <Form name="cancel" refused={refused} action={here}>
              <Hidden name="act" value="cancel" />
              <Hidden name="sessionId" value={session.id} />
              <Hidden name="version" value={session.version} />
              <TextInput name="reason" label={w.reason} required />
              <FormActions>
                <SubmitButton kind="grave">{w.cancel}</SubmitButton>
              </FormActions>
            </Form>
          </details>
        </>
      )}
    </Panel>
  )
}
