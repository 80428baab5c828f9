import type * as z from 'zod'
import { addDays } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { findTable } from '../../server/files/table.ts'
import { readSheets } from '../../server/files/xlsx.ts'
import type { Service } from '../../server/service.ts'
import type { preview, reorganisationsContract } from './contract.ts'
import { actsFromTable, resolutionColumns } from './reorganisation-import.ts'
import * as drafts from './reorganisation-store.ts'
import { fullName } from './rules/names.ts'
import {
  type Fault,
  type Node,
  type Plan,
  planOf,
  type Step,
  type UnitState,
  unitIdsIn,
  whatHappens,
} from './rules/reorganisation.ts'
import * as store from './store.ts'

type Preview = z.infer<typeof preview>
type Row = NonNullable<Awaited<ReturnType<typeof drafts.reorganisationById>>>

/** Reorganisations: entered by one person, confirmed by another, applied in one transaction. */
export const reorganisationsService: Service<typeof reorganisationsContract> = {
  reorganisations: async (ctx, input) => {
    const { rows, total } = await drafts.reorganisationsOf(ctx.db, input)
    return { rows: rows.map((row) => answer(ctx, row)), total }
  },

  reorganisation: async (ctx, { reorganisationId }) => {
    const row = await find(ctx, reorganisationId)
    const names = await drafts.namesIn(ctx.db, unitIdsIn(row.acts), addDays(row.effectiveOn, -1))
    return { ...answer(ctx, row), acts: row.acts, names }
  },

  preview: async (ctx, { reorganisationId }) => {
    const row = await find(ctx, reorganisationId)
    return row.state === 'confirmed'
      ? previewOfApplied(ctx, row)
      : previewOfDraft(ctx, row, await planFor(ctx, row))
  },

  enter: async (ctx, input) => ({
    reorganisationId: await drafts.addReorganisation(ctx.db, { ...input, enteredBy: actorOf(ctx).accountId }),
  }),

  enterFromFile: async (ctx, { file, ...input }) => {
    const sheets = await readSheets(new Uint8Array(await file.arrayBuffer()))
    const { acts, rows, sourceHash } = await actsFromTable(
      ctx,
      findTable(sheets, resolutionColumns),
      input.effectiveOn,
    )
    const known = await drafts.reorganisationOfSource(ctx.db, sourceHash)
    if (known !== undefined) return { reorganisationId: known, isNew: false }
    const wrong = rows.filter((row) => row.action === 'wrong')
    const said = wrong.map(({ rowNumber, problems: [first] }) =>
      ctx.sentence('units.rowProblem', {
        rowNumber,
        sentence: first ? ctx.sentence(first.code, first.params) : '',
      }),
    )
    if (said.length > 0) {
      const fields = said
        .slice(0, 20)
        .map((sentence) => ({ path: 'file', code: 'units.rowProblem', sentence }))
      throw problem(422, 'units.fileFaulty', { rows: said.length, first: said[0] }, fields)
    }
    if (acts.length === 0) throw problem(422, 'units.noActs')
    const enteredBy = actorOf(ctx).accountId
    const reorganisationId = await drafts.addReorganisation(ctx.db, { ...input, acts, enteredBy, sourceHash })
    return { reorganisationId, isNew: true }
  },

  change: async (ctx, input) => {
    await lockDraft(ctx, input)
    await drafts.changeReorganisation(ctx.db, input.reorganisationId, {
      ...input,
      enteredBy: actorOf(ctx).accountId,
    })
    return answer(ctx, await find(ctx, input.reorganisationId))
  },

  withdraw: async (ctx, input) => {
    await lockDraft(ctx, input)
    await drafts.endReorganisation(ctx.db, input.reorganisationId, { state: 'withdrawn' })
    return answer(ctx, await find(ctx, input.reorganisationId))
  },

  confirm: async (ctx, input) => {
    const draft = await lockDraft(ctx, input)
    const confirmedBy = actorOf(ctx).accountId
    if (draft.enteredById === confirmedBy) throw problem(409, 'units.secondPerson')
    await store.lockTree(ctx.db)
    const plan = await planFor(ctx, draft)
    const errors = plan.faults.filter((fault) => fault.severity === 'error')
    if (errors.length > 0)
      throw problem(409, 'units.faulty', { count: errors.length, first: sentence(ctx, errors[0] as Fault) })
    await apply(ctx, draft, plan)
    await drafts.endReorganisation(ctx.db, draft.id, { state: 'confirmed', confirmedBy })
    return answer(ctx, await find(ctx, draft.id))
  },
}

