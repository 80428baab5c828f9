import type { fileTypes } from './contract.ts'

export type FileType = (typeof fileTypes)[number]

/** What a file may weigh, and how many one thing may hold. */
export const mostMegabytes = 20
export const mostFiles = 20

const endings: Record<FileType, readonly string[]> = {
  pdf: ['.pdf'],
  docx: ['.docx'],
  xlsx: ['.xlsx'],
  pptx: ['.pptx'],
  doc: ['.doc'],
  xls: ['.xls'],
  ppt: ['.ppt'],
  png: ['.png'],
  jpeg: ['.jpg', '.jpeg'],
}

/** What the answer says that it is. */
export const mediaTypes: Record<FileType, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  png: 'image/png',
  jpeg: 'image/jpeg',
}

/** What was seen in the bytes: how they begin, what a zip lists, what the directory of an old Office file names. */
export type Seen = {
  head: Uint8Array
  /** Null: no zip that can be read. */
  entries: readonly string[] | null
  /** Null: no compound file (Office before 2007). */
  streams: readonly string[] | null
}

export type FileVerdict = { type: FileType } | { refusal: string }

const begins = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, i) => head[i] === byte)

/**
 * What a file is, by its content; or the code of the sentence that says why it is not taken: a kind that is not on the list,
 * one that brings a program along (macros), one that is locked by a password so that nobody here could read it.
 */
export function typeOf({ head, entries, streams }: Seen): FileVerdict {
  if (begins(head, 0x25, 0x50, 0x44, 0x46, 0x2d)) return { type: 'pdf' }
  if (begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { type: 'png' }
  if (begins(head, 0xff, 0xd8, 0xff)) return { type: 'jpeg' }
  const main = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' } as const
  if (entries?.includes('[Content_Types].xml')) {
    if (entries.some((name) => /vbaProject|\/activeX\//i.test(name))) return { refusal: 'files.hasMacros' }
    for (const type of ['docx', 'xlsx', 'pptx'] as const) if (entries.includes(main[type])) return { type }
  }
  if (streams) {
    if (streams.includes('EncryptedPackage')) return { refusal: 'files.locked' }
    if (streams.some((name) => /^(_VBA_PROJECT|Macros)/.test(name))) return { refusal: 'files.hasMacros' }
    if (streams.includes('WordDocument')) return { type: 'doc' }
    if (streams.includes('Workbook') || streams.includes('Book')) return { type: 'xls' }
    if (streams.includes('PowerPoint Document')) return { type: 'ppt' }
  }
  return { refusal: 'files.notAllowed' }
}

/**
 * The name under which a file goes out again: as it was typed, without a folder and without signs that do not show (one of them
 * makes «gpj.exe» out of «exe.jpg»), and ending as what the file is, so that no machine opens a letter as a page or a program.
 */
export function nameOf(typed: string, type: FileType): string {
  const bare =
    typed
      .normalize('NFC')
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
      .replace(/\s+/g, ' ')
      .trim() ?? ''
  const [ending = ''] = endings[type]
  const isRight = endings[type].some((one) => bare.toLowerCase().endsWith(one) && bare.length > one.length)
  const name = isRight ? bare : `${bare.replace(/\.+$/, '') || 'tep'}${ending}`
  const own = endings[type].find((one) => name.toLowerCase().endsWith(one)) ?? ending
  return name.length <= 200 ? name : `${name.slice(0, 200 - own.length)}${name.slice(-own.length)}`
}
