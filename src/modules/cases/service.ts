import { addDays } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import { sideOf } from '../access/index.ts'
import { filesOf, keepFile, takeFile } from '../files/index.ts'
import { type casesContract, caseVerbs } from './contract.ts'
import { type CaseFacts, type CaseVerb, refusalOf, stepsOf, usualDays } from './rules.ts'
import { casesSheet } from './sheet.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

export const casesService: Service<typeof casesContract> = {
  list: (ctx, input) => store.cases(ctx.db, input, readerOf(ctx), input),

  xlsx: async (ctx, input) => casesSheet(ctx, (await store.cases(ctx.db, input, readerOf(ctx))).rows),

  summary: (ctx) => store.summaryOf(ctx.db, readerOf(ctx)),

  learners: (ctx, input) => store.learners(ctx.db, input, readerOf(ctx)),

  get: async (ctx, { caseId }) => detailed(ctx, await readCase(ctx, caseId)),

  accounts: async (ctx, { caseId }) => {
    const can = stepsOf(factsOf(ctx, await readCase(ctx, caseId)), caseVerbs)
    // Names are for whoever may choose among them.
    if (!can.includes('hand') && !can.includes('name')) throw problem(409, 'cases.notLeading')
    const w = ctx.locale === 'vi' ? vi : en
    const found = await store.accountsFor(ctx.db, caseId, ctx.today)
    return found.map(({ accountId, name, role, unit }) => ({
      accountId,
      name,
      about: unit ?? w.roles[role as keyof typeof w.roles],
    }))
  },

  raise: async (ctx, { personId, classId, dueOn = addDays(ctx.today, usualDays), isSensitive, ...input }) => {
    if (dueOn < ctx.today) throw wrong('dueOn', 'cases.dueInPast')
    const [learner] = await store.learners(ctx.db, { q: '', personId }, readerOf(ctx))
    if (!learner) throw wrong('personId', 'cases.noLearner')
    const actor = actorOf(ctx)
    const side = sideOf(actor, personId)
    const leads = side === 'school'
    const caseId = await store.addCase(
      ctx.db,
      {
        ...input,
        personId,
        learner: learner.name,
        unitId: learner.unitId,
        classId: classId ?? null,
        title: tidy(input.title),
        learnerSees: side === 'learner' || (input.learnerSees && !isSensitive),
        raisedBy: actor.accountId,
        raisedSide: side,
        // What the school raises it has in hand; what others raise somebody at the school takes.
        owner: leads ? actor : null,
        dueOn,
      },
      ctx.now,
    )
    await note(ctx, caseId, side, 'raised', { text: input.text })
    if (isSensitive) {
      await store.addMember(ctx.db, caseId, actor)
      await store.setCase(ctx.db, caseId, { is_sensitive: true })
    }
    return shown(ctx, caseId)
  },

  write: async (ctx, { caseId, kind, text }) => {
    const before = await forStep(ctx, caseId, 'write')
    const { side } = factsOf(ctx, before)
    await note(ctx, caseId, side, kind, { text })
    if (before.answeredAt === null && side !== before.raisedSide)
      await store.setCase(ctx.db, caseId, { answered_at: ctx.now })
    return shown(ctx, caseId)
  },

  take: async (ctx, { caseId, version }) => {
    const before = await forStep(ctx, caseId, 'take', version)
    return give(ctx, before, actorOf(ctx))
  },

  hand: async (ctx, { caseId, version, accountId }) => {
    const before = await forStep(ctx, caseId, 'hand', version)
    return give(ctx, before, await chosenAccount(ctx, caseId, accountId))
  },

  postpone: async (ctx, { caseId, version, dueOn, reason }) => {
    const before = await forStep(ctx, caseId, 'postpone', version)
    if (dueOn < ctx.today) throw wrong('dueOn', 'cases.dueInPast')
    return step(ctx, before, 'due', { due_on: dueOn }, { text: reason, dueOn })
  },

  decide: async (ctx, { caseId, version, text }) => {
    const before = await forStep(ctx, caseId, 'decide', version)
    return step(ctx, before, 'decision', { state: 'decided', decided_at: ctx.now }, { text })
  },

  solve: async (ctx, { caseId, version, text }) => {
    const before = await forStep(ctx, caseId, 'solve', version)
    return step(ctx, before, 'solved', { state: 'solved', solved_at: ctx.now }, { text })
  },

  withdraw: async (ctx, { caseId, version, reason }) => {
    const before = await forStep(ctx, caseId, 'withdraw', version)
    return step(ctx, before, 'withdrawn', { state: 'withdrawn', solved_at: ctx.now }, { text: reason })
  },

  reopen: async (ctx, { caseId, version, reason }) => {
    const before = await forStep(ctx, caseId, 'reopen', version)
    const dueOn = before.dueOn < ctx.today ? addDays(ctx.today, usualDays) : before.dueOn
    return step(
      ctx,
      before,
      'reopened',
      { state: 'open', decided_at: null, solved_at: null, due_on: dueOn },
      { text: reason, dueOn },
    )
  },

  shut: async (ctx, { caseId, version, isSensitive, reason }) => {
    const before = await forStep(ctx, caseId, 'shut', version)
    if (before.isSensitive === isSensitive) return detailed(ctx, before)
    if (isSensitive) {
      await store.addMember(ctx.db, caseId, actorOf(ctx))
      if (before.ownerId !== null && before.ownerName !== null)
        await store.addMember(ctx.db, caseId, { accountId: before.ownerId, name: before.ownerName })
    }
    const kind = isSensitive ? 'sensitive' : 'ordinary'
    return step(ctx, before, kind, { is_sensitive: isSensitive }, { text: reason })
  },

  name: async (ctx, { caseId, version, accountId }) => {
    const before = await forStep(ctx, caseId, 'name', version)
    const account = await chosenAccount(ctx, caseId, accountId)
    await store.addMember(ctx.db, caseId, account)
    return step(ctx, before, 'named', {}, { toName: account.name })
  },

  unname: async (ctx, { caseId, version, accountId }) => {
    const before = await forStep(ctx, caseId, 'name', version)
    const member = before.members.find((one) => one.accountId === accountId)
    if (!member) throw problem(404, 'access.notFound')
    if (accountId === before.ownerId) throw problem(409, 'cases.ownerStays')
    if (accountId === actorOf(ctx).accountId) throw problem(409, 'cases.notOneself')
    await store.dropMember(ctx.db, caseId, accountId)
    return step(ctx, before, 'unnamed', {}, { toName: member.name })
  },

  attach: async (ctx, { caseId, file }) => {
    await forStep(ctx, caseId, 'write')
    await keepFile(ctx, filesAt(caseId), file)
    return shown(ctx, caseId)
  },

  file: async (ctx, { caseId, fileId }) => {
    await readCase(ctx, caseId)
    return takeFile(ctx, filesAt(caseId), fileId)
  },
}

