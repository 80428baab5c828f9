import { describe, expect, test } from 'vitest'
import { regulations } from './files.ts'
import { levelWritten, type PostFact, whoLacksWhat } from './rules.ts'

const { sets } = await regulations()
const post = (title: string, level = 'commune', basis: PostFact['basis'] = 'held', kind = 'department') => ({
  title,
  level,
  kind,
  basis,
})

describe('which post asks for what, by the rule set of the day', () => {
  const now = '2026-11-24'
  const before = '2025-08-28'
  test.each<[string, PostFact, string[], string, string]>([
    ['a commune’s secretary', post('Bí thư Đảng ủy'), ['Trung cấp'], now, 'advanced unmet 350-CC-BTV'],
    ['a commune’s chairman with cao cấp', post('Chủ tịch UBND'), ['Cao cấp'], now, 'advanced met 350-CC-CX'],
    ['a deputy chairman', post('Phó Chủ tịch UBND'), [], now, 'intermediate unknown 350-TC-PCT'],
    [
      'a head of division of a commune',
      post('Trưởng phòng'),
      ['Trung cấp'],
      now,
      'advanced unmet 350-CC-TPX',
    ],
    [
      'the same post, only planned: asked of who holds it',
      post('Trưởng phòng', 'commune', 'planned'),
      ['Trung cấp'],
      now,
      'intermediate met 350-TC-PP',
    ],
    [
      'a head of division of the province, planned',
      post('Trưởng phòng', 'province', 'planned'),
      ['Trung cấp'],
      now,
      'advanced unmet 350-CC-TPT',
    ],
    ['a deputy head', post('Phó Trưởng phòng', 'province'), ['Sơ cấp'], now, 'intermediate unmet 350-TC-PP'],
    ['a committee member', post('Cấp ủy viên'), ['Cao cấp'], now, 'intermediate met 350-TC-CU'],
    ['a specialist', post('Chuyên viên', 'province'), [], now, ''],
    [
      'the last day of Quy định 57',
      post('Phó Trưởng phòng', 'province'),
      ['Sơ cấp'],
      before,
      'intermediate unmet 57-TC-PP',
    ],
    [
      'under 57 a deputy head is asked only when it is held',
      post('Phó Trưởng phòng', 'province', 'planned'),
      [],
      before,
      '',
    ],
    ['the first day of Quy định 350', post('Chủ tịch UBND'), [], '2025-08-29', 'advanced unknown 350-CC-CX'],
    ['before both', post('Chủ tịch UBND'), [], '2021-01-01', ''],
    ['a level that cannot be read', post('Cấp ủy viên'), ['Đang học'], now, 'intermediate unknown 350-TC-CU'],
  ])('%s', (_, fact, qualifications, on, expected) => {
    const said = whoLacksWhat(sets, { posts: [fact], qualifications }, on)
      .map((verdict) => `${verdict.programme} ${verdict.result} ${verdict.row.code}`)
      .join()
    expect(said).toBe(expected)
  })
})

test('of several posts the one that asks for most counts, and a held one before a planned one', () => {
  const [verdict] = whoLacksWhat(
    sets,
    {
      posts: [post('Chủ tịch UBND', 'commune', 'planned'), post('Cấp ủy viên'), post('Bí thư Đảng ủy')],
      qualifications: ['Sơ cấp', 'Trung cấp lý luận chính trị'],
    },
    '2026-11-24',
  )
  expect(verdict).toMatchObject({
    programme: 'advanced',
    result: 'unmet',
    qualification: 'Trung cấp lý luận chính trị',
    post: { title: 'Bí thư Đảng ủy', basis: 'held' },
  })
})

test.each([
  ['Cao cấp lý luận chính trị', 'advanced'],
  ['CCLLCT', 'advanced'],
  ['TC LLCT', 'intermediate'],
  ['trung cap', 'intermediate'],
  ['Sơ cấp', 'elementary'],
  ['Cử nhân Luật', null],
])('«%s» is the level %s', (text, level) => expect(levelWritten(text)).toBe(level))

test('the files hold together: every set is followed by the one that it names, on the day it ends', () => {
  for (const set of sets) {
    if (!set.replacedBy) continue
    expect(sets.find((one) => one.id === set.replacedBy)?.fromOn).toBe(set.untilOn)
  }
})
