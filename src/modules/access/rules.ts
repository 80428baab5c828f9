import { gives, type Role, roleNames, roles } from './rights.ts'

/** Why a role may not be given, as the code of a problem; null when it may. */
export type GrantRefusal = 'access.roleNeedsUnit' | 'access.roleOfSchool' | 'access.notYourUnit' | null

/**
 * May this giver give this role at this unit? Who sees the whole school gives every role; a unit's head gives the roles of
 * units, at units of their own.
 */
export function refusalOfGrant(
  role: Role,
  unitId: number | null,
  giver: { seesAll: boolean; unitIds: readonly number[] },
): GrantRefusal {
  const reach = roles[role].reach
  if (reach === 'unit' && unitId === null) return 'access.roleNeedsUnit'
  if (reach === 'school' && unitId !== null) return 'access.roleOfSchool'
  if (giver.seesAll) return null
  if (reach === 'school') return 'access.roleOfSchool'
  if (unitId === null) return 'access.roleNeedsUnit'
  return giver.unitIds.includes(unitId) ? null : 'access.notYourUnit'
}

/** The roles that somebody who holds these may give: all, or those that can be held at a unit. For the choice on a page. */
export function rolesToGive(held: readonly { role: string }[]): Role[] {
  const ofSchool = held.some(
    ({ role }) => gives(role, 'accounts.edit') && roles[role as Role].reach === 'school',
  )
  return ofSchool ? roleNames : roleNames.filter((role) => roles[role].reach !== 'school')
}
