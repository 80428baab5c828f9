import { printDay } from '../../pure/day.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

export const en: Words<typeof vi> = {
  roles: {
    administrator: 'System administrator',
    rectorate: "Rector's board",
    trainingOffice: 'Training office',
    headTeacher: 'Class head teacher',
    lecturer: 'Lecturer',
    organisationCommittee: 'Organisation Committee',
    standingCommittee: 'Standing Committee',
    unitHead: 'Head of a unit',
    unitCoordinator: 'Coordinator of a unit',
    learner: 'Learner',
  },
  problems: {
    'access.signInFirst': 'Please sign in first.',
    'access.notAllowed': 'Your account may not do this. If you need to, ask the administrator for a suitable role.',
    'access.notFound': 'Not found. It may not exist, or it lies outside of what you may see.',
    'access.alreadySetUp': 'Nhịp has been set up already. Sign in with the administrator’s account.',
    'access.emailTaken': 'There is an account with this address. Find it and give it another role.',
    'access.alreadyGranted': 'The account holds this role at this unit in this period already.',
    'access.endsBeforeItBegins': (p) =>
      p.fromOn ? `The end must lie after the beginning, ${printDay(p.fromOn)}.` : 'The end must lie after the beginning.',
    'access.roleNeedsUnit': 'This role is held at a unit. Choose the unit.',
    'access.roleOfSchool': 'This role belongs to the school or the province: only the system administrator gives it, without a unit.',
    'access.notYourUnit': 'This unit is outside of your reach.',
    'access.notYourself': 'You cannot disable your own account.',
    'access.rightNotYours': (p) => `A token cannot have rights that you do not have: ${p.rights.join(', ')}.`,
    'access.wrongSignIn': 'E-mail or password is wrong.',
    'access.tooManyTries': 'Too many attempts. Wait a minute and try again.',
    'access.wrongCode': 'The code is wrong or has expired. Type a new one from your phone.',
    'access.linkExpired': 'This link was used or has expired. Ask for a new one under “Forgotten password”.',
    'access.disabled': 'This account is disabled. Ask the administrator of your unit or of the school.',
    'access.resetSubject': 'Set a new Nhịp password',
    'access.resetText': (p) =>
      `Dear ${p.name},\n\nTo set a new password, open this address within one hour:\n${p.url}\n\nIf you did not ask for it, ignore this mail; the old password remains.`,
  },
}
