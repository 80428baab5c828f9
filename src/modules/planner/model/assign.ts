import type { Form, Instance } from '../contract/instance.ts'
import type { Proposal, ProposedClass } from '../contract/proposal.ts'
import { type Given, itemsOf, teach } from './lecturers.ts'
import { roomKinds } from './supply.ts'
import { evenLoad, fitOf, largestSize, seatPoints, teachingWeeks } from './weeks.ts'

/** A class as the model sees it: no room, lecturer or learner has a name yet. */
export type Drafted = {
  form: Form
  assignedId: string | null
  startWeek: number
  weeks: number[]
  /** Position of the kind in `roomKinds`; null: at a host's. */
  kind: number | null
  namedHeads: number
}

/**
 * Gives names to what the model counted: rooms, lecturers, learners. Always possible when the model's rows hold:
 * classes of every week are intervals of the teaching weeks, and within a kind rooms are alike, so that the first free room,
 * taken in order of beginning, never fails (interval graphs); a class with pauses may change its room within the kind, so
 * that counting per week is enough for it; hours are a flow with whole capacities, so that a whole flow exists.
 * @returns null when something could not be named: the rows did not hold
 */
export function nameEverything(instance: Instance, drafted: readonly Drafted[]): Proposal | null {
  const seated = seat(instance, drafted)
  if (!seated) return null
  const roomed = giveRooms(instance, seated)
  if (!roomed) return null
  const classes = giveLecturers(instance, roomed)
  if (!classes) return null
  const proposal: Proposal = { format: 'nhip-proposal-1', classes, points: 0 }
  return { ...proposal, points: pointsOf(instance, classes) }
}

type Seated = Drafted & { id: string; seats: ProposedClass['seats'] }

/**
 * Learners for given classes, worth as many points as can be. First how many of each demand and in each week: both are
 * concave, so that taking the best next seat is right. Then who goes where, by each unit's own wishes and busy weeks.
 */
function seat(instance: Instance, drafted: readonly Drafted[]): Seated[] | null {
  const kinds = roomKinds(instance)
  const busyOf = new Map(instance.units.map((unit) => [unit.id, new Set(unit.busyWeeks)]))
  const seated: Seated[] = []
  const numbers = new Map<string, number>()
  const named = (one: Drafted, seats: ProposedClass['seats']): Seated => {
    const number = (numbers.get(one.form.id) ?? 0) + 1
    numbers.set(one.form.id, number)
    return { ...one, id: `${one.form.id}/${number}`, seats }
  }
  for (const form of instance.forms) {
    const own = drafted.filter((one) => one.form.id === form.id).sort((a, b) => a.startWeek - b.startWeek)
    const open = own.filter((one) => one.namedHeads === 0)
    const demands = instance.demands.filter((one) => one.formId === form.id)
    const suits = fitOf(instance, demands)
    const size = largestSize(instance, form)
    const capacityOf = (one: Drafted) =>
      Math.min(size, one.kind === null ? size : (kinds[one.kind]?.seats ?? size))
    const starts = [...new Set(open.map((one) => one.startWeek))].map((startWeek) => {
      const there = open.filter((one) => one.startWeek === startWeek)
      const least = there.length * form.sizeFrom
      const most = there.reduce((sum, one) => sum + capacityOf(one), 0)
      return { startWeek, there, seats: least, most, fit: suits(there[0]?.weeks ?? []) }
    })
    const byWeight = [...demands].sort((a, b) => b.weight - a.weight)
    const taken = new Map<string, number>()
    let next = 0
    const takeOne = (): number => {
      while (next < byWeight.length) {
        const demand = byWeight[next] as (typeof byWeight)[number]
        const so = taken.get(demand.id) ?? 0
        if (so < demand.heads) {
          taken.set(demand.id, so + 1)
          return demand.weight
        }
        next += 1
      }
      return -1
    }
    for (const one of starts) for (let i = 0; i < one.seats; i += 1) if (takeOne() < 0) return null
    const byFit = [...starts].sort((a, b) => b.fit - a.fit)
    for (const one of byFit)
      while (one.seats < one.most) {
        const weight = byWeight
          .slice(next)
          .find((demand) => (taken.get(demand.id) ?? 0) < demand.heads)?.weight
        if (weight === undefined || weight + one.fit <= 0) break
        takeOne()
        one.seats += 1
      }
    const placed = whoGoesWhere(
      demands.filter((demand) => (taken.get(demand.id) ?? 0) > 0),
      (demand) => taken.get(demand.id) ?? 0,
      starts,
      (demand, start) =>
        seatPoints(instance, demand, busyOf.get(demand.unitId) ?? new Set(), start.there[0]?.weeks ?? []),
    )
    starts.forEach((start, s) => {
      const sizes = start.there.map(() => form.sizeFrom)
      let rest = start.seats - start.there.length * form.sizeFrom
      start.there.forEach((one, i) => {
        const share = Math.ceil(rest / (start.there.length - i))
        const later = start.there
          .slice(i + 1)
          .reduce((sum, other) => sum + capacityOf(other) - form.sizeFrom, 0)
        const more = Math.min(capacityOf(one) - form.sizeFrom, Math.max(share, rest - later))
        sizes[i] = (sizes[i] as number) + more
        rest -= more
      })
      const queue = demands.flatMap((demand, d) => {
        const heads = placed.get(demand.id)?.[s] ?? 0
        return heads > 0 ? [{ demandId: demands[d]?.id ?? '', heads }] : []
      })
      start.there.forEach((one, i) => {
        const seats: ProposedClass['seats'] = []
        let room = sizes[i] as number
        while (room > 0 && queue.length > 0) {
          const first = queue[0] as { demandId: string; heads: number }
          const heads = Math.min(room, first.heads)
          seats.push({ demandId: first.demandId, heads })
          room -= heads
          first.heads -= heads
          if (first.heads === 0) queue.shift()
        }
        seated.push(named(one, seats))
      })
    })
    for (const one of own.filter((other) => other.namedHeads > 0)) seated.push(named(one, []))
  }
  return seated
}

