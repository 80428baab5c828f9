import { type UnitChoice, unitChoices } from '../../../ui/unit-choice.ts'
import type { Visit } from '../../../ui/visit.ts'

/** The units for which somebody may write in the calendar: all for the school, else the own ones with what is under them. */
export async function unitsToWriteFor(here: Visit): Promise<UnitChoice[]> {
  const choices = await unitChoices(here.api)
  if (here.actor?.rights.includes('calendar.holidays')) return choices
  const { nodes } = await here.api.units.tree({})
  const own = new Set((here.actor?.roles ?? []).flatMap((one) => one.unitId ?? []))
  for (let found = -1; found !== own.size; ) {
    found = own.size
    for (const node of nodes) if (node.parentId !== null && own.has(node.parentId)) own.add(node.id)
  }
  return choices.filter((one) => own.has(one.id))
}
