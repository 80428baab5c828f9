import type * as z from 'zod'
import { problem } from '../../pure/problem.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import { headRoles } from '../access/index.ts'
import type { classRule, enrolmentsContract } from './contract.ts'
import { figuresFor, isStricter, setOfIntake } from './rules.ts'
import { rosterSheet, studyingSheet } from './sheets.ts'
import * as store from './store.ts'
import { studySets } from './study-rules.ts'

export const enrolmentsService: Service<typeof enrolmentsContract> = {
  list: async (ctx, input) => {
    const facts = await readClass(ctx, input.classId)
    const { active, left } = await store.countsOf(ctx.db, input.classId, ctx.scope)
    // A class of which one sees nobody is no more than what everybody knows of it.
    const isMine = ctx.scope.all || (await store.isOfClass(ctx.db, input.classId))
    const { rights } = actorOf(ctx)
    return {
      ...facts,
      ...(await store.enrolments(ctx.db, input, ctx.scope, ctx.today, input)),
      active,
      left,
      heads: await store.headsOf(ctx.db, input.classId),
      monitors: await store.monitorsOf(ctx.db, input.classId),
      can: [
        ...(rights.includes('enrolments.edit') ? (['edit'] as const) : []),
        ...(rights.includes('attendance.record') && isMine ? (['attend'] as const) : []),
      ],
    }
  },

  listXlsx: async (ctx, input) =>
    rosterSheet(
      await readClass(ctx, input.classId),
      (await store.enrolments(ctx.db, input, ctx.scope, ctx.today)).rows,
    ),

  studying: (ctx, input) => store.studying(ctx.db, input, ctx.scope, ctx.today, input),

  studyingXlsx: async (ctx, input) =>
    studyingSheet(ctx, (await store.studying(ctx.db, input, ctx.scope, ctx.today)).rows),

  get: (ctx, { enrolmentId }) => readEnrolment(ctx, enrolmentId),

  enrol: async (ctx, { classId, personIds, unitId, ...values }) => {
    const facts = await openClass(ctx, classId)
    const enrolledOn = values.enrolledOn ?? facts.opensOn
    if (facts.closesOn !== null && enrolledOn > facts.closesOn)
      throw problem(422, 'input.wrong', {}, [{ path: 'enrolledOn', code: 'enrolments.afterClass' }])
    const people = await store.candidates(ctx.db, classId, personIds)
    if (people.length < new Set(personIds).size) throw problem(404, 'access.notFound')
    const again = people.find((one) => one.isEnrolled)
    if (again) throw problem(409, 'enrolments.already', { name: again.fullName })
    const homeless = people.find((one) => (unitId ?? one.unitId) === null)
    if (homeless) throw problem(409, 'enrolments.noUnit', { name: homeless.fullName })
    await mustNotOverlap(ctx, classId, personIds, values.overlapReason)
    await store.addEnrolments(
      ctx.db,
      classId,
      people.map((one) => ({ personId: one.personId, unitId: unitId ?? one.unitId ?? 0 })),
      { ...values, ...(await commonOf(ctx, facts)), enrolledOn },
    )
    return { enrolled: people.length }
  },

  leave: async (ctx, { enrolmentId, ...input }) => {
    const before = await lockEnrolment(ctx, enrolmentId, input.version)
    if (before.leftOn !== null) throw problem(409, 'enrolments.leftAlready', { name: before.fullName })
    if (input.leftOn < before.enrolledOn)
      throw problem(422, 'input.wrong', {}, [{ path: 'leftOn', code: 'enrolments.leftBefore' }])
    await store.setLeft(ctx.db, enrolmentId, input)
    return readEnrolment(ctx, enrolmentId)
  },

  restore: async (ctx, { enrolmentId, version }) => {
    const before = await lockEnrolment(ctx, enrolmentId, version)
    if (before.leftOn === null) throw problem(409, 'enrolments.notLeft', { name: before.fullName })
    await store.setLeft(ctx.db, enrolmentId, null)
    return readEnrolment(ctx, enrolmentId)
  },

  headChoices: (ctx) => store.accountsWith(ctx.db, headRoles, ctx.today),

  nameHead: async (ctx, { classId, ...input }) => {
    await openClass(ctx, classId)
    const name = (await store.accountsWith(ctx.db, headRoles, ctx.today)).find(
      (one) => one.accountId === input.accountId,
    )?.name
    if (name === undefined)
      throw problem(422, 'input.wrong', {}, [{ path: 'accountId', code: 'enrolments.noAccount' }])
    return store.addHead(ctx.db, classId, name, input)
  },

  nameMonitor: async (ctx, { classId, ...input }) => {
    await openClass(ctx, classId)
    const found = await readEnrolment(ctx, input.enrolmentId)
    if (found.classId !== classId || found.leftOn !== null)
      throw problem(422, 'input.wrong', {}, [{ path: 'enrolmentId', code: 'enrolments.notInClass' }])
    return store.addMonitor(ctx.db, classId, input)
  },

  endMonitor: async (ctx, { monitorId, version, untilOn }) => {
    if (!(await store.monitorExists(ctx.db, monitorId))) throw problem(404, 'access.notFound')
    const ended = await store.endMonitor(ctx.db, monitorId, version, untilOn)
    if (!ended) throw problem(409, 'enrolments.stale')
    return ended
  },

  studyRules: async (ctx) => ({
    sets: await studySets(),
    overlays: (await store.overlays(ctx.db)).map((one) => withVerbs(ctx, one)),
    can: actorOf(ctx).rights.includes('studyRules.edit') ? ['propose'] : [],
  }),

  classRule: (ctx, { classId }) => ruleOfClass(ctx, classId),

  proposeOverlay: async (ctx, input) => {
    const set = (await studySets()).find((one) => one.id === input.ruleSet)
    if (!set) throw problem(422, 'input.wrong', {}, [{ path: 'ruleSet', code: 'enrolments.noRuleSet' }])
    const regulation = set.figures[input.figure].value
    if (!isStricter(input.figure, input.value, regulation))
      throw problem(409, 'enrolments.notStricter', {
        figure: input.figure,
        value: input.value,
        regulation,
        document: set.document,
      })
    return readOverlay(ctx, await store.addOverlay(ctx.db, input, actorOf(ctx).accountId))
  },

  decideOverlay: async (ctx, { overlayId, version, decision, reason }) => {
    const found = await readOverlay(ctx, overlayId)
    const by = actorOf(ctx).accountId
    if (decision !== 'inForce' && !reason)
      throw problem(422, 'input.wrong', {}, [{ path: 'reason', code: 'field.reason' }])
    if (decision === 'ended' ? found.state !== 'inForce' : found.state !== 'proposed')
      throw problem(409, 'enrolments.overlayStep')
    if (decision === 'inForce' && (await store.overlayMaker(ctx.db, overlayId)) === by)
      throw problem(409, 'enrolments.secondPerson')
    if (
      !(await store.setOverlay(ctx.db, overlayId, version, {
        state: decision,
        reason: reason ?? null,
        by,
        at: ctx.now,
      }))
    )
      throw problem(409, 'enrolments.stale')
    return readOverlay(ctx, overlayId)
  },
}

