import type { Day } from '../../pure/day.ts'
import type { Ctx } from '../../server/ctx.ts'
import { demandsOf } from '../needs/index.ts'
import { modes } from '../programmes/index.ts'
import { lackingOf } from '../regulations/index.ts'
import type { CriterionValue, judgedCriteria, Subject } from './contract.ts'
import { keyOf } from './rules/ranking.ts'
import { computedValues, fullWaitYears, type Lacking } from './rules/values.ts'
import * as store from './store.ts'

/** The demands of a sheet's year as they stand now, with what each says about each criterion. */
export async function subjectsNow(ctx: Ctx, sheet: { id: number; year: number }): Promise<Subject[]> {
  const { db } = ctx
  const demands = await demandsOf(db, { year: sheet.year })
  const earlier = []
  // One connection: one after another.
  for (let back = 1; back <= fullWaitYears; back++)
    earlier.push(await demandsOf(db, { year: sheet.year - back }))
  const programmes = await store.programmesOf(db, [...new Set(demands.map((one) => one.programmeId))])
  const modeNames = new Map(
    (await modes(db)).map((one) => [one.code, ctx.locale === 'vi' ? one.name : one.nameEn]),
  )
  const levels = new Map([...programmes].map(([id, { level }]) => [id, level]))
  const computed = computedValues({
    demands,
    earlier,
    lacking: await lackingOfNamed(ctx, sheet.year, levels),
    demandedProgrammes: new Set([...levels].filter(([, level]) => isDemandedLevel(level)).map(([id]) => id)),
    trained: await store.trainedOf(
      db,
      [...new Set(demands.map((one) => one.unitId))],
      `${Number(ctx.today.slice(0, 4)) - 3}${ctx.today.slice(4)}` as Day,
    ),
  })
  const marks = await store.marks(db, sheet.id)
  return computed.map((one) => {
    const programme = programmes.get(one.programmeId)
    const judged = (criterion: (typeof judgedCriteria)[number]): CriterionValue => {
      const given = marks.find((mark) => mark.criterion === criterion && keyOf(mark) === keyOf(one))
      return given
        ? { value: given.mark / 3, evidence: { mark: given.mark, reason: given.reason } }
        : { value: null, evidence: {} }
    }
    return {
      ...one,
      programmeCode: programme?.code ?? '',
      title: programme?.name ?? '',
      modeName: modeNames.get(one.modeCode) ?? one.modeCode,
      values: { ...one.values, directive: judged('directive'), termOfOffice: judged('termOfOffice') },
    }
  })
}

// The levels that rule sets ask of posts (regulations/*.yaml).
const isDemandedLevel = (level: string | null) => level === 'intermediate' || level === 'advanced'

/** The verdicts on the people that answers name, counted by programme and unit. */
async function lackingOfNamed(
  ctx: Ctx,
  year: number,
  levels: ReadonlyMap<number, string | null>,
): Promise<Lacking[]> {
  const named = await store.namedPeople(ctx.db, year)
  if (named.length === 0) return []
  const personIds = [...new Set(named.map((one) => one.personId))]
  const verdicts = new Map(
    (
      await lackingOf(ctx.db, ctx.scope, { on: ctx.today, unitIds: null, planned: ctx.scope, personIds })
    ).flatMap(({ personIds, verdict }) => personIds.map((personId) => [personId, verdict] as const)),
  )
  const found = new Map<string, Lacking>()
  for (const { programmeId, unitId, personId } of named) {
    if (unitId === null) continue
    const key = `${programmeId} ${unitId}`
    const counted = found.get(key) ?? { programmeId, unitId, named: 0, held: 0, planned: 0 }
    const verdict = verdicts.get(personId)
    counted.named += 1
    if (verdict?.result === 'unmet' && verdict.programme === levels.get(programmeId))
      counted[verdict.post.basis] += 1
    found.set(key, counted)
  }
  return [...found.values()]
}