async function find(ctx: Ctx, reorganisationId: number): Promise<Row> {
  const row = await drafts.reorganisationById(ctx.db, reorganisationId)
  if (!row) throw problem(404, 'units.reorganisationNotFound')
  return row
}

/** The draft, held, if it is one still and as its reader saw it. */
async function lockDraft(ctx: Ctx, seen: { reorganisationId: number; version: number }): Promise<Row> {
  const row = await drafts.reorganisationById(ctx.db, seen.reorganisationId, true)
  if (!row) throw problem(404, 'units.reorganisationNotFound')
  if (row.state !== 'draft') throw problem(409, 'units.notDraft', { state: row.state })
  if (row.version !== seen.version) throw problem(409, 'units.draftStale', { by: row.enteredBy })
  return row
}

function answer(ctx: Ctx, row: Omit<Row, 'acts'>) {
  const { rights, accountId } = actorOf(ctx)
  const can: string[] = []
  if (row.state === 'draft' && rights.includes('units.reorganise')) can.push('change', 'withdraw')
  if (row.state === 'draft' && rights.includes('units.confirm') && row.enteredById !== accountId)
    can.push('confirm')
  return {
    id: row.id,
    title: row.title,
    documentNumber: row.documentNumber,
    documentOn: row.documentOn,
    documentIssuer: row.documentIssuer,
    effectiveOn: row.effectiveOn,
    state: row.state,
    enteredBy: row.enteredBy,
    enteredAt: row.enteredAt,
    confirmedBy: row.confirmedBy,
    confirmedAt: row.confirmedAt,
    version: row.version,
    actCount: row.actCount,
    can,
  }
}

async function planFor(ctx: Ctx, draft: Pick<Row, 'acts' | 'effectiveOn'>): Promise<Plan> {
  const { effectiveOn } = draft
  return planOf(draft.acts, {
    effectiveOn,
    before: await store.standingOn(ctx.db, addDays(effectiveOn, -1)),
    now: await store.standingOn(ctx.db, effectiveOn),
    everyName: await store.everyVersion(ctx.db),
  })
}

const sentence = (ctx: Ctx, fault: Fault): string => ctx.sentence(fault.code, fault.params)

/** Writes what was planned: versions end and begin on the day, the lines between old and new; nothing is rewritten. */
async function apply(ctx: Ctx, draft: Row, plan: Plan): Promise<void> {
  const { effectiveOn } = draft
  const changeId = await store.addChange(ctx.db, {
    ...draft,
    kind: 'reorganised',
    reorganisationId: draft.id,
    enteredBy: draft.enteredById,
  })
  const made = plan.steps.filter((step): step is Step & { node: string } => typeof step.node === 'string')
  const ids = await store.addUnits(
    ctx.db,
    made.map((step) => step.code),
  )
  const idOfKey = new Map(made.map((step, index) => [step.node, ids[index] ?? 0]))
  const idOf = (node: Node): number => (typeof node === 'number' ? node : (idOfKey.get(node) ?? 0))
  const version = (
    step: Step,
    state: UnitState,
    part: Pick<store.NewVersion, 'fromOn' | 'untilOn' | 'closedBy'>,
  ) => ({
    unitId: idOf(step.node),
    name: state.name,
    kind: state.kind,
    qualifier: state.qualifier,
    level: state.level,
    bloc: state.bloc,
    parentId: state.parent === null ? null : idOf(state.parent),
    openedBy: changeId,
    ...part,
  })
  const isSame = (step: Step) =>
    step.before !== null && step.after !== null && isEqual(step.before, step.after)
  const ending = plan.steps.filter((step) => step.versionId !== null && !isSame(step))
  const ended = await store.closeVersions(
    ctx.db,
    ending.map((step) => step.versionId ?? 0),
    effectiveOn,
    changeId,
  )
  if (ended !== ending.length) throw new Error(`of ${ending.length} versions only ${ended} could be ended`)
  const recorded = plan.steps.flatMap((step) =>
    step.isRecorded && step.before
      ? [
          version(
            step,
            step.before,
            isSame(step)
              ? { fromOn: null, untilOn: null, closedBy: null }
              : { fromOn: null, untilOn: effectiveOn, closedBy: changeId },
          ),
        ]
      : [],
  )
  const opened = plan.steps.flatMap((step) =>
    step.after && !isSame(step)
      ? [version(step, step.after, { fromOn: effectiveOn, untilOn: null, closedBy: null })]
      : [],
  )
  await store.addVersions(ctx.db, recorded)
  await store.addVersions(ctx.db, opened)
  await store.addSuccessions(
    ctx.db,
    changeId,
    effectiveOn,
    plan.edges.map((edge) => ({
      fromUnitId: idOf(edge.from),
      toUnitId: idOf(edge.to),
      kind: edge.kind,
      extent: edge.extent,
      share: edge.share,
    })),
  )
  await store.countUp(
    ctx.db,
    ending.map((step) => idOf(step.node)),
  )
}

