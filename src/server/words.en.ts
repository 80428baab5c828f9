import type { Words } from '../pure/words.ts'
import type { vi } from './words.vi.ts'

export const en: Words<typeof vi> = {
  refusalPage: { title: 'This could not be done', home: 'To the first page', code: 'Request' },
  problems: {
    'api.unknown': 'There is no such address of the API. See the list at /api.',
    'input.unreadable':
      'What was sent cannot be read: it must be valid JSON (Content-Type: application/json).',
    'input.wrong':
      'Something is not right yet. See the marked fields, correct them and send again; what you typed is kept.',
    'field.required': 'This field is empty.',
    'field.tooLong': (p) => (p.maximum ? `Longer than ${p.maximum} characters.` : 'Too long.'),
    'field.tooSmall': (p) => (p.minimum === undefined ? 'Too small.' : `The smallest value is ${p.minimum}.`),
    'field.tooLarge': (p) => (p.maximum === undefined ? 'Too large.' : `The largest value is ${p.maximum}.`),
    'field.wrongKind': 'This value is of the wrong kind.',
    'field.notInList': 'This value is not in the list.',
    'field.unknown': 'There is an unknown field.',
    'field.wrong': 'This value is not valid.',
    'field.day': 'Write the day as day/month/year, for example 05/09/2026.',
    'field.year': 'A year has four digits, from 1990 to 2100.',
    'field.whole': 'A whole number is needed.',
    'field.negative': 'It cannot be less than 0.',
    'field.reason': 'Give the reason (at least 5 characters); it is kept in the record.',
    'field.email': 'This is not an e-mail address, for example name@agency.gov.vn.',
    'field.password': 'A password needs at least 10 characters.',
    'field.differs': 'The two are not the same.',
    'config.wrong': (p) =>
      `These environment variables are wrong: ${p.variables.join(', ')}. See “Configuration” in the README, then start again.`,
    'database.tooOld': 'This PostgreSQL server is too old: Nhịp needs version 15 or newer.',
    'database.unreachable': 'The database cannot be reached. Check DATABASE_URL and the PostgreSQL server.',
    'database.migrationChanged': (p) =>
      `The file ${p.name} was changed after it had been installed. Restore the released file.`,
    'database.tooSlow':
      'This took too long and was stopped; nothing has changed. Narrow the filter and try again.',
    'database.tryAgain':
      'Somebody else changed the same thing at this moment. Nothing has changed; send it once more.',
    'disk.full':
      'The disk of the server is full, so nothing was saved. Tell the administrator; what you typed is still on this page.',
    'server.busy': 'The server is stopping or starting. Try again in a few seconds.',
    'server.foreignOrigin': (p) =>
      `This request came from another site and was refused. Open Nhịp ${p.origin ? `at ${p.origin}` : 'from its first page'} and repeat it.`,
    'server.bug': (p) =>
      `The software has failed; nothing has changed. Tell the administrator the code ${p.requestId ?? ''}.`,
    'server.portTaken': (p) =>
      `Port ${p.port} is used by another program. Choose another one, for example: PORT=8090 npm start`,
    'server.pagesNotBuilt': 'The pages are not built. Run: npm run build',
    'sample.serverRuns': 'Stop Nhịp (Ctrl-C) before removing the sample.',
    'sample.notSample': 'The data here are not those of the sample; nothing is removed.',
  },
}
