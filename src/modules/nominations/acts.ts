import type * as z from 'zod'
import { problem } from '../../pure/problem.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { checkNominations } from './checking.ts'
import type { opinionInput, outcome, reviewInput, signInput, withdrawInput } from './contract.ts'
import { readSetting } from './notice-store.ts'
import { type Refusal, refusalOf, refusalOfAdmission, type StepFacts } from './rules/steps.ts'
import * as store from './store.ts'

type Outcome = z.infer<typeof outcome>
type Items = readonly { nominationId: number; version: number }[]

export const factsOfStep = (ctx: Ctx, row: store.File): StepFacts => ({
  state: row.state,
  overall: row.overall,
  opinion: row.opinion,
  opinionReason: row.opinionReason,
  isEnrolled: row.isEnrolled,
  noticeState: row.noticeState,
  deadlineOn: row.deadlineOn,
  today: ctx.today,
})

/**
 * One step for many: locks them, asks of each whether it may be taken on the version that was seen, takes it for those and says
 * of the others why not. A preview changes nothing. Where nobody may, the first reason is the answer.
 */
async function forMany(
  ctx: Ctx,
  { items, isPreview }: { items: Items; isPreview: boolean },
  refuse: (row: store.File) => Refusal | null,
  take: (ctx: Ctx, ids: number[]) => Promise<void>,
): Promise<Outcome> {
  const ids = [...new Set(items.map((one) => one.nominationId))]
  const rows = await store.files(ctx.db, ids, ctx.scope, ctx.today, !isPreview)
  if (rows.length < ids.length) throw problem(404, 'access.notFound')
  const seen = new Map(items.map((one) => [one.nominationId, one.version]))
  const judged = rows.map((row) => ({
    row,
    refusal: seen.get(row.id) === row.version ? refuse(row) : { code: 'nominations.staleOne' },
  }))
  const taken = judged.filter((one) => one.refusal === null).map((one) => one.row.id)
  const [first] = judged
  if (!isPreview && taken.length === 0 && first?.refusal)
    throw problem(409, first.refusal.code, first.refusal.params ?? {})
  if (!isPreview) await take(ctx, taken)
  return {
    rows: judged.map(({ row, refusal }) => ({
      nominationId: row.id,
      fullName: row.fullName,
      unit: row.unit,
      problem: refusal && {
        code: refusal.code,
        sentence: ctx.sentence(refusal.code, refusal.params ?? {}),
      },
    })),
    done: taken.length,
    refused: judged.length - taken.length,
    isPreview,
  }
}

const by = (ctx: Ctx) => actorOf(ctx).accountId

/** The head signs: checked anew on the facts of this moment, and frozen with them. */
export const sign = (ctx: Ctx, input: z.output<typeof signInput>): Promise<Outcome> =>
  forMany(
    ctx,
    input,
    (row) => refusalOf('sign', factsOfStep(ctx, row)),
    async (ctx, ids) => {
      await store.setAll(ctx.db, ids, {
        state: 'submitted',
        signed_by: by(ctx),
        signed_at: ctx.now,
        commitment: input.commitment,
        answer_reason: null,
      })
      await store.addSteps(ctx.db, ids, { kind: 'signed', by: by(ctx), reason: null })
      await checkNominations(ctx, ids, 'submitted')
    },
  )

export const withdraw = (ctx: Ctx, input: z.output<typeof withdrawInput>): Promise<Outcome> =>
  forMany(
    ctx,
    input,
    (row) => refusalOf('withdraw', factsOfStep(ctx, row)),
    (ctx, ids) => takeBack(ctx, ids, input.reason, 'withdrawn'),
  )

export async function takeBack(
  ctx: Ctx,
  ids: number[],
  reason: string,
  kind: 'withdrawn' | 'released',
): Promise<void> {
  await store.setAll(ctx.db, ids, { state: 'withdrawn', answer_reason: reason })
  await store.addSteps(ctx.db, ids, { kind, by: by(ctx), reason })
}

