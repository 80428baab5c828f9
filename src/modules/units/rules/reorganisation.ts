import type * as z from 'zod'
import { addDays, type Day } from '../../../pure/day.ts'
import type { act, extent, newUnitInAct, successionKind, unitRef } from '../contract.ts'
import { type Bloc, bareName, fullName, identityKey, type Level, type Named, wordsKey } from './names.ts'

export type Act = z.infer<typeof act>
export type Extent = z.infer<typeof extent>
type Ref = z.infer<typeof unitRef>
type NewUnit = z.infer<typeof newUnitInAct>

/** A unit within a reorganisation: its id in the book, or the key of one that the reorganisation records or makes. */
export type Node = number | string

/** What a unit is on one side of the day. */
export type UnitState = Named & { level: Level; bloc: Bloc; parent: Node | null }

/** A version that stands in the book, as far as the rules need it. */
export type Standing = Named & {
  versionId: number
  unitId: number
  level: Level
  bloc: Bloc
  parentId: number | null
  untilOn: Day | null
}

/** What the book says before the reorganisation is applied. */
export type BookFacts = {
  effectiveOn: Day
  /** Units of the day before. */
  before: readonly Standing[]
  /** Units of the day itself; not the same where another reorganisation has the same day. */
  now: readonly Standing[]
  /** Every name that a unit ever had. */
  everyName: readonly { unitId: number; name: string; fullName: string }[]
}

export type Fault = {
  severity: 'error' | 'warning'
  code: string
  params: Record<string, unknown>
  act: number | null
}

/** One unit that is touched: what it was on the day before, what it is on the day (null: it is not). */
export type Step = {
  node: Node
  code: string | null
  before: UnitState | null
  after: UnitState | null
  /** The version of the book that ends on the day. */
  versionId: number | null
  /** Entered by this reorganisation because the book did not have it. */
  isRecorded: boolean
  /** Only its parent's end moves it. */
  isFollowing: boolean
  acts: number[]
}

export type Edge = {
  from: Node
  to: Node
  kind: z.infer<typeof successionKind>
  extent: Extent
  share: number | null
  act: number
}

export type Plan = { steps: Step[]; edges: Edge[]; faults: Fault[] }

/**
 * Works out what a reorganisation does: for each unit that it touches the state before and after, and the lines between old
 * and new, with every fault on the way. Nothing is decided from names: a unit is an id, or the key of an act.
 */
export function planOf(acts: readonly Act[], facts: BookFacts): Plan {
  return new Planning(facts).plan(acts)
}

type Leaving = { how: 'whole' | 'part' | 'remainder' | 'dissolve' | 'ceded'; act: number }

class Planning {
  private readonly facts: BookFacts
  private readonly before: Map<number, Standing>
  private readonly now: Map<number, Standing>
  private readonly steps = new Map<Node, Step>()
  private readonly edges: Edge[] = []
  private readonly faults: Fault[] = []
  private readonly leaving = new Map<Node, Leaving[]>()
  private readonly arriving: { node: Node; act: number }[] = []

  constructor(facts: BookFacts) {
    this.facts = facts
    this.before = new Map(facts.before.map((one) => [one.unitId, one]))
    this.now = new Map(facts.now.map((one) => [one.unitId, one]))
  }

  plan(acts: readonly Act[]): Plan {
    if (acts.length === 0) this.error('units.noActs', {}, null)
    for (const [index, one] of acts.entries()) this.introduce(one, index)
    for (const [index, one] of acts.entries()) this.read(one, index)
    this.closeWhatLeaves()
    for (const [index, one] of acts.entries()) this.change(one, index)
    this.followParents()
    this.checkArrivals()
    this.checkParents()
    this.checkNames()
    const faults = this.faults.toSorted((a, b) => order(a) - order(b) || (a.act ?? -1) - (b.act ?? -1))
    return { steps: [...this.steps.values()], edges: this.edges, faults }
  }

  /** Units that the acts record or make. */
  private introduce(one: Act, index: number): void {
    if (one.act === 'record') this.addNew(one.unit, index, true)
    else if (one.act === 'merge') this.addNew(one.into, index, false)
    else if (one.act === 'split')
      for (const { to } of one.into) if ('made' in to) this.addNew(to.made, index, false)
  }

