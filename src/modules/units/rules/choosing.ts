import { finderOf } from './finding.ts'
import { readName, type UnitKind, wordOfKind } from './names.ts'

/** A unit that may be chosen in a form by typing its name. */
export type Choosable = {
  id: number
  code: string | null
  fullName: string
  kind: UnitKind
  parentId: number | null
}

/** Every unit with a text that no other has: its name, and its parent or code where there are namesakes. */
export function choicesOf(units: readonly Choosable[]): { unitId: number; text: string }[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const parentOf = (unit: Choosable) =>
    unit.parentId === null ? undefined : byId.get(unit.parentId)?.fullName
  let choices = units.map((unit) => ({ unit, text: unit.fullName }))
  const widen = (more: (unit: Choosable) => string | undefined) => {
    const texts = Map.groupBy(choices, (choice) => choice.text)
    choices = choices.map((choice) => {
      const added = (texts.get(choice.text)?.length ?? 0) > 1 ? more(choice.unit) : undefined
      return added ? { ...choice, text: `${choice.text}, ${added}` } : choice
    })
  }
  widen(parentOf)
  widen((unit) => unit.code ?? undefined)
  widen((unit) => `#${unit.id}`)
  return choices.map(({ unit, text }) => ({ unitId: unit.id, text }))
}

/** The unit that a typed text means: one of the texts offered, or a name or code that only one unit has. */
export function chooserOf(units: readonly Choosable[]): (text: string) => number | 'none' | 'many' {
  const offered = new Map(choicesOf(units).map((choice) => [choice.text, choice.unitId]))
  const find = finderOf(
    units.map(({ id, code, fullName, kind, parentId }) => {
      const { name, qualifier } = readName(fullName, kind)
      return {
        unitId: id,
        code,
        fullName,
        kind,
        parentId,
        name: wordOfKind[kind] ? name : fullName,
        qualifier,
      }
    }),
  )
  return (text) => {
    const exact = offered.get(text)
    if (exact !== undefined) return exact
    const finding = find(text)
    return finding.found === 'one' ? finding.unitId : finding.found
  }
}
