import { describe, expect, test } from 'vitest'
import { type BareItem, noHours, outlineOf, practiceOf, roman, standsIn, sumsOf, totalOf } from '../rules.ts'
import { compareOutlines, judge, type Limit, limitFor } from './compare.ts'

let ids = 0
/** «Khối A» with «Một» of 4 and «Hai» of 2 + 2 in it, «Khối B» with nothing. */
const item = (more: Partial<BareItem> & Pick<BareItem, 'title' | 'kind'>): BareItem => {
  ids += 1
  return {
    id: ids,
    parentId: null,
    position: 1,
    outcomes: '',
    fieldCode: null,
    hours: noHours,
    lineageId: ids,
    version: 1,
    ...more,
  }
}
const a = item({ kind: 'part', title: 'Khối A' })
const b = item({ kind: 'part', title: 'Khối B', position: 2 })
const one = item({ kind: 'topic', title: 'Một', parentId: a.id, hours: { ...noHours, theory: 4 } })
const two = item({
  kind: 'topic',
  title: 'Hai',
  parentId: a.id,
  position: 2,
  hours: { ...noHours, theory: 2, practice: 2 },
})
const three = item({ kind: 'topic', title: 'Ba', parentId: a.id, position: 3 })
const frame = [a, b, one, two, three]
/** The next version: other ids, the same lineage. */
const copy = (items: readonly BareItem[], change: (one: BareItem) => Partial<BareItem> | null): BareItem[] =>
  items.flatMap((old) => {
    const more = change(old)
    return more === null
      ? []
      : [{ ...old, id: old.id + 1000, parentId: old.parentId === null ? null : old.parentId + 1000, ...more }]
  })

describe('an outline', () => {
  test.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
  ])('part %i is numbered %s', (n, text) => expect(roman(n)).toBe(text))

  test.each([
    ['part', null, true],
    ['part', 'part', false],
    ['module', 'part', true],
    ['module', 'module', false],
    ['topic', 'part', true],
    ['topic', 'module', true],
    ['topic', 'topic', false],
    ['topic', null, true],
  ] as const)('a %s in %s: %s', (kind, parent, may) => expect(standsIn(kind, parent)).toBe(may))

  test('of topics alone is numbered 1, 2 and summed', () => {
    const flat = outlineOf([
      item({ kind: 'topic', title: 'Một', hours: { ...noHours, field: 3 } }),
      item({ kind: 'topic', title: 'Hai', position: 2, hours: { ...noHours, exam: 1 } }),
    ])
    expect(flat.map((x) => x.number)).toEqual(['1', '2'])
    expect(totalOf(sumsOf(flat))).toBe(4)
    expect(practiceOf(sumsOf(flat))).toEqual({ part: 3, whole: 4 })
    expect(practiceOf(noHours)).toEqual({ part: 0, whole: 0 })
  })
})

const compared = (after: readonly BareItem[]) =>
  compareOutlines(outlineOf(frame), outlineOf(after))
    .filter((x) => x.kind !== 'same')
    .map((x) => [x.kind, (x.after ?? x.before)?.title, ...x.fields])

describe('two versions', () => {
  test.each<[string, readonly BareItem[], unknown[]]>([
    ['a copy', copy(frame, () => ({})), []],
    ['renamed', copy(frame, (x) => (x === one ? { title: 'Mốt' } : {})), [['changed', 'Mốt', 'title']]],
    ['dropped', copy(frame, (x) => (x === two ? null : {})), [['dropped', 'Hai']]],
    [
      'hours moved',
      copy(frame, (x) => (x === two ? { hours: { ...noHours, theory: 1, practice: 3 } } : {})),
      [['changed', 'Hai', 'hours']],
    ],
    [
      'into another part',
      copy(frame, (x) => (x === three ? { parentId: b.id + 1000 } : {})),
      [['changed', 'Ba', 'place']],
    ],
    [
      'the last one first: only that one has moved',
      copy(frame, (x) => (x === three ? { position: 0 } : {})),
      [['changed', 'Ba', 'place']],
    ],
    [
      'dropping one moves nobody',
      copy(frame, (x) =>
        x === one ? null : x === two ? { position: 1 } : x === three ? { position: 2 } : {},
      ),
      [['dropped', 'Một']],
    ],
  ])('%s', (_name, after, expected) => expect(compared(after)).toEqual(expected))
})

