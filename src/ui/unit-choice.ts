import type { Api } from '../api.ts'
import { searchKey } from '../pure/vietnamese.ts'
import type { Visit } from './visit.ts'

export type UnitChoice = { id: number; label: string }

/** Every unit that exists today, with a text that means only this one: namesakes carry their code, else their parent. */
export async function unitChoices(api: Api): Promise<UnitChoice[]> {
  const { nodes } = await api.units.tree({})
  const named = new Map(nodes.map((node) => [node.id, node.fullName]))
  const times = new Map<string, number>()
  for (const { fullName } of nodes) times.set(fullName, (times.get(fullName) ?? 0) + 1)
  return nodes.map((node) => {
    if (times.get(node.fullName) === 1) return { id: node.id, label: node.fullName }
    const mark =
      node.code ?? (node.parentId === null ? undefined : named.get(node.parentId)) ?? String(node.id)
    return { id: node.id, label: `${node.fullName} (${mark})` }
  })
}

/** The unit that a text means: its whole label, or a part that only one unit has; with or without diacritics. */
export function unitMeant(choices: readonly UnitChoice[], text: string): UnitChoice | undefined {
  const key = searchKey(text)
  if (key === '') return undefined
  const exact = choices.filter((one) => searchKey(one.label) === key)
  const found = exact.find((one) => one.label === text.trim()) ?? (exact.length === 1 ? exact[0] : undefined)
  if (found || exact.length > 1) return found
  const within = choices.filter((one) => searchKey(one.label).includes(key))
  return within.length === 1 ? within[0] : undefined
}

/**
 * What a form's unit field means, for the contract. The field holds a name as typed; an empty one is left to the contract
 * to refuse.
 * @throws a refusal at the field, when no unit or several are called so
 */
export async function unitIdOf(here: Visit, typed: unknown): Promise<number> {
  if (typed === undefined || typed === null) return typed as never
  const name = String(typed)
  const unit = unitMeant(await unitChoices(here.api), name)
  if (unit) return unit.id
  throw here.refusal('input.wrong', [{ path: 'unitId', code: 'people.unitUnknown', params: { name } }])
}
