import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type * as z from 'zod'
import { type Day, printLongDay } from '../../pure/day.ts'
import type { Db } from '../../server/db/transaction.ts'
import type { TemplateData } from '../../server/files/docx.ts'
import type { layout } from './contract.ts'

export type Layout = z.infer<typeof layout>

const folder = join(import.meta.dirname, '../../../templates')

/** The Word template that Nhịp ships for a kind of letter: `planSubmission` is templates/plan-submission-state.docx. */
export const shippedTemplate = (kind: string, layout: Layout): Promise<Uint8Array> =>
  readFile(join(folder, `${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-${layout}.docx`))

/** The template in use: the school's own, else the shipped one. Every module that prints a letter takes it here. */
export async function letterTemplate(db: Db, kind: string, layout: Layout): Promise<Uint8Array> {
  const { rows } = await sql<{ content: Uint8Array | null }>`
    select template_in_use(${kind}, ${layout}) as content`.execute(db)
  return rows[0]?.content ?? shippedTemplate(kind, layout)
}

/** What stands above and below the text of every letter. What a kind says otherwise it puts over it. */
export function letterHead(
  sender: { school: string; province: string },
  on: Day,
  layout: Layout,
): TemplateData {
  const province = sender.province.replace(/^(tỉnh|thành phố)\s+/iu, '')
  return {
    superior: `TỈNH ỦY ${province}`.trim().toUpperCase(),
    school: sender.school.toUpperCase(),
    schoolName: sender.school,
    number: '…',
    place: province || '…',
    date: printLongDay(on),
    recipients: layout === 'party' ? ['Như trên'] : ['Như trên', 'Ban Tổ chức Tỉnh ủy'],
    signerTitle: 'HIỆU TRƯỞNG',
    signerName: '',
  }
}
