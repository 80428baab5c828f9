import { type Day, readVietnameseDay } from '../../../pure/day.ts'
import { fold, tidy } from '../../../pure/vietnamese.ts'
import { kindOfName, type UnitKind } from './names.ts'

/** What the lines above a table say about the document: number, day, issuer, and from when it is in force. */
export type Resolution = {
  title: string | null
  documentNumber: string | null
  documentOn: Day | null
  documentIssuer: string | null
  effectiveOn: Day | null
}

const dayWords = String.raw`(\d{1,2})\s*(?:\/|\.|-|\s+tháng\s+)\s*(\d{1,2})\s*(?:\/|\.|-|\s+năm\s+)\s*(\d{4})`

/** Reads «Nghị quyết số 1682/NQ-UBTVQH15 ngày 16 tháng 6 năm 2025 của Ủy ban Thường vụ Quốc hội … có hiệu lực từ ngày 01/07/2025». */
export function readResolution(titleLines: readonly string[]): Resolution {
  const text = tidy(titleLines.join(' '))
  const number = /(?:nghị quyết|quyết định|công văn|kết luận)\s+số:?\s*([^\s,;()]+)/iu.exec(text)
  const on = new RegExp(`(?:số:?\\s*[^\\s,;()]+[,]?\\s*)ngày\\s+${dayWords}`, 'iu').exec(text)
  const effective = new RegExp(
    `hiệu lực(?:\\s+thi hành)?\\s*(?:kể\\s+)?(?:từ|:)?\\s*(?:ngày)?\\s*${dayWords}`,
    'iu',
  ).exec(text)
  const issuer = /\scủa\s+(.+?)(?=\s+(?:về|v\/v)\s|[,;.()]|\s+có hiệu lực|$)/iu.exec(
    number ? text.slice(number.index) : '',
  )
  return {
    title: titleLines.map(tidy).find((line) => line !== '' && !/số:?\s*\d/iu.test(line)) ?? null,
    documentNumber: number?.[1] ?? null,
    documentOn: dayOf(on),
    documentIssuer: issuer?.[1] ?? null,
    effectiveOn: dayOf(effective),
  }
}

function dayOf(found: RegExpExecArray | null): Day | null {
  if (!found) return null
  const reading = readVietnameseDay(`${found[1]}/${found[2]}/${found[3]}`)
  return reading.ok ? reading.day : null
}

const extents: Record<string, 'whole' | 'part' | 'remainder'> = {
  '': 'whole',
  'toan bo': 'whole',
  'nguyen trang': 'whole',
  'ca don vi': 'whole',
  'mot phan': 'part',
  phan: 'part',
  'phan con lai': 'remainder',
  'con lai': 'remainder',
}

/** 'toàn bộ', 'một phần', 'phần còn lại'; an empty cell is the whole; null for what is none of them. */
export const readExtent = (text: string): 'whole' | 'part' | 'remainder' | null => extents[fold(text)] ?? null

/** The kind of a place from its word alone: 'xã', 'Phường', 'tt'. Null for what is no place. */
export function readPlaceKind(text: string): UnitKind | null {
  const kind = kindOfName(`${tidy(text)} X`)
  return kind === 'other' || fold(text).includes(' uy') ? null : kind
}
