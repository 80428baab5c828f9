import type { Form, Instance } from '../contract/instance.ts'
import type { LeftOut, Need, Proposal } from '../contract/proposal.ts'
import { violationsOf } from '../rules/check.ts'
import { type Drafted, nameEverything } from './assign.ts'
import { draftedOf, Ledger } from './ledger.ts'
import { weeksOfClass } from './weeks.ts'

/** Naming everything anew takes some 50 ms on a year of real size. */
const mostTries = 12

type Way = { needs: Need[]; one: Drafted; effort: number }

/** Seats that each demand did not get. */
function unmetOf(instance: Instance, proposal: Proposal): Map<string, number> {
  const left = new Map(instance.demands.map((one) => [one.id, one.heads]))
  for (const one of proposal.classes)
    for (const seat of one.seats) left.set(seat.demandId, (left.get(seat.demandId) ?? 0) - seat.heads)
  return left
}

/**
 * For each form with demands that were left out: what binds, and what would free it. Every way that is returned was tried:
 * the question relaxed by exactly these needs, the class added, rooms, lecturers and learners named again, and the result
 * put before the independent checker.
 */
export function leftOutOf(instance: Instance, proposal: Proposal): LeftOut[] {
  const unmet = unmetOf(instance, proposal)
  const drafted = draftedOf(instance, proposal.classes)
  const ledger = new Ledger(instance)
  for (const one of drafted) ledger.add(one)
  return instance.forms.flatMap((form): LeftOut[] => {
    const demands = instance.demands
      .filter((one) => one.formId === form.id && (unmet.get(one.id) ?? 0) > 0)
      .map((one) => ({ demandId: one.id, heads: unmet.get(one.id) ?? 0 }))
    const heads = demands.reduce((sum, one) => sum + one.heads, 0)
    if (heads === 0) return []
    const ways = waysFor(ledger, form, heads)
    const isTrue = (way: Way) => admits(instance, proposal, drafted, form, way)
    const best = ways.slice(0, mostTries).find(isTrue)
    if (!best) {
      const needs = structural(instance, form)
      return [
        { formId: form.id, demands, heads, needs, others: [], startWeek: null, seats: 0, isVerified: false },
      ]
    }
    const kindsOf = (way: Way) => [...new Set(way.needs.map((one) => one.kind))].sort().join()
    const twin = twinOf(best, ways)
    const others = twin && isTrue(twin) ? [twin] : []
    const tried = new Set<string>([kindsOf(best), ...(twin ? [kindsOf(twin)] : [])])
    for (const way of ways) {
      if (others.length === 2 || tried.size > mostTries) break
      // One of each sort of means: the next best of the same sort says nothing new.
      if (tried.has(kindsOf(way))) continue
      // Nor does one that asks for all of this, and for more.
      if (
        [best, ...others].some((known) =>
          known.needs.every((need) => way.needs.some((one) => one.kind === need.kind)),
        )
      )
        continue
      tried.add(kindsOf(way))
      if (isTrue(way)) others.push(way)
    }
    return [
      {
        formId: form.id,
        demands,
        heads,
        needs: best.needs,
        others: others.map((way) => way.needs),
        startWeek: best.one.startWeek,
        seats: Math.min(
          best.needs.some((one) => one.kind === 'tooFew') ? form.sizeFrom : heads,
          ledger.capacityOf(form, best.one.kind),
        ),
        isVerified: true,
      },
    ]
  })
}

/** The way that asks for the same, but for a lower minimum in place of more people, or the other way round. */
function twinOf(best: Way, ways: readonly Way[]): Way | undefined {
  const isOfSize = ({ kind }: Need) => kind === 'tooFew' || kind === 'smaller'
  if (!best.needs.some(isOfSize)) return undefined
  return ways.find(
    (way) =>
      way !== best &&
      way.one.startWeek === best.one.startWeek &&
      way.one.kind === best.one.kind &&
      way.needs.some(isOfSize),
  )
}

/** What no class, room or week can help: nothing of it was tried. */
function structural(instance: Instance, form: Form): Need[] {
  const none = { weeks: [], amount: 0 }
  if (form.seat === 'room' && !instance.rooms.some((room) => room.seats >= form.sizeFrom))
    return [{ ...none, kind: 'roomSize', amount: form.sizeFrom }]
  const ledger = new Ledger(instance)
  const canBegin = ledger.teaching.some((week) => weeksOfClass(form, week, ledger.teaching))
  return canBegin ? [] : [{ ...none, kind: 'calendar', amount: form.weeks }]
}

/** Ways to hold one more class of a form, the least effort first. */
function waysFor(ledger: Ledger, form: Form, heads: number): Way[] {
  const ways: Way[] = []
  const few: Need[] =
    heads < form.sizeFrom ? [{ kind: 'tooFew', weeks: [], amount: form.sizeFrom - heads }] : []
  const least = Math.min(heads, form.sizeFrom)
  for (const startWeek of ledger.teaching) {
    const weeks = weeksOfClass(form, startWeek, ledger.teaching)
    if (!weeks) continue
    for (const kind of ledger.kindsFor(form, least)) {
      const lacks = ledger.lacks(form, weeks, kind).map((need) => roomNeed(ledger, need, kind, weeks))
      const one = { form, assignedId: null, startWeek, weeks, kind, namedHeads: 0 }
      const add = (needs: Need[]) => ways.push({ needs, one, effort: effortOf(form, needs) })
      if (few.length === 0) add(lacks.length > 0 ? lacks : [{ kind: 'notWorth', weeks: [], amount: 0 }])
      else {
        add([...few, ...lacks])
        add([{ kind: 'smaller', weeks: [], amount: heads }, ...lacks])
      }
    }
  }
  return ways.sort((a, b) => a.effort - b.effort)
}

