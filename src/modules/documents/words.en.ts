import { type Day, printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const n = (value: number) => printNumber(value, 'en')

const weekdayNumber = (on: Day) => new Date(`${on}T00:00:00Z`).getUTCDay()

export const en: Words<typeof vi> = {
  title: 'Letter templates',
  lead: 'Word templates of letters, minutes and lists. Download, edit in Word, upload; Nhịp tries to fill one before it is used.',
  plans: 'Plans',
  names: {
    plan: 'Plan',
    planSubmission: 'Submission of a plan',
    planAmendment: 'Submission of changes',
    visitRequest: 'Letter that asks a host to receive a class',
    admissionNotice: 'Admission notice',
    sendingDecision: 'Decision that sends people to study',
    classOpening: 'Decision that opens a class',
    teachingInvitation: 'Invitation to teach',
    guestSubmission: 'Letter of guest lecturers with its list',
    timetable: 'Timetable of a class',
    teachingThanks: 'Letter of thanks to a lecturer',
    paymentList: 'Payment list of teaching',
    surveyResults: 'Results of an evaluation',
    priorityMinutes: 'Minutes of the order of priority',
    curriculumMinutes: 'Minutes of the appraisal of a programme',
  },
  layouts: { state: 'State layout (Decree 30/2020)', party: 'Party layout (05-HD/VPTW)' },
  shipped: 'Shipped with Nhịp',
  own: (p) => `Version ${p.number}: ${p.name}`,
  back: 'back to the shipped one',
  download: 'Download the one in use',
  downloadShipped: 'Download the shipped one',
  file: 'The school’s Word file (.docx)',
  replace: 'Use this template',
  restore: 'Back to the shipped one',
  restoreText: 'The school’s own stays in the list of versions.',
  tags: 'Tags that can be filled',
  tagsHint:
    'Written in braces, as {title}. “#rows → content” means {content} between {#rows} and {/rows} in one row of a table.',
  history: 'Versions',
  confirm: 'Layouts follow reference documents; the school must confirm them before official use.',
  year: (p) => `${p.year}`,
  period: (p) => `${p.year}–${p.untilYear}`,
  summary: (p) =>
    `${n(p.classes)} classes, ${n(p.carriedOver)} carried over and ${n(p.opened)} new${p.learners === null ? '' : `; ${n(p.learners)} learners expected`}`,
  approved: (p) => `The plan was approved by ${p.number} of ${printDay(p.on)}.`,
  committee: 'Standing Committee of the Provincial Party Committee',
  toReport: (p) => `${p.addressee} (for information)`,
  planGoesTo: ['Organisation Committee', 'The agencies and localities that send people'],
  notApproved: 'The plan is not approved.',
  amended: (p) =>
    `${n(p.assigned)} classes assigned, ${n(p.adjusted)} in force; ${n(p.changes)} changes proposed`,
  content: (p) =>
    [
      `${n(p.opened)} classes`,
      p.learners === null ? '' : `${n(p.learners)} learners`,
      p.months && `months ${p.months}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  none: '–',
  guests: (p) => `${n(p.count)} guest lecturers${p.again > 0 ? `, ${n(p.again)} of them again` : ''}`,
  span: (p) => `${printDay(p.fromOn)} – ${printDay(p.lastOn)}`,
  visitKinds: { study: 'field study', exchange: 'exchange of experience' },
  parts: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' },
  weekday: (on) =>
    ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][
      weekdayNumber(on)
    ] as string,
  hourKinds: {
    theory: 'Theory',
    discussion: 'Discussion',
    practice: 'Practice',
    field: 'Field study',
    selfStudy: 'Self-study',
    report: 'Report',
    exam: 'Examination',
  },
  sessions: (p) => `${n(p.sessions)} sessions, ${n(p.hours)} lesson hours`,
  timetableGoesTo: ['The rectorate', 'Faculties, offices and lecturers', 'Learners of the class'],
  paymentGoesTo: ['The rectorate (for approval)', 'Accounting'],
  surveyGoesTo: ['The rectorate', 'Faculties and offices'],
  month: (p) => `${p.month}/${p.year}`,
  allMonths: 'all confirmed sessions',
  noRate: 'not entered',
  withoutRate: (p) => `${n(p.rows)} rows have no rate: the sum is not whole.`,
  unconfirmed: (p) => `${n(p.sessions)} past sessions are not confirmed and not in the list.`,
  tooFewAnswers: 'Fewer than five answers: no result is shown, to protect those who answered',
  answersOf: (p) =>
    `${n(p.answers)} answers of ${n(p.expected)} people${p.invalid > 0 ? `; ${n(p.invalid)} invalid ones are not counted` : ''}`,
  hidden: 'hidden',
  hiddenNote:
    '“hidden”: fewer than five answers, or to be found by subtraction. The mark is the mean; the spread is the standard deviation.',
  programmeAgreed: 'The programme is agreed later.',
  answerBy: (p) => `by ${printDay(p.on)}`,
  answerSoon: 'as soon as possible',
  proposedBy: (p) => `Proposed by ${p.unit}`,
  school: 'The school',
  kinds: { add: 'Add', drop: 'Drop', move: 'Move', resize: 'Resize', merge: 'Merge', split: 'Split' },
  modes: { fullTime: 'tập trung', partTime: 'không tập trung', none: 'không chia hệ' },
  unitsAsked: 'Các cơ quan, đơn vị, địa phương có tên trong danh sách chỉ tiêu',
  standardsByRule: 'Theo quy định hiện hành về đối tượng, tiêu chuẩn đào tạo lý luận chính trị.',
  problems: {
    'documents.nobodyAdmitted': (p) =>
      `Nobody is admitted to class ${p.code} yet, so the decision has no list.`,
    'documents.notFound': 'There is no such version of the template.',
    'documents.shippedAlready': 'The shipped template is in use already.',
    'documents.nothingProposed': (p) =>
      `No change of the plan of ${p.year} waits, so there is nothing to submit.`,
    'documents.notTaughtYet':
      'No session of this invitation is confirmed as taught, so there is nothing to give thanks for. Confirm it in the timetable of the class first.',
    'documents.kept': 'A template that was used stays. Upload a new version.',
  },
}
