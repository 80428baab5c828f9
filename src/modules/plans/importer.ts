import { problem } from '../../pure/problem.ts'
import { printNumber } from '../../pure/share.ts'
import { tidy } from '../../pure/vietnamese.ts'
import type { Ctx } from '../../server/ctx.ts'
import {
  readText,
  readWhole,
  type Table,
  type TableRow,
  type WantedColumn,
} from '../../server/files/table.ts'
import type { ImportCheck, Importer, ImportOptions, ImportRow } from '../../server/importer.ts'
import {
  type Bloc,
  blocNamed,
  catalogue,
  type GroupRow,
  groups,
  type ModeRow,
  matchGroup,
  matchMode,
  matchProgramme,
  modes,
  type ProgrammeRow,
  yearPeriod,
} from '../programmes/index.ts'
import { type Finder, unitFinder } from '../units/index.ts'
import { assignerOfTitle, readDong, readMonths, unitOfMoney, yearOfTitle } from './cells.ts'
import { type Comparable, type ComparedField, differingFields, naturalKey, pairLines } from './rules.ts'
import { makeDraft } from './service.ts'
import * as store from './store.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

type Key =
  | 'ordinal'
  | 'content'
  | 'mode'
  | 'classes'
  | 'carriedOver'
  | 'opened'
  | 'learners'
  | 'partner'
  | 'place'
  | 'months'
  | 'budget'
  | 'note'

const columns: readonly WantedColumn<Key>[] = [
  { key: 'ordinal', synonyms: ['TT', 'STT', 'Số TT', 'Số thứ tự'], required: false },
  {
    key: 'content',
    synonyms: [
      'Nội dung',
      'Tên lớp',
      'Chương trình',
      'Tên chương trình',
      'Nội dung đào tạo, bồi dưỡng',
      'Nội dung, chương trình',
      'Chương trình đào tạo, bồi dưỡng',
      'Lớp đào tạo, bồi dưỡng',
      'Loại lớp',
      'Loại hình đào tạo, bồi dưỡng',
      'Các lớp',
      'Đối tượng, nội dung',
    ],
    required: true,
  },
  {
    key: 'mode',
    synonyms: [
      'Hệ',
      'Hình thức',
      'Hệ đào tạo',
      'Hình thức đào tạo',
      'Hình thức học',
      'Hệ học',
      'Loại hình',
      'Hình thức tổ chức',
    ],
    required: false,
  },
  {
    key: 'classes',
    synonyms: ['Số lớp', 'Tổng số lớp', 'Số lượng lớp', 'Tổng số', 'Số lớp kế hoạch', 'Kế hoạch'],
    required: false,
  },
  {
    key: 'carriedOver',
    synonyms: ['Chuyển tiếp', 'Lớp chuyển tiếp', 'Số lớp chuyển tiếp', 'Năm trước chuyển sang', 'Lớp cũ'],
    required: false,
  },
  {
    key: 'opened',
    synonyms: ['Mở mới', 'Khai giảng mới', 'Khai giảng', 'Số lớp mở mới', 'Lớp mở mới', 'Lớp mới', 'Mới'],
    required: false,
  },
  {
    key: 'learners',
    synonyms: [
      'Số học viên dự kiến',
      'Số học viên',
      'Học viên',
      'Dự kiến học viên',
      'Số lượng học viên',
      'Số HV',
      'Số lượt học viên',
      'Chỉ tiêu học viên',
      'Chỉ tiêu',
    ],
    required: false,
  },
  {
    key: 'partner',
    synonyms: [
      'Đơn vị phối hợp',
      'Cơ quan phối hợp',
      'Phối hợp',
      'Đơn vị liên kết',
      'Cơ quan, đơn vị phối hợp',
      'Đơn vị chủ trì, phối hợp',
    ],
    required: false,
  },
  {
    key: 'place',
    synonyms: ['Địa điểm', 'Nơi mở lớp', 'Địa điểm mở lớp', 'Nơi học', 'Địa điểm học'],
    required: false,
  },
  {
    key: 'months',
    synonyms: [
      'Thời gian',
      'Tháng',
      'Thời gian mở lớp',
      'Dự kiến thời gian',
      'Thời gian thực hiện',
      'Thời gian dự kiến',
      'Thời gian tổ chức',
    ],
    required: false,
  },
  {
    key: 'budget',
    synonyms: ['Kinh phí', 'Kinh phí dự kiến', 'Dự toán', 'Dự toán kinh phí', 'Dự kiến kinh phí'],
    required: false,
  },
  { key: 'note', synonyms: ['Ghi chú'], required: false },
]

