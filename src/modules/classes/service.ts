import { yearOf } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import { findUnitByName } from '../units/index.ts'
import type { classesContract } from './contract.ts'
import { refusalsOf } from './rules.ts'
import { classesSheet } from './sheet.ts'
import * as store from './store.ts'

type ClassInput = Parameters<typeof store.addClasses>[1][number]

export const classesService: Service<typeof classesContract> = {
  list: (ctx, input) => store.listed(ctx.db, input, ctx.today),

  partners: (ctx, { year }) => store.partnersOf(ctx.db, year),

  xlsx: async (ctx, input) =>
    classesSheet(
      ctx.locale,
      input.year ?? yearOf(ctx.today),
      await store.allListed(ctx.db, input, ctx.today),
    ),

  get: (ctx, { classId }) => readClass(ctx, classId),

  open: async (ctx, input) => {
    const facts = await withUnits(ctx, tidied(input), null)
    refuse(facts)
    const [classId] = await store.addClasses(ctx.db, [facts])
    return readClass(ctx, classId as number)
  },

  edit: async (ctx, { classId, version, ...input }) => {
    const facts = await withUnits(ctx, tidied(input), await readClass(ctx, classId))
    refuse(facts)
    if (!(await store.changeClass(ctx.db, classId, facts, version))) {
      throw problem(409, 'classes.stale', { current: await readClass(ctx, classId) })
    }
    return readClass(ctx, classId)
  },

  correctYear: async (ctx, { classId, year, countsAs, reason }) => {
    const found = await readClass(ctx, classId)
    const last = yearOf(found.closesOn ?? found.opensOn)
    if (year < yearOf(found.opensOn) - 1 || year > last + 1) throw problem(409, 'classes.noYear', { year })
    await store.putCorrection(ctx.db, { classId, year, countsAs, reason, madeBy: actorOf(ctx).accountId })
    return readClass(ctx, classId)
  },

  cancel: async (ctx, { classId, cancelledOn, reason, version }) => {
    const found = await readClass(ctx, classId)
    if (found.cancelledOn) throw problem(409, 'classes.alreadyCancelled', { cancelledOn: found.cancelledOn })
    if (found.closesOn && cancelledOn > found.closesOn) {
      throw problem(409, 'classes.cancelledAfterItCloses', { closesOn: found.closesOn })
    }
    if (!(await store.cancelClass(ctx.db, { classId, cancelledOn, reason, version }))) {
      throw problem(409, 'classes.stale', { current: await readClass(ctx, classId) })
    }
    return readClass(ctx, classId)
  },
}

async function readClass(ctx: Ctx, classId: number) {
  const found = await store.classById(ctx.db, classId)
  if (!found) throw problem(404, 'access.notFound')
  const mayEdit = actorOf(ctx).rights.includes('classes.edit')
  const can: ('edit' | 'correctYear' | 'cancel')[] = mayEdit ? ['edit', 'correctYear'] : []
  if (mayEdit && found.cancelledOn === null) can.push('cancel')
  return { ...found, years: await store.yearsOf(ctx.db, classId), can }
}

const tidied = (input: ClassInput): ClassInput => ({
  ...input,
  code: tidy(input.code),
  name: tidy(input.name),
  place: tidy(input.place),
  partner: tidy(input.partner),
})

/** Place and partner are words; where they name a unit of that day, the unit is kept beside them. */
async function withUnits(
  ctx: Ctx,
  facts: ClassInput,
  before: { place: string; partner: string; hostUnitId: number | null; partnerUnitId: number | null } | null,
): Promise<ClassInput> {
  const unit = async (
    given: number | undefined,
    text: string,
    known: { text: string; unitId: number | null } | null,
  ) => {
    if (given !== undefined || text === '') return given
    if (known && known.text === text) return known.unitId ?? undefined
    const found = await findUnitByName(ctx.db, text, facts.opensOn)
    return found.found === 'one' ? found.unitId : undefined
  }
  const hostUnitId = await unit(
    facts.hostUnitId,
    facts.place,
    before && { text: before.place, unitId: before.hostUnitId },
  )
  const partnerUnitId = await unit(
    facts.partnerUnitId,
    facts.partner,
    before && { text: before.partner, unitId: before.partnerUnitId },
  )
  return { ...facts, ...(hostUnitId && { hostUnitId }), ...(partnerUnitId && { partnerUnitId }) }
}

function refuse(facts: ClassInput): void {
  const refusals = refusalsOf(facts)
  const [first] = refusals
  if (first) throw problem(422, first.code, first.params, refusals)
}
