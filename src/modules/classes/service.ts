import { type Day, yearOf } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import { inForce } from '../curricula/index.ts'
import { demandsOf } from '../needs/index.ts'
import { findUnitByName } from '../units/index.ts'
import * as bookings from './bookings.ts'
import type { classesContract } from './contract.ts'
import { book, horizonOf, moveBookings } from './opening.ts'
import { refusalsOf } from './rules/counting.ts'
import { rankOpenings } from './rules/opening.ts'
import { classesSheet } from './sheet.ts'
import * as store from './store.ts'

type ClassInput = Parameters<typeof store.addClasses>[1][number]

export const classesService: Service<typeof classesContract> = {
  list: (ctx, input) => store.listed(ctx.db, input, ctx.today),

  partners: (ctx, { year }) => store.partnersOf(ctx.db, year),

  xlsx: async (ctx, input) =>
    classesSheet(
      ctx.locale,
      input.year ?? yearOf(ctx.today),
      await store.allListed(ctx.db, input, ctx.today),
    ),

  get: (ctx, { classId }) => readClass(ctx, classId),

  open: async (ctx, { roomId, lecturers, ...input }) => {
    const facts = await withUnits(ctx, tidied(input), null)
    refuse(facts)
    await refuseVersion(ctx, facts, null)
    const [made] = await store.addClasses(ctx.db, [facts])
    const classId = made as number
    await book(ctx, classId, datesOf(facts), wishesOf(facts, roomId, lecturers))
    return readClass(ctx, classId)
  },

  edit: async (ctx, { classId, version, ...input }) => {
    const before = await readClass(ctx, classId)
    const facts = await withUnits(ctx, tidied(input), before)
    refuse(facts)
    await refuseVersion(ctx, facts, before.curriculumId)
    if (!(await store.changeClass(ctx.db, classId, facts, version))) {
      throw problem(409, 'classes.stale', { current: await readClass(ctx, classId) })
    }
    await moveBookings(ctx, classId, before, datesOf(facts))
    return readClass(ctx, classId)
  },

  openings: async (ctx, { classId, unitIds, programmeId, earliest, weeks, teachingDays, ...input }) => {
    const moved = classId === undefined ? null : await readClass(ctx, classId)
    const ofClass = [moved?.hostUnitId, moved?.partnerUnitId].filter((one) => one != null)
    const asking = (await demandsOf(ctx.db, { year: yearOf(earliest) }))
      .filter((one) => one.programmeId === programmeId)
      .map((one) => one.unitId)
    const asked = {
      earliest,
      weeks,
      teachingDays,
      unitIds: [...new Set([...unitIds, ...ofClass, ...asking])],
    }
    const facts = await bookings.openingFacts(ctx.db, {
      ...asked,
      hostUnitId: moved?.hostUnitId ?? null,
      programmeId,
      lastOn: horizonOf(earliest, weeks, teachingDays),
      exceptClassId: classId ?? null,
    })
    return rankOpenings({ ...input, ...asked, ...facts })
  },

  schedule: async (ctx, { classId, version, opensOn, closesOn, roomId, lecturers }) => {
    const dates = { opensOn, closesOn }
    const before = await openClass(ctx, classId)
    if (closesOn < opensOn)
      throw problem(422, 'classes.closesBeforeItOpens', dates, [
        { path: 'closesOn', code: 'classes.closesBeforeItOpens', params: dates },
      ])
    if (!(await store.setDates(ctx.db, classId, dates, version)))
      throw problem(409, 'classes.stale', { current: before })
    await bookings.freeAll(ctx.db, classId)
    await book(ctx, classId, dates, wishesOf(dates, roomId, lecturers))
    return readClass(ctx, classId)
  },

  bookings: (ctx, { classId }) => readBookings(ctx, classId),

  bookRoom: async (ctx, { classId, ...wish }) => {
    await book(ctx, classId, await openClass(ctx, classId), { rooms: [wish], lecturers: [] })
    return readBookings(ctx, classId)
  },

  bookLecturer: async (ctx, { classId, ...wish }) => {
    await book(ctx, classId, await openClass(ctx, classId), { rooms: [], lecturers: [wish] })
    return readBookings(ctx, classId)
  },

  freeRoom: async (ctx, { classId, bookingId }) => {
    if (!(await bookings.freeRoom(ctx.db, classId, bookingId))) throw problem(404, 'access.notFound')
    return readBookings(ctx, classId)
  },

  freeLecturer: async (ctx, { classId, bookingId }) => {
    if (!(await bookings.freeLecturer(ctx.db, classId, bookingId))) throw problem(404, 'access.notFound')
    return readBookings(ctx, classId)
  },

  correctYear: async (ctx, { classId, year, countsAs, reason }) => {
    const found = await readClass(ctx, classId)
    const last = yearOf(found.closesOn ?? found.opensOn)
    if (year < yearOf(found.opensOn) - 1 || year > last + 1) throw problem(409, 'classes.noYear', { year })
    await store.putCorrection(ctx.db, { classId, year, countsAs, reason, madeBy: actorOf(ctx).accountId })
    return readClass(ctx, classId)
  },

  cancel: async (ctx, { classId, cancelledOn, reason, version }) => {
    const found = await readClass(ctx, classId)
    if (found.cancelledOn) throw problem(409, 'classes.alreadyCancelled', { cancelledOn: found.cancelledOn })
    if (found.closesOn && cancelledOn > found.closesOn) {
      throw problem(409, 'classes.cancelledAfterItCloses', { closesOn: found.closesOn })
    }
    if (!(await store.cancelClass(ctx.db, { classId, cancelledOn, reason, version }))) {
      throw problem(409, 'classes.stale', { current: await readClass(ctx, classId) })
    }
    await bookings.freeFrom(ctx.db, classId, cancelledOn)
    return readClass(ctx, classId)
  },
}

