import type { Actor } from '../../pure/actor.ts'

/**
 * Who may do what. The only place where a role is known by its name.
 * A right is `noun.verb`; the contract of every procedure names the one that it demands.
 */

/** A role of the school is held without a unit; a role of a unit reaches that unit's subtree; a personal one only its holder. */
export const roles = {
  administrator: { reach: 'school' },
  rectorate: { reach: 'school' },
  trainingOffice: { reach: 'school' },
  headTeacher: { reach: 'school' },
  lecturer: { reach: 'school' },
  organisationCommittee: { reach: 'school' },
  standingCommittee: { reach: 'school' },
  unitHead: { reach: 'unit' },
  unitCoordinator: { reach: 'unit' },
  learner: { reach: 'person' },
} as const

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as [Role, ...Role[]]

/** What the first account of an installation holds, so that a small school can begin at once. */
export const firstRoles: readonly Role[] = ['administrator', 'trainingOffice']

/** Whoever answers for a unit when the school calls. */
export const coordinatingRole: Role = 'unitCoordinator'

/** Who stands on which rung of the ladder of reminders. A deputy holds the head's role with a grant that says so. */
export const ladder: Record<
  'coordinator' | 'deputy' | 'head' | 'committee' | 'office' | 'leaders',
  { role: Role; isDeputy: boolean }
> = {
  coordinator: { role: 'unitCoordinator', isDeputy: false },
  deputy: { role: 'unitHead', isDeputy: true },
  head: { role: 'unitHead', isDeputy: false },
  committee: { role: 'organisationCommittee', isDeputy: false },
  office: { role: 'trainingOffice', isDeputy: false },
  leaders: { role: 'rectorate', isDeputy: false },
}

/** Who may be named to look after a class. */
export const headRoles: readonly Role[] = ['headTeacher', 'lecturer']

const everybody: Role[] = roleNames
const schoolStaff: Role[] = ['rectorate', 'trainingOffice', 'headTeacher', 'lecturer']
const committees: Role[] = ['organisationCommittee', 'standingCommittee']
const units: Role[] = ['unitHead', 'unitCoordinator']

