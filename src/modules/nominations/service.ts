import type * as z from 'zod'
import { addDays, yearOf } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import { admissions, admit, factsOfStep, giveOpinion, review, sign, takeBack, withdraw } from './acts.ts'
import * as checkStore from './check-store.ts'
import { checkNominations, replayed } from './checking.ts'
import { noticeVerbs } from './contract/notices.ts'
import {
  type concern,
  type nominateInput,
  type nominationRow,
  type nominationsContract,
  nominationVerbs,
} from './contract.ts'
import * as noticeStore from './notice-store.ts'
import { lotNumber, lotOf, rankOf } from './rules/allocation.ts'
import {
  type NominationVerb,
  type NoticeVerb,
  refusalOf,
  refusalOfNotice,
  rightOf,
  verbsOf,
} from './rules/steps.ts'
import { listSheet, noticesSheet, rosterSheet } from './sheets.ts'
import * as store from './store.ts'

type Concern = z.infer<typeof concern>

export const nominationsService: Service<typeof nominationsContract> = {
  notices: (ctx, input) => noticeStore.notices(ctx.db, input, ctx.scope, input),

  noticesXlsx: async (ctx, input) =>
    noticesSheet(ctx, (await noticeStore.notices(ctx.db, input, ctx.scope)).rows),

  notice: (ctx, { noticeId }) => shownNotice(ctx, noticeId),

  makeNotice: async (ctx, { classId, ...input }) => {
    const values = soundNotice(input)
    return shownNotice(ctx, await noticeStore.addNotice(ctx.db, classId, values, actorOf(ctx).accountId))
  },

  editNotice: async (ctx, { noticeId, version, ...input }) => {
    const current = await forNotice(ctx, noticeId, 'edit', version)
    const values = soundNotice(input)
    if (current.state === 'issued' && current.names > 0 && values.sendsOn !== current.sendsOn)
      throw problem(422, 'input.wrong', {}, [{ path: 'sendsOn', code: 'nominations.sendsOnKept' }])
    await noticeStore.setNotice(ctx.db, noticeId, version, values)
    return shownNotice(ctx, noticeId)
  },

  setQuotas: async (ctx, { noticeId, version, quotas }) => {
    await forNotice(ctx, noticeId, 'setQuotas', version)
    const given = quotas.filter((one) => one.seats > 0)
    const ids = given.map((one) => one.unitId)
    if (new Set(ids).size !== ids.length) throw problem(409, 'nominations.unitTwice')
    const before = await noticeStore.quotasOf(ctx.db, noticeId, ctx.scope, ctx.today)
    const named = before.find((one) => one.names > 0 && !ids.includes(one.unitId))
    if (named) throw problem(409, 'nominations.unitHasNames', { unit: named.unit, names: named.names })
    const added = ids.filter((id) => !before.some((one) => one.unitId === id))
    const standing = new Set(await noticeStore.standingUnits(ctx.db, added, ctx.today))
    const missing = added.find((id) => !standing.has(id))
    if (missing !== undefined) throw problem(409, 'nominations.noUnit')
    await noticeStore.setQuotas(ctx.db, noticeId, given)
    await noticeStore.setNoticeState(ctx.db, noticeId, {})
    return shownNotice(ctx, noticeId)
  },

  issueNotice: async (ctx, { noticeId, version }) => {
    await forNotice(ctx, noticeId, 'issue', version)
    await noticeStore.setNoticeState(ctx.db, noticeId, { state: 'issued', issued_at: ctx.now })
    return shownNotice(ctx, noticeId)
  },

  closeNotice: async (ctx, { noticeId, version }) => {
    await forNotice(ctx, noticeId, 'close', version)
    await noticeStore.setNoticeState(ctx.db, noticeId, { state: 'closed', closed_at: ctx.now })
    return shownNotice(ctx, noticeId)
  },

  list: async (ctx, input) => {
    const { rows, total } = await store.nominations(ctx.db, input, ctx.scope, ctx.today, input)
    return { rows: await withConcerns(ctx, rows), total }
  },

  xlsx: async (ctx, input) =>
    listSheet(
      ctx,
      await withConcerns(ctx, (await store.nominations(ctx.db, input, ctx.scope, ctx.today)).rows),
    ),

  get: (ctx, { nominationId }) => shown(ctx, nominationId),

  candidates: async (ctx, { noticeId, q, unitId }) => {
    const { notice, quota } = await forNominating(ctx, noticeId, unitId)
    const units = await store.unitsUnder(ctx.db, quota.unitId, ctx.today)
    const people = await store.peopleOf(ctx.db, { unitIds: units, q, on: ctx.today, limit: 50 })
    const standing = await store.standingFor(ctx.db, notice.classId)
    const clashes = await store.clashes(
      ctx.db,
      people.map((one) => ({ personId: one.personId, classId: notice.classId })),
      ctx.today,
    )
    return people.map((one) => ({
      personId: one.personId,
      fullName: one.fullName,
      born: one.bornOn ?? (one.bornYear === null ? '' : String(one.bornYear)),
      unit: one.unit,
      posts: one.posts,
      isNominated: standing.has(one.personId),
      concerns: clashes
        .filter((clash) => clash.personId === one.personId)
        .map(({ kind, about }) => ({ kind, about })),
    }))
  },

  nominate: async (ctx, input) => shown(ctx, await nominate(ctx, input)),

  edit: async (ctx, { nominationId, version, ...input }) => {
    const before = await forStep(ctx, nominationId, 'edit', version)
    const sentOn = input.sentOn ?? before.sentOn
    const person = await personOf(ctx, before.unitId, before.personId, 'nominationId')
    const post = postIn(person, input.postId)
    await store.setAll(ctx.db, [nominationId], {
      basis: input.basis,
      post_id: input.basis === 'held' ? (input.postId ?? null) : null,
      post_title: post,
      sent_on: sentOn,
      is_foreign: input.isForeign,
      note: tidy(input.note),
    })
    await store.addSteps(ctx.db, [nominationId], { kind: 'edited', by: actorOf(ctx).accountId, reason: null })
    await checkNominations(ctx, [nominationId], 'made')
    return shown(ctx, nominationId)
  },

  sign,
  withdraw,
  review,
  opinion: giveOpinion,

  recheck: async (ctx, { nominationId }) => {
    await forStep(ctx, nominationId, 'recheck')
    if ((await checkNominations(ctx, [nominationId], 'pressed')).length === 0)
      throw problem(409, 'nominations.fileElsewhere')
    await store.addSteps(ctx.db, [nominationId], {
      kind: 'rechecked',
      by: actorOf(ctx).accountId,
      reason: null,
    })
    return shown(ctx, nominationId)
  },

  replay: async (ctx, { checkId }) => {
    const [check] = await checkStore.checks(ctx.db, { checkId })
    const [reached] = check ? await store.files(ctx.db, [check.nominationId], ctx.scope, ctx.today) : []
    const found = check && reached ? await replayed(ctx, check) : null
    if (!check || !found) throw problem(404, 'access.notFound')
    return { ...check, verdicts: found.verdicts, isSame: found.isSame }
  },

  showEvidence: async (ctx, { nominationId }) => {
    const file = await read(ctx, nominationId)
    const [check] = file.checkId === null ? [] : await checkStore.checks(ctx.db, { checkId: file.checkId })
    const verdicts = check ? await checkStore.unmasked(ctx.db, check.id) : null
    if (!check || !verdicts) throw problem(409, 'nominations.fileElsewhere')
    return { ...check, verdicts }
  },

  except: async (ctx, { nominationId, version, criterion, number, on, issuer, reason }) => {
    const file = await forStep(ctx, nominationId, 'except', version)
    const missing = [
      ...(number === '' ? [{ path: 'number', code: 'nominations.exceptionNumber' }] : []),
      ...(on === undefined ? [{ path: 'on', code: 'nominations.exceptionDay' }] : []),
      ...(on !== undefined && on > ctx.today ? [{ path: 'on', code: 'nominations.exceptionLater' }] : []),
      ...(issuer === '' ? [{ path: 'issuer', code: 'nominations.exceptionIssuer' }] : []),
      ...(reason.length < 5 ? [{ path: 'reason', code: 'field.reason' }] : []),
    ]
    if (missing.length > 0 || on === undefined) throw problem(422, 'input.wrong', {}, missing)
    const [check] = file.checkId === null ? [] : await checkStore.checks(ctx.db, { checkId: file.checkId })
    const verdict = check?.verdicts.find((one) => one.criterion === criterion)
    if (!verdict || verdict.result === 'met' || verdict.result === 'waived')
      throw problem(409, 'nominations.nothingToWaive')
    await checkStore.addException(ctx.db, {
      nominationId,
      criterion,
      number: tidy(number),
      on,
      issuer: tidy(issuer),
      reason,
      madeBy: actorOf(ctx).accountId,
    })
    await store.setAll(ctx.db, [nominationId], {})
    await store.addSteps(ctx.db, [nominationId], {
      kind: 'excepted',
      by: actorOf(ctx).accountId,
      reason: tidy(number),
    })
    await checkNominations(ctx, [nominationId], 'exception')
    return shown(ctx, nominationId)
  },

  allocations: async (ctx, { noticeId }) => {
    await readNotice(ctx, noticeId)
    return (await store.allocationsOf(ctx.db, noticeId)).map(({ places, criteria, ...one }) => ({
      ...one,
      criteria: criteria as never[],
      order: places.map((place, i) => ({ ...place, place: i + 1 })),
    }))
  },

  allocate: async (ctx, { noticeId, rule, criteria, seed, isPreview }) => {
    await forNotice(ctx, noticeId, 'allocate')
    if (rule === 'rank' && criteria.length === 0)
      throw problem(422, 'input.wrong', {}, [{ path: 'criteria', code: 'nominations.criteriaMissing' }])
    if (rule === 'lot' && seed === '')
      throw problem(422, 'input.wrong', {}, [{ path: 'seed', code: 'nominations.seedMissing' }])
    const waiting = await store.waitingOf(ctx.db, noticeId, ctx.today)
    if (waiting.length === 0) throw problem(409, 'nominations.nobodyWaits')
    const named = new Map(waiting.map((one) => [one.nominationId, one]))
    const ordered = rule === 'rank' ? rankOf(waiting, criteria) : lotOf(waiting, seed)
    const places = ordered.map((one) => ({
      ...one,
      fullName: named.get(one.nominationId)?.fullName ?? '',
      unit: named.get(one.nominationId)?.unit ?? '',
      // What the order rests on, in figures: the rule's name stands beside it.
      why:
        rule === 'lot'
          ? String(lotNumber(seed, one.nominationId))
          : criteria.map((name) => rankFigure(name, one)).join(' · '),
    }))
    const made = { rule, criteria: rule === 'rank' ? criteria : [], seed: rule === 'lot' ? seed : '' }
    const order = places.map(({ nominationId, fullName, unit, why }, i) => ({
      nominationId,
      fullName,
      unit,
      why,
      place: i + 1,
    }))
    if (isPreview) return { ...made, id: null, madeBy: null, madeAt: null, order }
    await store.setOrder(
      ctx.db,
      places.map((one) => one.nominationId),
    )
    const id = await store.addAllocation(ctx.db, {
      noticeId,
      ...made,
      places,
      madeBy: actorOf(ctx).accountId,
    })
    return { ...made, id, madeBy: actorOf(ctx).name, madeAt: ctx.now, order }
  },

  moveUp: async (ctx, { noticeId, reason }) => {
    await readNotice(ctx, noticeId)
    const waiting = await store.waitingOf(ctx.db, noticeId, ctx.today)
    const [next] = waiting
    if (!next) throw problem(409, 'nominations.nobodyWaits')
    if (waiting.length > 1 && next.waitOrder === null) throw problem(409, 'nominations.noOrderYet')
    const [row] = await store.files(ctx.db, [next.nominationId], ctx.scope, ctx.today, true)
    if (!row) throw problem(404, 'access.notFound')
    const mayAdmit = await admissions(ctx, {
      items: [{ nominationId: row.id, version: row.version }],
      reason,
    })
    const refusal = mayAdmit(row)
    if (refusal) throw problem(409, refusal.code, refusal.params ?? {})
    await admit(ctx, [row.id], reason, 'movedUp')
    return shown(ctx, row.id)
  },

  roster: async (ctx, { noticeId, unitId, state }) => {
    const notice = await readNotice(ctx, noticeId)
    const { rows } = await store.nominations(
      ctx.db,
      { q: '', page: 1, size: 100, sort: 'name', desc: false, noticeId, unitId, state },
      ctx.scope,
      ctx.today,
    )
    const lastYear = yearOf(notice.sendsOn) - 1
    return rosterSheet(
      notice,
      await store.rosterOf(
        ctx.db,
        rows.map((one) => one.id),
        ctx.today,
      ),
      [lastYear - 1, lastYear],
    )
  },

  setting: (ctx) => noticeStore.readSetting(ctx.db),

  setSetting: async (ctx, input) => {
    const values = {
      ...input,
      unitLoadPercent: input.unitLoadPercent ?? null,
      commitment: tidy(input.commitment),
    }
    if (!(await noticeStore.writeSetting(ctx.db, values)))
      throw problem(409, 'nominations.stale', { current: await noticeStore.readSetting(ctx.db) })
    return noticeStore.readSetting(ctx.db)
  },
}