type Doubt = ImportRow['problems'][number]
type Figures = {
  classes: number | null
  carriedOver: number | null
  opened: number | null
  learners: number | null
  budget: number | null
}
type FigureKey = keyof Figures

/** One row of the file as a line of the plan; `values` null when it cannot be one. */
type ReadLine = {
  row: TableRow<Key>
  figures: Figures
  values: store.LineValues | null
  problems: Doubt[]
  /** How the partner reads on the page: the unit's own name, or the words. */
  partner: string | null
}

/** What a section row says for the lines below it. */
type Section = {
  text: string
  depth: number
  group: GroupRow | null
  programme: ProgrammeRow | null
  bloc: Bloc | null
}

/** What the file is compared with while it is read. */
type Books = {
  year: number
  programmes: ProgrammeRow[]
  groups: GroupRow[]
  modes: ModeRow[]
  find: Finder
  nameOf: (unitId: number) => string | null
  moneyUnit: number
}

/**
 * A year's plan as offices keep it: section rows name the group, totals are compared and not taken in. It becomes the year's
 * draft; what is approved stays as it is, and a new draft is made only when the file differs from what is in force.
 */
export const planImporter: Importer = {
  kind: 'plan',
  can: 'plans.edit',
  columns,
  template: {
    example: {
      ordinal: '1',
      content: 'Trung cấp lý luận chính trị',
      mode: 'Vừa làm vừa học',
      classes: 15,
      carriedOver: 9,
      opened: 6,
      learners: 1350,
      partner: 'Ban Tổ chức Tỉnh ủy',
      place: 'Trường Chính trị',
      months: 'Tháng 3-5',
      budget: 1_250_000_000,
    },
    choices: { mode: ['Tập trung', 'Vừa làm vừa học', '-'] },
    numbers: ['classes', 'carriedOver', 'opened', 'learners', 'budget'],
  },
  check: async (ctx, found, options) => {
    const table = found as Table<Key>
    const { year, checks } = yearOf(table, options)
    const books = await booksOf(ctx, year, table)
    const { lines, shown, totals } = readRows(ctx, table, books)
    checks.push(...totals)
    const base = await baseOf(ctx, year)
    const dropped = compareWithPlan(ctx, table, books, lines, shown, base.lines)
    if (
      base.version?.state === 'approved' &&
      (dropped.length > 0 || shown.some((row) => row.action === 'add' || row.action === 'change'))
    ) {
      checks.push({ code: 'plans.newVersion', params: { year, number: base.version.number }, holds: true })
    }
    if (dropped.length > 0) {
      checks.push({
        code: 'plans.linesDropped',
        params: { count: dropped.length, titles: dropped.map((line) => line.title) },
        holds: true,
      })
    }
    const rows = [...shown, ...dropped.map((line) => droppedRow(ctx, line))]
    return { report: { rows, checks }, apply: (ctx) => write(ctx, year, table, lines, rows) }
  },
}

function yearOf(table: Table<Key>, options: ImportOptions): { year: number; checks: ImportCheck[] } {
  const written = yearOfTitle(table.titleLines)
  const year = options.year ?? written
  if (year === null) throw problem(422, 'plans.yearUnknown')
  const isOther = written !== null && written !== year
  return {
    year,
    checks: isOther ? [{ code: 'plans.yearDiffers', params: { written, chosen: year }, holds: false }] : [],
  }
}

async function booksOf(ctx: Ctx, year: number, table: Table<Key>): Promise<Books> {
  const on = yearPeriod(year).fromOn
  const names = await store.unitNamesOn(ctx.db, on)
  return {
    year,
    programmes: await catalogue(ctx.db),
    groups: await groups(ctx.db),
    modes: await modes(ctx.db),
    find: await unitFinder(ctx.db, on),
    nameOf: (unitId) => names.get(unitId) ?? null,
    moneyUnit: unitOfMoney(table.columns.budget?.title ?? ''),
  }
}

