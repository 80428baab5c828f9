import { describe, expect, test } from 'vitest'
import { definition } from '../contract.ts'
import { asLines, conditionsFor, definitionOf, fieldOf, keyOf, linesOf, withLines } from './draft.ts'

test('a column of Excel becomes lines; two columns are Vietnamese and English', () => {
  expect(linesOf('Tốt\tGood\r\n\r\n Khá | Fair \nTốt\nKém')).toEqual([
    { text: 'Tốt', textEn: 'Good' },
    { text: 'Khá', textEn: 'Fair' },
    { text: 'Kém' },
  ])
})

const before3 = [
  { key: 'a', text: 'Tốt' },
  { key: 'b', text: 'Khá' },
  { key: 'c1', text: 'Kém' },
]

describe('an option keeps its key', () => {
  const before = before3
  test.each<[string, string, string[]]>([
    ['nothing changed', 'Tốt\nKhá\nKém', ['a', 'b', 'c1']],
    ['moved', 'Kém\nTốt\nKhá', ['c1', 'a', 'b']],
    ['rewritten in its place', 'Rất tốt\nKhá\nKém', ['a', 'b', 'c1']],
    ['one more at the end', 'Tốt\nKhá\nKém\nRất kém', ['a', 'b', 'c1', keyOf('Rất kém', new Set())]],
    ['one more in between', 'Tốt\nTrung bình\nKhá\nKém', ['a', keyOf('Trung bình', new Set()), 'b', 'c1']],
    ['one taken away', 'Tốt\nKém', ['a', 'c1']],
  ])('%s', (_, typed, keys) => expect(withLines(before, typed).map((one) => one.key)).toEqual(keys))

  test('looking twice changes nothing', () => {
    const once = withLines(before, 'Mới\nTốt\nKhá | Fair')
    expect(withLines(once, asLines(once))).toEqual(once)
  })
})

test('a line that was taken away leaves its key to nobody else', () => {
  const without = withLines(before3.slice(0, 2), 'Tốt\nKhá\nTrung bình')
  expect(without[2]?.key).not.toBe('c1')
  expect(keyOf('Khá', new Set([keyOf('Khá', new Set())]))).not.toBe(keyOf('Khá', new Set()))
})

const typed = {
  sections: [
    {
      title: 'A',
      questions: [
        { key: 'q1', kind: 'single' as const, text: 'Có học?', lines: 'Có\nKhông', choices: '' },
        {
          key: 'q2',
          kind: 'scale' as const,
          text: 'Bao nhiêu?',
          showIf: `q1#${keyOf('Có', new Set())}`,
          from: 1,
          to: 10,
        },
        { key: 'q3', kind: 'likert' as const, text: 'Thế nào?', lines: 'Một', points: 5 },
      ],
    },
    {
      title: 'B',
      per: 'lecturer' as const,
      questions: [{ key: 'q4', kind: 'text' as const, text: 'Góp ý' }],
    },
  ],
}

test('what was typed is a definition that the contract takes', () => {
  const made = definitionOf(typed)
  expect(definition.safeParse(made).success).toBe(true)
  expect(conditionsFor(made, 'q2').map((one) => [one.value, one.option])).toEqual([
    [`q1#${keyOf('Có', new Set())}`, 'Có'],
    [`q1#${keyOf('Không', new Set())}`, 'Không'],
  ])
  expect(conditionsFor(made, 'q1')).toEqual([])
})

test('a mistake is shown where it was typed', () => {
  const wrong = definitionOf({
    sections: [{ title: '', questions: [{ key: 'q1', kind: 'single', text: '', lines: 'Một' }] }],
  })
  const paths = definition
    .safeParse(wrong)
    .error?.issues.map((one) => fieldOf(`definition.${one.path.join('.')}`))
  expect(paths?.sort()).toEqual([
    'sections.0.questions.0.lines',
    'sections.0.questions.0.text',
    'sections.0.title',
  ])
  expect(fieldOf('definition.sections.1.questions.2.options.0.text')).toBe('sections.1.questions.2.lines')
  expect(fieldOf('definition.sections.1.questions')).toBe('sections.1.title')
  expect(fieldOf('definition.sections.0.questions.0.showIf.q')).toBe('sections.0.questions.0.showIf')
})