// ── Notices ───────────────────────────────────────────────────────────────────────────────────────────────────────────

async function readNotice(ctx: Ctx, noticeId: number, lock = false): Promise<noticeStore.NoticeFile> {
  const found = await noticeStore.noticeById(ctx.db, noticeId, ctx.scope, lock)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

async function forNotice(
  ctx: Ctx,
  noticeId: number,
  verb: NoticeVerb,
  version?: number,
): Promise<noticeStore.NoticeFile> {
  const found = await readNotice(ctx, noticeId, true)
  const refusal = refusalOfNotice(verb, found, ctx.today)
  if (refusal) throw problem(409, refusal.code, refusal.params ?? {})
  if (version !== undefined && found.version !== version)
    throw problem(409, 'nominations.stale', { current: await shownNotice(ctx, noticeId) })
  return found
}

const rightOfNotice: Record<NoticeVerb, string> = {
  edit: 'nominations.review',
  setQuotas: 'nominations.review',
  issue: 'nominations.review',
  close: 'nominations.review',
  allocate: 'nominations.review',
  nominate: 'nominations.edit',
}

async function shownNotice(ctx: Ctx, noticeId: number) {
  const found = await readNotice(ctx, noticeId)
  const { rights } = actorOf(ctx)
  return {
    ...found,
    quotas: await noticeStore.quotasOf(ctx.db, noticeId, ctx.scope, ctx.today),
    can: noticeVerbs.filter(
      (verb) => rights.includes(rightOfNotice[verb]) && refusalOfNotice(verb, found, ctx.today) === null,
    ),
  }
}

function soundNotice<V extends { deadlineOn: string; sendsOn: string }>(values: V): V {
  if (values.sendsOn < values.deadlineOn)
    throw problem(422, 'input.wrong', {}, [{ path: 'sendsOn', code: 'nominations.sentBeforeDeadline' }])
  if (values.sendsOn > addDays(values.deadlineOn, 730))
    throw problem(422, 'input.wrong', {}, [{ path: 'sendsOn', code: 'nominations.sentTooLate' }])
  return values
}

// ── Nominations ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** The notice, and the seats of the unit that nominates. */
async function forNominating(ctx: Ctx, noticeId: number, unitId: number | undefined) {
  const notice = await readNotice(ctx, noticeId)
  const refusal = refusalOfNotice('nominate', notice, ctx.today)
  if (refusal) throw problem(409, refusal.code, refusal.params ?? {})
  const quotas = await noticeStore.quotasOf(ctx.db, noticeId, ctx.scope, ctx.today)
  const [only, ...more] = unitId === undefined ? quotas : quotas.filter((one) => one.unitId === unitId)
  if (!only) throw problem(409, 'nominations.notAsked')
  if (more.length > 0)
    throw problem(422, 'input.wrong', {}, [{ path: 'unitId', code: 'nominations.whichUnit' }])
  return { notice, quota: only }
}

/** Puts one person on a unit's list and checks at once; a person's file that is not of the unit is none of its. */
export async function nominate(ctx: Ctx, input: z.output<typeof nominateInput>): Promise<number> {
  const { notice, quota } = await forNominating(ctx, input.noticeId, input.unitId)
  const person = await personOf(ctx, quota.unitId, input.personId, 'personId')
  if ((await store.standingFor(ctx.db, notice.classId)).has(input.personId))
    throw problem(409, 'nominations.twice', { name: person.fullName })
  const [clash] = (
    await store.clashes(ctx.db, [{ personId: input.personId, classId: notice.classId }], ctx.today)
  ).filter((one) => one.kind === 'otherUnit')
  if (clash) throw problem(409, 'nominations.byOther', { name: person.fullName, unit: clash.about })
  const by = actorOf(ctx).accountId
  if (input.replacesId !== undefined) {
    const replaced = await forStep(ctx, input.replacesId, 'withdraw')
    if (replaced.noticeId !== notice.id || replaced.unitId !== quota.unitId)
      throw problem(422, 'input.wrong', {}, [{ path: 'replacesId', code: 'nominations.replacesOther' }])
    await takeBack(
      ctx,
      [replaced.id],
      ctx.sentence('nominations.replacedBy', { name: person.fullName }),
      'withdrawn',
    )
  }
  const post = postIn(person, input.postId)
  const id = await store.addNomination(
    ctx.db,
    {
      noticeId: notice.id,
      classId: notice.classId,
      unitId: quota.unitId,
      personId: input.personId,
      fullName: person.fullName,
      sortKey: person.sortKey,
      searchKey: person.searchKey,
      postTitle: post,
      basis: input.basis,
      postId: input.basis === 'held' ? (input.postId ?? null) : null,
      sentOn: input.sentOn ?? notice.sendsOn,
      isForeign: input.isForeign,
      note: tidy(input.note),
      replacesId: input.replacesId ?? null,
    },
    by,
  )
  await store.addSteps(ctx.db, [id], { kind: 'made', by, reason: null })
  await checkNominations(ctx, [id], 'made')
  return id
}

async function personOf(ctx: Ctx, unitId: number, personId: number, path: string): Promise<store.Person> {
  const unitIds = await store.unitsUnder(ctx.db, unitId, ctx.today)
  const [person] = await store.peopleOf(ctx.db, {
    unitIds,
    q: '',
    on: ctx.today,
    personIds: [personId],
    limit: 1,
  })
  if (!person) throw problem(422, 'input.wrong', {}, [{ path, code: 'nominations.notOfUnit' }])
  return person
}

function postIn(person: store.Person, postId: number | undefined): string {
  const post = postId === undefined ? person.posts[0] : person.posts.find((one) => one.id === postId)
  if (postId !== undefined && !post)
    throw problem(422, 'input.wrong', {}, [{ path: 'postId', code: 'nominations.notHisPost' }])
  return post?.title ?? ''
}

async function read(ctx: Ctx, nominationId: number, lock = false): Promise<store.File> {
  const [found] = await store.files(ctx.db, [nominationId], ctx.scope, ctx.today, lock)
  if (!found) throw problem(404, 'access.notFound')
  return found
}

async function forStep(
  ctx: Ctx,
  nominationId: number,
  verb: NominationVerb,
  version?: number,
): Promise<store.File> {
  const found = await read(ctx, nominationId, true)
  const refusal = refusalOf(verb, factsOfStep(ctx, found))
  if (refusal) throw problem(409, refusal.code, refusal.params ?? {})
  if (version !== undefined && found.version !== version)
    throw problem(409, 'nominations.stale', { current: await shown(ctx, nominationId) })
  return found
}

async function shown(ctx: Ctx, nominationId: number) {
  const {
    checkId,
    isEnrolled: _enrolled,
    noticeState: _state,
    deadlineOn: _deadline,
    ...file
  } = await read(ctx, nominationId)
  const facts = factsOfStep(ctx, await read(ctx, nominationId))
  const checks = await checkStore.checks(ctx.db, { nominationId })
  const [row] = await withConcerns(ctx, [{ ...file, chips: [] }])
  const { rights } = actorOf(ctx)
  const overload = await overloadOf(ctx, file.unitId, file.classId)
  return {
    ...file,
    concerns: [...(row?.concerns ?? []), ...overload],
    check: checks.find((one) => one.id === checkId) ?? null,
    checks: checks.map(({ verdicts: _verdicts, ...one }) => one),
    exceptions: await checkStore.exceptionsOf(ctx.db, nominationId),
    steps: await store.stepsOf(ctx.db, nominationId),
    can: verbsOf(
      facts,
      rights.filter((right) => Object.values(rightOf).includes(right)),
      nominationVerbs,
    ),
  }
}

/** What the unit's own limit says, where the school has set one. */
async function overloadOf(ctx: Ctx, unitId: number, classId: number): Promise<Concern[]> {
  const { unitLoadPercent } = await noticeStore.readSetting(ctx.db)
  if (unitLoadPercent === null) return []
  const { people, away } = await store.unitLoad(ctx.db, unitId, classId)
  return away > 1 && away * 100 > people * unitLoadPercent
    ? [{ kind: 'unitLoad', about: `${away}/${people} > ${unitLoadPercent} %` }]
    : []
}

async function withConcerns(ctx: Ctx, rows: readonly store.Row[]): Promise<z.infer<typeof nominationRow>[]> {
  const open = rows.filter((row) => row.state !== 'refused' && row.state !== 'withdrawn')
  const clashes = await store.clashes(ctx.db, open, ctx.today)
  const of = new Map<string, Concern[]>()
  for (const { personId, classId, kind, about } of clashes) {
    const key = `${personId} ${classId}`
    of.set(key, [...(of.get(key) ?? []), { kind, about }])
  }
  const isOpen = new Set(open.map((row) => row.id))
  return rows.map((row) => ({
    ...row,
    concerns: isOpen.has(row.id) ? (of.get(`${row.personId} ${row.classId}`) ?? []) : [],
  }))
}

/** One criterion of an order, as a figure that can be looked up. */
function rankFigure(
  name: Parameters<typeof rankOf>[1][number],
  one: Parameters<typeof rankOf>[0][number],
): string {
  switch (name) {
    case 'planned':
      return one.basis === 'planned' ? '1' : '0'
    case 'higherPost':
      return one.rank === null ? '–' : String(one.rank)
    case 'unitShare':
      return `${one.admitted}/${one.seats}`
    case 'signedFirst':
      return one.signedAt
    case 'older':
    case 'younger':
      return one.bornOn ?? '–'
  }
}
