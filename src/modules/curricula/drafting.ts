import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import type { draftingContract } from './contract/drafting.ts'
import * as drafts from './drafting-store.ts'
import { readable } from './history.ts'
import { forStep, itemAt, itemsOf, note, read, rowOf } from './read.ts'
import { compareOutlines, sameHours } from './rules/compare.ts'
import { type Item, sumsOf } from './rules.ts'
import * as store from './store.ts'

export const draftingService: Service<typeof draftingContract> = {
  collaborators: async (ctx, { curriculumId }) => {
    await rowOf(ctx, curriculumId)
    return drafts.collaboratorsOf(ctx.db, curriculumId, ctx.today)
  },

  invite: async (ctx, { curriculumId, unitId, mayEdit }) => {
    await forStep(ctx, curriculumId, 'invite')
    if (!(await drafts.unitExists(ctx.db, unitId)))
      throw problem(422, 'input.wrong', {}, [{ path: 'unitId', code: 'curricula.noUnit' }])
    await drafts.invite(ctx.db, { curriculumId, unitId, mayEdit, madeBy: actorOf(ctx).accountId })
    return drafts.collaboratorsOf(ctx.db, curriculumId, ctx.today)
  },

  uninvite: async (ctx, { curriculumId, unitId }) => {
    await forStep(ctx, curriculumId, 'invite')
    await drafts.uninvite(ctx.db, curriculumId, unitId)
    return drafts.collaboratorsOf(ctx.db, curriculumId, ctx.today)
  },

  news: async (ctx, { curriculumId, sinceId }) => {
    await working(ctx, curriculumId)
    return drafts.newsOf(ctx.db, curriculumId, sinceId, actorOf(ctx).accountId)
  },

  history: async (ctx, { curriculumId, lineageId, page }) => {
    await working(ctx, curriculumId)
    const { rows, total } = await drafts.changesOf(ctx.db, curriculumId, lineageId, page)
    const lines = await drafts.recordOf(
      ctx.db,
      curriculumId,
      rows.map((row) => row.id),
    )
    const authors = await drafts.authorsOf(ctx.db, curriculumId, ctx.today)
    return { rows: readable(rows, lines, await itemsOf(ctx, curriculumId), authors), total }
  },

  discussion: async (ctx, { curriculumId }) => {
    await working(ctx, curriculumId)
    const [items, authors, comments, proposals] = [
      await itemsOf(ctx, curriculumId),
      await drafts.authorsOf(ctx.db, curriculumId, ctx.today),
      await drafts.commentsOf(ctx.db, curriculumId),
      await drafts.proposalsOf(ctx.db, curriculumId),
    ]
    const by = (id: number | null) => ({
      by: (id === null ? null : authors.get(id)?.name) ?? null,
      unit: (id === null ? null : authors.get(id)?.unit) ?? null,
    })
    const { rights } = actorOf(ctx)
    return {
      comments: comments
        .filter((one) => one.threadId === null)
        .map(({ threadId: _, madeBy, resolvedById, ...one }) => ({
          ...one,
          ...by(madeBy),
          resolvedBy: by(resolvedById).by,
          answers: comments
            .filter((answer) => answer.threadId === one.id)
            .map(({ id, text, madeAt, madeBy }) => ({ id, text, madeAt, ...by(madeBy) })),
        })),
      proposals: proposals.map(({ madeBy, unitId, decidedById, ...one }) => {
        const item = items.find((other) => other.lineageId === one.lineageId)
        const isOpen = one.state === 'open'
        return {
          ...one,
          ...by(madeBy),
          decidedBy: by(decidedById).by,
          current: item ? textOf(item) : null,
          isStale: isOpen && (!item || !isSame(one.base, textOf(item))),
          can: !isOpen
            ? []
            : [
                ...(rights.includes('curricula.manage') && item ? (['accept'] as const) : []),
                ...(rights.includes('curricula.manage') ? (['decline'] as const) : []),
                ...(isOurs(ctx, { madeBy, unitId }) ? (['withdraw'] as const) : []),
              ],
        }
      }),
    }
  },

  comment: async (ctx, { curriculumId, lineageId, threadId, text }) => {
    await writable(ctx, curriculumId)
    if (threadId !== undefined) {
      const thread = (await drafts.commentsOf(ctx.db, curriculumId)).find((one) => one.id === threadId)
      if (!thread || thread.threadId !== null) throw problem(404, 'curricula.noComment')
      return {
        id: await drafts.addComment(ctx.db, {
          curriculumId,
          lineageId: thread.lineageId,
          threadId,
          text,
          madeBy: actorOf(ctx).accountId,
        }),
      }
    }
    if (lineageId !== undefined) await itemOfLineage(ctx, curriculumId, lineageId)
    const madeBy = actorOf(ctx).accountId
    return {
      id: await drafts.addComment(ctx.db, {
        curriculumId,
        lineageId: lineageId ?? null,
        threadId: null,
        text,
        madeBy,
      }),
    }
  },

  resolve: async (ctx, { curriculumId, commentId, isResolved }) => {
    await writable(ctx, curriculumId)
    const by = isResolved ? actorOf(ctx).accountId : null
    if (!(await drafts.resolve(ctx.db, { curriculumId, commentId }, by)))
      throw problem(404, 'curricula.noComment')
    return { id: commentId }
  },

  propose: async (ctx, { curriculumId, itemId, version, reasonKind, reason, ...proposed }) => {
    const row = await rowOf(ctx, curriculumId)
    if (row.state !== 'draft' && row.state !== 'returned') throw problem(409, 'curricula.submittedClosed')
    const item = await itemAt(ctx, curriculumId, itemId)
    if (item.version !== version) throw problem(409, 'curricula.staleItem', { current: item })
    const text = { title: tidy(proposed.title), outcomes: proposed.outcomes, hours: proposed.hours }
    if (isSame(textOf(item), text)) throw problem(422, 'curricula.nothingProposed')
    return {
      id: await drafts.addProposal(ctx.db, {
        curriculumId,
        lineageId: item.lineageId,
        base: textOf(item),
        proposed: text,
        reasonKind: reasonKind ?? null,
        reason: tidy(reason ?? ''),
        unitId: ctx.scope.all ? null : await invitedUnit(ctx, curriculumId),
        madeBy: actorOf(ctx).accountId,
      }),
    }
  },

  accept: async (ctx, { curriculumId, proposalId, version }) => {
    await forStep(ctx, curriculumId, 'edit')
    const found = await proposalIn(ctx, curriculumId, proposalId)
    const item = await itemOfLineage(ctx, curriculumId, found.lineageId)
    const by = actorOf(ctx).accountId
    if (!(await drafts.decide(ctx.db, proposalId, { state: 'accepted', by, answer: null })))
      throw problem(409, 'curricula.decidedAlready')
    const at = { curriculumId, itemId: item.id, version }
    if (!(await store.setItem(ctx.db, at, { ...found.proposed, fieldCode: item.fieldCode })))
      throw problem(409, 'curricula.staleItem', { current: item })
    await note(ctx, {
      curriculumId,
      lineageId: item.lineageId,
      act: 'accept',
      reasonKind: found.reasonKind ?? undefined,
      reason: found.reason,
    })
    return itemAt(ctx, curriculumId, item.id)
  },

  decline: async (ctx, { curriculumId, proposalId, reason }) => {
    await rowOf(ctx, curriculumId)
    await proposalIn(ctx, curriculumId, proposalId)
    const to = { state: 'declined', by: actorOf(ctx).accountId, answer: reason } as const
    if (!(await drafts.decide(ctx.db, proposalId, to))) throw problem(409, 'curricula.decidedAlready')
    return { id: proposalId }
  },

  withdraw: async (ctx, { curriculumId, proposalId }) => {
    await working(ctx, curriculumId)
    const found = await proposalIn(ctx, curriculumId, proposalId)
    const by = actorOf(ctx).accountId
    if (!isOurs(ctx, found)) throw problem(409, 'curricula.notYourProposal')
    if (!(await drafts.decide(ctx.db, proposalId, { state: 'withdrawn', by, answer: null })))
      throw problem(409, 'curricula.decidedAlready')
    return { id: proposalId }
  },

  compare: async (ctx, { curriculumId, otherId }) => {
    const [after, before] = [await read(ctx, curriculumId), await read(ctx, otherId)]
    const [newer, older] = [await itemsOf(ctx, curriculumId), await itemsOf(ctx, otherId)]
    const all = compareOutlines(older, newer)
    const rows = all.filter((one) => one.kind !== 'same')
    return {
      before,
      after,
      rows,
      same: all.length - rows.length,
      beforeSums: sumsOf(older),
      afterSums: sumsOf(newer),
    }
  },
}

