import { expect, test } from 'vitest'
import { dealer, expectedEach, onSheet, sheetsOf, timesAsked } from './dealing.ts'

const asked = (lecturers: number, topics: number) => [
  { kind: 'programme', id: 0 },
  ...Array.from({ length: lecturers }, (_, i) => ({ kind: 'lecturer', id: 100 + i })),
  ...Array.from({ length: topics }, (_, i) => ({ kind: 'topic', id: 500 + i })),
]

test.each([
  // lecturers, topics, at most, sheets, each lecturer stands on, 60 learners: answers each
  [3, 3, 12, 1, 1, 60],
  [12, 5, 12, 1, 1, 60],
  [40, 20, 10, 4, 1, 15],
  [40, 20, 12, 4, 1, 15],
  [41, 7, 10, 5, 1, 12],
  [13, 3, 12, 2, 1, 30],
  [5, 30, 10, 3, 3, 20],
  [100, 60, 3, 34, 1, 1],
  [25, 0, 20, 2, 1, 30],
])(
  '%i lecturers and %i topics, at most %i on a sheet: every one stands on equally many sheets, none is longer',
  (lecturers, topics, most, sheets, times, each) => {
    const subjects = asked(lecturers, topics)
    expect(sheetsOf(subjects, most)).toBe(sheets)
    expect(timesAsked(subjects, 'lecturer', most)).toBe(times)
    expect(expectedEach(subjects, most, 60)).toBe(each)
    const all = Array.from({ length: sheets }, (_, i) => onSheet(subjects, most, i))
    for (const sheet of all) {
      expect(sheet[0]).toMatchObject({ kind: 'programme' })
      for (const kind of ['lecturer', 'topic'])
        expect(sheet.filter((one) => one.kind === kind).length).toBeLessThanOrEqual(most)
    }
    for (const kind of ['lecturer', 'topic'])
      for (const one of subjects.filter((subject) => subject.kind === kind))
        expect(all.filter((sheet) => sheet.includes(one))).toHaveLength(timesAsked(subjects, kind, most))
  },
)

test('without a limit there is one sheet that asks about everything', () => {
  const subjects = asked(40, 20)
  expect(sheetsOf(subjects, null)).toBe(1)
  expect(onSheet(subjects, null, 0)).toEqual(subjects)
})

test('sheets are dealt equally often, campaign by campaign, in an order that nobody knows beforehand', () => {
  const [first, second] = [dealer((below) => below - 1), dealer(() => 0)]
  const of = (deal: typeof first) => Array.from({ length: 16 }, () => deal(7, 4))
  for (const dealt of [of(first), of(second)])
    for (const sheet of [0, 1, 2, 3]) expect(dealt.filter((one) => one === sheet)).toHaveLength(4)
  expect(of(first)).not.toEqual(of(second))
  // Another campaign has a pack of its own; one with one sheet needs none.
  expect(Array.from({ length: 4 }, () => first(8, 2)).sort()).toEqual([0, 0, 1, 1])
  expect(first(9, 1)).toBe(0)
})
