import { addDays, type Day } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import type { Service } from '../../server/service.ts'
import type { corpsContract } from './contract/corps.ts'
import { dossierSheet } from './corps-sheet.ts'
import * as corps from './corps-store.ts'
import * as profiles from './profile-store.ts'
import { type DossierStep, faultOfPeriod, refusalOfStep, stepsOf } from './rules.ts'
import * as store from './store.ts'

export const corpsService: Service<typeof corpsContract> = {
  setting: (ctx) => corps.setting(ctx.db),

  setSetting: async (ctx, input) => {
    if (!(await corps.setSetting(ctx.db, input)))
      throw problem(409, 'lecturers.stale', { current: await corps.setting(ctx.db) })
    return corps.setting(ctx.db)
  },

  proposals: async (ctx, input) => {
    const { rows, total } = await corps.proposalsOf(ctx.db, ctx.scope, ctx.today, input)
    return { rows: rows.map((row) => withVerbs(ctx, row)), total }
  },

  proposal: (ctx, { proposalId }) => readProposal(ctx, proposalId),

  propose: async (ctx, { unitId, ...input }) => {
    // A unit proposes its own people only: any other unit does not exist for it.
    if (!ctx.scope.all && !ctx.scope.unitIds.includes(unitId)) throw problem(404, 'access.notFound')
    await soundProposal(ctx, input)
    const sentBy = actorOf(ctx).accountId
    const proposalId = await corps.addProposal(ctx.db, { ...input, unitId, sentBy })
    return readProposal(ctx, proposalId)
  },

  proposeAgain: async (ctx, { proposalId, version, ...input }) => {
    const known = await forVerb(ctx, proposalId, 'edit', version)
    await soundProposal(ctx, input)
    const sentBy = actorOf(ctx).accountId
    if (!(await corps.sendAgain(ctx.db, proposalId, version, { ...input, sentBy })))
      throw problem(409, 'lecturers.stale', { current: known })
    return readProposal(ctx, proposalId)
  },

  withdrawProposal: (ctx, { proposalId, version, reason }) =>
    closeProposal(ctx, proposalId, version, 'withdraw', { state: 'withdrawn', answer: reason }),

  returnProposal: (ctx, { proposalId, version, reason }) =>
    closeProposal(ctx, proposalId, version, 'return', { state: 'returned', answer: reason }),

  takeProposal: async (ctx, { proposalId, version, code, lecturerId: named }) => {
    const known = await forVerb(ctx, proposalId, 'take', version)
    if (named !== undefined && !(await store.lecturerById(ctx.db, named, ctx.today)))
      throw problem(404, 'access.notFound')
    const [made] =
      named !== undefined
        ? [named]
        : await store.addLecturers(ctx.db, [
            {
              code: tidy(code ?? '') || (await corps.nextGuestCode(ctx.db)),
              name: known.name,
              isGuest: true,
              categoryCode: known.categoryCode,
              workplace: known.unitName,
              fields: known.fields,
              weeklyHours: 8,
              note: known.topics,
            },
          ])
    const lecturerId = made as number
    if (named === undefined)
      await profiles.addPost(
        ctx.db,
        lecturerId,
        { title: known.title, unitId: known.unitId, isMain: true, fromOn: known.titleFromOn },
        actorOf(ctx).accountId,
      )
    if (named === undefined && known.degrees !== '')
      await profiles.addDegree(ctx.db, lecturerId, { kind: 'degree', name: known.degrees.slice(0, 120) })
    return closeProposal(ctx, proposalId, version, 'take', { state: 'taken', answer: null, lecturerId })
  },

  unitGuests: (ctx, input) => corps.unitGuests(ctx.db, ctx.scope, ctx.today, input),

  dossiers: async (ctx, input) => {
    const { rows, total } = await corps.dossiersOf(ctx.db, reachOf(ctx), input)
    return { rows: rows.map((row) => withSteps(ctx, row)), total }
  },

  dossier: (ctx, { dossierId }) => readDossier(ctx, dossierId),

  dossierXlsx: async (ctx, { dossierId }) => {
    const dossier = await readDossier(ctx, dossierId)
    return xlsxFile(
      `danh-sach-thinh-giang-${dossierId}`,
      await dossierSheet(ctx.locale, dossier, await namesOf(ctx)),
    )
  },

  makeDossier: async (ctx, input) => {
    const id = await corps.addDossier(ctx.db, tidied(input), actorOf(ctx).accountId)
    return readDossier(ctx, id)
  },

  editDossier: async (ctx, { dossierId, version, ...input }) => {
    await forStep(ctx, dossierId, 'edit', version)
    await corps.setDossier(ctx.db, dossierId, tidied(input))
    return readDossier(ctx, dossierId)
  },

  dropDossier: async (ctx, { dossierId, version }) => {
    await forStep(ctx, dossierId, 'drop', version)
    await corps.dropDossier(ctx.db, dossierId)
    return { id: dossierId }
  },

  addGuests: async (ctx, { dossierId, lecturerIds, wishFromOn, wishLastOn, remark }) => {
    await forStep(ctx, dossierId, 'edit')
    refusePeriod(wishFromOn, wishLastOn, 'wishLastOn')
    const guests = await corps.guestsOf(ctx.db, lecturerIds)
    if (guests.length < new Set(lecturerIds).size) throw refused('lecturerIds', 'lecturers.onlyGuests')
    const taken = guests.find((one) => one.inOther !== null)
    if (taken)
      throw refused('lecturerIds', 'lecturers.inOtherDossier', { name: taken.name, title: taken.inOther })
    await corps.addItems(
      ctx.db,
      dossierId,
      guests.map((one) => one.id),
      { fromOn: wishFromOn, lastOn: wishLastOn, remark },
    )
    return readDossier(ctx, dossierId)
  },

  removeGuest: async (ctx, { dossierId, itemId }) => {
    await forStep(ctx, dossierId, 'edit')
    if (!(await corps.removeItem(ctx.db, dossierId, itemId))) throw problem(404, 'access.notFound')
    return readDossier(ctx, dossierId)
  },

  submitDossier: async (ctx, { dossierId, version }) => {
    await forStep(ctx, dossierId, 'submit', version)
    const items = await corps.itemsOf(ctx.db, dossierId, ctx.today)
    const guests = await corps.guestsOf(
      ctx.db,
      items.map((one) => one.lecturerId),
    )
    const without = guests.filter((one) => one.postId === null)
    if (without.length > 0)
      throw problem(409, 'lecturers.guestsWithoutPost', { names: without.map((one) => one.name) })
    await corps.submitDossier(ctx.db, dossierId, actorOf(ctx).accountId, ctx.today)
    return readDossier(ctx, dossierId)
  },

  returnDossier: async (ctx, { dossierId, version, reason }) => {
    await forStep(ctx, dossierId, 'return', version)
    await corps.returnDossier(ctx.db, dossierId, actorOf(ctx).accountId, reason)
    return readDossier(ctx, dossierId)
  },

  decideDossier: (ctx, input) => decide(ctx, input, 'decide'),
  recordDecision: (ctx, input) => decide(ctx, input, 'record'),

  recordApproval: async (ctx, input) => {
    const lecturer = await store.lecturerById(ctx.db, input.lecturerId, ctx.today)
    if (!lecturer) throw problem(404, 'access.notFound')
    if (!lecturer.isGuest) throw problem(409, 'lecturers.ownNeedsNone')
    if (input.documentOn > ctx.today) throw refused('documentOn', 'lecturers.inFuture')
    refusePeriod(input.fromOn, input.lastOn, 'lastOn')
    await profiles.lockLecturer(ctx.db, input.lecturerId)
    await corps.recordApprovals(ctx.db, [input], actorOf(ctx).accountId)
    return corps.approvalsOf(ctx.db, input.lecturerId)
  },

  approvals: (ctx, { lecturerId }) => corps.approvalsOf(ctx.db, lecturerId),

  questions: (ctx) => corps.questionsOf(ctx.db, ctx.today),

  answer: async (ctx, { approvalId, cause, causeId, endsOn, reason }) => {
    const approval = await corps.approvedById(ctx.db, approvalId)
    if (!approval) throw problem(404, 'access.notFound')
    await profiles.lockLecturer(ctx.db, approval.lecturerId)
    const open = await corps.questionsOf(ctx.db, ctx.today, approval.lecturerId)
    if (!open.some((one) => one.approvalId === approvalId && one.cause === cause && one.causeId === causeId))
      throw problem(409, 'lecturers.questionGone')
    if (endsOn !== undefined) refuseEnd(approval, endsOn)
    const by = actorOf(ctx).accountId
    await corps.addAnswer(ctx.db, { approvalId, cause, causeId, endsOn: endsOn ?? null, reason, by })
    return corps.questionsOf(ctx.db, ctx.today)
  },

  endApproval: async (ctx, { approvalId, endsOn, reason }) => {
    const approval = await corps.approvedById(ctx.db, approvalId)
    if (!approval) throw problem(404, 'access.notFound')
    await profiles.lockLecturer(ctx.db, approval.lecturerId)
    refuseEnd(approval, endsOn)
    const by = actorOf(ctx).accountId
    await corps.addAnswer(ctx.db, { approvalId, cause: 'other', causeId: 0, endsOn, reason, by })
    return corps.approvalsOf(ctx.db, approval.lecturerId)
  },
}

