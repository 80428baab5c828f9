import { type Day, printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const n = (value: number) => printNumber(value, 'en')
const some = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`

const nextFree = (next: Day[] | undefined) =>
  next && next.length > 0
    ? `Free long enough from: ${next.map(printDay).join(', ')}.`
    : 'There is no gap that is long enough within a year.'

export const en: Words<typeof vi> = {
  roster: 'Learners',
  fieldStudies: 'Field study',
  classes: 'Classes',
  lead: (p) =>
    p.classes === 0
      ? `No class of ${p.year} matches the filter.`
      : `${p.year}: ${some(p.classes, 'class', 'classes')}, ${some(p.learners, 'learner', 'learners')} (enrolments).`,
  open: 'Open a class',
  openTitle: 'Open a class',
  openLead:
    'A class belongs to every year in which it runs and counts as opened in one. A class that runs on into the next year is carried over by itself.',
  timetable: 'Timetable',
  edit: 'Edit the class',
  save: 'Save changes',
  fromExcel: 'Import from Excel',
  empty: {
    title: (p) => `No classes in ${p.year} yet`,
    text: 'Here stand the classes of the year, also those carried over from earlier years. Open them one by one, or import the list that the office keeps in Excel.',
  },
  mode: { fullTime: 'Full-time', partTime: 'In-service', none: 'No mode' },
  countsAs: { opened: 'Opened', carriedOver: 'Carried over', notCounted: 'Not counted' },
  basis: { plan: 'Plan', policy: 'Policy' },
  state: { held: 'Begun', coming: 'To come' },
  field: {
    curriculum: 'Programme version',
    q: 'Search code, name, place',
    code: 'Code',
    name: 'Class',
    group: 'Programme group',
    programme: 'Programme',
    mode: 'Mode',
    countsAs: 'Kind',
    opensOn: 'Opens',
    closesOn: 'Closes',
    place: 'Place',
    partner: 'Partner',
    basis: 'Basis',
    planLine: 'Line of the plan',
    learners: 'Learners',
    learnersUnit: 'enrolments',
    note: 'Note',
    state: 'State',
    openedIn: 'Opened in month',
    runningIn: 'Running in month',
    month: (p) => `Month ${p.month}`,
    policyIssuer: 'Policy issued by',
    policyNumber: 'Document number',
    policyOn: 'Document date',
    policyTitle: 'Subject',
    cancelledOn: 'Cancelled from',
    cancelledReason: 'Reason of cancelling',
    reason: 'Reason',
    year: 'Year',
  },
  noVersion: 'No version',
  hint: {
    curriculum:
      'Approved versions only, in use on the day of opening. A class that has opened keeps its version.',
    code: 'The code on all papers of the class, such as TC14-23. One class per code.',
    closesOn: 'Leave it empty while it is not known; the class then belongs to the year of its opening only.',
    learners: 'Leave it empty while it is not known.',
    basis: 'A class beyond the plan needs the policy of the body that allowed it.',
    policyNumber: 'Leave it empty while there is none and add it later.',
    place: 'Written as a unit of the catalogue is called, the class counts for that unit.',
    planLine:
      'The line that this class fulfils, so that the report can compare line by line. May stay empty.',
  },
  groups: {
    what: 'Class and programme',
    when: 'Time and place',
    why: 'Why it was opened',
    more: 'Learners and note',
  },
  facts: 'The class',
  years: 'The years in which it counts',
  yearsLead:
    'From the days of opening and closing. Where the school’s papers count otherwise, correct it with a reason; the days stay as they are.',
  correct: 'Correct the count',
  correctYear: 'Year to correct',
  countAsDates: 'By the dates (take the correction back)',
  corrected: (p) => `Corrected on ${printDay(p.on)}${p.by ? ` by ${p.by}` : ''}: ${p.reason}`,
  byDates: 'By the dates',
  cancel: 'Cancel the class',
  cancelLead:
    'A class cancelled before it opens counts in no year. One that is broken off counts up to the year of its end. It is not deleted.',
  cancelConfirm: 'Cancel this class',
  cancelled: (p) => `The class was cancelled from ${printDay(p.on)}. Reason: ${p.reason}`,
  opened: (p) =>
    p.closesOn
      ? `Runs from ${printDay(p.opensOn)} to ${printDay(p.closesOn)}`
      : `Opens on ${printDay(p.opensOn)}, no day of closing yet`,
  isCorrected: 'corrected',
  learnersOf: (p) => some(p.learners, 'enrolment', 'enrolments'),
  policyOf: (p) =>
    [
      p.issuer ?? 'Issuer not recorded',
      p.number ? `no. ${p.number}` : 'no document number yet',
      p.on ? `of ${printDay(p.on)}` : null,
    ]
      .filter(Boolean)
      .join(', '),
  history: 'History of changes',
  any: 'All',
  noLine: 'No line named',
  another: 'another one of the list',
  columns: {
    curriculum_id: 'programme version',
    code: 'code',
    name: 'name',
    programme_id: 'programme',
    mode_code: 'mode',
    opens_on: 'opens',
    closes_on: 'closes',
    place: 'place',
    host_unit_id: 'unit of the place',
    partner: 'partner',
    partner_unit_id: 'partner (unit)',
    basis: 'basis',
    plan_line_key: 'line of the plan',
    policy_issuer: 'policy issued by',
    policy_number: 'document number',
    policy_on: 'document date',
    policy_title: 'subject',
    learners: 'learners',
    note: 'note',
    cancelled_on: 'cancelled from',
    cancelled_reason: 'reason of cancelling',
  },
  sheet: {
    name: (p) => `Classes ${p.year}`,
    title: (p) => `CLASSES OF ${p.year}`,
    time: 'Time',
    total: (p) => `Total: ${some(p.classes, 'class', 'classes')}`,
    note: 'Learners are counted as enrolments.',
    fileName: (p) => `classes-${p.year}`,
  },
  fromFile: (p) => `As written in the file ${p.fileName}: “${p.word}”.`,
  opening: {
    title: 'Find opening dates',
    lead: 'Dates are proposed from the calendar, rooms, lecturers and the units’ busy periods, with reasons. Choosing one sets days, room and lecturers at once.',
    forClass: (p) => `Move class ${p.code}`,
    find: 'Find dates',
    what: 'The class',
    line: 'Line of the plan',
    programme: 'Programme',
    fromLine: 'As the line of the plan',
    learners: 'Learners expected',
    teachingDays: 'Teaching days',
    teachingDaysHint:
      'Monday to Friday, without days off. Empty: the programme’s hours at 8 a day (for the school to confirm).',
    earliest: 'Not before',
    weeks: 'Weeks to look at',
    needsRoom: 'Needs a room of the list',
    needsRoomHint: 'Clear it if the class is held where no room is listed.',
    results: (p) => `${p.good} of ${p.of} weeks are possible`,
    none: 'Choose programme, learners and teaching days, then find dates.',
    noHolidays: (p) =>
      `The calendar has no public holidays of ${p.year}, so the dates below take them for teaching days, and the class may end later than shown.`,
    loadHolidays: (p) => `Load the holidays of ${p.year}`,
    seeCalendar: (p) => `See the calendar of ${p.year}`,
    noHours: 'The programme has no hours by field yet, so no lecturers can be found.',
    setHours: 'Set hours',
    fit: { good: 'Good', strained: 'Possible, something stands in the way', blocked: 'Not possible' },
    days: (p) => `${printDay(p.opensOn)} to ${printDay(p.closesOn)}`,
    choose: 'Choose',
    chosen: (p) => `Open from ${printDay(p.opensOn)} to ${printDay(p.closesOn)}`,
    room: 'Room',
    noRoom: 'No room',
    roomOf: (p) => `${p.name} (${p.seats} seats)`,
    lecturersOf: (p) => `${p.field}: ${p.hours} hours, ${printDay(p.fromOn)} – ${printDay(p.lastOn)}`,
    guest: (p) => `${p.name} (guest)`,
    noLecturer: 'Nobody is free on all these days. Somebody can be named later on the page of the class.',
    make: 'Open the class',
    move: 'Set these dates',
    moveLead: 'The rooms and lecturers that the class has now are replaced by what is chosen here.',
    reason: {
      noTeaching: (p) =>
        p.titles.length > 0
          ? `No teaching all week: ${p.titles.join(', ')}.`
          : 'Not enough teaching days are left.',
      roomFree: (p) => `${p.room} (${p.seats} seats) is free${p.others > 0 ? `, and ${p.others} more` : ''}.`,
      roomHosted: (p) => `No own room is free; ${p.room} (${p.seats} seats, of a host) is.`,
      noRoom: (p) =>
        p.large === 0
          ? `No room has ${p.learners} seats.`
          : `All rooms with ${p.learners} seats (${p.large}) are taken in this time.`,
      holidayInside: (p) =>
        `${p.days} ${p.days === 1 ? 'day' : 'days'} off inside: ${p.titles.join(', ')}. Closing is later by as many.`,
      tornApart: (p) => `A short class torn apart for ${p.days} days by ${p.title}.`,
      provinceEvent: (p) => `Same time as ${p.title} (${printDay(p.fromOn)} – ${printDay(p.lastOn)}).`,
      unitBusy: (p) => `${p.unit} is busy: ${p.title} (${printDay(p.fromOn)} – ${printDay(p.lastOn)}).`,
      unitsBusy: (p) =>
        `Units that send people are busy: ${p.units.join(', ')}${p.more > 0 ? ` and ${p.more} more` : ''}.`,
      othersBusy: (p) =>
        `Other units are busy: ${p.units.join(', ')}${p.more > 0 ? ` and ${p.more} more` : ''}.`,
      sameUnits: (p) =>
        `At the same host runs ${p.className} (${printDay(p.fromOn)} – ${printDay(p.lastOn)}).`,
      tooDense: (p) =>
        `The programme has ${n(p.hours)} hours; ${p.days} teaching days are too few (over 10 hours a day).`,
      lecturersFree: (p) => `${p.field}: ${p.names.join(', ')}${p.more > 0 ? ` and ${p.more} more` : ''}.`,
      lecturersShort: (p) =>
        `${p.field}: ${p.weekly} hours a week are needed, ${p.free === 0 ? 'nobody is free all the time' : `the ${p.free} who are free cannot teach them all`}.`,
    },
  },
  bookings: {
    title: 'Rooms and lecturers',
    none: 'No room and no lecturers yet.',
    find: 'Find dates, room and lecturers',
    days: (p) => `${printDay(p.fromOn)} – ${printDay(p.lastOn)}`,
    free: 'Remove',
    freeOf: (p) => `Remove ${p.what}`,
    bookRoom: 'Book a room',
    bookLecturer: 'Name a lecturer',
    room: 'Room',
    lecturer: 'Lecturer',
    field: 'Field',
    fromOn: 'From',
    lastOn: 'Last day',
  },
  problems: {
    'classes.curriculumKept': 'A class that has opened keeps its version.',
    'classes.curriculumFits':
      'Choose an approved version of this very programme that is in use on the day of opening.',
    'classes.codeTaken': 'This code is taken. A code belongs to one class; look at the list of classes.',
    'classes.stale':
      'Somebody else has just changed the class. Look at what is new, then go on; what you typed is still on the page.',
    'classes.closesBeforeItOpens': (p) =>
      p.opensOn && p.closesOn
        ? `Closing on ${printDay(p.closesOn)} lies before opening on ${printDay(p.opensOn)}.`
        : 'The day of closing lies before the day of opening.',
    'classes.tooLong': 'More than ten years lie between opening and closing. Look at the year again.',
    'classes.policyIssuerMissing': 'A class opened on a policy needs the body that issued it.',
    'classes.policyBesidesPlan':
      'A class of the plan has no policy. Choose the basis again or empty the fields of the policy.',
    'classes.planLineBesidesPolicy': 'A class opened on a policy does not belong to a line of the plan.',
    'classes.openedTwice':
      'An earlier correction counts this class as opened in another year. Take that one back first.',
    'classes.noYear': (p) => `${p.year} lies too far from the time of the class to count it there.`,
    'classes.alreadyCancelled': (p) => `The class was cancelled from ${printDay(p.cancelledOn)}.`,
    'classes.cancelledAfterItCloses': (p) =>
      `The class closed on ${printDay(p.closesOn)} and cannot be cancelled.`,
    'classes.roomTaken': (p) =>
      p.what && p.fromOn && p.lastOn
        ? `${p.what} is taken by class ${p.code ?? ''} (${p.name ?? ''}) from ${printDay(p.fromOn)} to ${printDay(p.lastOn)}. ${nextFree(p.next)}`
        : 'The room has just been booked for another class on these days. Look at the free dates and choose again.',
    'classes.lecturerTaken': (p) =>
      p.what && p.fromOn && p.lastOn
        ? `${p.what} teaches class ${p.code ?? ''} (${p.name ?? ''}) from ${printDay(p.fromOn)} to ${printDay(p.lastOn)}. ${nextFree(p.next)}`
        : 'The lecturer teaches something else on these days. Look at the free dates and choose again.',
    'classes.lecturerAway': (p) =>
      p.what && p.fromOn && p.lastOn
        ? `${p.what} is away from ${printDay(p.fromOn)} to ${printDay(p.lastOn)} (${p.reason ?? ''}). ${nextFree(p.next)}`
        : 'The lecturer is away on these days. Choose somebody else.',
    'classes.bookingOutside': (p) =>
      p.opensOn
        ? `Rooms and lecturers can only be booked within the class: from ${printDay(p.opensOn)}${p.closesOn ? ` to ${printDay(p.closesOn)}` : ''}.`
        : 'Rooms and lecturers can only be booked within the class.',
    'classes.noRoom': 'There is no such room. Choose again.',
    'classes.noLecturer': 'There is no such lecturer. Choose again.',
    'classes.noField': 'The school has no such field. Choose again.',
    'classes.noProgramme': 'This programme is not in the catalogue.',
    'classes.noUnit': 'This unit is not in the catalogue.',
    'classes.import.codeMissing': (p) => `No code; it will get the code ${p.code}.`,
    'classes.import.nameMissing': 'The name of the class is missing.',
    'classes.import.opensMissing': 'The day of opening is missing. It tells to which year the class belongs.',
    'classes.import.closesMissing': 'No day of closing, so the class counts in the year of its opening only.',
    'classes.import.day.notADay': (p) => `“${p.text}” is no day. Write day/month/year, such as 05/09/2023.`,
    'classes.import.day.impossible': (p) => `“${p.text}” does not exist in the calendar.`,
    'classes.import.day.twoDigitYear': (p) => `“${p.text}”: the year needs four digits, such as 05/09/2023.`,
    'classes.import.day.monthFirst': (p) =>
      `“${p.text}” has the month first, so the day is not sure. Write day/month/year.`,
    'classes.import.learnersNotANumber': (p) => `Learners “${p.text}” is no number.`,
    'classes.import.learnersNotWhole': (p) => `Learners “${p.text}” must be a whole number.`,
    'classes.import.learnersOutOfRange': (p) => `Learners “${p.text}” is not between 0 and 100,000.`,
    'classes.import.learnersMissing': 'The number of learners is missing.',
    'classes.import.modeUnknown': (p) =>
      `The mode “${p.text}” is not understood. Write Tập trung, Vừa làm vừa học, or “-” for none.`,
    'classes.import.kindUnknown': (p) =>
      `The kind “${p.text}” is not understood. Write Chuyển tiếp or Khai giảng.`,
    'classes.import.basisUnknown': (p) =>
      `The basis “${p.text}” is not understood. Write Kế hoạch or Chủ trương.`,
    'classes.import.basisAssumed': 'The file names no basis for this class; it is taken as one of the plan.',
    'classes.import.issuerMissing':
      'The class was opened on a policy, but the file does not say whose. Add it after the import.',
    'classes.import.programmeNew': (p) =>
      `The programme “${p.name}” is not in the catalogue; it will be added to the group “${p.group}”.`,
    'classes.import.groupUnknown': (p) =>
      `The programme “${p.name}” is not in the catalogue and its group is not clear. Add it to the catalogue first.`,
    'classes.import.kindContradicts': (p) =>
      `The file says “${p.word}” for ${p.year}; by its days (${printDay(p.opensOn)}${p.closesOn ? ` – ${printDay(p.closesOn)}` : ''}) it is “${p.byDates}”. The file’s word will be kept, with the reason.`,
    'classes.import.outsideYear': (p) =>
      `The class runs ${printDay(p.opensOn)}${p.closesOn ? ` – ${printDay(p.closesOn)}` : ''}, on no day of ${p.year}, the year of the file.`,
    'classes.import.codeTwice': (p) =>
      `The code ${p.code} stands in several rows of the file: ${p.rows.join(', ')}.`,
    'classes.import.sameTwice': (p) =>
      `Several rows name the same class (same name, place and day of opening): ${p.rows.join(', ')}.`,
    'classes.import.tooLong': (p) => `Longer than ${p.maximum} characters.`,
    'classes.import.cancelled': (p) =>
      `This class was cancelled from ${printDay(p.cancelledOn)} in Nhịp; the file does not undo that.`,
    'classes.import.check.total': (p) =>
      p.holds
        ? `“${p.title}”: the file says ${n(p.said)}, and the rows sum to ${n(p.sum)} too.`
        : `“${p.title}”: the file says ${n(p.said)}, but the rows sum to ${n(p.sum)}.`,
    'classes.import.check.year': (p) => `The list of ${p.year}.`,
    'classes.import.check.noBasis':
      'The file has no column for the basis: classes under no heading of extra classes are taken as ones of the plan.',
    'classes.import.yearUnknown':
      'The title of the file names no year. Choose the year of the list and check again.',
    'classes.import.yearDiffers': (p) =>
      `The title of the file says ${p.said}, but ${p.year} was chosen. The file is read as of ${p.year}.`,
  },
}
