import { type Day, printDay } from '../../pure/day.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

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
    planDraft: (p) => `The draft plan for ${p.year} is not submitted.`,
    planReturned: (p) => `The plan for ${p.year} was returned: ${p.reason}`,
    planSubmitted: (p) => `The plan for ${p.year} is submitted and waits for the Standing Committee.`,
    reorganisationDraft: (p) =>
      `${p.title}${p.on ? `, in force on ${printDay(p.on as Day)}` : ''}: waits for a second person.`,
    placements: (p) => `${p.count} people of divided units wait for a decision on where they work.`,
    importChecked: (p) => `The file “${p.name}” is checked and not written yet.`,
    classesOpening: (p) =>
      `${p.count} classes open within two weeks${p.on ? `, the first on ${printDay(p.on as Day)}` : ''}.`,
    unitsWithoutCoordinator: (p) => `${p.count} units have no coordinator's account.`,
  },
  problems: {},
}
