import { type Day, printDay, readVietnameseDay } from '../../../pure/day.ts'
import { fold, searchKey, tidy } from '../../../pure/vietnamese.ts'
import type { TableRow } from '../../../server/files/table.ts'
import { cellText } from '../../../server/files/xlsx.ts'
import type { ImportRow } from '../../../server/importer.ts'
import type { CountsAs } from '../rules/counting.ts'
import { vi } from '../words.vi.ts'
import type { Key } from './columns.ts'

export type Problems = ImportRow['problems']

/** What the file says about one class; undefined where it says nothing. */
export type Said = {
  row: TableRow<Key>
  code: string | null
  name: string
  programmeName: string
  group: string | null
  modeCode: 'fullTime' | 'partTime' | 'none'
  saysMode: boolean
  kind: Exclude<CountsAs, 'notCounted'> | null
  kindWord: string
  opensOn: Day
  closesOn: Day | null
  place: string
  partner: string
  basis: 'plan' | 'policy'
  saysBasis: boolean
  issuer: string | null
  policyNumber: string | null
  policyOn: Day | null
  learners: number | null
  note: string
}

/** What is known while the rows are read one after the other: section rows speak for those below them. */
export type Section = {
  title: string
  group: string | null
  basis: 'plan' | 'policy' | null
  issuer: string | null
}

export const wrong = (
  column: string | null,
  code: string,
  params: Record<string, unknown> = {},
): Problems[number] => ({ column, code, params, isError: true })
export const doubt = (
  column: string | null,
  code: string,
  params: Record<string, unknown> = {},
): Problems[number] => ({ column, code, params, isError: false })

/** A row that holds no class: nothing where name, days and learners stand. */
export const isEmpty = (row: TableRow<Key>): boolean =>
  (['code', 'name', 'opensOn', 'period', 'learners'] as const).every((key) => cellText(row.cells[key]) === '')

export function kindOf(text: string | null): 'opened' | 'carriedOver' | 'unknown' | null {
  const words = fold(text ?? '').replace(/[-–—.]/g, '')
  if (words.trim() === '') return null
  if (/chuyen tiep|carried/.test(words)) return 'carriedOver'
  if (/khai giang|mo moi|\bmoi\b|opened/.test(words)) return 'opened'
  return 'unknown'
}

export function basisOf(text: string): 'plan' | 'policy' | 'unknown' | null {
  const words = fold(text)
  if (/chu truong|ngoai ke hoach|mo them|policy/.test(words)) return 'policy'
  if (/ke hoach|(^|\W)kh(\W|$)|plan/.test(words)) return 'plan'
  return words.replace(/[-–—.]/g, '').trim() === '' ? null : 'unknown'
}

/** «(chủ trương của Thường trực Tỉnh ủy, Hội đồng nhân dân)» → who gave it. */
export function issuerIn(text: string): string | null {
  const found = /chủ trương\s*(?:của|:|\()\s*([^()]+)/iu.exec(text.normalize('NFC'))?.[1]
  if (!found) return null
  const issuer = tidy(found.replace(/\s*(số|ngày)\s+\S*\d.*$/iu, '').replace(/[).;,\s]+$/u, ''))
  return issuer === '' ? null : issuer.slice(0, 300)
}

export const numberIn = (text: string): string | null =>
  /(?:số|so)\s*:?\s*(\d[^\s,;()]{1,60})/iu.exec(text)?.[1] ?? null

export function dayIn(text: string): Day | null {
  const found = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.exec(text)?.[0]
  const reading = found ? readVietnameseDay(found) : null
  return reading?.ok ? reading.day : null
}

export const understood = (said: Said, code: string): string =>
  [
    code,
    said.name,
    said.modeCode === 'none' ? null : vi.mode[said.modeCode],
    said.kind ? vi.countsAs[said.kind] : null,
    `${printDay(said.opensOn)}–${said.closesOn ? printDay(said.closesOn) : ''}`,
    said.place || null,
    said.basis === 'policy' ? vi.basis.policy : null,
    said.learners === null ? null : String(said.learners),
  ]
    .filter((part) => part !== null)
    .join(' · ')

/** What identifies a class that has no code. */
export const identity = (one: { name: string; place: string; opensOn: Day }): string =>
  [searchKey(one.name), searchKey(one.place), one.opensOn].join('|')

/** Rows that name the same class; every one of them is told about all. */
export function duplicates(said: readonly Said[]): Map<number, Problems> {
  const found = new Map<number, Problems>()
  const tell = (
    keyOf: (one: Said) => string | null,
    problemOf: (one: Said, rows: number[]) => Problems[number],
  ) => {
    for (const [, same] of Map.groupBy(said, keyOf)) {
      const first = same[0]
      if (!first || keyOf(first) === null || same.length < 2) continue
      const rows = same.map((one) => one.row.rowNumber)
      for (const one of same)
        found.set(one.row.rowNumber, [...(found.get(one.row.rowNumber) ?? []), problemOf(one, rows)])
    }
  }
  tell(
    (one) => (one.code === null ? null : one.code.toLowerCase()),
    (one, rows) => wrong(null, 'classes.import.codeTwice', { code: one.code, rows }),
  )
  tell(
    (one) => (one.code === null ? identity(one) : null),
    (_, rows) => wrong(null, 'classes.import.sameTwice', { rows }),
  )
  return found
}
