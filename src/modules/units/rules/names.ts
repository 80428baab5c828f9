import type * as z from 'zod'
import { fold, searchKey, tidy } from '../../../pure/vietnamese.ts'
import type { bloc, level, unitKind } from '../contract.ts'

export type UnitKind = z.infer<typeof unitKind>
export type Level = z.infer<typeof level>
export type Bloc = z.infer<typeof bloc>

/** The words printed before the names of places. The database makes `full_name` with the same words. */
export const wordOfKind: Partial<Record<UnitKind, string>> = {
  province: 'Tỉnh',
  city: 'Thành phố',
  district: 'Huyện',
  town: 'Thị xã',
  commune: 'Xã',
  ward: 'Phường',
  township: 'Thị trấn',
  specialZone: 'Đặc khu',
}

// «Tỉnh ủy», «Huyện đoàn», «Xã đội» are no places.
const placeWord = (words: string): RegExp =>
  new RegExp(`^(?:${words})\\s+(?!(?:ủy|uỷ|uy|đoàn|doan|đội)(?:\\s|$))`, 'iu')

const placeWords: [RegExp, UnitKind][] = [
  [placeWord('tỉnh'), 'province'],
  [placeWord('thành phố|tp\\.?'), 'city'],
  [placeWord('thị xã|tx\\.?'), 'town'],
  [placeWord('thị trấn|tt\\.?'), 'township'],
  [placeWord('huyện|h\\.'), 'district'],
  [placeWord('phường|ph\\.?|p\\.'), 'ward'],
  [placeWord('đặc khu'), 'specialZone'],
  [placeWord('xã'), 'commune'],
]

/** A unit as it is called: the name without the word of its kind, and what is written in brackets to tell it apart. */
export type Named = { name: string; kind: UnitKind; qualifier: string | null }

/** 'Thị trấn Tân Hưng', 'Xã Thạnh Hưng (h. Tân Hưng)', 'Sở Nội vụ'. */
export function fullName({ name, kind, qualifier }: Named): string {
  const word = wordOfKind[kind]
  return `${word ? `${word} ` : ''}${name}${qualifier ? ` (${qualifier})` : ''}`
}

/** The name without the word of its own kind: «Xã Hưng Điền» entered as a commune is «Hưng Điền». */
export function bareName(name: string, kind: UnitKind): string {
  const tidied = tidy(name)
  const word = wordOfKind[kind]
  if (!word) return tidied
  for (const [pattern, found] of placeWords) {
    if (found === kind && pattern.test(tidied)) return tidied.replace(pattern, '')
  }
  return tidied
}

/**
 * Reads a name as a resolution or a list prints it: «tt Tân Hưng», «ph 1 (tp Tân An)», «Xã Hưng Điền», «Sở Nội vụ».
 * `assumed` is the kind of a name without a word for it. Only brackets around a district, town or city are a qualifier:
 * «Sở Nội vụ (sau hợp nhất)» keeps them as part of its name.
 */
export function readName(printed: string, assumed?: UnitKind): Named {
  const tidied = tidy(printed)
  const place = placeWords.find(([pattern]) => pattern.test(tidied))
  const kind = place?.[1] ?? assumed ?? kindOfName(tidied)
  const bare = place ? tidied.replace(place[0], '') : tidied
  const brackets =
    /^(.+?)\s*\(((?:h\.?|huyện|tx\.?|thị xã|tp\.?|thành phố|q\.|quận|tỉnh)\s+[^()]+)\)$/iu.exec(bare)
  return brackets
    ? { name: brackets[1]!, kind, qualifier: tidy(brackets[2]!) }
    : { name: bare, kind, qualifier: null }
}

/** The kind that the first words of a name tell: «Đảng ủy xã …» a Party committee, «Sở …» a department. */
export function kindOfName(name: string): UnitKind {
  const key = fold(name)
  const place = placeWords.find(([pattern]) => pattern.test(tidy(name)))
  if (place) return place[1]
  if (/^(tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang uy|dang bo|chi bo)\b/.test(key))
    return 'partyCommittee'
  if (/^(ban (to chuc|tuyen giao|dan van|noi chinh)|uy ban kiem tra|ubkt)\b/.test(key)) return 'partyBoard'
  if (/^(van phong)\b/.test(key)) return 'office'
  if (
    /^(uy ban mttq|ubmttq|mat tran|ban thuong truc ub|tinh doan|huyen doan|doan thanh nien|hoi |lien doan|cong doan)/.test(
      key,
    )
  )
    return 'front'
  if (/^(cong an|bo chi huy|ban chi huy|bo doi|quan su|dong bien phong)\b/.test(key)) return 'armed'
  if (/^(truong|trung tam|hoc vien)\b/.test(key)) return 'school'
  if (/^(cong ty|tong cong ty|ngan hang|doanh nghiep)\b/.test(key)) return 'enterprise'
  if (
    /^(so |phong |ban |chi cuc|cuc |thanh tra|ubnd|uy ban nhan dan|vien |toa an|kho bac|bao hiem)/.test(key)
  )
    return 'department'
  return 'other'
}

