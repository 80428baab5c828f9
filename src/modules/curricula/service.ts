import type * as z from 'zod'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import type { Service } from '../../server/service.ts'
import { programmeById } from '../programmes/index.ts'
import { appraisalService } from './appraisal.ts'
import { beginAppraisal } from './appraisal-store.ts'
import type { curriculaContract, decisionInput, itemInput } from './contract.ts'
import { draftingService } from './drafting.ts'
import { frameService } from './frame.ts'
import { forStep, itemAt, itemsOf, note, read, shown, sight, words } from './read.ts'
import { practiceOf, standsIn, sumsOf, totalOf } from './rules.ts'
import { outlineSheet } from './sheet.ts'
import * as store from './store.ts'

export const curriculaService: Service<typeof curriculaContract> = {
  ...frameService,
  ...appraisalService,
  ...draftingService,

  list: async (ctx, { programmeId }) => {
    if (!(await programmeById(ctx.db, programmeId))) throw problem(404, 'programmes.notFound')
    const rows = await store.curriculaOf(ctx.db, sight(ctx), programmeId)
    return rows.map((row) => shown(ctx, row))
  },

  inForce: (ctx, { on, programmeId }) => store.inForce(ctx.db, on, programmeId),

  get: async (ctx, { curriculumId }) => {
    const curriculum = await read(ctx, curriculumId)
    const items = await itemsOf(ctx, curriculumId)
    const sums = sumsOf(items)
    return { curriculum, items, sums, total: totalOf(sums), practice: practiceOf(sums) }
  },

  make: async (ctx, input) => {
    const programme = await programmeById(ctx.db, input.programmeId)
    if (!programme) throw problem(404, 'programmes.notFound')
    const source = input.startsFromId === undefined ? null : await read(ctx, input.startsFromId)
    if (source && source.kind === 'school' && input.kind === 'frame')
      throw problem(422, 'input.wrong', {}, [{ path: 'startsFromId', code: 'curricula.frameFromSchool' }])
    const number = await store.nextNumber(ctx.db, input.programmeId, input.kind)
    const w = words(ctx)
    const usual = input.kind === 'frame' ? w.usualFrame : w.usualTitle
    const id = await store.addCurriculum(ctx.db, {
      programmeId: input.programmeId,
      kind: input.kind,
      number,
      title: tidy(input.title ?? '') || usual({ programme: programme.name, number }).slice(0, 300),
      frameId:
        input.kind === 'frame' ? null : source?.kind === 'frame' ? source.id : (source?.frameId ?? null),
      startsFromId: source?.id ?? null,
      goals: source?.goals ?? '',
      source: tidy(input.source ?? '') || (input.kind === 'frame' ? (source?.source ?? '') : ''),
      needsConfirmation: input.needsConfirmation || (source?.needsConfirmation ?? false),
      madeBy: actorOf(ctx).accountId,
    })
    if (source) {
      await store.copyItems(ctx.db, source.id, id)
      if (input.kind === 'frame') await store.copyLimits(ctx.db, source.id, id)
    }
    return read(ctx, id)
  },

  about: async (ctx, { curriculumId, version, reasonKind, reason, ...about }) => {
    const current = await forStep(ctx, curriculumId, 'edit')
    const isSet = await store.setAbout(ctx.db, curriculumId, version, {
      title: tidy(about.title),
      goals: about.goals ?? '',
      source: tidy(about.source ?? ''),
    })
    if (!isSet) throw problem(409, 'curricula.stale', { current })
    await note(ctx, { curriculumId, lineageId: null, act: 'about', reasonKind, reason })
    return read(ctx, curriculumId)
  },

  addItem: async (ctx, { curriculumId, kind, parentId, afterId, reasonKind, reason, ...input }) => {
    await forStep(ctx, curriculumId, 'edit')
    await store.lockOrder(ctx.db, curriculumId)
    const items = await store.itemsOf(ctx.db, curriculumId)
    const parent = parentId === undefined ? null : items.find((one) => one.id === parentId)
    if (parent === undefined) throw problem(409, 'curricula.placeGone')
    if (!standsIn(kind, parent?.kind ?? null)) throw problem(422, 'curricula.wrongLevel')
    const siblings = siblingsIn(items, parent?.id ?? null)
    const itemId = await store.addItem(
      ctx.db,
      { curriculumId, parentId: parent?.id ?? null, kind, position: siblings.length + 1 },
      await sound(ctx, input),
    )
    const at = siblings.findIndex((one) => one.id === afterId)
    if (at >= 0) {
      const order = siblings.map((one) => one.id).toSpliced(at + 1, 0, itemId)
      await store.placeItems(ctx.db, curriculumId, parent?.id ?? null, order)
    }
    const item = await itemAt(ctx, curriculumId, itemId)
    await note(ctx, { curriculumId, lineageId: item.lineageId, act: 'add', reasonKind, reason })
    return item
  },

  editItem: async (ctx, { curriculumId, itemId, version, reasonKind, reason, ...input }) => {
    await forStep(ctx, curriculumId, 'edit')
    const current = await itemAt(ctx, curriculumId, itemId)
    const item = await sound(ctx, input)
    if (!(await store.setItem(ctx.db, { curriculumId, itemId, version }, item)))
      throw problem(409, 'curricula.staleItem', { current: await itemAt(ctx, curriculumId, itemId) })
    await note(ctx, { curriculumId, lineageId: current.lineageId, act: 'edit', reasonKind, reason })
    return itemAt(ctx, curriculumId, itemId)
  },

  moveItem: async (ctx, { curriculumId, itemId, to, parentId, reasonKind, reason }) => {
    await forStep(ctx, curriculumId, 'edit')
    await store.lockOrder(ctx.db, curriculumId)
    const items = await store.itemsOf(ctx.db, curriculumId)
    const item = items.find((one) => one.id === itemId)
    if (!item) throw problem(409, 'curricula.itemGone')
    const siblings = siblingsIn(items, item.parentId).map((one) => one.id)
    if (to === 'under') {
      const parent = parentId === undefined ? null : items.find((one) => one.id === parentId)
      if (parent === undefined) throw problem(409, 'curricula.placeGone')
      if (!standsIn(item.kind, parent?.kind ?? null)) throw problem(422, 'curricula.wrongLevel')
      const there = siblingsIn(items, parent?.id ?? null)
        .map((one) => one.id)
        .filter((one) => one !== itemId)
      await store.placeItems(ctx.db, curriculumId, parent?.id ?? null, [...there, itemId])
      if ((parent?.id ?? null) !== item.parentId)
        await store.placeItems(
          ctx.db,
          curriculumId,
          item.parentId,
          siblings.filter((one) => one !== itemId),
        )
    } else {
      const at = siblings.indexOf(itemId)
      const other = to === 'up' ? at - 1 : at + 1
      // At the end of its list already (somebody else moved it): nothing is left to do.
      if (other >= 0 && other < siblings.length)
        await store.placeItems(
          ctx.db,
          curriculumId,
          item.parentId,
          siblings.with(at, siblings[other]!).with(other, itemId),
        )
    }
    await note(ctx, { curriculumId, lineageId: item.lineageId, act: 'move', reasonKind, reason })
    return itemAt(ctx, curriculumId, itemId)
  },

  removeItem: async (ctx, { curriculumId, itemId, version, reasonKind, reason }) => {
    await forStep(ctx, curriculumId, 'edit')
    await store.lockOrder(ctx.db, curriculumId)
    const items = await store.itemsOf(ctx.db, curriculumId)
    const item = items.find((one) => one.id === itemId)
    // Somebody else took it out already: what was wanted has happened.
    if (!item) return { id: itemId }
    const below = siblingsIn(items, itemId)
    if (below.length > 0) throw problem(409, 'curricula.notEmpty', { items: below.length })
    if (!(await store.dropItem(ctx.db, { curriculumId, itemId, version })))
      throw problem(409, 'curricula.staleItem', { current: await itemAt(ctx, curriculumId, itemId) })
    await store.placeItems(
      ctx.db,
      curriculumId,
      item.parentId,
      siblingsIn(items, item.parentId)
        .map((one) => one.id)
        .filter((one) => one !== itemId),
    )
    await note(ctx, { curriculumId, lineageId: item.lineageId, act: 'remove', reasonKind, reason })
    return { id: itemId }
  },

  submit: async (ctx, { curriculumId, version }) => {
    await forDecision(ctx, curriculumId, 'submit', version)
    await store.setState(ctx.db, curriculumId, { state: 'submitted', by: actorOf(ctx).accountId })
    await beginAppraisal(ctx.db, curriculumId)
    return read(ctx, curriculumId)
  },

  return: async (ctx, { curriculumId, reason, version }) => {
    await forDecision(ctx, curriculumId, 'return', version)
    await store.setState(ctx.db, curriculumId, { state: 'returned', by: actorOf(ctx).accountId, reason })
    return read(ctx, curriculumId)
  },

  approve: async (ctx, { curriculumId, version, ...decision }) => {
    await forDecision(ctx, curriculumId, 'approve', version)
    return approve(ctx, curriculumId, decision)
  },

  adopt: async (ctx, { curriculumId, version, ...decision }) => {
    await forDecision(ctx, curriculumId, 'adopt', version)
    return approve(ctx, curriculumId, decision)
  },

  retire: async (ctx, { curriculumId, untilOn, version }) => {
    const current = await forDecision(ctx, curriculumId, 'retire', version)
    if (current.fromOn !== null && untilOn <= current.fromOn)
      throw problem(422, 'input.wrong', {}, [{ path: 'untilOn', code: 'curricula.endsBeforeItBegins' }])
    await store.setState(ctx.db, curriculumId, { state: 'retired', untilOn })
    return read(ctx, curriculumId)
  },

  xlsx: async (ctx, { curriculumId }) => {
    const curriculum = await read(ctx, curriculumId)
    const items = await itemsOf(ctx, curriculumId)
    return xlsxFile(
      `chuong-trinh-${curriculum.programmeId}-${curriculum.kind === 'frame' ? 'khung' : 'ban'}-${curriculum.number}`,
      await outlineSheet(words(ctx), curriculum, await store.lastChange(ctx.db, curriculumId), items),
    )
  },
}