const refused = (path: string, code: string, params: Record<string, unknown> = {}) =>
  problem(422, 'input.wrong', {}, [{ path, code, params }])

function refusePeriod(fromOn: Day, lastOn: Day, path: string): void {
  const fault = faultOfPeriod(fromOn, lastOn)
  if (fault) throw refused(path, fault)
}

/** An approval ends within its period, and only earlier than it would anyhow. */
function refuseEnd(approval: { fromOn: Day; untilOn: Day; endsOn: Day | null }, endsOn: Day): void {
  if (approval.endsOn !== null) throw problem(409, 'lecturers.alreadyEnded', { on: approval.endsOn })
  if (endsOn < approval.fromOn || endsOn >= approval.untilOn)
    throw refused('endsOn', 'lecturers.endsOutside', {
      fromOn: approval.fromOn,
      lastOn: addDays(approval.untilOn, -1),
    })
}

const tidied = <I extends { title: string; addressee: string }>(input: I): I => ({
  ...input,
  title: tidy(input.title),
  addressee: tidy(input.addressee),
})

function withVerbs(ctx: Ctx, row: corps.ProposalRow) {
  const { rights } = actorOf(ctx)
  const isOpen = row.state === 'sent' || row.state === 'returned'
  const can = [
    ...(isOpen && rights.includes('corps.propose') ? (['edit', 'withdraw'] as const) : []),
    ...(row.state === 'sent' && rights.includes('corps.review') ? (['take', 'return'] as const) : []),
  ]
  return { ...row, can }
}

