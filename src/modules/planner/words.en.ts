import { formatDong, printNumber } from '../../pure/share.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const n = (value: number) => printNumber(value, 'en')
const ranges = (list: readonly (readonly [number, number])[]) =>
  list.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
const inMonths = (months: readonly number[]) =>
  months.length === 0 ? '' : ` in month${months.length > 1 ? 's' : ''} ${months.join(', ')}`

export const en: Words<typeof vi> = {
  percent: (p) => `${printNumber(100 * p.share, 'en', 1)} %`,
  violations: {
    classTwice: (p) => `The class “${p.className}” stands twice.`,
    formUnknown: (p) => `Class ${p.className} is of a form that the question does not have: ${p.about}.`,
    weekClosed: (p) => `${p.className}: there are no lessons in week ${p.week}.`,
    weekUnknown: (p) => `${p.className}: week ${p.week} is not of this year.`,
    weeksWrong: (p) =>
      `${p.className}: its weeks are out of rhythm, or it has ${n(p.is)} weeks where its form needs ${n(p.limit)}.`,
    tooFew: (p) => `${p.className}: ${n(p.is)} learners, fewer than the least, ${n(p.limit)}.`,
    tooMany: (p) => `${p.className}: ${n(p.is)} learners, more than the most, ${n(p.limit)}.`,
    demandUnknown: (p) => `${p.className}: the demand “${p.about}” is not in the question.`,
    demandOfOtherForm: (p) => `${p.className}: the demand of ${p.about} is for another form of class.`,
    demandExceeded: (p) => `${p.about}: is given ${n(p.is)} seats and asked for ${n(p.limit)}.`,
    roomMissing: (p) => `${p.className}: has not exactly one room in week ${p.week}.`,
    roomNotWanted: (p) => `${p.className}: is held at a unit and takes no room of the school.`,
    roomUnknown: (p) => `${p.className}: the room “${p.about}” is not in the question.`,
    roomNotFree: (p) => `${p.className}: ${p.about} cannot be used in week ${p.week}.`,
    roomTooSmall: (p) => `${p.className}: ${n(p.is)} learners, ${p.about} has ${n(p.limit)} seats only.`,
    roomTwice: (p) => `${p.className}: ${p.about} holds another class in week ${p.week}.`,
    roomChanged: (p) => `${p.className}: a class that meets every week stays in one room.`,
    lecturerUnknown: (p) => `${p.className}: the lecturer “${p.about}” is not in the question.`,
    lecturerField: (p) => `${p.className}: ${p.about} does not teach that field (week ${p.week}).`,
    lecturerAbsent: (p) => `${p.about} is absent in week ${p.week}.`,
    lecturerOverloaded: (p) => `${p.about}: ${n(p.is)} hours in week ${p.week}, at most ${n(p.limit)}.`,
    hoursWrong: (p) =>
      `${p.className}: week ${p.week} has ${n(p.is)} hours of ${p.about}, the programme needs ${n(p.limit)}.`,
    assignedMissing: (p) => `The assigned class “${p.about}” is not opened.`,
    assignedTwice: (p) => `The assigned class “${p.about}” is opened twice.`,
    assignedUnknown: (p) => `${p.className}: there is no assigned class “${p.about}”.`,
    assignedForm: (p) => `${p.className}: is not of the form that “${p.about}” demands.`,
    assignedWindow: (p) => `${p.className}: begins in week ${p.week}, outside the time set by “${p.about}”.`,
    assignedHeads: (p) => `${p.className}: ${n(p.is)} learners, “${p.about}” says ${n(p.limit)}.`,
    namedHeads: (p) => `${p.className}: has named learners but is no assigned class.`,
    budget: (p) => `The cost of ${formatDong(p.is, 'en')} is above ${formatDong(p.limit, 'en')}.`,
    classesAtOnce: (p) => `Week ${p.week} has ${n(p.is)} classes at once, at most ${n(p.limit)}.`,
    maxClasses: (p) => `${p.about}: ${n(p.is)} classes, at most ${n(p.limit)}.`,
  },
  needs: {
    tooFew: (p) => `${n(p.amount)} more people to reach the least size`,
    smaller: (p) => `a least size of ${n(p.amount)}`,
    room: (p) =>
      p.room
        ? `${p.count} more weeks of ${p.room}${inMonths(p.months)} (weeks ${ranges(p.weeks)})`
        : `another room of ${n(p.amount)} seats for ${p.count} weeks (weeks ${ranges(p.weeks)})${p.tight.length > 0 ? `; tightest in weeks ${ranges(p.tight)}` : ''}`,
    roomSize: (p) => `a room of ${n(p.amount)} seats, which the school has not`,
    lecturer: (p) =>
      `${n(p.amount)} more hours a week of ${p.field}${p.count > 0 ? ` (weeks ${ranges(p.weeks)})` : ''}`,
    budget: (p) => (p.amount > 0 ? `${formatDong(p.amount, 'en')} more` : 'money'),
    calendar: (p) =>
      p.amount > 0
        ? `the year has not ${n(p.amount)} teaching weeks in rhythm for this class`
        : 'the time set for the assigned classes',
    classesAtOnce: (p) => `one more class at once${p.count > 0 ? ` in weeks ${ranges(p.weeks)}` : ''}`,
    maxClasses: (p) => `up to ${n(p.amount)} classes of this form`,
    notWorth: () =>
      'it could be opened, but would lose more points (busy units, crowded weeks) than it gains',
  },
  about: {
    tooFew: 'too few people asked for it',
    smaller: 'the least size',
    room: 'rooms are lacking',
    roomSize: 'no room is large enough',
    lecturer: (p) => `hours of ${p.field} are lacking`,
    budget: 'money is lacking',
    calendar: 'the time that is set is too narrow',
    classesAtOnce: 'too many classes at once',
    maxClasses: 'too many classes of this form',
    notWorth: 'not worth it',
  },
  clash: (p) =>
    `Not all assigned classes can be opened: ${p.classes.map((one) => `“${one}”`).join(', ')} do not fit together${p.about.length > 0 ? `: ${p.about.join('; ')}` : ''}. Without any one of them the others can be opened.`,
  faults: {
    unknownForm: (p) => `The form “${p.about}” is named but not in the question.`,
    unknownUnit: (p) => `The unit “${p.about}” is named but not in the question.`,
    unknownRoom: (p) => `The room “${p.about}” is named but not in the question.`,
    unknownLecturer: (p) => `The lecturer “${p.about}” is named but not in the question.`,
    unknownField: (p) => `The field “${p.about}” is named but not in the question.`,
    twice: (p) => `The key “${p.about}” stands twice in one list.`,
    sizeOrder: (p) => `${p.about}: the least size is above the most.`,
    noWindow: (p) => `The assigned class “${p.about}” has no teaching week in which it may begin.`,
    noRoomForForm: (p) => `${p.about}: no room holds its least size.`,
    runningRoom: (p) => `Two running classes use one room in one week: ${p.about}.`,
    runningLecturer: (p) => `${p.about}: running classes already take more hours than there are.`,
    noTeachingWeek: (p) => `The year ${p.about} has no week with lessons.`,
  },
  says: {
    nothing: 'Time was up before a proposal was found. Give it more time.',
    cancelled: 'Stopped as asked.',
    sound: (p) => `The proposal of ${n(p.classes)} classes keeps every rule.`,
    unreadable:
      'The file is not of the right form: JSON with “instance” and “proposal” (see docs/planner.md).',
    unreadableInstance: 'The file is not a question of the form “nhip-instance-1” (see docs/planner.md).',
  },
  problems: {},
}
