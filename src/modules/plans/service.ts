import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import type { Service } from '../../server/service.ts'
import { adjustedOf, rollUpOf } from './adjusted.ts'
import { changesService } from './changes.ts'
import type { plansContract } from './contract.ts'
import {
  differingFields,
  type PlanStep,
  pairLines,
  refusalOfStep,
  sumsByGroup,
  sumsOf,
  verdictsOf,
} from './rules.ts'
import { adjustedSheet, planSheet } from './sheet.ts'
import { soundLine } from './sound-line.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

export const plansService: Service<typeof plansContract> = {
  ...changesService,

  adjusted: async (ctx, { year }) => adjusted(ctx, year),

  adjustedXlsx: async (ctx, { year }) =>
    xlsxFile(`ke-hoach-dieu-chinh-${year}`, await adjustedSheet(words(ctx), await adjusted(ctx, year))),

  periods: async (ctx) =>
    (await store.periodVersions(ctx.db, ctx.scope)).map((version) => withVerbs(ctx, version)),

  makePeriodDraft: async (ctx, input) => {
    if (input.untilYear <= input.fromYear || input.untilYear - input.fromYear > 19)
      throw problem(422, 'input.wrong', {}, [{ path: 'untilYear', code: 'plans.periodYears' }])
    const id = await makeDraft(ctx, {
      year: input.fromYear,
      untilYear: input.untilYear,
      title: input.title,
      assignedBy: input.assignedBy,
      from: input.fromVersionId ?? 'current',
    })
    return read(ctx, id)
  },

  rollUp: async (ctx, { versionId }) => {
    const version = await read(ctx, versionId)
    if (version.untilYear === null) throw problem(404, 'plans.notFound')
    return { version, ...(await rollUpOf(ctx, { ...version, untilYear: version.untilYear })) }
  },

  years: async (ctx) => {
    const versions = await store.versionsOf(ctx.db, ctx.scope, null)
    const mayEdit = actorOf(ctx).rights.includes('plans.edit')
    return [...new Set(versions.map((version) => version.planId))].map((planId) => {
      const own = versions
        .filter((version) => version.planId === planId)
        .map((version) => withVerbs(ctx, version))
      const { year, title, assignedBy } = own[0]!
      return {
        planId,
        year,
        title,
        assignedBy,
        assignedVersion: own.find((version) => version.isAssigned) ?? null,
        currentVersion: own.find((version) => version.isCurrent) ?? null,
        openVersion: own.find((version) => version.state !== 'approved') ?? null,
        versions: own.length,
        can: mayEdit && own.every((version) => version.state === 'approved') ? ['makeDraft'] : [],
      }
    })
  },

  list: async (ctx, { year }) =>
    (await store.versionsOf(ctx.db, ctx.scope, year)).map((version) => withVerbs(ctx, version)),

  get: async (ctx, { versionId }) => {
    const version = await read(ctx, versionId)
    const lines = await store.linesOf(ctx.db, versionId, ctx.locale)
    return { version, lines, groups: sumsByGroup(lines) }
  },

  makeDraft: async (ctx, input) => {
    const id = await makeDraft(ctx, {
      year: input.year,
      title: input.title,
      assignedBy: input.assignedBy,
      from: input.fromVersionId ?? 'current',
    })
    return read(ctx, id)
  },

  rename: async (ctx, { versionId, title, assignedBy, version: seen }) => {
    const { planId } = await forStep(ctx, versionId, 'rename', seen)
    await store.renamePlan(ctx.db, planId, { title: tidy(title), assignedBy: tidy(assignedBy ?? '') || null })
    await store.touchVersion(ctx.db, versionId)
    return read(ctx, versionId)
  },

  addLine: async (ctx, { versionId, ...input }) => {
    const version = await forStep(ctx, versionId, 'edit')
    const lineId = await store.addLine(ctx.db, versionId, await soundLine(ctx, version, input))
    await store.touchVersion(ctx.db, versionId)
    return lineOf(ctx, versionId, lineId)
  },

  editLine: async (ctx, { versionId, lineId, version: seen, ...input }) => {
    const version = await forStep(ctx, versionId, 'edit')
    const current = await lineOf(ctx, versionId, lineId)
    const line = await soundLine(ctx, version, input)
    if (!(await store.setLine(ctx.db, { versionId, lineId, version: seen }, line)))
      throw problem(409, 'plans.stale', { current })
    await store.touchVersion(ctx.db, versionId)
    return lineOf(ctx, versionId, lineId)
  },

  removeLine: async (ctx, { versionId, lineId, version }) => {
    await forStep(ctx, versionId, 'edit')
    const current = await lineOf(ctx, versionId, lineId)
    if (!(await store.dropLine(ctx.db, { versionId, lineId, version })))
      throw problem(409, 'plans.stale', { current })
    await store.touchVersion(ctx.db, versionId)
    return { id: lineId }
  },

  reorder: async (ctx, { versionId, lineIds, version }) => {
    await forStep(ctx, versionId, 'edit', version)
    const own = (await store.linesOf(ctx.db, versionId)).map((line) => line.id)
    const isComplete =
      new Set(lineIds).size === lineIds.length &&
      lineIds.length === own.length &&
      own.every((id) => lineIds.includes(id))
    if (!isComplete) throw problem(409, 'plans.orderIncomplete')
    await store.orderLines(ctx.db, versionId, lineIds)
    await store.touchVersion(ctx.db, versionId)
    return read(ctx, versionId)
  },

  submit: async (ctx, { versionId, version }) => {
    await forStep(ctx, versionId, 'submit', version)
    await store.setState(ctx.db, versionId, { state: 'submitted', by: actorOf(ctx).accountId })
    return read(ctx, versionId)
  },

  return: async (ctx, { versionId, reason, version }) => {
    await forStep(ctx, versionId, 'return', version)
    await store.setState(ctx.db, versionId, { state: 'returned', by: actorOf(ctx).accountId, reason })
    return read(ctx, versionId)
  },

  approve: async (ctx, { versionId, documentNumber, documentOn, version }) => {
    await forStep(ctx, versionId, 'approve', version)
    if (documentOn > ctx.today)
      throw problem(422, 'input.wrong', {}, [{ path: 'documentOn', code: 'plans.documentInFuture' }])
    await store.setState(ctx.db, versionId, {
      state: 'approved',
      by: actorOf(ctx).accountId,
      documentNumber: tidy(documentNumber),
      documentOn,
    })
    return read(ctx, versionId)
  },

  compare: async (ctx, { versionId, otherId }) => {
    const [after, before] = [await read(ctx, versionId), await read(ctx, otherId)]
    const [newer, older] = [
      await store.linesOf(ctx.db, versionId, ctx.locale),
      await store.linesOf(ctx.db, otherId, ctx.locale),
    ]
    const pairs = pairLines(older, newer).map(({ before, after }) => ({
      before,
      after,
      fields: before && after ? differingFields(before, after) : [],
    }))
    const changes = pairs
      .filter((pair) => !pair.before || !pair.after || pair.fields.length > 0)
      .map(({ before, after, fields }) => {
        const { lineKey, groupCode, groupName } = (after ?? before)!
        const kind =
          before === null ? ('added' as const) : after === null ? ('dropped' as const) : ('changed' as const)
        return { kind, lineKey, groupCode, groupName, before, after, fields }
      })
    const codes = [...new Map([...older, ...newer].map((line) => [line.groupCode, line.groupName]))]
    const sumIn = (lines: readonly store.LineRow[], code: string) =>
      sumsOf(lines.filter((line) => line.groupCode === code))
    return {
      before,
      after,
      changes,
      same: pairs.length - changes.length,
      groups: codes.map(([groupCode, groupName]) => ({
        groupCode,
        groupName,
        before: sumIn(older, groupCode),
        after: sumIn(newer, groupCode),
      })),
    }
  },

  xlsx: async (ctx, { versionId }) => {
    const version = await read(ctx, versionId)
    const lines = await store.linesOf(ctx.db, versionId, ctx.locale)
    return xlsxFile(
      `ke-hoach-${version.year}-ban-${version.number}`,
      await planSheet(words(ctx), version, lines),
    )
  },
}

