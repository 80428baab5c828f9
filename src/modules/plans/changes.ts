import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import type { Service } from '../../server/service.ts'
import * as changes from './changes-store.ts'
import type { changesContract } from './contract/changes.ts'
import {
  type ChangeStep,
  effectsOf,
  refusalOfChangeStep,
  rightOfChangeStep,
  stillHolds,
} from './rules/changes.ts'
import { changesSheet } from './sheet.ts'
import { soundLine } from './sound-line.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

export const changesService: Service<typeof changesContract> = {
  changes: async (ctx, input) => {
    const { rows, total } = await changes.changesOf(ctx.db, ctx.scope, input, ctx.locale)
    return { rows: rows.map((row) => withSteps(ctx, row)), total }
  },

  changesXlsx: async (ctx, input) => {
    const { rows } = await changes.changesOf(ctx.db, ctx.scope, input, ctx.locale, true)
    return xlsxFile('dieu-chinh-ke-hoach', await changesSheet(ctx.locale === 'vi' ? vi : en, rows))
  },

  change: (ctx, { changeId }) => read(ctx, changeId),

  propose: async (ctx, input) => {
    const current = (await store.versionsOf(ctx.db, ctx.scope, input.year)).find((one) => one.isCurrent)
    if (!current) throw problem(409, 'plans.noApprovedPlan', { year: input.year })
    const lines = await changes.adjustedLinesOf(ctx.db, current.id, ctx.locale)
    const { effects, refusals } = effectsOf(
      { ...input, ...(input.months.length === 0 && { months: undefined }) },
      lines,
    )
    const proposerUnitId = proposingUnit(ctx, input.proposerUnitId)
    if (proposerUnitId === undefined) refusals.push({ path: 'proposerUnitId', code: 'plans.chooseUnit' })
    if (refusals.length > 0 || proposerUnitId === undefined) throw problem(422, 'input.wrong', {}, refusals)
    const made = effects.find((effect) => effect.lineKey === null)
    const from = lines.find((line) => line.lineKey === input.lineKey)
    const newLine = made
      ? await soundLine(ctx, current, {
          ...(from && input.kind === 'split'
            ? {
                programmeId: from.programmeId ?? undefined,
                groupCode: from.groupCode,
                title: from.title,
                modeCode: from.modeCode,
                bloc: from.bloc ?? undefined,
                partnerText: input.partnerText ?? from.partner ?? undefined,
                place: input.place ?? from.place ?? undefined,
              }
            : { ...input }),
          carriedOver: 0,
          opened: made.after.opened,
          learners: made.after.learners ?? undefined,
          months: [...made.after.months],
          budgetDong: input.budgetDong,
          note: input.note,
        })
      : null
    const id = await changes.addChange(
      ctx.db,
      {
        planId: current.planId,
        kind: input.kind,
        reason: input.reason,
        proposerUnitId,
        proposedBy: actorOf(ctx).accountId,
        letterNumber: tidy(input.letterNumber ?? '') || null,
        letterOn: input.letterOn ?? null,
      },
      effects,
      newLine,
    )
    return read(ctx, id)
  },

  approveChange: async (ctx, { changeId, documentNumber, documentOn, version }) => {
    const change = await forStep(ctx, changeId, 'approve', version)
    if (documentOn > ctx.today)
      throw problem(422, 'input.wrong', {}, [{ path: 'documentOn', code: 'plans.documentInFuture' }])
    const versions = await store.versionsOfPlan(ctx.db, ctx.scope, change.planId)
    const current = versions.find((one) => one.isCurrent)
    if (!current) throw problem(409, 'plans.noApprovedPlan', { year: change.year })
    const lines = await changes.adjustedLinesOf(ctx.db, current.id, ctx.locale)
    const effects = change.lines.map((line) => ({ ...line, lineKey: line.isNew ? null : line.lineKey }))
    if (!stillHolds(effects, lines)) throw problem(409, 'plans.changeOvertaken')
    await decide(ctx, change, {
      state: 'approved',
      documentNumber: tidy(documentNumber),
      documentOn,
      appliedToId: current.id,
    })
    const open = versions.find((one) => one.state === 'draft' || one.state === 'returned')
    if (open) await changes.carryIntoDraft(ctx.db, changeId, open.id)
    return read(ctx, changeId)
  },

  refuseChange: async (ctx, { changeId, answer, documentNumber, documentOn, version }) => {
    const change = await forStep(ctx, changeId, 'refuse', version)
    await decide(ctx, change, {
      state: 'refused',
      answer,
      documentNumber: tidy(documentNumber ?? '') || null,
      documentOn: documentOn ?? null,
    })
    return read(ctx, changeId)
  },

  withdrawChange: async (ctx, { changeId, answer, version }) => {
    const change = await forStep(ctx, changeId, 'withdraw', version)
    await decide(ctx, change, { state: 'withdrawn', answer })
    return read(ctx, changeId)
  },
}