export async function review(ctx: Ctx, input: z.output<typeof reviewInput>): Promise<Outcome> {
  const { act, reason } = input
  if ((act === 'return' || act === 'refuse' || act === 'release') && reason.length < 5)
    throw problem(422, 'input.wrong', {}, [{ path: 'reason', code: 'field.reason' }])
  const mayAdmit = act === 'admit' ? await admissions(ctx, input) : null
  return forMany(
    ctx,
    input,
    (row) => (mayAdmit ? mayAdmit(row) : refusalOf(act, factsOfStep(ctx, row))),
    async (ctx, ids) => {
      switch (act) {
        case 'check':
          await store.setAll(ctx.db, ids, { state: 'checked' })
          await store.addSteps(ctx.db, ids, { kind: 'checked', by: by(ctx), reason })
          // What has changed in the files since they were sent is seen now, not at the graduation.
          await checkNominations(ctx, ids, 'facts')
          return
        case 'return':
          await store.setAll(ctx.db, ids, { state: 'returned', answer_reason: reason, wait_order: null })
          return store.addSteps(ctx.db, ids, { kind: 'returned', by: by(ctx), reason })
        case 'admit':
          return admit(ctx, ids, reason, 'admitted')
        case 'wait':
          await store.setAll(ctx.db, ids, { state: 'waiting', waits_since: ctx.now, wait_order: null })
          return store.addSteps(ctx.db, ids, { kind: 'waiting', by: by(ctx), reason })
        case 'refuse':
          await store.setAll(ctx.db, ids, { state: 'refused', answer_reason: reason })
          return store.addSteps(ctx.db, ids, { kind: 'refused', by: by(ctx), reason })
        case 'release':
          return takeBack(ctx, ids, reason, 'released')
      }
    },
  )
}

export async function admit(
  ctx: Ctx,
  ids: number[],
  reason: string,
  kind: 'admitted' | 'movedUp',
): Promise<void> {
  await store.setAll(ctx.db, ids, { state: 'admitted', answer_reason: reason || null })
  await store.addSteps(ctx.db, ids, { kind, by: by(ctx), reason })
}

/** Asks of one after the other, each taking its place, so that the last place is given once. */
export async function admissions(
  ctx: Ctx,
  input: { items: Items; reason: string },
): Promise<(row: store.File) => Refusal | null> {
  const ids = input.items.map((one) => one.nominationId)
  const rows = await store.files(ctx.db, ids, ctx.scope, ctx.today)
  const { forbidsTwoCourses } = await readSetting(ctx.db)
  const free = new Map<number, { left: number | null; seats: number | null }>()
  for (const noticeId of new Set(rows.map((row) => row.noticeId))) {
    const { seats, admitted } = await store.seatsOf(ctx.db, noticeId)
    free.set(noticeId, { seats, left: seats === null ? null : seats - admitted })
  }
  const elsewhere = forbidsTwoCourses
    ? new Map(
        (await store.clashes(ctx.db, rows, ctx.today))
          .filter((one) => one.kind === 'learning')
          .map((one) => [`${one.personId} ${one.classId}`, one.about]),
      )
    : new Map<string, string>()
  return (row) => {
    const place = free.get(row.noticeId) ?? { left: null, seats: null }
    const refusal = refusalOfAdmission(factsOfStep(ctx, row), {
      freeSeats: place.left,
      seats: place.seats,
      reason: input.reason,
      otherClass: elsewhere.get(`${row.personId} ${row.classId}`) ?? null,
    })
    if (!refusal && place.left !== null) place.left -= 1
    return refusal
  }
}

export async function giveOpinion(ctx: Ctx, input: z.output<typeof opinionInput>): Promise<Outcome> {
  const { agrees, reason } = input
  if (!agrees && reason.length < 5)
    throw problem(422, 'input.wrong', {}, [{ path: 'reason', code: 'field.reason' }])
  return forMany(
    ctx,
    input,
    (row) => refusalOf('opinion', factsOfStep(ctx, row)),
    async (ctx, ids) => {
      await store.setAll(ctx.db, ids, {
        opinion: agrees ? 'agrees' : 'objects',
        opinion_reason: reason,
        opinion_by: by(ctx),
        opinion_at: ctx.now,
      })
      await store.addSteps(ctx.db, ids, { kind: agrees ? 'agreed' : 'objected', by: by(ctx), reason })
    },
  )
}
