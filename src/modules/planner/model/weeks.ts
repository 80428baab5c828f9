import type { Form, Instance } from '../contract/instance.ts'

/** The weeks in which a class may have lessons, in order. */
export const teachingWeeks = (instance: Instance): number[] =>
  instance.weeks
    .filter((one) => one.teachingDays >= instance.limits.minTeachingDays)
    .map((one) => one.week)
    .sort((a, b) => a - b)

/**
 * The weeks of a class that begins in a week, within the year; null when it may not begin there: no teaching week, or it
 * would end after the year and its form does not allow that.
 * @param teaching of `teachingWeeks`
 */
export function weeksOfClass(form: Form, startWeek: number, teaching: readonly number[]): number[] | null {
  const at = teaching.indexOf(startWeek)
  if (at < 0) return null
  const found: number[] = []
  for (let i = at; i < teaching.length && found.length < form.weeks; i += form.everyWeeks)
    found.push(teaching[i] as number)
  return found.length === form.weeks || form.mayRunOver ? found : null
}

/** The most learners of one class of this form, whatever the room. */
export const largestSize = (instance: Instance, form: Form): number =>
  Math.min(form.sizeTo, instance.limits.seatsPerClass ?? form.sizeTo)

/**
 * How well a class of these weeks suits those who asked for its form, in full seats for each seat: what is gained where they
 * wished it, less what is lost where their units are busy, each weighed by heads and weight.
 */
export function fitOf(
  instance: Instance,
  demands: Instance['demands'],
): (weeks: readonly number[]) => number {
  const busyOf = new Map(instance.units.map((unit) => [unit.id, new Set(unit.busyWeeks)]))
  const asked = demands.reduce((sum, one) => sum + one.heads, 0)
  const wished = new Map<number, number>()
  const busy = new Map<number, number>()
  for (const { unitId, heads, weight, wishedWeeks } of demands) {
    const part = (heads * weight) / Math.max(1, asked)
    for (const week of new Set(wishedWeeks)) wished.set(week, (wished.get(week) ?? 0) + part)
    for (const week of busyOf.get(unitId) ?? []) busy.set(week, (busy.get(week) ?? 0) + part)
  }
  const { wish, busy: loss } = instance.preferences
  return (weeks) => {
    const lost = weeks.reduce((sum, week) => sum + (busy.get(week) ?? 0), 0) / weeks.length
    return wish * (wished.get(weeks[0] ?? 0) ?? 0) - loss * lost
  }
}

/** What a seat in a class of these weeks is worth to one demand by itself, in points: decides who goes into which class. */
export function seatPoints(
  instance: Instance,
  demand: Instance['demands'][number],
  busy: ReadonlySet<number>,
  weeks: readonly number[],
): number {
  const { wish, busy: loss } = instance.preferences
  const isWished = demand.wishedWeeks.includes(weeks[0] ?? 0)
  const share = weeks.filter((week) => busy.has(week)).length / Math.max(1, weeks.length)
  return 100 * demand.weight * ((isWished ? wish : 0) - loss * share)
}

/**
 * Classes a week if all that is asked for were held evenly over the year, running ones included. Above it, the points for
 * spreading are lost.
 */
export function evenLoad(instance: Instance): number {
  const teaching = new Set(teachingWeeks(instance))
  const asked = instance.forms.map((form) => {
    const heads = instance.demands
      .filter((one) => one.formId === form.id)
      .reduce((sum, one) => sum + one.heads, 0)
    return (heads / largestSize(instance, form)) * Math.min(form.weeks, teaching.size)
  })
  const running = instance.running.map((one) => one.weeks.filter((week) => teaching.has(week)).length)
  const total = [...asked, ...running].reduce((sum, one) => sum + one, 0)
  return Math.max(1, Math.ceil(total / Math.max(1, teaching.size)))
}
