import type { Instance } from '../contract/instance.ts'
import type { Proposal, ProposedClass } from '../contract/proposal.ts'

/*
 * The independent checker: does a proposal keep every hard rule? Written from the rules alone. It shares no code with the
 * model that makes proposals, so that a mistake there is seen here; keep it so, even where it looks like a copy.
 */

export const violationCodes = [
  'classTwice',
  'formUnknown',
  'weekClosed',
  'weekUnknown',
  'weeksWrong',
  'tooFew',
  'tooMany',
  'demandUnknown',
  'demandOfOtherForm',
  'demandExceeded',
  'roomMissing',
  'roomNotWanted',
  'roomUnknown',
  'roomNotFree',
  'roomTooSmall',
  'roomTwice',
  'roomChanged',
  'lecturerUnknown',
  'lecturerField',
  'lecturerAbsent',
  'lecturerOverloaded',
  'hoursWrong',
  'assignedMissing',
  'assignedTwice',
  'assignedUnknown',
  'assignedForm',
  'assignedWindow',
  'assignedHeads',
  'namedHeads',
  'budget',
  'classesAtOnce',
  'maxClasses',
] as const
export type ViolationCode = (typeof violationCodes)[number]

/** One broken rule: which, by which class (or room, lecturer …), in which week, how much against how much. */
export type Violation = {
  code: ViolationCode
  classId?: string
  about?: string
  week?: number
  is?: number
  limit?: number
}

/** Every hard rule that a proposal breaks; empty: it may be shown. */
export function violationsOf(instance: Instance, proposal: Proposal): Violation[] {
  const found: Violation[] = []
  const say = (violation: Violation) => void found.push(violation)
  const forms = new Map(instance.forms.map((one) => [one.id, one]))
  const seen = new Set<string>()
  for (const one of proposal.classes) {
    if (seen.has(one.id)) say({ code: 'classTwice', classId: one.id })
    seen.add(one.id)
    const form = forms.get(one.formId)
    if (!form) {
      say({ code: 'formUnknown', classId: one.id, about: one.formId })
      continue
    }
    checkWeeks(instance, form, one, say)
    checkSize(instance, form, one, say)
    checkRooms(instance, form, one, say)
    checkTeaching(instance, form, one, say)
  }
  checkDemands(instance, proposal, say)
  checkRoomsOnce(instance, proposal, say)
  checkLecturers(instance, proposal, say)
  checkAssigned(instance, proposal, say)
  checkTotals(instance, proposal, say)
  return found
}

type Say = (violation: Violation) => void
type FormOf = Instance['forms'][number]

const learnersOf = (one: ProposedClass): number => {
  let sum = one.namedHeads
  for (const seat of one.seats) sum += seat.heads
  return sum
}

/** Lessons lie in weeks that have them, in the rhythm of the form, as many as it takes (fewer only past the year's end). */
function checkWeeks(instance: Instance, form: FormOf, one: ProposedClass, say: Say): void {
  const open: number[] = []
  for (const week of instance.weeks)
    if (week.teachingDays >= instance.limits.minTeachingDays) open.push(week.week)
  open.sort((a, b) => a - b)
  for (const week of one.weeks) {
    if (!instance.weeks.some((known) => known.week === week))
      say({ code: 'weekUnknown', classId: one.id, week })
    else if (!open.includes(week)) say({ code: 'weekClosed', classId: one.id, week })
  }
  const positions = one.weeks.map((week) => open.indexOf(week))
  const isInRhythm = positions.every(
    (position, i) => i === 0 || position - (positions[i - 1] as number) === form.everyWeeks,
  )
  const last = positions.at(-1) ?? -1
  const endsWithYear = form.mayRunOver && last + form.everyWeeks >= open.length
  const isLongEnough =
    one.weeks.length === form.weeks || (one.weeks.length < form.weeks && one.weeks.length > 0 && endsWithYear)
  if (one.weeks[0] !== one.startWeek || !isInRhythm || !isLongEnough)
    say({ code: 'weeksWrong', classId: one.id, is: one.weeks.length, limit: form.weeks })
}

