import type { Instance } from '../contract/instance.ts'
import type { Need, Proposal } from '../contract/proposal.ts'
import type { Violation } from './check.ts'

/** The names by which people know what a question numbers; what is unknown stays as it was written. */
export type Names = {
  form(id: string): string
  room(id: string): string
  lecturer(id: string): string
  unit(id: string): string
  field(code: string): string
  demand(id: string): string
  assigned(id: string): string
}

export function namesOf(instance: Instance): Names {
  const by = (list: readonly { id: string; name?: string; title?: string }[]) => {
    const known = new Map(list.map((one) => [one.id, one.title ?? one.name ?? one.id]))
    return (id: string) => known.get(id) || id
  }
  const fields = new Map(instance.fields.map((one) => [one.code, one.name]))
  const unit = by(instance.units)
  const demands = new Map(instance.demands.map((one) => [one.id, one]))
  return {
    form: by(instance.forms),
    room: by(instance.rooms),
    lecturer: by(instance.lecturers),
    unit,
    field: (code) => fields.get(code) ?? code,
    demand: (id) => {
      const demand = demands.get(id)
      return demand ? unit(demand.unitId) : id
    },
    assigned: by(instance.assigned),
  }
}

/** A violation as its sentence needs it: with names instead of keys. */
export type NamedViolation = {
  className: string
  about: string
  week: number
  is: number
  limit: number
}

export function nameViolation(instance: Instance, proposal: Proposal, violation: Violation): NamedViolation {
  const names = namesOf(instance)
  const one = proposal.classes.find((other) => other.id === violation.classId)
  const { code, about = '', week = 0, is = 0, limit = 0 } = violation
  const nameOf = code.startsWith('room')
    ? names.room
    : code.startsWith('lecturer')
      ? names.lecturer
      : code.startsWith('assigned')
        ? names.assigned
        : code.startsWith('demand')
          ? names.demand
          : code === 'hoursWrong'
            ? names.field
            : names.form
  return {
    className: one ? `${names.form(one.formId)} (${one.id})` : (violation.classId ?? ''),
    about: nameOf(about),
    week,
    is,
    limit,
  }
}

/** Week numbers as ranges: [3,4,5,9] → [[3,5],[9,9]]. */
export function rangesOf(weeks: readonly number[]): [number, number][] {
  const ranges: [number, number][] = []
  for (const week of [...new Set(weeks)].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] === week - 1) last[1] = week
    else ranges.push([week, week])
  }
  return ranges
}

/** A need as its sentence needs it. */
export type NamedNeed = {
  kind: Need['kind']
  amount: number
  weeks: [number, number][]
  tight: [number, number][]
  count: number
  /** Months of the year in which the weeks lie. */
  months: number[]
  field: string
  room: string
}

/** What the sentences of needs know by name. */
export type NeedNames = {
  fields: Readonly<Record<string, string>>
  rooms: Readonly<Record<string, string>>
  /** First day of each week, by its number. */
  weeks: Readonly<Record<string, string>>
}

export function nameNeed(names: NeedNames, need: Need): NamedNeed {
  const months = need.weeks.map((week) => Number((names.weeks[String(week)] ?? '').slice(5, 7)))
  return {
    kind: need.kind,
    amount: need.amount,
    weeks: rangesOf(need.weeks),
    tight: rangesOf(need.tight ?? []),
    count: need.weeks.length,
    months: [...new Set(months)].filter((month) => month > 0),
    field: need.field === undefined ? '' : (names.fields[need.field] ?? need.field),
    room: need.roomId === undefined ? '' : (names.rooms[need.roomId] ?? need.roomId),
  }
}

/**
 * The ways to free a class, the two that differ only in how a small class is allowed (more people, or a lower minimum) told as
 * one: the needs of the first, and the need that may stand for one of them.
 */
export function asChoices(needs: readonly Need[], others: readonly (readonly Need[])[]) {
  const isOfSize = ({ kind }: Need) => kind === 'tooFew' || kind === 'smaller'
  const restOf = (way: readonly Need[]) => JSON.stringify(way.filter((need) => !isOfSize(need)))
  const size = needs.find(isOfSize)
  const twin = size && others.find((way) => restOf(way) === restOf(needs) && way.some(isOfSize))
  return {
    needs: needs.map((need) => ({ need, or: need === size ? (twin?.find(isOfSize) ?? null) : null })),
    others: others.filter((way) => way !== twin),
  }
}