/**
 * Shares the seats of each demand out over the weeks of beginning, each week getting exactly its seats: first each to the best
 * week that has room, then exchanges between two demands as long as one gains.
 */
function whoGoesWhere<D extends { id: string }>(
  demands: readonly D[],
  headsOf: (demand: D) => number,
  starts: readonly { startWeek: number; seats: number }[],
  points: (demand: D, start: (typeof starts)[number] & { there: readonly Drafted[] }) => number,
): Map<string, number[]> {
  const value = demands.map((demand) =>
    starts.map((start) => points(demand, start as (typeof starts)[number] & { there: readonly Drafted[] })),
  )
  const left = starts.map((start) => start.seats)
  const share = demands.map(() => starts.map(() => 0))
  const spread = (row: readonly number[]) => Math.max(...row) - Math.min(...row)
  const order = demands.map((_, d) => d).sort((a, b) => spread(value[b] ?? [0]) - spread(value[a] ?? [0]))
  for (const d of order) {
    let heads = headsOf(demands[d] as D)
    const best = starts.map((_, s) => s).sort((a, b) => (value[d]?.[b] ?? 0) - (value[d]?.[a] ?? 0))
    for (const s of best) {
      const some = Math.min(heads, left[s] as number)
      ;(share[d] as number[])[s] = some
      left[s] = (left[s] as number) - some
      heads -= some
    }
  }
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    for (let a = 0; a < demands.length; a += 1)
      for (let b = 0; b < demands.length; b += 1)
        for (let s = 0; s < starts.length; s += 1)
          for (let t = 0; t < starts.length; t += 1) {
            const heads = Math.min(share[a]?.[s] ?? 0, share[b]?.[t] ?? 0)
            if (a === b || s === t || heads === 0) continue
            const va = value[a] as number[]
            const vb = value[b] as number[]
            const gain = (va[t] as number) - (va[s] as number) + (vb[s] as number) - (vb[t] as number)
            if (gain < 1e-6) continue
            const [sa, sb] = [share[a] as number[], share[b] as number[]]
            sa[s] = (sa[s] as number) - heads
            sa[t] = (sa[t] as number) + heads
            sb[t] = (sb[t] as number) - heads
            sb[s] = (sb[s] as number) + heads
            isBetter = true
          }
  }
  return new Map(demands.map((demand, d) => [demand.id, share[d] as number[]]))
}

type Roomed = Seated & { rooms: ProposedClass['rooms'] }

