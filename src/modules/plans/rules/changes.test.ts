import { describe, expect, test } from 'vitest'
import { type Asked, effectsOf, refusalOfChangeStep } from './changes.ts'
import { coveringLine } from './periods.ts'

const lines = [
  { lineKey: 'a', opened: 4, learners: 200, months: [3] },
  { lineKey: 'b', opened: 2, learners: null, months: [] },
]

describe('what a change does', () => {
  const cases: [string, Asked, [string | null, number, number | null, number[]][]][] = [
    ['a new line', { kind: 'add', opened: 2, learners: 90, months: [9, 8] }, [[null, 2, 90, [8, 9]]]],
    ['all of it dropped', { kind: 'drop', lineKey: 'a' }, [['a', 0, 0, [3]]]],
    [
      'one of four dropped, learners with it',
      { kind: 'drop', lineKey: 'a', opened: 3 },
      [['a', 3, 150, [3]]],
    ],
    ['other months', { kind: 'move', lineKey: 'a', months: [5] }, [['a', 4, 200, [5]]]],
    ['more learners', { kind: 'resize', lineKey: 'a', learners: 260 }, [['a', 4, 260, [3]]]],
    ['two classes of a line become one', { kind: 'merge', lineKey: 'b', opened: 1 }, [['b', 1, null, []]]],
    [
      'two lines become one',
      { kind: 'merge', lineKey: 'a', otherLineKeys: ['b'], opened: 5 },
      [
        ['a', 5, 200, [3]],
        ['b', 0, null, []],
      ],
    ],
    ['a class becomes two', { kind: 'split', lineKey: 'a', opened: 5 }, [['a', 5, 200, [3]]]],
    [
      'a class goes to a line of its own',
      { kind: 'split', lineKey: 'a', apart: true, opened: 1 },
      [
        ['a', 3, 150, [3]],
        [null, 1, 50, [3]],
      ],
    ],
  ]
  test.each(cases)('%s', (_, asked, expected) => {
    const { effects, refusals } = effectsOf(asked, lines)
    expect(refusals).toEqual([])
    expect(
      effects.map(({ lineKey, after }) => [lineKey, after.opened, after.learners, [...after.months]]),
    ).toEqual(expected)
  })
})

test.each<[string, Asked, string]>([
  ['no class at all', { kind: 'add' }, 'plans.noClass'],
  ['no line', { kind: 'drop' }, 'plans.chooseLine'],
  ['a line that is gone', { kind: 'drop', lineKey: 'z' }, 'plans.noSuchLine'],
  ['not fewer', { kind: 'drop', lineKey: 'a', opened: 4 }, 'plans.mustBeFewer'],
  ['no months', { kind: 'move', lineKey: 'a', months: [] }, 'plans.chooseMonths'],
  ['the same months', { kind: 'move', lineKey: 'a', months: [3] }, 'plans.sameAsBefore'],
  ['the same size', { kind: 'resize', lineKey: 'a', opened: 4 }, 'plans.sameAsBefore'],
  ['a resize to nothing', { kind: 'resize', lineKey: 'a', opened: 0 }, 'plans.dropInstead'],
  [
    'a merge that is none',
    { kind: 'merge', lineKey: 'a', otherLineKeys: ['b'], opened: 6 },
    'plans.mustBeFewer',
  ],
  ['a merge without a number', { kind: 'merge', lineKey: 'a' }, 'field.required'],
  ['a split into fewer', { kind: 'split', lineKey: 'a', opened: 4 }, 'plans.mustBeMore'],
  ['more apart than there are', { kind: 'split', lineKey: 'a', apart: true, opened: 5 }, 'plans.atMost'],
])('refused: %s', (_, asked, code) => {
  expect(effectsOf(asked, lines)).toMatchObject({ effects: [], refusals: [{ code }] })
})

test.each([
  ['approve', 'proposed', 1, false, null],
  ['approve', 'proposed', 2, false, 'plans.changeNotYourOwn'],
  ['approve', 'proposed', 1, true, 'plans.versionSubmitted'],
  ['refuse', 'proposed', 1, true, null],
  ['refuse', 'proposed', 2, true, 'plans.changeNotYourOwn'],
  ['withdraw', 'proposed', 2, true, null],
  ['withdraw', 'approved', 2, false, 'plans.changeDecided'],
] as const)(
  '%s of a change that is %s, by 2, proposed by %s',
  (step, state, proposedById, hasSubmittedVersion, code) => {
    expect(refusalOfChangeStep(step, { state, proposedById, hasSubmittedVersion }, 2)).toBe(code)
  },
)

test('the most exact line of a period covers a line of a year', () => {
  const whole = { programmeId: null, groupCode: 'g', modeCode: 'none' }
  const programme = { programmeId: 1, groupCode: 'g', modeCode: 'none' }
  const exact = { programmeId: 1, groupCode: 'g', modeCode: 'fullTime' }
  const all = [whole, programme, exact]
  expect(coveringLine(all, { programmeId: 1, groupCode: 'g', modeCode: 'fullTime' })).toBe(exact)
  expect(coveringLine(all, { programmeId: 1, groupCode: 'g', modeCode: 'partTime' })).toBe(programme)
  expect(coveringLine(all, { programmeId: 2, groupCode: 'g', modeCode: 'partTime' })).toBe(whole)
  expect(coveringLine(all, { programmeId: 2, groupCode: 'h', modeCode: 'none' })).toBeUndefined()
})
