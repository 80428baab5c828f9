import type { Api } from '../../../api.ts'
import { searchKey, tidy } from '../../../pure/vietnamese.ts'

/** A unit as it is chosen: by a name that no other unit has on this day. */
export type UnitName = { id: number; name: string }

/** The units of today; where two have the same name, the one above stands behind it. */
export async function unitNames(api: Api): Promise<UnitName[]> {
  const { nodes } = await api.units.tree({})
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const count = new Map<string, number>()
  for (const { fullName } of nodes) count.set(fullName, (count.get(fullName) ?? 0) + 1)
  return nodes.map((node) => {
    const above = node.parentId === null ? undefined : byId.get(node.parentId)
    const isShared = (count.get(node.fullName) ?? 0) > 1
    return { id: node.id, name: isShared && above ? `${node.fullName} (${above.fullName})` : node.fullName }
  })
}

/**
 * The unit that somebody has typed: its name, else its name without marks, else the only one that holds what was typed.
 * What fits several or none comes back as those that it fits.
 */
export function unitNamed(typed: string, units: readonly UnitName[]): UnitName | { fitting: UnitName[] } {
  const name = tidy(typed)
  const same = units.filter((unit) => unit.name === name)
  if (same.length === 1 && same[0]) return same[0]
  const key = searchKey(name)
  for (const fits of [
    (unit: UnitName) => searchKey(unit.name) === key,
    (unit: UnitName) => searchKey(unit.name).includes(key),
  ]) {
    const fitting = units.filter(fits)
    if (fitting.length === 1 && fitting[0]) return fitting[0]
    if (fitting.length > 1) return { fitting }
  }
  return { fitting: [] }
}
