import { type Day, printDay } from '../../pure/day.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const listed = (names: readonly string[], count: number) =>
  `${names.join(', ')}${count > names.length ? '…' : ''}`

export const en: Words<typeof vi> = {
  units: 'Units',
  unitsOnTitle: (p: { on: Day }) => `UNITS ON ${printDay(p.on)}`,
  ordinal: 'No.',
  code: 'Unit code',
  name: 'Unit',
  kind: 'Kind',
  level: 'Level',
  bloc: 'Bloc',
  parent: 'Parent unit',
  fromOn: 'In force from',
  untilOn: 'No longer in force from',
  untilIsFirstDayWithout: '“No longer in force from” is the first day without this name, kind and parent.',
  state: 'State',
  states: { existing: 'In existence', closed: 'Ended', all: 'All', coming: 'Not yet founded' },
  levels: { central: 'Central', province: 'Province', district: 'District', commune: 'Commune' },
  blocs: {
    party: 'Party',
    state: 'State',
    front: 'Front and mass organisations',
    armed: 'Armed forces',
    enterprise: 'Enterprises',
    academy: 'Academy and schools',
    other: 'Other',
  },
  kinds: {
    province: 'Province',
    city: 'City',
    district: 'District',
    town: 'Town',
    commune: 'Commune',
    ward: 'Ward',
    township: 'Township',
    specialZone: 'Special zone',
    partyCommittee: 'Party committee',
    partyBoard: 'Party board',
    office: 'Office',
    department: 'Department',
    front: 'Front or mass organisation',
    armed: 'Armed unit',
    school: 'School or centre',
    enterprise: 'Enterprise',
    other: 'Other',
  },
  problems: {
    'units.notFound': 'There is no such unit.',
    'units.stale': (p) =>
      `Somebody has just changed this unit (it is now “${p.current ?? ''}”). Open the page again and repeat your entry.`,
    'units.isClosed': (p) =>
      p.untilOn
        ? `The unit ended on ${printDay(p.untilOn)} and can no longer be changed.`
        : 'The unit has ended.',
    'units.changedLater': (p) =>
      `The book already holds the unit’s name, kind and parent from ${printDay(p.fromOn)}. Choose an effective day after that.`,
    'units.alreadyThere': 'The unit is already under this parent. Choose another one.',
    'units.parentBelow': 'The chosen parent lies under this unit itself. Choose another one.',
    'units.parentNotThere': (p) =>
      `“${p.name}” does not exist on ${printDay(p.on)}, or its end is already known.`,
    'units.hasChildren': (p) =>
      `${p.count} units still lie under it: ${listed(p.names, p.count)}. Move them first, or enter the whole reorganisation as one act.`,
    'units.nameTaken':
      'Under the same parent there is already a unit of this name in that time. Use that unit, or add the place that tells them apart.',
    'units.codeTaken': 'This unit code is already in use. Choose another one.',
    'units.datesOverlap': 'This time overlaps another name of the same unit.',
    'units.endsBeforeItBegins': 'The end must come after the beginning.',
    'units.nameUnknown': (p) => `Neither the book nor the file has a unit “${p.name}” at that time.`,
    'units.nameAmbiguous': (p) =>
      `Several units are called “${p.name}”. Give the unit’s code, or its place in brackets: “${p.name} (h. Tân Thạnh)”.`,
    'units.notThere': (p) => `There is no unit “${p.name}” on ${printDay(p.on)}.`,
    'units.codeOfOther': (p) =>
      `This code belongs to “${p.name ?? ''}”. If the unit was renamed, use “Rename” on its page, so that the old name stays in the book.`,
    'units.codeTwice': (p) => `Row ${p.rowNumber} has this code already.`,
    'units.nameTwice': (p) =>
      `Row ${p.rowNumber} has this name already, under the same parent at the same time.`,
    'units.livesOn': (p) =>
      `“${p.name}” is still in the book ${p.on ? `from ${printDay(p.on)} on` : 'after that day'}. Enter its end first.`,
    'units.intoItself': 'The old unit and the new one are the same.',
    'units.wentTwice': (p) =>
      `This old unit went over whole, or to this very unit, in row ${p.rowNumber} already.`,
    'units.wentElsewhere': 'In the book this old unit went to another one on that day.',
    'units.successionDiffers': 'The book has this line already, of another form.',
    'units.shareWrong': 'A share is more than 0 and at most 1, such as 0,4 or 40 %.',
  },
}