  private addNew(unit: NewUnit, index: number, isRecorded: boolean): void {
    if (this.steps.has(unit.key)) {
      this.error('units.keyTwice', { key: unit.key }, index)
      return
    }
    const state: UnitState = {
      name: bareName(unit.name, unit.kind),
      kind: unit.kind,
      qualifier: unit.qualifier || null,
      level: unit.level,
      bloc: unit.bloc,
      parent: unit.parent ? nodeOf(unit.parent) : null,
    }
    this.steps.set(unit.key, {
      node: unit.key,
      code: unit.code || null,
      before: isRecorded ? state : null,
      after: state,
      versionId: null,
      isRecorded,
      isFollowing: false,
      acts: [index],
    })
  }

  private read(one: Act, index: number): void {
    switch (one.act) {
      case 'merge': {
        this.refuseRepeated(
          one.from.map((source) => source.unit),
          index,
        )
        for (const { unit, extent: how, share } of one.from) {
          const from = this.source(unit, index)
          if (from === null) continue
          this.leave(from, how === 'ceded' ? 'ceded' : how, index)
          const kind = how === 'whole' ? 'merge' : how === 'ceded' ? 'part_moved' : 'split'
          this.line(from, one.into.key, kind, how === 'ceded' ? 'part' : how, share, index)
        }
        return
      }
      case 'absorb': {
        this.refuseRepeated([...one.from.map((source) => source.unit), one.into], index)
        const to = this.target(one.into, index)
        for (const { unit } of one.from) {
          const from = this.source(unit, index)
          if (from === null) continue
          this.leave(from, 'whole', index)
          if (to !== null && from !== to) this.line(from, to, 'absorb', 'whole', undefined, index)
        }
        return
      }
      case 'split': {
        const from = this.source(one.from, index)
        if (from === null) return
        for (const { to, extent: how, share } of one.into) {
          const node = 'made' in to ? to.made.key : this.target(to, index)
          this.leave(from, how, index)
          if (node === from) this.error('units.intoItself', {}, index)
          else if (node !== null) this.line(from, node, 'split', how, share, index)
        }
        return
      }
      case 'partMoved': {
        const from = this.source(one.from, index)
        const to = this.target(one.to, index)
        if (from === null || to === null) return
        if (from === to) this.error('units.intoItself', {}, index)
        else {
          this.leave(from, 'ceded', index)
          this.line(from, to, 'part_moved', 'part', one.share, index)
        }
        return
      }
      case 'dissolve': {
        const node = this.source(one.unit, index)
        if (node !== null) this.leave(node, 'dissolve', index)
        return
      }
      case 'record':
      case 'rename':
      case 'move':
    }
  }

  /** Who goes over whole, or is divided, is gone on the day; a divided unit has parts and exactly one remainder. */
  private closeWhatLeaves(): void {
    for (const [node, leaving] of this.leaving) {
      const of = (how: Leaving['how']) => leaving.filter((one) => one.how === how)
      const ends = [...of('whole'), ...of('dissolve')]
      const pieces = [...of('part'), ...of('remainder')]
      const last = leaving.at(-1)?.act ?? null
      const params = { name: this.nameOf(node) }
      if (ends.length > 1 || (ends.length === 1 && pieces.length > 0))
        this.error('units.closedTwice', params, last)
      else if (pieces.length > 0) {
        const remainders = of('remainder').length
        if (remainders === 0) this.error('units.remainderMissing', params, last)
        else if (remainders > 1) this.error('units.remainderTwice', params, last)
        else if (of('part').length === 0) this.error('units.remainderAlone', params, last)
      }
      if (of('ceded').length > 0 && ends.length + pieces.length > 0)
        this.error('units.cededCloses', params, last)
      if (ends.length + pieces.length === 0) continue
      const step = this.touch(node, null)
      if (step) {
        step.after = null
        step.acts.push(...leaving.map((one) => one.act))
      }
    }
  }