/** Learners from–to; a class whose learners a decision names is as large as the decision says. */
function checkSize(instance: Instance, form: FormOf, one: ProposedClass, say: Say): void {
  const order = instance.assigned.find((assigned) => assigned.id === one.assignedId)
  const learners = learnersOf(one)
  if (order && order.heads !== null) {
    if (learners !== order.heads)
      say({ code: 'assignedHeads', classId: one.id, about: order.id, is: learners, limit: order.heads })
    return
  }
  if (one.namedHeads > 0) say({ code: 'namedHeads', classId: one.id, is: one.namedHeads, limit: 0 })
  if (learners < form.sizeFrom) say({ code: 'tooFew', classId: one.id, is: learners, limit: form.sizeFrom })
  const most = Math.min(form.sizeTo, instance.limits.seatsPerClass ?? Number.POSITIVE_INFINITY)
  if (learners > most) say({ code: 'tooMany', classId: one.id, is: learners, limit: most })
}

/** A room of the school in each week of lessons, always the same if it meets every week; none at a host's. */
function checkRooms(instance: Instance, form: FormOf, one: ProposedClass, say: Say): void {
  if (form.seat === 'host') {
    if (one.rooms.length > 0) say({ code: 'roomNotWanted', classId: one.id })
    return
  }
  for (const week of one.weeks)
    if (one.rooms.filter((room) => room.week === week).length !== 1)
      say({ code: 'roomMissing', classId: one.id, week })
  for (const { week, roomId } of one.rooms) {
    if (!one.weeks.includes(week)) say({ code: 'roomMissing', classId: one.id, week })
    const room = instance.rooms.find((known) => known.id === roomId)
    if (!room) {
      say({ code: 'roomUnknown', classId: one.id, about: roomId, week })
      continue
    }
    if (!room.weeks.includes(week)) say({ code: 'roomNotFree', classId: one.id, about: roomId, week })
    if (room.seats < learnersOf(one))
      say({
        code: 'roomTooSmall',
        classId: one.id,
        about: roomId,
        week,
        is: learnersOf(one),
        limit: room.seats,
      })
  }
  if (form.everyWeeks === 1 && new Set(one.rooms.map((room) => room.roomId)).size > 1)
    say({ code: 'roomChanged', classId: one.id })
}

/** In each week of lessons, the hours of each field, not one more or less. */
function checkTeaching(instance: Instance, form: FormOf, one: ProposedClass, say: Say): void {
  const codes = new Set([...Object.keys(form.hoursPerWeek), ...one.lecturers.map((item) => item.field)])
  for (const week of new Set([...one.weeks, ...one.lecturers.map((item) => item.week)]))
    for (const field of codes) {
      const wanted = one.weeks.includes(week) ? (form.hoursPerWeek[field] ?? 0) : 0
      let given = 0
      for (const item of one.lecturers) if (item.week === week && item.field === field) given += item.hours
      if (given !== wanted)
        say({ code: 'hoursWrong', classId: one.id, about: field, week, is: given, limit: wanted })
    }
  for (const item of one.lecturers) {
    const lecturer = instance.lecturers.find((known) => known.id === item.lecturerId)
    if (!lecturer) say({ code: 'lecturerUnknown', classId: one.id, about: item.lecturerId, week: item.week })
    else if (!lecturer.fields.includes(item.field))
      say({ code: 'lecturerField', classId: one.id, about: lecturer.id, week: item.week })
  }
}

