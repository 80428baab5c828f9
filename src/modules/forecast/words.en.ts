import { type Day, printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const n = (value: number) => printNumber(value, 'en')

export const en: Words<typeof vi> = {
  title: (p) => `Forecast of the plan of ${p.year}`,
  lead: (p) =>
    `As of ${printDay(p.on)}: ${p.low === p.high ? n(p.low) : `${n(p.low)}–${n(p.high)}`} of ${n(p.planned)} classes expected by the end of the year, ${p.shareLow === p.shareHigh ? p.shareLow : `${p.shareLow}–${p.shareHigh}`}% of the adjusted plan.`,
  warning: {
    none: 'The rest of the plan still fits into the rest of the year.',
    soon: (p) =>
      `Early warning: if nothing is opened, the rest of the plan no longer fits into the rest of the year after ${p.fitsUntil ? printDay(p.fitsUntil as Day) : '…'}.`,
    late: (p) =>
      `Warning: ${n(p.missing)} classes of the plan no longer fit into the rest of the year. Propose a change, more rooms or more lecturers.`,
  },
  warned: { soon: 'Soon too late', late: 'Too late' },
  noPlan: {
    title: (p) => `No plan of ${p.year} is approved`,
    text: 'The forecast compares with the approved plan and its changes. Once a plan is approved there is one from week one.',
  },
  plan: 'Plan of the year',
  excel: 'Excel',
  adjust: 'Changes',
  byGroup: 'By group',
  group: 'Group',
  planned: 'Planned',
  carriedOver: 'Carried over',
  opened: 'Opened',
  scheduled: 'With a day',
  unscheduled: 'Without a day',
  expected: 'Expected by year’s end',
  share: 'Share (%)',
  range: (p) => (p.low === p.high ? String(p.low) : `${p.low}–${p.high}`),
  total: 'Total',
  inDanger: 'Lines in danger',
  noDanger: 'No line is in danger.',
  noDangerText:
    'Lines without a day, past their months or without a place in the year will stand here, with the reason.',
  line: 'Line of the plan',
  mode: 'Mode',
  lacks: 'Lacks (classes)',
  why: 'Why',
  danger: {
    noDates: 'no day of opening yet',
    monthsPassed: 'its months have passed and it is not opened',
    tooLong: 'the course is longer than the weeks left',
    noRoom: 'not enough weeks of rooms are left',
    noHours: 'not enough hours of lecturers are left',
    fewWanted: (p) => `units have asked for ${n(p.heads)} of ${n(p.learners)} learners`,
    carriedMissing: (p) => `${n(p.planned)} classes carried over in the plan, ${n(p.found)} in the list`,
  },
  rest: 'The rest of the year',
  resource: 'Resource',
  need: 'Needed',
  left: 'Left',
  resources: {
    weeks: 'Teaching weeks (longest course not opened)',
    rooms: 'Weeks of rooms',
    hours: 'Lesson hours of own lecturers',
  },
  fits: 'Fits',
  fitsNot: 'Does not fit',
  verdict: 'Verdict',
  notes: {
    weeks: (p) => `${n(p.weeks)} teaching weeks are left, without the days off in the school’s calendar.`,
    punctuality: (p) =>
      `At least: in ${p.years.join(', ')} ${n(p.whole)} classes were not open on this day, ${n(p.part)} of them opened within the year; classes without a day count by that share. At most: every class that still fits.`,
    noPast:
      'At least: only what is opened or has a day, because there is no earlier year. At most: every class that still fits.',
    rooms: (p) => `By the ${n(p.count)} rooms of the school, less the weeks that are booked.`,
    past: (p) =>
      `No rooms are entered, so by the most short classes that were held at once in the last three years: ${n(p.count)}.`,
  },
  sheet: { main: (p) => `Forecast ${p.year}`, dangers: 'Lines in danger' },
  problems: {},
}
