import { expect, test } from 'vitest'
import { type HandCell, workbook } from '../../../tests/workbook.ts'
import { readSheets } from '../../server/files/xlsx.ts'
import {
  checkProfiles,
  decisionWritten,
  type ProfileOptions,
  ratingWritten,
  unitWritten,
} from './profiles.ts'

const head = [
  'STT',
  'Họ và tên',
  'Ngày sinh Nam',
  'Ngày sinh Nữ',
  'Dân tộc',
  'Chức vụ, đơn vị',
  'Quyết định bổ nhiệm',
  'Ngày vào Đảng',
  'Trình độ chuyên môn',
  'Chức danh quy hoạch',
  'Xếp loại 2 năm',
  'Ghi chú',
]
const file = (...rows: HandCell[][]) =>
  workbook({
    name: 'Trích ngang',
    rows: [['DANH SÁCH CÁN BỘ CỬ ĐI HỌC TRUNG CẤP LLCT, HỆ KHÔNG TẬP TRUNG'], head, ...rows],
  })
const checked = async (bytes: Uint8Array, options: Partial<ProfileOptions> = {}) =>
  checkProfiles(await readSheets(bytes), { on: '2026-11-24', ...options })
const good: HandCell[] = [
  1,
  'Nguyễn Văn An',
  { day: '1985-05-19' },
  null,
  'Kinh',
  'Phó Trưởng phòng, Sở Nội vụ',
  '15-QĐ/SNV ngày 02/01/2024',
  '03/02/2012',
  'Đại học Luật',
  null,
  '2024: HTTNV; 2025: HTXSNV',
  null,
]
const with_ = (changes: Record<number, HandCell>) =>
  good.map((cell, i) => (i in changes ? (changes[i] ?? null) : cell))

test('a list as units keep it: whoever has all is eligible, each other one is told what is missing', async () => {
  const found = await checked(
    file(
      good,
      with_({ 1: 'Trần Thị Bình', 2: null, 3: '25/11/1998' }),
      with_({ 1: 'Lê Văn Cường', 5: 'Chuyên viên, Sở Nội vụ' }),
      with_({ 1: 'Phạm Thị Dung', 2: null, 3: '1985', 10: '2025: HTTNV' }),
      with_({ 1: 'Võ Văn Em', 4: 'Khmer', 8: '12/12' }),
      with_({ 1: 'Bùi Văn Giáp', 10: 'HTNV/HTTNV' }),
      with_({ 1: 'Đỗ Văn Hai', 7: 'chưa' }),
      good,
    ),
  )
  const said = found.map((one) => [
    one.name,
    one.judgement.overall,
    one.judgement.proposal,
    one.judgement.verdicts
      .filter((verdict) => verdict.result !== 'met')
      .map((verdict) => `${verdict.criterion} ${verdict.evidence?.code}`)
      .join(),
  ])
  expect(said).toEqual([
    ['Nguyễn Văn An', 'met', null, ''],
    ['Trần Thị Bình', 'unmet', 'fullTime', 'age tooYoung'],
    ['Lê Văn Cường', 'unmet', null, 'targetGroup postOutsideGroups'],
    ['Phạm Thị Dung', 'unknown', null, 'ratings ratingMissing'],
    ['Võ Văn Em', 'met', null, ''],
    ['Bùi Văn Giáp', 'unmet', null, 'ratings ratedLow'],
    ['Đỗ Văn Hai', 'unmet', null, 'party noMember'],
    ['Nguyễn Văn An', 'met', null, ''],
  ])
  expect(found.at(-1)?.sameAsRow).toBe(3)
})

test('the day of sending chooses the rules: the same list by 28 and 29 August 2025', async () => {
  const list = file(with_({ 1: 'Trần Thị Bình', 2: null, 3: '29/08/1992' }))
  const said = async (on: string) => {
    const [one] = await checked(list, { on })
    return [
      one?.judgement.ruleSet,
      one?.judgement.verdicts.find((verdict) => verdict.criterion === 'age')?.result,
    ]
  }
  expect(await said('2025-08-28')).toEqual(['ELIG-57', 'unmet'])
  expect(await said('2025-08-29')).toEqual(['ELIG-350', 'met'])
})

test('columns of each year, a planned post with its decision, what cannot be read is named with its column', async () => {
  const bytes = workbook({
    name: 'A',
    rows: [
      [
        'Họ tên',
        'Giới tính',
        'Năm sinh',
        'Chức vụ',
        'Đơn vị',
        'Quy hoạch',
        'Đảng viên',
        'Trình độ',
        'Xếp loại 2024',
        'Xếp loại 2025',
        'Hệ',
      ],
      [
        'Lê Thị Kim',
        'Nữ',
        1980,
        'Chuyên viên',
        'UBND xã Tân Phú',
        'Phó Trưởng phòng (QĐ 9-QĐ/TU ngày 01/08/2025, 2025-2030)',
        '2010',
        'Cao đẳng',
        'Tốt',
        'HTTNV',
        'Vừa làm vừa học',
      ],
      [
        'Trần Văn Lộc',
        'Nam',
        '31/02/1980',
        'Phó Trưởng phòng',
        'Sở Y tế',
        null,
        '2010',
        'Đại học',
        'Khá',
        'HTTNV',
        'Tập trung',
      ],
    ],
  })
  const [planned, unread] = await checked(bytes)
  expect(
    planned?.judgement.verdicts.map((one) => `${one.criterion} ${one.result} ${one.evidence?.code}`),
  ).toEqual([
    'targetGroup met postInGroup',
    'party met admitted',
    'education met educated',
    'age met oldEnough',
    'ratings met ratedWell',
    'planningSource met planned',
  ])
  expect(unread?.unread).toEqual([
    { column: 'Năm sinh', written: '31/02/1980' },
    { column: 'Xếp loại 2024', written: 'Khá' },
  ])
})

test.each([
  ['HTXSNV', 4],
  ['Hoàn thành tốt nhiệm vụ', 3],
  ['Hoàn thành nhiệm vụ', 2],
  ['Không hoàn thành nhiệm vụ', 1],
  ['KHTNV', 1],
  ['Khá', null],
])('the rating «%s» is %s', (text, level) => expect(ratingWritten(text)).toBe(level))

test.each([
  ['UBND xã Tân Phú', 'commune'],
  ['Phường 1', 'commune'],
  ['Sở Tài chính', 'province'],
  ['Ban Tổ chức Tỉnh ủy', 'province'],
  ['Huyện ủy Châu Thành', 'district'],
  ['Phòng Tổng hợp', null],
])('the unit «%s» is of level %s', (text, level) => expect(unitWritten(text).level).toBe(level))

test('a decision is read as offices write it', () => {
  expect(decisionWritten('Quyết định số 12-QĐ/TU, ngày 01/08/2025')).toEqual({
    number: '12-QĐ/TU',
    on: '2025-08-01',
  })
  expect(decisionWritten('đang chờ')).toEqual({ number: null, on: null })
})