const words = (ctx: Ctx) => (ctx.locale === 'vi' ? vi : en)

/**
 * Makes a draft for the year and its plan when there is none: empty, a copy of one version, or (`current`) of the version in
 * force if there is one. Refused while another version is open (409 `plans.openExists`, by the database).
 */
export async function makeDraft(
  ctx: Ctx,
  input: store.PlanYears & {
    title?: string | undefined
    assignedBy?: string | undefined
    from: number | 'current' | 'nothing'
  },
): Promise<number> {
  const { year, untilYear } = input
  const usual =
    untilYear === undefined ? words(ctx).defaultTitle({ year }) : words(ctx).periodTitle({ year, untilYear })
  const planId = await store.lockedPlan(ctx.db, {
    year,
    untilYear,
    title: tidy(input.title ?? '') || usual,
    assignedBy: tidy(input.assignedBy ?? '') || null,
  })
  const versions = await store.versionsOfPlan(ctx.db, ctx.scope, planId)
  if (versions.some((version) => version.state !== 'approved')) throw problem(409, 'plans.openExists')
  const source =
    input.from === 'nothing'
      ? undefined
      : input.from === 'current'
        ? versions.find((version) => version.isCurrent)
        : await read(ctx, input.from)
  const id = await store.addVersion(ctx.db, {
    planId,
    copiedFromId: source?.id ?? null,
    madeBy: actorOf(ctx).accountId,
  })
  if (source) await store.copyLines(ctx.db, { versionId: source.id, keepKeys: source.planId === planId }, id)
  return id
}