function checkDemands(instance: Instance, proposal: Proposal, say: Say): void {
  const given = new Map<string, number>()
  for (const one of proposal.classes)
    for (const seat of one.seats) {
      const demand = instance.demands.find((known) => known.id === seat.demandId)
      if (!demand) say({ code: 'demandUnknown', classId: one.id, about: seat.demandId })
      else if (demand.formId !== one.formId)
        say({ code: 'demandOfOtherForm', classId: one.id, about: seat.demandId })
      given.set(seat.demandId, (given.get(seat.demandId) ?? 0) + seat.heads)
    }
  for (const demand of instance.demands) {
    const is = given.get(demand.id) ?? 0
    if (is > demand.heads) say({ code: 'demandExceeded', about: demand.id, is, limit: demand.heads })
  }
}

function checkRoomsOnce(instance: Instance, proposal: Proposal, say: Say): void {
  const held = new Map<string, string>()
  const take = (roomId: string, week: number, who: string, classId?: string) => {
    const place = `${roomId}\n${week}`
    const other = held.get(place)
    if (other === undefined) held.set(place, who)
    else if (classId !== undefined) say({ code: 'roomTwice', classId, about: roomId, week })
  }
  for (const running of instance.running)
    if (running.roomId !== null) for (const week of running.weeks) take(running.roomId, week, running.id)
  for (const one of proposal.classes)
    for (const { week, roomId } of one.rooms) take(roomId, week, one.id, one.id)
}

function checkLecturers(instance: Instance, proposal: Proposal, say: Say): void {
  for (const lecturer of instance.lecturers)
    for (const { week } of instance.weeks) {
      let hours = 0
      for (const one of proposal.classes)
        for (const item of one.lecturers)
          if (item.lecturerId === lecturer.id && item.week === week) hours += item.hours
      if (hours === 0) continue
      if (lecturer.absentWeeks.includes(week)) {
        say({ code: 'lecturerAbsent', about: lecturer.id, week })
        continue
      }
      for (const running of instance.running)
        if (running.weeks.includes(week))
          for (const item of running.lecturers)
            if (item.lecturerId === lecturer.id) hours += item.hoursPerWeek
      if (hours > lecturer.hoursPerWeek)
        say({ code: 'lecturerOverloaded', about: lecturer.id, week, is: hours, limit: lecturer.hoursPerWeek })
    }
}

function checkAssigned(instance: Instance, proposal: Proposal, say: Say): void {
  for (const order of instance.assigned) {
    const own = proposal.classes.filter((one) => one.assignedId === order.id)
    if (own.length === 0) say({ code: 'assignedMissing', about: order.id })
    if (own.length > 1) say({ code: 'assignedTwice', about: order.id })
    for (const one of own) {
      if (one.formId !== order.formId) say({ code: 'assignedForm', classId: one.id, about: order.id })
      if (one.startWeek < order.startsFrom || one.startWeek > order.startsTo)
        say({ code: 'assignedWindow', classId: one.id, about: order.id, week: one.startWeek })
    }
  }
  for (const one of proposal.classes)
    if (one.assignedId !== null && !instance.assigned.some((order) => order.id === one.assignedId))
      say({ code: 'assignedUnknown', classId: one.id, about: one.assignedId })
}

function checkTotals(instance: Instance, proposal: Proposal, say: Say): void {
  let spent = 0
  for (const one of proposal.classes)
    spent += instance.forms.find((form) => form.id === one.formId)?.costDong ?? 0
  if (instance.budgetDong !== null && spent > instance.budgetDong)
    say({ code: 'budget', is: spent, limit: instance.budgetDong })
  for (const form of instance.forms) {
    const is = proposal.classes.filter((one) => one.formId === form.id).length
    if (form.maxClasses !== undefined && is > form.maxClasses)
      say({ code: 'maxClasses', about: form.id, is, limit: form.maxClasses })
  }
  const most = instance.limits.classesAtOnce
  if (most === null) return
  for (const { week } of instance.weeks) {
    const is =
      proposal.classes.filter((one) => one.weeks.includes(week)).length +
      instance.running.filter((one) => one.weeks.includes(week)).length
    const isOurs = proposal.classes.some((one) => one.weeks.includes(week))
    if (isOurs && is > most) say({ code: 'classesAtOnce', week, is, limit: most })
  }
}