const siblingsIn = <T extends { parentId: number | null; position: number }>(
  items: readonly T[],
  parentId: number | null,
): T[] => items.filter((one) => one.parentId === parentId).toSorted((a, b) => a.position - b.position)

/** Locked against writing under way, so that what is decided on is what was seen. */
async function forDecision(
  ctx: Ctx,
  curriculumId: number,
  step: 'submit' | 'return' | 'approve' | 'adopt' | 'retire',
  seen: number,
) {
  await store.lockCurriculum(ctx.db, curriculumId)
  const current = await forStep(ctx, curriculumId, step)
  if (current.version !== seen) throw problem(409, 'curricula.stale', { current })
  return current
}

async function approve(
  ctx: Ctx,
  curriculumId: number,
  decision: Omit<z.infer<typeof decisionInput>, 'version'>,
) {
  if (decision.documentOn > ctx.today)
    throw problem(422, 'input.wrong', {}, [{ path: 'documentOn', code: 'curricula.documentInFuture' }])
  await store.setState(ctx.db, curriculumId, {
    state: 'approved',
    by: actorOf(ctx).accountId,
    documentNumber: tidy(decision.documentNumber),
    documentOn: decision.documentOn,
    documentBy: tidy(decision.documentBy),
    fromOn: decision.fromOn ?? decision.documentOn,
  })
  return read(ctx, curriculumId)
}

/** The item with its texts tidied; refused where it names a field that the school does not teach. */
async function sound(
  ctx: Ctx,
  input: Omit<z.infer<typeof itemInput>, 'reasonKind' | 'reason'>,
): Promise<store.ItemValues> {
  const fieldCode = input.fieldCode?.trim() || null
  if (fieldCode !== null && !(await store.fieldExists(ctx.db, fieldCode)))
    throw problem(422, 'input.wrong', {}, [{ path: 'fieldCode', code: 'curricula.unknownField' }])
  return { title: tidy(input.title), outcomes: input.outcomes, fieldCode, hours: input.hours }
}
