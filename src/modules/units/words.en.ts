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
  page: {
    lead: (p) => `${p.total} units, as organised on ${printDay(p.on)}.`,
    treeTitle: 'Tree',
    listTitle: 'List',
    onLabel: 'As of',
    search: 'Find a unit',
    anyLevel: 'Every level',
    anyBloc: 'Every bloc',
    make: 'Add a unit',
    emptyTitle: 'No unit matches',
    emptyText:
      'Units are brought in once from an Excel file, or added one by one. Loosen the filter if one is set.',
    tabs: 'Views',
    namesTitle: 'Names and parents over time',
    sinceEver: 'before the book',
    period: (p) => (p.until ? `${p.from} – ${p.until}` : `${p.from} – today`),
    under: (p) => `under ${p.name}`,
    basis: (p) => `${p.number} of ${p.on}, ${p.issuer}`,
    predecessors: 'Came from',
    successors: 'Went into',
    noPredecessors: 'No predecessor in the book.',
    noSuccessors: 'No successor.',
    children: 'Units under it',
    holders: 'Head and coordinator',
    noHolders: 'No account of a head or coordinator yet. The administrator makes it under Accounts.',
    became: (p) => `Today ${p.name}.`,
    closedLead: (p) => `Ended on ${p.on}.`,
    people: 'People of the unit',
    history: 'Record of the unit',
    rename: 'Rename',
    move: 'Move under another unit',
    dissolve: 'End the unit',
    dissolveHint: 'Its names and history stay in the book. Where it has successors, enter a reorganisation.',
    effectiveOn: 'In force from',
    documentNumber: 'Document number',
    documentOn: 'Document of',
    documentIssuer: 'Issued by',
    reason: 'Reason',
    qualifier: 'To tell it apart',
    qualifierHint: 'Where there is a namesake elsewhere, for example: h. Tân Hưng',
    noParent: 'None',
    makeHint: 'Leave day and document empty if the unit existed before the book was begun.',
    nameHint: 'Without the word for its kind.',
    extents: { whole: 'whole', part: 'a part', remainder: 'the remainder' },
    share: (p) => `about ${p.percent} %`,
  },
  reorganisation: {
    title: 'Reorganisations',
    lead: 'A reorganisation is one act with a document and a day; it takes effect when a second person confirms it. The trees of earlier days stay as they were.',
    make: 'Enter a reorganisation',
    makeLead:
      'Make a table of new unit, old unit and extent (whole, part, remainder) and send it. Nothing changes until a second person confirms.',
    file: 'The table (Excel or CSV)',
    fileHint: 'Columns: Điều, Loại mới, Đơn vị mới, Đơn vị cũ, Phần.',
    name: 'Name of the reorganisation',
    submit: 'Check and make a draft',
    effectiveOn: 'In force',
    document: 'Document',
    state: 'State',
    states: { draft: 'Waits for a second person', confirmed: 'Confirmed', withdrawn: 'Withdrawn' },
    enteredBy: 'Entered by',
    confirmedBy: 'Confirmed by',
    emptyTitle: 'No reorganisation yet',
    emptyText: 'When a resolution merges, divides or ends units, enter all of it here.',
    draftLead: (p) => `In force on ${p.on}. Entered by ${p.by}, waits for a second person.`,
    doneLead: (p) => `In force on ${p.on}. Confirmed by ${p.by}.`,
    withdrawnLead: 'Withdrawn; it has no effect.',
    touched: 'What it touches',
    counts: {
      closed: 'units end',
      opened: 'new units',
      renamed: 'units renamed',
      moved: 'units moved',
      recorded: 'old units added to the book',
      divided: 'units divided',
      people: 'people work there',
      classes: 'classes running or to come',
      accounts: 'accounts hold roles there',
    },
    faults: 'To be looked at',
    error: 'Error',
    warning: 'Note',
    noFaults: 'No faults.',
    differences: 'Before and after',
    before: 'Before',
    after: 'After',
    from: 'Came from or went to',
    whats: { closed: 'ends', opened: 'begins', renamed: 'renamed', moved: 'moved', recorded: 'recorded' },
    decisions: 'Roles to be decided',
    decisionsHint:
      'The new units do not inherit these roles. After confirming, the administrator gives them anew under Accounts.',
    confirm: 'Confirm and apply',
    confirmHint: 'It cannot be taken back; a mistake is mended by another reorganisation.',
    notYours: 'You entered it, so somebody else with the right must confirm it.',
    withdraw: 'Withdraw the draft',
    whys: {
      divided: 'the unit is divided',
      shared: 'the new unit comes from several',
      dissolved: 'the unit ends',
    },
  },
  problems: {
    'units.keyTwice': (p) => `The key “${p.key ?? ''}” stands for two different units.`,
    'units.keyUnknown': (p) => `No unit of this reorganisation has the key “${p.key ?? ''}”.`,
    'units.newAsOld': (p) =>
      `“${p.name ?? ''}” is made by this reorganisation and cannot be an old unit of it.`,
    'units.changesLater': (p) =>
      `The book has “${p.name ?? ''}” change on ${p.on ? printDay(p.on) : ''}. Check the effective day.`,
    'units.closedTwice': (p) => `“${p.name ?? ''}” ends twice in this reorganisation. Keep one of the acts.`,
    'units.remainderMissing': (p) => `“${p.name ?? ''}” is divided, but nobody gets the remainder.`,
    'units.remainderTwice': (p) =>
      `“${p.name ?? ''}” is divided and has two remainders. Only one unit gets the remainder.`,
    'units.remainderAlone': (p) =>
      `“${p.name ?? ''}” has a remainder but no part that went away. If all of it goes over, choose “whole”.`,
    'units.cededCloses': (p) =>
      `“${p.name ?? ''}” gives away a part and lives on, and also ends. If it ends, enter “part” and “remainder”.`,
    'units.targetCloses': (p) => `“${p.name ?? ''}” takes in others but ends in this reorganisation itself.`,
    'units.changesAndCloses': (p) =>
      `“${p.name ?? ''}” is renamed or moved, and ends, in one reorganisation.`,
    'units.changesNothing': (p) => `Nothing changes for “${p.name ?? ''}”.`,
    'units.childrenLeft': (p) =>
      `“${p.name ?? ''}” ends while ${p.count ?? 0} units lie under it: ${listed(p.names ?? [], p.count ?? 0)}. Enter where each of them goes.`,
    'units.parentUnknown': (p) => `The parent of “${p.name ?? ''}” does not exist on the effective day.`,
    'units.parentCircle': (p) => `“${p.name ?? ''}” lies under itself.`,
    'units.nameTakenInAct': (p) => `Two units “${p.name ?? ''}” would lie under the same parent.`,
    'units.homonym': (p) =>
      `“${p.name ?? ''}” has a namesake elsewhere: ${(p.others ?? []).join('; ')}. That is allowed; please check.`,
    'units.nameReborn': (p) =>
      `“${p.name ?? ''}” was the name of another unit that is not among those it is made from: ${(p.others ?? []).join('; ')}. That is allowed; do not join the two by name.`,
    'units.sourceTwice': (p) => `“${p.name ?? ''}” stands twice in one act.`,
    'units.lineTwice': (p) => `“${p.from ?? ''}” → “${p.to ?? ''}” is entered twice.`,
    'units.reorganisationNotFound': 'There is no such reorganisation.',
    'units.secondPerson': 'A second person confirms a reorganisation: whoever entered it cannot.',
    'units.notDraft': (p) =>
      p.state === 'confirmed'
        ? 'This reorganisation is confirmed and can no longer be changed.'
        : 'This reorganisation was withdrawn.',
    'units.draftStale': (p) =>
      `${p.by ?? 'Somebody'} has just changed this reorganisation. Open the page again and look at it first.`,
    'units.faulty': (p) =>
      `It cannot be confirmed yet, ${p.count ?? 0} errors are left. The first: ${p.first ?? ''}`,
    'units.noActs': 'Enter at least one act.',
    'units.splitInTwo': 'A divided unit goes to at least two.',
    'units.fileTwice': 'This file was entered as a reorganisation already.',
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
    'units.documentMissing':
      'The file names neither document nor effective day. Add above the table “Nghị quyết số … ngày … của …” and “Có hiệu lực từ ngày …”, or bring the file in on the page of reorganisations, which has fields for them.',
    'units.kindUnknown': (p) => `“${p.text}” is no kind of unit. Write xã, phường, thị trấn or đặc khu.`,
    'units.extentUnknown': (p) => `“${p.text}” is not understood. Write toàn bộ, một phần or phần còn lại.`,
    'units.kindDiffers': (p) => `The file gives “${p.name}” two different kinds.`,
    'units.parentUnclear': 'The new units lie under the only province or city of the book.',
    'units.fileFaulty': (p) =>
      `${p.rows} rows of the file are wrong, so nothing was entered. The first: ${p.first}`,
    'units.rowProblem': (p) => `Row ${p.rowNumber}: ${p.sentence}`,
  },
}
