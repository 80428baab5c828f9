import { problem } from '../../pure/problem.ts'
import { fold, searchKey, tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { RowReader } from '../../server/files/row-reader.ts'
import type { Table, WantedColumn } from '../../server/files/table.ts'
import type { ImportCheck, Importer, ImportRow } from '../../server/importer.ts'
import { hourKinds } from './contract.ts'
import * as drafts from './drafting-store.ts'
import { forStep, itemsOf, note, rowOf, sight } from './read.ts'
import { sameHours } from './rules/compare.ts'
import {
  addHours,
  type Hours,
  type Item,
  type ItemKind,
  noHours,
  standsIn,
  sumsOf,
  totalOf,
} from './rules.ts'
import * as store from './store.ts'
import { vi } from './words.vi.ts'

type Key =
  | 'number'
  | 'level'
  | 'title'
  | (typeof hourKinds)[number]
  | 'total'
  | 'field'
  | 'outcomes'
  | 'lineage'

const columns: readonly (WantedColumn & { key: Key })[] = [
  { key: 'number', synonyms: ['STT', 'TT', 'Số thứ tự', 'stt'], required: true },
  { key: 'level', synonyms: ['Cấp', 'Loại mục', 'cap'], required: false },
  {
    key: 'title',
    synonyms: [
      vi.fields.content,
      'Nội dung',
      'Tên chuyên đề',
      'Tên học phần, chuyên đề',
      'Khối kiến thức, học phần, chuyên đề',
      'Học phần',
      'Chuyên đề',
      'ten',
    ],
    required: true,
  },
  { key: 'theory', synonyms: [vi.hours.theory, 'LT', 'Lên lớp', 'Giảng lý thuyết'], required: false },
  { key: 'discussion', synonyms: [vi.hours.discussion, 'TL', 'Thảo luận, bài tập'], required: false },
  { key: 'practice', synonyms: [vi.hours.practice, 'TH', 'Thực hành, tình huống'], required: false },
  {
    key: 'field',
    synonyms: [vi.hours.field, 'TT thực tế', 'Nghiên cứu thực tế', 'Đi thực tế'],
    required: false,
  },
  { key: 'selfStudy', synonyms: [vi.hours.selfStudy, 'Tự nghiên cứu', 'tu_hoc'], required: false },
  { key: 'report', synonyms: [vi.hours.report, 'BC', 'Báo cáo, thu hoạch', 'Thu hoạch'], required: false },
  { key: 'exam', synonyms: [vi.hours.exam, 'Kiểm tra', 'Thi, kiểm tra'], required: false },
  { key: 'total', synonyms: [vi.fields.total, 'Tổng số tiết', 'Tổng', 'Số tiết'], required: false },
  { key: 'outcomes', synonyms: [vi.fields.outcomes, 'Mục tiêu', 'Yêu cầu cần đạt'], required: false },
  { key: 'lineage', synonyms: [vi.fields.lineage, 'ma_muc'], required: false },
]
// Beside «Thực tế» the short «Chuyên môn» of teaching would be taken for the field study of another file, so it comes last.
const fieldColumn = {
  key: 'fieldCode',
  synonyms: [vi.fields.field, 'Khoa', 'Bộ môn'],
  required: false,
} as const
type AnyKey = Key | 'fieldCode'

type Line = {
  rowNumber: number
  kind: ItemKind
  title: string
  outcomes: string | null
  fieldCode: string | null
  written: Hours
  /** Its own, without what stands below it. */
  hours: Hours
  lineageId: number | null
  parent: Line | null
  below: Line[]
  item: Item | null
  reader: RowReader<AnyKey>
}

/** «Khối», «Phần»; «Học phần», «Môn»; «Chuyên đề», «Bài». */
function levelOf(text: string): ItemKind | null {
  const said = fold(text)
  if (/^(hoc phan|mon|module)/.test(said)) return 'module'
  if (/^(khoi|phan|part)/.test(said)) return 'part'
  return /^(chuyen de|bai|topic)/.test(said) ? 'topic' : null
}

/** Without a column for it: «I» is a part, «1.2» a topic, «1» a module if a «1.x» follows, else a topic. */
function levelByNumber(number: string, next: string): ItemKind | null {
  const own = number.replace(/\.$/, '')
  if (/^[IVXLC]+$/.test(own)) return 'part'
  if (/^\d+(\.\d+)+$/.test(own)) return 'topic'
  if (!/^\d+$/.test(own)) return null
  return next.startsWith(`${own}.`) ? 'module' : 'topic'
}

/**
 * An outline as offices keep it in Excel, for a draft: the file is the whole outline. What is the same stays, the rest is added,
 * changed, moved or dropped; lines are known by «Mã mục», else by level and title. The line above the head says which draft it is;
 * without it the only one that the sender may write in.
 */
export const curriculumImporter: Importer = {
  kind: 'curriculum',
  can: 'curricula.edit',
  columns: [...columns, fieldColumn],
  template: {
    example: {
      number: '1.1',
      level: vi.kinds.topic,
      title: 'Kỹ năng xử lý tình huống ở cơ sở',
      theory: 4,
      discussion: 2,
      practice: 4,
      outcomes: 'Xử lý được một tình huống thật theo năm bước',
    },
    choices: { level: [vi.kinds.part, vi.kinds.module, vi.kinds.topic] },
    numbers: [...hourKinds, 'total', 'lineage'],
  },
  check: async (outer, found) => {
    const ctx = await outer.under('curricula.edit')
    const table = found as Table<AnyKey>
    const { curriculumId, sinceId } = await draftOf(ctx, table.titleLines)
    const items = await itemsOf(ctx, curriculumId)
    const fields = await store.fieldCodes(ctx.db)
    const lines = linesOf(table, fields)
    const lineages = await store.lineagesOfProgramme(ctx.db, curriculumId)
    match(lines, items, lineages)
    const since = await drafts.changedSince(ctx.db, curriculumId, sinceId, actorOf(ctx).accountId)
    const rows = lines.map((line) => rowOfLine(table, line, since))
    const kept = new Set(lines.map((line) => line.item?.id))
    const isWrong = lines.some((line) => line.reader.isWrong)
    const dropped = isWrong ? [] : items.filter((item) => !kept.has(item.id))
    return {
      report: {
        rows: [
          ...rows,
          ...dropped.map(
            (item): ImportRow => ({
              rowNumber: 0,
              action: 'drop',
              understood: `${item.number} ${item.title}`,
              problems: since.has(item.lineageId)
                ? [{ column: null, code: 'curricula.changedSince', params: {}, isError: false }]
                : [],
            }),
          ),
        ],
        checks: totalsOf(table, lines),
      },
      apply: async (outer) => {
        if (isWrong) throw problem(409, 'curricula.importHasErrors')
        const ctx = await outer.under('curricula.edit')
        if (rows.every((row) => row.action === 'same') && dropped.length === 0) return
        await forStep(ctx, curriculumId, 'edit')
        await store.lockOrder(ctx.db, curriculumId)
        await write(ctx, curriculumId, lines, dropped)
      },
    }
  },
}

/** Which draft the file is for: named above its head, or the only one in which the sender may write. */
async function draftOf(
  ctx: Ctx,
  titleLines: readonly string[],
): Promise<{ curriculumId: number; sinceId: number }> {
  const named = titleLines
    .map((line) => /ma phien ban:? *(\d+)(?:.*thay doi:? *(\d+))?/.exec(searchKey(line)))
    .find((one) => one !== null)
  if (named) {
    const curriculumId = Number(named[1])
    await rowOf(ctx, curriculumId)
    await forStep(ctx, curriculumId, 'edit')
    return { curriculumId, sinceId: Number(named[2] ?? 0) }
  }
  const open = await store.openDrafts(ctx.db, sight(ctx), actorOf(ctx).rights.includes('curricula.manage'))
  const [only] = open
  if (!only || open.length > 1) throw problem(422, 'curricula.fileOfWhich', { drafts: open.length })
  return { curriculumId: only, sinceId: Number.MAX_SAFE_INTEGER }
}

function linesOf(table: Table<AnyKey>, fields: ReadonlyMap<string, string>): Line[] {
  const rows = table.rows.filter((row) => row.kind === 'data' || row.kind === 'section')
  const lines: Line[] = []
  let part: Line | null = null
  let module: Line | null = null
  rows.forEach((row, i) => {
    const reader = new RowReader<AnyKey>(table, row)
    const next = rows[i + 1] ? (new RowReader<AnyKey>(table, rows[i + 1]!).text('number') ?? '') : ''
    const number = reader.text('number') ?? ''
    const said = reader.text('level')
    const kind = said === null ? levelByNumber(number, next) : levelOf(said)
    if (kind === null)
      reader.wrong(
        said === null ? 'number' : 'level',
        said === null ? 'curricula.numberUnread' : 'field.notInList',
      )
    const title = tidy(reader.line('title', 500))
    const hours = Object.fromEntries(hourKinds.map((one) => [one, reader.whole(one, 0, 5000) ?? 0])) as Hours
    const teaching = reader.text('fieldCode')
    const fieldCode = teaching === null ? null : (fields.get(searchKey(teaching)) ?? null)
    if (teaching !== null && fieldCode === null) reader.wrong('fieldCode', 'curricula.unknownField')
    const total = reader.whole('total', 0, 50_000)
    const hasHours = hourKinds.some((one) => table.columns[one] !== undefined)
    if (hasHours && total !== null && total !== totalOf(hours))
      reader.wrong('total', 'curricula.rowSum', { written: total, summed: totalOf(hours) })
    const line: Line = {
      rowNumber: row.rowNumber,
      kind: kind ?? 'topic',
      title,
      outcomes: table.columns.outcomes === undefined ? null : reader.optional('outcomes', 5000),
      fieldCode,
      written: hours,
      hours,
      lineageId: reader.whole('lineage', 1, Number.MAX_SAFE_INTEGER),
      parent: null,
      below: [],
      item: null,
      reader,
    }
    if (line.kind === 'part') [part, module] = [line, null]
    else if (line.kind === 'module') {
      line.parent = part
      module = line
    } else line.parent = module ?? part
    if (line.kind === 'topic' && module && hasLeft(module, number)) {
      line.parent = part
      module = null
    }
    if (line.parent && !standsIn(line.kind, line.parent.kind)) reader.wrong('level', 'curricula.wrongLevel')
    line.parent?.below.push(line)
    lines.push(line)
  })
  // From below upwards: what stands at a part or a module is the sum with what is in it.
  for (const line of lines.toReversed()) {
    if (line.below.length === 0) continue
    const inside = line.below.reduce((sum, one) => addHours(sum, allOf(one)), noHours)
    if (totalOf(line.written) === 0) {
      line.hours = noHours
      continue
    }
    const rest = Object.fromEntries(hourKinds.map((one) => [one, line.written[one] - inside[one]])) as Hours
    const short = hourKinds.find((one) => rest[one] < 0)
    if (short) {
      line.reader.wrong(short, 'curricula.sumTooSmall', {
        written: line.written[short],
        summed: inside[short],
      })
      line.hours = noHours
    } else line.hours = rest
  }
  return lines
}

/** «2» behind «1.1», «1.2» is not in the module «1» any more; behind a «1» in the module, as files count that begin anew in each, it is. */
function hasLeft(module: Line, number: string): boolean {
  const plain = /^(\d+)\.?$/.exec(number)
  if (!plain) return false
  const last = module.below.at(-1)
  if (last) return (last.reader.text('number') ?? '').replace(/\.$/, '').includes('.')
  return Number(plain[1]) === Number((module.reader.text('number') ?? '').replace(/\.$/, '')) + 1
}

const allOf = (line: Line): Hours => line.below.reduce((sum, one) => addHours(sum, allOf(one)), line.hours)

/** Finds the item of each line: by its «Mã mục», else the first of its level and title that no line has yet. */
function match(lines: readonly Line[], items: readonly Item[], lineages: ReadonlySet<number>): void {
  const free = new Map(items.map((item) => [item.lineageId, item]))
  const first = new Map<number, number>()
  for (const line of lines) {
    if (line.lineageId === null) continue
    const twice = first.get(line.lineageId)
    if (twice !== undefined) line.reader.wrong('lineage', 'curricula.lineTwice', { rowNumber: twice })
    first.set(line.lineageId, line.rowNumber)
    const item = free.get(line.lineageId)
    if (item && item.kind !== line.kind) line.reader.wrong('level', 'curricula.kindKept')
    else if (item) {
      line.item = item
      free.delete(line.lineageId)
    } else if (!lineages.has(line.lineageId)) {
      // Of another programme, or typed by hand: a new line of its own.
      line.lineageId = null
    }
  }
  for (const line of lines) {
    if (line.item || line.lineageId !== null) continue
    const item = [...free.values()].find(
      (one) => one.kind === line.kind && searchKey(one.title) === searchKey(line.title),
    )
    if (!item) continue
    line.item = item
    line.lineageId = item.lineageId
    free.delete(item.lineageId)
  }
}

const valuesOf = (line: Line): store.ItemValues => ({
  title: line.title,
  outcomes: line.outcomes ?? line.item?.outcomes ?? '',
  fieldCode: line.reader.text('fieldCode') === null ? (line.item?.fieldCode ?? null) : line.fieldCode,
  hours: line.hours,
})

const isChanged = (item: Item, values: store.ItemValues): boolean =>
  item.title !== values.title ||
  item.outcomes !== values.outcomes ||
  item.fieldCode !== values.fieldCode ||
  !sameHours(item.hours, values.hours)

const isElsewhere = (line: Line): boolean =>
  line.item !== null && line.item.parentId !== (line.parent === null ? null : (line.parent.item?.id ?? -1))

function rowOfLine(table: Table<AnyKey>, line: Line, since: ReadonlySet<number>): ImportRow {
  const values = valuesOf(line)
  const title = (key: AnyKey) => table.columns[key]?.title ?? key
  const changes: NonNullable<ImportRow['changes']> = []
  const { item } = line
  if (item) {
    if (item.title !== values.title)
      changes.push({ column: title('title'), before: item.title, after: values.title })
    for (const kind of hourKinds)
      if (item.hours[kind] !== values.hours[kind])
        changes.push({
          column: title(kind),
          before: String(item.hours[kind]),
          after: String(values.hours[kind]),
        })
    if (item.outcomes !== values.outcomes)
      changes.push({ column: title('outcomes'), before: item.outcomes, after: values.outcomes })
    if (item.fieldCode !== values.fieldCode)
      changes.push({
        column: title('fieldCode'),
        before: item.fieldCode ?? '',
        after: values.fieldCode ?? '',
      })
    if (isElsewhere(line))
      changes.push({ column: title('number'), before: item.number, after: line.reader.text('number') ?? '' })
    if (changes.length > 0 && since.has(item.lineageId)) line.reader.doubtful('curricula.changedSince')
  }
  const action = line.reader.isWrong ? 'wrong' : !item ? 'add' : changes.length > 0 ? 'change' : 'same'
  return {
    rowNumber: line.rowNumber,
    action,
    understood: [vi.kinds[line.kind], line.title, `${totalOf(allOf(line))} tiết`].join(' · '),
    problems: line.reader.problems,
    ...(action === 'change' && { changes }),
  }
}

/** The total row of the file against the sum of its lines. */
function totalsOf(table: Table<AnyKey>, lines: readonly Line[]): ImportCheck[] {
  const last = table.rows.findLast((row) => row.kind === 'total')
  if (!last) return []
  const reader = new RowReader<AnyKey>(table, last)
  const sums = sumsOf(lines)
  const written = reader.whole('total', 0, 1_000_000)
  return written === null
    ? []
    : [
        {
          code: 'curricula.totalMatches',
          params: { written, summed: totalOf(sums) },
          holds: written === totalOf(sums),
        },
      ]
}

async function write(
  ctx: Ctx,
  curriculumId: number,
  lines: readonly Line[],
  dropped: readonly Item[],
): Promise<void> {
  const ids = new Map<Line, number>()
  for (const line of lines) {
    const values = valuesOf(line)
    const parentId = line.parent === null ? null : (ids.get(line.parent) ?? null)
    if (line.item) {
      ids.set(line, line.item.id)
      const at = { curriculumId, itemId: line.item.id, version: line.item.version }
      if (isChanged(line.item, values) && !(await store.setItem(ctx.db, at, values)))
        throw problem(409, 'curricula.staleItem', { current: line.item })
    } else {
      const at = { curriculumId, parentId, kind: line.kind, position: 1_000_000 + line.rowNumber }
      ids.set(line, await store.addItem(ctx.db, { ...at, lineageId: line.lineageId }, values))
    }
  }
  for (const parent of [null, ...lines.filter((line) => line.below.length > 0)]) {
    const own = lines.filter((line) => line.parent === parent).map((line) => ids.get(line) ?? 0)
    await store.placeItems(ctx.db, curriculumId, parent === null ? null : (ids.get(parent) ?? null), own)
  }
  for (const item of dropped.toReversed())
    await store.dropItem(ctx.db, { curriculumId, itemId: item.id, version: item.version })
  await note(ctx, { curriculumId, lineageId: null, act: 'import', reasonKind: undefined, reason: '' })
}
