import { describe, expect, test } from 'vitest'
import { type Facts, forecastOf, type KnownClass, type PlannedLine, punctualityOf } from './rules.ts'

const core: PlannedLine = {
  lineKey: 'core',
  groupCode: 'intermediate',
  groupName: 'Trung cấp',
  title: 'Trung cấp lý luận chính trị',
  modeCode: 'fullTime',
  modeName: 'Tập trung',
  programmeId: 1,
  carriedOver: 2,
  opened: 4,
  learners: 300,
  months: [3, 4, 9],
  weeks: 1,
  hours: 40,
  wanted: null,
}
const short: PlannedLine = {
  ...core,
  lineKey: 'short',
  groupCode: 'fostering',
  groupName: 'Bồi dưỡng',
  title: 'Bồi dưỡng chi ủy',
  modeCode: 'none',
  modeName: '–',
  programmeId: 2,
  carriedOver: 0,
  opened: 10,
  months: [],
  weeks: 2,
  hours: 80,
}
const past = [
  { year: 2023, planned: 14, openedByNow: 0, opened: 13 },
  { year: 2024, planned: 14, openedByNow: 0, opened: 15 },
  { year: 2025, planned: 12, openedByNow: 0, opened: 11 },
]
const classesOf = (line: PlannedLine, countsAs: KnownClass['countsAs'], ...days: string[]): KnownClass[] =>
  days.map((opensOn) => ({
    lineKey: line.lineKey,
    programmeId: line.programmeId ?? 0,
    groupCode: line.groupCode,
    modeCode: line.modeCode,
    countsAs,
    opensOn,
  }))
const carried = classesOf(core, 'carriedOver', '2025-09-01', '2025-10-01')
const facts = (over: Partial<Facts>): Facts => ({
  year: 2026,
  on: '2026-01-05',
  weeksLeft: 50,
  lines: [core, short],
  classes: carried,
  history: past,
  atOnce: { count: 2, source: 'past' },
  weeksTaken: 0,
  hoursLeft: null,
  ...over,
})
const days = (month: number, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `2026-${String(month).padStart(2, '0')}-${String(i + 1).padStart(2, '0')}`,
  )

