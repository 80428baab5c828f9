import { describe, expect, test } from 'vitest'
import type { Instance } from '../contract/instance.ts'
import type { Need } from '../contract/proposal.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import { boundBy } from './bound.ts'
import { asChoices } from './naming.ts'

const need = (kind: Need['kind'], amount: number, weeks: number[] = []): Need => ({ kind, amount, weeks })
const [few, smaller, room, hours] = [
  need('tooFew', 5),
  need('smaller', 25),
  need('room', 40, [3, 4]),
  need('lecturer', 6, [3, 4]),
]

describe('more people or a lower minimum are told as one choice', () => {
  test.each<[string, Need[], Need[][], (Need | null)[], Need[][]]>([
    ['with nothing else', [few], [[smaller]], [smaller], []],
    ['with the same room', [few, room], [[smaller, room]], [smaller, null], []],
    [
      'the other way round',
      [smaller, room],
      [
        [few, room],
        [few, hours],
      ],
      [few, null],
      [[few, hours]],
    ],
    ['not with another means', [few, room], [[smaller, hours]], [null, null], [[smaller, hours]]],
    ['not where size does not matter', [room], [[hours]], [null], [[hours]]],
  ])('%s', (_, needs, others, beside, left) => {
    const found = asChoices(needs, others)
    expect(found.needs).toEqual(needs.map((one, i) => ({ need: one, or: beside[i] })))
    expect(found.others).toEqual(left)
  })
})

describe('what the gap is measured against', () => {
  const instance = {
    demands: [{ heads: 10, weight: 0.5 }],
    preferences: { wish: 0.1 },
  } as unknown as Instance

  test('a bound below the sum of all that was asked for was proven by the solver, that sum itself was not', () => {
    expect(boundBy(instance, 549.9)).toBe('solver')
    expect(boundBy(instance, 550)).toBe('everybody')
  })

  test.each([
    ['optimal', 'solver', 'không có phương án nào tốt hơn'],
    ['timeLimit', 'solver', 'Đã chứng minh cách tối ưu không quá 6,2 %'],
    ['withinGap', 'everybody', 'Đã chứng minh cách tối ưu không quá 6,2 %'],
    ['timeLimit', 'everybody', 'Chưa chứng minh được phương án này gần tối ưu đến đâu'],
  ] as const)('%s by %s is said as it is', (status, by, sentence) => {
    const proof = { status, boundBy: by, gap: 0.0615, seconds: 60 }
    expect(vi.pages.proven(proof)).toContain(sentence)
    if (by === 'everybody' && status === 'timeLimit') {
      expect(vi.pages.proven(proof)).toContain('ít nhất 93,8 %')
      expect(en.pages.proven(proof)).toContain('at least 93.8 %')
    }
  })
})