/** The version that the file would become or replace: the open one, else the one in force. */
async function baseOf(
  ctx: Ctx,
  year: number,
): Promise<{ version: store.VersionRow | undefined; lines: store.LineRow[] }> {
  const versions = await store.versionsOf(ctx.db, ctx.scope, year)
  const version = versions.find((one) => one.state !== 'approved') ?? versions.find((one) => one.isCurrent)
  if (version?.state === 'submitted') throw problem(409, 'plans.importWhileSubmitted', { year })
  return { version, lines: version ? await store.linesOf(ctx.db, version.id) : [] }
}

function readRows(
  ctx: Ctx,
  table: Table<Key>,
  books: Books,
): { lines: ReadLine[]; shown: ImportRow[]; totals: ImportCheck[] } {
  const w = words(ctx)
  const lines: ReadLine[] = []
  const shown: ImportRow[] = []
  const sums = new Sums(table, books)
  const sections: Section[] = []
  for (const row of table.rows) {
    if (row.kind === 'blank' || row.kind === 'note') continue
    if (row.kind === 'section') {
      const section = readSection(row, books)
      while (sections.length > 0 && sections.at(-1)!.depth >= section.depth) sections.pop()
      sections.push(section)
      sums.section(row, section.depth)
      shown.push(
        skipped(row, w.understood.section({ text: section.text, group: section.group?.name ?? null })),
      )
    } else if (row.kind === 'total') {
      sums.total(row)
      shown.push(skipped(row, w.understood.total({ text: row.text })))
    } else {
      const line = readLine(table, row, books, sections)
      lines.push(line)
      sums.line(line.figures)
      const { values } = line
      shown.push({
        rowNumber: row.rowNumber,
        action: values ? 'add' : 'wrong',
        understood: values ? understoodOf(w, books, { ...values, partner: line.partner }) : row.text,
        problems: line.problems,
      })
    }
  }
  const seen = new Map<string, number>()
  for (const { values, row, problems } of lines) {
    if (!values) continue
    const key = naturalKey(values)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row.rowNumber)
    else problems.push({ column: null, code: 'plans.twice', params: { rowNumber: first }, isError: false })
  }
  return { lines, shown, totals: sums.checks() }
}

const skipped = (row: TableRow<Key>, understood: string): ImportRow => ({
  rowNumber: row.rowNumber,
  action: 'skipped',
  understood,
  problems: [],
})

function readSection(row: TableRow<Key>, books: Books): Section {
  const text = readText(row.cells.content) ?? row.text
  const match = matchProgramme(books.programmes, text, yearPeriod(books.year))
  return {
    text,
    depth: depthOf(readText(row.cells.ordinal)),
    group: matchGroup(books.groups, text)?.group ?? null,
    programme: match.kind === 'one' ? match.programme : null,
    bloc: blocNamed(text),
  }
}

/** «A» stands above «I», that above «1», that above «1.1» and «a». A section without a number stands where «I» does. */
function depthOf(ordinal: string | null): number {
  const bare = (ordinal ?? '').replace(/[.):/-]+$/, '').trim()
  if (/^(X{0,3})(IX|IV|V?I{0,3})$/.test(bare)) return 1
  if (/^[A-ZĐ]$/.test(bare)) return 0
  if (/^\d+$/.test(bare)) return 2
  return bare === '' ? 1 : 3
}