function giveRooms(instance: Instance, seated: readonly Seated[]): Roomed[] | null {
  const kinds = roomKinds(instance)
  const used = new Map<string, Set<number>>()
  const isFree = (roomId: string, weeks: readonly number[]) =>
    weeks.every((week) => !used.get(roomId)?.has(week))
  const take = (roomId: string, weeks: readonly number[]) => {
    const set = used.get(roomId) ?? new Set()
    used.set(roomId, set)
    for (const week of weeks) set.add(week)
    return weeks.map((week) => ({ week, roomId }))
  }
  const roomed: Roomed[] = []
  const order = [...seated].sort(
    (a, b) => Number(a.form.everyWeeks > 1) - Number(b.form.everyWeeks > 1) || a.startWeek - b.startWeek,
  )
  for (const one of order) {
    if (one.kind === null) {
      roomed.push({ ...one, rooms: [] })
      continue
    }
    const ids = kinds[one.kind]?.roomIds ?? []
    const whole = ids.find((roomId) => isFree(roomId, one.weeks))
    if (whole !== undefined) {
      roomed.push({ ...one, rooms: take(whole, one.weeks) })
      continue
    }
    if (one.form.everyWeeks === 1) return null
    const rooms: ProposedClass['rooms'] = []
    for (const week of one.weeks) {
      const last = rooms.at(-1)?.roomId
      const roomId =
        last !== undefined && isFree(last, [week]) ? last : ids.find((other) => isFree(other, [week]))
      if (roomId === undefined) return null
      rooms.push(...take(roomId, [week]))
    }
    roomed.push({ ...one, rooms })
  }
  return roomed
}

function giveLecturers(instance: Instance, roomed: readonly Roomed[]): ProposedClass[] | null {
  const classes = roomed.map(
    (one): ProposedClass => ({
      id: one.id,
      formId: one.form.id,
      assignedId: one.assignedId,
      startWeek: one.startWeek,
      weeks: one.weeks,
      rooms: one.rooms,
      lecturers: [],
      seats: one.seats,
      namedHeads: one.namedHeads,
    }),
  )
  const byId = new Map(classes.map((one) => [one.id, one]))
  const before = new Map<string, Given[]>()
  for (const week of teachingWeeks(instance)) {
    const items = roomed.filter((one) => one.weeks.includes(week)).flatMap((one) => itemsOf(one.id, one.form))
    const { given, missing } = teach(instance, week, items, before)
    if (missing.size > 0) return null
    for (const item of items) before.delete(`${item.classId}\n${item.field}`)
    for (const one of given) {
      const mark = `${one.classId}\n${one.field}`
      before.set(mark, [...(before.get(mark) ?? []), one])
      const { lecturerId, field, hours } = one
      byId.get(one.classId)?.lecturers.push({ week, lecturerId, field, hours })
    }
  }
  return classes.sort((a, b) => a.startWeek - b.startWeek || (a.id < b.id ? -1 : 1))
}

/** What a proposal is worth: the objective of the program, counted from the classes themselves. */
export function pointsOf(instance: Instance, classes: readonly ProposedClass[]): number {
  const { perClass, spread } = instance.preferences
  const weightOf = new Map(instance.demands.map((one) => [one.id, one.weight]))
  let points = 0
  for (const form of instance.forms) {
    const suits = fitOf(
      instance,
      instance.demands.filter((one) => one.formId === form.id),
    )
    for (const one of classes.filter((other) => other.formId === form.id)) {
      const heads = one.seats.reduce((sum, item) => sum + item.heads, 0)
      points += one.seats.reduce(
        (sum, item) => sum + 100 * item.heads * (weightOf.get(item.demandId) ?? 0),
        0,
      )
      points += 100 * heads * suits(one.weeks)
      if (one.assignedId === null) points -= 100 * perClass
    }
  }
  if (spread > 0) points -= 100 * spread * overload(instance, classes)
  return points
}

function overload(instance: Instance, classes: readonly ProposedClass[]): number {
  const even = evenLoad(instance)
  return teachingWeeks(instance).reduce((sum, week) => {
    const running = instance.running.filter((one) => one.weeks.includes(week)).length
    const own = classes.filter((one) => one.weeks.includes(week)).length
    return sum + (own > 0 ? Math.max(0, own - Math.max(0, even - running)) : 0)
  }, 0)
}
