import { printDay } from '../../pure/day.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const versionStates = {
  draft: 'draft',
  submitted: 'submitted for appraisal',
  returned: 'returned',
  approved: 'approved',
  retired: 'no longer used',
}

export const en: Words<typeof vi> = {
  kinds: {
    training: 'Training',
    fostering: 'Fostering',
    knowledgeUpdate: 'Knowledge update',
    briefing: 'Briefing',
  },
  blocs: { party: 'Party bloc', state: 'State bloc', front: 'Mass organisations' },
  levels: { elementary: 'Elementary', intermediate: 'Intermediate', advanced: 'Advanced' },
  versions: {
    title: 'Frame and versions',
    none: 'No version is approved yet. A version holds parts, modules, topics and their hours.',
    make: 'Begin a version',
    line: (p) =>
      `${p.kind === 'frame' ? `frame, edition ${p.number}` : `version ${p.number}`} · ${versionStates[p.state]} · ${p.topics} topics, ${p.hours} lesson hours`,
  },
  fields: {
    code: 'Code',
    name: 'Programme',
    group: 'Group',
    kind: 'Kind',
    level: 'Level of political theory',
    bloc: 'Bloc',
    modes: 'Study modes',
    lessonHours: 'Lesson hours',
    months: 'Months',
    scheme: 'Rules on target groups',
    fromOn: 'In use from',
    untilOn: 'Not in use from',
    period: 'In use',
    source: 'Source',
    synonyms: 'Other names',
    nameEn: 'English name',
    order: 'Order',
    reason: 'Reason',
  },
  hints: {
    code: 'Capital letters, digits, dot and hyphen. A code never changes.',
    synonyms: 'One name a line, as plans and class lists write it. Files are understood by these.',
    untilOn: 'The first day on which it is no longer used. Empty while in use.',
    scheme: 'For example UPD-145. Empty when there are no target groups.',
    groupCode: 'Small letters without blanks, for example defence. It does not change.',
    retire: 'Classes and plans that exist stay as they are. From this day on it can no longer be chosen.',
  },
  pages: {
    list: 'Programmes',
    lead: 'What the school teaches; plans, classes and reports rest on this catalogue.',
    make: 'Add a programme',
    edit: 'Change programme',
    groups: 'Groups of programmes',
    groupsLead: 'Plans and reports add up by these groups, in this order.',
    makeGroup: 'Add a group',
    editGroup: 'Change group',
    retire: 'Retire',
  },
  list: {
    search: 'Name, code, other names',
    inUse: 'In use',
    all: 'All',
    any: 'All',
    empty: 'No programme yet',
    emptyText: 'Plans and classes begin with the catalogue. Add the first programme.',
  },
  anyMode: 'No mode',
  noBloc: 'No bloc of its own',
  noLevel: 'None of the three levels',
  always: 'Without limit',
  from: (p) => `From ${printDay(p.fromOn)}`,
  until: (p) => `Until ${printDay(p.lastOn)}`,
  fromUntil: (p) => `${printDay(p.fromOn)} – ${printDay(p.lastOn)}`,
  ended: 'No longer in use',
  notYet: 'Not yet in use',
  save: 'Save',
  sheet: { name: 'Programmes', title: 'CATALOGUE OF PROGRAMMES' },
  problems: {
    'programmes.codeTaken':
      'There is a programme with this code. A code is never used again, not even when its programme is retired.',
    'programmes.codeForm':
      'A code has 2 to 30 signs: capital letters, digits, dot, hyphen. For example BD-CTD.',
    'programmes.codeKept':
      'The code of a programme never changes and a programme is never deleted. Retire it and add a new one.',
    'programmes.groupCodeForm':
      'A group’s code is one word that begins with a small letter, for example defence.',
    'programmes.groupTaken': 'There is a group with this code.',
    'programmes.unknownGroup': 'There is no such group.',
    'programmes.unknownMode': (p) => `There is no such study mode: ${p.modes.join(', ')}.`,
    'programmes.endsBeforeItBegins': 'It must end after it begins.',
    'programmes.stale': 'Somebody has just changed this. Look at the new content and make your change again.',
    'programmes.notFound': 'There is no such programme.',
  },
}
