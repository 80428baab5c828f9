import type * as z from 'zod'
import type { change } from './contract/drafting.ts'
import type { Authors, ChangeRow, RecordLine } from './drafting-store.ts'
import type { Item } from './rules.ts'

/** The columns that a person knows; what numbers and orders rows is nothing to read. */
const shown = [
  'title',
  'goals',
  'source',
  'outcomes',
  'field_code',
  'theory_hours',
  'discussion_hours',
  'practice_hours',
  'field_hours',
  'self_study_hours',
  'report_hours',
  'exam_hours',
]

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** Changes with what the record holds of each, as somebody reads them: the fields, from what to what, where it moved. */
export function readable(
  changes: readonly ChangeRow[],
  lines: readonly RecordLine[],
  items: readonly Item[],
  authors: Authors,
): z.infer<typeof change>[] {
  const titleOf = (id: unknown) => items.find((one) => one.id === Number(id))?.title ?? ''
  return changes.map(({ madeBy, ...row }) => {
    const own = lines.filter((line) => line.changeId === row.id)
    const item = items.find((one) => one.lineageId === row.lineageId)
    const isOwn = (line: RecordLine) =>
      row.lineageId === null ||
      Number(line.rowId) === item?.id ||
      Number((line.before ?? line.after)?.lineage_id) === row.lineageId
    const fields = own.filter(isOwn).flatMap((line) => {
      const [before, after] = [line.before ?? {}, line.after ?? {}]
      const named = row.act === 'import' ? text(after.title ?? before.title) || titleOf(line.rowId) : ''
      const found = shown
        .filter((field) => field in before || field in after)
        .filter(
          (field) =>
            line.action === 'update' || !['', '0', 'null'].includes(text(before[field] ?? after[field])),
        )
        .map((field) => ({
          field: named ? `${field}:${named}` : field,
          before: text(before[field]),
          after: text(after[field]),
        }))
      const hasMoved = line.action === 'update' && ('position' in after || 'parent_id' in after)
      if (!hasMoved || row.act === 'import') return found
      const place = (side: Record<string, unknown>) =>
        [titleOf('parent_id' in after ? side.parent_id : item?.parentId), text(side.position)]
          .filter(Boolean)
          .join(' · ')
      return [...found, { field: 'place', before: place(before), after: place(after) }]
    })
    const gone = own.find((line) => line.action === 'delete')?.before?.title
    const author = madeBy === null ? undefined : authors.get(madeBy)
    return {
      ...row,
      title: item?.title ?? text(gone),
      by: author?.name ?? null,
      unit: author?.unit ?? null,
      fields: fields.slice(0, 200),
    }
  })
}
