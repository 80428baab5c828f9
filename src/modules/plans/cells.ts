import { searchKey } from '../../pure/vietnamese.ts'
import type { Cell } from '../../server/files/xlsx.ts'

/**
 * The months that a plan's cell names: «Tháng 3», «tháng 3-5», «T3, T4», «3; 9», «Quý II», «6 tháng đầu năm», «cả năm», «03/2023»,
 * a real date. Null when it says something else; empty for an empty cell.
 */
export function readMonths(cell: Cell | undefined): number[] | null {
  if (!cell || cell.kind === 'empty') return []
  if (cell.kind === 'day') return [Number(cell.day.slice(5, 7))]
  if (cell.kind === 'number') return isMonth(cell.number) ? [cell.number] : null
  if (cell.kind !== 'text') return null
  if (/^[-–—.…]+$/.test(cell.text)) return []
  const key = searchKey(cell.text)
  if (/^(ca|trong|quanh) nam$/.test(key)) return span(1, 12)
  if (/^(6|sau) thang dau nam$/.test(key)) return span(1, 6)
  if (/^(6|sau) thang cuoi nam$/.test(key)) return span(7, 12)
  const months = new Set<number>()
  let rest = cell.text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(\d{1,2})\s*\/\s*(19|20)\d{2}/g, '$1')
    .replace(/năm\s*(19|20)\d{2}/g, '')
  rest = rest.replace(
    /quý\s*(iv|i{1,3}|[1-4])(?:\s*(?:-|–|đến|,|và)\s*(?:quý\s*)?(iv|i{1,3}|[1-4])(?![\p{L}\d]))?/gu,
    (_, from: string, to?: string) => {
      const [first, last] = [quarter(from), quarter(to ?? from)]
      for (const month of span(first * 3 - 2, Math.max(first, last) * 3)) months.add(month)
      return ' '
    },
  )
  rest = rest.replace(
    /(?:tháng|thang|t)?\s*(\d{1,2})(?:\s*(?:-|–|—|đến|den|→)\s*(?:tháng|thang|t)?\s*(\d{1,2}))?/gu,
    (found, from: string, to?: string) => {
      const [first, last] = [Number(from), Number(to ?? from)]
      if (!isMonth(first) || !isMonth(last) || last < first) return found
      for (const month of span(first, last)) months.add(month)
      return ' '
    },
  )
  const isAllRead = rest.replace(/tháng|thang|từ|tu|và|va|các|cac|[\s,;.&+()]/gu, '') === ''
  return isAllRead && months.size > 0 ? [...months].sort((a, b) => a - b) : null
}

/**
 * Money in đồng. `unit` is what the column counts in (1, 1.000 or 1.000.000); text may say its own: «120 triệu», «1,5 tỷ»,
 * «12.500.000 đ». Null when it is no whole amount of đồng; undefined for an empty cell.
 */
export function readDong(cell: Cell | undefined, unit: number): number | null | undefined {
  if (!cell || cell.kind === 'empty') return undefined
  if (cell.kind === 'number') return dong(cell.number, unit)
  if (cell.kind !== 'text') return null
  if (/^[-–—.…]+$/.test(cell.text)) return undefined
  const found =
    /^([\d.,\s]*\d)\s*(tỷ|tỉ|ty|triệu|trieu|tr|nghìn|ngàn|nghin|ngan)?\s*(đồng|dong|đ|vnđ|vnd)?\.?$/iu.exec(
      cell.text.normalize('NFC'),
    )
  if (!found) return null
  const said = found[2]?.toLowerCase()
  const own = said
    ? /^t[ỷiỉy]/u.test(said)
      ? 1_000_000_000
      : said.startsWith('tr')
        ? 1_000_000
        : 1000
    : found[3]
      ? 1
      : unit
  const digits = found[1]!.replace(/\s/g, '')
  // Points group by three and a comma divides, as Vietnamese is written.
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits) || /^\d+(,\d+)?$/.test(digits)) {
    return dong(Number(digits.replaceAll('.', '').replace(',', '.')), own)
  }
  return null
}

/** What a budget column counts in, by its title: «Kinh phí (triệu đồng)». */
export function unitOfMoney(title: string): number {
  const key = searchKey(title)
  if (/\bti dong\b/.test(key)) return 1_000_000_000
  if (/\btrieu\b|\b1 000 000\b|\btr\b/.test(key)) return 1_000_000
  return /\bnghin\b|\bngan\b|\b1 000\b|\b1000\b/.test(key) ? 1000 : 1
}

/** The year that the title lines name: «KẾ HOẠCH … NĂM 2023». A date («ngày 10 tháng 01 năm 2022») names none. Null when none or several. */
export function yearOfTitle(lines: readonly string[]): number | null {
  const named = lines.map((line) => {
    const key = searchKey(line).replace(/ngai \d{1,2} thang \d{1,2} nam \d{4}/g, ' ')
    const years = [...key.matchAll(/\bnam( hoc)? ((?:19|20)\d{2})\b/g)].map((found) => Number(found[2]))
    return { isPlan: /\b(ke hoach|chi tieu|danh muc|bieu)\b/.test(key), years }
  })
  for (const chosen of [named.filter((line) => line.isPlan), named]) {
    const years = new Set(chosen.flatMap((line) => line.years))
    if (years.size === 1) return [...years][0]!
    if (years.size > 1) return null
  }
  return null
}

/** Who assigned the plan: «(Thường trực Tỉnh ủy giao)». */
export function assignerOfTitle(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found = /^\(?\s*(.{3,150}?) giao\s*\)?$/u.exec(line.normalize('NFC'))
    if (found) return found[1]!
  }
  return null
}

const isMonth = (value: number) => Number.isInteger(value) && value >= 1 && value <= 12
const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const quarter = (text: string) => ({ i: 1, ii: 2, iii: 3, iv: 4 })[text] ?? Number(text)
const dong = (value: number, unit: number): number | null => {
  const whole = Math.round(value * unit * 100) / 100
  return Number.isSafeInteger(whole) && whole >= 0 ? whole : null
}