function readLine(
  table: Table<Key>,
  row: TableRow<Key>,
  books: Books,
  sections: readonly Section[],
): ReadLine {
  const problems: Doubt[] = []
  const say =
    (isError: boolean) =>
    (key: Key | null, code: string, params: Record<string, unknown> = {}) =>
      problems.push({
        column: key === null ? null : (table.columns[key]?.title ?? null),
        code,
        params,
        isError,
      })
  const [wrong, doubtful] = [say(true), say(false)]
  const figures = readFigures(row, books)
  for (const key of ['classes', 'carriedOver', 'opened', 'learners'] as const) {
    const reading = readWhole(row.cells[key])
    if (!reading.ok || (reading.value ?? 0) < 0)
      wrong(key, 'plans.notWhole', { written: readText(row.cells[key]) })
  }
  if (readDong(row.cells.budget, books.moneyUnit) === null)
    wrong('budget', 'plans.notMoney', { written: readText(row.cells.budget) })

  const written = readText(row.cells.content)
  const named = written === null ? null : readName(written, books, sections, wrong, doubtful)
  if (written === null) wrong('content', 'plans.noName')
  const programme = named?.programme ?? null
  const modeCode = readMode(row, named?.modeCode ?? null, written ?? '', programme, books, wrong, doubtful)

  const carriedOver = figures.carriedOver ?? 0
  const opened = figures.opened ?? (figures.classes === null ? 0 : Math.max(0, figures.classes - carriedOver))
  if (figures.classes !== null && figures.classes !== carriedOver + opened) {
    wrong('classes', 'plans.sumDiffers', {
      rowNumber: row.rowNumber,
      classes: figures.classes,
      carriedOver,
      opened,
    })
  } else if (carriedOver + opened === 0 && !problems.some((one) => one.isError))
    wrong('classes', 'plans.noClass')

  const partner = readPartner(row, books, doubtful)
  const months = readMonths(row.cells.months)
  const time = readText(row.cells.months)
  if (months === null) doubtful('months', 'plans.monthsUnclear', { written: time })
  const note = [readText(row.cells.note), months === null && time ? `Thời gian: ${time}` : null]
    .filter((part) => part !== null)
    .join('. ')
  const isWrong = problems.some((one) => one.isError) || named === null
  return {
    row,
    figures,
    problems,
    partner: partner.name,
    values: isWrong
      ? null
      : {
          groupCode: named.groupCode,
          programmeId: programme?.id ?? null,
          title: named.title,
          modeCode,
          bloc: named.bloc,
          carriedOver,
          opened,
          learners: figures.learners,
          partnerUnitId: partner.unitId,
          partnerText: partner.text,
          place: readText(row.cells.place),
          months: months ?? [],
          budgetDong: figures.budget,
          note: note || null,
        },
  }
}

/** The figures of a row, null where there is none that can be read: a wrong row still counts in the sums of its file. */
function readFigures(row: TableRow<Key>, books: Books): Figures {
  const whole = (key: Key) => {
    const reading = readWhole(row.cells[key])
    return reading.ok && (reading.value ?? 0) >= 0 ? reading.value : null
  }
  return {
    classes: whole('classes'),
    carriedOver: whole('carriedOver'),
    opened: whole('opened'),
    learners: whole('learners'),
    budget: readDong(row.cells.budget, books.moneyUnit) ?? null,
  }
}

type Say = (key: Key | null, code: string, params?: Record<string, unknown>) => void
type Named = {
  programme: ProgrammeRow | null
  groupCode: string
  title: string
  bloc: Bloc | null
  modeCode: string | null
}

