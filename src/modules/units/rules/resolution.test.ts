import { expect, test } from 'vitest'
import { identityKey, readName } from './names.ts'
import { readExtent, readPlaceKind, readResolution } from './resolution.ts'

test('the lines above a table tell the document and its day', () => {
  expect(
    readResolution([
      'SẮP XẾP CÁC ĐƠN VỊ HÀNH CHÍNH CẤP XÃ CỦA TỈNH TÂY NINH NĂM 2025',
      '(Kèm theo Nghị quyết số 1682/NQ-UBTVQH15 ngày 16 tháng 6 năm 2025 của Ủy ban Thường vụ Quốc hội, có hiệu lực từ ngày 01/07/2025)',
    ]),
  ).toMatchObject({
    documentNumber: '1682/NQ-UBTVQH15',
    documentOn: '2025-06-16',
    documentIssuer: 'Ủy ban Thường vụ Quốc hội',
    effectiveOn: '2025-07-01',
  })
  expect(readResolution(['Danh sách'])).toMatchObject({ documentNumber: null, effectiveOn: null })
})

test('a printed name tells its kind, its bare name and the place in brackets', () => {
  const read = (text: string) => Object.values(readName(text, 'commune')).join('|')
  expect(
    ['tt Tân Hưng', 'ph 1 (tp Tân An)', 'Thạnh Hưng (h. Tân Hưng)', 'Xã  Hưng Điền', 'ph IV'].map(read),
  ).toEqual([
    'Tân Hưng|township|',
    '1|ward|tp Tân An',
    'Thạnh Hưng|commune|h. Tân Hưng',
    'Hưng Điền|commune|',
    'IV|ward|',
  ])
  const kind = (text: string) => `${readName(text).name}|${readName(text).kind}`
  expect(['Huyện ủy Lộc Hải', 'Tỉnh đoàn', 'Sở Nội vụ (sau hợp nhất)', 'Huyện Lộc Hải'].map(kind)).toEqual([
    'Huyện ủy Lộc Hải|partyCommittee',
    'Tỉnh đoàn|front',
    'Sở Nội vụ (sau hợp nhất)|department',
    'Lộc Hải|district',
  ])
})

test('capitals, blanks, y and i, and the place of the tone make no other name; a tone does', () => {
  const key = (text: string) => identityKey(readName(text, 'commune'))
  expect(key('Hoà  khánh')).toBe(key('HÒA KHÁNH'))
  expect(key('Mỹ Quí')).toBe(key('Mỹ Quý'))
  expect(key('Thanh Phú')).not.toBe(key('Thạnh Phú'))
  expect(key('tt Tân Hưng')).not.toBe(key('Tân Hưng'))
  expect(key('Tân Lập (h. Mộc Hóa)')).toBe(key('Tân Lập (huyện Mộc Hóa)'))
})

test('the words of a resolution for whole, part and remainder', () => {
  expect(['toàn bộ', '', 'Một phần', 'phần còn lại', 'gần hết'].map(readExtent)).toEqual([
    'whole',
    'whole',
    'part',
    'remainder',
    null,
  ])
  expect(['xã', 'Phường', 'TT', 'đảng ủy'].map(readPlaceKind)).toEqual(['commune', 'ward', 'township', null])
})
