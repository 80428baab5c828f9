import type { Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { Host, Visit } from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** The places that receive classes, one row each. */
export async function hostsSheet(ctx: Ctx, rows: readonly Host[]): Promise<File> {
  const w = ctx.locale === 'vi' ? vi : en
  const bytes = await writeSheet({
    sheetName: w.hosts,
    titleLines: [{ text: w.hostsTitle, isBold: true }],
    columns: [
      { key: 'name', title: w.field.name, kind: 'text', width: 36 },
      { key: 'unit', title: w.field.unit, kind: 'text', width: 32 },
      { key: 'place', title: w.field.place, kind: 'text', width: 32 },
      { key: 'topics', title: w.field.topics, kind: 'text', width: 60 },
      { key: 'seats', title: w.field.seats, kind: 'number', width: 12 },
      { key: 'contact', title: w.field.contact, kind: 'text', width: 24 },
      { key: 'phone', title: w.field.phone, kind: 'text', width: 16 },
      { key: 'visits', title: w.field.visits, kind: 'number', width: 12 },
      { key: 'note', title: w.field.note, kind: 'text', width: 30 },
    ],
    rows: rows.map((row) => ({ ...row, topics: row.topics.join('; ') })),
  })
  return xlsxFile('noi-don-lop', bytes)
}

/** Visits, one row each, as they are filtered. */
export async function visitsSheet(ctx: Ctx, rows: readonly Visit[]): Promise<File> {
  const w = ctx.locale === 'vi' ? vi : en
  const bytes = await writeSheet({
    sheetName: w.visits,
    titleLines: [{ text: w.visitsTitle, isBold: true }],
    columns: [
      { key: 'fromOn', title: w.field.fromOn, kind: 'day' },
      { key: 'lastOn', title: w.field.lastOn, kind: 'day' },
      { key: 'classCode', title: w.field.class, kind: 'text', width: 16 },
      { key: 'className', title: w.field.className, kind: 'text', width: 36 },
      { key: 'kind', title: w.field.kind, kind: 'text', width: 24 },
      { key: 'host', title: w.field.host, kind: 'text', width: 36 },
      { key: 'title', title: w.field.title, kind: 'text', width: 48 },
      { key: 'people', title: w.field.people, kind: 'number', width: 10 },
      { key: 'leader', title: w.field.leader, kind: 'text', width: 26 },
      { key: 'state', title: w.field.state, kind: 'text', width: 20 },
    ],
    rows: rows.map((row) => ({ ...row, kind: w.kinds[row.kind], state: w.states[row.state] })),
  })
  return xlsxFile('nghien-cuu-thuc-te', bytes)
}
