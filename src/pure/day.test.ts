import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayOfExcelSerial,
  daysBetween,
  excelSerialOfDay,
  isDay,
  monthOf,
  printDay,
  printInstant,
  printLongDay,
  readVietnameseDay,
  todayIn,
  yearOf,
  yearsBetween,
} from './day.ts'

describe('a day is a calendar day', () => {
  test.each(['2026-11-24', '2024-02-29', '2000-02-29', '1900-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true)
  })
  test.each([
    '2026-02-31',
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-1-1',
    '24/11/2026',
    '',
    null,
    45000,
  ])('%s is none', (value) => {
    expect(isDay(value)).toBe(false)
  })

  test('counting days crosses months, leap years and centuries', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(daysBetween('2023-01-01', '2024-01-01')).toBe(365)
    expect(daysBetween('2024-12-31', '2024-01-01')).toBe(-365)
    expect(yearOf('2026-11-24')).toBe(2026)
    expect(monthOf('2026-11-24')).toBe(11)
  })
})

test.each([
  ['1990-06-15', '2026-06-14', 35, 'the day before the birthday'],
  ['1990-06-15', '2026-06-15', 36, 'on the birthday'],
  ['1990-06-15', '2026-06-16', 36, 'the day after'],
  ['1990-06-15', '1990-06-15', 0, 'on the first day'],
  ['2000-02-29', '2025-02-27', 24, 'born on 29 February, common year, too early'],
  ['2000-02-29', '2025-02-28', 25, 'born on 29 February, common year'],
  ['2000-02-29', '2028-02-28', 27, 'born on 29 February, leap year, one day early'],
  ['2000-02-29', '2028-02-29', 28, 'born on 29 February, leap year'],
  ['2026-06-15', '1990-06-15', -36, 'backwards'],
])('from %s to %s are %i whole years: %s', (from, to, years, _why) => {
  expect(yearsBetween(from, to)).toBe(years)
})

test('a day is printed with leading zeros and in letters as the place and date line wants it', () => {
  expect(printDay('2026-01-05')).toBe('05/01/2026')
  expect(printLongDay('2026-01-05')).toBe('ngày 05 tháng 01 năm 2026')
  expect(printLongDay('2026-09-05')).toBe('ngày 05 tháng 9 năm 2026')
  expect(printLongDay('2026-11-24')).toBe('ngày 24 tháng 11 năm 2026')
  expect(printLongDay('2026-01-05', 'en')).toBe('5 January 2026')
})

test('late in the evening in UTC it is already tomorrow in Vietnam', () => {
  expect(todayIn('Asia/Ho_Chi_Minh', '2026-11-24T16:59:59.999Z')).toBe('2026-11-24')
  expect(todayIn('Asia/Ho_Chi_Minh', '2026-11-24T17:00:00.000Z')).toBe('2026-11-25')
  expect(todayIn('UTC', new Date('2026-11-24T17:00:00.000Z'))).toBe('2026-11-24')
  expect(printInstant('2026-11-24T17:05:00.000Z', 'Asia/Ho_Chi_Minh')).toBe('25/11/2026 00:05')
})

describe('a date is read as offices write it, and never guessed', () => {
  test.each([
    ['05/09/2026', '2026-09-05'],
    ['5/9/2026', '2026-09-05'],
    ['5-9-2026', '2026-09-05'],
    ['05.09.2026', '2026-09-05'],
    [' 31/12/2025 ', '2025-12-31'],
    ['29/02/2024', '2024-02-29'],
    ['2026-09-05', '2026-09-05'],
  ])('%s', (text, day) => {
    expect(readVietnameseDay(text)).toEqual({ ok: true, day })
  })

  test.each([
    ['31/02/2026', 'impossible'],
    ['29/02/2023', 'impossible'],
    ['00/05/2026', 'impossible'],
    ['32/13/2026', 'impossible'],
    ['05/09/0206', 'impossible'],
    ['2026-02-31', 'impossible'],
    ['12/25/2026', 'monthFirst'],
    ['05/09/26', 'twoDigitYear'],
    ['5/9-2026', 'notADay'],
    ['2026/09/05', 'notADay'],
    ['tháng 9/2026', 'notADay'],
    ['05092026', 'notADay'],
    ['', 'empty'],
    ['   ', 'empty'],
  ])('%s is refused: %s', (text, reason) => {
    expect(readVietnameseDay(text)).toEqual({ ok: false, reason })
  })
})

describe('Excel counts days from 1900, with one that never was', () => {
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45000, '2023-03-15'],
    [45000.99, '2023-03-15'],
    [2_958_465, '9999-12-31'],
  ])('%d is %s', (serial, day) => {
    expect(dayOfExcelSerial(serial)).toBe(day)
    expect(excelSerialOfDay(day)).toBe(Math.floor(serial))
  })
  test.each([0, 60, -1, 2_958_466, Number.NaN])('%d is no day', (serial) => {
    expect(dayOfExcelSerial(serial)).toBeNull()
  })
})
