import { printNumber } from '../../pure/share.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

export const en: Words<typeof vi> = {
  errorColumn: 'Error',
  problems: {
    'file.empty': 'The file is empty. Check it and send one that holds data.',
    'file.tooLarge': (p) =>
      `The file is larger than ${printNumber(p.megabytes, 'en')} MB. Remove pictures and unneeded sheets, or divide it.`,
    'file.unpacksTooLarge': (p) =>
      `The file unpacks to more than ${printNumber(p.megabytes, 'en')} MB and is refused. Copy the table into a new workbook and send that.`,
    'file.notWorkbook':
      'This file is not a spreadsheet. Send an Excel (.xlsx, .xls), OpenDocument (.ods) or CSV file; copy a table out of Word or PDF into Excel first.',
    'file.damaged':
      'The file is damaged or was not uploaded completely. Open it in Excel, save it and send it again.',
    'file.encrypted':
      'The file is protected by a password. Remove the password in Excel, save it and send it again.',
    'file.tooManyRows': (p) =>
      `Sheet “${p.sheetName}” takes the file beyond ${printNumber(p.limit, 'en')} rows. Divide it into several files.`,
    'file.tooManyColumns': (p) =>
      `Sheet “${p.sheetName}” has data in cell ${p.cell}, beyond the first ${printNumber(p.limit, 'en')} columns. Delete the superfluous columns.`,
    'file.cellTooLong': (p) =>
      `Cell ${p.cell} of sheet “${p.sheetName}” is longer than ${printNumber(p.limit, 'en')} characters. Shorten it.`,
    'file.noHeader': (p) =>
      `No heading row was found. The table needs these columns: ${quoted(p.lookedFor)}. Not found: ${quoted(p.missing)}.`,
    'template.missing': (p) =>
      `The Word template uses names that the data do not have: ${quoted(p.names)}. Correct these names in the template.`,
    'template.broken': (p) =>
      `The Word template has faulty tags: ${quoted(p.errors)}. Every {#name} needs its {/name}, every { its }.`,
    'template.notWord': 'This file is not a Word template. Send a .docx file.',
  },
}

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')
