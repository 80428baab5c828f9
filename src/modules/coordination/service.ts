import { createHash, randomBytes } from 'node:crypto'
import type * as z from 'zod'
import { type Day, yearOf } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { standBehind } from '../../server/db/transaction.ts'
import type { Service } from '../../server/service.ts'
import { actorOfAccount } from '../access/index.ts'
import { nameOn } from '../units/index.ts'
import { attendanceTasks } from './attendance-tasks.ts'
import { caseTasks } from './case-tasks.ts'
import * as promises from './commitment-store.ts'
import type { coordinationContract, itemInput, unitsInput } from './contract.ts'
import { corpsTasks } from './corps-tasks.ts'
import { feedFile } from './feed.ts'
import { needTasks } from './need-tasks.ts'
import { nominationTasks } from './nomination-tasks.ts'
import * as plans from './plan-store.ts'
import * as reminders from './reminder-store.ts'
import { type CommitmentVerb, verbsOf } from './rules/commitments.ts'
import { faultsOfRule, occurrencesOf } from './rules/dues.ts'
import { faultOfSteps } from './rules/ladder.ts'
import { pulseOf } from './rules/pulse.ts'
import { commitmentsSheet, unitsSheet } from './sheet.ts'
import * as store from './store.ts'
import { surveyTasks } from './survey-tasks.ts'
import { teachingTasks } from './teaching-tasks.ts'
import { visitTasks } from './visit-tasks.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