/** What the study regulation of its intake asks of a class, with the school's stricter figures. */
export async function ruleOfClass(ctx: Pick<Ctx, 'db'>, classId: number): Promise<z.infer<typeof classRule>> {
  const facts = await store.classFacts(ctx.db, classId)
  if (!facts) throw problem(404, 'access.notFound')
  const set = setOfIntake(await studySets(), facts.opensOn)
  return {
    classId,
    code: facts.code,
    ruleSet: set?.id ?? null,
    document: set?.document ?? null,
    figures: set ? figuresFor(set, await store.overlays(ctx.db), facts.opensOn) : [],
    excusedCounts: set?.excusedCounts.value ?? true,
  }
}

/** What everybody who is taken into a class has in common. */
export const commonOf = async (ctx: Ctx, facts: store.ClassFacts) => ({
  ruleSet: setOfIntake(await studySets(), facts.opensOn)?.id ?? null,
  madeBy: actorOf(ctx).accountId,
})

async function readClass(ctx: Ctx, classId: number): Promise<store.ClassFacts> {
  const facts = await store.classFacts(ctx.db, classId)
  if (!facts) throw problem(404, 'access.notFound')
  return facts
}

async function openClass(ctx: Ctx, classId: number): Promise<store.ClassFacts> {
  const facts = await store.classFacts(ctx.db, classId, true)
  if (!facts) throw problem(404, 'access.notFound')
  if (facts.cancelledOn !== null) throw problem(409, 'enrolments.classCancelled', { code: facts.code })
  return facts
}

async function readEnrolment(ctx: Ctx, enrolmentId: number): Promise<store.Enrolment> {
  const found = await store.enrolmentById(ctx.db, enrolmentId, ctx.scope, ctx.today)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

async function lockEnrolment(ctx: Ctx, enrolmentId: number, version: number): Promise<store.Enrolment> {
  const found = await store.enrolmentById(ctx.db, enrolmentId, ctx.scope, ctx.today, true)
  if (!found) throw problem(404, 'access.notFound')
  if (found.version !== version) throw problem(409, 'enrolments.stale', { current: found })
  return found
}

async function mustNotOverlap(
  ctx: Ctx,
  classId: number,
  personIds: readonly number[],
  reason: string | undefined,
): Promise<void> {
  const [first, ...more] = await store.overlapping(ctx.db, classId, personIds)
  if (!first) return
  if (reason === undefined || reason === '')
    throw problem(409, 'enrolments.overlaps', { ...first, more: more.length })
  if (reason.length < 5)
    throw problem(422, 'input.wrong', {}, [{ path: 'overlapReason', code: 'field.reason' }])
}

async function readOverlay(ctx: Ctx, overlayId: number) {
  const found = (await store.overlays(ctx.db)).find((one) => one.id === overlayId)
  if (!found) throw problem(404, 'access.notFound')
  return withVerbs(ctx, found)
}

function withVerbs(ctx: Ctx, one: store.Overlay) {
  const may = actorOf(ctx).rights.includes('studyRules.decide')
  const can: ('confirm' | 'refuse' | 'end')[] = !may
    ? []
    : one.state === 'proposed'
      ? ['confirm', 'refuse']
      : one.state === 'inForce'
        ? ['end']
        : []
  return { ...one, can }
}
