import type * as z from 'zod'
import { type Day, yearOf } from '../../pure/day.ts'
import { type FieldProblem, problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import { dropFile, filesOf, keepFile, takeFile } from '../files/index.ts'
import { modes } from '../programmes/index.ts'
import { lackingOf, plannedScope, targetGroupsIn } from '../regulations/index.ts'
import type { matrixInput, needInput, needsContract, roundInput, round as roundShape } from './contract.ts'
import { boardFile, linesFile, matrixFile, matrixLetter } from './files.ts'
import {
  type AnswerStep,
  answerVerdicts,
  type RoundStep,
  refusalOfAnswer,
  refusalOfExtension,
  refusalOfRound,
  roundVerdicts,
} from './rules.ts'
import * as store from './store.ts'
import { suggestionsFor } from './suggestions.ts'
import * as sums from './sums.ts'
import { answerTemplate } from './template.ts'

export const needsService: Service<typeof needsContract> = {
  rounds: async (ctx) => {
    const rounds = await store.roundsOf(ctx.db, ctx.scope, ctx.today)
    const own = await ownOf(ctx)
    return rounds.map((round) => withSteps(ctx, round, own))
  },

  round: (ctx, { roundId }) => readRound(ctx, roundId),

  make: async (ctx, input) => {
    const values = await soundRound(ctx, input)
    const roundId = await store.addRound(ctx.db, values, actorOf(ctx).accountId)
    await store.setOffer(ctx.db, roundId, {
      programmeIds: input.programmeIds,
      unitIds: input.asks === 'chosen' ? input.unitIds : [],
    })
    return readRound(ctx, roundId)
  },

  edit: async (ctx, { roundId, version, ...input }) => {
    const round = await forRound(ctx, roundId, 'edit', version)
    const values = await soundRound(ctx, input)
    if (round.state !== 'draft' && changesAnnounced(round, values)) throw problem(409, 'needs.announced')
    await store.setRound(ctx.db, roundId, values)
    await store.setOffer(ctx.db, roundId, {
      programmeIds: input.programmeIds,
      unitIds: round.state !== 'draft' ? null : input.asks === 'chosen' ? input.unitIds : [],
    })
    return readRound(ctx, roundId)
  },

  open: async (ctx, { roundId, version }) => {
    await forRound(ctx, roundId, 'open', version)
    if ((await store.askUnits(ctx.db, roundId)) === 0) throw problem(409, 'needs.nobodyToAsk')
    await store.setRoundState(ctx.db, roundId, { state: 'open' })
    return readRound(ctx, roundId)
  },

  extend: async (ctx, { roundId, closesOn, reason, version }) => {
    const round = await forRound(ctx, roundId, 'extend', version)
    const refusal = refusalOfExtension(round.closesOn, closesOn, ctx.today)
    if (refusal) throw problem(422, 'input.wrong', {}, [{ path: 'closesOn', code: refusal }])
    await store.addExtension(ctx.db, {
      roundId,
      beforeOn: round.closesOn,
      afterOn: closesOn,
      reason: tidy(reason),
      madeBy: actorOf(ctx).accountId,
    })
    await store.setRoundState(ctx.db, roundId, { state: 'open', closesOn })
    return readRound(ctx, roundId)
  },

  close: async (ctx, { roundId, version }) => {
    await forRound(ctx, roundId, 'close', version)
    await store.setRoundState(ctx.db, roundId, { state: 'closed' })
    return readRound(ctx, roundId)
  },

  attach: async (ctx, { roundId, file }) => {
    await forRound(ctx, roundId, 'edit')
    await keepFile(ctx, filesAt(roundId), file)
    return readRound(ctx, roundId)
  },

  detach: async (ctx, { roundId, fileId }) => {
    await forRound(ctx, roundId, 'edit')
    await dropFile(ctx, filesAt(roundId), fileId)
    return readRound(ctx, roundId)
  },

  file: async (ctx, { roundId, fileId }) => {
    await mustSeeRound(ctx, roundId)
    await mustBeAsked(ctx, roundId)
    return takeFile(ctx, filesAt(roundId), fileId)
  },

  board: async (ctx, { roundId, ...input }) => {
    await mustSeeRound(ctx, roundId)
    return store.boardOf(ctx.db, ctx.scope, roundId, ctx.today, input)
  },

  boardXlsx: async (ctx, { roundId, ...input }) => {
    const round = await mustSeeRound(ctx, roundId)
    const { size: _size, page: _page, ...filter } = input
    const { rows } = await store.boardOf(ctx.db, ctx.scope, roundId, ctx.today, filter)
    return boardFile(ctx, round, rows)
  },

  answer: async (outer, { answerId }) => {
    const { ctx, planned } = await plannedScope(outer, 'needs.read')
    const answer = await readAnswer(ctx, answerId)
    const { steps: _steps, can: _can, own: _own, ...round } = await readRound(ctx, answer.roundId)
    const showsPeople = mayName(ctx)
    const needs = await store.needsOfAnswer(ctx.db, answerId, ctx.locale, showsPeople)
    const earlier = await store.roundBefore(ctx.db, answer.roundId, { id: answer.unitId, today: ctx.today })
    const before = earlier ? await store.askedBefore(ctx.db, earlier.id, answer.unitId, ctx.today) : []
    const groups = await targetGroupsIn(ctx.locale)
    const known = await modes(ctx.db)
    const mayWrite = answer.can.includes('edit')
    return {
      answer,
      round,
      needs,
      before,
      suggestions:
        showsPeople && mayWrite
          ? await suggestionsFor(ctx, planned, { answer, programmes: round.programmes, needs })
          : [],
      people:
        showsPeople && mayWrite
          ? (await store.peopleOfUnit(ctx.db, answer.unitId, ctx.today)).map(({ id, name, title }) => ({
              id,
              name,
              title,
            }))
          : [],
      targetGroups: groups,
      modes: known.map(({ code, name }) => ({ code, name })),
    }
  },

  markOpened: async (ctx, { answerId }) => {
    const answer = await readAnswer(ctx, answerId)
    if (answer.roundState !== 'open')
      throw problem(409, refusalOfAnswer('edit', answer) ?? 'needs.roundClosed')
    return { openedAt: await store.openedAt(ctx.db, answerId, actorOf(ctx).accountId) }
  },

  addLine: async (ctx, { answerId, ...input }) => {
    const answer = await forAnswer(ctx, answerId, 'edit')
    const id = await store.addNeed(ctx.db, answer, await soundNeed(ctx, answer, input))
    await store.touchAnswer(ctx.db, answerId)
    return lineOf(ctx, answerId, id)
  },

  editLine: async (ctx, { answerId, needId, version, ...input }) => {
    const answer = await forAnswer(ctx, answerId, 'edit')
    const current = await lineOf(ctx, answerId, needId)
    const values = await soundNeed(ctx, answer, input)
    if (!(await store.setNeed(ctx.db, { answerId, needId, version }, values)))
      throw problem(409, 'needs.stale', { current })
    await store.touchAnswer(ctx.db, answerId)
    return lineOf(ctx, answerId, needId)
  },

  removeLine: async (ctx, { answerId, needId, version }) => {
    await forAnswer(ctx, answerId, 'edit')
    const current = await lineOf(ctx, answerId, needId)
    if (!(await store.dropNeed(ctx.db, { answerId, needId, version })))
      throw problem(409, 'needs.stale', { current })
    await store.touchAnswer(ctx.db, answerId)
    return { id: needId }
  },

  submit: async (ctx, { answerId, noNeed, note, version }) => {
    const answer = await forAnswer(ctx, answerId, 'submit', version)
    if (noNeed && answer.lines > 0) throw problem(409, 'needs.noNeedWithLines')
    if (!noNeed && answer.lines === 0) throw problem(409, 'needs.emptyAnswer')
    await store.setAnswerState(ctx.db, answerId, {
      state: 'submitted',
      by: actorOf(ctx).accountId,
      noNeed,
      note: tidy(note ?? '') || null,
    })
    return rowOf(ctx, answerId)
  },

  confirm: async (ctx, { answerId, version }) => {
    await forAnswer(ctx, answerId, 'confirm', version)
    await store.setAnswerState(ctx.db, answerId, { state: 'confirmed', by: actorOf(ctx).accountId })
    return rowOf(ctx, answerId)
  },

  sendBack: async (ctx, { answerId, reason, version }) => {
    await forAnswer(ctx, answerId, 'sendBack', version)
    await store.setAnswerState(ctx.db, answerId, {
      state: 'returned',
      by: actorOf(ctx).accountId,
      from: 'head',
      reason: tidy(reason),
    })
    return rowOf(ctx, answerId)
  },

  return: async (ctx, { answerId, reason, version }) => {
    await forAnswer(ctx, answerId, 'return', version)
    await store.setAnswerState(ctx.db, answerId, {
      state: 'returned',
      by: actorOf(ctx).accountId,
      from: 'school',
      reason: tidy(reason),
    })
    return rowOf(ctx, answerId)
  },

  template: async (ctx, { answerId }) => {
    const answer = await readAnswer(ctx, answerId)
    const round = await readRound(ctx, answer.roundId)
    return answerTemplate(ctx, {
      answer,
      round,
      needs: await store.needsOfAnswer(ctx.db, answerId, 'vi', mayName(ctx)),
    })
  },

  matrix: async (ctx, { roundId, ...which }) => (await matrixOf(ctx, roundId, which)).matrix,
  matrixXlsx: async (ctx, { roundId, ...which }) => {
    const { round, matrix } = await matrixOf(ctx, roundId, which)
    return matrixFile(ctx, round, matrix)
  },
  matrixDocx: async (ctx, { roundId, ...which }) => {
    const { round, matrix } = await matrixOf(ctx, roundId, which)
    return matrixLetter(ctx, await store.sender(ctx.db), round, matrix)
  },

  needs: async (ctx, { roundId, ...input }) => {
    await mustSeeRound(ctx, roundId)
    return sums.needsOf(ctx.db, ctx.scope, roundId, ctx.today, input, ctx.locale, mayName(ctx))
  },

  needsXlsx: async (ctx, { roundId, ...input }) => {
    const round = await mustSeeRound(ctx, roundId)
    const { size: _size, page: _page, ...filter } = input
    const { rows } = await sums.needsOf(
      ctx.db,
      ctx.scope,
      roundId,
      ctx.today,
      filter,
      ctx.locale,
      mayName(ctx),
    )
    return linesFile(ctx, round, rows, await targetGroupsIn(ctx.locale))
  },

  duplicates: async (ctx, { roundId }) => {
    await mustSeeRound(ctx, roundId)
    return mayName(ctx) ? sums.duplicatesOf(ctx.db, ctx.scope, roundId, ctx.locale) : []
  },

  divided: async (ctx, { roundId }) => {
    await mustSeeRound(ctx, roundId)
    return sums.dividedOf(ctx.db, roundId, ctx.today, ctx.locale)
  },

  place: async (ctx, { needId, unitId }) => {
    const roundId = await sums.roundOfNeed(ctx.db, needId)
    if (roundId === undefined) throw problem(404, 'needs.notFound')
    const line = (await sums.dividedOf(ctx.db, roundId, ctx.today, ctx.locale)).find(
      (one) => one.id === needId,
    )
    if (!line?.choices.some((choice) => choice.id === unitId)) throw problem(409, 'needs.notASuccessor')
    await sums.placeNeed(ctx.db, needId, unitId, actorOf(ctx).accountId)
    return { id: needId }
  },
}

/** Names of people go to who may see people at all. */
const mayName = (ctx: Ctx): boolean => actorOf(ctx).rights.includes('people.read')

type Own = Map<number, z.infer<typeof roundShape>['own']>

async function ownOf(ctx: Ctx): Promise<Own> {
  const own: Own = new Map()
  if (!actorOf(ctx).rights.includes('needs.answer') || ctx.scope.all) return own
  for (const { roundId, ...answer } of await store.ownAnswers(ctx.db, ctx.scope.unitIds))
    own.set(roundId, [...(own.get(roundId) ?? []), answer])
  return own
}

function withSteps(ctx: Ctx, round: store.RoundRow, own: Own) {
  const steps = roundVerdicts(round.state, actorOf(ctx).rights)
  return {
    ...round,
    own: own.get(round.id) ?? [],
    steps,
    can: steps.filter((one) => one.refusal === null).map((one) => one.step),
  }
}

async function mustSeeRound(ctx: Ctx, roundId: number): Promise<store.RoundRow> {
  const [round] = await store.roundsOf(ctx.db, ctx.scope, ctx.today, { roundId })
  if (!round) throw problem(404, 'needs.notFound')
  return round
}

async function readRound(ctx: Ctx, roundId: number) {
  const round = await mustSeeRound(ctx, roundId)
  return {
    ...withSteps(ctx, round, await ownOf(ctx)),
    programmes: await store.programmesOfRound(ctx.db, roundId),
    units: ctx.scope.all ? await store.unitsOfRound(ctx.db, roundId) : [],
    extensions: await store.extensionsOf(ctx.db, roundId),
    files: (await isAsked(ctx, roundId)) ? await filesOf(ctx, filesAt(roundId)) : [],
  }
}

const filesAt = (roundId: number) => ({ kind: 'needRound' as const, id: roundId })

/** Guide files go to the school and to the units that are asked. */
const isAsked = async (ctx: Ctx, roundId: number): Promise<boolean> =>
  ctx.scope.all || store.asksOneOf(ctx.db, roundId, ctx.scope.unitIds)

async function mustBeAsked(ctx: Ctx, roundId: number): Promise<void> {
  if (!(await isAsked(ctx, roundId))) throw problem(404, 'files.notFound')
}

/** The round, locked for this step; refused when the rules say so, or when it is not the one that was seen. */
async function forRound(ctx: Ctx, roundId: number, step: RoundStep, seen?: number): Promise<store.RoundRow> {
  await store.lockRound(ctx.db, roundId)
  const round = await mustSeeRound(ctx, roundId)
  const refusal = refusalOfRound(step, round.state)
  if (refusal) throw problem(409, refusal)
  if (seen !== undefined && seen !== round.version) throw problem(409, 'needs.stale', { current: round })
  return round
}

const changesAnnounced = (round: store.RoundRow, values: store.RoundValues): boolean =>
  round.year !== values.year ||
  round.untilYear !== values.untilYear ||
  round.opensOn !== values.opensOn ||
  round.closesOn !== values.closesOn ||
  round.asks !== values.asks

async function soundRound(ctx: Ctx, input: z.infer<typeof roundInput>): Promise<store.RoundValues> {
  const fields: FieldProblem[] = []
  if (input.closesOn < input.opensOn) fields.push({ path: 'closesOn', code: 'needs.closesBeforeOpens' })
  if (input.untilYear !== undefined && input.untilYear <= input.year)
    fields.push({ path: 'untilYear', code: 'needs.yearsOrder' })
  const known = new Set((await sums.programmeNames(ctx.db, input.programmeIds)).map((one) => one.id))
  if (input.programmeIds.some((one) => !known.has(one)))
    fields.push({ path: 'programmeIds', code: 'needs.chooseProgramme' })
  if (input.asks === 'chosen') {
    if (input.unitIds.length === 0) fields.push({ path: 'unitIds', code: 'needs.noUnits' })
    const standing = await store.standing(ctx.db, input.unitIds, input.opensOn)
    if (input.unitIds.some((one) => !standing.has(one)))
      fields.push({ path: 'unitIds', code: 'needs.unknownUnit' })
  }
  if (fields.length > 0) throw problem(422, 'input.wrong', {}, fields)
  return {
    title: tidy(input.title),
    year: input.year,
    untilYear: input.untilYear ?? null,
    guide: input.guide?.trim() || null,
    opensOn: input.opensOn,
    closesOn: input.closesOn,
    asks: input.asks,
  }
}

async function readAnswer(ctx: Ctx, answerId: number) {
  const answer = await store.answerById(ctx.db, ctx.scope, answerId, ctx.today)
  if (!answer) throw problem(404, 'needs.notFound')
  const steps = answerVerdicts(answer, actorOf(ctx).rights)
  return { ...answer, steps, can: steps.filter((one) => one.refusal === null).map((one) => one.step) }
}

async function rowOf(ctx: Ctx, answerId: number): Promise<store.AnswerRow> {
  const { steps: _steps, can: _can, ...answer } = await readAnswer(ctx, answerId)
  return answer
}

/** The answer, locked for this step; refused when the rules say so, or when it is not the one that was seen. */
async function forAnswer(ctx: Ctx, answerId: number, step: AnswerStep, seen?: number) {
  await store.lockAnswer(ctx.db, answerId)
  const answer = await readAnswer(ctx, answerId)
  const refusal = refusalOfAnswer(step, answer)
  if (refusal) throw problem(409, refusal)
  if (seen !== undefined && seen !== answer.version)
    throw problem(409, 'needs.stale', { current: await rowOf(ctx, answerId) })
  return answer
}

async function lineOf(ctx: Ctx, answerId: number, needId: number): Promise<store.NeedRow> {
  const line = (await store.needsOfAnswer(ctx.db, answerId, ctx.locale, mayName(ctx))).find(
    (one) => one.id === needId,
  )
  if (!line) throw problem(404, 'needs.notFound')
  return line
}

/** A need as it is to be stored; what does not fit is refused, all fields at once. */
async function soundNeed(
  ctx: Ctx,
  answer: store.OfAnswer,
  input: z.infer<typeof needInput>,
): Promise<store.NeedValues> {
  const fields: FieldProblem[] = []
  const offered = await store.programmesOfRound(ctx.db, answer.roundId)
  const programme = offered.find((one) => one.id === input.programmeId)
  const known = await modes(ctx.db)
  if (!programme) {
    const [named] = await sums.programmeNames(ctx.db, [input.programmeId])
    fields.push(
      named
        ? { path: 'programmeId', code: 'needs.notOffered', params: { name: named.name } }
        : { path: 'programmeId', code: 'needs.chooseProgramme' },
    )
  }
  if (!known.some((mode) => mode.code === input.modeCode))
    fields.push({ path: 'modeCode', code: 'needs.unknownMode' })
  else if (programme && !programme.modes.includes(input.modeCode))
    fields.push({
      path: 'modeCode',
      code: 'needs.modeNotOfProgramme',
      params: {
        name: programme.name,
        modes: programme.modes.map((code) => known.find((mode) => mode.code === code)?.name ?? code),
      },
    })
  if (!(await targetGroupsIn('vi')).some((group) => group.code === input.targetGroup))
    fields.push({ path: 'targetGroup', code: 'needs.unknownGroup' })
  const personIds = [...new Set(input.personIds)]
  if (personIds.length > input.heads)
    fields.push({
      path: 'heads',
      code: 'needs.morePeopleThanHeads',
      params: { named: personIds.length, heads: input.heads },
    })
  if (personIds.length > 0) {
    const own = new Set((await store.peopleOfUnit(ctx.db, answer.unitId, ctx.today)).map((one) => one.id))
    if (personIds.some((one) => !own.has(one))) fields.push({ path: 'personIds', code: 'needs.notOwnPerson' })
  }
  const reason = tidy(input.reason ?? '') || null
  if (input.priority === 1 && reason === null) fields.push({ path: 'reason', code: 'needs.firstSaysWhy' })
  if (fields.length > 0) throw problem(422, 'input.wrong', {}, fields)
  return {
    programmeId: input.programmeId,
    modeCode: input.modeCode,
    heads: input.heads,
    targetGroup: input.targetGroup,
    postTitle: tidy(input.postTitle ?? '') || null,
    personIds,
    months: [...new Set(input.months)].sort((a, b) => a - b),
    place: tidy(input.place ?? '') || null,
    reason,
    priority: input.priority,
  }
}

/** The day by whose rules it is judged who lacks what for a round: today, or the year's end of a round of the past. */
const judgedOn = (year: number, today: Day): Day => (year < yearOf(today) ? `${year}-12-31` : today)

async function matrixOf(outer: Ctx, roundId: number, which: z.infer<typeof matrixInput>) {
  const { ctx, planned } = await plannedScope(outer, 'needs.read')
  const round = await mustSeeRound(ctx, roundId)
  const earlier = await store.roundBefore(ctx.db, roundId)
  const cells = await sums.cellsOf(
    ctx.db,
    ctx.scope,
    ctx.today,
    earlier ? [roundId, earlier.id] : [roundId],
    which,
  )
  const now = cells.filter((cell) => cell.roundId === roundId)
  const before = cells.filter((cell) => cell.roundId !== roundId)
  const groups = await sums.groupSums(ctx.db, ctx.scope, ctx.today, roundId, which)
  const groupNames = new Map((await targetGroupsIn(ctx.locale)).map((group) => [group.code, group.name]))
  const offered = await store.programmesOfRound(ctx.db, roundId)
  const programmes = await sums.programmeNames(ctx.db, [
    ...new Set([...cells.map((cell) => cell.programmeId), ...offered.map((one) => one.id)]),
  ])
  const units = await sums.unitNames(
    ctx.db,
    [...new Set(cells.map((cell) => cell.unitId))],
    which.by === 'today' ? ctx.today : round.closesOn,
  )
  // Only who may see people is told how many lack what: the count of a small unit names somebody.
  const lacking = mayName(ctx)
    ? await lackingOf(ctx.db, ctx.scope, { on: judgedOn(round.year, ctx.today), unitIds: null, planned })
    : null
  const countOf = (level: string | null, result: 'unmet' | 'unknown') =>
    lacking === null || (level !== 'intermediate' && level !== 'advanced')
      ? null
      : lacking
          .filter((one) => one.verdict.programme === level && one.verdict.result === result)
          .reduce((all, one) => all + one.personIds.length, 0)
  const sum = (of: readonly sums.Cell[] = []) => of.reduce((all, cell) => all + cell.heads, 0)
  const [byProgramme, byUnit] = [
    Map.groupBy(now, (one) => one.programmeId),
    Map.groupBy(now, (one) => one.unitId),
  ]
  const beforeByProgramme = Map.groupBy(before, (one) => one.programmeId)
  const beforeByUnit = Map.groupBy(before, (one) => one.unitId)
  const matrix = {
    programmes: programmes.map(({ id, name, level }) => {
      const own = byProgramme.get(id) ?? []
      return {
        id,
        name,
        heads: sum(own),
        units: own.length,
        named: own.reduce((all, cell) => all + cell.named, 0),
        before: sum(beforeByProgramme.get(id)),
        lacking: countOf(level, 'unmet'),
        unknown: countOf(level, 'unknown'),
      }
    }),
    units: units.map(({ id, name }) => ({
      id,
      name,
      heads: sum(byUnit.get(id)),
      before: sum(beforeByUnit.get(id)),
    })),
    cells: now.map(({ unitId, programmeId, heads }) => ({ unitId, programmeId, heads })),
    groups: groups.map(({ code, heads }) => ({ code, name: groupNames.get(code) ?? code, heads })),
    total: sum(now),
    totalBefore: sum(before),
    beforeTitle: earlier?.title ?? null,
    undecided: ctx.scope.all ? groups.reduce((all, group) => all + group.undecided, 0) : 0,
  }
  return { round, matrix }
}
