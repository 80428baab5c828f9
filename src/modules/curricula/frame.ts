import type * as z from 'zod'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import type { Service } from '../../server/service.ts'
import type { frameContract, limitInput } from './contract/frame.ts'
import * as frames from './frame-store.ts'
import { forStep, itemsOf, note, rowOf } from './read.ts'
import { judge } from './rules/compare.ts'

const yesOrNo = ['drop', 'add', 'rename', 'move']

/** A limit says exactly what its kind needs; anything else is refused at the field that lacks. */
function soundLimit(input: z.infer<typeof limitInput>) {
  const { kind } = input
  const wrong = (path: string, code: string) => problem(422, 'input.wrong', {}, [{ path, code }])
  const isWhole = kind === 'practice' || kind === 'total'
  if (yesOrNo.includes(kind) && input.allows === undefined) throw wrong('allows', 'field.required')
  if (kind === 'hours' && input.maximum === undefined) throw wrong('maximum', 'field.required')
  if (kind === 'practice' && input.minimum === undefined) throw wrong('minimum', 'field.required')
  if (kind === 'practice' && (input.minimum ?? 0) > 100) throw wrong('minimum', 'curricula.perCent')
  if (kind === 'total' && input.minimum === undefined && input.maximum === undefined)
    throw wrong('minimum', 'field.required')
  if (kind === 'total' && (input.minimum ?? 0) > (input.maximum ?? Number.POSITIVE_INFINITY))
    throw wrong('maximum', 'curricula.upsideDown')
  return {
    kind,
    lineageId: isWhole ? null : (input.lineageId ?? null),
    allows: yesOrNo.includes(kind) ? (input.allows ?? null) : null,
    minimum: isWhole ? (input.minimum ?? null) : null,
    maximum: kind === 'hours' || kind === 'total' ? (input.maximum ?? null) : null,
    source: tidy(input.source),
    needsConfirmation: input.needsConfirmation,
  }
}

export const frameService: Service<typeof frameContract> = {
  limits: async (ctx, { curriculumId }) => {
    const row = await rowOf(ctx, curriculumId)
    const frameId = row.kind === 'frame' ? row.id : row.frameId
    return frameId === null ? [] : frames.limitsOf(ctx.db, frameId)
  },

  setLimit: async (ctx, { curriculumId, ...input }) => {
    await forStep(ctx, curriculumId, 'limit')
    const found = soundLimit(input)
    if (found.lineageId !== null) {
      const items = await itemsOf(ctx, curriculumId)
      if (!items.some((one) => one.lineageId === found.lineageId))
        throw problem(422, 'input.wrong', {}, [{ path: 'lineageId', code: 'curricula.itemGone' }])
    }
    await frames.setLimit(ctx.db, curriculumId, found)
    await note(ctx, {
      curriculumId,
      lineageId: found.lineageId,
      act: 'limit',
      reasonKind: undefined,
      reason: '',
    })
    return frames.limitsOf(ctx.db, curriculumId)
  },

  dropLimit: async (ctx, { curriculumId, limitId }) => {
    await forStep(ctx, curriculumId, 'limit')
    await frames.dropLimit(ctx.db, curriculumId, limitId)
    return frames.limitsOf(ctx.db, curriculumId)
  },

  deviations: async (ctx, { curriculumId }) => {
    const row = await rowOf(ctx, curriculumId)
    if (row.frameId === null) return []
    return judge(
      await itemsOf(ctx, row.frameId),
      await itemsOf(ctx, curriculumId),
      await frames.limitsOf(ctx.db, row.frameId),
    )
  },
}
