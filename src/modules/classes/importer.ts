import { type Day, printDay, readVietnameseDay, yearOf } from '../../pure/day.ts'
import { problem } from '../../pure/problem.ts'
import { fold, searchKey, tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import {
  readDay,
  readText,
  readWhole,
  type Table,
  type TableRow,
  type WantedColumn,
} from '../../server/files/table.ts'
import { cellText } from '../../server/files/xlsx.ts'
import type { ImportCheck, Importer, ImportOptions, ImportRow } from '../../server/importer.ts'
import {
  catalogue,
  matchGroup,
  matchMode,
  matchProgramme,
  groups as programmeGroups,
  programmesService,
  modes as studyModes,
} from '../programmes/index.ts'
import { type Finder, unitFinder } from '../units/index.ts'
import { type CountsAs, countsByDates, refusalsOf } from './rules.ts'
import * as store from './store.ts'
import { vi } from './words.vi.ts'

type Key =
  | 'code'
  | 'name'
  | 'programme'
  | 'group'
  | 'mode'
  | 'kind'
  | 'opensOn'
  | 'closesOn'
  | 'period'
  | 'place'
  | 'partner'
  | 'basis'
  | 'learners'
  | 'note'

/** What a list of classes is read for. The day of opening may stand in a column of its own or before that of closing. */
const columns: readonly WantedColumn<Key>[] = [
  {
    key: 'code',
    synonyms: ['Mã lớp', 'Mã số lớp', 'Ký hiệu lớp', 'Số hiệu lớp', 'Mã số', 'Ký hiệu', 'Mã'],
    required: false,
  },
  {
    key: 'name',
    synonyms: [
      'Tên lớp',
      'Tên lớp học',
      'Tên khóa',
      'Lớp đào tạo, bồi dưỡng',
      'Các lớp',
      'Nội dung',
      'Lớp học',
      'Lớp',
    ],
    required: true,
  },
  {
    key: 'programme',
    synonyms: ['Chương trình', 'Tên chương trình', 'Chương trình đào tạo, bồi dưỡng'],
    required: false,
  },
  { key: 'group', synonyms: ['Nhóm chương trình', 'Nhóm', 'Loại hình đào tạo'], required: false },
  {
    key: 'mode',
    synonyms: [
      'Hệ',
      'Hình thức',
      'Hệ đào tạo',
      'Hình thức đào tạo',
      'Hình thức học',
      'Hình thức tổ chức',
      'Loại hình',
    ],
    required: false,
  },
  {
    key: 'kind',
    synonyms: [
      'Loại',
      'Loại lớp',
      'Phân loại',
      'Chuyển tiếp/Khai giảng',
      'Khai giảng/Chuyển tiếp',
      'Chuyển tiếp/Mở mới',
      'Tình trạng',
    ],
    required: false,
  },
  {
    key: 'opensOn',
    synonyms: [
      'Khai giảng',
      'Ngày khai giảng',
      'Thời gian khai giảng',
      'Ngày mở lớp',
      'Từ ngày',
      'Bắt đầu',
      'Ngày bắt đầu',
      'Từ',
    ],
    required: false,
  },
  {
    key: 'closesOn',
    synonyms: [
      'Bế giảng',
      'Ngày bế giảng',
      'Thời gian bế giảng',
      'Đến ngày',
      'Kết thúc',
      'Ngày kết thúc',
      'Đến',
    ],
    required: false,
  },
  {
    key: 'period',
    synonyms: ['Thời gian', 'Thời gian học', 'Thời gian tổ chức', 'Thời gian đào tạo'],
    required: false,
  },
  {
    key: 'place',
    synonyms: ['Địa điểm', 'Nơi mở lớp', 'Địa điểm mở lớp', 'Nơi học', 'Nơi tổ chức', 'Địa điểm tổ chức'],
    required: false,
  },
  {
    key: 'partner',
    synonyms: [
      'Đơn vị phối hợp',
      'Cơ quan phối hợp',
      'Phối hợp',
      'Phối hợp với',
      'Đơn vị liên kết',
      'Cơ quan, đơn vị phối hợp',
    ],
    required: false,
  },
  {
    key: 'basis',
    synonyms: ['Căn cứ', 'Căn cứ mở lớp', 'Kế hoạch/Chủ trương', 'Theo kế hoạch'],
    required: false,
  },
  {
    key: 'learners',
    synonyms: [
      'Số học viên',
      'Học viên',
      'Số lượng học viên',
      'Số HV',
      'Sĩ số',
      'Số lượt',
      'Lượt học viên',
      'Số lượt học viên',
      'Tổng số học viên',
      'Số lượng',
    ],
    required: true,
  },
  { key: 'note', synonyms: ['Ghi chú'], required: false },
]

type Problems = ImportRow['problems']

/** What the file says about one class; undefined where it says nothing. */
type Said = {
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
type Section = { title: string; group: string | null; basis: 'plan' | 'policy' | null; issuer: string | null }

type Plan = {
  said: Said
  known: store.KnownClass | null
  facts: Parameters<typeof store.addClasses>[1][number]
  /** A programme that is not in the catalogue yet, by the key of its name. */
  newProgramme: string | null
  correction: Exclude<CountsAs, 'notCounted'> | null
  report: ImportRow
}

type NewProgramme = { name: string; groupCode: string; code: string; modes: Set<string> }

/**
 * Lists of classes as training offices keep them: section rows name the programme group and, for classes beyond the plan, who
 * allowed them; a class is known by its code, without one by its name, place and day of opening.
 */
export const classesImporter: Importer = {
  kind: 'classes',
  can: 'classes.import',
  columns,
  template: {
    example: {
      code: 'TC14-23',
      name: 'Trung cấp lý luận chính trị',
      programme: 'Trung cấp lý luận chính trị',
      mode: 'Tập trung',
      kind: 'Khai giảng',
      opensOn: '2023-05-18',
      closesOn: '2024-04-15',
      place: 'Trường Chính trị',
      partner: 'Ban Tổ chức Tỉnh ủy',
      basis: 'Kế hoạch',
      learners: 118,
      note: '',
    },
    choices: {
      mode: ['Tập trung', 'Vừa làm vừa học', '-'],
      kind: ['Khai giảng', 'Chuyển tiếp'],
      basis: ['Kế hoạch', 'Chủ trương'],
    },
    days: ['opensOn', 'closesOn'],
    numbers: ['learners'],
  },
  check: async (ctx, table, options) => {
    const found = table as Table<Key>
    if (!found.columns.opensOn && !found.columns.period) {
      throw problem(422, 'file.noHeader', {
        lookedFor: ['Tên lớp', 'Khai giảng', 'Số học viên'],
        missing: ['Khai giảng'],
      })
    }
    const { year, checks } = yearOfFile(found, options)
    return new Reader(ctx, found, year, checks, options.fileName ?? found.sheetName).read()
  },
}

/** The year that the person chose, else the one that the title names. */
function yearOfFile(
  table: Table<Key>,
  options: ImportOptions,
): { year: number | null; checks: ImportCheck[] } {
  const inTitle = /năm\D{0,3}((?:19|20)\d\d)/iu.exec(table.titleLines.join(' '))?.[1]
  const named = Number(inTitle ?? /(?:19|20)\d\d/.exec(table.sheetName)?.[0]) || null
  const year = options.year ?? named
  if (year === null) {
    if (table.columns.kind) throw problem(422, 'classes.import.yearUnknown')
    return { year, checks: [] }
  }
  const checks: ImportCheck[] = [{ code: 'classes.import.check.year', params: { year }, holds: true }]
  if (named !== null && named !== year) {
    checks.push({ code: 'classes.import.yearDiffers', params: { said: named, year }, holds: false })
  }
  return { year, checks }
}

class Reader {
  private readonly ctx: Ctx
  private readonly table: Table<Key>
  private readonly year: number | null
  private readonly checks: ImportCheck[]
  private readonly fileName: string
  private readonly reports: ImportRow[] = []
  private readonly plans: Plan[] = []
  private readonly newProgrammes = new Map<string, NewProgramme>()
  private readonly looked = new Map<string, unknown>()
  private readonly finders = new Map<string, Finder>()
  private programmes: Awaited<ReturnType<typeof catalogue>> = []
  private groups: Awaited<ReturnType<typeof programmeGroups>> = []
  private modes: Awaited<ReturnType<typeof studyModes>> = []

  constructor(ctx: Ctx, table: Table<Key>, year: number | null, checks: ImportCheck[], fileName: string) {
    this.ctx = ctx
    this.fileName = fileName
    this.table = table
    this.year = year
    this.checks = checks
  }

  async read() {
    const { db } = this.ctx
    this.programmes = await catalogue(db)
    this.groups = await programmeGroups(db)
    this.modes = await studyModes(db)
    const read = this.readRows()
    const said = read.flatMap((one) => (one.said ? [one.said] : []))
    const known = new Known(
      await store.classesLike(
        db,
        said.flatMap((one) => one.code ?? []),
        said.map((one) => one.name),
      ),
    )
    const twice = duplicates(said)
    const codes = new NewCodes(said.flatMap((one) => one.code ?? []))
    for (const one of read) {
      if (!one.said) continue
      const problems = one.report.problems
      for (const found of twice.get(one.said.row.rowNumber) ?? []) problems.push(found)
      const programme = this.programmeOf(one.said, problems)
      const before = known.of(one.said)
      const code =
        one.said.code ??
        before?.code ??
        (await codes.next(this.ctx, one.said, programme?.groupCode ?? 'other'))
      if (one.said.code === null && !before)
        problems.push(doubt(null, 'classes.import.codeMissing', { code }))
      const facts = await this.factsOf(one.said, before, code, programme?.id ?? 0)
      for (const refusal of refusalsOf(facts)) {
        if (refusal.code === 'classes.policyIssuerMissing')
          problems.push(doubt(this.title('basis'), 'classes.import.issuerMissing'))
        else problems.push(wrong(this.title(refusal.path as Key), refusal.code, refusal.params))
      }
      const correction = this.correctionOf(one.said, before, problems)
      if (before?.cancelledOn)
        problems.push(doubt(null, 'classes.import.cancelled', { cancelledOn: before.cancelledOn }))
      one.report.understood = understood(one.said, code)
      if (problems.some((found) => found.isError) || !programme) continue
      this.settle({
        said: one.said,
        known: before,
        facts,
        newProgramme: programme.isNew ? programme.key : null,
        correction,
        report: one.report,
      })
    }
    return {
      report: { rows: this.reports, checks: this.checks },
      apply: (ctx: Ctx) => this.apply(ctx),
    }
  }

  /** Adds, changes or leaves: decided once, for the report and for the writing. */
  private settle(plan: Plan): void {
    const { known, facts, report, correction } = plan
    if (!known) report.action = 'add'
    else {
      const changes = this.changesOf(known, facts, plan.newProgramme)
      if (correction && this.year !== null && known.corrections[this.year] !== correction) {
        changes.push({
          column: this.title('kind') ?? vi.field.countsAs,
          before: vi.countsAs[countsByDates(facts, this.year)],
          after: vi.countsAs[correction],
        })
      }
      report.action = changes.length > 0 ? 'change' : 'same'
      if (changes.length > 0) report.changes = changes
    }
    if (report.action !== 'same') this.plans.push(plan)
  }

  private async apply(ctx: Ctx): Promise<void> {
    const made = new Map<string, number>()
    for (const [key, { name, groupCode, code, modes }] of this.newProgrammes) {
      if (!this.plans.some((plan) => plan.newProgramme === key)) continue
      const kind = groupCode === 'fostering' ? 'fostering' : groupCode === 'other' ? 'briefing' : 'training'
      const { id } = await programmesService.make(ctx, {
        code,
        name,
        groupCode,
        kind,
        modes: [...modes],
        source: this.table.sheetName,
        synonyms: [],
      })
      made.set(key, id)
    }
    for (const plan of this.plans) {
      if (plan.newProgramme) plan.facts.programmeId = made.get(plan.newProgramme) ?? 0
    }
    const added = this.plans.filter((plan) => !plan.known)
    const ids = new Map<Plan, number>()
    for (let at = 0; at < added.length; at += 500) {
      const part = added.slice(at, at + 500)
      const addedIds = await store.addClasses(
        ctx.db,
        part.map((plan) => plan.facts),
      )
      for (const [i, plan] of part.entries()) ids.set(plan, addedIds[i] as number)
    }
    for (const plan of this.plans) {
      if (!plan.known) continue
      ids.set(plan, plan.known.id)
      if (!(await store.changeClass(ctx.db, plan.known.id, plan.facts, plan.known.version)))
        throw problem(409, 'database.tryAgain')
    }
    for (const plan of this.plans) {
      const classId = ids.get(plan)
      if (!plan.correction || this.year === null || classId === undefined) continue
      if (plan.known?.corrections[this.year] === plan.correction) continue
      await store.putCorrection(ctx.db, {
        classId,
        year: this.year,
        countsAs: plan.correction,
        reason: vi.fromFile({ fileName: this.fileName, word: plan.said.kindWord }),
        madeBy: actorOf(ctx).accountId,
      })
    }
  }

  private readRows(): { said: Said | null; report: ImportRow }[] {
    const found: { said: Said | null; report: ImportRow }[] = []
    let section: Section = { title: '', group: null, basis: null, issuer: null }
    const totals = new Totals()
    for (const row of this.table.rows) {
      if (row.kind === 'blank') continue
      if (row.kind === 'section') {
        section = this.sectionOf(row.text, section)
        totals.section()
        continue
      }
      if (row.kind === 'total') {
        const learners = readWhole(row.cells.learners)
        const title = readText(row.cells.name) ?? row.text
        if (learners.ok && learners.value !== null) this.checks.push(totals.check(title, learners.value))
        continue
      }
      const report: ImportRow = {
        rowNumber: row.rowNumber,
        action: 'wrong',
        understood: row.text,
        problems: [],
      }
      this.reports.push(report)
      if (row.kind === 'note' || isEmpty(row)) {
        report.action = 'skipped'
        continue
      }
      const said = this.sayingOf(row, section, report.problems)
      const learners = readWhole(row.cells.learners)
      totals.add(said?.basis ?? section.basis ?? 'plan', learners.ok ? (learners.value ?? 0) : 0)
      found.push({ said, report })
    }
    return found
  }

  /** A section names a group, or who allowed the classes below; what it does not name it leaves as it was. */
  private sectionOf(text: string, before: Section): Section {
    const words = fold(text)
    const group = matchGroup(this.groups, text)?.group.code ?? null
    if (/chu truong|mo them|ngoai ke hoach/.test(words)) {
      return { title: text, group, basis: 'policy', issuer: issuerIn(text) ?? before.issuer }
    }
    const isPlan = /(^|\W)(trong|theo) ke hoach/.test(words) || group !== null
    return {
      title: text,
      group: group ?? before.group,
      basis: isPlan ? null : before.basis,
      issuer: before.issuer,
    }
  }

  private sayingOf(row: TableRow<Key>, section: Section, problems: Problems): Said | null {
    const cells = row.cells
    const text = (key: Key) => readText(cells[key])
    const name = text('name')
    if (name === null) problems.push(wrong(this.title('name'), 'classes.import.nameMissing'))
    else if (name.length > 300)
      problems.push(wrong(this.title('name'), 'classes.import.tooLong', { maximum: 300 }))
    const code = text('code')
    if (code !== null && code.length > 40)
      problems.push(wrong(this.title('code'), 'classes.import.tooLong', { maximum: 40 }))

    const { opensOn, closesOn } = this.daysOf(row, problems)
    const learners = readWhole(cells.learners)
    const written = cellText(cells.learners)
    if (!learners.ok) {
      const code =
        learners.reason === 'notWhole'
          ? 'classes.import.learnersNotWhole'
          : 'classes.import.learnersNotANumber'
      problems.push(wrong(this.title('learners'), code, { text: written }))
    } else if (learners.value === null)
      problems.push(doubt(this.title('learners'), 'classes.import.learnersMissing'))
    else if (learners.value < 0 || learners.value > 100_000) {
      problems.push(wrong(this.title('learners'), 'classes.import.learnersOutOfRange', { text: written }))
    }

    const modeText = text('mode')
    const mode = this.once(`mode|${modeText ?? ''}`, () => matchMode(this.modes, modeText))
    if (mode === null)
      problems.push(wrong(this.title('mode'), 'classes.import.modeUnknown', { text: modeText ?? '' }))
    const kindText = text('kind')
    const kind = kindOf(kindText)
    if (kind === 'unknown')
      problems.push(wrong(this.title('kind'), 'classes.import.kindUnknown', { text: kindText ?? '' }))
    const basisText = text('basis')
    const basis = basisText === null ? section.basis : basisOf(basisText)
    if (basis === 'unknown')
      problems.push(wrong(this.title('basis'), 'classes.import.basisUnknown', { text: basisText ?? '' }))
    else if (basis === null && section.title === '') problems.push(doubt(null, 'classes.import.basisAssumed'))
    for (const [key, maximum] of [
      ['place', 300],
      ['partner', 300],
      ['note', 1000],
    ] as const) {
      if ((text(key)?.length ?? 0) > maximum)
        problems.push(wrong(this.title(key), 'classes.import.tooLong', { maximum }))
    }

    if (name === null || opensOn === null) return null
    const isPolicy = basis === 'policy'
    return {
      row,
      code,
      name,
      programmeName: text('programme') ?? name,
      group: (text('group') && matchGroup(this.groups, text('group') as string)?.group.code) || section.group,
      modeCode: (mode ?? 'none') as Said['modeCode'],
      saysMode: modeText !== null,
      kind: kind === 'unknown' ? null : kind,
      kindWord: kindText ?? '',
      opensOn,
      closesOn,
      place: text('place') ?? '',
      partner: text('partner') ?? '',
      basis: isPolicy ? 'policy' : 'plan',
      saysBasis: basisText !== null || section.basis !== null,
      issuer: isPolicy ? (basisText && issuerIn(basisText)) || section.issuer : null,
      policyNumber: isPolicy && basisText ? numberIn(basisText) : null,
      policyOn: isPolicy && basisText ? dayIn(basisText) : null,
      learners: learners.ok ? learners.value : null,
      note: text('note') ?? '',
    }
  }

  private daysOf(row: TableRow<Key>, problems: Problems): { opensOn: Day | null; closesOn: Day | null } {
    const days: { opensOn: Day | null; closesOn: Day | null } = { opensOn: null, closesOn: null }
    if (!this.table.columns.opensOn) {
      const [from = '', to = ''] = cellText(row.cells.period)
        .split(/\s*(?:đến ngày|đến|->|–|—| - )\s*/iu)
        .map((part) => part.replace(/^từ( ngày)?\s*/iu, '').trim())
      const column = this.title('period')
      for (const [key, text] of [
        ['opensOn', from],
        ['closesOn', to],
      ] as const) {
        if (text === '')
          problems.push(
            key === 'opensOn'
              ? wrong(column, 'classes.import.opensMissing')
              : doubt(column, 'classes.import.closesMissing'),
          )
        else {
          const reading = readVietnameseDay(text)
          if (reading.ok) days[key] = reading.day
          else problems.push(wrong(column, `classes.import.day.${reading.reason}`, { text }))
        }
      }
      return days
    }
    for (const key of ['opensOn', 'closesOn'] as const) {
      const reading = readDay(row.cells[key])
      if (!reading.ok)
        problems.push(
          wrong(this.title(key), `classes.import.day.${reading.reason}`, { text: cellText(row.cells[key]) }),
        )
      else if (reading.value !== null) days[key] = reading.value
      else if (key === 'opensOn') problems.push(wrong(this.title(key), 'classes.import.opensMissing'))
      else problems.push(doubt(this.title(key), 'classes.import.closesMissing'))
    }
    return days
  }

  /** The programme by its name on the day of opening; a new one where the group is known. */
  private programmeOf(
    said: Said,
    problems: Problems,
  ): { id: number; groupCode: string; isNew: boolean; key: string } | null {
    const column = this.title(this.table.columns.programme ? 'programme' : 'name')
    const match = this.once(`programme|${said.programmeName}|${said.opensOn}`, () =>
      matchProgramme(this.programmes, said.programmeName, said.opensOn),
    )
    const one =
      match.kind === 'one' && match.by !== 'contained' ? match.programme : this.broaderOf(said, match)
    if (one) return { id: one.id, groupCode: one.groupCode, isNew: false, key: '' }
    const key = searchKey(said.programmeName)
    const groupCode = said.group ?? matchGroup(this.groups, said.programmeName)?.group.code ?? null
    const group = this.groups.find((found) => found.code === groupCode)
    if (!group) {
      problems.push(wrong(column, 'classes.import.groupUnknown', { name: said.programmeName }))
      return null
    }
    problems.push(
      doubt(column, 'classes.import.programmeNew', { name: said.programmeName, group: group.name }),
    )
    const planned = this.newProgrammes.get(key)
    if (planned) planned.modes.add(said.modeCode)
    else {
      const code = freeCode(
        said.programmeName,
        [...this.programmes, ...this.newProgrammes.values()].map((found) => found.code),
      )
      this.newProgrammes.set(key, {
        name: tidy(said.programmeName),
        groupCode: group.code,
        code,
        modes: new Set([said.modeCode]),
      })
    }
    return { id: 0, groupCode: group.code, isNew: true, key }
  }

  /**
   * «Lớp trung cấp lý luận chính trị khóa 30» is the programme whose name stands in it. Only for degrees, where the name is
   * the programme; a short course with more words is another course.
   */
  private broaderOf(said: Said, match: ReturnType<typeof matchProgramme<(typeof this.programmes)[number]>>) {
    if (match.kind === 'one') return match.programme.kind === 'training' ? match.programme : null
    if (match.kind === 'none') return match.outOfPeriod.length === 1 ? match.outOfPeriod[0] : null
    const inGroup = match.candidates.filter((found) => found.groupCode === said.group)
    return inGroup.length === 1 ? inGroup[0] : null
  }

  private async factsOf(
    said: Said,
    before: store.KnownClass | null,
    code: string,
    programmeId: number,
  ): Promise<Plan['facts']> {
    const unit = async (text: string) => (text === '' ? undefined : await this.unitOf(text, said.opensOn))
    const isPolicy = said.saysBasis || !before ? said.basis === 'policy' : before.basis === 'policy'
    const text = (key: 'place' | 'partner' | 'note') => said[key] || (before?.[key] ?? '')
    const keeps = <T>(value: T | null | undefined): { value: T } | null =>
      value === null || value === undefined ? null : { value }
    const closesOn = keeps(said.closesOn ?? before?.closesOn)
    const learners = keeps(said.learners ?? before?.learners)
    const hostUnitId = (await unit(said.place)) ?? before?.hostUnitId ?? undefined
    const partnerUnitId = (await unit(said.partner)) ?? before?.partnerUnitId ?? undefined
    const issuer = keeps(said.issuer ?? before?.policyIssuer)
    const number = keeps(said.policyNumber ?? before?.policyNumber)
    const on = keeps(said.policyOn ?? before?.policyOn)
    return {
      code,
      name: said.name,
      programmeId,
      mode: said.saysMode || !before ? said.modeCode : before.mode,
      opensOn: said.opensOn,
      ...(closesOn && { closesOn: closesOn.value }),
      place: text('place'),
      ...(hostUnitId && { hostUnitId }),
      partner: text('partner'),
      ...(partnerUnitId && { partnerUnitId }),
      basis: isPolicy ? 'policy' : 'plan',
      ...(before?.planLineKey && !isPolicy && { planLineKey: before.planLineKey }),
      ...(isPolicy && issuer && { policyIssuer: issuer.value }),
      ...(isPolicy && number && { policyNumber: number.value }),
      ...(isPolicy && on && { policyOn: on.value }),
      ...(isPolicy && before?.policyTitle && { policyTitle: before.policyTitle }),
      ...(learners && { learners: learners.value }),
      note: text('note'),
    }
  }

  /** The unit of that name on the first day of that month; namesakes are not guessed between. */
  private async unitOf(name: string, on: Day): Promise<number | undefined> {
    const month = `${on.slice(0, 7)}-01`
    const finder = this.finders.get(month) ?? (await unitFinder(this.ctx.db, month))
    this.finders.set(month, finder)
    const found = finder(name)
    return found.found === 'one' ? found.unitId : undefined
  }

  private changesOf(
    known: store.KnownClass,
    facts: Plan['facts'],
    newProgramme: string | null,
  ): NonNullable<ImportRow['changes']> {
    const shown = (source: Plan['facts'], key: keyof Plan['facts']): string => {
      const value = source[key]
      if (value === undefined || value === null || value === '') return ''
      if (key === 'opensOn' || key === 'closesOn' || key === 'policyOn') return printDay(value as Day)
      if (key === 'mode') return vi.mode[value as keyof typeof vi.mode]
      if (key === 'basis') return vi.basis[value as keyof typeof vi.basis]
      if (key === 'programmeId') {
        return (
          this.programmes.find((one) => one.id === value)?.name ??
          (newProgramme && this.newProgrammes.get(newProgramme)?.name) ??
          ''
        )
      }
      return String(value)
    }
    const keys = [
      'code',
      'name',
      'programmeId',
      'mode',
      'opensOn',
      'closesOn',
      'place',
      'partner',
      'basis',
      'policyIssuer',
      'policyNumber',
      'policyOn',
      'learners',
      'note',
    ] as const
    const titles: Partial<Record<(typeof keys)[number], string | null>> = {
      programmeId: this.title('programme') ?? vi.field.programme,
      policyIssuer: vi.field.policyIssuer,
      policyNumber: vi.field.policyNumber,
      policyOn: vi.field.policyOn,
    }
    return keys.flatMap((key) => {
      const [before, after] = [shown(known, key), shown(facts, key)]
      if (before === after) return []
      return [{ column: titles[key] ?? this.title(key as Key) ?? vi.field[key as 'code'], before, after }]
    })
  }

  /** The file's word where it contradicts the dates; null where both say the same or it says nothing. */
  private correctionOf(said: Said, before: store.KnownClass | null, problems: Problems): Plan['correction'] {
    const { year } = this
    if (year === null) return null
    const byDates = countsByDates(said, year)
    const column = this.title('kind') ?? this.title('opensOn')
    const span = { year, opensOn: said.opensOn, closesOn: said.closesOn }
    const isFar = year < yearOf(said.opensOn) - 1 || year > yearOf(said.closesOn ?? said.opensOn) + 1
    if (byDates === 'notCounted' && isFar) {
      problems.push(wrong(column, 'classes.import.outsideYear', span))
      return null
    }
    if (said.kind === null) {
      if (byDates === 'notCounted') problems.push(doubt(column, 'classes.import.outsideYear', span))
      return null
    }
    if (said.kind === byDates) return null
    const other = Object.entries(before?.corrections ?? {}).find(
      ([at, word]) => word === 'opened' && Number(at) !== year,
    )
    if (said.kind === 'opened' && other) {
      problems.push(wrong(column, 'classes.openedTwice'))
      return null
    }
    problems.push(
      doubt(column, 'classes.import.kindContradicts', {
        ...span,
        word: said.kindWord,
        byDates: vi.countsAs[byDates],
      }),
    )
    return said.kind
  }

  /** Looked up once per wording: a file of ten thousand rows has some twenty names in it. */
  private once<T>(key: string, look: () => T): T {
    if (!this.looked.has(key)) this.looked.set(key, look())
    return this.looked.get(key) as T
  }

  private title(key: Key): string | null {
    return this.table.columns[key]?.title ?? null
  }
}

const wrong = (
  column: string | null,
  code: string,
  params: Record<string, unknown> = {},
): Problems[number] => ({ column, code, params, isError: true })
const doubt = (
  column: string | null,
  code: string,
  params: Record<string, unknown> = {},
): Problems[number] => ({ column, code, params, isError: false })

/** A row that holds no class: nothing where name, days and learners stand. */
const isEmpty = (row: TableRow<Key>): boolean =>
  (['code', 'name', 'opensOn', 'period', 'learners'] as const).every((key) => cellText(row.cells[key]) === '')

function kindOf(text: string | null): 'opened' | 'carriedOver' | 'unknown' | null {
  const words = fold(text ?? '').replace(/[-–—.]/g, '')
  if (words.trim() === '') return null
  if (/chuyen tiep|carried/.test(words)) return 'carriedOver'
  if (/khai giang|mo moi|\bmoi\b|opened/.test(words)) return 'opened'
  return 'unknown'
}

function basisOf(text: string): 'plan' | 'policy' | 'unknown' | null {
  const words = fold(text)
  if (/chu truong|ngoai ke hoach|mo them|policy/.test(words)) return 'policy'
  if (/ke hoach|(^|\W)kh(\W|$)|plan/.test(words)) return 'plan'
  return words.replace(/[-–—.]/g, '').trim() === '' ? null : 'unknown'
}

/** «(chủ trương của Thường trực Tỉnh ủy, Hội đồng nhân dân)» → who gave it. */
function issuerIn(text: string): string | null {
  const found = /chủ trương\s*(?:của|:|\()\s*([^()]+)/iu.exec(text.normalize('NFC'))?.[1]
  if (!found) return null
  const issuer = tidy(found.replace(/\s*(số|ngày)\s+\S*\d.*$/iu, '').replace(/[).;,\s]+$/u, ''))
  return issuer === '' ? null : issuer.slice(0, 300)
}

const numberIn = (text: string): string | null =>
  /(?:số|so)\s*:?\s*(\d[^\s,;()]{1,60})/iu.exec(text)?.[1] ?? null

function dayIn(text: string): Day | null {
  const found = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.exec(text)?.[0]
  const reading = found ? readVietnameseDay(found) : null
  return reading?.ok ? reading.day : null
}

const understood = (said: Said, code: string): string =>
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
const identity = (one: { name: string; place: string; opensOn: Day }): string =>
  [searchKey(one.name), searchKey(one.place), one.opensOn].join('|')

/** Rows that name the same class; every one of them is told about all. */
function duplicates(said: readonly Said[]): Map<number, Problems> {
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

/** The classes of the database by what identifies them. */
class Known {
  private readonly byCode: Map<string, store.KnownClass>
  private readonly byIdentity: Map<string, store.KnownClass>

  constructor(classes: readonly store.KnownClass[]) {
    this.byCode = new Map(classes.map((one) => [one.code, one]))
    this.byIdentity = new Map(classes.map((one) => [identity(one), one]))
  }

  of(said: Said): store.KnownClass | null {
    return (said.code === null ? this.byIdentity.get(identity(said)) : this.byCode.get(said.code)) ?? null
  }
}

const prefixes: Record<string, string> = {
  intermediate: 'TC',
  advanced: 'CC',
  elementary: 'SC',
  fostering: 'BD',
}

/** Codes for classes that have none: «BD-23-001», after those that exist. */
class NewCodes {
  private readonly taken: Set<string>
  private readonly last = new Map<string, number>()

  constructor(inFile: readonly string[]) {
    this.taken = new Set(inFile)
  }

  async next(ctx: Ctx, said: Said, groupCode: string): Promise<string> {
    const beginning = `${prefixes[groupCode] ?? 'L'}-${said.opensOn.slice(2, 4)}-`
    if (!this.last.has(beginning)) {
      const used = (await store.codesBeginning(ctx.db, beginning)).map(
        (code) => Number(code.slice(beginning.length)) || 0,
      )
      this.last.set(beginning, Math.max(0, ...used))
    }
    for (;;) {
      const number = (this.last.get(beginning) ?? 0) + 1
      this.last.set(beginning, number)
      const code = `${beginning}${String(number).padStart(3, '0')}`
      if (!this.taken.has(code)) return code
    }
  }
}

/** A code for a new programme from the first letters of its words, numbered when taken. */
function freeCode(name: string, taken: readonly string[]): string {
  const letters = fold(name)
    .replace(/[^a-z0-9 ]/g, ' ')
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase()
  const beginning = `N-${letters.slice(0, 20) || 'CT'}`
  const used = new Set(taken)
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? beginning : `${beginning}-${number}`
    if (!used.has(code)) return code
  }
}

/** The file's own totals against the sums of its rows. */
class Totals {
  private readonly rows: { basis: 'plan' | 'policy'; learners: number }[] = []
  private sinceTotal = 0
  private sinceSection = 0

  add(basis: 'plan' | 'policy', learners: number): void {
    this.rows.push({ basis, learners })
  }

  section(): void {
    this.sinceSection = this.rows.length
  }

  check(title: string, said: number): ImportCheck {
    const sum = (rows: readonly { learners: number }[]) => rows.reduce((all, row) => all + row.learners, 0)
    const words = fold(title)
    const of = (basis: 'plan' | 'policy') => this.rows.filter((row) => row.basis === basis)
    const candidates = /mo them|chu truong|ngoai ke hoach/.test(words)
      ? [of('policy')]
      : /ke hoach/.test(words)
        ? [of('plan')]
        : /^(tong cong|tong so|tong)\b/.test(words)
          ? [this.rows, this.rows.slice(this.sinceTotal)]
          : [this.rows.slice(this.sinceTotal), this.rows.slice(this.sinceSection), this.rows]
    const found = candidates.map(sum)
    this.sinceTotal = this.rows.length
    const holds = found.includes(said)
    return {
      code: 'classes.import.check.total',
      params: { title, said, sum: holds ? said : (found[0] ?? 0), holds },
      holds,
    }
  }
}