const limit = (more: Partial<Limit> & Pick<Limit, 'kind'>): Limit => ({
  id: 1,
  lineageId: null,
  itemTitle: null,
  allows: null,
  minimum: null,
  maximum: null,
  source: 'Công văn của Học viện',
  needsConfirmation: true,
  version: 1,
  ...more,
})

describe('a frame and what a school makes of it', () => {
  const added = () => [
    ...copy(frame, () => ({})),
    item({ kind: 'topic', title: 'Của tỉnh', parentId: b.id + 1000, hours: { ...noHours, theory: 4 } }),
  ]
  const shift = (theory: number) => copy(frame, (x) => (x === one ? { hours: { ...noHours, theory } } : {}))
  test.each<[string, readonly BareItem[], Limit[], string, string]>([
    ['nothing said about dropping', copy(frame, (x) => (x === two ? null : {})), [], 'dropped', 'unknown'],
    [
      'dropping forbidden',
      copy(frame, (x) => (x === two ? null : {})),
      [limit({ kind: 'drop', allows: false })],
      'dropped',
      'unmet',
    ],
    [
      'dropping forbidden, but not in this part',
      copy(frame, (x) => (x === two ? null : {})),
      [limit({ kind: 'drop', allows: false }), limit({ kind: 'drop', allows: true, lineageId: a.lineageId })],
      'dropped',
      'met',
    ],
    [
      'adding allowed in the local part only: there',
      added(),
      [limit({ kind: 'add', allows: false }), limit({ kind: 'add', allows: true, lineageId: b.lineageId })],
      'added',
      'met',
    ],
    [
      'adding allowed in the local part only: elsewhere',
      added(),
      [limit({ kind: 'add', allows: false }), limit({ kind: 'add', allows: true, lineageId: a.lineageId })],
      'added',
      'unmet',
    ],
    ['4 → 6 lesson hours, two may move', shift(6), [limit({ kind: 'hours', maximum: 2 })], 'hours', 'met'],
    ['4 → 7 lesson hours, two may move', shift(7), [limit({ kind: 'hours', maximum: 2 })], 'hours', 'unmet'],
    ['total at its least', shift(4), [limit({ kind: 'total', minimum: 8 })], 'total', 'met'],
    ['total above its most', shift(4), [limit({ kind: 'total', maximum: 7 })], 'total', 'unmet'],
    ['practice 2 of 8, 25 % asked', shift(4), [limit({ kind: 'practice', minimum: 25 })], 'practice', 'met'],
    [
      'practice 2 of 8, 26 % asked',
      shift(4),
      [limit({ kind: 'practice', minimum: 26 })],
      'practice',
      'unmet',
    ],
    ['no hours at all, 1 % asked', [], [limit({ kind: 'practice', minimum: 1 })], 'practice', 'unmet'],
  ])('%s', (_name, version, limits, deviation, result) => {
    const found = judge(outlineOf(frame), outlineOf(version), limits)
    expect(found.find((x) => x.deviation === deviation)).toMatchObject({ result })
  })

  test('a version that is the frame has nothing to say', () => {
    expect(
      judge(outlineOf(frame), outlineOf(copy(frame, () => ({}))), [limit({ kind: 'drop', allows: false })]),
    ).toEqual([])
  })

  test('the narrowest limit speaks, and of nothing there is none', () => {
    const whole = limit({ kind: 'hours', maximum: 2 })
    const own = limit({ kind: 'hours', maximum: 8, lineageId: one.lineageId })
    expect(limitFor([whole, own], 'hours', [one.lineageId, a.lineageId])).toBe(own)
    expect(limitFor([whole, own], 'hours', [two.lineageId, a.lineageId])).toBe(whole)
    expect(limitFor([whole, own], 'add', [one.lineageId])).toBeNull()
  })
})