async function readProposal(ctx: Ctx, proposalId: number) {
  const found = await corps.proposalById(ctx.db, ctx.scope, ctx.today, proposalId)
  if (!found) throw problem(404, 'access.notFound')
  return withVerbs(ctx, found)
}

type Verb = ReturnType<typeof withVerbs>['can'][number]

async function forVerb(ctx: Ctx, proposalId: number, verb: Verb, version: number) {
  const known = await readProposal(ctx, proposalId)
  if (known.version !== version) throw problem(409, 'lecturers.stale', { current: known })
  if (!known.can.includes(verb)) throw problem(409, 'lecturers.proposalClosed', { state: known.state })
  return known
}

async function closeProposal(
  ctx: Ctx,
  proposalId: number,
  version: number,
  verb: Verb,
  answer: { state: 'returned' | 'withdrawn' | 'taken'; answer: string | null; lecturerId?: number },
) {
  const known = await forVerb(ctx, proposalId, verb, version)
  if (!(await corps.answerProposal(ctx.db, proposalId, version, { ...answer, by: actorOf(ctx).accountId })))
    throw problem(409, 'lecturers.stale', { current: known })
  return readProposal(ctx, proposalId)
}

async function soundProposal(
  ctx: Ctx,
  input: { categoryCode: string; fields: readonly string[]; titleFromOn: Day },
): Promise<void> {
  const categories = await profiles.categories(ctx.db)
  if (!categories.some((one) => one.code === input.categoryCode && one.isGuest && one.isUsed))
    throw refused('categoryCode', 'lecturers.unknownCategory', { code: input.categoryCode })
  const known = new Set((await store.fields(ctx.db, ctx.today)).map((one) => one.code))
  const unknown = input.fields.filter((code) => !known.has(code))
  if (unknown.length > 0) throw refused('fields', 'lecturers.unknownField', { fields: unknown })
  if (input.titleFromOn > ctx.today) throw refused('titleFromOn', 'lecturers.inFuture')
}

