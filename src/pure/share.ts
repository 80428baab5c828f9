import type { Locale } from './words.ts'

/** A share is kept as its fraction and only printed as a percentage: 50 classes held of 48 planned. */
export type Share = { part: number; whole: number }

/** `truncate` cuts what is left, as the school's reports do (104,16); `half-up` rounds (104,17). */
export type Rounding = 'truncate' | 'half-up'

/** What is printed where there is nothing to divide by. */
export const noShare = '–'

/**
 * The share in per cent without the sign: 50/48 → '104,16' (truncate) or '104,17' (half-up). Exact: no binary
 * fraction takes part. A whole of 0 prints '–', never 0. Negative numbers are cut and rounded by their size.
 */
export function printShare(
  share: Share,
  options: { decimals: number; rounding: Rounding; locale?: Locale },
): string {
  const { decimals, rounding, locale = 'vi' } = options
  if (share.whole === 0) return noShare
  const [part, whole] = sameScale([share.part, share.whole]) as [bigint, bigint]
  const isNegative = part < 0n !== whole < 0n
  const top = size(part) * 100n * power(decimals)
  const bottom = size(whole)
  let units = top / bottom
  if (rounding === 'half-up' && (top % bottom) * 2n >= bottom) units += 1n
  return printUnits(isNegative ? -units : units, decimals, locale)
}

/**
 * Percentages of the parts that sum to exactly 100 at that many decimals: each is cut, and what is missing goes, one
 * unit each, to the largest remainders (the earlier one when equal). All zeros when the parts sum to 0.
 */
export function largestRemainder(parts: readonly number[], decimals: number): number[] {
  return remainderUnits(parts, decimals).map((units) => Number(plain(units, decimals)))
}

/** The column of `largestRemainder` in print; every line '–' when the parts sum to 0. */
export function printShares(
  parts: readonly number[],
  options: { decimals: number; locale?: Locale },
): string[] {
  const { decimals, locale = 'vi' } = options
  if (!parts.some((part) => part !== 0)) return parts.map(() => noShare)
  return remainderUnits(parts, decimals).map((units) => printUnits(units, decimals, locale))
}

/** '4.681' in Vietnamese, '4,681' in English. With `decimals` exactly that many, else as many as it has, up to 3. */
export function printNumber(value: number, locale: Locale = 'vi', decimals?: number): string {
  return formatOf(locale, decimals).format(value)
}

/** Kept for each language and number of decimals: making one takes longer than many uses, and a table asks for every cell. */
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: Locale, decimals: number | undefined): Intl.NumberFormat {
  const key = `${locale} ${decimals}`
  const kept = formats.get(key)
  if (kept) return kept
  const digits =
    decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const format = new Intl.NumberFormat(tag[locale], digits)
  formats.set(key, format)
  return format
}

/** '1.250.000 đồng'. Đồng are whole numbers. */
export function formatDong(dong: number, locale: Locale = 'vi'): string {
  return locale === 'vi' ? `${printNumber(dong, 'vi', 0)} đồng` : `${printNumber(dong, 'en', 0)} VND`
}

const tag: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' }
const mark: Record<Locale, { thousands: string; decimal: string }> = {
  vi: { thousands: '.', decimal: ',' },
  en: { thousands: ',', decimal: '.' },
}

const size = (n: bigint) => (n < 0n ? -n : n)
const power = (decimals: number) => 10n ** BigInt(decimals)

function remainderUnits(parts: readonly number[], decimals: number): bigint[] {
  if (parts.some((part) => part < 0)) throw new RangeError('a part of a whole is never negative')
  const exact = sameScale(parts)
  const whole = exact.reduce((sum, part) => sum + part, 0n)
  if (whole === 0n) return parts.map(() => 0n)
  const full = 100n * power(decimals)
  const units = exact.map((part) => (part * full) / whole)
  const missing = Number(full - units.reduce((sum, unit) => sum + unit, 0n))
  const rest = exact.map((part, index) => ({ index, left: (part * full) % whole }))
  rest.sort((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1))
  for (const { index } of rest.slice(0, missing)) units[index]! += 1n
  return units
}

/** The decimal numbers as whole ones, all multiplied by the same power of ten: [1.5, 3] → [15n, 30n]. */
function sameScale(values: readonly number[]): bigint[] {
  const written = values.map(decimalText)
  const decimals = Math.max(0, ...written.map((text) => text.split('.')[1]?.length ?? 0))
  return written.map((text) => {
    const [whole = '0', fraction = ''] = text.split('.')
    return BigInt(whole + fraction.padEnd(decimals, '0'))
  })
}

function decimalText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number: ${value}`)
  const text = String(value)
  return text.includes('e') ? value.toFixed(20) : text
}

/** 10416n with 2 decimals → '104.16'. */
function plain(units: bigint, decimals: number): string {
  const digits = size(units)
    .toString()
    .padStart(decimals + 1, '0')
  const sign = units < 0n ? '-' : ''
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

function printUnits(units: bigint, decimals: number, locale: Locale): string {
  const [whole = '', fraction] = plain(units, decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, mark[locale].thousands)
  return fraction === undefined ? grouped : grouped + mark[locale].decimal + fraction
}
