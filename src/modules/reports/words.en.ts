import { printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const n = (value: number) => printNumber(value, 'en')
const classes = (count: number) => `${n(count)} ${count === 1 ? 'class' : 'classes'}`

export const en: Words<typeof vi> = {
  title: (p) => `Result against the plan of ${p.year}`,
  lead: (p) =>
    p.planned === 0
      ? `${classes(p.held)}, ${n(p.learners)} enrolments; there is no plan for this year yet, so no share.`
      : `${n(p.held)} of ${classes(p.planned)}, ${n(p.learners)} enrolments, ${p.share}% of the plan.`,
  beyondLead: (p) =>
    p.classes === 0 ? '' : `Beyond the plan: ${classes(p.classes)}, ${n(p.learners)} enrolments.`,
  coming: (p) => `${classes(p.classes)} entered but not begun by ${printDay(p.on)}; not counted as held.`,
  plan: {
    none: 'There is no plan for this year yet.',
    draft: (p) => `Against version ${p.number} of the plan, a draft that was not submitted yet.`,
    submitted: (p) => `Against version ${p.number} of the plan, submitted and waiting for approval.`,
    returned: (p) => `Against version ${p.number} of the plan, returned for changes.`,
    approved: (p) =>
      `Against version ${p.number} of the plan, approved${p.documentNumber ? ` by document ${p.documentNumber}` : ''}${p.documentOn ? ` of ${printDay(p.documentOn)}` : ''}.`,
    see: 'See the plan',
  },
  choose: { rounding: 'Rounding', units: 'Names of units', plan: 'Plan to compare with' },
  rounding: { cut: 'Cut', 'half-up': 'Half up', 'sum-100': 'Sum to 100' },
  roundingNote: {
    cut: 'Shares have two decimals; what follows is cut, not rounded.',
    'half-up': 'Shares have two decimals, rounded half up.',
    'sum-100':
      'Portions are rounded so that they sum to exactly 100 (largest remainder); shares of the plan have two decimals, rounded half up.',
  },
  exact: (p) => `Exact fraction: ${n(p.part)}/${n(p.whole)}.`,
  learnersNote: 'Learners are counted as enrolments; a class carried over counts in both years.',
  unitNames: { asThen: 'As named then', asToday: 'By today’s units' },
  planUsed: { current: 'Adjusted (in force)', assigned: 'As assigned' },
  group: 'Programme group',
  planned: 'Plan',
  held: 'Held',
  classes: 'Classes',
  total: 'All',
  comparedPlans: 'Plan (classes)',
  assigned: 'As assigned',
  adjusted: 'As adjusted',
  against: (p) =>
    p.assigned === null || p.adjusted === null
      ? ''
      : p.changes === 0 && p.assigned.classes === p.adjusted.classes
        ? 'No change of the assigned number of classes so far.'
        : `Against the plan as assigned: ${printNumber(p.held, 'en')}/${printNumber(p.assigned.classes, 'en')} classes, ${p.assigned.share} %; as adjusted (${printNumber(p.changes, 'en')} approved changes): ${printNumber(p.held, 'en')}/${printNumber(p.adjusted.classes, 'en')} classes, ${p.adjusted.share} %.`,
  carriedOver: 'Carried over',
  opened: 'Opened',
  openedByMode: 'Opened by mode',
  learners: 'Enrolments',
  plannedLearners: 'Learners planned',
  share: 'Share (%)',
  portion: 'Portion (%)',
  sum: 'Total',
  modes: (p) =>
    [
      p.fullTime > 0 && `${p.fullTime} full-time`,
      p.partTime > 0 && `${p.partTime} in-service`,
      p.none > 0 && p.fullTime + p.partTime > 0 && `${p.none} without mode`,
    ]
      .filter(Boolean)
      .join(', ') || '–',
  beyond: 'Classes beyond the plan, on a policy',
  beyondNone: 'No class was opened beyond the plan.',
  inPlan: 'In the plan',
  outOfPlan: 'Beyond the plan',
  programme: 'Programme',
  byGroup: 'By programme group',
  chart: 'Classes planned and held by group',
  byLine: 'Line by line',
  byLineLead: (p) =>
    [
      p.lines === 1 ? 'One line of the plan' : `${n(p.lines)} lines of the plan`,
      p.nothing > 0 && `${n(p.nothing)} without a class so far`,
      p.unnamed > 0 && `${n(p.unnamed)} classes held name no line`,
    ]
      .filter(Boolean)
      .join('; '),
  byLineNote:
    'A class counts for the line that it names as its basis. Classes that name none, or a line of another year, stand apart at the foot of the table.',
  noneNamed:
    'No class of this year names a line of the plan yet, so lines cannot be compared. Choose the line of the plan where the class is changed.',
  line: 'Line of the plan',
  mode: 'Mode',
  nothingHeld: 'no class yet',
  comingOnly: (p) => `${n(p.classes)} still to begin`,
  unnamed: 'Classes within the plan that name no line',
  byMonth: 'By month',
  month: 'Month',
  monthName: (p) => `Month\u00a0${p.month}`,
  running: 'Running',
  byPartner: 'By partner',
  partner: 'Partner',
  noPartner: 'No partner recorded',
  byUnit: 'By unit of the place',
  unit: 'Unit',
  noUnit: 'Elsewhere, no unit of the catalogue',
  divided: 'now divided among several units',
  excel: 'Download Excel',
  word: 'Download Word',
  print: 'Print this page',
  show: 'See the classes',
  apply: 'Show',
  empty: {
    title: (p) => `No figures for ${p.year} yet`,
    text: 'The report compares the classes held with the plan of the year. Import the plan and the list of classes from the workbooks you have.',
    action: 'Import from Excel',
  },
  sheet: {
    main: (p) => `Result ${p.year}`,
    title: (p) => `RESULT OF THE TRAINING PLAN OF ${p.year}`,
    number: 'No.',
    lines: 'Line by line',
    remark: 'Remark',
    beyond: 'Beyond the plan',
    months: 'By month',
    partners: 'Partners',
    units: 'Places',
    fullTime: 'Full-time',
    partTime: 'In-service',
    none: 'No mode',
    openedByMode: 'Opened, of which',
  },
}