const textOf = ({ title, outcomes, hours }: Item): drafts.ItemText => ({ title, outcomes, hours })
const isSame = (a: drafts.ItemText, b: drafts.ItemText): boolean =>
  a.title === b.title && a.outcomes === b.outcomes && sameHours(a.hours, b.hours)

/** Comments, proposals and history are of those who work on the version: who only reads what is approved has no part in them. */
async function working(ctx: Ctx, curriculumId: number): Promise<store.CurriculumRow> {
  const row = await rowOf(ctx, curriculumId)
  if (!ctx.scope.all && !row.isInvited) throw problem(404, 'curricula.notFound')
  return row
}

/** Where something may still be said: not once the version is approved. */
async function writable(ctx: Ctx, curriculumId: number): Promise<void> {
  const { state } = await working(ctx, curriculumId)
  if (state === 'approved' || state === 'retired') throw problem(409, 'curricula.frozen')
}

async function itemOfLineage(ctx: Ctx, curriculumId: number, lineageId: number): Promise<Item> {
  const item = (await itemsOf(ctx, curriculumId)).find((one) => one.lineageId === lineageId)
  if (!item) throw problem(409, 'curricula.itemGone')
  return item
}

async function proposalIn(ctx: Ctx, curriculumId: number, proposalId: number) {
  const found = (await drafts.proposalsOf(ctx.db, curriculumId)).find((one) => one.id === proposalId)
  if (!found) throw problem(404, 'curricula.noProposal')
  return found
}

/** The unit for which the actor works on the version. */
async function invitedUnit(ctx: Ctx, curriculumId: number): Promise<number | null> {
  const units = ctx.scope.all ? [] : ctx.scope.unitIds
  const invited = await drafts.collaboratorsOf(ctx.db, curriculumId, ctx.today)
  return invited.find((one) => units.includes(one.unitId))?.unitId ?? null
}

/** Whoever made a proposal takes it back, or somebody of the unit for which it was made; of the school's, who manages versions. */
const isOurs = (ctx: Ctx, { madeBy, unitId }: { madeBy: number; unitId: number | null }): boolean =>
  madeBy === actorOf(ctx).accountId ||
  (ctx.scope.all ? actorOf(ctx).rights.includes('curricula.manage') : ctx.scope.unitIds.includes(unitId ?? 0))
