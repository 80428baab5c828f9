import { printDay } from '../../pure/day.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

export const en: Words<typeof vi> = {
  campaigns: 'Course evaluation',
  campaignsLead:
    'Learners answer on the phone, without an account. The result comes when the campaign is closed; groups below 5 are not shown.',
  open: 'Open a campaign',
  loadForms: 'Bring in the shipped forms',
  class: 'Class',
  form: 'Form',
  formNote: 'A proposal, to be confirmed by the school',
  period: 'Takes sheets',
  until: (p) => `${printDay(p.from)} – ${printDay(p.to)}`,
  answered: 'Answered',
  ofExpected: (p) => `${p.answers}/${p.expected}`,
  state: 'State',
  states: {
    early: 'Not open yet',
    open: 'Takes sheets',
    over: 'Over, not counted',
    settled: 'Result is there',
  },
  none: 'No campaign yet',
  noneText: 'Bring in the shipped forms, then open a campaign for a class that ends.',
  opensOn: 'Opens on',
  closesOn: 'Last day',
  expected: 'Sheets expected',
  topics: 'Topics',
  lecturers: 'More lecturers',
  linesHint: 'One name a line. Programme, place and booked lecturers of the class come by themselves.',
  link: 'Link for learners',
  linkText: 'Show this code in class or send the link. Every opened sheet can be sent once.',
  close: 'Close and count',
  closeText: 'Once closed it takes no more sheets and cannot be opened again.',
  results: 'Results',
  hiddenAll: (p) => `${p.answers} sheets. Below 5 the result is not shown.`,
  item: 'Item',
  subject: 'Of',
  n: 'Sheets',
  mean: 'Mean',
  spread: 'Standard deviation',
  counts: 'Distribution',
  hidden: 'not shown (below 5, or could be worked out)',
  hiddenShort: 'hidden',
  noFigures: 'There is no question with marks.',
  closedOn: 'Closed on',
  evaluated: 'What is evaluated',
  expectedHint: 'Learners of the class.',
  comments: 'Remarks',
  commentsLead: 'By letters, not in the order of coming.',
  askedOf: (p) =>
    `Class ${p.className}, programme ${p.programme}. Sheets are taken until ${printDay(p.closesOn)}.`,
  anonymous:
    'This sheet carries no name. Nhịp keeps neither who answered nor when; groups of fewer than 5 are not shown.',
  required: 'required',
  askedWhen: (p) => `Answer only if you chose «${p.option}» at «${p.question}».`,
  send: 'Send',
  thanks: 'Received, thank you',
  thanksText: 'Your sheet was taken once, however often you pressed. You may close this page.',
  notOpen: 'The sheet cannot be opened',
  wrong: 'The sheet was not sent yet. What you chose is still here; please correct:',
  noOpinion: 'No opinion',
  answersIn: (p) => `Sheets in all: ${p.answers}.`,
  excel: 'Download Excel',
  withdraw: 'Withdraw the link',
  withdrawShared:
    'The old link and its code are void at once and a new link is made. Sheets that were sent still count; a sheet that is open has to be opened again by the new link.',
  withdrawSingle: 'Links that are not used yet are void at once. Sheets that were sent still count.',
  itself: 'Open when a class ends',
  itselfOff: 'Switched off.',
  itselfOn: (p) =>
    `Switched on: classes that end from ${printDay(p.since)} on get their campaign by themselves.`,
  itselfText:
    'On the last day of a class a campaign of 14 days opens with one shared link and as many sheets as there are learners. A class without a number of learners, or with a campaign, is left out.',
  isConfirmed: 'The school has confirmed this form',
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  across: 'Results over several classes',
  acrossLead:
    'Only what each class’s own result shows (five answers or more) is added up, so that no sum tells more about a hidden group.',
  acrossNote:
    'Merged are questions of the same form, key and marks only, and only what each class’s own result shows.',
  by: { programme: 'Programme', topic: 'Topic', lecturer: 'Lecturer', place: 'Place' },
  seeBy: 'By',
  endedFrom: 'Classes that ended from',
  endedUntil: 'until',
  endedIn: (p) =>
    p.from && p.until
      ? `Classes that ended from ${printDay(p.from)} to ${printDay(p.until)}.`
      : p.from
        ? `Classes that ended from ${printDay(p.from)} on.`
        : p.until
          ? `Classes that ended by ${printDay(p.until)}.`
          : 'All classes with a result.',
  allProgrammes: 'All programmes',
  allUnits: 'All units',
  hostUnit: 'Where the class is held',
  search: 'Search',
  marks: 'Marks',
  marksOf: (p) => (p.low === null || p.high === null ? '–' : `${p.low}–${p.high}`),
  campaignsCount: 'Campaigns',
  acrossNone: 'No results yet',
  acrossNoneText: 'Results come when a campaign with five answers or more is closed.',
  ratedLecturers: 'Lecturers who were rated',
  noRanking: 'By name. Nhịp makes no ranking; marks are read one lecturer at a time.',
  ratingsOf: (p) => `Ratings: ${p.name}`,
  ratingsLead:
    'Only campaigns with five answers or more about this lecturer. Seen by the school and the lecturer, nobody else.',
  myRatings: 'Ratings of me',
  myRatingsLead:
    'How learners rated your teaching; only the school and you see it. Groups below five answers are not shown.',
  myRatingsNone: 'No results about you yet',
  myRatingsNoneText:
    'Results come when a campaign closes with five answers or more about your teaching. If you have taught and see none, ask the training office whether your account is linked to your file as a lecturer.',
  wholeCourse: 'The whole course',
  problems: {
    'surveys.oneByOne': 'Ratings of lecturers are read one at a time: choose one from the list.',
    'surveys.unconfirmed':
      'This form is a proposal. Tick that the school has confirmed it, then switch on again.',
    'surveys.frozen': 'A published form does not change. Begin a new version.',
    'surveys.fixed': 'The campaign is closed, or this would break what was promised to those who answer.',
    'surveys.period': 'The last day must not be before the first, nor more than a year after it.',
    'surveys.noClass': 'There is no such class. Choose another.',
    'surveys.noForm': 'There is no such form. Choose a published one.',
    'surveys.key': 'The key of a question is made of small letters and figures and begins with a letter.',
    'surveys.keyTwice': 'This key is used already. Choose another.',
    'surveys.noRow': 'A table needs a row.',
    'surveys.noOption': 'A choice needs two options.',
    'surveys.noQuestion': 'A form needs a question.',
    'surveys.showIfUnknown': 'The condition must name an option of a choice that stands before.',
    'surveys.isShared': 'This campaign has one shared link and gives out no single ones.',
    'surveys.stale': 'Somebody has just changed this campaign. Reload the page and try again.',
    'surveys.notClosed':
      'The result comes when the campaign is closed, so that nobody can work out the later sheets.',
    'surveys.noLink': 'There is no sheet at this link. Check the link or scan the code again.',
    'surveys.spent': 'This link has been used for a sheet and cannot be used again.',
    'surveys.withdrawn': 'The school has withdrawn this link. Ask the head teacher for a new one.',
    'surveys.early': 'The campaign is not open yet. Come back when the class ends.',
    'surveys.over': 'The campaign is over and takes no more sheets.',
    'surveys.full': 'All sheets of the class are in. If you have not sent one, tell the head teacher.',
    'surveys.notYet': 'Some answers are not right yet. See the marked questions.',
    'surveys.empty': 'There is no answer on the sheet. Answer one question at least.',
    'surveys.tooLong': 'The sheet is too long. Shorten the remarks.',
    'surveys.tooMany':
      'Too many sheets came from this place within a minute. Wait a minute and send again; keep the page open.',
  },
}
