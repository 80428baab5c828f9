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

export type Finder<U = Findable> = (
  printed: string,
  only?: { kind?: UnitKind | undefined; where?: (unit: U) => boolean },
) => Finding

/**
 * Finds units of one day by code or name. A name may carry the word of its kind («xã Tân Lập», «tt Tân Hưng») and a
 * place in brackets, which is compared with the unit's own and with its parent («h. Tân Thạnh»). Diacritics count, unless
 * the text was typed without any. `only` narrows the kind of a name that does not tell it, and the units at all.
 */
export function finderOf<U extends Findable>(units: readonly U[]): Finder<U> {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]))
  const byCode = grouped(
    units.filter((unit) => unit.code),
    (unit) => unit.code?.toLowerCase() ?? '',
  )
  const byWords = grouped(units, (unit) => wordsKey(unit.name))
  const byFullWords = grouped(units, (unit) => wordsKey(unit.fullName))
  const byPlain = grouped(units, (unit) => searchKey(unit.name))
  return (printed, only = {}) => {
    const isWanted = only.where ?? (() => true)
    const coded = (byCode.get(printed.trim().toLowerCase()) ?? []).filter(isWanted)
    if (coded.length > 0) return findingOf(coded)
    const named = readName(printed, only.kind)
    const hasKind =
      only.kind !== undefined ||
      (wordOfKind[named.kind] !== undefined && wordsKey(named.name) !== wordsKey(printed))
    let candidates = (byWords.get(wordsKey(named.name)) ?? []).filter(isWanted)
    if (candidates.length === 0) candidates = (byFullWords.get(wordsKey(printed)) ?? []).filter(isWanted)
    if (candidates.length === 0 && isPlain(named.name)) {
      candidates = (byPlain.get(searchKey(named.name)) ?? []).filter(isWanted)
    }
    if (hasKind) candidates = candidates.filter((unit) => unit.kind === named.kind)
    if (named.qualifier) {
      const wanted = qualifierKey(named.qualifier)
      candidates = candidates.filter((unit) => {
        const parent = unit.parentId === null ? undefined : byId.get(unit.parentId)
        return [unit.qualifier, parent?.fullName].some((place) => place && qualifierKey(place) === wanted)
      })
    }
    return findingOf(candidates)
  }
}

function findingOf(candidates: readonly Findable[]): Finding {
  const ids = [...new Set(candidates.map((unit) => unit.unitId))]
  const [first, ...others] = ids
  if (first === undefined) return { found: 'none' }
  return others.length === 0 ? { found: 'one', unitId: first } : { found: 'many', unitIds: ids }
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
