import { describe, expect, test } from 'vitest'
import { movedBooking, nextFreeStarts, type OpeningFacts, rankOpenings } from './opening.ts'

// Monday 4 January 2027 is the first week that is looked at, unless a case says otherwise.
const facts = (change: Partial<OpeningFacts> = {}): OpeningFacts => ({
  earliest: '2027-01-04',
  weeks: 1,
  teachingDays: 5,
  learners: 60,
  needsRoom: true,
  entries: [],
  unitIds: [],
  rooms: [{ id: 1, name: 'Hội trường A', seats: 120, isOwn: true, taken: [] }],
  fields: [],
  lecturers: [],
  classes: [],
  ...change,
})

const entry = (change: Partial<OpeningFacts['entries'][number]>): OpeningFacts['entries'][number] => ({
  kind: 'holiday',
  title: 'Tết Nguyên đán',
  fromOn: '2027-01-06',
  lastOn: '2027-01-06',
  stopsTeaching: true,
  unitId: null,
  unit: null,
  ...change,
})

const lecturer = (id: number, change: Partial<OpeningFacts['lecturers'][number]> = {}) => ({
  id,
  name: `Giảng viên ${id}`,
  isGuest: false,
  fields: ['XDĐ'],
  weeklyHours: 20,
  taken: [],
  ...change,
})

const week = (fromOn: string, lastOn: string) => ({ fromOn, lastOn })
const codes = (change: Partial<OpeningFacts>) =>
  rankOpenings(facts(change))[0]?.reasons.map((one) => one.code)

describe('the reasons of a date', () => {
  test.each<[string, Partial<OpeningFacts>, string[], 'good' | 'strained' | 'blocked']>([
    ['a free room and nothing else', {}, ['roomFree'], 'good'],
    ['no room wanted', { needsRoom: false, rooms: [] }, [], 'good'],
    [
      'only a host has a room',
      { rooms: [{ id: 2, name: 'Hội trường xã', seats: 90, isOwn: false, taken: [] }] },
      ['roomHosted'],
      'good',
    ],
    ['the room is too small', { learners: 121 }, ['noRoom'], 'blocked'],
    [
      'the room is taken on the last day',
      { rooms: [{ id: 1, name: 'A', seats: 120, isOwn: true, taken: [week('2027-01-08', '2027-02-01')] }] },
      ['noRoom'],
      'blocked',
    ],
    [
      'the room is free again the day after',
      { rooms: [{ id: 1, name: 'A', seats: 120, isOwn: true, taken: [week('2026-12-01', '2027-01-03')] }] },
      ['roomFree'],
      'good',
    ],
    ['a holiday inside', { entries: [entry({})] }, ['roomFree', 'holidayInside'], 'good'],
    [
      'Tết tears a short class apart',
      { entries: [entry({ fromOn: '2027-01-06', lastOn: '2027-01-12' })] },
      ['roomFree', 'holidayInside', 'tornApart'],
      'strained',
    ],
    [
      'a long class lives with it',
      { teachingDays: 60, entries: [entry({ fromOn: '2027-01-06', lastOn: '2027-01-12' })] },
      ['roomFree', 'holidayInside'],
      'good',
    ],
    [
      'the province meets, teaching goes on',
      { entries: [entry({ kind: 'session', stopsTeaching: false })] },
      ['roomFree', 'provinceEvent'],
      'strained',
    ],
    [
      'a long class meets every session: only the first week counts',
      {
        teachingDays: 60,
        entries: [
          entry({ kind: 'session', stopsTeaching: false, fromOn: '2027-02-01', lastOn: '2027-02-05' }),
        ],
      },
      ['roomFree'],
      'good',
    ],
    [
      'a long class that opens during one is told',
      { teachingDays: 60, entries: [entry({ kind: 'session', stopsTeaching: false })] },
      ['roomFree', 'provinceEvent'],
      'strained',
    ],
    [
      'the unit for which it is held is busy',
      { unitIds: [7], entries: [entry({ kind: 'busy', stopsTeaching: false, unitId: 7, unit: 'Sở A' })] },
      ['roomFree', 'unitBusy'],
      'strained',
    ],
    [
      'many units for which it is held are busy: told together',
      {
        unitIds: [1, 2, 3, 4],
        entries: [1, 2, 3, 4].map((unitId) =>
          entry({ kind: 'busy', stopsTeaching: false, unitId, unit: `Sở ${unitId}` }),
        ),
      },
      ['roomFree', 'unitsBusy'],
      'strained',
    ],
    [
      'another unit is busy',
      { unitIds: [7], entries: [entry({ kind: 'busy', stopsTeaching: false, unitId: 8, unit: 'Sở B' })] },
      ['roomFree', 'othersBusy'],
      'good',
    ],
    [
      'a class of the same unit runs',
      { classes: [{ code: 'MR01', name: 'Bồi dưỡng', ...week('2027-01-07', '2027-01-09') }] },
      ['roomFree', 'sameUnits'],
      'good',
    ],
    [
      'enough lecturers: 40 hours a week are two of 20',
      {
        fields: [{ code: 'XDĐ', name: 'Xây dựng Đảng', hours: 40 }],
        lecturers: [lecturer(1), lecturer(2), lecturer(3)],
      },
      ['roomFree', 'lecturersFree'],
      'good',
    ],
    [
      'more hours than the days can hold',
      {
        fields: [{ code: 'XDĐ', name: 'Xây dựng Đảng', hours: 51 }],
        lecturers: [lecturer(1), lecturer(2), lecturer(3)],
      },
      ['roomFree', 'tooDense', 'lecturersFree'],
      'strained',
    ],
    [
      'one of the two is away',
      {
        fields: [{ code: 'XDĐ', name: 'Xây dựng Đảng', hours: 40 }],
        lecturers: [lecturer(1), lecturer(2, { taken: [week('2027-01-08', '2027-01-08')] })],
      },
      ['roomFree', 'lecturersShort'],
      'strained',
    ],
    [
      'the week has no teaching at all',
      { entries: [entry({ fromOn: '2027-01-04', lastOn: '2027-01-10' })] },
      ['noTeaching'],
      'blocked',
    ],
  ])('%s', (_, change, expected, fit) => {
    expect(codes(change)).toEqual(expected)
    expect(rankOpenings(facts(change))[0]?.fit).toBe(fit)
  })
})

