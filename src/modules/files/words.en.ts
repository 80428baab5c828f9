import { printNumber } from '../../pure/share.ts'
import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

const n = (value: number) => printNumber(value, 'en')

export const en: Words<typeof vi> = {
  problems: {
    'files.tooLarge': (p) =>
      `The file weighs ${n(Math.ceil(p.size / 1_000_000))} MB; one file may weigh ${n(p.megabytes)} MB. Make its pictures smaller, or divide it.`,
    'files.notAllowed':
      'This kind of file is not taken. PDF, Word (.docx, .doc), Excel (.xlsx, .xls), PowerPoint (.pptx, .ppt) and pictures (PNG, JPEG) are. Nhịp looks at the content, not at the ending of the name.',
    'files.hasMacros':
      'The file brings macros (a program) along and is not taken. Save it as .docx, .xlsx or PDF and send it again.',
    'files.locked':
      'The file is locked by a password, so that no unit could open it. Take the password away, save it and send it again.',
    'files.alreadyKept': (p) =>
      `A file with exactly this content is here already, as “${p.name}”. There is no need to send it again; to rename it, take the old one away first.`,
    'files.tooMany': (p) =>
      `There are ${n(p.most)} files here, which is the most. Take some away, or join them.`,
    'files.notFound': 'There is no such file. It may have been taken away, or is not meant for your unit.',
    'files.frozen': 'A file stays as it was sent. To replace it, take the old one away and send a new one.',
  },
}
