import { todayIn } from '../../pure/day.ts'
import type { Ctx } from '../../server/ctx.ts'
import { xlsxFile } from '../../server/files/send.ts'
import { writeSheet } from '../../server/files/xlsx.ts'
import type { CaseRow } from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** Cases, one row each, as they are filtered. */
export async function casesSheet(ctx: Ctx, rows: readonly CaseRow[]): Promise<File> {
  const w = ctx.locale === 'vi' ? vi : en
  const dayOf = (at: string | null) => at && todayIn(ctx.config.timeZone, at)
  const bytes = await writeSheet({
    sheetName: w.cases,
    titleLines: [{ text: w.casesTitle, isBold: true }],
    columns: [
      { key: 'learner', title: w.field.learner, kind: 'text', width: 28 },
      { key: 'unit', title: w.field.unit, kind: 'text', width: 34 },
      { key: 'classCode', title: w.field.class, kind: 'text', width: 16 },
      { key: 'kind', title: w.field.kind, kind: 'text', width: 24 },
      { key: 'title', title: w.field.title, kind: 'text', width: 48 },
      { key: 'raisedSide', title: w.field.raisedSide, kind: 'text', width: 18 },
      { key: 'raisedOn', title: w.field.raisedAt, kind: 'day' },
      { key: 'ownerName', title: w.field.owner, kind: 'text', width: 24 },
      { key: 'dueOn', title: w.field.dueOn, kind: 'day' },
      { key: 'state', title: w.field.state, kind: 'text', width: 20 },
      { key: 'answeredOn', title: w.field.answeredAt, kind: 'day' },
      { key: 'solvedOn', title: w.field.solvedAt, kind: 'day' },
    ],
    rows: rows.map((row) => ({
      ...row,
      kind: w.kinds[row.kind],
      raisedSide: w.sides[row.raisedSide],
      state: w.states[row.state],
      raisedOn: dayOf(row.raisedAt),
      answeredOn: dayOf(row.answeredAt),
      solvedOn: dayOf(row.solvedAt),
    })),
  })
  return xlsxFile('vu-viec', bytes)
}
