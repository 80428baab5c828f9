import type { Instance } from '../contract/instance.ts'
import type { Drafted } from './assign.ts'
import { Ledger } from './ledger.ts'
import { fitOf, weeksOfClass } from './weeks.ts'

/**
 * How an office plans by hand, as the measure beside the solver: first what must open, then always the class whose learners
 * count most, in the first week that suits them and has room, lecturers and money. Null when the assigned classes alone do
 * not fit this way (they may fit in another).
 */
export function greedy(instance: Instance): Drafted[] | null {
  const ledger = new Ledger(instance)
  const left = new Map(instance.demands.map((one) => [one.id, one.heads]))
  const demandsOf = new Map(
    instance.forms.map((form) => [
      form.id,
      instance.demands.filter((one) => one.formId === form.id).sort((a, b) => b.weight - a.weight),
    ]),
  )
  const fits = new Map(instance.forms.map((form) => [form.id, fitOf(instance, demandsOf.get(form.id) ?? [])]))
  const headsLeft = (formId: string) =>
    (demandsOf.get(formId) ?? []).reduce((sum, one) => sum + (left.get(one.id) ?? 0), 0)
  const seat = (formId: string, seats: number): number => {
    let [rest, points] = [seats, 0]
    for (const demand of demandsOf.get(formId) ?? []) {
      const some = Math.min(rest, left.get(demand.id) ?? 0)
      left.set(demand.id, (left.get(demand.id) ?? 0) - some)
      points += some * demand.weight
      rest -= some
    }
    return points
  }
  /** Puts a class into the best week that has everything for it. */
  const place = (
    form: Instance['forms'][number],
    about: { from: number; to: number; assignedId: string | null; namedHeads: number },
  ): Drafted | null => {
    const suits = fits.get(form.id)
    const starts = ledger.teaching
      .filter((week) => week >= about.from && week <= about.to)
      .flatMap((startWeek) => {
        const weeks = weeksOfClass(form, startWeek, ledger.teaching)
        return weeks ? [{ startWeek, weeks, fit: suits?.(weeks) ?? 0 }] : []
      })
      .sort((a, b) => b.fit - a.fit || a.startWeek - b.startWeek)
    const wanted = about.namedHeads || Math.min(headsLeft(form.id), form.sizeTo)
    for (const { startWeek, weeks } of starts) {
      const kinds = ledger.kindsFor(form, about.namedHeads || form.sizeFrom).sort((a, b) => {
        const [ca, cb] = [a, b].map((kind) => ledger.capacityOf(form, kind)) as [number, number]
        // The smallest room that holds all of them, else the largest.
        return ca >= wanted && cb >= wanted ? ca - cb : cb - ca
      })
      for (const kind of kinds) {
        if (ledger.lacks(form, weeks, kind).length > 0) continue
        const { assignedId, namedHeads } = about
        const one = { form, assignedId, startWeek, weeks, kind, namedHeads }
        ledger.add(one)
        return one
      }
    }
    return null
  }
  for (const order of instance.assigned) {
    const form = instance.forms.find((one) => one.id === order.formId)
    const one =
      form &&
      place(form, {
        from: order.startsFrom,
        to: order.startsTo,
        assignedId: order.id,
        namedHeads: order.heads ?? 0,
      })
    if (!one) return null
    if (order.heads === null) {
      if (headsLeft(one.form.id) < one.form.sizeFrom) return null
      seat(one.form.id, ledger.capacityOf(one.form, one.kind))
    }
  }
  const open = new Set(instance.forms)
  while (open.size > 0) {
    let best: { form: Instance['forms'][number]; worth: number } | null = null
    for (const form of open) {
      const heads = headsLeft(form.id)
      if (heads < form.sizeFrom) {
        open.delete(form)
        continue
      }
      const size = Math.min(heads, form.sizeTo)
      let [rest, points] = [size, 0]
      for (const demand of demandsOf.get(form.id) ?? []) {
        const some = Math.min(rest, left.get(demand.id) ?? 0)
        points += some * demand.weight
        rest -= some
      }
      if (!best || points / size > best.worth) best = { form, worth: points / size }
    }
    if (!best) break
    const placed = place(best.form, { from: 1, to: 53, assignedId: null, namedHeads: 0 })
    if (placed) seat(best.form.id, ledger.capacityOf(best.form, placed.kind))
    else open.delete(best.form)
  }
  return [...ledger.classes]
}
