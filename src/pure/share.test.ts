import { describe, expect, test } from 'vitest'
import { formatDong, largestRemainder, printNumber, printShare, printShares } from './share.ts'

describe('a share is printed from its fraction', () => {
  test.each([
    [50, 48, 2, 'truncate', '104,16'],
    [50, 48, 2, 'half-up', '104,17'],
    [50, 48, 0, 'half-up', '104'],
    [1, 3, 2, 'half-up', '33,33'],
    [2, 3, 2, 'half-up', '66,67'],
    [2, 3, 2, 'truncate', '66,66'],
    [1, 8, 0, 'half-up', '13'],
    [1, 200, 0, 'half-up', '1'],
    [1, 200, 0, 'truncate', '0'],
    [21, 21, 2, 'truncate', '100,00'],
    [0, 12, 1, 'truncate', '0,0'],
    [0, 0, 2, 'truncate', '–'],
    [5, 0, 2, 'half-up', '–'],
    [125, 1, 1, 'truncate', '12.500,0'],
    [1.005, 1, 1, 'half-up', '100,5'],
    [22.5, 30, 2, 'truncate', '75,00'],
    [-50, 48, 2, 'truncate', '-104,16'],
    [-50, 48, 2, 'half-up', '-104,17'],
    [1, 1e15, 2, 'truncate', '0,00'],
  ] as const)('%d of %d at %d decimals, %s: %s', (part, whole, decimals, rounding, printed) => {
    expect(printShare({ part, whole }, { decimals, rounding })).toBe(printed)
  })

  test('in English with a point', () => {
    expect(printShare({ part: 50, whole: 48 }, { decimals: 2, rounding: 'truncate', locale: 'en' })).toBe(
      '104.16',
    )
  })
})

describe('a column of shares that must sum to 100', () => {
  test('three thirds give the missing hundredth to the first', () => {
    expect(largestRemainder([1, 1, 1], 2)).toEqual([33.34, 33.33, 33.33])
    expect(printShares([1, 1, 1], { decimals: 1 })).toEqual(['33,4', '33,3', '33,3'])
  })
  test('the missing units go to the largest remainders', () => {
    expect(largestRemainder([25, 21, 4], 0)).toEqual([50, 42, 8])
    expect(largestRemainder([7, 7, 6, 3], 0)).toEqual([31, 30, 26, 13])
  })
  test('it sums to 100 whatever the parts', () => {
    for (let seed = 1; seed < 300; seed += 1) {
      const parts = Array.from({ length: (seed % 11) + 1 }, (_, i) => (seed * 7919 * (i + 3)) % 997)
      const units = largestRemainder(parts, 2).map((share) => Math.round(share * 100))
      expect(units.reduce((sum, unit) => sum + unit, 0)).toBe(parts.some((part) => part > 0) ? 10_000 : 0)
    }
  })
  test('with nothing to share every line is a dash', () => {
    expect(largestRemainder([0, 0], 2)).toEqual([0, 0])
    expect(printShares([0, 0], { decimals: 2 })).toEqual(['–', '–'])
  })
})

test('numbers and money follow the language', () => {
  expect(printNumber(4681)).toBe('4.681')
  expect(printNumber(4681, 'en')).toBe('4,681')
  expect(printNumber(4681.5, 'vi', 2)).toBe('4.681,50')
  expect(printNumber(-1234567)).toBe('-1.234.567')
  expect(formatDong(1_250_000)).toBe('1.250.000 đồng')
  expect(formatDong(1_250_000, 'en')).toBe('1,250,000 VND')
})
