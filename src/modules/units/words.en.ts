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
  },
}
