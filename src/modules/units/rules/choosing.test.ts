import { expect, test } from 'vitest'
import { type Choosable, choicesOf, chooserOf } from './choosing.ts'

const commune = (id: number, fullName: string, parentId: number | null): Choosable => ({
  id,
  code: null,
  fullName,
  kind: 'commune',
  parentId,
})
const units: Choosable[] = [
  { id: 1, code: 'H1', fullName: 'Huyện Mộc Hóa', kind: 'district', parentId: null },
  { id: 2, code: null, fullName: 'Huyện Tân Thạnh', kind: 'district', parentId: null },
  commune(3, 'Xã Tân Lập', 1),
  commune(4, 'Xã Tân Lập', 2),
  commune(5, 'Xã Tân Bình', 2),
]

test('namesakes are offered with the unit above them', () => {
  expect(choicesOf(units).map((choice) => choice.text)).toEqual([
    'Huyện Mộc Hóa',
    'Huyện Tân Thạnh',
    'Xã Tân Lập, Huyện Mộc Hóa',
    'Xã Tân Lập, Huyện Tân Thạnh',
    'Xã Tân Bình',
  ])
})

test('what was offered, a code, a name of one unit, and its place in brackets are understood; namesakes are not guessed', () => {
  const choose = chooserOf(units)
  expect(
    ['Xã Tân Lập, Huyện Tân Thạnh', 'H1', 'tan binh', 'Tân Lập (h. Mộc Hóa)', 'Tân Lập', 'Tân Bính'].map(
      choose,
    ),
  ).toEqual([4, 1, 5, 3, 'many', 'none'])
})