/** The adjusted plan of a year beside what was assigned. */
async function adjusted(ctx: Ctx, year: number) {
  const versions = (await store.versionsOf(ctx.db, ctx.scope, year)).map((version) => withVerbs(ctx, version))
  return adjustedOf(ctx, year, versions)
}

function withVerbs(ctx: Ctx, { hasOpenVersion, hasApprovedVersion, ...version }: store.VersionRow) {
  const facts = {
    state: version.state,
    lines: version.sums.lines,
    submittedById: version.submittedBy.id,
    hasOpenVersion,
    hasApprovedVersion,
  }
  const steps = verdictsOf(facts, actorOf(ctx))
  return { ...version, steps, can: steps.filter((one) => one.refusal === null).map((one) => one.step) }
}

async function read(ctx: Ctx, versionId: number) {
  const version = await store.versionById(ctx.db, ctx.scope, versionId)
  if (!version) throw problem(404, 'plans.notFound')
  return withVerbs(ctx, version)
}

/** The version, locked for this step; refused when the rules say so, or when it is not the one that was seen. */
async function forStep(ctx: Ctx, versionId: number, step: PlanStep, seen?: number) {
  await store.lockVersion(ctx.db, versionId)
  const version = await store.versionById(ctx.db, ctx.scope, versionId)
  if (!version) throw problem(404, 'plans.notFound')
  const refusal = refusalOfStep(
    step,
    {
      state: version.state,
      lines: version.sums.lines,
      submittedById: version.submittedBy.id,
      hasOpenVersion: version.hasOpenVersion,
      hasApprovedVersion: version.hasApprovedVersion,
    },
    actorOf(ctx).accountId,
  )
  if (refusal) throw problem(409, refusal, { year: version.year, number: version.number })
  if (seen !== undefined && seen !== version.version)
    throw problem(409, 'plans.stale', { current: withVerbs(ctx, version) })
  return version
}

async function lineOf(ctx: Ctx, versionId: number, lineId: number): Promise<store.LineRow> {
  const line = (await store.linesOf(ctx.db, versionId, ctx.locale)).find((one) => one.id === lineId)
  if (!line) throw problem(404, 'plans.notFound')
  return line
}