/** Every right and the roles that give it. What no line gives, nobody may. */
export const rights = {
  'units.read': everybody,
  'units.reorganise': ['trainingOffice', 'organisationCommittee'],
  'units.confirm': ['rectorate', 'trainingOffice', 'organisationCommittee'],
  'reorganisations.read': ['rectorate', 'trainingOffice', ...committees],
  'people.read': ['rectorate', 'trainingOffice', 'organisationCommittee', ...units, 'learner'],
  'people.edit': ['trainingOffice', 'organisationCommittee'],
  'people.unmask': ['rectorate', 'trainingOffice', 'organisationCommittee', 'unitHead'],
  'people.import': ['trainingOffice', 'organisationCommittee'],
  'regulations.read': everybody,
  'programmes.read': everybody,
  'programmes.edit': ['trainingOffice'],
  'calendar.read': everybody,
  'calendar.edit': ['trainingOffice', ...units],
  'calendar.holidays': ['trainingOffice'],
  'rooms.read': [...schoolStaff, ...committees, ...units],
  'rooms.edit': ['trainingOffice'],
  'lecturers.read': schoolStaff,
  'lecturers.edit': ['trainingOffice'],
  'curricula.read': everybody,
  'curricula.draft': ['rectorate', 'trainingOffice', 'lecturer', ...units],
  'curricula.edit': ['trainingOffice', ...units],
  'curricula.manage': ['trainingOffice'],
  'curricula.appraise': ['rectorate', 'trainingOffice', 'lecturer'],
  'curricula.decide': ['rectorate'],
  'lecturers.contact': ['rectorate', 'trainingOffice'],
  'lecturers.load': ['rectorate', 'trainingOffice'],
  'lecturers.own': ['lecturer'],
  'corps.read': ['rectorate', 'trainingOffice', ...committees, ...units],
  'corps.propose': units,
  'corps.review': ['trainingOffice'],
  'corps.submit': ['rectorate', 'trainingOffice'],
  'corps.decide': ['standingCommittee'],
  'corps.record': ['trainingOffice'],
  'situations.read': [...schoolStaff, ...units],
  'situations.edit': ['trainingOffice', 'lecturer', ...units],
  'needs.read': ['rectorate', 'trainingOffice', ...committees, ...units],
  'needs.rounds': ['trainingOffice'],
  'needs.answer': units,
  'needs.confirm': ['unitHead'],
  'needs.return': ['trainingOffice'],
  'priorities.read': ['rectorate', 'trainingOffice', ...committees],
  'priorities.edit': ['trainingOffice', 'organisationCommittee'],
  'priorities.decide': ['rectorate', 'standingCommittee'],
  'planner.read': [...schoolStaff, ...committees],
  'planner.edit': ['trainingOffice'],
  'plans.read': [...schoolStaff, ...committees, ...units],
  'plans.edit': ['trainingOffice'],
  'plans.submit': ['rectorate', 'trainingOffice'],
  'plans.decide': ['standingCommittee'],
  'plans.propose': ['rectorate', 'trainingOffice', ...units],
  'classes.read': everybody,
  'classes.edit': ['trainingOffice'],
  'classes.import': ['trainingOffice'],
  'teaching.read': schoolStaff,
  'teaching.edit': ['trainingOffice'],
  'teaching.answer': ['lecturer'],
  'imports.use': ['trainingOffice', 'organisationCommittee', ...units],
  'documents.read': [...schoolStaff, ...committees],
  'documents.edit': ['trainingOffice'],
  'forecast.read': [...schoolStaff, ...committees],
  'reports.read': [...schoolStaff, ...committees, ...units],
  'coordination.read': ['rectorate', 'trainingOffice', ...committees, ...units],
  'coordination.manage': ['trainingOffice'],
  'coordination.offer': ['rectorate', 'trainingOffice'],
  'coordination.accept': ['unitHead'],
  'coordination.keep': ['rectorate', 'trainingOffice', ...units],
  'surveys.read': ['rectorate', 'trainingOffice'],
  'surveys.edit': ['trainingOffice'],
  'surveys.own': ['lecturer'],
  'cases.read': ['rectorate', 'trainingOffice', 'headTeacher', 'organisationCommittee', ...units, 'learner'],
  'cases.manage': ['rectorate', 'trainingOffice'],
  'fieldStudies.read': [...schoolStaff, ...committees, ...units],
  'fieldStudies.edit': ['trainingOffice'],
  'fieldStudies.offer': ['trainingOffice', ...units],
  'fieldStudies.answer': ['trainingOffice', ...units],
  'enrolments.read': [
    'rectorate',
    'trainingOffice',
    'headTeacher',
    'lecturer',
    'organisationCommittee',
    ...units,
    'learner',
  ],
  'enrolments.edit': ['trainingOffice'],
  'studyRules.edit': ['rectorate', 'trainingOffice'],
  'studyRules.decide': ['rectorate', 'trainingOffice'],
  'attendance.read': [
    'rectorate',
    'trainingOffice',
    'headTeacher',
    'lecturer',
    'organisationCommittee',
    ...units,
    'learner',
  ],
  'attendance.record': ['trainingOffice', 'headTeacher', 'lecturer', 'learner'],
  'attendance.ask': ['trainingOffice', ...units, 'learner'],
  'attendance.decide': ['trainingOffice', 'headTeacher', 'lecturer'],
  'nominations.read': ['rectorate', 'trainingOffice', ...committees, ...units],
  'nominations.edit': units,
  'nominations.sign': ['unitHead'],
  'nominations.review': ['trainingOffice'],
  'nominations.opinion': ['organisationCommittee'],
  'nominations.recheck': ['trainingOffice', 'organisationCommittee', ...units],
  'nominations.except': ['trainingOffice', 'organisationCommittee'],
  'accounts.read': ['administrator', 'unitHead'],
  'accounts.edit': ['administrator', 'unitHead'],
  'access.matrix': everybody,
  'audit.read': ['administrator', 'rectorate', 'trainingOffice', 'organisationCommittee'],
  'installation.edit': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof rights
export const rightNames = Object.keys(rights) as Right[]

/** Does this role give this right? An unknown right is given by no role. */
export const gives = (role: string, right: string): boolean =>
  ((rights as Record<string, readonly string[]>)[right] ?? []).includes(role)

/** Rights that reach only what is one's own, whatever the role that gives them reaches. */
const ownRights: readonly string[] = ['surveys.own'] satisfies Right[]
export const isOwnOnly = (right: string): boolean => ownRights.includes(right)

/** Rights by which some roles of the school reach only the classes that they look after. */
const classRights: readonly string[] = [
  'enrolments.read',
  'attendance.read',
  'attendance.record',
  'attendance.decide',
] satisfies Right[]
export const reachesOwnClasses = (role: Role, right: string): boolean =>
  headRoles.includes(role) && classRights.includes(right)

/** All rights that a set of roles gives together. */
export const rightsOf = (held: readonly string[]): Right[] =>
  rightNames.filter((right) => held.some((role) => gives(role, right)))

/**
 * For whom somebody speaks in what concerns one person: of the own affairs as the learner; who holds a role of the school for the
 * school, an officer of a committee alone for the committee; else for a unit.
 */
export function sideOf(
  actor: Pick<Actor, 'personId' | 'roles'>,
  personId: number,
): 'school' | 'unit' | 'learner' | 'committee' {
  if (actor.personId === personId) return 'learner'
  const ofSchool = actor.roles.filter(({ role }) => role in roles && roles[role as Role].reach === 'school')
  if (ofSchool.length === 0) return 'unit'
  return ofSchool.every(({ role }) => committees.includes(role as Role)) ? 'committee' : 'school'
}
