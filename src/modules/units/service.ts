import type { Day } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import type { unitsContract } from './contract.ts'
import { reorganisationsService } from './reorganisations.ts'
import { bareName } from './rules/names.ts'
import { unitsFile } from './sheet.ts'
import * as store from './store.ts'

/** Units with their history. */
export const unitsService: Service<typeof unitsContract> = {
  ...reorganisationsService,

  list: (ctx, input) => store.unitsOf(ctx.db, input.on ?? ctx.today, input),

  listXlsx: async (ctx, input) => {
    const on = input.on ?? ctx.today
    return unitsFile(await store.allUnitsOf(ctx.db, on, input), on, ctx.locale)
  },

  tree: async (ctx, input) => {
    const on = input.on ?? ctx.today
    return { on, nodes: await store.nodesOf(ctx.db, on, input.parentId) }
  },

  get: (ctx, input) => readUnit(ctx, input.unitId, input.on ?? ctx.today),

  make: async (ctx, input) => {
    await store.lockTree(ctx.db)
    const fromOn = input.fromOn ?? null
    if (input.parentId !== undefined) await refuseParent(ctx, input.parentId, fromOn ?? ctx.today)
    const openedBy = await store.addChange(ctx.db, {
      ...input,
      kind: 'made',
      effectiveOn: fromOn,
      enteredBy: actorOf(ctx).accountId,
    })
    const [unitId = 0] = await store.addUnits(ctx.db, [input.code || null])
    await store.addVersions(ctx.db, [
      {
        unitId,
        name: bareName(input.name, input.kind),
        kind: input.kind,
        qualifier: input.qualifier ? tidy(input.qualifier) : null,
        level: input.level,
        bloc: input.bloc,
        parentId: input.parentId ?? null,
        fromOn,
        untilOn: null,
        openedBy,
        closedBy: null,
      },
    ])
    return { unitId }
  },

  rename: async (ctx, input) => {
    const { last, changeId } = await beginChange(ctx, 'renamed', input)
    const kind = input.kind ?? last.kind
    await follow(ctx, last, changeId, input.effectiveOn, {
      kind,
      name: bareName(input.name, kind),
      qualifier: input.qualifier === undefined ? last.qualifier : tidy(input.qualifier ?? '') || null,
    })
    return readUnit(ctx, input.unitId, input.effectiveOn)
  },

  move: async (ctx, input) => {
    const { last, changeId } = await beginChange(ctx, 'moved', input)
    const parentId = input.parentId ?? null
    if (parentId === last.parentId) throw problem(409, 'units.alreadyThere')
    if (parentId !== null) {
      await refuseParent(ctx, parentId, input.effectiveOn)
      const below = await store.subtreeOf(ctx.db, input.unitId, input.effectiveOn)
      if (below.includes(parentId)) throw problem(409, 'units.parentBelow')
    }
    await follow(ctx, last, changeId, input.effectiveOn, { parentId })
    return readUnit(ctx, input.unitId, input.effectiveOn)
  },

  dissolve: async (ctx, input) => {
    const { last, changeId } = await beginChange(ctx, 'dissolved', input)
    const children = await store.childrenFrom(ctx.db, input.unitId, input.effectiveOn)
    if (children.length > 0) {
      throw problem(409, 'units.hasChildren', {
        count: children.length,
        names: children.slice(0, 5).map((child) => child.fullName),
      })
    }
    await store.closeVersions(ctx.db, [last.id], input.effectiveOn, changeId)
    await store.countUp(ctx.db, [input.unitId])
    return readUnit(ctx, input.unitId, input.effectiveOn)
  },
}