const isEqual = (a: UnitState, b: UnitState): boolean =>
  fullName(a) === fullName(b) && a.kind === b.kind && a.parent === b.parent

async function previewOfDraft(ctx: Ctx, draft: Row, plan: Plan): Promise<Preview> {
  const byNode = new Map(plan.steps.map((step) => [step.node, step]))
  const standing = await store.standingOn(ctx.db, draft.effectiveOn)
  const names = new Map(standing.map((one) => [one.unitId, one.fullName]))
  const nameBefore = (node: Node) => {
    const state = byNode.get(node)?.before
    return state ? fullName(state) : (names.get(Number(node)) ?? String(node))
  }
  const nameAfter = (node: Node) => {
    const state = byNode.get(node)?.after
    return state ? fullName(state) : nameBefore(node)
  }
  const unitId = (node: Node) => (typeof node === 'number' ? node : null)
  const outgoing = Map.groupBy(plan.edges, (edge) => edge.from)
  const incoming = Map.groupBy(plan.edges, (edge) => edge.to)
  const changed = plan.steps.filter(
    (step) => !step.before || !step.after || step.isRecorded || !isEqual(step.before, step.after),
  )
  const differences = changed.map((step): Preview['differences'][number] => ({
    unitId: unitId(step.node),
    what: whatHappens(step),
    before: step.before && whereIs(step.before, nameBefore, step),
    after: step.after && whereIs(step.after, nameAfter, step),
    clause: draft.acts[step.acts.at(-1) ?? -1]?.clause ?? null,
    relatives:
      step.after === null
        ? (outgoing.get(step.node) ?? []).map((edge) => ({
            fullName: nameAfter(edge.to),
            extent: edge.extent,
            unitId: unitId(edge.to),
          }))
        : (incoming.get(step.node) ?? []).map((edge) => ({
            fullName: nameBefore(edge.from),
            extent: edge.extent,
            unitId: unitId(edge.from),
          })),
  }))
  // Only what ends or loses a part touches people; a unit that gets a new parent keeps its own.
  const losing = new Set([
    ...plan.steps.filter((step) => step.after === null).map((step) => step.node),
    ...outgoing.keys(),
  ])
  const losingIds = [...losing].filter((node): node is number => typeof node === 'number')
  const isDivided = (node: Node) => (outgoing.get(node) ?? []).some((edge) => edge.extent === 'remainder')
  const holders = await drafts.holdersAt(ctx.db, losingIds, draft.effectiveOn)
  return {
    counts: {
      ...countsOf(differences),
      recorded: plan.steps.filter((step) => step.isRecorded).length,
      divided: [...losing].filter(isDivided).length,
      ...(await drafts.touchedBy(ctx.db, losingIds, draft.effectiveOn)),
    },
    faults: plan.faults.map((fault) => ({ ...fault, sentence: sentence(ctx, fault) })),
    differences,
    decisions: holders.flatMap((holder): Preview['decisions'] => {
      const edges = outgoing.get(holder.unitId) ?? []
      if (byNode.get(holder.unitId)?.after !== null) return []
      const [only] = edges
      const isAlone =
        only?.extent === 'whole' &&
        byNode.get(only.to)?.before === null &&
        (incoming.get(only.to) ?? []).length === 1
      if (isAlone) return []
      return [
        {
          ...holder,
          unitName: nameBefore(holder.unitId),
          why: edges.length === 0 ? 'dissolved' : only?.extent === 'whole' ? 'shared' : 'divided',
          successors: edges.map((edge) => ({ unitId: unitId(edge.to), fullName: nameAfter(edge.to) })),
        },
      ]
    }),
  }
}

