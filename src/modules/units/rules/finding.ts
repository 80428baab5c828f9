import { searchKey } from '../../../pure/vietnamese.ts'
import { isPlain, qualifierKey, readName, type UnitKind, wordOfKind, wordsKey } from './names.ts'

/** What of a unit is needed to find it by its name on one day. */
export type Findable = {
  unitId: number
  code: string | null
  name: string
  fullName: string
  qualifier: string | null
  kind: UnitKind
  parentId: number | null
}

/** `many`: namesakes. Nobody guesses between them. */
export type Finding =
  | { found: 'one'; unitId: number }
  | { found: 'none' }
  | { found: 'many'; unitIds: number[] }

export type Finder = (printed: string, assumed?: UnitKind) => Finding

/**
 * Finds units of one day by code or name. A name may carry the word of its kind («xã Tân Lập», «tt Tân Hưng») and a
 * place in brackets, which is compared with the unit's own and with its parent («h. Tân Thạnh»). Diacritics count, unless
 * the text was typed without any.
 */
export function finderOf(units: readonly Findable[]): Finder {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]))
  const byCode = new Map(
    units.flatMap((unit) => (unit.code ? [[unit.code.toLowerCase(), unit] as const] : [])),
  )
  const byWords = grouped(units, (unit) => wordsKey(unit.name))
  const byFullWords = grouped(units, (unit) => wordsKey(unit.fullName))
  const byPlain = grouped(units, (unit) => searchKey(unit.name))
  return (printed, assumed) => {
    const code = byCode.get(printed.trim().toLowerCase())
    if (code) return { found: 'one', unitId: code.unitId }
    const named = readName(printed, assumed)
    const hasKind =
      assumed !== undefined ||
      (wordOfKind[named.kind] !== undefined && wordsKey(named.name) !== wordsKey(printed))
    let candidates = byWords.get(wordsKey(named.name)) ?? []
    if (candidates.length === 0) candidates = byFullWords.get(wordsKey(printed)) ?? []
    if (candidates.length === 0 && isPlain(named.name)) candidates = byPlain.get(searchKey(named.name)) ?? []
    if (hasKind) candidates = candidates.filter((unit) => unit.kind === named.kind)
    if (named.qualifier) {
      const wanted = qualifierKey(named.qualifier)
      candidates = candidates.filter((unit) => {
        const parent = unit.parentId === null ? undefined : byId.get(unit.parentId)
        return [unit.qualifier, parent?.fullName].some((place) => place && qualifierKey(place) === wanted)
      })
    }
    const [first, ...others] = candidates
    if (!first) return { found: 'none' }
    return others.length === 0
      ? { found: 'one', unitId: first.unitId }
      : { found: 'many', unitIds: candidates.map((unit) => unit.unitId) }
  }
}

function grouped<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const found = groups.get(key(item))
    if (found) found.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
