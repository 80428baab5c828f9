import { printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const n = (value: number) => printNumber(value, 'en')
const rows = (count: number) => `${n(count)} ${count === 1 ? 'row' : 'rows'}`

export const en: Words<typeof vi> = {
  title: 'Import from Excel',
  lead: 'Bring in the tables that the office keeps. Nhịp reads and checks first, you look, then it is written: the whole file or nothing of it.',
  kind: 'Kind of table',
  kinds: {
    curriculum: 'Outline of a programme (draft)',
    plan: 'Plan of a year',
    classes: 'List of classes',
    rooms: 'Rooms and halls',
    lecturers: 'Lecturers',
    enrolments: 'Learners of classes',
    timetables: 'Timetables of classes',
    units: 'List of units',
    successions: 'Reorganisation: successions',
    reorganisation: 'Reorganisation by a resolution',
    people: 'Files of cadres',
    plannings: 'Planning of cadres',
    ratings: 'Yearly ratings',
    programmes: 'Programmes',
    needs: 'A unit’s form of needs',
    nominees: 'List of nominated people',
  },
  file: 'Workbook',
  fileHint:
    'Excel (.xlsx, .xls), OpenDocument (.ods) or CSV, up to 10 MB. Titles, merged cells and the order of columns may stay as they are.',
  year: 'Year of the table',
  yearHint: 'Leave it empty when the title of the file names the year.',
  check: 'Read and check',
  unread: 'The file could not be checked',
  next: 'What happens then',
  steps: [
    'Nhịp finds the table in the file, reads each row and tells how it understood it. Nothing is written yet.',
    'If rows are wrong, take the same file back with a red column that says what is wrong, correct it and send it again.',
    'When no row is wrong, “Write into Nhịp” opens. Sending the same file again changes nothing.',
  ],
  templates: 'Templates',
  templateOf: (p) => `Download the template: ${p.kind}`,
  templateHint: 'Without a table, begin with the template; with one, just send it.',
  runs: 'Files brought in',
  noRuns: {
    title: 'No file yet',
    text: 'Files that were sent stand here, with what was found and who wrote them.',
  },
  field: {
    fileName: 'File',
    kind: 'Kind',
    state: 'State',
    madeAt: 'Sent',
    madeBy: 'By',
    rows: 'Rows',
    q: 'Search by file name',
  },
  state: { checked: 'Checked, not written', applied: 'Written', withdrawn: 'Put aside' },
  action: {
    add: 'New',
    change: 'Changed',
    drop: 'Dropped',
    same: 'Same',
    wrong: 'Wrong',
    skipped: 'Skipped',
  },
  show: {
    all: 'All',
    wrong: 'Wrong rows',
    doubtful: 'Rows to look at',
    add: 'New',
    change: 'Changed',
    drop: 'Dropped (no longer in the file)',
    same: 'Same',
    skipped: 'Skipped',
  },
  showLabel: 'Show',
  counts: (p) => {
    const said = [
      p.add > 0 && `${n(p.add)} new`,
      p.change > 0 && `${n(p.change)} changed`,
      p.drop > 0 && `${n(p.drop)} no longer in the file, to be dropped`,
      p.same > 0 && `${n(p.same)} the same`,
      p.skipped > 0 && `${n(p.skipped)} notes skipped`,
    ].filter(Boolean)
    const rest = said.length > 0 ? said.join(', ') : 'nothing to write'
    return p.wrong > 0 ? `${rows(p.wrong)} wrong; besides, ${rest}.` : `No row is wrong: ${rest}.`
  },
  doubtful: (p) => `${rows(p.rows)} can be written but should be looked at.`,
  written: (p) =>
    `${n(p.add)} new, ${n(p.change)} changed${p.drop > 0 ? `, ${n(p.drop)} dropped` : ''}, written by ${p.by}, ${p.at}.`,
  writtenShort: (p) =>
    `Written: ${n(p.add)} new, ${n(p.change)} changed${p.drop > 0 ? `, ${n(p.drop)} dropped` : ''}.`,
  see: {
    curriculum: 'See programmes',
    plan: 'See the plan',
    classes: 'See the classes',
    units: 'See the units',
    successions: 'See the reorganisations',
    reorganisation: 'See the reorganisations',
    people: 'See the cadres',
    plannings: 'See the cadres',
    ratings: 'See the cadres',
    programmes: 'See the programmes',
  },
  checks: 'Checks over the whole file',
  holds: 'Agrees',
  fails: 'Does not agree',
  unknownColumns: (p) => `Columns that are not read: ${p.titles.map((title) => `“${title}”`).join(', ')}.`,
  sheet: (p) => `Sheet “${p.sheetName}”.`,
  rows: 'Row by row',
  row: 'Row',
  understood: 'Understood as',
  outcome: 'Outcome',
  remarks: 'Remarks',
  becomes: (p) => `${p.column}: ${p.before || 'empty'} → ${p.after || 'empty'}`,
  notInFile:
    'Not a row of the file: it is there now, the file no longer has it, and writing the file drops it.',
  fileKeptUntil: (p) =>
    `The content of the file is kept until ${printDay(p.until)}, then deleted; this report stays.`,
  fileDeleted: (p) =>
    `The content of the file was deleted on ${printDay(p.on)}, when its time was over; this report stays.`,
  apply: 'Write into Nhịp',
  applyTitle: 'Write this file into Nhịp',
  applyText: (p) =>
    `${rows(p.add)} will be added, ${n(p.change)} changed${p.drop > 0 ? ` and ${n(p.drop)} that the file no longer has dropped` : ''}, all at once or not at all.`,
  stillWrong: (p) => `${rows(p.rows)} still wrong, so nothing can be written.`,
  checkAgain: 'Check again',
  withdraw: 'Put this file aside',
  marked: 'Download with the column of errors',
  noRows: { title: 'The file has no rows', text: 'The head of a table was found, but no rows below it.' },
  writtenBefore: (p) => `This very file was written on ${printDay(p.on)}.`,
  template: {
    notes: 'Notes',
    lines: [
      'One row each. Title lines above, more columns and another order of columns are fine; Nhịp goes by the titles.',
      'Days as day/month/year or real dates of Excel. Numbers plain or with a point for thousands.',
    ],
    column: 'Column',
    needed: 'Required',
    how: 'How to write it',
    synonyms: 'Other titles that are read',
    yes: 'required',
    text: 'text',
    number: 'whole number',
    day: 'day/month/year',
    oneOf: (p) => `one of: ${p.choices.join('; ')}`,
  },
  problems: {
    'exchange.noSuchKind': (p) => `There is no kind of table “${p.kind}”.`,
    'exchange.unreadable': (p) => `The file ${p.path} cannot be read (${p.reason}). Look at the path again.`,
    'exchange.hasErrors': (p) =>
      `${rows(p.rows)} still wrong, so nothing can be written. Download the file with the column of errors, correct it and send it again.`,
    'exchange.nothingNew': 'The file holds nothing new, so there is nothing to write.',
    'exchange.stale':
      'Something changed after the check. Nothing was written; press “Check again”, look at the new report, then write.',
    'exchange.alreadyApplied': 'This file has been written already.',
    'exchange.onlyToSender': (p) =>
      `The file holds sensitive data and goes back only to who sent it (${p.name}). See the wrong rows on this page, or send your own file.`,
    'exchange.fileDeleted': (p) =>
      `The content of the file was deleted on ${printDay(p.on)}: it is kept for ${p.days} days. The report can still be read; send the file again if you need it.`,
    'exchange.withdrawn': 'This file was put aside. Send it again to write it.',
  },
}
