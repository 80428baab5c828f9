import { addDays, type Day } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import type { Ctx } from '../../server/ctx.ts'
import * as store from './bookings.ts'
import { movedBooking, nextFreeStarts } from './rules/opening.ts'

type Dates = { opensOn: Day; closesOn: Day | null }
type Wishes = { rooms: store.RoomWish[]; lecturers: store.LecturerWish[] }

/**
 * Books rooms and lecturers for a class, all or nothing. Locks what is wished for, so that of two bookings at once the second
 * is told with whom and when the first is. Refuses with the other class and the next free dates.
 */
export async function book(ctx: Ctx, classId: number, dates: Dates, wishes: Wishes): Promise<void> {
  for (const { fromOn, lastOn } of [...wishes.rooms, ...wishes.lecturers])
    if (lastOn < fromOn || fromOn < dates.opensOn || (dates.closesOn !== null && lastOn > dates.closesOn))
      throw problem(422, 'classes.bookingOutside', { ...dates }, [
        { path: 'lastOn', code: 'classes.bookingOutside', params: { ...dates } },
      ])
  const roomIds = wishes.rooms.map((one) => one.roomId)
  const lecturerIds = wishes.lecturers.map((one) => one.lecturerId)
  const found = await store.lockResources(ctx.db, roomIds, lecturerIds)
  if (roomIds.some((one) => !found.rooms.includes(one))) throw problem(404, 'classes.noRoom')
  if (lecturerIds.some((one) => !found.lecturers.includes(one))) throw problem(404, 'classes.noLecturer')
  const inRoom = await store.roomClash(ctx.db, wishes.rooms, classId)
  if (inRoom) {
    const wish = wishes.rooms.find((one) => one.fromOn === inRoom.wishFrom && one.lastOn === inRoom.wishLast)
    throw problem(409, 'classes.roomTaken', await said(ctx, inRoom, wish && { roomId: wish.roomId }))
  }
  const ofLecturer = await store.lecturerClash(ctx.db, wishes.lecturers, classId)
  if (ofLecturer) {
    const wish = wishes.lecturers.find(
      (one) => one.fromOn === ofLecturer.wishFrom && one.lastOn === ofLecturer.wishLast,
    )
    throw problem(
      409,
      ofLecturer.classId === null ? 'classes.lecturerAway' : 'classes.lecturerTaken',
      await said(ctx, ofLecturer, wish && { lecturerId: wish.lecturerId }),
    )
  }
  await store.addRooms(ctx.db, classId, wishes.rooms)
  await store.addLecturers(ctx.db, classId, wishes.lecturers)
}

/** What the sentence of a clash needs: who has it, when, and from when it would be free as long as it is wished for. */
async function said(
  ctx: Ctx,
  clash: store.Clash,
  of: { roomId: number } | { lecturerId: number } | undefined,
): Promise<Record<string, unknown>> {
  const { what, code, name, reason, fromOn, lastOn } = clash
  const wished = { fromOn: clash.wishFrom, lastOn: clash.wishLast }
  const taken = of ? await store.takenFrom(ctx.db, of, wished.fromOn) : []
  return { what, code, name, reason, fromOn, lastOn, next: of ? nextFreeStarts(wished, taken) : [] }
}

/** When a class moves, what it has moves with it; refused like a booking where somebody else is there already. */
export async function moveBookings(ctx: Ctx, classId: number, before: Dates, after: Dates): Promise<void> {
  if (before.opensOn === after.opensOn && before.closesOn === after.closesOn) return
  const move = <B extends { fromOn: Day; lastOn: Day }>(booking: B): B[] => {
    const moved = movedBooking(booking, before, after)
    return moved ? [{ ...booking, ...moved }] : []
  }
  const rooms = (await store.roomsOf(ctx.db, classId)).flatMap(move)
  const lecturers = (await store.lecturersOf(ctx.db, classId)).flatMap(move)
  await store.freeAll(ctx.db, classId)
  await book(ctx, classId, after, { rooms, lecturers })
}

/** The last day that the proposals look at: the last week's class, with room for what stops teaching. */
export const horizonOf = (earliest: Day, weeks: number, teachingDays: number): Day =>
  addDays(earliest, weeks * 7 + Math.ceil((teachingDays * 7) / 5) + 120)
