import type * as z from 'zod'
import { printDay } from '../../pure/day.ts'
import type { Locale } from '../../pure/words.ts'
import { writeSheet, writeSheets } from '../../server/files/xlsx.ts'
import type { dossier } from './contract/corps.ts'
import type { FieldLoad, Load } from './load-store.ts'
import type { Lecturer } from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** The list of lecturers as a workbook; it may be filled in and brought in again. */
export function lecturersSheet(
  locale: Locale,
  rows: readonly Lecturer[],
  names: { categories: Map<string, string> },
): Promise<Uint8Array> {
  const w = locale === 'vi' ? vi : en
  return writeSheet({
    sheetName: w.lecturers,
    titleLines: [{ text: w.sheetTitle, isBold: true }],
    isLandscape: true,
    columns: [
      { key: 'code', title: w.field.code, kind: 'text', width: 12 },
      { key: 'name', title: w.field.name, kind: 'text', width: 28 },
      { key: 'fields', title: w.field.fields, kind: 'text', width: 20 },
      { key: 'guest', title: w.field.isGuest, kind: 'text', width: 16 },
      { key: 'category', title: w.field.category, kind: 'text', width: 26 },
      { key: 'post', title: w.field.post, kind: 'text', width: 26 },
      { key: 'workplace', title: w.field.workplace, kind: 'text', width: 30 },
      { key: 'weeklyHours', title: w.field.weeklyHours, kind: 'number', width: 12 },
      { key: 'monthlyHours', title: w.field.monthlyHours, kind: 'number', width: 12 },
      { key: 'travel', title: w.field.travel, kind: 'text', width: 20 },
      { key: 'approval', title: w.field.approval, kind: 'text', width: 18 },
      { key: 'approvedLastOn', title: w.field.approvedLastOn, kind: 'day' },
      { key: 'fromOn', title: w.field.fromOn, kind: 'day' },
      { key: 'untilOn', title: w.field.untilOn, kind: 'day' },
      { key: 'note', title: w.field.note, kind: 'text', width: 30 },
    ],
    rows: rows.map((row) => ({
      ...row,
      fields: row.fields.join('; '),
      guest: row.isGuest ? w.guest : w.own,
      category: names.categories.get(row.categoryCode ?? '') ?? '',
      post: row.post?.title ?? '',
      workplace: row.post?.place ?? row.workplace,
      travel: w.travels[row.travel],
      approval: w.approvals[row.approval],
    })),
  })
}

/** The list of a dossier as a workbook, in the order of the letter. */
export function dossierSheet(
  locale: Locale,
  one: z.infer<typeof dossier>,
  names: { categories: Map<string, string>; fields: Map<string, string> },
): Promise<Uint8Array> {
  const w = locale === 'vi' ? vi : en
  return writeSheet({
    sheetName: w.corps.list,
    titleLines: [
      { text: w.corps.listTitle, isBold: true },
      one.title,
      ...(one.documentNumber && one.documentOn
        ? [w.corps.document({ number: one.documentNumber, on: one.documentOn, signedBy: one.signedBy ?? '' })]
        : []),
    ],
    isLandscape: true,
    columns: [
      { key: 'order', title: w.corps.order, kind: 'number', width: 6 },
      { key: 'name', title: w.field.name, kind: 'text', width: 26 },
      { key: 'title', title: w.field.post, kind: 'text', width: 28 },
      { key: 'place', title: w.field.workplace, kind: 'text', width: 30 },
      { key: 'category', title: w.field.category, kind: 'text', width: 26 },
      { key: 'degrees', title: w.field.degrees, kind: 'text', width: 18 },
      { key: 'fields', title: w.field.fields, kind: 'text', width: 26 },
      { key: 'wish', title: w.corps.wish, kind: 'text', width: 24 },
      { key: 'proposedBy', title: w.corps.proposedBy, kind: 'text', width: 26 },
      { key: 'decision', title: w.corps.decision, kind: 'text', width: 16 },
      { key: 'period', title: w.corps.period, kind: 'text', width: 24 },
      { key: 'remark', title: w.field.note, kind: 'text', width: 30 },
    ],
    rows: one.items.map((item, i) => ({
      order: i + 1,
      name: item.name,
      title: item.title,
      place: item.place,
      category: names.categories.get(item.categoryCode ?? '') ?? '',
      degrees: item.degrees,
      fields: item.fields.map((code) => names.fields.get(code) ?? code).join('; '),
      wish: w.span({ fromOn: item.wishFromOn, lastOn: item.wishLastOn }),
      proposedBy: item.proposedBy ?? w.corps.school,
      decision: item.decision ? w.corps.decisions[item.decision] : '',
      period: item.fromOn && item.lastOn ? `${printDay(item.fromOn)} – ${printDay(item.lastOn)}` : '',
      remark: item.reason ?? item.remark,
    })),
  })
}

/** The load of a year: lecturers by month, and fields against the plan, on two sheets. */
export function loadSheet(
  locale: Locale,
  year: number,
  rows: readonly Load[],
  fields: readonly FieldLoad[],
): Promise<Uint8Array> {
  const w = locale === 'vi' ? vi : en
  const titleLines = [{ text: w.load.sheetTitle({ year }), isBold: true }]
  const month = (at: number) => `m${at}`
  return writeSheets([
    {
      sheetName: w.lecturers,
      titleLines,
      isLandscape: true,
      columns: [
        { key: 'code', title: w.field.code, kind: 'text', width: 10 },
        { key: 'name', title: w.field.name, kind: 'text', width: 26 },
        { key: 'fields', title: w.field.fields, kind: 'text', width: 14 },
        { key: 'guest', title: w.field.isGuest, kind: 'text', width: 12 },
        ...Array.from({ length: 12 }, (_, i) => ({
          key: month(i + 1),
          title: w.load.month({ month: i + 1 }),
          kind: 'number' as const,
          width: 7,
        })),
        { key: 'planned', title: w.load.planned, kind: 'number', width: 9 },
        { key: 'taught', title: w.load.taught, kind: 'number', width: 9 },
        { key: 'capacity', title: w.load.capacity, kind: 'number', width: 9 },
        { key: 'left', title: w.load.left, kind: 'number', width: 9 },
      ],
      rows: rows.map((row) => ({
        code: row.code,
        name: row.name,
        fields: row.fields.join('; '),
        guest: row.isGuest ? w.guest : w.own,
        planned: row.planned,
        taught: row.taught,
        capacity: row.capacity,
        left: row.capacity - row.planned,
        ...Object.fromEntries(row.months.map((one) => [month(one.month), one.planned])),
      })),
    },
    {
      sheetName: w.fields,
      titleLines,
      columns: [
        { key: 'name', title: w.field.fieldName, kind: 'text', width: 30 },
        { key: 'lecturers', title: w.lecturers, kind: 'number', width: 12 },
        { key: 'needed', title: w.load.needed, kind: 'number', width: 14 },
        { key: 'planned', title: w.load.planned, kind: 'number', width: 12 },
        { key: 'taught', title: w.load.taught, kind: 'number', width: 12 },
        { key: 'capacity', title: w.load.capacity, kind: 'number', width: 14 },
      ],
      rows: fields.map((one) => ({ ...one })),
    },
  ])
}