/** Which programme or group the row is about; null when nobody can tell. */
function readName(
  written: string,
  books: Books,
  sections: readonly Section[],
  wrong: Say,
  doubtful: Say,
): Named | null {
  const section = sections.findLast((one) => one.group !== null)
  const sectionBloc = sections.findLast((one) => one.bloc !== null)?.bloc ?? null
  const match = matchProgramme(books.programmes, written, yearPeriod(books.year))
  const ofProgramme = (programme: ProgrammeRow, bloc: Bloc | null, modeCode: string | null = null): Named => {
    if (section?.group && section.group.code !== programme.groupCode) {
      doubtful('content', 'plans.otherGroup', { section: section.text, group: programme.groupName })
    }
    if (bloc && programme.bloc && bloc !== programme.bloc)
      doubtful('content', 'plans.otherBloc', { written, name: programme.name })
    return {
      programme,
      groupCode: programme.groupCode,
      title: programme.name,
      bloc: bloc ?? programme.bloc ?? sectionBloc,
      modeCode,
    }
  }
  if (match.kind === 'one' && match.by !== 'contained') return ofProgramme(match.programme, match.bloc)

  // «Hệ tập trung» under «Trung cấp lý luận chính trị»: the section is the programme, the row only its mode.
  const above = sections.findLast((one) => one.programme !== null)?.programme
  const modeCode = matchMode(books.modes, written)
  if (above && modeCode && modeCode !== 'none' && match.kind === 'none')
    return ofProgramme(above, null, modeCode)

  const group = matchGroup(books.groups, written)
  if (group?.isExact) {
    doubtful('content', 'plans.wholeGroup', { group: group.group.name })
    return {
      programme: null,
      groupCode: group.group.code,
      title: tidy(written),
      bloc: match.bloc ?? sectionBloc,
      modeCode: null,
    }
  }
  // A degree with more words around it («khóa 30») is that degree; a short course with other words is another course.
  if (match.kind === 'one' && match.programme.kind === 'training') {
    doubtful('content', 'plans.nameContained', { written, name: match.programme.name })
    return ofProgramme(match.programme, match.bloc)
  }
  const near =
    match.kind === 'one'
      ? [match.programme]
      : match.kind === 'several'
        ? match.candidates.slice(0, 5)
        : match.nearest
  const nearest = near.map((one) => one.name)
  const groupOf = section?.group ?? group?.group
  if (match.kind === 'none' && match.outOfPeriod.length > 0) {
    wrong('content', 'plans.programmeOutOfPeriod', { written, year: books.year })
  } else if (match.kind === 'several' && match.candidates[0]?.kind === 'training') {
    wrong('content', 'plans.programmeUnclear', { written, candidates: nearest })
  } else if (groupOf && !(match.kind === 'none' && match.isAlmost)) {
    // Schools plan courses that no catalogue knows yet: the line keeps its words and counts in its group.
    doubtful('content', 'plans.programmeNew', { written, group: groupOf.name, nearest })
    return {
      programme: null,
      groupCode: groupOf.code,
      title: tidy(written),
      bloc: match.bloc ?? sectionBloc,
      modeCode: null,
    }
  } else wrong('content', 'plans.programmeUnknown', { written, nearest })
  return null
}

function readMode(
  row: TableRow<Key>,
  named: string | null,
  content: string,
  programme: ProgrammeRow | null,
  books: Books,
  wrong: Say,
  doubtful: Say,
): string {
  const written = readText(row.cells.mode)
  const nameOf = (code: string) => books.modes.find((mode) => mode.code === code)?.name ?? code
  let code = matchMode(books.modes, written)
  if (code === null) {
    wrong('mode', 'plans.modeUnknown', { written })
    return 'none'
  }
  // Without a column for it, the mode often stands in the name: «Trung cấp lý luận chính trị hệ tập trung».
  if (code === 'none')
    code =
      named ??
      (programme && !programme.modes.includes('none') ? (matchMode(books.modes, content) ?? 'none') : 'none')
  if (!programme || programme.modes.includes(code)) return code
  const params = { name: programme.name, modes: programme.modes.map(nameOf) }
  if (code === 'none') doubtful('mode', 'plans.modeMissing', params)
  else wrong('mode', 'plans.modeNotOfProgramme', params)
  return code
}

function readPartner(
  row: TableRow<Key>,
  books: Books,
  doubtful: Say,
): { unitId: number | null; text: string | null; name: string | null } {
  const text = readText(row.cells.partner)
  if (text === null || /^[-–—.…]+$/.test(text)) return { unitId: null, text: null, name: null }
  const finding = books.find(text)
  if (finding.found === 'one')
    return { unitId: finding.unitId, text, name: books.nameOf(finding.unitId) ?? text }
  if (finding.found === 'many')
    doubtful('partner', 'plans.partnerUnclear', { written: text, units: finding.unitIds.length })
  else doubtful('partner', 'plans.partnerAsText', { written: text })
  return { unitId: null, text, name: text }
}

/** Compares the totals and sub-totals of the file with the sums of its lines. */
class Sums {
  private readonly table: Table<Key>
  private readonly books: Books
  private readonly figures: Figures[] = []
  private readonly open: { row: TableRow<Key>; depth: number; from: number }[] = []
  private readonly found: { row: TableRow<Key>; ranges: [number, number][] }[] = []
  private sectionFrom = 0
  private totalFrom = 0

  constructor(table: Table<Key>, books: Books) {
    this.table = table
    this.books = books
  }

  line(figures: Figures): void {
    this.figures.push(figures)
  }

  /** A section with figures is the sum of what follows until the next one of its depth. */
  section(row: TableRow<Key>, depth: number): void {
    this.close(depth)
    this.open.push({ row, depth, from: this.figures.length })
    this.sectionFrom = this.figures.length
  }

