import { expect, test } from 'vitest'
import { type DueRule, faultsOfRule, occurrencesOf } from './dues.ts'

const none = { rounds: [], classes: [] }
const rule = (dueKind: DueRule['dueKind'], more: Partial<DueRule> = {}): DueRule => ({
  dueKind,
  dueMonth: null,
  dueDay: null,
  offsetDays: 0,
  ...more,
})

test.each([
  ['a day of the year', rule('fixed', { dueMonth: 1, dueDay: 31 }), ['2026 2026-01-31']],
  ['the 29th of February in a common year', rule('fixed', { dueMonth: 2, dueDay: 29 }), ['2026 2026-02-28']],
  [
    'each quarter, ten days before it ends',
    rule('quarterly', { offsetDays: -10 }),
    ['2026-Q1 2026-03-21', '2026-Q2 2026-06-20', '2026-Q3 2026-09-20', '2026-Q4 2026-12-21'],
  ],
  [
    'each half-year, fifteen days after: the last falls into the next year',
    rule('halfYearly', { offsetDays: 15 }),
    ['2026-H1 2026-07-15', '2026-H2 2027-01-15'],
  ],
])('%s', (_, one, expected) => {
  expect(occurrencesOf(one, 2026, none).map(({ period, dueOn }) => `${period} ${dueOn}`)).toEqual(expected)
})

test('every month has its due day', () => {
  const dues = occurrencesOf(rule('monthly', { offsetDays: 5 }), 2026, none)
  expect(dues).toHaveLength(12)
  expect(dues[0]).toEqual({ period: '2026-01', dueOn: '2026-02-05' })
})

test('what counts from classes and rounds follows their days', () => {
  const anchors = { rounds: [{ id: 3, on: '2026-10-31' }], classes: [{ id: 7, on: '2026-03-02' }] }
  expect(occurrencesOf(rule('needRound'), 2026, anchors)).toEqual([
    { period: 'round:3', dueOn: '2026-10-31' },
  ])
  expect(occurrencesOf(rule('classOpens', { offsetDays: -15 }), 2026, anchors)).toEqual([
    { period: 'class:7', dueOn: '2026-02-15' },
  ])
})

test('a day of the year needs a month and a day that the month has', () => {
  expect(faultsOfRule({ dueKind: 'monthly' })).toEqual([])
  expect(faultsOfRule({ dueKind: 'fixed' }).map((one) => one.path)).toEqual(['dueMonth', 'dueDay'])
  expect(faultsOfRule({ dueKind: 'fixed', dueMonth: 4, dueDay: 31 })).toEqual([
    { path: 'dueDay', code: 'coordination.dueDay' },
  ])
})
