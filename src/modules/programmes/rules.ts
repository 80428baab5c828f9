import type { Day } from '../../pure/day.ts'
import { searchKey } from '../../pure/vietnamese.ts'

export type Bloc = 'party' | 'state' | 'front'

/** As much of a programme as it takes to know it by its name. */
export type KnownProgramme = {
  id: number
  code: string
  name: string
  synonyms: readonly string[]
  bloc: Bloc | null
  fromOn: Day | null
  untilOn: Day | null
}

/** What the written name was found to be. `contained` is a guess that a person should see; several or none is never decided here. */
export type ProgrammeMatch<P> = { bloc: Bloc | null } & (
  | { kind: 'one'; programme: P; by: 'exact' | 'synonym' | 'contained' }
  | { kind: 'several'; candidates: P[] }
  /** `isAlmost`: one of the nearest differs by a letter or two, rather a slip of the pen than another course. */
  | { kind: 'none'; nearest: P[]; isAlmost: boolean; outOfPeriod: P[] }
)

/** A day, or a half-open period such as a year. */
export type On = Day | { fromOn: Day; untilOn: Day }

/** The year as a period: [1 January, 1 January of the next). */
export const yearPeriod = (year: number): { fromOn: Day; untilOn: Day } => ({
  fromOn: `${year}-01-01`,
  untilOn: `${year + 1}-01-01`,
})

/** Is the programme in use on that day, or on a day of that period? Without a day set it always was and will be. */
export function isInUse(programme: { fromOn: Day | null; untilOn: Day | null }, on: On): boolean {
  const [first, end] = typeof on === 'string' ? [on, null] : [on.fromOn, on.untilOn]
  const begins =
    programme.fromOn === null || (end === null ? programme.fromOn <= first : programme.fromOn < end)
  return begins && (programme.untilOn === null || programme.untilOn > first)
}

/**
 * Which programme a file means by a name, among those in use on the day (or in the period): first the same words, then a
 * synonym, then a name within the words or the words within a name. Tones, case and punctuation do not matter; a bloc at the
 * end, «(khối Đảng)», is read and set aside. What is not unique comes back as candidates.
 */
export function matchProgramme<P extends KnownProgramme>(
  programmes: readonly P[],
  written: string,
  on: On,
): ProgrammeMatch<P> {
  const { name, bloc } = withoutBloc(written)
  const keys = [...new Set([searchKey(written), searchKey(name)])].filter((key) => key !== '')
  const inUse = programmes.filter((programme) => isInUse(programme, on))

  const same = inUse.filter((programme) => keys.includes(searchKey(programme.name)))
  if (same.length > 0) return decided(same, 'exact', bloc)
  const bySynonym = inUse.filter((programme) =>
    programme.synonyms.some((synonym) => keys.includes(searchKey(synonym))),
  )
  if (bySynonym.length > 0) return decided(bySynonym, 'synonym', bloc)

  const outOfPeriod = programmes.filter(
    (programme) => !isInUse(programme, on) && namesOf(programme).some((key) => keys.includes(key)),
  )
  if (outOfPeriod.length === 0) {
    const key = searchKey(name)
    const within = longestWithin(inUse, key)
    if (within.length > 0) return decided(within, 'contained', bloc)
    const around = key.includes(' ')
      ? inUse.filter((programme) => namesOf(programme).some((one) => hasWords(one, key)))
      : []
    if (around.length > 0) return decided(around, 'contained', bloc)
  }
  const close = nearest(inUse, searchKey(name))
  const isAlmost = close.some((one) => namesOf(one).some((own) => isSlip(own, searchKey(name))))
  return { kind: 'none', nearest: close, isAlmost, outOfPeriod, bloc }
}

/** The bloc that a text names: «(khối Đảng)», «khối đoàn thể». None when it names several. */
export function blocNamed(text: string): Bloc | null {
  const key = searchKey(text)
  const named = (Object.keys(blocWords) as Bloc[]).filter((bloc) =>
    blocWords[bloc].some((words) => hasWords(key, words)),
  )
  return named.length === 1 ? named[0]! : null
}

/**
 * The study mode that a file means; the code `none` for an empty cell or a dash. Null when it is none that the school knows.
 * The longest name wins: «không tập trung» is not «tập trung».
 */
