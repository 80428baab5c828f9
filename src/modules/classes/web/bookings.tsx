import { Link } from 'react-router'
import * as z from 'zod'
import type { Api } from '../../../api.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DayInput, Hidden, Select } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

const days = { fromOn: z.iso.date().meta({ kind: 'day' }), lastOn: z.iso.date().meta({ kind: 'day' }) }

/** What the panel may ask of the page of a class. */
export const bookingActs = [
  z.object({ act: z.literal('bookRoom'), roomId: z.number(), ...days }),
  z.object({ act: z.literal('bookLecturer'), lecturerId: z.number(), fieldCode: z.string(), ...days }),
  z.object({ act: z.literal('freeRoom'), bookingId: z.number() }),
  z.object({ act: z.literal('freeLecturer'), bookingId: z.number() }),
] as const

type BookingAct = z.input<(typeof bookingActs)[number]>

export const isBookingAct = (input: { act: string }): input is BookingAct =>
  ['bookRoom', 'bookLecturer', 'freeRoom', 'freeLecturer'].includes(input.act)

export async function runBooking({ classes }: Api, classId: number, input: BookingAct): Promise<void> {
  if (input.act === 'bookRoom') await classes.bookRoom({ ...input, classId })
  else if (input.act === 'bookLecturer') await classes.bookLecturer({ ...input, classId })
  else if (input.act === 'freeRoom') await classes.freeRoom({ ...input, classId })
  else await classes.freeLecturer({ ...input, classId })
}

/** The bookings of a class, and for who may change them the rooms and lecturers to choose from. */
export async function bookingsOf(api: Api, classId: number, mayEdit: boolean) {
  const booked = await api.classes.bookings({ classId })
  if (!mayEdit) return { ...booked, choices: null }
  const [rooms, fields] = await Promise.all([
    api.rooms.list({ size: 100, period: 'all' }),
    api.lecturers.fields(),
  ])
  const lecturers: { id: number; name: string }[] = []
  for (let page = 1; ; page += 1) {
    const { rows } = await api.lecturers.list({ page, size: 100 })
    lecturers.push(...rows.map(({ id, name }) => ({ id, name })))
    if (rows.length < 100) break
  }
  return { ...booked, choices: { rooms: rooms.rows, fields, lecturers } }
}

/** Rooms and lecturers of a class: what is booked, and how to change it. A clash says with whom and when. */
export function Bookings({
  bookings: { rooms, lecturers, choices },
  found,
  refused,
}: {
  bookings: Awaited<ReturnType<typeof bookingsOf>>
  found: { id: number; opensOn: string; closesOn: string | null }
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  const seesRooms = useCan('rooms.read')
  const seesLecturers = useCan('lecturers.read')
  const period = (
    <FieldRow>
      <DayInput name="fromOn" label={w.bookings.fromOn} defaultValue={found.opensOn} required />
      <DayInput name="lastOn" label={w.bookings.lastOn} defaultValue={found.closesOn} required />
    </FieldRow>
  )
  return (
    <Panel title={w.bookings.title}>
      {rooms.length + lecturers.length === 0 && <p className="quiet">{w.bookings.none}</p>}
      <ul className="bookings">
        {rooms.map((one) => (
          <li key={one.id}>
            <span className="when">{w.bookings.days(one)}</span>
            <span>{seesRooms ? <Link to={`/phong/${one.roomId}`}>{one.room}</Link> : one.room}</span>
            {choices && <Free act="freeRoom" bookingId={one.id} what={one.room} refused={refused} />}
          </li>
        ))}
        {lecturers.map((one) => (
          <li key={one.id}>
            <span className="when">{w.bookings.days(one)}</span>
            <span>
              {seesLecturers ? (
                <Link to={`/giang-vien/${one.lecturerId}`}>{one.lecturer}</Link>
              ) : (
                one.lecturer
              )}
              , {one.field}
            </span>
            {choices && <Free act="freeLecturer" bookingId={one.id} what={one.lecturer} refused={refused} />}
          </li>
        ))}
      </ul>
      {choices && (
        <>
          <p>
            <ButtonLink to={`/lop/mo-lop?classId=${found.id}`}>{w.bookings.find}</ButtonLink>
          </p>
          <details open={refused?.form === 'bookRoom'}>
            <summary>{w.bookings.bookRoom}</summary>
            <Form name="bookRoom" refused={refused}>
              <Hidden name="act" value="bookRoom" />
              <Select
                name="roomId"
                label={w.bookings.room}
                options={choices.rooms.map((one) => ({ value: one.id, label: w.opening.roomOf(one) }))}
              />
              {period}
              <FormActions>
                <SubmitButton>{w.bookings.bookRoom}</SubmitButton>
              </FormActions>
            </Form>
          </details>
          <details open={refused?.form === 'bookLecturer'}>
            <summary>{w.bookings.bookLecturer}</summary>
            <Form name="bookLecturer" refused={refused}>
              <Hidden name="act" value="bookLecturer" />
              <FieldRow>
                <Select
                  name="lecturerId"
                  label={w.bookings.lecturer}
                  options={choices.lecturers.map((one) => ({ value: one.id, label: one.name }))}
                />
                <Select
                  name="fieldCode"
                  label={w.bookings.field}
                  options={choices.fields.map((one) => ({ value: one.code, label: one.name }))}
                />
              </FieldRow>
              {period}
              <FormActions>
                <SubmitButton>{w.bookings.bookLecturer}</SubmitButton>
              </FormActions>
            </Form>
          </details>
        </>
      )}
    </Panel>
  )
}

function Free({
  act,
  bookingId,
  what,
  refused,
}: {
  act: 'freeRoom' | 'freeLecturer'
  bookingId: number
  what: string
  refused: Refused | undefined
}) {
  const w = useWords(vi, en)
  return (
    <Form name={`${act}-${bookingId}`} refused={refused} guards={false}>
      <Hidden name="act" value={act} />
      <Hidden name="bookingId" value={bookingId} />
      <SubmitButton kind="plain">
        <span aria-hidden="true">{w.bookings.free}</span>
        <span className="hidden-label">{w.bookings.freeOf({ what })}</span>
      </SubmitButton>
    </Form>
  )
}
