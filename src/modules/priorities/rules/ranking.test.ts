import { expect, test } from 'vitest'
import { type Criterion, criteria, type Subject, type Weights } from '../contract.ts'
import { equalWeights, rank, turns } from './ranking.ts'

const none: Weights = {
  legalDuty: 0,
  plannedPost: 0,
  yearsWaited: 0,
  unitBalance: 0,
  unitUrgency: 0,
  directive: 0,
  termOfOffice: 0,
}

let next = 1
function aDemand(code: string, values: Partial<Record<Criterion, number | null>>, heads = 10): Subject {
  return {
    programmeId: next++,
    programmeCode: code,
    title: code,
    modeCode: 'partTime',
    modeName: 'Vừa làm vừa học',
    heads,
    units: 1,
    values: Object.fromEntries(
      criteria.map((one) => [one, { value: one in values ? (values[one] ?? null) : 0, evidence: {} }]),
    ) as Subject['values'],
  }
}
const codes = (subjects: Subject[], weights: Weights) =>
  rank(subjects, weights).map((one) => subjects.find((s) => s.programmeId === one.programmeId)?.programmeCode)

test('the score is the weighted mean of the criteria, in points of 100', () => {
  const weights = { ...none, legalDuty: 3, yearsWaited: 1 }
  const [first] = rank([aDemand('TC', { legalDuty: 0.5, yearsWaited: 1 })], weights)
  expect(first?.score).toBe(62.5)
  expect(first?.parts.find((part) => part.criterion === 'legalDuty')?.points).toBe(37.5)
})

test('the order follows the weights', () => {
  const duty = aDemand('A', { legalDuty: 1 })
  const waited = aDemand('B', { yearsWaited: 1 })
  expect(codes([duty, waited], { ...none, legalDuty: 5, yearsWaited: 4 })).toEqual(['A', 'B'])
  expect(codes([duty, waited], { ...none, legalDuty: 4, yearsWaited: 5 })).toEqual(['B', 'A'])
})

test('of equal demands the one with more people stands first, then the code decides', () => {
  const demands = [aDemand('C', {}, 5), aDemand('B', {}, 5), aDemand('A', {}, 9)]
  expect(codes(demands, equalWeights)).toEqual(['A', 'B', 'C'])
  expect(codes(demands.toReversed(), equalWeights)).toEqual(['A', 'B', 'C'])
})

test('what nobody has recorded adds no points, and is said to be able to', () => {
  const [known, unknown] = rank([aDemand('A', { legalDuty: 0.4 }), aDemand('B', { legalDuty: null })], {
    ...none,
    legalDuty: 2,
  })
  expect(known).toMatchObject({ score: 40, high: 40 })
  expect(unknown).toMatchObject({ score: 0, high: 100 })
})

test('weights that are all 0 put nobody forward', () => {
  expect(rank([aDemand('A', { legalDuty: 1 })], none)[0]?.score).toBe(0)
})

test.each<[string, Weights, Criterion, number | undefined]>([
  // A leads by 5·1 − 4·1 = 1; B passes when its own criterion weighs more than A's.
  ['raising what speaks for the lower one', { ...none, legalDuty: 5, yearsWaited: 4 }, 'yearsWaited', 6],
  ['lowering what speaks for the upper one', { ...none, legalDuty: 5, yearsWaited: 4 }, 'legalDuty', 3],
  ['no weight is enough', { ...none, legalDuty: 10, yearsWaited: 1 }, 'yearsWaited', undefined],
  [
    'a criterion in which both are alike turns nothing',
    { ...none, legalDuty: 5, yearsWaited: 4 },
    'directive',
    undefined,
  ],
])('what would turn the order: %s', (_, weights, criterion, to) => {
  const demands = [aDemand('A', { legalDuty: 1 }), aDemand('B', { yearsWaited: 1 })]
  const found = turns(demands, weights).find((one) => one.criterion === criterion)
  expect(found?.to).toBe(to)
  // The rule is believed only if the order really turns there and not one step before.
  if (found) {
    const at = (weight: number) => codes(demands, { ...weights, [criterion]: weight })[0]
    expect(at(found.to)).toBe('B')
    expect(at(found.to + Math.sign(found.from - found.to))).toBe('A')
  }
})