test('opening is the first teaching day of the week, closing so many teaching days later', () => {
  const [found] = rankOpenings(
    facts({
      entries: [
        entry({ fromOn: '2027-01-04', lastOn: '2027-01-04' }),
        entry({ fromOn: '2027-01-08', lastOn: '2027-01-08' }),
      ],
    }),
  )
  // Monday and Friday are off: Tuesday to Thursday, then Monday and Tuesday.
  expect(found).toMatchObject({ opensOn: '2027-01-05', closesOn: '2027-01-12' })
})

test('a class never opens before the day from which it is wished for', () => {
  const [found] = rankOpenings(facts({ earliest: '2027-01-06' }))
  expect(found?.opensOn).toBe('2027-01-06')
})

test('the best date comes first, the impossible last, and of equals the earlier', () => {
  const ranked = rankOpenings(
    facts({
      weeks: 4,
      rooms: [{ id: 1, name: 'A', seats: 120, isOwn: true, taken: [week('2027-01-11', '2027-01-15')] }],
      entries: [
        entry({ kind: 'congress', stopsTeaching: false, fromOn: '2027-01-05', lastOn: '2027-01-06' }),
      ],
    }),
  )
  expect(ranked.map((one) => one.opensOn)).toEqual(['2027-01-18', '2027-01-25', '2027-01-04', '2027-01-11'])
  expect(ranked.at(-1)?.fit).toBe('blocked')
})

test('the smallest own room that is large enough comes first, a host’s last', () => {
  const room = (id: number, seats: number, isOwn = true) => ({ id, name: `P${id}`, seats, isOwn, taken: [] })
  const [found] = rankOpenings(facts({ rooms: [room(1, 200), room(2, 50), room(3, 60, false), room(4, 80)] }))
  expect(found?.rooms.map((one) => one.id)).toEqual([4, 1, 3])
})

test('fields follow one another by their hours; own lecturers before guests, who has less before who has more', () => {
  const [found] = rankOpenings(
    facts({
      teachingDays: 10,
      fields: [
        { code: 'LLCS', name: 'Lý luận cơ sở', hours: 30 },
        { code: 'XDĐ', name: 'Xây dựng Đảng', hours: 20 },
      ],
      lecturers: [
        lecturer(1, { fields: ['LLCS'], isGuest: true }),
        lecturer(2, { fields: ['LLCS'], taken: [week('2026-12-01', '2026-12-31')] }),
        lecturer(3, { fields: ['LLCS', 'XDĐ'], weeklyHours: 30 }),
      ],
    }),
  )
  expect(
    found?.blocks.map(({ fieldCode, fromOn, lastOn, chosen }) => ({ fieldCode, fromOn, lastOn, chosen })),
  ).toEqual([
    { fieldCode: 'LLCS', fromOn: '2027-01-04', lastOn: '2027-01-11', chosen: [3] },
    { fieldCode: 'XDĐ', fromOn: '2027-01-12', lastOn: '2027-01-15', chosen: [3] },
  ])
  expect(found?.blocks[0]?.free.map((one) => one.id)).toEqual([3, 2, 1])
})

test('two fields on one day are never given to one person', () => {
  const [found] = rankOpenings(
    facts({
      teachingDays: 1,
      fields: [
        { code: 'LLCS', name: 'Lý luận cơ sở', hours: 4 },
        { code: 'XDĐ', name: 'Xây dựng Đảng', hours: 4 },
      ],
      lecturers: [lecturer(1, { fields: ['LLCS', 'XDĐ'] })],
    }),
  )
  expect(found?.blocks.map((block) => block.chosen)).toEqual([[1], []])
  expect(found?.fit).toBe('strained')
})

test.each([
  [
    'moves with the opening',
    week('2027-01-04', '2027-01-06'),
    '2027-01-11',
    '2027-01-22',
    week('2027-01-11', '2027-01-13'),
  ],
  [
    'lasts to the new end',
    week('2027-01-04', '2027-01-15'),
    '2027-01-04',
    '2027-01-22',
    week('2027-01-04', '2027-01-22'),
  ],
  [
    'is cut where the class became shorter',
    week('2027-01-04', '2027-01-13'),
    '2027-01-04',
    '2027-01-08',
    week('2027-01-04', '2027-01-08'),
  ],
  ['goes where nothing of it is left', week('2027-01-12', '2027-01-13'), '2027-01-04', '2027-01-08', null],
])('a booking %s', (_, booking, opensOn, closesOn, expected) => {
  expect(
    movedBooking(booking, { opensOn: '2027-01-04', closesOn: '2027-01-15' }, { opensOn, closesOn }),
  ).toEqual(expected)
})

test('the next free starts leave out every week in which a day is taken', () => {
  expect(
    nextFreeStarts(week('2027-01-04', '2027-01-08'), [
      week('2027-01-01', '2027-01-12'),
      week('2027-01-25', '2027-01-25'),
    ]),
  ).toEqual(['2027-01-18', '2027-02-01', '2027-02-08'])
})
