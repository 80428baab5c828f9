import { type Day, printDay } from '../../pure/day.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const standings = {
  open: 'not due yet',
  overdue: 'overdue',
  broken: 'not kept',
  kept: 'on time',
  late: 'late',
  waived: 'waived',
  dropped: 'no longer in the plan',
}

const planStates = {
  missing: 'none',
  draft: 'being written by the school',
  offered: 'waiting for the unit',
  returned: 'returned by the unit',
  accepted: 'accepted by both',
  replaced: 'replaced by a newer one',
}

const planOf = (p: { year?: number | undefined; title?: string | undefined }) =>
  p.year === undefined ? `“${p.title}”` : `the plan for ${p.year}`

export const en: Words<typeof vi> = {
  title: 'To do',
  lead: (p) =>
    p.count === 0
      ? 'Nothing waits for you today.'
      : p.count === 1
        ? 'One thing waits for you.'
        : `${p.count} things wait for you.`,
  mine: 'Waiting for you',
  theirs: 'Waiting for others',
  since: (p) => `since ${p.at}`,
  nothing:
    'A plan to be approved, a reorganisation to be confirmed, a file to be written or a class about to open will stand here.',
  kinds: {
    planMissing: (p) => `There is no plan for ${p.year}. Draft one, or bring it in from Excel.`,
    planDraft: (p) => `The draft of ${planOf(p)} is not submitted.`,
    planReturned: (p) => `Returned: ${planOf(p)}. ${p.reason}`,
    planSubmitted: (p) => `Submitted and waiting for the Standing Committee: ${planOf(p)}.`,
    planTooLate: (p) =>
      `Forecast: ${p.count} classes of the plan of ${p.year} no longer fit into the rest of the year.`,
    planSoonTooLate: (p) =>
      `Early warning: the rest of the plan of ${p.year} will soon no longer fit into the rest of the year.`,
    planChangeProposed: (p) => `A change of the plan for ${p.year} waits for a decision.`,
    reorganisationDraft: (p) =>
      `${p.title}${p.on ? `, in force on ${printDay(p.on as Day)}` : ''}: waits for a second person.`,
    placements: (p) => `${p.count} people of divided units wait for a decision on where they work.`,
    importChecked: (p) => `The file “${p.name}” is checked and not written yet.`,
    classesOpening: (p) =>
      `${p.count} classes open within two weeks${p.on ? `, the first on ${printDay(p.on as Day)}` : ''}.`,
    commitment: (p) => `${p.title}`,
    commitments: (p) => `${p.title} (${p.count} units)`,
    coordinationOffered: (p) =>
      `${(p.count ?? 1) > 1 ? `${p.count} coordination plans` : 'The coordination plan'} for ${p.year} waiting for the unit to accept.`,
    coordinationDraft: (p) =>
      `${(p.count ?? 1) > 1 ? `${p.count} coordination plans` : 'The coordination plan'} for ${p.year} drafted and not sent yet.`,
    needsAsked: (p) => `${p.title}: the unit has not sent its form.`,
    needsReturned: (p) => `${p.title}: the form was returned: ${p.reason}`,
    needsToConfirm: (p) => `${p.title}: the form waits for the head to confirm it.`,
    needsClosing: (p) =>
      `${p.title} closes soon; ${p.count} ${p.count === 1 ? 'unit has' : 'units have'} not answered.`,
    nominationsAsked: (p) => `Admission to class ${p.name}: ${p.count} seats have no name yet.`,
    nominationsToSign: (p) => `Class ${p.name}: ${p.count} nominations wait for the head’s signature.`,
    nominationsReturned: (p) => `Class ${p.name}: the school returned ${p.count} nominations to be mended.`,
    nominationsToCheck: (p) => `Class ${p.name}: ${p.count} nominations of units wait to be checked.`,
    nominationsForOpinion: (p) => `Class ${p.name}: ${p.count} nominations wait for the Committee’s opinion.`,
    visitAsked: (p) => `Class ${p.name} asks to visit: ${p.title}.`,
    visitDeclined: (p) =>
      `The host declined class ${p.name}: ${p.title}. Other days or another host are needed.`,
    caseMine: (p) => `A case in your hands: ${p.title}.`,
    caseUntaken: (p) => `A case that nobody has in hand: ${p.title}.`,
    caseElsewhere: (p) => `A case that is being seen to: ${p.title}.`,
    visitOwesReport: (p) => `No report yet of the visit of class ${p.name}: ${p.title}.`,
    surveyFewAnswers: (p) =>
      `The evaluation of class ${p.name} closes soon with ${p.count} answers, fewer than half.`,
    surveyResults: (p) =>
      p.count === 1
        ? `The evaluation of class ${p.name} has its result.`
        : `${p.count} evaluations got their results within two weeks.`,
    invitationLate: (p) => `${p.name} has not answered the invitation to teach: ${p.title}.`,
    invitationToReplace: (p) => `Somebody is needed instead of ${p.name}: ${p.title}.`,
    attendanceUnrecorded: (p) => `${p.count} sessions held of class ${p.name} are not recorded whole.`,
    absenceAsked: (p) => `${p.name} (class ${p.title}) asks for leave or is recalled; an answer is due.`,
    sessionsWithoutLecturer: (p) =>
      `${p.count} ${p.count === 1 ? 'session' : 'sessions'} of class ${p.name} soon, without a lecturer.`,
    invitationWaiting: (p) => `An invitation to teach class ${p.name} waits for an answer: ${p.title}.`,
    guestProposed: (p) => `Proposed as a guest lecturer: ${p.name}. The school is to look at it.`,
    guestReturned: (p) => `The school returned the proposal of ${p.name}: ${p.reason}`,
    dossierDraft: (p) => `The dossier “${p.title}” (${p.count} people) is not submitted.`,
    dossierReturned: (p) => `The dossier “${p.title}” was returned: ${p.reason}`,
    dossierSubmitted: (p) => `The dossier “${p.title}” (${p.count} guest lecturers) waits for approval.`,
    approvalsAsked: (p) => `${p.count} approvals: do they still stand?`,
    approvalsEnding: (p) => `The approvals of ${p.count} guest lecturers end soon.`,
    approvalsEnded: (p) => `The approvals of ${p.count} guest lecturers have ended.`,
    coordinationReturned: (p) => `The unit has returned the coordination plan for ${p.year}: ${p.reason}`,
    unitsWithoutCoordinator: (p) => `${p.count} units have no coordinator's account.`,
  },
  due: { overdue: 'Overdue', thisWeek: 'Within seven days', later: 'Later', none: 'No due day' },
  dueOn: (p) =>
    p.days < 0
      ? `due ${printDay(p.on)}, overdue by ${-p.days} ${p.days === -1 ? 'day' : 'days'}`
      : p.days === 0
        ? `due today, ${printDay(p.on)}`
        : `due ${printDay(p.on)}, in ${p.days} ${p.days === 1 ? 'day' : 'days'}`,
  forWhom: (p) => `with ${p.unit}`,
  field: {
    unit: 'Unit',
    plan: 'Plan',
    due: 'Commitments',
    schoolOverdue: 'Owed by the school',
    nextOn: 'Next due',
    side: 'Who does it',
    title: 'What',
    detail: 'Details',
    evidence: 'Evidence wanted',
    dueOn: 'Due',
    standing: 'Standing',
    doneOn: 'Done on',
    documentNumber: 'Document number',
    note: 'Note',
    link: 'Link',
    reason: 'Reason',
    dueKind: 'Due by',
    dueMonth: 'Month',
    dueDay: 'Day',
    offsetDays: 'Days after the mark (negative: before)',
    isUsed: 'In use',
    q: 'Find a unit',
    planState: 'State of the plan',
    from: 'From',
    until: 'To',
  },
  side: { unit: 'Unit', school: 'School' },
  standing: standings,
  planState: planStates,
  notes: {
    passedOn: 'Passed on to the successor after a reorganisation',
    doubled: 'The successor already has this commitment for the same period',
    dropped: (p) => `Version ${p.number} of the plan no longer asks for it`,
  },
  feed: {
    name: 'Nhịp: coordination',
    due: (p) =>
      `Due: ${p.title}${p.side === 'school' ? ' (school)' : ''}${p.count > 1 ? ` (${p.count} units)` : ''}`,
  },
  remindedOf: (p) =>
    p.subjectKind === 'needConfirmation'
      ? `Waits for the head to confirm: ${p.title}`
      : p.subjectKind === 'approvalEnding'
        ? `Approval of a guest lecturer ends: ${p.title}`
        : p.title,
  mail: {
    subject: (p) => `Nhịp: ${p.count} ${p.count === 1 ? 'thing' : 'things'} of coordination to look at`,
    text: (p) =>
      [
        `Dear ${p.name},`,
        '',
        'These are not recorded as done:',
        ...p.lines.map(
          (one) =>
            `- ${one.title} (${one.unitName}), due ${printDay(one.dueOn)}${one.dueOn < p.today ? ', overdue' : ''}\n  ${one.path}`,
        ),
        '',
        'Open the link to send or confirm the form of needs, or to record the document number of what is done; the reminders then stop.',
      ].join('\n'),
  },
  sheet: {
    units: (p) => `Coordination ${p.year}`,
    unitsTitle: (p) => `COORDINATION PLANS OF ${p.year} AND HOW THEY ARE KEPT`,
    commitments: (p) => `Commitments ${p.year}`,
    commitmentsTitle: (p) => `COMMITMENTS OF COORDINATION, ${p.year}`,
    note: 'Open more than 60 days after its day counts as not kept; done later it counts as late.',
  },
  page: {
    title: 'Coordination with units',
    lead: (p) =>
      `${p.year}: ${p.units} ${p.units === 1 ? 'unit' : 'units'}, ${p.accepted} plans on this page accepted by both, ${p.overdue} overdue commitments.`,
    drawUp: 'Draw up plans for units without one',
    drawUpTitle: 'Draw up plans from the templates?',
    drawUpText: (p) =>
      `Each unit without a plan for ${p.year} gets a draft from the templates in use. Units do not see a draft before the school sends it.`,
    drawUpOne: (p) => `Draw up the plan for ${p.year}`,
    offerAll: 'Accept the drafts and send them',
    offerTitle: 'Accept for the school and send to the unit?',
    offerText: 'To send is to accept for the school. The plan is in force when the unit’s head accepts.',
    offer: 'Accept and send to the unit',
    accept: 'Accept the plan',
    acceptTitle: 'Accept the plan for the unit?',
    acceptText: 'From then on everything has its day and is reminded of. A change needs both sides again.',
    return: 'Return with a reason',
    revise: 'Change the plan',
    edit: 'Go on writing',
    templates: 'Templates of commitments',
    ladder: 'Ladder of reminders',
    calendar: 'Calendar of coordination',
    pulses: 'Pulse of the units',
    all: 'All commitments',
    any: 'all',
    empty: {
      title: 'No unit',
      text: 'Units are brought in or made under Units. Then plans can be drawn up from the templates.',
    },
    unitTitle: (p) => `Coordination ${p.year}: ${p.unit}`,
    unitLead: (p) => `Plan: ${p.state}.`,
    noPlan: (p) => `There is no plan for ${p.year} yet.`,
    oursUnit: 'What the unit is to do',
    oursSchool: 'What the school is to do for the unit',
    doneTitle: 'Done',
    nothingDue: 'Nothing is left to do.',
    nothingDone: 'Nothing is done yet.',
    mark: 'Record as done',
    more: 'See all',
    planTitle: (p) => `The plan, version ${p.number}`,
    offeredBy: (p) => `Accepted by the school ${p.name ? `(${p.name}) ` : ''}at ${p.at}`,
    acceptedBy: (p) => `Accepted by the unit ${p.name ? `(${p.name}) ` : ''}at ${p.at}`,
    returned: (p) => `Returned by the unit: ${p.reason}`,
    openTitle: 'The version that waits for both sides',
    openHint: 'The version accepted before stays in force until both have accepted this one.',
    draftTitle: (p) => `Writing the plan for ${p.year}: ${p.unit}`,
    draftLead: 'Add, change or take out commitments, then accept and send to the unit.',
    addItem: 'Add a commitment',
    save: 'Save',
    remove: 'Take it out',
    change: 'Change',
    commitments: 'Commitments',
    commitmentsLead: (p) => `${p.total} ${p.total === 1 ? 'commitment' : 'commitments'} as filtered.`,
    commitmentsEmpty: {
      title: 'No commitment yet',
      text: 'Dated commitments are made when both sides accept a plan of coordination.',
    },
    keepTitle: 'Record it as done',
    keepHint: 'Give at least one piece of evidence: a document number, a note or a link.',
    linkHint: 'A page of Nhịp (such as /lop/7) or an https:// address of the document system.',
    keep: 'Done',
    waive: 'Waive it',
    break: 'Record as not kept',
    reopen: 'Open again',
    history: 'What has happened',
    noHistory: 'Nothing has happened yet.',
    event: {
      kept: 'done',
      broken: 'not kept',
      waived: 'waived',
      reopened: 'opened again',
      moved: 'moved',
      passedOn: 'passed on to the successor',
      dropped: 'no longer in the plan',
    },
    byAnswer: 'Recorded by itself from the registration of needs in Nhịp',
    from: (p) => `from ${p.unit} (before the reorganisation)`,
    days: (p) => `${p.days} ${p.days === 1 ? 'day' : 'days'} late`,
    templatesLead:
      'Each template is one commitment of a plan that is drawn up. Changing it does not change plans that exist.',
    addTemplate: 'Add a template',
    newTemplate: 'New template',
    confirmIt: 'a default that the school has to confirm',
    notUsed: 'not in use',
    ladderLead:
      'Each working morning Nhịp reminds of what is not done by the steps below: here and by mail. Nobody is told twice on one step; what is done is no longer reminded of. Days off wait for the next working day.',
    isOn: 'Remind of this kind',
    steps: 'Steps',
    stepsHint:
      'Days from the due day: −7 is seven days before, 1 is one day after. Leave empty to take a step out.',
    offset: 'Days from the due day',
    who: 'Whom',
    byMail: 'By mail too',
    ladderConfirm: 'The steps brought along are defaults that the school has to confirm.',
    saved: 'Saved.',
    calendarLead: (p) =>
      `What is due and which classes open, by week, in ${p.year}. Choose a week to see each thing.`,
    weekOf: (p) => `Week from ${printDay(p.from)} to ${printDay(p.until)}`,
    monthOf: (p) => `${String(p.month).padStart(2, '0')}/${p.year}`,
    month: 'Month',
    monthInYear: (p) => `Month ${p.month}`,
    week: (p) => `Week ${p.n}`,
    weekSays: (p) => `Week from ${printDay(p.from)}: ${p.due} due, ${p.classes} classes opening`,
    heatHint: 'In each box: how much is due; after the + how many classes open. The darker, the more.',
    heat: 'Load by week',
    nothingIn: 'Nothing is due.',
    class: 'opens',
    needRound: 'registration of needs closes',
    units: (p) => `${p.count} units`,
    feed: 'On your phone or computer',
    feedHint:
      'A private address for your calendar program (iCal). Whoever has it reads your calendar, so keep it to yourself. It holds no names of people.',
    feedMake: 'Make a calendar address',
    feedAgain: 'Make a new address (the old one ends)',
    feedRevoke: 'Revoke',
    feedOnce: 'Copy this address into your calendar program now; it is shown once.',
    feedSince: (p) => `There is an address, made at ${p.at}.`,
    pulsesLead:
      'The pulse of each unit over 24 months, by name. No ranking: three measures say three different things.',
    pulse: 'Pulse of 24 months',
    pulseHint: 'How it is measured',
    timely: 'On time',
    even: 'Even',
    selfStarted: 'Unasked',
    timelyHint: 'the part that was done in time',
    evenHint: 'the part that came at one steady distance from its day (within about a month)',
    selfStartedHint:
      'the part done before anybody was reminded; a reminded coordinator counts half, a reminded head nothing',
    tooFew: (p) => `too little is known (${p.events})`,
    measure: (p) => `${p.share} % of ${p.events} (95 % interval ${p.low} to ${p.high} %)`,
    short: (p) => `${p.share} %`,
    daysLate: (p) => `when late, mostly by ${p.days} days`,
    notices: 'Notices',
    noticesLead: (p) =>
      p.count === 0
        ? 'Nothing reminds you.'
        : `${p.count} ${p.count === 1 ? 'thing reminds' : 'things remind'} you.`,
    noticesAll: 'Show what is over, too',
    noticesLive: 'Show what is left only',
    markAll: 'Mark all as read',
    over: 'over',
    unread: 'unread',
  },
  audience: {
    coordinator: 'Unit coordinator',
    deputy: 'Deputy of the unit head',
    head: 'Unit head',
    committee: 'Provincial Organisation Committee',
    office: 'Training office',
    leaders: 'Rectorate',
  },
  subject: {
    needAnswer: 'The unit’s answer to a round of needs',
    needConfirmation: 'Forms of needs that wait for the head to confirm',
    unitCommitment: 'Commitments of the unit',
    schoolCommitment: 'Commitments of the school',
    approvalEnding: 'Approval of a guest lecturer that ends',
  },
  dueKind: {
    fixed: 'a day of the year',
    monthly: 'monthly, from the last day of the month',
    quarterly: 'quarterly, from the last day of the quarter',
    halfYearly: 'half-yearly, from the last day of the half-year',
    needRound: 'the day on which a round of needs closes',
    classOpens: 'the day on which a class of the unit opens',
  },
  rule: (p) => {
    if (p.dueKind === 'fixed') return `each year on ${p.dueDay}/${p.dueMonth}`
    const marks: Record<string, string> = {
      monthly: 'the last day of each month',
      quarterly: 'the last day of each quarter',
      halfYearly: 'the last day of each half-year',
      needRound: 'the close of a round of needs',
      classOpens: 'the opening of a class of the unit',
    }
    const mark = marks[p.dueKind] ?? ''
    if (p.offsetDays === 0) return mark
    return p.offsetDays < 0 ? `${-p.offsetDays} days before ${mark}` : `${p.offsetDays} days after ${mark}`
  },
  problems: {
    'coordination.stale':
      'Somebody has just changed this. Reload the page to see it as it is, then try again.',
    'coordination.dueDay': 'The month has no such day. Enter a day from 1 to its last.',
    'coordination.link': 'A link begins with https:// or / (a page of Nhịp) and has no blanks.',
    'coordination.stepDays': 'From 60 days before (−60) to 120 days after the due day.',
    'coordination.stepTwice': 'Two steps have the same recipient and day. Take one out.',
    'coordination.wrongAudience':
      'What a unit owes is reminded to coordinator, deputy, head and Organisation Committee; what waits to be confirmed to head and deputy only; what the school owes to training office and rectorate.',
    'coordination.noTemplate':
      'No template of commitments is in use. Open the templates and switch one on or add one.',
    'coordination.planExists': (p) =>
      `This unit has a plan for ${p.year} already, or is not a unit of today.`,
    'coordination.planUnderWay': 'A version of this plan is under way already. Reload the page to see it.',
    'coordination.noItem': 'The plan has no commitment yet. Add at least one, then send it.',
    'coordination.planState': (p) =>
      `The plan with ${p.unit} is in the state “${(planStates as Record<string, string>)[p.state] ?? p.state}”, so this cannot be done now.`,
    'coordination.noEvidence': 'Give at least one piece of evidence: a document number, a note or a link.',
    'coordination.doneInFuture': 'It cannot be done on a day after today.',
    'coordination.notYours': (p) =>
      `“${p.title}” stands as: ${(standings as Record<string, string>)[p.standing] ?? p.standing}. Who owes it records it; only the other side waives it or says that it was not kept.`,
    'coordination.span': 'The last day must come after the first, and within a year.',
    'coordination.noFeed':
      'This calendar address is no longer in use. Open the calendar of coordination and make a new one.',
  },
}