  /** New names, kinds and parents of units that live on. */
  private change(one: Act, index: number): void {
    if (one.act !== 'rename' && one.act !== 'move') return
    const node = this.source(one.unit, index)
    if (node === null) return
    const step = this.touch(node, index)
    if (!step) return
    if (step.after === null) {
      this.error('units.changesAndCloses', { name: this.nameOf(node) }, index)
      return
    }
    step.isFollowing = false
    if (one.act === 'move') {
      const parent = one.parent === null ? null : nodeOf(one.parent)
      if (step.after.parent === parent) this.warn('units.changesNothing', { name: this.nameOf(node) }, index)
      step.after = { ...step.after, parent }
      return
    }
    const kind = one.kind ?? step.after.kind
    const renamed = {
      kind,
      name: bareName(one.name, kind),
      qualifier: one.qualifier === undefined ? step.after.qualifier : one.qualifier || null,
    }
    if (fullName(renamed) === fullName(step.after))
      this.warn('units.changesNothing', { name: this.nameOf(node) }, index)
    step.after = { ...step.after, ...renamed }
  }

  /** What lay under a unit that went over whole lies under the new one; of the divided and dissolved nobody knows where. */
  private followParents(): void {
    const left = new Map<Node, Node[]>()
    for (const [node, state] of this.existing()) {
      if (state.parent === null) continue
      const parent = this.stepOf(state.parent)
      if (!parent || parent.after !== null) continue
      const successor = this.wholeSuccessor(state.parent)
      if (successor === null) {
        left.set(state.parent, [...(left.get(state.parent) ?? []), node])
        continue
      }
      const isTouched = this.steps.has(node)
      const step = this.touch(node, null)
      if (!step?.after) continue
      step.isFollowing = !isTouched
      step.after = { ...step.after, parent: successor }
    }
    for (const [parent, children] of left) {
      const names = children.slice(0, 5).map((node) => this.nameOf(node))
      const closing = this.leaving.get(parent)?.at(-1)?.act ?? null
      this.error('units.childrenLeft', { name: this.nameOf(parent), count: children.length, names }, closing)
    }
  }

  private checkArrivals(): void {
    for (const { node, act: index } of this.arriving) {
      if (this.stepOf(node)?.after === null)
        this.error('units.targetCloses', { name: this.nameOf(node) }, index)
    }
  }

  /** Every unit of the day lies under one that exists, and none under itself. */
  private checkParents(): void {
    const tree = this.existing()
    for (const step of this.steps.values()) {
      const parent = step.after?.parent ?? null
      if (step.after === null || parent === null) continue
      const at = step.acts.at(-1) ?? null
      if (!tree.has(parent)) {
        // A closed parent has been told about with its children.
        if (this.stepOf(parent)?.after !== null)
          this.error('units.parentUnknown', { name: this.nameOf(step.node), parent }, at)
        continue
      }
      const seen = new Set<Node>([step.node])
      for (let above: Node | null = parent; above !== null; above = tree.get(above)?.parent ?? null) {
        if (seen.has(above)) {
          this.error('units.parentCircle', { name: this.nameOf(step.node) }, at)
          break
        }
        seen.add(above)
      }
    }
    for (const step of this.steps.values()) {
      const parent = step.isRecorded ? (step.before?.parent ?? null) : null
      if (parent === null || this.before.has(Number(parent)) || this.steps.get(parent)?.isRecorded) continue
      this.error('units.parentUnknown', { name: this.nameOf(step.node), parent }, step.acts[0] ?? null)
    }
  }

