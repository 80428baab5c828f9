import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { type Item, outlineOf, refusalOfStep, type Step, type StepFacts, stepsOf } from './rules.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

export const words = (ctx: Ctx) => (ctx.locale === 'vi' ? vi : en)

/** What of the versions exists for the actor: who may not work on drafts sees none, whatever the reach of the role. */
export const sight = (ctx: Ctx): store.Sight => ({
  scope: ctx.scope,
  seesDrafts: actorOf(ctx).rights.includes('curricula.draft'),
})

const factsOf = (ctx: Ctx, row: store.CurriculumRow): StepFacts => ({
  kind: row.kind,
  state: row.state,
  topics: row.topics,
  submittedById: row.submittedBy.id,
  isConcluded: row.isConcluded,
  mayEdit: row.isInvitedToEdit || actorOf(ctx).rights.includes('curricula.manage'),
})

/** The version as it goes out, with what the actor may do with it. */
export function shown(ctx: Ctx, row: store.CurriculumRow) {
  const { isInvited: _, isInvitedToEdit: __, isConcluded: ___, ...version } = row
  const steps = stepsOf(factsOf(ctx, row), actorOf(ctx))
  return { ...version, steps, can: steps.filter((one) => one.refusal === null).map((one) => one.step) }
}

export async function rowOf(ctx: Ctx, curriculumId: number): Promise<store.CurriculumRow> {
  const row = await store.curriculumById(ctx.db, sight(ctx), curriculumId)
  if (!row) throw problem(404, 'curricula.notFound')
  return row
}

export const read = async (ctx: Ctx, curriculumId: number) => shown(ctx, await rowOf(ctx, curriculumId))

/** The version; refused when the rules say that this step is not possible now. */
export async function forStep(ctx: Ctx, curriculumId: number, step: Step) {
  const row = await rowOf(ctx, curriculumId)
  const refusal = refusalOfStep(step, factsOf(ctx, row), actorOf(ctx).accountId)
  if (refusal) throw problem(409, refusal, { title: row.title })
  return shown(ctx, row)
}

export const itemsOf = async (ctx: Ctx, curriculumId: number): Promise<Item[]> =>
  outlineOf(await store.itemsOf(ctx.db, curriculumId))

export async function itemAt(ctx: Ctx, curriculumId: number, itemId: number): Promise<Item> {
  const item = (await itemsOf(ctx, curriculumId)).find((one) => one.id === itemId)
  if (!item) throw problem(409, 'curricula.itemGone')
  return item
}

/** Notes a change that was just made, with the reason that was given. */
export async function note(
  ctx: Ctx,
  change: {
    curriculumId: number
    lineageId: number | null
    act: Parameters<typeof store.noteChange>[1]['act']
    reasonKind: string | undefined
    reason: string | undefined
  },
): Promise<void> {
  await store.noteChange(ctx.db, {
    ...change,
    reasonKind: change.reasonKind ?? null,
    reason: tidy(change.reason ?? ''),
    madeBy: actorOf(ctx).accountId,
  })
}