/** For whom somebody may propose: the school's people for the school or any unit, a unit's people for units of their own. */
function proposingUnit(ctx: Ctx, asked: number | undefined): number | null | undefined {
  if (ctx.scope.all) return asked ?? null
  const { unitIds } = ctx.scope
  if (asked !== undefined) return unitIds.includes(asked) ? asked : undefined
  return unitIds.length === 1 ? unitIds[0] : undefined
}

function stepsOf(ctx: Ctx, row: changes.ChangeRow) {
  const { rights, accountId } = actorOf(ctx)
  const facts = {
    state: row.state,
    proposedById: row.proposedBy.id,
    hasSubmittedVersion: row.hasSubmittedVersion,
  }
  return (['approve', 'refuse', 'withdraw'] as const)
    .filter((step) => rights.includes(rightOfChangeStep[step]))
    .map((step) => ({ step, refusal: refusalOfChangeStep(step, facts, accountId) }))
}

function withSteps(ctx: Ctx, row: changes.ChangeRow) {
  const { planId: _planId, hasSubmittedVersion: _hasSubmittedVersion, ...change } = row
  // An approved change of another unit is public; to withdraw it there is nothing any more.
  const steps = stepsOf(ctx, row)
  return { ...change, steps, can: steps.filter((one) => one.refusal === null).map((one) => one.step) }
}

async function read(ctx: Ctx, changeId: number) {
  const row = await changes.changeById(ctx.db, ctx.scope, changeId, ctx.locale)
  if (!row) throw problem(404, 'plans.changeNotFound')
  return withSteps(ctx, row)
}

/** The change for a step, the plan locked; refused when the rules say so or it is not the one that was seen. */
async function forStep(ctx: Ctx, changeId: number, step: ChangeStep, seen: number) {
  const first = await changes.changeById(ctx.db, ctx.scope, changeId, ctx.locale)
  if (!first) throw problem(404, 'plans.changeNotFound')
  await changes.lockPlan(ctx.db, first.planId)
  const row = (await changes.changeById(ctx.db, ctx.scope, changeId, ctx.locale)) ?? first
  const refusal = refusalOfChangeStep(
    step,
    { state: row.state, proposedById: row.proposedBy.id, hasSubmittedVersion: row.hasSubmittedVersion },
    actorOf(ctx).accountId,
  )
  if (refusal) throw problem(409, refusal)
  if (seen !== row.version) throw problem(409, 'plans.stale', { current: withSteps(ctx, row) })
  return row
}

async function decide(ctx: Ctx, change: changes.ChangeRow, decision: changes.Decision): Promise<void> {
  const at = { changeId: change.id, version: change.version, by: actorOf(ctx).accountId }
  if (!(await changes.decideChange(ctx.db, at, decision)))
    throw problem(409, 'plans.stale', { current: change.id })
}
