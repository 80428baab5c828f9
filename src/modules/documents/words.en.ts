import { printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const n = (value: number) => printNumber(value, 'en')

export const en: Words<typeof vi> = {
  title: 'Letter templates',
  lead: 'Word templates of plans and the letters that submit them. Download, edit in Word, upload; Nhịp tries to fill one before it is used.',
  plans: 'Plans',
  names: {
    plan: 'Plan',
    planSubmission: 'Submission of a plan',
    planAmendment: 'Submission of changes',
    visitRequest: 'Letter that asks a host to receive a class',
    teachingInvitation: 'Invitation to teach',
    guestSubmission: 'Letter of guest lecturers with its list',
  },
  layouts: { state: 'State layout (Decree 30/2020)', party: 'Party layout (05-HD/VPTW)' },
  used: 'In use',
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
  programmeAgreed: 'The programme is agreed later.',
  answerBy: (p) => `by ${printDay(p.on)}`,
  answerSoon: 'as soon as possible',
  proposedBy: (p) => `Proposed by ${p.unit}`,
  school: 'The school',
  kinds: { add: 'Add', drop: 'Drop', move: 'Move', resize: 'Resize', merge: 'Merge', split: 'Split' },
  problems: {
    'documents.notFound': 'There is no such version of the template.',
    'documents.shippedAlready': 'The shipped template is in use already.',
    'documents.nothingProposed': (p) =>
      `No change of the plan of ${p.year} waits, so there is nothing to submit.`,
    'documents.kept': 'A template that was used stays. Upload a new version.',
  },
}