describe('a year whose answer is known', () => {
  test('week one: everything fits, and the range is what earlier years made of it', () => {
    const found = forecastOf(facts({}))
    // 2 are carried over; of 14 new ones 38 of 40 opened before: per line 3 of 4 and 9 of 10.
    expect(found.punctuality).toEqual({ part: 38, whole: 40 })
    expect(found.total).toMatchObject({
      planned: 16,
      carriedOver: 2,
      unscheduled: 14,
      low: 2 + 3 + 9,
      high: 16,
    })
    expect(found.warning).toMatchObject({ level: 'none', missing: 0 })
    expect(found.lines.flatMap((line) => line.dangers)).toEqual([])
  })

  test('week one without earlier years: only what is there is certain', () => {
    expect(forecastOf(facts({ history: [] }))).toMatchObject({
      punctuality: null,
      total: { low: 2, high: 16 },
    })
  })

  test('mid-year on track: opened and scheduled count in full', () => {
    const found = forecastOf(
      facts({
        on: '2026-06-30',
        weeksLeft: 25,
        classes: [
          ...carried,
          ...classesOf(core, 'opened', '2026-03-02', '2026-04-06', '2026-09-07', '2026-09-08'),
          ...classesOf(short, 'opened', ...days(5, 6), ...days(10, 3)),
        ],
        history: past.map((one) => ({ ...one, openedByNow: 8 })),
      }),
    )
    expect(found.groups).toMatchObject([
      { groupCode: 'intermediate', planned: 6, opened: 2, scheduled: 2, unscheduled: 0, low: 6, high: 6 },
      { groupCode: 'fostering', planned: 10, opened: 6, scheduled: 3, unscheduled: 1, low: 9, high: 10 },
    ])
    expect(found.warning.level).toBe('none')
    expect(found.lines.flatMap((line) => line.dangers)).toEqual([])
  })

  test('late: it still fits, but not for long', () => {
    const found = forecastOf(
      facts({
        on: '2026-10-30',
        weeksLeft: 9,
        classes: [
          ...carried,
          ...classesOf(core, 'opened', ...days(4, 4)),
          ...classesOf(short, 'opened', ...days(5, 3)),
        ],
      }),
    )
    // 7 classes of 2 weeks, two at once: 14 of 18 weeks. After 2 weeks 14 of 14, after 3 no more.
    expect(found.resources).toEqual([
      { kind: 'weeks', need: 2, left: 9 },
      { kind: 'rooms', need: 14, left: 18 },
    ])
    expect(found.warning).toEqual({ level: 'soon', missing: 0, fitsUntil: '2026-11-13' })
    expect(found.lines[1]?.dangers).toEqual([{ code: 'noDates' }])
  })

  test('impossible: what no longer fits is counted and said, line by line', () => {
    const found = forecastOf(
      facts({
        on: '2026-12-07',
        weeksLeft: 3,
        classes: [
          ...carried.slice(1),
          ...classesOf(core, 'opened', ...days(4, 3)),
          ...classesOf(short, 'opened', ...days(5, 5)),
        ],
        weeksTaken: 1,
      }),
    )
    // Left: 2 × 3 − 1 = 5 weeks. The core course needs one, two short ones four, three do not fit.
    expect(found.warning).toEqual({ level: 'late', missing: 3, fitsUntil: null })
    expect(found.total).toMatchObject({ planned: 16, high: 16 - 3 })
    expect(found.lines.map((line) => line.dangers.map((one) => one.code))).toEqual([
      ['monthsPassed', 'carriedMissing'],
      ['noDates', 'noRoom'],
    ])
  })

  test('a course longer than the rest, and hours that nobody has', () => {
    const late = facts({ on: '2026-12-21', weeksLeft: 1, atOnce: null, classes: carried })
    expect(forecastOf(late).lines[1]?.dangers.map((one) => one.code)).toEqual(['noDates', 'tooLong'])
    const hours = facts({ on: '2026-10-05', weeksLeft: 12, atOnce: null, hoursLeft: 500, classes: carried })
    // 4 × 40 + 4 × 80 = 480 of 500 hours: six short courses find no lecturer.
    expect(forecastOf(hours).warning).toMatchObject({ level: 'late', missing: 6 })
  })
})

test('before the year begins none of its months has passed', () => {
  const lines = [{ ...short, months: [9] }]
  const dangersOn = (on: string) => forecastOf(facts({ on, lines, classes: [] })).lines[0]?.dangers
  expect(dangersOn('2025-12-31')).toEqual([])
  expect(dangersOn('2026-12-07')).toEqual([{ code: 'monthsPassed' }])
})

test('units that ask for fewer than planned are told once a class lacks a date', () => {
  const found = forecastOf(facts({ lines: [{ ...short, wanted: 60 }], classes: [] }))
  expect(found.lines[0]?.dangers).toEqual([{ code: 'fewWanted', heads: 60, learners: 300 }])
})

test('classes that name no line go to one of their programme that lacks a class; others stand beside', () => {
  const found = forecastOf(
    facts({
      on: '2026-11-01',
      classes: [
        ...classesOf(core, 'opened', ...days(4, 2)).map((one) => ({ ...one, lineKey: null })),
        {
          lineKey: null,
          programmeId: 99,
          groupCode: 'other',
          modeCode: 'none',
          countsAs: 'opened',
          opensOn: '2026-02-02',
        },
      ],
    }),
  )
  expect(found.lines[0]).toMatchObject({ opened: 2, unscheduled: 2 })
  expect(found.groups.at(-1)).toMatchObject({ groupCode: 'other', planned: 0, opened: 1, low: 1, high: 1 })
})

test('earlier years speak only of what was still to come on this day', () => {
  expect(punctualityOf([{ year: 2025, planned: 12, openedByNow: 10, opened: 11 }])).toEqual({
    part: 1,
    whole: 2,
  })
  expect(punctualityOf([{ year: 2025, planned: 12, openedByNow: 12, opened: 14 }])).toBeNull()
})
