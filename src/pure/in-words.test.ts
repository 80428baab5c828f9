import { describe, expect, test } from 'vitest'
import { dongInWords } from './in-words.ts'

describe('a sum is written in words as accountants read it', () => {
  test.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi bốn đồng'],
    [105, 'Một trăm linh năm đồng'],
    [110, 'Một trăm mười đồng'],
    [1000, 'Một nghìn đồng'],
    [1005, 'Một nghìn không trăm linh năm đồng'],
    [1_250_000, 'Một triệu hai trăm năm mươi nghìn đồng'],
    [3_000_000, 'Ba triệu đồng'],
    [12_345_678, 'Mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám đồng'],
    [1_000_000_001, 'Một tỷ không trăm linh một đồng'],
    [55_055_000, 'Năm mươi lăm triệu không trăm năm mươi lăm nghìn đồng'],
  ])('%d: %s', (dong, words) => {
    expect(dongInWords(dong)).toBe(words)
  })
  test.each([-1, 1.5, 1e12, Number.NaN])('%d is no sum', (dong) => {
    expect(() => dongInWords(dong)).toThrow(RangeError)
  })
})
