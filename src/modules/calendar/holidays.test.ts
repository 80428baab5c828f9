import { expect, test } from 'vitest'
import { holidaysOf } from './holidays.ts'

// First day of the lunar year in Vietnam. 1985, 2007 and 2030: another day than in China (20/02, 18/02, 03/02).
const tet = [
  [1985, '1985-01-21'],
  [2007, '2007-02-17'],
  [2020, '2020-01-25'],
  [2023, '2023-01-22'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
  [2027, '2027-02-06'],
  [2028, '2028-01-26'],
  [2030, '2030-02-02'],
] as const

test.each(tet)(
  'Tết %i begins on %s, the day before it is off as well, and the days are for the school to confirm',
  (year, first) => {
    const found = holidaysOf(year).find((one) => one.key === `nguyen-dan-${year}`)
    const eve = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10)
    expect(found).toMatchObject({ fromOn: eve, needsConfirmation: true })
  },
)

test.each([
  [2007, '2007-04-26'],
  [2023, '2023-04-29'],
  [2024, '2024-04-18'],
  [2025, '2025-04-07'],
  [2026, '2026-04-26'],
  [2027, '2027-04-16'],
] as const)('Giỗ Tổ %i is on %s', (year, on) => {
  expect(holidaysOf(year).find((one) => one.key === `gio-to-${year}`)?.fromOn).toBe(on)
})

test('a year has its six holidays, each once, and no remembrance day among them', () => {
  for (const year of [2023, 2026, 2027, 2040]) {
    const keys = holidaysOf(year).map((one) => one.key)
    expect(keys.length).toBe(6)
    expect(new Set(keys).size).toBe(6)
  }
})

test('a holiday on a weekend takes the next working day that is no holiday, and says that it must be confirmed', () => {
  const of = (year: number, key: string) => holidaysOf(year).find((one) => one.key === `${key}-${year}`)
  // Sunday 26/04/2026: Monday off. 30/04/2022 a Saturday and 01/05/2022 a Sunday: Monday and Tuesday off.
  expect(of(2026, 'gio-to')).toMatchObject({ lastOn: '2026-04-27', needsConfirmation: true })
  expect(of(2022, 'chien-thang')).toMatchObject({ fromOn: '2022-04-30', lastOn: '2022-05-02' })
  expect(of(2022, 'lao-dong')).toMatchObject({ fromOn: '2022-05-01', lastOn: '2022-05-03' })
  // Tết 2027 holds a Saturday and a Sunday: two more days.
  expect(of(2027, 'nguyen-dan')).toMatchObject({ fromOn: '2027-02-05', lastOn: '2027-02-11' })
  expect(of(2026, 'duong-lich')).toMatchObject({ lastOn: '2026-01-01', needsConfirmation: false })
})