export const coordinationService: Service<typeof coordinationContract> = {
  tasks: async (ctx) => {
    const { accountId, rights } = actorOf(ctx)
    // Each as far as its own right reaches: a lecturer who is also a unit's head has the unit's accounts to see to, not all.
    const sources = [
      ['plans.read', store.planTasks],
      ['plans.read', store.planChangeTasks],
      ['plans.submit', store.forecastTasks],
      ['reorganisations.read', store.reorganisationTasks],
      ['people.edit', store.placementTasks],
      ['imports.use', store.importTasks],
      ['classes.read', store.openingTasks],
      ['accounts.edit', store.coordinatorTasks],
      ['needs.read', needTasks],
      ['corps.read', corpsTasks],
      ['teaching.read', teachingTasks],
      ['nominations.read', nominationTasks],
      ['attendance.record', attendanceTasks],
      ['fieldStudies.read', visitTasks],
      ['cases.read', caseTasks],
      ['surveys.read', surveyTasks],
      ['coordination.read', store.coordinationTasks],
      ['coordination.keep', store.commitmentTasks],
    ] as const
    const found: store.Task[] = []
    // One connection: one after another.
    for (const [right, source] of sources) {
      if (!rights.includes(right)) continue
      const { db, scope, today } = await ctx.under(right)
      found.push(...(await source(db, { accountId, rights, scope, today })))
    }
    // What is due first stands first, what has no day last.
    const at = (one: store.Task) => `${one.turn === 'theirs' ? 1 : 0}${one.dueOn ?? '9999'}`
    return found.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))
  },

  templates: (ctx) => plans.templatesOf(ctx.db),

  addTemplate: async (ctx, input) => {
    const templateId = await plans.addTemplate(ctx.db, { ...soundPromise(input), isUsed: input.isUsed })
    return templateOf(ctx, templateId)
  },

  editTemplate: async (ctx, { templateId, version, ...input }) => {
    const current = await templateOf(ctx, templateId)
    const values = { ...soundPromise(input), isUsed: input.isUsed }
    if (!(await plans.setTemplate(ctx.db, { templateId, version }, values)))
      throw problem(409, 'coordination.stale', { current })
    return templateOf(ctx, templateId)
  },

  units: async (ctx, input) => {
    const year = input.year ?? yearOf(ctx.today)
    return { year, ...(await promises.unitRows(ctx.db, ctx.scope, ctx.today, { ...input, year })) }
  },

  unitsXlsx: async (ctx, input) => {
    const year = input.year ?? yearOf(ctx.today)
    return unitsSheet(words(ctx), year, (await allUnits(ctx, { ...input, year })).rows)
  },

  unitPlan: async (ctx, { unitId, year }) => {
    await reachUnit(ctx, unitId)
    const found = await plans.plansOfUnit(ctx.db, ctx.scope, ctx.today, unitId, year)
    const accepted = found.find((one) => one.state === 'accepted')
    const open = found.find((one) => one.state !== 'accepted')
    return {
      unitId,
      unitName: (await nameOn(ctx.db, unitId, ctx.today)) ?? '',
      year,
      accepted: accepted ? await whole(ctx, accepted, open !== undefined) : null,
      open: open ? await whole(ctx, open, true) : null,
    }
  },

  drawUp: async (ctx, { year, unitId }) => {
    if ((await plans.templatesOf(ctx.db)).every((one) => !one.isUsed))
      throw problem(409, 'coordination.noTemplate')
    const made = await plans.drawUp(ctx.db, {
      year,
      unitId: unitId ?? null,
      drawnBy: actorOf(ctx).accountId,
      today: ctx.today,
    })
    if (made === 0 && unitId !== undefined) throw problem(409, 'coordination.planExists', { year })
    return { made }
  },

  addItem: async (ctx, { planId, ...input }) => {
    await forChange(ctx, planId, 'edit')
    await plans.addItem(ctx.db, planId, soundPromise(input))
    return changed(ctx, planId)
  },

  editItem: async (ctx, { planId, itemId, ...input }) => {
    await forChange(ctx, planId, 'edit')
    if (!(await plans.setItem(ctx.db, planId, itemId, soundPromise(input))))
      throw problem(404, 'access.notFound')
    return changed(ctx, planId)
  },

  removeItem: async (ctx, { planId, itemId }) => {
    await forChange(ctx, planId, 'edit')
    if (!(await plans.dropItem(ctx.db, planId, itemId))) throw problem(404, 'access.notFound')
    return changed(ctx, planId)
  },

  offer: async (ctx, { year, planId }) => {
    if (planId !== undefined) {
      const plan = await forChange(ctx, planId, 'offer')
      if (plan.items.length === 0) throw problem(409, 'coordination.noItem')
    }
    return {
      offered: await plans.offer(ctx.db, { year, planId: planId ?? null, by: actorOf(ctx).accountId }),
    }
  },

  accept: async (ctx, { planId, version }) => {
    await forChange(ctx, planId, 'accept', version)
    await plans.answerPlan(ctx.db, planId, { state: 'accepted', by: actorOf(ctx).accountId })
    const plan = await readPlan(ctx, planId)
    await drawCommitments(ctx, plan)
    await promises.dropUnasked(
      ctx.db,
      { planId, unitId: plan.unitId, year: plan.year },
      ctx.today,
      words(ctx).notes.dropped({ number: plan.number }),
    )
    return readPlan(ctx, planId)
  },

  returnPlan: async (ctx, { planId, reason, version }) => {
    await forChange(ctx, planId, 'return', version)
    await plans.answerPlan(ctx.db, planId, { state: 'returned', reason })
    return readPlan(ctx, planId)
  },

  revise: async (ctx, { planId }) => {
    await forChange(ctx, planId, 'revise')
    return readPlan(ctx, await plans.copyPlan(ctx.db, planId, actorOf(ctx).accountId))
  },

  commitments: async (ctx, input) => {
    const { rows, total } = await promises.commitmentsOf(ctx.db, ctx.scope, ctx.today, input)
    return { rows: rows.map((row) => withVerbs(ctx, row)), total }
  },

  commitmentsXlsx: async (ctx, input) => {
    const { rows } = await promises.commitmentsOf(ctx.db, ctx.scope, ctx.today, input, true)
    return commitmentsSheet(words(ctx), input.year ?? yearOf(ctx.today), rows)
  },

  commitment: async (ctx, { commitmentId }) => ({
    ...(await readCommitment(ctx, commitmentId)),
    events: await promises.eventsOf(ctx.db, commitmentId),
  }),

  keep: async (ctx, { commitmentId, version, ...input }) => {
    if (input.doneOn > ctx.today)
      throw problem(422, 'input.wrong', {}, [{ path: 'doneOn', code: 'coordination.doneInFuture' }])
    const documentNumber = tidy(input.documentNumber ?? '') || null
    const note = (input.note ?? '').trim() || null
    const link = input.link ?? null
    if (!documentNumber && !note && !link)
      throw problem(422, 'input.wrong', {}, [{ path: 'note', code: 'coordination.noEvidence' }])
    return settle(ctx, commitmentId, 'keep', version, {
      kind: 'kept',
      doneOn: input.doneOn,
      note,
      documentNumber,
      link,
    })
  },
  waive: (ctx, { commitmentId, reason, version }) =>
    settle(ctx, commitmentId, 'waive', version, { kind: 'waived', reason }),
  break: (ctx, { commitmentId, reason, version }) =>
    settle(ctx, commitmentId, 'break', version, { kind: 'broken', reason }),
  reopen: (ctx, { commitmentId, reason, version }) =>
    settle(ctx, commitmentId, 'reopen', version, { kind: 'reopened', reason }),

  calendar: async (ctx, span) => {
    if (span.until < span.from || Number(span.until.slice(0, 4)) - Number(span.from.slice(0, 4)) > 1)
      throw problem(422, 'input.wrong', {}, [{ path: 'until', code: 'coordination.span' }])
    return promises.calendarOf(ctx.db, ctx.scope, ctx.today, span)
  },

  load: (ctx, { year }) => promises.loadOf(ctx.db, ctx.scope, ctx.today, year),

  feedState: async (ctx) => ({ madeAt: await reminders.feedSince(ctx.db, actorOf(ctx).accountId) }),

  makeFeed: async (ctx) => {
    const token = randomBytes(24).toString('base64url')
    await reminders.makeFeed(ctx.db, actorOf(ctx).accountId, hashOf(token))
    return { token }
  },

  revokeFeed: async (ctx) => ({ revoked: await reminders.revokeFeed(ctx.db, actorOf(ctx).accountId) }),

  feed: async (ctx, { token }) => {
    const owner = await reminders.feedOwner(ctx.db, hashOf(token))
    if (owner === null) throw problem(404, 'coordination.noFeed')
    // From here on the transaction is the owner's: the calendar shows what the owner may see today, and no more.
    await ctx.client.query(`select set_config('app.account', $1, true)`, [String(owner)])
    const known = await actorOfAccount(ctx.client, owner, ctx.today)
    if (!known?.actor.rights.includes('coordination.read')) throw problem(404, 'coordination.noFeed')
    const scope = known.scopeFor('coordination.read')
    await standBehind(ctx.client, scope.all ? 'all' : scope.unitIds)
    const year = yearOf(ctx.today)
    const entries = await promises.calendarOf(ctx.db, scope, ctx.today, {
      from: `${year - 1}-12-01` as Day,
      until: `${year + 1}-12-31` as Day,
    })
    return feedFile(words(ctx), entries, ctx.config.origin ?? '')
  },

  pulses: async (ctx, input) => {
    const { rows, total } = await promises.pulseUnits(ctx.db, ctx.scope, ctx.today, input)
    return { rows: await pulsesOf(ctx, rows), total }
  },

  pulse: async (ctx, { unitId }) => {
    await reachUnit(ctx, unitId)
    const [found] = await pulsesOf(ctx, [
      { unitId, unitName: (await nameOn(ctx.db, unitId, ctx.today)) ?? '' },
    ])
    return found!
  },

  rules: (ctx) => reminders.rulesOf(ctx.db),

  editRule: async (ctx, { ruleId, isOn, steps, version }) => {
    const [current] = await reminders.rulesOf(ctx.db, ruleId)
    if (!current) throw problem(404, 'access.notFound')
    const fault = faultOfSteps(current.subjectKind, steps)
    if (fault) throw problem(422, 'input.wrong', {}, [{ path: 'steps', code: fault }])
    if (!(await reminders.setRule(ctx.db, { ruleId, version }, isOn, steps)))
      throw problem(409, 'coordination.stale', { current })
    const [rule] = await reminders.rulesOf(ctx.db, ruleId)
    return rule!
  },

  notices: (ctx, input) => reminders.noticesOf(ctx.db, actorOf(ctx).accountId, ctx.today, input),

  unread: async (ctx) => ({ count: await reminders.unreadOf(ctx.db, actorOf(ctx).accountId, ctx.today) }),

  markSeen: async (ctx, { noticeId }) => ({
    seen: await reminders.markSeen(ctx.db, actorOf(ctx).accountId, noticeId ?? null),
  }),
}

