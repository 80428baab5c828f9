import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../../pure/day.ts'
import { type PulseEvent, pulseOf } from './pulse.ts'

const today = '2026-11-24' as Day
const since = '2024-01-01' as Day

/** Due at the end of each of the last 24 months before the current one is over: 23 days. */
const monthly: Day[] = Array.from({ length: 23 }, (_, i) => {
  const at = 2024 * 12 + 11 + i
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-20` as Day
})
const each = (dues: readonly Day[], done: (due: Day, i: number) => Partial<PulseEvent>): PulseEvent[] =>
  dues.map((dueOn, i) => ({ dueOn, doneOn: null, rung: 0, ...done(dueOn, i) }))
const share = (measure: { share: number | null }) =>
  measure.share === null ? null : Math.round(measure.share * 100) / 100

describe('series whose pulse is known', () => {
  const cases: {
    name: string
    events: PulseEvent[]
    timely: number | null
    even: number | null
    selfStarted: number | null
    daysLate?: number | null
  }[] = [
    {
      name: 'evenly spread and on time',
      events: each(monthly, (due) => ({ doneOn: addDays(due, -2) })),
      timely: 1,
      even: 1,
      selfStarted: 1,
      daysLate: null,
    },
    {
      name: 'asked only in October, answered in October: no season',
      events: each(
        [
          '2025-10-05',
          '2025-10-10',
          '2025-10-15',
          '2025-10-20',
          '2026-10-05',
          '2026-10-10',
          '2026-10-15',
          '2026-10-20',
        ],
        (due) => ({ doneOn: due }),
      ),
      timely: 1,
      even: 1,
      selfStarted: 1,
    },
    {
      name: 'asked monthly, everything sent in one month a year: a season',
      events: each(monthly, (due) => ({ doneOn: `${due.slice(0, 4)}-12-10` as Day, rung: 2 })).map((event) =>
        event.doneOn !== null && event.doneOn > today ? { ...event, doneOn: null } : event,
      ),
      // Of 23 only the two Decembers were on time, and one November lies within a month of them.
      timely: 0.09,
      even: 0.13,
      selfStarted: 0,
    },
    {
      name: 'late by three weeks, but always: late and even',
      events: each(monthly, (due, i) => ({ doneOn: addDays(due, 20 + (i % 5)), rung: 1 })),
      timely: 0,
      even: 1,
      selfStarted: 0.5,
      daysLate: 22,
    },
    {
      name: 'a day or two around the due day: even, half of it on time',
      events: each(monthly, (due, i) => ({ doneOn: addDays(due, i % 2 === 0 ? -1 : 2) })),
      timely: 0.52,
      even: 1,
      selfStarted: 1,
      daysLate: 2,
    },
    {
      name: 'silent',
      events: each(monthly, () => ({ doneOn: null, rung: 2 })),
      timely: 0,
      even: 0,
      selfStarted: 0,
      daysLate: null,
    },
    {
      name: 'too few events to say anything',
      events: each(monthly.slice(0, 5), (due) => ({ doneOn: due })),
      timely: null,
      even: null,
      selfStarted: null,
    },
    {
      name: 'merged: two predecessors on time, one silent, pooled',
      events: [
        ...each(monthly.slice(0, 6), (due) => ({ doneOn: due })),
        ...each(monthly.slice(0, 6), (due) => ({ doneOn: addDays(due, -3) })),
        ...each(monthly.slice(0, 6), () => ({ doneOn: null, rung: 2 })),
      ],
      timely: 0.67,
      even: 0.67,
      selfStarted: 0.67,
    },
  ]
  for (const { name, events, daysLate, ...expected } of cases)
    test(name, () => {
      const pulse = pulseOf(events, today, since)
      expect({
        timely: share(pulse.timely),
        even: share(pulse.even),
        selfStarted: share(pulse.selfStarted),
      }).toEqual(expected)
      if (daysLate !== undefined) expect(pulse.daysLate).toBe(daysLate)
    })
})

test('the interval tells how much is known: wide for eight events, narrower for twenty-three', () => {
  const few = pulseOf(
    each(monthly.slice(0, 8), (due) => ({ doneOn: due })),
    today,
    since,
  ).timely
  const many = pulseOf(
    each(monthly, (due) => ({ doneOn: due })),
    today,
    since,
  ).timely
  expect(few).toMatchObject({ share: 1, high: 1, events: 8 })
  expect(few.low).toBeCloseTo(0.676, 2)
  expect(many.low).toBeCloseTo(0.857, 2)
})

test('what is not due yet, and what is older than 24 months, does not beat', () => {
  const pulse = pulseOf(
    [
      { dueOn: '2024-11-30', doneOn: null, rung: 2 },
      { dueOn: '2026-12-05', doneOn: null, rung: 0 },
    ],
    today,
    since,
  )
  expect(pulse.timely.events).toBe(0)
  expect(pulse.months).toHaveLength(24)
  expect(pulse.months[0]?.month).toBe('2024-12')
  expect(pulse.months.at(-1)?.month).toBe('2026-11')
  expect(new Set(pulse.months.map((one) => one.beat))).toEqual(new Set(['idle']))
})

test('before reminders were recorded nobody was asked, so answering unasked says nothing', () => {
  const events = each(monthly, (due) => ({ doneOn: due }))
  expect(pulseOf(events, today, null).selfStarted).toEqual({ share: null, low: null, high: null, events: 0 })
  expect(pulseOf(events, today, '2026-04-01').selfStarted.events).toBe(7)
})

test('a month beats on time, late, or not at all by what was due in it', () => {
  const { months } = pulseOf(
    [
      { dueOn: '2026-07-10', doneOn: '2026-07-09', rung: 0 },
      { dueOn: '2026-08-10', doneOn: '2026-09-01', rung: 1 },
      { dueOn: '2026-09-10', doneOn: null, rung: 2 },
      { dueOn: '2026-10-10', doneOn: '2026-10-10', rung: 0 },
      { dueOn: '2026-10-11', doneOn: null, rung: 2 },
    ],
    today,
    since,
  )
  expect(months.slice(-5).map((one) => one.beat)).toEqual(['onTime', 'late', 'none', 'late', 'idle'])
})
