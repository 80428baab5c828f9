import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { addDays, printDay } from '../../../pure/day.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rememberedYear } from '../../../ui/remembered.ts'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { roomInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/room.page.ts'
import './room.css'
import { RoomFields } from './room-fields.tsx'

export const loader = async ({ context, request, params }: Route.LoaderArgs) => {
  const year = rememberedYear(request, visit(context).today)
  const roomId = Number(params.roomId)
  const { rooms } = api(context)
  const [room, weeks] = await Promise.all([rooms.get({ roomId }), rooms.weeks({ roomId, year })])
  return { year, room, weeks }
}

const editing = roomInput.extend({ version: z.number() })

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, editing, async (input) => {
    const roomId = Number(params.roomId)
    await api(context).rooms.edit({ ...input, roomId })
    return redirect(`/phong/${roomId}`)
  })

export default function RoomPage({ loaderData: { year, room, weeks }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const taken = weeks.filter((week) => week.classes.length > 0).length
  return (
    <Page
      title={room.name}
      lead={[w.seatsOf({ seats: room.seats }), room.site, room.isOwn ? w.own : w.hosted]
        .filter(Boolean)
        .join(', ')}
      crumbs={[{ title: w.rooms, to: '/phong' }]}
    >
      <Panel title={w.occupancy({ year })}>
        <p className="quiet">
          {taken === 0 ? w.noOccupancy : w.occupancyLead({ weeks: taken, of: weeks.length })}{' '}
          <Link to={`?nam=${year - 1}`}>{w.occupancy({ year: year - 1 })}</Link>,{' '}
          <Link to={`?nam=${year + 1}`}>{w.occupancy({ year: year + 1 })}</Link>
        </p>
        <ol className="room-weeks">
          {weeks.map((week) => (
            <li key={week.mondayOn} className={week.classes.length > 0 ? 'taken' : undefined}>
              <span className="when">
                {w.week} {week.week}, {printDay(week.mondayOn).slice(0, 5)} –{' '}
                {printDay(addDays(week.mondayOn, 4)).slice(0, 5)}
              </span>
              {week.classes.length === 0
                ? w.free
                : week.classes.map((one) => (
                    <Link key={one.classId} to={`/lop/${one.classId}`} title={one.name}>
                      {one.code}{' '}
                    </Link>
                  ))}
            </li>
          ))}
        </ol>
      </Panel>
      {room.can.includes('edit') ? (
        <Panel title={w.edit}>
          <Form refused={actionData}>
            <Hidden name="version" value={room.version} />
            <RoomFields room={room} />
            <FormActions>
              <SubmitButton>{w.save}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      ) : (
        <Panel title={w.facts} flush>
          <DescriptionList
            facts={[
              { term: w.field.code, value: room.code },
              { term: w.field.fromOn, value: room.fromOn && printDay(room.fromOn) },
              { term: w.field.untilOn, value: room.untilOn && printDay(room.untilOn) },
              { term: w.field.note, value: room.note },
            ]}
          />
        </Panel>
      )}
    </Page>
  )
}