/** A unit's page on a day. */
async function readUnit(ctx: Ctx, unitId: number, on: Day) {
  const row = await store.unitById(ctx.db, unitId)
  if (!row) throw problem(404, 'units.notFound')
  const versions = await store.versionsOf(ctx.db, unitId)
  const last = versions.at(-1)
  const isNow = versions.some((one) => (one.fromOn ?? '') <= on && (one.untilOn === null || one.untilOn > on))
  const begun = versions.some((one) => (one.fromOn ?? '') <= on)
  const isOpen = last !== undefined && last.untilOn === null
  const became = await store.todayUnitOf(ctx.db, unitId, on)
  return {
    ...row,
    on,
    fullName: (await store.nameOn(ctx.db, unitId, on)) ?? '',
    state: isNow ? ('existing' as const) : begun ? ('closed' as const) : ('coming' as const),
    versions,
    predecessors: await store.relativesOf(ctx.db, unitId, 'predecessors'),
    successors: await store.relativesOf(ctx.db, unitId, 'successors'),
    children: await store.nodesOf(ctx.db, on, unitId),
    path: await store.pathOf(ctx.db, unitId, on),
    holders: await store.holdersOf(ctx.db, ctx.scope, unitId, ctx.today),
    became: became === null ? null : { id: became, fullName: (await store.nameOn(ctx.db, became, on)) ?? '' },
    can: isOpen && actorOf(ctx).rights.includes('units.reorganise') ? ['rename', 'move', 'dissolve'] : [],
  }
}

type DatedChange = {
  unitId: number
  version: number
  effectiveOn: Day
  documentNumber: string
  documentOn: Day
  documentIssuer: string
  reason: string
}

type Last = Awaited<ReturnType<typeof store.versionsOf>>[number] & { unitId: number }

/** Looks whether its last version can end on that day, and writes down the document. */
async function beginChange(
  ctx: Ctx,
  kind: 'renamed' | 'moved' | 'dissolved',
  input: DatedChange,
): Promise<{ last: Last; changeId: number }> {
  await store.lockTree(ctx.db)
  const row = await store.unitById(ctx.db, input.unitId)
  if (!row) throw problem(404, 'units.notFound')
  if (row.version !== input.version) {
    throw problem(409, 'units.stale', { current: await store.nameOn(ctx.db, input.unitId, ctx.today) })
  }
  const last = (await store.versionsOf(ctx.db, input.unitId)).at(-1)
  if (!last || last.untilOn !== null) throw problem(409, 'units.isClosed', { untilOn: last?.untilOn ?? null })
  // What happened later is in the book already: an earlier change between would leave the later names as they are.
  if (last.fromOn !== null && input.effectiveOn <= last.fromOn)
    throw problem(409, 'units.changedLater', { fromOn: last.fromOn })
  const changeId = await store.addChange(ctx.db, { ...input, kind, enteredBy: actorOf(ctx).accountId })
  return { last: { ...last, unitId: input.unitId }, changeId }
}

/** Ends the last version and opens the next with what has changed. */
async function follow(
  ctx: Ctx,
  last: Last,
  changeId: number,
  fromOn: Day,
  changed: Partial<Pick<store.NewVersion, 'name' | 'kind' | 'qualifier' | 'parentId'>>,
): Promise<void> {
  await store.closeVersions(ctx.db, [last.id], fromOn, changeId)
  const { unitId, name, kind, qualifier, level, bloc, parentId } = last
  const next = {
    unitId,
    name,
    kind,
    qualifier,
    level,
    bloc,
    parentId,
    ...changed,
    fromOn,
    untilOn: null,
    openedBy: changeId,
    closedBy: null,
  }
  await store.addVersions(ctx.db, [next])
  await store.countUp(ctx.db, [unitId])
}

/** A parent must exist on the day, and stay: what lies under a closed unit is in no tree. */
async function refuseParent(ctx: Ctx, parentId: number, on: Day): Promise<void> {
  const last = (await store.versionsOf(ctx.db, parentId)).at(-1)
  if (!last) throw problem(404, 'units.notFound')
  if (last.untilOn !== null || !(await store.existsOn(ctx.db, parentId, on))) {
    throw problem(409, 'units.parentNotThere', { name: last.fullName, on })
  }
}