const tones: Record<string, string> = {
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0301': '5',
  '\u0323': '6',
}

/**
 * What must be unique under one parent on one day: kind of place, name and qualifier, without regard to capitals, blanks,
 * punctuation, y or i, and where in a word the tone stands («Hoà» = «Hòa»). Diacritics count: Thanh Phú and Thạnh Phú are
 * two communes.
 */
export function identityKey({ name, kind, qualifier }: Named): string {
  return `${wordOfKind[kind] ? kind : ''}|${wordsKey(name)}|${qualifier ? qualifierKey(qualifier) : ''}`
}

/** The name's words with their tones at the end of each: 'hoa2 thanh6'. */
export function wordsKey(name: string): string {
  return tidy(name)
    .toLowerCase()
    .replace(/[ðÐ]/g, 'đ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => {
      let tone = ''
      let rest = ''
      for (const sign of word.normalize('NFD')) {
        if (tones[sign]) tone = tones[sign]
        else rest += sign
      }
      return rest.normalize('NFC').replace(/y/g, 'i') + tone
    })
    .join(' ')
}

/** 'h. Tân Hưng', 'huyện Tân Hưng' and 'Huyện Tân Hưng' are one. */
export function qualifierKey(qualifier: string): string {
  const { name, kind } = readName(qualifier, 'other')
  return wordsKey(`${wordOfKind[kind] ?? ''} ${name}`)
}

/** What search compares: the printed name, and the code. */
export const unitSearchKey = (named: Named): string => searchKey(fullName(named))

/** Whether a text was typed without any diacritic, so that it can only be compared without. */
export const isPlain = (text: string): boolean => fold(text) === tidy(text).toLowerCase()

/** The level that kind and name tell: «Sở …» and «… Tỉnh ủy» the province's, «… xã …» a commune's; null when they tell nothing. */
export function levelOfName(name: string, kind: UnitKind): Level | null {
  if (kind === 'province' || kind === 'city') return 'province'
  if (kind === 'district' || kind === 'town') return 'district'
  if (kind === 'commune' || kind === 'ward' || kind === 'township' || kind === 'specialZone') return 'commune'
  const key = fold(name)
  if (/\b(xa|phuong|thi tran|dac khu)\b/.test(key)) return 'commune'
  if (/\b(huyen|thi xa|thi uy|quan uy)\b/.test(key)) return 'district'
  if (/\b(tinh|so|thanh uy|thanh pho)\b/.test(key)) return 'province'
  if (/\b(trung uong|bo|hoc vien chinh tri)\b/.test(key)) return 'central'
  return null
}

/** The bloc that the kind of a unit tells. */
export const blocOfKind = (kind: UnitKind): Bloc =>
  kind === 'partyCommittee' || kind === 'partyBoard'
    ? 'party'
    : kind === 'front' || kind === 'armed' || kind === 'enterprise' || kind === 'other'
      ? kind
      : kind === 'school'
        ? 'academy'
        : 'state'

const levelWords: Record<string, Level> = {
  'trung uong': 'central',
  tw: 'central',
  tinh: 'province',
  'thanh pho': 'province',
  huyen: 'district',
  xa: 'commune',
  phuong: 'commune',
  'co so': 'commune',
}

const blocWords: Record<string, Bloc> = {
  dang: 'party',
  'co quan dang': 'party',
  'nha nuoc': 'state',
  'chinh quyen': 'state',
  'hanh chinh': 'state',
  'mttq dt': 'front',
  mttq: 'front',
  'doan the': 'front',
  'mttq doan the': 'front',
  'mat tran doan the': 'front',
  'mttq to chuc chinh tri xa hoi': 'front',
  'luc luong vu trang': 'armed',
  llvt: 'armed',
  'doanh nghiep': 'enterprise',
  'hoc vien': 'academy',
  'hoc vien nha truong': 'academy',
  khac: 'other',
}

const wordsOfColumn = (text: string) =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** 'tinh', 'Cấp tỉnh', 'Huyện' as they stand in a column; null for what is no level. */
export const readLevel = (text: string): Level | null =>
  levelWords[wordsOfColumn(text).replace(/^cap /, '')] ?? null

/** 'dang', 'Khối Đảng', 'MTTQ, đoàn thể' as they stand in a column; null for what is no bloc. */
export const readBloc = (text: string): Bloc | null => {
  const key = wordsOfColumn(text).replace(/^khoi /, '')
  return blocWords[key] ?? blocWords[key.replace(/^(cac )?co quan /, '')] ?? null
}