  /** Namesakes under one parent are refused; elsewhere, and names that come back on other ground, are pointed out. */
  private checkNames(): void {
    const tree = this.existing()
    const byPlace = Map.groupBy(tree, ([, state]) => `${state.parent ?? ''}|${identityKey(state)}`)
    const byName = Map.groupBy(tree, ([, state]) => `${state.kind}|${wordsKey(state.name)}`)
    const old = Map.groupBy(this.oldNames(), (one) => wordsKey(one.name))
    for (const step of this.steps.values()) {
      const { after, before } = step
      if (!after) continue
      const isNewName = before === null || fullName(before) !== fullName(after)
      const at = step.acts.at(-1) ?? null
      const printed = fullName(after)
      const twins = byPlace.get(`${after.parent ?? ''}|${identityKey(after)}`) ?? []
      if (twins.length > 1) this.error('units.nameTakenInAct', { name: printed }, at)
      if (!isNewName) continue
      const others = (byName.get(`${after.kind}|${wordsKey(after.name)}`) ?? []).filter(
        ([node, state]) => node !== step.node && state.parent !== after.parent,
      )
      if (others.length > 0) {
        this.warn(
          'units.homonym',
          { name: printed, others: others.slice(0, 5).map(([node]) => this.nameOf(node)) },
          at,
        )
      }
      const predecessors = new Set(
        this.edges.filter((edge) => edge.to === step.node).map((edge) => edge.from),
      )
      const namesakes = (old.get(wordsKey(after.name)) ?? []).filter(
        (one) => one.node !== step.node && !predecessors.has(one.node) && !tree.has(one.node),
      )
      if (namesakes.length > 0) {
        const names = [...new Set(namesakes.map((one) => this.whereItWent(one.node, one.fullName)))]
        this.warn('units.nameReborn', { name: printed, others: names }, at)
      }
    }
    const before = Map.groupBy(
      this.steps.values().filter((step) => step.isRecorded),
      (step) => (step.before ? `${step.before.parent ?? ''}|${identityKey(step.before)}` : ''),
    )
    for (const twins of before.values()) {
      if (twins.length > 1)
        this.error(
          'units.nameTakenInAct',
          { name: this.nameOf(twins[0]?.node ?? '') },
          twins[1]?.acts[0] ?? null,
        )
    }
  }

  private *oldNames(): Generator<{ node: Node; name: string; fullName: string }> {
    for (const one of this.facts.everyName) yield { node: one.unitId, name: one.name, fullName: one.fullName }
    for (const { node, before, isRecorded } of this.steps.values()) {
      if (isRecorded && before) yield { node, name: before.name, fullName: fullName(before) }
    }
  }

  /** «Xã Bình Thành → Xã Đức Huệ», for the warning of a name that comes back. */
  private whereItWent(node: Node, printed: string): string {
    const to = this.edges.filter((edge) => edge.from === node).map((edge) => this.newNameOf(edge.to))
    return to.length > 0 ? `${printed} → ${to.join(', ')}` : printed
  }

  /** The tree of the day, as it will be. */
  private existing(): Map<Node, UnitState> {
    const tree = new Map<Node, UnitState>()
    for (const one of this.now.values()) if (!this.steps.has(one.unitId)) tree.set(one.unitId, stateOf(one))
    for (const { node, after } of this.steps.values()) if (after) tree.set(node, after)
    return tree
  }

  private wholeSuccessor(node: Node): Node | null {
    const seen = new Set<Node>()
    let at = node
    while (!seen.has(at)) {
      seen.add(at)
      const edge = this.edges.find((one) => one.from === at && one.extent === 'whole')
      if (!edge) return null
      at = edge.to
      if (this.stepOf(at)?.after !== null) return at
    }
    return null
  }

  /** The step of a unit, begun when it is touched for the first time; undefined with a fault where it cannot be. */
  private touch(node: Node, index: number | null): Step | undefined {
    const begun = this.steps.get(node)
    if (begun) {
      if (index !== null) begun.acts.push(index)
      return begun
    }
    const standing = typeof node === 'number' ? this.now.get(node) : undefined
    if (!standing) return undefined
    if (standing.untilOn !== null) {
      this.error('units.changesLater', { name: fullName(standing), on: standing.untilOn }, index)
      return undefined
    }
    const state = stateOf(standing)
    const step: Step = {
      node,
      code: null,
      before: state,
      after: state,
      versionId: standing.versionId,
      isRecorded: false,
      isFollowing: false,
      acts: index === null ? [] : [index],
    }
    this.steps.set(node, step)
    return step
  }

  private stepOf(node: Node): Step | undefined {
    return this.steps.get(node)
  }