/**
 * A room that is lent out in some weeks only needs those back; where rooms are taken by classes, another room is needed for
 * all weeks of the class, because a class that meets every week stays in one room.
 */
function roomNeed(ledger: Ledger, need: Need, kind: number | null, weeks: readonly number[]): Need {
  if (need.kind !== 'room' || kind === null) return need
  const { free, roomIds } = ledger.kinds[kind] ?? { free: new Set<number>(), roomIds: [] }
  const room = ledger.instance.rooms.find((one) => one.id === roomIds[0])
  const lent = weeks.filter((week) => !room?.weeks.includes(week))
  const isOnlyLent =
    lent.length > 0 && lent.length === need.weeks.length && need.weeks.every((week) => lent.includes(week))
  if (isOnlyLent && [...lent].every((week) => !free.has(week))) return { ...need, weeks: lent }
  const { roomId: _, ...another } = need
  return { ...another, tight: need.weeks, weeks: [...weeks] }
}

/** How much is asked for, in weeks of a room as the measure; only to put ways in order. */
function effortOf(form: Form, needs: readonly Need[]): number {
  return needs.reduce((sum, need) => {
    if (need.kind === 'room') return sum + 10 + need.weeks.length
    if (need.kind === 'lecturer') return sum + 10 + (need.amount * need.weeks.length) / 8
    if (need.kind === 'budget') return sum + 10 + (20 * need.amount) / Math.max(1, form.costDong)
    if (need.kind === 'tooFew') return sum + 12 + (20 * need.amount) / form.sizeFrom
    if (need.kind === 'smaller') return sum + 14 + (40 * (form.sizeFrom - need.amount)) / form.sizeFrom
    if (need.kind === 'notWorth') return sum
    return sum + 15
  }, 0)
}

/** Whether the question relaxed by these needs admits the class, by the checker's word. */
function admits(
  instance: Instance,
  proposal: Proposal,
  drafted: readonly Drafted[],
  form: Form,
  way: Way,
): boolean {
  const { relaxed, extraRoom } = relax(instance, form, way)
  const own = relaxed.forms.find((one) => one.id === form.id) as Form
  // Kinds of room are counted anew in the relaxed question: classes are given theirs by a room that they had.
  const before = draftedOf(relaxed, proposal.classes).map((one) =>
    one.form.id === form.id ? { ...one, form: own } : one,
  )
  const ledger = new Ledger(relaxed)
  const roomId =
    extraRoom ??
    (way.one.kind === null ? null : (new Ledger(instance).kinds[way.one.kind]?.roomIds[0] ?? null))
  const kind = roomId === null ? null : ledger.kinds.findIndex((one) => one.roomIds.includes(roomId))
  const named = nameEverything(relaxed, [...before, { ...way.one, form: own, kind }])
  if (!named || named.classes.length !== drafted.length + 1) return false
  if (violationsOf(relaxed, named).length > 0) return false
  const seatsOf = (classes: Proposal['classes']) =>
    classes
      .filter((one) => one.formId === form.id)
      .reduce((sum, one) => sum + one.seats.reduce((heads, seat) => heads + seat.heads, 0), 0)
  return seatsOf(named.classes) > seatsOf(proposal.classes)
}

/** The question with exactly these needs met. */
function relax(
  instance: Instance,
  form: Form,
  { needs, one }: Way,
): { relaxed: Instance; extraRoom: string | null } {
  let relaxed = instance
  let extraRoom: string | null = null
  for (const need of needs) {
    if (need.kind === 'room' && need.roomId !== undefined) {
      const rooms = relaxed.rooms.map((room) =>
        room.id === need.roomId ? { ...room, weeks: [...new Set([...room.weeks, ...need.weeks])] } : room,
      )
      relaxed = { ...relaxed, rooms }
    } else if (need.kind === 'room') {
      extraRoom = '+room'
      const room = { id: extraRoom, name: '', site: '', seats: need.amount, weeks: need.weeks }
      relaxed = { ...relaxed, rooms: [...relaxed.rooms, room] }
    } else if (need.kind === 'lecturer') {
      const id = `+${need.field}`
      const absentWeeks = relaxed.weeks.map((week) => week.week).filter((week) => !need.weeks.includes(week))
      const lecturer = { id, name: '', fields: [need.field ?? ''], hoursPerWeek: need.amount, absentWeeks }
      relaxed = { ...relaxed, lecturers: [...relaxed.lecturers, lecturer] }
    } else if (need.kind === 'budget')
      relaxed = { ...relaxed, budgetDong: (relaxed.budgetDong ?? 0) + need.amount }
    else if (need.kind === 'classesAtOnce') {
      const classesAtOnce = (relaxed.limits.classesAtOnce ?? 0) + need.amount
      relaxed = { ...relaxed, limits: { ...relaxed.limits, classesAtOnce } }
    } else if (need.kind === 'maxClasses') relaxed = withForm(relaxed, form.id, { maxClasses: need.amount })
    else if (need.kind === 'smaller') relaxed = withForm(relaxed, form.id, { sizeFrom: need.amount })
    else if (need.kind === 'tooFew') {
      const unitId = relaxed.demands.find((demand) => demand.formId === form.id)?.unitId ?? ''
      const extra = {
        id: '+demand',
        formId: form.id,
        unitId,
        group: '',
        heads: need.amount,
        weight: 1,
        wishedWeeks: [one.startWeek],
      }
      relaxed = { ...relaxed, demands: [...relaxed.demands, extra] }
    }
  }
  return { relaxed, extraRoom }
}

const withForm = (instance: Instance, formId: string, change: Partial<Form>): Instance => ({
  ...instance,
  forms: instance.forms.map((one) => (one.id === formId ? { ...one, ...change } : one)),
})
