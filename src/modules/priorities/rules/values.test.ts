import { expect, test } from 'vitest'
import { computedValues, type Facts } from './values.ts'

const trungCap = 1
const huyen = 11
const tinh = 12

const facts = (given: Partial<Facts>): Facts => ({
  demands: [],
  earlier: [],
  lacking: [],
  demandedProgrammes: new Set([trungCap]),
  trained: [],
  ...given,
})
const asks = (unitId: number, heads: number, priority = 2, programmeId = trungCap) => ({
  programmeId,
  modeCode: 'partTime',
  unitId,
  heads,
  priority,
})
const only = (given: Partial<Facts>) => {
  const [one] = computedValues(facts(given))
  if (!one) throw new Error('no demand')
  return one
}

test('demands for one programme in one mode are one subject, over all units', () => {
  expect(only({ demands: [asks(huyen, 3), asks(huyen, 2), asks(tinh, 5)] })).toMatchObject({
    heads: 10,
    units: 2,
  })
})

test('no unit is counted as lacking more people than it asks for, and those by the post held come first', () => {
  const { values } = only({
    demands: [asks(huyen, 3), asks(tinh, 7)],
    lacking: [
      { programmeId: trungCap, unitId: huyen, named: 3, held: 2, planned: 9 },
      { programmeId: trungCap, unitId: tinh, named: 29, held: 20, planned: 9 },
    ],
  })
  expect(values.legalDuty.evidence).toEqual({ part: 9, whole: 10 })
  expect(values.plannedPost.evidence).toEqual({ part: 1, whole: 10 })
})

test('of a programme that no post demands nobody is lacking', () => {
  const { values } = only({
    demands: [asks(huyen, 3, 2, 7)],
    lacking: [{ programmeId: 7, unitId: huyen, named: 3, held: 3, planned: 0 }],
  })
  expect(values.legalDuty.value).toBe(0)
})

test('whom a unit does not name, nobody can say to lack the level', () => {
  expect(only({ demands: [asks(huyen, 3)] }).values.legalDuty.value).toBeNull()
})

test.each<[string, Facts['earlier'], number]>([
  ['asked for the first time', [[], []], 0],
  ['asked last year', [[asks(huyen, 9)], []], 1],
  ['asked last year and the year before', [[asks(huyen, 1)], [asks(huyen, 1)], []], 2],
  ['a gap ends the row', [[], [asks(huyen, 1)]], 0],
  ['more than three years count as three', Array.from({ length: 5 }, () => [asks(huyen, 1)]), 3],
  ['another unit’s waiting is not its own', [[asks(tinh, 1)]], 0],
])('years waited: %s', (_, earlier, years) => {
  const { values } = only({ demands: [asks(huyen, 4)], earlier })
  expect(values.yearsWaited).toEqual({ value: years / 3, evidence: { years } })
})

test('years waited are a mean over people, not over units', () => {
  const { values } = only({ demands: [asks(huyen, 1), asks(tinh, 3)], earlier: [[asks(huyen, 1)]] })
  expect(values.yearsWaited.evidence.years).toBe(0.25)
})

test('a unit whose people were trained less than usual speaks for balance', () => {
  const { values } = only({
    demands: [asks(huyen, 4), asks(tinh, 6)],
    trained: [
      { unitId: huyen, people: 100, trained: 1 },
      { unitId: tinh, people: 100, trained: 30 },
    ],
  })
  expect(values.unitBalance.evidence).toEqual({ part: 4, whole: 10 })
})

test('without anybody on record balance is not known, which is not the same as none', () => {
  expect(only({ demands: [asks(huyen, 4)] }).values.unitBalance.value).toBeNull()
})

test('urgency: first counts fully, usual half, later nothing', () => {
  expect(
    only({ demands: [asks(huyen, 2, 1), asks(huyen, 4, 2), asks(tinh, 4, 3)] }).values.unitUrgency.value,
  ).toBe(0.4)
})