const filesAt = (caseId: number) => ({ kind: 'learnerCase' as const, id: caseId })
const wrong = (path: string, code: string) => problem(422, 'input.wrong', {}, [{ path, code }])
const readerOf = (ctx: Ctx): store.Reader => ({
  accountId: actorOf(ctx).accountId,
  scope: ctx.scope,
  today: ctx.today,
})

async function readCase(ctx: Ctx, caseId: number, locked = false): Promise<store.CaseOnFile> {
  const found = await store.caseById(ctx.db, caseId, readerOf(ctx), locked)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

function factsOf(ctx: Ctx, row: store.CaseOnFile): CaseFacts {
  const actor = actorOf(ctx)
  return {
    state: row.state,
    hasOwner: row.ownerId !== null,
    isOwner: row.ownerId === actor.accountId,
    isRaiser: row.raisedBy === actor.accountId,
    isSensitive: row.isSensitive,
    manages: actor.rights.includes('cases.manage'),
    side: sideOf(actor, row.personId),
  }
}

/** The case, locked, when this step may be taken; on the version that was seen, where the step changes how it stands. */
async function forStep(
  ctx: Ctx,
  caseId: number,
  verb: CaseVerb,
  version?: number,
): Promise<store.CaseOnFile> {
  const found = await readCase(ctx, caseId, true)
  const refusal = refusalOf(verb, factsOf(ctx, found))
  if (refusal) throw problem(409, refusal, { owner: found.ownerName ?? '' })
  if (version !== undefined && version !== found.version)
    throw problem(409, 'cases.stale', { current: await detailed(ctx, found) })
  return found
}

type Said = { text?: string; toName?: string; dueOn?: string }

const note = (
  ctx: Ctx,
  caseId: number,
  side: CaseFacts['side'],
  kind: store.Entry['kind'],
  { text = '', toName, dueOn }: Said,
) =>
  store.addEntry(ctx.db, caseId, {
    kind,
    text,
    side,
    by: actorOf(ctx).name,
    madeBy: actorOf(ctx).accountId,
    at: ctx.now,
    toName: toName ?? null,
    dueOn: dueOn ?? null,
  })

/** Writes what happened and how the case stands from now on. The first step of another side is its answer. */
async function step(
  ctx: Ctx,
  before: store.CaseOnFile,
  kind: store.Entry['kind'],
  change: store.CaseChange,
  said: Said,
) {
  const { side } = factsOf(ctx, before)
  await note(ctx, before.id, side, kind, said)
  const answers = before.answeredAt === null && side !== before.raisedSide
  await store.setCase(ctx.db, before.id, { ...change, ...(answers && { answered_at: ctx.now }) })
  return shown(ctx, before.id)
}

async function give(ctx: Ctx, before: store.CaseOnFile, account: { accountId: number; name: string }) {
  if (before.isSensitive) await store.addMember(ctx.db, before.id, account)
  return step(
    ctx,
    before,
    'owner',
    { owner_id: account.accountId, owner_name: account.name },
    { toName: account.name },
  )
}

async function chosenAccount(ctx: Ctx, caseId: number, accountId: number) {
  const choices = await store.accountsFor(ctx.db, caseId, ctx.today)
  const found = choices.find((one) => one.accountId === accountId)
  if (!found) throw wrong('accountId', 'cases.noAccount')
  return found
}

const shown = async (ctx: Ctx, caseId: number) => detailed(ctx, await readCase(ctx, caseId))

async function detailed(ctx: Ctx, row: store.CaseOnFile) {
  return {
    ...row,
    entries: await store.entriesOf(ctx.db, row.id),
    files: await filesOf(ctx, filesAt(row.id)),
    can: stepsOf(factsOf(ctx, row), caseVerbs),
  }
}
