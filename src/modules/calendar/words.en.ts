import { printDay } from '../../pure/day.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

export const en: Words<typeof vi> = {
  calendar: 'Calendar',
  lead: (p) => `${p.year} has ${p.days} teaching days left (Monday to Friday); ${p.missing} are days off.`,
  toConfirm: (p) =>
    `${p.count} ${p.count === 1 ? 'entry needs' : 'entries need'} the school’s word on the days off. Open each, correct the days, then clear the mark.`,
  noHolidays: (p) => `No holidays of ${p.year} yet. Teaching days are counted as if there were none.`,
  load: (p) => `Load the holidays of ${p.year}`,
  loaded: (p) =>
    p.added === 0
      ? `All ${p.known} holidays were there already.`
      : `${p.added} holidays added${p.known > 0 ? `, ${p.known} were there already` : ''}. Those marked “to confirm” are for the school to decide.`,
  make: 'Add to the calendar',
  makeLead:
    'A holiday, a congress, a session, a break of the school, or days on which a unit can send nobody.',
  edit: 'Change an entry',
  remove: 'Take out of the calendar',
  removeText:
    'The entry leaves the calendar; the record keeps it. A holiday comes back when holidays are loaded again.',
  removeConfirm: 'Take it out',
  save: 'Save',
  byMonth: 'By month',
  asList: 'List',
  ofYear: (p) => String(p.year),
  monthOf: (p) => `${p.month}/${p.year}`,
  listLead: (p) => `${p.year}: ${p.total} ${p.total === 1 ? 'entry' : 'entries'} in the calendar.`,
  busyUnits: (p) => `${p.count} entries of units`,
  shortSpan: (p) =>
    p.fromOn === p.lastOn
      ? printDay(p.fromOn).slice(0, 5)
      : `${printDay(p.fromOn).slice(0, 5)} – ${printDay(p.lastOn).slice(0, 5)}`,
  week: 'Week',
  weekdays: { 1: 'Mo', 2: 'Tu', 3: 'We', 4: 'Th', 5: 'Fr', 6: 'Sa', 7: 'Su' },
  teachingDays: 'Teaching days left in the week',
  teachingDaysShort: 'Days',
  span: (p) => (p.fromOn === p.lastOn ? printDay(p.fromOn) : `${printDay(p.fromOn)} – ${printDay(p.lastOn)}`),
  stops: 'no teaching',
  confirm: 'to confirm',
  legend: { stops: 'No teaching', event: 'Congress, session', busy: 'A unit is busy' },
  any: 'All',
  yes: 'Yes',
  no: 'No',
  everybody: 'Whole province',
  noUnit: 'Whole province, whole school',
  kind: {
    holiday: 'Holiday',
    congress: 'Congress, conference',
    session: 'Session of the People’s Council',
    break: 'Break of the school',
    busy: 'Unit is busy',
  },
  field: {
    q: 'Content, basis',
    kind: 'Kind',
    title: 'Content',
    fromOn: 'From',
    lastOn: 'Last day',
    unit: 'Unit',
    stopsTeaching: 'No teaching',
    source: 'Basis',
    needsConfirmation: 'To be confirmed by the school',
    year: 'Year',
  },
  hint: {
    stopsTeaching: 'The whole school does not teach on these days.',
    unit: 'Choose a unit if only that unit is busy. A unit’s days never stop the school’s teaching.',
  },
  empty: {
    title: 'The calendar is empty',
    text: 'Load the holidays of the year, then add the province’s congresses and sessions and the busy periods of units. Opening dates are proposed by this calendar.',
  },
  sheet: { name: 'Calendar', title: (p) => (p.year ? `CALENDAR ${p.year}` : 'CALENDAR') },
  problems: {
    'calendar.stale':
      'Somebody else has just changed this entry. Look at what is new and change your part again.',
    'calendar.endsBeforeItBegins': 'The last day must not lie before the first. Look at both days.',
    'calendar.tooLong': 'An entry is at most 400 days long. Check the year, or make several entries.',
    'calendar.busyWithoutUnit': 'Who is busy? Choose the unit.',
    'calendar.unitNeverStops':
      'A unit’s days do not stop the whole school. Clear “No teaching” or leave the unit empty.',
    'calendar.schoolOnly':
      'Days of the province and the school are entered by the training office. Choose your own unit.',
    'calendar.holidayTwice': 'This holiday of the year is in the calendar already.',
    'calendar.noUnit': 'There is no such unit. Choose the unit again.',
  },
}
