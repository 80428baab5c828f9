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
    plan: 'Coordination plan',
    due: 'Commitments of the unit',
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
        'If it is done, open the link and record the document number; the reminders then stop.',
      ].join('\n'),
  },
  sheet: {
    units: (p) => `Coordination ${p.year}`,
    unitsTitle: (p) => `COORDINATION PLANS OF ${p.year} AND HOW THEY ARE KEPT`,
    commitments: (p) => `Commitments ${p.year}`,
    commitmentsTitle: (p) => `COMMITMENTS OF COORDINATION, ${p.year}`,
    note: 'Open more than 60 days after its day counts as not kept; done later it counts as late.',
  },
  problems: {
    'coordination.stale':
      'Somebody has just changed this. Reload the page to see it as it is, then try again.',
    'coordination.dueDay': 'The month has no such day. Enter a day from 1 to its last.',
    'coordination.link': 'A link begins with https:// or / (a page of Nhịp) and has no blanks.',
    'coordination.stepDays': 'From 60 days before (−60) to 120 days after the due day.',
    'coordination.stepTwice': 'Two steps have the same recipient and day. Take one out.',
    'coordination.wrongAudience':
      'What a unit owes is reminded to coordinator, deputy, head and Organisation Committee; what the school owes to training office and rectorate.',
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
