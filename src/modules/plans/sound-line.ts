import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import type { Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import { groups, isInUse, modes, programmeById, yearPeriod } from '../programmes/index.ts'
import { findUnitByName } from '../units/index.ts'
import type { plansContract } from './contract.ts'
import * as store from './store.ts'

type LineInput = Parameters<Service<typeof plansContract>['addLine']>[1]

/** A line as it is to be stored: what its programme brings is filled in, what does not fit is refused, all fields at once. */
export async function soundLine(
  ctx: Ctx,
  { year, untilYear }: { year: number; untilYear: number | null },
  given: Omit<LineInput, 'versionId'>,
): Promise<store.LineValues> {
  const fields: { path: string; code: string; params?: Record<string, unknown> }[] = []
  const byYear = given.openedByYear?.some((classes) => classes > 0) ? given.openedByYear : null
  const input = byYear ? { ...given, opened: byYear.reduce((all, one) => all + one, 0) } : given
  const years = (untilYear ?? year) - year + 1
  if (byYear && (untilYear === null || byYear.length !== years))
    fields.push({ path: 'openedByYear', code: 'plans.yearsOfPeriod', params: { years } })
  const during = { ...yearPeriod(year), untilOn: yearPeriod(untilYear ?? year).untilOn }
  const programme =
    input.programmeId === undefined ? undefined : await programmeById(ctx.db, input.programmeId)
  const known = await modes(ctx.db)
  const nameOf = (code: string) => known.find((mode) => mode.code === code)?.name ?? code
  if (input.programmeId !== undefined && !programme)
    fields.push({ path: 'programmeId', code: 'plans.noSuchProgramme' })
  if (programme && !isInUse(programme, during)) {
    fields.push({
      path: 'programmeId',
      code: 'plans.programmeNotInUse',
      params: { name: programme.name, year },
    })
  }
  if (!known.some((mode) => mode.code === input.modeCode))
    fields.push({ path: 'modeCode', code: 'plans.unknownMode' })
  else if (programme && input.modeCode !== 'none' && !programme.modes.includes(input.modeCode)) {
    fields.push({
      path: 'modeCode',
      code: 'plans.modeNotOfProgramme',
      params: { name: programme.name, modes: programme.modes.map(nameOf) },
    })
  }
  const title = tidy(input.title ?? '') || programme?.name || ''
  if (input.programmeId === undefined) {
    const hasGroup = (await groups(ctx.db)).some((group) => group.code === input.groupCode)
    if (!hasGroup)
      fields.push({ path: input.groupCode ? 'groupCode' : 'programmeId', code: 'plans.chooseProgramme' })
    else if (title === '') fields.push({ path: 'title', code: 'field.required' })
  }
  if (input.carriedOver + input.opened === 0) fields.push({ path: 'opened', code: 'plans.noClass' })
  if (input.partnerUnitId !== undefined && !(await store.unitExists(ctx.db, input.partnerUnitId))) {
    fields.push({ path: 'partnerUnitId', code: 'plans.unknownUnit' })
  }
  if (fields.length > 0) throw problem(422, 'input.wrong', {}, fields)
  const partnerText = tidy(input.partnerText ?? '') || null
  const partnerUnitId = input.partnerUnitId ?? (partnerText ? await unitNamed(ctx, partnerText, year) : null)
  return {
    groupCode: programme?.groupCode ?? input.groupCode!,
    programmeId: programme?.id ?? null,
    title,
    modeCode: input.modeCode,
    bloc: input.bloc ?? programme?.bloc ?? null,
    carriedOver: input.carriedOver,
    opened: input.opened,
    openedByYear: byYear,
    learners: input.learners ?? null,
    partnerUnitId,
    partnerText,
    place: tidy(input.place ?? '') || null,
    months: [...new Set(input.months)].sort((a, b) => a - b),
    budgetDong: input.budgetDong ?? null,
    note: tidy(input.note ?? '') || null,
  }
}

/** The one unit of that name at the beginning of the plan's year; null when none or several. */
async function unitNamed(ctx: Ctx, name: string, year: number): Promise<number | null> {
  const finding = await findUnitByName(ctx.db, name, yearPeriod(year).fromOn)
  return finding.found === 'one' ? finding.unitId : null
}
