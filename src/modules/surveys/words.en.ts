import { printDay } from '../../pure/day.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

export const en: Words<typeof vi> = {
  school: 'School',
  askedOf: (p) =>
    `Class ${p.className}, programme ${p.programme}. Sheets are taken until ${printDay(p.closesOn)}.`,
  anonymous:
    'This sheet carries no name. Nhịp keeps neither who answered nor when; groups of fewer than 5 are not shown.',
  required: 'required',
  only: (p) => `Answer only if you chose «${p.option}» at «${p.question}».`,
  send: 'Send',
  thanks: 'Received, thank you',
  thanksText: 'Your sheet was taken once, however often you pressed. You may close this page.',
  notOpen: 'The sheet cannot be opened',
  wrong: 'The sheet was not sent yet. What you chose is still here; please correct:',
  noOpinion: 'No opinion',
  problems: {
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