export function matchMode<M extends { code: string; name: string; synonyms: readonly string[] }>(
  modes: readonly M[],
  written: string | null,
): string | null {
  const key = searchKey(written ?? '')
  if (key === '') return 'none'
  const named = modes.flatMap((mode) =>
    [mode.name, ...mode.synonyms].map((name) => ({ code: mode.code, key: searchKey(name) })),
  )
  const same = named.find((one) => one.key === key)
  if (same) return same.code
  const found = named.filter((one) => one.key.length > 3 && hasWords(key, one.key))
  const outer = new Set(
    found
      .filter((one) => !found.some((other) => other.key !== one.key && hasWords(other.key, one.key)))
      .map((one) => one.code),
  )
  return outer.size === 1 ? [...outer][0]! : null
}

/** The group that a section row or a line names, with or without more words around it; null when none or several. */
export function matchGroup<G extends { code: string; name: string; synonyms: readonly string[] }>(
  groups: readonly G[],
  written: string,
): { group: G; isExact: boolean } | null {
  const key = searchKey(written)
  const named = groups.flatMap((group) =>
    [group.name, ...group.synonyms].map((name) => ({ group, key: searchKey(name) })),
  )
  const same = named.find((one) => one.key === key)
  if (same) return { group: same.group, isExact: true }
  const found = named.filter((one) => one.key.length > 5 && hasWords(key, one.key))
  const outer = new Set(
    found
      .filter((one) => !found.some((other) => other.key !== one.key && hasWords(other.key, one.key)))
      .map((one) => one.group),
  )
  return outer.size === 1 ? { group: [...outer][0]!, isExact: false } : null
}

/** Names sorted by likeness to the written one (shared groups of three letters), the nearest first. */
export function nearest<T extends { name: string; synonyms: readonly string[] }>(
  rows: readonly T[],
  key: string,
  most = 3,
): T[] {
  return rows
    .map((row) => ({ row, likeness: likenessOf(row, key) }))
    .filter((one) => one.likeness > 0.2)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map((one) => one.row)
}

const blocWords: Record<Bloc, string[]> = {
  party: ['khoi dang', 'cac ban dang'],
  state: ['khoi nha nuoc', 'khoi chinh quien'],
  front: ['doan the', 'khoi mat tran'],
}

function withoutBloc(written: string): { name: string; bloc: Bloc | null } {
  const end = /^(.*?)[\s(,–-]*\(?\s*(?:các )?(khối [^()]*)\)?\s*$/iu.exec(written.normalize('NFC'))
  const bloc = end ? blocNamed(end[2]!) : null
  return end && bloc && end[1]!.trim() !== ''
    ? { name: end[1]!, bloc }
    : { name: written, bloc: blocNamed(written) }
}

function decided<P extends KnownProgramme>(
  found: P[],
  by: 'exact' | 'synonym' | 'contained',
  bloc: Bloc | null,
): ProgrammeMatch<P> {
  const fitting = found.length > 1 && bloc ? found.filter((programme) => programme.bloc === bloc) : found
  if (fitting.length === 1) return { kind: 'one', programme: fitting[0]!, by, bloc }
  return { kind: 'several', candidates: fitting.length > 0 ? fitting : found, bloc }
}

/** Programmes whose name stands within the words, but not within a longer name that stands there too. */
function longestWithin<P extends KnownProgramme>(programmes: readonly P[], key: string): P[] {
  const found = programmes.flatMap((programme) =>
    namesOf(programme)
      .filter((name) => name.length > 5 && hasWords(key, name))
      .map((name) => ({ programme, name })),
  )
  const outer = found.filter(
    (one) => !found.some((other) => other.name !== one.name && hasWords(other.name, one.name)),
  )
  return [...new Set(outer.map((one) => one.programme))]
}

const namesOf = (row: { name: string; synonyms: readonly string[] }): string[] =>
  [row.name, ...row.synonyms].map(searchKey)

const likenessOf = (row: { name: string; synonyms: readonly string[] }, key: string): number =>
  Math.max(...namesOf(row).map((name) => likeness(name, key)))

const hasWords = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `)

function likeness(a: string, b: string): number {
  const [x, y] = [threes(a), threes(b)]
  const shared = [...x].filter((one) => y.has(one)).length
  return (2 * shared) / Math.max(1, x.size + y.size)
}

const threes = (text: string): Set<string> =>
  new Set(
    text
      .split(' ')
      .flatMap((word) => Array.from({ length: word.length + 1 }, (_, i) => `  ${word} `.slice(i, i + 3))),
  )

/** Do two keys differ by at most two letters, and in no digit? «đối tượng 3» is not a slip for «đối tượng 4». */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2 || a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let k = 1; k <= b.length; k += 1) {
      next[k] = Math.min(row[k]! + 1, next[k - 1]! + 1, row[k - 1]! + (a[i - 1] === b[k - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]! <= 2
}
