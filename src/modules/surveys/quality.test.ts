import { describe, expect, test } from 'vitest'
import type { Day } from '../../pure/day.ts'
import type { Definition } from './contract.ts'
import { evaluationSets } from './forms.ts'
import { bandOf, type Content, contentsOf, indexed, isInvalid, setOn, sharesOf } from './quality.ts'

const sets = await evaluationSets()
const eval10 = sets.find((set) => set.id === 'EVAL-10')
const eval07 = sets.find((set) => set.id === 'EVAL-07')
if (!eval10 || !eval07) throw new Error('the rule sets are not there')

describe('the rule set is that of the day on which the class ended', () => {
  test.each<[Day, string | null, string]>([
    ['2018-02-28', null, 'before TT 10/2017'],
    ['2018-03-01', 'EVAL-10', 'its first day'],
    ['2023-06-14', 'EVAL-10', 'its last day'],
    ['2023-06-15', 'EVAL-03', 'expired on this day'],
    ['2026-11-24', 'EVAL-03', 'today'],
  ])('%s → %s (%s)', (endedOn, id) => expect(setOn(sets, endedOn)?.id ?? null).toBe(id))
})

describe('bands of TT 10/2017', () => {
  test.each<[number, string | null]>([
    [0, 'poor'],
    [1.99, 'poor'],
    [2, 'weak'],
    [3.99, 'weak'],
    [4, 'average'],
    [5.99, 'average'],
    [6, 'good'],
    [7.99, 'good'],
    [8, 'excellent'],
    [10, 'excellent'],
    [10.01, null],
    [-0.01, null],
  ])('%d → %s', (figure, code) => expect(bandOf(eval10, figure)?.code ?? null).toBe(code))
})

describe('levels of TT 07/2023', () => {
  test.each<[number, string]>([
    [49.99, 'failed'],
    [50, 'passed'],
    [69.99, 'passed'],
    [70, 'good'],
    [79.99, 'good'],
    [80, 'excellent'],
    [100, 'excellent'],
  ])('%d → %s', (points, code) => expect(bandOf(eval07, points)?.code).toBe(code))
})

/** A form with so many indicators, in two criteria, and a remark that is none. */
const formOf = (indicators: number, content?: Content): Definition => ({
  lead: '',
  sections: [
    {
      title: 'A',
      ...(content && { content }),
      questions: [
        {
          kind: 'likert',
          key: 'mot',
          text: 'Tiêu chí một',
          isRequired: false,
          points: 10,
          low: '',
          high: '',
          rows: Array.from({ length: indicators - 1 }, (_, i) => ({ key: `r${i}`, text: `Chỉ báo ${i}` })),
        },
        {
          kind: 'scale',
          key: 'hai',
          text: 'Tiêu chí hai',
          isRequired: false,
          from: 1,
          to: 10,
          low: '',
          high: '',
        },
        { kind: 'text', key: 'yk', text: 'Ý kiến', isRequired: false, max: 1000 },
      ],
    },
  ],
})

describe('a sheet is invalid when more than 5 % of its indicators are unanswered', () => {
  test.each<[number, number, boolean, string]>([
    [20, 0, false, 'all answered'],
    [20, 1, false, '5 % exactly'],
    [19, 1, true, '5,26 %'],
    [20, 2, true, '10 %'],
    [30, 1, false, '3,3 %'],
    [30, 2, true, '6,7 %'],
  ])('%d indicators, %d unanswered → %s (%s)', (indicators, missing, expected) => {
    const form = formOf(indicators, 'programme')
    const answer = Object.fromEntries(
      Array.from({ length: indicators - 1 }, (_, i) => [`mot.r${i}`, 7] as const).slice(missing),
    )
    expect(isInvalid(eval10, form, [], { ...answer, hai: 7 })).toBe(expected)
    // Under a text that does not know the rule, and of a form that is none of the regulation's, nothing is invalid.
    expect(isInvalid(setOn(sets, '2023-06-15'), form, [], { hai: 7 })).toBe(false)
    expect(isInvalid(eval10, formOf(indicators), [], {})).toBe(false)
  })
})

test('the index is the mean of the criteria, each the mean of its indicators; what is hidden is left out and said', () => {
  const means = new Map<string, number | null>([
    ['mot.r0', 9],
    ['mot.r1', 7],
    ['mot.r2', null],
    ['hai', 7.9],
  ])
  const found = indexed(eval10, formOf(4, 'programme'), [], means)
  expect(
    found.criteria.map(({ text, shown, of, mean, band }) => [text, shown, of, mean, band?.code]),
  ).toEqual([
    ['Tiêu chí một', 2, 3, 8, 'excellent'],
    ['Tiêu chí hai', 1, 1, 7.9, 'good'],
  ])
  expect(found.index.mean).toBeCloseTo(7.95, 10)
  expect(found.index.band?.code).toBe('good')
  expect(contentsOf(formOf(4, 'programme'))).toEqual(['programme'])
  expect(indexed(eval10, formOf(4, 'programme'), [], new Map()).index).toEqual({ mean: null, band: null })
})

describe('the least share of a year’s courses', () => {
  const courses = (whole: number, evaluated: number, content: Content, endedOn: Day = '2022-05-20') =>
    Array.from({ length: whole }, (_, i) => ({ endedOn, contents: i < evaluated ? [content] : [] }))
  test.each<[Content, number, number, string, string]>([
    ['programme', 10, 2, 'met', '20 % exactly, Điều 5–8'],
    ['programme', 10, 1, 'unmet', '10 %'],
    ['lecturer', 11, 2, 'unmet', '18,2 %'],
    ['facility', 9, 2, 'met', '22,2 %'],
    ['course', 10, 1, 'met', '10 % exactly, Điều 9'],
    ['course', 11, 1, 'unmet', '9,1 %'],
    ['effect', 40, 1, 'met', 'one course, Điều 10'],
    ['effect', 40, 0, 'unmet', 'none'],
    ['learner', 0, 0, 'nothingToJudge', 'no course ended'],
  ])('%s: %d ended, %d evaluated → %s (%s)', (content, whole, evaluated, result) => {
    const verdicts = sharesOf(eval10, courses(whole, evaluated, content))
    expect(verdicts.find((one) => one.content === content)).toMatchObject({
      result,
      done: { part: evaluated, whole },
    })
  })

  test('courses that ended after it expired are not counted', () => {
    const year = [...courses(5, 1, 'programme', '2023-06-14'), ...courses(30, 0, 'programme', '2023-06-15')]
    expect(sharesOf(eval10, year).find((one) => one.content === 'programme')).toMatchObject({
      result: 'met',
      done: { part: 1, whole: 5 },
    })
  })
})