/** Units have no business with the list of others' people; the committees see what was submitted to them. */
const reachOf = (ctx: Ctx): corps.DossierReach =>
  !ctx.scope.all ? 'none' : actorOf(ctx).rights.includes('corps.submit') ? 'all' : 'submitted'

const factsOf = (row: corps.DossierRow) => ({
  state: row.state,
  guests: row.guests,
  submittedById: row.submittedById,
})

function withSteps(ctx: Ctx, row: corps.DossierRow) {
  const { submittedById: _by, ...shown } = row
  return { ...shown, steps: stepsOf(factsOf(row), actorOf(ctx)) }
}

export async function readDossier(ctx: Ctx, dossierId: number) {
  const found = await corps.dossierById(ctx.db, reachOf(ctx), dossierId)
  if (!found) throw problem(404, 'access.notFound')
  return { ...withSteps(ctx, found), items: await corps.itemsOf(ctx.db, dossierId, ctx.today) }
}

/** The dossier, locked for this step; refused when the rules say so, or when it is not the one that was seen. */
async function forStep(ctx: Ctx, dossierId: number, step: DossierStep, seen?: number) {
  await corps.lockDossier(ctx.db, dossierId)
  const found = await corps.dossierById(ctx.db, reachOf(ctx), dossierId)
  if (!found) throw problem(404, 'access.notFound')
  const refusal = refusalOfStep(step, factsOf(found), actorOf(ctx).accountId)
  if (refusal) throw problem(409, refusal)
  if (seen !== undefined && seen !== found.version)
    throw problem(409, 'lecturers.stale', { current: withSteps(ctx, found) })
  return found
}

type DecisionInput = Parameters<(typeof corpsService)['decideDossier']>[1]

async function decide(ctx: Ctx, input: DecisionInput, step: 'decide' | 'record') {
  const { dossierId, version, refused: refusedIds = [], own = [] } = input
  await forStep(ctx, dossierId, step, version)
  if (input.documentOn > ctx.today) throw refused('documentOn', 'lecturers.inFuture')
  refusePeriod(input.fromOn, input.lastOn, 'lastOn')
  for (const [i, one] of own.entries()) refusePeriod(one.fromOn, one.lastOn, `own.${i}.lastOn`)
  const items = await corps.itemsOf(ctx.db, dossierId, ctx.today)
  const known = new Set(items.map((one) => one.id))
  if ([...refusedIds, ...own.map((one) => one.itemId)].some((id) => !known.has(id)))
    throw problem(404, 'access.notFound')
  const refusal = tidy(input.refusal ?? '')
  if (refusedIds.length > 0 && refusal === '') throw refused('refusal', 'lecturers.refusalSaysWhy')
  const periods = new Map(own.map((one) => [one.itemId, one]))
  await corps.decide(
    ctx.db,
    dossierId,
    {
      number: tidy(input.documentNumber),
      on: input.documentOn,
      signedBy: tidy(input.signedBy),
      by: actorOf(ctx).accountId,
      isPaper: step === 'record',
      refusal: refusal || null,
    },
    items.map(({ id }) => ({
      itemId: id,
      approved: refusedIds.includes(id)
        ? null
        : {
            fromOn: periods.get(id)?.fromOn ?? input.fromOn,
            lastOn: periods.get(id)?.lastOn ?? input.lastOn,
          },
    })),
  )
  return readDossier(ctx, dossierId)
}

/** Categories and fields by code, in the reader's language. */
export async function namesOf(
  ctx: Ctx,
): Promise<{ categories: Map<string, string>; fields: Map<string, string> }> {
  const said = <T extends { code: string; name: string; nameEn: string }>(list: readonly T[]) =>
    new Map(list.map((one) => [one.code, ctx.locale === 'vi' ? one.name : one.nameEn]))
  return {
    categories: said(await profiles.categories(ctx.db)),
    fields: said(await store.fields(ctx.db, ctx.today)),
  }
}