const words = (ctx: Ctx) => (ctx.locale === 'vi' ? vi : en)
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** What lies outside the scope does not exist. */
async function reachUnit(ctx: Ctx, unitId: number): Promise<void> {
  if (!ctx.scope.all && !ctx.scope.unitIds.includes(unitId)) throw problem(404, 'access.notFound')
  if ((await nameOn(ctx.db, unitId, ctx.today)) === null) throw problem(404, 'access.notFound')
}

const allUnits = (ctx: Ctx, input: z.infer<typeof unitsInput> & { year: number }) =>
  promises.unitRows(ctx.db, ctx.scope, ctx.today, input, true)

async function templateOf(ctx: Ctx, templateId: number): Promise<plans.TemplateRow> {
  const [found] = await plans.templatesOf(ctx.db, templateId)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

/** A promise as it is to be stored; refused with every wrong field at once. */
function soundPromise(input: Omit<z.infer<typeof itemInput>, 'planId'>): plans.PromiseValues {
  const faults = faultsOfRule(input)
  if (faults.length > 0) throw problem(422, 'input.wrong', {}, faults)
  const isFixed = input.dueKind === 'fixed'
  return {
    side: input.side,
    title: tidy(input.title),
    detail: (input.detail ?? '').trim() || null,
    evidence: tidy(input.evidence ?? '') || null,
    dueKind: input.dueKind,
    dueMonth: isFixed ? (input.dueMonth ?? null) : null,
    dueDay: isFixed ? (input.dueDay ?? null) : null,
    offsetDays: isFixed ? 0 : input.offsetDays,
  }
}

type PlanVerb = 'edit' | 'offer' | 'accept' | 'return' | 'revise'

/** What the asker may do with a plan in this state, by state and right. */
function verbsOfPlan(ctx: Ctx, state: string, hasOpen: boolean): PlanVerb[] {
  const may = (right: string) => actorOf(ctx).rights.includes(right)
  const isBeingWritten = state === 'draft' || state === 'returned'
  const verbs: PlanVerb[] = []
  if (isBeingWritten && may('coordination.manage')) verbs.push('edit')
  if (isBeingWritten && may('coordination.offer')) verbs.push('offer')
  if (state === 'offered' && may('coordination.accept')) verbs.push('accept', 'return')
  if (state === 'accepted' && !hasOpen && may('coordination.manage')) verbs.push('revise')
  return verbs
}

const whole = async (ctx: Ctx, plan: plans.PlanRow, hasOpen: boolean) => ({
  ...plan,
  items: await plans.itemsOf(ctx.db, plan.id),
  can: verbsOfPlan(ctx, plan.state, hasOpen),
})

async function readPlan(ctx: Ctx, planId: number) {
  const plan = await plans.planById(ctx.db, ctx.scope, ctx.today, planId)
  if (!plan) throw problem(404, 'access.notFound')
  const others = await plans.plansOfUnit(ctx.db, ctx.scope, ctx.today, plan.unitId, plan.year)
  return whole(
    ctx,
    plan,
    others.some((one) => one.state !== 'accepted'),
  )
}

/** The plan, held for this step; refused where its state does not allow it, or when it is not the one that was seen. */
async function forChange(ctx: Ctx, planId: number, verb: PlanVerb, seen?: number) {
  const found = await readPlan(ctx, planId)
  await plans.lockPlan(ctx.db, planId)
  const plan = await readPlan(ctx, planId)
  if (!plan.can.includes(verb))
    throw problem(409, 'coordination.planState', { state: plan.state, unit: found.unitName })
  if (seen !== undefined && seen !== plan.version) throw problem(409, 'coordination.stale', { current: plan })
  return plan
}

async function changed(ctx: Ctx, planId: number) {
  await plans.touchDraft(ctx.db, planId)
  return readPlan(ctx, planId)
}

/** The dated commitments of an accepted plan: what lies before the day on which both had agreed is not owed. */
async function drawCommitments(ctx: Ctx, plan: Awaited<ReturnType<typeof readPlan>>): Promise<void> {
  const anchors = await plans.anchorsOf(ctx.db, plan.unitId, plan.year)
  for (const item of plan.items)
    await promises.draw(
      ctx.db,
      { planId: plan.id, unitId: plan.unitId, year: plan.year },
      item,
      occurrencesOf(item, plan.year, anchors).filter(({ dueOn }) => dueOn >= ctx.today),
    )
}

function withVerbs(ctx: Ctx, row: promises.CommitmentRow) {
  const { rights } = actorOf(ctx)
  const can = rights.includes('coordination.keep')
    ? verbsOf({
        side: row.side,
        standing: row.standing,
        isByAnswer: row.isByAnswer,
        asker: rights.includes('coordination.offer') ? 'school' : 'unit',
        isPastDue: row.dueOn < ctx.today,
      })
    : []
  return { ...row, can }
}

async function readCommitment(ctx: Ctx, commitmentId: number) {
  const found = await promises.commitmentById(ctx.db, ctx.scope, ctx.today, commitmentId)
  if (!found) throw problem(404, 'access.notFound')
  return withVerbs(ctx, found)
}

async function settle(
  ctx: Ctx,
  commitmentId: number,
  verb: CommitmentVerb,
  version: number,
  step: promises.Settlement,
) {
  const found = await readCommitment(ctx, commitmentId)
  if (!found.can.includes(verb))
    throw problem(409, 'coordination.notYours', { title: found.title, standing: found.standing })
  if (!(await promises.settle(ctx.db, { commitmentId, version }, actorOf(ctx).accountId, step)))
    throw problem(409, 'coordination.stale', { current: await readCommitment(ctx, commitmentId) })
  if (verb !== 'reopen')
    await reminders.recall(
      ctx.db,
      found.side === 'unit' ? 'unitCommitment' : 'schoolCommitment',
      commitmentId,
    )
  return readCommitment(ctx, commitmentId)
}

async function pulsesOf(ctx: Ctx, units: readonly { unitId: number; unitName: string }[]) {
  const events = await promises.pulseEvents(
    ctx.db,
    ctx.today,
    units.map((one) => one.unitId),
  )
  const since = await promises.remindedSince(ctx.db)
  return units.map((unit) => ({ ...unit, ...pulseOf(events.get(unit.unitId) ?? [], ctx.today, since) }))
}
