import { printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const n = (value: number) => printNumber(value, 'en')
const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')
const some = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`
const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthNames = (months: readonly number[]) =>
  months.length === 0 ? 'no months' : months.map((month) => shortMonths[month - 1]).join(', ')

export const en: Words<typeof vi> = {
  defaultTitle: (p) => `Training plan of ${p.year}`,
  periodTitle: (p) => `Training plan ${p.year}–${p.untilYear}`,
  states: { draft: 'Draft', submitted: 'Submitted', returned: 'Returned', approved: 'Approved' },
  turns: {
    school: (p) => `The training office’s turn, since ${p.since}.`,
    committee: (p) => `The Standing Committee’s turn, since ${p.since}.`,
    nobody: (p) => `In force by ${p.documentNumber} of ${printDay(p.documentOn)}.`,
  },
  day: (p) => printDay(p.on),
  versionName: (p) => `Version ${p.number}`,
  yearVersion: (p) => `${p.year}, version ${p.number}`,
  document: (p) => `${p.number} of ${printDay(p.on)}`,
  roles: { assigned: 'as assigned', current: 'in force' },
  blocs: { party: 'Party bloc', state: 'State bloc', front: 'Mass organisations' },
  fields: {
    ordinal: 'No.',
    year: 'Year',
    title: 'Title',
    assignedBy: 'Assigned by',
    content: 'Content',
    programme: 'Programme',
    ownTitle: 'Content (when no programme is chosen)',
    group: 'Group',
    mode: 'Mode',
    bloc: 'Bloc',
    classes: 'Classes',
    ofWhich: 'Of which',
    carriedOver: 'Carried over',
    opened: 'New',
    learners: 'Expected learners',
    partner: 'Partner',
    place: 'Place',
    months: 'Time',
    budget: 'Budget (VND)',
    note: 'Note',
    version: 'Version',
    state: 'State',
    where: 'Where it stands',
    madeAt: 'Made',
    submittedAt: 'Submitted',
    decidedAt: 'Decided',
    document: 'Approved by',
    documentNumber: 'Document number',
    documentOn: 'Date of the document',
    reason: 'Reason for the return',
    copiedFrom: 'Made from',
    changeKind: 'Kind of change',
    proposer: 'Proposed by',
    changeReason: 'Why',
    decision: 'Decision',
  },
  months: (p) =>
    p.months.length === 12 ? 'All year' : p.months.map((month) => shortMonths[month - 1]).join(', '),
  month: (p) => shortMonths[p.month - 1] ?? '',
  total: 'Total',
  lead: (p) =>
    `${some(p.classes, 'class', 'classes')}: ${n(p.carriedOver)} carried over, ${n(p.opened)} new${p.learners === null ? '' : `; ${some(p.learners, 'learner', 'learners')} expected`}.`,
  pages: {
    list: 'Plans',
    listLead: 'The plan of each year, its versions, whose turn it is and since when.',
    empty: 'There is no plan yet',
    allYears: 'All years',
    emptyYear: (p) => `There is no plan of ${p.year} yet`,
    emptyText:
      'Begin a draft and add its lines, or import the school’s Excel file. Once it is approved, reports have something to compare with.',
    emptyForUnits: 'A plan appears here when the school has submitted it.',
    make: 'Make a plan',
    makeLead: 'An empty draft, or one that begins with an existing version.',
    from: 'Begin with',
    fromDefault: 'The version in force of that year if there is one, else empty',
    lines: 'Lines of the plan',
    noLines: 'No line yet',
    noLinesText:
      'Add programmes with their classes, or import an Excel file. A plan needs one line before it can be submitted.',
    noLinesRead: 'This version has no content yet.',
    addLine: 'Add a line',
    editLine: 'Change line',
    removeLine: 'Remove',
    up: 'Move up',
    down: 'Move down',
    copy: 'New version from this one',
    copyHint: 'The approved version stays. The new one begins with the same lines; change it and submit it.',
    submit: 'Submit for approval',
    submitHint: 'After that the content cannot change until there is a decision.',
    return: 'Return',
    returnHint:
      'The school sees the reason, changes the plan and submits it again. The reason stays in the record.',
    approve: 'Approve',
    decide: 'Approve or return',
    approveHint: 'Give number and date of the document. Nobody can change the version afterwards.',
    import: 'Import from Excel',
    excel: 'Excel',
    findDates: 'Find opening dates',
    findDatesFor: (p) => `Find dates for a class: ${p.title}, ${p.mode}`,
    letter: 'Submission (Word)',
    word: 'Plan (Word)',
    amendment: 'Submission of changes (Word)',
    templates: 'Letter templates',
    changes: 'Changes',
    forecast: 'Forecast',
    adjust: 'Changes',
    save: 'Save',
    cancel: 'Cancel',
    hintProgramme: 'The programme brings its group, bloc and modes.',
    hintMonths: 'The months in which classes are to open.',
    hintPartner: 'A unit’s name. When it is the name of one unit of the list, the line is tied to that unit.',
    noProgramme: 'A line for the whole group',
    fromProgramme: 'As the programme',
    edit: 'Change',
    editNamed: (p) => `Change the line ${p.title}, ${p.mode}`,
    compareTo: (p) => `Compare with version ${p.number}`,
    submitSure: (p) => `Submit the plan of ${p.year}?`,
    about: 'About this version',
    ownWords: 'Own words, group and bloc',
    hintTitle: 'Left empty it is “Training plan of …”.',
    hintAssignedBy: 'For example: the Standing Committee.',
    rename: 'Change title and assigning body',
    renameHint: 'For every version of the year. Once one is submitted or approved they stay.',
    steps: {
      edit: 'Change',
      rename: 'Change title and assigning body',
      submit: 'Submit',
      return: 'Return',
      approve: 'Approve',
      copy: 'New version',
    },
    removeSure: 'Remove this line from the draft?',
  },
  compare: {
    added: 'Added',
    dropped: 'Dropped',
    changed: 'Changed',
    nothing: 'Both versions have the same content.',
    summary: (p) =>
      `${n(p.added)} added, ${n(p.dropped)} dropped, ${n(p.changed)} changed, ${n(p.same)} unchanged.`,
    what: 'Content',
    kind: 'Change',
    titleOfYear: (p) => `Plan of ${p.year}: version ${p.after} against version ${p.before}`,
    detail: 'In detail',
    title: (p) => `${p.after} against ${p.before}`,
    fromTo: (p) => (p.by === '0' ? p.after : `${p.before} → ${p.after} (${p.by})`),
    field: (p) => `${p.field}: ${p.before} → ${p.after}`,
    totals: 'Sums by group',
    lines: 'Line by line',
  },
  understood: {
    line: (p) =>
      [
        p.title,
        p.mode,
        `${some(p.classes, 'class', 'classes')} (${n(p.carriedOver)} carried over + ${n(p.opened)} new)`,
        p.learners === null ? '' : some(p.learners, 'learner', 'learners'),
        p.partner ?? '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    section: (p) => (p.group ? `Section: ${p.text} → group ${p.group}` : `Section: ${p.text}`),
    total: (p) => `Total: ${p.text}`,
    dropped: (p) =>
      ['Line of the plan as it is', p.title, p.mode, some(p.classes, 'class', 'classes')]
        .filter((part) => part !== '')
        .join(' · '),
  },
  changes: {
    kinds: {
      add: 'Add classes',
      drop: 'Drop classes',
      move: 'Move in time',
      resize: 'Resize',
      merge: 'Merge classes',
      split: 'Split classes',
    },
    states: { proposed: 'Waiting', approved: 'Approved', refused: 'Refused', withdrawn: 'Withdrawn' },
    school: 'The school',
    classes: (p) =>
      p.before === p.after
        ? some(p.after, 'class', 'classes')
        : `${n(p.before)} → ${some(p.after, 'class', 'classes')}`,
    learners: (p) =>
      `${p.before === null ? '–' : n(p.before)} → ${p.after === null ? '–' : n(p.after)} learners`,
    months: (p) => `${monthNames(p.before)} → ${monthNames(p.after)}`,
    isNew: 'new line',
    title: (p) => `Changes of the plan of ${p.year}`,
    lead: (p) =>
      `${some(p.assigned, 'class', 'classes')} assigned, ${n(p.adjusted)} as adjusted: ${n(p.approved)} approved${p.proposed > 0 ? `, ${n(p.proposed)} waiting` : ''}.`,
    same: (p) =>
      `${some(p.assigned, 'class', 'classes')} assigned, no change approved${p.proposed > 0 ? `; ${n(p.proposed)} waiting` : ''}.`,
    noPlan: (p) => `No plan of ${p.year} is approved`,
    noPlanText: 'Once a plan is approved, changes within the year are proposed and decided here.',
    plan: 'The plan as assigned and as adjusted',
    list: 'Changes',
    none: 'No changes yet',
    noneText:
      'To add, drop, move, resize, merge or split classes, propose it with a reason; what was assigned stays as it is.',
    propose: 'Propose a change',
    proposeLead:
      'Choose the kind, enter the new content and the reason. What was assigned stays; once approved, the adjusted plan follows.',
    forecast: 'Forecast',
    assignedOf: {
      classes: 'Assigned: classes',
      carriedOver: 'Assigned: carried over',
      opened: 'Assigned: new',
      learners: 'Assigned: learners',
    },
    adjustedOf: {
      classes: 'Adjusted: classes',
      carriedOver: 'Adjusted: carried over',
      opened: 'Adjusted: new',
      learners: 'Adjusted: learners',
    },
    fallen: 'no class left',
    came: 'came within the year',
    kind: 'Kind of change',
    line: 'Line of the plan',
    chooseLine: 'Choose a line',
    withLines: 'Merge with these lines',
    withLinesHint: 'Leave empty to merge classes of one line.',
    lineOption: (p) =>
      [p.title, p.mode, `${n(p.opened)} new`, p.months.length > 0 ? monthNames(p.months) : '']
        .filter((part) => part !== '')
        .join(' · '),
    openedAfter: {
      add: 'Classes',
      drop: 'Classes that remain',
      move: '',
      resize: 'Classes after the change',
      merge: 'Classes after the merge',
      split: 'Classes',
    },
    openedHint: {
      add: '',
      drop: 'Empty or 0 drops all new classes of the line.',
      move: '',
      resize: 'Leave empty to change learners only.',
      merge: 'Must be fewer than before.',
      split: 'Classes after the split; for a line of its own, those of the new line.',
    },
    learnersAfter: 'Learners after the change',
    learnersHint: 'Left empty it follows the classes.',
    monthsAfter: 'New time',
    apart: 'As a line of its own (another place or time)',
    unit: 'Proposing unit',
    letterNumber: 'Number of the proposal',
    letterOn: 'Day of the proposal',
    reason: 'Why',
    send: 'Send the proposal',
    change: (p) => `${p.kind}, plan of ${p.year}`,
    changeLead: {
      proposed: 'Waits for the Standing Committee.',
      approved: 'Approved, and part of the adjusted plan.',
      refused: 'Refused; the plan stays.',
      withdrawn: 'Withdrawn; the plan stays.',
    },
    why: 'Why',
    about: 'About this proposal',
    letter: 'Proposal',
    proposed: 'Proposed',
    answer: 'Why refused or withdrawn',
    approve: 'Approve',
    approveHint:
      'Enter number and day of the decision. What was assigned stays, the adjusted plan changes at once.',
    refuse: 'Refuse',
    withdraw: 'Withdraw',
    withdrawHint: 'The plan stays. Something else may be proposed afterwards.',
    opened: 'New classes',
  },
  periods: {
    title: 'Plans for periods',
    lead: 'Targets of a period or of each year; the plans of the years roll up against them.',
    empty: 'No plan for a period yet',
    emptyText: 'Draft one for a period (say 2025–2030), then submit and approve it like a yearly plan.',
    make: 'Draft a plan for a period',
    fromYear: 'From',
    untilYear: 'To',
    period: 'Period',
    name: (p) => `${p.year}–${p.untilYear}, version ${p.number}`,
    rollUp: 'Against the years',
    rollUpTitle: (p) => `${p.title}: against the years`,
    rollUpLead: (p) =>
      `${n(p.target)} new classes are the target; the years’ plans have ${n(p.planned)}, ${n(p.opened)} are opened.`,
    target: 'Target',
    planned: 'Years’ plans',
    opened: 'Opened',
    left: 'Not planned yet',
    yearCell: (p) => `${p.target === null ? '' : `${n(p.target)} / `}${n(p.planned)} / ${n(p.opened)}`,
    yearNote:
      'Each year: target (if any) / new classes of the adjusted plan / opened. A year’s line counts for the line of the same programme and mode, else of the same group.',
    outside: 'In a year’s plan, not in that of the period',
    byYear: 'New classes of each year',
    byYearHint: 'Leave these empty where there is a target for the whole period only.',
    lines: 'Show lines',
  },
  sheet: {
    adjusted: (p) => `Adjusted ${p.year}`,
    adjustedTitle: (p) => `ADJUSTED PLAN OF ${p.year}`,
    changes: 'Changes within the year',
    assigned: 'As assigned',
    adjustedGroup: 'As adjusted',
    name: (p) => `Plan ${p.year} version ${p.number}`,
  },
  problems: {
    'plans.notFound':
      'There is no such version of a plan. It may not have been submitted yet, so that only the school sees it.',
    'plans.stale':
      'Somebody has just changed this plan. Look at the new content and do your part again; what you typed is still here.',
    'plans.frozen': 'This version is approved and cannot change. For a change begin a new version from it.',
    'plans.nameFrozen':
      'The plan of this year has an approved version, so its title and assigning body stay.',
    'plans.submittedClosed':
      'This version waits for a decision and cannot change. Ask for its return if it must.',
    'plans.alreadySubmitted': 'This version was submitted already and waits for the decision.',
    'plans.notSubmitted': 'This version was not submitted, so there is nothing to decide.',
    'plans.notYourOwn': 'You submitted this version; somebody else has to decide.',
    'plans.empty': 'The version has no line. Add one, then submit it.',
    'plans.openExists':
      'A version of this year is not approved yet. Go on with that one; there is only one at a time.',
    'plans.noSuchLine': 'This line is not in the plan in force. Another change may just have taken it out.',
    'plans.chooseLine': 'Choose the line of the plan that is to change.',
    'plans.chooseMonths': 'Choose at least one new month.',
    'plans.sameAsBefore': 'This is what the plan says already. Enter other numbers or months.',
    'plans.nothingToDrop': 'This line has no new class left to drop.',
    'plans.mustBeFewer': (p) => `It must be fewer than the ${n(p.opened)} there are.`,
    'plans.mustBeMore': (p) => `It must be more than the ${n(p.opened)} there are.`,
    'plans.atMost': (p) => `From 1 to ${n(p.opened)}.`,
    'plans.dropInstead': 'To open none at all, choose the kind “Drop classes”.',
    'plans.noApprovedPlan': (p) =>
      `The plan of ${p.year} is not approved yet, so there is nothing to change. Edit the draft.`,
    'plans.chooseUnit': 'Choose the proposing unit among your own units.',
    'plans.changeNotFound': 'There is no such proposal.',
    'plans.changeDecided': 'This proposal is decided or withdrawn and does not change any more.',
    'plans.changeNotYourOwn': 'You proposed this change, so somebody else must decide.',
    'plans.changeOvertaken':
      'The plan is not what it was when this was proposed: another change altered the line. Refuse or withdraw it and propose again.',
    'plans.versionSubmitted':
      'A version of this year’s plan waits for a decision. Decide on it first, then approve the change.',
    'plans.changeFrozen': 'A proposal keeps its content. Withdraw it and propose again.',
    'plans.periodYears': 'The last year must come after the first; a period has 20 years at most.',
    'plans.yearsOfPeriod': (p) =>
      `Classes by year are for a plan of a period only, and must cover its ${p.years} years.`,
    'plans.step': 'A plan has no such step: draft → submitted → returned or approved.',
    'plans.documentInFuture': 'The document cannot be of a day after today.',
    'plans.noClass': 'At least one class, carried over or new, is needed.',
    'plans.month': 'A month is a number from 1 to 12.',
    'plans.chooseProgramme': 'Choose a programme, or a group with a content.',
    'plans.noSuchProgramme': 'There is no such programme in the catalogue.',
    'plans.programmeNotInUse': (p) =>
      `“${p.name}” is not in use in ${p.year}. See its period under Programmes.`,
    'plans.modeNotOfProgramme': (p) => `“${p.name}” has no such mode. Its modes: ${p.modes.join(', ')}.`,
    'plans.unknownMode': 'There is no such mode.',
    'plans.unknownUnit': 'There is no such unit.',
    'plans.orderIncomplete': 'The order must name every line once. Somebody may have added or removed one.',
    'plans.yearUnknown':
      'The title lines do not name the year of the plan (such as “NĂM 2023”). Choose the year and check again.',
    'plans.yearDiffers': (p) => `The file’s title says ${p.written}, you chose ${p.chosen}.`,
    'plans.importWhileSubmitted': (p) =>
      `The plan of ${p.year} waits for a decision, so nothing can be imported. Wait, or ask for its return.`,
    'plans.importHasErrors':
      'The file has errors, so nothing was imported. Correct the rows and send it again.',
    'plans.noName': 'The row has no content.',
    'plans.programmeUnknown': (p) =>
      p.nearest.length > 0
        ? `“${p.written}” is no known programme. Nearest: ${quoted(p.nearest)}. Correct the name, or add it to a programme as another name.`
        : `“${p.written}” is no known programme. Add it, or add the name to a programme.`,
    'plans.programmeNew': (p) =>
      `“${p.written}” is not in the catalogue; its words are kept and it counts for “${p.group}”.${p.nearest.length > 0 ? ` Nearest: ${quoted(p.nearest)}.` : ''}`,
    'plans.programmeUnclear': (p) =>
      `“${p.written}” may be: ${quoted(p.candidates)}. Write the name in full.`,
    'plans.programmeOutOfPeriod': (p) =>
      `“${p.written}” is not in use in ${p.year}. See its period under Programmes.`,
    'plans.nameContained': (p) =>
      `“${p.written}” was taken for “${p.name}”. Please look whether that is right.`,
    'plans.wholeGroup': (p) => `The row was taken for the whole group “${p.group}”, not for one programme.`,
    'plans.otherGroup': (p) =>
      `The row stands under “${p.section}”, but its programme belongs to “${p.group}”; it counts for “${p.group}”.`,
    'plans.otherBloc': (p) =>
      `The bloc in the file is not that of “${p.name}” in the catalogue; the file’s is kept.`,
    'plans.modeUnknown': (p) =>
      `“${p.written}” is no known mode. For example: Tập trung, Vừa làm vừa học, or “-” for none.`,
    'plans.modeMissing': (p) => `The mode is missing; the programme has: ${p.modes.join(', ')}.`,
    'plans.notWhole': (p) => `“${p.written}” is not a whole number from 0 on.`,
    'plans.notMoney': (p) => `“${p.written}” is not an amount of money.`,
    'plans.sumDiffers': (p) =>
      `${n(p.classes)} written, but ${n(p.carriedOver)} carried over + ${n(p.opened)} new = ${n(p.carriedOver + p.opened)}.`,
    'plans.partnerAsText': (p) => `“${p.written}” is no unit of the list; the words are kept.`,
    'plans.partnerUnclear': (p) => `${p.units} units are named “${p.written}”; the words are kept.`,
    'plans.monthsUnclear': (p) =>
      `“${p.written}” was not understood as months and goes into the note. For example: tháng 3-5, quý II.`,
    'plans.twice': (p) => `The same programme, mode and bloc as in row ${p.rowNumber}. Is it there twice?`,
    'plans.totalMatches': (p) =>
      p.written === p.summed
        ? `Row ${p.rowNumber} “${p.text}”, column “${p.column}”: the file says ${n(p.written)}, the rows add up to ${n(p.summed)}. They agree.`
        : `Row ${p.rowNumber} “${p.text}”, column “${p.column}”: the file says ${n(p.written)}, the rows add up to ${n(p.summed)}. They differ.`,
    'plans.noTotals': 'The file has no row of totals to compare with.',
    'plans.linesDropped': (p) =>
      `${some(p.count, 'line', 'lines')} of the plan are not in the file and will be dropped: ${quoted(p.titles)}.`,
    'plans.newVersion': (p) =>
      `The plan of ${p.year} is approved (version ${p.number}); what differs becomes a new draft, the approved version stays.`,
  },
}