  /** «Tổng cộng» counts everything above it; «Cộng» its section, what stands since the last total, or everything. */
  total(row: TableRow<Key>): void {
    const end = this.figures.length
    const isGrand = /^\s*tổng|total/iu.test(readText(row.cells.content) ?? row.text)
    const all: [number, number] = [0, end]
    this.found.push({ row, ranges: isGrand ? [all] : [[this.sectionFrom, end], [this.totalFrom, end], all] })
    this.totalFrom = end
  }

  checks(): ImportCheck[] {
    this.close(-1)
    const checks = this.found
      .sort((a, b) => a.row.rowNumber - b.row.rowNumber)
      .flatMap(({ row, ranges }) => {
        const written = readFigures(row, this.books)
        const keys = (Object.keys(written) as FigureKey[]).filter((key) => written[key] !== null)
        const range =
          ranges.find((one) => keys.every((key) => this.sum(key, one) === written[key])) ?? ranges[0]!
        return keys.map((key) => {
          const summed = this.sum(key, range)
          const column = this.table.columns[key]?.title ?? key
          return {
            code: 'plans.totalMatches',
            params: {
              rowNumber: row.rowNumber,
              text: readText(row.cells.content) ?? row.text,
              column,
              written: written[key],
              summed,
            },
            holds: written[key] === summed,
          }
        })
      })
    return checks.length > 0 ? checks : [{ code: 'plans.noTotals', params: {}, holds: true }]
  }

  private close(depth: number): void {
    while (this.open.length > 0 && this.open.at(-1)!.depth >= depth) {
      const { row, from } = this.open.pop()!
      this.found.push({ row, ranges: [[from, this.figures.length]] })
    }
  }

  private sum(key: FigureKey, [from, to]: [number, number]): number {
    return this.figures
      .slice(from, to)
      .reduce((sum, figures) => sum + ((key === 'classes' ? classesOf(figures) : figures[key]) ?? 0), 0)
  }
}

const classesOf = (figures: Figures): number =>
  figures.classes ?? (figures.carriedOver ?? 0) + (figures.opened ?? 0)

/** Sets each row's action against the plan as it is; gives the lines of the plan that the file no longer has. */
function compareWithPlan(
  ctx: Ctx,
  table: Table<Key>,
  books: Books,
  lines: readonly ReadLine[],
  shown: readonly ImportRow[],
  base: readonly store.LineRow[],
): store.LineRow[] {
  const rows = new Map(shown.map((row) => [row.rowNumber, row]))
  const dropped: store.LineRow[] = []
  for (const { before, after: read } of pairLines(base, comparable(lines))) {
    if (!read) {
      dropped.push(before!)
      continue
    }
    const row = rows.get(read.rowNumber)!
    if (!before) continue
    const after = withUnsaid(table, before, read)
    row.understood = understoodOf(words(ctx), books, after)
    const fields = differingFields(before, after)
    row.action = fields.length === 0 ? 'same' : 'change'
    if (fields.length > 0)
      row.changes = fields.map((field) => changeOf(ctx, table, books, field, before, after))
  }
  // While a row is wrong nobody knows which line it would have been, so nothing is said to be dropped.
  return lines.some((line) => line.values === null) ? [] : dropped
}

const comparable = (lines: readonly ReadLine[]) =>
  lines.flatMap(({ values, partner, row }) =>
    values ? [{ ...values, partner, rowNumber: row.rowNumber }] : [],
  )

/** The line as the file has it; a column that the file lacks says nothing, so there the plan's own stays. */
function withUnsaid(
  table: Table<Key>,
  before: store.LineRow,
  read: ReturnType<typeof comparable>[number],
): ReturnType<typeof comparable>[number] {
  const lacks = (key: Key) => table.columns[key] === undefined
  return {
    ...read,
    ...(lacks('learners') && { learners: before.learners }),
    ...(lacks('partner') && {
      partnerUnitId: before.partnerUnitId,
      partnerText: before.partner,
      partner: before.partner,
    }),
    ...(lacks('place') && { place: before.place }),
    ...(lacks('months') && { months: before.months }),
    ...(lacks('budget') && { budgetDong: before.budgetDong }),
    ...(lacks('note') && read.note === null && { note: before.note }),
  }
}