  /** An old unit of an act: it must exist on the day before, and not have ended on the day by another act. */
  private source(ref: Ref, index: number): Node | null {
    const node = nodeOf(ref)
    if (typeof node === 'string') {
      const step = this.steps.get(node)
      if (step?.isRecorded) return node
      this.error(
        step ? 'units.newAsOld' : 'units.keyUnknown',
        { key: node, name: step ? this.nameOf(node) : node },
        index,
      )
      return null
    }
    if (this.before.has(node) && this.now.has(node)) return node
    const on = addDays(this.facts.effectiveOn, this.before.has(node) ? 0 : -1)
    this.error('units.notThere', { name: this.nameOf(node), on }, index)
    return null
  }

  /** A unit that something goes over to and that is not new by this act: it must exist on the day. */
  private target(ref: Ref, index: number): Node | null {
    const node = nodeOf(ref)
    const isThere = typeof node === 'string' ? this.steps.has(node) : this.now.has(node)
    if (isThere) {
      this.arriving.push({ node, act: index })
      return node
    }
    if (typeof node === 'string') this.error('units.keyUnknown', { key: node }, index)
    else this.error('units.notThere', { name: this.nameOf(node), on: this.facts.effectiveOn }, index)
    return null
  }

  private leave(node: Node, how: Leaving['how'], index: number): void {
    this.leaving.set(node, [...(this.leaving.get(node) ?? []), { how, act: index }])
  }

  private line(
    from: Node,
    to: Node,
    kind: Edge['kind'],
    how: Extent,
    share: number | undefined,
    index: number,
  ): void {
    const again = this.edges.find((edge) => edge.from === from && edge.to === to)
    if (again) this.error('units.lineTwice', { from: this.nameOf(from), to: this.newNameOf(to) }, index)
    else this.edges.push({ from, to, kind, extent: how, share: share ?? null, act: index })
  }

  private refuseRepeated(refs: readonly Ref[], index: number): void {
    const nodes = refs.map(nodeOf)
    const again = nodes.find((node, at) => nodes.indexOf(node) !== at)
    if (again !== undefined) this.error('units.sourceTwice', { name: this.nameOf(again) }, index)
  }

  private nameOf(node: Node): string {
    const step = this.steps.get(node)
    const state = step?.before ?? step?.after
    if (state) return fullName(state)
    const standing = this.before.get(Number(node)) ?? this.now.get(Number(node))
    if (standing) return fullName(standing)
    return this.facts.everyName.findLast((one) => one.unitId === node)?.fullName ?? String(node)
  }

  private newNameOf(node: Node): string {
    const after = this.steps.get(node)?.after
    return after ? fullName(after) : this.nameOf(node)
  }

  private error(code: string, params: Record<string, unknown>, act: number | null): void {
    this.faults.push({ severity: 'error', code, params, act })
  }

  private warn(code: string, params: Record<string, unknown>, act: number | null): void {
    this.faults.push({ severity: 'warning', code, params, act })
  }
}

const nodeOf = (ref: Ref): Node => ('unitId' in ref ? ref.unitId : ref.key)
const order = (fault: Fault): number => (fault.severity === 'error' ? 0 : 1)

const stateOf = (one: Standing): UnitState => ({
  name: one.name,
  kind: one.kind,
  qualifier: one.qualifier,
  level: one.level,
  bloc: one.bloc,
  parent: one.parentId,
})

/** The units of the book that acts speak of. */
export function unitIdsIn(acts: readonly Act[]): number[] {
  const ids = new Set<number>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one)
    else if (value !== null && typeof value === 'object') {
      if ('unitId' in value && typeof value.unitId === 'number') ids.add(value.unitId)
      for (const one of Object.values(value)) visit(one)
    }
  }
  visit(acts)
  return [...ids]
}

/** What happens to a unit, in one word. */
export function whatHappens({
  before,
  after,
  isRecorded,
}: Step): 'closed' | 'opened' | 'renamed' | 'moved' | 'recorded' {
  if (before === null) return 'opened'
  if (after === null) return 'closed'
  if (fullName(before) !== fullName(after)) return 'renamed'
  return isRecorded && before.parent === after.parent ? 'recorded' : 'moved'
}
