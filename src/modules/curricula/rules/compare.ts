import type * as z from 'zod'
import type { limit, verdict } from '../contract/frame.ts'
import { hourKinds } from '../contract.ts'
import { type Hours, type Item, sumsOf, totalOf } from '../rules.ts'

export type Compared = {
  kind: 'added' | 'dropped' | 'changed' | 'same'
  lineageId: number
  before: Item | null
  after: Item | null
  /** What differs: title, outcomes, field, hours, place. */
  fields: ('title' | 'outcomes' | 'field' | 'hours' | 'place')[]
}

/** The longest run of the list that is in order: what is not in it was moved. */
function inOrder(places: readonly number[]): Set<number> {
  const best: number[][] = []
  for (const place of places) {
    const before = best.filter((run) => (run.at(-1) ?? -1) < place)
    const longest = before.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
    best.push([...longest, place])
  }
  return new Set(best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []))
}

const parentLineage = (items: readonly Item[], item: Item): number | null =>
  items.find((one) => one.id === item.parentId)?.lineageId ?? null

/** Items that stand elsewhere: in another part or module, or before or behind others that stood the other way round. */
function movedIn(before: readonly Item[], after: readonly Item[]): Set<number> {
  const moved = new Set<number>()
  const old = new Map(before.map((item) => [item.lineageId, item]))
  const groups = new Map<number | null, { lineageId: number; place: number }[]>()
  for (const item of after) {
    const was = old.get(item.lineageId)
    if (!was) continue
    const parent = parentLineage(after, item)
    if (parentLineage(before, was) !== parent) moved.add(item.lineageId)
    else
      groups.set(parent, [...(groups.get(parent) ?? []), { lineageId: item.lineageId, place: was.position }])
  }
  for (const group of groups.values()) {
    const kept = inOrder(group.map((one) => one.place))
    for (const one of group) if (!kept.has(one.place)) moved.add(one.lineageId)
  }
  return moved
}

export const sameHours = (a: Hours, b: Hours): boolean => hourKinds.every((kind) => a[kind] === b[kind])

/** What a version changes against another, by lineage: the order of the newer one, what was dropped behind what stood before it. */
export function compareOutlines(before: readonly Item[], after: readonly Item[]): Compared[] {
  const old = new Map(before.map((item) => [item.lineageId, item]))
  const now = new Set(after.map((item) => item.lineageId))
  const moved = movedIn(before, after)
  const found: Compared[] = after.map((item) => {
    const was = old.get(item.lineageId)
    if (!was) return { kind: 'added', lineageId: item.lineageId, before: null, after: item, fields: [] }
    const fields: Compared['fields'] = [
      ...(was.title === item.title ? [] : (['title'] as const)),
      ...(was.outcomes === item.outcomes ? [] : (['outcomes'] as const)),
      ...(was.fieldCode === item.fieldCode ? [] : (['field'] as const)),
      ...(sameHours(was.hours, item.hours) ? [] : (['hours'] as const)),
      ...(moved.has(item.lineageId) ? (['place'] as const) : []),
    ]
    const kind = fields.length === 0 ? 'same' : 'changed'
    return { kind, lineageId: item.lineageId, before: was, after: item, fields }
  })
  before.forEach((item, i) => {
    if (now.has(item.lineageId)) return
    const dropped: Compared = {
      kind: 'dropped',
      lineageId: item.lineageId,
      before: item,
      after: null,
      fields: [],
    }
    const above = before[i - 1]?.lineageId
    const at = above === undefined ? -1 : found.findIndex((one) => one.lineageId === above)
    found.splice(at + 1, 0, dropped)
  })
  return found
}

export type Limit = z.infer<typeof limit>
export type Verdict = z.infer<typeof verdict>

/** Lineages from the item up to its part. */
function pathOf(items: readonly Item[], item: Item | undefined): number[] {
  const path: number[] = []
  for (let at = item; at; ) {
    path.push(at.lineageId)
    const parentId: number | null = at.parentId
    at = items.find((one) => one.id === parentId)
  }
  return path
}

/** The narrowest limit of a kind: that of the item, else of what it stands in, else of the whole frame. */
export function limitFor(
  limits: readonly Limit[],
  kind: Limit['kind'],
  path: readonly number[],
): Limit | null {
  const own = limits.filter((one) => one.kind === kind)
  for (const lineageId of path) {
    const found = own.find((one) => one.lineageId === lineageId)
    if (found) return found
  }
  return own.find((one) => one.lineageId === null) ?? null
}

const largestShift = (a: Hours, b: Hours): number =>
  Math.max(...hourKinds.map((kind) => Math.abs(a[kind] - b[kind])), Math.abs(totalOf(a) - totalOf(b)))

/**
 * How a version stands to its frame: every deviation with the limit that judges it. Where the frame says nothing the result is
 * `unknown`: neither allowed nor forbidden. Totals and the share of practice are judged whenever the frame has a limit for them.
 */
export function judge(frame: readonly Item[], version: readonly Item[], limits: readonly Limit[]): Verdict[] {
  const verdicts: Verdict[] = []
  const say = (
    deviation: Verdict['deviation'],
    item: Item | null,
    path: readonly number[],
    kind: Limit['kind'],
    isMet: (limit: Limit) => boolean,
    evidence: { before: string; after: string },
  ) => {
    const found = limitFor(limits, kind, path)
    verdicts.push({
      deviation,
      lineageId: item?.lineageId ?? null,
      number: item?.number ?? '',
      title: item?.title ?? '',
      ...evidence,
      result: found === null ? 'unknown' : isMet(found) ? 'met' : 'unmet',
      limit: found,
    })
  }
  for (const one of compareOutlines(frame, version)) {
    if (one.kind === 'added' && one.after) {
      const evidence = { before: '', after: String(one.after.total) }
      say('added', one.after, pathOf(version, one.after), 'add', (l) => l.allows === true, evidence)
    }
    if (one.kind === 'dropped' && one.before) {
      const evidence = { before: String(one.before.total), after: '' }
      say('dropped', one.before, pathOf(frame, one.before), 'drop', (l) => l.allows === true, evidence)
    }
    if (one.kind !== 'changed' || !one.before || !one.after) continue
    const { before, after } = one
    const path = pathOf(frame, before)
    if (one.fields.includes('title'))
      say('renamed', after, path, 'rename', (l) => l.allows === true, {
        before: before.title,
        after: after.title,
      })
    if (one.fields.includes('place'))
      say('moved', after, path, 'move', (l) => l.allows === true, {
        before: before.number,
        after: after.number,
      })
    if (one.fields.includes('hours'))
      say('hours', after, path, 'hours', (l) => largestShift(before.hours, after.hours) <= (l.maximum ?? 0), {
        before: String(totalOf(before.hours)),
        after: String(totalOf(after.hours)),
      })
  }
  const sums = sumsOf(version)
  const total = totalOf(sums)
  const before = String(totalOf(sumsOf(frame)))
  if (limits.some((one) => one.kind === 'total'))
    say(
      'total',
      null,
      [],
      'total',
      (l) => total >= (l.minimum ?? 0) && total <= (l.maximum ?? Number.POSITIVE_INFINITY),
      { before, after: String(total) },
    )
  if (limits.some((one) => one.kind === 'practice')) {
    const done = sums.practice + sums.field
    // Compared as whole numbers, so that 20 % of 1,056 is never a matter of rounding.
    say('practice', null, [], 'practice', (l) => total > 0 && done * 100 >= (l.minimum ?? 0) * total, {
      before: '',
      after: `${done}/${total}`,
    })
  }
  return verdicts
}
