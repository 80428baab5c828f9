import type { Locale } from '../../pure/words.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeTemplate } from '../../server/files/xlsx.ts'
import type { Importer } from '../../server/importer.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** Stands in the example's row of a template: such a row is never read in, whoever forgets to delete it. */
export const exampleMark = 'Dòng mẫu, Nhịp không đọc dòng này'

/** The workbook to fill in. Its head and example are Vietnamese, as the files of offices are; the notes are the reader's. */
export async function templateOf(locale: Locale, importer: Importer): Promise<File> {
  const w = locale === 'vi' ? vi : en
  const { example = {}, choices = {}, days = [], numbers = [] } = importer.template ?? {}
  const kindOf = (key: string) => (days.includes(key) ? 'day' : numbers.includes(key) ? 'number' : 'text')
  const columns = importer.columns.map(
    ({ key, synonyms: [title] }) => ({ key, title, kind: kindOf(key) }) as const,
  )
  const bytes = await writeTemplate({
    sheetName: vi.kinds[importer.kind] ?? importer.kind,
    columns: [...columns, { key: 'mark', title: exampleMark, kind: 'text', width: 34 }],
    example: { ...example, mark: exampleMark },
    choices,
    notes: {
      sheetName: w.template.notes,
      lines: w.template.lines,
      columns: [
        { key: 'title', title: w.template.column, kind: 'text', width: 26 },
        { key: 'required', title: w.template.needed, kind: 'text', width: 14 },
        { key: 'how', title: w.template.how, kind: 'text', width: 40 },
        { key: 'synonyms', title: w.template.synonyms, kind: 'text', width: 60 },
      ],
      rows: importer.columns.map(({ key, synonyms: [title, ...others], required }) => ({
        title,
        required: required ? w.template.yes : '',
        how: choices[key] ? w.template.oneOf({ choices: choices[key] }) : w.template[kindOf(key)],
        synonyms: others.join('; '),
      })),
    },
  })
  return xlsxFile(`mau-${importer.kind}`, bytes)
}
