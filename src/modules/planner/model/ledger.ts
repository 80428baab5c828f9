import type { Form, Instance } from '../contract/instance.ts'
import type { Need, ProposedClass } from '../contract/proposal.ts'
import type { Drafted } from './assign.ts'
import { itemsOf, teach } from './lecturers.ts'
import { type RoomKind, roomKinds } from './supply.ts'
import { largestSize, teachingWeeks } from './weeks.ts'

/** What classes take of rooms, hours and money, and what one more would lack. */
export class Ledger {
  readonly instance: Instance
  readonly kinds: RoomKind[]
  readonly teaching: number[]
  readonly #used: Map<number, number>[]
  readonly #drafted: Drafted[] = []
  readonly #missingOf = new Map<string, Map<string, number>>()
  spentDong = 0

  constructor(instance: Instance) {
    this.instance = instance
    this.kinds = roomKinds(instance)
    this.teaching = teachingWeeks(instance)
    this.#used = this.kinds.map(() => new Map())
  }

  get classes(): readonly Drafted[] {
    return this.#drafted
  }

  add(one: Drafted): void {
    this.#drafted.push(one)
    this.spentDong += one.form.costDong
    const used = one.kind === null ? undefined : this.#used[one.kind]
    for (const week of one.weeks) used?.set(week, (used.get(week) ?? 0) + 1)
    this.#missingOf.clear()
  }

  /** The kinds of room in which a class of this form may sit, or `[null]` at a host's. */
  kindsFor(form: Form, learners: number): (number | null)[] {
    if (form.seat === 'host') return [null]
    return this.kinds.flatMap((kind, k) => (kind.seats >= Math.max(learners, 1) ? [k] : []))
  }

  capacityOf(form: Form, kind: number | null): number {
    const size = largestSize(this.instance, form)
    return kind === null ? size : Math.min(size, this.kinds[kind]?.seats ?? size)
  }

  /** What one more class of these weeks in a room of this kind would lack; empty: it can be held. */
  lacks(form: Form, weeks: readonly number[], kind: number | null): Need[] {
    const needs: Need[] = []
    if (kind !== null) {
      const { free, roomIds, seats } = this.kinds[kind] as RoomKind
      const full = weeks.filter(
        (week) => !free.has(week) || (this.#used[kind]?.get(week) ?? 0) >= roomIds.length,
      )
      if (full.length > 0) needs.push(needOf('room', { weeks: full, amount: seats, roomId: roomIds[0] }))
    }
    const byField = new Map<string, { weeks: number[]; amount: number }>()
    for (const week of weeks)
      for (const [field, hours] of this.#missingHours(form, week)) {
        const so = byField.get(field) ?? { weeks: [], amount: 0 }
        byField.set(field, { weeks: [...so.weeks, week], amount: Math.max(so.amount, hours) })
      }
    for (const [field, { weeks: when, amount }] of byField)
      needs.push(needOf('lecturer', { weeks: when, amount, field }))
    const { budgetDong, limits, running } = this.instance
    if (budgetDong !== null && this.spentDong + form.costDong > budgetDong)
      needs.push(needOf('budget', { amount: this.spentDong + form.costDong - budgetDong }))
    if (limits.classesAtOnce !== null) {
      const full = weeks.filter((week) => {
        const there = this.#drafted.filter((one) => one.weeks.includes(week)).length
        return there + running.filter((one) => one.weeks.includes(week)).length >= (limits.classesAtOnce ?? 0)
      })
      if (full.length > 0) needs.push(needOf('classesAtOnce', { weeks: full, amount: 1 }))
    }
    if (form.maxClasses !== undefined) {
      const own = this.#drafted.filter((one) => one.form.id === form.id).length
      if (own >= form.maxClasses) needs.push(needOf('maxClasses', { amount: own + 1 }))
    }
    return needs
  }

  /** Hours of each field that nobody could teach in a week if a class of this form were there too. */
  #missingHours(form: Form, week: number): Map<string, number> {
    const mark = `${form.id}\n${week}`
    const kept = this.#missingOf.get(mark)
    if (kept) return kept
    const hours = new Map<string, number>()
    const count = (other: Form) => {
      for (const item of itemsOf('', other)) hours.set(item.field, (hours.get(item.field) ?? 0) + item.hours)
    }
    for (const one of this.#drafted) if (one.weeks.includes(week)) count(one.form)
    count(form)
    const items = [...hours].map(([field, sum]) => ({ classId: '', field, hours: sum }))
    const { missing } = teach(this.instance, week, items)
    this.#missingOf.set(mark, missing)
    return missing
  }
}

const needOf = (
  kind: Need['kind'],
  about: { weeks?: number[]; amount: number; field?: string; roomId?: string | undefined },
): Need => ({
  kind,
  weeks: about.weeks ?? [],
  amount: about.amount,
  ...(about.field !== undefined && { field: about.field }),
  ...(about.roomId !== undefined && { roomId: about.roomId }),
})

/** Classes of a proposal, back in the model's terms. */
export function draftedOf(instance: Instance, classes: readonly ProposedClass[]): Drafted[] {
  const kinds = roomKinds(instance)
  return classes.flatMap((one) => {
    const form = instance.forms.find((other) => other.id === one.formId)
    if (!form) return []
    const roomId = one.rooms[0]?.roomId
    const kind = roomId === undefined ? null : kinds.findIndex((other) => other.roomIds.includes(roomId))
    const { assignedId, startWeek, weeks, namedHeads } = one
    return [{ form, assignedId, startWeek, weeks, kind, namedHeads }]
  })
}
