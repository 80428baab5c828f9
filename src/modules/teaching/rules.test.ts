import { describe, expect, test } from 'vitest'
import { deadlineFor, isSuitable, paidFor, proposeSessions, rankSubstitutes } from './rules.ts'

const base = {
  // Monday 30/11 to Friday 11/12/2026.
  fromOn: '2026-11-30',
  lastOn: '2026-12-11',
  weekdays: [1, 2, 3, 4, 5],
  parts: ['morning', 'afternoon'] as const,
  partHours: 5,
  stops: [],
  taken: new Set<string>(),
}
const topic = (itemId: number, hours: object, scheduled: object = {}) => ({
  itemId,
  title: `Chuyên đề ${itemId}`,
  hours,
  scheduled,
})
const said = (sessions: { onDay: string; part: string; hours: number; kind: string }[]) =>
  sessions.map((one) => `${one.onDay.slice(5)} ${one.part} ${one.hours} ${one.kind}`)

describe('a proposed timetable', () => {
  test('takes topics in order, at most five hours a session, kinds one after another, self-study left out', () => {
    const found = proposeSessions({
      ...base,
      topics: [topic(1, { theory: 7, discussion: 2, selfStudy: 9 }), topic(2, { theory: 5 })],
    })
    expect(said(found.sessions)).toEqual([
      '11-30 morning 5 theory',
      '11-30 afternoon 2 theory',
      '12-01 morning 2 discussion',
      '12-01 afternoon 5 theory',
    ])
    expect(found).toMatchObject({ hoursLeft: 14, hoursWithoutDay: 0 })
  })
  test('skips holidays, days of the week that were not chosen, and what the class has', () => {
    const found = proposeSessions({
      ...base,
      weekdays: [1, 2],
      stops: [{ fromOn: '2026-11-30', lastOn: '2026-11-30' }],
      taken: new Set(['2026-12-01 morning']),
      topics: [topic(1, { theory: 10 })],
    })
    expect(said(found.sessions)).toEqual(['12-01 afternoon 5 theory', '12-07 morning 5 theory'])
  })
  test('does not propose again what the timetable has, and counts what finds no day', () => {
    const found = proposeSessions({
      ...base,
      lastOn: '2026-11-30',
      parts: ['morning'],
      topics: [topic(1, { theory: 8 }, { theory: 8 }), topic(2, { theory: 12 }, { theory: 2 })],
    })
    expect(said(found.sessions)).toEqual(['11-30 morning 5 theory'])
    expect(found).toMatchObject({ hoursLeft: 10, hoursWithoutDay: 5 })
  })
})

const somebody = {
  lecturerId: 1,
  name: 'Nguyễn Văn A',
  isGuest: true,
  workplace: '',
  teaches: 'field' as const,
  approval: 'valid' as const,
  busy: null,
  weekHours: 5,
  weeklyHours: 16,
  monthHours: 5,
  monthlyHours: null,
  travel: 'goes' as const,
  travelKm: null,
  lastTaughtOn: null,
  rating: null,
  alreadyAsked: false,
}

describe('who can take over', () => {
  test.each([
    ['teaches the field, approved, free', {}, true],
    ['does not teach it', { teaches: 'neither' }, false],
    ['nobody knows what the topic asks', { teaches: 'unknown' }, false],
    ['the approval has run out', { approval: 'invalid' }, false],
    ['own lecturers need none', { approval: 'notNeeded' }, true],
    ['busy then', { busy: { code: 'teaching.lecturerTaken', params: {} } }, false],
    ['the week would be too full', { weekHours: 17 }, false],
    ['the week is just full', { weekHours: 16 }, true],
    ['the month would be too full', { monthHours: 21, monthlyHours: 20 }, false],
    ['does not come that far', { travel: 'doesNotGo' }, false],
    ['was asked already', { alreadyAsked: true }, false],
  ])('%s', (_, change, expected) => {
    expect(isSuitable({ ...somebody, ...change } as typeof somebody)).toBe(expected)
  })

  const row = (lecturerId: number, change: object) => {
    const one = { ...somebody, lecturerId, ...change } as typeof somebody
    return { ...one, isSuitable: isSuitable(one) }
  }
  const rows = [
    row(1, { weekHours: 15 }),
    row(2, { teaches: 'topic', weekHours: 10, lastTaughtOn: '2025-01-06' }),
    row(3, { teaches: 'topic', weekHours: 10, lastTaughtOn: '2026-03-02' }),
    row(4, { approval: 'invalid', teaches: 'topic', rating: { score: 1, answers: 50 } }),
  ]
  // In tenths of the scale; without five answers as the mean, here 0.75; equal ones keep their place.
  test.each([
    ['the better rated first', [0.6, 0.9], [2, 1]],
    ['a hair’s breadth decides nothing', [0.81, 0.84], [1, 2]],
    ['not rated stands between better and worse', [null, 0.9, 0.6], [2, 1, 3]],
    ['nobody is rated', [null, null], [1, 2]],
  ] as const)('by ratings: %s', (_, scores, expected) => {
    const rated = scores.map((score, i) =>
      row(i + 1, { rating: score === null ? null : { score, answers: 12 } }),
    )
    expect(rankSubstitutes(rated, ['rating']).map((one) => one.lecturerId)).toEqual(expected)
  })
  test.each([
    [
      ['topic', 'load', 'distance', 'lastTaught'],
      [3, 2, 1, 4],
    ],
    [
      ['load', 'topic', 'distance', 'lastTaught'],
      [3, 2, 1, 4],
    ],
    [['lastTaught'], [3, 2, 1, 4]],
    [['distance'], [1, 2, 3, 4]],
  ] as const)('in the order %j: %j', (order, expected) => {
    expect(rankSubstitutes(rows, order).map((one) => one.lecturerId)).toEqual(expected)
  })
})

test.each([
  ['2026-11-24', '2026-12-20', 7, '2026-12-01'],
  ['2026-11-24', '2026-11-28', 7, '2026-11-27'],
  ['2026-11-24', '2026-11-24', 7, '2026-11-24'],
])('invited on %s for %s with %d days to answer: until %s', (today, first, days, deadline) => {
  expect(deadlineFor(today, first, days)).toBe(deadline)
})

test.each([
  [5, { hourDong: 200_000, taxBasisPoints: 1000 }, 1_000_000, 100_000, 900_000],
  [3, { hourDong: 66_667, taxBasisPoints: 1000 }, 200_001, 20_000, 180_001],
  [5, null, null, null, null],
])('%d hours at %j', (hours, rate, amountDong, taxDong, netDong) => {
  expect(paidFor(hours, rate)).toEqual({ amountDong, taxDong, netDong })
})