/** The name, with the parent where it is the parent that changes. */
function whereIs(state: UnitState, nameOf: (node: Node) => string, step: Step): string {
  const moves = step.before && step.after && step.before.parent !== step.after.parent
  return moves && state.parent !== null ? `${fullName(state)} (${nameOf(state.parent)})` : fullName(state)
}

function countsOf(differences: Preview['differences']) {
  const count = (what: Preview['differences'][number]['what']) =>
    differences.filter((one) => one.what === what).length
  return {
    closed: count('closed'),
    opened: count('opened'),
    renamed: count('renamed'),
    moved: count('moved'),
  }
}

/** What was applied, read back from the book: what it was then, whatever has come since. */
async function previewOfApplied(ctx: Ctx, row: Row): Promise<Preview> {
  const units = await drafts.appliedUnits(ctx.db, row.id)
  const edges = await drafts.appliedEdges(ctx.db, row.id)
  const outgoing = Map.groupBy(edges, (edge) => edge.fromUnitId)
  const incoming = Map.groupBy(edges, (edge) => edge.toUnitId)
  const differences = units.map((unit): Preview['differences'][number] => ({
    unitId: unit.unitId,
    what:
      unit.after === null
        ? 'closed'
        : unit.isNew
          ? 'opened'
          : unit.before !== unit.after
            ? 'renamed'
            : 'moved',
    before: unit.before,
    after: unit.after,
    clause: null,
    relatives:
      unit.after === null
        ? (outgoing.get(unit.unitId) ?? []).map((edge) => ({
            fullName: edge.to,
            extent: edge.extent,
            unitId: edge.toUnitId,
          }))
        : (incoming.get(unit.unitId) ?? []).map((edge) => ({
            fullName: edge.from,
            extent: edge.extent,
            unitId: edge.fromUnitId,
          })),
  }))
  const losing = [
    ...new Set([
      ...units.filter((unit) => unit.after === null).map((unit) => unit.unitId),
      ...outgoing.keys(),
    ]),
  ]
  const holders = await drafts.holdersAt(ctx.db, losing, ctx.today)
  const nameOf = new Map(units.map((unit) => [unit.unitId, unit.before ?? unit.after ?? '']))
  const opened = new Set(units.filter((unit) => unit.isNew).map((unit) => unit.unitId))
  return {
    counts: {
      ...countsOf(differences),
      recorded: row.acts.filter((one) => one.act === 'record').length,
      divided: new Set(edges.filter((edge) => edge.extent === 'remainder').map((edge) => edge.fromUnitId))
        .size,
      ...(await drafts.touchedBy(ctx.db, losing, ctx.today)),
    },
    faults: [],
    differences,
    decisions: holders.flatMap((holder): Preview['decisions'] => {
      const mine = outgoing.get(holder.unitId) ?? []
      const [only] = mine
      if (!units.some((unit) => unit.unitId === holder.unitId && unit.after === null)) return []
      if (
        only?.extent === 'whole' &&
        opened.has(only.toUnitId) &&
        (incoming.get(only.toUnitId) ?? []).length === 1
      )
        return []
      return [
        {
          ...holder,
          unitName: nameOf.get(holder.unitId) ?? '',
          why: mine.length === 0 ? 'dissolved' : only?.extent === 'whole' ? 'shared' : 'divided',
          successors: mine.map((edge) => ({ unitId: edge.toUnitId, fullName: edge.to })),
        },
      ]
    }),
  }
}