const columnOfField: Partial<Record<ComparedField, Key>> = {
  title: 'content',
  modeCode: 'mode',
  carriedOver: 'carriedOver',
  opened: 'opened',
  learners: 'learners',
  partner: 'partner',
  place: 'place',
  months: 'months',
  budgetDong: 'budget',
  note: 'note',
}

function changeOf(
  ctx: Ctx,
  table: Table<Key>,
  books: Books,
  field: ComparedField,
  before: Comparable,
  after: Comparable,
) {
  const w = words(ctx)
  const print = (line: Comparable): string => {
    if (field === 'months') return line.months.length === 0 ? '' : w.months({ months: line.months })
    const value = line[field]
    if (field === 'modeCode') return books.modes.find((mode) => mode.code === value)?.name ?? ''
    if (field === 'groupCode') return books.groups.find((group) => group.code === value)?.name ?? ''
    if (field === 'bloc') return value ? w.blocs[value as Bloc] : ''
    return typeof value === 'number' ? printNumber(value, ctx.locale) : (value ?? '')
  }
  const key = columnOfField[field]
  const title = (key && table.columns[key]?.title) ?? w.fields[key ?? (field === 'bloc' ? 'bloc' : 'group')]
  return { column: title, before: print(before), after: print(after) }
}

function droppedRow(ctx: Ctx, line: store.LineRow): ImportRow {
  const w = words(ctx)
  return {
    rowNumber: 0,
    action: 'drop',
    understood: w.understood.dropped({ ...line, mode: line.modeCode === 'none' ? '' : line.modeName }),
    problems: [],
  }
}

function understoodOf(
  w: typeof vi,
  books: Books,
  line: store.LineValues & { partner: string | null },
): string {
  return w.understood.line({
    title: line.title,
    mode:
      line.modeCode === 'none'
        ? ''
        : (books.modes.find((mode) => mode.code === line.modeCode)?.name ?? line.modeCode),
    classes: line.carriedOver + line.opened,
    carriedOver: line.carriedOver,
    opened: line.opened,
    learners: line.learners,
    partner: line.partner,
  })
}

/** Writes the file's lines into the year's open version, or into a new one that begins as a copy of the one in force. */
async function write(
  ctx: Ctx,
  year: number,
  table: Table<Key>,
  lines: readonly ReadLine[],
  rows: readonly ImportRow[],
): Promise<void> {
  if (rows.some((row) => row.action === 'wrong')) throw problem(409, 'plans.importHasErrors')
  if (!rows.some((row) => ['add', 'change', 'drop'].includes(row.action))) return
  const { version } = await baseOf(ctx, year)
  const title = table.titleLines.find(
    (line) => /kế hoạch/iu.test(line.normalize('NFC')) && /\d{4}/.test(line),
  )
  const isOpen = version !== undefined && version.state !== 'approved'
  const versionId = isOpen
    ? version.id
    : await makeDraft(ctx, {
        year,
        from: 'current',
        title: title && calm(title),
        assignedBy: assignerOfTitle(table.titleLines) ?? undefined,
      })
  await store.lockVersion(ctx.db, versionId)
  const base = await store.linesOf(ctx.db, versionId)
  for (const { before, after: read } of pairLines(base, comparable(lines))) {
    const after = before && read ? withUnsaid(table, before, read) : read
    if (!after) {
      await store.dropLine(ctx.db, { versionId, lineId: before!.id, version: before!.version })
      continue
    }
    const { partner: _partner, rowNumber, ...values } = after
    const isSame = before && differingFields(before, after).length === 0 && before.sortOrder === rowNumber
    if (before && !isSame)
      await store.setLine(
        ctx.db,
        { versionId, lineId: before.id, version: before.version },
        values,
        rowNumber,
      )
    if (!before) await store.addLine(ctx.db, versionId, values, rowNumber)
  }
  await store.touchVersion(ctx.db, versionId)
}

/** «KẾ HOẠCH ĐÀO TẠO, BỒI DƯỠNG NĂM 2023» as a title: capitals only at the beginning. Mixed writing stays. */
const calm = (title: string): string =>
  title === title.toUpperCase() ? title.charAt(0) + title.slice(1).toLowerCase() : title

const words = (ctx: Ctx): typeof vi => (ctx.locale === 'vi' ? vi : (en as typeof vi))
