import { printDay } from '../../pure/day.ts'
import { formatDong, printNumber } from '../../pure/share.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const n = (value: number) => printNumber(value, 'en')
const classes = (count: number) => `${n(count)} ${count === 1 ? 'class' : 'classes'}`
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
    sound: (p) => `The proposal of ${classes(p.classes)} keeps every rule.`,
    unreadable:
      'The file is not of the right form: JSON with “instance” and “proposal” (see docs/planner.md).',
    unreadableInstance: 'The file is not a question of the form “nhip-instance-1” (see docs/planner.md).',
  },
  states: {
    queued: 'Waiting',
    running: 'Being solved',
    done: 'Done',
    failed: 'Not solved',
    cancelled: 'Stopped',
  },
  modes: { fullTime: 'Full-time', partTime: 'In-service', none: 'No mode' },
  seats: { room: 'Room of the school', host: 'At a unit' },
  closes: { stopping: 'Every entry that stops teaching', holidays: 'Public holidays only' },
  missing: {
    noForm: (p) =>
      `${p.about}: nobody has said how its classes are held; ${n(p.heads)} people are not counted.`,
    noHours: (p) => `${p.about}: it has no hours by field; ${n(p.heads)} people are not counted.`,
    noRooms: (p) => `There is no room that can be used in ${p.about}.`,
    noLecturers: (p) => `There is no lecturer in ${p.about}.`,
    noDemands: (p) => `No unit has confirmed a need for ${p.about}.`,
    noHolidays: (p) =>
      `The calendar has no public holidays of ${p.about}, so that each counts as a day of teaching. Load them under “Calendar of the year” and solve again.`,
    noFieldLecturer: (p) => `Nobody teaches the field ${p.about}.`,
    planWithoutForm: (p) =>
      `The approved plan has “${p.about}”, but it has no form of class or no hours: it is left out.`,
  },
  fields: {
    name: 'Name',
    year: 'Year',
    seconds: 'Time to solve, at most (seconds)',
    budget: 'Money of the year (đồng)',
    seatsPerClass: 'Seats of a class, at most',
    classesAtOnce: 'Classes at once, at most',
    first: 'Priority 1',
    second: 'Priority 2',
    third: 'Priority 3',
    closes: 'Days without lessons',
    minTeachingDays: 'Teaching days that make a week of lessons',
    withPlan: 'Classes of the approved plan that are not opened yet must open',
    state: 'State',
    madeBy: 'Made by',
    madeAt: 'Made at',
    classes: 'Classes',
    seats: 'Seats',
    asked: 'Asked for',
    unmet: 'Not seated',
    cost: 'Cost (đồng)',
    gap: 'From the best',
    class: 'Class',
    mode: 'Mode',
    startsOn: 'Begins',
    endsOn: 'Ends',
    weeks: 'Weeks',
    room: 'Room',
    learners: 'Learners',
    units: 'Sent by',
    unit: 'Unit',
    group: 'Target group',
    lecturers: 'Lecturers',
    programme: 'Programme',
    sizeFrom: 'Learners from',
    sizeTo: 'Learners to',
    length: 'Teaching weeks',
    everyWeeks: 'One week of lessons in so many',
    everyWeeksHint: '1: lessons every week; 4: one week in four',
    seat: 'Place',
    costOfClass: 'Cost of a class (đồng)',
    mayRunOver: 'May end after the year',
    hours: 'Hours in all',
  },
  pages: {
    title: 'Scenarios',
    lead: 'The classes of a year, proposed from needs, rooms, lecturers, calendar and money; with what was left out and why.',
    make: 'New scenario',
    makeLead:
      'The question is taken from the data as they are now; later changes do not touch this scenario.',
    start: 'Take the question and solve it',
    empty: 'No scenario yet',
    emptyText:
      'Once units have confirmed their needs, and rooms, lecturers and forms of class are entered, make the first.',
    forms: 'Forms of class',
    formsLead: 'How a class of each programme and mode is held. Only what is said here is planned.',
    notSaid: 'not said',
    edit: 'Enter',
    save: 'Save the form',
    noHoursYet: 'no hours yet',
    noProgrammes: 'No programme is in use',
    limits: 'Limits',
    weights: 'How much a person asked for counts, in percent, by the unit’s priority',
    missing: 'Missing data',
    missingLead: 'This is not in the data and so not counted; nothing is made up.',
    waiting: 'The scenario waits for its turn.',
    running: (p) =>
      p.points === null
        ? `Searching, ${n(Math.round(p.seconds))} seconds. No proposal yet.`
        : p.gap === null
          ? `Searching, ${n(Math.round(p.seconds))} seconds. There is a proposal; proving it.`
          : `Searching, ${n(Math.round(p.seconds))} seconds. At most ${printNumber(100 * p.gap, 'en', 1)} % from the best.`,
    cancel: 'Stop',
    cancelled: 'Solving was stopped as asked.',
    unsound:
      'The answer did not pass the independent checker and is not shown. Please tell the administrator.',
    proven: (p) =>
      p.status === 'optimal'
        ? `Proven: no proposal is better (${n(Math.round(p.seconds))} seconds).`
        : p.boundBy === 'everybody' && p.status === 'timeLimit'
          ? `How close to the best this is has not been proven (${n(Math.round(p.seconds))} seconds). Certain is only that its points are at least ${printNumber(Math.floor(1000 * (1 - p.gap)) / 10, 'en', 1)} % of “everybody has a seat, in a wished week”.`
          : `Proven: at most ${printNumber(Math.ceil(p.gap * 1000) / 10, 'en', 1)} % from the best (${n(Math.round(p.seconds))} seconds).`,
    whatGapIs: {
      solver:
        'The figure sets the points of the proposal against a ceiling that no proposal can surpass. It is not the share of people without a seat: where rooms, lecturers and money are short, the best proposal leaves people out too.',
      everybody:
        'That ceiling only adds up what was asked for and does not know whether rooms, lecturers, weeks and money suffice. What is missing to it does not mean that the proposal is poor: perhaps nothing is better. To be surer, ask again with more time for solving.',
    },
    atMost: (p) =>
      p.gap < 1e-6
        ? 'the best'
        : p.boundBy === 'everybody' && p.gap > 0.01
          ? 'not proven'
          : `≤ ${printNumber(Math.ceil(p.gap * 1000) / 10, 'en', 1)} %`,
    seePlan: 'See the plan',
    checked: 'The independent checker found that every rule is kept.',
    summary: (p) =>
      `${classes(p.classes)}, ${n(p.seats)} of ${n(p.heads)} seats asked for, cost ${formatDong(p.cost, 'en')}.`,
    greedy: (p) => `Planned by hand in order of priority: ${classes(p.classes)}, ${n(p.seats)} seats.`,
    noGreedy: 'Planned by hand in order of priority, not all assigned classes could be opened.',
    chart: 'Rooms by week',
    chartText: (p) =>
      `${n(p.rooms)} rooms and ${classes(p.classes)} by week; all of it is in the table of classes below.`,
    atHost: 'At a unit',
    classes: 'Proposed classes',
    noClasses: 'No class can be opened',
    assigned: 'assigned',
    rests: (p) => `weeks ${p.from}–${p.to}`,
    unitsTitle: 'Seats by unit',
    byProgramme: 'Classes and seats by programme',
    groupsTitle: 'Seats by target group',
    leftOut: 'Left out, why, and what it would take',
    noneLeftOut: (p) =>
      p.uncounted === 0
        ? 'Everybody who was asked for has a seat.'
        : `Everybody who was counted has a seat. ${n(p.uncounted)} people were not counted: see “Missing data” at the end of the page.`,
    left: (p) => `${p.title}: ${n(p.heads)} people of ${n(p.units)} requests have no seat.`,
    ways: (p) =>
      `Needs: ${p.needs.join(' and ')}${p.on ? ` → a class ${p.seats === null ? '' : `of ${n(p.seats)} `}from ${printDay(p.on)}` : ''}.`,
    either: (p) => `${p.one}, or ${p.other}`,
    otherWays: (p) => `Or: ${p.needs.join(' and ')}.`,
    tried: 'Tried again with exactly that: the class can be held.',
    noWay: 'Another room, hours, money, people were tried: none of them alone would open this class.',
    intoPlan: 'Put into the draft plan',
    intoPlanText: 'Choose the lines; each programme and mode becomes a line of the plan.',
    choose: 'Lines for the plan',
    line: (p) =>
      `${[p.title, p.mode].filter(Boolean).join(', ')}: ${classes(p.classes)}, ${n(p.learners)} learners`,
    planThere: {
      draft: (p) =>
        `There is a draft, version ${p.number}: lines are added to it; a line of the same programme and mode takes these figures.`,
      returned: (p) =>
        `Version ${p.number} was returned and is being corrected: lines are added to it; a line of the same programme and mode takes these figures.`,
      submitted: (p) => `Version ${p.number} is submitted and cannot be changed.`,
      approved: (p) => `There is an approved plan, version ${p.number}: a new draft is copied from it.`,
    },
    noPlan: 'There is no plan of this year: a new draft is made.',
    fromScenario: (p) => `From the scenario “${p.name}”`,
    compare: 'Compare',
    compareTitle: 'Compare scenarios',
    compareLead: 'Choose two or three that are done.',
    compareWhich: 'Scenarios',
    onlyHere: 'only here',
    cell: (p) =>
      `${classes(p.classes)}, ${n(p.seats)} seats${p.unmet > 0 ? `, ${n(p.unmet)} not seated` : ''}`,
    rows: 'Rows',
    differing: 'Only rows that differ',
    noDifference: 'No row',
    noDifferenceText:
      'The chosen scenarios are alike in every row. Untick “Only rows that differ” to see all.',
    seatsExcel: 'Excel of seats',
    seatsTitle: (p) => `Seats of ${p.year}, scenario ${p.name}`,
    byUnit: 'By unit',
    byGroup: 'By target group',
    inDetail: 'In detail',
    sum: 'Sum',
    of: (p) => `${n(p.part)} / ${n(p.whole)}`,
    comparedOne: (p) =>
      `${p.name} (${p.year}): ${n(p.classes ?? 0)} classes, ${n(p.seats ?? 0)} of ${n(p.heads ?? 0)} seats asked for`,
    sheet: 'Classes',
    sheetTitle: (p) => `Proposed classes of ${p.year}, scenario ${p.name}`,
    total: (p) => `${classes(p.classes)} in all`,
    defaultName: (p) => `Scenario ${p.year}`,
    week: (p) => `Week ${p.week}`,
    month: (p) => `M${p.month}`,
  },
  problems: {
    'planner.notFound': 'There is no such scenario.',
    'planner.sizeOrder': '“Learners to” must not be below “learners from”.',
    'planner.noSuchMode': 'No programme in use has this mode. Please look at the catalogue.',
    'planner.stale': 'Somebody else has just changed this form of class. Reload the page and go on.',
    'planner.nothingToPlan': (p) =>
      `There is nothing to plan for ${p.year}: it takes confirmed needs, forms of class, and hours by field of the programmes asked for.`,
    'planner.over': 'This scenario has ended and cannot be stopped.',
    'planner.noAnswer': 'This scenario has no answer yet.',
    'planner.noSuchLine': 'A chosen line is not in the scenario. Reload the page and choose again.',
    'planner.chooseLines': 'Choose at least one line.',
    'planner.chooseTwo': 'Choose two or three scenarios.',
  },
}
