import { describe, expect, test } from 'vitest'
import { unitNamed } from './unit-names.ts'

const units = [
  { id: 1, name: 'Tỉnh ủy Tây Ninh' },
  { id: 2, name: 'Xã Hưng Điền (Huyện Tân Hưng)' },
  { id: 3, name: 'Xã Hưng Điền (Huyện Vĩnh Hưng)' },
  { id: 4, name: 'Phường Long An' },
  { id: 5, name: 'Sở Nội vụ' },
  { id: 6, name: 'Sở Nội vụ, Phòng Cải cách' },
]

describe('a unit that was typed', () => {
  test.each([
    ['its name', 'Phường Long An', 4],
    ['its name with spaces too many', '  Phường  Long An ', 4],
    ['its name without marks', 'phuong long an', 4],
    ['a part that no other has', 'tay ninh', 1],
    ['its whole name, though another begins with it', 'so noi vu', 5],
    ['a namesake told apart by the unit above', 'hung dien (huyen tan', 2],
  ])('is known by %s', (_, typed, id) => {
    expect(unitNamed(typed, units)).toMatchObject({ id })
  })

  test('that fits several is not guessed', () => {
    expect(unitNamed('Xã Hưng Điền', units)).toEqual({ fitting: [units[1], units[2]] })
  })

  test('that fits none is none', () => {
    expect(unitNamed('Cần Thơ', units)).toEqual({ fitting: [] })
  })
})