/** Rooms are known to everybody, lecturers to the school. */
async function readBookings(ctx: Ctx, classId: number) {
  await readClass(ctx, classId)
  return {
    rooms: await bookings.roomsOf(ctx.db, classId),
    lecturers: ctx.scope.all ? await bookings.lecturersOf(ctx.db, classId) : [],
  }
}

/** A class that can still have dates: a cancelled one holds no room. */
async function openClass(ctx: Ctx, classId: number) {
  const found = await readClass(ctx, classId)
  if (found.cancelledOn) throw problem(409, 'classes.alreadyCancelled', { cancelledOn: found.cancelledOn })
  return found
}

const datesOf = ({ opensOn, closesOn }: { opensOn: Day; closesOn?: Day | undefined }) => ({
  opensOn,
  closesOn: closesOn ?? null,
})

const wishesOf = (
  { opensOn, closesOn }: { opensOn: Day; closesOn?: Day | undefined },
  roomId: number | undefined,
  lecturers: bookings.LecturerWish[],
) => ({
  rooms: roomId === undefined ? [] : [{ roomId, fromOn: opensOn, lastOn: closesOn ?? opensOn }],
  lecturers,
})

async function readClass(ctx: Ctx, classId: number) {
  const found = await store.classById(ctx.db, classId)
  if (!found) throw problem(404, 'access.notFound')
  const mayEdit = actorOf(ctx).rights.includes('classes.edit')
  const can: ('edit' | 'correctYear' | 'cancel')[] = mayEdit ? ['edit', 'correctYear'] : []
  if (mayEdit && found.cancelledOn === null) can.push('cancel')
  return { ...found, years: await store.yearsOf(ctx.db, classId), can }
}

const tidied = (input: ClassInput): ClassInput => ({
  ...input,
  code: tidy(input.code),
  name: tidy(input.name),
  place: tidy(input.place),
  partner: tidy(input.partner),
})

/** Place and partner are words; where they name a unit of that day, the unit is kept beside them. */
async function withUnits(
  ctx: Ctx,
  facts: ClassInput,
  before: { place: string; partner: string; hostUnitId: number | null; partnerUnitId: number | null } | null,
): Promise<ClassInput> {
  const unit = async (
    given: number | undefined,
    text: string,
    known: { text: string; unitId: number | null } | null,
  ) => {
    if (given !== undefined || text === '') return given
    if (known && known.text === text) return known.unitId ?? undefined
    const found = await findUnitByName(ctx.db, text, facts.opensOn)
    return found.found === 'one' ? found.unitId : undefined
  }
  const hostUnitId = await unit(
    facts.hostUnitId,
    facts.place,
    before && { text: before.place, unitId: before.hostUnitId },
  )
  const partnerUnitId = await unit(
    facts.partnerUnitId,
    facts.partner,
    before && { text: before.partner, unitId: before.partnerUnitId },
  )
  return { ...facts, ...(hostUnitId && { hostUnitId }), ...(partnerUnitId && { partnerUnitId }) }
}

function refuse(facts: ClassInput): void {
  const refusals = refusalsOf(facts)
  const [first] = refusals
  if (first) throw problem(422, first.code, first.params, refusals)
}

/** A version that a class takes must be approved, of its programme, and in use on the day of opening. */
async function refuseVersion(ctx: Ctx, facts: ClassInput, before: number | null): Promise<void> {
  const { curriculumId, programmeId, opensOn } = facts
  if (curriculumId === undefined || curriculumId === before) return
  const fit = await inForce(ctx.db, opensOn, programmeId)
  if (!fit.some((one) => one.id === curriculumId))
    throw problem(422, 'input.wrong', {}, [{ path: 'curriculumId', code: 'classes.curriculumFits' }])
}
